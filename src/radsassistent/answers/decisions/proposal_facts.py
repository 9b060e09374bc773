"""Answers about what is proposed, which is never reported as decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.answer import Note
from radsassistent.answers.draft import Draft, Statement, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.case_numbers import CASE_NUMBER, case_numbers, is_before, named_case
from radsassistent.meetings.people import is_unknown
from radsassistent.meetings.proposal_words import DECIDED_BEFORE, label_of
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, terms

_CASES = re.compile(r"\b(saker|sakene|sakane|cases|forslag(?:ene)?)\b", re.IGNORECASE)
# "Hva foreslås vedtatt?" asks for the proposal; "Ble forslaget vedtatt?" for the decision.
PROPOSED = re.compile(r"\b(foreslås|foreslår|foreslå|føreslått|foreslått|gjort\s+framlegg)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(forslag\w*|foreslå\w*|foreslått|framlegg\w*|innstilling\w*|vedtak\w*|vedtatt\w*|vedtek\w*|vedtok|besluttet|"
    r"beslutta|bestemt|avgjort|godkjen[td]|"
    r"propos\w*|adopted|approved|decided|decision\w*)\b",
    re.IGNORECASE,
)
# "Hva vedtok rådet om …?" asks for a decision, however it is answered.
_ASKS_DECISION = re.compile(
    r"\b(?:vedtok|vedtatt|vedteke|vedtatte|besluttet|beslutta|bestemte|avgjorde|decided|adopted|approved)\b|"
    r"\b(?:ble|blei|vart|er|har)\s+(?:\w+\s+){0,3}?(?:bestemt|godkjen[td]|avgjort)\b|"
    r"\b(?:gjort|fattet|fatta|truffet|treft|tatt|teke|made|taken)\s+(?:\w+\s+)?(?:vedtak|avgjørels\w*|avgjerd\w*|beslutning\w*|slutning\w*|decisions?)\b",
    re.IGNORECASE,
)
DECIDED_COLUMN = re.compile(
    r"^(?:(?:enstemmig\s+|samrøystes\s+)?vedtak(?:et|ene)?|vedtatt|vedteke|beslutning(?:en)?|avgjerd(?:a)?|avgjørelse(?:n)?|decision|(?:hva|kva|dette)\s+(?:\w+\s+vedtok|vedtok\s+\w+))\b"
    r"(?!\s+i\s+(?:råd|sak))",
    re.IGNORECASE,
)
# "Vedtak: …", "Sak 3/31 – vedtak: …", "Slik vedtok rådet i sak 3/31: «…»".
_DECIDED_LINE = re.compile(
    r"^(?P<head>(?:[^:]{,40}\b)?(?:vedtak|vedtok|vedteke|vedtatt|konklusjon|beslutning|avgjerd|avgjørelse)\b[^:]{,40}?)\s*:\s*"
    r"(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "Er det bestemt hvem som …?" asks for more than what was decided.
_WHETHER_SETTLED = re.compile(
    r"^(?:er|is|has|har)\b.*\b(?:bestemt|avgjort|beslutta|besluttet|vedtatt|vedteke|decided|settled)\s+"
    r"(?:hvem|hvor|når|hvordan|kven|kor|korleis|who|where|when|how)\b",
    re.IGNORECASE,
)
_ONLY_PROPOSED = (
    "Arkivet har bare forslag til vedtak, ikke protokoll eller referat, så det går ikke frem hva som ble vedtatt."
)
_NO_MINUTES = "Arkivet har ikke protokoll eller referat fra møtet, så det går ikke frem hva som ble sagt."
_NOT_IN_MINUTES = (
    "Referatet i arkivet har ikke noe vedtak i denne saken, bare forslaget til vedtak står i arkivet, så det går ikke frem hva "
    "som ble vedtatt."
)
# All points are asked for, however briefly.
_POINT_BY_POINT = re.compile(r"\b(?:punktvis|punkt\s+for\s+punkt|point\s+by\s+point)\b", re.IGNORECASE)
# What somebody said to a proposal is not the proposal.
_REACTION = re.compile(
    r"\b(?:hva|kva|what)\s+(?:did\s+)?(?:svar(?:te|a|er|ar)|sa|mente|meinte|meiner|mener|syn(?:te)?s|uttalte|"
    r"kommenterte|kritiserte|innvendte|spurte|sier|seier|answered|said|replied|thought)\b"
    r"(?!\s+(?:\w+s\s+)?(?:vedtak|forslag|framlegg|innstilling|tilråding|referat|protokoll|dokument|sak|det|dei\b|de\b)\w*)|"
    r"\bwhat\s+did\b.*\b(?:answer|reply|say|think)\b",
    re.IGNORECASE,
)
# How things stand is not told by what is proposed to change.
_NOW = re.compile(r"\b(?:i\s+dag|nå\s+for\s+tiden|per\s+nå|per\s+i\s+dag|currently|today)\b", re.IGNORECASE)
# What comes of a debate is proposed too: "hva skal direktoratet komme tilbake med etter diskusjonen".
_AFTERWARDS = re.compile(
    r"\b(?:etter|after)\s+(?:\w+\s+)?(?:diskusjon|debatt|drøfting|ordskift|discussion|debate)\w*", re.IGNORECASE
)
_DISSENT = re.compile(r"\b(?:dissens\w*|dissent\w*|mindretall\w*|mindretal\w*)\b", re.IGNORECASE)
_MOST_DISSENTS = 2
# What was said, wished for or changed on the way to a decision: minutes alone tell.
_WHO_VOTED = re.compile(r"\b(?:hvem|kven|who)\b[^?]{0,20}\b(?:stemte|stemde|røysta|røystet|voted)\b", re.IGNORECASE)
_VOTES = re.compile(r"\b(?:stem|røyst|vote)\w*", re.IGNORECASE)
_OF_DEBATE = re.compile(
    r"\b(?:dissens\w*|protokolltilfør\w*|uenige?|usamde?|disagreed|dissent\w*)\b|"
    r"\b(?:hvilke\w*|kva(?:\s+for)?|hva\s+slags|hva|which|what)\s+(?:\w+\s+)?(?:innspill|innspel|endring\w*|rettels\w*|"
    r"retting\w*|merknad\w*|kommentar\w*|"
    r"innvending\w*|tilføyels\w*|tilføying\w*|changes|corrections|comments|objections|input)\b[^?]*\b(?:kom|ble|blei|"
    r"vart|hadde|fikk|fekk|gjort|gjorde|gav|ga|had|were|was|made|gave)\b|"
    r"\b(?:hva|kva|what)\s+(?:ble|blei|vart|was)\s+(?:endr|rett|korriger|tilføy|strøk|lagt\s+til|changed|corrected|"
    r"added|struck)\w*|"
    r"\b(?:hvem|kven|who)\s+(?:har\s+)?(?:foreslo|føreslo|fremmet|fremja|ba\s+om|proposed)\b",
    re.IGNORECASE,
)
# "Hva svarte de da saken ble drøftet?"
_WHEN_DEBATED = re.compile(
    r"\b(?:da|då|når|under|when|during)\b[^?]*\b(?:diskuter\w*|drøft\w*|behandl\w*|debatter\w*|oppe|discuss\w*|debat\w*)\b",
    re.IGNORECASE,
)
_TELLS_WHAT_WAS_SAID = re.compile(
    r"\b(?:sa|svarte|mente|meinte|uttalte|påpekte|påpeika|understreket|understreka|kommenterte|ba\s+om|spurte|tilbakemelding\w*|said|replied)\b",
    re.IGNORECASE,
)
GENERIC = frozenset(
    stem(word)
    for word in (
        "forslag foreslå foreslås foreslått vedtak vedta vedtatt sak saken saker rådet beslutte besluttet bestemt "
        "bestemme innstilling konklusjon konkludere konkludert legge be bes bedt møte møtet oppdatert"
    ).split()
)


def proposal_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The proposal of the case that a question is about, word for word, with the caveat when it asks for a decision."""
    proposals = [p for p in corpus.of_kind(PassageKind.PROPOSAL) if in_scope(p, query)]
    if not proposals:
        return _without_proposal(query)
    if query.cases:
        chosen = [p for p in proposals if p.case in query.cases]
        if not chosen:
            return _without_proposal(query)
    elif Cue.LIST in query.cues and _CASES.search(query.text):
        chosen = _by_topic(query, proposals, corpus)
    else:
        chosen = [hit.passage for hit in hits if hit.passage.kind is PassageKind.PROPOSAL][:1]
    if not chosen:
        return None
    statements = [said for proposal in current(chosen) for said in proposed(proposal)]
    if Cue.BRIEF in query.cues and len(current(chosen)) == 1 and not _POINT_BY_POINT.search(query.text):
        del statements[1:]
    if Cue.DECIDED in query.cues and not PROPOSED.search(query.text):
        meetings = {(proposal.body, proposal.meeting) for proposal in chosen}
        has_minutes = any((d.body, d.meeting) in meetings for d in corpus.of_kind(PassageKind.DECISION))
        statements.insert(0, Statement(_NOT_IN_MINUTES if has_minutes else _ONLY_PROPOSED, note=Note.PROPOSAL))
    return Draft(tuple(statements))


