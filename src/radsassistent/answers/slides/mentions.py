"""Answers about where something is mentioned: every case that speaks of it, each with a slide that does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.agenda.rows import GENERIC, in_scope, titled
from radsassistent.answers.decisions.proposal_facts import in_scope as of_meetings
from radsassistent.answers.draft import Draft
from radsassistent.answers.slides.where_is import FEW, MOST, named
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings import SlideKind
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.english import norwegian_terms
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import STOP_WORDS, is_english, stem, words

_WHICH = (
    r"(?:(?:i|på|under|in)\s+)?(?:hvilke|kva(?:\s+for)?|which|what)\s+(?:(?:av|of|andre|other)\s+)?(?:the\s+)?"
    r"(?:saker|sakene|sakane|agendapunkt(?:er)?|cases|items|agenda\s+items)"
)
_WHERE = (
    r"(?:hvor|kor|kvar|where)(?:\s+(?:i|in)\s+(?:(?:the|this)\s+)?"
    r"(?:møte\w*|presentasjon\w*|lysbild\w*|lysark\w*|dokument\w*|sakspapir\w*|meeting|deck|slides))?"
)
_IS = r"(?:er|blir|vert|ble|blei|vart|var|is|are|was|were)"
_MENTIONED = (
    r"(?:nevnt|nemn[dt]e?|omtal[tae]e?|tatt\s+opp|te[kc]ne?\s+opp|berørt|mentioned|referred\s+to|touched\s+(?:up)?on|"
    r"brought\s+up|talked\s+about|spoken\s+of|discussed)"
)
_PASSIVE = (
    r"(?:nevnes|nemnast|omtales|omtalast|berøres|(?:står|stod|sto|sies|snakkes|snakkast)\s+(?:det\s+)?(?:noe\s+|noko\s+)?om|"
    r"(?:snakker|snakkar|leser|les|hører|høyrer)\s+(?:vi|me|man|de|dei)\s+om)"
)
_MENTIONS = (
    r"(?:nevner|nemner|omtaler|omtalar|berører|er\s+innom|er\s+inne\s+på|tar\s+opp|tek\s+opp|(?:sier|seier)\s+(?:noe|noko)\s+om|"
    r"(?:snakker|snakkar)\s+om|mentions?|refers?\s+to|touch(?:es)?\s+(?:up)?on|brings?\s+up|talks?\s+(?:about|of)|speaks?\s+(?:about|of)|"
    r"discuss(?:es)?|say\s+(?:something|anything)\s+about)"
)
_END = r"(?:\s+(?:i|in))?(?:\s+(?:møtet|presentasjonen|lysbildene|the\s+(?:meeting|deck|slides)))?\s*[?.!]*$"
# The wordings of such a question, and what is to be mentioned.
_OF_CASES = tuple(
    re.compile(rf"^\W*{pattern}{_END}", re.IGNORECASE)
    for pattern in (
        rf"{_WHICH}\s+{_IS}\s+(?P<subject>.+?)\s+{_MENTIONED}",
        rf"{_WHICH}\s+{_PASSIVE}\s+(?P<subject>.+?)",
        rf"{_WHICH}\s+(?:(?:som|that)\s+)?{_MENTIONS}\s+(?P<subject>.+?)",
    )
)
_OF_PLACES = tuple(
    re.compile(rf"^\W*{pattern}{_END}", re.IGNORECASE)
    for pattern in (
        rf"{_WHERE}\s+{_IS}\s+(?P<subject>.+?)\s+{_MENTIONED}",
        rf"{_WHERE}\s+(?:nevnes|nemnast|omtales|omtalast)\s+(?P<subject>.+?)",
        r"where\s+(?:does|do)\s+(?:the\s+\w+|they|we|it)\s+(?:mention|refer\s+to|touch\s+on|talk\s+about)\s+(?P<subject>.+?)",
    )
)
# "Hva sies om lyktene i årsrapporten?": a slide is named by its title.
_SAID_IN = re.compile(
    r"^\W*(?:hva|kva|what)\s+(?:sies|seiast|seier|sier|står|stod|sto|skrives|(?:blir|ble|blei|vert|vart|er|is|was)\s+(?:det\s+)?(?:sagt|skrevet|skrive|said|written)|"
    r"does\s+(?:it|the\s+\w+)\s+say)\s+(?:det\s+|dei?\s+)?(?:om|about|on)\s+(?P<subject>.+?)\s+(?:i|på|under|in|on)\s+(?P<place>.+?)[?.!]*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\s+(?:i|in|av|of|fra|frå)\s+", re.IGNORECASE)
# A line of no more words may be what a slide is called.
_WORDS_OF_TITLE = 4
_MARKS = " «»\"'“”"


def mentioned(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Every case whose slides mention what a question names, by number and title where cases are asked for."""
    of_cases, subject = _subject(query.asked, _OF_CASES), _subject(query.asked, _OF_PLACES)
    asked = of_cases or subject
    if not asked or query.cases or query.slides or all(stem(word) in GENERIC for word in words(asked)):
        return None
    found = _slides(asked, query, hits, corpus)
    by_case: dict[str | None, Passage] = {}
    for passage in found:
        by_case.setdefault(passage.case, passage)
    if of_cases:
        rows = [item for item in in_scope(query, corpus) if item.case]
        # A case in its place on the agenda; one without a row, of an earlier meeting, is told by its slide.
        told = [titled(item, by_case.pop(item.case), corpus) for item in rows if item.case in by_case]
        rest = [passage for case, passage in by_case.items() if case]
        told += [named(passage, corpus, first=False) for passage in rest[:MOST]] if not told else []
        return Draft(tuple(told)) if told else Draft.abstaining("Det finner jeg ikke i dokumentene.")
    chosen = list(by_case.values())[:MOST] if len(by_case) > 1 else found[:FEW]
    return Draft(tuple(named(passage, corpus, first=i == 0) for i, passage in enumerate(chosen))) if chosen else None


