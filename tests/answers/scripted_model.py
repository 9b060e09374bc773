"""An OpenAI-compatible endpoint that says what it is told to, and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.answers.loopback_endpoint import LoopbackEndpoint

Reply = str | Callable[[str], str]


class ScriptedModel(LoopbackEndpoint):
    """Gives its replies in turn, the last one again and again. A callable reply gets the first prompt."""

    def __init__(self, *replies: Reply) -> None:
        super().__init__()
        self.replies = list(replies)
        self.asked: list[list[dict[str, Any]]] = []

    @property
    def prompt(self) -> str:
        """What it was asked first."""
        return str(self.asked[0][0]["content"])

    def reply(self, request: dict[str, Any], key: str) -> tuple[int, str]:
        return 200, json.dumps(self._completion(request["messages"]))

    def _completion(self, messages: list[dict[str, Any]]) -> dict[str, Any]:
        self.asked.append(messages)
        reply = self.replies[min(len(self.asked), len(self.replies)) - 1]
        text = reply if isinstance(reply, str) else reply(str(messages[0]["content"]))
        return {
            "id": "oppdiktet",
            "object": "chat.completion",
            "created": 0,
            "model": "oppdiktet",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }
