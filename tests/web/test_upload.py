"""Taking documents in over HTTP: who may, what is refused with which words, and that nothing is ever half done."""

from __future__ import annotations

import re

import pytest
from tests.web.secretariat import PAPER, form, served, stand, uploaded

from radsassistent.archive.ingest import ingest
from radsassistent.archive.writer_lock import writing


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One site for the tests of a module; each test takes in a meeting of another day."""
    with served(tmp_path_factory.mktemp("opplasting"), upload_max_mb=1) as site:
        yield site


_days = iter(range(1, 28))


@pytest.fixture
def paper():
    return PAPER.replace("13. februar", f"{next(_days)}. mars")


@pytest.fixture
def upload(running):
    """Uploads files and waits until they are read; gives the id of the draft and its page."""
    return lambda files, who="kari": uploaded(running, files, who)


ADDRESSES = [
    ("GET", ""),
    ("POST", ""),
    ("POST", "/av-mote"),
    ("GET", "/{draft}"),
    ("POST", "/{draft}/fil?navn=a.md"),
    ("POST", "/{draft}/les"),
    ("POST", "/{draft}/rett"),
    ("POST", "/{draft}/publiser"),
    ("POST", "/{draft}/forkast"),
    ("GET", "/{draft}/lysbilde/" + "a" * 64 + "/1.png"),
]


@pytest.mark.parametrize(("who", "status"), [("medlem", 403), (None, 403)])
@pytest.mark.parametrize(("method", "path"), ADDRESSES)
def test_members_and_strangers_get_nothing(running, method, path, who, status):
    answer = running.ask(
        "/last-opp/utkast" + path.format(draft="a" * 12), method, who, {} if method == "POST" else None
    )
    assert answer.status == status
    assert "<" not in answer.text


def test_what_another_site_makes_a_browser_send_is_refused(running):
    assert running.ask("/last-opp/utkast", "POST", own=False).status == 403


def test_a_document_is_read_looked_at_and_published_and_readers_have_it_at_once(running, upload, paper):
    draft, page = upload({"innkalling.md": paper})
    assert "Oppdiktrådet freder trollet." in page and 'value="Troll"' in page
    assert "Møtet er nytt i arkivet." in page
    before = running.archive.generation()
    answer = running.ask(f"/last-opp/utkast/{draft}/publiser", "POST", value=stand(page))
    assert answer.status == 200 and "Publisert" in answer.text
    assert running.archive.generation() == before + 1
    assert any("freder trollet" in p.text for p in running.archive.snapshot().passages.values())
    again = running.ask(f"/last-opp/utkast/{draft}/publiser", "POST", value=stand(page))
    assert (again.status, again.text.split(".")[0]) == (404, "Utkastet finnes ikke lenger")


def test_nobody_sees_or_touches_anothers_draft(running, upload, paper):
    draft, _ = upload({"innkalling.md": paper})
    assert draft not in running.ask("/last-opp/utkast", who="ola").text
    for method, path in ADDRESSES[3:-1]:
        answer = running.ask(
            "/last-opp/utkast" + path.format(draft=draft), method, "ola", {} if method == "POST" else None
        )
        assert answer.status == 404, path
    assert draft in running.ask("/last-opp/utkast").text


def test_corrections_are_shown_with_who_made_them_and_published(running, upload, paper):
    draft, page = upload({"innkalling.md": paper})
    said = form(page, date="2026-05-17", case="9", titles=[{"case": "9/26", "title": "Huldra"}])
    corrected = running.ask(f"/last-opp/utkast/{draft}/rett", "POST", value=said)
    assert corrected.status == 200
    assert "rettet av kari" in corrected.text and 'value="17.05.2026"' in corrected.text
    assert "rettet av kari" in running.ask(f"/last-opp/utkast/{draft}").text
    old = running.ask(f"/last-opp/utkast/{draft}/publiser", "POST", value=stand(page))
    assert "Se over det som er nytt" in old.text and "Publisert" not in old.text
    answer = running.ask(f"/last-opp/utkast/{draft}/publiser", "POST", value=stand(corrected.text))
    assert "Publisert" in answer.text and "17. mai 2026" in answer.text
    folder = running.drop / "2026-05-17-oppdiktradet"
    assert "Huldra" in (folder / "møte.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"date": "30.02.2026"}, "er ingen dato"),
        ({"body": "  "}, "Skriv hvilket organ"),
        ({"rows": [(0, 1)]}, "går ikke an"),
        ({"rows": [(1, 99)]}, "går ikke an"),
        ({"rows": [("x", 1)]}, "går ikke an"),
        ({"rows": [(1, 1), (1, 1)]}, "står i to rader"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence_and_changes_nothing(running, upload, paper, wrong, says):
    draft, page = upload({"innkalling.md": paper})
    said = form(page)
    if "rows" in wrong:
        sha256 = said["rows"][0]["document"]
        wrong = {"rows": [{"document": sha256, "first": a, "last": b, "case": ""} for a, b in wrong["rows"]]}
    answer = running.ask(f"/last-opp/utkast/{draft}/rett", "POST", value={**said, **wrong})
    assert answer.status == 409 and says in answer.text and "<" not in answer.text
    assert running.ask(f"/last-opp/utkast/{draft}").text == page
    running.ask(f"/last-opp/utkast/{draft}/forkast", "POST", value={})


def test_bad_files_get_the_words_of_the_command_line(running, upload, tmp_path):
    bad = {"tom.pdf": b"", "ikke.pdf": b"tekst", "gammel.xyz": b"\x00\x01", "skadet.pptx": b"PK\x03\x04tull"}
    draft, page = upload(bad)
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)

    class Reporter:
        def pages(self, path, done, total): ...
        def passages(self, path, done, total): ...

    for name in bad:
        (told,) = ingest([tmp_path / name], running.archive.directory, lambda: running.archive, Reporter())
        assert told.message in page
    assert "data-publish" not in page
    running.ask(f"/last-opp/utkast/{draft}/forkast", "POST", value={})


def test_a_file_that_is_too_large_is_refused_and_leaves_nothing(running):
    draft = re.search(r'"id":"([\w-]+)"', running.ask("/last-opp/utkast", "POST").text)[1]
    answer = running.ask(f"/last-opp/utkast/{draft}/fil?navn=stor.pdf", "POST", body=b"x" * 1_000_001)
    assert (answer.status, answer.text.split(".pdf: ")[1][:24]) == (413, "filen er større enn 1 MB")
    folder = running.archive.directory / "drafts" / draft
    assert sorted(path.name for path in folder.rglob("*")) == ["draft.json", "files"]
    running.ask(f"/last-opp/utkast/{draft}/forkast", "POST", value={})
    assert not folder.exists()


def test_texts_of_others_are_shown_as_texts(running, upload, paper):
    hostile = paper.replace("Troll", "Troll &lt;img src=x onerror=alert(1)&gt;")
    draft, page = upload({"<b>a.md": hostile})
    assert "<img" not in page and "<b>" not in page
    answer = running.ask(
        f"/last-opp/utkast/{draft}/rett", "POST", value=form(page, title='"><script>alert(1)</script>')
    )
    assert "<script" not in answer.text and "&lt;script&gt;" in answer.text


def test_an_archive_that_is_busy_is_told_and_publishing_works_afterwards(running, upload, paper):
    draft, page = upload({"innkalling.md": paper})
    with writing(running.archive.directory, 1):
        answer = running.ask(f"/last-opp/utkast/{draft}/publiser", "POST", value=stand(page))
    assert "Arkivet er opptatt" in answer.text and "data-publish" in answer.text
    answer = running.ask(f"/last-opp/utkast/{draft}/publiser", "POST", value=stand(answer.text))
    assert "Publisert" in answer.text


def test_the_second_of_two_secretaries_sees_what_the_first_has_published_before_publishing(running, upload, paper):
    first, first_page = upload({"innkalling.md": paper})
    second, second_page = upload({"saker.md": paper.replace("grøt", "smør")}, "ola")
    assert "Publisert" in running.ask(f"/last-opp/utkast/{first}/publiser", "POST", value=stand(first_page)).text
    answer = running.ask(f"/last-opp/utkast/{second}/publiser", "POST", "ola", stand(second_page))
    assert "Se over det som er nytt" in answer.text
    assert "Arkivet har fra før: innkalling.md" in answer.text and "Oppdiktrådet gir nissen smør." in answer.text
    answer = running.ask(f"/last-opp/utkast/{second}/publiser", "POST", "ola", stand(answer.text))
    assert "Publisert" in answer.text


def test_one_who_may_not_see_internal_meetings_is_not_told_of_them(running, upload, paper):
    draft, page = upload({"innkalling.md": paper})
    page = running.ask(
        f"/last-opp/utkast/{draft}/rett", "POST", value=form(page, classification="intern", case="")
    ).text
    assert "Publisert" in running.ask(f"/last-opp/utkast/{draft}/publiser", "POST", value=stand(page)).text
    _, page = upload({"saker.md": paper.replace("grøt", "smør")}, "siri")
    assert "innkalling.md" not in page and "finnes i arkivet" not in page
    assert "gir nissen grøt" not in page


def test_a_slide_of_a_draft_is_drawn_for_its_owner_only(running, upload, paper, tmp_path):
    import pypdfium2 as pdfium

    deck = pdfium.PdfDocument.new()
    deck.new_page(960, 540)
    deck.save(tmp_path / "a.pdf")
    deck.close()
    draft, page = upload({"a.pdf": (tmp_path / "a.pdf").read_bytes()})
    sha256 = re.search(r'data-document="(\w+)"', page)[1]
    path = f"/last-opp/utkast/{draft}/lysbilde/{sha256}"
    assert running.ask(f"{path}/1.png", who="ola").status == 404
    drawn = running.ask(f"{path}/1.png", raw=True)
    assert (drawn.status, drawn.text[:4]) == (200, b"\x89PNG")
    assert running.ask(f"{path}/9.png").status == 404
    assert running.ask(f"/last-opp/utkast/{draft}/lysbilde/{'b' * 64}/1.png").status == 404


def test_the_page_itself_tells_a_member_nothing(running, upload, paper):
    upload({"hemmelig-innkalling.md": paper})
    assert "hemmelig-innkalling" not in running.ask("/last-opp", who="medlem").text


def test_the_pages_answer_in_three_languages(running, upload, paper):
    draft, _ = upload({"innkalling.md": paper})
    assert "Publish" in running.ask(f"/en/last-opp/utkast/{draft}").text
    assert "Forkast" in running.ask(f"/nn/last-opp/utkast/{draft}").text
