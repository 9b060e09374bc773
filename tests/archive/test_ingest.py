"""Files and folders into the archive: each file on its own, and a message for each that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.office_builder import docx
from tests.pdf_builder import Page, pdf

from radsassistent.archive import Archive
from radsassistent.archive.database import connected
from radsassistent.archive.examination import examine
from radsassistent.archive.holdings import DATABASE, READING
from radsassistent.archive.ingest import Ingested, Status, failed_exit_code, ingest
from radsassistent.documents import ReadingLimits


class Told:
    """Remembers what it is told of the progress."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, int, int]] = []

    def pages(self, path: Path, done: int, total: int) -> None:
        self.calls.append(("pages", path.name, done, total))

    def passages(self, path: Path, done: int, total: int) -> None:
        self.calls.append(("passages", path.name, done, total))


@pytest.fixture
def take_in(directory: Path, embedding: StemEmbedding) -> Callable[..., list[Ingested]]:
    def run(*paths: Path, told: Told | None = None) -> list[Ingested]:
        return list(ingest(paths, directory, lambda: Archive.open(directory, embedding), told or Told()))

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ingest" / "2031-03-05-oppdiktraadet"
    made.mkdir(parents=True)
    return made


def deck(day: str, said: str) -> bytes:
    return pdf(
        Page().text(f"Møte i Oppdiktrådet {day}", 40, 60, 32),
        Page().text("Sak 3/31: Oppdiktet satsing", 40, 60, 32),
        Page().text("Om satsingen", 40, 60, 32).text(said, 40, 200),
        Page().picture(100, 100, 500, 400),
    )


def outcomes(found: list[Ingested]) -> dict[str, Status]:
    return {each.path.name: each.status for each in found}


def names(directory: Path) -> set[str]:
    archive = Archive.open(directory, StemEmbedding(), create=False)
    return {name for meeting in archive.meetings() for name in meeting.documents}


def test_a_file_is_taken_in_and_summed_up(take_in: Callable[..., list[Ingested]], folder: Path) -> None:
    path = folder / "presentasjon.pdf"
    path.write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    told = Told()
    (found,) = take_in(path, told=told)
    assert (found.status, found.message, found.body, found.date) == (Status.NEW, "", "Oppdiktrådet", "2031-03-05")
    assert (found.slides, found.cases, found.proposals) == (4, 1, 0)
    assert list(found.unreadable.values()) == [(4,)]
    assert found.passages > 0
    assert told.calls[:4] == [("pages", "presentasjon.pdf", done, 4) for done in (1, 2, 3, 4)]
    assert told.calls[-1][0] == "passages"
    assert failed_exit_code([found]) == 0


def test_a_bad_file_is_told_and_the_others_go_in(
    take_in: Callable[..., list[Ingested]], folder: Path, directory: Path
) -> None:
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    (folder / "b.pdf").write_text("ikke en pdf", encoding="utf-8")
    (folder / "c.pdf").touch()
    (folder / "d.pdf").write_bytes(deck("6. april 2031", "Blå gravemaskiner."))
    found = take_in(folder)
    assert outcomes(found) == {
        "a.pdf": Status.NEW,
        "b.pdf": Status.FAILED,
        "c.pdf": Status.FAILED,
        "d.pdf": Status.NEW,
    }
    assert [each.message.split(":")[0] for each in found if each.status is Status.FAILED] == ["b.pdf", "c.pdf"]
    assert names(directory) == {"a.pdf", "d.pdf"}
    assert failed_exit_code(found) == 1


def test_unchanged_bytes_do_nothing(
    take_in: Callable[..., list[Ingested]], folder: Path, embedding: StemEmbedding, dump: Callable[[], object]
) -> None:
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    take_in(folder)
    before = dump()
    embedding.embedded.clear()
    (again,) = take_in(folder)
    assert (again.status, again.message) == (Status.UNCHANGED, "")
    assert embedding.embedded == []
    assert dump() == before


def test_the_same_bytes_under_another_name_say_where_they_are_known_from(
    take_in: Callable[..., list[Ingested]], folder: Path, directory: Path
) -> None:
    content = deck("5. mars 2031", "Grønne traktorer.")
    (folder / "a.pdf").write_bytes(content)
    (folder / "kopi.pdf").write_bytes(content)
    first, copy = take_in(folder)
    assert (first.status, copy.status) == (Status.NEW, Status.UNCHANGED)
    assert copy.message == f"samme innhold er lest inn fra {(folder / 'a.pdf').resolve()}"
    assert names(directory) == {"a.pdf"}


