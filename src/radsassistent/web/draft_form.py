"""The form in which a draft is corrected: the meeting, which case each slide is of, and what the cases are called."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from radsassistent.archive.corrections import Correction, Field
from radsassistent.archive.draft_publishing import Preview
from radsassistent.documents import Document
from radsassistent.meetings import PART_NAMES, Classification, Place, SlideInMeeting
from radsassistent.web.language import Translator

_HOW = "La feltet for sak stå tomt der lysbildene er utenfor sakene. Del en rad der en ny sak begynner."


def as_ranges(numbers: Iterable[int]) -> str:
    """Numbers in order as they are said: "3, 5–9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def corrected_by(made: Correction, t: Translator) -> str:
    """Who corrected something, when, and what was understood: "rettet av Kari 3. mars 2026; programmet forsto «5/26»"."""
    who = t("rettet av {name} {day}", name=made.by, day=t.day(made.at.astimezone().date()))
    understood = made.machine
    if made.field is Field.DATE and understood:
        understood = t.day_of(understood)
    elif made.field is Field.CLASSIFICATION:
        understood = t(understood)
    told = t("programmet forsto «{value}»", value=understood) if understood else t("programmet fant ingenting")
    return f"{who}; {told}"


def meeting_html(seen: Preview, t: Translator) -> str:
    """Body, day, title and classification; the place, which is only told."""
    meeting = seen.meeting
    made = {each.field: each for corrections in seen.corrections.values() for each in corrections}
    day = f"{meeting.date:%d.%m.%Y}" if meeting.date else ""
    intern = meeting.classification is Classification.INTERNAL
    options = "".join(
        f'<option value="{value}"{" selected" if chosen else ""}>{escape(t(name))}</option>'
        for value, name, chosen in (
            ("åpen", "Åpen: alle som kan logge inn", not intern),
            ("intern", "Intern: bare de som har tilgang til interne møter", intern),
        )
    )
    select = f'<select id="utkast-classification" name="classification">{options}</select>'
    venue = f"<p>{escape(t('Sted: {venue}', venue=meeting.venue))}</p>" if meeting.venue else ""
    return (
        f'<section class="meeting"><h3>{escape(t("Møtet"))}</h3><div class="fields">'
        f"{_input('body', t('Organ'), meeting.body, made.get(Field.BODY), t)}"
        f"{_input('date', t('Dato'), day, made.get(Field.DATE), t, _typed_as_day(t))}"
        f"{_input('title', t('Tittel'), meeting.title or '', made.get(Field.TITLE), t)}"
        f"{_field('classification', t('Klassifisering'), select, made.get(Field.CLASSIFICATION), t)}</div>{venue}</section>"
    )


def _input(name: str, label: str, value: str, made: Correction | None, t: Translator, further: str = "") -> str:
    box = f'<input id="utkast-{name}" name="{name}" value="{escape(value)}" autocomplete="off"{further}>'
    return _field(name, label, box, made, t)


def _field(name: str, label: str, box: str, made: Correction | None, t: Translator) -> str:
    """A field with its label, what is wrong with what was typed, who corrected it, and the way back."""
    remark = f"{_remark(made, t)}{_back(name, label, t)}" if made else ""
    return (
        f'<div class="field"><label for="utkast-{name}">{escape(label)}</label>{box}'
        f'<p class="fault" id="utkast-{name}-feil"></p>{remark}</div>'
    )


def _back(name: str, label: str, t: Translator) -> str:
    """A button that lets what was read from the documents stand again; `name` says of what."""
    word = t("Ta tilbake")
    return (
        f'<button type="button" class="quiet take-back" data-take-back="{name}" '
        f'aria-label="{escape(f"{word}: {label}")}">{escape(word)}</button>'
    )


def _typed_as_day(t: Translator) -> str:
    return f' inputmode="numeric" placeholder="{escape(t("dd.mm.åååå"))}"'


def _remark(made: Correction | None, t: Translator) -> str:
    return f'<small class="corrected">{escape(corrected_by(made, t))}</small>' if made else ""


def ranges_html(document: Document, seen: Preview, t: Translator) -> str:
    """A row for each run of slides of one case: from, to, case; with what says so on demand."""
    slides = [seen.meeting.slide(Place(document.sha256, slide.number)) for slide in document.slides]
    titles = {slide.number: slide.title or "" for slide in document.slides}
    made = [each for each in seen.corrections.get(document.sha256, ()) if each.field is Field.CASE]
    rows = "".join(_row(document, run, titles, made, t) for run in _runs(slides))
    options = "".join(
        f'<option value="{escape(case.number)}">{escape(case.title)}</option>' for case in seen.meeting.cases
    )
    known = f"saker-{document.sha256[:12]}"
    head = "".join(f"<th scope=col>{escape(t(name))}</th>" for name in ("Fra", "Til", "Sak", "Lysbildene"))
    caption = t("Hvilken sak hvert lysbilde i {name} hører til", name=document.name)
    return (
        f'<table class="ranges" data-list="{known}"><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
        f'<tbody>{rows}</tbody></table><p class="fault" id="{known}-feil"></p><datalist id="{known}">{options}</datalist>'
        f'<p class="muted">{escape(t(_HOW))}</p>'
    )


