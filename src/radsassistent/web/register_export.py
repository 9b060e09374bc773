"""The register as a file for a spreadsheet: CSV as Norwegian Excel reads it, and XLSX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from radsassistent.archive.register import Entry, Status
from radsassistent.meetings.case_numbers import named_case
from radsassistent.web.language import Translator

# Cells that begin so are read as formulas by spreadsheets (OWASP, "CSV Injection").
_FORMULA = re.compile(r"^\s*[=+\-@]|^[\t\r\n]")
# What XML, and so XLSX, cannot hold.
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel's limit on a cell (characters).
_LONGEST_CELL = 32_767
_WIDTHS = (22, 12, 10, 44, 12, 80, 60, 22, 34, 10, 48)

STATUS_NAMES = {
    Status.PROPOSED: "Forslag",
    Status.ADOPTED: "Vedtatt",
    Status.CHANGED: "Endret",
    Status.REJECTED: "Avvist",
    Status.POSTPONED: "Utsatt",
}


def as_csv(rows: Sequence[Entry], t: Translator) -> bytes:
    """UTF-8 with a byte order mark, semicolons, dates as 2026-02-12; a cell that would be a formula opens with an apostrophe."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns(t))
    for row in rows:
        writer.writerow([_harmless(str(cell)) if cell is not None else "" for cell in _cells(row, t)])
    return written.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[Entry], t: Translator) -> bytes:
    """A sheet with a frozen, bold header and a filter; dates are dates, and no text is ever a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = t("Vedtak")
    sheet.append(columns(t))
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(_cells(row, t), start=1):
            cell = sheet.cell(number, column)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(value, str):
                cell.value = _NO_XML.sub("", value)[:_LONGEST_CELL]
                # Text, also where it opens with "=".
                cell.data_type = "s"
            else:
                cell.value = value
                if isinstance(value, date):
                    cell.number_format = "dd.mm.yyyy"
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.cell(1, place).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def columns(t: Translator) -> list[str]:
    """The heads of the columns."""
    return [
        t("Organ"),
        t("Møtedato"),
        t("Sak"),
        t("Tittel"),
        t("Status"),
        t("Tekst"),
        t("Forslaget som ble behandlet"),
        t("Avstemning"),
        t("Dokument"),
        t("Lysbilde"),
        t("Saken i flere møter"),
    ]


def _cells(row: Entry, t: Translator) -> list[str | int | date | None]:
    decided = row.status is not Status.PROPOSED
    proposed = row.proposed if decided else None
    return [
        row.body,
        date.fromisoformat(row.date) if row.date else None,
        row.case or "",
        row.title,
        t(STATUS_NAMES[row.status]),
        row.now.text,
        proposed.text if proposed else "",
        row.now.votes or "",
        row.now.document,
        row.now.place.slide,
        turns_told(row, t),
    ]


def turns_told(row: Entry, t: Translator) -> str:
    """A matter through its meetings in one line: "12.02.2026 sak 5/26: utsatt → 10.06.2026 sak 14/26: vedtatt"."""
    return " → ".join(
        f"{date.fromisoformat(turn.date):%d.%m.%Y} {case_named(turn.case, t)}: {t(STATUS_NAMES[turn.now.status]).lower()}"
        for turn in row.turns
    )


def case_named(case: str, t: Translator) -> str:
    """How a case is called in a sentence: "sak 5/26", "§ 188"."""
    return t("sak {number}", number=case) if named_case(case) == f"sak {case}" else case


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
