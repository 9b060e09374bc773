"""What lines say of a case that the archive does not have, of another meeting: a remark on its minutes, a correction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike

_HALF = 0.5


def told_of_earlier_case(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one line that names the case which is asked of and has most of what is asked of it; None where none or several do."""
    if len(query.unknown_cases) != 1 or query.cases:
        return None
    case = query.unknown_cases[0]
    named = re.compile(rf"(?<![\d/]){re.escape(case)}(?![\d/])")
    topic = corpus.topic(named.sub(" ", query.asked))
    units = [hit.passage for hit in hits if hit.passage.kind is PassageKind.UNIT and named.search(hit.passage.text)]
    told = [unit for unit in units if _share(topic, corpus.terms(unit.text)) >= _HALF]
    return Draft((statement(f"{told[0].text.rstrip('.')}.", told[0], told[0].text),)) if len(told) == 1 else None


def _share(topic: Mapping[str, float], terms: Sequence[str]) -> float:
    """How much of what is asked a line speaks of, in any form of its words."""
    whole = sum(topic.values())
    return sum(weight for term, weight in topic.items() if begins_alike(term, terms)) / whole if whole else 0.0
