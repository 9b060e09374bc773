"""What goes into an archive stays whole: put, replace, remove, and failures half-way."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.council_embedding import EmbedderBrokeDownError, StemEmbedding
from tests.deck_builder import document, slide, table, written

from radsassistent import documents
from radsassistent.archive import Archive, EmbedderMismatchError, MeetingSummary, UnknownDocumentError
from radsassistent.archive.archive import NoArchiveError
from radsassistent.documents import Slide
from radsassistent.errors import RadsassistentError

TITLE = slide("Møte i Oppdiktrådet 5. mars 2031", "Oppdiktsalen, Oppdiktet etat, Fantasibyen")
AGENDA = slide(
    "Dagsorden",
    table(
        ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"),
        ("1/31", "Oppdiktet satsing", "Oppdiktet Person, Oppdiktet etat", "09:00", "Drøfting"),
        ("2/31", "Eventuelt", None, "10:00", None),
    ),
)
CASE = slide("Sak 1/31: Oppdiktet satsing")


def deck(*said: str) -> tuple[Slide, ...]:
    return (TITLE, AGENDA, CASE, slide("Om satsingen", *said))


def texts(archive: Archive) -> str:
    return "\n".join(passage.text for passage in archive.snapshot().passages.values())


def test_an_empty_archive_holds_nothing_and_can_be_read(archive: Archive) -> None:
    snapshot = archive.snapshot()
    assert (snapshot.passages, snapshot.slide_texts, len(snapshot.vectors)) == ({}, {}, 0)
    assert archive.meetings() == []
    assert archive.agenda_items() == []


def test_a_document_that_is_put_in_is_found_with_its_meeting_and_agenda(archive: Archive, tmp_path: Path) -> None:
    made, path = written(tmp_path, *deck("Grønne traktorer koster tolv kroner."))
    put = archive.put(made, path)
    assert (put.replaced, put.meeting.body) == (False, "Oppdiktrådet")
    assert archive.meetings() == [
        MeetingSummary(
            "Oppdiktrådet", "2031-03-05", "Oppdiktsalen, Oppdiktet etat, Fantasibyen", ("oppdiktet.pdf",), 4, 2
        )
    ]
    assert [(item.case, item.presenter) for item in archive.agenda_items()] == [
        ("1/31", "Oppdiktet Person"),
        ("2/31", None),
    ]
    snapshot = archive.snapshot()
    assert len(snapshot.passages) == put.passages == len(snapshot.vectors)
    (found,) = [p for p in snapshot.passages.values() if p.kind == "unit" and "traktorer" in p.text]
    assert (found.body, found.meeting, found.case, found.document, found.slide) == (
        "Oppdiktrådet",
        "2031-03-05",
        "1/31",
        "oppdiktet.pdf",
        4,
    )
    assert snapshot.slide_texts[made.sha256, 4] == "Om satsingen\nGrønne traktorer koster tolv kroner."


def test_the_february_deck_comes_out_of_the_archive_as_it_went_in(
    archive: Archive, february: documents.Document, february_path: Path
) -> None:
    put = archive.put(february, february_path)
    (summary,) = archive.meetings()
    assert (summary.body, summary.date, summary.slides, summary.cases) == ("Porteføljerådet", "2026-02-12", 174, 11)
    assert [item.title for item in archive.agenda_items()] == [item.title for item in put.meeting.agenda]
    texts_by_slide = archive.snapshot().slide_texts
    assert texts_by_slide == {
        (february.sha256, s.number): "\n".join(block.text for block in s.blocks) for s in february.slides if s.blocks
    }
    # Another document of the same meeting makes the archive read the deck back and understand it anew.
    before = said_of(archive, february.sha256)
    archive.put(*_minutes(archive.directory.parent))
    assert len(archive.meetings()[0].documents) == 2
    assert said_of(archive, february.sha256) == before


def said_of(archive: Archive, sha256: str) -> set[tuple[str, str, str, str | None, int]]:
    passages = archive.snapshot().passages.values()
    return {(p.kind, p.text, p.context, p.case, p.slide) for p in passages if p.sha256 == sha256}


def _minutes(folder: Path) -> tuple[documents.Document, Path]:
    return written(folder, slide("Referat fra møte i Porteføljerådet 12. februar 2026"), name="referat.pdf")


def test_the_original_is_kept_by_its_hash_and_outlives_its_source(archive: Archive, tmp_path: Path) -> None:
    made, path = written(tmp_path, *deck("Noe"))
    content = path.read_bytes()
    archive.put(made, path)
    path.unlink()
    kept = archive.original(made.sha256)
    assert kept.read_bytes() == content
    assert kept.name == f"{hashlib.sha256(content).hexdigest()}.pdf"


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../archive", "*" * 64])
def test_an_original_that_the_archive_never_had_is_an_error(sha256: str, archive: Archive, tmp_path: Path) -> None:
    archive.put(*written(tmp_path, *deck("Noe")))
    with pytest.raises(UnknownDocumentError):
        archive.original(sha256)


def test_a_changed_file_replaces_its_old_version_everywhere_but_the_old_original_stays(
    archive: Archive, tmp_path: Path
) -> None:
    old, path = written(tmp_path, *deck("Grønne traktorer koster tolv kroner."))
    archive.put(old, path)
    new, path = written(tmp_path, *deck("Blå gravemaskiner koster tretten kroner."))
    assert archive.put(new, path).replaced
    assert "gravemaskiner" in texts(archive)
    assert "traktorer" not in texts(archive)
    assert {sha256 for sha256, _ in archive.snapshot().slide_texts} == {new.sha256}
    assert len(archive.meetings()) == 1
    assert archive.meetings()[0].documents == ("oppdiktet.pdf",)
    assert archive.original(old.sha256).exists()


def test_only_what_is_new_is_embedded_when_a_file_changes(
    archive: Archive, embedding: StemEmbedding, tmp_path: Path
) -> None:
    archive.put(*written(tmp_path, *deck("Grønne traktorer koster tolv kroner.", "• Dette punktet blir stående.")))
    embedding.embedded.clear()
    archive.put(*written(tmp_path, *deck("Blå gravemaskiner koster tretten.", "• Dette punktet blir stående.")))
    assert embedding.embedded
    assert {text for text in embedding.embedded if "gravemaskiner" not in text} == {"blå", "tretten"}


def test_a_new_version_of_another_meeting_leaves_nothing_of_the_old_one(archive: Archive, tmp_path: Path) -> None:
    archive.put(*written(tmp_path, *deck("Grønne traktorer.")))
    archive.put(*written(tmp_path, slide("Møte i Oppdiktutvalget 6. april 2032"), slide("Om noe", "Blå traktorer.")))
    assert [(m.body, m.date) for m in archive.meetings()] == [("Oppdiktutvalget", "2032-04-06")]
    assert {passage.body for passage in archive.snapshot().passages.values()} == {"Oppdiktutvalget"}
    assert archive.agenda_items() == []


def test_a_document_that_turns_out_to_be_of_another_meeting_is_missed_by_those_it_leaves(
    archive: Archive, tmp_path: Path
) -> None:
    archive.put(*written(tmp_path, TITLE, AGENDA, name="innkalling.pdf"))
    archive.put(*written(tmp_path, TITLE, slide("Om satsingen", "Grønne traktorer."), name="presentasjon.pdf"))
    assert len(archive.agenda_items()) == 2
    moved = slide("Møte i Oppdiktutvalget 6. april 2032")
    archive.put(*written(tmp_path, moved, name="innkalling.pdf"))
    assert [(m.body, m.documents) for m in archive.meetings()] == [
        ("Oppdiktutvalget", ("innkalling.pdf",)),
        ("Oppdiktrådet", ("presentasjon.pdf",)),
    ]
    assert archive.agenda_items() == []
    assert {(p.body, p.document) for p in archive.snapshot().passages.values()} == {
        ("Oppdiktutvalget", "innkalling.pdf"),
        ("Oppdiktrådet", "presentasjon.pdf"),
    }


def test_documents_of_one_meeting_are_understood_together_and_parted_again(archive: Archive, tmp_path: Path) -> None:
    summons, summons_path = written(tmp_path, TITLE, AGENDA, name="innkalling.pdf")
    shown, shown_path = written(
        tmp_path, TITLE, slide("Sak 1: Satsingen"), slide("Om den", "Grønne traktorer."), name="presentasjon.pdf"
    )
    archive.put(summons, summons_path)
    archive.put(shown, shown_path)
    (meeting,) = archive.meetings()
    assert meeting.documents == ("innkalling.pdf", "presentasjon.pdf")
    assert {p.case for p in archive.snapshot().passages.values() if "traktorer" in p.text} == {"1/31"}

    assert archive.remove("innkalling.pdf") == ["innkalling.pdf"]
    (meeting,) = archive.meetings()
    assert meeting.documents == ("presentasjon.pdf",)
    assert archive.agenda_items() == []
    assert {p.document for p in archive.snapshot().passages.values()} == {"presentasjon.pdf"}


def test_a_removed_document_leaves_nothing_behind(archive: Archive, tmp_path: Path, dump: Callable[[], Any]) -> None:
    before = dump()
    made, path = written(tmp_path, *deck("Grønne traktorer."))
    archive.put(made, path)
    assert archive.remove(str(path)) == ["oppdiktet.pdf"]
    rows, files = dump()
    (state,) = rows.pop("state")
    assert state[1] == 2
    assert state[2:] == (None, None)
    assert ({**rows, "state": [(1, 0, None, None)]}, files) == before
    assert archive.snapshot().passages == {}
    with pytest.raises(UnknownDocumentError):
        archive.original(made.sha256)


def test_removing_a_document_removes_the_pictures_drawn_of_its_slides(archive: Archive, tmp_path: Path) -> None:
    made, path = written(tmp_path, *deck("Grønne traktorer."))
    archive.put(made, path)
    drawn, of_another = (archive.directory / "cache" / "slides" / f"{sha}-1-800.png" for sha in (made.sha256, "0" * 64))
    drawn.parent.mkdir(parents=True)
    drawn.touch()
    of_another.touch()
    archive.remove(str(path))
    assert not drawn.exists()
    assert of_another.exists()


def test_removing_what_is_not_there_is_an_error_that_names_it(archive: Archive) -> None:
    with pytest.raises(UnknownDocumentError, match=r"^borte\.pdf: arkivet har ikke noe dokument med dette navnet\.$"):
        archive.remove("borte.pdf")


def test_an_id_of_a_passage_is_never_used_again(archive: Archive, tmp_path: Path) -> None:
    archive.put(*written(tmp_path, *deck("Grønne traktorer.")))
    old = set(archive.snapshot().passages)
    archive.remove("oppdiktet.pdf")
    archive.put(*written(tmp_path, *deck("Blå gravemaskiner.")))
    assert not old & set(archive.snapshot().passages)


def test_a_failure_while_a_document_is_embedded_leaves_the_archive_as_it_was(
    archive: Archive, embedding: StemEmbedding, tmp_path: Path, dump: Callable[[], Any]
) -> None:
    archive.put(*written(tmp_path, *deck("Grønne traktorer.")))
    before, passages = dump(), archive.snapshot().passages
    embedding.breaks_at = "gravemaskiner"
    with pytest.raises(EmbedderBrokeDownError):
        archive.put(*written(tmp_path, *deck("Blå gravemaskiner."), name="ny.pdf"))
    with pytest.raises(EmbedderBrokeDownError):
        archive.put(*written(tmp_path, *deck("Blå gravemaskiner.")))
    assert dump() == before
    assert archive.snapshot().passages == passages
    embedding.breaks_at = None
    archive.put(*written(tmp_path, *deck("Blå gravemaskiner.")))
    assert "gravemaskiner" in texts(archive)


def test_a_failure_while_a_document_is_written_leaves_the_archive_as_it_was(
    archive: Archive, tmp_path: Path, dump: Callable[[], Any]
) -> None:
    archive.put(*written(tmp_path, *deck("Grønne traktorer.")))
    with closing(sqlite3.connect(archive.directory / "archive.db")) as db:
        db.execute(
            "CREATE TRIGGER full BEFORE INSERT ON passages WHEN new.text LIKE '%gravemaskiner%' "
            "BEGIN SELECT RAISE (ABORT, 'disken er full'); END"
        )
        db.commit()
    before = dump()
    with pytest.raises(sqlite3.IntegrityError, match="disken er full"):
        archive.put(*written(tmp_path, *deck("Blå gravemaskiner.")))
    assert dump() == before


def test_a_file_that_changes_while_it_is_read_is_refused_and_nothing_is_kept(
    archive: Archive, tmp_path: Path, dump: Callable[[], Any]
) -> None:
    made, path = written(tmp_path, *deck("Grønne traktorer."))
    path.write_bytes(b"noe annet")
    before = dump()
    with pytest.raises(RadsassistentError, match=r"^oppdiktet\.pdf: filen ble endret mens den ble lest inn\."):
        archive.put(made, path)
    assert dump() == before


def test_readers_see_a_new_meeting_at_once(archive: Archive, directory: Path, tmp_path: Path) -> None:
    reader = Archive.open(directory, StemEmbedding(), create=False)
    assert reader.snapshot().passages == {}
    generation = reader.generation()
    archive.put(*written(tmp_path, *deck("Grønne traktorer.")))
    assert reader.generation() > generation
    assert "traktorer" in texts(reader)
    archive.remove("oppdiktet.pdf")
    assert reader.snapshot().passages == {}


def test_a_reader_keeps_the_snapshot_that_it_holds(archive: Archive, tmp_path: Path) -> None:
    archive.put(*written(tmp_path, *deck("Grønne traktorer.")))
    held = archive.snapshot()
    assert archive.snapshot() is held
    count = len(held.vectors)
    archive.remove("oppdiktet.pdf")
    assert len(held.vectors) == len(held.passages) == count


def test_progress_counts_what_is_embedded(archive: Archive, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    archive.put(
        *written(tmp_path, *deck(*(f"• Oppdiktet punkt nummer {n}" for n in range(40)))),
        lambda done, total: told.append((done, total)),
    )
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_opening_with_another_embedder_is_an_error_that_names_both_and_the_way_out(
    archive: Archive, directory: Path, tmp_path: Path
) -> None:
    archive.put(*written(tmp_path, *deck("Noe")))
    with pytest.raises(EmbedderMismatchError) as refused:
        Archive.open(directory, StemEmbedding(identity="oppdiktet:annen"))
    for said in ("«oppdiktet:stammer-512»", "«oppdiktet:annen»", "--embedder", "--archive", str(directory)):
        assert said in str(refused.value)


def test_an_archive_that_is_emptied_may_be_built_anew_with_another_embedder(
    archive: Archive, directory: Path, tmp_path: Path
) -> None:
    archive.put(*written(tmp_path, *deck("Noe")))
    archive.remove("oppdiktet.pdf")
    other = Archive.open(directory, StemEmbedding(identity="oppdiktet:annen", dimensions=32))
    other.put(*written(tmp_path, *deck("Noe annet")))
    assert other.snapshot().vectors.client.d == 32


def test_two_embedders_never_mix_in_an_archive_that_both_opened_while_it_was_empty(
    archive: Archive, directory: Path, tmp_path: Path
) -> None:
    other = Archive.open(directory, StemEmbedding(identity="oppdiktet:annen", dimensions=32))
    archive.put(*written(tmp_path, *deck("Noe"), name="en.pdf"))
    with pytest.raises(EmbedderMismatchError):
        other.put(*written(tmp_path, *deck("Noe annet"), name="to.pdf"))
    with pytest.raises(EmbedderMismatchError):
        other.remove("en.pdf")
    with pytest.raises(EmbedderMismatchError):
        other.snapshot()
    assert archive.meetings()[0].documents == ("en.pdf",)


def test_an_archive_that_is_not_there_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoArchiveError, match=r"Det er ikke noe arkiv i «.*borte».*radsassistent ingest"):
        Archive.open(tmp_path / "borte", StemEmbedding(), create=False)
    assert not (tmp_path / "borte").exists()


def test_documents_without_a_date_are_meetings_of_their_own(archive: Archive, tmp_path: Path) -> None:
    for name in ("en.pdf", "to.pdf"):
        made = document(slide("Velkommen", f"Innholdet i {name}"), name=name)
        archive.put(*written(tmp_path, *made.slides, name=name))
    assert [m.documents for m in archive.meetings()] == [("en.pdf",), ("to.pdf",)]
