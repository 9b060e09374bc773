"""What stands between the network and Gradio: only what the page uses gets through, and the page is made ours.

Gradio serves far more than a chat needs (uploads, files, a proxy, its API's description), its page calls itself
English and points to Gradio's pictures elsewhere. Each is taken care of here, in one place.
"""

from __future__ import annotations

import re
from html import escape

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from radsassistent.web import texts
from radsassistent.web.language import Language
from radsassistent.web.page import PAGES

_LANGUAGES = "|".join(re.escape(language.path) for language in Language if language.path)
_PAGE = re.compile(rf"(?P<language>{_LANGUAGES})?/(?:{'|'.join(path for path, _ in PAGES)})/?")
_WITHOUT_SLASH = re.compile(_LANGUAGES)
_OPEN = re.compile(
    rf"(?:{_LANGUAGES})?(?:/(?:lysbilde|original|assets|static|svelte)/.+|/(?:stil\.css|config|theme\.css|favicon\.ico|robots\.txt)"
    r"|/gradio_api/(?:queue/join|queue/data|run/[\w-]+|cancel|reset|app_id|startup-events|heartbeat/[\w-]+)/?)"
)
# The browser itself refuses everything from outside. Gradio's page runs inline scripts and compiles its templates.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'"
)
_FOREIGN_TAGS = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>|<link rel="manifest"[^>]*>')


class Gateway:
    """ASGI middleware around the whole site."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, refuse it, or, for the page, make its HTML ours on the way out."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _WITHOUT_SLASH.fullmatch(scope["path"]):
            await RedirectResponse(f"{scope['path']}/")(scope, receive, send)
        elif not _OPEN.fullmatch(scope["path"]) and not _PAGE.fullmatch(scope["path"]):
            await PlainTextResponse(texts.NO_SUCH_PAGE, status_code=404)(scope, receive, send)
        elif (page := _PAGE.fullmatch(scope["path"])) is not None:
            language = Language((page["language"] or "/nb").lstrip("/"))
            # Uncompressed, because the HTML is read on its way out.
            headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            await self._app({**scope, "headers": headers}, receive, _PageSender(send, language))
        else:
            await self._app(scope, receive, _with_headers(send))


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Referrer-Policy"] = "no-referrer"
        await send(message)

    return sending


class _PageSender:
    """Holds the page back until it is whole, then sends it as `our_page` makes it."""

    def __init__(self, send: Send, language: Language) -> None:
        self._send = _with_headers(send)
        self._language = language
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        if "text/html" in Headers(raw=self._start["headers"]).get("content-type", ""):
            self._body = our_page(self._body.decode("utf-8"), self._language).encode("utf-8")
        headers = MutableHeaders(scope=self._start)
        headers["Content-Length"] = str(len(self._body))
        headers["Content-Security-Policy"] = _POLICY
        headers["Cache-Control"] = "no-store"
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": self._body})


def our_page(html: str, language: Language = Language.BOKMAL) -> str:
    """Gradio's page in its language and in our style, without its pointers elsewhere, with a word where scripts are off.

    The style is linked here because Gradio rewrites style sheets that it is given, and breaks `:root` and `:is()`.
    """
    html = _FOREIGN_TAGS.sub("", html.replace('lang="en"', f'lang="{language.value}"', 1))
    html = html.replace("</head>", '<link rel="stylesheet" href="/stil.css">\n</head>', 1)
    return html.replace("<gradio-app", f"<noscript>{escape(texts.NO_SCRIPT)}</noscript>\n<gradio-app", 1)
