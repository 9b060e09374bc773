"""Correcting a published meeting over HTTP: whose it is to do, that nothing is lost, and that readers get what was corrected."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.pdf_builder import Page, pdf
from tests.web.secretariat import PAPER, form, served, stand, uploaded

from radsassistent.answers import Assistant
from radsassistent.archive.writer_lock import writing

DRAFTS = "/last-opp/utkast"
_days = iter(range(1, 31))


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One site for the tests of a module; each test takes in a meeting of another day."""
    with served(tmp_path_factory.mktemp("retting")) as site:
        yield site


@pytest.fixture
def held(running):
    """A published meeting of a day of its own: its key in addresses."""
    day = next(_days)
    draft, page = uploaded(running, {f"innkalling-{day}.md": PAPER.replace("13. februar", f"{day}. april")})
    assert "Publisert" in running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page)).text
    return f"2026-04-{day:02}-oppdiktradet"


@pytest.fixture
def correcting(running):
    """Opens a meeting to correct it; gives the id of the draft and its page."""

    def opening(key, who="kari"):
        answer = running.ask(f"{DRAFTS}/av-mote", "POST", who, {"meeting": key})
        assert answer.status == 200, answer.text
        draft = re.search(r'"id":"([\w-]+)"', answer.text)[1]
        return draft, running.ask(f"{DRAFTS}/{draft}", who=who).text

    return opening


def test_the_secretary_is_led_to_it_and_a_member_is_not_and_may_not(running, held):
    agenda = f"/moter/innhold?mote={held}"
    assert f'href="/last-opp#mote={held}"' in running.ask(agenda).text
    assert f'href="/nn/last-opp#mote={held}"' in running.ask(f"/nn{agenda}").text
    assert "last-opp" not in running.ask(agenda, who="medlem").text
    answer = running.ask(f"{DRAFTS}/av-mote", "POST", "medlem", {"meeting": held})
    assert answer.status == 403
    assert running.ask(f"{DRAFTS}/av-mote", "POST", value={"meeting": held}, own=False).status == 403


def test_a_meeting_is_corrected_and_published_and_readers_have_it_at_once(running, held, correcting):
    draft, page = correcting(held)
    assert "Møtet er publisert. Rettelsene gjelder først når du publiserer igjen." in page
    assert "Ingenting er rettet ennå." in page and "data-publish" not in page
    said = form(page, date="2026-05-17", case="9", titles=[{"case": "9/26", "title": "Huldra"}])
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=said).text
    assert "rettet av kari" in page and "17. mai 2026" in page and "Publiser igjen" in page
    assert f"programmet forsto «{int(held[8:10])}. april 2026»" in page
    assert "Huldra" not in running.ask("/vedtak/treff").text, "nobody sees it before it is published"
    before = running.archive.generation()
    answer = running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page))
    assert "Publisert" in answer.text and "/moter?mote=2026-05-17-oppdiktradet" in answer.text
    assert running.archive.generation() == before + 1
    assert "Møtet finnes ikke" in running.ask(f"/moter/innhold?mote={held}").text
    assert "Huldra" in running.ask("/moter/innhold?mote=2026-05-17-oppdiktradet&sak=9/26").text
    register = running.ask("/vedtak/treff?sak=9/26").text
    assert "Huldra" in register and "17. mai 2026" in register
    told = [(each.who, each.action) for each in running.audit.entries()][-2:]
    assert told == [("kari", "corrected"), ("kari", "published")]
    assert draft not in running.ask(DRAFTS).text


def test_answers_and_slides_are_of_the_case_that_was_corrected(running, correcting):
    slides = [("Møte i Oppdiktrådet 3. juni 2026", "Oppdiktsalen"), ("Sak 11/26: Troll", "Det er stort.")]
    slides += [("Forslag til vedtak", "Oppdiktrådet freder trollet."), ("Sak 12/26: Nisser", "Den er liten.")]
    deck = pdf(*(Page().text(title, 40, 60, 32).text(text, 40, 160) for title, text in slides))
    draft, page = uploaded(running, {"lysbilder.pdf": deck})
    running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page))

    def cited(case):
        answer = Assistant(running.archive).ask(f"Hva er forslaget til vedtak i sak {case}?")
        return {(each.case, each.slide) for sentence in answer.sentences for each in sentence.citations}

    assert (cited("11/26"), cited("12/26")) == ({("11/26", 3)}, set())
    draft, page = correcting("2026-06-03-oppdiktradet")
    sha256 = re.search(r'data-document="(\w+)"', page)[1]
    assert running.ask(f"{DRAFTS}/{draft}/lysbilde/{sha256}/3.png", raw=True).text[:4] == b"\x89PNG"
    rows = [{"document": sha256, "first": "3", "last": "3", "case": "12"}]
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=form(page, rows=rows)).text
    assert "Lysbilde 3 i lysbilder.pdf" in page
    assert "Publisert" in running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page)).text
    assert (cited("11/26"), cited("12/26")) == (set(), {("12/26", 3)})
    assert '"sak 12/26"' in running.ask(f"/lysbilde/{sha256}/3.json").text
    thumbnails = running.ask("/moter/innhold?mote=2026-06-03-oppdiktradet&sak=12/26").text
    assert f"/lysbilde/{sha256}/3" in thumbnails
    assert f"/lysbilde/{sha256}/3" not in running.ask("/moter/innhold?mote=2026-06-03-oppdiktradet&sak=11/26").text


