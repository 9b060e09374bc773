"""A question with the name of whom or what it speaks of in the place of the pronoun: "Hvem er vara for ham?"."""

from __future__ import annotations

import re

from radsassistent.search.terms import is_english

_HE_OR_SHE = re.compile(
    r"\b(?:han|hun|ho|ham|henne|vedkommende|vedkomande|he|she|him)\b(?!\s+som\s+(?:satt?|sat|var|hadde|gikk|gjekk|kom|leda|ledet)\b)(?!\s+(?:med|som|fra|frå|i|på)\s+(?:den|det|de)\b)",
    re.IGNORECASE,
)
# "Stillingen hennes", "hennes stilling", "his title".
_THEIRS_AFTER = re.compile(r"\b(?P<what>[^\W\d_]{3,})\s+(?:hans|hennes|hennar)\b", re.IGNORECASE)
_THEIRS_BEFORE = re.compile(r"\b(?:hans|hennes|hennar)\s+(?P<what>[^\W\d_]+)", re.IGNORECASE)
_THEIRS_ENGLISH = re.compile(r"\b(?:his|her)\s+(?P<what>[^\W\d_]+)", re.IGNORECASE)
_HER = re.compile(r"\bher\b", re.IGNORECASE)
# Words that "hennes" stands after without belonging to them.
_NO_NOUN = frozenset("er var ble blir har hadde til for med fra frå av om på i hos is was".split())
# "Der", "i den kommunen", "hva koster det": a thing that is spoken of.
_THERE = re.compile(
    r"\b(?P<lead>i\s+|fra\s+|frå\s+|på\s+)?(?:der|there)\b(?!\s+(?:er|is|are|var|was)\b)", re.IGNORECASE
)
_THAT_THING = re.compile(
    r"\b(?:den|det|denne|dette|that|this)\s+(?!(?:er|var|blir|ble|har|som|nye|neste|andre|første|siste|forrige|samme|året|saken|saka|møtet)\b)(?P<noun>[^\W\d_]{3,}(?:en|et|a)\b)",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?:den|dem|de|dei|det|denne|dette|it|they|them|ho|han)\b(?!\s+[^\W\d_]+(?:ste|este|aste)\b)", re.IGNORECASE
)
# "Hvor mange elever er det?": "det" points to nothing.
_EXPLETIVE = re.compile(
    r"\b(?:hvor|kor|how)\s+(?:mange|mye|mykje|many|much)\s+(?:\w+\s+){1,3}(?:er|var|blir|ble|vart|finnes|kommer|is|are|was|were)\s+(?:det|there)\b",
    re.IGNORECASE,
)
# "I dem", "hver av dem", "hvem legger dem frem": several things just told.
_THEM = re.compile(
    r"\b(?:(?P<lead>i|til|for|om|av|in|for|of|on)\s+)?(?:(?:hver|kvar|each)\s+(?:av\s+|of\s+)?)?"
    r"(?:(?:disse|desse|de|dei|these|those)\s+(?:to\s+|tre\s+|fire\s+|two\s+|three\s+|four\s+)?(?:sakene|sakane|cases)|"
    r"(?:(?<=av\s)|(?<=of\s)|(?<=i\s)|(?<=in\s)|(?<=om\s)|(?<=for\s)|(?<=til\s))(?:disse|desse|dei|these|those)\b(?!\s+[^\W\d_]{3,})|dem|them)\b",
    re.IGNORECASE,
)
# "Hva fikk de i fjor?": those spoken of; "de minste" are others.
_OF_THEM = re.compile(
    r"\b(?:de|dei|dem|they|them)(?=\s*(?:[?,.]|$|\d|(?:i|på|for|til|fra|frå|om|med|av|ved|per|da|då|der|også|in|on|for|from|at|by|then)\b))",
    re.IGNORECASE,
)


def points_to_those(question: str) -> bool:
    """Whether a question speaks of several by a pronoun that is all there is of them: "Hva fikk de i fjor?"."""
    return _OF_THEM.search(question) is not None


def points_to_person(question: str) -> bool:
    """Whether a question speaks of somebody by a pronoun."""
    return bool(
        _HE_OR_SHE.search(question)
        or _THEIRS_AFTER.search(question)
        or _THEIRS_BEFORE.search(question)
        or (is_english(question) and (_THEIRS_ENGLISH.search(question) or _HER.search(question)))
    )


def with_person(question: str, name: str) -> str:
    """The question with a person's name for "han", "hennes", "vedkommende"."""
    after = _THEIRS_AFTER.search(question)
    if after is not None and after["what"].lower() not in _NO_NOUN:
        return f"{question[: after.start()]}{after['what']} til {name}{question[after.end() :]}"
    if (before := _THEIRS_BEFORE.search(question)) is not None:
        return f"{question[: before.start()]}{before['what']} til {name}{question[before.end() :]}"
    if is_english(question):
        question = _THEIRS_ENGLISH.sub(lambda m: f"the {m['what']} of {name}", question, count=1)
        question = _HER.sub(lambda _: name, question)
    return _HE_OR_SHE.sub(lambda _: name, question, count=1)


def with_thing(question: str, name: str) -> str | None:
    """The question with the name of a thing or a place for "den", "det", "de", "der"; None where it has no such word."""
    if (there := _THERE.search(question)) is not None:
        lead = there["lead"] or "i "
        return f"{question[: there.start()]}{lead}{name}{question[there.end() :]}"
    if _EXPLETIVE.search(question):
        return f"{question.strip(' ?')} i {name}?"
    if _THAT_THING.search(question):
        return _THAT_THING.sub(lambda _: name, question, count=1)
    return _IT.sub(lambda _: name, question, count=1) if _IT.search(question) else None


def with_things(question: str, named: str) -> str | None:
    """The question with the names of several things just told for "dem", "disse sakene"; None where it has no such word."""
    if _THEM.search(question) is None:
        return None
    return _THEM.sub(lambda match: f"{match['lead'] or ''} {named}".strip(), question, count=1)
