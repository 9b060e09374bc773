"""Asks every gold question through one callable and collects the judged answers into a report."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from radsassistent.archive.gold_fields import Split
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.metrics import Figures, Outcome, by_kind, by_language, figures, judge

Ask = Callable[[str, str | None], Mapping[str, Any]]
"""Question and chat id in, the batch record out: `answer`, `abstained`, `citations`, `retrieved`, `ms`."""


@dataclass(frozen=True)
class Report:
    """What was asked and how it went: every question, and the figures overall and per kind."""

    outcomes: tuple[Outcome, ...]
    overall: Figures
    kinds: Mapping[str, Figures]

    @property
    def languages(self) -> dict[str, Figures]:
        """The figures by the questions' language."""
        return by_language(self.outcomes)

    @property
    def follow_ups(self) -> Figures:
        """The figures over the later questions of conversations."""
        return figures([outcome for outcome in self.outcomes if outcome.follow_up])

    def up_to(self, last: str) -> Figures | None:
        """The figures over the questions whose id is no higher than another's of the same series ("feb-600"); None for none."""
        series, newest = _numbered(last)
        ids = [(outcome, *_numbered(outcome.question.id)) for outcome in self.outcomes]
        older = [outcome for outcome, of, number in ids if of == series and number <= newest]
        return figures(older) if older else None

    @property
    def is_blind(self) -> bool:
        """Whether it holds questions of the test split: then only figures are shown, so that nobody tunes on them."""
        return any(outcome.question.split == "test" for outcome in self.outcomes)


def _numbered(question: str) -> tuple[str, int]:
    """The series of a question's id and its number in it: "feb-1030" is number 1030 of "feb"."""
    series, _, number = question.rpartition("-")
    return series, int(number) if number.isdigit() else 0


def evaluate(questions: Iterable[Question], ask: Ask, documents: Mapping[str, Collection[str]] | None = None) -> Report:
    """Ask the questions in order and judge the answers.

    Order matters within a chat, and a chat id is made unique by its meeting, so two gold files may both use
    "c1". `documents` maps a meeting's folder name to its files' names as they stand in the records; see
    `judge`. An exception from `ask` ends the run: a crash is a defect to be seen, not a wrong answer to be
    averaged.
    """
    outcomes: list[Outcome] = []
    chats: set[str] = set()
    for question in questions:
        chat = None if question.chat is None else f"{question.meeting}:{question.chat}"
        record = ask(question.question, chat)
        of_meeting = None if documents is None else documents.get(question.meeting, ())
        outcomes.append(judge(question, record, of_meeting, follow_up=chat in chats))
        if chat is not None:
            chats.add(chat)
    return Report(outcomes=tuple(outcomes), overall=figures(outcomes), kinds=by_kind(outcomes))


def of_split(questions: Iterable[Question], split: Split | None) -> list[Question]:
    """The questions of one split; all for None."""
    return [question for question in questions if split is None or question.split == split]
