"""What a question about members says, taken apart: what they are, what they are not, how many sit for one organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What the asker says of himself before the question: what he thinks, means to do or does not remember.
_OF_ASKER = re.compile(
    r"^(?:(?:hei|hallo|unnskyld|beklager|sorry|hi|og|men|så)\b[,!.]?\s+)*(?:(?:jeg|eg|vi|me|i|we)\s+"
    r"(?:(?:skal|må|vil|bør|ville|skulle|kan|prøver\s+å|trenger\s+å|ønsker\s+å|should|must|have\s+to|want\s+to|need\s+to)\s+(?:gjerne\s+)?(?:\w+\s+)?(?:ringe|kontakte|møte|treffe|takke|snakke\s+med|"
    r"sende\s+(?:en\s+|ein\s+)?(?:e-?post|mail|brev|melding)\s+til|skrive\s+til|invitere|nå\s+tak\s+i|få\s+tak\s+i|finne|vite|vita|kalle\s+inn|call|contact|meet|reach|email)|"
    r"(?:mener|meiner|trodde|tror|trur|trudde|husker|hugsar|synes|mente|minnes|minnest|ser|hørte|høyrde|leste|antar|tenker|tenkte|gjetter|tipper|think|thought|believe|guess|recall|remember|heard|seem\s+to\s+recall)"
    r"(?:\s+(?:å|bestemt\s+å|to))?(?:\s+(?:huske|hugse|ha\s+hørt|ha\s+sett|ha\s+lest|have\s+heard))?(?:\s+(?:at|that|det\s+er|det\s+var))?|"
    r"har\s+(?:hørt|lest|sett|fått\s+høre|glemt|gløymt)(?:\s+(?:at|navnet\s+på|hvem|kven))?|(?:husker|hugsar|vet|veit|kommer|kjem)\s+(?:ikke|ikkje)(?:\s+på)?(?:\s+(?:navnet|namnet)\s+(?:på|til))?|"
    r"(?:leter|leitar|ser|looking)\s+etter|lurer\s+(?:bare\s+|litt\s+)?på(?:\s+om)?|lurar\s+på|undrer\s+på|"
    r"(?:i|fra|frå|in|from)\s+[\w\s.-]{2,40}?\s+(?:lurer\s+på|spør|vil\s+vite|undrast(?:\s+på)?|wonder))\s+)",
    re.IGNORECASE,
)
# The question after what is told of somebody: "…, hva heter hun?", "…? Hvem, og på vegne av hvem?".
_THEY = r"(?:han|hun|ho|hen|de|dei|det|den|vedkommende|vedkomande|denne|personen|disse|desse|he|she|they|it|that|those|dette)"
_WHO_THEN = re.compile(
    rf"\s*[,.:;?!–-]+\s*(?:(?:og|men|and|but|so)\s+)?(?:(?:hva|kva|what)\s+(?:heter|heiter|var\s+det|er\s+det|(?:is|are)\s+(?:his|her|their)\s+names?)(?:\s+{_THEY})?(?:\s+(?:heter|heiter|het))?|"
    rf"(?:hvem|kven|who)(?:\s+(?:er|var|is|was|are|har|sitter|sit|holds|has)\s+(?:{_THEY}|i\s+(?:den|dem|dei)|der|there|navnet))?(?:\s+av\s+(?:dem|dei|de))?(?:\s+(?:jobber|jobbar|arbeider|sitter|kommer|kjem|er)\s+(?:hvor|kor|fra|frå|hva|kva))?|"
    rf"(?:hvilke|hvilken|kva\s+for\s+(?:ein|nokre)|which\s+ones?|which)(?:\s+(?:er\s+det|to|tre|fire|av\s+dem))?|(?:navn|namn|names?)(?:et|ene)?(?:\s+(?:takk|please))?)"
    r"(?:\s+(?:da|egentlig|igjen|nå|no|altså|akkurat|her|then|again|exactly))*"
    r"(?:\s*,?\s+(?:og|and)\s+(?:(?:på\s+vegne\s+av|for|fra|frå|on\s+behalf\s+of)\s+(?:hvem|kven|hvor|kva|whom|who)|(?:hva|kva)\s+(?:er\s+)?(?:tittelen|stillingen|jobben)|hvor\s+fra|hvorfra))?\s*[?.!]*$",
    re.IGNORECASE,
)
# What is said beside the question: that it be confirmed, what more is wanted of the answer.
_CONFIRMED = re.compile(
    r"[\s,–-]*\b(?:stemmer\s+(?:ikke\s+)?det|er\s+(?:det|dette)\s+(?:riktig|rett|korrekt|sant)|ikke\s+sant|ikkje\s+sant|is\s+that\s+(?:right|correct|so|true))\b\s*\??",
    re.IGNORECASE,
)
_CONFIRMS = re.compile(
    r"^(?:(?:stemmer|er)\s+det\s+(?:(?:riktig|rett|korrekt|sant|slik|sånn)\s+)?at|is\s+it\s+(?:true|right|correct)\s+that)\s+",
    re.IGNORECASE,
)
# "…, eller er det bare leger?"
_OR_ONLY = re.compile(
    r"\s*,\s*(?:eller|or)\s+(?:er|is|are)\s+(?:det|it|there)\s+(?:bare|berre|kun|only|just)\b.*$", re.IGNORECASE
)
# "Rådslederen", "styringsgruppelederen".
_LEADER_OF = re.compile(
    r"\b(?P<body>(?:\w*(?:gruppe|komit[eé]|forum|nemnd)|(?:\w*(?:råd|utvalg|utval)|styre)))s?(?P<leader>(?:leder|leiar)(?:en)?)\b",
    re.IGNORECASE,
)
_IF_SO = re.compile(
    r"[\s,.–-]*\b(?:og\s+|and\s+)?(?:(?:i\s+så\s+fall|isåfall|i\s+tilfelle|i\s+så\s+tilfelle|if\s+so),?\s+(?:hvem|kven|hvilke\w*|kva|hvor|kor|who|which)|"
    r"(?:hvem|kven|hvilke[nt]?|kva|who|which)(?:\s+(?:er|is|are))?(?:\s+(?:det|den|de|dei|it|they))?\s+(?:i\s+så\s+fall|isåfall|i\s+tilfelle|if\s+so))"
    r"(?:\s+(?:er|is|are|has|holds|har|sitter|sit)(?:\s+(?:det|den|de|dei|it|they|der|there))?)?(?=\W|$)",
    re.IGNORECASE,
)
_FIELD = (
    r"(?:navn(?:et|ene)?|namn(?:et)?|fornavn|førenamn|etternavn|etternamn|titt?el(?:en)?|titler|titlar|stilling(?:en)?|kommune|arbeidssted|arbeidsstad|arbeidsplass|"
    r"organisasjon|virksomhet|verksemd|arbeidsgiver|hvem|kven|hvor|kor|names?|titles?|organi[sz]ation|employer|workplace|who|where)"
)
_FIELDS = re.compile(
    rf"[.,:;?–-]\s*(?:(?:hvem|kven|who)\s+(?:er|sitter|sit|is|sits)\s+(?:hvor|kor|hvem|kven|where|who)\s*[?.]*$)|[.,:;?–-]\s*(?:(?:gi|oppgi|with)\s+)?{_FIELD}(?:\s*(?:,|\+|/|&|\bog\b|\band\b)\s*{_FIELD})*(?:,?\s+(?:please|takk))?\s*[?.]*$",
    re.IGNORECASE,
)
_COUNTED_TOO = re.compile(
    r"[\s,(]*\b(?:(?:når|hvis|dersom|om)\s+(?:vi|man|ein|en|me)\s+(?:teller|regner|tel|reknar)\s+med\s+[\w .-]+?|"
    r"(?:når|hvis|dersom|om)\s+[\w .-]+?\s+(?:telles|reknes|regnes|tel(?:ja|last)|blir\s+(?:telt|regnet))\s+med|"
    r"(?:medregnet|medrekna|inkludert|inkludera|inklusive|iberegnet|including|counting)\s+[\w.-]+(?:\s+[\w.-]+)?)\)?\s*(?=[?.,]|$)",
    re.IGNORECASE,
)
# Where what somebody is not ends.
_END = (
    r"(?=\s*[,.;:?!)–]|\s+(?:i|av|på|in|on)\s+(?:\w+\s+)?\w*(?:råd|grupp|utval|styre|komit|nemnd|forum|council|board|group|committee)|"
    r"\s+(?:men|but|som|who|that|er\s+det|har|finnes|sitter|sit|is|are|does|do)\b|\s*$)"
)
_EXCEPT = (
    r"(?:(?:om|hvis|når|dersom)?\s*(?:ser|sett|ser\s+ein|ser\s+man)?\s*(?:vi|me|man|en|ein|du)?\s*(?:ser\s+)?bort(?:sett)?\s+i?fr[aå]|"
    r"utenom|utanom|ut[ea]n(?=\s+(?:the\s+)?(?:leder|leia|observat|sekret|varamedl))|ut[ea]n\s+å\s+(?:telle|regne|være|vere|komme|sitte|jobbe|ha|stå)(?:\s+(?:med|på))?|without\s+being|unntatt|unnateke|med\s+unntak\s+av|foruten|(?:ved\s+siden|på\s+siden)\s+av|i\s+tillegg\s+til|"
    r"(?:hvis|om)\s+(?:vi|man|en|ein|me)\s+(?:holder|held|ser)\s+(?:utenfor|utanfor)|apart\s+from|aside\s+from|except(?:ing)?(?:\s+for)?|besides|excluding|leaving\s+out|other\s+than|"
    r"(?:andre|annet|anna|annen|noen|nokon|else)\s+enn|else\s+than|not\s+counting)"
)
_NOT = r"(?:ikke|ikkje|not|n['’]t|verken|hverken|korkje|neither|aldri)"
_ON_LIST = (
    r"(?:(?:(?:et|eit|a|noen|nokon)\s+)?(?:medlem\w*|med|plass|sete|representer\w*|members?|represented)\s+)?(?:i|av|på|in|on|of)\s+(?:the\s+)?(?:\w+\s+)?"
    r"\w*(?:råd|grupp|utval|styre|komit|nemnd|forum|council|board|group|committee)\w*"
)
_NEGATED = re.compile(
    rf"\b(?:{_EXCEPT}|(?:som\s+|who\s+)?(?:(?:er|kommer|kjem|hører|høyrer|har|sitter|sit|jobber|jobbar|arbeider|arbeidar|representerer|do|does|is|are|come|comes)\s+)?{_NOT})\s+"
    rf"(?:(?:er|kommer|kjem|hører|høyrer|har|sitter|sit|jobber|jobbar|arbeider|arbeidar|representerer|come|work|have|represent|sit|also|også|òg|med)\s+)?(?P<what>{_ON_LIST}|[^,.;:?!()–]+(?:,\s*[^,.;:?!()–]+?)+\s+(?:eller|or|nor)\s+[^,.;:?!()–]+?|[^,.;:?!()–]+?){_END}",
    re.IGNORECASE,
)
# "Er det bare Berg som er fra KS, eller er det flere?" asks who is.
_IS_IT_ONLY = re.compile(
    r"^(?:er|is)\s+(?:det|it)\s+(?:bare|berre|kun|only|just)\s+(?:\w+\s+){1,3}?(?:som\s+)?(?:(?:er|kommer|kjem|sitter|sit|who\s+is)\s+)?(?P<of>(?:fra|frå|from)\s+[^,?]+?)(?:\s*,\s*(?:eller|or)\b.*)?\s*\?*$",
    re.IGNORECASE,
)
# "Andre fra KS enn Wistner" are those from KS without him.
_EXCEPT_IN_LAST = re.compile(
    r"\b(?:andre|annen|annan|flere|fleire|noen|nokon|others?|anyone)\s+(?P<of>(?:fra|frå|for|hos|i|av|from|of)\s+[\w\s.&-]{2,50}?)\s+(?:enn|than|besides)\s+(?P<what>\w)",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*,?\s+(?:eller|or|nor)\s+|\s*,\s*", re.IGNORECASE)

_NUMBER = {
    "en": 1, "én": 1, "ein": 1, "éin": 1, "ett": 1, "et": 1, "eitt": 1, "eit": 1, "one": 1,
    "to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4, "fem": 5, "five": 5, "seks": 6, "six": 6,
}  # fmt: skip
_COUNT = rf"(?:\d+|{'|'.join(_NUMBER)})"
_SEAT = r"(?:plass|medlem|representant|sete|seter|stol|person|mann|folk|seat|member|representative|people)\w*"
_MORE_THAN = r"(?:flere|fleire|mer|meir|more)\s+(?:enn|than)"
_EXACTLY = r"(?:bare|berre|kun|only|just|nøyaktig|exactly)"
_SEATS = re.compile(
    rf"\b(?P<said>(?<=\bparti\s)er\s+(?:det\s+)?(?P<biggest>størst\w*)|{_MORE_THAN}\s+(?P<more>{_COUNT})\b(?:\s+(?:\w+\s+)?{_SEAT})?|(?:minst|at\s+least)\s+(?P<least>{_COUNT})\s+{_SEAT}|"
    rf"{_EXACTLY}\s+(?P<only>{_COUNT})\s+{_SEAT}|(?P<most>flest|most)\b(?:\s+{_SEAT})?|(?P<fewest>færrest|færrast|fewest)\b(?:\s+{_SEAT})?|"
    rf"(?P<than>(?:flere|fleire|færre|more|fewer)\s+{_SEAT})(?=.*\b(?:enn|than)\b)|(?P<several>(?:flere|fleire|several|multiple)\s+{_SEAT}))",
    re.IGNORECASE,
)
_HAVING = re.compile(
    rf"\b(?:har|ha|hatt|fått|får|have|has|having|with|med)\s+(?:[\w-]+\s+){{0,5}}?(?P<said>(?P<only>{_COUNT})\s+(?:(?:ulike|egne)\s+)?{_SEAT})",
    re.IGNORECASE,
)
_DENYING_VERB = re.compile(
    r"^(er|har|sitter|sit|kommer|kjem|jobber|finnes|is|are|does)(?:\s+(?:ikke|ikkje|not)|n['’]t)\b\s*", re.IGNORECASE
)
# "Terje leder rådet, gjør han ikke?"
_TAG = re.compile(
    r"\s*,\s*(?:gjør|gjer|er|har|var|ikke|ikkje|is|does|do|are|has)(?:\s+(?:han|hun|ho|de|dei|det|sant))?(?:n['’]t|\s+(?:ikke|ikkje|not))?(?:\s+(?:he|she|they|it|det))?\s*\?*$",
    re.IGNORECASE,
)
# Said as if it were so, to be told whether it is.
_SUPPOSES = re.compile(
    r"\b(?:vel|visst|sikkert|antakelig|antageligvis|trolig|formodentlig|jo|surely|presumably)\b", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:er|var|sitter|sit|kommer|kjem|leder|leier|jobber|jobbar|arbeider|representerer|har|heter|heiter|tilhører|møter|is|sits|leads|represents|works|chairs|comes|belongs)\b",
    re.IGNORECASE,
)
_ASKS_OTHERWISE = re.compile(
    r"\b(?:hvem|kven|hva|kva|hvor|kor|hvilke[nt]?|når|hvordan|korleis|hvorfor|kvifor|who\w*|what|which|where|when|how|why|navn|tittel\w*|list\w*|nevn|gi|vis)\b",
    re.IGNORECASE,
)
# A question whether it is so; whether it is so of all.
_ASKS_WHETHER = re.compile(
    r"^(?:[^,?–]{2,40}[,–]\s+)?(?:er|var|ble|blei|vart|was|were|har|sitter|sit|jobber|jobbar|arbeider|arbeidar|kommer|kjem|representerer|representerar|leder|leier|stemmer|møter|hører|høyrer|tilhører|heter|"
    r"finnes|finst|fins|is|are|does|do|has|have|did)\b",
    re.IGNORECASE,
)
ALL_OF = re.compile(
    r"^(?:er|har|sitter|sit|jobber|kommer|kjem|representerer|is|are|do|have)\s+(?:de\s+|dei\s+)?(?:alle|samtlige|all|every\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seats:
    """How many sit for an organisation: from `least` to `most`; `top` 1 asks for those with most, -1 with fewest."""

    least: int = 1
    most: int | None = None
    top: int = 0

    def fit(self, number: int) -> bool:
        """Whether so many are as many as is said."""
        return self.least <= number and (self.most is None or number <= self.most)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question says of members. `text` is told of them, `left_out` of those who are not meant."""

    text: str
    left_out: tuple[str, ...] = ()
    seats: Seats | None = None


