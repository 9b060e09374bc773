"""Answers from running text: the bullets and sentences that answer, word for word."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support, statement
from radsassistent.answers.text.brevity import BRIEF_WORDS, shortened, titled, within
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import numbers
from radsassistent.search.answer_types import A_COUNT, A_PLACE
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import headed
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, stem, terms

# A further unit of the same slide is said too when its chance is at least this share of the best's.
MARGIN = 0.03
# One whose chance is at least this share of the best's is said though it has fewer of the question's words.
LIKELY = 0.5
# In a brief answer, one whose chance is at least this share of the best's.
BRIEFLY = 0.1
# At most this many units are said, and at most this many words once the first is.
MOST_UNITS = 4
MOST_WORDS = 70
# A list of at most this many slides is said whole.
MOST_LISTED = 8
# So many titles of other slides on one make it a list of contents.
FEWEST_ENTRIES = 2
# "Ramme: 152,6 mill kr": a figure with its name, and the year that such figures stand under.
NAMED_FIGURE = re.compile(
    r"^(?P<name>[^\d:]*[^\W\d_]{2,}[^\d:]*):\s*(?:kr\.?\s*)?[><~]?(?P<figure>\d[\d .,]*)(?P<unit>[^:\d]*)$"
)
PERIOD = re.compile(r"(?:19|20)\d\d")
# A slide of at most this many words is said whole where people or a list are asked for.
SHORT_SLIDE = 40
# An item of a list with at most this many words says little without the others.
SHORT_ITEM = 6

_ONE_WORD = re.compile(
    r"\b(?:ett|eitt|et|one)\s+(?:ord|word|tall|tal|number)\b|\b(?:bare|berre|kun|only|just)\b", re.IGNORECASE
)
_LISTS = re.compile(r"\b(list\w*|topp\w*|hvilke|kva\s+for|nevn|viktigste|alle|øverst|punkt\w*)\b", re.IGNORECASE)
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
# "5,5 mill", "> 90 %": a figure with no more than its unit.
_A_FIGURE = re.compile(
    r"[><~+−-]?\s*\d[\d .,]*\s*(?:%|(?:kr|kroner|mill|mrd|million\w*|milliard\w*|prosent)\b\.?\s*)*", re.IGNORECASE
)
# The number of a day is no amount.
_A_DAY = re.compile(
    r"\b\d{1,2}\.\s*(?:jan|feb|mars|april|mai|juni|juli|aug|sept|okt|nov|des)\w*|\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?\b",
    re.IGNORECASE,
)
_ASKS_PLACE = re.compile(
    r"\b(?:hvilke[tn]|kva(?:\s+for)?|what|which)\s+(?:sted|stad|lokale|adresse|place|venue)\b", re.IGNORECASE
)
_ASKS_COUNT = re.compile(r"\b(hvor\s+mange|kor\s+mange|antall|how\s+many)\b", re.IGNORECASE)
_ASKS_SHARE = re.compile(r"\b(prosent\w*|andel\w*|(?:hvor|kor)\s+stor\s+del|share|percent)\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\bprosent|\bandel|\b(?:halvparten|tredjedel|fjerdedel|alle|ingen|flertall\w*)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}\.\s*\w+|\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"sommer\w*|høst\w*|vår\w*|vinter\w*|kvartal|halvår|medio|ultimo|q[1-4]|kl\.|"
    r"(?:\d+|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti)\s+(?:år|måned\w*|uke\w*|dag\w*|virkedag\w*))\b",
    re.IGNORECASE,
)


def open_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The best unit of text and those beside it that answer as well; None when no unit has what is asked for."""
    units = [hit for hit in hits if hit.passage.kind is PassageKind.UNIT and has_form(query, hit.passage, corpus)]
    first = next((hit for hit in hits if hit.passage.kind in (PassageKind.UNIT, PassageKind.SLIDE)), None)
    if first is not None and first.passage.kind is PassageKind.SLIDE:
        # The slide as a whole is nearest: what it says in parts comes first.
        units.sort(key=lambda hit: not _same_slide(hit.passage, first.passage))
        if _has_rows_alone(first.passage, hits):
            return None
    units = _behind_contents(query, units, hits, corpus)
    if not units:
        return None
    best = units[0]
    below = figure_below(best.passage, corpus) if query.wanted is Wanted.NUMBER else None
    if below is not None:
        return Draft((statement(f"{best.passage.text.rstrip(':')}: {below}.", best.passage),))
    whole = _section(query, best.passage, corpus) or _siblings(query, best.passage, corpus)
    if whole:
        return Draft(tuple(whole))
    one = Cue.BRIEF in query.cues and query.wanted is not Wanted.LIST
    chosen = [best, *([] if one else _of_the_same(query, best, _beside(best, units), corpus))]
    if one and query.wanted is Wanted.TEXT and not _ONE_WORD.search(query.question):
        near = [best, *(hit for hit in _beside(best, units) if hit.chance >= best.chance * BRIEFLY)]
        told = within([hit.passage for hit in near], BRIEF_WORDS)
        chosen = [hit for hit in near if hit.passage in told]
        said = [said_of(unit, query) for unit in told]
        return Draft(
            (titled(said[0], [unit.text for unit in told], str(best.passage.data.get("title") or "")), *said[1:])
        )
    statements = under_heads([hit.passage for hit in chosen], query)
    statements.extend(_children(best.passage, corpus, chosen))
    return Draft(tuple(shortened(statements, MOST_WORDS)))


