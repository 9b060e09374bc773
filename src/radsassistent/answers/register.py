"""The register searched and narrowed down: by words and meaning as answers are, by number, body, status and date exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from radsassistent.archive import CouncilEmbedding, PassageKind
from radsassistent.archive.register import CaseNumber, Entry, Status, entries
from radsassistent.meetings import Place
from radsassistent.meetings.case_numbers import CASE_NUMBER
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import find
from radsassistent.search.query import Query, Wanted
from radsassistent.search.understand import other_names, without_courtesy

# A row is a hit when it has words of at least this much of the search's weight. Where no row has, those are whose fused
# score (standard deviations over the archive's passages) is at least this; with some of the words, they are in any case.
# Measured: docs/measurements.md, "The register".
LEAST_WORDS = 0.5
LEAST_SCORE = 1.75
# A search text longer than this (characters) is a pasted text.
LONGEST_SEARCH = 500


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in the register; what is empty narrows nothing down. `meeting` is a meeting's key."""

    text: str = ""
    body: str = ""
    meeting: str = ""
    case: str = ""
    statuses: tuple[Status, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def is_everything(self) -> bool:
        return self == Sought()


class Kept(Protocol):
    """What the register needs of an archive."""

    @property
    def directory(self) -> Path: ...

    @property
    def embedder(self) -> CouncilEmbedding: ...


class Searched(Protocol):
    """What the register needs of the assistant."""

    def corpus(self, *, internal: bool = True) -> Corpus: ...


class Register:
    """The register of an archive. Safe to use from several threads; sees new meetings at once."""

    def __init__(self, archive: Kept, searched: Searched) -> None:
        """`searched` gives what answers are searched in; asked only where there is something to search for."""
        self._archive = archive
        self._searched = searched

    def entries(self, *, internal: bool) -> list[Entry]:
        """All rows, the newest first; those of internal documents only if `internal`."""
        return entries(self._archive.directory, internal=internal)

    def find(self, sought: Sought, *, internal: bool) -> list[Entry]:
        """The rows that are looked for, the newest first."""
        return self.among(self.entries(internal=internal), sought, internal=internal)

    def among(self, rows: Sequence[Entry], sought: Sought, *, internal: bool) -> list[Entry]:
        """Those of some rows that are looked for, in their order.

        A case number in the text names the case; the rest of the text is searched for by words and by meaning.
        """
        text = " ".join(sought.text[:LONGEST_SEARCH].split())
        whole = CaseNumber.read(text)
        numbers = [whole] if whole else [each for m in CASE_NUMBER.finditer(text) if (each := CaseNumber.read(m[0]))]
        rest = "" if whole else CASE_NUMBER.sub(" ", text)
        kept = [row for row in rows if _is_among(row, sought)]
        if numbers:
            kept = [row for row in kept if any(number.names(row.case) for number in numbers)]
        if not kept or not any(map(str.isalnum, rest)) or (numbers and rest.strip(" .:").casefold() in _CASE_WORDS):
            return kept
        found = self._by_words_and_meaning(rest, self._searched.corpus(internal=internal))
        return [row for row in kept if any((step.place, step.text) in found for step in row.steps)]

    def _by_words_and_meaning(self, text: str, corpus: Corpus) -> set[tuple[Place, str]]:
        """Where the proposals and decisions stand that a text finds, with their words."""
        said = without_courtesy(text.strip())
        spelt_out = other_names(said, corpus, "{said} ({name})")
        query = Query(spelt_out, spelt_out, Wanted.TEXT, tuple(corpus.asked(spelt_out)))
        weights = corpus.weights(said)
        whole = sum(weights.values())
        by_words: set[tuple[Place, str]] = set()
        near: set[tuple[Place, str]] = set()
        both: set[tuple[Place, str]] = set()
        for hit in find(query, self._archive.embedder.get_query_embedding(spelt_out), corpus):
            passage = hit.passage
            if passage.kind not in (PassageKind.PROPOSAL, PassageKind.DECISION):
                continue
            has = sum(weight for term, weight in weights.items() if term in corpus.term_sets(passage)[0])
            spot = (Place(passage.sha256, passage.slide), passage.text)
            if whole and has >= LEAST_WORDS * whole:
                by_words.add(spot)
            elif hit.score >= LEAST_SCORE:
                (both if has else near).add(spot)
        return by_words | both or near


_CASE_WORDS = frozenset({"sak", "saken", "sak nr", "saksnr", "case"})


def _is_among(row: Entry, sought: Sought) -> bool:
    number = CaseNumber.read(sought.case) if sought.case.strip() else None
    if sought.case.strip() and not (number.names(row.case) if number else row.case == sought.case.strip()):
        return False
    if sought.since and (not row.date or row.date < sought.since.isoformat()):
        return False
    if sought.until and (not row.date or row.date > sought.until.isoformat()):
        return False
    return (
        sought.body in ("", row.body)
        and sought.meeting in ("", row.meeting)
        and (not sought.statuses or row.status in sought.statuses)
    )
