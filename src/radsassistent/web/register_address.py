"""What is looked for in the register, as an address says it, so that a narrowed register can be kept and shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from radsassistent.answers.register import Sought
from radsassistent.archive.register import Status
from radsassistent.meetings.dates import typed_day
from radsassistent.web.language import Translator

# Rows shown at first, and with each press of "show more".
ROWS = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """A value of an address that cannot be used: which, as it was typed, and what is wrong with it.

    What is wrong with two dates together is told of the "periode", and nothing ("") of each.
    """

    name: str
    value: str
    told: str


def sought_in(parameters: Sequence[tuple[str, str]], t: Translator) -> tuple[Sought, list[Fault]]:
    """What an address asks for, and its values that cannot be used (and are left out)."""
    given = dict(parameters)
    faults: list[Fault] = []
    statuses: list[Status] = []
    for value in (value for name, value in parameters if name == "status" and value):
        if value in list(Status):
            statuses.append(Status(value))
        else:
            faults.append(Fault("status", value, t("Statusen «{value}» finnes ikke.", value=value[:40])))
    days: dict[str, date | None] = {}
    for name in ("fra", "til"):
        value = given.get(name, "").strip()
        days[name] = typed_day(value)
        if value and days[name] is None:
            told = t("«{value}» er ingen dato. Skriv den som 12.02.2026.", value=value[:40])
            faults.append(Fault(name, value, told))
    since, until = days["fra"], days["til"]
    if since and until and since > until:
        faults += [Fault(name, given[name].strip(), "") for name in ("fra", "til")]
        faults.append(Fault("periode", "", t("«Fra og med» er etter «Til og med». Bytt om på datoene.")))
        since = until = None
    sought = Sought(
        text=given.get("sok", "").strip(),
        body=given.get("organ", ""),
        meeting=given.get("mote", ""),
        case=given.get("sak", "").strip(),
        statuses=tuple(status for status in Status if status in statuses),
        since=since,
        until=until,
    )
    return sought, faults


def address_of(sought: Sought, **further: object) -> str:
    """The query string of what is looked for ("" for everything), with further values after it."""
    pairs: list[tuple[str, object]] = [
        ("sok", sought.text),
        ("organ", sought.body),
        ("mote", sought.meeting),
        ("sak", sought.case),
        *(("status", status.value) for status in sought.statuses),
        ("fra", sought.since or ""),
        ("til", sought.until or ""),
        *further.items(),
    ]
    told = urlencode([(name, value) for name, value in pairs if value])
    return f"?{told}" if told else ""


def rows_in(parameters: Sequence[tuple[str, str]]) -> int:
    """How many rows an address asks to be shown: a multiple of ROWS."""
    value = dict(parameters).get("vis", "")
    return max(ROWS, -(-int(value) // ROWS) * ROWS) if value.isascii() and value.isdigit() and len(value) < 7 else ROWS
