"""Makers of small gold questions and batch records for the tests of this folder."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from radsassistent.archive.gold_fields import Language, Split
from radsassistent.evaluation.gold import Question

DECK = "deck.pdf"


@pytest.fixture
def question() -> Callable[..., Question]:
    return make_question


@pytest.fixture
def record() -> Callable[..., dict[str, Any]]:
    return make_record


def make_question(
    id: str = "q1",
    *,
    kind: str = "fact",
    answers: Sequence[Sequence[str]] = (("42",),),
    slides: Sequence[Sequence[int]] = ((7,),),
    forbidden: Sequence[str] = (),
    max_words: int | None = None,
    chat: str | None = None,
    meeting: str = "2026-02-12-portefoljeradet",
    language: Language = "nb",
    near_miss: bool = False,
    split: Split = "dev",
) -> Question:
    """An answerable question, unless its kind says otherwise."""
    unanswerable = kind == "not-in-documents"
    return Question(
        id=id,
        question=f"Spørsmål {id}?",
        language=language,
        chat=chat,
        kind=kind,
        near_miss=near_miss,
        split=split,
        answers=() if unanswerable else tuple(map(tuple, answers)),
        slides=() if unanswerable else tuple(map(tuple, slides)),
        forbidden=tuple(forbidden),
        max_words=max_words,
        meeting=meeting,
    )


def make_record(
    answer: str = "Det er 42.",
    *,
    abstained: bool = False,
    cited: Sequence[int] = (7,),
    retrieved: Sequence[int] = (7,),
    ms: float = 10.0,
    document: str = DECK,
    sentences: Sequence[Sequence[int]] | None = None,
    rejected: int = 0,
) -> dict[str, Any]:
    """A batch record with only what the evaluation reads; `sentences` are the slides that each of them cites."""
    said = {} if sentences is None else {"sentences": [{"citations": _cited(document, slides)} for slides in sentences]}
    return said | {
        "rejected": rejected,
        "id": "q1",
        "question": "Spørsmål?",
        "answer": answer,
        "abstained": abstained,
        "citations": [{"document": document, "slide": slide, "quote": ""} for slide in cited],
        "retrieved": [{"document": document, "slide": slide, "score": 1.0} for slide in retrieved],
        "ms": {"total": ms},
    }


def _cited(document: str, slides: Sequence[int]) -> list[dict[str, Any]]:
    return [{"document": document, "slide": slide} for slide in slides]
