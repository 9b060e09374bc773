"""What stands between the network and Gradio: only what the pages use gets through, for those who may, made ours.

Gradio serves far more than a chat needs (uploads, files, a proxy, its API's description), its page calls itself
English and points to Gradio's pictures elsewhere. Each is taken care of here, in one place; so is who may come in.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from radsassistent.archive.audit import Action, AuditLog
from radsassistent.errors import RadsassistentError
from radsassistent.web import texts
from radsassistent.web.access import Access, LogIn, OwnMachine, Reader
from radsassistent.web.body_limit import BodyLimit, TooLargeError, whole_body
from radsassistent.web.gradio_sessions import IN_BODY, GradioSessions, MalformedError, hashes_of
from radsassistent.web.language import Language, Translator
from radsassistent.web.login import LOG_IN, LOG_OUT, log_in_address
from radsassistent.web.origins import is_our_own
from radsassistent.web.page import PAGES, SECRETARYS
from radsassistent.web.plain_page import once_more, refusal
from radsassistent.web.problems import problem
from radsassistent.web.proxies import Proxies
from radsassistent.web.security_headers import with_security_headers

logger = logging.getLogger(__name__)

_LANGUAGES = "|".join(re.escape(language.path) for language in Language if language.path)
_PAGE = re.compile(rf"(?:{_LANGUAGES})?/(?:(?P<page>{'|'.join(path for path, _ in PAGES if path)})/?)?")
_WITHOUT_SLASH = re.compile(rf"{_LANGUAGES}|/api/v1")
_LANGUAGE = re.compile(rf"({_LANGUAGES})/.*", re.DOTALL)
# For everybody, so that one can log in.
_PUBLIC = re.compile(rf"/stil\.css|/favicon\.ico|/robots\.txt|(?:{_LANGUAGES})?/(?:{LOG_IN}|{LOG_OUT})")
_READERS = re.compile(
    rf"(?:{_LANGUAGES})?(?:/(?:lysbilde|original|assets|static|svelte)/.+|/(?:config|theme\.css|favicon\.ico)"
    r"|/vedtak/(?:treff|eksport\.(?:csv|xlsx))|/moter/innhold"
    r"|/gradio_api/(?:queue/join|queue/data|run/[\w-]+|cancel|reset|app_id|startup-events|heartbeat/[\w-]+)/?)"
)
# For other programs. An address of the API that is not there is told of by the API.
_PROGRAMS = re.compile(r"/mcp|/api/v1/[\w.-]*")
# The secretary's: the pages, and everything below their addresses.
_SECRETARYS = re.compile(rf"(?:{_LANGUAGES})?/(?:{'|'.join(sorted(SECRETARYS))})(?:/.*)?", re.DOTALL)
# What their pages ask for.
_SECRETARYS_ADDRESSES = re.compile(
    rf"(?:{_LANGUAGES})?(?:/last-opp/utkast(?:/[\w-]+(?:/(?:les|rett|publiser|forkast|lysbilde/[0-9a-f]{{64}}/\d+\.png))?)?"
    r"|/kvalitet/(?:tall|spurt|fasit(?:/[\w.-]+(?:/slett)?)?))"
)
# Where files are sent to, which may be large.
_UPLOAD = re.compile(rf"(?:{_LANGUAGES})?/last-opp/utkast/[\w-]+/fil")
_METHODS = ("GET", "HEAD", "POST")
_UNSAFE = ("POST",)
# Bytes of everything that is sent but files: a question, a correction, a form.
_MOST_SENT = 1_000_000
# Before anything is drawn, so that no page flashes up light at night: the look that the reader has chosen, if any. And
# Gradio, which takes the browser's language for the page's, is told the page's.
_EARLY = """
const root = document.documentElement, language = root.lang;
try { root.dataset.theme = localStorage.getItem("utseende") || ""; } catch {}
Object.defineProperty(navigator, "language", { get: () => language === "nn" ? "nb" : language });
new MutationObserver(() => { if (root.lang !== language) root.lang = language; })
  .observe(root, { attributeFilter: ["lang"] });