def test_discarding_leaves_the_meeting_as_it_is_published(running, held, correcting):
    draft, page = correcting(held)
    running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=form(page, title="Vårmøtet"))
    before = running.archive.generation()
    answer = running.ask(f"{DRAFTS}/{draft}/forkast", "POST", value={})
    assert "Møtet står som det er publisert" in answer.text
    assert running.archive.generation() == before
    assert held in running.ask("/moter/innhold").text
    assert "Vårmøtet" not in correcting(held)[1]


@pytest.mark.parametrize(
    ("language", "said"), [("/nn", "Rettingane gjeld først når du publiserer igjen."), ("/en", "What will change")]
)
def test_a_meeting_is_corrected_in_other_languages(running, held, correcting, language, said):
    draft, page = correcting(held)
    page = running.ask(f"{language}{DRAFTS}/{draft}/rett", "POST", value=form(page, title="Vårmøtet")).text
    assert said in page and "Vårmøtet" in page
    told = running.ask(f"{language}{DRAFTS}/av-mote", "POST", value={"meeting": "finnes-ikke"}).text
    assert not told.startswith("Møtet finnes ikke") and len(told) > 40


def test_all_corrections_are_taken_back_to_what_the_program_understood(running, held, correcting):
    draft, page = correcting(held)
    assert "Ta tilbake" not in page
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=form(page, title="Vårmøtet", date="2026-09-01")).text
    assert "Publisert" in running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page)).text
    draft, page = correcting("2026-09-01-oppdiktradet")
    assert "Ta tilbake alle rettelsene" in page and "rettet av kari" in page
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value={"back": True}).text
    assert "rettet av" not in page and "1. september 2026" in page, "what is taken back is told before it is published"
    assert "Publisert" in running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page)).text
    assert held in running.ask("/moter/innhold").text


def test_one_correction_is_taken_back_and_the_others_stay(running, held, correcting):
    draft, page = correcting(held)
    titles = [{"case": "9/26", "title": "Huldra"}]
    said = form(
        page, title="Vårmøtet", date="2026-10-01", body="Diktrådet", classification="intern", case="9", titles=titles
    )
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=said).text
    taken = re.findall(r'data-take-back="([\w-]+)" aria-label="([^"]+)"', page)
    assert taken == [
        ("body", "Ta tilbake: Organ"),
        ("date", "Ta tilbake: Dato"),
        ("title", "Ta tilbake: Tittel"),
        ("classification", "Ta tilbake: Klassifisering"),
        ("case", "Ta tilbake: Sak for lysbilde 1–1"),
        ("case-title", "Ta tilbake: Tittel på sak 9/26"),
    ]
    left = {name for name, _ in taken}
    for field in ("date", "body", "classification", "title"):
        # A value that cannot be used is no reason not to take it back.
        answer = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=said | {field: "", "back": field})
        left.remove(field)
        assert set(re.findall(r'data-take-back="([\w-]+)"', answer.text)) == left
        assert "Rettelsen er tatt tilbake i utkastet." in answer.text
        said |= {
            name: re.search(rf'name="{name}" value="([^"]*)"', answer.text)[1] for name in ("body", "date", "title")
        }
        said["classification"] = "åpen" if field == "classification" or "classification" not in left else "intern"
    assert (said["date"], said["body"]) == (f"{held[8:10]}.04.2026", "Oppdiktrådet")
    titles[0]["back"] = True
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=said | {"back": "case-title"}).text
    assert re.findall(r'data-take-back="([\w-]+)"', page) == ["case"] and "Huldra" not in page
    said["rows"][0]["back"] = True
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=said | {"back": "case"}).text
    assert "data-take-back" not in page and "Ingenting er rettet ennå." in page


