"""What the figures are called and how they are written, in Norwegian: the terminal, the files and the gate use the same words."""

from collections.abc import Callable
from dataclasses import dataclass

from radsassistent.evaluation.paired import Pairs

# Below this a chance is told as smaller than it: three decimals would show nothing.
SHOWN_CHANCE = 0.001


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
    "citation_recall": Label("setninger med kilde", "andel av setningene som viser til minst ett riktig lysbilde"),
    "sentence_precision": Label("setninger uten feilkilde", "andel av setningene som bare viser til riktige lysbilder"),
    "answered_wrong": Label("svarte feil", "svarte, men ikke riktig, på spørsmål som dokumentene svarer på"),
    "forbidden_said": Label("sa det forbudte", "svaret har noe som gjør det galt, som et forslag kalt vedtak"),
    "several_told": Label("alt er med", "alle svar fra alle lysbilder er med der flere trengs, også når de er uenige"),
    "follow_up_right": Label("oppfølging rett", "senere spørsmål i en samtale er rett besvart, med kilde"),
    "recall_at_1": Label("funn@1", "andel av fasitlysbildene som er funnet som nummer én"),
    "recall_at_5": Label("funn@5", "andel av fasitlysbildene som er blant de fem første"),
    "mrr_at_10": Label("MRR@10", "snitt av 1/plassen til det første riktige lysbildet", rank),
    "abstention_recall": Label("avsto rett", "avsto når dokumentene ikke har svaret"),
    "near_miss_recall": Label("avsto nær", "avsto når dokumentene har temaet, men ikke svaret"),
    "far_recall": Label("avsto fjernt", "avsto når dokumentene ikke har noe om det"),
    "abstention_precision": Label("avstå-presisjon", "andel av gangene den avsto som var rett"),
    "false_abstention": Label("avsto feil", "avsto selv om svaret finnes"),
    "rejected": Label("forkastet", "utsagn som kontrollen tok ut", count),
    "answer_words": Label("ord", "halvparten av svarene har høyst så mange ord", count),
    "p50_ms": Label("p50", "halvparten av svarene kom innen", milliseconds),
    "p95_ms": Label("p95", "95 % av svarene kom innen", milliseconds),
}

LANGUAGE_NAMES = {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"}


def told(pairs: Pairs) -> str:
    """How many questions got better and worse, and whether that can be chance: "3 bedre, 1 dårligere (McNemar p = 0,625)"."""
    chance = "< 0,001" if pairs.p_value < SHOWN_CHANCE else f"= {pairs.p_value:.3f}".replace(".", ",")
    return f"{len(pairs.better)} bedre, {len(pairs.worse)} dårligere (McNemar p {chance})"
