"""The secretary's page of quality over HTTP: figures, what was asked, and bad answers that become gold questions."""

from __future__ import annotations

import json
import re

import pytest
from tests.deck_builder import slide, written
from tests.web.secretariat import served

from radsassistent.archive.asked import AskedLog
from radsassistent.archive.incoming import Incoming
from radsassistent.evaluation.gold import load

CITED = {
    "body": "Oppdiktrådet",
    "meeting": "2026-02-13",
    "case": "3/26",
    "document": "oppdiktet.pdf",
    "slide": 2,
    "quote": "x",
}
INTERNAL = {**CITED, "document": "intern.pdf", "meeting": "2026-03-13"}
METRICS = (
    "answer_right",
    "right_and_cited",
    "citation_precision",
    "recall_at_1",
    "recall_at_5",
    "abstention_recall",
    "false_abstention",
)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kvalitet")
    with served(folder) as site:
        for name, day, overrides in (
            ("oppdiktet.pdf", "13. februar", ""),
            ("intern.pdf", "13. mars", 'klassifisering = "intern"'),
        ):
            deck = (
                slide(f"Møte i Oppdiktrådet {day} 2026"),
                slide("Sak 3/26: Troll"),
                slide("Om trollet", "Det er grønt."),
            )
            made, path = written(folder / "2026-oppdiktradet" / name.removesuffix(".pdf"), *deck, name=name)
            site.archive.put_all([Incoming(made, path)], overrides)
        yield site


@pytest.fixture
def log(running):
    return AskedLog(running.archive.directory / "archive.db", keep_text=True)


def bad_answer(log, question, citations=(CITED,), comment="Feil <b>troll</b>"):
    number = log.asked(
        "per", question, {"answer": "Trollet er rødt.", "abstained": False, "citations": list(citations)}
    )
    log.rate(number, "per", False, comment)
    return number


ADDRESSES = [
    ("GET", "/tall"),
    ("GET", "/spurt"),
    ("GET", "/fasit"),
    ("POST", "/fasit"),
    ("GET", "/fasit/1"),
    ("POST", "/fasit/1"),
    ("POST", "/fasit/1/slett"),
    ("GET", "/fasit/oppdiktet.jsonl"),
]


@pytest.mark.parametrize(("who", "status"), [("medlem", 403), (None, 403)])
@pytest.mark.parametrize(("method", "path"), ADDRESSES)
def test_members_and_strangers_get_nothing(running, method, path, who, status):
    assert running.ask("/kvalitet" + path, method, who, {} if method == "POST" else None).status == status


def test_without_an_evaluation_the_page_says_how_one_is_made(running):
    assert "radsassistent eval" in running.ask("/kvalitet/tall").text


def test_the_figures_are_told_with_their_meaning_and_by_kind(running):
    figures = {"questions": 100, **dict.fromkeys(METRICS, 0.8234), "answer_words": 17.0, "p50_ms": 48.4}
    report = {"overall": figures, "kinds": {"agenda": {**figures, "questions": 7, "abstention_recall": None}}}
    running.reports.mkdir(exist_ok=True)
    (running.reports / "report.json").write_text(json.dumps(report), encoding="utf-8")
    page = running.ask("/kvalitet/tall").text
    assert "100 spørsmål" in page and "82,3 %" in page and "andel av henvisningene som støtter svaret" in page
    assert "dagsorden" in page and "–" in page
    assert "82.3 %" in running.ask("/en/kvalitet/tall").text


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"overall": {"questions": 1}}', '{"overall": 5, "kinds": 5}', "\x00"]
)
def test_a_report_that_cannot_be_read_is_told_kindly(running, content):
    running.reports.mkdir(exist_ok=True)
    (running.reports / "report.json").write_text(content, encoding="utf-8")
    answer = running.ask("/kvalitet/tall")
    assert (answer.status, "Kjør radsassistent eval på nytt" in answer.text) == (200, True)


def test_bad_answers_are_listed_first_with_the_comment_as_text(running, log):
    bad_answer(log, "Hva slags <i>farge</i> har trollet?")
    log.asked("per", "Hva er meningen?", {"answer": "Det står ikke der.", "abstained": True, "citations": []})
    page = running.ask("/kvalitet/spurt").text
    assert "&lt;i&gt;farge" in page and "Feil &lt;b&gt;troll" in page and "meningen" not in page
    assert "meningen" in running.ask("/kvalitet/spurt?vis=abstained").text
    assert running.ask("/kvalitet/spurt?vis=tull").status in (404, 422)


def test_older_questions_are_a_press_away(running, log):
    for number in range(35):
        log.asked("per", f"Spørsmål nummer {number}?", {"answer": "Ja.", "abstained": False, "citations": []})
    page = running.ask("/kvalitet/spurt?vis=all").text
    assert "nummer 34?" in page and "nummer 4?" not in page
    older = re.search(r'data-older="(\d+)"', page)[1]
    assert "nummer 4?" in running.ask(f"/kvalitet/spurt?vis=all&eldre={older}").text


