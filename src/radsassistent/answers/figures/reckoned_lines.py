"""Which lines of a table have a figure, lie over a limit or come in which place; what lines are made of and add up to."""

from __future__ import annotations

import re
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement
from radsassistent.answers.figures.comparison import LEAST, MOST, MOST_ROWS
from radsassistent.answers.figures.grid import Line, lines_called
from radsassistent.answers.figures.reckoned_changes import change_told
from radsassistent.answers.figures.reckoning_meant import (
    Meant,
    ends_called,
    joined,
    one_head,
    one_line,
    telling,
    terms_of_table,
    told_cell,
)
from radsassistent.answers.figures.reckoning_words import (
    ADDED,
    ALL,
    APART,
    BOTTOM,
    DEAR,
    IN_PERCENT,
    IS_IT,
    MOST_LINES,
    NOW,
    OF_TARGET,
    OVER,
    PLACED,
    PLACES,
    TARGET,
    TOP,
    UNDER,
    WHEN,
    WHICH_KIND,
    compares,
    figures_given,
)
from radsassistent.answers.figures.rows import YEAR, with_unit
from radsassistent.answers.figures.words import MONEY, fitting, measures, terms_of, titled_terms
from radsassistent.documents.numbers import norwegian, number
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.figure_rows import FIGURES
from radsassistent.search.query import Query
from radsassistent.search.terms import STOP_WORDS, words

_PAIR = 2
# More years than this are no answer to a question that names none.
MOST_YEARS = 10
# A line whose own name is made of several: "Drift og vedlikehold".
_AND = re.compile(r"[,/]|\b(?:og|and)\b", re.IGNORECASE)


