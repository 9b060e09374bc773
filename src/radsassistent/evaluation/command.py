"""An evaluation from start to end: load the gold, ask, judge, print, write the report, check the thresholds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from radsassistent.answers import Assistant, Conversation
from radsassistent.errors import UsageError
from radsassistent.evaluation.gate import failures, load_thresholds
from radsassistent.evaluation.gold import SPLITS, Split, load, load_folder
from radsassistent.evaluation.paired import BASELINE_FILE, Pairs, compare, load_baseline, passed, save_baseline
from radsassistent.evaluation.report import side_by_side, table, write
from radsassistent.evaluation.run import Ask, evaluate, of_split

# Below this a chance is told as smaller than it: three decimals would show nothing.
SHOWN_CHANCE = 0.001


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
    result = evaluate(gold, asking(assistant), documents)
    Console().print(table(result))
    now, baseline = passed(result), folder / BASELINE_FILE
    before = load_baseline(baseline, chosen)
    if before is not None:
        _tell("Mot den lagrede målingen", compare(now, before), named=chosen != "test")
    if peer is not None:
        other = evaluate(gold, peer, documents)
        Console().print(side_by_side(result, other))
        _tell("Mot LlamaIndex alene", compare(now, passed(other)), named=False)
    if wanted.save_baseline:
        save_baseline(baseline, chosen, now)
    written = write(result, wanted.report)
    Console().print(f"Rapport: {written[1]}", highlight=False, soft_wrap=True)
    if not gate:
        return []
    return failures(result.overall, load_thresholds(wanted.thresholds or folder / "thresholds.toml"), chosen)


def _tell(what: str, pairs: Pairs, *, named: bool) -> None:
    """How many questions got better and worse. Those of the test split are counted, not named."""
    chance = "< 0,001" if pairs.p_value < SHOWN_CHANCE else f"= {pairs.p_value:.3f}".replace(".", ",")
    text = f"{what} ({pairs.compared} spørsmål): {len(pairs.better)} bedre, {len(pairs.worse)} dårligere (McNemar p {chance})"
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
    """Ask as a batch run does: questions of one chat are turns of one conversation."""
    chats: dict[str, Conversation] = {}

    def ask(question: str, chat: str | None) -> Mapping[str, Any]:
        conversation = chats.setdefault(chat, Conversation()) if chat is not None else None
        return assistant.ask(question, conversation).record()

    return ask
