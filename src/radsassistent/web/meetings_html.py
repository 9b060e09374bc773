"""Meetings as HTML: the list of them, an agenda, and a case with its slides. All text from documents is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import urlencode

from radsassistent.archive.agendas import AgendaRow, HeldMeeting, HeldSlide, Unit
from radsassistent.archive.register import Entry, Status
from radsassistent.meetings import Place
from radsassistent.web.language import Translator
from radsassistent.web.quoted import quoted, tongue
from radsassistent.web.register_html import (
    case_heading,
    case_heading_html,
    paragraphs,
    question_link,
    status_html,
    step_html,
    turns_html,
)
from radsassistent.web.slide_html import alternative, instead_of_picture, original_link, original_path, picture_path
from radsassistent.web.slides import THUMBNAIL, WIDTHS
from radsassistent.web.sources import Library


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it is shown: its row of the agenda, its rows of the register, the cases before and after it."""

    meeting: HeldMeeting
    row: AgendaRow
    entries: Sequence[Entry]
    points: Sequence[Unit]
    slides: Sequence[HeldSlide]
    around: tuple[AgendaRow | None, AgendaRow | None]


def list_html(meetings: Sequence[HeldMeeting], t: Translator) -> str:
    """All meetings, the newest first as they come."""
    if not meetings:
        told = t("Legg møtets dokumenter i mappen ingest, og les dem inn med «radsassistent ingest».")
        return f'<section class="empty"><h2>{escape(t("Ingen møter ennå"))}</h2><p>{escape(told)}</p></section>'
    rows = "".join(
        f'<li><a href="{_address(t, meeting.key)}" data-goes="in"><span class="day">{escape(_day(meeting, t))}</span>'
        f'<strong>{escape(meeting.body)}</strong><span class="size">{escape(_size(meeting, t))}</span></a></li>'
        for meeting in meetings
    )
    number = t("1 møte") if len(meetings) == 1 else t("{number} møter", number=t.number(len(meetings)))
    return f'{_titled(t("Møter"), t)}<h2 tabindex="-1">{escape(number)}</h2><ul class="held">{rows}</ul>'


def agenda_html(
    meeting: HeldMeeting, rows: Sequence[AgendaRow], register: Sequence[Entry], t: Translator, *, secretary: bool
) -> str:
    """A meeting's agenda; of each case what was proposed or decided. A `secretary` is led to where the meeting is corrected."""
    statuses: dict[str, list[Status]] = {}
    for entry in register:
        if entry.case:
            statuses.setdefault(entry.case, []).append(entry.status)
    items = "".join(_agenda_row(meeting, row, statuses.get(row.case or "", []), t) for row in rows)
    facts = [meeting.venue or "", _times(meeting), _size(meeting, t)]
    documents = "".join(_document(sha256, name, t) for sha256, name in meeting.documents)
    timed = "agenda" if any(row.time for row in rows) else "agenda untimed"
    shown = f'<ol class="{timed}">{items}</ol>'
    name = _name(meeting, t)
    if not items:
        shown = f'<p class="hint">{escape(t("Dokumentene har ingen saksliste."))}</p>'
    return (
        f"{_titled(name, t)}{_crumbs(t, [(t('Alle møter'), _address(t))])}"
        f'<h2 tabindex="-1">{escape(name)}</h2><p class="facts">{escape(" · ".join(filter(None, facts)))}</p>'
        f"{_correct(meeting, t) if secretary else ''}"
        f"<h3>{escape(t('Saksliste'))}</h3>{shown}"
        f'<h3>{escape(t("Dokumenter"))}</h3><ul class="documents">{documents}</ul>'
    )


def case_html(library: Library, shown: Case, t: Translator) -> str:
    """A case of a meeting: its facts, what became of it, what it is about, and its slides."""
    meeting, row, entries = shown.meeting, shown.row, shown.entries
    case = row.case or ""
    name = case_heading(case, row.title, t)
    who = ", ".join(filter(None, (row.presenter, row.organisation)))
    facts = [(t("Legges frem av"), who), (t("Sakstype"), row.case_type), (t("Tid"), row.time)]
    told = "".join(f"<div><dt>{escape(head)}</dt><dd>{quoted(value, t)}</dd></div>" for head, value in facts if value)
    decided = any(entry.status is not Status.PROPOSED for entry in entries)
    ask = question_link(case, meeting.body, meeting.date, t, decided=decided)
    return (
        f"{_titled(name, t)}"
        f"{_crumbs(t, [(t('Alle møter'), _address(t)), (_name(meeting, t), _address(t, meeting.key))])}"
        f'<h2 tabindex="-1">{case_heading_html(case, row.title, t)}</h2>'
        f'{f"<dl class=facts>{told}</dl>" if told else ""}<p class="ask">{ask}</p>'
        f"{_outcomes(entries, t)}{_points(shown.points, _address(t, meeting.key, case), t)}{_slides(library, shown.slides, t)}"
        f"{_neighbours(meeting, shown.around, t)}"
    )


