"""Questions that say nothing of what they are about: "når begynner den?", "hva er forslaget?"."""

from __future__ import annotations

import re

from radsassistent.search.terms import stem, words

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# The words of questions that only what is being spoken of can answer: who presents, when, for how long, what is proposed.
ELLIPTICAL = frozenset(
    stem(word)
    for word in (
        "hvem kven hva kva når hvor kor hvilken hvilket kva klokka klokken klokkeslett tidspunkt kl tid begynne begynner "
        "starter start slutter slutt varer lenge lang mye legger legg lagt frem fram presenterer presenteres innleder "
        "forslag forslaget vedtak vedtaket innstilling innstillingen foreslås foreslått vedtatt besluttet bestemt ble blir "
        "har tar tek ansvar ansvaret for "
        "da egentlig altså nå no så og "
        "er var det den dette saken saka denne her til på i av som type sakstype ansvarlig satt opp skal sak nummer "
        "de dei dem they holde avsatt satt fått sett "
        "framlegg framlegget tilråding tilrådinga startar sluttar varar byrjar presenterast tid stund ho han heter heiter "
        "held heldt holdt la presenterte innledet innleia fremla framla "
        "ordet snakker taler orienterer orienterte holder innlegget innlegg minutter mange vare "
        "who s what when how long is was it the presents presented proposed proposal decided start does begin case"
    ).split()
)
# The words of questions about how a figure that is being spoken of changes.
OF_CHANGE = ELLIPTICAL | frozenset(
    stem(word)
    for word in (
        "øker økte økning auka aukar auke vokser vekst endrer endring faller falt synker stiger går fra frå til opp ned mye "
        "mykje mer meir mindre koster kostet kostar blir ble forskjell forskjellen differanse increase change much from to grow"
    ).split()
)
# "Hva er temaet da?", "Hva tar vi for oss først da?": at the time that is spoken of too.
_OF_ITEM = ELLIPTICAL | frozenset(
    stem(word)
    for word in (
        "tema temaet emne emnet vi me oss først fyrst ut står gjør gjer skjer handler om program programmet plan planen tur "
        "up on då then we do first topic"
    ).split()
)
# "Ifølge agendaen": where it is told, not what.
_BY_AGENDA = re.compile(
    r",?\s*\b(?:ifølge|ifølgje|i\s+følge|etter|according\s+to|per)\s+(?:the\s+)?(?:agenda\w*|program\w*|dagsorden\w*|saksliste\w*|sakslista|planen|plan)\b",
    re.IGNORECASE,
)
# "Hvem har ordet da?", "Hva skjer da?": at the time that is spoken of.
_THEN = re.compile(r"\b(?:da|då|then)\s*\??$", re.IGNORECASE)
# "Når er vi i gang igjen?", "Når settes møtet?": after the break that is spoken of.
RESUMING = re.compile(
    r"\b(?:(?:i\s+gang|settes?\s+\w+|begynner\s+\w+|starter\s+\w+|fortsetter\s+\w+|tilbake|samles\s+\w+)\s+(?:igjen|att)|"
    r"fortsett(?:er)?\s+(?:vi|møtet)|(?:vi|møtet)\s+fortsetter|tilbake|resume|back|start\s+again)(?:\s+(?:da|då|then))?\s*\??$",
    re.IGNORECASE,
)
# "Hvor mange minutter er satt av?": to what the turn before names.
SET_ASIDE = re.compile(r"\b(?:satt|sett|avsatt|avsett|set)\s*(?:av|aside)?\b", re.IGNORECASE)
# Several cases are not the one that was spoken of.
_SEVERAL = re.compile(r"\b(?:saker|sakene|sakane|cases)\b", re.IGNORECASE)
ASKING = re.compile(
    r"^(?:klokka|klokken|tidspunkt|hvem|kven|hva|kva|når|hvor|kor|hvilke\w*|who|what|when|how)\b", re.IGNORECASE
)


def is_elliptical(question: str) -> bool:
    """Whether a question has no word of its own for what it is about: "Når begynner den?", "Hva er forslaget til vedtak?"."""
    question = without_agenda(question)
    return bool(ASKING.match(question.strip())) and not _SEVERAL.search(question) and only_of(question, ELLIPTICAL)


def without_agenda(question: str) -> str:
    """A question without "ifølge agendaen"."""
    return _BY_AGENDA.sub("", question)


def only_of(question: str, known: frozenset[str]) -> bool:
    """Whether a question has no words but some known ones and years."""
    return all(stem(word) in known or _YEAR.fullmatch(word) for word in words(question))


def is_then(question: str) -> bool:
    """Whether a question is for what goes on at the time that is spoken of: "Hva er temaet da?"."""
    return bool(_THEN.search(question) and ASKING.match(question.strip()) and only_of(question, _OF_ITEM))
