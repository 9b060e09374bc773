"""Answers about how a case was voted on and what became of what members put forward, from the sentences of its minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.answers.agenda.case_meant import AskedWord, CaseKey, asked_of_case, case_meant, key_of, share
from radsassistent.answers.agenda.rows import HALF
from radsassistent.answers.decisions.facts import UNTELLING, decided, points
from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.answers.draft import Draft, Statement, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.case_numbers import named_case
from radsassistent.meetings.outcomes import counts_votes, sentences, votes_in
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem

_VOTED = r"(?:stemte|stemde|røysta|røystet|voted|har\s+stemt)"
# Who voted how, by name, number or party: "hvilke to var det som stemte mot", "hva stemte Berg", "var Laget for eller mot".
_WHO_VOTED = re.compile(
    rf"\b(?:hvem|kven|who|hvilke\w*|hvilket|kva|hva|what|which|how)\b[^?]{{0,40}}?\b(?:{_VOTED}|did\s+[^?]+?\bvote|var\s+(?:i)?mot|gikk\s+(?:i)?mot|gjekk\s+(?:i)?mot|"
    rf"tok\s+dissens|var\s+(?:uenige?|usamde?|i\s+(?:mindre|flei?r|fler)tal\w*)|in\s+the\s+(?:minority|majority))\b|"
    rf"^(?:{_VOTED}|røysta)\b.*\b(?:for|mot|imot|against|vote)\b|^did\b.*\b(?:against|vote)\b",
    re.IGNORECASE,
)
# How many voted how, or whether all did.
_HOW_VOTED = re.compile(
    r"\b(?:stemmetal\w*|røystetal\w*|stemmene|røystene|avstemning\w*|avstemming\w*|votering\w*|dissens\w*|enstemmig\w*|samrøystes|unanimous\w*|"
    r"(?:hvor|kor)\s+mange\s+(?:stem|røyst)\w*|how\s+many\s+vote[sd]?|vote\s+on|(?:for\s+(?:og|eller|and|or)|var)\s+(?:i)?mot|mindretall\w*|mindretal\w*)\b|"
    rf"\b(?:hvor|kor)\s+mange\b.*\b(?:{_VOTED}|støttet|støtta|var\s+(?:for|mot|imot))\b|\bhow\s+many\b.*\b(?:voted|supported)\b",
    re.IGNORECASE,
)
# Whether somebody's own proposal won: "fikk Laget gjennomslag for …", "hvordan gikk det med ideen om …".
_FATE = re.compile(
    r"\b(?:fikk|fekk|did|got)\b.*\b(?:gjennomslag|medhold|støtte|flertall|fleirtal|igjennom|gjennom|support|majority|through)\b|"
    r"\b(?:hvordan|korleis|hva|kva|how|what)\b[^?]{0,20}\b(?:gikk|gjekk|skjedde|hendte|ble|blei|vart|happened)\b[^?]{0,15}\b(?:med|av|to)\b[^?]{0,20}"
    r"\b(?:ide|idé|ideen|idéen|forslag\w*|framlegg\w*|ønske\w*|krav\w*|proposal|idea)\b|"
    r"\b(?:vant|vann|falt|fall|fell|ble|blei|vart|did|was)\b[^?]{0,20}\b\w*(?:forslag|framlegg)\w*\s+(?:fra|frå|til|om)\b|"
    r"\b(?:vant|vann|win|won|pass|passed)\b[^?]{0,40}\b(?:fr[ae]m)\b",
    re.IGNORECASE,
)
# Who came with it, in the meeting.
_WHO_PUT = re.compile(
    r"\b(?:hvem|kven|who|hvilket\s+parti|kva\s+parti|which\s+party)\b[^?]{0,20}\b(?:foreslo|føreslo|fremmet|fremja|satte\s+fr[ae]m|sette\s+fram|kom\s+med|la\s+fr[ae]m|proposed|moved)\b|"
    r"\b(?:hvem|kven|who)\b[^?]{0,30}\b(?:bak|behind)\b[^?]{0,20}\b(?:endrings|tilleggs|mot|utsettelses|utsetjings)(?:forslag|framlegg)\w*",
    re.IGNORECASE,
)
# A sentence of minutes with what somebody put forward there.
_PUT_FORWARD = re.compile(
    r"^\w*(?:forslag|framlegg)\w*\s+(?:fra|frå|av|til)\b|^(?:alternativt|nytt|felles|subsidiært)\s+(?:forslag|framlegg)\b|"
    r"\b(?:foreslo|føreslo|fremmet|fremja|satte\s+fr[ae]m|sette\s+fram)\b|"
    r"\b(?:la|kom|varslet|varsla)\s+(?:\w+\s+){0,4}?\w*(?:forslag|framlegg)\w*",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(rf"\b{_VOTED}\b|\b(?:dissens\w*|mindretall\w*|mindretal\w*|protokolltilfør\w*)\b", re.IGNORECASE)
# What members put forward by its kind, as a question and as minutes speak of it.
_KINDS_PUT = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (r"\bendrings(?:forslag|framlegg)|\bamend", r"\bendr"),
        (r"\butset\w*(?:forslag|framlegg)|\b(?:utset|utsat)\w*|\bpostpon", r"\b(?:utset|utsat)"),
        (r"\btilleggs(?:forslag|framlegg)", r"\btillegg"),
        (
            r"\bmot(?:forslag|framlegg)|\balternativ\w*\s+(?:forslag|framlegg)|\bcounter",
            r"\bmot(?:forslag|framlegg)|\balternativ",
        ),
    )
)
_WITH_PARTIES = re.compile(rf"\([^)]*{CAPITAL}[^)]*\)")
_UNANIMOUS = re.compile(r"(?:enstemmig|samrøystes|einstemmig)\w*\.?", re.IGNORECASE)
# "Hva stemte Kari Berg?", "Stemte Laget for?"
_OF_VOTER = re.compile(rf"\b(?i:{_VOTED}|did)\s+(?P<name>{CAPITAL}[\w-]+(?:\s+{CAPITAL}[\w-]+)*)")
# Words of one beginning of so many letters are of one thing.
_BEGINNING = 6
_WORDS = frozenset(
    stem(word)
    for word in (
        "stemmetall stemmetallene stemmetala stemmene røystene avstemning avstemningen avstemming votering voteringen dissens "
        "hvilke hvilket kva parti partier partiet party parties medlem medlemmer var det som gjennomslag medhold "
        "støtte støttet støtta "
        "ide ideen idéen ønsket krav kravet fram frem foreslo føreslo fremmet fremja satte "
        "proposal proposed idea against support "
        "endringsforslag endringsforslaget endringsframlegg endringsframlegget motforslag motforslaget tilleggsforslag "
        "tilleggsforslaget utsettelsesforslag utsettelsesforslaget amendment kom bak "
        "supported majority resultatet vant vann falt to tre fire fem noen noko nokon uenig uenige usamde avgjort avgjøre"
    ).split()
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the minutes of a case, and the text that it stands in."""

    unit: Passage
    text: str