def _has_rows_alone(slide: Passage, hits: Sequence[Hit]) -> bool:
    """Whether a slide has rows of a table and no text beside them."""
    kinds = {hit.passage.kind for hit in hits if _same_slide(hit.passage, slide)}
    return PassageKind.TABLE_ROW in kinds and PassageKind.UNIT not in kinds


def _behind_contents(query: Query, units: list[Hit], hits: Sequence[Hit], corpus: Corpus) -> list[Hit]:
    """The units, those of the slide that the likeliest list of contents names first; the entries of that list left out.

    "Hvordan går det med Lykter?": what stands on the slide «Lykter», not that there is one. A list may be what is asked for.
    """
    best = next(iter(units), None)
    if best is None or query.wanted is Wanted.LIST or _LISTS.search(query.asked):
        return units
    texts = (hit for hit in hits if hit.passage.kind is PassageKind.UNIT)
    beside = [hit for hit in texts if _same_slide(hit.passage, best.passage)]
    entries = {hit.passage.id: slides for hit in beside if (slides := corpus.opened_by(hit.passage))}
    if len(entries) < FEWEST_ENTRIES:
        return units
    topic = corpus.topic(query.asked)
    named = max(beside, key=lambda hit: (len(_shared(topic, hit.passage, corpus)), hit.chance)).passage
    rest = [hit for hit in units if hit not in beside]
    if named.id not in entries or not _shared(topic, named, corpus):
        return units
    rest.sort(key=lambda hit: (hit.passage.sha256, hit.passage.slide) not in entries[named.id])
    return rest


def _same_slide(one: Passage, other: Passage) -> bool:
    return (one.sha256, one.slide) == (other.sha256, other.slide)


def _repeats(query: Query, passage: Passage, corpus: Corpus) -> bool:
    """Whether a text only says what the question says itself; a yes or no may rest on such a text."""
    if Cue.YES_NO in query.cues or passage.text.rstrip().endswith(":") or passage.data.get("under"):
        return False
    return set(terms(passage.text)) <= {*query.terms, *terms(query.text)}