def parts_of(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """What a line is made of: the lines that stand under it; of the whole all lines."""
    line = one_line(query, meant) or next((line for line in meant.called if line.total), None)
    if line is None:
        return None
    of_whole = line is meant.table.whole
    parts = [each for each in meant.table.lines if each.under[-1:] == (line.label,)] or (
        list(meant.table.parts) if of_whole else []
    )
    head = one_head(query, meant, (line, *parts)) if len(parts) >= _PAIR else None
    if head is None or len(parts) > MOST_ROWS:
        return None
    cells = [(each, cell) for each in (line, *parts) if (cell := each.cell(head)) is not None]
    series = ", ".join(f"{each.label}: {cell.said}" for each, cell in cells)
    return Draft((Statement(f"{head} – {series}.", tuple(cell.support for _, cell in cells)),))


def between_limits(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """Which lines, or how many, have more or less than a figure that a question gives."""
    over, under = OVER.search(query.text), UNDER.search(query.text)
    limit = number(next(each for each in (over, under) if each)["limit"].strip(" .,")) if over or under else None
    if (target := OF_TARGET.search(query.text)) is not None and limit is None:
        over, limit = target if target["over"] else None, _target(meant)
    if limit is None or len(meant.called) == 1 or IS_IT.search(query.text) or YEAR.fullmatch(str(limit)):
        return None
    parts = meant.table.parts
    head = one_head(query, meant, parts)
    if head is None or len(parts) < _PAIR or not (meant.all_told or target):
        return None
    found = [
        (line, cell)
        for line in parts
        if (cell := line.cell(head)) is not None and (cell.amount > limit if over else cell.amount < limit)
    ]
    if not found or len(found) > MOST_ROWS:
        return None
    series = ", ".join(f"{line.label}: {cell.said}" for line, cell in found)
    count = f"{len(found)}: " if Cue.HOW_MANY in query.cues else ""
    return Draft(
        (Statement(f"{head} – {count}{series}.", tuple(cell.support for _, cell in found), (str(len(found)),)),)
    )


def _target(meant: Meant) -> Decimal | None:
    """The one figure that a table's title or caption has as what is aimed at: "målet er høyst 30 minutter"."""
    data = meant.table.row.passage.data
    found = {number(match["figure"].strip(" .,")) for match in TARGET.finditer(f"{data['title']} {data['caption']}")}
    return found.pop() if len(found) == 1 else None


def held_against_limit(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """The one figure that a question asks whether is more or less than another that it gives."""
    line = one_line(query, meant)
    head = one_head(query, meant, (line,)) if line is not None and meant.all_told else None
    cell = line.cell(head) if line is not None and head is not None else None
    if line is None or cell is None or (cell.money and not DEAR.search(query.text) and MONEY not in measures(query)):
        return None
    return Draft((told_cell(line, cell),))


def that_has(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """Which line, or which year of a line, has the figure that a question gives."""
    given = figures_given(query)
    if len(given) != 1 or not meant.all_told:
        return None
    value = given.pop()
    lines = meant.called if meant.called and WHEN.search(query.text) else meant.table.lines
    found = [
        (line, cell)
        for line in lines
        for cell in line.cells
        if cell.amount == value and (not meant.heads or cell.head in meant.heads)
    ]
    if not 0 < len(found) <= MOST_LINES or (IN_PERCENT.search(query.text) and found[0][1].unit not in ("", "%")):
        return None
    return Draft(tuple(told_cell(line, cell) for line, cell in found))


def range_of_ends(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """From the lowest to the highest, where a table has them as two lines: "investering fra", "investering til"."""
    lines = ends_called(meant)
    if not lines:
        return None
    sums = [head for head in meant.table.heads if TOTAL_LABEL.match(head)]
    head = sums[0] if len(sums) == 1 and ALL.search(query.text) else one_head(query, meant, lines)
    low, high = (line.cell(head) if head else None for line in lines)
    if head is None or low is None or high is None:
        return None
    series = f"{head} – {lines[0].label}: {low.said}, {lines[1].label}: {high.said}"
    if not APART.search(query.text):
        return Draft((Statement(f"{series}.", (low.support, high.support)),))
    apart = norwegian(abs(high.amount - low.amount))
    return Draft(
        (Statement(f"{series}; forskjell: {with_unit(apart, low.unit)}.", (low.support, high.support), (apart,)),)
    )


def sum_of_line(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """The sum of a line's figures of several years, with each."""
    line = one_line(query, meant)
    if line is None or len(meant.heads) < _PAIR or line.cells[0].unit == "%":
        return None
    first, last = meant.table.dated.index(meant.heads[0]), meant.table.dated.index(meant.heads[-1])
    listed = len(meant.heads) > _PAIR or (
        not meant.by_period and not re.search(r"\b(?:til|to)\s+(?:og\s+med\s+)?(?:19|20)\d\d|\d[-–]\d", query.text)
    )
    heads = meant.heads if listed else meant.table.dated[first : last + 1]
    cells = [cell for head in heads if (cell := line.cell(head)) is not None]
    if len(cells) != len(heads):
        return None
    total = norwegian(sum((cell.amount for cell in cells), Decimal(0)))
    text = f"{line.name} – {' + '.join(heads)}: {' + '.join(cell.text for cell in cells)} = {with_unit(total, cells[0].unit)}."
    return Draft((Statement(text, tuple(cell.support for cell in cells), (total.lstrip("-−"),)),))


def _lines_apart(query: Query, meant: Meant, corpus: Corpus) -> list[Line]:
    """The lines that a question calls one by one: "A, B og C"."""
    texts = re.split(r",|\b(?:og|pluss|and|plus)\b", query.text)
    called = [lines_called(telling(query, text, corpus), meant.table, corpus)[0] for text in texts]
    return list({id(found[0]): found[0] for found in called if len(found) == 1}.values())


def figures_of_lines(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """The figure of each of several lines under the head that is asked about: "Hva koster A og B i 2030?"."""
    if not meant.all_told or ADDED.search(query.text) or any(_AND.search(line.label) for line in meant.called):
        return None
    lines = _lines_apart(query, meant, corpus)
    head = one_head(query, meant, lines) if _PAIR <= len(lines) <= MOST_LINES else None
    cells = [(line, cell) for line in lines if head and (cell := line.cell(head)) is not None]
    if not cells or len(cells) != len(lines) or not any(line in meant.called for line in lines):
        return None
    return Draft(tuple(told_cell(line, cell) for line, cell in cells))


def sum_of_lines(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """The sum of several lines under one head, with each; of all that stands under one line, that line's own figure."""
    lines = _lines_apart(query, meant, corpus)
    if len(lines) < _PAIR or any(line.total and not line.under for line in lines):
        return None
    above = {line.under[-1:] for line in lines}
    parent = [line for line in meant.table.lines if (line.label,) in above] if len(above) == 1 else []
    if parent and len(lines) == sum(line.under[-1:] in above for line in meant.table.lines):
        head = one_head(query, meant, parent)
        whole = parent[0].cell(head) if head else None
        return Draft((told_cell(parent[0], whole),)) if whole else None
    head = one_head(query, meant, lines)
    cells = [cell for line in lines if head and (cell := line.cell(head)) is not None]
    if head is None or len(cells) != len(lines) or len({cell.unit for cell in cells}) != 1 or cells[0].unit == "%":
        return None
    total = norwegian(sum((cell.amount for cell in cells), Decimal(0)))
    names, figures = " + ".join(line.label for line in lines), " + ".join(cell.text for cell in cells)
    text = f"{names}, {head}: {figures} = {with_unit(total, cells[0].unit)}."
    return Draft((Statement(text, tuple(cell.support for cell in cells), (total.lstrip("-−"),)),))


def whole_of_table(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """The sum over all lines under one head."""
    whole = meant.table.whole
    own = terms_of_table(meant.table, corpus)
    if WHICH_KIND.search(query.text) or not any(_tells_of_what(word) for word in words(query.text)):
        # Some lines are asked for, not all of them together; or nothing tells the sum of what.
        return None
    if whole is None or len(meant.table.lines) == 1 or any(line is not whole for line in meant.called):
        return None
    if any(not fitting(forms, own) and any(map(corpus.lexical.has, forms)) for forms in meant.words):
        # What the archive speaks of and the table does not name is no word for all of it.
        return None
    head = one_head(query, meant, (whole,))
    cell = whole.cell(head) if head else None
    return Draft((told_cell(whole, cell),)) if cell is not None else None


def _tells_of_what(word: str) -> bool:
    """Whether a word says what all of something is of, be it no more than "løsningene"."""
    return not (word in STOP_WORDS or word.isdigit() or ALL.fullmatch(word))


def year_of_extreme(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """In which year a line is largest or smallest."""
    line, most, least = one_line(query, meant), MOST.search(query.text), LEAST.search(query.text)
    if line is None or meant.heads or bool(most) == bool(least) or not meant.table.in_time:
        return None
    cells = [cell for cell in line.cells if YEAR.search(cell.head)]
    if len(cells) < _PAIR:
        return None
    size = (max if most else min)(cell.amount for cell in cells)
    return Draft(tuple(told_cell(line, cell) for cell in cells if cell.amount == size))


def course_of_line(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """A line's figures year for year; between two years that are named also the change."""
    line = one_line(query, meant)
    cells = [cell for cell in line.cells if YEAR.search(cell.head)] if line is not None else []
    if line is None or len(cells) < _PAIR:
        return None
    if len(meant.heads) == _PAIR:
        dated = meant.table.dated
        between = dated[dated.index(meant.heads[0]) : dated.index(meant.heads[1]) + 1]
        cells = [cell for cell in cells if cell.head in between]
    units = {cell.unit for cell in cells}
    shared = units.pop() if len(units) == 1 and units != {"%"} else ""
    ordered = sorted(cells, key=lambda cell: cell.head)
    series = ", ".join(f"{cell.head}: {cell.text if shared else cell.said}" for cell in ordered)
    text = f"{line.name} – {series}" + (f" ({shared})." if shared else ".")
    course = Draft((Statement(text, tuple(cell.support for cell in ordered)),))
    return joined([course, change_told(line, ordered[0], ordered[-1])]) if len(meant.heads) == _PAIR else course


def in_order(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """The line that is next to most or least under one head, the third, or all lines in their order."""
    place, parts = PLACED.search(query.text), meant.table.parts
    head = one_head(query, meant, parts) if not meant.called else None
    cells = [(line, cell) for line in parts if head and (cell := line.cell(head)) is not None]
    if not _PAIR < len(cells) <= MOST_ROWS or len({cell.unit for _, cell in cells}) != 1:
        return None
    ranked = sorted(cells, key=lambda each: each[1].amount, reverse=not LEAST.search(query.text))
    if place is not None:
        return Draft((told_cell(*ranked[PLACES[place["place"].lower()] - 1]),))
    series = ", ".join(f"{line.label}: {cell.said}" for line, cell in ranked)
    return Draft((Statement(f"{head} – {series}.", tuple(cell.support for _, cell in ranked)),))


def figure_of_line(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """The one figure of a line under the head that is asked about, where the table tells every word."""
    line = meant.called[0] if len(meant.called) == 1 else one_line(query, meant) if meant.as_whole else None
    stands_alone = meant.table.row.passage.data["table"] == FIGURES
    by_itself = bool(query.years) and (stands_alone or (line is not None and line.label.isupper()))
    several = compares(query) or ADDED.search(query.text)
    if line is None or not (query.years or stands_alone) or not ((meant.all_told and not several) or by_itself):
        return None
    if Cue.CHANGE in cues(" ".join((*line.under, line.label))) and Cue.CHANGE not in query.cues:
        # How much something is is not told by how much it grows.
        return None
    head = one_head(query, meant, (line,))
    cell = line.cell(head) if head else None
    if cell is None or head is None or _measures_else(query, meant, f"{line.name} {head}"):
        return None
    return Draft((told_cell(line, cell),))


def _measures_else(query: Query, meant: Meant, named: str) -> bool:
    """Whether a measure is asked for that other lines or heads of a table are of, and some that are named are not."""
    names = " ".join((*meant.table.heads, *(line.label for line in meant.table.lines)))
    asked = [column for _, column in measures(query) if column is not MONEY[1]]
    return any(column.search(names) and not column.search(named) for column in asked)


def all_years_of_line(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """A line of a chart in each year, or bar for bar, where a question does not say which; of now in the last year."""
    table, line = meant.table, one_line(query, meant)
    turned = len(table.rows) > 1 and len(table.dated) == len(table.rows) == len(table.heads)
    if line is None or not turned or not meant.all_told or not _PAIR <= len(line.cells) <= MOST_YEARS:
        return None
    if NOW.search(query.text) and YEAR.search(table.dated[-1]):
        last = line.cell(table.dated[-1])
        return Draft((told_cell(line, last),)) if last is not None else None
    series = ", ".join(f"{cell.head}: {cell.said}" for cell in line.cells)
    return Draft((Statement(f"{line.name} – {series}.", tuple(cell.support for cell in line.cells)),))


def most_of_now(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """The line with most or least in the last year, where a question asks of now, or that stands on top in the year it names."""
    most, least = (
        (MOST.search(query.text) or TOP.search(query.text)),
        (LEAST.search(query.text) or BOTTOM.search(query.text)),
    )
    now = not query.years and NOW.search(query.text)
    if bool(most) == bool(least) or not (now or TOP.search(query.text) or BOTTOM.search(query.text)):
        return None
    dated, parts = meant.table.dated, meant.table.parts
    head = dated[-1] if now and dated else one_head(query, meant, parts)
    titled = titled_terms(meant.table.row, corpus)
    labels = terms_of(" ".join(line.label for line in parts), corpus)
    if any(forms.keys() & labels and not forms.keys() & titled for forms in meant.words):
        # It is asked about a line, not which of them it is.
        return None
    cells = [(line, cell) for line in parts if head and (cell := line.cell(head)) is not None]
    if len(cells) < _PAIR or len({cell.unit for _, cell in cells}) != 1:
        return None
    size = (max if most else min)(cell.amount for _, cell in cells)
    return Draft(tuple(told_cell(line, cell) for line, cell in cells if cell.amount == size))
