"""The gold questions: what is asked, what a right answer must hold, and which slides may prove it.

A file is named after its meeting's folder (`2026-02-12-portefoljeradet.jsonl`) and holds one JSON object a
line. Every field must be there: a forgotten or misspelt field would quietly make a question easier to pass.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from radsassistent.archive.gold_fields import KINDS, LANGUAGES, NOT_IN_DOCUMENTS, SPLITS, Language, Split
from radsassistent.errors import RadsassistentError

FIELDS = (
    "id",
    "question",
    "language",
    "chat",
    "kind",
    "near_miss",
    "split",
    "answers",
    "slides",
    "forbidden",
    "max_words",
)


class GoldError(RadsassistentError):
    """A gold file cannot be used; the message names the file and, where there is one, the line."""


@dataclass(frozen=True)
class Question:
    """One gold question.

    `answers` and `slides` are groups of alternatives: every group is needed, one alternative satisfies a
    group. Slides are 1-based pages of the meeting's deck. Both are empty exactly when the documents hold no
    answer; `near_miss` then tells whether they hold the topic (another year, case, person or detail) or nothing of it.
    """

    id: str
    question: str
    language: Language
    chat: str | None
    kind: str
    near_miss: bool
    split: Split
    answers: tuple[tuple[str, ...], ...]
    slides: tuple[tuple[int, ...], ...]
    forbidden: tuple[str, ...]
    max_words: int | None
    meeting: str
    """The gold file's name without its ending, which is the name of the meeting's folder."""

    @property
    def answerable(self) -> bool:
        return self.kind != NOT_IN_DOCUMENTS

    @property
    def gold_slides(self) -> frozenset[int]:
        """Every slide that may be cited: the union of the groups."""
        return frozenset(slide for group in self.slides for slide in group)


def load(path: Path) -> list[Question]:
    """The questions of one gold file, in the file's order (turns of a chat depend on it).

    Raises GoldError for a file that cannot be read or is empty, a line that is not a JSON object, an unknown,
    missing or ill-typed field, an id used twice, and a chat that is spread over both splits.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"Fasitfilen {path} kan ikke leses: {error}.") from error
    questions: list[Question] = []
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        question = _Line(path, number).question(line)
        if question.id in lines:
            raise GoldError(f"{path}, linje {number}: id «{question.id}» er alt brukt på linje {lines[question.id]}.")
        lines[question.id] = number
        questions.append(question)
    if not questions:
        raise GoldError(f"Fasitfilen {path} er tom.")
    _check_chats(path, questions)
    return questions


def load_folder(path: Path) -> list[Question]:
    """The questions of every `*.jsonl` in a folder, files in alphabetical (so chronological) order.

    Raises GoldError when there is no such file, when one of them is bad, or when two share an id.
    """
    files = sorted(path.glob("*.jsonl"))
    if not files:
        raise GoldError(f"Fant ingen fasitfiler (*.jsonl) i {path}.")
    questions: list[Question] = []
    origin: dict[str, Path] = {}
    for file in files:
        for question in load(file):
            if question.id in origin:
                raise GoldError(f"{file}: id «{question.id}» er alt brukt i {origin[question.id]}.")
            origin[question.id] = file
            questions.append(question)
    return questions


def _check_chats(path: Path, questions: Sequence[Question]) -> None:
    splits: dict[str, Split] = {}
    for question in questions:
        if question.chat is not None and splits.setdefault(question.chat, question.split) != question.split:
            raise GoldError(f"{path}: samtalen «{question.chat}» er delt på dev og test; den må stå samlet.")


@dataclass(frozen=True)
class _Line:
    """Where a value stands, so that every complaint can name it."""

    path: Path
    number: int

    def question(self, line: str) -> Question:
        try:
            raw = json.loads(line)
        except json.JSONDecodeError as error:
            raise self._error(f"ikke gyldig JSON ({error.msg}, tegn {error.pos + 1})") from error
        if not isinstance(raw, dict):
            raise self._error("hver linje må være et JSON-objekt")
        for field in raw:
            if field not in FIELDS:
                raise self._error(f"ukjent felt «{field}»; kjente felt er {', '.join(FIELDS)}")
        for field in FIELDS:
            if field not in raw:
                raise self._error(f"feltet «{field}» mangler")
        question = Question(
            id=self._text(raw, "id"),
            question=self._text(raw, "question"),
            language=cast(Language, self._one_of(raw, "language", LANGUAGES)),
            chat=None if raw["chat"] is None else self._text(raw, "chat"),
            kind=self._one_of(raw, "kind", KINDS),
            near_miss=self._flag(raw, "near_miss"),
            split=cast(Split, self._one_of(raw, "split", SPLITS)),
            answers=tuple(tuple(map(self._answer, group)) for group in self._groups(raw, "answers")),
            slides=tuple(tuple(map(self._slide, group)) for group in self._groups(raw, "slides")),
            forbidden=tuple(map(self._answer, self._list(raw["forbidden"], "forbidden"))),
            max_words=self._max_words(raw["max_words"]),
            meeting=self.path.stem,
        )
        if question.answerable and not (question.answers and question.slides):
            raise self._error(f"et spørsmål av typen «{question.kind}» må ha både answers og slides")
        if not question.answerable and (question.answers or question.slides):
            raise self._error(f"et spørsmål av typen «{NOT_IN_DOCUMENTS}» kan ikke ha answers eller slides")
        if question.answerable and question.near_miss:
            raise self._error(f"bare et spørsmål av typen «{NOT_IN_DOCUMENTS}» kan være near_miss")
        return question

    def _error(self, complaint: str) -> GoldError:
        return GoldError(f"{self.path}, linje {self.number}: {complaint}.")

    def _text(self, raw: dict[str, Any], field: str) -> str:
        value = raw[field]
        if not isinstance(value, str) or not value.strip():
            raise self._error(f"feltet «{field}» må være en tekst som ikke er tom")
        return value

    def _flag(self, raw: dict[str, Any], field: str) -> bool:
        value = raw[field]
        if not isinstance(value, bool):
            raise self._error(f"feltet «{field}» må være true eller false")
        return value

    def _one_of(self, raw: dict[str, Any], field: str, allowed: Sequence[str]) -> str:
        value = self._text(raw, field)
        if value not in allowed:
            raise self._error(f"«{value}» er ingen kjent verdi for «{field}»; velg en av {', '.join(allowed)}")
        return value

    def _list(self, value: object, field: str) -> list[object]:
        if not isinstance(value, list):
            raise self._error(f"feltet «{field}» må være en liste")
        return value

    def _groups(self, raw: dict[str, Any], field: str) -> list[list[object]]:
        groups = [self._list(group, field) for group in self._list(raw[field], field)]
        if not all(groups):
            raise self._error(f"feltet «{field}» har en tom gruppe")
        return groups

    def _answer(self, value: object) -> str:
        if not isinstance(value, str) or not any(character.isalnum() for character in value):
            raise self._error(f"«{value}» må være en tekst med minst én bokstav eller ett siffer")
        return value

    def _slide(self, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self._error(f"«{value}» er ikke et lysbildenummer; det første er 1")
        return value

    def _max_words(self, value: object) -> int | None:
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self._error("feltet «max_words» må være null eller et positivt heltall")
        return value