"""
_FOREIGN_TAGS = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>|<link rel="manifest"[^>]*>')


@dataclass
class Gateway:
    """ASGI middleware around the whole site."""

    app: ASGIApp
    access: Access = field(default_factory=OwnMachine)
    proxies: Proxies = field(default_factory=Proxies)
    audit: AuditLog | None = None
    upload_bytes: int = 200_000_000
    secure: bool = False
    _pages: GradioSessions = field(default_factory=GradioSessions)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, refuse it, or, for the page, make its HTML ours on the way out."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope = self.proxies.settled(scope)
        send = with_security_headers(send, scope["path"], secure=self.secure)
        most = self.upload_bytes + _MOST_SENT if _UPLOAD.fullmatch(scope["path"]) else _MOST_SENT
        limit = BodyLimit(scope, receive, send, most)
        response: Response | None = None
        # What is inside may answer in its own way to a body that breaks off; it is not heard then.
        with contextlib.suppress(TooLargeError):
            response = await self._answer(scope, limit.receive, limit.send)
        # Who may not send at all is told that, and nothing of what they sent.
        if response is None and limit.exceeded:
            response = _refused(scope, "For stort", texts.TOO_LARGE, 413, most=self.upload_bytes // 1_000_000)
        if response is not None:
            await response(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """What to answer instead of the site; None when the site has answered."""
        path: str = scope["path"]
        response = self._not_served(scope)
        if response is not None:
            return response
        if _PUBLIC.fullmatch(path):
            await self.app(scope, receive, send)
            return None
        try:
            reader = self.access.identify(HTTPConnection(scope))
        except RadsassistentError as error:
            logger.error("%s", error)  # noqa: TRY400 - the message says all
            return _refused(scope, "Ute av drift", texts.NOT_WORKING, 503)
        if reader is None:
            return self._stranger(scope)
        if _SECRETARYS.fullmatch(path) and not reader.is_secretary:
            if self.audit is not None:
                await run_in_threadpool(self.audit.record, reader.name, Action.REFUSED, path)
            return _refused(scope, "For sekretariatet", texts.SECRETARYS_PAGE, 403)
        return await self._let_in(reader, scope, receive, send)

    def _not_served(self, scope: Scope) -> Response | None:
        """What nobody gets, whoever asks: other addresses, other methods, what another site sends."""
        path: str = scope["path"]
        if _WITHOUT_SLASH.fullmatch(path):
            return RedirectResponse(f"{path}/")
        served = (_PAGE, _READERS, _SECRETARYS_ADDRESSES, _UPLOAD, _PUBLIC, _PROGRAMS)
        if not any(known.fullmatch(path) for known in served):
            return _refused(scope, "Finnes ikke", texts.NO_SUCH_PAGE, 404)
        if scope["method"] not in _METHODS:
            return _refused(scope, "Ikke mulig", texts.WRONG_METHOD, 405)
        if scope["method"] in _UNSAFE and not is_our_own(scope, must_tell=self._must_tell(scope)):
            logger.warning(
                "En forespørsel fra en annen side er avvist. Står det en proxy foran, må den sende Host videre."
            )
            return _refused(scope, "Ikke utført", texts.OTHER_ORIGIN, 403)
        return None

    def _must_tell(self, scope: Scope) -> bool:
        """Whether what does not say where it comes from is refused: where a cookie lets in, a proxy's too.

        Programs tell no origin; what they send is JSON, which a page of another site cannot send without asking first.
        """
        if _PROGRAMS.fullmatch(scope["path"]):
            return False
        by_proxy = not isinstance(self.access, OwnMachine) and "cookie" in Headers(scope=scope)
        return isinstance(self.access, LogIn) or by_proxy

    def _stranger(self, scope: Scope) -> Response:
        if not isinstance(self.access, LogIn):
            return _refused(scope, "Ingen adgang", self.access.refusal, 403)
        if _PAGE.fullmatch(scope["path"]) and scope["method"] not in _UNSAFE:
            if Headers(scope=scope).get("sec-fetch-site") == "cross-site":
                # A link from elsewhere, in a mail or a chat: the browser brings the cookie once the page asks itself.
                return once_more(Translator(language_of(scope)), scope["path"])
            return RedirectResponse(log_in_address(language_of(scope), scope["path"].rstrip("/") or "/"), 303)
        return _refused(scope, "Ingen adgang", self.access.refusal, 401)

    async def _let_in(self, reader: Reader, scope: Scope, receive: Receive, send: Send) -> Response | None:
        path: str = scope["path"]
        try:
            body = None
            if IN_BODY.fullmatch(path) and scope["method"] == "POST":
                body, receive = await whole_body(receive)
            if not self._pages.admits(reader.name, hashes_of(path, scope["query_string"], body)):
                return _refused(scope, "Ingen adgang", texts.OTHER_SESSION, 403)
        except MalformedError:
            return _refused(scope, "Ikke mulig", texts.WRONG_METHOD, 400)
        scope = {**scope, "state": {**scope["state"], "reader": reader}}
        if _PAGE.fullmatch(path) is not None:
            # Uncompressed, because the HTML is read on its way out.
            headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            may_leave = isinstance(self.access, LogIn)
            named = None if isinstance(self.access, OwnMachine) else reader
            send = _PageSender(
                send, lambda html: our_page(html, language_of(scope), reader, named, may_leave=may_leave)
            )
            scope = {**scope, "headers": headers}
        await self.app(scope, receive, send)
        return None


def language_of(scope: Scope) -> Language:
    """The language of the pages that an address is of."""
    found = _LANGUAGE.fullmatch(scope["path"])
    return Language(found[1].lstrip("/")) if found else Language.BOKMAL


def _refused(scope: Scope, title: str, said: str, status: int, **fills: object) -> Response:
    if _PROGRAMS.fullmatch(scope["path"]):
        return problem(status, Translator(Language.BOKMAL)(said, **fills))
    return refusal(Headers(scope=scope), language_of(scope), title, said, status, **fills)


class _PageSender:
    """Holds the page back until it is whole, then sends it as `ours` makes it."""

    def __init__(self, send: Send, ours: Callable[[str], str]) -> None:
        self._send = send
        self._ours = ours
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
            self._body = self._ours(self._body.decode("utf-8")).encode("utf-8")
        MutableHeaders(scope=self._start)["Content-Length"] = str(len(self._body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": self._body})


def our_page(
    html: str,
    language: Language = Language.BOKMAL,
    reader: Reader | None = None,
    named: Reader | None = None,
    *,
    may_leave: bool = False,
) -> str:
    """Gradio's page in its language and in our style, without its pointers elsewhere, with a word where scripts are off.

    The style is linked here because Gradio rewrites style sheets that it is given, and breaks `:root` and `:is()`.
    It hides what is the secretary's from `reader`; the one `named` is told of above the page, with a way out.
    """
    t = Translator(language)
    role = f' data-role="{reader.role}"' if reader else ""
    html = _FOREIGN_TAGS.sub("", html.replace('lang="en"', f'lang="{language.value}"{role}', 1))
    html = html.replace(
        "</head>", f'<script>{{{_EARLY}}}</script>\n<link rel="stylesheet" href="/stil.css">\n</head>', 1
    )
    no_script = t("Denne siden trenger JavaScript. Slå det på i nettleseren, og last siden på nytt.")
    before = f"<noscript>{escape(no_script)}</noscript>\n{_account(named, t, may_leave) if named else ''}"
    return html.replace("<gradio-app", f"{before}<gradio-app", 1)


def _account(reader: Reader, t: Translator, may_leave: bool) -> str:
    """Who is logged in, and the way out."""
    leave = f'<form method="post" action="{t.language.path}/{LOG_OUT}"><button>{escape(t("Logg ut"))}</button></form>'
    role = f" ({escape(t('sekretariatet'))})" if reader.is_secretary else ""
    return (
        f'<div class="account" role="region" aria-label="{escape(t("Innlogging"))}"><span>{escape(t("Logget inn som"))} '
        f"<strong>{escape(reader.name)}</strong>{role}</span>{leave if may_leave else ''}</div>\n"
    )
