"""What a wording demands of the text that answers it: a span of time, an hour, a weekday, a year, a reason, a most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from radsassistent.archive import Passage
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.answer_types import NUMBER_WORD, TYPES
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

# A text of another slide is told for its form when its chance is at least this share of the likeliest text's.
ELSEWHERE = 0.2
_OF_TYPE = {kind.name: kind for kind in TYPES}
_UNITS_OF_TIME = (
    r"\w*(?:sekund|minutt|time|timar|dag|døgn|uke|veke|måned|månad|mnd|år\b|års\b|kvartal|"
    r"hour|minute|day|week|month|year)\w*\b"
)
# "Tre dager i uken" is how often.
_DURATION = (
    rf"(?:\d|\b(?:{NUMBER_WORD}|et?t|én|ei|halv\w*|noen|nokre|few)\b)\s+(?:\w+\s+)?"
    rf"{_UNITS_OF_TIME}(?!\s+(?:i\s+(?:uk|vek|mån|år|døgn)|per\b|pr\b|av\b))|"
    r"\d\s*(?:m|km|meter|kilometer|mil)\b"
)
_UNTIL = (
    r"\b(?:til|fram\s+til|frem\s+til|ut|innen|until|till)\s+(?:\w+\s+)?(?:\d|(?:19|20)\d\d|" + "|".join(MONTHS) + r")"
)
_SPAN = re.compile(_DURATION, re.IGNORECASE)
_LASTS = re.compile(rf"{_DURATION}|{_UNTIL}", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:hver[t]?|kvar[t]?|per|pr|ganger|gonger|gang|årlig\w*|månedlig\w*|månadleg\w*|ukentlig\w*|daglig\w*|dagleg\w*|kvartalsvis\w*|løpende|every|"
    r"times|daily|weekly|monthly|yearly)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\bkl(?:okk\w*)?\.?\s*\d|\b\d{1,2}[.:]\d\d\b(?!\.\d)|\bmellom\s+\d{1,2}\s+og\s+\d{1,2}\b|\bo'clock|\d\s*[ap]m\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(rf"\b\d{{1,2}}\.\s*(?:\d{{1,2}}\.|{'|'.join(month[:3] for month in MONTHS)})", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\b\d{{1,2}}\.\d{{1,2}}\.(?:\d\d)?", re.IGNORECASE)
_WHICH = r"(?:hvilke[nt]?|kva|what|which)"
_UNIT = (
    r"(?:frist\w*|varsel\w*|varslingstid\w*|tid\b|bindingstid\w*|ventetid\w*|erfaring\w*|pause\w*|periode\w*|"
    r"oppsigelse\w*|svarfrist\w*|klagefrist\w*)"
)
_WHO_IS = re.compile(
    r"\b(?:hvem|kven|who)\s+(?:er|var|blir|is|was)\s+(?:the\s+)?(?P<role>[^\W\d_]{5,})\b", re.IGNORECASE
)
# How something is asked for, and what the text that tells it has.
_DEMANDS = (
    (
        re.compile(
            rf"\b(?:hvor|kor)\s+(?:raskt|fort|tidlig|seint|sent|lang\w*\s+{_UNIT})|\bhow\s+(?:soon|fast|quickly)\b|"
            rf"\b(?:hvor|kor)\s+lang\w*\s+(?:\w+\s+)?{_UNIT}",
            re.IGNORECASE,
        ),
        _SPAN,
    ),
    (re.compile(r"\b(?:hvor|kor)\s+lenge\b|\bhow\s+long\b", re.IGNORECASE), _LASTS),
    (
        re.compile(
            rf"\b(?:hvor|kor)\s+(?:lang\s+(?:tid|er|var|ble|blei|vart|blir|skal|kan)|(?:mye|mykje)\s+tid)|\bhow\s+much\s+time\b|"
            rf"\b(?:hvor|kor|how)\s+(?:mange|many)\s+{_UNITS_OF_TIME}",
            re.IGNORECASE,
        ),
        _SPAN,
    ),
    (re.compile(r"\b(?:hvor|kor)\s+(?:ofte|hyppig)|\bhow\s+often\b", re.IGNORECASE), _OFTEN),
    (
        re.compile(
            rf"\b{_WHICH}\s+(?:klokkeslett\w*|time\b)|\bklokka\s+(?:hva|kva)\b|\bnår\s+på\s+(?:dagen|døgnet)|\b(?:hva|kva)\s+tid\s+på\s+d(?:agen|øgnet|øgeret)",
            re.IGNORECASE,
        ),
        _HOUR,
    ),
    (_OF_TYPE["day"].asked, _OF_TYPE["day"].told),
    (re.compile(rf"\b{_WHICH}\s+(?:år|årstall|årstal|year)\b", re.IGNORECASE), _YEAR),
    (re.compile(rf"\b{_WHICH}\s+(?:måned\w*|månad\w*|months?)\b", re.IGNORECASE), _MONTH),
    (re.compile(rf"\b{_WHICH}\s+(?:dato\w*|date)\b|\bdatoen\b", re.IGNORECASE), _DATE),
    (_OF_TYPE["share"].asked, _OF_TYPE["share"].told),
)
# What is told in many other ways too: it decides between the texts of one slide alone.
_WISHES = (
    (_OF_TYPE["reason"].asked, _OF_TYPE["reason"].told),
    (
        re.compile(
            r"\b(?:hensikt|formål|føremål|vits|poeng|mein?ing)(?:en|et|a)?\s+med\b|\b(?:purpose|point)\s+of\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:hensikt|formål|føremål|siktemål)\w*|\bmål(?:et)?\s+(?:er|med)\b", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\b(?:mest|flest|vanlig(?:st|ast)\w*|vanlegast\w*|verst\w*|oftest|hyppigst|most|worst)\b", re.IGNORECASE
        ),
        _OF_TYPE["most"].told,
    ),
)


@lru_cache(maxsize=100)
def _demanded(question: str) -> tuple[re.Pattern[str], ...]:
    """What a text must have for the form that a question asks for; mostly nothing."""
    return tuple(told for asked, told in _DEMANDS if asked.search(question))


def _wished(query: Query) -> tuple[re.Pattern[str], ...]:
    wishes = tuple(told for asked, told in _WISHES if asked.search(query.text))
    who = _WHO_IS.search(query.text)
    # "Hvem er prosjektleder for …?" is told by "Prosjektleder: Kari Berg".
    return wishes if who is None else (*wishes, _headed_by(who["role"].lower()))


@lru_cache(maxsize=100)
def _headed_by(role: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(role)}\w*\s*[:–]", re.IGNORECASE)


def tells_span(query: Query, text: str) -> bool:
    """Whether a question asks how long or how far, and a text tells it, in words too: "innen ni måneder"."""
    return any(told.search(text) for told in _demanded(query.text) if told in (_SPAN, _LASTS))


def as_demanded(query: Query, units: Sequence[Hit]) -> list[Hit]:
    """The units, those first that have the form asked for where the likeliest has not: of its slide, else of another that is not
    much less likely.

    "Hvor lang frist har de?" is told by "innen ni måneder", whatever costs the same slide gives.
    """
    demanded = _demanded(query.text)
    forms = (*demanded, *_wished(query))
    if not forms or not units or _has(forms, units[0].passage):
        return list(units)
    first = units[0]
    fitting = [hit for hit in units if _has(forms, hit.passage)]
    chosen = [hit for hit in fitting if _same_slide(hit.passage, first.passage)]
    if not chosen and demanded and not _has(demanded, first.passage):
        likely = next((hit.passage for hit in fitting if hit.chance >= ELSEWHERE * first.chance), None)
        chosen = [hit for hit in fitting if likely is not None and _same_slide(hit.passage, likely)]
    return [*chosen, *(hit for hit in units if hit not in chosen)]


def _has(forms: Sequence[re.Pattern[str]], passage: Passage) -> bool:
    text = " ".join((*map(str, passage.data["under"][-1:]), passage.text))
    return all(form.search(text) or form.search(passage.text) for form in forms)


def _same_slide(one: Passage, other: Passage) -> bool:
    return (one.sha256, one.slide) == (other.sha256, other.slide)
