"""How likely one letter follows another in the languages that the documents are written in, as a small table.

Counted over the 30,000 most frequent words each of Bokmål (0.4), Danish, Swedish and English (0.2 each) in `wordfreq` 3.1
(Speer, 2022), half by how often a word is used and half once a word, so that neither "og" nor rare words decide.
Nynorsk is spelt with the same pairs (test_page_quality.py holds minutes in it). ä and ö are counted as æ and ø, other
accents fall off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

LONGEST_ABBREVIATION = 5
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"

# For each letter the surprise in bits, rounded and at most 9, at each letter of LETTERS coming next.
_SURPRISE = {
    "a": "96648648695342969243758979999",
    "b": "35992999479398399368499959767",
    "c": "39693992493599399574599969999",
    "d": "48951878398686599455679969878",
    "e": "68747758686452879243969889999",
    "f": "39994599379499299384599969736",
    "g": "39972955459595499444589979866",
    "h": "29992999469888399796449969656",
    "i": "57545639994362579534959998999",
    "j": "39961999799798399878499989439",
    "k": "39992998553595399454569969779",
    "l": "37942769376378479945569959667",
    "m": "36992788398747459756599969766",
    "n": "48633738495784499943779969787",
    "o": "76556658795433649255556989999",
    "p": "39972776499487339355599989876",
    "q": "59999999799899999999069999999",
    "r": "36852767395665489644569969667",
    "s": "48783896453566459942669969766",
    "t": "38892894389697499453579969777",
    "u": "65645659695342959333979999999",
    "v": "29971889299796499767799999496",
    "w": "28983893298794399658998989999",
    "x": "37493796397687539992598669999",
    "y": "56543747694453459334878999999",
    "z": "27992986399699399889599954999",
    "æ": "98659749995353979244959899999",
    "ø": "96947759954454959145949959999",
    "å": "96945749995383959243969999998",
}
_BITS = {(one, other): int(bits) for one, row in _SURPRISE.items() for other, bits in zip(LETTERS, row, strict=True)}

_WORD = re.compile(r"[^\W\d_]+")
_FOLDED = str.maketrans({"ä": "æ", "ö": "ø"})


def words_of(text: str) -> Iterator[str]:
    """The runs of letters of a text, in lower case and in the table's letters where they have one; not short capitals.

    "NHN" and "EHDS" are made of first letters, which follow each other as they like.
    """
    return (
        _folded(word.lower()) for word in _WORD.findall(text) if len(word) > LONGEST_ABBREVIATION or not word.isupper()
    )


def _folded(word: str) -> str:
    if all(letter in LETTERS for letter in word):
        return word
    return "".join(letter if letter in LETTERS else _base(letter) for letter in word.translate(_FOLDED))


def _base(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0]


def surprise(word: str) -> list[int]:
    """Bits for each pair of letters of a folded word; pairs with a letter of another alphabet tell nothing and are left out."""
    return [_BITS[pair] for pair in pairwise(word) if pair in _BITS]
