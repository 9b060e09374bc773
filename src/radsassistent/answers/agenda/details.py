"""What an agenda says of its cases under headings of its own ("Innstilling fra", "Vedtak i"), and what the slide that opens a
case says under a label ("Saksordfører: …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from radsassistent.answers.agenda.facts import counted
from radsassistent.answers.agenda.meant import rows_in_words
from radsassistent.answers.agenda.rows import CASES, in_scope, name, telling_words
from radsassistent.answers.agenda.vocabulary import EMPTY, LEFT_OUT
from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings import SlideKind
from radsassistent.meetings.hours import period
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike, stem, terms, words

# What agendas call it, and what it is asked for by besides.
_KINDS = (
    (
        re.compile(
            r"\b(?:vedtak\s+i|vedtas|vedtek|avgj\w+|endel[ie]g\w*|myndighet|mynde|vedtaksorgan|til\s+behandling\s+i|videre\s+til)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:siste|endelig\w*)\s+(?:ord\w*|avgjørels\w*|vedtak\w*|mynd\w*)\b|\b(?:avgjør\w*|avgjer\w*|bestemm\w*|vedta\w*|vedtek)\b.*\b(?:selv|sjøl|sjølv|endelig|til\s+slutt)\b|"
            r"\b(?:går|gå|skal|sendes|gjeng|kommer|kjem)\s+(?:\w+\s+){0,2}?(?:videre|vidare)\b|\b(?:tar|tek|avgjør|avgjer|vedtar|vedtek|bestemmer)\s+(?:\w+\s+){0,2}?(?:til\s+slutt|endelig)\b|"
            r"\b(?:hvem|kven|hvilket\s+organ|kva\s+organ|who)\b.*\b(?:avgj\w+|vedta\w*|vedtek\w*|bestemm\w*|decides?)\b|"
            r"\b(?:hvor|kor|where)\s+(?:blir|ble|is|was)\s+.*\b(?:avgjort|vedtatt|vedteke|decided)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            r"\b(?:innstilling\w*|tilråding\w*|forslag\w*|framlegg\w*)\s+(?:fra|frå|av|ved)\b|\b(?:innstiller|forslagsstiller)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:hvem|kven|who)\b.*\b(?:innstilling\w*|innstil\w*|tilrå\w*|tilråding\w*|recommend\w*)\b|"
            r"\b(?:innstilling\w*|tilråding\w*)\b.*\b(?:fra|frå|av|from)\s+(?:hvem|kven|whom)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:saksbehandl\w*|sakshandsam\w*|kontakt\w*|utred\w*|case\s+officer)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:hvem|kven|who)\b.*\b(?:saksbehandl\w*|sakshandsam\w*|(?:jobbet|jobba|arbeidet|arbeidd|worked)\s+(?:med|på|with|on)|forberedt|førebudd|utredet|greidd|skrevet\s+sak\w*|"
            r"kontakt\w*|prepared|handled)\b",
            re.IGNORECASE,
        ),
    ),
)
_HEADS_NOTHING = re.compile(
    r"^(?:sak(?:s?nr|snummer|en|a)?|tittel|tema|emne|nr|type|sakstype|tid|tidspunkt|kl)$", re.IGNORECASE
)
_LABELLED = re.compile(rf"^(?P<label>{CAPITAL}[^\W\d][\w -]{{1,30}}?)\s*:\s*(?P<value>\S.{{1,90}})$")
_BRACKETS = re.compile(r"\([^)]*\)")
_TYPE_ALONE = re.compile(r"^(?:saks?)?type$|^behandling\w*$|^formål$|^føremål$", re.IGNORECASE)
# A value is told by so many words at most.
_WORDS_OF_VALUE = 12


class _Detail(NamedTuple):
    row: Passage
    label: str
    value: str
    support: Support


def agenda_detail(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the agenda, or the slide that opens a case, says of the cases meant under the heading that a question asks for; or the
    cases of which it says under it what the question names: "hvilke saker går til Fylkestinget?".
    """
    if query.years or query.slides or query.unknown_cases:
        return None
    items = [item for item in in_scope(query, corpus) if item.case]
    of_all = [detail for item in items for detail in _details(item, corpus) if not _told_by_field(detail, query)]
    if CASES.search(query.asked):
        return _cases_saying(of_all, query, corpus)
    details = [detail for detail in of_all if _asks_for(detail.label, query)]
    if not details:
        return None
    labels = {word for detail in details for word in words(detail.label)}
    empty = {*EMPTY, *map(stem, labels), *_WORDS_OF_KINDS}
    meant = rows_in_words(query.asked, query, items, corpus, empty)
    told = [detail for detail in details if detail.row in meant]
    return Draft(tuple(map(_said, told))) if told else None