def test_a_changed_file_replaces_the_one_that_it_was(
    take_in: Callable[..., list[Ingested]], folder: Path, directory: Path
) -> None:
    path = folder / "a.pdf"
    path.write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    take_in(path)
    path.write_bytes(deck("5. mars 2031", "Blå gravemaskiner."))
    (found,) = take_in(path)
    assert found.status is Status.REPLACED
    said = {p.text for p in Archive.open(directory, StemEmbedding()).snapshot().passages.values()}
    assert "Blå gravemaskiner." in said
    assert "Grønne traktorer." not in said


def test_a_changed_file_that_cannot_be_read_leaves_its_old_version(
    take_in: Callable[..., list[Ingested]], folder: Path, directory: Path, dump: Callable[[], object]
) -> None:
    path = folder / "a.pdf"
    path.write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    take_in(path)
    before = dump()
    path.write_bytes(path.read_bytes()[:-200])
    (found,) = take_in(path)
    assert found.status is Status.FAILED
    assert dump() == before


def test_what_the_meeting_is_comes_from_the_deck_and_not_from_the_folder(
    take_in: Callable[..., list[Ingested]], tmp_path: Path
) -> None:
    folder = tmp_path / "1999-12-31-annetraad"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    (found,) = take_in(folder)
    assert (found.body, found.date) == ("Oppdiktrådet", "2031-03-05")


def test_a_file_that_reaches_a_limit_is_told_and_the_others_go_in(
    folder: Path, directory: Path, embedding: StemEmbedding
) -> None:
    (folder / "en.pdf").write_bytes(pdf(*(Page().text(f"Oppdiktet side {number}", 40, 60) for number in range(9))))
    (folder / "to.pdf").write_bytes(deck("5. mars 2031", "Noe."))
    limits = ReadingLimits(pages=8)
    found = list(ingest([folder], directory, lambda: Archive.open(directory, embedding), Told(), lambda: limits))
    assert outcomes(found) == {"en.pdf": Status.FAILED, "to.pdf": Status.NEW}
    assert found[0].message == "en.pdf: filen har 9 sider, og grensen er 8. Del den opp, og les inn delene."


def test_pages_without_anything_on_them_make_no_passages(take_in: Callable[..., list[Ingested]], folder: Path) -> None:
    (folder / "regneark.pdf").write_bytes(pdf(Page().grid([["Post", "Sum"], ["Ett", "1"]], 40, 40), *(Page(),) * 304))
    (found,) = take_in(folder)
    assert found.slides == 305
    assert found.passages < 6
    assert found.unreadable == {"blank": tuple(range(2, 306))}


def test_an_empty_folder_is_told(take_in: Callable[..., list[Ingested]], folder: Path, directory: Path) -> None:
    (folder / "notat.log").write_text("ikke et dokument", encoding="utf-8")
    (found,) = take_in(folder)
    endings = ".docm, .docx, .htm, .html, .md, .odt, .pdf, .ppsx, .pptm, .pptx, .txt"
    assert found.message == f"{folder}: mappen har ingen dokumenter å lese ({endings})."
    assert failed_exit_code([found]) == 1
    assert not directory.exists()


