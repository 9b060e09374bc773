"""All that a meeting is to decide: what is proposed in each of its cases, a line a case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.decisions.proposal_facts import proposed
from radsassistent.answers.decisions.proposal_selection import counted_proposals, proposed_in
from radsassistent.answers.draft import Draft
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

# All that a meeting is to decide: "hva må vi ta stilling til på møtet?".
_ASKS = re.compile(r"^(?:hva|kva|what)\s+(?:er\s+det\s+)?(?:skal|må|bør|are|must|do|should|have|is)\b", re.IGNORECASE)
_DECIDE = re.compile(
    r"\b(?:vedta|bestemme|avgjøre|avgjerast|beslutte|ta\s+stilling|ta\s+avgjerd|decide|adopt)\b", re.IGNORECASE
)
# What such a question says besides: who decides, and at which meeting.
_OF_MEETING = re.compile(
    r"^(?:hva|kva|what)\s+(?:er\s+det\s+)?(?:skal|må|bør|are|must|do|should|have|is)\b[^?]*\b(?:vedta|bestemme|avgjøre|avgjerast|beslutte|ta\s+stilling|"
    r"ta\s+avgjerd|decide|adopt)\b",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\b(?:vi|me|rådet|utvalget|utvalet|styret|må|skal|bør|hva|kva|på|i|til|om|dette|det|denne|neste|møtet|møte|dagen|dag|saker|alt|som|er|"
    r"det|we|the|council|what|do|have|has|to|are|is|must|should|at|in|this|meeting|on|supposed|kl|\d+|january|"
    r"february|march|june|july|october|december|may)\b|[^\w\s]|"
    rf"\b(?:{'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
_SEVERAL = 2


def all_to_decide(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What is proposed in a meeting, a line a case, where a question is for all that it is to decide and names nothing else."""
    if not (_ASKS.search(query.asked) and _DECIDE.search(query.asked)) or query.cases or query.people:
        return None
    if _OF_MEETING.sub(" ", _DECIDE.sub(" ", query.asked)).strip():
        return None
    records = [record for record in proposed_in(query, corpus) if record.proposals]
    if len(records) < _SEVERAL:
        return None
    return Draft((counted_proposals(records), *(proposed(p)[0] for record in records for p in record.proposals)))
