"""What a follow-up asks of the one decision or proposal just told: the line with the day or amount asked for ("fra når skal det
gjelde?"), or with what somebody is to do ("hva skal sekretariatet skaffe?").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.decisions.facts import decided_points, points
from radsassistent.answers.decisions.points import ASKS_MONEY, has_wanted
from radsassistent.answers.decisions.proposal_points import line_proposed
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, words

_RECORDS = frozenset({PassageKind.DECISION, PassageKind.PROPOSAL})
# "Hva skulle sekretariatet skaffe?": what is to be done, and by whom.
_TO_BE_DONE = re.compile(
    r"^(?:(?:og|men|and|but)\s+)?(?:hva|kva|what)\s+(?:skal|skulle|må|måtte|bes|is|was|should|must|will)\s+(?:the\s+)?(?P<who>[^\W\d_]{4,})",
    re.IGNORECASE,
)
# It is spoken of by a pronoun or not at all.
_OF_IT = re.compile(
    r"\b(?:det|den|dette|it|this|that)\b|^(?:(?:og|men|and)\s+)?(?:(?:fra|frå|til|innen|innan|from|by|on)\s+)?"
    r"(?:når|when|(?:hvilken|kva(?:\s+for\s+ein)?|what|which)\s+(?:dato|dag|date|day))\W*$",
    re.IGNORECASE,
)
# When the case itself begins is told by the agenda.
_OF_CASE = re.compile(r"\b(?:saken|saka|sak|punktet|møtet|case|item|meeting)\b", re.IGNORECASE)
# What is said of anything that holds, lasts or costs.
_UNTELLING = frozenset(
    stem(word)
    for word in "gjelde gjelder gjeld tre kraft virke skje skal ferdig vare lenge fra "
    "koste koster apply effect into take".split()
)
# "Fra når?", "fra 1. juli 2032", "gjelder frå og med hausten"
_FROM_DAY = re.compile(
    rf"\b(?:fra|frå|from)\s+(?:og\s+med\s+)?(?:når|when|(?:hvilken|kva|what|which)\b|\d|{'|'.join(MONTHS)}|våren|sommeren|sumaren|høsten|hausten|nyttår)",
    re.IGNORECASE,
)
_MOST_WORDS = 8


def of_told_record(query: Query, told: Sequence[Passage], sentences: Sequence[str], corpus: Corpus) -> Draft | None:
    """The line of the one record just told that a follow-up asks for, rather one that its `sentences` told; None where it names
    anything else.
    """
    records = {each.id: each for each in told if each.kind in _RECORDS}
    if _OF_CASE.search(query.asked):
        return None
    if len(records) != 1 or query.cases or query.people or query.years or len(query.asked.split()) > _MOST_WORDS:
        return None
    record = next(iter(records.values()))
    lines = points(record) if record.kind is PassageKind.DECISION else record.text.split("\n")
    done = _TO_BE_DONE.search(query.asked)
    if done is not None:
        who = stem(done["who"].lower())
        meant = [line for line in lines if (own := words(line)) and stem(own[0]) == who]
    elif _asks_form(query) and _OF_IT.search(query.asked) and not set(corpus.topic(query.asked)) - _UNTELLING:
        meant = [line for line in lines if has_wanted(query, line)]
        again = [line for line in meant if any(line in sentence for sentence in sentences)]
        meant = again if len(again) == 1 else meant
        if len(meant) > 1 and _FROM_DAY.search(query.asked):
            meant = [line for line in meant if _FROM_DAY.search(line)]
    else:
        return None
    if len(meant) != 1:
        return None
    if record.kind is PassageKind.DECISION:
        return decided_points(record, meant, corpus)
    return line_proposed(record, meant[0])


def _asks_form(query: Query) -> bool:
    return query.wanted in (Wanted.TIME, Wanted.NUMBER) or bool(
        Cue.MONEY in query.cues and ASKS_MONEY.search(query.asked)
    )
