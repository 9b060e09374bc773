"""Which texts have the form that a question demands: an amount, a time, a place, of the year asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from radsassistent.answers.text.demands import tells_span
from radsassistent.archive import Passage
from radsassistent.documents.numbers import numbers
from radsassistent.search.answer_types import A_COUNT, A_PLACE
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.passage_facts import facts
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, stem, terms

# "Ramme: 152,6 mill kr": a figure with its name, and the year that such figures stand under.
NAMED_FIGURE = re.compile(
    r"^(?P<name>[^\d:]*[^\W\d_]{2,}[^\d:]*):\s*(?:kr\.?\s*)?[><~]?(?P<figure>\d[\d .,]*)(?P<unit>[^:\d]*)$"
)
PERIOD = re.compile(r"(?:19|20)\d\d")
# An item of a list with at most this many words says little without the others.
SHORT_ITEM = 6
ASKS_MONEY = re.compile(
    r"\b(kost\w*|kroner|beløp\w*|budsjett\w*|pris\w*|penger|pengar|rutte|millioner|betal\w*|cost\w*)\b", re.IGNORECASE
)
MONEY = re.compile(r"\b(kr|kroner|mill|mnok|nok|mrd|milliard\w*|million\w*)\b|\dmnok", re.IGNORECASE)
_MILLIONS = re.compile(r"(?:mill|mrd|mnok|milliard|million)", re.IGNORECASE)
# "5,5 mill" may be inhabitants; with a currency it is money.
_SUM_OF_MONEY = re.compile(
    r"\d[\d .,]*\s*(?:(?:mill|mrd|milliard\w*|million\w*)\.?\s*)?(?:kr|kroner|mnok|nok)\b", re.IGNORECASE
)
# "46 nye, 61 videreføringer": counts with what they count.
_COUNT = re.compile(r"^[><~]?\d[\d .,]*\s+[^\W\d_]{2,}")
_UNITS = re.compile(r"\d[\d.,]*|\b(?:kr|kroner|mill|mnok|nok|mrd|milliard\w*|million\w*|prosent)\b\.?|%", re.IGNORECASE)
# What there is to share out is a "ramme", whatever a question calls it.
_FRAME = re.compile(r"\b(?:penge)?pott(?:en|a)?\b|\bpengesekk\w*|\bfunding\s+pot\b|\bfund\s+size\b", re.IGNORECASE)
_FRAME_WORDS = frozenset({stem("ramme"), stem("rammen")})
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "Andel kommuner som rapporterer", "Antall enheter", with the figure on a line of its own.
_CAPTION = re.compile(r"^(?:(?P<share>andel\w*|prosent\w*|share|percentage)|antall?|number)\b", re.IGNORECASE)
_BARE_FIGURE = re.compile(r"[><~+−-]?\s*\d[\d .,]*\s*%?")
# The number of a day is no amount.
_A_DAY = re.compile(
    r"\b\d{1,2}\.\s*(?:jan|feb|mars|april|mai|juni|juli|aug|sept|okt|nov|des)\w*|\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?\b",
    re.IGNORECASE,
)
_ASKS_PLACE = re.compile(
    r"\b(?:hvilke[tn]|kva(?:\s+for)?|what|which)\s+(?:sted|stad|lokale|adresse|place|venue)\b", re.IGNORECASE
)
_ASKS_COUNT = re.compile(r"\b(hvor\s+mange|kor\s+mange|antall|how\s+many)\b", re.IGNORECASE)
ASKS_SHARE = re.compile(r"\b(prosent\w*|andel\w*|(?:hvor|kor)\s+stor\s+del|share|percent)\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\bprosent|\bandel|\b(?:halvparten|tredjedel|fjerdedel|alle|ingen|flertall\w*)\b", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"\b(?:mange|få|flere|fleire|(?:de|dei)\s+(?:fleste|flest|færreste)|alle|samtlige|ingen|inga)\s+(?P<noun>[^\W\d_]{3,})",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}\.\s*\w+|\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"sommer\w*|høst\w*|vår\w*|vinter\w*|kvartal|halvår|medio|ultimo|q[1-4]|kl\.|"
    r"(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\w*|(?:for|etter)middag\w*|kveld\w*|natt\w*|helg\w*|døgn\w*|"
    r"(?:\d+|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti)\s+(?:år|måned\w*|månad\w*|uke\w*|veke\w*|dag\w*|virkedag\w*))\b",
    re.IGNORECASE,
)


def _repeats(query: Query, passage: Passage, corpus: Corpus) -> bool:
    """Whether a text only says what the question says itself; a yes or no may rest on such a text."""
    if Cue.YES_NO in query.cues or passage.text.rstrip().endswith(":") or passage.data.get("under"):
        return False
    return set(terms(passage.text)) <= {*query.terms, *terms(query.text)}


# What a slide says to its audience tells nothing.
_COURTESY = re.compile(r"^\W*(?:takk\s+for\b|tusen\s+takk|velkommen\b\W*$|spørsmål\s*\?*$|thank\s+you)", re.IGNORECASE)


def has_form(query: Query, passage: Passage, corpus: Corpus, *, sure: bool = False) -> bool:
    """A question for an amount, a time or a place is answered only by text that has one, and of the year asked about. A figure
    need not be called as the question calls it where it is `sure` that it is meant.
    """
    text = passage.text
    below = figure_below(passage, corpus) or "" if query.wanted is Wanted.NUMBER else ""
    if query.wanted is Wanted.NUMBER and not _has_amount(query, f"{facts(passage, corpus).headed} {below}"):
        return False
    if query.wanted is Wanted.TIME and not TIME.search(facts(passage, corpus).headed):
        return False
    if _ASKS_PLACE.search(query.text) and not A_PLACE.search(text):
        return False
    of_else = not sure and _is_figure_of_else(query, passage, corpus)
    if of_else or _COURTESY.match(text) or _is_money_besides(query, passage):
        return False
    if not below and _repeats(query, passage, corpus):
        return False
    if query.years and not any(year in passage.embedded_text for year in query.years):
        if below and any(year in corpus.slide_text(passage.sha256, passage.slide) for year in query.years):
            return True
        # A text without any year is of the meeting's own.
        return not re.search(r"\b20\d\d\b", text) and passage.meeting[:4] in query.years
    return True


def _is_money_besides(query: Query, passage: Passage) -> bool:
    """Whether a number of things is asked for, and a text is millions of something else: "Journal: 87,7 mill."."""
    counted = counted_thing(query)
    if counted is None or ":" not in passage.text or ASKS_MONEY.search(query.text):
        return False
    match = NAMED_FIGURE.match(passage.text.strip())
    if match is None or not _MILLIONS.match(match["unit"].strip()):
        return False
    return not begins_alike(counted, terms(match["name"]))


def _is_figure_of_else(query: Query, passage: Passage, corpus: Corpus) -> bool:
    """Whether an amount is asked for, and a text is one of several figures on its slide, of whose name the question has no word:
    "Hvor stor er tilskuddet?" is not answered by "Journal: 87,7 mill.".
    """
    figure = _figure(passage) if query.wanted is Wanted.NUMBER else None
    if figure is None:
        return False
    named = set(terms(_UNITS.sub(" ", figure)))
    asked = {*query.terms, *corpus.asked(query.asked), *frame_asked(query)[1]}
    parts = {*named, *corpus.terms(_UNITS.sub(" ", figure))}
    if (
        not named
        or any(begins_alike(term, asked) for term in parts)
        or any(begins_alike(term, parts) for term in asked)
    ):
        return False
    beside = (unit for unit in corpus.units_on((passage.sha256, passage.slide)) if unit.id != passage.id)
    return any(_figure(unit) is not None for unit in beside)


def frame_asked(query: Query) -> tuple[frozenset[str], frozenset[str]]:
    """The terms that a question calls a frame of money by, and those that slides do; none where it asks of no such frame."""
    called = _FRAME.search(query.asked)
    return (frozenset(terms(called[0])), _FRAME_WORDS) if called else (frozenset(), frozenset())


def _figure(passage: Passage) -> str | None:
    """The words of a text that is a figure with its name or with what it counts, or that stands below such a one."""
    text = passage.text.strip()
    if not any(map(str.isdigit, text)):
        text = str((passage.data["under"] or [""])[-1]).strip()
        return text if NAMED_FIGURE.match(text) else None
    short = len(text.split()) <= SHORT_ITEM and _COUNT.match(text)
    return text if short or NAMED_FIGURE.match(text) else None


def figure_below(passage: Passage, corpus: Corpus) -> str | None:
    """The figure that stands by itself right below what it is said to be a number or a share of; None where there is none.

    A text under a figure is that figure's; a share has a percent sign.
    """
    caption = _CAPTION.match(passage.text)
    if caption is None or passage.data["under"] or any(map(str.isdigit, passage.text)):
        return None
    lines = [line.strip() for line in corpus.slide_text(passage.sha256, passage.slide).splitlines()]
    place = lines.index(passage.text.strip()) + 1 if passage.text.strip() in lines else len(lines)
    below = lines[place] if place < len(lines) else ""
    of_share = caption["share"] is not None
    return below if _BARE_FIGURE.fullmatch(below) and not _A_YEAR.search(below) and of_share == ("%" in below) else None


def _has_amount(query: Query, text: str) -> bool:
    """Whether a text has a number that the question does not have itself, in the unit that the question asks for."""
    asked = _amount_asked(query.text)
    if asked.money and not MONEY.search(text):
        return False
    if asked.share and not _SHARE.search(text):
        return False
    if asked.count and not asked.share and not asked.money:
        text = _SUM_OF_MONEY.sub(" ", text)
    if asked.count and (counted := counted_thing(query)) is not None and _told_in_words(counted, text):
        return True
    has_new = any(map(str.isdigit, text)) and not asked.numbers.issuperset(
        numbers(_A_YEAR.sub(" ", _A_DAY.sub(" ", text)))
    )
    return has_new or (asked.count and A_COUNT.search(text) is not None) or tells_span(query, text)


def _told_in_words(counted: str, text: str) -> bool:
    """Whether a text tells in words how many there are of a thing: "svært mange kommuner", "ingen hytter"."""
    return any(begins_alike(counted, (stem(match["noun"].lower()),)) for match in _IN_WORDS.finditer(text))


@dataclass(frozen=True, slots=True)
class _AmountAsked:
    """What a question says of the amount that it asks for, and the numbers that it has itself."""

    money: bool
    share: bool
    count: bool
    numbers: frozenset[Decimal]


@lru_cache(maxsize=100)
def _amount_asked(text: str) -> _AmountAsked:
    return _AmountAsked(
        money=ASKS_MONEY.search(text) is not None,
        share=ASKS_SHARE.search(text) is not None,
        count=_ASKS_COUNT.search(text) is not None,
        numbers=frozenset(numbers(text)),
    )
