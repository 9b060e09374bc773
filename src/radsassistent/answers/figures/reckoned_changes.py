"""What changes between two heads of a table, how far two of its lines are apart, and what share one is of another."""

from __future__ import annotations

import re

from radsassistent.answers.draft import Draft, Statement
from radsassistent.answers.figures.comparison import LEAST, MOST, changed_from_to, changed_in_turn
from radsassistent.answers.figures.grid import Cell, Line, lines_called
from radsassistent.answers.figures.reckoning_meant import Meant, joined, one_head, one_line, telling, told_cell
from radsassistent.answers.figures.reckoning_words import (
    APART,
    BESIDE,
    DOWN,
    IN_PERCENT,
    MOST_LINES,
    OVER,
    OWN_CHANGE,
    SAME,
    SIDES,
    UNDER,
    WHEN,
    WHICH_KIND,
    compares,
    figures_given,
)
from radsassistent.answers.figures.rows import YEAR, told, with_unit
from radsassistent.answers.figures.values import UP_TO
from radsassistent.answers.figures.words import fitting, terms_of
from radsassistent.answers.verification.computed import percent
from radsassistent.documents.numbers import norwegian, number
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.query import Query

_PAIR = 2
# "… økte mest fra 2031", "siden i fjor".
_SINCE = re.compile(
    r"\b(?:fra|frå|siden|sidan|from|since|enn|than|mot|med)\s+(?:(?:i|in|year|året|nivået|tallene)\s+){0,2}20\d\d\b",
    re.IGNORECASE,
)


