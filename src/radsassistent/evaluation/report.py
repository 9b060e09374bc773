"""Shows a report: tables in the terminal, and JSON and Markdown in a folder. What people read is Norwegian.

Neither file carries a date or a machine's name, so two runs differ only where the answers or the times do.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.box import SIMPLE
from rich.console import Group, RenderableType
from rich.table import Table

from radsassistent.evaluation.metrics import METRICS, Figures, Outcome
from radsassistent.evaluation.run import Report

JSON_FILE = "report.json"
MARKDOWN_FILE = "report.md"


def share(value: float | None) -> str:
    """0.954 -> "95,4 %"; a dash where nothing was measured."""
    return "–" if value is None else f"{100 * value:.1f} %".replace(".", ",")


def rank(value: float | None) -> str:
    """A mean reciprocal rank, which is no share: 0.8333 -> "0,833"."""
    return "–" if value is None else f"{value:.3f}".replace(".", ",")


def count(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def milliseconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f} ms"


@dataclass(frozen=True)
class Label:
    """How one metric is shown: its Norwegian name, what it means, and how its value is written."""

    name: str
    meaning: str
    write: Callable[[float | None], str] = share


LABELS: dict[str, Label] = {
    "answer_right": Label("riktig", "svaret er riktig (eller avsto når dokumentene ikke har svaret)"),
    "slide_cited": Label("kilde", "alle lysbilder som trengs, er vist til"),
    "right_and_cited": Label("riktig m/kilde", "svaret er riktig og alle lysbilder som trengs, er vist til"),
    "citation_precision": Label("kildepresisjon", "andel av henvisningene som støtter svaret"),
    "recall_at_1": Label("funn@1", "andel av fasitlysbildene som er funnet som nummer én"),
    "recall_at_5": Label("funn@5", "andel av fasitlysbildene som er blant de fem første"),
    "mrr_at_10": Label("MRR@10", "snitt av 1/plassen til det første riktige lysbildet", rank),
    "abstention_recall": Label("avsto rett", "avsto når dokumentene ikke har svaret"),
    "abstention_precision": Label("avstå-presisjon", "andel av gangene den avsto som var rett"),
    "false_abstention": Label("avsto feil", "avsto selv om svaret finnes"),
    "answer_words": Label("ord", "halvparten av svarene har høyst så mange ord", count),
    "p50_ms": Label("p50", "halvparten av svarene kom innen", milliseconds),
    "p95_ms": Label("p95", "95 % av svarene kom innen", milliseconds),
}

KIND_NAMES = {
    "agenda": "dagsorden",
    "members": "medlemmer",
    "decision": "vedtak",
    "fact": "fakta",
    "table": "tabell",
    "chart": "diagram",
    "multi-slide": "flere lysbilder",
    "style": "form",
    "not-in-documents": "ikke i dokumentene",
}


# The columns of the terminal's table of kinds: what fits in 80 characters; the rest is in the files.
KIND_COLUMNS = (
    "answer_right",
    "right_and_cited",
    "recall_at_1",
    "recall_at_5",
    "abstention_recall",
    "false_abstention",
)


def table(report: Report) -> RenderableType:
    """For the terminal: every metric over the whole set with its meaning, then the main ones of each kind."""
    overall = Table(title=f"Evaluering: {report.overall.questions} spørsmål", title_justify="left", box=SIMPLE)
    overall.add_column("mål", no_wrap=True)
    overall.add_column("verdi", justify="right", no_wrap=True)
    overall.add_column("betyr")
    for metric in METRICS:
        label = LABELS[metric]
        overall.add_row(label.name, label.write(getattr(report.overall, metric)), label.meaning)
    kinds = Table(title="Per type, i prosent", title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    kinds.add_column("type", no_wrap=True)
    kinds.add_column("antall", justify="right")
    for metric in KIND_COLUMNS:
        kinds.add_column(LABELS[metric].name.replace(" ", "\n"), justify="right")
    for kind, figures in report.kinds.items():
        shares = (share(getattr(figures, metric)).removesuffix(" %") for metric in KIND_COLUMNS)
        kinds.add_row(KIND_NAMES[kind], str(figures.questions), *shares)
    return Group(overall, kinds)


def side_by_side(ours: Report, theirs: Report) -> Table:
    """The figures of two runs of the same questions."""
    both = Table(title="Mot LlamaIndex alene", title_justify="left", box=SIMPLE)
    both.add_column("mål", no_wrap=True)
    for name in ("rådsassistenten", "LlamaIndex"):
        both.add_column(name, justify="right")
    for metric in METRICS:
        label = LABELS[metric]
        both.add_row(label.name, *(label.write(getattr(report.overall, metric)) for report in (ours, theirs)))
    return both


def write(report: Report, folder: Path) -> tuple[Path, Path]:
    """Write report.json (for machines) and report.md (for people); makes the folder. Returns both paths."""
    folder.mkdir(parents=True, exist_ok=True)
    as_json, as_markdown = folder / JSON_FILE, folder / MARKDOWN_FILE
    as_json.write_text(json.dumps(as_dict(report), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    as_markdown.write_text(markdown(report), encoding="utf-8")
    return as_json, as_markdown


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain data: figures overall and per kind, and every question with what failed."""
    return {
        "overall": report.overall.as_dict(),
        "kinds": {kind: figures.as_dict() for kind, figures in report.kinds.items()},
        "questions": [_question(outcome) for outcome in report.outcomes],
    }


