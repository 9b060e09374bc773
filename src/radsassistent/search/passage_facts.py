"""What a passage has whatever is asked: its numbers, amounts and names, what it stands under, what its table row is called.

Worked out once for each passage that comes near a question, and kept with the corpus of the archive's generation.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL, SMALL
from radsassistent.meetings.people import each_person, is_person_name
from radsassistent.search.abbreviations import UNTELLING
from radsassistent.search.answer_types import A_COUNT, beside_figures, types_told
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.terms import terms

# The facts of so many passages are remembered, some 2 kB each: all of twenty decks.
MOST_REMEMBERED = 20_000
MONEY = re.compile(r"\b(?:kr|kroner|mill|mnok|mrd|million\w*)\b", re.IGNORECASE)
WITHOUT = re.compile(
    r"\b(?:uten(?:om)?|utan(?:om)?|unntatt|eksklusiv\w*|ekskl|excluding|without|except)\b", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d+(?:[ .,]\d+)*")
_SHARE = re.compile(r"%|\bprosent|\bandel|\b(?:halvparten|tredjedel|fjerdedel|alle|ingen|flertall\w*)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"sommer\w*|høst\w*|vår\w*|vinter\w*|kvartal|halvår|medio|ultimo|q[1-4]|"
    r"(?:\d+|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti)\s+(?:år|måned\w*|uke\w*|dag\w*|virkedag\w*))\b",
    re.IGNORECASE,
)
# A text's place in a list stands before it ("4: …"); it is no figure.
_MARKER = re.compile(r"^\s*\d{1,2}[.:)]\s+(?=[^\W\d_])")
_NUMBERING = re.compile(r"\d{1,2}[.):]?")
# The words under the figure of a card are few.
_WORDS_OF_CARD = 6
_DECIDED = re.compile(r"(?:vedtak|beslutning|beslut|avgjerd|konklusjon)\b", re.IGNORECASE)
_NAME = re.compile(rf"\b{CAPITAL}{SMALL}+\s+{CAPITAL}[\w-]+")
_YEAR = re.compile(r"\b20\d\d\b")

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Of a table row: its table, the terms that name it with what it stands under, and those above it; of a sum the terms of what
    its table is about, and the names of other tables' rows that these hold.
    """

    table: tuple[str, int, int]
    named: frozenset[str]
    above: frozenset[str]
    is_total: bool
    is_change: bool
    parts: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class PassageFacts:
    """What one passage has. `headed` is its text with what it stands under, `whole` its text with its context; `numbers` and
    `counts` are the figures of `headed`, the second in words; `types` tells which of the sorts of answer `headed` has, and
    `beside` the telling words beside its figures.
    """

    headed: str
    whole: str
    words: float
    leads_in: bool
    numbers: tuple[str, ...]
    counts: tuple[str, ...]
    has_year: bool
    has_money: bool
    has_share: bool
    has_time: bool
    has_name: bool
    has_role: bool
    is_without: bool
    in_decision: bool
    is_head: bool
    people: frozenset[str]
    organisation: frozenset[str]
    group: tuple[str, ...]
    types: tuple[bool, ...]
    beside: frozenset[str]
    row: RowFacts | None


def facts(passage: Passage, corpus: Corpus) -> PassageFacts:
    """The facts of a passage, made once for each generation of the archive."""
    remembered: dict[int, tuple[Passage, PassageFacts]] | None = corpus.kept.get("passage facts")
    if remembered is None:
        remembered = corpus.kept["passage facts"] = {}
    known = remembered.get(passage.id)
    if known is None or known[0] is not passage:
        known = passage, _made(passage, corpus)
        if len(remembered) >= MOST_REMEMBERED:
            remembered.clear()
        remembered[passage.id] = known
    return known[1]


def _made(passage: Passage, corpus: Corpus) -> PassageFacts:
    text, whole, data = passage.text, passage.embedded_text, passage.data
    under, above = headed(passage), tuple(data.get("under") or ())
    return PassageFacts(
        headed=under,
        whole=whole,
        words=math.log(1 + len(text.split())),
        leads_in=text.rstrip().endswith(":"),
        numbers=tuple(_NUMBERS.findall(under)),
        counts=tuple(found.lower() for found in A_COUNT.findall(under)),
        has_year=_YEAR.search(text) is not None,
        has_money=MONEY.search(whole) is not None,
        has_share=_SHARE.search(whole) is not None,
        has_time=has_time(under) or passage.kind is PassageKind.AGENDA,
        has_name=_NAME.search(text) is not None,
        has_role=bool(data.get("role")),
        is_without=passage.kind is PassageKind.TABLE_ROW and WITHOUT.search(whole) is not None,
        in_decision=passage.kind is PassageKind.UNIT and any(_DECIDED.match(line) for line in (*above, text)),
        is_head=passage.kind is PassageKind.UNIT and corpus.is_head(passage),
        people=frozenset(name for name in (data.get("name"), *each_person(data.get("presenter"))) if name) or _NONE,
        organisation=frozenset(terms(str(data.get("organisation") or ""))) - UNTELLING or _NONE,
        group=tuple(terms(str(data.get("group") or ""))),
        types=types_told(under),
        beside=frozenset(beside_figures(under)) or _NONE,
        row=_row(passage, corpus) if passage.kind is PassageKind.TABLE_ROW else None,
    )


def _row(passage: Passage, corpus: Corpus) -> RowFacts:
    data = passage.data
    is_total = corpus.is_total(passage)
    # A sum is the sum of what its table is about.
    about = data["caption"] if is_total else ""
    return RowFacts(
        table=(passage.sha256, passage.slide, data["table"]),
        named=corpus.term_sets(passage)[2] | frozenset(terms(" ".join((*data["under"], about)))),
        above=frozenset(terms(" ".join(data["under"]))) - corpus.common_labels(passage) or _NONE,
        is_total=is_total,
        is_change=Cue.CHANGE in cues(" ".join((*data["under"], data["label"]))),
        parts=corpus.parts_about(passage) if is_total else (),
    )


def headed(passage: Passage) -> str:
    """A passage's text with the heading or bullet that it stands under, which may hold its figure."""
    above = [line for line in passage.data.get("under", ())[-1:] if not _is_numbering(line, passage.text)]
    return " ".join((*above, _MARKER.sub("", passage.text)))


def _is_numbering(line: str, text: str) -> bool:
    """Whether a line above a text is only its place in a list ("4"), not its figure ("5,5 mill", "174")."""
    if not _NUMBERING.fullmatch(line.strip()):
        return False
    return len(text.split()) > _WORDS_OF_CARD or is_person_name(text)


def has_time(text: str) -> bool:
    """Whether a text tells a time: a year, month, season or span."""
    return _TIME.search(text) is not None
