"""One turn of a conversation: what was asked, and what its answer told that the next may go on with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.figures import Figure
from radsassistent.search.query import Query, Wanted

_SELF = re.compile(
    r"\b(?:han|hun|ho|ham|henne|vedkommende|vedkomande)\s+(?:selv|sjølv)\b|\b(?:him|her)self\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Turn:
    """A question as it was understood; of its answer the one case that it cites, the people it names, the slides it cites, the
    figures of tables and the one item of an agenda that it tells, the latter by its name and time ("Lunsj kl. 11:40") where it
    is no case, the passages it rests on, the years spoken of, and its sentences. `abstained`: it found no answer.
    """

    query: Query
    case: str | None = None
    people: tuple[str, ...] = ()
    slides: tuple[SlideKey, ...] = ()
    figures: tuple[Figure, ...] = ()
    item: str | None = None
    told: tuple[Passage, ...] = ()
    years: tuple[str, ...] = ()
    abstained: bool = False
    sentences: tuple[str, ...] = ()

    @property
    def spoken_of(self) -> str | None:
        """The case that the turn is about."""
        return self.query.cases[0] if self.query.cases else self.case

    @property
    def asks_reason(self) -> bool:
        """Whether it asked why."""
        return Cue.WHY in self.query.cues

    @property
    def told_by_text(self) -> bool:
        """Whether its answer was told by running text alone."""
        return bool(self.told) and all(each.kind in (PassageKind.UNIT, PassageKind.SLIDE) for each in self.told)

    @property
    def case_then(self) -> str | None:
        """The case of the one row of an agenda that its answer was told by."""
        rows = [each for each in self.told if each.kind is PassageKind.AGENDA]
        return rows[0].case if len(rows) == 1 else None

    @property
    def cases_told(self) -> tuple[str, ...]:
        """The cases of the rows of an agenda that its answer told, in their order."""
        rows = (each for each in self.told if each.kind is PassageKind.AGENDA and each.case)
        return tuple(dict.fromkeys(str(each.case) for each in rows))

    @property
    def person(self) -> str | None:
        """The one person that the turn is about: whom the answer to "hvem" names, else the one asked about."""
        named = [name for name in self.people if name not in self.query.people]
        if self.query.wanted is Wanted.PERSON and len(named) == 1:
            return named[0]
        if len(self.people) == 1:
            return self.people[0]
        return self.query.people[0] if len(self.query.people) == 1 else None

    def person_meant(self, question: str) -> str | None:
        """The one whom a pronoun of the next question means: "hun selv" is the one asked about, not the one told."""
        asked = self.query.people
        return asked[0] if len(asked) == 1 and _SELF.search(question) else self.person
