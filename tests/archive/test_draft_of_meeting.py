"""Correcting a meeting that is published: nothing is another until it is published again, then everything is."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.archive.drafting import MINUTES, NOW, PAPER, Silent, corrected, said_of

from radsassistent.archive import agendas
from radsassistent.archive.changes import Change, ChangeKind
from radsassistent.archive.corrections import Field
from radsassistent.archive.database import connected
from radsassistent.archive.draft_correcting import CaseRow, corrections_from
from radsassistent.archive.draft_of_meeting import draft_of_meeting
from radsassistent.archive.draft_publishing import preview, publish
from radsassistent.archive.drafts import DraftError
from radsassistent.archive.incoming import ArchiveChangedError
from radsassistent.archive.ingest import Status, ingest
from radsassistent.archive.register import entries
from radsassistent.archive.writer_lock import ArchiveLockedError, writing
from radsassistent.meetings import Classification

KEY = "2026-02-13-oppdiktradet"


@pytest.fixture
def published(archive, drop, hand_in):
    """Publishes files as one meeting, by the page of uploads."""

    def publishing(files):
        (draft,) = hand_in(files)
        return publish(archive, preview(archive, draft, drop))

    return publishing


@pytest.fixture
def correcting(directory, archive, drafts, drop):
    """Opens a meeting to correct it and saves corrections in the draft; gives what would be published."""

    def opening(key=KEY, by="kari", **said):
        draft = draft_of_meeting(directory, key, by, internal=True)
        seen = preview(archive, draft, drop)
        if said:
            seen = preview(archive, corrected(drafts, seen, by, **said), drop)
        return seen

    return opening


@pytest.fixture
def internal_meeting(drop, published):
    """An internal meeting of the same body, a week later."""
    folder = drop / "2026-02-20-oppdiktradet"
    folder.mkdir(parents=True)
    (folder / "møte.toml").write_text('klassifisering = "intern"\n', encoding="utf-8")
    published({"hemmelig.md": PAPER.replace("13. februar", "20. februar").replace("Nisser", "Spøkelset")})


def folder_says(drop, folder=KEY):
    return (drop / folder / "møte.toml").read_text(encoding="utf-8")


def test_opening_a_meeting_changes_nothing_and_shows_it_as_it_is(published, correcting, drafts, dump):
    published({"innkalling.md": PAPER})
    before = dump()
    seen = correcting()
    assert seen.corrects_nothing and seen.changes == () and seen.replaces == () and seen.beside == ()
    assert [file.name for file in seen.draft.files] == ["innkalling.md"]
    assert list(drafts.files(seen.draft).iterdir()) == [], "the originals are the archive's"
    drafts.discard(seen.draft)
    assert dump() == before


def test_a_corrected_meeting_is_another_everywhere_and_nothing_is_left_of_what_it_was(
    archive, directory, published, correcting, drafts, drop
):
    published({"innkalling.md": PAPER})
    sha256 = correcting().documents[0].sha256
    seen = correcting(
        date=date(2026, 2, 20), body="Fagrådet", rows=[CaseRow(sha256, 1, 1, "9")], titles={"9": "Huldra"}
    )
    assert seen.changes[:3] == (
        Change(ChangeKind.BODY, None, "Oppdiktrådet", "Fagrådet"),
        Change(ChangeKind.DATE, None, "2026-02-13", "2026-02-20"),
        Change(ChangeKind.SLIDES, None, "4/26", "9/26", "innkalling.md", 1, 1),
    )
    publish(archive, seen)
    assert [(each.body, each.date) for each in archive.meetings()] == [("Fagrådet", "2026-02-20")]
    assert {(each.meeting, each.case) for each in entries(directory, internal=True)} == {
        ("2026-02-20-fagradet", "9/26")
    }
    passages = archive.snapshot().passages.values()
    assert {(each.body, each.meeting) for each in passages} == {("Fagrådet", "2026-02-20")}
    assert {each.case for each in passages if each.slide == 1 and each.kind == "proposal"} == {"9/26"}
    assert [
        each.place.slide for each in agendas.slides_of_case(directory, "2026-02-20-fagradet", "9/26", internal=True)
    ]
    assert agendas.agenda(directory, KEY, internal=True) is None
    with connected(directory / "archive.db") as db:
        assert [tuple(row) for row in db.execute("SELECT count(*), min(sha256) FROM files")] == [(1, sha256)]
    assert drafts.of("kari") == []


def test_what_is_published_again_is_in_the_folder_and_an_ingest_leaves_it(
    archive, directory, published, correcting, drop
):
    published({"innkalling.md": PAPER})
    publish(archive, correcting(date=date(2026, 2, 20)))
    assert folder_says(drop) == "# Rettet av kari 03.03.2026.\ndato = 2026-02-20\n"
    assert (drop / KEY / "innkalling.md").read_text(encoding="utf-8") == PAPER
    outcomes = list(ingest([drop], directory, lambda: archive, Silent()))
    assert [each.status for each in outcomes] == [Status.UNCHANGED]


def test_a_correction_is_taken_back_to_what_the_program_understood(archive, directory, published, correcting, drop):
    published({"innkalling.md": PAPER})
    sha256 = correcting().documents[0].sha256
    publish(archive, correcting(date=date(2026, 2, 20), rows=[CaseRow(sha256, 1, 1, "9")]))
    seen = correcting("2026-02-20-oppdiktradet")
    assert [each.field for each in seen.corrections[sha256]] == [Field.DATE, Field.CASE]
    assert (seen.machine.date, seen.machine.slides[0].case) == (date(2026, 2, 13), "4/26")
    seen = correcting("2026-02-20-oppdiktradet", title="")
    assert seen.corrections == {sha256: ()} and not seen.corrects_nothing
    publish(archive, seen)
    assert [each.date for each in archive.meetings()] == ["2026-02-13"]
    assert {each.case for each in entries(directory, internal=True)} == {"3/26", "4/26"}
    assert folder_says(drop) == ""
    with connected(directory / "archive.db") as db:
        assert db.execute("SELECT count(*) FROM corrections").fetchone()[0] == 0


def test_all_documents_of_a_meeting_are_corrected_together(archive, directory, published, correcting):
    published({"innkalling.md": PAPER, "referat.md": MINUTES})
    seen = correcting(date=date(2026, 2, 20))
    assert [each.name for each in seen.documents] == ["innkalling.md", "referat.md"]
    publish(archive, seen)
    assert [(each.date, each.documents) for each in archive.meetings()] == [
        ("2026-02-20", ("innkalling.md", "referat.md"))
    ]
    steps = {each.case: len(each.steps) for each in entries(directory, internal=True)}
    assert steps == {"3/26": 2, "4/26": 1}, "what was decided is still known for what was proposed"


def test_a_document_that_comes_into_the_meeting_meanwhile_is_corrected_with_it(archive, drop, published, correcting):
    published({"innkalling.md": PAPER})
    seen = correcting(date=date(2026, 2, 20))
    published({"referat.md": MINUTES})
    again = preview(archive, seen.draft, drop)
    assert [each.name for each in again.documents] == ["innkalling.md", "referat.md"]
    assert again.stand != seen.stand
    with pytest.raises(ArchiveChangedError):
        publish(archive, seen)
    publish(archive, again)
    assert [(each.date, len(each.documents)) for each in archive.meetings()] == [("2026-02-20", 2)]


def test_a_new_version_that_comes_meanwhile_stays_and_is_corrected(archive, drop, published, correcting):
    published({"innkalling.md": PAPER})
    seen = correcting(title="Vårmøtet")
    published({"innkalling.md": PAPER.replace("grøt", "smør")})
    again = preview(archive, seen.draft, drop)
    assert again.stand != seen.stand
    assert again.meeting.title == "Vårmøtet"
    publish(archive, again)
    assert any("smør" in each.text for each in archive.snapshot().passages.values())


def test_what_an_operator_wrote_in_the_folder_holds_and_stays(archive, drop, published, correcting):
    folder = drop / KEY
    folder.mkdir(parents=True)
    (folder / "møte.toml").write_text('klassifisering = "intern"\n', encoding="utf-8")
    published({"innkalling.md": PAPER})
    seen = correcting(title="Vårmøtet", classification=Classification.INTERNAL)
    assert [each.field for made in seen.corrections.values() for each in made] == [Field.TITLE]
    publish(archive, seen)
    assert 'klassifisering = "intern"' in folder_says(drop) and "Vårmøtet" in folder_says(drop)
    assert archive.meetings(internal=False) == []


def test_what_an_operator_wrote_holds_again_when_what_stood_above_it_is_taken_back(
    archive, drop, published, correcting
):
    folder = drop / "2026-02-14-oppdiktradet"
    folder.mkdir(parents=True)
    said = 'dato = 2026-02-14\nklassifisering = "intern"\n'
    (folder / "møte.toml").write_text(said, encoding="utf-8")
    (folder / "innkalling.md").write_text(PAPER, encoding="utf-8")
    list(ingest([drop], archive.directory, lambda: archive, Silent()))
    publish(archive, correcting("2026-02-14-oppdiktradet", date=date(2026, 2, 20), classification=Classification.OPEN))
    assert [each.date for each in archive.meetings(internal=False)] == ["2026-02-20"]
    publish(archive, correcting("2026-02-20-oppdiktradet", date=date(2026, 2, 21), classification=Classification.OPEN))
    seen = correcting("2026-02-21-oppdiktradet", title="")
    assert (seen.machine.date, seen.machine.classification) == (date(2026, 2, 14), Classification.INTERNAL)
    publish(archive, seen)
    assert folder_says(drop, "2026-02-14-oppdiktradet") == said
    assert archive.meetings(internal=False) == []
    assert [each.date for each in archive.meetings()] == ["2026-02-14"]


def test_a_folder_that_is_gone_takes_nothing_of_its_word_with_it(archive, directory, drop, published, correcting):
    folder = drop / KEY
    folder.mkdir(parents=True)
    (folder / "møte.toml").write_text('klassifisering = "intern"\n', encoding="utf-8")
    published({"innkalling.md": PAPER})
    shutil.rmtree(drop)
    publish(archive, correcting(date=date(2026, 2, 20), classification=Classification.INTERNAL))
    assert [each.date for each in archive.meetings()] == ["2026-02-20"]
    assert archive.meetings(internal=False) == []
    assert not drop.exists()
    seen = correcting("2026-02-20-oppdiktradet", classification=Classification.INTERNAL)
    publish(archive, seen)
    assert [each.date for each in archive.meetings()] == ["2026-02-13"]
    assert archive.meetings(internal=False) == []


def test_a_folder_outside_the_drop_folder_is_not_written_to_and_the_corrections_hold(
    archive, directory, tmp_path, correcting
):
    elsewhere = tmp_path / "andre" / "innkalling.md"
    elsewhere.parent.mkdir()
    elsewhere.write_text(PAPER, encoding="utf-8")
    list(ingest([elsewhere], directory, lambda: archive, Silent()))
    publish(archive, correcting(date=date(2026, 2, 20)))
    assert [each.name for each in elsewhere.parent.iterdir()] == ["innkalling.md"]
    (outcome,) = ingest([elsewhere.parent], directory, lambda: archive, Silent())
    assert outcome.status is Status.UNCHANGED
    elsewhere.write_text(PAPER + "\nNytt.\n", encoding="utf-8")
    (outcome,) = ingest([elsewhere.parent], directory, lambda: archive, Silent())
    assert (outcome.status, outcome.date) == (Status.REPLACED, "2026-02-20")


def test_documents_in_two_folders_say_the_same_of_their_meeting_afterwards(
    archive, directory, drop, published, correcting
):
    for name, text in (("innkalling.md", PAPER), ("referat.md", MINUTES)):
        path = drop / name.removesuffix(".md") / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    list(ingest([drop], directory, lambda: archive, Silent()))
    publish(archive, correcting(date=date(2026, 2, 20)))
    assert folder_says(drop, "innkalling") == folder_says(drop, "referat")
    outcomes = list(ingest([drop], directory, lambda: archive, Silent()))
    assert {each.status for each in outcomes} == {Status.UNCHANGED}


def test_files_of_one_name_in_two_folders_are_not_mistaken_for_each_other(archive, directory, drop, correcting):
    for folder, text in (("a", PAPER), ("b", MINUTES)):
        (drop / folder).mkdir(parents=True)
        (drop / folder / "papir.md").write_text(text, encoding="utf-8")
    list(ingest([drop], directory, lambda: archive, Silent()))
    first = correcting().documents[0].sha256
    publish(archive, correcting(rows=[CaseRow(first, 1, 1, "9")]))
    assert list(drop.rglob("møte.toml")) == []
    outcomes = list(ingest([drop], directory, lambda: archive, Silent()))
    assert {each.status for each in outcomes} == {Status.UNCHANGED}
    with connected(directory / "archive.db") as db:
        rows = db.execute(
            "SELECT case_number FROM slides JOIN documents ON documents.id = document_id ORDER BY document_id"
        )
        assert [row["case_number"] for row in rows] == ["9/26", "3/26"]


def test_who_corrects_the_meeting_already_gets_the_same_draft_and_others_one_of_their_own(
    directory, drafts, published, correcting
):
    published({"innkalling.md": PAPER})
    seen = correcting(title="Vårmøtet")
    assert draft_of_meeting(directory, KEY, "kari", internal=True) == seen.draft
    other = draft_of_meeting(directory, KEY, "ola", internal=True)
    assert other.id != seen.draft.id and other.corrections is None
    assert [len(drafts.of(each)) for each in ("kari", "ola")] == [1, 1]


def test_the_second_of_two_sees_what_the_first_corrected_and_neither_is_lost_unseen(
    archive, drafts, drop, published, correcting
):
    published({"innkalling.md": PAPER})
    mine = correcting(title="Vårmøtet")
    theirs = correcting(by="ola", date=date(2026, 2, 20))
    publish(archive, mine)
    again = preview(archive, theirs.draft, drop)
    assert again.stand != theirs.stand
    assert Change(ChangeKind.TITLE, None, "Vårmøtet", "Møte i Oppdiktrådet 13. februar 2026") in again.changes
    with pytest.raises(ArchiveChangedError, match="Se over det som er nytt"):
        publish(archive, theirs)
    assert [each.date for each in archive.meetings()] == ["2026-02-13"]
    made = corrections_from(
        said_of(again, date=date(2026, 2, 20), title="Vårmøtet"),
        again.machine,
        again.documents,
        again.before,
        "ola",
        NOW,
    )
    assert sorted(each.by for each in made[again.documents[0].sha256]) == ["kari", "ola"]


def test_a_busy_archive_leaves_everything_as_it_was(archive, directory, drafts, drop, published, correcting, dump):
    published({"innkalling.md": PAPER})
    seen = correcting(date=date(2026, 2, 20))
    before = dump()
    with writing(directory, 1), pytest.raises(ArchiveLockedError):
        publish(archive, seen)
    assert dump() == before
    assert drafts.of("kari") == [seen.draft]
    assert not (drop / KEY / "møte.toml").exists()


def test_a_meeting_that_is_moved_to_anothers_day_becomes_one_with_it(archive, published, correcting):
    published({"innkalling.md": PAPER})
    published({"saker.md": PAPER.replace("13. februar", "20. februar").replace("grøt", "smør")})
    seen = correcting(date=date(2026, 2, 20))
    assert seen.beside == ("saker.md",)
    publish(archive, seen)
    assert [(each.date, sorted(each.documents)) for each in archive.meetings()] == [
        ("2026-02-20", ["innkalling.md", "saker.md"])
    ]


def test_a_meeting_that_comes_to_be_one_with_an_internal_one_is_internal_and_tells_nothing_of_it(
    archive, directory, drafts, drop, published, internal_meeting
):
    published({"innkalling.md": PAPER.replace("3/26", "7/26").replace("4/26", "8/26")})
    draft = draft_of_meeting(directory, KEY, "siri", internal=False)
    seen = preview(archive, draft, drop, internal=False)
    draft = corrected(drafts, seen, "siri", date=date(2026, 2, 20))
    seen = preview(archive, draft, drop, internal=False)
    assert seen.hides
    assert {each.number for each in seen.meeting.cases} == {"7/26", "8/26"}
    assert [each.field for made in seen.corrections.values() for each in made] == [Field.DATE]
    publish(archive, seen)
    assert archive.meetings(internal=False) == []
    assert archive.snapshot().open_to_all().passages == {}
    list(ingest([drop], directory, lambda: archive, Silent()))
    assert archive.meetings(internal=False) == []


def test_a_meeting_from_elsewhere_that_joins_an_internal_one_stays_internal_at_the_next_ingest(
    archive, directory, drop, tmp_path, internal_meeting, correcting
):
    elsewhere = tmp_path / "andre" / "innkalling.md"
    elsewhere.parent.mkdir()
    elsewhere.write_text(PAPER, encoding="utf-8")
    list(ingest([elsewhere], directory, lambda: archive, Silent()))
    publish(archive, correcting(date=date(2026, 2, 20)))
    assert archive.meetings(internal=False) == []
    for _ in range(2):
        elsewhere.write_text(elsewhere.read_text(encoding="utf-8") + "\nNytt.\n", encoding="utf-8")
        list(ingest([drop, elsewhere.parent], directory, lambda: archive, Silent()))
        assert archive.meetings(internal=False) == []


def test_what_is_handed_in_for_an_internal_meeting_tells_nothing_of_it_to_who_may_not_know(
    archive, drop, published, hand_in
):
    folder = drop / KEY
    folder.mkdir(parents=True)
    (folder / "møte.toml").write_text('klassifisering = "intern"\ntittel = "Hemmelig"\n', encoding="utf-8")
    published({"hemmelig.md": PAPER})
    (draft,) = hand_in({"saker.md": PAPER.replace("3/26", "7/26").replace("4/26", "8/26")}, "siri")
    seen = preview(archive, draft, drop, internal=False)
    assert {each.number for each in seen.meeting.cases} == {"7/26", "8/26"}
    assert {each.number for each in seen.machine.cases} == {"7/26", "8/26"}
    assert "Hemmelig" not in (seen.meeting.title, seen.machine.title)
    publish(archive, seen)
    assert archive.meetings(internal=False) == []


def test_a_meeting_that_is_gone_can_not_be_corrected(archive, directory, drop, published, correcting):
    published({"innkalling.md": PAPER})
    seen = correcting(title="Vårmøtet")
    archive.remove("innkalling.md")
    assert preview(archive, seen.draft, drop) is None
    with pytest.raises(DraftError, match="Møtet finnes ikke lenger"):
        draft_of_meeting(directory, KEY, "kari", internal=True)


def test_who_may_not_see_an_internal_meeting_can_not_open_it_nor_go_on_with_it(
    archive, directory, drop, published, correcting
):
    published({"innkalling.md": PAPER})
    begun = draft_of_meeting(directory, KEY, "siri", internal=False)
    assert preview(archive, begun, drop, internal=False) is not None
    publish(archive, correcting(classification=Classification.INTERNAL))
    assert preview(archive, begun, drop, internal=False) is None
    with pytest.raises(DraftError, match="Møtet finnes ikke lenger"):
        draft_of_meeting(directory, KEY, "siri", internal=False)


def test_a_file_that_is_changed_in_the_folder_but_not_taken_in_is_left_alone(archive, drop, published, correcting):
    published({"innkalling.md": PAPER})
    path = Path(drop / KEY / "innkalling.md")
    path.write_text("Noe annet", encoding="utf-8")
    publish(archive, correcting(title="Vårmøtet"))
    assert path.read_text(encoding="utf-8") == "Noe annet"
    assert any("grøt" in each.text for each in archive.snapshot().passages.values())
