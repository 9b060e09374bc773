"""Errors as other programs read them: problem details (RFC 9457), in Norwegian, with nothing internal in them."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from radsassistent.web import texts
from radsassistent.web.api_types import PERIOD_REVERSED, FaultGiven, Problem
from radsassistent.web.programs import ProblemError

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
_TITLES = {
    400: "Spørsmålet kan ikke besvares",
    401: "Logg inn først",
    403: "Ikke tillatt",
    404: "Finnes ikke",
    405: "Feil metode",
    413: "For stort",
    422: "Forespørselen kan ikke brukes",
    500: "Noe gikk galt",
    503: "Ikke klart ennå",
}
_DETAILS = {
    404: "Denne adressen finnes ikke. Se /api/v1/ for dem som gjør det.",
    405: "Adressen tar ikke imot denne metoden. Se /api/v1/ for den som passer.",
}
# Pydantic's kinds of errors, with what stands in their context.
_FAULTS = {
    "missing": "mangler",
    "extra_forbidden": "finnes ikke",
    "string_too_short": "er tom",
    "string_too_long": "er for lang, høyst {max_length} tegn",
    "too_long": "har for mange ledd, høyst {max_length}",
    "greater_than_equal": "må være minst {ge}",
    "less_than_equal": "må være høyst {le}",
    "enum": "må være en av {expected}",
    "json_invalid": "er ikke gyldig JSON",
    PERIOD_REVERSED: "er før «from». Bytt om på datoene",
}
_BY_BEGINNING = {
    "string_": "må være tekst",
    "int_": "må være et helt tall",
    "bool_": "må være sant eller usant",
    "list_": "må være en liste",
    "date_": "må være en dato som 2026-02-12",
    "model_": "må være et JSON-objekt",
    "dict_": "må være et JSON-objekt",
}
_WHOLE = ""
# Faults that are told of one request.
_MOST_FAULTS = 10


def tell_problems(app: FastAPI) -> None:
    """Let everything that goes wrong in an app be told as a problem."""

    @app.exception_handler(ProblemError)
    async def told(request: Request, error: ProblemError) -> JSONResponse:
        return problem(error.status, error.detail)

    @app.exception_handler(RequestValidationError)
    async def unusable(request: Request, error: RequestValidationError) -> JSONResponse:
        # The first part of a place is whether it is in the address or in the content.
        faults = faults_of([{**each, "loc": each["loc"][1:]} for each in error.errors()])
        return problem(422, in_words(faults), faults)

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> JSONResponse:
        status = error.status_code
        return problem(status, _DETAILS.get(status, texts.UNEXPECTED), headers=error.headers)


def problem(
    status: int, detail: str, faults: Sequence[FaultGiven] = (), headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The response that tells of a problem."""
    title = _TITLES.get(status) or HTTPStatus(status).phrase
    told = Problem(title=title, status=status, detail=detail, errors=list(faults))
    return JSONResponse(told.model_dump(), status, dict(headers or {}), media_type=MEDIA_TYPE)


def faults_of(errors: Sequence[Mapping[str, Any]]) -> list[FaultGiven]:
    """What Pydantic found wrong, in Norwegian."""
    return [_fault(each) for each in errors[:_MOST_FAULTS]]


def in_words(faults: Sequence[FaultGiven]) -> str:
    """All faults in one sentence."""
    said = (f"{f'«{each.field}»' if each.field != _WHOLE else 'Innholdet'} {each.detail}" for each in faults)
    return f"{'; '.join(said)}."


def _fault(error: Mapping[str, Any]) -> FaultGiven:
    """What is wrong, without the value that was sent; the field is _WHOLE where it is the request as such."""
    place = [str(part) for part in error["loc"]] if error["type"] != "json_invalid" else []
    kind = str(error["type"])
    context = {key: str(value).replace(" or ", " eller ") for key, value in error.get("ctx", {}).items()}
    known = _FAULTS.get(kind)
    if known is None:
        known = next((said for start, said in _BY_BEGINNING.items() if kind.startswith(start)), "kan ikke brukes")
    return FaultGiven(field=".".join(place) or _WHOLE, detail=known.format(**context))
