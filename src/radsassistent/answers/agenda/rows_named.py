"""Which rows a question names: by number, person, organisation, type, title, or what they lack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.condition import Condition, Kind, Rest, condition_on
from radsassistent.answers.agenda.meant import rows_called
from radsassistent.answers.agenda.vocabulary import (
    BREAK,
    FIRST,
    LAST,
    LEFT_OUT,
    LONGEST,
    MEAL,
    MISSING,
    NUMBERED,
    SHORTEST,
    TYPE_APPROVED,
    TYPE_DECIDED,
    TYPE_HEARD,
    TYPE_SPOKEN,
)
from radsassistent.archive import Passage
from radsassistent.meetings.people import each_person
from radsassistent.search.abbreviations import LEGAL_FORMS
from radsassistent.search.corpus import Corpus
from radsassistent.search.english import norwegian_terms
from radsassistent.search.query import Query
from radsassistent.search.terms import MIN_PART, is_english, stem, terms, words

_EITHER = re.compile(
    r"(?:[,:–]|\bav|\bof)\s*(?P<one>[^,:?]+?)\s+(?:eller|or|og|and)\s+(?P<other>[^?,]+)", re.IGNORECASE
)
_CALLED_CASE = re.compile(r"\b[^\W\d_]{2,}(?:-[^\W\d_]+)*-?sak(?:en|a)\b", re.IGNORECASE)
_CASE_WORD = re.compile(r"\b(?:sak(?:en|a|ene|er)?|case|item|nr\.?|nummer)\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:om|i|på|about|in|gjelder|angående)\s+$", re.IGNORECASE)
_SHORTEST_ENDING = 6


def alternatives(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Two rows of which one is asked for: "hva kommer først, havna eller ferja?"."""
    match = _EITHER.search(rest.text)
    if match is None or not any(order.search(rest.text) for order in (FIRST, LAST, LONGEST, SHORTEST)):
        return []
    rows = [rows_called(match[side], query, items, corpus) for side in ("one", "other")]
    if any(len(each) != 1 for each in rows):
        return []
    rest.take(match.start("one"), match.end())
    return [condition_on(Kind.CASE, [row for each in rows for row in each], match.start())]


