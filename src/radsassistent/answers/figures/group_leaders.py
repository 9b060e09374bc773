"""Who leads a group that a table tells the parts of: the row with the leader's role among its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_LEADS_GROUP = re.compile(
    r"\b(?:hvem|kven|who)\b.*\b(?:lede(?:r|t|n)?|leie|leier|leiar|leads?|leading|leader|heads?|chairs?)\b.*"
    r"\b(?:\w*grupp(?:e|en|a)|\w*team(?:et)?|\w*utvalget|\w*utvalet|\w*komit[eé]en|\w*prosjektet|group|committee|project)\b",
    re.IGNORECASE,
)
_LEADER = re.compile(
    r"(?:(?:gruppe|prosjekt|arbeids|team|del)?(?:leder|leiar)|leader|chair|head|(?:group|team|project)\s+leader)\W*",
    re.IGNORECASE,
)


def leads_group(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one row of the likeliest slide's tables that has the leader's role as a cell, where it is asked who leads a group."""
    if not hits or query.people or query.years or not _LEADS_GROUP.search(query.asked):
        return None
    place = (hits[0].passage.sha256, hits[0].passage.slide)
    rows = [row for row in corpus.of_kind(PassageKind.TABLE_ROW) if (row.sha256, row.slide) == place]
    leading = [(row, value) for row in rows for value in row.data["values"] if value and _LEADER.fullmatch(value)]
    if len(leading) != 1:
        return None
    row, value = leading[0]
    label = str(row.data["label"])
    return Draft((Statement(f"{label}: {value}.", (Support(row, label), Support(row, str(value)))),))
