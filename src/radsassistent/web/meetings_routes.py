"""The address behind the meetings: the list, an agenda or a case, as the query says. It asks who is asking."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from radsassistent.answers.slides.key_points import key_points
from radsassistent.archive import agendas
from radsassistent.archive.agendas import AgendaRow
from radsassistent.archive.register import entries
from radsassistent.web import meetings_html as view
from radsassistent.web.access import Reader
from radsassistent.web.page import Page
from radsassistent.web.register_routes import answered


def meetings_routes(page: Page) -> APIRouter:
    """The route of the meetings in the page's language; included under the language's path."""
    router = APIRouter()

    @router.get("/moter/innhold")
    def content(request: Request, mote: str = "", sak: str = "") -> Response:
        return answered(page, request, lambda reader: HTMLResponse(_content(page, reader, mote.strip(), sak.strip())))

    return router


def _content(page: Page, reader: Reader, key: str, typed: str) -> str:
    return f'<div data-part="meetings">{_shown(page, reader, key, typed)}</div>'


def _shown(page: Page, reader: Reader, key: str, typed: str) -> str:
    directory, internal, t = page.archive.directory, reader.internal, page.t
    if not key:
        return view.list_html(agendas.meetings(directory, internal=internal), t)
    held = agendas.agenda(directory, key, internal=internal)
    if held is None:
        return view.missing_html(t)
    meeting, rows = held
    register = [entry for entry in entries(directory, internal=internal) if entry.meeting == key]
    if not typed:
        return view.agenda_html(meeting, rows, register, t, secretary=reader.is_secretary)
    row = agendas.case_of(rows, typed)
    if row is None or row.case is None:
        return view.missing_html(t, key)
    units, topic = agendas.units_of_case(directory, key, row.case, internal=internal)
    slides = agendas.slides_of_case(directory, key, row.case, internal=internal)
    outcomes = [entry for entry in register if entry.case == row.case]
    shown = view.Case(
        meeting,
        row,
        outcomes,
        key_points(units, topic, row.title),
        slides,
        _around(rows, row),
    )
    return view.case_html(page.archive, shown, t)


def _around(rows: list[AgendaRow], row: AgendaRow) -> tuple[AgendaRow | None, AgendaRow | None]:
    """The cases before and after a case."""
    cases = [each for each in rows if each.case is not None]
    place = cases.index(row)
    return (cases[place - 1] if place else None, cases[place + 1] if place + 1 < len(cases) else None)