def has_form(query: Query, passage: Passage, corpus: Corpus) -> bool:
    """A question for an amount, a time or a place is answered only by text that has one, and of the year asked about."""
    text = passage.text
    below = figure_below(passage, corpus) or "" if query.wanted is Wanted.NUMBER else ""
    if query.wanted is Wanted.NUMBER and not _has_amount(query, f"{headed(passage)} {below}"):
        return False
    if query.wanted is Wanted.TIME and not _TIME.search(headed(passage)):
        return False
    if _ASKS_PLACE.search(query.text) and not A_PLACE.search(text):
        return False
    if _is_money_besides(query, passage) or _is_figure_of_else(query, passage, corpus):
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
    match = NAMED_FIGURE.match(passage.text.strip())
    if counted is None or match is None or ASKS_MONEY.search(query.text) or not _MILLIONS.match(match["unit"].strip()):
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
    beside = (unit for unit in corpus.of_kind(PassageKind.UNIT) if _same_slide(unit, passage) and unit.id != passage.id)
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
    if ASKS_MONEY.search(query.text) and not MONEY.search(text):
        return False
    if _ASKS_SHARE.search(query.text) and not _SHARE.search(text):
        return False
    if _ASKS_COUNT.search(query.text) and not _ASKS_SHARE.search(query.text) and not ASKS_MONEY.search(query.text):
        text = _SUM_OF_MONEY.sub(" ", text)
    new: set[Decimal] = set(numbers(_A_YEAR.sub(" ", _A_DAY.sub(" ", text)))) - set(numbers(query.text))
    in_words = bool(_ASKS_COUNT.search(query.text)) and bool(A_COUNT.search(text))
    return bool(new) or in_words


def _beside(best: Hit, units: Sequence[Hit]) -> list[Hit]:
    close = [hit for hit in units[1:] if hit.chance >= best.chance * MARGIN and _same_slide(hit.passage, best.passage)]
    return close[: MOST_UNITS - 1]


def _of_the_same(query: Query, best: Hit, beside: Sequence[Hit], corpus: Corpus) -> list[Hit]:
    """What stands beside the best without those that have fewer of the question's words: they tell of something else.

    "Hvordan går det i vest?": not what is said of the north. Numbers and times are told apart by their form already.
    """
    if query.wanted in (Wanted.NUMBER, Wanted.TIME):
        return list(beside)
    topic = corpus.topic(query.asked)
    own = _shared(topic, best.passage, corpus)
    likely = [hit for hit in beside if hit.chance >= best.chance * LIKELY]
    return [hit for hit in beside if hit in likely or not _shared(topic, hit.passage, corpus) < own]


def _shared(topic: Collection[str], passage: Passage, corpus: Corpus) -> set[str]:
    """The words of what a question is about that a text or what it stands under has."""
    said = corpus.terms("\n".join((passage.text, *passage.data["under"])))
    return {term for term in topic if term in said or begins_alike(term, said)}


def _children(parent: Passage, corpus: Corpus, chosen: Sequence[Hit]) -> list[Statement]:
    """What stands under a line that only leads in ("Nye medlemmer fra Helsedirektoratet:") or under a time."""
    if not (parent.text.rstrip().endswith(":") or _TIME.fullmatch(parent.text.strip())):
        return []
    lead = parent.text.rstrip(": ")
    taken = {hit.passage.id for hit in chosen}
    return [
        said_of(passage)
        for passage in corpus.of_kind(PassageKind.UNIT)
        if (passage.sha256, passage.slide) == (parent.sha256, parent.slide)
        and passage.id not in taken
        and lead in passage.data["under"]
    ]


def _section(query: Query, best: Passage, corpus: Corpus) -> list[Statement]:
    """Asked for a list that a part of the deck is called by ("Topp 5 …"): what each slide of that part says."""
    section = best.data.get("section")
    if not section or query.wanted not in (Wanted.LIST, Wanted.TEXT) or not _LISTS.search(query.text):
        return []
    named, said = set(corpus.terms(section)), set(corpus.terms(best.text))
    if len(named & set(query.terms)) <= len((said - named) & set(query.terms)):
        return []
    found = [
        passage
        for passage in corpus.of_kind(PassageKind.UNIT)
        if passage.data.get("section") == section
        and passage.sha256 == best.sha256
        and passage.case == best.case
        and passage.text == passage.data["title"]
    ]
    return [statement(passage.text, passage) for passage in found] if 2 <= len(found) <= MOST_LISTED else []


