"""What a question takes over from the turn before it, in one conversation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.query import Query

# A question that opens like this goes on with the one before: "Og for Helsenettet?", "Hva med året etter?".
_GOES_ON = re.compile(r"^\s*(og|men|enn|hva\s+med|kva\s+med|what\s+about|and)\b", re.IGNORECASE)
# Words that point back to what was spoken of.
_POINTS_BACK = re.compile(
    r"\b(den|det|denne|saken|saka|der|han|hun|ho|vedkommende|de|dem|it|that|this|she|he)\b(?!\s+\w*(?:nye|norske|europeiske|digitale))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[A-ZÆØÅ][\w-]+(?:\s+(?:og\s+)?[A-ZÆØÅ][\w-]+)*")
_THE_CASE = re.compile(r"\b(?:den|denne|that|this)\s+(?:saken|saka|case|item)\b", re.IGNORECASE)
# A question of at least this many words that names a case itself stands alone.
_SHORT = 7


@dataclass(frozen=True)
class Turn:
    """A question as it was understood, and the one case that its answer cites, if it is one."""

    query: Query
    case: str | None = None


@dataclass
class Conversation:
    """The turns of one chat, the newest last."""

    turns: list[Turn] = field(default_factory=list)

    def resolved(self, question: str) -> str:
        """The question with what it leaves out, taken from the turn before; a question that stands alone is unchanged."""
        if not self.turns:
            return question
        before = self.turns[-1].query
        if _THE_CASE.search(question) and self.turns[-1].case and not re.search(r"\d+/\d\d", question):
            return f"{_GOES_ON.sub('', question).strip(' ?')} i {named_case(self.turns[-1].case)}?"
        goes_on = bool(_GOES_ON.search(question))
        points_back = len(question.split()) <= _SHORT and bool(_POINTS_BACK.search(question))
        if goes_on:
            return _replaced(question, before)
        if points_back and before.cases and not re.search(r"\d+/\d\d", question):
            return f"{question.rstrip('?')} i {named_case(before.cases[0])}?"
        if points_back and before.people:
            return f"{question.rstrip('?')}, {before.people[0]}?"
        return question

    def add(self, query: Query, case: str | None = None) -> None:
        """Remember a turn, with the one case that its answer cites."""
        self.turns.append(Turn(query, case))


def _replaced(question: str, before: Query) -> str:
    """The earlier question with the new one's words added; years and cases that the new one names replace the old."""
    earlier = before.text.rstrip("?")
    rest = _GOES_ON.sub("", question).strip(" ?")
    if re.search(r"\b20\d\d\b", rest):
        earlier = re.sub(r"\b20\d\d\b", "", earlier)
    if re.search(r"\bsak\b|\d+/\d\d", rest, re.IGNORECASE):
        earlier = re.sub(r"\b(?:sak\s+)?\d{1,3}/\d\d\b|\bsak\s+\d{1,3}\b", "", earlier, flags=re.IGNORECASE)
    if _NAMED.search(rest):
        # "Hva koster Helsenorge?" – "Hva med Kjernejournal?": what is named anew stands for what was named.
        earlier = earlier[:1] + _NAMED.sub("", earlier[1:])
    return " ".join(f"{rest} {earlier}?".split())
