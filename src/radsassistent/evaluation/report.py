"""Shows a report: tables in the terminal, and JSON, Markdown and HTML in a folder. What people read is Norwegian.

No file carries a date or a machine's name, so two runs differ only where the answers or the times do. Of the test split they
carry figures only, no question and no answer, so that nobody tunes on them.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rich.box import SIMPLE
from rich.console import Group, RenderableType
from rich.table import Table

from radsassistent.archive.gold_fields import KIND_NAMES
from radsassistent.evaluation.html_report import html
from radsassistent.evaluation.labels import LABELS, LANGUAGE_NAMES, share
from radsassistent.evaluation.metrics import METRICS, Figures, Outcome
from radsassistent.evaluation.paired import Comparison
from radsassistent.evaluation.run import Report

JSON_FILE = "report.json"
MARKDOWN_FILE = "report.md"
HTML_FILE = "report.html"


class Written(NamedTuple):
    """The files of a report: for machines, for reading as text, and for a browser."""

    json: Path
    markdown: Path
    html: Path


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


def write(report: Report, folder: Path, comparisons: Sequence[Comparison] = ()) -> Written:
    """Write report.json, report.md and report.html, the last with the comparisons; makes the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    written = Written(folder / JSON_FILE, folder / MARKDOWN_FILE, folder / HTML_FILE)
    written.json.write_text(json.dumps(as_dict(report), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    written.markdown.write_text(markdown(report), encoding="utf-8")
    written.html.write_text(html(report, comparisons), encoding="utf-8")
    return written


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain data: figures overall, per kind, per language and over follow-ups, and every question with what
    failed; no question of the test split.
    """
    return {
        "overall": report.overall.as_dict(),
        "kinds": {kind: figures.as_dict() for kind, figures in report.kinds.items()},
        "languages": {language: figures.as_dict() for language, figures in report.languages.items()},
        "follow_ups": report.follow_ups.as_dict(),
        "questions": [] if report.is_blind else [_question(outcome) for outcome in report.outcomes],
    }


def markdown(report: Report) -> str:
    """All figures in one table, the questions that failed with the reason, and the list of all questions; of the test split
    the figures alone.
    """
    failed = [outcome for outcome in report.outcomes if outcome.failures]
    lines = ["# Evaluering", ""]
    lines += _markdown_table(["", *(heading for heading, _ in _columns(report))], _rows(report))
    lines += ["", *(f"- **{LABELS[metric].name}**: {LABELS[metric].meaning}" for metric in METRICS)]
    if report.is_blind:
        return "\n".join(lines) + "\n"
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
    for language, figures in report.languages.items():
        yield LANGUAGE_NAMES[language], figures
    if report.follow_ups.questions:
        yield "oppfølging", report.follow_ups


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
        "language": outcome.question.language,
        "near_miss": outcome.question.near_miss,
        "follow_up": outcome.follow_up,
        "split": outcome.question.split,
        "question": outcome.question.question,
        "answer": outcome.answer,
        "abstained": outcome.abstained,
        "right": outcome.right,
        "slide_cited": outcome.slide_cited,
        "gold_slides": [list(group) for group in outcome.question.slides],
        "citations": list(outcome.citations),
        "retrieved": list(outcome.retrieved),
        "sentences": [list(slides) for slides in outcome.sentences],
        "rejected": outcome.rejected,
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