def which_change(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """Which lines go up, down or change most between two years."""
    if meant.called or not compares(query):
        return None
    if (own := _own_changes(query, meant)) is not None:
        return own
    heads = _heads_between(query, meant)
    if len(heads) != _PAIR:
        return None
    first, last = heads
    pairs = [
        (before, after, line)
        for line in meant.table.parts
        if (before := line.cell(first)) and (after := line.cell(last))
    ]
    down, most, least = (bool(pattern.search(query.text)) for pattern in (DOWN, MOST, LEAST))
    in_percent = bool(IN_PERCENT.search(query.text))
    changes = [
        (
            percent(after.amount - before.amount, before.amount) if in_percent else after.amount - before.amount,
            before,
            after,
            line,
        )
        for before, after, line in pairs
        if before.amount or not in_percent
    ]
    if SAME.search(query.text):
        changes = [each for each in changes if not each[0]]
    else:
        changes = [each for each in changes if (each[0] < 0 if down else each[0] > 0)]
    if (most or least) and changes:
        size = (max if most else min)(abs(each[0]) for each in changes)
        changes = [each for each in changes if abs(each[0]) == size]
    if not 0 < len(changes) <= MOST_LINES or len(pairs) < _PAIR:
        return None
    return joined([change_told(line, before, after, in_percent=in_percent) for _, before, after, line in changes])


def _own_changes(query: Query, meant: Meant) -> Draft | None:
    """The lines that go up, down or change most by the one column of a table that gives the changes, where no year is named."""
    given = [head for head in meant.table.heads if Cue.CHANGE in cues(head)]
    if query.years or len(given) != 1 or bool(MOST.search(query.text)) == bool(LEAST.search(query.text)):
        return None
    cells = [(line, cell) for line in meant.table.parts if (cell := line.cell(given[0]))]
    down = bool(DOWN.search(query.text))
    cells = [(line, cell) for line, cell in cells if (cell.amount < 0 if down else cell.amount > 0)]
    if len(cells) < _PAIR or (cells[0][1].unit == "%") != bool(IN_PERCENT.search(query.text)):
        return None
    size = (max if MOST.search(query.text) else min)(abs(cell.amount) for _, cell in cells)
    return joined([Draft((told_cell(line, cell),)) for line, cell in cells if abs(cell.amount) == size])


def _heads_between(query: Query, meant: Meant) -> tuple[str, ...]:
    """The two heads between which it is asked what changes: those of the years named; the one that it is "fra" and the last;
    where no year is named the first and the last.
    """
    dated = meant.table.dated
    if len(meant.heads) == 1 and _SINCE.search(query.text) and meant.heads[0] in dated[:-1]:
        return (meant.heads[0], dated[-1])
    if meant.heads or query.years or WHEN.search(query.text):
        return meant.heads
    return tuple(dated[:: max(1, len(dated) - 1)])


def change_asked(query: Query) -> bool:
    return compares(query) or bool(IN_PERCENT.search(query.text))


def change_of_line(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """How one line changes between two years, or from the first bar of a chart to the last."""
    line = one_line(query, meant)
    if line is None or len(meant.heads) != _PAIR or not compares(query):
        return None
    before, after = (line.cell(head) for head in meant.heads)
    if before is None or after is None:
        return None
    in_percent = bool(IN_PERCENT.search(query.text))
    of_years = YEAR.search(before.head) is not None
    if (in_percent or not of_years) and (own := _own_change(line, before, after, corpus)) is not None:
        return own
    if in_percent and (given := _given_in_percent(line, meant)) is not None:
        return given
    if of_years:
        return joined([change_told(line, before, after, in_percent=in_percent)])
    return changed_in_turn(line.name, before.support, after.support, "prosent" if in_percent else after.unit)


def _given_in_percent(line: Line, meant: Meant) -> Draft | None:
    """The change in percent that a table of two years gives itself."""
    row = line.cells[0].row
    given = [c for c in row.columns if Cue.CHANGE in cues(c) and "%" in (row.value(c) or "")]
    return told(row, given) if len(given) == 1 and len(meant.table.dated) == _PAIR else None


def change_told(line: Line, before: Cell, after: Cell, *, in_percent: bool = False) -> Draft | None:
    """From one figure of a line to another, in its unit or in percent of the first."""
    unit = "prosent" if in_percent and after.unit != "%" else after.unit
    return changed_from_to(line.name, (before.head, before.support), (after.head, after.support), unit)


def _is_changed(query: Query) -> bool:
    """Whether it is asked how something changes by itself: not which does, what does most, or how it is beside another."""
    beside = (BESIDE, WHICH_KIND, MOST, LEAST, OVER, UNDER)
    return compares(query) and not any(pattern.search(query.text) for pattern in beside)


def change_into_year(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """How a line changes into the one year that a question names, from the year before it in the table."""
    line = one_line(query, meant) if meant.all_told and _is_changed(query) else None
    if line is None or len(meant.heads) != 1 or meant.by_period or UP_TO.search(query.text):
        return None
    if Cue.CHANGE in cues(" ".join((*line.under, line.label))):
        # Its figures are changes themselves.
        return None
    dated, last = meant.table.dated, meant.heads[0]
    place = dated.index(last) if last in dated else 0
    before, after = (line.cell(dated[place - 1]), line.cell(last)) if place else (None, None)
    if before is None or after is None or not YEAR.search(last):
        return None
    return joined([change_told(line, before, after, in_percent=bool(IN_PERCENT.search(query.text)))])


def change_over_all(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """How a line changes from the first year of a table to the last, where a question names none."""
    line = one_line(query, meant) if meant.all_told and _is_changed(query) else None
    dated = meant.table.dated
    if line is None or query.years or meant.heads or len(dated) < _PAIR:
        return None
    if Cue.CHANGE in cues(" ".join((*line.under, line.label))) or not YEAR.search(dated[0]):
        return None
    before, after = line.cell(dated[0]), line.cell(dated[-1])
    if before is None or after is None:
        return None
    return joined([change_told(line, before, after, in_percent=bool(IN_PERCENT.search(query.text)))])


def _own_change(line: Line, before: Cell, after: Cell, corpus: Corpus) -> Draft | None:
    """The change in percent that the slide gives itself, where it is that of the line, rounded."""
    if not before.amount:
        return None
    passage = line.cells[0].row.passage
    change = percent(after.amount - before.amount, before.amount)
    for text in corpus.slide_text(passage.sha256, passage.slide).splitlines():
        match = OWN_CHANGE.fullmatch(text.strip())
        figure = number(match["figure"]) if match else None
        if match and figure is not None and abs(abs(change) - figure) < 1 and (match["sign"] == "+") == (change > 0):
            word = "økning" if change > 0 else "nedgang"
            change_said = f"en {word} på {match['figure']} prosent"
            said = f"{line.name}: fra {before.text} til {after.text}, {change_said}."
            return Draft((Statement(said, (before.support, after.support)),))
    return None


def difference(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """How far apart two lines are under one head: "mer enn", "forskjellen mellom"."""
    if len(meant.heads) == _PAIR or not (APART.search(query.text) or BESIDE.search(query.text)):
        return None
    pair = _two_lines(query, meant, corpus)
    head = one_head(query, meant, pair) if pair else None
    if not pair or head is None:
        return None
    one, other = (line.cell(head) for line in pair)
    if one is None or other is None or one.unit != other.unit:
        return None
    apart = norwegian(abs(one.amount - other.amount))
    series = ", ".join(f"{line.label}: {cell.said}" for line, cell in zip(pair, (one, other), strict=True))
    text = f"{head} – {series}; forskjell: {with_unit(apart, one.unit)}."
    return Draft((Statement(text, (one.support, other.support), (apart,)),))


def _two_lines(query: Query, meant: Meant, corpus: Corpus) -> tuple[Line, ...]:
    """The two lines that the two sides of a comparison call, each by words of its own side."""
    for cut in SIDES.finditer(query.text):
        sides = (query.text[: cut.start()], query.text[cut.end() :])
        found = [lines_called(telling(query, side, corpus), meant.table, corpus)[0] for side in sides]
        if all(len(lines) == 1 for lines in found) and found[0][0] is not found[1][0]:
            return (found[0][0], found[1][0])
    return ()


def share_of_line(query: Query, meant: Meant, corpus: Corpus) -> Draft | None:
    """What a line is in percent of the line that it stands under, where that is called too, else of the whole."""
    if len(meant.called) != 1 or len(meant.heads) > 1 or not meant.all_told:
        return None
    line = meant.called[0]
    if (of_columns := _share_of_columns(meant, line, corpus)) is not None:
        return of_columns
    whole = next((each for each in meant.table.lines if line.under and each.label == line.under[-1]), None)
    given = [each for each in meant.table.lines if any(cell.amount in figures_given(query) for cell in each.cells)]
    whole = whole or meant.table.whole or (given[0] if len(given) == 1 else None)
    head = one_head(query, meant, (line, whole)) if whole is not None else None
    part, all_of_it = (line.cell(head), whole.cell(head)) if whole is not None and head is not None else (None, None)
    if part is None or all_of_it is None or whole is line or not all_of_it.amount or part.unit == "%":
        return None
    share = norwegian(percent(part.amount, all_of_it.amount))
    text = f"{line.name}, {part.head}: {part.text} av {all_of_it.said}, {share} prosent."
    return Draft((Statement(text, (part.support, all_of_it.support), (share,)),))


def _share_of_columns(meant: Meant, line: Line, corpus: Corpus) -> Draft | None:
    """What one figure of a line is in percent of another, where a question calls both by their heads: "hvor stor andel av
    søknadene ble innvilget".
    """
    called = [cell for cell in line.cells if any(fitting(forms, terms_of(cell.head, corpus)) for forms in meant.words)]
    shares = [cell for cell in called if cell.unit == "%" or "%" in cell.text]
    if len(called) == _PAIR and len(shares) == 1:
        # It is told already, of what the other column counts.
        return Draft((told_cell(line, shares[0]),))
    if len(called) != _PAIR or called[0].unit != called[1].unit or any(YEAR.search(cell.head) for cell in called):
        return None
    part, whole = sorted(called, key=lambda cell: cell.amount)
    if part.unit == "%" or part.amount <= 0:
        return None
    share = norwegian(percent(part.amount, whole.amount))
    text = f"{line.name}, {part.head} av {whole.head}: {part.text} av {whole.said}, {share} prosent."
    return Draft((Statement(text, (part.support, whole.support), (share,)),))