def decided_where(rows: Sequence[Passage]) -> Draft | None:
    """What an agenda without types says of where its cases are decided, or that they are not."""
    decided, _ = _KINDS[0]
    told = [
        _Detail(row, str(label), str(value), Support(row, str(value)))
        for row in rows
        for label, value in row.data.get("details", ())
        if decided.search(label)
    ]
    return Draft(tuple(map(_said, told))) if told else None


def _cases_saying(of_all: Sequence[_Detail], query: Query, corpus: Corpus) -> Draft | None:
    """The cases of which the agenda says what a question names, or another thing where it denies that, where it says no more; how
    many, where that is asked for.
    """
    saying = [detail for detail in of_all if _named(detail.value, query)]
    if not saying or len({detail.label for detail in saying}) > 1:
        return None
    own = {stem(word) for detail in saying for word in words(f"{detail.label} {detail.value}")}
    if set(telling_words(query, corpus)) - own - EMPTY - _WORDS_OF_KINDS:
        return None
    if LEFT_OUT.search(query.asked):
        saying = [detail for detail in of_all if detail.label == saying[0].label and detail not in saying]
    if Cue.HOW_MANY in query.cues:
        return counted([detail.row for detail in saying])
    return Draft(tuple(map(_said, saying))) if saying else None


# Words by which these are asked for, which tell no row from another.
_WORDS_OF_KINDS = frozenset(
    stem(word)
    for word in (
        "siste ord ordet endelig avgjøre avgjør avgjørelse bestemme bestemmer bestemt vedta vedtar vedtak selv sjøl "
        "sjølv slutt går gå videre vidare sendes hvem bak står innstilling innstillingen innstilt tilråding "
        "tilrår forslag forslaget jobbet jobba arbeidet arbeidd arbeid arbeider administrasjonen forberedt "
        "utredet skrevet kontakt leder leier noen andre organ etterpå dette"
    ).split()
)


def _details(item: Passage, corpus: Corpus) -> Sequence[_Detail]:
    """What stands of a row under headings and labels, found once."""
    key = (_details, item.id)
    known: Sequence[_Detail] | None = corpus.kept.get(key)
    if known is None:
        known = corpus.kept[key] = tuple(_found(item, corpus))
    return known


def _found(item: Passage, corpus: Corpus) -> Iterator[_Detail]:
    for label, value in item.data.get("details", ()):
        bare = _BRACKETS.sub("", str(label)).strip()
        if len(str(value).split()) <= _WORDS_OF_VALUE:
            yield _Detail(item, bare, str(value), Support(item, str(value)))
    for slide in _openings(item, corpus):
        for line in slide.text.splitlines():
            match = _LABELLED.match(line.strip())
            if match is not None and len(match["value"].split()) <= _WORDS_OF_VALUE:
                yield _Detail(item, match["label"], match["value"].rstrip("."), Support(slide, line.strip()))


def _openings(item: Passage, corpus: Corpus) -> list[Passage]:
    """The slides that open a row's case."""
    of_case = (item.body, item.meeting, item.case)
    return [
        slide
        for slide in corpus.of_kind(PassageKind.SLIDE)
        if (slide.body, slide.meeting, slide.case) == of_case and slide.data["slide_kind"] == SlideKind.DIVIDER
    ]


def _asks_for(label: str, query: Query) -> bool:
    """Whether a question asks for what stands under a heading: by its words, or by others for the same."""
    text = query.asked
    if any(called.search(label) and asks.search(text) for called, asks in _KINDS):
        return True
    own = [term for term in terms(label) if not _HEADS_NOTHING.match(term)]
    if not own or _HEADS_NOTHING.match(label):
        return False
    asked = [stem(word) for word in words(text)]
    if not all(any(begins_alike(term, [word]) for word in asked) for term in own):
        return False
    # "Hva er innstillingen?" is for its words, not for whose it is; that is asked by its kind.
    return not cues(label) & {Cue.PROPOSAL, Cue.DECIDED}


def _told_by_field(detail: _Detail, query: Query) -> bool:
    """Whether a field of the row has what stands under a heading, which other rules answer by."""
    data = detail.row.data
    if _TYPE_ALONE.match(detail.label) or (detail.value.strip() and period(detail.value)[0]):
        return True
    presented = data["presenter"] is not None and data["presenter"] in detail.value
    return presented and Cue.PRESENT in query.cues


def _named(value: str, query: Query) -> bool:
    """Whether a question has all telling words of a value."""
    own = set(terms(_BRACKETS.sub("", value)))
    return bool(own) and own <= set(query.terms)


def _said(detail: _Detail) -> Statement:
    bare = _BRACKETS.sub("", detail.label).strip()
    label = bare[:1].lower() + bare[1:]
    called = f"{name(detail.row)[:1].upper()}{name(detail.row)[1:]}, {detail.row.data['title']}"
    return Statement(f"{called} – {label}: {detail.value}.", (detail.support,))
