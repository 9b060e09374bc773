"""Answers about what was decided, from minutes: the decision word for word, its votes, and what was proposed before it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from radsassistent.answers.agenda.case_meant import key_of
from radsassistent.answers.agenda.rows import CLEARLY, HALF, called_cases, with_parts
from radsassistent.answers.decisions.proposal_facts import GENERIC, PROPOSED, in_scope, proposal_answer
from radsassistent.answers.draft import Draft, Statement, Support, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings import DecisionStatus
from radsassistent.meetings.case_numbers import CASE_NUMBER, named_case
from radsassistent.meetings.labels import tells_whether_as_proposed
from radsassistent.meetings.outcomes import adopts_the_proposal, is_bare_outcome, sentences
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, words

_SAID = {
    DecisionStatus.ADOPTED: "Vedtak{case}{votes}: ",
    DecisionStatus.CHANGED: "Vedtak{case}, endret fra forslaget{votes}: ",
    DecisionStatus.REJECTED: "Forslaget{case} ble avvist{votes}: ",
    DecisionStatus.POSTPONED: "Saken{case} ble utsatt{votes}: ",
}
# Words of a question about decisions that tell no case from another.
UNTELLING = GENERIC | frozenset(
    stem(word)
    for word in (
        "utfall resultat avgjørelse skjedde hendte gikk gjekk "
        "ifølge følge referatet referat protokollen møtet sagt igjennom gjennom ja nei imot mot alle med på enige "
        "bestemt vedtatt "
        "slik sånn lå låg lagt fram uendret uendra maksimalt maks høyst inntil lukket avsluttet "
        "ligger ligg ligge lå tenkt tanken ny nye nytt egentlig eigentleg faktisk visst altså nemlig sånn slikt greia ting "
        "lurer lure vite husker minn stemmer riktig sant halvår halvåret kvartal kvartalet tertial tertialet "
        "forrige førre sist siste previous last "
        "møtte møttes møttest samlet enstemmig stemme stemte stemmer stemt votering avstemning røyster flertall mindretall"
    ).split()
)
_AS_PROPOSED = "Vedtak{case}, som foreslått{votes}: "
# "Vedtak", but not in "forslag til vedtak".
_DECISION = re.compile(r"^(?!.*\b(?:forslag|framlegg|innstilling)).*\bvedtak", re.IGNORECASE)
# "Hva skjedde med sak 59/27?", "Hvordan gikk det med …": of a case that is its outcome.
_OUTCOME = re.compile(r"\b(?:skjedde|hendte|utfall\w*|resultat\w*|(?:gikk|gjekk)\s+det)\b", re.IGNORECASE)
# A line of minutes that only says how a decision stands to the proposal has no more words than this.
_LABEL_WORDS = 15
# The proposal is asked for beside the decision, or what was changed.
_COMPARES = re.compile(
    r"\b(?:\w*forslag\w*|\w*framlegg\w*|foresl\w+|føresl\w+|innstil\w*|tilråd\w*|opprinnelig\w*|opphavleg\w*|utgangspunkt\w*|endr\w*|"
    r"forskjell\w*|skilnad\w*|ulik\w*|avvek|avvik\w*|annerledes|annleis|uendra|uendret|lagt\s+(?:fr[ae]m|opp)|"
    r"propos\w*|chang\w*|differ\w*|amend\w*|original\w*)\b",
    re.IGNORECASE,
)
_DIFFERS = re.compile(
    r"\b(?:forskjell\w*|skilnad\w*|skil(?:ler|de|te|je|jer)\w*|ulik\w*|avvik\w*|avvek|annerledes|annleis|differ\w*|sammenlign\w*|samanlikn\w*|compar\w*)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"budsjett|budget", re.IGNORECASE)
# "Det ble ikke gjort vedtak i saken."
_NOTHING_DECIDED = re.compile(
    r"\b(?:ikke|ikkje|ingen|inga|intet)\b[^.]*\b(?:vedtak|vedtatt|vedteke|vedtekne)\b", re.IGNORECASE
)
_LIST = re.compile(r"\b(?:hvilke|kva|list\w*|alle|which)\b.*\b(?:vedtak\w*|saker|sakene|decisions)\b", re.IGNORECASE)


def decision_by_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what asks for a decision or a vote and names no more than a case or what it is about."""
    outcome = query.cases and _OUTCOME.search(query.text)
    asked = query.cues & {Cue.DECIDED, Cue.DEBATE} or _DECISION.search(query.text) or outcome
    if not asked or PROPOSED.search(query.text) or query.cues & {Cue.PRESENT, Cue.CLOCK, Cue.DURATION}:
        return None
    decisions = [d for d in corpus.of_kind(PassageKind.DECISION) if in_scope(d, query)]
    telling = set(corpus.topic(query.asked, UNTELLING)) - {stem(word) for name in query.people for word in words(name)}
    telling -= called_cases(query, corpus)
    if not telling and not query.cases and (titled := _case_titled(query, decisions, corpus)) is not None:
        return Draft(tuple(decided(titled, corpus)))
    if not telling and not query.cases and query.cues >= {Cue.MONEY, Cue.DECIDED}:
        return _of_budget(query, decisions, corpus)
    if query.cases:
        chosen = [d for d in decisions if d.case in query.cases]
    elif telling:
        titles = {(item.meeting, item.case): item.data["title"] for item in corpus.of_kind(PassageKind.AGENDA)}
        chosen = [
            d
            for d in decisions
            if telling <= set(corpus.terms(f"{titles.get((d.meeting, d.case), '')} {d.embedded_text}"))
        ]
    else:
        chosen = decisions if _LIST.search(query.text) or len(decisions) == 1 else []
    if not chosen and telling and not query.cases:
        without = _case_without_decision(query, telling, decisions, corpus)
        return without or _most_about(query, decisions, corpus)
    if not chosen or (query.cases and telling - _terms_of_cases(query, corpus)):
        return None
    several = len({(d.meeting, d.case) for d in chosen}) > 1
    if several and not (query.cases or Cue.LIST in query.cues):
        return None
    return Draft(tuple(said for decision in chosen for said in decided(decision, corpus, brief=several)))


