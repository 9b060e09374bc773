"""What the columns of a table of cases hold, by their headings: the case, what was said, proposed and decided, the votes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.meetings.flow import Line
from radsassistent.meetings.labels import Part, label

_WORD = r"(?:vedtak|konklusjon|beslutning|avgjerd|avgjørelse)"
_DECIDED = re.compile(
    rf"^(?:{_WORD}(?:\s*(?:/|,|og|eller)\s*(?:{_WORD}|ansvar\w*|frist\w*))*|vedtaks?tekst|beslut|"
    r"(?:(?:hva|kva)\s+(?:som\s+)?(?:ble|blei|vart)\s+)?(?:bestemt|vedtatt|vedteke|besluttet|beslutta|avgjort))$",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"forslag|framlegg|fremlegg|innstilling|tilråd|foresl|føresl|føreslege|utkast|anbefal", re.IGNORECASE
)
# "Tidligere vedtak", "Vedtak i forrige møte", "Vedtaksdato".
EARLIER = re.compile(
    r"\b(?:tidl(?:igere|egare|\.)|forrige|førre|siste|sist|utestående|uteståande)\b|dato\b|"
    r"\b(?:restans\w*|(?:oppfølg|oppfølgj)ings\w+)|^oppfølgj?ing\w*$|\b(?:oppfølg\w*|status|iverksett\w*|effektuering)\s+(?:av|for|på|til)\s+(?:\w+\s+)?\w*(?:vedtak|beslutning|avgjerd)",
    re.IGNORECASE,
)
# Who does what, and until when: nothing of it was decided.
_ACTION = re.compile(
    r"^(?:ansvar\w*|frist\w*|aksjon\w*|tiltak\w*|oppfølg\w*|oppgave\w*|oppgåve\w*|hvem|kven|når|tid\w*|eier|eigar|utføres\w*|gjøres\w*|"
    r"(?:besluttet|vedtatt|vedteke|meldt)\s+av|"
    r"merknad\w*|kommentar\w*|vedlegg|side)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(r"^(?:utfall|resultat|status)$", re.IGNORECASE)
_DAY = re.compile(r"^(?:(?:møte|vedtaks|beslutnings)?dato|møte|møtedag|dag|vedtatt|vedteke|besluttet)$", re.IGNORECASE)
_CASE = re.compile(r"^(?:utvalgs?)?sa[kg](?:s?\s?(?:nr|nummer))?\.?(?:\s*(?:nr|nummer)\.?)?$", re.IGNORECASE)
_POINT = re.compile(r"^(?:agenda|dagsordens?)?(?:punkt|pkt|post)\.?$", re.IGNORECASE)
_COUNT = re.compile(r"^(?:#|(?:løpe)?nr\.?|(?:løpe)?nummer|id\.?|ref\.?)?$", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:sak|sakstittel|tittel|tema|emne|overskrift|innhold|innhald|gjelder|gjeld|hva|kva|agenda)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns (0 is that of the labels) hold what. `result` where what was decided stands in a column that a table of
    anything may have, also one whose rows are no cases; `unknown` where one has a heading that no table of cases needs.
    `decision` is None in a table of cases whose cells may tell it.
    """

    names: tuple[str, ...]
    decision: int | None
    cases: tuple[int, ...]
    titles: tuple[int, ...]
    told: tuple[int, ...]
    outcomes: tuple[int, ...]
    day: int | None
    result: bool
    unknown: bool

    @property
    def counts_cases(self) -> bool:
        """Whether bare counts are those of cases, not of decisions: their heading says so, or titles stand beside them."""
        named = any(_CASE.match(self.names[place]) or _POINT.match(self.names[place]) for place in self.cases)
        return named or bool(self.titles)


def columns_of(headers: Sequence[str]) -> Columns | None:
    """The columns of a table with one for what was decided, or of one with cases; None of any other table."""
    names = tuple(name.strip(" :") for name in headers)
    parts = [part_of(name) for name in names]
    outcomes = [place for place, name in enumerate(names) if _OUTCOME.match(name)]
    decided = [place for place, part in enumerate(parts) if part is Part.DECISION]
    results = [place for place in outcomes if names[place].casefold() != "status"]
    # "Vedtatt" beside "Vedtak" heads days.
    decision = min(decided or results, key=lambda place: bool(_DAY.match(names[place])), default=None)
    rest = [place for place in range(len(names)) if place != decision and not _ACTION.match(names[place])]
    day = next((place for place in rest if _DAY.match(names[place])), None)
    titles = [place for place in rest if _TITLE.match(names[place])]
    cases = [place for place in rest if any(p.match(names[place]) for p in (_CASE, _POINT, _COUNT))]
    known = {*outcomes, *decided, day, *cases, *titles}
    others = [place for place in rest if place not in known]
    unknown = [place for place in others if parts[place] is None]
    if decision is None and not cases and not titles:
        return None
    return Columns(
        names,
        decision,
        tuple(cases) or tuple(place for place in unknown[:1] if place == 0),
        tuple(titles),
        tuple(others),
        tuple(place for place in outcomes if place != decision),
        day,
        result=bool(results) and not decided,
        unknown=bool(unknown),
    )


def part_of(name: str) -> Part | None:
    """What a heading, or a label that stands as one, says of the text under or beside it."""
    name = name.strip(" :")
    if not name or _ACTION.match(name):
        return None
    found = label(Line(0, 0, name, heading=True))
    part = found.part if found is not None and not found.rest else None
    if _PROPOSED.search(name):
        return part if part in (Part.PROPOSAL, Part.AMENDMENT) else None
    if EARLIER.search(name):
        return None
    return Part.DECISION if _DECIDED.match(name) else part
