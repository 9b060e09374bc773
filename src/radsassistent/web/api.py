"""The API for other programs, version 1, at /api/v1: search, ask, decisions, and what they look like."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from radsassistent.web.api_page import api_page
from radsassistent.web.api_types import (
    MOST_DECISIONS,
    AskRequest,
    AskResponse,
    DecisionsResponse,
    Problem,
    SearchRequest,
    SearchResponse,
    Status,
)
from radsassistent.web.problems import MEDIA_TYPE, problem, tell_problems
from radsassistent.web.programs import Programs
from radsassistent.web.register_rows import Wanted

PATH = "/api/v1"
VERSION = "1.0"
# Bytes of a request. The longest question with ten before it, all in letters of four bytes, is 88,000.
LARGEST_REQUEST = 128 * 1024

_SUMMARY = "Search a council's meeting documents, ask about them, and read what was decided."
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The question cannot be answered as it stands"},
    401: {"model": Problem, "description": "Nobody is logged in"},
    413: {"model": Problem, "description": "The request is too large"},
    422: {"model": Problem, "description": "The request is not as described here"},
    500: {"model": Problem, "description": "Something went wrong"},
    503: {"model": Problem, "description": "There is nothing in the archive yet"},
}
_Text = Annotated[str | None, Query(min_length=1, max_length=200)]


def api(programs: Programs) -> FastAPI:
    """The API as an application of its own, to be mounted at PATH. Its description is open to all; the rest is not."""
    app = FastAPI(
        title="Rådsassistenten",
        summary=_SUMMARY,
        version=VERSION,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=_PROBLEMS,
    )
    tell_problems(app)
    app.add_middleware(_Limited)

    @app.post("/sok", operation_id="sok", summary="Search: the slides that a question is likeliest to be answered by")
    def search(request: Request, wanted: SearchRequest) -> SearchResponse:
        return programs.search(request, wanted)

    @app.post("/spor", operation_id="spor", summary="Ask: an answer, with the slides for each of its sentences")
    def ask(request: Request, wanted: AskRequest) -> AskResponse:
        return programs.ask(request, wanted)

    @app.get("/vedtak", operation_id="vedtak", summary="Decisions, and what is proposed but not decided")
    def decisions(  # noqa: PLR0913, PLR0917 - a parameter a filter
        request: Request,
        body: _Text = None,
        meeting: Annotated[date | None, Query(description="The meeting's date.")] = None,
        case: _Text = None,
        status: Annotated[Status | None, Query(description="«forslag» is proposed and not decided.")] = None,
        since: Annotated[date | None, Query(alias="from", description="The earliest date of a meeting.")] = None,
        until: Annotated[date | None, Query(alias="to", description="The latest date of a meeting.")] = None,
        q: Annotated[
            str | None, Query(min_length=1, max_length=200, description="Words of the decision or the title.")
        ] = None,
        limit: Annotated[int, Query(ge=1, le=MOST_DECISIONS)] = 50,
    ) -> DecisionsResponse:
        return programs.decisions(request, Wanted(body, meeting, case, status, since, until, q), limit)

    @app.get("/", include_in_schema=False)
    def page() -> Response:
        return HTMLResponse(api_page(app.openapi(), PATH), headers=_PAGE_HEADERS)

    app.openapi = _described(app.openapi)  # type: ignore[method-assign]
    return app


_PAGE_HEADERS = {"Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'"}


def _described(described: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    """FastAPI's description, with problems under their own media type."""

    def describing() -> dict[str, Any]:
        schema = described()
        for path in schema["paths"].values():
            for operation in path.values():
                for status, response in operation["responses"].items():
                    if status in map(str, _PROBLEMS) and "application/json" in response["content"]:
                        response["content"][MEDIA_TYPE] = response["content"].pop("application/json")
        return schema

    return describing


class _Limited:
    """ASGI middleware: a request of more than LARGEST_REQUEST bytes is refused before it is read whole."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = await _read(receive)
        if body is None:
            await problem(413, f"Forespørselen er for stor. Send høyst {LARGEST_REQUEST // 1024} kB.")(
                scope, receive, send
            )
            return
        await self._app(scope, _again(body, receive), send)


async def _read(receive: Receive) -> bytes | None:
    """The body; None where it is too large."""
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > LARGEST_REQUEST:
            return None
        if not message.get("more_body"):
            return body


def _again(body: bytes, receive: Receive) -> Callable[[], Awaitable[Message]]:
    told = False

    async def receiving() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receiving
