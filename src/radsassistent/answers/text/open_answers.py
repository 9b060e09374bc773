"""Answers from running text: the bullets and sentences that answer, word for word."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from radsassistent.answers.draft import Draft, Statement, Support, statement
from radsassistent.answers.text.brevity import BRIEF_WORDS, gist, shortened, titled, within
from radsassistent.answers.text.demands import as_demanded
from radsassistent.answers.text.form import ASKS_SHARE, NAMED_FIGURE, PERIOD, SHORT_ITEM, TIME, figure_below, has_form
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.rank import chances_of_slides
from radsassistent.search.tells import FEWEST
from radsassistent.search.terms import begins_alike, terms

# The likeliest unit is told where it is so likely though it calls its figure otherwise than the question. Over 3,000 dev
# questions and 750 by six writers that nothing had learnt from 2 more were right so, and none without an answer got one.
SURE = 0.4
# How likely a slide must be whose one percentage is told, whatever it is the percentage of; not measured by itself.
SURE_SLIDE = 0.75
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
# A slide of at most this many words is said whole where people or a list are asked for.
SHORT_SLIDE = 40

_ONE_WORD = re.compile(
    r"\b(?:ett|eitt|et|one)\s+(?:ord|word|tall|tal|number)\b|\b(?:bare|berre|kun|only|just)\b", re.IGNORECASE
)
_LISTS = re.compile(r"\b(list\w*|topp\w*|hvilke|kva\s+for|nevn|viktigste|alle|øverst|punkt\w*)\b", re.IGNORECASE)
_A_SHARE = re.compile(r"[><~+−-]?\s*\d[\d.,]*\s*%")
# "5,5 mill", "> 90 %": a figure with no more than its unit.
_A_FIGURE = re.compile(
    r"[><~+−-]?\s*\d[\d .,]*\s*(?:%|(?:kr|kroner|mill|mrd|million\w*|milliard\w*|prosent)\b\.?\s*)*", re.IGNORECASE
)

# "22 årsverk", "1 240 nye plasser": so many words at most are a figure with what it counts.
_WORDS_OF_FIGURE = 5


def open_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The best unit of text and those beside it that answer as well; None when no unit has what is asked for."""
    may_be_sure = len(corpus.passages) >= FEWEST
    units = [
        hit
        for hit in hits
        if hit.passage.kind is PassageKind.UNIT
        and has_form(query, hit.passage, corpus, sure=may_be_sure and hit is hits[0] and hit.chance >= SURE)
    ]
    first = next((hit for hit in hits if hit.passage.kind in (PassageKind.UNIT, PassageKind.SLIDE)), None)
    if first is not None and first.passage.kind is PassageKind.SLIDE:
        # The slide as a whole is nearest: what it says in parts comes first.
        units.sort(key=lambda hit: not _same_slide(hit.passage, first.passage))
        if _has_rows_alone(first.passage, hits):
            return None
    units = _under_named_head(query, as_demanded(query, _behind_contents(query, units, hits, corpus)), corpus)
    is_elsewhere = first is not None and not (units and _same_slide(units[0].passage, first.passage))
    share = _lone_share(query, first.passage, hits, corpus) if first is not None and is_elsewhere else None
    if share is not None or not units:
        return share
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


