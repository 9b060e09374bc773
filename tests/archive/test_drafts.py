"""Drafts: what is handed in is read, understood, corrected and published, or gone without a trace."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import date

import pytest
from tests.archive.drafting import OTHER, PAPER, Silent, corrected

from radsassistent.archive.changes import Change, ChangeKind
from radsassistent.archive.corrections import Field
from radsassistent.archive.draft_correcting import CaseRow
from radsassistent.archive.draft_publishing import PublishingError, preview, publish
from radsassistent.archive.draft_reading import DraftReading
from radsassistent.archive.drafts import DraftError, DraftFile, Drafts, DraftState, clean_name
from radsassistent.archive.ingest import Status, ingest
from radsassistent.archive.writer_lock import ArchiveLockedError, writing
from radsassistent.documents import ReadingLimits
from radsassistent.meetings import Classification


def test_a_file_becomes_a_draft_that_nobody_else_sees_and_the_archive_does_not_have(archive, drafts, drop, hand_in):
    (draft,) = hand_in({"innkalling.md": PAPER})
    assert draft.state is DraftState.READY
    assert archive.meetings() == []
    assert drafts.of("ola") == []
    with pytest.raises(DraftError):
        drafts.one(draft.id, "ola")
    seen = preview(archive, draft, drop)
    assert (seen.meeting.body, seen.meeting.date) == ("Oppdiktrådet", date(2026, 2, 13))
    assert [case.number for case in seen.meeting.cases] == ["3/26", "4/26"]
    assert seen.is_new and seen.changes == ()
    assert not drop.exists()


def test_a_draft_is_there_after_a_restart(archive, directory, drop, hand_in):
    (draft,) = hand_in({"innkalling.md": PAPER})
    again = Drafts(directory).one(draft.id, "kari")
    assert again == draft
    assert preview(archive, again, drop).meeting.date == date(2026, 2, 13)


def test_publishing_puts_the_file_in_the_drop_folder_where_a_later_ingest_finds_it_unchanged(
    archive, directory, drafts, drop, hand_in
):
    (draft,) = hand_in({"innkalling.md": PAPER})
    publish(archive, preview(archive, draft, drop))
    assert [(meeting.body, meeting.date) for meeting in archive.meetings()] == [("Oppdiktrådet", "2026-02-13")]
    published = drop / "2026-02-13-oppdiktradet" / "innkalling.md"
    assert published.read_text(encoding="utf-8") == PAPER
    assert drafts.of("kari") == []
    assert list((directory / "drafts").iterdir()) == []
    outcomes = list(ingest([drop], directory, lambda: archive, Silent()))
    assert [(outcome.status, outcome.message) for outcome in outcomes] == [(Status.UNCHANGED, "")]


def test_what_was_corrected_is_published_is_in_the_folder_and_an_ingest_leaves_it(
    archive, directory, drafts, drop, hand_in
):
    (draft,) = hand_in({"innkalling.md": PAPER})
    seen = preview(archive, draft, drop)
    draft = corrected(
        drafts,
        seen,
        date=date(2026, 2, 20),
        classification=Classification.INTERNAL,
        rows=[CaseRow(seen.documents[0].sha256, 1, 1, "9")],
        titles={"9": "Huldra"},
    )
    seen = preview(archive, draft, drop)
    assert seen.meeting.slides[0].evidence == "rettet av Kari 03.03.2026"
    assert {each.case for each in seen.meeting.proposals} == {"9/26"}
    publish(archive, seen)
    folder = drop / "2026-02-20-oppdiktradet"
    assert (folder / "møte.toml").read_text(encoding="utf-8") == (
        '# Rettet av Kari 03.03.2026.\ndato = 2026-02-20\nklassifisering = "intern"\n\n'
        '[[saker]]\nfil = "innkalling.md"\nfra = 1\ntil = 1\nsak = "9/26"\n\n'
        '[[saker]]\nsak = "9/26"\ntittel = "Huldra"\n'
    )
    outcomes = list(ingest([drop], directory, lambda: archive, Silent()))
    assert [outcome.status for outcome in outcomes] == [Status.UNCHANGED]


def test_a_new_version_keeps_the_corrections_and_says_what_it_changes(archive, directory, drafts, drop, hand_in):
    (draft,) = hand_in({"innkalling.md": PAPER})
    draft = corrected(drafts, preview(archive, draft, drop), date=date(2026, 2, 20))
    publish(archive, preview(archive, draft, drop))
    newer = PAPER.replace("freder trollet", "jager trollet").replace("2026\n", "2026.\n", 1)
    newer = newer.replace("13. februar 2026.", "20. februar 2026").replace(
        "## Sak 4/26 Nisser", "## Sak 4/26 Nisser\n\n"
    )
    newer += "\n## Sak 6/26 Nøkken\n\nNøkken bor i tjernet.\n"
    (draft,) = hand_in({"innkalling.md": newer})
    seen = preview(archive, draft, drop)
    assert seen.replaces == ("innkalling.md",)
    assert seen.corrections[seen.documents[0].sha256][0].by == "Kari"
    assert Change(ChangeKind.CASE, "6/26", None, "Nøkken") in seen.changes
    assert (
        Change(ChangeKind.PROPOSAL, "3/26", "Oppdiktrådet freder trollet.", "Oppdiktrådet jager trollet.")
        in seen.changes
    )
    publish(archive, seen)
    (meeting,) = archive.meetings()
    assert (meeting.date, meeting.documents) == ("2026-02-20", ("innkalling.md",))


def test_taking_a_correction_back_takes_it_out_of_the_folder_too(archive, drafts, drop, hand_in):
    (draft,) = hand_in({"innkalling.md": PAPER})
    draft = corrected(drafts, preview(archive, draft, drop), title="Vårmøtet")
    publish(archive, preview(archive, draft, drop))
    (draft,) = hand_in({"innkalling.md": PAPER + "\nNytt.\n"})
    draft = corrected(drafts, preview(archive, draft, drop))
    seen = preview(archive, draft, drop)
    assert "Vårmøtet" not in seen.overrides
    publish(archive, seen)
    assert "Vårmøtet" not in (drop / "2026-02-13-oppdiktradet" / "møte.toml").read_text(encoding="utf-8")


def test_what_an_operator_wrote_in_the_folder_stays_beside_the_corrections(archive, drafts, drop, hand_in):
    folder = drop / "2026-02-13-oppdiktradet"
    folder.mkdir(parents=True)
    (folder / "møte.toml").write_text('klassifisering = "intern"\n', encoding="utf-8")
    (draft,) = hand_in({"innkalling.md": PAPER})
    seen = preview(archive, draft, drop)
    assert seen.meeting.classification is Classification.INTERNAL
    draft = corrected(drafts, seen, title="Vårmøtet")
    seen = preview(archive, draft, drop)
    assert seen.meeting.classification is Classification.INTERNAL
    assert [each.field for each in seen.corrections[seen.documents[0].sha256]] == [Field.TITLE]
    assert 'klassifisering = "intern"' in seen.overrides and "Vårmøtet" in seen.overrides


def test_documents_of_one_meeting_are_one_draft_and_of_two_meetings_two(archive, drafts, drop, hand_in):
    drafts_made = hand_in({"a.md": PAPER, "b.md": PAPER.replace("grøt", "smør"), "c.md": OTHER})
    named = {tuple(file.name for file in draft.files): draft for draft in drafts_made}
    assert set(named) == {("a.md", "b.md"), ("c.md",)}
    assert {draft.parts for draft in drafts_made} == {2}
    for draft in drafts_made:
        publish(archive, preview(archive, draft, drop))
    assert [meeting.documents for meeting in archive.meetings()] == [("c.md",), ("a.md", "b.md")]


def test_what_cannot_be_read_is_told_as_the_command_line_tells_it_and_the_rest_is_read(
    archive, directory, hand_in, tmp_path
):
    bad = {"tom.pdf": b"", "notat.pdf": "ikke en pdf", "ark.xyz": b"\x00\x01\x02", "skadet.docx": b"PK\x03\x04tull"}
    (draft,) = hand_in({**bad, "god.md": PAPER})
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    told = [each.message for each in ingest([tmp_path / name for name in bad], directory, lambda: archive, Silent())]
    assert list(draft.refused) == told
    assert [file.name for file in draft.files] == ["god.md"]


def test_a_file_without_its_ending_gets_one_so_that_an_ingest_finds_it(archive, directory, drop, hand_in):
    (draft,) = hand_in({"innkalling": b"%PDF-1.4 tull", "saker.markdown": PAPER})
    assert [file.name for file in draft.files] == ["saker.markdown.md"]
    publish(archive, preview(archive, draft, drop))
    outcomes = list(ingest([drop], directory, lambda: archive, Silent()))
    assert [(outcome.path.name, outcome.status) for outcome in outcomes] == [("saker.markdown.md", Status.UNCHANGED)]


def test_a_draft_of_bad_files_alone_holds_nothing_but_why(drafts, hand_in):
    (draft,) = hand_in({"tom.pdf": b""})
    assert draft.state is DraftState.READY and draft.files == ()
    assert draft.refused == ("tom.pdf: filen er tom (0 byte). Eksporter eller last ned dokumentet på nytt.",)
    assert list(drafts.files(draft).iterdir()) == []


def test_what_the_archive_has_already_is_refused_as_unchanged(archive, drop, hand_in):
    (draft,) = hand_in({"innkalling.md": PAPER})
    publish(archive, preview(archive, draft, drop))
    (again,) = hand_in({"kopi.md": PAPER})
    (message,) = again.refused
    assert message.startswith("kopi.md: uendret (samme innhold er lest inn fra ")


def test_of_two_secretaries_with_the_same_file_the_second_is_told_and_loses_nothing(archive, drafts, drop, hand_in):
    (first,) = hand_in({"innkalling.md": PAPER}, by="kari")
    (second,) = hand_in({"saker.md": PAPER}, by="ola")
    seen = preview(archive, second, drop)
    publish(archive, preview(archive, first, drop))
    with pytest.raises(Exception, match="samme innhold er lest inn fra"):
        publish(archive, seen)
    assert drafts.of("ola") == [second]
    assert not (drop / "2026-02-13-oppdiktradet" / "saker.md").exists()


def test_a_busy_archive_leaves_draft_and_folder_as_they_were(archive, directory, drafts, drop, hand_in):
    (draft,) = hand_in({"innkalling.md": PAPER})
    seen = preview(archive, draft, drop)
    with writing(directory, 1), pytest.raises(ArchiveLockedError, match="Prøv igjen når den er ferdig"):
        publish(archive, seen)
    assert drafts.of("kari") == [draft]
    assert not drop.exists()
    publish(archive, preview(archive, draft, drop))
    assert len(archive.meetings()) == 1


def test_a_folder_that_cannot_be_written_leaves_the_archive_as_it_was(archive, drafts, drop, hand_in, dump):
    drop.write_text("ikke en mappe", encoding="utf-8")
    (draft,) = hand_in({"innkalling.md": PAPER})
    before = dump()
    with pytest.raises(PublishingError, match="ingest_folder"):
        publish(archive, preview(archive, draft, drop))
    assert dump() == before
    assert drafts.of("kari") == [draft]


def test_a_file_in_the_folder_that_was_never_taken_in_is_not_written_over(archive, drafts, drop, hand_in):
    other = drop / "2026-02-13-oppdiktradet" / "innkalling.md"
    other.parent.mkdir(parents=True)
    other.write_text("Noe annet", encoding="utf-8")
    (draft,) = hand_in({"innkalling.md": PAPER})
    with pytest.raises(PublishingError, match="som ikke er lest inn"):
        publish(archive, preview(archive, draft, drop))
    assert other.read_text(encoding="utf-8") == "Noe annet"


def test_the_stand_is_another_when_the_archive_or_the_draft_is(archive, drafts, drop, hand_in):
    (first,) = hand_in({"innkalling.md": PAPER})
    (second,) = hand_in({"referat.md": PAPER.replace("grøt", "smør")})
    seen = preview(archive, second, drop)
    assert preview(archive, second, drop).stand == seen.stand
    publish(archive, preview(archive, first, drop))
    assert preview(archive, second, drop).stand != seen.stand
    assert preview(archive, corrected(drafts, seen, title="Ny"), drop).stand != seen.stand


def test_a_discarded_draft_leaves_nothing_also_while_it_is_read(directory, drafts):
    draft = drafts.new("kari")
    (drafts.files(draft) / "a.md").write_text(PAPER, encoding="utf-8")
    drafts.keep(replace(draft, files=(DraftFile("a.md"),)))
    reading = DraftReading(directory, ReadingLimits)
    reading.start(drafts.one(draft.id, "kari"))
    drafts.discard(draft)
    until = time.monotonic() + 60
    while reading.progress(draft) is not None and time.monotonic() < until:
        time.sleep(0.02)
    assert list((directory / "drafts").iterdir()) == []
    assert not [thread for thread in threading.enumerate() if thread.name == f"draft-{draft.id}"]


def test_a_person_with_too_many_drafts_is_told_to_tidy_up(drafts):
    for _ in range(30):
        drafts.new("kari")
    with pytest.raises(DraftError, match="Publiser eller forkast"):
        drafts.new("kari")
    drafts.new("ola")


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\kari\\møte.pdf", "møte.pdf"),
        (".skjult.pdf", "skjult.pdf"),
        ("~$innkalling.docx", "innkalling.docx"),
        ("a\x00\nb\u202e.pdf", "ab.pdf"),
        ('<img src=x>"?.pdf', "-img src=x---.pdf"),
        ("..", "dokument"),
        ("", "dokument"),
        ("m" * 300 + ".pdf", "m" * 116 + ".pdf"),
        ("A.pdf", "A (2).pdf"),
    ],
)
def test_a_file_is_kept_under_a_name_that_harms_nobody(raw, kept):
    assert clean_name(raw, ["a.pdf"]) == kept


@pytest.mark.parametrize("identifier", ["..", "../../x", "a" * 13, "", "finnes-ikke1"])
def test_only_drafts_can_be_asked_for(drafts, identifier):
    with pytest.raises(DraftError):
        drafts.one(identifier, "kari")
