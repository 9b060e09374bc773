"""What can only be asked of a case: "er det vedtatt?", "hva slags sak er det?", "var det enstemmig?"."""

from __future__ import annotations

import re

# "Er den til drøfting?", "Skal den vedtas?": of the case that is spoken of.
_OF_TYPE = re.compile(
    r"^(?:er|blir|skal|var|is|was)\s+(?:det|den|saken|saka|dette|it|this)\s+.*\b(?:drøft|orienter|godkjenn|beslut|vedta|diskut|discuss)\w*\s*\??$",
    re.IGNORECASE,
)
# "Er det bestemt?", "Har rådet vedtatt det?": of the case that is spoken of.
_DECIDED = re.compile(
    r"^(?:(?:og|men|så|and|but)\s+)?(?:er|ble|blei|blir|vart|har|is|was|has|did)\s+(?:(?:det|den|dette|denne|saken|saka|forslaget|framlegget|rådet|utvalget|vi|noe|noko|it|that|this|the\s+council)\s+){1,2}"
    r"(?:\w+\s+)?(?:bestemt|vedtatt|vedteken?|vedtekne|avgjort|avgjord|avgjorde|godkjent|godkjend|godteke[nt]?|besluttet|beslutta|endelig|endeleg|spikret|spikra|decided|adopted|approved|final|settled)"
    r"(?:\s+(?:det|noe|noko|nå|no|alt|allerede|allereie|ennå|enno|enda|endå|også|òg|da|då|it|yet|already|then)){0,2}\s*\??$",
    re.IGNORECASE,
)
# "Var det enstemmig?", "Hvor mange stemte imot?", "Hvem foreslo det?", "Og forslaget?".
_VOTED = re.compile(
    r"\b(?:enstemmig\w*|samrøystes|(?:stemme|røyste)tal\w*|stemmene|røystene|(?:stemte|røysta|røystet|stemmer|røyster)|(?:mindre|fler)tall\w*|dissens\w*|(?:alle|rådet|utvalget|styret|de|dei)\s+(?:u?enige|u?einige|samde)|foreslo|fremmet|fremja|"
    r"unanimous\w*|voted?|votes|against)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"^(?:(?:selve|sjølve|hele|heile|the|actual)\s+)?(?:forslaget|framlegget|innstillingen|innstillinga|tilrådingen|tilrådinga|vedtaket|resultatet|utfallet|tidspunktet|"
    r"sakstypen|proposal|decision|outcome)(?:\s+til\s+vedtak)?(?:\s+(?:da|då|then))?$",
    re.IGNORECASE,
)
# "What kind of item is it?", "Hva slags sak er det?", "Er det ei orienteringssak?": of the case that is spoken of.
_SORT = re.compile(
    r"\b(?:(?:hva|kva|what|which)\s+(?:for\s+)?(?:slags|slag|type|kind|sort)\s+(?:of\s+)?(?:sak|saka|case|item)|"
    r"(?:orienterings|drøftings|godkjennings|beslutnings|vedtaks|diskusjons)sak|sakstype\w*)\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"\b(?:det|den|dette|denne|it|this|that)\b", re.IGNORECASE)
# Who presents is no "han" or "ho" that is asked for: in Nynorsk a case is "ho".
_WHO_PRESENTS = re.compile(
    r"^(?:hvem|kven|who)\s+(?:som\s+)?(?:(?:legg\w*|presenter\w*|innlei\w*|innled\w*|held|heldt|holder|holdt|tar|tek|har|presents?)\s+(?:han|hun|ho|den|det|it)\b|"
    r"(?:legg\w*|la|presenter\w*|innlei\w*|innled\w*|presents?|presented)(?:\s+fr[ae]m)?\s+(?:det|dette|denne|this|that)\b|"
    r"(?:(?:skal|vil|kommer\s+til\s+å|will)\s+)?(?:legg\w*\s+fr[ae]m|presenter\w*|innlei\w*|innled\w*|present)\s+(?:der|da|då|there|then)\W*$)",
    re.IGNORECASE,
)
# "Hvem skal følge det opp, ifølge forslaget?": the proposal of the case, not one on something that is named.
_BY_PROPOSAL = re.compile(
    r"\b(?:forslaget|framlegget|innstillingen|innstillinga|vedtaket|the\s+(?:proposal|decision))\b(?!\s+(?:om|on|about|fra|frå|from|til\s+(?!vedtak)))|"
    r"\b(?:var|ble|vart|was)\s+(?:\w+\s+)?(?:foreslått|føreslått|innstilt|proposed)\b",
    re.IGNORECASE,
)
# "Hører vi mer om det?", "Kommer den tilbake?", "What is the council supposed to do with it?": of the case that is spoken of.
_AFTERWARDS = re.compile(
    r"^(?:(?:hør|høyr)(?:er|e)?\s+(?:vi|me)\s+(?:\w+\s+)?(?:mer|meir)\b|(?:kommer|kjem|dukker|dukkar|får|ser)\s+(?:vi\s+|me\s+|rådet\s+)?(?:den|det|saken|saka|dette|denne|vi|me)\b.*\b(?:tilbake|attende|igjen|att|på\s+nytt)\b|"
    r"(?:hva|kva|what)\s+(?:skjer|hender|happens|hender)\b.*\b(?:videre|vidare|etterpå|etter\s+(?:møtet|dette)|next|afterwards)\b|will\s+(?:we|it)\b.*\b(?:again|more|back)\b)",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"^(?:hva|kva|what)\b(?=.*\b(?:rådet|utvalget|utvalet|styret|forumet|vi|me|oss|council|we|us)\b).*\b(?:gjøre|gjere|si|seie|mene|meine|bestemme|vedta|bidra|do|say|decide)\b.*\b(?:med|til|om|with|on|about)\s+(?:det|den|saken|saka|dette|it|this|that)\W*$",
    re.IGNORECASE,
)
# "Hva foreslås der?", "Hva er forslaget til vedtak da?", "Hva blir vi bedt om å si ja til der?": of the case that is spoken of.
_PROPOSED = re.compile(
    r"^(?:hva|kva|what)\s+(?:(?:er|var|blir|vert|ble|blei|vart|lyder|is|was|does)\s+)?(?:(?:det|selve|sjølve|the|som)\s+)*"
    r"(?:(?:foresl|føresl)\w*|(?:forslag|framlegg)\w*|innstill?\w*|tilråd\w*|tilrår\w*|proposed|proposal|recommended)"
    r"(?:\s+(?:til|vedtak|vedtaket|vedtatt|vedteke|lyder|på|de|dei|vi|me|der|her|da|då|den|i|saken|saka|on|for|there|here|then|that|it|to|decide))*\s*\??$",
    re.IGNORECASE,
)
_ASKED_OF_US = re.compile(
    r"^(?:hva|kva|what)\b.*\b(?:vi|me|oss|rådet|utvalget|utvalet|styret|we|us|council)\b.*\b(?:bedt|bede|ta\s+stilling|si\s+ja|vedta|vedtar|bestemme|avgjøre|"
    r"avgjere|godkjenne|godkjenner|asked|decide|approve)\b.*\b(?:der|da|då|there|then)\W*$",
    re.IGNORECASE,
)
# "Skal vi avgjøre noe der, eller bare snakke?": what is to be done with the case that is spoken of, in no other words.
_DEED = (
    r"(?:(?:avgjør|avgjer|bestem|vedta|beslut|godkjen|drøft|diskuter|snakk|prat|hør|høyr|lytt|stem|røyst|orienter|informer|decid|discuss|"
    r"talk|vote|listen|hear|approv)\w*|(?:ta|gjøre|gjere|fatte)\s+(?:stilling|vedtak|beslutning)|take\s+a\s+decision)"
)
_MORE = (
    r"(?:[\s,]+(?:noe|noko|det|den|saken|saka|over|til|om|på|i|der|da|då|her|"
    r"anything|something|it|there|then|on|about|to|here))*"
)
_DEEDS = re.compile(
    r"^(?:(?:og|men|så|and|but)\s+)?(?:skal|må|får|kan|trenger|treng|do|are|will|should|must)\s+"
    r"(?:vi|me|rådet|utvalget|utvalet|styret|nemnda|we|the\s+council)\s+(?:da|då|faktisk|egentlig|to|actually)?\s*"
    rf"{_DEED}{_MORE}(?:[\s,]+(?:eller|or)\s+(?:(?:skal|vi|me|bare|berre|kun|only|just|we|do|are|sitte\s+og)\s+)*{_DEED}{_MORE})?\W*$",
    re.IGNORECASE,
)
# "Hvilken sak hører dette til?": the case of what was just told.
_WHOSE = re.compile(
    r"\b(?:hvilken|hva\s+slags|kva\s+for\s+(?:ei|ein)|kva|which|what)\s+(?:sak|case|item)\s+(?:hører|høyrer|gjelder|gjeld|står|ligger|ligg|kommer|kjem|does|do)\s+"
    r"(?:dette|det|den|de|dei|disse|tallet|tallene|tala|this|that|it|they)(?:\s+(?:tallet|lysbildet|lysbiletet|figure|slide))?(?:\s+(?:til|under|i|fra|frå|på|from|in|to|belong\s+to))?\s*\??$",
    re.IGNORECASE,
)
# A question for votes of more words than this says itself what was voted on.
_MOST_WORDS = 9
# A longer question for what "we" are to decide "there" says itself what it is about.
_MOST_OF_TASK = 16


def is_of_case(question: str) -> bool:
    """Whether a question that names no case asks for what only a case has: its type, whether it is decided, who presents it."""
    asked = question.strip()
    of_sort = _SORT.search(asked) and _ITSELF.search(asked)
    of_task = _AFTERWARDS.search(asked) or _DEEDS.match(asked) or _TASK.search(asked) or asks_what_is_proposed(asked)
    of_us = len(asked.split()) <= _MOST_OF_TASK and _ASKED_OF_US.search(asked)
    return bool(
        of_sort or of_task or of_us or _OF_TYPE.search(asked) or _DECIDED.search(asked) or _WHO_PRESENTS.search(asked)
    )


def asks_of_votes(question: str) -> bool:
    """Whether a question is for how a case was voted on, who put something forward, or what the proposal says."""
    return bool(_VOTED.search(question) or _BY_PROPOSAL.search(question)) and len(question.split()) <= _MOST_WORDS


def is_outcome(fragment: str) -> bool:
    """Whether a fragment names what a case comes to: "forslaget", "vedtaket da"."""
    return _OUTCOME.match(fragment) is not None


def asks_what_is_proposed(question: str) -> bool:
    """Whether a question is what is proposed, of nothing that it names."""
    return _PROPOSED.match(question.strip()) is not None


def asks_whose(question: str) -> bool:
    """Whether a question is which case what was just told belongs to."""
    return _WHOSE.search(question.strip()) is not None
