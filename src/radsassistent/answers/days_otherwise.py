"""What another slide of the same document gives another day for: "Oppstart: 12. januar", "Oppstarten er 18. januar"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.answers.answer import Note
from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.periods import periods
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, stem, terms

_MONTH = "|".join(f"{month[:3]}\\w*" for month in MONTHS)
_DAY = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s*(?P<month>{_MONTH}|1[0-2]|0?[1-9])\b\.?(?:\s*(?P<year>20\d\d))?", re.IGNORECASE
)
_NUMBERS = {month[:3]: number for month, number in MONTHS.items()}
# What happens on a day, in the words of slides: two slides speak of the same when they say the same of these.
_HAPPENS = (
    re.compile(r"^(?:start|oppstart|begyn|byrj|innfør|trer|trår|åpn|opn)"),
    re.compile(r"^(?:slutt|avslutt|ferdig|fullfør|opphør|utløp)"),
    re.compile(r"frist"),
    re.compile(r"møte"),
)
# What a line may say besides: that it is the day.
_UNTELLING = frozenset(
    stem(word)
    for word in (
        "dato dag dagen mandag tirsdag onsdag torsdag fredag lørdag søndag kl klokken innen senest fra skal blir settes satt"
    ).split()
)
_OF_TEXT = frozenset({PassageKind.UNIT, PassageKind.SLIDE, PassageKind.PROPOSAL})
_TEXT = frozenset({PassageKind.UNIT, PassageKind.SLIDE})
_MONTH_OF_YEAR = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|january|february|march|may|june|july|october|december)\s+(?:i\s+|in\s+|of\s+)?20\d\d\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A line of a slide with the one day that it gives, and the words that say of what."""

    passage: Passage
    text: str
    day: tuple[int, int]
    year: str | None
    words: frozenset[str]

    def is_of(self, other: _Dated) -> bool:
        """Whether both give a day of the same sort of happening, of the same year where both say one."""
        alike = all(self._has(sort) == other._has(sort) for sort in _HAPPENS)
        return alike and (self.year == other.year or None in (self.year, other.year))

    def _has(self, sort: re.Pattern[str]) -> bool:
        return any(sort.search(word) for word in self.words)


def days_otherwise(query: Query, draft: Draft, corpus: Corpus) -> list[Statement]:
    """Where a day was told by a slide's text: what another slide of that document gives another day for in the same words."""
    passages = [support.passage for said in draft.statements for support in said.support]
    if query.wanted is not Wanted.TIME or not passages or not {p.kind for p in passages} <= _OF_TEXT:
        return []
    asked = frozenset(terms(query.asked))
    topic = [term for term in corpus.topic(query.asked) if corpus.lexical.has(term)]
    told = [each for each in _dated_lines(passages) if all(begins_alike(term, each.words) for term in topic)]
    known = {each.day for each in _dated_lines(passages)}
    slides = {(passage.sha256, passage.slide) for passage in passages}
    if not topic or len({each.day for each in told}) != 1:
        return []
    found: dict[tuple[str, int], Statement] = {}
    for other in _all_dated(corpus):
        place = (other.passage.sha256, other.passage.slide)
        if place in slides or place in found or other.day in known or other.passage.sha256 != told[0].passage.sha256:
            continue
        if all(begins_alike(term, other.words) for term in topic) and _same(told[0], other, asked):
            title = str(other.passage.data.get("title") or "")
            lead = f"{title.rstrip(':.')}: " if title and title not in other.text else ""
            text = f"Et annet lysbilde sier noe annet: {lead}{other.text.rstrip('.')}."
            found[place] = Statement(text, (Support(other.passage, other.text),), note=Note.CONFLICT)
    return list(found.values())


def _same(told: _Dated, other: _Dated, asked: frozenset[str]) -> bool:
    """Whether two lines speak of the same: the words of one are no more than those of the other and of the question."""
    return told.is_of(other) and (_within(told.words, other.words | asked) or _within(other.words, told.words | asked))


def _within(words: frozenset[str], known: frozenset[str]) -> bool:
    sorts = [sort for sort in _HAPPENS if any(sort.search(word) for word in known)]
    return all(begins_alike(word, known) or any(sort.search(word) for sort in sorts) for word in words)


def _all_dated(corpus: Corpus) -> list[_Dated]:
    """The lines with one day of all texts and proposals of the archive."""
    if "dated lines" not in corpus.kept:
        texts = [p for p in corpus.passages if p.kind in (PassageKind.UNIT, PassageKind.PROPOSAL)]
        corpus.kept["dated lines"] = _dated_lines(texts)
    kept: list[_Dated] = corpus.kept["dated lines"]
    return kept


def _dated_lines(passages: Sequence[Passage]) -> list[_Dated]:
    found: list[_Dated] = []
    for passage in passages:
        above = [str(line) for line in passage.data.get("under") or ()]
        for line in passage.text.split("\n"):
            days = list(_DAY.finditer(line)) or [match for line in above[-1:] for match in _DAY.finditer(line)]
            if len(days) != 1:
                continue
            month = days[0]["month"].lower()
            day = (int(days[0]["day"]), int(month) if month.isdigit() else _NUMBERS[month[:3]])
            words = {word for word in terms(_DAY.sub(" ", line)) if not word[0].isdigit()} - _UNTELLING
            words |= {word for each in above for word in terms(_DAY.sub(" ", each)) if not word[0].isdigit()}
            found.append(_Dated(passage, line.strip(), day, days[0]["year"], frozenset(words)))
    return found


def is_of_another_month(query: Query, draft: Draft) -> bool:
    """Whether a question names a month of a year, and a draft of running text tells of other months alone: the conference in
    January is none of what happens in June.
    """
    asked = {month for match in _MONTH_OF_YEAR.finditer(query.asked) for month in periods(match[0])}
    supports = [support for said in draft.statements for support in said.support]
    if not asked or not supports or any(s.passage.kind not in _TEXT for s in supports):
        return False
    headed = [" ".join((s.quote, *s.passage.data.get("under", ()), s.passage.data["title"])) for s in supports]
    told = [{each for each in periods(text) if each[0] == "month"} for text in headed]
    return all(months and not months & asked for months in told)
