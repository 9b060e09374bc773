"""A report as one page for a browser: nothing is fetched, light and dark, and of the test split figures only."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from radsassistent.archive.gold_fields import KIND_NAMES
from radsassistent.evaluation.labels import LABELS, LANGUAGE_NAMES, told
from radsassistent.evaluation.metrics import METRICS, Figures, Outcome
from radsassistent.evaluation.paired import Comparison
from radsassistent.evaluation.run import Report

# The columns of the tables of kinds and languages; the rest is in report.json.
COLUMNS = (
    "answer_right",
    "right_and_cited",
    "answered_wrong",
    "citation_precision",
    "citation_recall",
    "recall_at_5",
    "abstention_recall",
    "false_abstention",
    "rejected",
)

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --bad: light-dark(#b3261e, #ffb4ab); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1, h2 { line-height: 1.2; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; white-space: nowrap; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .2rem 1rem; margin: 1rem 0; }
article[hidden] { display: none; }
blockquote { margin: .5rem 0; padding: .3rem .8rem; background: var(--soft); white-space: pre-wrap; }
.failure { color: var(--bad); }
.small { font-size: .875rem; opacity: .8; }
select { font: inherit; }
"""
_SCRIPT = """
const kind = document.getElementById("kind"), cards = [...document.querySelectorAll("article")];
kind.addEventListener("change", () => {
  for (const card of cards) card.hidden = kind.value !== "" && card.dataset.kind !== kind.value;
  document.getElementById("shown").textContent = cards.filter((card) => !card.hidden).length;
});
"""


def html(report: Report, comparisons: Sequence[Comparison] = ()) -> str:
    """The whole page. Every text of questions and answers is escaped."""
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="nb"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>Evaluering</title><style>{_STYLE}</style></head><body>",
            f"<h1>Evaluering av {report.overall.questions} spørsmål</h1>",
            *_comparisons(comparisons, named=not report.is_blind),
            *_overall(report.overall),
            *_groups("Per type", "type", [(KIND_NAMES[kind], figures) for kind, figures in report.kinds.items()]),
            *_groups("Per språk", "språk", [(LANGUAGE_NAMES[name], each) for name, each in report.languages.items()]),
            *(_groups("I samtaler", "", [("oppfølging", report.follow_ups)]) if report.follow_ups.questions else ()),
            *(_hidden() if report.is_blind else _failed(report)),
            "</body></html>",
            "",
        ]
    )


def _comparisons(comparisons: Sequence[Comparison], *, named: bool) -> Iterator[str]:
    if comparisons:
        yield "<h2>Sammenlignet</h2>"
    for comparison in comparisons:
        pairs = comparison.pairs
        yield f"<p>Mot {escape(comparison.against)} ({pairs.compared} spørsmål): {escape(told(pairs))}</p>"
        if named:
            for label, names in (("Bedre", pairs.better), ("Dårligere", pairs.worse)):
                if names:
                    yield f'<p class="small">{label}: {escape(", ".join(names))}</p>'


def _overall(figures: Figures) -> Iterator[str]:
    yield '<h2>Alle spørsmål</h2><div class="wide"><table>'
    yield '<thead><tr><th>mål</th><th class="number">verdi</th><th>betyr</th></tr></thead><tbody>'
    for metric in METRICS:
        label = LABELS[metric]
        value = label.write(getattr(figures, metric))
        yield f'<tr><td>{label.name}</td><td class="number">{value}</td><td>{label.meaning}</td></tr>'
    yield "</tbody></table></div>"


def _groups(title: str, of: str, groups: Iterable[tuple[str, Figures]]) -> Iterator[str]:
    yield f'<h2>{title}</h2><div class="wide"><table>'
    names = "".join(
        f'<th class="number" title="{escape(LABELS[metric].meaning)}">{LABELS[metric].name}</th>' for metric in COLUMNS
    )
    yield f'<thead><tr><th>{of}</th><th class="number">antall</th>{names}</tr></thead><tbody>'
    for name, figures in groups:
        values = (LABELS[metric].write(getattr(figures, metric)) for metric in COLUMNS)
        cells = "".join(f'<td class="number">{value}</td>' for value in (figures.questions, *values))
        yield f"<tr><td>{name}</td>{cells}</tr>"
    yield "</tbody></table></div>"


def _hidden() -> Iterator[str]:
    yield "<p>Testdelens spørsmål og svar vises ikke, så ingen tilpasser programmet til dem.</p>"


def _failed(report: Report) -> Iterator[str]:
    failed = [outcome for outcome in report.outcomes if outcome.failures]
    yield "<h2>Det som sviktet</h2>"
    kinds = dict.fromkeys(outcome.question.kind for outcome in failed)
    options = "".join(f'<option value="{kind}">{KIND_NAMES[kind]}</option>' for kind in kinds)
    yield f'<p><label>Vis <select id="kind"><option value="">alle typer</option>{options}</select></label>: '
    yield f'<span id="shown">{len(failed)}</span> av {len(failed)} ({len(report.outcomes)} spørsmål)</p>'
    for outcome in failed:
        yield from _card(outcome)
    yield f"<script>{_SCRIPT}</script>"


def _card(outcome: Outcome) -> Iterator[str]:
    question = outcome.question
    tags = [KIND_NAMES[question.kind], LANGUAGE_NAMES[question.language]]
    tags += ["oppfølging"] if outcome.follow_up else []
    yield f'<article data-kind="{question.kind}"><h3>{escape(question.question)}</h3>'
    yield f'<p class="small">{escape(question.id)} · {" · ".join(tags)}</p>'
    yield f"<blockquote>{escape(outcome.answer) or '(tomt svar)'}</blockquote>"
    yield "<ul>"
    yield from (f'<li class="failure">{escape(failure)}</li>' for failure in outcome.failures)
    yield "</ul>"
    expected = " og ".join(" / ".join(f"«{one}»" for one in group) for group in question.answers)
    slides = " og ".join(" / ".join(map(str, group)) for group in question.slides)
    yield f'<p class="small">Ventet: {escape(expected) or "at den avstår"}{f" (lysbilde {slides})" if slides else ""}. '
    yield f"Viste til: {_listed(outcome.citations)}. Fant: {_listed(outcome.retrieved)}."
    yield f" Forkastet: {outcome.rejected}.</p></article>" if outcome.rejected else "</p></article>"


def _listed(slides: Iterable[int]) -> str:
    return ", ".join(str(slide) if slide else "annet dokument" for slide in slides) or "ingenting"
