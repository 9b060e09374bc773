"""What is reckoned with the figures of one table, where every word of a question is told by it or asks for that: changes,
differences, shares, sums, parts, what lies over or under a limit, and which line or year has a given figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.columns import cues_of_table
from radsassistent.answers.figures.comparison import LEAST, MOST
from radsassistent.answers.figures.grid import grid, lines_called, share_of_name
from radsassistent.answers.figures.reckoned_changes import (
    change_asked,
    change_into_year,
    change_of_line,
    change_over_all,
    difference,
    share_of_line,
    which_change,
)
from radsassistent.answers.figures.reckoned_lines import (
    all_years_of_line,
    between_limits,
    course_of_line,
    figure_of_line,
    figures_of_lines,
    held_against_limit,
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
    IS_IT,
    KIND,
    OF_CELL,
    OF_TARGET,
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
    is_of_else,
    may_be_left,
    nearest_slides,
    tables_meant,
    words_untold,
)
from radsassistent.answers.figures.rows import Row
from radsassistent.answers.figures.table_words import as_in_table, by_nearness
from radsassistent.answers.figures.words import AskedWords, case_terms, fitting, tells_of_else, titled_terms
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import is_english, stem
from radsassistent.search.terms import words as spoken

_BEYOND = frozenset({Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.WHY, Cue.WHICH_CASE, Cue.CLOCK, Cue.PRESENT})
# How well a table fits: whether it tells every word, the weight of what it tells, how much of the names of the lines called a
# question has, whether its figures are of the sort asked for, and whether its slide is among the likeliest.
_Fit = tuple[bool, float, float, int, bool]
# A table that tells so many times the weight of another is the one that is asked about.
_FAR_MORE = 1.2


_Asks = Callable[[Query], bool]
_Tells = Callable[[Query, Meant, Corpus], Draft | None]


def _asks(*patterns: re.Pattern[str]) -> _Asks:
    return lambda query: all(pattern.search(query.text) for pattern in patterns)


def _asks_for_one_figure(query: Query) -> bool:
    extreme = MOST.search(query.text) or LEAST.search(query.text)
    number = query.wanted is Wanted.NUMBER or Cue.TOTAL in query.cues
    return (bool(query.years) or number) and not extreme


def _asks_for_any_year(query: Query) -> bool:
    """Whether it is asked how much or how many there is of something, of no year, and not what is most or how it changes."""
    extreme = MOST.search(query.text) or LEAST.search(query.text)
    return query.wanted is Wanted.NUMBER and not query.years and not extreme and not compares(query)


# What is asked for, with what tells it; the first that a table tells is said.
_RECKONINGS: tuple[tuple[_Asks, _Tells], ...] = (
    (_asks(PARTS), parts_of),
    (
        lambda query: any(each.search(query.text) for each in (OVER, UNDER, OF_TARGET)),
        between_limits,
    ),
    (
        lambda query: bool(IS_IT.search(query.text) and (OVER.search(query.text) or UNDER.search(query.text))),
        held_against_limit,
    ),
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
    (change_asked, change_into_year),
    (lambda query: compares(query) and bool(IS_IT.search(query.text)) and not query.years, course_of_line),
    (change_asked, change_over_all),
    (lambda query: query.wanted is Wanted.NUMBER or bool(query.years) or Cue.MONEY in query.cues, range_of_ends),
    (lambda query: bool(ALL.search(query.text) or ADDED.search(query.text)), sum_of_lines),
    (_asks(ALL), whole_of_table),
    (lambda query: not compares(query) and _asks_for_one_figure(query), figures_of_lines),
    (_asks_for_one_figure, figure_of_line),
    (_asks_for_any_year, all_years_of_line),
)


def reckoned_in_table(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What a question reckons with the figures of the one table that tells most of it; None where it asks for no reckoning,
    a word of it is told by no table, or several tables tell as much.
    """
    if cues_of_table(query, corpus) & _BEYOND or query.people or query.slides or query.unknown_names:
        return None
    ways = [tells for asks, tells in _RECKONINGS if asks(query)]
    if not ways:
        return None
    nearest = nearest_slides(hits)
    words = telling(query, query.text, corpus)
    kind = KIND.search(query.text)
    of_kind = {term for forms in telling(query, kind["kind"], corpus) for term in forms} if kind else set[str]()
    tables = tables_meant(query, corpus, figures=True)
    found = [
        fit for rows in tables if (fit := _of_table(query, ways, words, of_kind, rows, nearest, corpus)) is not None
    ]
    if not any(draft is not None for _, draft in found):
        near = [rows for rows in tables if (rows[0].passage.sha256, rows[0].passage.slide) in nearest]
        by_name = [(rows, by_nearness(query, words, rows, corpus)) for rows in near]
        found += [
            fit
            for rows, meant in by_name
            if meant is not None and (fit := _of_table(query, ways, meant, of_kind, rows, nearest, corpus)) is not None
        ]
    drafts = sorted(((fit, draft) for fit, draft in found if draft is not None), key=lambda each: each[0], reverse=True)
    if not drafts or (len(drafts) > 1 and drafts[1][0] == drafts[0][0]):
        return None
    best, draft = drafts[0]
    if any(fit[0] >= best[0] and fit[1] > _FAR_MORE * best[1] for fit, _ in found):
        # Another table is what is asked about, and does not tell it.
        return None
    only_figure = Cue.BRIEF in query.cues and (query.wanted is Wanted.NUMBER or not WHICH.search(query.text))
    return _brief(draft) if only_figure else draft


