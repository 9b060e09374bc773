"""Why a row of a table is as it is, by the line that opens with its name among lines for several rows: "TB: ubesatt stilling"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set

from radsassistent.answers.draft import Draft
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.abbreviations import closed
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import terms

# "FPO: forsinket anskaffelse gir lavere forbruk".
_OF_NAME = re.compile(r"^(?P<name>\S[^:.?!]{0,50}?):\s+(?P<said>\S.{8,})$", re.DOTALL)
# "Hvor mye øker det på grunn av …" asks no reason.
_WHY = re.compile(
    r"^\W*(?:og\s+|men\s+)?(?:hvorfor|kvifor|why)\b|\b(?:hva|kva|what)\s+(?:er|var|is|was)\s+(?:\w+\s+)?(?:grunn\w*|årsak\w*|forklaring\w*|reason\w*)\b|"
    r"^\W*(?:hva|kva|what)\s+(?:skyldes|skuldast|kommer\s+det\s+av|kjem\s+det\s+av|explains)\b",
    re.IGNORECASE,
)
# Lines for fewer rows than this are no list of reasons.
_FEWEST = 2
# Of so many of the likeliest slides.
_NEAREST = 3
_NOT_OF_ROWS = frozenset({Cue.DEBATE, Cue.PRESENT, Cue.CLOCK})


def reason_for_row(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one line that tells of the row of a table whose name a question asks why of; None where several slides have such lines
    and none of them is likely, and where no line is of that row.
    """
    if not _WHY.search(query.asked) or query.people or query.slides or query.cues & _NOT_OF_ROWS:
        return None
    near = list(dict.fromkeys((hit.passage.sha256, hit.passage.slide) for hit in hits))[:_NEAREST]
    asked = set(closed(query.terms, corpus.lexical.aliases))
    found = {
        slide: told
        for slide, lines in _lines_of_rows(corpus).items()
        if slide in near
        and (not query.cases or lines[0][0].case in query.cases)
        and len(told := [line for line, name in lines if name <= asked]) == 1
    }
    slide = next((slide for slide in near if slide in found), None)
    return Draft((said_of(found[slide][0], query),)) if slide is not None else None


def _lines_of_rows(corpus: Corpus) -> dict[SlideKey, list[tuple[Passage, Set[str]]]]:
    """The lines of each slide that open with the names of rows, with the terms of these, where the rows of a table of the same
    document have several of them.
    """
    known: dict[SlideKey, list[tuple[Passage, Set[str]]]] | None = corpus.kept.get("lines of rows")
    if known is None:
        rows: dict[str, set[frozenset[str]]] = defaultdict(set)
        for row in corpus.of_kind(PassageKind.TABLE_ROW):
            rows[row.sha256].add(frozenset(terms(str(row.data["label"]))))
            rows[row.sha256].add(frozenset(corpus.terms(str(row.data["label"]))))
        lines: dict[SlideKey, list[tuple[Passage, Set[str]]]] = defaultdict(list)
        for unit in corpus.of_kind(PassageKind.UNIT):
            match = _OF_NAME.match(unit.text)
            name = frozenset(terms(match["name"])) if match is not None else frozenset()
            if name and (name in rows[unit.sha256] or any(name <= label for label in rows[unit.sha256])):
                lines[unit.sha256, unit.slide].append((unit, name))
        known = corpus.kept["lines of rows"] = {
            slide: each for slide, each in lines.items() if len({name for _, name in each}) >= _FEWEST
        }
    return known
