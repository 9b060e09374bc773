"""How a turn of a conversation opens: with thanks, with another subject, with a correction, or as no more than a fragment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radsassistent.documents.letters import CAPITAL

_ASKS = r"(?:hv(?:em|a|or|il\w*|ordan|orfor)|kven|kva|kor|kvar|kvifor|korleis|når|who\w*|what|where|when|why|which|how)"
# "Takk.", "Ok,": heard, and nothing is asked by it.
_HEARD = re.compile(
    r"^\s*(?:(?:tusen\s+)?takk(?:\s+(?:skal\s+du\s+ha|for\s+(?:det|svaret|hjelpen|hjelpa)))?|bra|fint|flott|supert|topp|perfekt|kjempebra|greit|"
    r"den\s+er\s+grei|ok(?:ay)?|okei|ja(?:\s+vel)?|jo|jaha|aha|skjønner|skjønar|forstår|forstått|mhm|interessant|nei|neida|(?:nei\s+)?vent(?:\s+litt)?|"
    r"unnskyld|orsak|beklager|beklagar|oi|ups|du|hør|(?:bare\s+|berre\s+)?(?:en|ein|ett|eit)\s+(?:ting|spørsmål)\s+til|(?:just\s+)?one\s+more\s+(?:thing|question)|thanks|thank\s+you|great|good|fine|nice|right|alright|i\s+see|got\s+it|sorry|oops|no|"
    r"(?:og\s+)?(?:forresten|førresten|by\s+the\s+way|btw))"
    r"(?:(?:\s+(?:da|då|så|then))?\s*[.,!;:…–—-]+\s*|(?<=\bforresten)\s+)(?=\S)",
    re.IGNORECASE,
)
# "En helt annen ting:", "Over til noe annet.", "Different question:": what follows has nothing to do with what was before.
_OTHER = (
    r"(?:(?:helt|heilt|litt|completely|totally)\s+)?(?:ann(?:en|et)|anna|andre|nytt|nye?|new|different|other|another)"
)
_THING = r"(?:ting|spørsmål|tema|emne|sak|thing|question|topic|subject|matter)"
_NEW_TOPIC = re.compile(
    rf"^\s*(?:(?:ok(?:ay)?|men|og|så|da|då|nå|no|and|but|so|now|then|bare|berre|til|over\s+til|på|to|on|on\s+to|for|jeg\s+har|eg\s+har|i\s+have)[\s,]+)*"
    rf"(?:(?:en|ein|ei|et|eit|a|an|the)\s+)?(?:{_OTHER}\s+{_THING}|(?:noe|noko|something|anything)\s+(?:(?:helt|heilt|completely)\s+)?(?:annet|anna|else|different)|"
    rf"(?:helt|heilt)\s+(?:annet|anna)|(?:vi\s+)?(?:bytter?|byter?|skifter?)\s+(?:tema|emne)|(?:changing|change\s+of)\s+(?:the\s+)?(?:topic|subject))"
    r"(?:\s+(?:jeg|eg|vi|i)\s+\w+(?:\s+\w+){0,2})?(?:\s+(?:da|då|nå|no|now|then))?\s*[.,!;:…–—-]+\s*(?=\S)",
    re.IGNORECASE,
)
# "Jeg mente sak 5", "det skulle stå 2027", "I meant Nord": the question before, with this in it.
_MEANT = re.compile(
    r"^\s*(?:(?:(?:jeg|eg|vi|i)\s+)?(?:mente|mener|meinte|meiner|(?:tenkte|tenkjer|tenker)\s+(?:(?:bare|berre|mest|heller|egentlig)\s+)?på|meant|mean)|(?:det\s+)?(?:skulle|skal)\s+(?:være|vere|stå|ha\s+(?:stått|vært))|"
    r"make\s+(?:that|it)|rettelse|retting|correction|altså|rather)"
    r"(?:\s+(?:jo|da|då|bare|berre|heller|selvfølgelig|sjølvsagt|egentlig|eigentleg|of\s+course|actually))*\s*[,:]?\s+(?=\S)",
    re.IGNORECASE,
)
_MEANT_AFTER = re.compile(
    r"\s*,?\s+(?:(?:mente|mener|meinte|meiner)\s+(?:jeg|eg)|i\s+(?:meant|mean))(?=\s*[?.!]*$)", re.IGNORECASE
)
_NOT_THIS = re.compile(r"\s*,?\s+(?:(?:og|and)\s+)?(?:ikke|ikkje|not)\s+[^,?]+(?=[?.!]*$)", re.IGNORECASE)
# "Ikke Midt, men Nord": the latter is meant.
_NOT_BUT = re.compile(r"^\s*(?:ikke|ikkje|not)\s+[^,?]+,?\s+(?:men|but)\s+(?=\S)", re.IGNORECASE)
_GOES_ON = re.compile(r"^\s*(?:og|men|enn|and|but|samt|hva\s+med|kva\s+med|what\s+about|how\s+about)\b", re.IGNORECASE)
# "Kor tid?" is "når?".
_WHAT_TIME = re.compile(r"\b(?:kor|kva)\s+tid\b", re.IGNORECASE)
_THEN = re.compile(r"\s*,?\s+(?:da|då|then)(?=\s*[?.!]*$)", re.IGNORECASE)
# What a whole question has and a fragment has not: a question word or a verb.
_WHOLE = re.compile(
    rf"\b{_ASKS}\b|\b(?:er|var|bli?r?|ble|blei|vart|har|ha|hadde|fikk|får|fekk|kan|kunne|skal|skulle|vil|ville|må|måtte|bør|burde|kom|kommer|kjem|går|gikk|"
    r"gjør|gjer|gjorde|står|sto|stod|sier|seier|sa|finnes|finst|fins|gjelder|gjeld|mener|meiner|mente|tror|trur|vet|veit|tar|tek|tok|gir|gav|ga|ser|så|"
    r"list|nevn|vis|gi|si|fortell|forklar|oppsummer|finn|skriv|kort|svar|bare|berre|kun|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|"
    r"should|may|must|tell|show|give|explain|only|just|please)\b|^\s*[^\W\d_]{3,}(?:er|et|te|de|ar)\s+(?:(?:det|den|de|dei|vi|me|du|dere|han|hun|ho|noen|nokon|rådet|utvalget|"
    rf"it|they|we|he|she)\b|(?-i:{CAPITAL}))",
    re.IGNORECASE,
)
_LONGEST_FRAGMENT = 4
# What a fragment begins with that is not a name.
_NO_NAME = re.compile(
    r"(?:åre?t|den|det|de|dei|saken?|saka|punkt\w*|neste|forrige|førre|samme|same|siste|første|fyrste|i|på|fra|frå|for|hos|til|av|om|ved|med|the|in|at|from|case)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\s?.!,]+")


@dataclass(frozen=True, slots=True)
class Turned:
    """A turn without what opens it, and whether that leaves what was spoken of."""

    question: str
    new_topic: bool = False


def turned(said: str) -> Turned:
    """What a turn of a conversation asks, in words that tell whether it goes on: "Unnskyld, jeg mente sak 5" is "Og sak 5?".

    Thanks and "ok" at its beginning are left out; a fragment without verb and question word ("Bærum da?", "2028?") goes on.
    """
    text = _WHAT_TIME.sub(lambda match: "Når" if match[0][0].isupper() else "når", said)
    new_topic = False
    while True:
        rest = _HEARD.sub("", text, count=1)
        changed = _NEW_TOPIC.sub("", rest, count=1)
        new_topic = new_topic or changed != rest
        if changed == text:
            break
        text = changed
    if new_topic:
        return Turned(text, new_topic=True)
    meant = _NOT_BUT.sub("", _MEANT.sub("", _MEANT_AFTER.sub("", text), count=1), count=1)
    if meant != text:
        meant = _NOT_THIS.sub("", meant)
        return Turned(meant if _is_whole(meant) or _GOES_ON.match(meant) else _going_on(meant))
    return Turned(_going_on(text) if _is_fragment(text) else text)


def _going_on(fragment: str) -> str:
    bare = _THEN.sub("", fragment).strip(" ?.!,")
    return f"Og {bare[:1].lower() if _NO_NAME.match(bare) else bare[:1]}{bare[1:]}?"


def _is_whole(text: str) -> bool:
    return bool(_WHOLE.search(_THEN.sub("", text)))


def _is_fragment(text: str) -> bool:
    """Whether a text is no more than a few words of something that the question before is asked of anew."""
    if _GOES_ON.match(text):
        return False
    return 0 < len(_WORDS.findall(_THEN.sub("", text))) <= _LONGEST_FRAGMENT and not _is_whole(text)
