"""What the page of uploads asks the server for: a file into a draft, how far it has come, corrections, publishing.

Every address is the secretary's alone, and every draft that of the one who handed it in. Answers are pieces of HTML that the page
puts in place; a refusal is a sentence in plain text.
"""

from __future__ import annotations

import logging
import os
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.concurrency import run_in_threadpool

from radsassistent.archive import Archive
from radsassistent.archive.agendas import meetings
from radsassistent.archive.audit import Action
from radsassistent.archive.corrections import Correction
from radsassistent.archive.draft_correcting import CaseRow, Said, corrections_from
from radsassistent.archive.draft_of_meeting import draft_of_meeting
from radsassistent.archive.draft_publishing import Preview, preview, publish
from radsassistent.archive.draft_reading import DraftReading
from radsassistent.archive.drafts import Draft, DraftError, DraftFile, Drafts, DraftState, clean_name
from radsassistent.documents.pictures import slide_picture
from radsassistent.errors import RadsassistentError
from radsassistent.meetings import Classification, Meeting
from radsassistent.meetings.dates import typed_day
from radsassistent.web.access import Reader
from radsassistent.web.draft_view import draft_html, list_html, notice_html, progress_html, published_html
from radsassistent.web.page import Page
from radsassistent.web.secretary import secretary

logger = logging.getLogger(__name__)

MOST_FILES = 30
_WIDTH = 960
# Names the field of the form that a refusal is about.
FIELD = "X-Felt"


