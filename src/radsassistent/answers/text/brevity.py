"""Which of several texts a brief answer has room for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.draft import Draft, Statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITALS
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query
from radsassistent.search.style import limits
from radsassistent.search.terms import terms

_SENTENCE = re.compile(rf"(?<=[^\W\d_]{{3}}[.!?])\s+(?=[{CAPITALS}«])")
# A brief answer in words has at most so many.
BRIEF_WORDS = 28


def within(units: Sequence[Passage], most: int) -> list[Passage]:
    """The first of some texts, and those after it that fit, so that all have at most so many words together."""
    chosen: list[Passage] = []
    words = 0
    for unit in units:
        own = len(unit.text.split())
        if not chosen or words + own <= most:
            chosen.append(unit)
            words += own
    return chosen


def titled(said: Statement, texts: Sequence[str], title: str) -> Statement:
    """A statement with its slide's title before it, where the texts told do not say all of that themselves."""
    told = set(terms(" ".join(texts)))
    if not title or set(terms(title)) <= told or title in said.text:
        return said
    return Statement(f"{title.rstrip(':.')}: {said.text}", said.support)


def shortened(statements: Sequence[Statement], most: int) -> list[Statement]:
    """The first of some statements, and those right after it while all have at most so many words together."""
    said: list[Statement] = []
    words = 0
    for each in statements:
        words += len(each.text.split())
        if said and words > most:
            break
        said.append(each)
    return said


def as_asked(query: Query, draft: Draft) -> Draft:
    """A draft no longer than its question says: of a numbered list the one place asked for, else the first of its statements, and
    those after it that there is room for.
    """
    placed = _of_place(query, draft)
    if placed is not None:
        return replace(draft, statements=(placed,))
    if Cue.BRIEF in query.cues and not draft.abstained:
        draft = replace(draft, statements=tuple(_to_the_point(said, query) for said in draft.statements))
    most = limits(query.question)
    if draft.abstained or len(draft.statements) < 2 or most == limits(""):
        return draft
    said = draft.statements[: most.sentences] if most.sentences is not None else draft.statements
    return replace(draft, statements=tuple(shortened(said, most.words) if most.words is not None else said))


# "Øverst på lista", "nummer to", "på tredjeplass": one place of a list that is told by numbers.
_NUMERALS = {
    "en": 1,
    "ett": 1,
    "én": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
}
_ORDINALS = {
    "første": 1, "fyrste": 1, "first": 1, "andre": 2, "second": 2, "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4,
    "femte": 5, "fifth": 5,
}  # fmt: skip
_PLACE = re.compile(
    rf"\b(?:(?:nummer|nr\.?|number|punkt)\s+(?P<number>\d{{1,2}}|{'|'.join(_NUMERALS)})|(?P<nth>{'|'.join(_ORDINALS)})[\s-]?plass(?:en)?|"
    r"(?P<top>øverst\w*|øvst\w*|at\s+the\s+top)|(?P<last>nederst\w*|nedst\w*|sisteplass(?:en)?|siste\s+punkt(?:et)?|at\s+the\s+bottom))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?P<place>\d{1,2})\s*[:.)]\s")
_SHORTEST_LIST = 3


def _of_place(query: Query, draft: Draft) -> Statement | None:
    """The one statement of a numbered list whose place a question asks for; None where it asks for none."""
    asked = _PLACE.search(query.asked)
    placed = {int(match["place"]): said for said in draft.statements if (match := _NUMBERED.match(said.text))}
    if asked is None or draft.abstained or len(placed) < _SHORTEST_LIST or len(placed) != len(draft.statements):
        return None
    if asked["number"] is not None:
        number = asked["number"].lower()
        return placed.get(int(number) if number.isdigit() else _NUMERALS[number])
    if asked["nth"] is not None:
        return placed.get(_ORDINALS[asked["nth"].lower()])
    return placed[max(placed) if asked["last"] else min(placed)]


def _to_the_point(said: Statement, query: Query) -> Statement:
    """The one sentence of a long text that has most of a question's words; all of it where none has more than every other."""
    sentences = _SENTENCE.split(said.text)
    of_text = len(said.support) == 1 and said.support[0].passage.kind is PassageKind.UNIT
    if not of_text or len(sentences) < 2 or len(said.text.split()) <= BRIEF_WORDS:
        return said
    asked = set(query.terms)
    shared = [len(asked & set(terms(sentence))) for sentence in sentences]
    best = max(shared)
    return replace(said, text=sentences[shared.index(best)]) if shared.count(best) == 1 else said


# What goes on after the gist of a point: "…, slik at de kan begynne", "… (fra 2030)".
_GOES_ON = re.compile(
    r"\s*(?:,\s+(?:slik\s+at|så|som|for\s+å|fordi|der|og\s+dermed)\b|\s\(|\s[–—]\s).*$", re.IGNORECASE | re.DOTALL
)
_FEWEST_OF_GIST = 4


def gist(text: str) -> str:
    """The words of a point before what only goes on from them; all of them where too few are left."""
    short = _GOES_ON.sub("", text.strip())
    return short if len(short.split()) >= _FEWEST_OF_GIST else text.strip()
