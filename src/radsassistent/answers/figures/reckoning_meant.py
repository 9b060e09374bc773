"""What a question means of one table: the lines it calls, the heads it names, and what of it the table tells."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from radsassistent.answers.draft import Draft, Statement
from radsassistent.answers.figures.comparison import LEAST, MOST
from radsassistent.answers.figures.grid import Cell, Grid, Line
from radsassistent.answers.figures.reckoning_words import (
    ADDED,
    ALL,
    APART,
    ASIDE,
    COURSE,
    DEAR,
    DOWN,
    FROM_TO,
    HOW_MUCH,
    IN_PERCENT,
    LOWER_END,
    MONEY_WORDS,
    MOST_IN_NUMBER,
    OVER,
    PARTS,
    PERIOD,
    SHARE,
    UNDER,
    UP,
    compares,
    figures_given,
)
from radsassistent.answers.figures.resolution import ASKED_BY_ITSELF, asked_words
from radsassistent.answers.figures.rows import YEAR
from radsassistent.answers.figures.values import UP_TO, counts
from radsassistent.answers.figures.words import MONEY, AskedWords, measures, terms_of
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.figures import own_words
from radsassistent.search.query import Query
from radsassistent.search.terms import stem

_PAIR = 2
# What a table counts: "Utvikling antall søknader".
_COUNTED = re.compile(r"\b(?:antall|antal|number\s+of)\s+(?P<noun>[^\W\d_]{3,})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """One table as a question means it: the lines it calls, the words that tell it, the heads it names, and whether it means the
    table as a whole: it calls no line, and all its words are of the title, the caption or the case's title.
    `by_period`: the heads are the first and the last of all years. `all_told`: the table, its slide and its case have every word.
    """

    table: Grid
    called: tuple[Line, ...]
    words: AskedWords
    heads: tuple[str, ...]
    as_whole: bool = False
    by_period: bool = False
    all_told: bool = True


def telling(query: Query, text: str, corpus: Corpus) -> AskedWords:
    """The words of a question, or of a part of it, that tell which table, line or head it means."""
    for pattern in (ASKED_BY_ITSELF, ASIDE, PARTS, ADDED, APART, UP, DOWN, ALL, SHARE, COURSE, PERIOD):
        text = pattern.sub(" ", text)
    return asked_words(query, " ".join(own_words(text)), corpus)


def is_of_measure(query: Query, meant: Meant) -> bool:
    """Whether figures are money where money is asked for, and none where it is asked how many of something there are."""
    lines = meant.called or meant.table.lines
    money = [cell.money for line in lines for cell in line.cells]
    if not any(money) and (DEAR.search(query.text) or (MONEY in measures(query) and HOW_MUCH.search(query.text))):
        return False
    if MOST_IN_NUMBER.search(query.text) and all(money) and MONEY not in measures(query):
        return False
    if Cue.HOW_MANY in query.cues and MONEY not in measures(query) and not IN_PERCENT.search(query.text):
        return not all(money) or OVER.search(query.text) is not None or UNDER.search(query.text) is not None
    return not (
        HOW_MUCH.search(query.text)
        and not compares(query)
        and not IN_PERCENT.search(query.text)
        and counts(meant.table.row)
    )


def fits_measure(query: Query, meant: Meant) -> int:
    """How well figures are of the sort asked for (0 to 2): money, or the number of what a question has the very word for."""
    cell = next(cell for line in meant.called or meant.table.lines for cell in line.cells)
    money, data = cell.money, meant.table.row.passage.data
    if MONEY_WORDS.search(query.text):
        return 2 if money else 0
    counted = _COUNTED.search(f"{data['caption']} {data['title']}")
    noun = stem(counted["noun"].lower()) if counted is not None else ""
    if noun and not money and re.search(rf"{re.escape(noun)}\w{{0,3}}\b", query.text.lower()):
        return 2
    return int(bool(HOW_MUCH.search(query.text) or MONEY in measures(query)) == money)


def told_of_table(words: AskedWords, table: Grid, corpus: Corpus) -> Set[str]:
    """The words that the names of a table's lines, its heads, its caption and its title tell."""
    own = terms_of_table(table, corpus)
    return {term for forms in words for term in forms if term in own}


