"""The API for other programs, version 1, at /api/v1: search, ask, decisions, and what they look like."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from radsassistent.web.api_page import api_page
from radsassistent.web.api_types import (
    AskRequest,
    AskResponse,
    DecisionsRequest,
    DecisionsResponse,
    Problem,
    SearchRequest,
    SearchResponse,
)
from radsassistent.web.problems import MEDIA_TYPE, tell_problems
from radsassistent.web.programs import Programs
from radsassistent.web.request_limit import RequestLimit

PATH = "/api/v1"
VERSION = "1.0"
# Requests served at once, as many as questions of the chat (chat_page.py).
AT_ONCE = 8

_SUMMARY = "Search a council's meeting documents, ask about them, and read what was decided."
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The question cannot be answered as it stands"},
    401: {"model": Problem, "description": "Nobody is logged in"},
    413: {"model": Problem, "description": "The request is too large"},
    422: {"model": Problem, "description": "The request is not as described here"},
    500: {"model": Problem, "description": "Something went wrong"},
    503: {"model": Problem, "description": "There is nothing in the archive yet"},
}


def api(programs: Programs) -> FastAPI:
    """The API as an application of its own, to be mounted at PATH."""
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
    app.add_middleware(RequestLimit)

    # Threads of their own, so that programs that wait for a language model never keep a reader's page or picture waiting.
    turns = CapacityLimiter(AT_ONCE)

    @app.post("/sok", operation_id="sok", summary="Search: the slides that a question is likeliest to be answered by")
    async def search(request: Request, wanted: SearchRequest) -> SearchResponse:
        return await run_sync(programs.search, request, wanted, limiter=turns)

    @app.post("/spor", operation_id="spor", summary="Ask: an answer, with the slides for each of its sentences")
    async def ask(request: Request, wanted: AskRequest) -> AskResponse:
        return await run_sync(programs.ask, request, wanted, limiter=turns)

    @app.get("/vedtak", operation_id="vedtak", summary="Decisions, and what is proposed but not decided")
    async def decisions(request: Request, wanted: Annotated[DecisionsRequest, Query()]) -> DecisionsResponse:
        return await run_sync(programs.decisions, request, wanted, limiter=turns)

    @app.get("/", include_in_schema=False)
    def page() -> Response:
        return HTMLResponse(api_page(app.openapi(), PATH))

    app.openapi = _described(app.openapi)  # type: ignore[method-assign]
    return app


_PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'"
}


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
