"""The addresses behind the register: what is looked for as HTML, and as files. Each asks who is asking."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from html import escape

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from radsassistent.answers.register import Register
from radsassistent.errors import RadsassistentError
from radsassistent.web import register_html as view
from radsassistent.web import texts
from radsassistent.web.access import Reader
from radsassistent.web.page import Page
from radsassistent.web.register_address import rows_in, sought_in
from radsassistent.web.register_export import as_csv, as_xlsx

logger = logging.getLogger(__name__)

_FILES = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
# What is private is kept by no cache, also not by the browser's.
PRIVATE = {"Cache-Control": "no-store"}


def register_routes(page: Page) -> APIRouter:
    """The routes of the register in the page's language; included under the language's path."""
    router = APIRouter()
    register = Register(page.archive, page.assistant)
    t = page.t

    @router.get("/vedtak/treff")
    def hits(request: Request) -> Response:
        return answered(page, request, lambda reader: HTMLResponse(_found(page, register, request, reader)))

    @router.get("/vedtak/eksport.{ending}")
    def export(request: Request, ending: str) -> Response:
        if ending not in _FILES:
            return PlainTextResponse(texts.NO_SUCH_PAGE, status_code=404)

        def made(reader: Reader) -> Response:
            sought, faults = sought_in(request.query_params.multi_items(), t)
            if faults:
                return PlainTextResponse("\n".join(fault.told for fault in faults if fault.told), status_code=400)
            make, kind = _FILES[ending]
            content = make(register.find(sought, internal=reader.internal), t)
            name = f"vedtak-{date.today().isoformat()}.{ending}"
            return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

        return answered(page, request, made)

    return router


def answered(page: Page, request: Request, made: Callable[[Reader], Response]) -> Response:
    """What is made for the one who asks; a kind sentence to who may not see it, and where it went wrong."""
    reader = page.access.reader(request)
    if reader is None:
        return _told(page.t("Du må logge inn for å se dette."), 401)
    try:
        response = made(reader)
    except RadsassistentError as error:
        return _told(page.t.told(str(error)), 500)
    except Exception:
        logger.exception("Siden kunne ikke vises.")
        return _told(page.t("Beklager, noe gikk galt hos oss. Prøv igjen om litt."), 500)
    response.headers.update(PRIVATE)
    return response


def _told(sentence: str, status: int) -> Response:
    return HTMLResponse(f'<p class="notice" role="alert">{escape(sentence)}</p>', status_code=status, headers=PRIVATE)


def _found(page: Page, register: Register, request: Request, reader: Reader) -> str:
    """The parts of the page, each in an element that says which it is."""
    parameters = request.query_params.multi_items()
    sought, faults = sought_in(parameters, page.t)
    rows = register.entries(internal=reader.internal)
    found = register.among(rows, sought, internal=reader.internal)
    t, shown = page.t, rows_in(parameters)
    told = view.rows_html(page.archive, found, shown, sought, t) if found else view.nothing_html(rows, sought, t)
    return (
        f'<span data-title="{escape(t("Vedtak"))} – {escape(t("Rådsassistenten"))}" hidden></span>'
        f'<div data-part="form">{view.form_html(rows, sought, faults, t) if rows else ""}</div>'
        f'<div data-part="faults">{view.faults_html(faults)}</div>'
        f'<div class="found-head"><div data-part="count" role="status">{view.count_html(found, t) if rows else ""}</div>'
        f'<div data-part="exports">{view.export_html(found, sought, t)}</div></div>'
        f'<div data-part="found">{told}</div>'
    )
