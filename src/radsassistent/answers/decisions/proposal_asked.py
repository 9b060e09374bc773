"""What a question asks of a proposal: what is proposed as such, what the council is to do, what comes of it, whether
it is settled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from radsassistent.answers.agenda.times_of_day import times_of_day
from radsassistent.answers.decisions.proposal_facts import asks_otherwise
from radsassistent.answers.decisions.proposal_points import IF_ADOPTED, OF_MINUTES
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query

# A proposal is spoken of as such: "kostnadsforslaget", "det innstilles på", "the proposed wording".
_PROPOSAL = re.compile(
    r"\b\w*(?:forslag|framlegg)(?:et|ets|a)?\b|\b(?:innstil|tilråd|foresl|føresl)\w*|\bordlyd\w*|\bvedtakstekst\w*|"
    r"\butkast\w*\s+til\s+vedtak\b|"
    r"\b(?:the|proposed|draft)\s+(?:wording|decision)\b|\bpropos(?:al|als|ed|es)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:\w*(?:rådets?|utvalgets?|utvalets?|styrets?|komiteens?|nemndas?)|vi|me|oss|vår[et]?|medlem\w*|"
    r"council(?:['’]s)?|we|us|our|members)"
)
_TO_DO = (
    r"(?:skal|skulle|må|bør|bes|ber|bedt|bedd|bede|bedne|forvent\w*|vent\w*|men[int]\w*|tenkt|tanken|tiltenkt|ønsk\w*|"
    r"ynskj\w*|vil|lagt\s+opp|legges\s+opp|"
    r"supposed|asked|expected|meant|should|must|have\s+to|to|is|are|will|does|do|blir|vert|tar|tek)"
)
_DEED = (
    r"(?:gjør\w*|gjer\w*|land(?:e|er|ar|a)|konklud\w*|end(?:e|er)\s+(?:opp\s+)?(?:med|på)|en(?:es|ast)\s+om|(?:bli|verte?)\s+(?:enige|samde)|(?:komme?|koma)\s+fr[ae]m\s+til|slå\s+fast|vedta\w*|godkjen\w*|stilling|bidra\w*|bestem\w*|avgjør\w*|slutt\w+\s+(?:oss|seg)|bak|"
    r"tilslut\w*|anbefal\w*|be|velge|velje|orienter\w*|"
    r"etterretning|informer\w*|si|seie|mene|meine|gi|gitt|gje|gjeve|ta|ja|nei|told|"
    r"give|provide|approv\w*|decid\w*|note|endors\w*|contribut\w*|adopt\w*|choos\w*|agree)"
)
# The council is to do something: "hva bes vi om", "skal rådet godkjenne …", "rådets bidrag er ment å være".
_TASK = re.compile(
    rf"(?=.*\b{_BODY}\b)(?=.*\b{_TO_DO}\b)(?=.*\b{_DEED}\b)|\b(?:fra|frå|from)\s+(?:oss|rådet|us)\b.*|\b(?:bes|ber|bedt|"
    rf"bede|bedne|asked)\s+(?:\w+\s+){{0,2}}(?:om|to|for)\b|"
    r"\b(?:skal|må|to|should)\s+(?:\w+\s+)?(?:godkjennes|godkjennast|vedtas|vedtakast|be\s+(?:approved|adopted))\b",
    re.IGNORECASE,
)
# "Når er det meint at me skal få strategien?", "what is the council meant to …".
_PLANNED = re.compile(
    rf"(?=.*\b{_BODY}\b)(?=.*\b(?:er|var|is|are)\s+(?:\w+\s+){{0,2}}?(?:meint|ment|meningen|meininga|tenkt|planen|tanken|lagt\s+opp\s+til|supposed|meant|intended|planned)\b)",
    re.IGNORECASE,
)
_VIEWS = (
    r"(?:synspunkt\w*|innspill\w*|innspel\w*|tilbakemelding\w*|attendemelding\w*|kommentar\w*|mening\w*|meining\w*|"
    r"views?|input|feedback)"
)
# What comes of what the council says, or of the case once it has been spoken of.
_AFTERWARDS = re.compile(
    rf"\b{_VIEWS}\s+(?:våre?|vår|fra\s+(?:oss|rådet|medlemmene)|frå\s+(?:oss|rådet)|vi|rådet|from\s+us)\b|\b(?:våre?|"
    rf"rådets|medlemmenes|our)\s+{_VIEWS}|"
    r"\bdet\s+(?:vi|me|rådet)\s+(?:sier|seier|mener|meiner|spiller\s+inn|kommer\s+med|kjem\s+med)\b|"
    rf"\bmed\s+(?:seg\s+)?{_VIEWS}|\b{_VIEWS}\b[^?]*\b(?:bruk(?:es|ast|t|te)|used)\b|"
    r"\b(?:etter|after)\s+(?:\w+\s+){0,2}?(?:\w*(?:drøfting|diskusjon|behandling|handsaming|debatt)\w*|"
    r"[^\W\d_]{3,}-?sak(?:a|en)|discussion|at\s+(?:rådet|vi|me|saken|saka))\b|"
    r"\b(?:skjer|hender|går)\s+(?:det\s+)?(?:så\s+)?(?:videre|vidare)\b|\blov(?:er|ar)\b|\bforplikt\w*|\b(?:ta|tar|tek|"
    r"tas)\s+(?:\w+\s+){0,3}?med\s+seg\b|"
    r"\b(?:hør|høyr)(?:er|e|ar)?\s+(?:vi|me)\s+(?:(?:noe|noko)\s+)?(?:mer|meir)\b|\b(?:tas|takast|kommer|kjem|komme|dukker|dukkar|får|ser|sjå)\b[^?]*\b(?:opp\s+igjen|opp\s+att|på\s+nytt|tilbake\s+til\s+(?:oss|rådet))\b|"
    r"\bhear\s+(?:any)?more\b|\b(?:komme?r?|kjem|kome|come)\s+(?:\w+\s+)?(?:tilbake|attende|back)\b|\boppfølgingssak\w*|"
    r"\bfollow-?up\s+(?:cases?|items?)\b",
    re.IGNORECASE,
)
# Whether something is settled, in words that say no more than that.
_SETTLED = re.compile(
    r"^(?:er|har|ble|blei|vart|is|are|was|has|have)\b.*\b(?:endelig|endeleg|spikra|spikret|formelt|klubbet|klubba|"
    r"i\s+boks|ferdigbehandl\w*|final(?:ised)?|settled|avklart|avklara)\b",
    re.IGNORECASE,
)
# Who said, voted or wanted what in the meeting, or wrote the proposal: no proposal tells.
_OF_MEETING = re.compile(
    r"\b(?:stemt?e?|røyst\w*|dissens\w*|uenig\w*|usamd\w*|imot|vot(?:e|ed|ing)|protokolltilfør\w*|enstemmig\w*|"
    r"samrøystes|kommenterte|spurte|svar(?:te|a)|mente|meinte|mener|meiner|syne?s|uttalte"
    r"|kritiserte|sa|what\s+did\b.*\b(?:answer|reply|say|think)|disagree\w*|answered|said)\b|\b(?:skrev|skreiv|skrevet|laget|laga|utarbeid\w*|wrote|"
    r"written)\s+\w*(?:forslag|framlegg|propos)|"
    r"\b\w*(?:endrings|tilleggs|mot|utsettelses|utsetjings|benke)(?:forslag|framlegg)\w*|\b(?:counter-?proposal|amendment)s?\b|"
    r"\b(?:hvem|kven|who)\b[^?]{0,25}?(?:foreslo|føreslo|foreslått|føreslått|fremm[ae]|fremja|(?:står|stod|sto|"
    r"er)\s+bak|is\s+behind|proposed)\b",
    re.IGNORECASE,
)
# "Vedtak 8/26": where a meeting has no minutes, that is what the deck has under that heading.
_OF_NUMBER = re.compile(r"^\W*(?:\w+\s+){0,2}?vedtak\w*\s+(?:(?:i|for)\s+)?(?:sak\s+)?\S*\d", re.IGNORECASE)
# "Punkt 3 i sak 16": of a case that is named, a point of what is proposed in it.
_POINT = re.compile(r"\b(?:punkt|pkt\.?|kulepunkt|ledd|point)\s+(?:nr\.?\s*|nummer\s+)?\d\b", re.IGNORECASE)
_NOT_OF_PROPOSALS = frozenset({Cue.CLOCK, Cue.DURATION, Cue.LEADER})
# Who presents a case, and of which type it is, is told by the agenda.
_OF_AGENDA = re.compile(
    r"\b(?:hvem|kven|who)\b.*\b(?:legg\w*\b.*\bfr[ae]m|present\w*|innled\w*|innlei\w*|orienterer|orienterar|holder|"
    r"held)\b|\b(?:sakstype\w*|type|slags\s+sak|drøftes?|diskuteres?|discuss)\b",
    re.IGNORECASE,
)
# Whether a case is decided on or only spoken of is told by its type.
_TYPE = re.compile(
    r"\b(?:eller|or)\s+(?:bare|berre|kun|only|just)\s+(?:snakke|prate|høre|høyre|lytte|informer\w*|orienteres|diskuter\w*|"
    r"drøft\w*|talk|listen|hear)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:hvilke|kva(?:\s+for)?|which|what|alle|all)\s+(?:\w+\s+)?(?:saker|sakene|sakane|cases|items|"
    r"\w*forslag(?:ene)?|\w*framlegg|proposals)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AskedOfProposal:
    """How a question asks of a proposal, and its words without "if it is adopted".

    `outright`: by a word for proposals; `afterwards`: for what comes of the case; `settled`: whether something is final.
    """

    text: str
    outright: bool
    afterwards: bool
    settled: bool


def asked_of_proposal(query: Query) -> AskedOfProposal | None:
    """What a question asks of one case's proposal; None where it asks of several cases, of what was said or done in a meeting,
    or of the agenda.
    """
    text = IF_ADOPTED.sub(lambda match: f" {match['what'] or ''} ", query.asked)
    asked = AskedOfProposal(
        text,
        bool(_PROPOSAL.search(text) or IF_ADOPTED.search(query.asked)),
        bool(_AFTERWARDS.search(text)),
        bool(_SETTLED.search(text) or (query.cases and (_OF_NUMBER.search(text) or _POINT.search(text)))),
    )
    if not (asked.outright or asked.afterwards or asked.settled or _TASK.search(text) or _PLANNED.search(text)):
        return None
    if OF_MINUTES.search(text) or _OF_MEETING.search(text) or _SEVERAL.search(text):
        return None
    if asked.outright:
        return asked
    of_agenda = _OF_AGENDA.search(text) or _TYPE.search(text) or query.cues & _NOT_OF_PROPOSALS or times_of_day(text)
    return None if of_agenda or asks_otherwise(query) else asked