def asks_otherwise(query: Query) -> bool:
    """Whether a question is for what somebody answered, or how things stand, which neither a proposal nor a decision tells."""
    if _REACTION.search(query.text):
        return True
    return bool(_NOW.search(query.text)) and not query.cues & {Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE}


def undecided(query: Query, draft: Draft, corpus: Corpus) -> Draft:
    """A draft that answers what was decided from the documents of meetings without a single decision, with that said first.

    Only a figure is told all the same, or who, where or when, of which the case's proposal has no word; any other words would
    be taken for the decision. Where the slide itself tells of a decision, somebody else's or an earlier one, the draft stays as
    it is.
    """
    if draft.abstained or not _ASKS_DECISION.search(query.question) or PROPOSED.search(query.text):
        return draft
    supports = [support.passage for said in draft.statements for support in said.support]
    decided = {(d.body, d.meeting) for d in corpus.of_kind(PassageKind.DECISION)}
    noted = any(said.note is Note.PROPOSAL for said in draft.statements)
    vacant = all(p.kind is PassageKind.MEMBER and is_unknown(p.data["name"]) for p in supports)
    if noted or vacant or {(p.body, p.meeting) for p in supports} & decided:
        return draft
    if any(_ASKS_DECISION.search(corpus.slide_text(p.sha256, p.slide)) or _is_of_decided(p) for p in supports):
        return draft
    caveat = Statement(_ONLY_PROPOSED, note=Note.PROPOSAL)
    of_case = [p for p in corpus.of_kind(PassageKind.PROPOSAL) if p.case and _same_case(p, supports)]
    if of_case and query.wanted is not Wanted.NUMBER:
        topic = set(corpus.topic(query.asked, GENERIC))
        if (
            _WHETHER_SETTLED.search(query.text)
            and topic
            and not any(topic & set(corpus.terms(f"{p.context} {p.text}")) for p in of_case)
        ):
            # The proposal is of something else in the case.
            return Draft((caveat, *draft.statements))
        return Draft((caveat, *(said for proposal in current(of_case) for said in proposed(proposal))))
    return Draft((caveat, *draft.statements)) if query.wanted is Wanted.NUMBER else Draft.abstaining(caveat)


