"""A language model's words, as they come, taken apart into sentences with the codes that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# The codes after a sentence, in one pair of brackets or several, with the sentence's own sign after or before them.
_CITED = re.compile(r"\s*((?:\[[\w\s,;]+\]\s*)+)([.!?]?)")
_CODE = re.compile(r"\w+")
# What a reasoning model thinks aloud is no part of its answer.
_THOUGHT = re.compile(r"^\s*<think>.*?(?:</think>\s*|$)", re.DOTALL)
_THINKING = re.compile(r"^\s*<think>(?!.*</think>)", re.DOTALL)
_OPENING = "<think>"


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """What stands before a citation, and the codes in it; none for what ends without one."""

    text: str
    codes: tuple[str, ...]


@dataclass
class CitedSentences:
    """Fed piece by piece; gives each sentence once its citation is complete."""

    said: str = ""
    """All of the answer so far, without what was thought aloud."""
    _rest: str = field(default="", repr=False)

    def fed(self, piece: str) -> Iterator[CitedSentence]:
        """The sentences that a further piece of the answer completes."""
        self._rest += piece
        start = self._rest.lstrip()
        if not self.said and (_OPENING.startswith(start) or _THINKING.match(self._rest)):
            return
        yield from self._taken(ended=False)

    def ended(self) -> Iterator[CitedSentence]:
        """What is left when the answer has ended; the last one without codes where it ends without a citation."""
        yield from self._taken(ended=True)
        left = " ".join(self._rest.split())
        self.said += self._rest
        self._rest = ""
        if left:
            yield CitedSentence(left, ())

    def _taken(self, *, ended: bool) -> Iterator[CitedSentence]:
        if not self.said:
            self._rest = _THOUGHT.sub("", self._rest, count=1)
        while match := _CITED.search(self._rest):
            # More codes, or the sentence's full stop, may follow in the next piece.
            after = self._rest[match.end() :]
            if not ended and (not after or after[0] == "["):
                return
            text = " ".join(self._rest[: match.start()].split())
            if text and not text.endswith((".", "!", "?")):
                text += match[2] or "."
            self.said += self._rest[: match.end()]
            self._rest = after
            yield CitedSentence(text, tuple(dict.fromkeys(_CODE.findall(match[1]))))
