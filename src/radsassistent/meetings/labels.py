"""The labels that part a case in minutes and case papers: what was proposed, how it was handled, what was decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.flow import Line


class Part(StrEnum):
    """What the lines under a label are."""

    PROPOSAL = "proposal"
    AMENDMENT = "amendment"
    PROCESS = "process"
    VOTE = "vote"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed (`words`), what it opens, and the text that follows it on its line ("" when it stands alone)."""

    part: Part
    words: str
    rest: str


# A label is at most so many words; a longer text before a colon is a sentence.
_LABEL_WORDS = 16
# Without a colon a label stands alone in few words.
_BARE_WORDS = 8

_BODY = (
    r"(?:[\wæøåäö-]*(?:råd|utvalg|utval|styre|skap|nemnd|ting|komite|komité|kommitté|forum|gruppe|grupp|udvalg|udvalget|bestyrelse|"
    r"fullmäktige|styrelse|nämnd|ledelse|leiing|møte|panel)(?:et|en|t|a|n|s)?s?\s+(?:(?:sitt|sin|si|sine|har|i|for)\s+)?|"
    # "AMU", "AUs", "SU sitt"
    rf"(?-i:{CAPITAL}{{2,6}}s?)\s+(?:(?:sitt|sin|si|sine|har)\s+)?)"
)
_DECISION = re.compile(
    rf"^(?:(?:{_BODY})(?:[\w ]{{0,30}}?(?:\bHF|\bRHF|\bIKS)s?\s+)?)?"
    r"(?:(?:endeleg|endelig|enstemmige?|samrøystes|einstemmig|samla|samlede|følgende)\s+)*"
    r"(?:vedtak(?:et)?|konklusjon(?:er|en|ar)?|beslutning(?:er|en)?|beslut|slutning|avgjørelse(?:r|n)?|avgjer(?:d|sle)(?:er|ar|a)?|vedtekne?|konklusion)"
    r"(?:\s*[–-]?\s*\(?(?:enstemmige?|samrøystes|einstemmig)\)?)?(?:\s+(?:i|fra|frå|av)\s+[^:]{2,60})?(?:\s+\d+)?(?:\s*\([^)]*\))?"
    r"(?:,\s*(?:enstemmig|samrøystes|\w+\s+(?:stemmer\s+)?(?:mot|imot)\s+\w+(?:\s+(?:stemmer?|røyster?))?))?$",
    re.IGNORECASE,
)
_DECISION_PHRASE = re.compile(
    r"\b(?:følgende|følgjande|slikt?|dette|sådant)\s+(?:(?:enstemmige?|samrøystes|einstemmige?|endelige?)\s+)?(?:vedtak|beslutning|konklusjon)$|"
    r"^(?:(?:enstemmig|samrøystes|einstemmig)\s+)?(?:vedtatt|vedteke|vedteken|vedtok)(?:\s+(?:enstemmig|samrøystes|einstemmig))?$|"
    rf"^(?:{_BODY}(?:(?:i|for|ved|på)\s+[^:]{{2,40}}?\s+)?|vi\s+)(?:vedtok|besluttet|beslutta|konkluderte|beslutar|beslutade)"
    r"(?:\s+(?:med|slik|som\s+følger|som\s+følgjer|at|å|enstemmig|samrøystes|einstemmig|følgende|følgjande|slikt|(?:med\s+)?\w+\s+(?:\w+\s+)?(?:mot|imot)\s+\w+(?:\s+(?:stemmer?|røyster?))?(?:\s*\([^)]*\))?))*$",
    re.IGNORECASE,
)
# An outcome as a heading over the decision: "Utsatt (6 mot 4 stemmer)", "Forslaget ble avvist", "Tatt til orientering".
_OUTCOME = re.compile(
    r"^(?:(?:saken|saka|sagen|forslaget|framlegget|innstillinga?|innstillingen|tilrådinga?|punktet)\s+)?"
    r"(?:(?:ble|blei|vart|er|blir|vert|blev)\s+)?(?:(?:enstemmig|samrøystes|einstemmig)\s+)?"
    r"(?:utsatt|utsett|utsettes|udsat|bordlagt|trukket|trekt|sendt\s+tilbake|avvist|forkastet|forkasta|nedstemt|stemt\s+ned|røysta\s+ned|"
    r"falt|fall|ikk(?:j)?e\s+vedt(?:att|eke)|(?:tatt|teke|teken)\s+til\s+(?:orientering|etterretning|vitande))"
    r"(?:\s+(?:enstemmig|samrøystes|einstemmig))?(?:\s*[(,–-]\s*[^():]{3,60}\)?)?$",
    re.IGNORECASE,
)
# "Kommunedirektøren tilrår kommunestyret å gjøre slikt vedtak": a proposal, though it ends as a decision's label does.
_PROPOSES = re.compile(
    r"\b(?:forslag\w*|framlegg\w*|fremlegg|innstilling\w*|tilråding\w*|tilrådning\w*|tilrådd|indstilling\w*|\w*förslag\w*|tilrår|tilrådde|"
    r"innstiller|indstiller|foreslår|foreslås|anbefal(?:er|ing|t)|rår\s+til)\b|\b\w+forslag\b|\b\w+framlegg\b|\byrkande\w*\b",
    re.IGNORECASE,
)
# What a member or a party puts forward in the meeting, beside what the case paper proposes.
_AMENDS = re.compile(
    r"\b(?:felles|endrings|alternativ\w*|tilleggs|mot|oversendelses|oversendings|utsettelses|utsetjings|tilbakesendings|ändrings|ændrings|tilläggs|omforent|nytt|"
    r"benke)[\s-]*(?:forslag|framlegg|förslag|yrkande)\w*|\byrkande\w*\b|\b(?:forslag|framlegg)\s+(?:nr\.?\s*)?\d+\b|"
    r"\b(?:fremm\w*|framsett\w*|sett\w?\s+fram|sette\s+fram|satte\s+frem|la\s+fram|la\s+frem|foreslo|føreslo|framla)\b|"
    r"\b(?:gjorde|gjer|kom\s+med|la\s+inn|reiste)\s+(?:\w+\s+){0,2}(?:forslag|framlegg)\w*|\b(?:forslag|framlegg)\s+om\s+(?:å|at|uts\w+)|"
    r"\b\w*(?:forslag|framlegg)\w*\s+(?:fra|frå|av|til\s+endring)\b",
    re.IGNORECASE,
)
# The administration's own proposal is what the meeting was asked to decide, also where it is "fra rådmannen".
_ADMINISTRATION = re.compile(
    r"\b(?:rådmann\w*|kommunedirektør\w*|fylkesrådmann\w*|fylkeskommunedirektør\w*|administrasjon\w*|administrerende|adm\.?\s*dir\w*|"
    r"direktør\w*|sekretariat\w*|byrådssekretær\w*|formannskap\w*|fylkesutval\w*|ordfører(?:en)?s|saksutred\w*|forvaltning\w*|"
    r"direktorat\w*|komiteens?|utvalgets?)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"^(?:alternativ\s+|skriftlig\s+|skriftleg\s+)?(?:votering\w*|avstemn?ing\w*|avstemming\w*|røysting\w*|avrøysting\w*|røystegj\w+|voteringsresultat|stemmegivning\w*|afstemning\w*|"
    r"omröstning\w*|propositionsordning\w*|voteringsorden)\b",
    re.IGNORECASE,
)
_PROCESS = re.compile(
    r"^(?:behandling\w*|handsaming\w*|saksbehandling|sakshandsaming|saksprotokoll\w*|saksopplysning\w*|saksutgreiing\w*|saksutredning\w*|"
    r"saksframlegg\w*|saksfremlegg\w*|saksframstilling|sagsfremstilling|saksgang|saksdokument\w*|saksbehandler|saksgrunnlag|saken\s+gjelder|"
    r"bakgrunn\w*|vurdering\w*|diskusjon\w*|drøfting\w*|drøftelse\w*|debatt\w*|ordskifte\w*|oppsummering\w*|oppfølging\w*|oppfølgjing\w*|"
    r"ansvar\w*|frist\w*|aksjon\w*|tiltak|neste\s+steg|vedlegg\w*|bilag|bilagor|sammendrag|samandrag|beslutningsgrunnlag|ärendebeskrivning|"
    r"ärendet|sammanfattning\w*|beslutsunderlag|bakgrund|resume|resumé|økonomi\w*|økonomiske\s+\w+|konsekvens\w*|merknad\w*|kommentar\w*|innspill\w*|"
    r"orientering|presentasjon|innleiing|innledning|spørsmål|særutskrift|rett\s+utskrift|klagerett|klageadgang|klage|protokolltilfør\w*|"
    r"stemmeforklaring\w*|røysteforklaring\w*|reservation\w*|reservasjon\w*|reserverar\s+sig|protokollsanteckning\w*|fraværende|afbud|"
    r"habilitet|ugildskap|inhabilitet|møtebehandling|sendes|expedieras|skickas\s+till|tidligere\s+\w+|tidlegare\s+\w+|høring\w*|"
    r"administrasjonens\s+merknader|rådets\s+drøfting|sakstype|legger\s+fr[ae]m|presenter|arkivsak\w*|dnr|diarienummer|utskrift\s+til|"
    r"forelagt|lovgrunnlag|alternativ\w*|følgende\s+(?:hadde|tok)\s+ordet|disse\s+hadde\s+ordet)\b",
    re.IGNORECASE,
)


_ARROW = re.compile(r"^(?:→|⇒|➔|➜|►|=>)\s*(?!(?:se|sjå|jf)\b)")
# "Framlegget vart vedteke med 4 mot 3 røyster. For": a sentence, and then a label of another kind.
_SENTENCE_WITHIN = re.compile(rf"\w{{3,}}[.!?]\s+{CAPITAL}")


def label(line: Line) -> Label | None:
    """The label that a line is or opens with; None for a line of text."""
    text = line.text.strip(" *_")
    arrow = _ARROW.match(text)
    if arrow is not None:
        # What an arrow points to at the end of a case is what came of it.
        return Label(Part.DECISION, arrow[0].strip(), text[arrow.end() :])
    head, colon, rest = text.partition(":")
    head = head.strip(" *_")
    rest = rest.strip(" *_")
    if colon and (len(head.split()) > _LABEL_WORDS or _SENTENCE_WITHIN.search(head)):
        return None
    if not colon:
        if len(head.split()) > _BARE_WORDS or (head.endswith(".") and len(head.split()) > 1):
            return None
        head = head.rstrip(".")
    part = _part(head, bool(colon) or line.heading)
    return Label(part, head, rest) if part is not None else None


# "Vedtak (som foreslått, enstemmig)", "Vedtak (endret)".
_AS_PROPOSED = re.compile(
    r"\b(?:(?:som|slik|etter|i\s+(?:tråd|samsvar|henhold)\s+(?:med|til))\s+(?:\w+\s+)?"
    r"(?:foreslått|føreslege|forslag\w*|framlegg\w*|innstilt|innstilling\w*|tilrådd|tilråding\w*)|uendret|uendra)\b",
    re.IGNORECASE,
)
_ALTERED = re.compile(
    r"\b(?:slik\s+(?:vedtatt|vedteke|vedteken)|endret|endra|(?:med|som)\s+endr\w+|justert|med\s+tillegg\w*)\b",
    re.IGNORECASE,
)


def tells_whether_as_proposed(words: str) -> bool | None:
    """What a decision's label says of the proposal: that it was followed (True) or altered (False); None where it does not."""
    if _ALTERED.search(words):
        return False
    return True if _AS_PROPOSED.search(words) else None


def tells_outcome(words: str) -> bool:
    """Whether a label tells itself what became of the case, as "Vedtak" does not."""
    return bool(_OUTCOME.match(words))


def _part(head: str, marked: bool) -> Part | None:
    """`marked` when the words are set apart: by a colon or as a heading. Unmarked, only the plainest words are a label."""
    if _DECISION.match(head) or (marked and _is_decided(head)):
        return Part.DECISION
    if not marked:
        return _unmarked(head)
    if _VOTE.match(head) or _VOTED_FOR.match(head):
        return Part.VOTE
    if _PROPOSES.search(head):
        if _AMENDS.search(head) and not _ADMINISTRATION.search(head):
            return Part.AMENDMENT
        return Part.PROPOSAL
    if _DECISION_PHRASE.search(head):
        return Part.DECISION
    if _AMENDS.search(head):
        return Part.AMENDMENT
    return Part.PROCESS if _PROCESS.match(head) else None


# "Innstillingen ble slik vedtatt:", "Vedtak om å sende saka attende:"
_SO_DECIDED = re.compile(
    r"^(?:valgt|vald|oppnevnt|oppnemnd)(?:\s+(?:ble|blei|vart))?$|^(?:vedtatt|vedteke|vedteken|valgt|vald|godkjent)\s+(?:ved|med)\s+akklamasjon$|"
    r"\b(?:slik|sånn|såleis)\s+(?:vedtatt|vedteke|vedteken|godkjent|godkjend)$",
    re.IGNORECASE,
)
_DECIDED_TO = re.compile(
    r"^(?:\w+\s+)?(?:vedtak|beslutning|avgjerd)\s+om\s+(?:å\s+\w+|utset\w*|utsett\w*|tilbakesend\w*|avvis\w*)\b",
    re.IGNORECASE,
)
# What a label remarks on how a decision came about.
_REMARK = re.compile(
    r"\b(?:enstemmig\w*|samrøystes|einstemmig|stemmer?|røyster?|utsatt|utsett|vedtatt|vedteke|vedteken|nytt?|korrigert)\b",
    re.IGNORECASE,
)


def _is_decided(head: str) -> bool:
    """Whether words set apart tell that something was decided: the outcome, or how the decision came about."""
    told = _OUTCOME.match(head) or _SO_DECIDED.search(head) or _DECIDED_TO.match(head)
    return told is not None or _remarks_on_decision(head)


def _remarks_on_decision(head: str) -> bool:
    """Whether a label is a decision's and says after a dash or comma how it came about: "Vedtak – endret etter forslaget"."""
    name, mark, remark = re.split(r"\s*([–—,]|\s-\s)\s*", head, maxsplit=1) if _PARTED.search(head) else (head, "", "")
    if not mark or not _DECISION.match(name):
        return False
    return tells_whether_as_proposed(remark) is not None or tells_outcome(remark) or bool(_REMARK.search(remark))


_PARTED = re.compile(r"\s*[–—,]|\s-\s")
# "For forslaget fra Berg:", "For Berg sitt framlegg", "Imot:": who voted how.
_VOTED_FOR = re.compile(
    r"^(?:(?:for|mot|imot)\s+.*\b(?:forslag|framlegg|innstilling|tilråding)\w*|(?:for|mot|imot))$", re.IGNORECASE
)

_PLAIN_PROPOSAL = re.compile(
    r"^(?:[\wæøå]+(?:s|\s+sitt|\s+si)\s+)?(?:(?:oppdatert|revidert|nytt|endret|justert)\s+)?(?:forslag\s+til\s+(?:vedtak|konklusjon|beslutning|innstilling|avgjerd)|"
    r"framlegg\s+til\s+(?:vedtak|avgjerd)|innstilling|tilråding|tilrådning|indstilling|förslag\s+till\s+beslut)(?:\s*[–-]\s*\w+|\s+til\s+\w+)?$",
    re.IGNORECASE,
)


# The handling in the meeting, where no type sets the words apart from the text.
_PLAIN_HANDLING = re.compile(
    r"^(?:behandling|handsaming|møtebehandling|saksprotokoll|votering|røysting|avrøysting|avstemming|avstemning)(?:\s+(?:i|av)\s+[^.]{2,50})?$",
    re.IGNORECASE,
)


def _unmarked(head: str) -> Part | None:
    if _PLAIN_PROPOSAL.match(head):
        return Part.PROPOSAL
    if _PLAIN_HANDLING.match(head):
        return Part.VOTE if _VOTE.match(head) else Part.PROCESS
    return Part.PROCESS if len(head.split()) <= 2 and _PROCESS.match(head) else None
