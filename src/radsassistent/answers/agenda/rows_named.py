"""Which rows a question names: by number, person, organisation, type, title, or what they lack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.condition import Condition, Kind, Rest, condition_on
from radsassistent.answers.agenda.meant import rows_called
from radsassistent.answers.agenda.rows import CALLED_CASE
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
)
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.people import each_person
from radsassistent.search.abbreviations import LEGAL_FORMS
from radsassistent.search.cases_named import cases_excepted
from radsassistent.search.corpus import Corpus
from radsassistent.search.english import norwegian_terms
from radsassistent.search.query import Query
from radsassistent.search.terms import MIN_PART, is_english, stem, terms, words

_EITHER = re.compile(
    r"(?:[,:–]|\bav|\bof)\s*(?P<one>[^,:?]+?)\s+(?:eller|or|og|and)\s+(?P<other>[^?,]+)", re.IGNORECASE
)
_CASE_WORD = re.compile(r"\b(?:sak(?:en|a|ene|er)?|case|item|nr\.?|nummer)\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:om|i|på|about|in|gjelder|angående)\s+$", re.IGNORECASE)
_SHORTEST_ENDING = 6
# Who leads the council, as questions and lists say it; not who leads one of its groups.
_LEADER = re.compile(
    r"\b(?P<second>nest|vara?|vice[\s-]?|deputy\s+)?(?:(?:råds|utvalgs|utvals|styre|nemnd(?:s)?|møte)?(?:leder|leiar)(?:en)?|(?:the\s+)?chair(?:man|woman|person)?)\b"
    r"(?:\s+(?:selv|sjølv|sjøl|herself|himself))?(?!\s+(?:av|for|i|of)\b|\s+(?:oss|vi|rådet|møtet|an)\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:nest|vara|vise)?(?:\w*leder|\w*leiar|chair)\w*$", re.IGNORECASE)
_SECOND = re.compile(r"nest|vara|vise|vice|deputy", re.IGNORECASE)
_NOT_COUNCIL = re.compile(r"sekretariat|administrasjon|observatør|styringsgrupp|arbeidsgrupp", re.IGNORECASE)


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
    named = {*query.cases, *cases_excepted(query.asked, corpus)}
    for item in items:
        if not item.case:
            continue
        number, _, year = item.case.split(" ")[-1].partition("/")
        counted = re.search(rf"\b(?:nummer|nr\.?|number)\s+{re.escape(number)}\b", rest.text, re.IGNORECASE)
        if item.case not in named and counted is None:
            continue
        said = re.compile(
            rf"(?<![\d:./])0?{re.escape(number)}(?:/(?:20)?{year})?(?![\d/]|:\d|[.,]\d|\s*(?:min|prosent|%))"
        )
        match = said.search(rest.text) or (CALLED_CASE.search(rest.text) if len(query.cases) == 1 else None)
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


def leader_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows that the council's leader presents, who is called no more than that."""
    found: list[Condition] = []
    if query.people:
        # Who asks when somebody became leader says who it is.
        return found
    for match in rest.taken(_LEADER):
        names = _leaders(items, corpus, second=match["second"] is not None)
        rows = [item for item in items if names & set(each_person(item.data["presenter"]))]
        found.append(condition_on(Kind.PRESENTER, rows, match.start()))
    return found


def _leaders(items: Sequence[Passage], corpus: Corpus, *, second: bool) -> set[str]:
    """The one leader, or stand-in for one, that the lists of the rows' meeting have; nobody where they have several."""
    meetings = {(item.body, item.meeting) for item in items}
    names = {
        str(member.data["name"])
        for member in corpus.of_kind(PassageKind.MEMBER)
        if (member.body, member.meeting) in meetings
        and _LEADS.match(str(member.data["role"] or ""))
        and (_SECOND.match(str(member.data["role"])) is not None) is second
        and not _NOT_COUNCIL.search(str(member.data["group"] or ""))
    }
    return names if len(names) == 1 else set()


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


_LUNCH = re.compile(r"lunsj|lunch", re.IGNORECASE)


def breaks_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Meals, or the breaks that are none."""
    pauses = [item for item in items if not item.case and agenda_order.is_break(item.data["title"])]
    found = []
    for match in rest.taken(MEAL):
        meals = [item for item in pauses if MEAL.search(item.data["title"])]
        lunches = [item for item in meals if _LUNCH.search(item.data["title"])] if _LUNCH.search(match[0]) else []
        found.append(condition_on(Kind.BREAK, lunches or meals, match.start()))
    by_length = LONGEST.search(rest.text) or SHORTEST.search(rest.text)
    for match in rest.taken(BREAK):
        called = [item for item in pauses if agenda_order.is_called_by(match[0], item)]
        plain = [] if by_length else [item for item in pauses if agenda_order.is_plain_break(item)]
        found.append(condition_on(Kind.BREAK, (not by_length and called) or plain or pauses, match.start()))
    if len(found) > 1 and not LEFT_OUT.search(rest.text):
        return [replace(found[0], rows=frozenset().union(*(each.rows for each in found)))]
    return found