def test_a_correction_that_was_published_is_taken_back_and_the_audit_tells(running, held, correcting):
    draft, page = correcting(held)
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=form(page, title="Vårmøtet", rows=[])).text
    assert "Publisert" in running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page)).text
    draft, page = correcting(held, "ola")
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", "ola", form(page, rows=[]) | {"back": "title"}).text
    assert "<del>Vårmøtet</del>" in page and "rettet av" not in page
    assert "Publisert" in running.ask(f"{DRAFTS}/{draft}/publiser", "POST", "ola", stand(page)).text
    assert ("ola", "corrected") in [(each.who, each.action) for each in running.audit.entries()][-2:]
    assert "Vårmøtet" not in correcting(held)[1]


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"date": "32.13.2026"}, "date", "«32.13.2026» er ingen dato. Skriv den som 12.02.2026."),
        ({"body": " "}, "body", "Skriv hvilket organ møtet er i."),
        ({"rows": [{"first": "3", "last": "2", "case": ""}]}, "row-0", "Lysbilde 3–2 går ikke an"),
        ({"rows": [{"first": "1", "last": "1", "case": "3"}] * 2}, "row-1", "Lysbilde 1 står i to rader."),
    ],
)
def test_what_cannot_be_used_is_told_of_its_field(running, held, correcting, wrong, field, message):
    draft, page = correcting(held)
    sha256 = re.search(r'data-document="(\w+)"', page)[1]
    wrong = {
        name: [{**row, "document": sha256} for row in each] if name == "rows" else each for name, each in wrong.items()
    }
    answer = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=form(page, **wrong))
    assert (answer.status, answer.headers["X-Felt"]) == (409, field)
    assert answer.text.startswith(message)
    assert re.search(r'name="date" value="([^"]*)"', running.ask(f"{DRAFTS}/{draft}").text)[1].endswith("04.2026")


def test_opening_it_again_leads_to_the_draft_with_the_corrections_so_far(running, held, correcting):
    draft, page = correcting(held)
    running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=form(page, title="Vårmøtet"))
    again, page = correcting(held)
    assert again == draft and 'value="Vårmøtet"' in page
    assert running.ask(f"{DRAFTS}/{draft}", who="ola").status == 404


def test_a_meeting_that_is_opened_several_times_at_once_has_one_draft(running, held):
    paths = [f"{language}{DRAFTS}/av-mote" for language in ("", "/nn", "/en") * 4]
    with ThreadPoolExecutor(len(paths)) as several:
        answers = list(several.map(lambda path: running.ask(path, "POST", value={"meeting": held}).text, paths))
    assert len(set(answers)) == 1


def test_the_second_of_two_secretaries_is_told_and_shown_before_anything_is_undone(running, held, correcting):
    mine, page = correcting(held)
    mine_page = running.ask(f"{DRAFTS}/{mine}/rett", "POST", value=form(page, title="Vårmøtet")).text
    theirs, page = correcting(held, "ola")
    theirs_page = running.ask(f"{DRAFTS}/{theirs}/rett", "POST", "ola", form(page, title="Høstmøtet")).text
    assert "Publisert" in running.ask(f"{DRAFTS}/{mine}/publiser", "POST", value=stand(mine_page)).text
    answer = running.ask(f"{DRAFTS}/{theirs}/publiser", "POST", "ola", stand(theirs_page))
    assert "Arkivet er endret siden du så på utkastet" in answer.text and "<del>Vårmøtet</del>" in answer.text
    answer = running.ask(f"{DRAFTS}/{theirs}/publiser", "POST", "ola", stand(answer.text))
    assert "Publisert" in answer.text


def test_an_archive_that_is_busy_is_told_and_nothing_is_lost(running, held, correcting):
    draft, page = correcting(held)
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=form(page, title="Vårmøtet")).text
    with writing(running.archive.directory, 1):
        answer = running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page))
    assert "Arkivet er opptatt" in answer.text and 'value="Vårmøtet"' in answer.text
    assert "Publisert" in running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(answer.text)).text


def test_an_internal_meeting_is_nobodys_to_open_who_may_not_see_it(running, held, correcting):
    begun, page = correcting(held, "siri")
    sha256 = re.search(r'data-document="(\w+)"', page)[1]
    draft, page = correcting(held)
    page = running.ask(f"{DRAFTS}/{draft}/rett", "POST", value=form(page, classification="intern")).text
    assert "Publisert" in running.ask(f"{DRAFTS}/{draft}/publiser", "POST", value=stand(page)).text
    answer = running.ask(f"{DRAFTS}/av-mote", "POST", "siri", {"meeting": held})
    assert (answer.status, answer.text.split(".")[0]) == (404, "Møtet finnes ikke lenger i arkivet")
    left = running.ask(f"{DRAFTS}/{begun}", who="siri").text
    assert "Møtet finnes ikke lenger i arkivet" in left and "Troll" not in left
    assert running.ask(f"{DRAFTS}/{begun}/lysbilde/{sha256}/1.png", who="siri").status == 404
    assert running.ask(f"{DRAFTS}/{begun}/rett", "POST", "siri", form(page)).status == 409
    assert running.ask(f"{DRAFTS}/{begun}/publiser", "POST", "siri", {"stand": ""}).status == 409
    assert running.ask(f"{DRAFTS}/{begun}/forkast", "POST", "siri", {}).status == 200


def test_a_meeting_that_does_not_exist_is_told_in_a_sentence(running):
    for key in ("2026-01-01-oppdiktradet", "../../etc", "", "<b>"):
        answer = running.ask(f"{DRAFTS}/av-mote", "POST", value={"meeting": key})
        assert answer.status == 404 and "<" not in answer.text