def said_under_title(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the slides of the title that a question names say of something, where some of their texts have all its words."""
    match = _SAID_IN.match(query.asked)
    if match is None or query.cases or query.slides or query.people:
        return None
    titled = _titled(match["place"], query, corpus)
    ways = _all_ways(match["subject"], query, corpus)
    told = [unit for unit in titled if _has_all(ways, frozenset(corpus.terms(unit.text)))][:MOST]
    return Draft(tuple(said_of(unit) for unit in told)) if told else None


def _titled(place: str, query: Query, corpus: Corpus) -> list[Passage]:
    """The texts of the few slides whose title, or a line as short as one, has every word of a place, or of its first part: "mål 3
    i planen".
    """
    units = [unit for unit in corpus.of_kind(PassageKind.UNIT) if of_meetings(unit, query)]
    for called in (place, _WITHIN.split(place)[0]):
        ways = _all_ways(called, query, corpus)
        for heading in (_title, _short_line):
            found = {
                (unit.sha256, unit.slide) for unit in units if _has_all(ways, frozenset(corpus.terms(heading(unit))))
            }
            if 0 < len(found) <= FEW:
                return [unit for slide in sorted(found) for unit in corpus.units_on(slide)]
    return []


def _title(unit: Passage) -> str:
    return str(unit.data.get("title") or "")


def _short_line(unit: Passage) -> str:
    return unit.text if len(unit.text.split()) <= _WORDS_OF_TITLE else ""


def _subject(text: str, wordings: Sequence[re.Pattern[str]]) -> str:
    found = next((match for wording in wordings if (match := wording.match(text))), None)
    return found["subject"].strip(_MARKS) if found is not None else ""


def _slides(subject: str, query: Query, hits: Sequence[Hit], corpus: Corpus) -> list[Passage]:
    """One passage of every slide that mentions something in a case: those that do word for word before those with its terms, then
    the likeliest by rank. Rows of the agenda come last.
    """
    ranks: dict[SlideKey, int] = {}
    for rank, hit in enumerate(hits):
        ranks.setdefault((hit.passage.sha256, hit.passage.slide), rank)
    is_named = re.compile(rf"(?<!\w){re.escape(' '.join(subject.split()))}", re.IGNORECASE)
    ways = _all_ways(subject, query, corpus)
    found: list[tuple[tuple[bool, bool, int, int], Passage]] = []
    for place, passage in enumerate(corpus.passages):
        if not of_meetings(passage, query):
            continue
        text = f"{passage.data.get('title') or ''}\n{passage.text}"
        literal = is_named.search(" ".join(text.split())) is not None
        if literal or _has_all(ways, frozenset(corpus.terms(text))):
            listed = passage.kind is PassageKind.AGENDA or passage.data.get("slide_kind") == SlideKind.AGENDA
            rank = ranks.get((passage.sha256, passage.slide), len(hits))
            found.append(((listed, not literal, rank, place), passage))
    best: dict[tuple[SlideKey, str | None], Passage] = {}
    for _, passage in sorted(found, key=lambda each: each[0]):
        best.setdefault(((passage.sha256, passage.slide), passage.case), passage)
    return list(best.values())


def _all_ways(text: str, query: Query, corpus: Corpus) -> list[list[frozenset[str]]]:
    english = is_english(query.text)
    return [_ways(word, corpus, in_english=english) for word in words(text) if word not in STOP_WORDS]


def _ways(word: str, corpus: Corpus, *, in_english: bool) -> list[frozenset[str]]:
    """The sets of terms by which a text has a word: itself, its Norwegian, the forms that the archive has of it."""
    whole = stem(word)
    if corpus.lexical.has(whole):
        return [frozenset({whole})]
    translated = norwegian_terms(word) if in_english else []
    known = filter(corpus.lexical.has, translated)
    ways = [*known, *corpus.lexical.forms(whole)]
    parts = [stem(part) for part in re.split(r"[-@]", word) if len(part) > 1]
    together = [frozenset(parts)] if len(parts) > 1 else []
    return [*(frozenset({way}) for way in ways), *together]


def _has_all(ways: Sequence[Sequence[frozenset[str]]], own: frozenset[str]) -> bool:
    return bool(ways) and all(any(way <= own for way in of_word) for of_word in ways)
