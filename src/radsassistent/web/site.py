"""The whole site as one ASGI application: the page, the slides and the originals, behind the gateway."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import gradio as gr
from fastapi import FastAPI
from fastapi.responses import FileResponse

from radsassistent.web import texts
from radsassistent.web.app import build
from radsassistent.web.files import file_routes
from radsassistent.web.gateway import Gateway
from radsassistent.web.sources import Answering, Library
from radsassistent.web.theme import council_theme


def site(assistant: Answering, archive: Library) -> FastAPI:
    """The site over an assistant and an archive. Sends nothing to anyone, loads nothing from anywhere."""
    assets = Path(str(resources.files("radsassistent.web")))
    app = FastAPI(title=texts.TITLE, docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(file_routes(archive))

    @app.get("/stil.css")
    def style() -> FileResponse:
        return FileResponse(assets / "style.css", headers={"Cache-Control": "no-cache"})

    gr.mount_gradio_app(
        app,
        build(assistant, archive),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        theme=council_theme(),
        favicon_path=str(assets / "favicon.svg"),
    )
    app.add_middleware(Gateway)
    return app
