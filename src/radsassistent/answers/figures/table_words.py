"""The words of a question as one table has them: by what a compound begins with, by a verb with its particle, by what is nearest
in meaning; for the words that the table itself does not have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from radsassistent.answers.figures.rows import Row
from radsassistent.answers.figures.words import SAID, AskedWords, fitting, terms_of, titled_terms
from radsassistent.archive.parts import telling_words
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.abbreviations import spelt_by
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import MIN_PART, stem, words

# "Lånt ut" is "utlån", "falt fra" "frafall": a verb, and the particle that its noun begins with.
_PARTICLE = re.compile(
    r"\b(?P<verb>[^\W\d_]{4,})\s+(?:(?:det|den|de|dei|vi|folk|seg)\s+)?(?P<particle>ut|inn|opp|ned|fra|frå|av|over|til)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(rf"(?<=[\w,] ){CAPITAL}[\w-]+")
_SHORT = re.compile(rf"\b{CAPITAL}{{2,5}}\b")
_BRACKETS = re.compile(r"\([^)]*\)")
# So many letters of the verb begin the rest of the noun.
_OF_VERB = 3
# A compound begins with a name of so many letters at least, and has as many besides.
_SHORTEST_NAME = 3
# What a compound of a name ends with that is said of any figure.
_OF_ANY_FIGURE = (
    "utgift", "kostnad", "pris", "sum", "beløp", "budsjett", "ramm", "tall", "andel", "utbetaling", "regning", "rekning",
    "grupp", "post",
)  # fmt: skip
# From here on (cosine) a word stands for a name of the one table that is asked about, where no other of its names comes so near
# by far: of 70 questions about councils' tables that were not answered "avslag" has 0.46 for "avslått" and "jenter" 0.48 for
# "kvinner", what is no word for the other seldom more than 0.3.
_NEAR = 0.4
_BY_FAR = 0.12


def as_in_table(query: Query, by_word: AskedWords, rows: Sequence[Row], corpus: Corpus) -> AskedWords:
    """Words that a table does not have, by a name of it that a compound begins with ("lønnsutgifter" by "Lønn") or a verb with
    its particle makes ("lånt ut" by "Utlån").
    """
    names, titled = _names(rows, corpus), titled_terms(rows[0], corpus)
    particles = {
        stem(match["verb"].lower()): match["particle"].lower().replace("frå", "fra")
        for match in _PARTICLE.finditer(query.text)
    }
    short = {match.lower() for match in _SHORT.findall(query.text)}
    labels = [words(_BRACKETS.sub(" ", row.label)) for row in rows] if short else []
    named: list[Mapping[str, float]] = []
    for forms in by_word:
        letters = next((term for term in forms if term in short), None) if not forms.keys() & names else None
        spelt = [label for label in labels if letters and len(label) > 1 and spelt_by(letters, label)]
        if letters and len(spelt) == 1:
            # "VKP" is the line "Velferdsteknologisk knutepunkt".
            named.append(dict.fromkeys(map(stem, spelt[0]), forms[letters]))
        else:
            named.append(_named(forms, names, titled, particles, corpus))
    return named


def by_nearness(query: Query, by_word: AskedWords, rows: Sequence[Row], corpus: Corpus) -> AskedWords | None:
    """Words that neither a table nor its title has, by the one name of it that is nearest in meaning ("jenter" by "kvinner");
    None where there is no such word, or the table has no other of them.
    """
    names = _names(rows, corpus)
    told = names | titled_terms(rows[0], corpus)
    if not any(fitting(forms, told) for forms in by_word):
        # By nearness alone no table is asked about.
        return None
    # A name stands for nothing but what it names.
    names_said = {word.lower() for word in _NAMES.findall(query.text)}
    spelt = {stem(word): word for word in words(query.text) if word not in names_said}
    open_words = {
        next(iter(found)): forms
        for forms in by_word
        if not fitting(forms, told) and (found := [spelt[term] for term in forms if term in spelt])
    }
    own = telling_words(" ".join((*(row.label for row in rows), *rows[0].columns)))
    if not open_words or not own:
        return None
    near = corpus.word_space.between(list(open_words), own)
    meant: dict[int, Mapping[str, float]] = {}
    for values, forms in zip(near, open_words.values(), strict=True):
        best = int(values.argmax())
        others = [value for value, word in zip(values, own, strict=True) if stem(word) != stem(own[best])]
        if values[best] >= _NEAR and values[best] - max(others, default=0.0) >= _BY_FAR:
            meant[id(forms)] = {stem(own[best]): max(forms.values()) * float(values[best])}
    return [meant.get(id(forms), forms) for forms in by_word] if meant else None


def _names(rows: Sequence[Row], corpus: Corpus) -> frozenset[str]:
    """The terms of the names of a table's rows and columns."""
    key = ("names of table", *(row.passage.id for row in rows))
    known: frozenset[str] | None = corpus.kept.get(key)
    if known is None:
        named = (
            *(row.label for row in rows),
            *rows[0].columns,
            *(a for row in rows for a in row.passage.data["under"]),
        )
        known = corpus.kept[key] = terms_of(" ".join(named), corpus)
    return known


def _named(
    forms: Mapping[str, float], names: Set[str], titled: Set[str], particles: Mapping[str, str], corpus: Corpus
) -> Mapping[str, float]:
    unknown = [term for term in forms if not corpus.lexical.has(term)]
    for term in unknown:
        if (begun := _begins(term, names, titled)) is not None:
            # The word that a compound begins with tells a row from another, not the one that it ends with.
            return {begun: max(forms.values())}
    if forms.keys() & names:
        return forms
    for term, weight in forms.items():
        particle = particles.get(term)
        if particle is not None and len(term) > _OF_VERB:
            made = [name for name in names if name.startswith(particle + term[:_OF_VERB])]
            if len(made) == 1:
                return {made[0]: weight}
    for term in unknown:
        head = [own for own in titled if len(own) >= MIN_PART and term != own and term.endswith(own)]
        if head and len(before := term.removesuffix(max(head, key=len))) >= MIN_PART:
            # "Velferdsteknologisøknader" of a table of applications is "velferdsteknologi".
            return {**forms, stem(before): forms[term]}
    return forms


def _begins(term: str, names: Set[str], titled: Set[str]) -> str | None:
    """The longest name that a compound begins with, where what it ends with is said of any such figure or by the table:
    "lønnsutgifter" is "Lønn", but "driftsstansen" is no "Drift".
    """
    if not term.isalpha():
        return None
    begun = [name for name in names if len(name) >= _SHORTEST_NAME and name not in SAID and term.startswith(name)]
    if not begun:
        return None
    name = max(begun, key=len)
    rest = term.removeprefix(name).removeprefix("s").removeprefix("e")
    of_any = any(rest.startswith(end) for end in _OF_ANY_FIGURE)
    return name if of_any or (len(rest) >= MIN_PART and bool(fitting({rest}, titled | (names - {name})))) else None
