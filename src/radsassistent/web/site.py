"""The whole site as one ASGI application: the page, the slides and the originals, behind the gateway."""

from __future__ import annotations

import warnings
from importlib import resources
from pathlib import Path

import gradio as gr
from fastapi import FastAPI
from fastapi.responses import FileResponse

from radsassistent.settings import Settings
from radsassistent.web import texts
from radsassistent.web.access import Access, OwnMachine
from radsassistent.web.app import build
from radsassistent.web.files import file_routes
from radsassistent.web.gateway import Gateway
from radsassistent.web.language import Language, Translator
from radsassistent.web.page import Page
from radsassistent.web.sources import Answering, Library
from radsassistent.web.theme import council_theme


def site(
    assistant: Answering, archive: Library, access: Access | None = None, settings: Settings | None = None
) -> FastAPI:
    """The site over an assistant and an archive. Sends nothing to anyone, loads nothing from anywhere.

    Without `access`, everyone may do everything, which is right on an address of this machine alone.
    """
    access, settings = access or OwnMachine(), settings or Settings()
    assets = Path(str(resources.files("radsassistent.web")))
    app = FastAPI(title=texts.TITLE, docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(file_routes(archive))

    @app.get("/stil.css")
    def style() -> FileResponse:
        return FileResponse(assets / "style.css", headers={"Cache-Control": "no-cache"})

    # Bokmål last: it is at the root, which would take the other languages' addresses.
    for language in reversed(list(Language)):
        _mount(app, build(Page(assistant, archive, access, settings, Translator(language))), language, assets)
    app.add_middleware(Gateway)
    return app


def _mount(app: FastAPI, pages: gr.Blocks, language: Language, assets: Path) -> None:
    with warnings.catch_warnings():
        # Said of every app with several pages, also where server-side rendering is not wanted.
        warnings.filterwarnings("ignore", message="SSR mode is not supported with multi-page apps")
        gr.mount_gradio_app(
            app,
            pages,
            path=language.path or "/",
            footer_links=[],
            run_history=False,
            show_error=False,
            ssr_mode=False,
            enable_monitoring=False,
            pwa=False,
            mcp_server=False,
            theme=council_theme(),
            favicon_path=None if language.path else str(assets / "favicon.svg"),
        )
