"""A question that asks two things, to the questions that it holds."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from radsassistent.search.relative_years import of_that_year

# "Hvem legger frem sak 9, og når er målet …": a second question word after "og"; "…, og bruker de den?": a second verb.
_SECOND = re.compile(
    r"\s*,?\s+(?:og|and)\s+(?=(?:hvem|hva|når|hvor|hvilke[nt]?|hvordan|hvorfor|kven|kva|kor|who|what|when|where|how)\b)"
    r"|\s*,\s+(?:og|and)\s+(?=(?:\w+(?:er|[rt]e)|har|får|går|kan|vil|må|bør|does|do|is|are|did|has|have)\s+"
    r"(?:den|det|de|dei|han|hun|ho|vi|noen|nokon|noe|noko|it|they|he|she|we)\b)",
    re.IGNORECASE,
)
# "FHI-tall: hvor mange …, og …": what the questions are about, or why they are asked.
_LEAD = re.compile(r"^\s*(?P<lead>[^:?]{2,60}):\s+")
# A lead of more words than this tells no subject.
_SUBJECT = 3
# "Når kommer data fra skolene og fra tannlegene inn?": one question of two that are named with the same preposition.
_TWO_OF_A_KIND = re.compile(
    r"\b(?P<preposition>fra|frå|for|hos|ved|av|i|på|from|for|in|at)\s+(?P<one>(?:(?!\b(?P=preposition)\b)[^,?\d])+?)\s+(?:og|and)\s+(?P=preposition)\s+"
    r"(?P<two>[^\s,?\d]+)(?P<rest>\s+(?:inn|ut|opp|ned|i|på|til|for|av|fra|frå|om|innen|med|å|in|to|into)\b.*|\s*[?.!]*)$",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"^\s*(?:(?:fra|frå|from)\s+)?(?:når|hvor\s+m|kor\s+m|how\s+m|when)", re.IGNORECASE)
# "Hvor mange sitter begge steder, i … og i …": one number.
_TOGETHER = re.compile(r"\b(?:begge|både|both)\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(
    r"^\s*(?:i\s+|på\s+|fra\s+|til\s+)?(hvem|hva|når|hvor|hvilke[nt]?|hvordan|hvorfor|kven|kva|kor|who|what|when|where|how)\b",
    re.IGNORECASE,
)
_SUBJECTLESS = re.compile(
    r"\b(det|den|de|dette|der|etterpå|deretter|han|hun|ho|vedkommende|hans|hennes|hennar|it|that|they|he|she|his|her|there)\b",
    re.IGNORECASE,
)
# "Hvilken kommune har flest …, og hvor mange?": the one that has most is told with how many it has.
_HOW_MUCH_OF_IT = re.compile(
    r"\s*,?\s+(?:og|and)\s+(?:hvor|kor|how)\s+(?:mange|mye|mykje|stor\w*|høy\w*|høg\w*|lang\w*|dyr\w*|many|much|high|large)"
    r"(?:\s+(?:er|var|ble|blir|ligger|is|are|was|were))?(?:\s+(?:det|den|de|dei|it|they|there))?(?:\s+(?:på|snakk\s+om|der))?\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_EXTREME = re.compile(
    r"\b(?:(?:mest|flest|færr[ea]st|minst|verst|best|most|least|fewest|worst|highest|lowest|largest|biggest|smallest)"
    r"|(?:høy|høg|lav|låg|stør|dyr|billig|billeg|len|kort|dårlig|dårleg|svak)(?:e?st|ast)\w*)\b",
    re.IGNORECASE,
)
# What parts catchwords that stand without a question: "…, og …", "… + …".
_AND = re.compile(r"\s*,\s+(?:og|samt|and)\s+|\s+\+\s+", re.IGNORECASE)
_ANY_QUESTION = re.compile(
    r"\b(?:hv(?:em|a|ilke[nt]?|or|ordan|orfor)|når|kven|kva|kor\w*|kvifor|who|what|which|when|where|how|why|er|var|har|skal|kan|vil|må|blir|ble|"
    r"fikk|får|gi|list|nevn|vis|finn|fortell|oppsummer\w*|skriv|lag|sammenlign|is|are|was|give|show|tell|list)\b",
    re.IGNORECASE,
)
# More questions than this in one are not taken apart.
MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One of the questions in a question. `before` is the first of them; `subjectless`: this one only says "det".

    `after` is the last of them, of the first alone: "Hvor mange barn og hvor mange voksne kommer?".
    """

    question: str
    before: str = ""
    subjectless: bool = False
    after: str = ""

    @property
    def with_the_other(self) -> Part | None:
        """The part with what it may leave to the other: the first takes it from the last, a later one from the first."""
        other = self.before or self.after
        return replace(self, before=other, subjectless=True) if other and not self.subjectless else None

    def of_year(self, years: Collection[str]) -> Part:
        """The part with the one year that is spoken of for "det året"."""
        question = of_that_year(self.question, years)
        return self if question == self.question else replace(self, question=question, subjectless=_leans(question))


def parts(question: str) -> list[Part]:
    """The questions that a question holds, each to be answered alone; mostly the question itself."""
    lead = _LEAD.match(question)
    asked = question[lead.end() :] if lead is not None else question
    if not _QUESTION_WORD.match(asked):
        return _of_catchwords(question, asked, lead["lead"] if lead is not None else "")
    most = _HOW_MUCH_OF_IT.search(asked)
    if most is not None and _EXTREME.search(asked[: most.start()]):
        return [Part(f"{question[: len(question) - len(most[0])]}?")]
    found = [part.strip(" ?,") for part in _SECOND.split(asked)]
    if len(found) == 1:
        found = _of_each(asked)
    if not 2 <= len(found) <= MOST_PARTS or any(len(part.split()) < 2 for part in found):
        return [Part(question)]
    if lead is not None and len(lead["lead"].split()) <= _SUBJECT:
        found = [f"{lead['lead']}: {part}" for part in found]
    first = found[0]
    later = (Part(f"{part}?", first, _leans(part)) for part in found[1:])
    return [Part(f"{first}?", after=found[-1]), *later]


def _of_catchwords(question: str, asked: str, lead: str) -> list[Part]:
    """What is asked for without any question word or verb, each thing alone: "Lykter: antall i 2030 + pris i 2031"."""
    found = [part.strip(" ?.") for part in _AND.split(asked)]
    if (
        _ANY_QUESTION.search(asked)
        or not 1 < len(found) <= MOST_PARTS
        or any(len(part.split()) < _SUBJECT for part in found)
    ):
        return [Part(question)]
    if lead and len(lead.split()) <= _SUBJECT:
        found = [f"{lead}: {part}" for part in found]
    return [Part(found[0], after=found[-1]), *(Part(part, found[0], _leans(part)) for part in found[1:])]


def _leans(question: str) -> bool:
    return bool(_SUBJECTLESS.search(question))


def _of_each(question: str) -> list[str]:
    """When or how much it is of each of two that a question names with the same preposition; else the question itself."""
    both = _TWO_OF_A_KIND.search(question) if _MEASURED.match(question) and not _TOGETHER.search(question) else None
    if both is None:
        return [question]
    start, rest = question[: both.start()], both["rest"].strip(" ?.!")
    return [f"{start}{both['preposition']} {named} {rest}".strip() for named in (both["one"], both["two"])]
