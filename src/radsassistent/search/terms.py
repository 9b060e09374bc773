"""Norwegian text to the terms that are counted and compared: stems, case numbers whole, compounds in their parts."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Set
from functools import lru_cache

import snowballstemmer
from rapidfuzz.distance import Prefix

from radsassistent.meetings.case_numbers import CASE_NUMBER, normal

# A case number is one term; so are "icd-11", "e-helse", "myhealth@eu", "23,3".
_TOKEN = re.compile(r"\d{1,3}/(?:20)?\d\d(?!\d)|\d+(?:[.,]\d+)*|[^\W_]+(?:[-@][^\W_]+)*")
# The shortest part that a compound is taken apart into; shorter ones ("inn", "for") fit anywhere.
MIN_PART = 4
# The shortest word that is looked at as a compound.
MIN_COMPOUND = 9

# Function and question words: Snowball's Norwegian stop word list, shortened to what questions use, with Nynorsk forms.
STOP_WORDS = frozenset(
    """
    og i jeg det å at en et den til er som på de med han av hos under ikke ikkje der så var meg seg men ett har om vi min mitt ha
    hadde hun nå over da ved fra frå du ut sin dem oss opp man kan hans hvor hvordan hva kva kven korleis korfor hvorfor
    hvem hvilke hvilken hvilket når eller skal selv her alle vil ble blir blei bli noe noen noko nokon dette disse være
    vere kunne kom før siden for etter mot om også eit ein ei dei eg me dykk dere deg deres sitt sine mye mange mykje
    hver inn kvar kvar kor mer meir enn også gjør gjer få får fikk the is of in what who when how many much does do did and
    to a an are was which where it that this on with from we our us you your there any some been being into
    skjer sier seier si står sagt fortell vis kort svar gi takk please tell me about
    """.split()
)


_ENGLISH = frozenset(
    "the of is are was what who when where how which does did has have to and in from with a an be will".split()
)


def is_english(text: str) -> bool:
    """Whether a question is written in English: at least two and a fifth of its words are English function words."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in _ENGLISH for word in found) >= max(2.0, 0.2 * len(found))


_stem_lock = threading.Lock()
_stemmer = snowballstemmer.stemmer("norwegian")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Snowball stem of a lower-case Norwegian word; words with digits stay as they are."""
    if any(letter.isdigit() for letter in word):
        return word
    with _stem_lock:
        stemmed: str = _stemmer.stemWord(word)
    return stemmed


def words(text: str) -> list[str]:
    """Lower-case words and numbers of a text in order; case numbers in normal form ("05/2026" -> "5/26")."""
    found = []
    for match in _TOKEN.finditer(text):
        token = match[0].lower()
        number = CASE_NUMBER.fullmatch(token)
        found.append(normal(number["number"], number["year"]) if number else token)
    return found


def terms(text: str) -> list[str]:
    """The stems of a text's words without function words; a hyphenated word counts whole and by its parts."""
    found: list[str] = []
    for word in words(text):
        if word in STOP_WORDS:
            continue
        found.append(stem(word))
        if "-" in word or "@" in word:
            found.extend(stem(part) for part in re.split(r"[-@]", word) if len(part) > 1)
    return found


# Two words begin alike from so many letters on; the shorter may lack so many at its end.
SHORTEST_BEGINNING = 5
INFLECTION = 2


def begins_alike(term: str, asked: Iterable[str]) -> bool:
    """Whether a term is asked for: itself, or a word that it begins with ("sykepleierne" for "sykepleierforbund")."""
    for word in asked:
        if word == term:
            return True
        shared = Prefix.similarity(term, word)
        if (
            shared >= max(SHORTEST_BEGINNING, len(word) - INFLECTION)
            and shared >= min(len(word), len(term)) - INFLECTION
        ):
            return True
    return False


class Compounds:
    """Takes Norwegian compounds apart by the words that the archive itself uses.

    "forvaltningskostnader" holds "forvaltning" and "kostnad" when both stand in the vocabulary; the joint may have the
    linking "s" or "e". The split with the longest shorter part wins.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._vocabulary: Set[str] = {word for word in vocabulary if len(word) >= MIN_PART and word.isalpha()}
        self._known: dict[str, tuple[str, ...]] = {}

    def parts(self, term: str) -> tuple[str, ...]:
        """The two parts of a term, or nothing when it is no compound of known words."""
        if term not in self._known:
            self._known[term] = self._split(term)
        return self._known[term]

    def _split(self, term: str) -> tuple[str, ...]:
        if len(term) < MIN_COMPOUND or not term.isalpha():
            return ()
        best: tuple[str, ...] = ()
        for place in range(MIN_PART, len(term) - MIN_PART + 1):
            head, tail = term[:place], stem(term[place:])
            if tail not in self._vocabulary:
                continue
            for first in (head, head.removesuffix("s"), head.removesuffix("e")):
                known = stem(first)
                if known in self._vocabulary and len(known) >= MIN_PART:
                    if not best or min(len(known), len(tail)) > min(map(len, best)):
                        best = (known, tail)
                    break
        return best

    def expanded(self, found: Iterable[str]) -> list[str]:
        """The terms with the parts of the compounds among them."""
        result: list[str] = []
        for term in found:
            result.append(term)
            result.extend(self.parts(term))
        return result
