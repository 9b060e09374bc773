"""Native charts of Office files as tables: a row for each category, a column for each series."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from radsassistent.documents.clean_text import one_line
from radsassistent.documents.document import Table, TableRow
from radsassistent.documents.numbers import norwegian

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# A chart of more points than this is a cloud or a curve that nobody reads value by value, and prints none of them.
MOST_POINTS = 2_000
# The day that spreadsheets count from; 1900 is taken for a leap year, hence two days before 1 January.
_DAY_ZERO = datetime(1899, 12, 30)
_DIGITS = re.compile(r"[0#?][0#?,. ]*")


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    categories: tuple[str, ...]
    values: tuple[str | None, ...]


def chart_tables(root: Any, above: str) -> list[Table]:
    """The tables of a chart part: one, or more where its series do not share their categories.

    `above` is the text that stands over the chart: the caption of a chart without a title of its own.
    """
    title = _title(root)
    found = [series for series in map(_series, root.iter(f"{_C}ser")) if series is not None]
    if sum(len(series.values) for series in found) > MOST_POINTS:
        return []
    alike: dict[tuple[str, ...], list[_Series]] = {}
    for series in found:
        alike.setdefault(series.categories, []).append(series)
    return [_table(title or above, group) for group in alike.values()]


def _table(caption: str, group: list[_Series]) -> Table:
    columns = tuple(series.name or (caption if len(group) == 1 else "") for series in group)
    rows = tuple(
        TableRow(label, tuple(series.values[place] for series in group))
        for place, label in enumerate(group[0].categories)
        if any(series.values[place] is not None for series in group) or label
    )
    return Table(caption, "", columns, rows)


def _title(root: Any) -> str:
    title = root.find(f"{_C}chart/{_C}title")
    if title is None:
        return ""
    lines = ["".join(text.text or "" for text in p.iter(f"{_A}t")) for p in title.iter(f"{_A}p")]
    lines = lines or [value.text or "" for value in title.iter(f"{_C}v")]
    text = one_line("\n".join(lines))
    if text or root.find(f"{_C}chart/{_C}title/{_C}tx") is not None:
        return text
    # A title without text of its own shows the name of the only series.
    names = [_text(series.find(f"{_C}tx")) for series in root.iter(f"{_C}ser")]
    return names[0] if len(names) == 1 else ""


def _series(element: Any) -> _Series | None:
    """A series with the values that it has; None when it has none."""
    values = _points(element.find(f"{_C}val"), element.find(f"{_C}yVal"))
    names = _points(element.find(f"{_C}cat"), element.find(f"{_C}xVal"))
    if not values:
        return None
    last = max((*values, *names), default=-1)
    if last >= MOST_POINTS:
        return None
    categories = tuple(names.get(place) or str(place + 1) for place in range(last + 1))
    return _Series(_text(element.find(f"{_C}tx")), categories, tuple(values.get(place) for place in range(last + 1)))


def _text(holder: Any) -> str:
    if holder is None:
        return ""
    return one_line(" ".join(value.text or "" for value in holder.iter(f"{_C}v")))


def _points(*holders: Any) -> dict[int, str]:
    """The cached points of the first holder that there is, as printed, by their place; several levels outermost first."""
    holder = next((holder for holder in holders if holder is not None), None)
    if holder is None:
        return {}
    levels = list(holder.iter(f"{_C}lvl"))
    if levels:
        return _joined_levels([dict(_cache(level, "")) for level in reversed(levels)])
    return {
        place: text
        for cache in holder.iter(f"{_C}numCache", f"{_C}strCache", f"{_C}numLit", f"{_C}strLit")
        for place, text in _cache(cache, cache.findtext(f"{_C}formatCode") or "", cache.tag.startswith(f"{_C}num"))
    }


def _joined_levels(levels: list[dict[int, str]]) -> dict[int, str]:
    """The innermost level names every place, an outer one only where it begins."""
    joined: dict[int, str] = {}
    for place in sorted(levels[-1]):
        outer = [
            max(((start, text) for start, text in level.items() if start <= place), default=(0, ""))[1]
            for level in levels[:-1]
        ]
        joined[place] = " ".join(part for part in (*outer, levels[-1][place]) if part)
    return joined


def _cache(cache: Any, code: str, numeric: bool = False) -> Iterable[tuple[int, str]]:
    for point in cache.iterfind(f"{_C}pt"):
        index, value = point.get("idx", ""), point.findtext(f"{_C}v") or ""
        if not index.isdecimal() or len(index) > 6 or not value.strip():
            continue
        if not numeric:
            yield int(index), one_line(value)
            continue
        printed = printed_number(value, point.get("formatCode") or code)
        if printed is not None:
            yield int(index), printed


def printed_number(value: str, code: str) -> str | None:
    """A stored number as its format code prints it, the Norwegian way; None for what is no number ("#N/A").

    Format codes as in ECMA-376 part 1, 18.8.31; text in quotes and colours are left out, so that a number stays one.
    """
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > Decimal(10) ** 15:
        return None
    section = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.', "", code.split(";")[0])
    if re.search(r"[ymd]", section, re.IGNORECASE) and "general" not in section.lower():
        return _date(number, section.lower())
    digits = _DIGITS.search(section)
    if digits is None:
        # General prints up to eleven digits; what stands behind them is noise of binary fractions.
        return _ungrouped(Decimal(f"{number:.11g}"))
    pattern = digits[0].rstrip(" .")
    scaled = pattern.rstrip(",")
    number = number.scaleb(-3 * (len(pattern) - len(scaled)))
    percent = "%" in section
    number = number * 100 if percent else number
    decimals = len(re.sub(r"[^0#?]", "", scaled.partition(".")[2]))
    rounded = number.quantize(Decimal(1).scaleb(-min(decimals, 10)), rounding=ROUND_HALF_UP)
    grouped = "," in scaled.partition(".")[0] or " " in scaled.partition(".")[0]
    text = norwegian(rounded) if grouped else _ungrouped(rounded, keep_zeros=True)
    if not percent:
        return text
    return f"{text} %" if " %" in section else f"{text}%"


def _ungrouped(number: Decimal, keep_zeros: bool = False) -> str:
    text = f"{number:f}"
    if not keep_zeros and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def _date(number: Decimal, section: str) -> str | None:
    if not 0 <= number < 2_958_466:  # the year 9999
        return None
    day = _DAY_ZERO + timedelta(days=float(number))
    if "m" not in section:
        return f"{day.year}"
    return f"{day:%d.%m.%Y}" if "d" in section else f"{day:%m.%Y}"