def asks_difference(query: Query) -> bool:
    """Whether a question asks how a decision differs from what was proposed."""
    return Cue.DECIDED in query.cues and _DIFFERS.search(query.asked) is not None


def _case_titled(query: Query, decisions: Sequence[Passage], corpus: Corpus) -> Passage | None:
    """The one decision whose case has a word of the question in its title, where that is a word that much else is asked by:
    "Ble budsjettet vedtatt?".
    """
    # A year is of many cases.
    asked = {term for term in query.terms if not term[0].isdigit()} - UNTELLING
    titles = {
        (i.body, i.meeting, i.case): set(corpus.terms(i.data["title"])) for i in corpus.of_kind(PassageKind.AGENDA)
    }
    found = [d for d in decisions if asked & titles.get((d.body, d.meeting, d.case), set())]
    return found[0] if len(found) == 1 else None


def _of_budget(query: Query, decisions: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """Of the money and nothing else ("er pengene for neste år vedtatt?"): the decision, else the proposal, of the one case on a
    budget, that of the year named where titles name years; of the newest meeting that has any.
    """
    cases = [
        i
        for i in corpus.of_kind(PassageKind.AGENDA)
        if i.case and in_scope(i, query) and _BUDGET.search(i.data["title"])
    ]
    cases = [i for i in cases if not query.years or any(year in i.data["title"] for year in query.years)] or cases
    newest = max((item.meeting for item in cases), default=None)
    cases = [item for item in cases if item.meeting == newest]
    if len(cases) != 1:
        return None
    key = (cases[0].body, cases[0].meeting, cases[0].case)
    made = [d for d in decisions if (d.body, d.meeting, d.case) == key]
    if made:
        return Draft(tuple(said for decision in made for said in decided(decision, corpus)))
    of_case = replace(query, cases=(str(cases[0].case),), meetings=(MeetingKey(cases[0].body, cases[0].meeting),))
    proposals = [
        p for p in corpus.of_kind(PassageKind.PROPOSAL) if (p.body, p.meeting) == key[:2] and _BUDGET.search(p.context)
    ]
    if not any(p.case == cases[0].case for p in proposals) and len(numbers := {str(p.case) for p in proposals}) == 1:
        of_case = replace(of_case, cases=tuple(numbers))
    return proposal_answer(of_case, (), corpus)


def _case_without_decision(
    query: Query, telling: Set[str], decisions: Sequence[Passage], corpus: Corpus
) -> Draft | None:
    """Of the one case that a question names by words of its title, in a meeting whose minutes decide nothing in it."""
    with_minutes = {(d.body, d.meeting) for d in decisions}
    named = [
        item
        for item in corpus.of_kind(PassageKind.AGENDA)
        if item.case and (item.body, item.meeting) in with_minutes and telling <= set(corpus.terms(item.data["title"]))
    ]
    if len(named) != 1 or Cue.DECIDED not in query.cues:
        return None
    minutes = {d.sha256 for d in decisions}
    for unit in corpus.of_kind(PassageKind.UNIT):
        if unit.sha256 in minutes and key_of(unit) == key_of(named[0]):
            for sentence in sentences(unit.text):
                if _NOTHING_DECIDED.search(sentence):
                    return Draft((statement(sentence, unit, sentence),))
    return Draft.abstaining(f"Referatet har ikke noe vedtak i {named_case(named[0].case or '')}.")


def _most_about(query: Query, decisions: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """The decision, else the proposal, of the one case that has clearly most of the words that the question is about."""
    topic = corpus.topic(query.asked, UNTELLING)
    known = {term: weight for term, weight in topic.items() if corpus.lexical.has(term)}
    proposals = [p for p in corpus.of_kind(PassageKind.PROPOSAL) if in_scope(p, query)]
    titles = {(i.body, i.meeting, i.case): i.data["title"] for i in corpus.of_kind(PassageKind.AGENDA)}
    shares: dict[tuple[str, str, str], float] = {}
    for passage in (*decisions, *proposals):
        key = (passage.body, passage.meeting, str(passage.case))
        own = set(corpus.terms(f"{titles.get(key, '')} {passage.embedded_text}"))
        shares[key] = max(shares.get(key, 0.0), covered(known, with_parts(known, own, corpus)))
    ranked = sorted(shares, key=lambda key: shares[key], reverse=True)
    if not ranked or shares[ranked[0]] < HALF or (len(ranked) > 1 and shares[ranked[1]] > CLEARLY * shares[ranked[0]]):
        return None
    made = [d for d in decisions if (d.body, d.meeting, d.case) == ranked[0]]
    if made:
        return Draft(tuple(said for decision in made for said in decided(decision, corpus)))
    if Cue.DEBATE in query.cues:
        # Who voted how is told by minutes alone.
        return None
    body, meeting, case = ranked[0]
    return proposal_answer(replace(query, cases=(case,), meetings=(MeetingKey(body, meeting),)), (), corpus)


def _terms_of_cases(query: Query, corpus: Corpus) -> set[str]:
    """What may be said of the cases named without asking for more: the words of their titles and decisions."""
    of_cases = (*corpus.of_kind(PassageKind.AGENDA), *corpus.of_kind(PassageKind.DECISION))
    return {term for p in of_cases if p.case in query.cases for term in corpus.terms(p.embedded_text)}


def decided(decision: Passage, corpus: Corpus, *, brief: bool = False, compared: bool = False) -> list[Statement]:
    """The decision, a line a statement; `compared` with the proposal where that says otherwise."""
    lines = points(decision)
    told = [_opening(decision, lines[0], corpus)]
    if brief:
        return told
    told += [_line(line, line, decision, corpus) for line in lines[1:]]
    told += [statement(vote, decision, vote) for vote in _votes(decision) if _is_sentence(vote)]
    return [*told, *proposed_before(decision, corpus)] if compared else told


def decided_points(decision: Passage, lines: Sequence[str], corpus: Corpus) -> Draft:
    """Some points of a decision, the first of which says what became of the case."""
    first, *rest = lines
    return Draft((_opening(decision, first, corpus), *(_line(line, line, decision, corpus) for line in rest)))


def _line(text: str, line: str, decision: Passage, corpus: Corpus) -> Statement:
    """A line of a decision as told by a text. Minutes that only say "som foreslått" are cited with those words, and the line from
    the proposal.
    """
    said = " ".join(corpus.slide_text(decision.sha256, decision.slide).split())
    proposal = None if " ".join(line.split()) in said else _proposal(decision, corpus)
    adopting = _adopting(decision, corpus) if proposal is not None else None
    if proposal is None or adopting is None:
        return statement(text, decision, line)
    return Statement(text, (Support(adopting, adopting.text), Support(proposal, line)))


def _adopting(decision: Passage, corpus: Corpus) -> Passage | None:
    """The line of the minutes by which a decision takes over what was proposed."""
    for unit in corpus.of_kind(PassageKind.UNIT):
        if (unit.sha256, unit.slide, unit.case) == (decision.sha256, decision.slide, decision.case):
            told = unit.text.partition(":")[2].strip() or unit.text
            label = len(unit.text.split()) <= _LABEL_WORDS and tells_whether_as_proposed(unit.text)
            if adopts_the_proposal(told) or is_bare_outcome(told) or label:
                return unit
    return None


def points(decision: Passage) -> list[str]:
    """The points of a decision: its lines."""
    return [line for line in decision.text.split("\n") if line.strip()]


def _votes(decision: Passage) -> list[str]:
    """The votes, each as the minutes tell it: a count, or a sentence on what was voted on."""
    return sentences(decision.data["votes"] or "")


def _is_sentence(vote: str) -> bool:
    return len(vote.split()) > 2 and vote.endswith(".")


def _opening(decision: Passage, line: str, corpus: Corpus) -> Statement:
    data = decision.data
    counts = [vote.rstrip(".") for vote in _votes(decision) if not _is_sentence(vote)]
    votes = f" ({'; '.join(counts)})" if counts else ""
    case = f" i {named_case(decision.case)}" if decision.case else ""
    status = DecisionStatus(data["status"])
    if status is DecisionStatus.POSTPONED:
        case = f" {decision.case}" if decision.case and CASE_NUMBER.search(decision.case) else ""
    said = _AS_PROPOSED if status is DecisionStatus.ADOPTED and data["as_proposed"] else _SAID[status]
    opening = said.format(case=case, votes=votes)
    return _line(f"{opening}{line}", line, decision, corpus)


def _proposal(decision: Passage, corpus: Corpus) -> Passage | None:
    """What had been proposed, where it stands."""
    wanted = (decision.body, decision.meeting, decision.case, decision.data["proposal"])
    found = (p for p in corpus.of_kind(PassageKind.PROPOSAL) if (p.body, p.meeting, p.case, p.text) == wanted)
    return next(found, None)


def proposed_before(decision: Passage, corpus: Corpus) -> list[Statement]:
    """What had been proposed, where the decision says otherwise."""
    proposal = _proposal(decision, corpus) if decision.data["as_proposed"] is False else None
    if proposal is None:
        return []
    first, *rest = proposal.text.split("\n")
    return [statement(f"Forslaget var: {first}", proposal, first), *(statement(r, proposal, r) for r in rest)]


def compared(query: Query, draft: Draft, corpus: Corpus) -> Draft:
    """A draft that tells one decision, with what had been proposed where a question asks how they differ, where the minutes have
    it themselves, or where the proposal was turned down and the question says no more of it than its number.
    """
    made = [d for said in draft.statements for d in _decisions_told(said)]
    if draft.abstained or len({(d.sha256, d.case) for d in made}) != 1:
        return draft
    proposal = _proposal(made[0], corpus)
    in_minutes = proposal is not None and proposal.sha256 == made[0].sha256
    by_number = made[0].data["status"] == DecisionStatus.REJECTED and not corpus.topic(query.asked, UNTELLING)
    asked = in_minutes or by_number or _COMPARES.search(query.asked)
    told = {said.text for said in draft.statements}
    before = [said for said in proposed_before(made[0], corpus) if said.text not in told] if asked else []
    numbers = [_numbered(s.quote) for said in draft.statements for s in said.support if s.passage.id == made[0].id]
    if proposal is not None and asked and None not in numbers and len(numbers) < len(points(made[0])):
        # Of a point that is told, what had been proposed in it.
        beside = [line for line in points(proposal) if _numbered(line) in numbers]
        before = [statement(f"Forslaget var: {line}", proposal, line) for line in beside] or before
    return replace(draft, statements=(*draft.statements, *before))


def _numbered(line: str) -> str | None:
    """The number of a point."""
    match = re.match(r"\s*(\d{1,2}|[a-zæøå])[.)]\s", line)
    return match[1] if match else None


def _decisions_told(said: Statement) -> list[Passage]:
    return [support.passage for support in said.support if support.passage.kind is PassageKind.DECISION]
