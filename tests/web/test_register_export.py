"""The register as files that spreadsheets open: exact, dated, and harmless."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from radsassistent.archive.register import Entry, Status, Step, Turn
from radsassistent.meetings import Place
from radsassistent.web.language import Language, Translator
from radsassistent.web.register_export import as_csv, as_xlsx

BOKMAL = Translator(Language.BOKMAL)


def row(text="Rådet kjøper to; «fine» traktorer.\nOg én låve.", *, status=Status.CHANGED, day="2031-03-05"):
    place = Place("a" * 64, 7)
    proposed = Step(Status.PROPOSED, "Rådet kjøper én traktor.", place, "oppdikt.pdf")
    decided = Step(status, text, Place("b" * 64, 2), "referat.pdf", votes="7 mot 2 stemmer")
    steps = (decided,) if status is Status.PROPOSED else (proposed, decided)
    return Entry("nøkkel", "Oppdiktrådet", "2031-03-05-oppdiktradet", day, "1/31", "Traktorer", steps)


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_opens_in_norwegian_excel_with_every_letter_and_line_as_it_was():
    content = as_csv([row()], BOKMAL)
    assert content.startswith(b"\xef\xbb\xbf")
    heads, cells = read_csv(content)
    assert heads[:6] == ["Organ", "Møtedato", "Sak", "Tittel", "Status", "Tekst"]
    assert cells == [
        "Oppdiktrådet",
        "2031-03-05",
        "1/31",
        "Traktorer",
        "Endret",
        "Rådet kjøper to; «fine» traktorer.\nOg én låve.",
        "Rådet kjøper én traktor.",
        "7 mot 2 stemmer",
        "referat.pdf",
        "2",
        "",
    ]


def test_a_matter_that_was_put_off_is_told_through_its_meetings_in_a_cell():
    decided = Step(Status.ADOPTED, "Rådet kjøper.", Place("c" * 64, 1), "referat.pdf")
    again = (
        Turn("a", "m", "2031-03-05", "3/31", row(status=Status.POSTPONED).now),
        Turn("b", "n", "2031-06-10", "§ 14", decided),
    )
    told = replace(row(), turns=again)
    assert read_csv(as_csv([told], BOKMAL))[1][10] == "05.03.2031 sak 3/31: utsatt → 10.06.2031 § 14: vedtatt"
    cell = sheet(told, t=Translator(Language.ENGLISH))["K2"].value
    assert cell == "05.03.2031 case 3/31: postponed → 10.06.2031 § 14: adopted"


def test_a_proposal_is_called_a_proposal_and_is_not_said_to_have_been_dealt_with():
    cells = read_csv(as_csv([row(status=Status.PROPOSED)], BOKMAL))[1]
    assert (cells[4], cells[6]) == ("Forslag", "")


@pytest.mark.parametrize("text", ["=1+1", "+47 22", "-5 mill.", "@SUM(A1)", "\t=1+1", "  =HYPERLINK(0)", "\r\n=1"])
def test_no_cell_of_the_csv_can_be_a_formula(text):
    cells = read_csv(as_csv([row(text)], BOKMAL))[1]
    assert cells[5].startswith("'")
    assert not any(cell[:1] in "=+-@\t\r" for cell in cells if cell)


def sheet(*rows, t=BOKMAL):
    return load_workbook(io.BytesIO(as_xlsx(rows, t))).active


def test_a_sheet_has_a_frozen_header_widths_and_dates_that_are_dates():
    made = sheet(row())
    assert made.freeze_panes == "A2"
    assert made["A1"].font.bold
    assert made["B2"].value == datetime(2031, 3, 5)
    assert made["B2"].number_format == "dd.mm.yyyy"
    assert made.column_dimensions["F"].width > made.column_dimensions["B"].width
    assert made["J2"].value == 2


def test_no_cell_of_a_sheet_is_a_formula_or_breaks_it():
    made = sheet(row("=1+1"), row("Rart\x00 tegn\x0b " + "lang " * 10_000), row(day=""))
    assert (made["F2"].value, made["F2"].data_type) == ("=1+1", "s")
    assert made["F3"].value.startswith("Rart tegn ")
    assert len(made["F3"].value) <= 32_767
    assert made["B4"].value is None


def test_files_speak_the_language_of_the_page():
    assert sheet(row(), t=Translator(Language.ENGLISH))["E2"].value == "Changed"
    assert read_csv(as_csv([], Translator(Language.NYNORSK)))[0][7] == "Røysting"


def test_an_undated_meeting_has_no_date():
    assert read_csv(as_csv([row(day="")], BOKMAL))[1][1] == ""
    assert date.fromisoformat(read_csv(as_csv([row()], BOKMAL))[1][1])