def _runs(slides: Iterable[SlideInMeeting]) -> list[list[SlideInMeeting]]:
    runs: list[list[SlideInMeeting]] = []
    for slide in slides:
        if runs and runs[-1][0].case == slide.case:
            runs[-1].append(slide)
        else:
            runs.append([slide])
    return runs


def _row(
    document: Document, run: list[SlideInMeeting], titles: dict[int, str], made: list[Correction], t: Translator
) -> str:
    first, last, case = run[0].place.slide, run[-1].place.slide, run[0].case or ""
    remarks = dict.fromkeys(
        corrected_by(each, t)
        for each in made
        if each.first is not None and each.last is not None and each.first <= last and first <= each.last
    )
    remark = "".join(f'<small class="corrected">{escape(each)}</small>' for each in remarks)
    shown = "".join(_slide(document, slide, titles, t) for slide in run)
    count = t("1 lysbilde") if len(run) == 1 else t("{number} lysbilder", number=len(run))
    split = f'<button type="button" class="quiet" data-split>{escape(t("Del raden"))}</button>' if len(run) > 1 else ""
    label = t("Sak for lysbilde {first}–{last}", first=first, last=last)
    remark += _back("case", label, t) if remarks else ""
    return (
        f"<tr><td>{_number('first', t('Fra lysbilde'), first, len(titles))}</td>"
        f"<td>{_number('last', t('Til lysbilde'), last, len(titles))}</td>"
        f'<td><input name="case" value="{escape(case)}" list="saker-{document.sha256[:12]}" autocomplete="off" '
        f'aria-label="{escape(label)}" placeholder="{escape(t("ingen sak"))}">{remark}</td>'
        f'<td><div class="pages">'
        f'<details><summary>{escape(count)}</summary><ol class="evidence">{shown}</ol></details>{split}</div></td></tr>'
    )


def _number(name: str, label: str, value: int, most: int) -> str:
    shown = f'name="{name}" value="{value}" min="1" max="{most}" inputmode="numeric" aria-label="{escape(label)}"'
    return f'<input type="number" {shown}>'


def _slide(document: Document, slide: SlideInMeeting, titles: dict[int, str], t: Translator) -> str:
    number = slide.place.slide
    title = titles[number] or t("uten tittel")
    several = " – ".join(dict.fromkeys(span.case or t("ingen sak") for span in slide.cases))
    evidence = f"{t(PART_NAMES[slide.kind])}; {t.told(slide.evidence)}" + (
        f"; {t('flere saker')}: {several}" if several else ""
    )
    return (
        f'<li value="{number}"><button type="button" class="slide-link" aria-expanded="false" '
        f'data-slide="{document.sha256}/{number}">{escape(title)}</button> '
        f"<span>{escape(evidence)}</span></li>"
    )


def cases_html(seen: Preview, t: Translator) -> str:
    """The cases with their titles, which can be corrected, and their slides in the draft's documents."""
    own = {document.sha256 for document in seen.documents}
    made = {
        each.case: each
        for corrections in seen.corrections.values()
        for each in corrections
        if each.field is Field.CASE_TITLE
    }
    rows = []
    for case in seen.meeting.cases:
        places = [s.place for s in seen.meeting.slides if s.place.sha256 in own and _has(s, case.number)]
        slides = "; ".join(
            as_ranges(place.slide for place in places if place.sha256 == document.sha256)
            for document in seen.documents
            if any(place.sha256 == document.sha256 for place in places)
        )
        count = len(places)
        where = (
            t("ingen lysbilder")
            if not count
            else t("1 lysbilde")
            if count == 1
            else t("{number} lysbilder", number=count)
        )
        label = t("Tittel på sak {case}", case=case.number)
        back = _back("case-title", label, t) if case.number in made else ""
        rows.append(
            f'<tr><th scope="row">{escape(case.number)}</th><td><input name="case-title" data-case="{escape(case.number)}" '
            f'value="{escape(case.title)}" autocomplete="off" aria-label="{escape(label)}">'
            f"{_remark(made.get(case.number), t)}{back}</td><td>{escape(where)}{f': {slides}' if slides else ''}</td></tr>"
        )
    if not rows:
        return f"<section><h3>{escape(t('Saker'))}</h3><p class='muted'>{escape(t('Ingen saker er funnet.'))}</p></section>"
    head = "".join(f"<th scope=col>{escape(t(name))}</th>" for name in ("Sak", "Tittel", "Lysbilder"))
    return (
        f'<section><h3>{escape(t("Saker"))}</h3><table class="cases"><caption class="unseen">{escape(t("Saker"))}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></section>"
    )


def _has(slide: SlideInMeeting, case: str) -> bool:
    return slide.case == case or any(span.case == case for span in slide.cases)
