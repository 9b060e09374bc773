"""The log of what was asked: what it keeps, for how long, and who may rate."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from radsassistent.archive.asked import AskedLog, AskedLogError, Shown

CITED = {
    "body": "Porteføljerådet",
    "meeting": "2026-02-12",
    "case": "5/26",
    "document": "innkalling.pdf",
    "slide": 71,
    "quote": "Rita Midthaug",
}
ANSWERED = {"answer": "Rita Midthaug.", "abstained": False, "citations": [CITED]}
NOT_FOUND = {"answer": "Det står ikke i dokumentene.", "abstained": True, "citations": []}


class Clock:
    def __init__(self):
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def database(tmp_path):
    return tmp_path / "archive.db"


@pytest.fixture
def log(database, clock):
    return AskedLog(database, keep_text=True, clock=clock)


def test_a_question_is_kept_with_its_answer_and_what_was_cited(log, clock):
    number = log.asked("kari", "Hvem legger frem sak 5?", ANSWERED)
    kept = log.one(number)
    assert (kept.by, kept.question, kept.answer) == ("kari", "Hvem legger frem sak 5?", "Rita Midthaug.")
    assert kept.citations == (CITED,)
    assert kept.at == clock.now
    assert kept.good is None


def test_without_texts_neither_question_answer_nor_quotation_is_in_the_file(database):
    log = AskedLog(database, keep_text=False)
    number = log.asked("kari", "Hvem mobbet naboen?", {**ANSWERED, "answer": "Hemmelig svar"})
    kept = log.one(number)
    assert (kept.question, kept.answer) == (None, None)
    assert kept.citations[0]["slide"] == 71
    content = b"".join(path.read_bytes() for path in database.parent.iterdir())
    for text in ("mobbet", "Hemmelig", "Rita"):
        assert text.encode() not in content


def test_what_is_older_than_is_kept_is_deleted(database, clock):
    log = AskedLog(database, keep_text=True, keep_days=30, clock=clock)
    old = log.asked("kari", "Gammelt?", ANSWERED)
    clock.now += timedelta(days=29)
    young = log.asked("kari", "Nytt?", ANSWERED)
    assert [asked.number for asked in log.listed()] == [young, old]
    clock.now += timedelta(days=2)
    assert [asked.number for asked in log.listed()] == [young]
    with pytest.raises(AskedLogError, match="ikke lagret lenger"):
        log.one(old)


def test_a_rating_is_kept_with_its_comment_and_the_last_one_counts(log):
    number = log.asked("kari", "Hvem?", ANSWERED)
    log.rate(number, "kari", True, "")
    log.rate(number, "kari", False, " Feil person ")
    kept = log.one(number)
    assert (kept.good, kept.comment) == (False, "Feil person")


def test_nobody_rates_an_answer_that_another_got(log):
    number = log.asked("kari", "Hvem?", ANSWERED)
    with pytest.raises(AskedLogError):
        log.rate(number, "ola", False, "")
    assert log.one(number).good is None


def test_an_answer_that_is_not_there_cannot_be_rated(log):
    with pytest.raises(AskedLogError, match="Still spørsmålet på nytt"):
        log.rate(17, "kari", True, "")


def test_the_questions_that_got_no_answer_and_the_bad_answers_are_listed_newest_first(log):
    good, none, bad, later_none = (
        log.asked("kari", question, record)
        for question, record in (("A?", ANSWERED), ("B?", NOT_FOUND), ("C?", ANSWERED), ("D?", NOT_FOUND))
    )
    log.rate(good, "kari", True, "")
    log.rate(bad, "kari", False, "")
    numbers = {shown: [asked.number for asked in log.listed(shown)] for shown in Shown}
    assert numbers == {
        Shown.ALL: [later_none, bad, none, good],
        Shown.ABSTAINED: [later_none, none],
        Shown.RATED: [bad, good],
        Shown.BAD: [bad],
        Shown.GOOD: [good],
    }
    assert log.counts() == {shown: len(found) for shown, found in numbers.items()}
    assert [asked.number for asked in log.listed(limit=2, before=bad)] == [none, good]


def test_a_log_that_cannot_be_written_says_so_in_one_sentence(log, database):
    for path in (database, database.with_name("archive.db-wal")):
        path.write_bytes(b"ikke en database" * 1000)
    with pytest.raises(AskedLogError, match="Prøv igjen om litt"):
        log.asked("kari", "Hvem?", ANSWERED)
