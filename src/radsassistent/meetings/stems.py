"""Norwegian text to the stems by which titles, texts and questions are compared; a case number is one of them, whole."""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import snowballstemmer

from radsassistent.meetings.case_numbers import CASE_NUMBER, case_numbers

# A case number is one term; so are "icd-11", "e-helse", "myhealth@eu", "23,3".
_TOKEN = re.compile(r"2\d/0\d\d(?!\d)|\d{1,3}/(?:20)?\d\d(?!\d)|\d+(?:[.,]\d+)*|[^\W_]+(?:[-@][^\W_]+)*")

# Function and question words: Snowball's Norwegian stop word list, shortened to what questions use, with Nynorsk forms.
STOP_WORDS = frozenset(
    """
    og i jeg det å at en et den til er som på de med han av hos under ikke ikkje der så var meg seg men ett har om vi min mitt ha
    hadde hun nå over da ved fra frå du ut sin dem oss opp man kan hans hvor hvordan hva kva kven korleis korfor hvorfor
    hvem hvilke hvilken hvilket når eller skal selv her alle vil ble blir blei bli noe noen noko nokon dette disse være
    vere kunne kom før siden for etter mot om også eit ein ei dei eg me dykk dere deg deres sitt sine mye mange mykje
    hver inn kvar kvar kor mer meir enn også gjør gjer få får fikk the is of in what who when how many much does do did and
    to a an are was which where it that this on with from we our us you your there any some been being into
    he she they them his him
    skjer sier seier si står sagt fortell vis kort svar gi takk please tell me about
    """.split()
)

# Labels, cells and bullets are compared with every question: the terms of so many, of so many characters, are remembered.
REMEMBERED = 20_000
SHORT = 300

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
        found.append(case_numbers(token)[0] if "/" in token and CASE_NUMBER.fullmatch(token) else token)
    return found


def terms(text: str) -> list[str]:
    """The stems of a text's words without function words; a hyphenated word counts whole and by its parts."""
    return list(_terms(text)) if len(text) <= SHORT else list(_terms.__wrapped__(text))


@lru_cache(maxsize=REMEMBERED)
def _terms(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in words(text):
        if word in STOP_WORDS:
            continue
        found.append(stem(word))
        if "-" in word or "@" in word:
            found.extend(stem(part) for part in re.split(r"[-@]", word) if len(part) > 1)
    return tuple(found)
