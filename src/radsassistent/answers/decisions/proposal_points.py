"""Answers about one point of a proposal: how much, when, whom it would have, before anything was decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from radsassistent.answers.agenda.rows import HALF, called_cases, with_parts
from radsassistent.answers.answer import Note
from radsassistent.answers.decisions.facts import UNTELLING, asks_difference, points
from radsassistent.answers.decisions.points import ASKS_MONEY, FRAME, OF_POINTS, has_wanted
from radsassistent.answers.decisions.proposal_facts import asks_otherwise, in_scope
from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem

_WHO_PROPOSES = (
    r"(?:sekretariatet|sekretæren|administrasjonen|rådmannen|kommunedirektøren|direktøren|saksbehandleren|secretariat)"
)
# What was or is proposed, told of by its verb, by the word for it or by who proposes: "hva ville sekretariatet at …".
PROPOSES = re.compile(
    r"\b(?:foresl(?:o|ås|år|å|ått)|føresl(?:o|år|å|ått|ege)|innstil(?:ler|les|last|t|te)|tilrå(?:dde|r|dd)|propos(?:e|ed|es))\b|"
    r"\b(?:forslag(?:et)?|framlegg(?:et)?|innstilling(?:en|a)?|tilråding(?:en|a)?|the\s+proposal)\b|"
    r"\b(?:vil|ønsker|ynskjer|vil\s+ha|do)\s+(?:de|dei|man|ein|they)\s+(?:at|ha|want)\b|"
    r"\b(?:vil|ønsker|ynskjer)\s+(?:vi|me|rådet|utvalget|utvalet|styret|forumet)\s+(?:at|ha)\b|"
    rf"\b(?:vil|ville|ønsker|ønsket|ynskte|ønskte|want(?:s|ed)?)\s+{_WHO_PROPOSES}\b|\b{_WHO_PROPOSES}\s+(?:vil|ville|ønsker|ønsket|ynskte)\b",
    re.IGNORECASE,
)
# "Hva foreslås det": the verb asks for a proposal outright, whatever else the words hint at.
_PROPOSING = re.compile(
    r"\b(?:foresl(?:ås|år|å)|føresl(?:år|å|ås|åast)|propos(?:e|ed|es)|(?:vil|ønsker|ynskjer)\s+(?:de|dei)\s+(?:at|ha))\b",
    re.IGNORECASE,
)
# "…, hvis forslaget går gjennom?": says that what is asked for is the proposal.
IF_ADOPTED = re.compile(
    r"[,\s]*\b(?:hvis|dersom|om|viss|når|if|when|etter\s+at)\s+(?:forslaget|framlegget|innstillinga|innstillingen|tilrådingen?|det|the\s+proposal|it)\s+"
    r"(?:går|gjeng|blir|vert|vedtas|vedtakast|følges|følgjast|passes|is)\b[^?,.]*|"
    r"[,\s]*\b(?:hvis|dersom|om|viss|når|if|when)\s+(?P<what>(?:[\w-]+\s+){1,4}?)(?:går\s+(?:i?gjennom|inn)|gjeng\s+gjennom|(?:blir|vert|is)\s+(?:vedtatt|vedteken?|vedteke|godkjent|godkjend|adopted|approved|passed)|"
    r"vedtas|vedtakast|godkjennes|godkjennast|får\s+(?:flertall|fleirtal|medhold|ja)|goes\s+through|passes)\b(?:\s+(?:slik|sånn|som)\s+(?:det|den)\s+(?:\w+\s+)?(?:ligger|ligg|står|er))?[^?,.]*|"
    r"[,\s]*\b(?:slik|sånn)\s+(?:(?:forslaget|det|saken|saka)\s+)(?:nå\s+|no\s+)?(?:ligger|ligg)(?:\s+(?:an|fram|frem))?\b|"
    r"[,\s]*\b(?:hvis|dersom|om|viss|når|if|when)\s+(?:vi|me|rådet|utvalget|utvalet|styret|we|the\s+council)\s+"
    r"(?:sier|seier|vedtar|vedtek|godkjenner|godkjenn|stemmer|røystar|støtter|støttar|går\s+inn|says?|adopts?|approves?|agrees?)\b[^?,.]*",
    re.IGNORECASE,
)
# What a member put forward, or what became of a proposal, is told by minutes.
OF_MINUTES = re.compile(
    r"\b(?:forslag|framlegg)\w*\s+(?:til|fra|frå|from)\s+(?!vedtak)|\b(?:falt|fall|fell|vedtatt|vedteke|stemt|stemte|røysta|godtatt|endret|endra|"
    r"adopted|changed|rejected|opprinnelig\s+vedtatt|"
    r"(?:ble|blei|vart|fikk|fekk|endte|enda|gikk|gjekk)\b[^?]*\btil\s+slutt|"
    r"(?:ikke|ikkje)\s+(?:sto|stod|stå|står|var)\s+i)\b",
    re.IGNORECASE,
)
WORDS_OF_PROPOSALS = frozenset(
    stem(word)
    for word in (
        "sekretariatet sekretæren administrasjonen rådmannen kommunedirektøren direktøren saksbehandleren egentlig eigentleg "
        "opprinnelig opphavleg foreslo føreslo foreslås tilrår tilrådde innstiller innstilte "
        "ville vil ønsker ønsket skulle skal seie si på "
        "der før etter til "
        "stort stor store mye mykje måtte må kan kunne tilrådd innstilt secretariat proposed propose"
    ).split()
)
# So much of the weight of what is asked for a line must have more than the next one, to be the one that is meant.
_AHEAD = 0.15


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a proposal with the share (0 to 1) that it has of what its case's title leaves to be asked for, and that both
    have of the whole.
    """

    proposal: Passage
    text: str
    own: float
    whole: float