def markdown(report: Report) -> str:
    """All figures in one table, the questions that failed with the reason, and the list of all questions."""
    failed = [outcome for outcome in report.outcomes if outcome.failures]
    lines = ["# Evaluering", ""]
    lines += _markdown_table(["", *(heading for heading, _ in _columns(report))], _rows(report))
    lines += ["", *(f"- **{LABELS[metric].name}**: {LABELS[metric].meaning}" for metric in METRICS)]
    lines += ["", f"## Det som sviktet ({len(failed)} av {len(report.outcomes)})", ""]
    for outcome in failed:
        lines += [
            f"### {outcome.question.id}: {_one_line(outcome.question.question)}",
            "",
            f"> {_one_line(outcome.answer) or '(tomt svar)'}",
            "",
            *(f"- {failure}" for failure in outcome.failures),
            f"- Viste til: {_slides(outcome.citations)}. Fant: {_slides(outcome.retrieved)}.",
            "",
        ]
    lines += ["## Alle spørsmål", ""]
    lines += _markdown_table(
        ["id", "type", "spørsmål", "riktig", "kilde", "funn@5", "ms"],
        (_question_row(o) for o in report.outcomes),
    )
    return "\n".join(lines) + "\n"


def _columns(report: Report) -> Iterator[tuple[str, Figures]]:
    yield "alle", report.overall
    for kind, figures in report.kinds.items():
        yield KIND_NAMES[kind], figures


def _rows(report: Report) -> Iterator[list[str]]:
    columns = list(_columns(report))
    yield ["antall", *(str(figures.questions) for _, figures in columns)]
    for metric in METRICS:
        label = LABELS[metric]
        yield [label.name, *(label.write(getattr(figures, metric)) for _, figures in columns)]


def _question(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.question.id,
        "meeting": outcome.question.meeting,
        "kind": outcome.question.kind,
        "split": outcome.question.split,
        "question": outcome.question.question,
        "answer": outcome.answer,
        "abstained": outcome.abstained,
        "right": outcome.right,
        "slide_cited": outcome.slide_cited,
        "gold_slides": [list(group) for group in outcome.question.slides],
        "citations": list(outcome.citations),
        "retrieved": list(outcome.retrieved),
        "recall_at_1": outcome.recall_at_1,
        "recall_at_5": outcome.recall_at_5,
        "reciprocal_rank": outcome.reciprocal_rank,
        "ms": outcome.ms,
        "failures": list(outcome.failures),
    }


def _question_row(outcome: Outcome) -> list[str]:
    return [
        outcome.question.id,
        KIND_NAMES[outcome.question.kind],
        _one_line(outcome.question.question),
        _yes_no(outcome.right),
        _yes_no(outcome.slide_cited),
        share(outcome.recall_at_5),
        f"{outcome.ms:.0f}",
    ]


def _markdown_table(header: list[str], rows: Iterator[list[str]]) -> Iterator[str]:
    yield _markdown_row(header)
    yield "|" + " --- |" * len(header)
    for row in rows:
        yield _markdown_row(row)


def _markdown_row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _slides(slides: tuple[int, ...]) -> str:
    return ", ".join(str(slide) if slide else "annet dokument" for slide in slides) or "ingenting"


def _yes_no(value: bool | None) -> str:
    return "–" if value is None else "ja" if value else "nei"
