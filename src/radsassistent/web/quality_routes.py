"""What the page of quality asks the server for. Every address is the secretary's alone."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from radsassistent.archive.asked import Asked, AskedLog, Shown
from radsassistent.archive.audit import Action
from radsassistent.archive.database import connected
from radsassistent.archive.gold_drafts import GoldDraft, GoldDrafts, drafted, folder_of, folders
from radsassistent.archive.gold_fields import KINDS, LANGUAGES, SPLITS
from radsassistent.archive.holdings import DATABASE
from radsassistent.errors import RadsassistentError
from radsassistent.meetings import Classification
from radsassistent.web.access import Reader
from radsassistent.web.draft_view import notice_html
from radsassistent.web.page import Page
from radsassistent.web.quality_view import asked_html, gold_form_html, gold_list_html, report_html
from radsassistent.web.secretary import secretary

logger = logging.getLogger(__name__)

AT_ONCE = 30
_REPORT = "report.json"


def quality_routes(page: Page) -> APIRouter:
    """The routes below the page of quality, in one language."""
    return _Routes(page).router()


class _Routes:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._t = page.t
        self._database = page.archive.directory / DATABASE
        self._report = page.settings.report_folder / _REPORT
        self._gold = GoldDrafts(self._database)

    @property
    def _log(self) -> AskedLog:
        return AskedLog(self._database, keep_text=True, keep_days=self._page.settings.keep_asked_days)

    def router(self) -> APIRouter:
        guard = Depends(secretary(self._page))
        router = APIRouter(prefix=f"{self._t.language.path}/kvalitet")

        def figures(who: Reader = guard) -> Response:
            return HTMLResponse(self._figures())

        def asked(vis: Shown = Shown.BAD, eldre: int | None = None, who: Reader = guard) -> Response:
            return self._kindly(lambda: HTMLResponse(self._asked(who, vis, eldre)))

        def gold(who: Reader = guard) -> Response:
            return self._kindly(lambda: HTMLResponse(gold_list_html(self._gold.all(), self._t)))

        def make(said: dict[str, Any], who: Reader = guard) -> Response:
            return self._kindly(lambda: HTMLResponse(self._make(who, said)))

        def one(number: int, who: Reader = guard) -> Response:
            return self._kindly(lambda: HTMLResponse(self._form(self._gold.one(number))))

        def keep(number: int, said: dict[str, Any], who: Reader = guard) -> Response:
            return self._kindly(lambda: HTMLResponse(self._keep(who, number, said)))

        def delete(number: int, who: Reader = guard) -> Response:
            return self._kindly(lambda: self._delete(number))

        def export(meeting: str, who: Reader = guard) -> Response:
            return self._kindly(lambda: self._export(who, meeting))

        router.add_api_route("/tall", figures, methods=["GET"])
        router.add_api_route("/spurt", asked, methods=["GET"])
        router.add_api_route("/fasit", gold, methods=["GET"])
        router.add_api_route("/fasit", make, methods=["POST"])
        router.add_api_route("/fasit/{meeting}.jsonl", export, methods=["GET"])
        router.add_api_route("/fasit/{number}", one, methods=["GET"])
        router.add_api_route("/fasit/{number}", keep, methods=["POST"])
        router.add_api_route("/fasit/{number}/slett", delete, methods=["POST"])
        return router

    def _kindly(self, answer: Callable[[], Response]) -> Response:
        try:
            return answer()
        except RadsassistentError as error:
            return PlainTextResponse(self._t.told(str(error)), status_code=409)

    def _figures(self) -> str:
        t = self._t
        try:
            report = json.loads(self._report.read_text(encoding="utf-8"))
            return report_html(report, datetime.fromtimestamp(self._report.stat().st_mtime).astimezone(), t)
        except FileNotFoundError:
            return notice_html(
                t("Ingen måling ennå. Den som drifter tjenesten, lager en med radsassistent eval."), "muted"
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            logger.warning("Rapporten %s kan ikke leses.", self._report, exc_info=True)
            return notice_html(t("Rapporten fra den siste målingen kan ikke leses. Kjør radsassistent eval på nytt."))

    def _asked(self, who: Reader, shown: Shown, before: int | None) -> str:
        log = self._log
        found = log.listed(shown, limit=AT_ONCE + 1, before=before)
        may_see = [each for each in found[:AT_ONCE] if self._may_see(who, each)]
        return asked_html(may_see, shown, log.counts(), len(found) > AT_ONCE and bool(may_see), self._t)

    def _may_see(self, who: Reader, asked: Asked) -> bool:
        """What rests on internal documents is only for those who may see them; so is, where there are any, what rests on none: it
        may ask for what they say.
        """
        if not who.internal and not asked.citations:
            return not self._internal()
        return who.internal or not any(str(each.get("document")) in self._internal() for each in asked.citations)

    def _internal(self) -> frozenset[str]:
        with connected(self._database) as db:
            rows = db.execute(
                "SELECT name FROM documents JOIN meetings ON meetings.id = meeting_id WHERE classification = ?",
                (Classification.INTERNAL.value,),
            )
            return frozenset(row["name"] for row in rows)

    def _make(self, who: Reader, said: dict[str, Any]) -> str:
        asked = self._log.one(_whole(said.get("asked")) or 0)
        if not self._may_see(who, asked):
            raise RadsassistentError(self._t("Dette spørsmålet er ikke lagret lenger. Last siden på nytt."))
        draft = drafted(asked, folder_of(self._database, asked.citations))
        return self._form(self._gold.keep(draft, who.name))

    def _form(self, draft: GoldDraft, notice: str = "") -> str:
        return gold_form_html(draft, folders(self._database), self._t, notice)

    def _keep(self, who: Reader, number: int, said: dict[str, Any]) -> str:
        before = self._gold.one(number)
        slides = tuple(tuple(_whole(each) or 0 for each in group) for group in _groups(said.get("slides")))
        if any(slide < 1 for group in slides for slide in group):
            raise RadsassistentError(self._t("Lysbilder skrives som tall, ett på hver linje. Det første er 1."))
        draft = replace(
            before,
            checked=True,
            question=" ".join(str(said.get("question") or "").split())[:1000],
            meeting=_one_of(said.get("meeting"), [*folders(self._database), before.meeting], ""),
            kind=_one_of(said.get("kind"), KINDS, before.kind),
            language=_one_of(said.get("language"), LANGUAGES, before.language),
            split=_one_of(said.get("split"), SPLITS, before.split),
            near_miss=said.get("near_miss") is True,
            answers=_groups(said.get("answers")),
            slides=slides,
            forbidden=tuple(line.strip() for line in str(said.get("forbidden") or "").splitlines() if line.strip()),
            max_words=_whole(said.get("max_words")),
        )
        return self._form(self._gold.keep(draft, who.name), self._t("Lagret."))

    def _delete(self, number: int) -> Response:
        self._gold.delete(number)
        return Response(status_code=204)

    def _export(self, who: Reader, meeting: str) -> Response:
        name = re.sub(r"[^\w.-]", "-", meeting, flags=re.ASCII)[:120]
        self._page.record(who, Action.EXPORTED, f"{meeting}.jsonl")
        return Response(
            self._gold.export(meeting),
            media_type="application/jsonl; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}.jsonl"', "Cache-Control": "no-store"},
        )


def _groups(value: object) -> tuple[tuple[str, ...], ...]:
    """Lines of alternatives with | between them."""
    lines = [[part.strip() for part in line.split("|")] for line in str(value or "").splitlines()]
    return tuple(tuple(filter(None, parts)) for parts in lines if any(parts))


def _whole(value: object) -> int | None:
    text = str(value if value is not None else "").strip()
    return int(text) if text.isdecimal() and len(text) < 10 and int(text) > 0 else None


def _one_of(value: object, allowed: Any, otherwise: str) -> str:
    return str(value) if value in allowed else otherwise
