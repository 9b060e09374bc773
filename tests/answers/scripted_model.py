"""An OpenAI-compatible endpoint that streams what it is told to, and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.answers.loopback_endpoint import Given, LoopbackEndpoint

# Short enough that words, codes and sentences are cut through.
PIECE = 7


@dataclass(frozen=True)
class Stream:
    """A reply that is not simply said: `breaks` closes the connection after its text; `reason` is why it ends."""

    text: str | Callable[[str], str]
    pauses: Sequence[float] = ()
    """Seconds before each piece, while there are any."""
    breaks: bool = False
    reason: str = "stop"


@dataclass(frozen=True)
class Busy:
    """429 instead of an answer."""

    headers: dict[str, str] = field(default_factory=lambda: {"Retry-After": "0.05"})


Reply = str | Callable[[str], str] | Stream | Busy


class ScriptedModel(LoopbackEndpoint):
    """Gives its replies in turn, the last one again and again. A callable text gets the first prompt."""

    def __init__(self, *replies: Reply) -> None:
        super().__init__()
        self.replies = list(replies)
        self.asked: list[list[dict[str, Any]]] = []
        self.requests: list[dict[str, Any]] = []

    @property
    def prompt(self) -> str:
        """What it was asked first."""
        return str(self.asked[0][0]["content"])

    def reply(self, request: dict[str, Any], key: str) -> Given:
        messages = request["messages"]
        self.asked.append(messages)
        self.requests.append(request)
        reply = self.replies[min(len(self.asked), len(self.replies)) - 1]
        if isinstance(reply, Busy):
            return Given([json.dumps({"error": {"message": "opptatt"}})], 429, headers=reply.headers)
        stream = reply if isinstance(reply, Stream) else Stream(reply)
        text = stream.text if isinstance(stream.text, str) else stream.text(str(messages[0]["content"]))
        return Given(self._events(text, stream), content_type="text/event-stream", whole=not stream.breaks)

    def _events(self, text: str, stream: Stream) -> Iterator[str | float]:
        pauses = list(stream.pauses)
        for start in range(0, len(text), PIECE):
            if pauses:
                yield pauses.pop(0)
            yield _event({"role": "assistant", "content": text[start : start + PIECE]}, None)
        yield from pauses
        if not stream.breaks:
            yield _event({"content": ""}, stream.reason)
            yield "data: [DONE]\n\n"


def _event(delta: dict[str, str], reason: str | None) -> str:
    chunk = {
        "id": "oppdiktet",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "oppdiktet",
        "choices": [{"index": 0, "delta": delta, "finish_reason": reason}],
    }
    return f"data: {json.dumps(chunk)}\n\n"
