"""The register in the terminal, as people and programs use it."""

from __future__ import annotations

import json
import sys

import pytest
from tests.council_embedding import StemEmbedding
from tests.decided_council import MINUTES, decided_council, hold_in_june

from radsassistent import archive, cli


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    return decided_council(tmp_path_factory.mktemp("vedtak"), StemEmbedding())


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, decided):
    """Runs `radsassistent vedtak` over the three meetings; gives exit code, output and error output."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(archive, "embedder", lambda name: StemEmbedding())

    def running(*arguments):
        monkeypatch.setattr(sys, "argv", ["radsassistent", "vedtak", "--archive", str(decided.directory), *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, said.err

    return running


def test_a_row_tells_its_status_its_words_its_votes_its_history_and_where_it_stands(run):
    code, out, _ = run("vaffeljern")
    assert code == 0
    assert out.splitlines() == [
        "05.03.2031 Oppdiktrådet, sak 2/31: Vaffeljern til kantina [endret]",
        "  Oppdiktrådet kjøper to vaffeljern i 2032.",
        "  Avstemning: 7 mot 2 stemmer",
        "  Foreslått (lysbilde 7, oppdikt.pdf):",
        "    Oppdiktrådet kjøper ett vaffeljern i 2031.",
        "  [lysbilde 1, referat-oppdikt.pdf]",
        "",
        "1 treff",
    ]


def test_options_narrow_down_and_json_is_for_programs(run):
    out = run("--body", "oppdiktrådet", "--status", "utsatt", "--status", "vedtatt", "--json")[1]
    rows = json.loads(out)
    assert [(row["case"], row["status"]) for row in rows] == [("1/31", "vedtatt"), ("3/31", "utsatt")]
    assert rows[1]["history"][0]["text"] == "Oppdiktrådet bygger brygga av drivtømmer."
    assert [row["case"] for row in json.loads(run("--case", "4/31", "--json")[1])] == ["4/31"]


def test_csv_is_written_as_the_page_gives_it(run, tmp_path):
    code, out, _ = run("--status", "avvist", "--csv", "vedtak.csv")
    assert (code, out) == (0, "vedtak.csv: 1 rad skrevet\n")
    content = (tmp_path / "vedtak.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfOrgan;")
    assert "Gratis ferge" in content.decode()


def test_a_case_that_was_put_off_is_told_with_the_meeting_that_took_it_up(run, tmp_path):
    council = decided_council(tmp_path, StemEmbedding())
    hold_in_june(council, tmp_path)
    told = "  Saken i flere møter: 05.03.2031 sak 3/31: utsatt → 10.06.2031 sak 14/31: vedtatt"
    out = run("--case", "3/31", "--archive", str(council.directory))[1]
    assert told in out.splitlines()
    (row,) = json.loads(run("--case", "14/31", "--json", "--archive", str(council.directory))[1])
    assert [(turn["meeting"], turn["case"], turn["status"]) for turn in row["turns"]] == [
        ("2031-03-05", "3/31", "utsatt"),
        ("2031-06-10", "14/31", "vedtatt"),
    ]
    assert (row["turns"][0]["document"], row["turns"][0]["slide"]) == (MINUTES, 1)


@pytest.mark.parametrize("typed", ["09.04.2031", "9.4.31", "2031-04-09", "9. april 2031"])
def test_days_are_typed_as_people_write_them(run, typed):
    assert json.loads(run("--from", typed, "--to", typed, "--json")[1])[0]["body"] == "Fantasiutvalget"


def test_no_hits_are_no_error(run):
    assert run("romfart")[:2] == (0, "Ingen treff.\n")


def test_a_file_that_cannot_be_written_is_told_of(run):
    code, _, err = run("--csv", "finnes-ikke/vedtak.csv")
    assert code == 1
    assert "kan ikke skrives" in err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--status", "kanskje"], "«kanskje» finnes ikke. Velg blant forslag, vedtatt, endret, avvist, utsatt"),
        (["--from", "i fjor"], "--from: «i fjor» er ingen dato"),
        (["--to", "31.02.2031"], "--to: «31.02.2031» er ingen dato"),
        (["--from", "2031-05-01", "--to", "2031-04-01"], "Bytt om"),
        (["--case", "tull"], "«tull» er ikke et saksnummer"),
        (["--body", "Tullerådet"], "Organer som har: Fantasiutvalget, Hemmeligrådet, Oppdiktrådet"),
        (["--json", "--csv", "x.csv"], "enten --json eller --csv"),
        (["--tull"], "--tull finnes ikke"),
    ],
)
def test_wrong_usage_is_told_in_norwegian_with_exit_code_2(run, arguments, reason):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert reason in err