def proposal_point(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The line of a proposal that a question on what is or was proposed is about; None where it is about the whole proposal or
    where no line is clearly meant.
    """
    if not PROPOSES.search(query.text) or OF_MINUTES.search(query.text) or query.people or asks_otherwise(query):
        return None
    if asks_difference(query) and corpus.of_kind(PassageKind.DECISION):
        # How the decision differs is told with it.
        return None
    bare = IF_ADOPTED.sub(" ", query.asked)
    of_agenda = {Cue.PRESENT, Cue.WHICH_CASE, Cue.WHY}
    if not _PROPOSING.search(bare) and bare == query.asked:
        of_agenda |= {Cue.CLOCK, Cue.DURATION}
    if cues_besides(bare) & of_agenda:
        return None
    topic = corpus.topic(bare, UNTELLING | OF_POINTS | WORDS_OF_PROPOSALS)
    called = called_cases(query, corpus)
    proposals = [p for p in corpus.of_kind(PassageKind.PROPOSAL) if in_scope(p, query)]
    proposals = [p for p in proposals if p.case in query.cases] if query.cases else proposals
    proposed = {term for p in proposals for term in corpus.terms(p.text)}
    heard = with_parts(topic, proposed, corpus)
    known = {t: weight for t, weight in topic.items() if (corpus.lexical.has(t) or t in heard) and t not in called}
    if not known or not proposals:
        return None
    titles = {p.id: with_parts(known, set(corpus.terms(p.context)), corpus) for p in proposals}
    lines = [
        _line(proposal, text, known, titles[proposal.id], corpus)
        for proposal in proposals
        for text in points(proposal)
        if not text.rstrip().endswith(":")
    ]
    ranked = sorted((line for line in lines if line.own >= HALF), key=lambda line: line.whole, reverse=True)
    named = max(covered(known, title) for title in titles.values())
    if not ranked or named >= ranked[0].whole:
        # The title of a case says all that is asked for: only what has the form of it can be one point.
        return _of_form(query, [p for p in proposals if named >= HALF and covered(known, titles[p.id]) == named])
    if ranked[0].whole < HALF:
        return None
    near = [line for line in ranked if line.whole > ranked[0].whole - _AHEAD]
    fitting = [line for line in near if has_wanted(query, line.text)]
    if not fitting and len({line.proposal.id for line in near}) == 1:
        # The line that is named does not say how much or when; another may.
        other = _of_form(query, [near[0].proposal])
        if other is not None:
            return other
    near = fitting if len(near) > 1 else near
    return line_proposed(near[0].proposal, near[0].text) if len(near) == 1 else None


def cues_besides(text: str) -> frozenset[Cue]:
    """The cues of a question without its words for a proposal: "framlegget" is no presentation."""
    return cues(PROPOSES.sub(" ", text))


def _line(proposal: Passage, text: str, known: Mapping[str, float], title: Set[str], corpus: Corpus) -> _Line:
    own = with_parts(known, set(corpus.terms(text)), corpus)
    rest = {term: weight for term, weight in known.items() if term not in title}
    return _Line(proposal, text, covered(rest, own) if rest else 0.0, covered(known, own | title))


def _of_form(query: Query, proposals: Sequence[Passage]) -> Draft | None:
    """The one line of the one proposal that has an amount, a number or a day, where that is asked for."""
    money = ASKS_MONEY.search(query.text) is not None
    if len(proposals) != 1 or not (money or query.wanted in (Wanted.NUMBER, Wanted.TIME)):
        return None
    lines = [line for line in points(proposals[0]) if has_wanted(query, line)]
    if len(lines) > 1 and money:
        lines = [line for line in lines if FRAME.search(line)]
    return line_proposed(proposals[0], lines[0]) if len(lines) == 1 else None


def line_proposed(proposal: Passage, line: str) -> Draft:
    """One line of a proposal, said to be proposed."""
    case = f" i {named_case(proposal.case)}" if proposal.case else ""
    return Draft((replace(statement(f"Forslag til vedtak{case}: {line}", proposal, line), note=Note.PROPOSAL),))