def _lone_share(query: Query, slide: Passage, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one percentage that stands by itself on a slide, where a share is asked for that this slide is all but sure to tell."""
    if not ASKS_SHARE.search(query.text) or chances_of_slides(hits)[slide.sha256, slide.slide] < SURE_SLIDE:
        return None
    lines = map(str.strip, corpus.slide_text(slide.sha256, slide.slide).splitlines())
    shares = [line for line in lines if _A_SHARE.fullmatch(line)]
    title = str(slide.data.get("title") or "")
    return Draft((statement(f"{title}: {shares[0]}.", slide, shares[0]),)) if len(shares) == 1 and title else None


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


def _under_named_head(query: Query, units: list[Hit], corpus: Corpus) -> list[Hit]:
    """The units, those first under the one heading of the likeliest slide that a question for a list or in brief names.

    "Strategiens problemstillinger i stikkord": what stands under "Sentrale problemstillinger", not what else is said of it.
    """
    best = units[0].passage if units else None
    listed = query.wanted is Wanted.LIST or (Cue.BRIEF in query.cues and query.wanted is not Wanted.NUMBER)
    if best is None or not listed or corpus.is_head(best):
        return units
    # What all of the case or the slide is about names no part of it.
    case = (best.body, best.meeting, best.case)
    rows = (row for row in corpus.of_kind(PassageKind.AGENDA) if (row.body, row.meeting, row.case) == case)
    titles = (str(each.data.get("title") or "") for each in (best, *rows))
    about = corpus.terms("\n".join((best.text, *titles)))
    topic = set(corpus.topic(query.asked)) - set(about)
    heads = {
        str(hit.passage.data["under"][-1])
        for hit in units
        if _same_slide(hit.passage, best) and hit.passage.data["under"]
    }
    named = [head for head in heads if any(begins_alike(term, corpus.terms(head)) for term in topic)]
    if len(named) != 1 or named[0] in best.data["under"] or named[0] == best.text:
        return units
    under = [hit for hit in units if _same_slide(hit.passage, best) and named[0] in hit.passage.data["under"]]
    return [*under, *(hit for hit in units if hit not in under)]


def _same_slide(one: Passage, other: Passage) -> bool:
    return (one.sha256, one.slide) == (other.sha256, other.slide)


def _beside(best: Hit, units: Sequence[Hit]) -> list[Hit]:
    # What the best stands under is said with it, where it only leads in.
    heads = {f"{str(above).rstrip(':')}:" for above in best.passage.data["under"]}
    close = [
        hit
        for hit in units[1:]
        if hit.chance >= best.chance * MARGIN
        and _same_slide(hit.passage, best.passage)
        and hit.passage.text.strip() not in heads
    ]
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
    if not (parent.text.rstrip().endswith(":") or TIME.fullmatch(parent.text.strip())):
        return []
    lead = parent.text.rstrip(": ")
    taken = {hit.passage.id for hit in chosen}
    return [
        said_of(passage)
        for passage in corpus.units_on((parent.sha256, parent.slide))
        if passage.id not in taken and lead in passage.data["under"]
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
    if not 2 <= len(found) <= MOST_LISTED:
        return []
    brief = Cue.BRIEF in query.cues
    return [
        statement(as_sentence(gist(p.text)) if brief else p.text, p, gist(p.text) if brief else None) for p in found
    ]


def _siblings(query: Query, best: Passage, corpus: Corpus) -> list[Statement]:
    """The whole list that the best unit is an item of, where a list is asked for or an item says little alone."""
    under = best.data.get("under", [])
    if not under:
        is_list = _LISTS.search(query.asked) and query.wanted is Wanted.LIST
        plain = query.wanted in (Wanted.LIST, Wanted.TEXT, Wanted.PERSON) and Cue.BRIEF not in query.cues
        most = MOST_WORDS if is_list else SHORT_SLIDE if plain else 0
        return _list_of_slide(best, corpus, most)
    items = [passage for passage in corpus.units_on((best.sha256, best.slide)) if passage.data["under"] == under]
    if query.wanted in (Wanted.LIST, Wanted.PERSON):
        whole = corpus.units_on((best.sha256, best.slide))
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
    items = [unit for unit in corpus.units_on((best.sha256, best.slide)) if not unit.data["under"]]
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
        return bool(TIME.search(above)) and not TIME.search(text)
    if query.wanted is not Wanted.NUMBER:
        return False
    counted = counted_thing(query) if above[:1].isdigit() and len(above.split()) <= _WORDS_OF_FIGURE else None
    if counted is not None and begins_alike(counted, terms(above)) and not begins_alike(counted, terms(text)):
        # "hvorav 9 plasser for opplæring" under "22 årsverk", asked how many "årsverk".
        return True
    is_figure = _A_FIGURE.fullmatch(above.strip()) is not None
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
