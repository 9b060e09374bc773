"""The command line as people and programs use it: what it prints, where, and the exit code."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import pytest
from pypdf import PdfWriter
from tests.council_embedding import StemEmbedding
from tests.pdf_builder import Page, pdf

from radsassistent import archive, cli


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs a command in an empty folder, with the small embedder; gives exit code, output and error output."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(archive, "embedder", lambda name: StemEmbedding())

    def running(*arguments):
        monkeypatch.setattr(sys, "argv", ["radsassistent", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return ended.value.code or 0, said.out, said.err

    return running


@pytest.fixture
def deck(tmp_path):
    folder = tmp_path / "ingest" / "2031-03-05-oppdiktraadet"
    folder.mkdir(parents=True)
    path = folder / "oppdiktet.pdf"
    path.write_bytes(
        pdf(
            Page().text("Møte i Oppdiktrådet 5. mars 2031", 40, 60, 32),
            Page().text("Sak 3/31: Oppdiktet satsing", 40, 60, 32),
            Page().text("Om satsingen", 40, 60, 32).text("Satsingen koster 14 millioner kroner i 2031.", 40, 200),
            Page().text("Forslag til vedtak", 40, 60, 32).text("Oppdiktrådet tar satsingen til orientering.", 40, 200),
            Page().picture(100, 100, 500, 400),
        )
    )
    return path


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """Where the archive of the deck is kept once a test has taken it in."""
    return tmp_path_factory.mktemp("innlest") / "archive"


@pytest.fixture
def taken_in(run, deck, before, tmp_path):
    """The deck is in the archive."""
    if not before.exists():
        assert run("ingest")[0] == 0
        shutil.copytree(tmp_path / "archive", before)
    else:
        shutil.copytree(before, tmp_path / "archive")


def test_ingest_tells_what_it_found_and_what_it_could_not_read(run, deck):
    code, out, _ = run("ingest")
    assert code == 0
    assert "oppdiktet.pdf: lest inn" in out
    assert "møte: Oppdiktrådet 05.03.2031" in out
    assert "1 sak, 1 forslag til vedtak" in out
    assert "5 lysbilder: 4 med tekst, 1 med bare bilde" in out
    assert re.search(r"ikke lest, .*bilde.*: lysbilde 5", out)


def test_an_unchanged_file_stays_as_it_is(run, deck):
    run("ingest")
    assert run("ingest")[:2] == (0, "oppdiktet.pdf: uendret\n")


def _text(path):
    path.write_text("Dette er bare tekst.", encoding="utf-8")


def _cut(path):
    path.write_bytes(pdf(Page().text("Oppdiktet", 40, 60))[:200])


def _encrypted(path):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("oppdiktet")
    writer.write(path)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_text, "ikke en PDF-fil"),
        (_cut, "skadet eller ufullstendig"),
        (lambda path: path.touch(), "tom"),
        (_encrypted, "passord"),
    ],
)
def test_a_bad_file_gets_one_line_and_the_others_go_in(run, deck, make, reason):
    make(deck.parent / "daarlig.pdf")
    code, out, err = run("ingest")
    assert code == 1
    (line,) = err.strip().splitlines()
    assert line.startswith("Feil: daarlig.pdf: ")
    assert reason in line
    assert "oppdiktet.pdf: lest inn" in out


def test_a_failed_file_leaves_the_archive_as_it_was(run, deck, tmp_path):
    run("ingest")
    before = {path: path.read_bytes() for path in (tmp_path / "archive").rglob("*") if path.is_file()}
    _text(deck.parent / "daarlig.pdf")
    assert run("ingest")[0] == 1
    assert {path: path.read_bytes() for path in (tmp_path / "archive").rglob("*") if path.is_file()} == before


def test_a_path_that_is_not_there_is_wrong_usage(run):
    code, _, err = run("ingest", "finnes-ikke.pdf")
    assert (code, err) == (2, "Feil: finnes-ikke.pdf: finnes ikke. Sjekk stien.\n")


def test_a_folder_without_documents_is_an_error(run, tmp_path):
    (tmp_path / "tom").mkdir()
    code, _, err = run("ingest", "tom")
    assert code == 1
    assert "tom: mappen har ingen dokumenter" in err


def test_an_answer_is_followed_by_a_line_for_each_citation(run, taken_in):
    code, out, _ = run("ask", "Hva er forslaget til vedtak i sak 3/31?")
    assert code == 0
    answer, citation = out.rstrip().splitlines()
    assert "tar satsingen til orientering" in answer
    assert citation.startswith("  [sak 3/31, lysbilde 4] oppdiktet.pdf: «Oppdiktrådet tar")


def test_abstaining_is_no_error_and_json_says_so(run, taken_in):
    code, out, _ = run("ask", "--json", "Hva foreslås i sak 17/31?")
    assert code == 0
    record = json.loads(out)
    assert record["abstained"] is True
    assert record["citations"] == []


def test_a_batch_is_answered_line_by_line_in_order(run, taken_in, tmp_path):
    asked = [("b", None), ("a", "c1"), ("c", "c1")]
    lines = [{"id": i, "question": "Hva koster satsingen i 2031?", "chat": chat} for i, chat in asked]
    (tmp_path / "spm.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    code, out, _ = run("ask", "--batch", "spm.jsonl")
    assert code == 0
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["id"] for record in records] == ["b", "a", "c"]
    assert set(records[0]) == {"id", "question", "answer", "abstained", "citations", "retrieved", "ms", "rejected"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [("{", "linje 2: ikke gyldig JSON"), ('{"id": 1}', "linje 2: mangler et spørsmål"), ("[]", "linje 2: mangler")],
)
def test_a_broken_line_of_a_batch_is_named_before_anything_is_answered(run, taken_in, tmp_path, line, reason):
    (tmp_path / "spm.jsonl").write_text('{"id": 0, "question": "Hva?"}\n' + line, encoding="utf-8")
    code, out, err = run("ask", "--batch", "spm.jsonl")
    assert (code, out) == (1, "")
    assert reason in err


def test_an_empty_archive_says_how_to_fill_it(run):
    code, _, err = run("ask", "Hvem leder rådet?")
    assert code == 1
    assert "radsassistent ingest" in err


def test_a_removed_document_is_gone(run, taken_in):
    assert run("remove", "oppdiktet.pdf")[:2] == (0, "oppdiktet.pdf: slettet fra arkivet\n")
    assert run("remove", "oppdiktet.pdf")[0] == 1
    assert run("ask", "Hva koster satsingen?")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["tull"], "tull finnes ikke"),
        (["ask", "--tull"], "--tull finnes ikke"),
        (["ask"], "Oppgi enten et spørsmål eller --batch"),
        (["serve", "--port", "0"], "--port kan ikke brukes"),
        (["ask", "--batch", "finnes-ikke.jsonl"], "finnes-ikke.jsonl: finnes ikke"),
        (["ask", ""], "Spørsmålet er tomt"),
    ],
)
def test_wrong_usage_is_told_in_norwegian_with_exit_code_2(run, taken_in, arguments, reason):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert reason in err


@pytest.mark.parametrize("command", ["ingest", "ask", "remove", "serve", "eval"])
def test_every_command_takes_an_archive(run, command):
    assert "--archive" in run(command, "--help")[1]


def test_help_loads_nothing_heavy():
    """What takes time is imported only by the commands that need it; so help comes at once."""
    script = (
        "import sys; sys.argv = ['radsassistent', '--help']\n"
        "from radsassistent.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([name for name in ('gradio', 'faiss', 'llama_index', 'numpy', 'pypdf') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "[]"


def test_an_unknown_embedder_is_told_apart_from_a_broken_one(monkeypatch, capsys, tmp_path, deck):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["radsassistent", "ingest", "--embedder", "oppdiktet/finnes-ikke"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert "Traceback" not in said
    assert "Feil: " in said
