"""Wishes for an answer's form that say nothing of what is asked: "i én setning", "kort fortalt", "bare navnene, takk"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from radsassistent.search.cues import Cue, cues
from radsassistent.search.terms import stem, words

_STYLE = frozenset(
    stem(word)
    for word in (
        "si seie sei svar svare ta gi skriv skrive kan kunne du de meg oss det den dette svaret og men så nå no da kort korte "
        "kortere kortare kortfattet kortest mulig mogleg i på med en én ei éi ein éin ett eitt et to tre ord setning setninger "
        "setningar linje liste lista stikkord punkt punkter punktvis bare berre kun takk vær snill fortalt sagt oppsummert "
        "helt heilt litt meget veldig enkelt navn navnet navnene namn namna tall tallet tal talet årstall årstallet årstal "
        "oppsummer oppsummere summer opp sammenfatt samanfatt forkort korte ned gjenta forklar igjen om att alt hele heile "
        "etternavn etternavnet etternamn etternamnet fornavn fornavnet fornamn fornamnet surname last first figure amount sum "
        "summen prosent prosenten prosentandelen antall antallet tidspunkt tidspunktet klokkeslettet time single answer reply yr "
        "dato datoen måned måneden månad månaden år året dag dagen month months years day date klokkeslett "
        "beløp beløpet nummer saksnummer ja nei eller "
        "høyst høgst maks maksimalt maksimum inntil under mer meir enn ikke ikkje bruk bruke få noen nokre par "
        "rekker held holder hovedpunkt hovedpunktene hovudpunkt hovudpunkta hovudpunktene essensen kjernen "
        "sammendrag samandrag oppsummering main highlights gist "
        "at most no more than within up few use "
        "please in one two a the sentence sentences word words short shorter briefly brief say it that just only list number "
        "numbers name names year answer summarise summarize up sum all could can you me yes no or"
    ).split()
)
# "Kort liste, bare navnene: hvilke …": what stands before the question.
_LEAD = re.compile(r"^\s*(?P<lead>[^:?]{2,60}?)[:.!]\s+(?=\S)")
# "…, kort fortalt?", "… – ett ord": what stands after it.
_TAIL = re.compile(r"\s*(?:,|–|—|\s-|\()\s*(?P<tail>[^,–—:?()]{2,40})\)?(?P<end>\s*[?.!]*)$")
# "Berre månad og år": no more than this.
_ONLY_THIS = re.compile(
    r"^\s*(?:(?:bare|berre|kun|only|just)\s+(?:the\s+)?(?!i\b|på\b|med\b|in\b)\w+(?:\s+(?:og|and)\s+\w+)?|\w+(?:\s+and\s+\w+)?\s+only)\s*[.!]?\s*$",
    re.IGNORECASE,
)
# "Hva er Lykter for noe? Svar kort": a sentence of its own after the question.
_AFTER = re.compile(r"[?.!]\s+(?P<wish>[^?.!]{2,60})[.!]?\s*$")
# "… in one sentence please", "… i én setning": wherever it stands.
_INSIDE = re.compile(
    r"\b(?:(?:i|med|på|with|in)\s+(?:én|en|ein|éin|ei|éi|one|a\s+single)\s+(?:enkel\s+|kort\s+|short\s+)?(?:setning|linje|line|sentence)|"
    r"(?:i|med|som)\s+(?:korte?|enkle)\s+(?:punkt(?:er|ar)?|kulepunkt(?:er|ar)?|stikkord|setning(?:er|ar)|trekk)|in\s+(?:short\s+)?bullet\s+points|"
    r"kort\s+(?:fortalt|sagt|forklart|oppsummert))\b[,:]?\s*(?:takk\b|please\b)?",
    re.IGNORECASE,
)


class Value(StrEnum):
    """A sort of bare value that a question may wish for instead of a sentence."""

    NUMBER = "number"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    NAME = "name"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    VERDICT = "verdict"
    WORD = "word"


# What a value is called where it is wished for alone; of several the first that is named, "måned og år" being a month.
_CALLED = {
    Value.VERDICT: r"ja\s+eller\s+nei|ja/nei|yes\s+or\s+no",
    Value.LAST_NAME: r"etterna[vm]n(?:et)?|surname|last\s+name",
    Value.FIRST_NAME: r"fornavn(?:et)?|fornamn(?:et)?|first\s+name",
    Value.NAME: r"na(?:v|m)n(?:et)?|name",
    Value.HOUR: r"klokkeslett(?:et)?|tidspunkt(?:et)?|time",
    Value.DAY: r"dato(?:en)?|dag(?:en)?|date|day",
    Value.MONTH: r"måned(?:en)?|månad(?:en)?|month",
    Value.YEAR: r"årstal(?:l|let|et)?|år(?:et)?|year",
    Value.NUMBER: r"tal(?:l|let|et)?|number|figure|amount|antall(?:et)?|beløp(?:et)?|sum(?:men)?|prosent(?:en|andelen)?",
    Value.WORD: r"ord|word",
}
_SORTS = {sort: re.compile(rf"\b(?:{called})\b", re.IGNORECASE) for sort, called in _CALLED.items()}
_NO_MORE = re.compile(
    r"\b(?:bare|berre|kun|only|just|ett?|eitt|én|éin|éi|ein|one|single)\b|\bikkj?e\s+mei?r\b|^\s*(?:svar|answer|reply)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(r"[?!:;,()–—]|\.(?=\s|$)|\s-\s")

_COUNTS = {
    word: count
    for count, words in {
        1: "én en ein éin ei éi ett eitt one", 2: "to two", 3: "tre three", 4: "fire four", 5: "fem five", 6: "seks six",
        7: "sju syv seven", 8: "åtte eight", 9: "ni nine", 10: "ti ten", 12: "tolv twelve", 15: "femten fifteen",
        20: "tjue twenty", 30: "tretti thirty",
    }.items()
    for word in words.split()
}  # fmt: skip
# "Bruk høyst 30 ord", "i maks to setninger", ", tre korte punkt": as a wish, not as what is asked of.
_LIMIT = re.compile(
    rf"(?:^|[,:–—(.?!-]\s*|\b(?:høyst|høgst|maks\w*|inntil|under|i|med|på|bruk|bare|berre|kun|enn|in|most|than|within|with|to)\s+)"
    rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s+(?:korte?\s+|enkle\s+|short\s+)?"
    r"(?P<unit>ord|words?|setning(?:er|ar)?|sentences?|linjer?|lines?|(?:kule)?punkt(?:er|ar)?|bullets?|points?)\b(?!\s+(?:fra|frå|om|til|av|som|of)\b)",
    re.IGNORECASE,
)
_FEW_WORDS = re.compile(
    r"\b(?:få|noen|nokre|et\s+par|eit\s+par|(?:a\s+)?few)\s+(?:få\s+)?(?:ord|words)\b", re.IGNORECASE
)
# So many are few words.
FEW = 20
# A sentence has at most so many.
ONE_SENTENCE = 40
# So short an answer in one word or two cannot be said; a title before it would be too much all the same.
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an answer may be at most, as a question says; None where it does not."""

    words: int | None = None
    sentences: int | None = None


