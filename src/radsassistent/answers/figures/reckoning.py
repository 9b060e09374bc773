"""What is reckoned with the figures of one table, where every word of a question is told by it or asks for that: changes,
differences, shares, sums, parts, what lies over or under a limit, and which line or year has a given figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.comparison import LEAST, MOST
from radsassistent.answers.figures.grid import AskedWords, grid, lines_called
from radsassistent.answers.figures.reckoned_changes import (
    change_asked,
    change_of_line,
    difference,
    share_of_line,
    which_change,
)
from radsassistent.answers.figures.reckoned_lines import (
    between_limits,
    course_of_line,
    figure_of_line,
    in_order,
    most_of_now,
    parts_of,
    range_of_ends,
    sum_of_line,
    sum_of_lines,
    that_has,
    whole_of_table,
    year_of_extreme,
)
from radsassistent.answers.figures.reckoning_meant import (
    Meant,
    fits_measure,
    heads_of_period,
    is_of_measure,
    telling,
    told_of_table,
)
from radsassistent.answers.figures.reckoning_words import (
    ADD,
    ADDED,
    ALL,
    BESIDE,
    COURSE,
    HOW_MUCH_OR_MANY,
    KIND,
    OF_CELL,
    OVER,
    PARTS,
    PLACED,
    RANKED,
    SHARE,
    UNDER,
    WHEN,
    WHICH,
    compares,
)
from radsassistent.answers.figures.resolution import (
    may_be_left,
    nearest_slides,
    tables_meant,
    words_untold,
)
from radsassistent.answers.figures.rows import Row
from radsassistent.answers.figures.words import case_terms, fitting, tells_of_else
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_BEYOND = frozenset({Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.WHY, Cue.WHICH_CASE, Cue.CLOCK, Cue.PRESENT})
_PAIR = 2
# How well a table fits: whether it tells every word, the weight of what it tells, whether a line is called, whether its figures
# are of the sort asked for, and whether its slide is among the likeliest.
_Fit = tuple[bool, float, bool, int, bool]
# A table that tells so many times the weight of another is the one that is asked about.
_FAR_MORE = 1.2


_Asks = Callable[[Query], bool]
_Tells = Callable[[Query, Meant, Corpus], Draft | None]


def _asks(*patterns: re.Pattern[str]) -> _Asks:
    return lambda query: all(pattern.search(query.text) for pattern in patterns)


# What is asked for, with what tells it; the first that a table tells is said.
_RECKONINGS: tuple[tuple[_Asks, _Tells], ...] = (
    (_asks(PARTS), parts_of),
    (lambda query: bool(OVER.search(query.text) or UNDER.search(query.text)), between_limits),
    (lambda query: bool(WHICH.search(query.text) or WHEN.search(query.text)), that_has),
    (_asks(WHICH), most_of_now),
    (_asks(PLACED), in_order),
    (_asks(RANKED), in_order),
    (lambda query: bool(WHICH.search(query.text)) and not HOW_MUCH_OR_MANY.search(query.text), which_change),
    (_asks(WHEN), year_of_extreme),
    (_asks(SHARE), share_of_line),
    (_asks(COURSE), course_of_line),
    (_asks(ADD), sum_of_line),
    (lambda query: not compares(query) and bool(ADDED.search(query.text)), sum_of_line),
    (change_asked, change_of_line),
    (lambda query: compares(query) or bool(BESIDE.search(query.text)), difference),
    (lambda query: query.wanted is Wanted.NUMBER or bool(query.years) or Cue.MONEY in query.cues, range_of_ends),
    (_asks(ALL), sum_of_lines),
    (_asks(ALL), whole_of_table),
    (lambda query: bool(query.years) and not (MOST.search(query.text) or LEAST.search(query.text)), figure_of_line),
)


def reckoned_in_table(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What a question reckons with the figures of the one table that tells most of it; None where it asks for no reckoning,
    a word of it is told by no table, or several tables tell as much.
    """
    if query.cues & _BEYOND or query.people or query.slides or query.unknown_names:
        return None
    if not any(asks(query) for asks, _ in _RECKONINGS):
        return None
    nearest = nearest_slides(hits)
    found: list[tuple[_Fit, Draft | None]] = []
    words = telling(query, query.text, corpus)
    kind = KIND.search(query.text)
    of_kind = {term for forms in telling(query, kind["kind"], corpus) for term in forms} if kind else set[str]()
    for rows in tables_meant(query, corpus, figures=True):
        told = _of_table(query, words, of_kind, rows, nearest, corpus)
        if told is not None:
            found.append(told)
    drafts = sorted(((fit, draft) for fit, draft in found if draft is not None), key=lambda each: each[0], reverse=True)
    if not drafts or (len(drafts) > 1 and drafts[1][0] == drafts[0][0]):
        return None
    best, draft = drafts[0]
    if any(fit[0] >= best[0] and fit[1] > _FAR_MORE * best[1] for fit, _ in found):
        # Another table is what is asked about, and does not tell it.
        return None
    only_figure = Cue.BRIEF in query.cues and (query.wanted is Wanted.NUMBER or not WHICH.search(query.text))
    return _brief(draft) if only_figure else draft


def _brief(draft: Draft) -> Draft:
    """A single figure without what it is of."""
    said = draft.statements[0]
    match = OF_CELL.fullmatch(said.text)
    if len(draft.statements) > 1 or match is None or said.computed:
        return draft
    return Draft((replace(said, text=match["said"]),))


def _of_table(
    query: Query,
    words: AskedWords,
    of_kind: Set[str],
    rows: Sequence[Row],
    nearest: Set[SlideKey],
    corpus: Corpus,
) -> tuple[_Fit, Draft | None] | None:
    """How well a table fits a question, and what it tells; None where it tells too little of it."""
    table = grid(rows, corpus)
    if not table.lines or tells_of_else(query, rows[0], rows, corpus):
        return None
    called, told = lines_called([forms for forms in words if not of_kind & forms.keys()], table, corpus)
    heads = tuple(table.heads_of(query.years)) if query.years else heads_of_period(query, table)
    if query.years and len(heads) < len(query.years) and table.in_time:
        return None
    data = rows[0].passage.data
    titled = set(corpus.terms(f"{data['title']} {data['caption']}")) | case_terms(rows[0].passage, corpus)
    as_whole = bool(words) and not called and all(fitting(forms, titled) for forms in words)
    meant = Meant(table, tuple(called), words, heads, as_whole, by_period=not query.years)
    if not is_of_measure(query, meant):
        return None
    told_by = (tell(query, meant, corpus) for asks, tell in _RECKONINGS if asks(query))
    draft = next(filter(None, told_by), None)
    of_table = told | told_of_table(words, table, corpus)
    untold = words_untold(query, words, of_table, rows[:1], list(table.heads), corpus)
    if untold and not may_be_left(query, untold, rows, nearest, corpus):
        return None
    place = (rows[0].passage.sha256, rows[0].passage.slide)
    weight = round(sum(max((forms[term] for term in forms.keys() & of_table), default=0.0) for forms in words), 4)
    return (not untold, weight, bool(called), fits_measure(query, meant), place in nearest), draft
