"""Who may vote, of those on the lists who are no members: what the lists or a line on their slides say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.members.constraints import constraints_of, satisfying
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.statements import distinct, once, person
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_MAY_VOTE = re.compile(
    r"\b(?:får|kan|lov|har|rett|skal|may|can|allowed|entitled)\b.*\b(?:stemme|stemmerett\w*|voter(?:e|es)|røyste|røysterett\w*|vote|voting)\b|"
    r"\b(?:hvem|kven|who)\b.*\b(?:stemmerett|røysterett|voting\s+rights?)\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\b(?:stemmerett\w*|røysterett\w*|stemmeberettig\w*|voting\s+rights?|right\s+to\s+vote)\b", re.IGNORECASE
)
_VOTING_WORDS = re.compile(
    r"\b(?:får|kan|lov|rett|skal|may|can|allowed|entitled|til|være|vere|med|på|å|to|og|and|stemme\w*|stemmerett\w*|voter\w*|røyst\w*|vote|voting|rights?|when|når|vi|me|i|saker|sakene)\b",
    re.IGNORECASE,
)
# "Hvor mange må møte for at rådet kan fatte vedtak?", and what answers it.
_ASKS_QUORUM = re.compile(
    r"\b(?:må|skal|trengs?|kreves?|krevst|must|needed|required)\b.*\b(?:møt\w*|til\s?sted?e|til\s?stades|være|vere|kom\w*|delta\w*|medlem\w*|present|attend\w*)\b.*"
    r"\b(?:(?:fatte|gjøre|gjere|treffe|ta|make)\s+(?:\w+\s+)?(?:vedtak|avgjørelser?|avgjerder?|beslutning(?:er)?|decisions?)|vedta\b|vedtaksfør\w*|beslutningsdyktig\w*|gyldig\w*|avgjøre|bestemme)|"
    r"\b(?:vedtaksfør\w*|beslutningsdyktig\w*|quorum)\b",
    re.IGNORECASE,
)
_QUORUM = re.compile(
    r"\b(?:vedtaksfør\w*|beslutningsdyktig\w*|beslutningsfør\w*)\b.*\b(?:minst|meir\s+enn|mer\s+enn|halv\w*)\b",
    re.IGNORECASE,
)
# "Hvor mange av oss kan stemme?", "hvor mange har stemmerett?"
_ASKS_VOTERS = re.compile(
    r"\b(?:kan|får|may|can)\s+(?:\w+\s+)?(?:stemme|røyste|vote)\s*\??$|\b(?:har|have|med|with)\s+(?:\w+\s+)?(?:stemmerett|røysterett|(?:a\s+)?vote|voting\s+rights)\b|\bstemmeberettig\w*",
    re.IGNORECASE,
)
_VOTERS = re.compile(
    r"\b(?:\d+|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten)\s+(?:\w+\s+){0,2}?(?:med|har|som\s+har)\s+(?:stemmerett|røysterett)\b|"
    r"\b(?:\d+|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten)\s+(?:stemmeberettig\w*|røysteføre)\b",
    re.IGNORECASE,
)
_OBSERVER = re.compile(r"\bobserv\w*", re.IGNORECASE)
# Observers by what they may do: "hvem kan snakke, men ikke stemme?", "kven er det som berre høyrer på?"
_ONLY_OBSERVES = re.compile(
    r"\b(?:men|but)\s+(?:\w+\s+){0,2}?(?:ikke|ikkje|not|no|cannot|can't)\s+(?:\w+\s+){0,2}?(?:stemme\w*|røyst\w*|vot(?:e|ing))\b|"
    r"\b(?:uten|utan|without)\s+(?:å\s+|a\s+)?(?:kunne\s+|få\s+|ha\s+)?(?:stemme(?:rett)?|røyste(?:rett)?|vot(?:e|ing))\b|"
    r"\b(?:bare|berre|kun|only|just)\s+(?:er\s+der\s+for\s+å\s+|skal\s+|får\s+)?(?:ser|sjå|se|hører|høyrer|lytter|lyttar|observerer|observerar|følger\s+med|følgjer\s+med|watch\w*|listen\w*|observ\w+)"
    r"(?:\s+(?:på|til))?\b|\b(?:ser|hører|høyrer|lytter|lyttar|følger|følgjer)\s+(?:bare|berre|kun)\s+(?:på|til|med)\b",
    re.IGNORECASE,
)


def may_vote(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Whether those named, or the observers, may vote: what is said of it of their group, else nothing."""
    if not _MAY_VOTE.search(query.text) or query.cases or query.cues & {Cue.HOW_MANY, Cue.DECIDED}:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    named = [m for m in members if m.data["name"] in query.people or _called(m, query)]
    named = named or _meant(query, members, corpus)
    asked = named or ([m for m in members if _observes(m)] if _OBSERVER.search(query.text) else [])
    if not asked:
        return None
    of_group = [m for m in asked if _RIGHT.search(f"{m.data['group']} {m.data['role'] or ''}")]
    if of_group:
        return Draft(tuple(once(person(m, query, with_group=True) for m in distinct(of_group))))
    if not all(map(_observes, asked)):
        return None
    slides = {(m.sha256, m.slide) for m in members}
    for unit in (*corpus.of_kind(PassageKind.UNIT), *corpus.of_kind(PassageKind.SLIDE)):
        if (unit.sha256, unit.slide) in slides:
            for sentence in sentences(unit.text):
                if _RIGHT.search(sentence) and _OBSERVER.search(sentence):
                    return Draft((statement(sentence, unit, sentence),))
    return None


def asks_who_observes(query: Query) -> bool:
    """Whether a question is for those who may speak or listen and not vote."""
    return query.wanted in (Wanted.PERSON, Wanted.LIST) and _ONLY_OBSERVES.search(query.asked) is not None


def observers(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The observers, where it is asked who may speak or listen and not vote; None where the lists have none."""
    if not asks_who_observes(query) or query.cases or query.people:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    found = [m for m in members if _OBSERVER.search(f"{m.data['group']} {m.data['role'] or ''}")]
    return Draft(tuple(person(m, query) for m in distinct(found))) if found else None


def voters(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The sentence that tells how many may vote, or how many must be there for anything to be decided; None for any other
    question, and where none of the newest meeting's slides tells.
    """
    if query.cases or query.people or not query.cues & {Cue.HOW_MANY}:
        return None
    told = _QUORUM if _ASKS_QUORUM.search(query.text) else _VOTERS if _ASKS_VOTERS.search(query.text) else None
    if told is None:
        return None
    newest = query.meetings or tuple(corpus.meetings[:1])
    for unit in (*corpus.of_kind(PassageKind.UNIT), *corpus.of_kind(PassageKind.SLIDE)):
        if MeetingKey(unit.body, unit.meeting) in newest:
            for sentence in (each for line in unit.text.splitlines() for each in sentences(line)):
                if told.search(sentence):
                    return Draft((statement(sentence, unit, sentence),))
    return None


def _meant(query: Query, members: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The members who are called by title, role or organisation: "får kollektivsjefen stemme?"."""
    text = _VOTING_WORDS.sub(" ", query.asked).strip(" ?")
    constraints, unexplained = constraints_of(text, query, members, members, corpus)
    return [] if unexplained or not constraints else satisfying(constraints, members, text)


def _observes(member: Passage) -> bool:
    return _OBSERVER.search(f"{member.data['role'] or ''}") is not None


def _called(member: Passage, query: Query) -> bool:
    """Whether a question calls somebody by the last name alone."""
    return re.search(rf"\b{re.escape(member.data['name'].split()[-1])}s?\b", query.question) is not None
