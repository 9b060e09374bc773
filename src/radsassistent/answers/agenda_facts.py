"""Answers from the agenda: who presents, when, what kind of case, which cases, how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from radsassistent.answers.draft import Draft, Statement, listed, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, terms

# Terms that every question about an agenda may have; they tell no item from another.
_GENERIC = frozenset(
    stem(word)
    for word in "sak saken saker møte møtet dagsorden agenda presentere presenterer legge frem fram orientere innlede ansvarlig "
    "tid tidspunkt klokken klokka starte begynne drøfting drøfte orientering godkjenning sakstype type slags punkt satt opp "
    "klokkeslett bare rådet hold holder skal snakke time program programmet kommer start mange saksnummer nummer dagen presenterast".split()
)
_DURATION = re.compile(
    r"\b(hvor\s+lenge|kor\s+lenge|hvor\s+lang\s+tid|how\s+long|varer|varighet|minutter)\b", re.IGNORECASE
)
_MEETING_START = re.compile(r"\b(møtet|meeting)\b", re.IGNORECASE)
_MEAL = re.compile(r"\b(mat|spise|spiser|lunsj\w*|lunch|matpause\w*|middag)\b", re.IGNORECASE)
_MEAL_TITLE = re.compile(r"lunsj|lunch|middag|\bmat\b", re.IGNORECASE)
_END = re.compile(r"\b(slutt\w*|ferdig|sist\w*|siste)\b", re.IGNORECASE)
# A title matches a question when the terms that they share carry at least this share of the question's weight.
TITLE_SHARE = 0.3


def agenda_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer from the agenda's rows; None when the question names nothing that the agenda has."""
    items = [item for item in corpus.of_kind(PassageKind.AGENDA) if _in_scope(item, query, corpus)]
    if not items:
        return None
    chosen = _chosen(query, hits, items, corpus)
    if not chosen:
        return None
    if query.wanted is Wanted.COUNT:
        return _count(chosen)
    if _DURATION.search(query.text) and len(chosen) == 1:
        return _duration(chosen[0], items)
    return Draft(tuple(_said(item, query) for item in chosen), confidence=2.0)


def names_item(query: Query, corpus: Corpus) -> bool:
    """Whether a question has every telling word of some agenda item's title ("når er Eventuelt?")."""
    asked = set(query.terms)
    titles = (set(terms(item.data["title"])) - _GENERIC for item in corpus.of_kind(PassageKind.AGENDA))
    return any(title and title <= asked for title in titles)


def _in_scope(item: Passage, query: Query, corpus: Corpus) -> bool:
    """The agenda of the meetings named; else, unless cases are named, of the newest meeting."""
    if query.meetings:
        return any((m.body, m.date) == (item.body, item.meeting) for m in query.meetings)
    if query.cases:
        return True
    newest = corpus.meetings[0]
    return (newest.body, newest.date) == (item.body, item.meeting)