def missing_html(t: Translator, key: str = "") -> str:
    """Where an address leads to no meeting or no case."""
    told = t("Saken finnes ikke i dette møtet.") if key else t("Møtet finnes ikke i arkivet.")
    back = _crumbs(t, [(t("Alle møter"), _address(t)), *([(t("Sakslisten"), _address(t, key))] if key else [])])
    return f'<section class="empty"><h2 tabindex="-1">{escape(told)}</h2>{back}</section>'


def _correct(meeting: HeldMeeting, t: Translator) -> str:
    address = f"{t.language.path}/last-opp#mote={meeting.key}"
    return f'<p class="correct"><a href="{escape(address)}">{escape(t("Rett opp møtet"))}</a></p>'


def _document(sha256: str, name: str, t: Translator) -> str:
    whole = original_path(Place(sha256, 1), name).partition("#")[0]
    return (
        f'<li><a href="{escape(whole)}" target="_blank" rel="noopener">{escape(name)}'
        f'<span class="unseen"> ({escape(t("åpnes i ny fane"))})</span></a></li>'
    )


def _titled(title: str, t: Translator) -> str:
    """The title of the browser's tab."""
    return f'<span data-title="{escape(title)} – {escape(t("Rådsassistenten"))}" hidden></span>'


def _address(t: Translator, key: str = "", case: str = "") -> str:
    query = urlencode({name: value for name, value in (("mote", key), ("sak", case)) if value})
    return escape(f"{t.language.path}/moter{'?' if query else ''}{query}")


def _crumbs(t: Translator, steps: Sequence[tuple[str, str]]) -> str:
    links = "".join(f'<li><a href="{address}" data-goes="in">{escape(name)}</a></li>' for name, address in steps)
    return f'<nav class="crumbs" aria-label="{escape(t("Hvor du er"))}"><ol>{links}</ol></nav>'


def _day(meeting: HeldMeeting, t: Translator) -> str:
    return t.day(date.fromisoformat(meeting.date)) if meeting.date else t("Ukjent dato")


def _name(meeting: HeldMeeting, t: Translator) -> str:
    return f"{meeting.body}, {_day(meeting, t)}"


def _times(meeting: HeldMeeting) -> str:
    return "–".join(filter(None, (meeting.start, meeting.end)))


def _size(meeting: HeldMeeting, t: Translator) -> str:
    cases = t("1 sak") if meeting.cases == 1 else t("{number} saker", number=t.number(meeting.cases))
    slides = t("1 lysbilde") if meeting.slides == 1 else t("{number} lysbilder", number=t.number(meeting.slides))
    return f"{cases}, {slides}"


def _agenda_row(meeting: HeldMeeting, row: AgendaRow, statuses: Sequence[Status], t: Translator) -> str:
    time = f'<span class="time">{escape(row.time or "")}</span>'
    who = ", ".join(filter(None, (row.presenter, row.organisation)))
    under = " · ".join(filter(None, (row.case_type, who)))
    under = f'<span class="under"{tongue(t)}>{escape(under)}</span>' if under else ""
    if row.case is None:
        return f'<li class="pause">{time}<span class="item">{quoted(row.title, t)}{under}</span></li>'
    told = "".join(status_html(status, t) for status in dict.fromkeys(statuses))
    link = (
        f'<a href="{_address(t, meeting.key, row.case)}" data-goes="in">{case_heading_html(row.case, row.title, t)}</a>'
    )
    return f'<li>{time}<span class="item">{link}{under}</span><span class="statuses">{told}</span></li>'