def _siblings(query: Query, best: Passage, corpus: Corpus) -> list[Statement]:
    """The whole list that the best unit is an item of, where a list is asked for or an item says little alone."""
    under = best.data.get("under", [])
    if not under:
        is_list = _LISTS.search(query.asked) and query.wanted is Wanted.LIST
        plain = query.wanted in (Wanted.LIST, Wanted.TEXT, Wanted.PERSON) and Cue.BRIEF not in query.cues
        most = MOST_WORDS if is_list else SHORT_SLIDE if plain else 0
        return _list_of_slide(best, corpus, most)
    items = [
        passage
        for passage in corpus.of_kind(PassageKind.UNIT)
        if (passage.sha256, passage.slide) == (best.sha256, best.slide) and passage.data["under"] == under
    ]
    if query.wanted in (Wanted.LIST, Wanted.PERSON):
        whole = [passage for passage in corpus.of_kind(PassageKind.UNIT) if _same_slide(passage, best)]
        if len(items) < len(whole) <= MOST_LISTED and sum(len(unit.text.split()) for unit in whole) <= SHORT_SLIDE:
            return [said_of(unit) for unit in whole if not unit.text.rstrip().endswith(":")]
    if not 2 <= len(items) <= MOST_LISTED or sum(len(item.text.split()) for item in items) > MOST_WORDS:
        return []
    if query.wanted is not Wanted.LIST and any(len(item.text.split()) > SHORT_ITEM for item in items):
        return []
    text = f"{under[-1]}: {'; '.join(item.text.rstrip('.;, ') for item in items)}."
    return [Statement(text, tuple(Support(item, item.text) for item in items))]


def _list_of_slide(best: Passage, corpus: Corpus, most_words: int) -> list[Statement]:
    """All that stands beside the best unit under nothing but the slide's title, where that is a short list."""
    items = [unit for unit in corpus.of_kind(PassageKind.UNIT) if _same_slide(unit, best) and not unit.data["under"]]
    if not 2 <= len(items) <= MOST_LISTED or sum(len(item.text.split()) for item in items) > most_words:
        return []
    return [statement(as_sentence(item.text), item, item.text) for item in items]


def as_sentence(text: str) -> str:
    """A text with a full stop, where it ends without any mark."""
    bare = text.strip()
    return bare if bare.endswith((".", "!", "?", ":", "»")) else f"{bare}."


def said_of(passage: Passage, query: Query | None = None) -> Statement:
    """The words of the slide, with what they stand under in front unless a brief answer is asked for."""
    text = passage.text.strip()
    head = _head(passage) if query is None or Cue.BRIEF not in query.cues else ""
    under = passage.data.get("under") or ()
    if query is not None and under and _only_above(query, text, str(under[-1])):
        # When it is, or how many, stands above it.
        if Cue.BRIEF in query.cues:
            return statement(as_sentence(under[-1]), passage, under[-1])
        head = str(under[-1])
    quoted = as_sentence(text)
    return statement(
        f"{head}: {quoted}" if head and head.casefold() not in text.casefold() else quoted, passage, passage.text
    )


def _only_above(query: Query, text: str, above: str) -> bool:
    """Whether the time or the number asked for stands above a text, which has none itself: "Alle fylker" under "> 90 %"."""
    if query.wanted is Wanted.TIME:
        return bool(_TIME.search(above)) and not _TIME.search(text)
    is_figure = query.wanted is Wanted.NUMBER and _A_FIGURE.fullmatch(above.strip()) is not None
    return is_figure and not any(map(str.isdigit, text)) and PERIOD.fullmatch(above.strip()) is None


def under_heads(passages: Sequence[Passage], query: Query) -> list[Statement]:
    """What several units say; those that stand under the same head as the one before do not repeat it."""
    said: list[Statement] = []
    before = None
    for passage in passages:
        whole = said_of(passage, query)
        head = _head(passage)
        said.append(replace(whole, text=whole.text.removeprefix(f"{head}: ")) if head == before else whole)
        before = head
    return said


def _head(passage: Passage) -> str:
    under = passage.data.get("under") or ()
    period = next((above for above in under if PERIOD.fullmatch(above)), None)
    if period is not None and NAMED_FIGURE.match(passage.text.strip()):
        # The figures beside it are no heads of it.
        return str(period)
    return str(under[-1] if under else passage.data.get("title", "")).rstrip(":")
