"""Answers from the agenda: who presents, when, what kind of case, which cases, how many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers import agenda_order
from radsassistent.answers.draft import Draft, Statement, listed, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.abbreviations import LEGAL_FORMS
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, terms

# Terms that every question about an agenda may have; they tell no item from another.
_GENERIC = frozenset(
    stem(word)
    for word in (
        "sak saken saker møte møtet dagsorden agenda presentere presenterer legge frem fram orientere innlede ansvarlig "
        "tid tidspunkt klokken klokka starte begynne drøfting drøfte orientering godkjenning sakstype type slags punkt "
        "satt opp klokkeslett bare rådet hold holder skal snakke time program programmet kommer start mange saksnummer "
        "nummer dagen presenterast"
    ).split()
)
_CASES = re.compile(
    r"\b(\w*(?:saker|sakene|sakane)|saksnummer\w*|sakspunkt\w*|cases|items|punkter|punkt)\b|"
    r"\b(dagsorden|agenda|saksliste|program)\w*",
    re.IGNORECASE,
)
_CASES_OF_TYPE = re.compile(r"\b\w{3,}(?:saker|sakene|sakane)\b", re.IGNORECASE)


_CASE_TYPE = re.compile(r"\b(sakstype\w*|(?:type|slags)\s+sak)\b", re.IGNORECASE)


def agenda_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer from the agenda's rows; None when the question names nothing that the agenda has."""
    items = [item for item in corpus.of_kind(PassageKind.AGENDA) if _in_scope(item, query, corpus)]
    if not items:
        return None
    chosen = _chosen(query, hits, items, corpus)
    if not chosen:
        return None
    if Cue.HOW_MANY in query.cues and _asks_several(query):
        return _count(chosen)
    if agenda_order.asks_duration(query) and len(chosen) == 1:
        return agenda_order.duration(chosen[0], items, _name(chosen[0]))
    return Draft(tuple(_said(item, query) for item in chosen))


def agenda_by_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what names a case and asks for no more than who presents it, when, for how long, or its type."""
    presents = query.wanted is Wanted.PERSON and Cue.PRESENT in query.cues
    asked = presents or query.wanted is Wanted.TIME or Cue.DURATION in query.cues or _CASE_TYPE.search(query.text)
    other = query.cues & {Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.MONEY, Cue.CHANGE} or query.slides or query.people
    if not query.cases or not asked or other or corpus.topic(query.text, _GENERIC):
        return None
    return agenda_answer(query, hits, corpus)


def placed_in_agenda(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what is known to be about the agenda by its wording alone: the first item, what comes after lunch."""
    items = [item for item in corpus.of_kind(PassageKind.AGENDA) if _in_scope(item, query, corpus)]
    if agenda_order.asks_for_edge(query):
        chosen = agenda_order.first_or_last(query, items)
    else:
        chosen = agenda_order.beside(query, items, hits) if agenda_order.breaks(query, items) else []
    if not chosen:
        return None
    return Draft((*(_said(item, query) for item in chosen), *agenda_order.otherwise_on_break(query, items, corpus)))


def _in_scope(item: Passage, query: Query, corpus: Corpus) -> bool:
    """The agenda of the meetings named; else, unless cases are named, of the newest meeting."""
    if query.meetings:
        return any((m.body, m.date) == (item.body, item.meeting) for m in query.meetings)
    if query.cases:
        return True
    newest = corpus.meetings[0]
    return (newest.body, newest.date) == (item.body, item.meeting)