def _is_of_decided(passage: Passage) -> bool:
    """Whether a row is of a table that lists what was decided, under a heading that says so: "Vedtak i juni"."""
    data = passage.data
    columns = (*data["columns"], data.get("heading") or "") if passage.kind is PassageKind.TABLE_ROW else ()
    return decided_line(passage) is not None or any(DECIDED_COLUMN.match(str(column)) for column in columns)


def decided_line(passage: Passage) -> tuple[str, str] | None:
    """The earlier case of which a line tells what was decided, and that: with its number on the line or over it, on a slide that
    says so or is of a later case.
    """
    said = _DECIDED_LINE.match(passage.text) if passage.kind is PassageKind.UNIT else None
    if said is None or label_of(said["head"]):
        return None
    above = [line for line in passage.data.get("under", ()) if CASE_NUMBER.search(line)]
    numbers = case_numbers(said["head"]) or (case_numbers(above[-1]) if above else [])
    if len(numbers) != 1:
        return None
    earlier = DECIDED_BEFORE.search(str(passage.data.get("title") or "")) or is_before(numbers[0], passage.case)
    return (numbers[0], said["text"].strip()) if earlier else None


def _same_case(proposal: Passage, supports: Sequence[Passage]) -> bool:
    """Whether all that an answer rests on is of the case that a proposal is made in."""
    return {(p.body, p.meeting, p.case) for p in supports} == {(proposal.body, proposal.meeting, proposal.case)}


