"""Logging in and out: a form and two addresses it is sent to, in each language."""

from __future__ import annotations

import logging
import re
from html import escape
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from radsassistent.archive.audit import Action, AuditLog
from radsassistent.errors import UsageError
from radsassistent.web import texts
from radsassistent.web.access import LogIn
from radsassistent.web.language import Language, Translator
from radsassistent.web.page import PAGES
from radsassistent.web.plain_page import plain_page
from radsassistent.web.users import normalised

logger = logging.getLogger(__name__)

LOG_IN = "logg-inn"
LOG_OUT = "logg-ut"
_LANGUAGES = "|".join(re.escape(language.path) for language in Language if language.path)
_PAGE = re.compile(rf"(?:{_LANGUAGES})?/(?:{'|'.join(path for path, _ in PAGES)})")


def log_in_address(language: Language, wanted: str) -> str:
    """Where one logs in who wants to see a page, and then comes back to it."""
    rest = f"?neste={quote(wanted, safe='')}" if _PAGE.fullmatch(wanted) and wanted != f"{language.path}/" else ""
    return f"{language.path}/{LOG_IN}{rest}"


def log_in_routes(access: LogIn, audit: AuditLog | None) -> APIRouter:
    """The routes for every language. Attempts are logged in `audit`."""
    router = APIRouter()
    for language in Language:
        _add(router, language, access, audit)
    return router


def _add(router: APIRouter, language: Language, access: LogIn, audit: AuditLog | None) -> None:
    t = Translator(language)

    @router.get(f"{language.path}/{LOG_IN}")
    def form(request: Request, neste: Annotated[str, Query()] = "") -> Response:
        if access.identify(request) is not None:
            return RedirectResponse(_page(neste, language), 303)
        return _form(t, neste)

    @router.post(f"{language.path}/{LOG_IN}")
    def log_in(
        request: Request,
        navn: Annotated[str, Form()] = "",
        passord: Annotated[str, Form()] = "",
        neste: Annotated[str, Form()] = "",
    ) -> Response:
        name, address = _tried(navn), str(request.state.address)
        wait = access.throttle.attempt(name, address)
        if wait:
            logger.warning("For mange forsøk på å logge inn fra %s.", address)
            response = _form(t, neste, t(texts.TOO_MANY_ATTEMPTS, wait=_duration(t, wait)), navn, 429)
            response.headers["Retry-After"] = str(wait)
            return response
        user = access.users.with_password(name, passord)
        if user is None or user.hash is None:
            _record(audit, name, Action.LOG_IN_FAILED, address)
            return _form(t, neste, t(texts.WRONG_PASSWORD), navn, 401)
        access.throttle.succeeded(name, address)
        _record(audit, user.name, Action.LOGGED_IN, address)
        access.sessions.end(request.cookies.get(access.cookie, ""))
        response = RedirectResponse(_page(neste, language), 303)
        response.set_cookie(
            access.cookie,
            access.sessions.begin(user.name, user.hash),
            max_age=int(access.sessions.seconds),
            httponly=True,
            secure=access.secure,
            samesite="strict",
            path="/",
        )
        return response

    @router.post(f"{language.path}/{LOG_OUT}")
    def log_out(request: Request) -> Response:
        reader = access.identify(request)
        access.sessions.end(request.cookies.get(access.cookie, ""))
        if reader is not None:
            _record(audit, reader.name, Action.LOGGED_OUT)
        response = RedirectResponse(f"{language.path}/{LOG_IN}", 303)
        response.delete_cookie(access.cookie, secure=access.secure, httponly=True, samesite="strict", path="/")
        # What the browser has kept of pictures and originals goes with the session.
        response.headers["Clear-Site-Data"] = '"cache"'
        return response


def _record(audit: AuditLog | None, who: str, action: Action, subject: str = "") -> None:
    if audit is not None:
        audit.record(who, action, subject)


def _tried(name: str) -> str:
    """The name as it is counted: one however it is written."""
    try:
        return normalised(name)
    except UsageError:
        return name[:100].casefold()


def _page(wanted: str, language: Language) -> str:
    """The page to go on to: one of our own, or the first."""
    return wanted if _PAGE.fullmatch(wanted) else f"{language.path}/"


def _duration(t: Translator, seconds: int) -> str:
    if seconds < 60:
        return t("1 sekund") if seconds == 1 else t("{number} sekunder", number=seconds)
    minutes = -(-seconds // 60)
    return t("1 minutt") if minutes == 1 else t("{number} minutter", number=minutes)


def _form(t: Translator, wanted: str, said: str = "", name: str = "", status: int = 200) -> Response:
    alert = f'<p class="notice" role="alert" id="feil">{escape(said)}</p>' if said else ""
    told = ' aria-describedby="feil" aria-invalid="true"' if said else ""
    current = ' aria-current="true"'
    page = re.sub(rf"^(?:{_LANGUAGES})(?=/)", "", wanted)
    tongues = "".join(
        f'<li><a href="{escape(log_in_address(each, each.path + page))}" lang="{each.value}" hreflang="{each.value}"'
        f"{current if each is t.language else ''}>{word}</a></li>"
        for each, word in zip(Language, ("Bokmål", "Nynorsk", "English"), strict=True)
    )
    return plain_page(
        t,
        t("Logg inn"),
        f'{alert}<form method="post" action="{t.language.path}/{LOG_IN}">'
        f'<input type="hidden" name="neste" value="{escape(wanted)}">'
        f'<label for="navn">{escape(t("Navn"))}</label>'
        f'<input id="navn" name="navn" value="{escape(name)}" autocomplete="username" autocapitalize="none" '
        f'spellcheck="false" maxlength="100" required{"" if name else " autofocus"}{told}>'
        f'<label for="passord">{escape(t("Passord"))}</label>'
        f'<input id="passord" name="passord" type="password" autocomplete="current-password" maxlength="1024" '
        f"required{' autofocus' if name else ''}{told}>"
        f'<button type="submit">{escape(t("Logg inn"))}</button></form>'
        f'<p class="hint">{escape(t("Har du glemt passordet, kan driftsansvarlig gi deg et nytt."))}</p>'
        f'<nav class="languages" aria-label="{escape(t("Språk"))}"><ul>{tongues}</ul></nav>',
        status,
    )
