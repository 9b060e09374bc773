"""Reading in a process that can be stopped: the same document, and one sentence when a limit is reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import BoundedReader, ReadingLimits, UnreadableDocumentError, limits_of
from radsassistent.settings import Settings


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "liten.pdf"
    path.write_bytes(pdf(*(Page().text(f"Oppdiktet side {number}", 40, 60, 32) for number in range(3))))
    return path


def test_a_file_is_read_as_in_this_process_and_progress_is_told(small: Path) -> None:
    told: list[tuple[int, int]] = []
    with BoundedReader() as reader:
        assert reader.read(small, lambda done, total: told.append((done, total))) == documents.read(small)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_refusal_says_the_same_as_in_this_process_and_the_next_file_is_read(small: Path, tmp_path: Path) -> None:
    empty = tmp_path / "tom.pdf"
    empty.touch()
    with BoundedReader() as reader:
        with pytest.raises(UnreadableDocumentError, match=r"^tom\.pdf: filen er tom \(0 byte\)\."):
            reader.read(empty)
        assert len(reader.read(small).slides) == 3


def test_a_file_that_takes_too_long_is_stopped_in_one_sentence(small: Path) -> None:
    with BoundedReader(ReadingLimits(seconds=0.001)) as reader, pytest.raises(UnreadableDocumentError) as refused:
        reader.read(small)
    assert str(refused.value) == (
        "liten.pdf: lesingen ble stanset etter 0 s, før første side var lest. Eksporter dokumentet på nytt eller del det opp; "
        "grensene er innstillingene read_seconds og read_seconds_per_page."
    )


def test_the_time_of_a_whole_file_grows_with_its_pages_and_with_the_pages_to_recognise() -> None:
    limits = ReadingLimits(seconds=10, seconds_per_page=1, ocr_pages=5, ocr_seconds=4)
    assert [limits.seconds_for(pages) for pages in (0, 2, 100)] == [10, 20, 130]
    assert ReadingLimits(seconds=10, seconds_per_page=1, ocr=False).seconds_for(100) == 110


def test_a_file_with_more_pages_than_the_limit_is_refused(small: Path) -> None:
    with BoundedReader(ReadingLimits(pages=2)) as reader, pytest.raises(UnreadableDocumentError) as refused:
        reader.read(small)
    assert str(refused.value) == "liten.pdf: filen har 3 sider, og grensen er 2. Del den opp, og les inn delene."


def test_when_the_caller_fails_meanwhile_the_process_ends_and_the_next_file_gets_a_new_one(small: Path) -> None:
    def fail(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with BoundedReader() as reader:
        with pytest.raises(KeyboardInterrupt):
            reader.read(small, fail)
        assert len(reader.read(small).slides) == 3


def test_the_limits_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADSASSISTENT_READ_SECONDS", "7")
    monkeypatch.setenv("RADSASSISTENT_OCR", "false")
    limits = limits_of(Settings())
    assert (limits.seconds, limits.ocr) == (7.0, False)
    monkeypatch.undo()
    assert limits_of(Settings()) == ReadingLimits()


def test_two_thousand_pages_are_read(tmp_path: Path) -> None:
    path = tmp_path / "mange.pdf"
    path.write_bytes(pdf(*(Page().text(f"Side {number}", 40, 60) for number in range(2000))))
    assert documents.read(path).slides[1999].text == "Side 1999"


def test_a_slide_of_twenty_thousand_words_far_apart_is_read(tmp_path: Path) -> None:
    page = Page(4000, 4000)
    for number in range(20_000):
        page.text("ord", 20 + (number % 140) * 28, 20 + (number // 140) * 27, 6)
    path = tmp_path / "ordrik.pdf"
    path.write_bytes(pdf(page))
    assert sum(block.text.split().count("ord") for block in documents.read(path).slides[0].blocks) == 20_000


def test_a_column_of_thousands_of_paragraphs_ever_farther_apart_is_read_from_top_to_bottom(tmp_path: Path) -> None:
    page, y = Page(500, 14000), 10.0
    for number in range(1500):
        page.text(f"Linje {number}", 40, y, 1)
        y += 4 + number * 0.005
    path = tmp_path / "lang.pdf"
    path.write_bytes(pdf(page))
    assert [block.text for block in documents.read(path).slides[0].body] == [
        f"Linje {number}" for number in range(1500)
    ]
