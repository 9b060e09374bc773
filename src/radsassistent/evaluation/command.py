"""An evaluation from start to end: load the gold, ask, judge, print, write the report, check the thresholds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console

from radsassistent.answers import Assistant, Conversation
from radsassistent.errors import UsageError
from radsassistent.evaluation.gate import failures, load_thresholds
from radsassistent.evaluation.gold import SPLITS, Split, load, load_folder
from radsassistent.evaluation.report import table, write
from radsassistent.evaluation.run import evaluate, of_split


def run(
    questions: Path,
    split: str | None,
    gate: bool,
    thresholds: Path | None,
    report: Path,
    assistant: Assistant,
    documents: Mapping[str, set[str]],
) -> list[str]:
    """Evaluate one split and return what is under its thresholds, in Norwegian; nothing without `gate`.

    `questions` is a gold file or a folder of them; without a split named, "test" for the gate, "dev" otherwise.
    """
    chosen = _split(split, gate)
    folder = questions if questions.is_dir() else questions.parent
    gold = of_split(load_folder(questions) if questions.is_dir() else load(questions), chosen)
    result = evaluate(gold, asking(assistant), documents)
    Console().print(table(result))
    written = write(result, report)
    Console().print(f"Rapport: {written[1]}", highlight=False, soft_wrap=True)
    if not gate:
        return []
    return failures(result.overall, load_thresholds(thresholds or folder / "thresholds.toml"), chosen)


def _split(name: str | None, gate: bool) -> Split:
    if name is None:
        return "test" if gate else "dev"
    for split in SPLITS:
        if split == name:
            return split
    raise UsageError(f"--split {name}: velg {' eller '.join(SPLITS)}.")


def asking(assistant: Assistant) -> Callable[[str, str | None], Mapping[str, Any]]:
    """Ask as a batch run does: questions of one chat are turns of one conversation."""
    chats: dict[str, Conversation] = {}

    def ask(question: str, chat: str | None) -> Mapping[str, Any]:
        conversation = chats.setdefault(chat, Conversation()) if chat is not None else None
        return assistant.ask(question, conversation).record()

    return ask