class FormError(RadsassistentError):
    """What was typed cannot be used; the message says what to write instead.

    `field` is where it was typed: "body", "date", "row-2" for the third row of slides; "" for no field.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Desk:
    """What the routes of all languages share: the reading of drafts, whose turn it is to keep one, which are being published."""

    reading: DraftReading
    keeping: threading.Lock = field(default_factory=threading.Lock)
    publishing: set[str] = field(default_factory=set)


def upload_routes(page: Page, desk: Desk) -> APIRouter:
    """The routes below the page of uploads, in one language."""
    return _Routes(page, desk).router()


class _Routes:
    def __init__(self, page: Page, desk: Desk) -> None:
        self._page = page
        self._t = page.t
        self._archive = cast(Archive, page.archive)
        self._drafts = Drafts(page.archive.directory)
        self._desk = desk
        self._drop = page.settings.ingest_folder
        self._most = page.settings.upload_max_mb

    def router(self) -> APIRouter:
        guard = Depends(secretary(self._page))
        router = APIRouter(prefix=f"{self._t.language.path}/last-opp/utkast")

        def add(path: str, methods: list[str], handler: Callable[..., Any]) -> None:
            router.add_api_route(path, handler, methods=methods)

        def listed(who: Reader = guard) -> Response:
            return self._listed(who)

        def new(who: Reader = guard) -> Response:
            return self._kindly(lambda: JSONResponse({"id": self._drafts.new(who.name).id}))

        def of_meeting(meeting: dict[str, Any], who: Reader = guard) -> Response:
            return self._kindly(lambda: self._of_meeting(who, str(meeting.get("meeting"))))

        async def file(
            draft: str, request: Request, navn: Annotated[str, Query(max_length=1000)], who: Reader = guard
        ) -> Response:
            return await self._file(who, draft, request, navn)

        def read(draft: str, who: Reader = guard) -> Response:
            return self._kindly(lambda: self._read(who, draft))

        def shown(draft: str, who: Reader = guard) -> Response:
            return self._kindly(lambda: self._shown(who, self._drafts.one(draft, who.name)))

        def correct(draft: str, said: dict[str, Any], who: Reader = guard) -> Response:
            return self._kindly(lambda: self._correct(who, draft, said))

        def publishing(draft: str, seen: dict[str, Any], who: Reader = guard) -> Response:
            return self._kindly(lambda: self._publish(who, draft, str(seen.get("stand", ""))))

        def discard(draft: str, who: Reader = guard) -> Response:
            return self._kindly(lambda: self._discard(who, draft))

        def slide(draft: str, sha256: str, number: int, who: Reader = guard) -> Response:
            return self._slide(who, draft, sha256, number)

        add("", ["GET"], listed)
        add("", ["POST"], new)
        add("/av-mote", ["POST"], of_meeting)
        add("/{draft}", ["GET"], shown)
        add("/{draft}/fil", ["POST"], file)
        add("/{draft}/les", ["POST"], read)
        add("/{draft}/rett", ["POST"], correct)
        add("/{draft}/publiser", ["POST"], publishing)
        add("/{draft}/forkast", ["POST"], discard)
        add("/{draft}/lysbilde/{sha256}/{number}.png", ["GET"], slide)
        return router

    def _kindly(self, answer: Callable[[], Response]) -> Response:
        """What the person can act on is said in a sentence; anything else is logged and said so too."""
        try:
            return answer()
        except RadsassistentError as error:
            field = {FIELD: error.field} if isinstance(error, FormError) and error.field else None
            status = 404 if isinstance(error, DraftError) else 409
            return PlainTextResponse(self._t.told(str(error)), status_code=status, headers=field)
        except OSError as error:
            logger.exception("Et utkast kunne ikke lagres.")
            said = self._t(
                "Utkastet kan ikke lagres ({reason}). Si fra til den som drifter tjenesten.", reason=error.strerror
            )
            return PlainTextResponse(said, status_code=507)

    def _of_meeting(self, who: Reader, key: str) -> Response:
        with self._desk.keeping:
            draft = draft_of_meeting(self._page.archive.directory, key, who.name, internal=who.internal)
        return JSONResponse({"id": draft.id})

    def _listed(self, who: Reader) -> Response:
        return HTMLResponse(list_html(self._drafts.of(who.name), self._t))

    async def _file(self, who: Reader, identifier: str, request: Request, name: str) -> Response:
        """Stream a file into a draft. It is there whole or not at all."""
        try:
            draft = await run_in_threadpool(self._drafts.one, identifier, who.name)
        except DraftError as error:
            return PlainTextResponse(self._t.told(str(error)), status_code=404)
        shown = clean_name(name)
        if draft.state is not DraftState.UPLOADING or len(draft.files) >= MOST_FILES:
            said = self._t("Et utkast kan ha {number} filer. Last opp resten som et nytt utkast.", number=MOST_FILES)
            return PlainTextResponse(said, status_code=409)
        handle, temporary = tempfile.mkstemp(dir=self._drafts.files(draft).parent, suffix=".new")
        try:
            size = 0
            with os.fdopen(handle, "wb") as target:
                async for chunk in request.stream():
                    size += len(chunk)
                    if size > self._most * 1_000_000:
                        return PlainTextResponse(self._too_large(shown), status_code=413)
                    target.write(chunk)
            return await run_in_threadpool(self._kindly, lambda: self._kept(who, identifier, Path(temporary), name))
        except OSError as error:
            logger.exception("En fil kunne ikke lagres.")
            said = self._t(
                "{name}: filen kan ikke lagres ({reason}). Si fra til den som drifter tjenesten.",
                name=shown,
                reason=error.strerror,
            )
            return PlainTextResponse(said, status_code=507)
        finally:
            Path(temporary).unlink(missing_ok=True)

    def _too_large(self, name: str) -> str:
        return self._t(
            "{name}: filen er større enn {most} MB. Eksporter dokumentet på nytt med mindre bilder, eller del det opp.",
            name=name,
            most=self._most,
        )

    def _kept(self, who: Reader, identifier: str, temporary: Path, name: str) -> Response:
        with self._desk.keeping:
            draft = self._drafts.one(identifier, who.name)
            kept = clean_name(name, [file.name for file in draft.files])
            temporary.rename(self._drafts.files(draft) / kept)
            self._drafts.keep(replace(draft, files=(*draft.files, DraftFile(kept))))
        return Response(status_code=204)

    def _read(self, who: Reader, identifier: str) -> Response:
        draft = self._drafts.one(identifier, who.name)
        self._desk.reading.start(draft)
        self._page.record(who, Action.UPLOADED, ", ".join(file.name for file in draft.files))
        return self._shown(who, self._drafts.one(identifier, who.name))

    def _shown(self, who: Reader, draft: Draft, notice: str = "") -> Response:
        if draft.state is not DraftState.READY:
            return HTMLResponse(progress_html(draft, self._desk.reading.progress(draft), self._t))
        seen = preview(self._archive, draft, self._drop, internal=who.internal)
        return HTMLResponse(draft_html(draft, seen, self._t, notice))

    def _seen(self, who: Reader, draft: Draft) -> Preview:
        """A draft with something in it to correct or publish. Raises FormError for one without."""
        seen = preview(self._archive, draft, self._drop, internal=who.internal)
        if seen is None:
            raise FormError(self._t("Utkastet har ingen dokumenter. Last siden på nytt."))
        return seen

    def _correct(self, who: Reader, identifier: str, said: dict[str, Any]) -> Response:
        draft = self._drafts.one(identifier, who.name)
        seen = self._seen(who, draft)
        if said.get("back") is True:
            made: dict[str, tuple[Correction, ...]] = {document.sha256: () for document in seen.documents}
            told = self._t("Rettelsene er tatt tilbake i utkastet. Se over, og publiser når alt stemmer.")
        else:
            now, values = datetime.now(UTC), self._said(_taken_back(said, seen.machine), seen)
            made = corrections_from(values, seen.machine, seen.documents, seen.corrections, who.name, now)
            told = self._t("Rettelsene er lagret i utkastet. Se over, og publiser når alt stemmer.")
            if said.get("back"):
                told = self._t("Rettelsen er tatt tilbake i utkastet. Se over, og publiser når alt stemmer.")
        corrected = replace(seen.draft, corrections=made)
        with self._desk.keeping:
            self._drafts.one(identifier, who.name)
            self._drafts.keep(corrected)
        return self._shown(who, corrected, told)

    def _said(self, said: dict[str, Any], seen: Preview) -> Said:
        """The form's values. Raises FormError for what cannot be used."""
        t = self._t
        typed = str(said.get("date") or "").strip()
        day = typed_day(typed)
        if typed and day is None:
            raise FormError(t("«{value}» er ingen dato. Skriv den som 12.02.2026.", value=typed[:40]), "date")
        if not str(said.get("body") or "").strip() and said.get("back") != "body":
            raise FormError(t("Skriv hvilket organ møtet er i."), "body")
        classification = Classification.INTERNAL if said.get("classification") == "intern" else Classification.OPEN
        slides = {document.sha256: len(document.slides) for document in seen.documents}
        rows: list[CaseRow] = []
        for place, raw in enumerate(_listed(said.get("rows"))):
            if raw.get("back") is True:
                continue
            row = CaseRow(
                str(raw.get("document")),
                _number(raw.get("first")),
                _number(raw.get("last")),
                str(raw.get("case") or ""),
            )
            count = slides.get(row.document, 0)
            if not 1 <= row.first <= row.last <= count:
                raise FormError(
                    t(
                        "Lysbilde {first}–{last} går ikke an: skriv tall fra 1 til {count}, det minste først.",
                        first=row.first,
                        last=row.last,
                        count=count,
                    ),
                    f"row-{place}",
                )
            clash = next(
                (r for r in rows if r.document == row.document and r.first <= row.last and row.first <= r.last), None
            )
            if clash is not None:
                raise FormError(
                    t(
                        "Lysbilde {number} står i to rader. La hver rad begynne etter den forrige.",
                        number=max(row.first, clash.first),
                    ),
                    f"row-{place}",
                )
            rows.append(row)
        titles = {
            str(raw.get("case") or ""): str(raw.get("title") or "")
            for raw in _listed(said.get("titles"))
            if raw.get("back") is not True
        }
        return Said(str(said["body"])[:200], day, str(said.get("title") or "")[:300], classification, rows, titles)

    def _publish(self, who: Reader, identifier: str, stand: str) -> Response:
        draft = self._drafts.one(identifier, who.name)
        with self._desk.keeping:
            if identifier in self._desk.publishing:
                raise FormError(self._t("Utkastet publiseres allerede. Vent litt."))
            self._desk.publishing.add(identifier)
        try:
            seen = self._seen(who, draft)
            if seen.stand != stand:
                said = self._t("Arkivet er endret siden du så på utkastet. Se over det som er nytt, og publiser igjen.")
                return self._shown(who, draft, said)
            try:
                put = publish(self._archive, seen)
            except RadsassistentError as error:
                return self._shown(who, draft, self._t.told(str(error)))
        finally:
            with self._desk.keeping:
                self._desk.publishing.discard(identifier)
        names = ", ".join(document.name for document in seen.documents)
        if draft.corrects or any(seen.corrections.values()) or any(seen.before.values()):
            self._page.record(who, Action.CORRECTED, names)
        self._page.record(who, Action.PUBLISHED, names)
        return HTMLResponse(published_html(put.meeting, names, self._t, self._key(who, put.meeting)))

    def _key(self, who: Reader, meeting: Meeting) -> str:
        """The meeting's key in the addresses of the meetings; "" where it is not the reader's to see."""
        day = meeting.date.isoformat() if meeting.date else ""
        held = meetings(self._page.archive.directory, internal=who.internal)
        return next((each.key for each in held if (each.body, each.date) == (meeting.body, day)), "")

    def _discard(self, who: Reader, identifier: str) -> Response:
        with self._desk.keeping:
            if identifier in self._desk.publishing:
                raise FormError(self._t("Utkastet publiseres allerede. Vent litt."))
            draft = self._drafts.one(identifier, who.name)
            self._drafts.discard(draft)
        said = self._t("Utkastet er forkastet, og filene er slettet.")
        if draft.corrects:
            said = self._t("Rettelsene er forkastet. Møtet står som det er publisert.")
        return HTMLResponse(notice_html(said))

    def _slide(self, who: Reader, identifier: str, sha256: str, number: int) -> Response:
        """A slide of a draft as a picture, drawn each time: a draft is looked at a few times and then gone."""
        try:
            draft = self._drafts.one(identifier, who.name)
            name = next((file.name for file in draft.files if file.sha256 == sha256), None)
            if draft.corrects:
                path = self._archive.original(sha256, internal=who.internal)
            elif name is not None:
                path = self._drafts.files(draft) / name
            else:
                raise HTTPException(404)
            picture = slide_picture(path, number, _WIDTH)
        except (RadsassistentError, ValueError):
            return PlainTextResponse(self._t("Lysbildet kan ikke vises som bilde."), status_code=404)
        return Response(picture, media_type="image/png", headers={"Cache-Control": "no-store"})


def _taken_back(said: dict[str, Any], machine: Meeting) -> dict[str, Any]:
    """The form's values, with the field of the meeting that is taken back as the program understood it.

    Rows of slides and titles of cases that are taken back are left out, and so stay as understood.
    """
    understood = {
        "body": machine.body,
        "date": machine.date.isoformat() if machine.date else "",
        "title": machine.title or "",
        "classification": (machine.classification or Classification.OPEN).value,
    }
    field = str(said.get("back"))
    return {**said, field: understood[field]} if field in understood else said


def _listed(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)][:5000] if isinstance(value, list) else []


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0