def not_recorded(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """That a case which a question asks the proposal of has none."""
    if not query.cases and _ASKED.search(query.asked):
        # "Forslaget under eventuelt": a case of that very title without a proposal.
        titled = _titled(query, corpus)
        proposed = {p.case for p in corpus.of_kind(PassageKind.PROPOSAL) if in_scope(p, query)}
        if len(titled) == 1 and not proposed & titled:
            return _without_proposal(replace(query, cases=tuple(titled)))
    if query.cases and _ASKED.search(query.text):
        proposed = {p.case for p in corpus.of_kind(PassageKind.PROPOSAL) if in_scope(p, query)}
        if not proposed & set(query.cases):
            return _without_proposal(query)
    return None


def told_by_minutes(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """How a case was debated and voted on, and what was changed on the way, is known not to be there where the meeting of the
    nearest case has no minutes; what follows from the debate is proposed.
    """
    near = hits[0].passage if hits else None
    if near is None or _AFTERWARDS.search(query.text):
        return None
    if any((d.body, d.meeting) == (near.body, near.meeting) for d in _decisions(corpus)):
        return None
    if _REACTION.search(query.text) and _WHEN_DEBATED.search(query.text):
        # A slide tells of a debate by telling who said something.
        return None if _TELLS_WHAT_WAS_SAID.search(near.text) else Draft.abstaining(_NO_MINUTES)
    asked = Cue.DEBATE in query.cues or _OF_DEBATE.search(query.text)
    of_votes = _WHO_VOTED.search(query.text) is not None and not _VOTES.search(near.text)
    if not asked or not (of_votes or near.kind in (PassageKind.PROPOSAL, PassageKind.AGENDA)):
        return None
    return _dissent_announced(query, corpus) or Draft.abstaining(_ONLY_PROPOSED)


def _dissent_announced(query: Query, corpus: Corpus) -> Draft | None:
    """What slides say of somebody who has announced that he disagrees, where a question asks for that."""
    if not _DISSENT.search(query.text):
        return None
    told = {
        line.strip(): passage
        for kind in (PassageKind.UNIT, PassageKind.PROPOSAL)
        for passage in corpus.of_kind(kind)
        if in_scope(passage, query) and (not query.cases or passage.case in query.cases)
        for line in passage.text.splitlines()
        if _DISSENT.search(line)
    }
    said = tuple(statement(f"{line.rstrip('.')}.", passage, line) for line, passage in told.items())
    return Draft(said) if 0 < len(said) <= _MOST_DISSENTS else None


def _decisions(corpus: Corpus) -> list[Passage]:
    return corpus.of_kind(PassageKind.DECISION)


def _titled(query: Query, corpus: Corpus) -> set[str]:
    """The cases whose whole title a question has."""
    titles = {
        str(item.case): set(terms(item.data["title"])) for item in corpus.of_kind(PassageKind.AGENDA) if item.case
    }
    return {case for case, title in titles.items() if title and title <= set(query.terms)}


def in_scope(proposal: Passage, query: Query) -> bool:
    """Whether a proposal or decision is of the meetings that a question names; of any where it names none."""
    return not query.meetings or any((m.body, m.date) == (proposal.body, proposal.meeting) for m in query.meetings)


def _without_proposal(query: Query) -> Draft | None:
    if not query.cases:
        return None
    named = " og ".join(map(named_case, query.cases))
    return Draft.abstaining(f"Dokumentene har ikke noe forslag til vedtak i {named}.")


def _by_topic(query: Query, proposals: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """Asked for several cases: the proposals that have about as much of the question's telling words as the best."""
    asked = corpus.weights(query.text, GENERIC)
    shares = {}
    for proposal in proposals:
        own = set(corpus.terms(proposal.embedded_text))
        shares[proposal.id] = sum(weight for term, weight in asked.items() if term in own)
    most = max(shares.values())
    return [p for p in proposals if shares[p.id] >= 0.8 * most]


def current(proposals: Sequence[Passage]) -> list[Passage]:
    """Of several proposals in one case the updated one, which stands for the earlier ones."""
    by_case: dict[tuple[str, str, str | None], list[Passage]] = {}
    for proposal in proposals:
        by_case.setdefault((proposal.body, proposal.meeting, proposal.case), []).append(proposal)
    chosen = []
    for same in by_case.values():
        updated = [p for p in same if p.data["updated"]]
        chosen.extend(updated[-1:] or same)
    return chosen


def proposed(proposal: Passage) -> list[Statement]:
    """A proposal word for word, a line a statement, the first of which says what it is."""
    word = "Oppdatert forslag" if proposal.data["updated"] else "Forslag"
    case = f" i {named_case(proposal.case)}" if proposal.case else ""
    lines = proposal.text.split("\n")
    first = statement(f"{word} til vedtak{case}: {lines[0]}", proposal, lines[0])
    told = [first, *(statement(line, proposal, line) for line in lines[1:])]
    return [replace(each, note=Note.PROPOSAL) for each in told]
