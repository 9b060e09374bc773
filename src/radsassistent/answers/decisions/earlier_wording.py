"""How a proposal was worded before it was changed: the earlier one where the documents have it, else that they do not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.agenda.case_meant import asked_of_case, case_meant, key_of
from radsassistent.answers.decisions.facts import UNTELLING
from radsassistent.answers.decisions.proposal_facts import in_scope, proposed
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings import DecisionStatus
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem

_PROPOSAL = (
    r"(?:(?:vedtaks?)?(?:forslag|framlegg)(?:et|ets|a)?|innstilling(?:en|a)?|ordlyd(?:en)?|formulering(?:en|a)?|"
    r"tekst(?:en)?|vedtakstekst(?:en)?|utkast(?:et)?|proposal|wording|draft|text)"
)
_EARLIER = (
    r"(?:opprinnelige?|opphav(?:e)?lege?|gamle?|tidligere|tidlegare|forrige|førre|originale?|uendrede?|original|"
    r"earlier|previous|former|old|initial)"
)
_CHANGED = (
    r"(?:endret|endra|oppdatert|justert|revidert|rettet|retta|skrevet\s+om|skrive\s+om|omskrevet|changed|updated|"
    r"revised|amended)"
)
_ASKS = re.compile(
    rf"\b{_EARLIER}\s+(?:\w+\s+)?{_PROPOSAL}\b(?!\s+(?:punkt|ledd|setning))|"
    rf"(?=.*\b(?:{_PROPOSAL}|vedtak\w*|det\s+sto|det\s+stod|sto\s+det|stod\s+det)\b).*\b(?:før|before)\s+(?:\w+\s+){{1,3}}?(?:(?:ble|blei|vart|was|were|fikk|got)\s+(?:\w+\s+)?)?{_CHANGED}\b|"
    rf"\b(?:lød|lydde|sto|stod|var)\b[^?]*\b{_PROPOSAL}?\b[^?]*\b(?:før|opprinnelig|opphavleg|originally|tidligere)\s*\?*$",
    re.IGNORECASE,
)
# "Hva hadde administrasjonen opprinnelig bedt om til …?"
_AT_FIRST = r"(?:opprinnelig|opphavleg|opphaveleg|i\s+utgangspunktet|i\s+første\s+omgang|originally|initially)"
_PUT = (
    r"(?:foresl\w+|føresl\w+|(?:bedt|bad|ba|bede)\s+(?:\w+\s+)?om|innstil\w+|tilråd\w*|tilrår|anbefal\w+|gikk\s+inn\s+for|ville\s+ha|"
    r"propos\w+|ask(?:ed|ing)?\s+for|recommend\w*)"
)
_ASKS_BY_DEED = re.compile(
    rf"\b{_AT_FIRST}\s+(?:\w+\s+){{0,4}}?{_PUT}\b|\b{_PUT}\b(?:\s+\w+){{0,6}}\s+{_AT_FIRST}\b", re.IGNORECASE
)
_WORDS = frozenset(
    stem(word)
    for word in "administrasjonen administrasjonens direktøren rådmannen kommunedirektøren sekretariatet bedt bad foreslått "
    "foreslo innstilt anbefalt asked proposed originally initially lød lydde opprinnelig opprinnelige opphavleg opphavlege "
    "original originale tidligere tidlegare før endret endra endring sto stod innstillingen utkastet teksten ordlyden "
    "earlier before changed amended".split()
)
# What was decided earlier, or at an earlier meeting, is another thing.
_OF_ELSE = re.compile(r"\b(?:møte\w*|meeting\w*|budsjett\w*|strategi\w*|mandat\w*|avtale\w*)\b", re.IGNORECASE)
_OF_PROPOSAL = re.compile(rf"\b{_PROPOSAL}\b|\bvedtak\w*", re.IGNORECASE)


def earlier_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The earlier ones of the proposals of the case that is named, or of all that were changed; that the documents do not tell,
    where they have the changed one alone. None for any other question.
    """
    by_deed = _ASKS_BY_DEED.search(query.asked)
    asks = by_deed or (_ASKS.search(query.asked) if _OF_PROPOSAL.search(query.asked) else None)
    if asks is None or _OF_ELSE.search(asks[0]):
        return None
    proposals = [p for p in corpus.of_kind(PassageKind.PROPOSAL) if in_scope(p, query)]
    if by_deed is None and any(
        d.case in query.cases for d in corpus.of_kind(PassageKind.DECISION) if in_scope(d, query)
    ):
        return None
    changed = {(p.body, p.meeting, p.case) for p in proposals if p.data["updated"]}
    changed = {key for key in changed if not query.cases or key[2] in query.cases}
    earlier = [p for p in proposals if not p.data["updated"] and (p.body, p.meeting, p.case) in changed]
    earlier = earlier or _of_changed_decision(query, proposals, hits, corpus)
    if not earlier and by_deed is not None:
        return None
    if not earlier:
        return Draft.abstaining("Det står ikke i dokumentene.")
    return Draft(tuple(said for proposal in earlier for said in proposed(proposal)))


def _of_changed_decision(
    query: Query, proposals: Sequence[Passage], hits: Sequence[Hit], corpus: Corpus
) -> list[Passage]:
    """What was proposed in the one case meant of those that minutes say were decided otherwise than proposed."""
    changed = [
        decision
        for decision in corpus.of_kind(PassageKind.DECISION)
        if in_scope(decision, query) and decision.data["status"] == DecisionStatus.CHANGED
    ]
    asked = asked_of_case(query, UNTELLING | _WORDS, corpus)
    meant = case_meant(query, asked, changed, hits, corpus) if asked else None
    keys = {meant.key} if meant is not None else set() if asked else {key_of(decision) for decision in changed}
    return [proposal for proposal in proposals if len(keys) == 1 and key_of(proposal) in keys]
