"""Answers from the agenda: who presents, when, what kind of case, which cases, how many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.rows import (
    AN_ITEM,
    CALLED_CASE,
    HALF,
    WHO_SPEAKS,
    asks_several,
    in_scope,
    item_terms,
    name,
    said,
    telling_words,
    with_parts,
)
from radsassistent.answers.agenda.vocabulary import SAID
from radsassistent.answers.draft import Draft, Statement, listed, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.people import each_person
from radsassistent.search.abbreviations import LEGAL_FORMS
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.tells import FEWEST
from radsassistent.search.terms import STOP_WORDS, stem, terms, words

# "Bare saksnumrene": the cases are told by nothing else.
NUMBERS_ALONE = re.compile(
    r"\b(?:bare|berre|kun|only|just)\s+(?:the\s+)?(?:case\s+)?(?:saksnum\w*|saksnr|numr\w*|numbers)", re.IGNORECASE
)
# A row that is so likely answers when on the day something is, in whatever words. Of 9,210 training questions about February that
# ask for a time of day 6 more are then answered, 5 of them right; the likeliest row of one that nothing answers had 0.29.
SURE_OF_HOUR = 0.3
# And how long that is: of the same questions three more are answered, all right; none that nothing answers was as likely.
SURE_OF_LENGTH = 0.7
# So it does to name who presents what another passage is surely about.
SURE = 0.5
# Of rows likelier than 0.9 that were not told, over 3,300 questions about February, 3 were meant and none was rightly left
# untold; of those from 0.6 to 0.9 2 were meant and 3 rightly left. Not measured more finely.
SUREST = 0.85
# An agenda tells times of day, and neither days nor when papers were sent.
NOT_ON_AGENDA = re.compile(
    r"\b(?:(?:hvilke[nt]?|kva(?:\s+for\s+ein)?|which|what)\s+(?:dato\w*|dag(?:er)?|måned|månad|år|dates?|days?|month|year)|dato(?:en)?\s+for|"
    r"sendt|sendes|utsendt|publisert|lagt\s+ut|sent|published)\b",
    re.IGNORECASE,
)
# "…, ikke bare bli orientert om": the type that is not meant.
_DENIED = re.compile(
    r",?\s*(?:\b(?:og|and)\s+)?\b(?:ikke|ikkje|not)\s+(?:bare|berre|kun|just|only|merely)\b.*$", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r"\b(?:hvem|kven|who)\b.*\b(?:leder|leiar|leier|nestleder|nestleiar|chairs?|avgjør|avgjer|avgjøre|vedtar|vedta|vedtek|bestemmer|decides?)\b",
    re.IGNORECASE,
)
# Types of cases as they are also called, in English too.
_OTHER_TYPES = {
    stem(other): stem(own)
    for other, own in (
        ("informasjon", "orientering"), ("information", "orientering"), ("briefing", "orientering"),
        ("vedtak", "beslutning"), ("vedtakssak", "beslutning"), ("beslutning", "vedtak"), ("beslutningssak", "vedtak"),
        ("diskusjon", "drøfting"), ("diskutere", "drøfting"), ("discussion", "drøfting"),
        ("approval", "godkjenning"), ("decision", "beslutning"),
    )
}  # fmt: skip


def agenda_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer from the agenda's rows; None when the question names nothing that the agenda has."""
    items = in_scope(query, corpus)
    if not items or (NOT_ON_AGENDA.search(query.asked) and Cue.CLOCK not in query.cues):
        return None
    chosen = _chosen(query, hits, items, corpus)
    if Cue.CASE_TYPE in query.cues:
        # A break is of no type.
        chosen = [item for item in chosen if item.case or not agenda_order.is_break(item.data["title"])]
    if not chosen:
        return None
    if _asks_end_of_subject(query, chosen, corpus):
        return None
    if Cue.HOW_MANY in query.cues and asks_several(query):
        return counted(chosen)
    if agenda_order.asks_duration(query) and len(chosen) == 1:
        named = telling_words(query, corpus).keys() <= item_terms(chosen[0], corpus)
        if not (named or _surely_lasts(query, hits, corpus)):
            return None
        return agenda_order.duration(chosen[0], items, name(chosen[0]))
    if NUMBERS_ALONE.search(query.question) and len(chosen) > 1 and all(item.case for item in chosen):
        return numbers_of(chosen)
    return Draft(tuple(said(item, query) for item in chosen))


