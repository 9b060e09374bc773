"""The three abilities as tools for language models (Model Context Protocol), at /mcp, by Gradio's MCP server.

Gradio makes tools of the events of a Blocks; these stand in one of their own, so that no event of the pages is among them.
Only its door is open: one address that takes POST, from programs and not from the pages of a browser.
"""

from __future__ import annotations

from typing import Literal, TypeVar

import gradio as gr
from fastapi import Request
from gradio.events import api
from pydantic import BaseModel, ValidationError
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from radsassistent.web.api_types import AskRequest, DecisionsRequest, SearchRequest
from radsassistent.web.problems import faults_of, in_words, problem
from radsassistent.web.programs import ProblemError, Programs
from radsassistent.web.request_limit import RequestLimit

PATH = "/mcp"
# Where Gradio's app with its own addresses is mounted; the gateway lets nobody in there.
MOUNTED = "/mcp-verktoy"
_GRADIOS = f"{MOUNTED}/gradio_api/mcp/"

_Given = TypeVar("_Given", bound=BaseModel)


def tools(programs: Programs) -> gr.Blocks:
    """The Blocks whose events are the tools; to be mounted with `mcp_server=True`."""

    def sok(question: str, request: gr.Request, bodies: list[str] = [], cases: list[str] = [], limit: int = 5) -> str:  # noqa: B006
        """Search a Norwegian council's meeting documents (slide decks, minutes). Gives the slides that are likeliest to
        answer, the likeliest first, as JSON: body, meeting date, case number, document, slide, title, an excerpt, and the
        probability that the slide answers. Use it to find where something stands; use spor for a verified answer.

        Args:
            question: What to look for: a question or words of one, best in Norwegian.
            bodies: Only in meetings of these bodies, by their full names ("Porteføljerådet"). Empty: all.
            cases: Only in these cases, by number ("5/26"). Empty: all.
            limit: The most slides to give, 1 to 50.
        """
        wanted = _checked(SearchRequest, question=question, scope=_scope(bodies, cases), limit=limit)
        return programs.search(request, wanted).model_dump_json()

    def spor(
        question: str,
        request: gr.Request,
        earlier_questions: list[str] = [],  # noqa: B006
        bodies: list[str] = [],  # noqa: B006
        cases: list[str] = [],  # noqa: B006
    ) -> str:
        """Ask about a Norwegian council's meetings. Gives a short answer as JSON: sentences, each with the slides that it
        rests on and a word-for-word quote from each. abstained is true where the documents do not say; then do not guess.
        note "proposal" marks what is proposed and not decided, note "conflict" what another slide says otherwise.

        Args:
            question: One question, best in Norwegian: "Hvem legger frem sak 5/26?"
            earlier_questions: The questions asked before it, the oldest first, where it goes on from them. At most 10.
            bodies: Only in meetings of these bodies, by their full names ("Porteføljerådet"). Empty: all.
            cases: Only in these cases, by number ("5/26"). Empty: all.
        """
        wanted = _checked(AskRequest, question=question, conversation=earlier_questions, scope=_scope(bodies, cases))
        return programs.ask(request, wanted).model_dump_json()

    def vedtak(  # noqa: PLR0913, PLR0917 - a parameter a filter
        request: gr.Request,
        body: str = "",
        meeting: str = "",
        case: str = "",
        status: Literal["", "forslag", "vedtatt", "endret", "avvist", "utsatt"] = "",
        from_date: str = "",
        to_date: str = "",
        text: str = "",
        limit: int = 20,
    ) -> str:
        """Read a Norwegian council's register of decisions, the newest meeting first, as JSON. A row's status is forslag
        (proposed only: never tell it as a decision), vedtatt (adopted), endret (adopted in other words than proposed),
        avvist (rejected) or utsatt (postponed); turns tells where a postponed matter was taken up again. total counts also
        the rows beyond limit.

        Args:
            body: Only of this body, by its full name ("Porteføljerådet"). Empty: all.
            meeting: Only of the meetings on this date (2026-02-12). Empty: all.
            case: Only of this case number ("5/26"). Empty: all.
            status: Only rows of this status. Empty: all.
            from_date: Only of meetings on or after this date (2026-02-12). Empty: all.
            to_date: Only of meetings on or before this date (2026-02-12). Empty: all.
            text: Only rows about this; found by words and by meaning. Empty: all.
            limit: The most rows to give, 1 to 200.
        """
        given = {"body": body, "meeting": meeting, "case": case, "status": status, "from": from_date, "to": to_date}
        filters = {name: value for name, value in {**given, "q": text}.items() if value}
        wanted = _checked(DecisionsRequest, **filters, limit=limit)
        return programs.decisions(request, wanted).model_dump_json()

    blocks = gr.Blocks(title="Rådsassistenten", analytics_enabled=False)
    with blocks:
        for tool in (sok, spor, vedtak):
            # Not queued: Gradio then calls the tool itself, with the request that came in, and not over HTTP once more.
            api(tool, api_name=tool.__name__, queue=False)
    return blocks


def _scope(bodies: list[str], cases: list[str]) -> dict[str, list[str]]:
    return {"bodies": bodies, "cases": cases}


def _checked(kind: type[_Given], **given: object) -> _Given:
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        raise ProblemError(422, in_words(faults_of(error.errors()))) from error


class Door:
    """ASGI application at PATH: lets a reader's program in to Gradio's MCP server."""

    def __init__(self, programs: Programs, site: ASGIApp) -> None:
        """`site` has Gradio's app mounted at MOUNTED."""
        self._programs = programs
        self._site = RequestLimit(site)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self._refused(Request(scope))
        if refused is not None:
            await refused(scope, receive, send)
        else:
            inside = {**scope, "path": _GRADIOS, "raw_path": _GRADIOS.encode()}
            await self._site(inside, receive, send)

    def _refused(self, request: Request) -> JSONResponse | None:
        if request.method != "POST":
            return problem(405, "Denne adressen er for MCP-klienter og tar bare imot POST.", headers={"Allow": "POST"})
        if "origin" in request.headers:
            # A browser says where its page is from, and a name that leads here may be anyone's (DNS rebinding).
            return problem(403, "Denne adressen er for programmer, ikke for sider i en nettleser.")
        try:
            self._programs.reader(request)
        except ProblemError as error:
            return problem(error.status, error.detail)
        return None
