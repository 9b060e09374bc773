"""Guards the secretary's addresses beside the pages: who is not the secretary gets nothing, whatever they send."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import HTTPException, Request

from radsassistent.web.access import Reader
from radsassistent.web.page import Page

# Sent by our pages with everything that changes something; another site cannot make a browser send it.
OWN_HEADER = "X-Radsassistent"


def secretary(page: Page) -> Callable[[Request], Reader]:
    """The dependency of a route that is the secretary's: gives who asks, refuses everyone else."""

    def guard(request: Request) -> Reader:
        reader = page.access.reader(request)
        if reader is None:
            raise HTTPException(401, page.t("Du er ikke lenger logget inn. Last siden på nytt, og logg inn."))
        if not reader.is_secretary:
            raise HTTPException(403, page.t("Bare sekretariatet kan gjøre dette."))
        if request.method != "GET" and OWN_HEADER.lower() not in request.headers:
            raise HTTPException(403, page.t("Bare sekretariatet kan gjøre dette."))
        return reader

    return guard
