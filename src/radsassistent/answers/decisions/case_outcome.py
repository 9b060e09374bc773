"""What became of the case that a question means by what its slides and minutes say, however loosely it is spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.case_meant import AskedWord, CaseKey, CaseMeant, asked_of_case, case_meant, key_of
from radsassistent.answers.agenda.rows import HALF
from radsassistent.answers.decisions.facts import UNTELLING, decided, points
from radsassistent.answers.decisions.fates import fate_told
from radsassistent.answers.decisions.points import OF_POINTS, OUTCOME, has_wanted, line_meant
from radsassistent.answers.decisions.proposal_facts import PROPOSED, asks_otherwise, in_scope, proposal_answer
from radsassistent.answers.draft import Draft
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, words

# What a meeting did, told as what happened to something or what somebody got: of anything that has happened, unless the record
# of a case says it all.
_HAPPENED = re.compile(
    r"^(?:og\s+|men\s+)?(?:ble|blei|vart|fikk|fekk|gikk|gjekk|was|were|did)\b|"
    r"^(?:hvem|kven|who|hvilk\w+\s+\w+|kva\s+\w+)\s+(?:fikk|fekk|got|was\s+given)\b|"
    r"^(?:hva|kva|what|(?:hvor|kor|how)\s+\w+(?:\s+\w+){0,2})\s+(?:ble|blei|vart|fikk|fekk|was|were|did)\b",
    re.IGNORECASE,
)
# Whether something got through: asked of a decision alone.
_GOT = re.compile(
    r"\b(?:fikk|fekk|fått)\b.*\b(?:i?gjennom|medhold|gjennomslag|klarsignal|godkjenning|lov\s+til)\b|\b(?:gikk|gjekk)\s+.*\bi?gjennom\W*$|"
    r"\b(?:ble|blei|vart)\s+(?:\w+\s+)?(?:gjort|gjord)\s+med\b|\b(?:hva|kva)\s+(?:ble|blei|vart)\s+det\s+(?:til|av)\b",
    re.IGNORECASE,
)
# "Godkjente styret …", "gikk rådet god for …", "did the council back …": the council itself is said to have done it.
_US = r"(?:\w*rådet|\w*utvalget|\w*utvalet|\w*styret|nemnda|komiteen|vi|me|de|dei|dere|dykk)"
_DID = (
    r"(?:vedtok|godkjente|godkjende|støttet|støtta|avviste|forkastet|forkasta|avslo|utsatte|utsette|innvilget|innvilga|bevilget|bevilga|løyvde|"
    r"tilrådde|anbefalte|tilrådet|sluttet|slutta|stilte|stilte|gikk|gjekk|sa|ga|gav|valgte|valde|landet|landa|endte|enda|bestemte|"
    r"konkluderte|tok|strøk|kuttet|kutta|endret|endra|la)"
)
_COUNCIL_DID = re.compile(
    rf"^(?:og\s+|men\s+)?{_DID}\s+{_US}\b|\b{_DID}\s+{_US}\s+(?:seg|god|inn|ja|nei|bak)\b|\b{_US}\s+(?:\w+\s+)?(?:{_DID})\s+(?:seg|god|inn|ja|nei|oss|til)\b|"
    r"\bdid\s+(?:the\s+)?(?:council|committee|board|members|we|they)\s+(?:\w+\s+)?(?:approve|ask\s+for|"
    r"back|support|adopt|accept|reject|agree|endorse|go\s+for|"
    r"pass|turn\s+down|say\s+yes|say\s+no|decide|vote\s+for|postpone|fund|grant)\b",
    re.IGNORECASE,
)
# "75 000", "32,5": no year, day or number of a case.
_AMOUNT = re.compile(r"(?<![\d/.,])(?:\d{1,3}(?:[ \u00a0.]\d{3})+|\d+,\d+|\d{5,})(?![\d/])")
_GOES_ON = re.compile(r"^(?:og\s+|men\s+)?(?:hvorfor|kvifor|why)\s+(?:blir|vert|er|are|is)\b", re.IGNORECASE)
_DONE_IN = re.compile(
    r"\b(?:ble|blei|vart|was|were)\s+(?P<deed>[^\W\d_]{4,})\s+(?:(?:i|in|den|på|on)\s+)?(?:\d{1,2}\.\s*\w+\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_DEEDS = frozenset(
    stem(word)
    for word in (
        "godkjente støttet støtta avviste forkastet avslo utsatte innvilget bevilget løyvde tilrådde anbefalte sluttet stilte "
        "gikk gjekk god sa ga gav valgte landet endte bestemte konkluderte tok strøk kuttet endret la bak seg inn did approve "
        "ask asked anything something dealt ba bad noe noko "
        "back support adopt accept reject agree endorse pass turn down decide postpone fund grant full anyone against was "
        "overall"
    ).split()
)
_WORDS = frozenset(
    stem(word)
    for word in (
        "fikk fekk fått got jobb jobben oppdrag oppdraget ansvar ansvaret lov klarsignal grønt lys sine sin sitt hele heile helt "
        "vart blei ble gjort slik som det den noe noko nokon noen ekstra nytt nye ny inn ut til mer meir done given"
    ).split()
)


def case_outcome(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The decision of the case that a question on an outcome means, or the line of it that is meant; where the archive has no
    minutes of its meeting, what was proposed, with that said.
    """
    asks = _asks_outcome(query)
    if asks is None:
        return None
    decisions = [d for d in corpus.of_kind(PassageKind.DECISION) if in_scope(d, query)]
    proposals = [p for p in corpus.of_kind(PassageKind.PROPOSAL) if in_scope(p, query)]
    asked = asked_of_case(query, UNTELLING | OF_POINTS | _WORDS, corpus, every_word=not asks)
    meant = case_meant(query, asked, (*decisions, *proposals), hits, corpus)
    if meant is None or not asked or not _is_meant(meant, asked, asks=asks):
        return None
    made = [d for d in decisions if key_of(d) == meant.key]
    if made:
        return _of_decision(query, made[0], corpus)
    if Cue.DEBATE in query.cues:
        return None
    if (before := _done_before(query, meant.key, corpus)) is not None:
        return before
    of_case = [p for p in proposals if key_of(p) == meant.key]
    if not any(has_wanted(query, line) for p in of_case for line in points(p)):
        return None
    body, meeting, case = meant.key
    cues = query.cues | {Cue.DECIDED}
    return proposal_answer(
        replace(query, cases=(case,), meetings=(MeetingKey(body, meeting),), cues=frozenset(cues)), (), corpus
    )


