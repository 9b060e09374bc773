"""The words of proposals: what stands over one, who asks or advises the body, and what reads as a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.case_numbers import Scheme, numbered_line

# What a proposal may be one for.
_OUTCOME = (
    r"(?:[\wæøå]*?(?:vedtak|vedtaket|vedtakstekst|beslutning(?:er)?|konklusjon(?:er)?|innstilling|uttalelse|fråsegn|uttale|tilråding|tilrådning|anbefaling(?:er)?|"
    r"tilslutning|oppsummering|resolusjon|høringssvar|høyringssvar|avgjørelse|avgjerd|avgjersle))"
)
_NUMBER_BEFORE = r"(?:(?:sak|ps|punkt)?\s*(?:nr\.?\s*)?\d{1,3}/(?:20)?\d\d\s*[:.–—-]?\s*)?"
_WHOSE = r"(?:(?:[\wæøå]+s|[\wæøå]+\s+sitt|[\wæøå]+\s+si|vår|vårt|våre|min|mitt)\s+)?"
_NEW = r"(?:(?:oppdatert|revidert|nytt|justert|endret|endra|felles)\s+)?"
PROPOSAL_TITLE = re.compile(
    rf"^{_NUMBER_BEFORE}{_NEW}{_WHOSE}(?:(?:forslag(?:et)?|framlegg(?:et)?|fremlegg|utkast(?:et)?)\s+til\s+(?:\w+\s+)?{_OUTCOME}|"
    rf"{_OUTCOME}\s+(?:foreslås|føreslås|(?:blir|vert)\s+føreslått)(?:\s+slik)?|(?:foreslått|føreslått|tilrådd|anbefalt|ønsket|ønska)\s+{_OUTCOME}|{_OUTCOME}\s+\((?:forslag|framlegg|utkast)\)|"
    r"(?:vedtaks|beslutnings|konklusjons|tilrådings)(?:forslag|framlegg|punkt(?:er|ar)?)(?:et|ene)?|"
    r"innstilling|tilråding|tilrådning|indstilling|förslag\s+till\s+beslut|(?:proposed|draft|recommended)\s+(?:decision|resolution|conclusion)s?|"
    # Somebody puts it, or it is read out: "Sekretariatet fremmer slikt forslag til vedtak", "Slik lyder innstillingen".
    rf"(?:[\wæøå-]+\s+){{1,3}}(?:fremmer|fremjar|fremmar|har|gir|gjev|legger\s+fr[ae]m|legg\s+fram|kommer\s+med|kjem\s+med)\s+"
    rf"(?:slikt?|følgende|følgjande|dette|et|eit)\s+(?:forslag|framlegg)(?:\s+til\s+{_OUTCOME})?|"
    rf"(?:slik|sånn|dette|her)\s+(?:lyder|lyd|er)\s+(?:[\wæøå]+s\s+)?(?:innstillinga?|innstillingen|tilrådinga?|tilrådingen|forslaget|framlegget)"
    rf"(?:\s+til\s+{_OUTCOME})?)(?!\w)",
    re.IGNORECASE,
)
# What is put beside the proposal, or was put before it.
NOT_IT = re.compile(
    r"\b(?:alternativ\w*|mindretal\w*|dissens\w*|tidligere|tidlegare|forrige|førre|opprinneleg\w*|opprinnelig\w*|forkasta|forkastet|mot(?:forslag|framlegg)\w*)\b",
    re.IGNORECASE,
)
# A slide that tells what was decided before.
DECIDED_BEFORE = re.compile(
    r"\b(?:vedtok|vedteke|vedtekne|(?:ble|vart|blei|er)\s+vedtatt)\b|\b(?:tidligere|tidlegare)\s+vedtak|\b(?:forrige|førre|siste)\s+møte|"
    r"^(?:oppfølging|oppfølgjing|status)\b.*\bvedtak|\bsid[ea]n\s+sist|^vedtak(?:ene|a)?\s+(?:i|fra|frå)\s",
    re.IGNORECASE,
)
_BODY_NOUN = (
    r"[\wæøå-]*(?:rådet|utvalget|utvalet|styret|komiteen|nemnda|forumet|panelet|formannskapet|kommunestyret|tinget|gruppen|"
    r"gruppa|kollegiet|møtet)"
)
_ADVISES = r"(?:foreslår|føreslår|tilrår|innstiller|rår\s+til|anbefaler|anbefalar)"
_AGREE = (
    r"(?:om(?:\s+(?:å|eit?\s+ja\s+til))?|(?:å\s+)?(?:vedta|godkjenne|avgjøre|avgjere|bestemme|beslutte|støtte|"
    r"(?:si|seie)\s+ja\s+til|slutte\s+\w+\s+til|ta\s+stilling\s+til))"
)
_PUT = (
    r"(?:vårt\s+(?:forslag|framlegg|fremlegg)|(?:forslaget|framlegget)\s+vårt|"
    rf"(?:det|dette|vedtaket|hva|kva)\s+(?:[\wæøå-]+\s+ber\s+[\wæøå-]+|ber\s+[\wæøå-]+\s+[\wæøå-]+|"
    rf"[\wæøå-]+\s+(?:bes|(?:blir|vert)\s+be(?:dt|de|den)))\s+{_AGREE}|"
    rf"(?:det|dette|hva|kva)\s+(?:{_ADVISES}\s+[\wæøå-]+|[\wæøå-]+\s+{_ADVISES})|"
    rf"{_BODY_NOUN}\s+(?:kan|bør|må|skal)\s+(?:gjere|gjøre|fatte|treffe|ta|vedta)\s+(?:eit?\s+)?(?:slikt?|følgende|følgjande|dette)"
    r"(?:\s+(?:vedtak|beslutning|konklusjon|avgjerd))?)(?:\s+(?:i\s+dag|i\s+kveld|her|nå|no))?"
)
# What is put to the body, in half a sentence: "Det vi ber dere si ja til", "Dette foreslår vi", "Rådet kan gjøre slikt vedtak:".
PUT = re.compile(rf"^{_NUMBER_BEFORE}{_PUT}\s*[:?]?$", re.IGNORECASE)
# Words that stand over other things too: they propose where what follows reads as a decision.
PERHAPS = re.compile(
    rf"^{_NUMBER_BEFORE}{_WHOSE}(?:forslag(?:et)?|framlegg(?:et)?|anbefaling(?:er|en)?|tilråding(?:a|en)?|konklusjon|vedtak|beslutning|"
    r"til\s+(?:vedtak|beslutning)|hva\s+(?:skal|må|bør|bes)\s+\w+\s+(?:bestemme|vedta|beslutte)\??|"
    rf"{_PUT}|\w+\s+skal\s+ta\s+stilling\s+til|slik\s+kan\s+\w+\s+(?:konkludere|vedta|beslutte))"
    r"(?:\s+(?:til|fra|frå)\s+\w+|\s+vårt?)?\s*:?$",
    re.IGNORECASE,
)
# The body is asked to do something: "Rådet bes om å …", "Utvalget inviteres til å gjøre slikt vedtak:", "Vi ber styret om å".
ASKED = re.compile(
    rf"^{_NUMBER_BEFORE}(?:(?:[\wæøå-]+\s+){{0,2}}{_BODY_NOUN}\s+(?:(?:blir|vert|er)\s+)?(?:bes|bedt|bedd|beden|inviteres|invitert|foreslås|foreslått|anbefales|"
    r"rådes|oppfordres|tilrås)|"
    rf"(?:[\wæøå-]+\s+){{1,3}}(?:ber|foreslår(?:\s+at)?|føreslår(?:\s+at)?|inviterer|anbefaler|rår)\s+(?:[\wæøå-]+\s+){{0,2}}{_BODY_NOUN})\b"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# Who prepares the case says what they propose: "Arbeidsutvalet føreslår:", "Sekretariatet tilrår slikt vedtak:".
PREPARED = re.compile(
    r"^(?:(?:[\wæøå-]+\s+)?(?:[\wæøå-]*(?:utvalget|utvalet|administrasjonen|sekretariatet|direktøren?|rådmannen|rådet|lederen?|leiaren?|leder|leiar|sjefen?|styret|komiteen|nemnda|"
    r"ordføreren|ordføraren|gruppen|gruppa)|AU|vi))\s+"
    rf"{_ADVISES}(?:\s+(?:overfor|ovanfor|for)\s+{_BODY_NOUN})?(?:\s+(?:at|på|følgende|følgjande|slikt|dette|som))*(?:\s+(?:vedtak|beslutning|konklusjon))?\s*:$",
    re.IGNORECASE,
)
# Who prepares the case says what they propose in a whole sentence: "Vi foreslår at broen rives".
ADVISED = re.compile(
    r"^(?:(?:[\wæøå-]+\s+)?(?:[\wæøå-]*(?:administrasjonen|sekretariatet|direktøren|rådmannen))|vi)\s+"
    rf"{_ADVISES}\s+(?:at|å)\s+\S+\s+\S",
    re.IGNORECASE,
)
# What the words that ask point to stands below them: "Rådet inviteres til å fatte følgende vedtak".
POINTS_ON = re.compile(
    r"\b(?:følgende|følgjande|slikt?|slike|dette|disse|desse)\b|\bta\s+stilling\b|[:…]$|\.{3}$|\bå$", re.IGNORECASE
)
# What a body is asked for that is no decision is a talk.
_TALK = re.compile(
    r"^(?:om\s+|til\s+)?(?:å\s+)?(?:drøft\w*|diskuter\w*|innspill|innspel|merknader|kommentarer?)\b", re.IGNORECASE
)
TO_DECIDE = re.compile(
    r"^(?:om\s+|til\s+)?(?:å\s+)?(?:godkjenne?|ta|vedta|slutte|gi|gje|tilrå|anbefale|støtte|stø|velge|velje|bevilge|løyve|fastsette|fastsetje|oppnevne|oppnemne|oversende|"
    r"be|legge|si\s+ja|seie\s+ja|vedtaka?|gjere|gjøre|treffe|fatte)\b",
    re.IGNORECASE,
)
# What the body itself recommends to another one: "Styret tilrår overfor fylkestinget:".
TO_OTHERS = re.compile(r"\b(?:overfor|ovanfor)\b", re.IGNORECASE)
# Points under "Anbefaling til rådet" are what it is to decide, whatever they say.
TO_THE_BODY = re.compile(rf"\stil\s+{_BODY_NOUN}\s*:?$", re.IGNORECASE)
_FOR_WHAT = re.compile(r"(?:\s+(?:til|fra|frå)\s+\w+)?")
# Words that the points under them go on from: "Rådet bes om å:"; they are no part of the proposal.
TO_DO = re.compile(r"\bå\s*(?::|…|\.{3})?$", re.IGNORECASE)
INLINE = re.compile(rf"^(?P<label>[^:]{{5,60}}):\s+(?P<text>(?:{CAPITAL}\S*|\d[\d ]*\d)\s+\S.*)$", re.DOTALL)
# "Forslag til vedtak – Rådet tar saken til orientering."
DASHED = re.compile(rf"^(?P<label>[^:–—]{{5,60}}?)(?:\s+[–—→-]|\s*\||\.)\s+(?P<text>{CAPITAL}\S*\s+\S.*)$", re.DOTALL)
# A title that says that its slide has a proposal: "Partane sine syn og framlegg til konklusjon".
ENTITLED = re.compile(rf"\b(?:forslag|framlegg|fremlegg)\s+til\s+(?:\w+\s+)?{_OUTCOME}(?!\w)", re.IGNORECASE)
CALLED_ONE = re.compile(r"^(?:vårt\s+)?(?:forslag|framlegg|fremlegg)(?:et)?(?:\s+vårt)?$", re.IGNORECASE)
# What is to be done: the body acts, or something is done, becomes, or is granted.
TO_BE_DONE = re.compile(
    rf"^{_BODY_NOUN}\s+[a-zæøå]+\b|^(?:\S+\s+){{1,8}}?(?:[a-zæøå]{{3,}}(?<!der)(?<!enn)(?<!henn)es|gis|fås|blir|vert|skal|får|gjelder|gjeld)\b|"
    r"^\d[\d ]*\s*(?:kr|kroner|mill\.?\s+kroner)\s+til\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d{1,2}[.)]?")
POINT = re.compile(r"^(?:\d{1,2}|[a-zæøå])[.)]\s+\S")
COUNT = re.compile(r"^(?:\d{1,2}|[a-zæøå])[.)]\s+")
POINT_WITHIN = re.compile(r"(?<=[.;:])\s+(?=\d{1,2}[.)]\s+\S)")
UPDATED = re.compile(r"\b(oppdatert|revidert|justert|endret|nytt)\b", re.IGNORECASE)
# A case's number and words beside a label: "Anbefaling – 26/014", "Forslag til vedtak (1 av 2)", "Tiltaksplan – innstilling".
_CASE_BESIDE = re.compile(
    rf"\s*(?:[–—:-]\s*|\bi\s+|\()?(?:sak\s+)?(?:{CAPITAL}{{1,4}}[ -])?\d{{1,4}}\s*/\s*\d{{2,4}}\)?\s*$|"
    r"\s*\(?\d+\s+av\s+\d+\)?\s*$",
    re.IGNORECASE,
)
AT_END = re.compile(r"\s[–—-]\s+(?P<label>[^–—]+)$")
_SAID_OF = re.compile(r"\w\s+(?:\((?P<label>[^()]+)\)|[–—-]\s+(?P<dashed>[^–—]+))$")
# "Cruise: forslag til vedtak" heads its points; over a table it may head what is weighed.
BEHIND_COLON = re.compile(r":\s+(?P<label>[^–—:]+)$")
# A label of more words is a sentence.
LABEL_WORDS = 14
# How a body's decisions begin in Norwegian minutes: the body, then one of these verbs.
_DECIDING = (
    r"(?:tar|tok|godkjenner|godkjente|godkjennes|vedtar|vedtok|slutter seg|sluttet seg|ber|ba|gir|ga|gav|anbefaler|anbefalte|"
    r"drøfter|drøftet|støtter|støttet|er orientert|er kjent|merker seg|merket seg|oversender|innstiller|tilrår|vil|har drøftet)"
)
# What a text does that proposes a decision, whoever decides.
DECIDES = re.compile(
    rf"\b{_BODY_NOUN}\s+(?:{_DECIDING}|tek|går\s+(?:inn|imot|mot)|velger|vel|rår|løyver|bevilger|fastsetter|fastset|oppnevner|oppnemner|stiller\s+seg|"
    r"sluttar\s+seg|støttar|stør|avgir|omdisponerer|konstaterer|legger|gjev|bør)\b|"
    r"\b(?:godkjennes|godkjendes|vedtas|vedtakes|(?:tas|tatt|takast)\s+til\s+\w+|anses|utsettes|oversendes|oppnevnes|bevilges|tilrås|fastsettes|avsluttes|"
    r"(?:vert|blir)\s+(?:godkjen[td]e?|vedteke[nt]?|teke[nt]?|løyvd))\b",
    re.IGNORECASE,
)


def body_speaks(text: str, body: str) -> bool:
    """Whether a text opens as a decision does: "Porteføljerådet tar …", "Nasjonalt porteføljeråd gir …", "Rådet ber …"."""
    stem = re.escape(re.sub(r"(et|en|a)$", "", body.casefold()))
    # The body's own name in either form, or the bare noun that ends it ("rådet", "styret", "utvalget").
    noun = r"(?:rådet|utvalget|utvalet|styret|komiteen|nemnda|formannskapet|kommunestyret)"
    pattern = rf"^(?:\w+\s+)?(?:{stem}\w*|{noun})\s+{_DECIDING}\b"
    return re.match(pattern, text.casefold()) is not None


def label_of(text: str) -> bool | None:
    """Whether words over a proposal say that it is one (True), that it may be one (False), or neither (None)."""
    label = bare_label(text)
    if NOT_IT.search(label):
        return None
    if PROPOSAL_TITLE.match(label):
        return True
    asked = ASKED.match(label)
    if asked is not None and not _TALK.match(asked["rest"].strip()):
        return False
    return False if PERHAPS.match(label) or PREPARED.match(label) else None


def says_whose_proposal(text: str) -> bool:
    """Whether a heading says at its end that what it heads is what is proposed: "Kurs vest (sekretariatets tilråding)"."""
    said = _SAID_OF.search(text.rstrip(" :"))
    return said is not None and bool(
        label_of(said["dashed"]) if said["dashed"] else label_of(said["label"]) is not None
    )


def heads_a_proposal(text: str) -> bool:
    """Whether a text is nothing but the words that stand over a proposal: "Forslag til vedtak", "Anbefaling til rådet"."""
    label = bare_label(text.strip()).rstrip(" :")
    match = PROPOSAL_TITLE.match(label) or PERHAPS.match(label)
    return match is not None and _FOR_WHAT.fullmatch(label, match.end()) is not None


def bare_label(label: str) -> str:
    """A label without the number of a case beside it."""
    read = numbered_line(label)
    if read is not None and read.scheme is not Scheme.COUNTED and read.title:
        label = read.title
    return _CASE_BESIDE.sub("", label).strip()


def is_a_decision(text: str) -> bool:
    """Whether words read as what is decided: a sentence, or somebody acts, or something is done."""
    text = text.strip('«»"“”„ ')
    sentence = text.endswith(".") and len(text.split()) > 2
    return sentence or DECIDES.search(text) is not None or TO_BE_DONE.search(text) is not None


def mostly_decide(points: Sequence[str]) -> bool:
    """Whether most of what stands below a title that says the proposal is more of it, and no reason for it."""
    return 2 * sum(is_a_decision(COUNT.sub("", text)) and not text.rstrip().endswith("?") for text in points) > len(
        points
    )


def is_updated(title: str | None) -> bool:
    """Whether a title says that its proposal is a new version."""
    return bool(title and PROPOSAL_TITLE.match(title) and UPDATED.search(title))


def says_updated(words: str) -> bool:
    """Whether the words over a proposal say that it is a new version."""
    return bool(UPDATED.search(words))


def asks_a_question(text: str) -> bool:
    return text.splitlines()[0].rstrip().endswith("?")


def asks_to_decide(label: str, text: str) -> bool:
    """Whether words before a colon ask the body to decide what stands behind it: "Rådet inviteres til å vedta: Broen rives."."""
    asked = ASKED.match(label)
    decides = asked is not None and TO_DECIDE.match(asked["rest"].strip()) is not None
    return decides and is_a_decision(text) and not asks_a_question(text)
