"""The two addresses beside the page: a slide's picture and an archived original. Nothing else can be reached."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from fastapi.responses import FileResponse, PlainTextResponse, Response

from radsassistent.errors import RadsassistentError
from radsassistent.web import texts
from radsassistent.web.access import Access
from radsassistent.web.slides import WIDTHS, SlidePictures
from radsassistent.web.sources import Library

_Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]
# The address holds the hash of the content, so what it answers with never changes. Shared caches keep nothing.
_UNCHANGING = {"Cache-Control": "private, max-age=31536000, immutable"}


# An internal document is asked for each time, so that it is gone from a browser once its reader has logged out.
_INTERNAL = {"Cache-Control": "no-store"}


def file_routes(library: Library, access: Access) -> APIRouter:
    """Routes that serve by a document's SHA-256; what the archive does not have for a reader is a 404 in Norwegian."""

    def visible(request: Request, sha256: _Sha256) -> None:
        """Stands before every route, so that none can show what a reader may not see."""
        reader = access.reader(request)
        try:
            library.original(sha256, internal=reader is not None and reader.internal)
        except RadsassistentError as error:
            raise HTTPException(404, texts.NO_SUCH_ORIGINAL) from error

    router = APIRouter(dependencies=[Depends(visible)])
    pictures = SlidePictures(library)

    def _kept(sha256: str) -> dict[str, str]:
        try:
            library.original(sha256, internal=False)
        except RadsassistentError:
            return _INTERNAL
        return _UNCHANGING

    @router.get("/lysbilde/{sha256}/{slide}.png")
    def slide_picture(sha256: _Sha256, slide: Annotated[int, Path(ge=1)], bredde: int = Query(WIDTHS[0])) -> Response:
        try:
            content = pictures.picture(sha256, slide, bredde)
        except (RadsassistentError, ValueError):
            return PlainTextResponse(texts.NO_SUCH_SLIDE, status_code=404)
        return Response(content, media_type="image/png", headers=_kept(sha256))

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
            headers=_kept(sha256),
        )

    return router
