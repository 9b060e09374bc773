"""What a meeting's folder says of it in `møte.toml`, above what its documents say."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from radsassistent.errors import RadsassistentError
from radsassistent.meetings.corrected_cases import CaseRange, CaseTitle, case_name
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.meeting import Classification

FILE_NAME = "møte.toml"
# Each key in Norwegian and in English.
_KEYS = {"organ": "body", "dato": "date", "tittel": "title", "klassifisering": "classification"}
# The table of cases in the file, and the keys of its entries, in Norwegian and in English.
_CASES = ("saker", "cases")
_CASE_KEYS = {"sak": "case", "fra": "first", "til": "last", "fil": "file", "tittel": "title"}
_T = TypeVar("_T")


class OverridesError(RadsassistentError):
    """A `møte.toml` that says nothing understandable; the message says in one Norwegian line what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Body, date, title and classification of a meeting, and the cases of its slides, as its folder or somebody gives them;
    None and () where nothing is said.

    The file is TOML with the keys `organ`, `dato`, `tittel` and `klassifisering` (or `body`, `date`, `title` and
    `classification`), all of them optional::

        organ = "Porteføljerådet"
        dato = 2026-02-12              # or "12.02.2026", "12. februar 2026"
        tittel = "Møte i Porteføljerådet"
        klassifisering = "intern"      # or "åpen"

        [[saker]]                      # as many as needed
        fil = "innkalling.pdf"         # where the folder has several documents
        fra = 71                       # slides, the last included; without `til` it is one slide
        til = 90
        sak = "5/26"                   # "" for slides of no case
        tittel = "Om trollet"          # may stand without slides

    `voices` tells for a key ("body", "date") who says it, where that is not the folder.
    """

    body: str | None = None
    date: date | None = None
    title: str | None = None
    classification: Classification | None = None
    cases: tuple[CaseRange, ...] = ()
    titles: tuple[CaseTitle, ...] = ()
    voices: tuple[tuple[str, str], ...] = ()

    def voice(self, key: str) -> str:
        """Who says what is given under a key."""
        return dict(self.voices).get(key, FILE_NAME)

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
        entries: object = []
        for key, value in raw.items():
            if key in _CASES:
                entries = value
                continue
            if key not in known:
                raise OverridesError(f"{FILE_NAME}: nøkkelen «{key}» er ukjent. Bruk {_listed()}.")
            if known[key] in values:
                raise OverridesError(f"{FILE_NAME}: «{_norwegian(known[key])}» er oppgitt to ganger. Behold én av dem.")
            values[known[key]] = value
        day = _read(values, "date", _day)
        said = list(_cases(entries, day.year if day else None))
        return Overrides(
            cases=tuple(each for each in said if isinstance(each, CaseRange)),
            titles=tuple(each for each in said if isinstance(each, CaseTitle)),
            body=_read(values, "body", _text),
            date=day,
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


def _cases(entries: object, year: int | None) -> Iterator[CaseRange | CaseTitle]:
    """What the entries under `[[saker]]` say of slides and titles."""
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise OverridesError(f"{FILE_NAME}: «saker» må stå som [[saker]] på en egen linje, med opplysningene under.")
    english = {**_CASE_KEYS, **{each: each for each in _CASE_KEYS.values()}}
    for raw in entries:
        entry: dict[str, object] = {}
        for key, value in raw.items():
            if key not in english:
                known = ", ".join(_CASE_KEYS)
                raise OverridesError(f"{FILE_NAME}: nøkkelen «{key}» er ukjent under [[saker]]. Bruk {known}.")
            entry[english[key]] = value
        case, first, last = entry.get("case"), entry.get("first"), entry.get("last", entry.get("first"))
        if not isinstance(case, str):
            raise OverridesError(f'{FILE_NAME}: under [[saker]] mangler saken. Skriv for eksempel: sak = "5/26".')
        number = case_name(case, year)
        if "first" in entry or "last" in entry:
            if not _is_slide(first) or not _is_slide(last) or not isinstance(first, int) or not isinstance(last, int):
                raise OverridesError(f"{FILE_NAME}: «fra» og «til» må være lysbilder. Skriv for eksempel: fra = 71.")
            if last < first:
                raise OverridesError(f"{FILE_NAME}: «til» ({last}) er før «fra» ({first}). Bytt om på dem.")
            file = _text(entry["file"], "fil") if "file" in entry else None
            yield CaseRange(first, last, number, file)
        if "title" in entry and number is not None:
            yield CaseTitle(number, _text(entry["title"], "tittel"))


def _is_slide(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 100_000


def as_toml(given: Overrides, remark: str = "") -> str:
    """The text of a `møte.toml` that says this, `remark` as a comment above it; "" where nothing is said."""
    lines = []
    if given.body is not None:
        lines.append(f"organ = {_quoted(given.body)}")
    if given.date is not None:
        lines.append(f"dato = {given.date.isoformat()}")
    if given.title is not None:
        lines.append(f"tittel = {_quoted(given.title)}")
    if given.classification is not None:
        lines.append(f"klassifisering = {_quoted(given.classification.value)}")
    for each in given.cases:
        lines += ["", "[[saker]]"]
        if each.document is not None:
            lines.append(f"fil = {_quoted(each.document)}")
        lines += [f"fra = {each.first}", f"til = {each.last}", f"sak = {_quoted(each.case or '')}"]
    for title in given.titles:
        lines += ["", "[[saker]]", f"sak = {_quoted(title.case)}", f"tittel = {_quoted(title.title)}"]
    if not lines:
        return ""
    return "\n".join([*(f"# {line}" for line in remark.splitlines()), *lines]) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string; control characters, which it may not hold, are left out."""
    plain = "".join(character for character in text if character.isprintable())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _norwegian(key: str) -> str:
    return next((norwegian for norwegian, english in _KEYS.items() if english == key), key)


def _listed() -> str:
    *first, last = (*_KEYS, "[[saker]]")
    return f"{', '.join(first)} eller {last}"
