"""Answers from the agenda: who presents, when, what kind of case, which cases, how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from radsassistent.answers.draft import Draft, Statement, listed, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
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
_DURATION = re.compile(
    r"\b(hvor\s+lenge|kor\s+lenge|hvor\s+lang\s+tid|how\s+long|varer|varighet|minutter)\b", re.IGNORECASE
)
_CASES = re.compile(
    r"\b(saker|sakene|sakane|saksnummer\w*|sakspunkt\w*|drøftingssaker|orienteringssaker|cases|items|punkter|punkt)\b|\b(dagsorden|agenda|saksliste|program)\w*",
    re.IGNORECASE,
)
_BEGIN = re.compile(r"\b(start\w*|begynn\w*|byrj\w*|først\w*|fyrst\w*|åpn\w*|begin\w*|first|open\w*)\b", re.IGNORECASE)
_MEAL = re.compile(r"\b(mat|spise|spiser|lunsj\w*|lunch|matpause\w*|middag)\b", re.IGNORECASE)
_MEAL_TITLE = re.compile(r"lunsj|lunch|middag|\bmat\b", re.IGNORECASE)
_END = re.compile(r"\b(slutt\w*|ferdig|sist\w*|end|ends|last|final)\b", re.IGNORECASE)


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
    if _DURATION.search(query.text) and len(chosen) == 1:
        return _duration(chosen[0], items)
    return Draft(tuple(_said(item, query) for item in chosen))


def _in_scope(item: Passage, query: Query, corpus: Corpus) -> bool:
    """The agenda of the meetings named; else, unless cases are named, of the newest meeting."""
    if query.meetings:
        return any((m.body, m.date) == (item.body, item.meeting) for m in query.meetings)
    if query.cases:
        return True
    newest = corpus.meetings[0]
    return (newest.body, newest.date) == (item.body, item.meeting)


def _chosen(query: Query, hits: Sequence[Hit], items: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The rows that a question is about: by case number, person, case type or organisation, else the best ranked."""
    if query.cases:
        return [item for item in items if item.case in query.cases]
    numbered = [item for item in items if item.case]
    by_person = [item for item in numbered if item.data["presenter"] in query.people]
    if by_person:
        return by_person
    meal = [item for item in items if not item.case and _MEAL_TITLE.search(item.data["title"])]
    if meal and _MEAL.search(query.text):
        return meal
    if _asks_several(query):
        return _several(query, numbered)
    if not _telling(query, corpus):
        edge = _first_or_last(query, items)
        if edge:
            return edge
    best = next((hit.passage for hit in hits if hit.passage.kind is PassageKind.AGENDA), None)
    return [item for item in items if best is not None and item.id == best.id]


def _asks_several(query: Query) -> bool:
    """Whether a question is about cases in the plural: which ones, how many."""
    return bool(_CASES.search(query.text)) and bool(query.cues & {Cue.LIST, Cue.HOW_MANY})


def _several(query: Query, numbered: Sequence[Passage]) -> list[Passage]:
    """The cases of the type and of the organisation that a question names; all when it names neither."""
    by_type = _of_type(query, numbered)
    by_organisation = _of_organisation(query, numbered)
    narrowed = [item for item in (by_type or numbered) if not by_organisation or item in by_organisation]
    return narrowed or list(numbered)


def _telling(query: Query, corpus: Corpus) -> dict[str, float]:
    """The words of a question that tell one item from another."""
    return corpus.weights(query.text, _GENERIC)


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
        if organisation and set(terms(organisation)) - {"sf", "rhf", "as"} <= asked:
            found.append(item)
    return found


def _first_or_last(query: Query, items: Sequence[Passage]) -> list[Passage]:
    """The item that a meeting begins or ends with, where a question asks for that."""
    timed = [item for item in items if item.data["time"]]
    if not timed or not query.cues & {Cue.MEETING, Cue.AGENDA, Cue.CASE, Cue.CLOCK, Cue.WHEN}:
        return []
    if _END.search(query.text):
        return timed[-1:]
    return timed[:1] if _BEGIN.search(query.text) else []


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
    if person and who and not time and Cue.WHO in query.cues:
        return statement(f"{who}, legger frem {titled.rstrip(',')}.", item, data["presenter"])
    if time and data["time"] and not person:
        return statement(f"{titled[0].upper()}{titled[1:]} er satt opp kl. {data['time']}.", item, data["title"])
    if Cue.CASE_TYPE in query.cues and data["case_type"] and not (person or time or _asks_several(query)):
        return statement(f"Sakstypen er {data['case_type']}: {titled.rstrip(',')}.", item, data["case_type"])
    details = [part for part in (who, f"kl. {data['time']}" if data["time"] else "", data["case_type"]) if part]
    head = f"Sak {item.case}: {data['title']}" if item.case else data["title"]
    return statement(f"{head} ({'; '.join(details)})." if details else f"{head}.", item, data["title"])


def _count(items: Sequence[Passage]) -> Draft:
    cases = [item.case for item in items if item.case]
    first = items[0]
    text = f"{len(cases)} saker: {listed([str(case) for case in cases])}."
    return Draft((Statement(text, statement("", first, first.data["title"]).support, (str(len(cases)),)),))


def _duration(item: Passage, items: Sequence[Passage]) -> Draft | None:
    """From an item's time to the next one's."""
    later = [other for other in items if other.data["position"] > item.data["position"] and other.data["time"]]
    if not item.data["time"] or not later:
        return None
    begin, end = (datetime.strptime(other.data["time"], "%H:%M") for other in (item, later[0]))
    minutes = int((end - begin) / timedelta(minutes=1))
    named = _name(item)
    text = f"{named[0].upper()}{named[1:]} har {minutes} minutter, fra kl. {item.data['time']} til kl. {later[0].data['time']}."
    return Draft((Statement(text, statement("", item, item.data["title"]).support, (str(minutes),)),))
