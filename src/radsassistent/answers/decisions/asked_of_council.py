"""What a council is to do with a case that a question tells by its subject: the proposal, however it is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.likeness import likeliest_row
from radsassistent.answers.agenda.rows import of_one_meeting
from radsassistent.answers.agenda.vocabulary import EMPTY
from radsassistent.answers.decisions.proposal_facts import proposal_answer
from radsassistent.answers.draft import Draft
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem

_US = r"(?:vi|me|oss|rådet|utvalget|utvalet|styret|medlemmene|medlemene|we|us|(?:the\s+)?(?:council|members))"
_EXPECTED = (
    r"(?:forvent(?:es|ast|et|er|ar)|vent(?:es|ast)|meningen|meininga|tanken|bes|bedt|inviter(?:es|t)|oppgav[ea]n?|rollen?|"
    r"supposed|expected|asked)"
)
_ASKED = re.compile(rf"\b(?:{_EXPECTED}\b.*\b{_US}|{_US}\b.*\b{_EXPECTED})\b", re.IGNORECASE)
_WORDS = frozenset(
    stem(word)
    for word in (
        "forventes forventast forventet ventes meningen meininga tanken bes bedt inviteres invitert oppgaven oppgave rollen "
        "rolle gjøre gjere gjort godkjenne godkjenner drøfte diskutere bidra mene meiner si seie svare annet anna noe noko "
        "saken saka sak vår vårt supposed expected asked do contribute say"
    ).split()
)
# Not measured by itself: a case that only some of the words are of is not clearly the one meant.
_MOST = 0.6


def asked_of_council(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The proposal in the one case that a question on what is expected of the council is about; None for any other question."""
    if not _ASKED.search(query.asked) or query.cases or query.people or query.cues & {Cue.WHO, Cue.WHEN, Cue.MONEY}:
        return None
    items = [item for item in of_one_meeting(query, corpus) if item.case]
    row = likeliest_row(query.asked, query, items, corpus, EMPTY | _WORDS, _MOST)
    if row is None or row.case not in {proposal.case for proposal in corpus.of_kind(PassageKind.PROPOSAL)}:
        return None
    return proposal_answer(
        replace(
            query,
            cases=(str(row.case),),
            meetings=(MeetingKey(row.body, row.meeting),),
            cues=query.cues - {Cue.DECIDED},
        ),
        hits,
        corpus,
    )
