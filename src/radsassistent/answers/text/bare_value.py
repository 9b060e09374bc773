"""An answer that is no more than the value wished for: "bare tallet", "ett årstall", "just the date please"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal

from radsassistent.answers.answer import Note, Sentence
from radsassistent.answers.draft import Draft, Statement
from radsassistent.answers.text.form import ASKS_MONEY, ASKS_SHARE
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import numbers
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query, Wanted
from radsassistent.search.style import Value, value_wished
from radsassistent.search.terms import MIN_PART, begins_alike, terms

_MONTH = "|".join(MONTHS)
_A_DAY = re.compile(
    rf"\b\d{{1,2}}\.\s*(?:{_MONTH})(?:\s+(?:19|20)\d\d)?\b|\b\d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}}\b)?", re.IGNORECASE
)
_AN_HOUR = re.compile(
    r"(?<![\d.,/])\d{1,2}[:.]\d\d(?!\d|\.\d|\s*(?:%|prosent|mill|mrd|kr))(?:\s*[–-]\s*\d{1,2}[:.]\d\d(?!\d))?"
)
_A_YEAR = re.compile(r"(?<![\w/])(?:19|20)\d\d(?![\d/])")
_A_MONTH = re.compile(rf"\b(?:{_MONTH})(?:\s+(?:19|20)\d\d)?\b", re.IGNORECASE)
_MONEY = (
    r"(?:mill(?:ioner|ionar|ion)?|mrd|milliard(?:er|ar)?|tusen)\b\.?(?:\s*(?:norske\s+)?(?:kroner|kr\b\.?|nok))?|"
    r"kroner\b|kr\b|mnok\b|nok\b"
)
_MEASURE = (
    r"%|prosent(?:poeng)?\b|(?:min(?:utt(?:er|ar)?)?|time[rn]?|timar|dag(?:er|ar)?|døgn|uker?|veker?|måned(?:er)?|månad(?:er|ar)?|år|"
    r"meter|kilometer|km|m[²2]|kvadratmeter|tonn|liter|kilo|kg|grader|årsverk|stillinger|stillingar)\b"
)
# "Sak 4/26", "ICD-11", "1. kvartal": numbers that count nothing.
_A_NUMBER = re.compile(
    r"(?<![\w/.,-])(?:[<>≥≤~]\s*|\b(?:over|under|ca\.?|cirka|minst|rundt|nesten|omtrent|om\s+lag|inntil|opptil|about|almost)\s+)?"
    rf"(?:kr\.?\s*)?[+−-]?\d+(?:[  .]\d{{3}})*(?:,\d+)?(?![\d/:-])(?!\.\s*[a-zæøå])"
    rf"(?:\s*(?:{_MONEY}|{_MEASURE}))?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:sak|punkt|lysbilde|side|slide)\s+\d+(?:/\d+)?", re.IGNORECASE)
_OF_MONEY = re.compile(rf"^kr|(?:{_MONEY})", re.IGNORECASE)
_OF_SHARES = re.compile(r"%|prosent", re.IGNORECASE)
_VERDICT = re.compile(r"^(?:ja|nei)\b", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:\w+\s+)?(?P<noun>[^\W\d_]{3,})")
# So many words right before a number may say what it is.
WORDS_BEFORE = 3
# What a rule of running text adds to the text that answers; rows and records are asked for all together.
_TEXT = frozenset({PassageKind.UNIT, PassageKind.SLIDE})


def as_bare_value(query: Query, draft: Draft, sentences: Sequence[Sentence], corpus: Corpus) -> tuple[Sentence, ...]:
    """The verified sentences of a draft, or the one value that the question wishes for alone, where the first of them has
    just one that may be meant.
    """
    wished = value_wished(query.question)
    if wished is None or draft.abstained or draft.worded or len(sentences) != len(draft.statements):
        return tuple(sentences)
    first, rest = draft.statements[0], draft.statements[1:]
    beside = [said for said in rest if said.note is None]
    if any(s.passage.kind not in _TEXT for said in beside for s in said.support) or first.note is Note.PROPOSAL:
        return tuple(sentences)
    value = _value(wished, query, first, corpus)
    if value is None:
        return tuple(sentences)
    kept = [sentence for sentence in sentences[1:] if sentence.note is not None]
    return (Sentence(f"{value.rstrip('.')}.", sentences[0].citations, sentences[0].note), *kept)


def _value(wished: Value, query: Query, said: Statement, corpus: Corpus) -> str | None:
    ways: dict[Value, Callable[[], Collection[str]]] = {
        Value.NUMBER: lambda: _numbers(query, said),
        Value.YEAR: lambda: _new(_A_YEAR, query, said.text),
        Value.MONTH: lambda: _new(_A_MONTH, query, said.text),
        Value.DAY: lambda: _new(_A_DAY, query, said.text),
        Value.HOUR: lambda: _new(_AN_HOUR, query, _A_DAY.sub(" ", said.text)),
        Value.NAME: lambda: _names(query, said, corpus),
        Value.FIRST_NAME: lambda: [name.rsplit(" ", 1)[0] for name in _names(query, said, corpus)],
        Value.LAST_NAME: lambda: [name.rsplit(" ", 1)[-1] for name in _names(query, said, corpus)],
        Value.VERDICT: lambda: [match[0] for match in (_VERDICT.match(said.text),) if match is not None],
        Value.WORD: lambda: _word(query, said, corpus),
    }
    found = list(dict.fromkeys(ways[wished]()))
    return found[0] if len(found) == 1 else None


def _word(query: Query, said: Statement, corpus: Corpus) -> Collection[str]:
    """What one word may be by what is asked: a verdict, a number, a last name, a time."""
    if Cue.YES_NO in query.cues:
        return [match[0] for match in (_VERDICT.match(said.text),) if match is not None]
    if query.wanted is Wanted.NUMBER:
        return _numbers(query, said)
    if query.wanted is Wanted.PERSON:
        return [name.rsplit(" ", 1)[-1] for name in _names(query, said, corpus)]
    if query.wanted is not Wanted.TIME:
        return []
    days = _new(_A_DAY, query, said.text)
    hours = _new(_AN_HOUR, query, _A_DAY.sub(" ", said.text))
    return [*days, *hours] or _new(_A_MONTH, query, said.text) or _new(_A_YEAR, query, said.text)


def _new(pattern: re.Pattern[str], query: Query, text: str) -> list[str]:
    """The values of a text that the question has not itself."""
    asked = query.text.casefold()
    return [match[0] for match in pattern.finditer(text) if match[0].casefold() not in asked]


def _numbers(query: Query, said: Statement) -> list[str]:
    """The numbers of a statement that may be meant, with their units: what was computed where something was, else those in the
    unit that is asked for, or of the thing that is counted; years, hours, days, cases and the question's numbers are none.
    """
    text = said.text
    for other in (_PLACE, _A_DAY, _AN_HOUR):
        text = other.sub(lambda match: " " * len(match[0]), text)
    asked, found = set(numbers(query.text)), []
    for match in _A_NUMBER.finditer(text):
        value = next(iter(numbers(match[0])), None)
        is_year = _A_YEAR.fullmatch(match[0].strip()) is not None
        if value is not None and value not in asked and not is_year:
            found.append((match, value))
    computed = {value for each in said.computed for value in numbers(each)}
    if computed:
        # What has fallen says so in a sentence.
        fallen = any(value < Decimal(0) for value in (*computed, *(value for _, value in found)))
        found = [] if fallen else [(match, value) for match, value in found if value in computed]
    texts = [match[0].strip() for match, _ in found]
    unit = _OF_SHARES if ASKS_SHARE.search(query.text) else _OF_MONEY if ASKS_MONEY.search(query.text) else None
    if unit is not None:
        texts = [each for each in texts if unit.search(each)] or texts
    elif (counted := counted_thing(query)) is not None:
        # What is counted may be a measure, which is told with its number, or stand after it.
        beside = [(match, _AFTER.match(text, match.end())) for match, _ in found]
        counting = [
            match[0].strip()
            for match, after in beside
            if _is_counted(counted, terms(f"{match[0]} {after['noun'] if after else ''}"))
        ]
        texts = counting or texts
    if len(texts) > 1:
        # "En ramme på 170 mill. og et underforbruk på 13 mill.": by the words right before each.
        texts = [match[0].strip() for match, _ in found if _is_called(query, text[: match.start()])] or texts
    return texts


def _is_counted(counted: str, beside: Collection[str]) -> bool:
    """Whether a word beside a number is what is counted, or what that is called by its last part: "63 uttalelser" of
    "høringsuttalelser".
    """
    return begins_alike(counted, beside) or any(len(term) >= MIN_PART and counted.endswith(term) for term in beside)


def _is_called(query: Query, before: str) -> bool:
    """Whether the words right before a number, after any other number, are of the question."""
    words = terms(" ".join(_A_NUMBER.split(before)[-1].split()[-WORDS_BEFORE:]))
    return any(begins_alike(term, words) for term in query.terms)


def _names(query: Query, said: Statement, corpus: Corpus) -> list[str]:
    """The people whom a statement names and the question does not, where somebody is asked for."""
    if query.wanted is not Wanted.PERSON and Cue.PRESENT not in query.cues and Cue.LEADER not in query.cues:
        return []
    found = [name for name in corpus.names if name in said.text and name not in query.people]
    return [name for name in found if not any(name != other and name in other for other in found)]
