"""The sorts of answer that a wording asks for, and whether a passage has such a one: a span of time, a reason, a most."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive.parts import telling_words
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.corpus import Corpus

# "En" and "ett" are articles as a rule, "én" is a number.
NUMBER_WORD = (
    r"(?:én|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tjue|"
    r"tretti|førti|femti|seksti|sytti|åtti|nitti|hundre)"
)
A_COUNT = re.compile(rf"\b{NUMBER_WORD}\s+(?:av\s+)?[^\W\d_]{{2,}}", re.IGNORECASE)
_UNIT_OF_TIME = (
    r"(?:sekund|minutt|min\b|time|timar|dag|døgn|uke|veke|måned|månad|mnd|år\b|årene|åra\b|kvartal|arbeidsdag|virkedag|"
    r"hour|minute|day|week|month|year)"
)
# "I Steinrådet" is no place.
A_PLACE = re.compile(
    rf"\b(?:[Ii]|[Pp]å|[Vv]ed|[Ff]ra|[Tt]il|[Hh]os|[Mm]ellom)\s+(?!\w*(?:rådet?|utvalget?|utvalet?|styret|nemnda)\b){CAPITAL}|"
    r"(?i:\b(?:rom|sal|lokal|bygg|gate|hotell|adresse)\w*|\w+(?:rom|sal)(?:met|en)?\b)"
)
_NO_PLACE = (
    r"(?!\s+(?:mange|mye|mykje|stor|høy|høg|lang|ofte|lenge|tung|god|gammel|bred|nær|fort|rask|viktig|"
    r"u?sik(?:ker|re)|presis|nøyaktig|pålitelig|realistisk|alvorlig|dyr|farlig)\w*)"
)


@dataclass(frozen=True, slots=True)
class AnswerType:
    """A sort of answer: the wording that asks for it, in any case of letters, and what a text has that is of the sort."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]


def _type(name: str, asked: str, told: str, names: str = r"(?!)") -> AnswerType:
    """`names` counts capital letters."""
    return AnswerType(name, re.compile(rf"(?i:{asked})"), re.compile(rf"(?i:{told})|{names}"))