def missing(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Rows that lack something: "uten sakstype", "har ikke saksnummer"; and those that have a number."""
    found = []
    for match in rest.taken(MISSING):
        field = match["field"].lower()
        if "type" in field:
            rows = [item for item in items if item.case and not re.search(r"\w", str(item.data["case_type"] or ""))]
        elif field.startswith(("innled", "present", "navn")):
            rows = [item for item in items if not item.data["presenter"]]
        else:
            rows = [item for item in items if not item.case]
        found.append(condition_on(Kind.MISSING, rows, match.start()))
    numbered = rest.taken(NUMBERED)
    return [
        *found,
        *(condition_on(Kind.NUMBERED, [i for i in items if i.case], match.start()) for match in numbered[:1]),
    ]


def cases_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The cases named by their numbers, or called after what they are about ("veikartsaken")."""
    found: list[Passage] = []
    starts = []
    for item in items:
        if not item.case:
            continue
        number, _, year = item.case.split(" ")[-1].partition("/")
        counted = re.search(rf"\b(?:nummer|nr\.?|number)\s+{re.escape(number)}\b", rest.text, re.IGNORECASE)
        if item.case not in query.cases and counted is None:
            continue
        said = re.compile(
            rf"(?<![\d:./])0?{re.escape(number)}(?:/(?:20)?{year})?(?![\d/]|:\d|[.,]\d|\s*(?:min|prosent|%))"
        )
        match = said.search(rest.text) or (_CALLED_CASE.search(rest.text) if len(query.cases) == 1 else None)
        if match is None:
            continue
        word = _CASE_WORD.search(rest.text[: match.start()])
        rest.take(word.start() if word else match.start(), match.end())
        found.append(item)
        starts.append(match.start())
    return [condition_on(Kind.CASE, found, starts[0])] if found else []


def people_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows that a person named presents."""
    found = []
    for name in query.people:
        parts = {part.casefold() for part in words(name)}
        places = [
            match
            for match in re.finditer(r"[^\W\d_][\w'’-]+", rest.text)
            if match[0].casefold().removesuffix("s") in parts or match[0].casefold() in parts
        ]
        rows = [item for item in items if name in each_person(item.data["presenter"])]
        if places:
            found.append(condition_on(Kind.PRESENTER, rows, places[0].start()))
        for match in places:
            rest.take(match.start(), match.end())
    if len(found) > 1:
        either = frozenset().union(*(each.rows for each in found))
        return [replace(found[0], rows=either)]
    return found


def titles_said(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows called by their whole title, where that is a word: "Dagsaktuelt", "Eventuelt"."""
    found = []
    for item in items:
        title = words(item.data["title"])
        if len(title) != 1 or agenda_order.is_break(item.data["title"]):
            continue
        match = re.search(rf"\b{re.escape(title[0])}\b", rest.text, re.IGNORECASE)
        if match is not None:
            rest.take(match.start(), match.end())
            found.append(condition_on(Kind.TITLE, [item], match.start()))
    return found


def types_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The types of cases named, by the agenda's own words or by others for the same."""
    found = []
    families = (
        (TYPE_HEARD, r"orient|informa|melding"),
        (TYPE_SPOKEN, r"drøft|disku|samtale|innspill"),
        (TYPE_DECIDED, r"vedta|beslut|avgj|tilslut"),
        (TYPE_APPROVED, r"godkj|approv"),
    )
    for pattern, own in families:
        of_type = [item for item in items if item.case and re.search(own, str(item.data["case_type"] or ""), re.I)]
        for match in rest.taken(pattern):
            found.append(condition_on(Kind.TYPE, of_type, match.start()))
    return _united(found, query.asked)


def _united(found: Sequence[Condition], text: str) -> list[Condition]:
    """Conditions joined by "og" or "eller" are fulfilled by either."""
    united: list[Condition] = []
    for each in sorted(found, key=lambda each: each.start):
        last = united[-1] if united else None
        joint = text[last.start : each.start] if last is not None else ""
        if last is not None and re.fullmatch(
            r"[\w-]+(?:\s+[\w-]+)?(?:\s*,\s*|\s+(?:og|eller|and|or|eller\s+til|og\s+til)\s+)", joint, re.I
        ):
            united[-1] = replace(last, rows=last.rows | each.rows)
        elif last is None or last.rows != each.rows:
            united.append(each)
    return united


def organisations_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The organisations named whose cases are on the agenda; of what stands in one ("hva skjer i …"), none is."""
    english = is_english(query.asked)
    said = list(re.finditer(r"[^\W\d_][\w-]*", rest.text))
    forms = [_forms(match[0], corpus, in_english=english) for match in said]
    asked: set[str] = set().union(*forms) if forms else set()
    found = []
    names = dict.fromkeys(str(item.data["organisation"]) for item in items if item.data["organisation"])
    for name in names:
        own = [term for term in terms(name) if term not in LEGAL_FORMS]
        parts = {term: set(corpus.lexical.compounds.parts(term)) for term in own}
        whole = bool(own) and all(term in asked or (parts[term] and parts[term] <= asked) for term in own)
        every = {*own, *(part for each in parts.values() for part in each)}
        places = [match for match, form in zip(said, forms, strict=True) if form & every] if whole else []
        places = places or _ending(name, names, said) or (_in_english(name, names, said) if english else [])
        if not places or _ABOUT.search(rest.text[: places[0].start()]):
            continue
        for match in places:
            rest.take(match.start(), match.end())
        rest.taken(re.compile(rf"\b(?:{'|'.join(LEGAL_FORMS)})\b")) if whole else None
        found.append(
            condition_on(Kind.ORGANISATION, [i for i in items if i.data["organisation"] == name], places[0].start())
        )
    if len(found) > 1:
        # Nobody comes from two.
        return [
            replace(found[0], rows=frozenset().union(*(each.rows for each in found)), start=min(c.start for c in found))
        ]
    return found


def _forms(word: str, corpus: Corpus, *, in_english: bool) -> set[str]:
    """The terms that a word may stand for: its own, those that it abbreviates, also in the genitive, and Norwegian ones."""
    short = corpus.abbreviated_by(word.lower()) or corpus.abbreviated_by(word.lower().removesuffix("s"))
    return {stem(word.lower()), *terms(word), *short, *(norwegian_terms(word) if in_english else ())}


def _ending(name: str, names: Iterable[str], said: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The word that ends an organisation's name, and no other's: "departementet"."""
    found = []
    for match in said:
        word = match[0].lower()
        word = word.removesuffix("s") if not word.endswith("ss") else word
        if len(word) >= _SHORTEST_ENDING and [each for each in names if each.lower().endswith(word)] == [name]:
            found.append(match)
    return found[:1]


def _in_english(name: str, names: Iterable[str], said: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The English words that are parts of an organisation's name, and more of it than of any other's: "Directorate of Health"."""
    parts = [(match, norwegian_terms(match[0])) for match in said]

    def has(other: str) -> list[re.Match[str]]:
        return [match for match, own in parts if any(len(part) >= MIN_PART and part in other.lower() for part in own)]

    most = max(len(has(other)) for other in names)
    return has(name) if most and [other for other in names if len(has(other)) == most] == [name] else []


def _is_called(said: str, item: Passage) -> bool:
    """Whether a break is called by a compound that begins with its title: "kaffepausen" for "Kaffe"."""
    title = words(str(item.data["title"]))
    return bool(title) and len(title[0]) >= MIN_PART and said.lower().startswith(title[0]) and said.lower() != title[0]


def breaks_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Meals, or the breaks that are none."""
    pauses = [item for item in items if not item.case and agenda_order.is_break(item.data["title"])]
    found = []
    for match in rest.taken(MEAL):
        found.append(
            condition_on(Kind.BREAK, [item for item in pauses if MEAL.search(item.data["title"])], match.start())
        )
    by_length = LONGEST.search(rest.text) or SHORTEST.search(rest.text)
    for match in rest.taken(BREAK):
        called = [item for item in pauses if _is_called(match[0], item)]
        plain = [] if by_length else [item for item in pauses if agenda_order.is_plain_break(item)]
        found.append(condition_on(Kind.BREAK, called or plain or pauses, match.start()))
    if len(found) > 1 and not LEFT_OUT.search(rest.text):
        return [replace(found[0], rows=frozenset().union(*(each.rows for each in found)))]
    return found
