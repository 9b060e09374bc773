"""Lists of a slide that are asked for by how many things they have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.figures.comparison import LEAST, MOST, in_turn
from radsassistent.answers.figures.rows import Row, named_columns
from radsassistent.answers.figures.words import is_time
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.rank import chances_of_slides
from radsassistent.search.terms import begins_alike, stem, terms, words

_COUNTS = {
    word: count
    for count, words in {
        2: "to two", 3: "tre three", 4: "fire four", 5: "fem five", 6: "seks six", 7: "sju syv seven", 8: "åtte eight",
    }.items()
    for word in words.split()
}  # fmt: skip
# "De fem målene", "hvilke tre råd", "the four priorities".
_COUNTED = re.compile(
    rf"\b(?:de|dei|disse|desse|hvilke|kva(?:\s+for)?|which|the|nevn|list\w*)\s+(?:alle\s+)?(?P<count>{'|'.join(_COUNTS)})\s+"
    r"(?P<kind>[^\W\d_]{3,}(?:\s+[^\W\d_]{3,})?)",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    stem(word)
    for word in (
        "navn namn heter heiter nå no kortnavn kortnavnene viktigste viktigaste tall tallene tala punkt punkter stikkord liste"
    ).split()
)
# "De fire punktene på agendaen": of whatever kind they are, they are called by what their slide is.
_POINTS = frozenset(
    stem(word)
    for word in "punkt punkta punkter punktene kulepunkt kulepunkta kulepunktene points bullets items".split()
)
# A slide has so much of the weight of what a question is about.
_ABOUT = 0.6
# A list is told by its number of items alone on a slide that is so likely to answer. Of 98 such lists that gold questions about
# February and 54 invented councils ask for, 90 were right; from 0.4 to 0.6 12 of 17.
_LIKELY = 0.6
# What has more words is no item of a list.
_LONGEST_ITEM = 16
# "snø, is og regn": so many things, no sentence; of the likeliest slides alone.
_NAMED_IN_A_ROW = re.compile(r"^(?:[^.:!?]{0,60}:\s*)?[^.:!?]+,[^.:!?]+\.?$")
_NEAR = 2
# Two things with a comma between them are named everywhere.
_FEWEST_IN_A_ROW = 3
# "Mål 1: Ingen …": one of "målene".
_NUMBERED_LINE = re.compile(r"\W*(?P<kind>[^\W\d_]{3,})\s+(?P<number>[1-9])\s*[:.–-]\s*\S")
_ALL_OF_A_KIND = re.compile(
    r"\b(?P<kind>[^\W\d_]{2,}(?:ene|ane|[^n\W\d_]a))\b(?!\s+\d)|\bthe\s+(?P<english>[^\W\d_]{3,}s)\b", re.IGNORECASE
)
_OF_ONE_OR_WHOM = frozenset(
    {
        Cue.WHO,
        Cue.WHEN,
        Cue.CLOCK,
        Cue.WHY,
        Cue.YES_NO,
        Cue.HOW_MANY,
        Cue.HOW_MUCH,
        Cue.MONEY,
        Cue.EXTREME,
        Cue.EDGE,
        Cue.DECIDED,
    }
)
_TO_LIST = re.compile(r"^\W*(?:kan\s+du\s+)?(?:ramse?|rams|list|nevn|nemn|name|skriv)\w*\b", re.IGNORECASE)
_MOST_LISTED = 10
_DAYS = re.compile(
    r"\b\w*(?:dato|datoer|datoene|datoane|dates?|frister?|fristene|fristane|deadlines?)\b", re.IGNORECASE
)
_NUMBERED_TITLE = re.compile(r"\W*(?P<kind>[^\W\d_]{3,})\s+(?P<number>[1-9])\b")


def counted_list(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The list that has just as many items as a question says, on the likeliest slide that is about the rest of it."""
    asked = _COUNTED.search(query.text)
    if asked is None and (numbered := _numbered_lines(query, hits, corpus)) is not None:
        return numbered
    # "Hva heter de tre rådene?" asks for no people.
    wants_list = query.wanted in (Wanted.LIST, Wanted.TEXT) or (
        query.wanted is Wanted.PERSON and Cue.WHO not in query.cues
    )
    if asked is None or not wants_list or query.people or query.unknown_names:
        return None
    if MOST.search(query.text) or LEAST.search(query.text):
        return None
    count = _COUNTS[asked["count"].lower()]
    topic = _topic(query, corpus)
    kind = {stem(word) for word in asked["kind"].lower().split()}
    places = _likeliest(hits, topic, corpus)
    for place in places:
        for titles in _numbered_titles(kind, place, corpus):
            if len(titles) == count:
                return Draft(
                    tuple(statement(f"{each.data['title']}.", each, str(each.data["title"])) for each in titles)
                )
        lists = [items for items in _lists(place, corpus) if len(items) == count]
        named = [items for items in lists if _is_called(kind, items, corpus) or _is_titled(kind, query, items)]
        if len(named) == 1:
            return Draft(tuple(statement(_as_item(item.text), item, item.text) for item in named[0]))
        if (rows := _rows(place, count, kind, topic, corpus)) is not None:
            if (column := _column_asked(query, [Row(row) for row in rows], corpus)) is not None:
                return in_turn([Row(row) for row in rows], column)
            labels = [str(row.data["label"]) for row in rows]
            return Draft(tuple(statement(f"{label}.", row, label) for label, row in zip(labels, rows, strict=True)))
    named_in_a_row = _enumeration(count, kind, places[:_NEAR], corpus) if count >= _FEWEST_IN_A_ROW else None
    return named_in_a_row or _likely_list(count, hits, corpus)