def test_what_rests_on_internal_documents_is_for_those_who_may_see_them(running, log):
    number = bad_answer(log, "Hva står i det hemmelige?", [INTERNAL])
    assert "hemmelige" in running.ask("/kvalitet/spurt").text
    assert "hemmelige" not in running.ask("/kvalitet/spurt", who="siri").text
    assert running.ask("/kvalitet/fasit", "POST", "siri", {"asked": str(number)}).status == 409


def make(running, number):
    page = running.ask("/kvalitet/fasit", "POST", value={"asked": str(number)}).text
    return re.search(r'data-number="(\d+)"', page)[1], page


def test_a_bad_answer_becomes_a_gold_question_that_the_evaluation_reads(running, log, tmp_path):
    number = bad_answer(log, "Hvilken farge har trollet?")
    gold, page = make(running, number)
    assert "Trollet er rødt." in page and ">\n2</textarea>" in page and 'value="oppdiktet" selected' in page
    assert "Hvilken farge har trollet?" not in running.ask("/kvalitet/fasit/oppdiktet.jsonl").text, "not put right yet"
    assert make(running, number)[0] == gold, "one draft for a question, however often it is pressed"
    said = {
        "question": "Hvilken farge har trollet?",
        "answers": "grønt | grønn\ntroll",
        "slides": "3 | 2",
        "forbidden": "rødt",
        "meeting": "oppdiktet",
        "kind": "fact",
        "language": "nn",
        "split": "dev",
        "max_words": "12",
        "near_miss": False,
    }
    assert "Lagret." in running.ask(f"/kvalitet/fasit/{gold}", "POST", value=said).text
    answer = running.ask("/kvalitet/fasit/oppdiktet.jsonl")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="oppdiktet.jsonl"'
    (line,) = [json.loads(each) for each in answer.text.splitlines() if "Hvilken farge" in each]
    assert line["language"] == "nn" and line["near_miss"] is False
    # The fields that the evaluation of this version knows; a later one knows all of them.
    known = {"id", "question", "chat", "kind", "split", "answers", "slides", "forbidden", "max_words"}
    from radsassistent.evaluation import gold as reader

    kept = {key: value for key, value in line.items() if key in reader.FIELDS}
    assert known <= set(kept)
    (tmp_path / "oppdiktet.jsonl").write_text(json.dumps(kept, ensure_ascii=False) + "\n", encoding="utf-8")
    (question,) = load(tmp_path / "oppdiktet.jsonl")
    assert (question.answers, question.slides) == ((("grønt", "grønn"), ("troll",)), ((3, 2),))
    assert (question.forbidden, question.max_words) == (("rødt",), 12)


def test_a_question_that_was_not_answered_becomes_one_that_the_documents_do_not_answer(running, log):
    number = log.asked("per", "Hva veier nissen?", {"answer": "Det står ikke der.", "abstained": True, "citations": []})
    _, page = make(running, number)
    assert 'value="not-in-documents" selected' in page
    assert "Det står ikke der." not in page


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"answers": ""}, "Skriv riktig svar"),
        ({"slides": ""}, "Skriv riktig svar"),
        ({"answers": "..."}, "minst én bokstav"),
        ({"kind": "not-in-documents"}, "kan ikke ha svar"),
        ({"near_miss": True}, "nesten-treff"),
        ({"meeting": "finnes-ikke"}, "Velg hvilket møte"),
        ({"question": " "}, "Spørsmålet mangler"),
    ],
)
def test_what_no_gold_file_can_say_is_kept_and_told_and_not_exported(running, log, wrong, says):
    gold, _ = make(running, bad_answer(log, "Hvor bor trollet?", []))
    said = {"question": "Hvor bor trollet egentlig?", "answers": "i fjellet", "slides": "2", "meeting": "oppdiktet"}
    said |= {"kind": "fact", "language": "nb", "split": "dev", **wrong}
    page = running.ask(f"/kvalitet/fasit/{gold}", "POST", value=said).text
    assert says in page
    assert "egentlig" not in running.ask("/kvalitet/fasit/oppdiktet.jsonl").text
    assert running.ask(f"/kvalitet/fasit/{gold}/slett", "POST", value={}).status == 204
    assert running.ask(f"/kvalitet/fasit/{gold}").status == 409


def test_slides_that_are_no_numbers_are_told(running, log):
    gold, _ = make(running, bad_answer(log, "Hvor?"))
    answer = running.ask(f"/kvalitet/fasit/{gold}", "POST", value={"slides": "to"})
    assert (answer.status, answer.text.split(",")[0]) == (409, "Lysbilder skrives som tall")


def test_the_page_itself_tells_a_member_nothing(running, log):
    bad_answer(log, "Et spørsmål som bare sekretariatet ser?")
    assert "bare sekretariatet ser" not in running.ask("/kvalitet", who="medlem").text
