"""How good the answers are, as HTML: the figures of the latest evaluation, what was asked, and draft gold questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

from radsassistent.archive.asked import Asked, Shown
from radsassistent.archive.gold_drafts import GoldDraft
from radsassistent.archive.gold_fields import KIND_NAMES, KINDS, LANGUAGES, SPLITS
from radsassistent.web.draft_view import moment
from radsassistent.web.language import Translator
from radsassistent.web.quoted import tongue

# The metrics of a report: name, meaning, how the value is written. As in the terminal, where `radsassistent eval` tells them.
_METRICS = {
    "answer_right": ("riktig", "svaret er riktig, eller den sier fra når dokumentene ikke har svaret", "share"),
    "right_and_cited": ("riktig med kilde", "svaret er riktig og viser til alle lysbilder som trengs", "share"),
    "citation_precision": ("kildepresisjon", "andel av henvisningene som støtter svaret", "share"),
    "recall_at_1": ("funnet først", "andel av fasitlysbildene som er funnet som nummer én", "share"),
    "recall_at_5": ("funnet blant fem", "andel av fasitlysbildene som er blant de fem første", "share"),
    "abstention_recall": ("sier fra med rette", "sier fra når dokumentene ikke har svaret", "share"),
    "false_abstention": ("sier fra med urette", "sier at svaret ikke finnes, selv om det gjør det", "share"),
    "answer_words": ("ord i et svar", "halvparten av svarene har høyst så mange ord", "count"),
    "p50_ms": ("svartid", "halvparten av svarene kom innen", "ms"),
}
_OF_KIND = ("answer_right", "right_and_cited", "recall_at_5", "abstention_recall", "false_abstention")
_SHOWN = {
    Shown.BAD: "Dårlige svar",
    Shown.ABSTAINED: "Uten svar",
    Shown.GOOD: "Gode svar",
    Shown.ALL: "Alle",
}


def report_html(report: Mapping[str, Any], written: datetime, t: Translator) -> str:
    """The figures of an evaluation: all of them with their meaning, and the main ones by kind of question."""
    overall = report["overall"]
    rows = "".join(
        f'<tr><th scope="row">{escape(t(name))}</th><td class="figure">{escape(_written(overall.get(metric), how, t))}</td>'
        f"<td>{escape(t(meaning))}</td></tr>"
        for metric, (name, meaning, how) in _METRICS.items()
    )
    said = t("{number} spørsmål, målt {moment}.", number=t.number(overall["questions"]), moment=moment(written, t))
    head = (
        f'<th scope="col">{escape(t("mål"))}</th><th scope="col" class="figure">{escape(t("verdi"))}</th>'
        f'<th scope="col">{escape(t("betyr"))}</th>'
    )
    kinds = "".join(
        f'<tr><th scope="row">{escape(t(KIND_NAMES.get(kind, kind)))}</th><td class="figure">{figures["questions"]}</td>'
        + "".join(f'<td class="figure">{escape(_written(figures.get(metric), "share", t))}</td>' for metric in _OF_KIND)
        + "</tr>"
        for kind, figures in report["kinds"].items()
    )
    columns = f'<th scope="col">{escape(t("type spørsmål"))}</th>' + "".join(
        f'<th scope="col" class="figure">{escape(t(name))}</th>'
        for name in ("antall", *(_METRICS[m][0] for m in _OF_KIND))
    )
    return (
        f'<p class="muted">{escape(said)}</p><div class="wide" tabindex="0" role="region" aria-label="{escape(t("Målinger"))}">'
        f'<table><caption class="unseen">{escape(t("Målinger"))}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"<details><summary>{escape(t('Per type spørsmål'))}</summary>"
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(t("Per type spørsmål"))}"><table>'
        f'<caption class="unseen">{escape(t("Per type spørsmål"))}</caption><thead><tr>{columns}</tr></thead>'
        f"<tbody>{kinds}</tbody></table></div></details>"
    )


def _written(value: float | None, how: str, t: Translator) -> str:
    if value is None:
        return "–"
    if how == "share":
        return f"{t.number(round(100 * value, 1))} %"
    return f"{t.number(round(value))} ms" if how == "ms" else t.number(round(value))


def asked_html(found: Sequence[Asked], shown: Shown, counts: Mapping[Shown, int], more: bool, t: Translator) -> str:
    """What was asked, the newest first, with the filters above and the way to older ones below."""
    filters = "".join(
        f'<button type="button" data-shown="{each.value}" aria-pressed="{str(each is shown).lower()}">'
        f"{escape(t(name))} ({counts[each]})</button>"
        for each, name in _SHOWN.items()
    )
    rows = "".join(_asked(each, t) for each in found)
    listed = (
        f'<ol class="asked">{rows}</ol>' if rows else f'<p class="muted">{escape(t("Ingen spørsmål å vise her."))}</p>'
    )
    older = f'<button type="button" data-older="{found[-1].number}">{escape(t("Vis eldre"))}</button>' if more else ""
    return f'<div class="filters" role="group" aria-label="{escape(t("Vis"))}">{filters}</div>{listed}{older}'


def _asked(asked: Asked, t: Translator) -> str:
    question = asked.question or t("(spørsmålet er ikke lagret)")
    marks = [t("fant ikke svaret")] if asked.abstained else []
    if asked.good is not None:
        marks.append(t("god") if asked.good else t("dårlig"))
    cited = "; ".join(
        f"{each.get('document')}, {t('lysbilde {slide}', slide=each.get('slide'))}" for each in asked.citations[:6]
    )
    parts = [
        f'<p class="asked-question">{escape(question)}</p>',
        f'<p class="muted">{escape(", ".join([moment(asked.at, t), asked.by, *marks]))}</p>',
        f'<p class="asked-answer"{tongue(t)}>{escape(asked.answer)}</p>' if asked.answer else "",
        f'<p class="muted">{escape(cited)}</p>' if cited else "",
        f"<blockquote>{escape(asked.comment)}</blockquote>" if asked.comment else "",
    ]
    make = f'<button type="button" data-make="{asked.number}">{escape(t("Lag fasit"))}</button>'
    return f"<li>{''.join(parts)}{make if asked.question else ''}</li>"


def gold_list_html(drafts: Sequence[GoldDraft], t: Translator) -> str:
    """The draft gold questions, and a file for each meeting that has some which lack nothing."""
    if not drafts:
        return f'<p class="muted">{escape(t("Ingen utkast til fasit. Lag ett av et svar ovenfor."))}</p>'
    rows = "".join(
        f'<li><button type="button" class="draft-link" data-gold="{draft.number}"><strong>{escape(draft.question)}</strong> '
        f"<span>{escape(t(draft.lacks()) if draft.lacks() else t('ferdig'))}</span></button></li>"
        for draft in drafts
    )
    meetings = sorted({draft.meeting for draft in drafts if not draft.lacks()})
    files = "".join(
        f'<li><a class="button" download href="{t.language.path}/kvalitet/fasit/{escape(meeting)}.jsonl">'
        f"{escape(t('Last ned {meeting}.jsonl', meeting=meeting))}</a></li>"
        for meeting in meetings
    )
    return f'<ul class="drafts">{rows}</ul>' + (f'<ul class="files">{files}</ul>' if files else "")


def gold_form_html(draft: GoldDraft, meetings: Sequence[str], t: Translator, notice: str = "") -> str:
    """A draft gold question to be put right."""
    told = f'<p class="hint" role="status">{escape(notice)}</p>' if notice else ""
    lacks = f'<p class="notice">{escape(t(draft.lacks()))}</p>' if draft.lacks() else ""
    known = [*meetings, *([draft.meeting] if draft.meeting and draft.meeting not in meetings else [])]
    answers = "\n".join(" | ".join(group) for group in draft.answers)
    slides = "\n".join(" | ".join(map(str, group)) for group in draft.slides)
    how_slides = t("En linje for hvert lysbilde som trengs. Skill likeverdige med |.")
    splits = list(zip(SPLITS, (t("utvikling (dev)"), t("prøve (test)")), strict=True))
    how = t("En linje for hver opplysning som må være med. Skill likeverdige former med |.")
    miss = f'<input type="checkbox" name="near_miss"{" checked" if draft.near_miss else ""}>'
    return (
        f'<form class="gold" data-number="{draft.number}" novalidate>'
        f'<h3 tabindex="-1">{escape(t("Utkast til fasit"))}</h3>{told}{lacks}'
        f"{_area('question', t('Spørsmål'), draft.question, '', 2)}"
        f"{_area('answers', t('Riktig svar'), answers, how, 3)}"
        f"{_area('slides', t('Lysbilder det står på'), slides, how_slides, 2)}"
        f"{_area('forbidden', t('Må ikke være med i svaret'), chr(10).join(draft.forbidden), t('En linje for hver.'), 2)}"
        '<div class="fields">'
        f"{_select('meeting', t('Møte'), draft.meeting, [('', t('velg')), *((each, each) for each in known)])}"
        f"{_select('kind', t('Type'), draft.kind, [(each, t(KIND_NAMES[each])) for each in KINDS])}"
        f"{_select('language', t('Språk'), draft.language, [(each, each) for each in LANGUAGES])}"
        f"{_select('split', t('Brukes til'), draft.split, splits)}"
        f'<label><span>{escape(t("Høyst så mange ord"))}</span><input type="number" name="max_words" min="1" '
        f'value="{draft.max_words or ""}"></label></div>'
        f'<label class="check">{miss} {escape(t("Nesten-treff: dokumentene har temaet, men ikke svaret"))}</label>'
        f'<p class="actions"><button type="submit" class="primary">{escape(t("Lagre"))}</button>'
        f'<button type="button" data-close>{escape(t("Lukk"))}</button>'
        f'<button type="button" class="quiet" data-delete>{escape(t("Slett"))}</button></p></form>'
    )


def _area(name: str, label: str, value: str, how: str, rows: int) -> str:
    hint = f'<small class="muted" id="how-{name}">{escape(how)}</small>' if how else ""
    described = f' aria-describedby="how-{name}"' if how else ""
    area = f'<textarea name="{name}" rows="{rows}"{described}>\n{escape(value)}</textarea>'
    return f"<label><span>{escape(label)}</span>{area}</label>{hint}"


def _select(name: str, label: str, value: str, options: Sequence[tuple[str, str]]) -> str:
    shown = "".join(
        f'<option value="{escape(each)}"{" selected" if each == value else ""}>{escape(text)}</option>'
        for each, text in options
    )
    return f'<label><span>{escape(label)}</span><select name="{name}">{shown}</select></label>'