def test_a_path_that_is_not_there_is_wrong_usage_and_the_others_go_in(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    missing, taken = take_in(folder / "borte.pdf", folder)
    assert missing.message == f"{folder / 'borte.pdf'}: finnes ikke. Sjekk stien."
    assert taken.status is Status.NEW
    assert failed_exit_code([missing, taken]) == failed_exit_code([missing]) == 2
    assert failed_exit_code([missing, Ingested(folder, Status.FAILED, "annet")]) == 1


def test_hidden_files_and_the_locks_of_office_are_passed_over(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    content = deck("5. mars 2031", "Grønne traktorer.")
    (folder / ".skjult.pdf").write_bytes(content)
    (folder / "~$a.pdf").write_bytes(content)
    (folder / "SYNLIG.PDF").write_bytes(content)
    assert outcomes(take_in(folder)) == {"SYNLIG.PDF": Status.NEW}


def test_a_broken_file_that_is_named_itself_is_refused_with_its_name(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    path = folder / "notat.docx"
    path.write_bytes(b"PK\x03\x04 noe")
    (found,) = take_in(path)
    assert found.status is Status.FAILED
    assert found.message.startswith("notat.docx: filen er skadet eller ufullstendig")


def test_office_and_text_files_of_a_folder_go_in_beside_those_that_cannot_be_read(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    (folder / "referat.docx").write_bytes(
        docx(lambda file: file.add_heading("Referat fra Oppdiktrådet 5. mars 2031", 0))
    )
    (folder / "saksliste.md").write_text("# Saksliste for Oppdiktrådet 5. mars 2031", encoding="utf-8")
    (folder / "bombe.pptx").write_bytes(b"PK\x03\x04")
    found = {outcome.path.name: outcome for outcome in take_in(folder)}
    assert {name: outcome.status for name, outcome in found.items()} == {
        "bombe.pptx": Status.FAILED,
        "referat.docx": Status.NEW,
        "saksliste.md": Status.NEW,
    }
    assert found["referat.docx"].date == "2031-03-05"


def test_an_old_office_file_in_a_folder_is_told_of_and_the_others_go_in(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    (folder / "tall.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    found = take_in(folder)
    assert outcomes(found) == {"a.pdf": Status.NEW, "tall.xls": Status.FAILED}
    assert "Lagre den som PDF" in found[1].message


def test_what_the_folder_says_of_the_meeting_holds_and_a_conflict_is_told(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    (folder / "møte.toml").write_text('organ = "Fantasiutvalget"\ndato = 2031-03-06\n', encoding="utf-8")
    (found,) = take_in(folder)
    assert (found.body, found.date) == ("Fantasiutvalget", "2031-03-06")
    assert any("møte.toml sier 06.03.2031" in warning for warning in found.warnings)


def test_a_changed_word_of_the_folder_is_taken_in_though_the_document_is_the_same(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    take_in(folder)
    (folder / "møte.toml").write_text('organ = "Fantasiutvalget"\n', encoding="utf-8")
    (changed,) = take_in(folder)
    assert (changed.status, changed.body) == (Status.REPLACED, "Fantasiutvalget")
    (again,) = take_in(folder)
    assert again.status is Status.UNCHANGED


def test_a_folders_word_that_cannot_be_understood_stops_its_documents_in_one_line(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    (folder / "møte.toml").write_text("dato = 'i går'\n", encoding="utf-8")
    (found,) = take_in(folder)
    assert found.status is Status.FAILED
    assert "møte.toml: «dato» må være en dato" in found.message
    assert "\n" not in found.message


def test_minutes_in_markdown_join_the_meeting_of_the_deck_in_their_folder(
    take_in: Callable[..., list[Ingested]], folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(deck("5. mars 2031", "Grønne traktorer."))
    (folder / "referat.md").write_text(
        "# Referat fra møte i Oppdiktrådet 5. mars 2031\n\n## Sak 3/31 Oppdiktet satsing\n\n"
        "**Vedtak:**\n\nOppdiktrådet starter satsingen. Enstemmig vedtatt.\n",
        encoding="utf-8",
    )
    found = take_in(folder)
    assert [(each.body, each.date) for each in found] == [("Oppdiktrådet", "2031-03-05")] * 2
    assert [each.decisions for each in found] == [0, 1]


def read_by_an_earlier_version(directory: Path, name: str) -> None:
    with connected(directory / DATABASE) as db:
        db.execute("UPDATE documents SET reading = ? WHERE name = ?", (READING - 1, name))


def test_what_an_earlier_version_read_is_read_anew_and_then_unchanged(directory: Path, folder: Path, take_in) -> None:
    (folder / "lysark.pdf").write_bytes(deck("5. mars 2031", "En pilot går til våren"))
    (folder / "tillegg.pdf").write_bytes(deck("5. mars 2031", "Et tillegg kommer til høsten"))
    assert set(outcomes(take_in(folder)).values()) == {Status.NEW}
    read_by_an_earlier_version(directory, "lysark.pdf")
    found = take_in(folder)
    assert outcomes(found) == {"lysark.pdf": Status.REPLACED, "tillegg.pdf": Status.UNCHANGED}
    assert found[0].message == "samme innhold, lest på nytt"
    assert set(outcomes(take_in(folder)).values()) == {Status.UNCHANGED}


def test_a_document_beside_a_new_one_stays_as_the_earlier_version_read_it(
    directory: Path, folder: Path, take_in
) -> None:
    (folder / "lysark.pdf").write_bytes(deck("5. mars 2031", "En pilot går til våren"))
    take_in(folder)
    read_by_an_earlier_version(directory, "lysark.pdf")
    (folder / "tillegg.pdf").write_bytes(deck("5. mars 2031", "Et tillegg kommer til høsten"))
    take_in(folder / "tillegg.pdf")
    assert outcomes(take_in(folder)) == {"lysark.pdf": Status.REPLACED, "tillegg.pdf": Status.UNCHANGED}


def test_doctor_names_what_an_earlier_version_read_and_the_way_out(directory: Path, folder: Path, take_in) -> None:
    (folder / "lysark.pdf").write_bytes(deck("5. mars 2031", "En pilot går til våren"))
    take_in(folder)
    told = {finding.subject for finding in examine(directory, StemEmbedding().identity)}
    assert "lest av en tidligere utgave" not in told
    read_by_an_earlier_version(directory, "lysark.pdf")
    finding = next(each for each in examine(directory, StemEmbedding().identity) if each.subject.startswith("lest av"))
    assert finding.seen == "lysark.pdf"
    assert "radsassistent ingest" in finding.remedy