def _done_before(query: Query, key: CaseKey, corpus: Corpus) -> Draft | None:
    """The one text of a case that says in which year what it now takes up again was done: "FL 1.0 ble fastsatt i 2019"."""
    if query.wanted is not Wanted.TIME:
        return None
    asked = {stem(word) for word in words(query.asked)}
    told = [
        unit
        for unit in corpus.of_kind(PassageKind.UNIT)
        if key_of(unit) == key and any(stem(done["deed"].lower()) in asked for done in _DONE_IN.finditer(unit.text))
    ]
    return Draft((said_of(told[0], query),)) if len(told) == 1 else None


def _asks_outcome(query: Query) -> bool | None:
    """Whether a question asks for an outcome outright; False where it only asks for what happened, None where for neither."""
    asks = bool(query.cues & {Cue.DECIDED, Cue.DEBATE} or OUTCOME.search(query.text) or _GOT.search(query.text))
    if PROPOSED.search(query.text) or asks_otherwise(query) or query.unknown_meeting is not None:
        return None
    if Cue.WHY in query.cues and _GOES_ON.search(query.asked):
        # Why things are so is no outcome, even where the word for it is one of votes: "hvorfor blir så mange klager avvist?".
        return None
    of_else = query.years or query.cues & {Cue.PRESENT, Cue.CLOCK, Cue.DURATION, Cue.WHY, Cue.WHICH_CASE}
    happened = _HAPPENED.search(query.text) and not of_else
    return asks if asks or happened else None