def limits(text: str) -> Limits:
    """The limits to an answer's length that a question names: in words, in sentences or points."""
    if _FEW_WORDS.search(text):
        return Limits(words=FEW)
    match = _LIMIT.search(text)
    if match is None:
        return Limits()
    count = int(match["count"]) if match["count"].isdigit() else _COUNTS[match["count"].lower()]
    if match["unit"].lower().startswith(("ord", "word")):
        return Limits(words=max(count, _FEWEST_WORDS))
    # One sentence may tell several short points.
    return Limits(sentences=count) if count > 1 else Limits(words=ONE_SENTENCE)


def value_wished(text: str) -> Value | None:
    """The sort of value that a question wishes for alone: "bare tallet", "ett årstall", "just the date please"."""
    for wish in _WISHES.split(text):
        sort = _value_of(wish)
        if sort is not None:
            return sort
    return None


def _value_of(wish: str) -> Value | None:
    if not wish.strip() or not all(stem(word) in _STYLE for word in words(wish)):
        return None
    sort = next((sort for sort, called in _SORTS.items() if called.search(wish)), None)
    return sort if sort is Value.VERDICT or _NO_MORE.search(wish) else None


def only_style(text: str) -> bool:
    """Whether a text asks for a short answer and says nothing else."""
    brief = Cue.BRIEF in cues(text) or _ONLY_THIS.match(text) is not None or value_wished(text) is not None
    return brief and all(stem(word) in _STYLE or word.isdigit() for word in words(text))


def without_style(text: str) -> str:
    """A question without the wishes for the answer's form before or after it."""
    lead = _LEAD.match(text)
    if lead is not None and only_style(lead["lead"]):
        text = text[lead.end() :]
    tail = _TAIL.search(text)
    if tail is not None and only_style(tail["tail"]):
        text = f"{text[: tail.start()]}{tail['end']}"
    after = _AFTER.search(text)
    if after is not None and only_style(after["wish"]):
        text = text[: after.start("wish")].rstrip()
    return " ".join(_INSIDE.sub(" ", text).split()) if _INSIDE.search(text) else text