def terms_of_table(table: Grid, corpus: Corpus) -> Set[str]:
    data = table.row.passage.data
    named = (str(data["title"]), str(data["caption"]), *table.heads, *(line.name for line in table.lines))
    return terms_of(" ".join(named), corpus)


def heads_of_period(query: Query, table: Grid) -> tuple[str, ...]:
    """The first and the last head in time, where a question is for the whole period or the table has no years to name."""
    dated = table.dated
    whole = PERIOD.search(query.text) or (dated and not any(YEAR.search(head) for head in dated))
    return (dated[0], dated[-1]) if whole and len(dated) >= _PAIR else ()


def one_head(query: Query, meant: Meant, lines: Sequence[Line]) -> str | None:
    """The one head that is asked about: the year named, else the only one under which all of some lines have figures."""
    sums = [head for head in meant.table.heads if TOTAL_LABEL.match(head)]
    if (
        len(sums) == 1
        and (ALL.search(query.text) or SHARE.search(query.text))
        and (not query.years or _up_to_last(query, meant))
    ):
        return sums[0]
    if query.years and not _is_of_year(query, meant):
        return meant.heads[0] if len(meant.heads) == 1 else None
    filled = [head for head in meant.table.heads if all(line.cell(head) for line in lines)]
    given = {cell.head for line in meant.table.lines for cell in line.cells if cell.amount in figures_given(query)}
    if len(given) == 1 and (head := given.pop()) in filled and not YEAR.search(head):
        return head
    others = [head for head in filled if not YEAR.search(head)]
    called = [head for head in others if _calls(meant.words, head)]
    measured = [head for head in others if any(column.search(head) for _, column in measures(query))]
    # Beside figures year by year the one head of no year is that of all of them.
    of_all = others if len(others) < len(filled) and (ALL.search(query.text) or SHARE.search(query.text)) else []
    return next((heads[0] for heads in (called, measured, of_all, filled) if len(heads) == 1), None)


def _is_of_year(query: Query, meant: Meant) -> bool:
    """Whether a table is as a whole of the year that a question names, by its title: none of its heads is of a year."""
    data = meant.table.row.passage.data
    title = f"{data['title']} {data['caption']}"
    return not any(YEAR.search(head) for head in meant.table.heads) and all(year in title for year in query.years)


def _up_to_last(query: Query, meant: Meant) -> bool:
    """Whether all years up to the last of a table are asked about: "fram til 2030"."""
    return meant.table.dated[-1:] == list(meant.heads[-1:]) and bool(UP_TO.search(query.text))


def _calls(words: AskedWords, head: str) -> bool:
    own = set(re.findall(r"\w+", head.lower()))
    return any(term in each or each.startswith(term) for forms in words for term in forms for each in own)


def one_line(query: Query, meant: Meant) -> Line | None:
    """The one line that is called; the whole, where none is."""
    if len(meant.called) == 1:
        return meant.called[0]
    low, high = (bool(end.search(query.text)) for end in (LEAST, MOST))
    if low != high and (pair := ends_called(meant)):
        return pair[1] if high else pair[0]
    whole = meant.as_whole or ALL.search(query.text) or len(meant.table.lines) == 1
    return meant.table.whole if whole and not meant.called else None


def ends_called(meant: Meant) -> list[Line]:
    """The two lines that are called, the lower first, where they are the ends of one range; else none."""
    ends = {match["end"].lower() in LOWER_END: line for line in meant.called if (match := FROM_TO.search(line.label))}
    same = {FROM_TO.sub("", line.label) for line in ends.values()}
    return [ends[True], ends[False]] if len(ends) == _PAIR == len(meant.called) and len(same) == 1 else []


def told_cell(line: Line, cell: Cell) -> Statement:
    return Statement(f"{line.name}, {cell.head}: {cell.said}.", (cell.support,))


def joined(drafts: Sequence[Draft | None]) -> Draft | None:
    statements = tuple(said for draft in drafts if draft is not None for said in draft.statements)
    return Draft(statements) if statements else None
