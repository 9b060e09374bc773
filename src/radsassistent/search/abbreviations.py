"""Which abbreviations stand for which names: "NHN" for "Norsk helsenett", "HOD" for "Helse- og omsorgsdepartementet"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Prefix

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.terms import STOP_WORDS, stem

Aliases = Mapping[str, tuple[str, ...]]

# Forms of incorporation, which no abbreviation has a letter for and which tell no organisation from another.
LEGAL_FORMS = frozenset({"sf", "rhf", "hf", "as", "asa", "den", "iks", "ikt"})
# Words that an organisation is named without: "legeforeningen" for "Den norske legeforening".
UNTELLING = LEGAL_FORMS | {stem("norsk"), stem("norske"), stem("norge")}
_ABBREVIATION = re.compile(rf"\b{CAPITAL}{{2,6}}\b")
_EXPLAINED = re.compile(rf"((?:[\wæøåÆØÅ-]+\s+){{0,6}}[\wæøåÆØÅ-]+)\s+\(({CAPITAL}{{2,6}})\)")
# What parts a label into names: "Helsenettet - Velferdsteknologisk knutepunkt".
_PARTED = re.compile(r"\s+[-–:]\s+")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
# An abbreviation of two letters fits too many names that are not organisations; a longer label is a sentence.
_SHORTEST_OF_NAME = 3
_LONGEST_NAME = 4
# Words that begin with the same letters are one, inflected: "digital", "digitalt".
_SAME_WORD = 5
# A letter inside a word begins a part of a compound at the earliest here: "helse|nett".
_SHORTEST_PART = 4
# And here where the abbreviation is the name of a row of the table that is asked about: "vel|ferds|teknologi" for "VFT".
_SHORTEST_SPELT = 3


def abbreviations(texts: Iterable[str], organisations: Iterable[str], labels: Iterable[str] = ()) -> Aliases:
    """Abbreviation in lower case -> the stems of the words of its name; only abbreviations that are used or explained.

    An explained one is a name with the abbreviation in brackets after it; another belongs to the one organisation whose
    words and parts of compounds begin with its letters, else to the one name of that kind among the labels (titles, names of
    table rows, bullets): "VKP" to "Velferdsteknologisk knutepunkt".
    """
    found: dict[str, tuple[str, ...]] = {}
    used: set[str] = set()
    for text in texts:
        used.update(_ABBREVIATION.findall(text))
        for match in _EXPLAINED.finditer(text):
            name = _explained(match[1].split(), match[2])
            if name:
                found.setdefault(match[2].lower(), name)
    named = {tuple(words): organisation for organisation in organisations if (words := _words(organisation))}
    for abbreviation in sorted(used):
        fitting = [words for words in named if _fits(abbreviation, words)]
        if len(fitting) == 1:
            found.setdefault(abbreviation.lower(), tuple(stem(word) for word in fitting[0]))
    names = _names(labels)
    for abbreviation in sorted(used - {known.upper() for known in found}):
        if len(abbreviation) < _SHORTEST_OF_NAME or any(month.startswith(abbreviation.lower()) for month in MONTHS):
            continue
        fitting_names = [stems for words, stems in names if _fits(abbreviation, words)]
        if len({tuple(stem[:_SAME_WORD] for stem in stems) for stems in fitting_names}) == 1:
            found[abbreviation.lower()] = fitting_names[0]
    return found


def _names(labels: Iterable[str]) -> list[tuple[list[str], tuple[str, ...]]]:
    """The labels that may be names, each as its words and their stems: a capital first, and two to four words, none of them an
    abbreviation itself, the last one telling.
    """
    found = {}
    for label in labels:
        for part in _PARTED.split(_IN_BRACKETS.sub(" ", label).strip(" :.")):
            said = re.findall(r"[^\W\d_]+", part)
            if not 2 <= len(said) <= _LONGEST_NAME or not said[0][0].isupper() or said[-1].lower() in STOP_WORDS:
                continue
            words = _words(part)
            if len(words) > 1 and not any(_ABBREVIATION.fullmatch(word) for word in said):
                found[tuple(words)] = tuple(stem(word) for word in words)
    return [(list(words), stems) for words, stems in found.items()]


def _words(name: str) -> list[str]:
    """The words of a name that an abbreviation has letters for."""
    lowered = re.findall(r"[^\W\d_]+", name.lower())
    return [word for word in lowered if word not in STOP_WORDS and word not in LEGAL_FORMS]


def _explained(before: list[str], abbreviation: str) -> tuple[str, ...]:
    """Of the words before the bracket the shortest run at its end that the abbreviation fits; nothing when none does."""
    for length in range(1, len(before) + 1):
        words = _words(" ".join(before[-length:]))
        if words and _fits(abbreviation, words):
            return tuple(stem(word) for word in words)
    return ()


def _fits(abbreviation: str, words: list[str] | tuple[str, ...]) -> bool:
    """Whether the letters begin all of the words, in order, and else parts of compounds; a name of one letter is none."""
    return abbreviation.lower() not in words and _matches(abbreviation.lower(), list(words))


def _matches(letters: str, words: list[str]) -> bool:
    if not words:
        return not letters
    if not letters or words[0][0] != letters[0]:
        return False
    inside = [letters[1 : 1 + taken] for taken in range(len(letters))]
    return any(_in_compound(part, words[0]) and _matches(letters[1 + len(part) :], words[1:]) for part in inside)


def shortens(abbreviation: str, parts: Sequence[str]) -> bool:
    """Whether a lower-case abbreviation is made of the first letters of two or more parts of a name, one or more of each:
    "hdir" of "helse", "direktoratet".
    """
    return len(parts) > 1 and _of_beginnings(abbreviation, tuple(parts))


def _of_beginnings(letters: str, parts: tuple[str, ...]) -> bool:
    if not parts:
        return not letters
    longest = Prefix.similarity(letters, parts[0])
    return any(_of_beginnings(letters[taken:], parts[1:]) for taken in range(1, longest + 1))


def _in_compound(letters: str, word: str, shortest: int = _SHORTEST_PART) -> bool:
    """Whether letters begin parts of a compound, each of so many letters at least, after its first."""
    place = 0
    for letter in letters:
        place = word.find(letter, place + shortest)
        if place < 0 or len(word) - place < shortest:
            return False
    return True


def spelt_by(abbreviation: str, words: Sequence[str]) -> bool:
    """Whether a lower-case abbreviation is made of the first letters of words and of the parts of those that are compounds:
    "dho" of "digital", "hjemmeoppfølging"; "vft" of "velferdsteknologi".
    """
    if not words:
        return not abbreviation
    first, *rest = words
    if not abbreviation or first[0] != abbreviation[0]:
        return False
    return any(
        _in_compound(abbreviation[1:taken], first, _SHORTEST_SPELT) and spelt_by(abbreviation[taken:], rest)
        for taken in range(1, len(abbreviation) + 1)
    )


def closed(found: Iterable[str], aliases: Aliases) -> list[str]:
    """Terms with the names of the abbreviations among them, and the abbreviations of the names."""
    result = list(found)
    present = set(result)
    for abbreviation, name in aliases.items():
        if abbreviation in present:
            result.extend(term for term in name if term not in present)
        elif present.issuperset(name):
            result.append(abbreviation)
    return result