def votes_told(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """How the case that a question means was voted on, by whom, or what became of what somebody put forward in it.

    Where the minutes only count, who voted how is known not to be there.
    """
    who, how = _WHO_VOTED.search(query.text), _HOW_VOTED.search(query.text)
    fate, put = _FATE.search(query.text), _WHO_PUT.search(query.text)
    if not (who or how or fate or put) or query.cues & {Cue.WHY, Cue.CLOCK}:
        return None
    decisions = [d for d in corpus.of_kind(PassageKind.DECISION) if in_scope(d, query)]
    asked = asked_of_case(query, UNTELLING | _WORDS, corpus)
    meant = case_meant(query, asked, decisions, hits, corpus)
    key = meant.key if meant is not None else _called_alike(asked, decisions, corpus) if how else None
    made = next((d for d in decisions if key_of(d) == key), None)
    of_member = _put_forward(query, asked, decisions if fate or put else [made] if made else [], hits, corpus)
    if of_member is not None and (fate or put or _says_more(asked, of_member, made, corpus)):
        made, own = of_member
        of_own = _on(own, _votes(made, corpus))
        if put:
            return Draft(tuple(_said([own])))
        if of_own and not (who and not any(_names_voters(query, each.text, corpus) for each in of_own)):
            return Draft(tuple(_said([own, *of_own])))
    if made is None or not (who or how):
        return None
    votes = _votes(made, corpus)
    if who:
        return _who(query, made, votes, corpus)
    if any(votes_in(line) for line in points(made)[1:]):
        # Each point tells its own votes.
        return None
    told = decided(made, corpus)
    said = {each.text for each in told}
    return Draft((*told, *(vote for vote in _said(_beside(made, votes)) if vote.text not in said)))


def _called_alike(asked: Sequence[AskedWord], decisions: Sequence[Passage], corpus: Corpus) -> CaseKey | None:
    """The one case whose title begins a word as a question does ("billettsalg" of "Ubemannet billettering"), which has no word
    of any other.
    """
    voted_on = {key_of(decision) for decision in decisions}
    begun = {term[:_BEGINNING] for word in asked for term in word.terms if len(term) > _BEGINNING}
    found = {
        key_of(item)
        for item in corpus.of_kind(PassageKind.AGENDA)
        if key_of(item) in voted_on and any(term[:_BEGINNING] in begun for term in corpus.terms(item.data["title"]))
    }
    return found.pop() if len(found) == 1 else None


def _who(query: Query, decision: Passage, votes: Sequence[_Told], corpus: Corpus) -> Draft:
    """Those whom the minutes name as voting one way; the decision where all voted alike; where they only count, nobody is."""
    naming = [each for each in votes if _names_voters(query, each.text, corpus)]
    if naming:
        return Draft(tuple(_said(naming)))
    if _UNANIMOUS.fullmatch(decision.data["votes"] or ""):
        return Draft(tuple(decided(decision, corpus)))
    case = named_case(decision.case) if decision.case else "saken"
    return Draft.abstaining(f"Referatet sier ikke hvem som stemte hva i {case}.")


def _names_voters(query: Query, text: str, corpus: Corpus) -> bool:
    """Whether a sentence names who voted, parties with their votes or people: the one whose vote is asked for, where one is."""
    asked = [name.split()[-1] for name in query.people]
    asked += [match["name"].split()[-1] for match in _OF_VOTER.finditer(query.text)]
    if asked:
        return any(name in text for name in asked)
    names = {name.split()[-1] for name in corpus.names}
    by_name = _SAYS_WHO.search(text) and any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)
    return bool(by_name or _WITH_PARTIES.search(text))


