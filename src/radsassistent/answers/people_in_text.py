"""Answers about people from running text: who goes, who came in whose place, and what a slide says of somebody who is on no list of members."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_LEAVES = re.compile(
    r"\b(?:gi(?:r)?\s+seg|gje(?:v)?\s+seg|slutt(?:er|et|a)|forlat(?:er|e|t)|takk(?:er|et|a)\s+(?:av|for\s+seg)|fratr(?:er|e|ådte)|"
    r"(?:går|gå|gikk|gjekk|gått|trer|tre|trådte|trått|må|må\s+vike|ryker|rykker)\s+(?:\w+\s+){0,2}?(?:ut|av|plassen)|leav(?:es?|ing)|step(?:s|ping)?\s+down)\b",
    re.IGNORECASE,
)
_ASKS_SUCCESSOR = re.compile(
    r"\b(?:kom(?:mer)?|kjem|går|gikk|gjekk|trer|trådte)\s+(?:\w+\s+){0,2}?inn\s+(?:for|etter|i\s+stedet)|\b(?:tok|tar|tek)\s+over|\b(?:over|etter)tok|"
    r"\berstatt\w*|\betterf[øu]lg\w*|\bavløs\w*|\bstiller\s+for|\bmøter\s+for|\bi\s+sted(?:et)?\s+for|\breplac\w*|\bsucceed\w*",
    re.IGNORECASE,
)
_SUCCEEDS = re.compile(
    r"\b(?:tok|tar|tek)\s+over|\bovertok|\berstatt\w*|\betterf[øu]lg\w*|\bavløs\w*|\b(?:inn\s+)?(?:for|etter|i\s+stedet\s+for)\b",
    re.IGNORECASE,
)

def leavers(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who leaves a body is known not to be told where no line says of anybody that they do."""
    asks = _LEAVES.search(query.asked) and Cue.WHO in query.cues and query.cues & {Cue.MEMBER, Cue.BODY}
    if not asks or query.cases or query.years or query.people:
        return None
    told = any(_LEAVES.search(" ".join((unit.text, *unit.data["under"]))) for unit in _units(hits))
    return None if told else Draft.abstaining("Det står ikke i dokumentene.")


def successor(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The line that says who came in somebody's place, where that is asked of one who is named."""
    if len(query.people) != 1 or not _ASKS_SUCCESSOR.search(query.text):
        return None
    last = query.people[0].split()[-1]
    told = [unit for unit in _units(hits) if last in unit.text and _SUCCEEDS.search(unit.text)]
    return Draft((statement(f"{told[0].text.rstrip('.')}.", told[0], told[0].text),)) if told else None


def _units(hits: Sequence[Hit]) -> list[Passage]:
    """The units of text that the question's filters admit, in the archive's order."""
    found = [hit.passage for hit in hits if hit.passage.kind is PassageKind.UNIT]
    return sorted(found, key=lambda unit: unit.id)


def person_in_text(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the slide says that names the one person asked about, where a title or an employer is asked for."""
    if (
        len(query.people) != 1
        or not query.cues & {Cue.TITLE, Cue.EMPLOYER}
        or query.cues & {Cue.DURATION, Cue.HOW_MANY}
    ):
        return None
    parts = query.people[0].split()
    for unit in _units(hits):
        # A middle name may stand on the one slide and not on the other.
        if all(part in unit.text for part in (parts[0], parts[-1])) and "," in unit.text:
            return Draft((statement(f"{unit.text.rstrip('.')}.", unit, unit.text),))
    return None