def _likely_list(count: int, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The list of just so many items with the likeliest text in it, on a slide that is likely to answer, whatever its items are
    called.
    """
    likeliest = max(hits, key=lambda hit: hit.chance, default=None)
    if likeliest is None or likeliest.passage.kind is not PassageKind.UNIT:
        return None
    place = (likeliest.passage.sha256, likeliest.passage.slide)
    if chances_of_slides(hits)[place] < _LIKELY:
        return None
    for items in _lists(place, corpus):
        if len(items) == count and likeliest.passage.id in {item.id for item in items} and _are_items(items):
            return Draft(tuple(statement(_as_item(item.text), item, item.text) for item in items))
    return None


def listed_under_title(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """All of the one list of a likely slide where a list is asked for of what its title says."""
    if not _TO_LIST.search(query.asked) or query.people or query.years or query.unknown_names:
        return None
    asked = set(corpus.asked(query.asked))
    chances = chances_of_slides(hits)
    for place in sorted(chances, key=lambda place: -chances[place])[:_NEAR]:
        units = corpus.units_on(place)
        title = set(corpus.terms(str(units[0].data.get("title") or ""))) if units else set()
        lists = [items for items in _lists(place, corpus)[:-1] if _FEWEST_IN_A_ROW <= len(items) <= _MOST_LISTED]
        if title and title <= asked and len(lists) == 1 and len(lists[0]) == len(units) and _are_items(lists[0]):
            return Draft(tuple(statement(_as_item(item.text), item, item.text) for item in lists[0]))
    return None


def _numbered_lines(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The lines of a likely slide numbered from one up by the word for them: "målene" are "Mål 1: …", "Mål 2: …"."""
    if query.cues & _OF_ONE_OR_WHOM or query.wanted not in (Wanted.LIST, Wanted.TEXT) or query.people or query.years:
        return None
    kinds = {stem((match["kind"] or match["english"]).lower()) for match in _ALL_OF_A_KIND.finditer(query.asked)}
    if not kinds:
        return None
    topic = {term: weight for term, weight in corpus.topic(query.asked, _GENERIC).items() if term not in kinds}
    for place in _likeliest(hits, topic, corpus)[:_NEAR]:
        found: dict[int, Passage] = {}
        for unit in corpus.units_on(place):
            match = _NUMBERED_LINE.match(unit.text)
            if match and kinds & set(corpus.asked(match["kind"])) | kinds & {stem(match["kind"].lower())}:
                found.setdefault(int(match["number"]), unit)
        if len(found) > 1 and sorted(found) == list(range(1, len(found) + 1)):
            return Draft(tuple(statement(_as_item(found[n].text), found[n], found[n].text) for n in sorted(found)))
    return None


def _enumeration(count: int, kind: set[str], places: Sequence[SlideKey], corpus: Corpus) -> Draft | None:
    """The one text of the likeliest slides that names so many things in a row, beside a word for their kind."""
    for place in places:
        units = corpus.units_on(place)
        named = [unit for unit in units if _NAMED_IN_A_ROW.match(unit.text) and len(_items(unit.text)) == count]
        own = corpus.slide_terms(units[0]) if units else frozenset()
        if len(named) == 1 and any(_ends_alike(word, set(own)) for word in kind):
            return Draft((statement(f"{named[0].text.strip().rstrip('.;, ')}.", named[0], named[0].text),))
    return None


def _items(text: str) -> list[str]:
    """What a text without a sentence in it names, one after the other."""
    told = text.split(":", 1)[-1].strip(" .")
    return [each for each in re.split(r",\s+(?:og\s+)?|\s+(?:og|samt)\s+(?=[^,]*$)|;\s+", told) if each.strip()]


def _topic(query: Query, corpus: Corpus) -> dict[str, float]:
    """What a question is about, without how many there are of it."""
    told = corpus.topic(query.asked, _GENERIC | {stem(word) for word in _COUNTS})
    return {term: weight for term, weight in told.items() if corpus.lexical.has(term)}


def _likeliest(hits: Sequence[Hit], topic: dict[str, float], corpus: Corpus) -> list[SlideKey]:
    """The slides found that are about what a question is about, the likeliest first."""
    found: dict[SlideKey, None] = {}
    for hit in hits:
        if not topic or covered(topic, corpus.slide_terms(hit.passage)) >= _ABOUT:
            found.setdefault((hit.passage.sha256, hit.passage.slide))
    return list(found)


def _lists(place: SlideKey, corpus: Corpus) -> list[list[Passage]]:
    """The lists of a slide: what stands under the same lines, and what is numbered from one up, each with its number after it."""
    by_head: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    lines = [line.strip() for line in corpus.slide_text(*place).splitlines()]
    numbered: list[Passage] = []
    for unit in corpus.units_on(place):
        by_head[tuple(unit.data["under"])].append(unit)
        at = lines.index(unit.text.strip()) if unit.text.strip() in lines else -1
        if at >= 0 and str(len(numbered) + 1) in (*lines[at + 1 : at + 2], *lines[max(at - 1, 0) : at]):
            numbered.append(unit)
    return [*by_head.values(), numbered]


def _numbered_titles(kind: set[str], place: SlideKey, corpus: Corpus) -> list[list[Passage]]:
    """The slides of each case whose titles are numbered from one up by a word of a kind, of which a slide is one: "Mål 1 …",
    "Mål 2 …".
    """
    found: dict[tuple[str, str | None], dict[int, Passage]] = defaultdict(dict)
    for slide in corpus.of_kind(PassageKind.SLIDE):
        match = _NUMBERED_TITLE.match(str(slide.data.get("title") or ""))
        if match and stem(match["kind"].lower()) in kind:
            found[slide.sha256, slide.case].setdefault(int(match["number"]), slide)
    near = [each for each in found.values() if any((slide.sha256, slide.slide) == place for slide in each.values())]
    whole = [by_number for by_number in near if sorted(by_number) == list(range(1, len(by_number) + 1))]
    return [[by_number[number] for number in sorted(by_number)] for by_number in whole]


def _rows(place: SlideKey, count: int, kind: set[str], topic: dict[str, float], corpus: Corpus) -> list[Passage] | None:
    """The rows of a slide's one table of so many, whose title is about all that is asked: "de fire tiltakene"."""
    on_slide = [row for row in corpus.of_kind(PassageKind.TABLE_ROW) if (row.sha256, row.slide) == place]
    rows = [row for row in on_slide if not corpus.is_total(row)]
    if len(rows) != count or len({row.data["table"] for row in rows}) != 1:
        return None
    title = set(corpus.terms(str(rows[0].data["title"])))
    called = any(_ends_alike(word, title) for word in kind) and covered(topic, title) >= _ABOUT
    return rows if called else None


def _column_asked(query: Query, rows: Sequence[Row], corpus: Corpus) -> str | None:
    """The one column that a question asks of each row for: by its name, or of days for "startdatoene"."""
    filled = [column for column in rows[0].columns if all(row.value(column) for row in rows)]
    of_days = (
        [c for c in filled if all(is_time(row.value(c) or "") for row in rows)] if _DAYS.search(query.asked) else []
    )
    columns = of_days or [column for column in named_columns(query, rows[0], corpus) if column in filled]
    return columns[0] if len(columns) == 1 else None


def _is_called(kind: set[str], items: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether the items of a list, what they stand under or their slide's title are called by a word for their kind."""
    data = items[0].data
    if not _are_items(items):
        return False
    if _NUMBERED_TITLE.match(str(data.get("title") or "")):
        # "Mål 1" is one of them.
        return False
    own = set(corpus.terms(" ".join((str(data.get("title") or ""), *map(str, data["under"])))))
    said = [set(corpus.terms(item.text)) | set(terms(item.text)) for item in items]
    return any(_ends_alike(word, own) or all(_ends_alike(word, each) for each in said) for word in kind)


def _is_titled(kind: set[str], query: Query, items: Sequence[Passage]) -> bool:
    """Whether no more than points are asked for, and a question has all of the title that they stand under."""
    title = [stem(word) for word in words(str(items[0].data.get("title") or ""))]
    asked = [stem(word) for word in words(query.text)]
    return bool(kind & _POINTS and title) and all(begins_alike(word, asked) for word in title) and _are_items(items)


def _as_item(text: str) -> str:
    bare = text.rstrip(".;, ")
    return bare if bare.endswith(("?", "!")) else f"{bare}."


def _are_items(items: Sequence[Passage]) -> bool:
    texts = [item.text.rstrip() for item in items]
    if any(len(text.split()) > _LONGEST_ITEM or text.endswith(":") for text in texts):
        return False
    # A list of questions is no list of what they ask for; its last item may be one.
    return not any(text.endswith("?") for text in texts[:-1])


def _ends_alike(word: str, own: set[str]) -> bool:
    return any(term == word or (len(word) > 2 and term.endswith(word)) for term in own)
