"""The log of who did what."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from radsassistent.archive import audit as module
from radsassistent.archive.audit import LONGEST, Action, AuditLog
from radsassistent.archive.database import migrate


@pytest.fixture
def log(tmp_path):
    migrate(tmp_path / "archive.db")
    return AuditLog(tmp_path / "archive.db")


def test_what_is_done_is_told_in_its_order(log):
    log.record("kari", Action.LOGGED_IN, "192.0.2.1")
    log.record("ola", Action.ASKED)
    log.record("kari", "noe eget")
    assert [(e.who, e.action, e.subject) for e in log.entries()] == [
        ("kari", "logged in", "192.0.2.1"),
        ("ola", "asked", ""),
        ("kari", "noe eget", ""),
    ]
    assert [e.action for e in log.entries(who="kari")] == ["logged in", "noe eget"]


def test_a_time_without_a_zone_is_local_and_one_with_is_itself(log, monkeypatch):
    for hour in (8, 9, 10):
        monkeypatch.setattr(module, "now", lambda hour=hour: f"2031-03-05T{hour:02}:00:00+00:00")
        log.record("kari", Action.ASKED)
    nine = datetime(2031, 3, 5, 9, tzinfo=UTC)
    assert len(list(log.entries(since=nine))) == 2
    assert len(list(log.entries(since=nine + timedelta(seconds=1)))) == 1
    assert len(list(log.entries(since=nine.astimezone().replace(tzinfo=None)))) == 2


def test_a_long_name_that_was_tried_is_cut(log):
    log.record("x" * 100_000, Action.LOG_IN_FAILED, "y" * 100_000)
    (entry,) = log.entries()
    assert len(entry.who) == len(entry.subject) == LONGEST


def test_many_can_log_at_once(log):
    writing = [threading.Thread(target=log.record, args=(f"n{n}", Action.ASKED)) for n in range(20)]
    for thread in writing:
        thread.start()
    for thread in writing:
        thread.join()
    assert len(list(log.entries())) == 20


def test_what_cannot_be_written_is_told_in_the_program_s_log(tmp_path, caplog):
    AuditLog(tmp_path / "uten-skjema.db").record("kari", Action.ASKED)
    assert "kari" in caplog.text
    assert "asked" in caplog.text
