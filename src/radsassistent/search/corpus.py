"""A snapshot of the archive made ready for questions: the lexical index, slide texts, and what the archive names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations
from typing import Any

import numpy as np
from llama_index.core.schema import TextNode
from numpy.typing import NDArray
from rapidfuzz import fuzz

from radsassistent.archive import Passage, PassageKind, Snapshot
from radsassistent.archive.parts import has_own_text
from radsassistent.meetings.people import each_person
from radsassistent.search.abbreviations import abbreviations
from radsassistent.search.background import Background
from radsassistent.search.cues import topic
from radsassistent.search.figure_rows import figure_rows
from radsassistent.search.labels import label, labels
from radsassistent.search.lexical import LexicalIndex
from radsassistent.search.organisations import Organisations
from radsassistent.search.question_terms import QuestionTerms
from radsassistent.search.terms import is_english, terms
from radsassistent.search.terms import words as words_of
from radsassistent.search.word_space import WordSpace

# What a row of a sum is called.
TOTAL_LABEL = re.compile(r"^(sum|total|totalt|samlet|i alt|hele|heile)\b", re.IGNORECASE)

# Two names with one first name are the same from here on (rapidfuzz ratio, 0 to 100): two letters of twenty differ.
SAME_NAME = 90

SlideKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class MeetingKey:
    """A meeting by body and ISO date ("" when unknown)."""

    body: str
    date: str


@dataclass(frozen=True)
class Corpus:
    """Built once for each generation of the archive; immutable but for what it computes when first asked."""

    snapshot: Snapshot
    passages: tuple[Passage, ...]
    lexical: LexicalIndex
    places: dict[int, int] = field(repr=False)

    @classmethod
    def of(cls, snapshot: Snapshot, *, internal: bool = True) -> Corpus:
        """Without `internal`, made as if the archive had never had the internal documents."""
        snapshot = snapshot if internal else snapshot.open_to_all()
        passages = tuple(snapshot.passages.values())
        texts = [passage.embedded_text for passage in passages]
        organisations = {str(passage.data.get("organisation") or "") for passage in passages}
        lexical = LexicalIndex(texts, abbreviations(texts, sorted(organisations), labels(passages)))
        return cls(snapshot, passages, lexical, {passage.id: place for place, passage in enumerate(passages)})

    def node(self, passage: Passage) -> TextNode:
        """The passage as a LlamaIndex node, made once."""
        known: TextNode | None = self.kept.get(("node", passage.id))
        if known is None:
            known = self.kept["node", passage.id] = passage.node()
        return known

    def places_of(self, numbers: NDArray[np.int64]) -> NDArray[np.intp]:
        """The places of passages by their ids, (n,)."""
        ids, places = self._sorted_places
        return places[np.searchsorted(ids, numbers)]

    @cached_property
    def _sorted_places(self) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
        """The ids of the passages in rising order, and the place of each."""
        ids = np.array(list(self.places), dtype=np.int64)
        order = np.argsort(ids)
        return ids[order], np.array(list(self.places.values()), dtype=np.intp)[order]

    @cached_property
    def kept(self) -> dict[Hashable, Any]:
        """What is worked out of the archive when it is first asked for, by a key of its own."""
        return {}

    @cached_property
    def own_vectors(self) -> NDArray[np.float32]:
        """The embeddings of the passages' own texts, (n, dimensions), in the order of `passages`; those of the whole passages
        where the archive has none.
        """
        parts, whole = self.snapshot.parts, self.snapshot.vectors
        own = [parts.known(p.text) if has_own_text(p) else None for p in self.passages]
        rows = [whole.vector(p.id) if v is None else v for p, v in zip(self.passages, own, strict=True)]
        return np.array(rows, dtype=np.float32)

    @cached_property
    def background(self) -> Background:
        """How near the passages' own texts are to each other as a rule."""
        return Background.of(self.own_vectors)

    @cached_property
    def word_space(self) -> WordSpace:
        """How near words are to those of the passages."""
        return WordSpace(self.passages, self.snapshot.parts)

    def of_kind(self, kind: PassageKind) -> list[Passage]:
        """All passages of a kind, in the archive's order."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> dict[PassageKind, list[Passage]]:
        found: dict[PassageKind, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            found[passage.kind].append(passage)
        return found

    def on_slides(self, slides: Collection[SlideKey]) -> list[Passage]:
        """All passages of some slides, in the archive's order."""
        found = [passage for slide in set(slides) for passage in self.by_slide.get(slide, ())]
        return sorted(found, key=lambda passage: self.places[passage.id])

    def units_on(self, slide: SlideKey) -> list[Passage]:
        """The units of text of a slide, in the archive's order."""
        return [passage for passage in self.by_slide.get(slide, ()) if passage.kind is PassageKind.UNIT]

    @cached_property
    def by_slide(self) -> Mapping[SlideKey, tuple[Passage, ...]]:
        """The passages of every slide."""
        found: dict[SlideKey, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            found[passage.sha256, passage.slide].append(passage)
        return {slide: tuple(passages) for slide, passages in found.items()}

    @cached_property
    def figure_rows(self) -> tuple[Passage, ...]:
        """The figures with their names of every slide, as rows of a table; none of them is a passage of the archive."""
        return figure_rows(self.of_kind(PassageKind.UNIT), self.snapshot.slide_texts)

    @cached_property
    def meetings(self) -> tuple[MeetingKey, ...]:
        """The meetings of the archive, the newest first."""
        found = {MeetingKey(passage.body, passage.meeting) for passage in self.passages}
        return tuple(sorted(found, key=lambda meeting: (meeting.date, meeting.body), reverse=True))

    @cached_property
    def newest_of_bodies(self) -> tuple[MeetingKey, ...]:
        """The newest meeting of each body, the newest first."""
        newest = {meeting.body: meeting for meeting in reversed(self.meetings)}
        return tuple(meeting for meeting in self.meetings if newest[meeting.body] == meeting)

    @cached_property
    def cases(self) -> frozenset[str]:
        """Every case number that a slide or an agenda of the archive has."""
        return frozenset(passage.case for passage in self.passages if passage.case)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the people that the archive knows as members or presenters, or as those who met or were to meet."""
        listed = (*self.of_kind(PassageKind.MEMBER), *self.of_kind(PassageKind.ATTENDANCE))
        found: set[str] = {passage.data["name"] for passage in listed}
        found |= {name for item in self.of_kind(PassageKind.AGENDA) for name in each_person(item.data["presenter"])}
        return frozenset(name for name in found if " " in name)

    @cached_property
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """The other spellings of each name that the archive spells in several ways: the same first name, nearly the same
        whole, and on no slide together.
        """
        found: dict[str, list[str]] = defaultdict(list)
        for one, other in permutations(sorted(self.names), 2):
            alike = one.split()[0] == other.split()[0] and fuzz.ratio(one, other) >= SAME_NAME
            if alike and not any(one in text and other in text for text in self.snapshot.slide_texts.values()):
                found[one].append(other)
        return {name: tuple(others) for name, others in found.items()}

    def naming(self, name: str) -> list[Passage]:
        """The members and agenda rows of that very name."""
        named = (*self.of_kind(PassageKind.MEMBER), *self.of_kind(PassageKind.AGENDA))
        return [p for p in named if name == p.data.get("name") or name in each_person(p.data.get("presenter"))]

    @cached_property
    def organisations(self) -> Organisations:
        """The organisations that the archive names, for what else they are called."""
        return Organisations({str(passage.data.get("organisation") or "") for passage in self.passages}, self.words)

    def slide_text(self, sha256: str, slide: int) -> str:
        """What stands on a slide; "" for a slide that the archive does not have."""
        return self.snapshot.slide_texts.get((sha256, slide), "")

    @cached_property
    def words(self) -> frozenset[str]:
        """Every lower-case word of the archive, for telling known names and abbreviations from unknown ones."""
        return frozenset(
            word for passage in self.passages for word in re.findall(r"[^\W_]+", passage.embedded_text.lower())
        )

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Every word of the archive that stands somewhere without a capital letter; the others are names or open sentences."""
        return frozenset(
            word for passage in self.passages for word in re.findall(r"[^\W_]+", passage.text) if word.islower()
        )

    def term_sets(self, passage: Passage) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The terms of a passage with its context, of its text alone, and of what names it (label, title, name)."""
        known = self._term_sets.get(passage.id)
        if known is None:
            known = self._term_sets[passage.id] = (
                frozenset(self.terms(passage.embedded_text)),
                frozenset(self.terms(passage.text)),
                self._label_terms(passage),
            )
        return known

    @cached_property
    def _term_sets(self) -> dict[int, tuple[frozenset[str], frozenset[str], frozenset[str]]]:
        return {}

    def _label_terms(self, passage: Passage) -> frozenset[str]:
        """The terms of what names a passage; of a table row without those that most rows of its table have."""
        found = frozenset(terms(label(passage)))
        if passage.kind is not PassageKind.TABLE_ROW:
            return found
        return found - self.common_labels(passage) or found

    def common_labels(self, row: Passage) -> frozenset[str]:
        """The terms that most rows of a row's table have in their labels."""
        return self._common_labels.get(_table(row), frozenset())

    @cached_property
    def _common_labels(self) -> dict[tuple[str, int, int], frozenset[str]]:
        """By table, the terms that stand in more than half of its rows' labels ("vekst som følge av")."""
        of_rows: dict[tuple[str, int, int], list[frozenset[str]]] = defaultdict(list)
        for row in self.of_kind(PassageKind.TABLE_ROW):
            of_rows[_table(row)].append(frozenset(terms(label(row))))
        counts = {table: Counter(term for own in rows for term in own) for table, rows in of_rows.items()}
        return {
            table: frozenset(term for term, count in counts[table].items() if 2 * count > len(rows))
            for table, rows in of_rows.items()
        }

    @cached_property
    def case_terms(self) -> Mapping[tuple[str, str, str], frozenset[str]]:
        """The terms of all that is said in each case, by body, meeting and case."""
        found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for passage in self.passages:
            if passage.case:
                found[passage.body, passage.meeting, passage.case] |= self.term_sets(passage)[0]
        return {key: frozenset(own) for key, own in found.items()}

    def slide_terms(self, passage: Passage) -> frozenset[str]:
        """The terms of all that stands on a passage's slide, and of where its passages belong."""
        key = (passage.sha256, passage.slide)
        if key not in self._slide_terms:
            # Whichever passage of a slide is asked for first, it is the same.
            belongs = "\n".join(sorted({each.context for each in self.by_slide[key]}))
            self._slide_terms[key] = frozenset(self.terms(f"{belongs}\n{self.slide_text(*key)}"))
        return self._slide_terms[key]

    @cached_property
    def _slide_terms(self) -> dict[SlideKey, frozenset[str]]:
        return {}

    def is_total(self, passage: Passage) -> bool:
        """Whether a table row is the sum of others: by its name, or because others stand under it."""
        data = passage.data
        return bool(TOTAL_LABEL.match(data["label"])) or (_table(passage), data["label"]) in self._parents

    def is_head(self, passage: Passage) -> bool:
        """Whether other texts of its slide stand under a text: it is what they are headed by."""
        return (passage.sha256, passage.slide, passage.text.rstrip(":")) in self._heads

    @cached_property
    def _heads(self) -> frozenset[tuple[str, int, str]]:
        units = self.of_kind(PassageKind.UNIT)
        return frozenset((unit.sha256, unit.slide, above) for unit in units for above in unit.data["under"][-1:])

    def opened_by(self, passage: Passage) -> frozenset[SlideKey]:
        """The other slides of a text's document whose title the text is, as an entry of a list of contents is; mostly none."""
        titled = self._titled.get((passage.sha256, _bare(passage.text)), frozenset())
        return titled if (passage.sha256, passage.slide) not in titled else frozenset()

    @cached_property
    def _titled(self) -> dict[tuple[str, str], frozenset[SlideKey]]:
        """The slides by their document and title."""
        found: dict[tuple[str, str], set[SlideKey]] = defaultdict(set)
        for slide in self.of_kind(PassageKind.SLIDE):
            title = _bare(str(slide.data.get("title") or ""))
            if title:
                found[slide.sha256, title].add((slide.sha256, slide.slide))
        return {title: frozenset(slides) for title, slides in found.items()}

    def is_part(self, total: Passage, asked: Set[str]) -> bool:
        """Whether the row of a sum stands in a table about something that is itself a row of another, and not asked for."""
        return any(not label <= asked for label in self.parts_about(total))

    def parts_about(self, total: Passage) -> tuple[frozenset[str], ...]:
        """The names of other tables' rows that what the table of a sum is about holds: it may be the sum of one of them only."""
        about = frozenset(terms(total.data["caption"]))
        return tuple(label for label, table in self._row_labels if table != _table(total) and label <= about)

    @cached_property
    def row_names(self) -> frozenset[frozenset[str]]:
        """The terms that name a table row, of all rows but sums."""
        return frozenset(label for label, _ in self._row_labels)

    @cached_property
    def _row_labels(self) -> tuple[tuple[frozenset[str], tuple[str, int, int]], ...]:
        rows = [row for row in self.of_kind(PassageKind.TABLE_ROW) if not self.is_total(row)]
        return tuple((label, _table(row)) for row in rows if (label := self.term_sets(row)[2]))

    @cached_property
    def _parents(self) -> frozenset[tuple[tuple[str, int, int], str]]:
        """The rows that other rows of their table stand under, by table and label."""
        rows = self.of_kind(PassageKind.TABLE_ROW)
        return frozenset((_table(row), label) for row in rows for label in row.data["under"][-1:])

    def scores(self, question_terms: Iterable[str]) -> NDArray[np.float32]:
        """BM25 of every passage, (n,), in the order of `passages`."""
        return self.lexical.scores(list(question_terms))

    def weights(
        self, text: str, generic: Set[str] = frozenset(), *, in_english: bool | None = None
    ) -> dict[str, float]:
        """The terms of a question with how telling each is; `generic` ones, which every such question has, left out."""
        return self._question_terms.weights(text, generic, in_english=in_english)

    def topic(self, text: str, generic: Set[str] = frozenset()) -> dict[str, float]:
        """The terms of what a question is about, weighted: neither its cues nor its numbers; see `weights`."""
        # Without its cues a question has too few words left to tell its language by.
        told = self.weights(topic(text), generic, in_english=is_english(text))
        return {term: weight for term, weight in told.items() if not term[0].isdigit()}

    def abbreviated_by(self, term: str) -> tuple[str, ...]:
        """The terms of the name that a term is the archive's abbreviation of; none for any other term."""
        return self.lexical.aliases.get(term, ())

    def terms(self, text: str) -> list[str]:
        """The terms of a text of the archive, with the parts of its compounds and the other form of its abbreviations."""
        return self.lexical.terms(text)

    def asked(self, text: str) -> list[str]:
        """The terms of a question; what the archive writes otherwise is there in the archive's form too."""
        return self._question_terms.asked(text)

    @cached_property
    def _question_terms(self) -> QuestionTerms:
        return QuestionTerms(self.lexical, self.word_space)


def _bare(text: str) -> str:
    return " ".join(words_of(text))


def _table(passage: Passage) -> tuple[str, int, int]:
    return passage.sha256, passage.slide, passage.data["table"]