def _chosen(query: Query, hits: Sequence[Hit], items: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The rows that a question is about: by place, case number, time, person, type or organisation, else the best ranked."""
    beside = agenda_order.beside(query, items, hits)
    if beside:
        return beside
    if query.cases:
        return [item for item in items if item.case in query.cases]
    numbered = [item for item in items if item.case]
    by_person = [item for item in numbered if item.data["presenter"] in query.people]
    named = by_person or agenda_order.at_time(query, items) or agenda_order.breaks(query, items)
    if named:
        return named
    if _asks_several(query):
        return _several(query, numbered)
    edge = agenda_order.first_or_last(query, items) if not _telling(query, corpus) else []
    if edge:
        return edge
    best = next((hit.passage for hit in hits if hit.passage.kind is PassageKind.AGENDA), None)
    return [item for item in items if best is not None and item.id == best.id]


def _asks_several(query: Query) -> bool:
    """Whether a question is about cases in the plural: which ones, how many."""
    if _CASES_OF_TYPE.search(query.text):
        return True
    return bool(_CASES.search(query.text)) and bool(query.cues & {Cue.LIST, Cue.HOW_MANY})


def _several(query: Query, numbered: Sequence[Passage]) -> list[Passage]:
    """The cases of the type and of the organisation that a question names; all when it names neither."""
    by_type = _of_type(query, numbered)
    by_organisation = _of_organisation(query, numbered)
    narrowed = [item for item in (by_type or numbered) if not by_organisation or item in by_organisation]
    return narrowed or list(numbered)


def _telling(query: Query, corpus: Corpus) -> dict[str, float]:
    """The words of a question that tell one item from another; those that no document has do not."""
    asked = corpus.topic(query.text, _GENERIC)
    return {term: weight for term, weight in asked.items() if corpus.lexical.has(term)}


def _of_type(query: Query, items: Sequence[Passage]) -> list[Passage]:
    asked = set(query.terms)
    return [item for item in items if item.data["case_type"] and _names_type(item.data["case_type"], asked)]


def _names_type(case_type: str, asked: set[str]) -> bool:
    """ "Drøfting" is named by "drøfting", "drøftes" and "drøftingssaker"."""
    root = stem(case_type.lower())[:5]
    return any(term.startswith(root) for term in asked)


def _of_organisation(query: Query, items: Sequence[Passage]) -> list[Passage]:
    asked = set(query.terms)
    found = []
    for item in items:
        organisation = item.data["organisation"]
        if organisation and set(terms(organisation)) - LEGAL_FORMS <= asked:
            found.append(item)
    return found


def _name(item: Passage) -> str:
    return f"sak {item.case}" if item.case else f"«{item.data['title']}»"


def _said(item: Passage, query: Query) -> Statement:
    """What is asked of an item; the whole row when the wording asks for nothing in particular or for several things."""
    data = item.data
    who = ", ".join(part for part in (data["presenter"], data["organisation"]) if part)
    named = _name(item)
    titled = f"{named}, {data['title']}," if item.case else named
    person = bool(query.cues & {Cue.WHO, Cue.PRESENT}) and Cue.YES_NO not in query.cues
    time = bool(query.cues & {Cue.WHEN, Cue.CLOCK})
    if Cue.BRIEF in query.cues:
        return _briefly(item, query, person=person, time=time)
    if person and who and not time and Cue.WHO in query.cues:
        return statement(f"{who}, legger frem {titled.rstrip(',')}.", item, data["presenter"])
    if time and data["time"] and not person:
        return statement(f"{titled[0].upper()}{titled[1:]} er satt opp kl. {data['time']}.", item, data["title"])
    if Cue.CASE_TYPE in query.cues and data["case_type"] and not (person or time or _asks_several(query)):
        return statement(f"Sakstypen er {data['case_type']}: {titled.rstrip(',')}.", item, data["case_type"])
    details = [part for part in (who, f"kl. {data['time']}" if data["time"] else "", data["case_type"]) if part]
    head = f"Sak {item.case}: {data['title']}" if item.case else data["title"]
    return statement(f"{head} ({'; '.join(details)})." if details else f"{head}.", item, data["title"])


def _briefly(item: Passage, query: Query, *, person: bool, time: bool) -> Statement:
    """No more than what is asked for; the case in front where several are asked for."""
    data = item.data
    wanted = data["presenter"] if person else data["time"] if time else None
    if Cue.CASE_TYPE in query.cues and not (person or time):
        wanted = data["case_type"]
    head = f"Sak {item.case}: " if item.case and (len(query.cases) != 1 or not wanted) else ""
    return statement(f"{head}{wanted or data['title']}.", item, data["title"])


def _count(items: Sequence[Passage]) -> Draft:
    cases = [item.case for item in items if item.case]
    first = items[0]
    text = f"{len(cases)} saker: {listed([str(case) for case in cases])}."
    return Draft((Statement(text, statement("", first, first.data["title"]).support, (str(len(cases)),)),))