def asks_whether(question: str) -> bool:
    """Whether a question is whether something is so, also one that is put as a statement: "Lederen er vel fra KS?"."""
    if _ASKS_WHETHER.search(question):
        return True
    if _ASKS_OTHERWISE.search(question) or not _SAYS.search(question):
        return False
    return question.rstrip().endswith("?") or _SUPPOSES.search(question) is not None


def read(question: str, *, denies: bool = True) -> Reading:
    """A question without what is said beside it, with the seats that it counts and what it denies taken out."""
    text = _DENYING_VERB.sub(r"\1 ", bare(question))
    seats, text = _seats(text)
    left_out: list[str] = []
    while denies and (denied := _NEGATED.search(text)) is not None:
        # "Neither from a municipality nor from …" denies both.
        left_out += [part.strip() for part in _OR.split(denied["what"]) if part.strip()]
        text = f"{text[: denied.start()]} {text[denied.end() :]}"
    return Reading(" ".join(text.split()).strip(" ?,.–"), tuple(left_out), seats)


def bare(question: str) -> str:
    """A question without what is said of the asker, "stemmer det?", "i så fall hvem?" and "navn og tittel?"."""
    question = _LEADER_OF.sub(r"\g<leader> av \g<body>", question)
    question = _EXCEPT_IN_LAST.sub(r"\g<of> utenom \g<what>", question)
    text = _OF_ASKER.sub("", question)
    text = _IS_IT_ONLY.sub(r"hvem er \g<of>", text)
    text = _CONFIRMS.sub("er ", _COUNTED_TOO.sub("", text))
    text = _TAG.sub("", _OR_ONLY.sub("", text))
    then = _WHO_THEN.search(text)
    if then is not None and len(text[: then.start()].split()) > 1:
        text = text[: then.start()]
    text = _CONFIRMED.sub("", _IF_SO.sub("", text))
    fields = _FIELDS.search(text.rstrip())
    if fields is not None and len(text[: fields.start()].split()) > 1:
        text = text[: fields.start()]
    return text.strip()


def _seats(text: str) -> tuple[Seats | None, str]:
    """How many are said to sit for one organisation, and the rest of a text."""
    match = _SEATS.search(text) or _HAVING.search(text)
    if match is None or (match.re is _HAVING and _number(match["only"]) == 1):
        return None, text
    said = match.groupdict()
    rest = f"{text[: match.start('said')]} {text[match.end('said') :]}"
    if said.get("more"):
        return Seats(_number(said["more"]) + 1), rest
    if said.get("least"):
        return Seats(_number(said["least"])), rest
    if said.get("only"):
        number = _number(said["only"])
        return Seats(number, number), rest
    top = 1 if said.get("most") or said.get("biggest") else -1 if said.get("fewest") else 0
    return Seats(2 if said.get("several") else 1, top=top), rest


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER[word.lower()]
