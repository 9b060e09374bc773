"""What a meeting's folder says of it in `møte.toml`, above what its documents say."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from radsassistent.errors import RadsassistentError
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.meeting import Classification

FILE_NAME = "møte.toml"
# Each key in Norwegian and in English.
_KEYS = {"organ": "body", "dato": "date", "tittel": "title", "klassifisering": "classification"}
_T = TypeVar("_T")


class OverridesError(RadsassistentError):
    """A `møte.toml` that says nothing understandable; the message says in one Norwegian line what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Body, date, title and classification of a meeting as its folder gives them; None where it says nothing.

    The file is TOML with the keys `organ`, `dato`, `tittel` and `klassifisering` (or `body`, `date`, `title` and
    `classification`), all of them optional::

        organ = "Porteføljerådet"
        dato = 2026-02-12              # or "12.02.2026", "12. februar 2026"
        tittel = "Møte i Porteføljerådet"
        klassifisering = "intern"      # or "åpen"
    """

    body: str | None = None
    date: date | None = None
    title: str | None = None
    classification: Classification | None = None

    @staticmethod
    def parse(text: str) -> Overrides:
        """Read the text of a `møte.toml`. Raises OverridesError for bad TOML, unknown keys and wrong types."""
        try:
            raw = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise OverridesError(
                f"{FILE_NAME}: kan ikke leses som TOML ({error}). Skriv én opplysning per linje, for eksempel: dato = 2026-02-12."
            ) from error
        known = {**_KEYS, **{english: english for english in _KEYS.values()}}
        values: dict[str, object] = {}
        for key, value in raw.items():
            if key not in known:
                raise OverridesError(f"{FILE_NAME}: nøkkelen «{key}» er ukjent. Bruk {_listed()}.")
            if known[key] in values:
                raise OverridesError(f"{FILE_NAME}: «{_norwegian(known[key])}» er oppgitt to ganger. Behold én av dem.")
            values[known[key]] = value
        return Overrides(
            body=_read(values, "body", _text),
            date=_read(values, "date", _day),
            title=_read(values, "title", _text),
            classification=_read(values, "classification", _classification),
        )


def _read(values: Mapping[str, object], key: str, read: Callable[[object, str], _T]) -> _T | None:
    return read(values[key], _norwegian(key)) if key in values else None


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise OverridesError(f'{FILE_NAME}: «{name}» må være tekst. Skriv for eksempel: {name} = "Oppdiktrådet".')
    return " ".join(value.split())


def _day(value: object, name: str) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    days = dates_in(value) if isinstance(value, str) else []
    if len(days) != 1:
        raise OverridesError(f"{FILE_NAME}: «{name}» må være en dato. Skriv for eksempel: {name} = 2026-02-12.")
    return days[0]


def _classification(value: object, name: str) -> Classification:
    for each in Classification:
        if isinstance(value, str) and value.strip().casefold() == each.value:
            return each
    raise OverridesError(f'{FILE_NAME}: «{name}» må være "åpen" eller "intern". Velg en av dem.')


def _norwegian(key: str) -> str:
    return next((norwegian for norwegian, english in _KEYS.items() if english == key), key)


def _listed() -> str:
    *first, last = _KEYS
    return f"{', '.join(first)} eller {last}"