def _of_another(query: Query, corpus: Corpus) -> bool:
    """Whether a question has a compound of which the archive knows the end alone: "badegebyret" is not all of the fees."""
    bare = ADDED.sub(" ", ALL.sub(" ", query.asked))
    unknown = (stem(word) for word in spoken(bare) if not (corpus.lexical.has(stem(word)) or is_english(query.text)))
    ends = ((term, corpus.lexical.forms(term)) for term in unknown if not corpus.lexical.compounds.parts(term))
    return any(form != term and term.endswith(form) for term, forms in ends for form in forms)


def _brief(draft: Draft) -> Draft:
    """A single figure without what it is of."""
    said = draft.statements[0]
    match = OF_CELL.fullmatch(said.text)
    if len(draft.statements) > 1 or match is None or said.computed:
        return draft
    return Draft((replace(said, text=match["said"]),))


def _of_table(
    query: Query,
    ways: Sequence[_Tells],
    words: AskedWords,
    of_kind: Set[str],
    rows: Sequence[Row],
    nearest: Set[SlideKey],
    corpus: Corpus,
) -> tuple[_Fit, Draft | None] | None:
    """How well a table fits a question, and what it tells; None where it tells too little of it."""
    if is_of_else(query, words, rows, nearest, corpus):
        return None
    table = grid(rows, corpus)
    if not table.lines or tells_of_else(query, rows[0], rows, corpus):
        return None
    words = as_in_table(query, words, rows, corpus)
    called, told = lines_called([forms for forms in words if not of_kind & forms.keys()], table, corpus)
    heads = tuple(table.heads_of(query.years)) if query.years else heads_of_period(query, table)
    if query.years and len(heads) < len(query.years) and table.in_time:
        return None
    titled = titled_terms(rows[0], corpus) | case_terms(rows[0].passage, corpus)
    of_title = bool(words) and all(fitting(forms, titled) for forms in words) and not _of_another(query, corpus)
    if of_title and ALL.search(query.text) and table.whole is not None and not any(line.total for line in called):
        # "FDL-totalen" of a budget for FDL is that of the whole, not of the one line that has the word too.
        called = []
    as_whole = of_title and not called
    of_table = told | told_of_table(words, table, corpus)
    untold = words_untold(query, words, of_table, rows[:1], list(table.heads), corpus)
    meant = Meant(table, tuple(called), words, heads, as_whole, by_period=not query.years, all_told=not untold)
    if not is_of_measure(query, meant):
        return None
    if untold and not may_be_left(query, untold, rows, nearest, corpus):
        return None
    draft = next(filter(None, (tells(query, meant, corpus) for tells in ways)), None)
    place = (rows[0].passage.sha256, rows[0].passage.slide)
    weight = round(sum(max((forms[term] for term in forms.keys() & of_table), default=0.0) for forms in words), 4)
    by_name = min((share_of_name(line, told, corpus) for line in called), default=0.0)
    return (not untold, weight, by_name, fits_measure(query, meant), place in nearest), draft
