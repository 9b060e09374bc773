"""The addresses beside the page: a slide's picture, what to show with it, and an archived original; nothing else is reached."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from pydantic import StringConstraints

from radsassistent.errors import RadsassistentError
from radsassistent.meetings.case_numbers import named_case
from radsassistent.web import texts
from radsassistent.web.slides import WIDTHS, SlidePictures
from radsassistent.web.sources import Library

# Of a quote and of what is said of it, in one address.
MOST_QUOTES = 40
_Words = Annotated[str, StringConstraints(max_length=4000)]
_Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]
# The address holds the hash of the content, so what it answers with never changes. Shared caches keep nothing.
_UNCHANGING = {"Cache-Control": "private, max-age=31536000, immutable"}


def file_routes(library: Library) -> APIRouter:
    """Routes that serve by a document's SHA-256; what the archive does not have is a 404 in Norwegian."""
    router = APIRouter()
    pictures = SlidePictures(library)

    @router.get("/lysbilde/{sha256}/{slide}.png")
    def slide_picture(sha256: _Sha256, slide: Annotated[int, Path(ge=1)], bredde: int = Query(WIDTHS[0])) -> Response:
        try:
            content = pictures.picture(sha256, slide, bredde)
        except (RadsassistentError, ValueError):
            return PlainTextResponse(texts.NO_SUCH_SLIDE, status_code=404)
        return Response(content, media_type="image/png", headers=_UNCHANGING)

    @router.get("/lysbilde/{sha256}/{slide}.json")
    def slide_view(
        sha256: _Sha256,
        slide: Annotated[int, Path(ge=1)],
        ord: Annotated[list[_Words], Query(max_length=MOST_QUOTES)] = [],  # noqa: B006 - FastAPI copies it
        om: _Words = "",
    ) -> Response:
        """What the page shows with the picture: marks at the quotes `ord`, of which `om` is said, in shares of the picture."""
        try:
            view = pictures.view(sha256, slide, ord, om)
        except RadsassistentError:
            return PlainTextResponse(texts.NO_SUCH_SLIDE, status_code=404)
        marks = [[round(share, 4) for share in (m.left, m.top, m.width, m.height)] for m in view.marks]
        told = {"slide": slide, "of": view.of, "case": view.case and named_case(view.case), "marks": marks}
        # Which case a slide is of may be corrected, so no browser keeps it.
        return JSONResponse({**told, "text": view.text, "why": view.why}, headers={"Cache-Control": "no-store"})

    @router.get("/original/{sha256}/{name}")
    def original(sha256: _Sha256, name: str) -> Response:
        """The name is for the reader, who sees it in the address and when saving; the hash alone decides."""
        try:
            path = library.original(sha256)
        except RadsassistentError:
            return PlainTextResponse(texts.NO_SUCH_ORIGINAL, status_code=404)
        readable = path.suffix == ".pdf"
        return FileResponse(
            path,
            media_type="application/pdf" if readable else "application/octet-stream",
            filename=name,
            content_disposition_type="inline" if readable else "attachment",
            headers=_UNCHANGING,
        )

    return router
