"""The whole site as one ASGI application: the page, the slides and the originals, behind the gateway."""

from __future__ import annotations

import logging
import warnings
from http import HTTPStatus
from importlib import resources
from pathlib import Path

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, Response
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import Route

from radsassistent.archive.audit import AuditLog
from radsassistent.archive.draft_reading import DraftReading
from radsassistent.documents import limits_of
from radsassistent.errors import RadsassistentError
from radsassistent.settings import Settings
from radsassistent.web import api, mcp_tools, texts
from radsassistent.web.access import Access, LogIn, OwnMachine
from radsassistent.web.admission import proxies_of
from radsassistent.web.app import build
from radsassistent.web.files import file_routes
from radsassistent.web.gateway import Gateway, language_of
from radsassistent.web.language import Language, Translator
from radsassistent.web.login import log_in_routes
from radsassistent.web.meetings_routes import meetings_routes
from radsassistent.web.page import Page
from radsassistent.web.plain_page import refusal
from radsassistent.web.programs import Programs
from radsassistent.web.quality_routes import quality_routes
from radsassistent.web.register_routes import register_routes
from radsassistent.web.sources import Answering, Library, QuestionLog
from radsassistent.web.theme import council_theme
from radsassistent.web.upload_routes import Desk, upload_routes

logger = logging.getLogger(__name__)


def site(
    assistant: Answering,
    archive: Library,
    access: Access | None = None,
    settings: Settings | None = None,
    audit: AuditLog | None = None,
    asked: QuestionLog | None = None,
) -> FastAPI:
    """The site over an assistant and an archive. Sends nothing to anyone, loads nothing from anywhere.

    Without `access`, whoever reaches it by a name of this machine may do everything. Without `audit`, nothing is
    logged; without `asked`, answers are not kept and cannot be rated.
    """
    access, settings = access or OwnMachine(), settings or Settings()
    assets = Path(str(resources.files("radsassistent.web")))
    app = FastAPI(title=texts.TITLE, docs_url=None, redoc_url=None, openapi_url=None)
    programs = Programs(assistant, archive, access)
    app.mount(api.PATH, api.api(programs))
    app.include_router(file_routes(archive, access))
    if isinstance(access, LogIn):
        app.include_router(log_in_routes(access, audit))
    app.add_exception_handler(StarletteHTTPException, _kindly)
    app.add_exception_handler(RequestValidationError, _kindly)
    app.add_exception_handler(RadsassistentError, _not_working)
    app.add_exception_handler(Exception, _unexpected)

    @app.get("/stil.css")
    def style() -> FileResponse:
        return FileResponse(assets / "style.css", headers={"Cache-Control": "no-cache"})

    if settings.mcp:
        # Before the pages, which take every address that is left.
        app.router.routes.append(Route(mcp_tools.PATH, mcp_tools.Door(programs, app.router)))
        _mount(app, mcp_tools.tools(programs), mcp_tools.MOUNTED, assets, mcp_server=True)
    desk = Desk(DraftReading(archive.directory, lambda: limits_of(settings)))
    # Bokmål last: it is at the root, which would take the other languages' addresses.
    for language in reversed(list(Language)):
        page = Page(assistant, archive, access, settings, Translator(language), audit, asked)
        app.include_router(register_routes(page), prefix=language.path)
        app.include_router(meetings_routes(page), prefix=language.path)
        app.include_router(upload_routes(page, desk))
        app.include_router(quality_routes(page))
        _mount(app, build(page), language.path or "/", assets)
    app.add_middleware(
        Gateway,
        access=access,
        proxies=proxies_of(settings),
        audit=audit,
        upload_bytes=settings.upload_max_mb * 1_000_000,
        secure=settings.https,
    )
    return app


async def _kindly(request: Request, error: Exception) -> Response:
    """What our routes refuse with, in their words; what the frameworks would say in English, in ours."""
    status, said = 404, texts.NO_SUCH_PAGE
    if isinstance(error, StarletteHTTPException):
        status = error.status_code
        ours = status != 400 and error.detail != HTTPStatus(status).phrase
        said = error.detail if ours else texts.NO_SUCH_PAGE if status == 404 else texts.WRONG_METHOD
    return refusal(
        request.headers, language_of(request.scope), "Ikke mulig" if status != 404 else "Finnes ikke", said, status
    )


def _mount(app: FastAPI, blocks: gr.Blocks, path: str, assets: Path, *, mcp_server: bool = False) -> None:
    with warnings.catch_warnings():
        # Said of every app with several pages, also where server-side rendering is not wanted.
        warnings.filterwarnings("ignore", message="SSR mode is not supported with multi-page apps")
        gr.mount_gradio_app(
            app,
            blocks,
            path=path,
            footer_links=[],
            run_history=False,
            show_error=False,
            ssr_mode=False,
            enable_monitoring=False,
            pwa=False,
            mcp_server=mcp_server,
            theme=council_theme(),
            favicon_path=str(assets / "favicon.svg") if path == "/" else None,
        )
    if blocks.mcp_error is not None:
        raise RuntimeError(blocks.mcp_error)


async def _not_working(request: Request, error: Exception) -> Response:
    logger.error("%s", error)
    return refusal(request.headers, language_of(request.scope), "Ute av drift", texts.NOT_WORKING, 503)


async def _unexpected(request: Request, error: Exception) -> Response:
    """What nobody expected; the server logs it."""
    return refusal(request.headers, language_of(request.scope), "Ute av drift", texts.UNEXPECTED, 500)