def _chosen(query: Query, hits: Sequence[Hit], items: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The rows that a question is about: by case number, case type, person or organisation, else by title."""
    if query.cases:
        return [item for item in items if item.case in query.cases]
    numbered = [item for item in items if item.case]
    many = query.wanted in (Wanted.LIST, Wanted.COUNT)
    by_type = _of_type(query, numbered)
    by_person = [item for item in numbered if item.data["presenter"] in query.people] if query.people else []
    if by_person:
        return by_person
    if many or (by_type and query.wanted is not Wanted.PERSON and query.wanted is not Wanted.TIME):
        by_organisation = _of_organisation(query, numbered)
        narrowed = [item for item in (by_type or numbered) if not by_organisation or item in by_organisation]
        if by_type or by_organisation:
            return narrowed
    meal = [item for item in items if not item.case and _MEAL_TITLE.search(item.data["title"])]
    if meal and _MEAL.search(query.text):
        return meal
    by_title = _by_title(query, hits, items, corpus)
    if by_title is not None:
        return [by_title]
    if many or not _telling(query):
        return numbered if query.wanted is not Wanted.TIME else _first_or_last(query, items)
    return []


def _telling(query: Query) -> list[str]:
    return [term for term in query.terms if term not in _GENERIC]


def _of_type(query: Query, items: Sequence[Passage]) -> list[Passage]:
    asked = set(query.terms)
    return [item for item in items if item.data["case_type"] and _names_type(item.data["case_type"], asked)]


def _names_type(case_type: str, asked: set[str]) -> bool:
    """ "Drøfting" is named by "drøfting", "drøftes" and "drøftingssaker"."""
    root = stem(case_type.lower())[:6]
    return any(term.startswith(root) for term in asked)


def _of_organisation(query: Query, items: Sequence[Passage]) -> list[Passage]:
    asked = set(query.terms)
    found = []
    for item in items:
        organisation = item.data["organisation"]
        if organisation and set(terms(organisation)) - {"sf", "rhf", "as"} <= asked:
            found.append(item)
    return found


def _by_title(query: Query, hits: Sequence[Hit], items: Sequence[Passage], corpus: Corpus) -> Passage | None:
    """The item whose title the question is about: most shared weight of terms, the fused score deciding ties."""
    asked = corpus.weights(query.text, _GENERIC)
    total = sum(asked.values())
    if not total:
        return None
    scores = {hit.passage.id: hit.score for hit in hits}
    best: tuple[float, float, Passage] | None = None
    for item in items:
        titled = set(corpus.terms(item.data["title"]))
        share = sum(weight for term, weight in asked.items() if term in titled) / total
        ranked = (share, scores.get(item.id, 0.0), item)
        if share >= TITLE_SHARE and (best is None or ranked[:2] > best[:2]):
            best = ranked
    return best[2] if best else None


def _first_or_last(query: Query, items: Sequence[Passage]) -> list[Passage]:
    timed = [item for item in items if item.data["time"]]
    if not timed or not _MEETING_START.search(query.text):
        return []
    return [timed[-1] if _END.search(query.text) else timed[0]]


def _name(item: Passage) -> str:
    return f"sak {item.case}" if item.case else f"«{item.data['title']}»"


def _said(item: Passage, query: Query) -> Statement:
    data = item.data
    who = ", ".join(part for part in (data["presenter"], data["organisation"]) if part)
    named = _name(item)
    titled = f"{named}, {data['title']}" if item.case else named
    if query.wanted is Wanted.PERSON and who:
        return statement(f"{who}, legger frem {titled}.", item, data["presenter"])
    if query.wanted is Wanted.TIME and data["time"]:
        return statement(f"{titled[0].upper()}{titled[1:]}, er satt opp kl. {data['time']}.", item, data["title"])
    if query.wanted is Wanted.CASE_TYPE and data["case_type"]:
        return statement(f"Sakstypen er {data['case_type']}: {titled}.", item, data["case_type"])
    details = [part for part in (who, f"kl. {data['time']}" if data["time"] else "", data["case_type"]) if part]
    head = f"Sak {item.case}: {data['title']}" if item.case else data["title"]
    return statement(f"{head} ({'; '.join(details)})." if details else f"{head}.", item, data["title"])


def _count(items: Sequence[Passage]) -> Draft:
    cases = [item.case for item in items if item.case]
    first = items[0]
    text = f"{len(cases)} saker: {listed([str(case) for case in cases])}."
    return Draft((Statement(text, statement("", first, first.data["title"]).support, (str(len(cases)),)),), 2.0)


def _duration(item: Passage, items: Sequence[Passage]) -> Draft | None:
    """From an item's time to the next one's."""
    later = [other for other in items if other.data["position"] > item.data["position"] and other.data["time"]]
    if not item.data["time"] or not later:
        return None
    begin, end = (datetime.strptime(other.data["time"], "%H:%M") for other in (item, later[0]))
    minutes = int((end - begin) / timedelta(minutes=1))
    named = _name(item)
    text = f"{named[0].upper()}{named[1:]} har {minutes} minutter, fra kl. {item.data['time']} til kl. {later[0].data['time']}."
    return Draft((Statement(text, statement("", item, item.data["title"]).support, (str(minutes),)),), 2.0)