def _asks_end_of_subject(query: Query, chosen: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether a question is for when that which cases are about is finished, which no agenda tells."""
    if query.cases or query.people or AN_ITEM.search(query.asked) or not agenda_order.asks_end(query):
        return False
    return all(item.case for item in chosen) and bool(telling_words(query, corpus))


def _chosen(query: Query, hits: Sequence[Hit], items: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The rows that a question is about: by place, case number, time, person, type or organisation, else the best ranked."""
    beside = agenda_order.beside(query, items, hits)
    if beside:
        return beside
    if query.cases:
        return [item for item in items if item.case in query.cases]
    numbered = [item for item in items if item.case]
    by_person = [item for item in numbered if set(each_person(item.data["presenter"])) & set(query.people)]
    named = by_person or agenda_order.at_time(query, items) or agenda_order.breaks(query, items)
    if named:
        return named
    if asks_several(query):
        return _several(query, numbered, corpus)
    # Words that no document has tell no item from another.
    telling = {term: weight for term, weight in telling_words(query, corpus).items() if corpus.lexical.has(term)}
    # "Når begynner pengesaken?" is about a case, by whatever word it is called.
    called = CALLED_CASE.search(query.asked)
    edge = agenda_order.first_or_last(query, items) if not (telling or called) else []
    if (
        one := _surely_lasts(query, hits, corpus)
        or _surely_timed(query, hits)
        or edge
        or _surely_spoken_of(query, hits, corpus)
    ):
        return one
    best = next((hit.passage for hit in hits if hit.passage.kind is PassageKind.AGENDA), None)
    # Who leads or decides need not be who presents.
    of_another = _OF_ANOTHER.search(query.asked) and Cue.PRESENT not in query.cues
    if (
        best is None
        or of_another
        or (Cue.WHERE in query.cues and not telling)
        or (agenda_order.names_break(query) and not telling)
        or (telling_words(query, corpus) and _is_of_else(query, best, corpus))
    ):
        # No agenda says where something is, nor does a case stand for a meal or a break that it does not have.
        return []
    speaks = hits[0].passage.id == best.id and WHO_SPEAKS.search(query.text)
    if (
        telling
        and not speaks
        and not AN_ITEM.search(query.asked)
        and covered(telling, with_parts(telling, item_terms(best, corpus), corpus)) < HALF
    ):
        # Who does or when comes something that is only near a case is not told by its agenda row.
        return []
    return [item for item in items if item.id == best.id]


def _surely_timed(query: Query, hits: Sequence[Hit]) -> list[Passage]:
    """The likeliest row, asked when on the day that is, in whatever words."""
    return [hits[0].passage] if hits and is_sure_of_hour(query, hits[0]) else []


def _surely_lasts(query: Query, hits: Sequence[Hit], corpus: Corpus) -> list[Passage]:
    """The row that hardly anything else can be meant by, asked how long that is; in archives as large as it was measured in."""
    asks = Cue.DURATION in query.cues and Cue.WHEN not in query.cues and len(corpus.passages) >= FEWEST
    first = hits[0] if hits and asks else None
    return (
        [first.passage] if first and first.passage.kind is PassageKind.AGENDA and first.chance >= SURE_OF_LENGTH else []
    )


def is_sure_of_hour(query: Query, hit: Hit) -> bool:
    """Whether a row of an agenda is likely enough to be what a question asks the time of day of."""
    # "Når er det satt av tid til …" is no question of how long.
    asks = Cue.CLOCK in query.cues and (Cue.DURATION not in query.cues or Cue.WHEN in query.cues)
    return asks and hit.passage.kind is PassageKind.AGENDA and hit.chance >= SURE_OF_HOUR


def _surely_spoken_of(query: Query, hits: Sequence[Hit], corpus: Corpus) -> list[Passage]:
    """The row that hardly anything else can be meant by, asked of what somebody speaks or who does; in archives as large as those
    that this was measured in.
    """
    first = hits[0] if hits and Cue.PRESENT in query.cues and len(corpus.passages) >= FEWEST else None
    return [first.passage] if first and first.passage.kind is PassageKind.AGENDA and first.chance >= SUREST else []


def _is_of_else(query: Query, item: Passage, corpus: Corpus) -> bool:
    """Whether a question is for who does something else, or is about nothing that a row or its case speaks of."""
    return _does_otherwise(query, item, corpus) or not _speaks_of_any(query, item, corpus)


def _does_otherwise(query: Query, item: Passage, corpus: Corpus) -> bool:
    """Whether a question is for who does something that is not presenting: "hvem har meldt inn noe under Eventuelt?"."""
    if query.wanted is not Wanted.PERSON or Cue.PRESENT in query.cues:
        return False
    own = item_terms(item, corpus)
    left = {stem(word) for word in words(query.asked) if word not in STOP_WORDS} - SAID
    return bool(left - with_parts(left, own, corpus))


def _speaks_of_any(query: Query, item: Passage, corpus: Corpus) -> bool:
    """Whether a row or the slides of its case have any word of what a question is about."""
    spoken = corpus.case_terms.get((item.body, item.meeting, str(item.case)), frozenset())
    telling = set(telling_words(query, corpus))
    return bool(telling & with_parts(telling, item_terms(item, corpus) | set(spoken), corpus))


def _several(query: Query, numbered: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The cases of the type and of the organisation that a question names; all when it says no more than that it is for cases."""
    by_type = of_type(query, numbered)
    by_organisation = _of_organisation(query, numbered)
    if not (by_type or by_organisation):
        return [] if telling_words(query, corpus) else list(numbered)
    return [item for item in (by_type or numbered) if not by_organisation or item in by_organisation]


def of_type(query: Query, items: Sequence[Passage]) -> list[Passage]:
    """The rows of the type that a question names."""
    of_asked = terms(_DENIED.sub(" ", query.asked)) if _DENIED.search(query.asked) else query.terms
    asked = set(of_asked) | {_OTHER_TYPES[term] for term in of_asked if term in _OTHER_TYPES}
    return [item for item in items if item.data["case_type"] and _names_type(item.data["case_type"], asked)]


def _names_type(case_type: str, asked: set[str]) -> bool:
    """ "Drøfting" and "til drøfting" are named by "drøfting", "drøftes" and "drøftingssaker"."""
    roots = [root[:5] for root in terms(case_type)]
    return any(term.startswith(root) for root in roots for term in asked)


def _of_organisation(query: Query, items: Sequence[Passage]) -> list[Passage]:
    asked = set(query.terms)
    found = []
    for item in items:
        organisation = item.data["organisation"]
        if organisation and set(terms(organisation)) - LEGAL_FORMS <= asked:
            found.append(item)
    return found


def numbers_of(items: Sequence[Passage]) -> Draft:
    """The cases by their numbers alone."""
    supports = tuple(support for item in items for support in statement("", item, item.data["title"]).support)
    return Draft((Statement(f"{listed([str(item.case) for item in items])}.", supports),))


def so_many_cases(cases: Sequence[str]) -> str:
    """How many cases there are, and which: "1 sak: 9/26."."""
    told = listed(list(cases))
    return f"{len(cases)} sak: {told}." if len(cases) == 1 else f"{len(cases)} saker: {told}."


def counted(items: Sequence[Passage]) -> Draft | None:
    """How many cases rows are, and which; None of no row."""
    cases = [item.case for item in items if item.case]
    if not cases:
        return None
    text = so_many_cases(cases)
    # Each rests on its own row: what goes on from here may mean the last of them.
    support = tuple(each for item in items for each in statement("", item, item.data["title"]).support)
    return Draft((Statement(text, support, (str(len(cases)),)),))
