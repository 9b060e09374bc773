"""Who presents how many cases of an agenda."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.reading import Reading
from radsassistent.answers.agenda.rows import said
from radsassistent.answers.agenda.vocabulary import (
    BODIES_COUNTED,
    CASES_SAID,
    HOW_MANY,
    MOST_CASES,
    PEOPLE_COUNTED,
    SEVERAL_CASES,
    WHICH_BODY,
    WHO,
    count_said,
)
from radsassistent.answers.draft import Draft, Statement, Support, listed, statement
from radsassistent.archive import Passage
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query


def presenters_counted(reading: Reading, query: Query) -> Draft | None:
    """How many people or organisations present cases, and who they are."""
    counts_people, counts_bodies = PEOPLE_COUNTED.search(query.asked), BODIES_COUNTED.search(query.asked)
    field = "presenter" if counts_people else "organisation"
    rows = [item for item in reading.fulfilling() if item.case and item.data[field]]
    if (
        not (counts_people or counts_bodies)
        or not rows
        or (Cue.PRESENT not in query.cues and not CASES_SAID.search(query.asked))
    ):
        return None
    first = {str(item.data[field]): item for item in reversed(rows)}
    names = list(dict.fromkeys(str(item.data[field]) for item in rows))
    supports = tuple(Support(first[each], each) for each in names)
    return Draft((Statement(f"{len(names)}: {listed(names)}.", supports, (str(len(names)),)),))


def presenters_by_cases(reading: Reading, query: Query) -> Draft | None:
    """Who, or which organisation, presents the most cases, or as many as a question says."""
    text = query.asked
    most, several = MOST_CASES.search(text), SEVERAL_CASES.search(text)
    bodies = WHICH_BODY.search(text)
    if not (most or several) or not (WHO.search(text) or bodies) or HOW_MANY.search(text):
        return None
    field = "organisation" if bodies else "presenter"
    groups: dict[str, list[Passage]] = defaultdict(list)
    for item in reading.fulfilling():
        if item.case and item.data[field]:
            groups[str(item.data[field])].append(item)
    if most:
        wanted = max((len(rows) for rows in groups.values()), default=0)
        chosen = [rows for rows in groups.values() if len(rows) == wanted]
    else:
        assert several is not None
        chosen = [rows for rows in groups.values() if is_as_many(len(rows), several)]
    return Draft(tuple(_has_cases(rows, field, query) for rows in chosen)) if chosen else None


def is_as_many(many: int, match: re.Match[str]) -> bool:
    """Whether a number of cases is as many as a question says."""
    if match["over"]:
        return many > count_said(match["over"])
    if match["several"]:
        return many > 1
    return many == count_said(match["exact"] or match["one"])


def _has_cases(rows: Sequence[Passage], field: str, query: Query) -> Statement:
    """How many cases somebody, or an organisation, has, and which."""
    data = rows[0].data
    who = (
        data["organisation"]
        if field == "organisation"
        else ", ".join(filter(None, (data["presenter"], data["organisation"])))
    )
    supports = tuple(support for item in rows for support in statement("", item, str(item.data[field])).support)
    if len(rows) == 1:
        return said(rows[0], replace(query, cues=frozenset({Cue.WHO, Cue.PRESENT})))
    cases = listed([str(item.case) for item in rows])
    return Statement(f"{who} legger frem {len(rows)} saker: {cases}.", supports, (str(len(rows)),))