TYPES = (
    _type(
        "span",
        r"\b(?:hvor|kor)\s+(?:lenge|lang\s+(?:tid|er|var|ble|blei|vart|blir|skal|kan)|(?:mye|mykje)\s+tid)|\bhow\s+(?:long|much\s+time)|"
        rf"\b(?:hvor|kor|how)\s+(?:mange|many)\s+{_UNIT_OF_TIME}|\bvar(?:er|te|ar|ighet\w*)\b",
        rf"(?:\d|\b{NUMBER_WORD}|\bet?t|\bhalvt?|\bei)\s+(?:\w+\s+)?{_UNIT_OF_TIME}|\d\s*(?:m|km|meter|kilometer)\b",
    ),
    _type(
        "share",
        r"\b(?:prosent\w*|andel\w*|(?:hvor|kor)\s+stor\s+del|share|percent\w*)\b",
        r"%|\bprosent|\bandel|\b(?:halvparten|tredjedel\w*|fjerdedel\w*|hver\s+\w+|kvar\s+\w+|flertall\w*|alle|ingen)\b",
    ),
    _type(
        "reason",
        r"\b(?:hvorfor|kvifor|why|årsak\w*|grunn(?:en|er|ar|ane|ene)?|skyldes|begrunn\w*|(?:hva|kva)\s+(?:kommer|kjem)\s+det\s+av)\b",
        r"\b(?:fordi|derfor|difor|på\s+grunn\s+av|skyldes|skuldast|årsak\w*|grunn(?:en|et)?|ettersom|siden|sidan|slik\s+at|for\s+å|"
        r"dermed|gj(?:or|ø)rde?\s+at|førte\s+til)\b",
    ),
    _type(
        "most",
        r"\b(?:(?!først|sist|nest|fest|vest|øst|test|gjest|rest|prest|post|kost|høst|lyst|utkast|budsjett)[^\W\d_]{3,}(?:est|st)e?|"
        r"mest|minst|best|beste|verst\w*|flest|først\s+og\s+fremst|most|least|worst|best)\b",
        r"\b(?:mest|minst|best|beste|verst\w*|flest|færrest|oftest|vanlig(?:st|ast)\w*|vanlegast\w*|størst\w*|høyest\w*|høgast\w*|"
        r"lavest\w*|lågast\w*|dårligst\w*|viktigst\w*|særlig|spesielt|først\s+og\s+fremst|hoved\w+|dominer\w*)\b",
    ),
    _type(
        "change",
        r"\b(?:øk|auk|steg|stig|sank|synk|falt|fall|endr|vokst?|utvikl)\w*|\b(?:gått|går|gikk|gjekk)\s+(?:opp|ned)\b|"
        r"\b(?:bedre|betre|dårligere|mer|meir|mindre|flere|fleire|færre)\b",
        r"\b(?:øk|auk|steg|stig|sank|synk|falt|fall|endr|vokst?|utvikl|doble|halver)\w*|\bfra\s+\d|"
        r"\b(?:opp|ned|høyere|lavere|flere|fleire|færre|bedre|betre|dårligere|mer|meir|mindre)\b",
    ),
    _type(
        "manner",
        r"\b(?:hvordan|korleis|how(?!\s+(?:many|much|long))|på\s+hvilken\s+måte|(?:hva|kva)\s+(?:gjør|gjøres|gjorde|gjer)|tiltak\w*)\b",
        r"\b(?:ved\s+(?:å|hjelp)|gjennom|via|skal|slik|blir|bruk(?:er|e|es))\b|"
        r"\b(?:tiltak|metode|innfør|opprett|etabler|utarbeid)\w*",
    ),
    _type(
        "actor",
        r"\b(?:hvem|kven|who(?:m|se)?)\b|\b(?:hvilke[nt]?|kva|which|what)\s+(?:\w+\s+)?(?:\w*etat|\w*virksomhet|\w*selskap|\w*leverandør|"
        r"\w*organisasjon|\w*kommune|\w*sykehus|instans|aktør|company|agency|supplier|organisation)\w*",
        r"\b\w*(?:direktorat|etat|kommune|tilsyn|departement|avdeling|kontor|sekretariat|leder|leiar|direktør|sjef|ansvarlig|gruppe|"
        r"utvalg|utval|råd|lag|forening|foretak|selskap|universitet|sykehus|sjukehus|revisjon|forvalter|styre|nemnd|leverandør|"
        r"koordinator)(?:er?|en|et|a|ane|ene|ar)?\b",
        rf"\b{CAPITAL}[a-zæøå]+\s+{CAPITAL}[\w-]+|\b(?:AS|SA|ASA|HF|IKS|KF)\b",
    ),
    _type(
        "place",
        rf"\b(?:hvor|kor|where|kvar(?=\s+(?:er|var|skal|blir|vart|ligg\w*|held|heldt|bur|jobb\w+|arbeid\w+|kjem|står|finst|sit)\b)|^kvar(?!\s+(?:av|ein|eit|ei|einaste|enkelt\w*|dag|kveld|veke|månad|time|gong|år)\b))\b{_NO_PLACE}|\b(?:hvilken|kva)\s+(?:by|kommune|sal|adresse)\b|\bsted\w*\b",
        r"\b(?:rom|sal|lokal|bygg|gate|hotell|adresse)\w*\b",
        rf"\b(?:[Ii]|[Pp]å|[Vv]ed|[Ff]ra|[Tt]il|[Hh]os|[Mm]ellom)\s+{CAPITAL}",
    ),
    _type(
        "day",
        r"\b(?:når\s+i\s+(?:uka|uken|veka|døgnet|året)|(?:hvilken|kva|hvilke)\s+(?:uke)?dag\w*|ukedag\w*|wh(?:at|ich)\s+day)\b",
        r"\b(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\w*|\b(?:helg|natt|kveld|morgen)\w*",
    ),
)
# `fits`: 1 when a sort of answer is asked for and the passage has one, -1 when it has none, 0 when it is not asked for.
FEATURES = (*(f"{kind.name}_fits" for kind in TYPES), "near_figure")
_FIGURE = re.compile(rf"\d+(?:[ .,]\d+)*\s*%?|\b{NUMBER_WORD}\b", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:(?:hvor|kor|how)\s+(?:mange|many|mye|mykje|much|stor\w*|høy\w*|høg\w*|langt?|tungt?)|antall?\w*|prosent\w*|andel\w*|"
    r"tallet\s+på)\b(?P<what>.*)",
    re.IGNORECASE,
)
# So many of the telling words after "hvor mange" may say what is counted, and so many words beside a figure what it counts.
WORDS_ASKED = 4
WORDS_BESIDE = 4


def asked_types(text: str) -> tuple[bool, ...]:
    """Which of TYPES a question asks for."""
    return tuple(bool(kind.asked.search(text)) for kind in TYPES)


def types_told(text: str) -> tuple[bool, ...]:
    """Which of TYPES a text has."""
    return tuple(bool(kind.told.search(text)) for kind in TYPES)


def answer_types(asked: Sequence[bool], told: Sequence[bool]) -> list[float]:
    """Whether a passage has what is asked for: 1 or -1 for each of TYPES that is, 0 for the others."""
    return [(1.0 if is_told else -1.0) if is_asked else 0.0 for is_asked, is_told in zip(asked, told, strict=True)]


def near_figures(question: str, beside: Sequence[Collection[str]], corpus: Corpus) -> NDArray[np.float32]:
    """How near (0 to 1) the words beside the figures of each text come in meaning to what a question counts, (texts,).

    0 when it counts or measures nothing.
    """
    measured = _MEASURED.search(question)
    counted = telling_words(measured["what"])[:WORDS_ASKED] if measured else []
    words = sorted({word for each in beside for word in each}) if counted else []
    if not words:
        return np.zeros(len(beside), dtype=np.float32)
    nearest = dict(zip(words, corpus.word_space.between(counted, words).max(axis=0).tolist(), strict=True))
    return np.array([max((nearest[word] for word in each), default=0.0) for each in beside], dtype=np.float32)


def beside_figures(text: str) -> set[str]:
    """The telling words close before and after the figures of a text."""
    found: set[str] = set()
    for match in _FIGURE.finditer(text):
        after, before = text[match.end() :].split()[:WORDS_BESIDE], text[: match.start()].split()[-WORDS_BESIDE:]
        found.update(telling_words(" ".join(after)), telling_words(" ".join(before)))
    return found
