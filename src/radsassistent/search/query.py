"""What a question asks for, understood by code: typed, and shown to the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from llama_index.core.schema import QueryBundle

from radsassistent.archive import Passage
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.context import Context
from radsassistent.search.corpus import MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.intents import Intent


class Wanted(StrEnum):
    """The form of answer that a question word demands: a text without a number never answers "hvor mange"."""

    PERSON = "person"
    TIME = "time"
    NUMBER = "number"
    LIST = "list"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a reader wants to search, or where was searched: exact filters; what is empty filters nothing.

    `everywhere` lifts the filters that a question's own words would make.
    """

    bodies: tuple[str, ...] = ()
    meetings: tuple[MeetingKey, ...] = ()
    cases: tuple[str, ...] = ()
    slides: tuple[int, ...] = ()
    everywhere: bool = False

    def holds(self, passage: Passage) -> bool:
        """Whether a passage is in the scope."""
        return (
            (not self.bodies or passage.body in self.bodies)
            and (not self.meetings or MeetingKey(passage.body, passage.meeting) in self.meetings)
            and (not self.cases or passage.case in self.cases)
            and (not self.slides or passage.slide in self.slides)
        )


@dataclass(frozen=True, slots=True)
class Query:
    """A question with what it names. `cases`, `slides` and `meetings` are exact filters when not empty.

    `unknown_cases` are case numbers that no meeting of the archive has; `years` those that the question names;
    `people` the archive's people whom it names. `text` is the question as it is searched for: without words of
    courtesy, with other names of the organisations in it; `asked` has only the archive's names of them. `of_told`: it goes
    on with what `slides` have just told. `context` is what it may go on from, where the whole archive is asked.
    """

    question: str
    text: str
    wanted: Wanted
    terms: tuple[str, ...]
    cases: tuple[str, ...] = ()
    unknown_cases: tuple[str, ...] = ()
    slides: tuple[int, ...] = ()
    meetings: tuple[MeetingKey, ...] = ()
    unknown_meeting: str | None = None
    years: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    asked: str = ""
    unknown_names: tuple[str, ...] = ()
    cues: frozenset[Cue] = frozenset()
    intent: Intent = Intent.OPEN
    of_told: bool = False
    context: Context | None = None

    @property
    def scope(self) -> Scope:
        """What the query is narrowed down to."""
        return Scope((), self.meetings, self.cases, self.slides)

    def within(self, scope: Scope, held: Sequence[MeetingKey]) -> Query:
        """The query in a reader's scope, which goes before what the question's own words narrow down to.

        `held` are the archive's meetings, among which a body's are found.
        """
        asked = replace(self, meetings=(), cases=(), slides=()) if scope.everywhere else self
        of_bodies = tuple(meeting for meeting in held if meeting.body in scope.bodies)
        return replace(
            asked,
            meetings=scope.meetings or of_bodies or asked.meetings,
            cases=scope.cases or asked.cases,
            slides=scope.slides or asked.slides,
        )

    def described(self) -> str:
        """What was searched in, in Norwegian: "Søker i: Porteføljerådet 12.02.2026, sak 5/26"."""
        parts = [f"{m.body} {'.'.join(reversed(m.date.split('-')))}".strip() for m in self.meetings]
        parts += [named_case(case) for case in self.cases]
        parts += [f"lysbilde {slide}" for slide in self.slides]
        return f"Søker i: {', '.join(parts)}" if parts else "Søker i: hele arkivet"


@dataclass
class CouncilQueryBundle(QueryBundle):
    """LlamaIndex's query with what was understood of it, for our retriever and synthesizer."""

    query: Query | None = None
