"""An evaluation from start to end: load the gold, ask, judge, print, write the report, check the thresholds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive.gold_fields import SPLITS, Split
from radsassistent.errors import UsageError
from radsassistent.evaluation.gate import failures, load_thresholds
from radsassistent.evaluation.gold import load, load_folder
from radsassistent.evaluation.labels import told
from radsassistent.evaluation.paired import BASELINE_FILE, Comparison, compare, load_baseline, passed, save_baseline
from radsassistent.evaluation.report import side_by_side, table, write
from radsassistent.evaluation.run import Ask, evaluate, of_split


@dataclass(frozen=True)
class Wanted:
    """What is asked of an evaluation: questions (a gold file or a folder of them), split, and where the report goes.

    Without a split named it is "test" for the gate, "dev" otherwise. `thresholds` and the baseline stand by the questions
    unless given. `save_baseline` keeps how each question went for later runs to be compared with.
    """

    questions: Path
    split: str | None
    gate: bool
    thresholds: Path | None
    report: Path
    save_baseline: bool = False


def run(wanted: Wanted, assistant: Assistant, documents: Mapping[str, set[str]], peer: Ask | None = None) -> list[str]:
    """Evaluate one split and return what is under its thresholds, in Norwegian; nothing without the gate.

    With a `peer`, that is asked the same questions, and both are told beside each other.
    """
    questions, gate = wanted.questions, wanted.gate
    chosen = _split(wanted.split, gate)
    folder = questions if questions.is_dir() else questions.parent
    gold = of_split(load_folder(questions) if questions.is_dir() else load(questions), chosen)
    _check_names({question.meeting: documents.get(question.meeting, set()) for question in gold})
    result = evaluate(gold, asking(assistant), documents)
    Console().print(table(result))
    now, baseline = passed(result), folder / BASELINE_FILE
    before = load_baseline(baseline, chosen)
    comparisons = [] if before is None else [Comparison("den lagrede målingen", compare(now, before))]
    for comparison in comparisons:
        _tell(comparison, named=not result.is_blind)
    if peer is not None:
        other = evaluate(gold, peer, documents)
        Console().print(side_by_side(result, other))
        comparisons.append(Comparison("LlamaIndex alene", compare(now, passed(other))))
        _tell(comparisons[-1], named=False)
    if wanted.save_baseline:
        save_baseline(baseline, chosen, now)
    written = write(result, wanted.report, comparisons)
    Console().print(f"Rapport: {written.html}", highlight=False, soft_wrap=True)
    if not gate:
        return []
    return failures(result, load_thresholds(wanted.thresholds or folder / "thresholds.toml"), chosen)


def _check_names(documents: Mapping[str, set[str]]) -> None:
    """A citation is judged by the name of its document: two meetings must not share one."""
    meeting_of: dict[str, str] = {}
    for meeting, names in documents.items():
        for name in sorted(names):
            if name in meeting_of:
                raise UsageError(f"{name} finnes både i {meeting_of[name]} og {meeting}. Gi filene hvert sitt navn.")
            meeting_of[name] = meeting


def _tell(comparison: Comparison, *, named: bool) -> None:
    """How many questions got better and worse. Those of the test split are counted, not named."""
    pairs = comparison.pairs
    text = f"Mot {comparison.against} ({pairs.compared} spørsmål): {told(pairs)}"
    console = Console(highlight=False, soft_wrap=True)
    console.print(text)
    if named:
        for label, names in (("bedre", pairs.better), ("dårligere", pairs.worse)):
            if names:
                console.print(f"  {label}: {', '.join(names)}")


def _split(name: str | None, gate: bool) -> Split:
    if name is None:
        return "test" if gate else "dev"
    for split in SPLITS:
        if split == name:
            return split
    raise UsageError(f"--split {name}: velg {' eller '.join(SPLITS)}.")


def asking(assistant: Assistant) -> Callable[[str, str | None], Mapping[str, Any]]:
    """Ask as a batch run does: questions of one chat are turns of one conversation. The record has the sentences too."""
    chats: dict[str, Conversation] = {}

    def ask(question: str, chat: str | None) -> Mapping[str, Any]:
        conversation = chats.setdefault(chat, Conversation()) if chat is not None else None
        answer = assistant.ask(question, conversation)
        sentences = [
            {"text": said.text, "citations": [{"document": c.document, "slide": c.slide} for c in said.citations]}
            for said in answer.sentences
        ]
        return answer.record() | {"sentences": sentences}

    return ask