def only_proposed(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Whether an amount is decided that no decision has, but the proposal of one case: what became of that case, else what was
    proposed, with that said. An earlier decision of a like case is none of it.
    """
    amounts = {_digits(match[0]) for match in _AMOUNT.finditer(query.asked)}
    if not amounts or Cue.DECIDED not in query.cues or PROPOSED.search(query.text) or query.cases:
        return None
    decisions = corpus.of_kind(PassageKind.DECISION)
    if any(amounts <= _amounts(decision) for decision in decisions if in_scope(decision, query)):
        return None
    found = [
        p for p in corpus.of_kind(PassageKind.PROPOSAL) if p.case and in_scope(p, query) and amounts <= _amounts(p)
    ]
    keys = {key_of(proposal) for proposal in found}
    if len(keys) != 1 or not set(query.terms) & set(corpus.terms(f"{found[0].context} {found[0].text}")):
        return None
    body, meeting, case = keys.pop()
    made = [decision for decision in decisions if key_of(decision) == (body, meeting, case)]
    if made:
        return Draft(tuple(decided(made[0], corpus, compared=True)))
    return proposal_answer(replace(query, cases=(case,), meetings=(MeetingKey(body, meeting),)), (), corpus)


def _amounts(passage: Passage) -> set[str]:
    return {_digits(match[0]) for match in _AMOUNT.finditer(passage.text)}


def _digits(amount: str) -> str:
    return re.sub(r"[\s.]", "", amount)


def what_became(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the minutes say became of a part of a case, where a question asks what became of it and no decision tells."""
    if not (OUTCOME.search(query.text) or _GOT.search(query.text) or _asks_outcome(query)) or PROPOSED.search(
        query.text
    ):
        return None
    decisions = [d for d in corpus.of_kind(PassageKind.DECISION) if in_scope(d, query)]
    asked = asked_of_case(query, UNTELLING | OF_POINTS | _WORDS, corpus) if decisions else []
    return fate_told(query, asked, decisions, corpus)


def done_by_council(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The decision, or its point, that a question means which has the council do it in the past ("gikk rådet god for …",
    "did the council back …"), where the archive has minutes: no agenda tells.
    """
    if not _COUNCIL_DID.search(query.text) or not corpus.of_kind(PassageKind.DECISION):
        return None
    if PROPOSED.search(query.text) or query.cues & {Cue.WHY, Cue.WHO, Cue.CLOCK, Cue.WHICH_CASE, Cue.LIST}:
        return None
    decisions = [d for d in corpus.of_kind(PassageKind.DECISION) if in_scope(d, query)]
    asked = asked_of_case(query, UNTELLING | OF_POINTS | _WORDS | _DEEDS, corpus)
    if (fate := fate_told(query, asked, decisions, corpus)) is not None:
        return fate
    meant = case_meant(query, asked, decisions, hits, corpus)
    made = [d for d in decisions if meant is not None and key_of(d) == meant.key]
    if not made or not asked or meant is None or meant.known < HALF:
        return None
    # "Did the council …, when it …" asks for no time.
    whatever = replace(query, wanted=Wanted.TEXT) if Cue.YES_NO in query.cues else query
    return _of_decision(whatever, made[0], corpus)


def _is_meant(meant: CaseMeant, asked: Sequence[AskedWord], *, asks: bool) -> bool:
    """Whether a case's record says enough of what is asked: half of what is known where a decision is asked for, all of it where
    anything that happened may be.
    """
    return meant.known >= HALF if asks else len(asked) > 1 and meant.has_all


def _of_decision(query: Query, decision: Passage, corpus: Corpus) -> Draft | None:
    lines = points(decision)
    if not any(has_wanted(query, line) for line in lines) or (lines[0].endswith(":") and not _asks_outcome(query)):
        # "Midlene fordeles slik:" is told by the table that follows.
        return None
    topic = corpus.topic(query.asked, UNTELLING | OF_POINTS | _WORDS)
    known = {term: weight for term, weight in topic.items() if corpus.lexical.has(term)}
    return line_meant(query, known, decision, corpus) or Draft(tuple(decided(decision, corpus)))
