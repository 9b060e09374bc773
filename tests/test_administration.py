"""`radsassistent user` and `radsassistent audit`, by the real command line."""

from __future__ import annotations

import io
import json

import pytest
from tests.council_embedding import StemEmbedding

from radsassistent.archive import Archive
from radsassistent.archive.audit import AuditLog
from radsassistent.cli import run
from radsassistent.settings import Settings
from radsassistent.web.users import users_of

GOOD = "tre tilfeldige ord"


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    def typing(*arguments, stdin=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = run([*arguments, "--archive", str(tmp_path)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return typing


@pytest.fixture
def users(tmp_path):
    return users_of(Settings(archive=tmp_path))


def test_a_user_is_added_changed_listed_and_removed(typed, users):
    assert typed("user", "add", "Kari", "--role", "secretary", "--password-stdin", stdin=f"{GOOD}\n")[0] == 0
    assert users.with_password("kari", GOOD).reader().is_secretary
    assert typed("user", "list")[1] == "kari: sekretær, ser åpne møter\n"
    assert typed("user", "change", "kari", "--role", "member", "--internal")[0] == 0
    assert typed("user", "password", "kari", "--password-stdin", stdin="et annet godt passord")[0] == 0
    assert users.with_password("kari", GOOD) is None
    assert users.with_password("kari", "et annet godt passord").internal
    assert typed("user", "remove", "KARI")[0] == 0
    assert users.all() == []
    assert "Ingen brukere" in typed("user", "list")[1]


def test_the_password_is_asked_for_twice_without_being_shown(typed, users, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    answers = iter([GOOD, GOOD, GOOD, "noe annet enn det"])
    asked = []

    def getpass(prompt):
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr("getpass.getpass", getpass)
    monkeypatch.setattr("io.StringIO", Terminal)
    assert typed("user", "add", "kari")[0] == 0
    assert users.with_password("kari", GOOD)
    code, _, said = typed("user", "add", "ola")
    assert (code, len(asked)) == (2, 4)
    assert "ikke like" in said
    assert users.named("ola") is None


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("user", "add", "kari", "--password-stdin"), "kort", "minst 12 tegn"),
        (("user", "add", "kari", "--password-stdin"), "", "minst 12 tegn"),
        (("user", "add", "kari"), "", "--password-stdin"),
        (("user", "add", "<kari>", "--password-stdin"), GOOD, "kan ikke brukes som navn"),
        (("user", "add", "kari", "--password-stdin", "--no-password"), GOOD, "enten"),
        (("user", "add", "kari", "--role", "konge"), "", "--role"),
        (("user", "remove", "ingen"), "", "ingen bruker"),
        (("user", "password", "ingen", "--password-stdin"), GOOD, "ingen bruker"),
        (("user", "change", "ingen", "--internal"), "", "ingen bruker"),
        (("audit", "--since", "i går"), "", "ikke et tidspunkt"),
    ],
)
def test_wrong_usage_is_one_norwegian_line_and_2(typed, tmp_path, arguments, stdin, said):
    if arguments[0] == "audit":
        Archive.open(tmp_path, StemEmbedding())
    code, _, told = typed(*arguments, stdin=stdin)
    assert code == 2
    assert said in told
    assert len(told.splitlines()) == 1


def test_a_user_is_not_added_twice(typed):
    typed("user", "add", "kari", "--no-password")
    code, _, said = typed("user", "add", "KARI", "--no-password")
    assert code == 2
    assert "finnes fra før" in said


def test_serving_others_without_a_log_in_is_refused_before_anything_is_made(typed, tmp_path):
    code, _, said = typed("serve", "--host", "0.0.0.0")
    assert code == 2
    assert "user add NAVN" in said
    assert "proxy_header" in said
    assert not (tmp_path / "archive.db").exists()


def test_the_log_is_told_by_time_and_name_for_people_and_programs(typed, tmp_path):
    Archive.open(tmp_path, StemEmbedding())
    typed("user", "add", "kari", "--no-password")
    AuditLog(tmp_path / "archive.db").record("ond\n\x1b[2J", "log-in failed", "192.0.2.1")
    _, told, _ = typed("audit")
    assert "kommandolinjen  la til bruker  kari" in told
    assert len(told.splitlines()) == 2
    assert "\x1b" not in told
    _, records, _ = typed("audit", "--who", "kommandolinjen", "--json")
    assert [(each["action"], each["subject"]) for each in map(json.loads, records.splitlines())] == [
        ("user added", "kari")
    ]
    assert typed("audit", "--since", "2100-01-01")[1] == ""


def test_a_log_without_an_archive_says_where_to_look(typed):
    code, _, said = typed("audit")
    assert code == 1
    assert "--archive" in said