def _outcomes(entries: Sequence[Entry], t: Translator) -> str:
    found = []
    for entry in entries:
        proposed = entry.status is Status.PROPOSED
        head = t("Forslag til vedtak") if proposed else t("Vedtaket")
        votes = entry.now.votes
        told = f'<p class="votes">{escape(t("Avstemning: {votes}", votes=votes))}</p>' if votes else ""
        before = "".join(step_html(step, entry, t) for step in entry.steps[:-1])
        history = f'<ol class="history">{before}</ol>' if before else ""
        place, document = entry.now.place, entry.now.document
        found.append(
            f'<section class="outcome"><h3>{escape(head)} {status_html(entry.status, t)}</h3>{paragraphs(entry.now.text, t)}'
            f'{told}<p class="links">{original_link(place, document, t)}</p>{history}{turns_html(entry, t)}</section>'
        )
    return "".join(found)


def _points(points: Sequence[Unit], address: str, t: Translator) -> str:
    if not points:
        return ""
    items = "".join(
        f"<li>{quoted(' '.join(unit.text.split()), t)} "
        f'<a class="slide-chip" data-goes="within" href="{address}#{_identifier(unit.place.sha256, unit.place.slide)}">'
        f"{escape(t('Lysbilde {slide}', slide=unit.place.slide))}</a></li>"
        for unit in points
    )
    told = t("Ordrett fra lysbildene, valgt ut automatisk.")
    return (
        f'<section class="points"><h3>{escape(t("Hovedpunkter"))}</h3><p class="hint">{escape(told)}</p>'
        f"<ul>{items}</ul></section>"
    )


def _identifier(sha256: str, slide: int) -> str:
    return f"lysbilde-{sha256[:8]}-{slide}"


def _slides(library: Library, slides: Sequence[HeldSlide], t: Translator) -> str:
    if not slides:
        return ""
    why = {each.place.sha256: instead_of_picture(library, each.place) for each in slides}
    several = len({each.document for each in slides}) > 1
    items = "".join(_slide(library, each, why[each.place.sha256], several, t) for each in slides)
    number = t("1 lysbilde") if len(slides) == 1 else t("{number} lysbilder", number=t.number(len(slides)))
    reasons = "".join(
        f'<p class="hint">{escape(t.told(reason))}</p>' for reason in dict.fromkeys(filter(None, why.values()))
    )
    return (
        f'<section class="all-slides"><h3>{escape(number)}</h3>{reasons}<ul class="thumbnails">{items}</ul></section>'
    )


def _slide(library: Library, slide: HeldSlide, why: str | None, several: bool, t: Translator) -> str:
    place = slide.place
    where = escape(t("Lysbilde {slide}", slide=place.slide))
    told = f"{where}: {quoted(slide.title, t)}" if slide.title else where
    document = f'<span class="document">{escape(slide.document)}</span>' if several else ""
    if why is None:
        alt = alternative(place, slide.document, slide.title, t)
        small, large = picture_path(place, THUMBNAIL), picture_path(place, WIDTHS[0])
        shown = (
            f'<img loading="lazy" src="{escape(small)}" srcset="{escape(f"{small} {THUMBNAIL}w, {large} {WIDTHS[0]}w")}" '
            f'sizes="(min-width: 768px) 14rem, 45vw" alt="{escape(alt)}">'
        )
    else:
        text = " ".join(library.slide_text(place.sha256, place.slide).split())
        shown = f'<span class="slide-words"{tongue(t)}>{escape(text[:300])}</span>'
    return (
        f'<li id="{_identifier(place.sha256, place.slide)}"><a href="{escape(original_path(place, slide.document))}" '
        f'target="_blank" rel="noopener">{shown}<span class="caption">{told}</span>{document}'
        f'<span class="unseen"> ({escape(t("åpner originalen i ny fane"))})</span></a></li>'
    )


def _neighbours(meeting: HeldMeeting, around: tuple[AgendaRow | None, AgendaRow | None], t: Translator) -> str:
    links = "".join(
        f'<a href="{_address(t, meeting.key, row.case)}" data-goes="in"><span>{escape(head)}: '
        f"{case_heading_html(row.case, row.title, t)}</span></a>"
        for head, row in zip((t("Forrige"), t("Neste")), around, strict=True)
        if row is not None and row.case is not None
    )
    return f'<nav class="neighbours" aria-label="{escape(t("Andre saker i møtet"))}">{links}</nav>' if links else ""