def _sentences(decision: Passage, corpus: Corpus) -> list[_Told]:
    """The sentences of the minutes of a decision's case, in their order."""
    key = key_of(decision)
    units = [u for u in corpus.of_kind(PassageKind.UNIT) if u.sha256 == decision.sha256 and key_of(u) == key]
    return [_Told(unit, sentence) for unit in units for sentence in sentences(unit.text)]


def _votes(decision: Passage, corpus: Corpus) -> list[_Told]:
    """The sentences that tell how a case was voted on: that count votes, or say who voted which way."""
    told = _sentences(decision, corpus)
    return [s for s in told if (counts_votes(s.text) or _SAYS_WHO.search(s.text)) and not s.text.endswith("?")]


def _put_forward(
    query: Query, asked: Sequence[AskedWord], decisions: Sequence[Passage], hits: Sequence[Hit], corpus: Corpus
) -> tuple[Passage, _Told] | None:
    """What a member put forward that a question means, with the decision of its case: the one that has most of what is asked.

    Of several, or where none has half of it but some, the one that is the best passage.
    """
    if query.cases:
        decisions = [d for d in decisions if d.case in query.cases]
    found = [(d, told) for d in decisions for told in _sentences(d, corpus) if _puts_forward(told.text)]
    kind = next((stem for word, stem in _KINDS_PUT if word.search(query.asked)), None)
    if kind is not None:
        of_kind = [each for each in found if kind.search(each[1].text)]
        if len(of_kind) == 1:
            return of_kind[0]
    named = [each for each in found if any(name.split()[-1] in each[1].text for name in query.people)]
    if len(named) == 1:
        return named[0]
    shares = [share(asked, set(corpus.terms(_whole(told))), corpus) for _, told in found]
    most = max(shares, default=0.0)
    best = [each for each, own in zip(found, shares, strict=True) if own >= max(most, HALF)]
    if len(best) != 1:
        first = hits[0].passage if hits else None
        some = [each for each, own in zip(found, shares, strict=True) if own > 0]
        best = [each for each in best or some if each[1].unit == first]
    return best[0] if len(best) == 1 else None


def _puts_forward(text: str) -> bool:
    return bool(_PUT_FORWARD.search(text)) and not counts_votes(text)


def _says_more(
    asked: Sequence[AskedWord], of_member: tuple[Passage, _Told], made: Passage | None, corpus: Corpus
) -> bool:
    """Whether what a member put forward has more of what is asked than the decision of the case has."""
    if made is None or key_of(made) != key_of(of_member[0]):
        return False
    own, decided_on = (share(asked, set(corpus.terms(text)), corpus) for text in (_whole(of_member[1]), made.text))
    return own >= HALF and own > decided_on


def _whole(told: _Told) -> str:
    """What is put forward may run over the sentences of its paragraph."""
    return told.unit.text if told.unit.text.startswith(told.text) else told.text


def _on(own: _Told, votes: Sequence[_Told]) -> list[_Told]:
    """The votes on what somebody put forward: in its own paragraph, else those that name it or whoever did."""
    beside = [vote for vote in votes if vote.unit == own.unit and vote != own]
    if beside:
        return beside
    label = own.text.partition(":")[0]
    names = re.findall(rf"\b{CAPITAL}[\wæøå-]+", label)[1:]
    kind = re.match(r"\w+", label)
    word = kind[0].casefold()[:8] if kind else ""
    return [
        vote
        for vote in votes
        if any(name in vote.text for name in names) or (len(word) > 5 and word in vote.text.casefold())
    ]


def _beside(decision: Passage, votes: Sequence[_Told]) -> list[_Told]:
    """The votes that the opening of the decision does not tell."""
    counts = decision.data["votes"] or ""
    return [vote for vote in votes if votes_in(vote.text) != counts and vote.text not in decision.text]


def _said(told: Sequence[_Told]) -> list[Statement]:
    distinct = {each.text: each for each in told}
    return [statement(text, each.unit, text) for text, each in distinct.items()]
