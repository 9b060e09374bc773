"""The addresses behind Vedtak and Møter: what they show, to whom, and that foreign text stays text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.council_embedding import StemEmbedding
from tests.decided_council import LATER, MEETING, SECRET, SECRET_MEETING, decided_council, hold_in_june
from tests.deck_builder import slide, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.settings import Settings
from radsassistent.web.access import OwnMachine, Reader, Role
from radsassistent.web.language import Language, Translator
from radsassistent.web.meetings_routes import meetings_routes
from radsassistent.web.page import Page
from radsassistent.web.register_routes import register_routes
from radsassistent.web.scope_view import read_scope
from radsassistent.web.site import site


@dataclass
class Known(OwnMachine):
    """Everybody is the reader that it says, or has to log in."""

    who: Reader | None

    def reader(self, request):
        return self.who


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    return decided_council(tmp_path_factory.mktemp("vedtak"), StemEmbedding())


def client(archive, who):
    """The addresses alone, in every language, without the pages that they fill."""
    app = FastAPI()
    for language in Language:
        page = Page(Assistant(archive), archive, Known(who), Settings(), Translator(language))
        app.include_router(register_routes(page), prefix=language.path)
        app.include_router(meetings_routes(page), prefix=language.path)
    return TestClient(app)


@pytest.fixture(scope="module")
def member(decided):
    return client(decided, Reader("medlem", Role.MEMBER, internal=False))


@pytest.fixture(scope="module")
def secretary(decided):
    return client(decided, Reader("sekretær", Role.SECRETARY, internal=True))


def test_the_site_lets_these_addresses_through_in_every_language(decided):
    whole = TestClient(site(Assistant(decided), decided), base_url="http://127.0.0.1")
    for language in Language:
        for path in ("/vedtak/treff", "/vedtak/eksport.csv", "/vedtak/eksport.xlsx", "/moter/innhold"):
            assert whole.get(language.path + path).status_code == 200
    assert whole.get("/vedtak/tull").status_code == whole.get("/moter/innhold/tull").status_code == 404


def words(response):
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_the_register_tells_how_many_there_are_and_how_many_are_decided(member):
    assert "5 treff 4 behandlet, 1 bare foreslått" in words(member.get("/vedtak/treff"))
    assert "5 results 4 dealt with, 1 only proposed" in words(member.get("/en/vedtak/treff"))


def test_a_proposal_is_never_shown_as_a_decision(member):
    shown = words(member.get("/vedtak/treff", params={"mote": LATER}))
    assert "Dette er et forslag." in shown
    assert "Vedtaket" not in shown
    assert shown.count("Forslag til vedtak") == 1


def test_a_row_holds_its_votes_its_history_its_slide_and_the_way_on(member):
    page = member.get("/vedtak/treff", params={"sok": "vaffeljern"})
    shown = words(page)
    assert "1 treff" in shown
    assert "Avstemning: 7 mot 2 stemmer" in shown
    assert "Foreslått lysbilde 7 i oppdikt.pdf Oppdiktrådet kjøper ett vaffeljern i 2031." in shown
    assert re.search(r'src="/lysbilde/[0-9a-f]{64}/1\.png', page.text)
    assert re.search(r'href="/original/[0-9a-f]{64}/referat-oppdikt\.pdf#page=1"', page.text)
    assert f'href="/moter?mote={MEETING}&amp;sak=2%2F31"' in page.text


@pytest.mark.parametrize(
    ("path", "query", "question"),
    [
        ("/vedtak/treff", {"sok": "seilbåter"}, "Hva er forslaget til vedtak i sak 1/31?"),
        ("/moter/innhold", {"mote": LATER, "sak": "1/31"}, "Hva er forslaget til vedtak i sak 1/31?"),
        ("/vedtak/treff", {"sok": "ferge"}, "Hva ble vedtatt i sak 4/31?"),
    ],
)
def test_a_question_about_a_case_is_asked_of_its_meeting_alone(member, decided, path, query, question):
    address = re.search(r'href="(/\?q=[^"]*)"', member.get(path, params=query).text)[1]
    asked = parse_qs(urlsplit(unescape(address)).query)
    assert asked["q"] == [question]
    scope = read_scope(asked["omfang"][0], decided.meetings())
    ((meeting, case),) = zip(scope.meetings, scope.cases, strict=True)
    assert f"sak {case}?" in question
    answer = Assistant(decided).ask(question, scope=scope)
    assert not answer.abstained
    assert {citation.body for citation in answer.citations} == {meeting.body}


@pytest.fixture(scope="module")
def held_in_june(tmp_path_factory):
    """A member's view of the council where June's minutes decide what was put off in March, and where June is internal."""

    def holding(overrides=""):
        folder = tmp_path_factory.mktemp("juni")
        archive = decided_council(folder, StemEmbedding())
        hold_in_june(archive, folder, overrides)
        return client(archive, Reader("medlem", Role.MEMBER, internal=False))

    return holding(), holding('klassifisering = "intern"')


@pytest.mark.parametrize("case", ["3/31", "14/31"])
def test_a_case_that_was_put_off_tells_of_all_its_meetings_each_with_its_row_and_its_slide(held_in_june, case):
    page = held_in_june[0].get("/vedtak/treff", params={"sak": case})
    assert "Saken i flere møter 5. mars 2031, sak 3/31 Utsatt lysbilde 1 i referat-oppdikt.pdf" in words(page)
    assert "10. juni 2031, sak 14/31 Vedtatt lysbilde 1 i referat-juni.pdf" in words(page)
    (address,) = re.findall(r'<a href="([^"]*)" data-goes="row"', page.text)
    row = unescape(address).partition("#")
    other = "14/31" if case == "3/31" else "3/31"
    assert parse_qs(urlsplit(row[0]).query)["sak"] == [other]
    assert f'id="{row[2]}"' in held_in_june[0].get(row[0].replace("/vedtak", "/vedtak/treff")).text
    assert re.search(r'href="/original/[0-9a-f]{64}/referat-juni\.pdf#page=1"', page.text)


def test_a_case_of_a_meeting_tells_of_its_other_meetings_too(held_in_june):
    shown = held_in_june[0].get("/moter/innhold", params={"mote": MEETING, "sak": "3/31"})
    assert "10. juni 2031, sak 14/31 Vedtatt" in words(shown)
    assert "Saken i flere møter" not in words(
        held_in_june[0].get("/moter/innhold", params={"mote": MEETING, "sak": "1/31"})
    )


@pytest.mark.parametrize("path", ["/vedtak/treff", "/vedtak/eksport.csv", f"/moter/innhold?mote={MEETING}&sak=3/31"])
def test_an_internal_meeting_is_in_no_case_s_history_for_readers_without_access(held_in_june, path):
    everything, without = (each.get(path).content.decode() for each in held_in_june)
    assert "14/31" in everything
    for told in ("14/31", "juni", "→"):
        assert told not in without


@pytest.mark.parametrize("typed", ["09.04.2031", "9.4.31", "09042031", "2031-04-09", "9. april 2031"])
def test_days_are_typed_in_any_of_the_ways_that_people_write_them_and_shown_in_one(member, typed):
    page = member.get("/vedtak/treff", params={"fra": typed, "til": typed})
    assert "1 treff" in words(page)
    assert page.text.count('value="09.04.2031"') == 2
    assert "eksport.csv?fra=2031-04-09&amp;til=2031-04-09" in page.text
    assert 'aria-invalid="true"' not in page.text


def test_a_field_with_no_day_in_it_keeps_what_was_typed_and_says_how_a_day_is_written(member):
    page = member.get("/en/vedtak/treff", params={"fra": "last <year>"})
    (field,) = re.findall(r'<input id="register-fra"[^>]*>', page.text)
    assert 'value="last &lt;year&gt;"' in field and 'aria-invalid="true"' in field
    assert "“last <year>” is no date. Write it as 12.02.2026." in unescape(words(page))
    assert '<details class="filters" open>' in page.text


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("", "«Fra og med» er etter «Til og med». Bytt om på datoene."),
        ("/nn", "«Frå og med» er etter «Til og med». Byt om på datoane."),
        ("/en", "“From” is after “To”. Swap the dates."),
    ],
)
def test_a_period_that_ends_before_it_begins_is_told_at_both_fields_and_narrows_nothing(member, language, message):
    asked = {"fra": "1.5.2031", "til": "2031-04-01"}
    page = member.get(f"{language}/vedtak/treff", params=asked)
    told = re.search(r'<p class="fault period" id="([^"]+)"[^>]*role="alert">([^<]*)</p>', page.text)
    assert (told[2], page.text.count(message)) == (message, 1)
    for name, value in asked.items():
        (field,) = re.findall(rf'<input id="register-{name}"[^>]*>', page.text)
        assert f'value="{value}"' in field and 'aria-invalid="true"' in field
        assert told[1] in re.search(r'aria-describedby="([^"]+)"', field)[1].split()
    assert '<details class="filters" open>' in page.text and page.text.count('<li class="entry"') == 5
    answer = member.get(f"{language}/vedtak/eksport.csv", params=asked)
    assert (answer.status_code, answer.text) == (400, message)
    same_day = member.get(f"{language}/vedtak/treff", params={"fra": "9.4.2031", "til": "9.4.2031"})
    assert message not in same_day.text


def test_the_filters_of_the_address_stand_in_the_form_and_in_the_links_to_files(member):
    page = member.get("/vedtak/treff", params=[("organ", "Oppdiktrådet"), ("status", "utsatt"), ("status", "avvist")])
    assert "2 treff" in words(page)
    assert '<option value="Oppdiktrådet" selected>' in page.text
    assert page.text.count(" checked") == 2
    assert "eksport.csv?organ=Oppdiktr%C3%A5det&amp;status=avvist&amp;status=utsatt" in page.text


def test_a_file_holds_exactly_what_the_page_shows(member):
    told = member.get("/vedtak/eksport.csv", params={"status": "endret"})
    assert told.headers["Content-Disposition"].startswith("attachment")
    assert told.headers["Cache-Control"] == "no-store"
    (line,) = told.content.decode("utf-8-sig").splitlines()[1:]
    assert line.startswith("Oppdiktrådet;2031-03-05;2/31;Vaffeljern til kantina;Endret;")
    assert member.get("/nn/vedtak/eksport.xlsx").content.startswith(b"PK")
    assert member.get("/vedtak/eksport.pdf").status_code == 404


@pytest.mark.parametrize(("name", "value"), [("fra", "i fjor"), ("til", "2031-13-01"), ("status", "kanskje")])
def test_what_of_an_address_cannot_be_used_is_said_and_gives_no_file(member, name, value):
    page = member.get("/vedtak/treff", params={name: value})
    assert value in words(page)
    assert "5 treff" in words(page)
    assert member.get("/vedtak/eksport.csv", params={name: value}).status_code == 400


def test_an_empty_result_says_what_to_try(member):
    shown = words(member.get("/vedtak/treff", params={"sok": "romfart", "organ": "Oppdiktrådet"}))
    assert "Ingen treff" in shown
    assert "Ta bort noen av avgrensningene." in shown


def test_an_empty_archive_says_where_rows_come_from(tmp_path):
    archive = Archive.open(tmp_path, StemEmbedding())
    empty = client(archive, Reader("medlem", Role.MEMBER, internal=False))
    assert "Ingen forslag eller vedtak ennå" in words(empty.get("/vedtak/treff"))
    assert "Ingen treff" not in words(empty.get("/vedtak/treff?sok=traktor"))
    assert "Ingen møter ennå" in words(empty.get("/moter/innhold"))


def test_where_nothing_is_decided_yet_who_looks_for_decisions_is_told_when_they_come(tmp_path):
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    slides = [
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Sak 1/31: Låven"),
        slide("Forslag til vedtak", "Rådet selger låven."),
    ]
    archive.put(*written(tmp_path / "inn", *slides))
    page = client(archive, Reader("medlem", Role.MEMBER, internal=False)).get("/vedtak/treff?status=vedtatt")
    assert "når referatet fra møtet leses inn" in words(page)


PRIVATE = ["/vedtak/treff", "/vedtak/eksport.csv", "/moter/innhold", "/en/moter/innhold"]


@pytest.mark.parametrize("path", [*PRIVATE, f"/moter/innhold?mote={MEETING}", "/vedtak/treff?sok=drager"])
def test_internal_documents_are_nowhere_for_readers_without_access(member, secretary, path):
    told = member.get(path)
    assert told.status_code == 200
    assert SECRET not in told.content.decode("utf-8-sig")
    if path in PRIVATE:
        assert SECRET in secretary.get(path).content.decode("utf-8-sig")


def test_an_internal_meeting_is_for_others_as_one_that_never_was(member, secretary):
    address = "/moter/innhold?mote={}&sak=9/31"
    assert "Hemmelige drager" in words(secretary.get(address.format(SECRET_MEETING)))
    assert member.get(address.format(SECRET_MEETING)).text == member.get(address.format("2031-05-02-tull")).text


@pytest.mark.parametrize("path", [*PRIVATE, "/nn/vedtak/eksport.xlsx"])
def test_who_has_not_logged_in_gets_nothing(decided, path):
    told = client(decided, None).get(path)
    assert told.status_code in (401, 403)
    assert "Oppdiktrådet" not in told.text


def test_meetings_lead_to_an_agenda_and_the_agenda_to_its_cases(member):
    assert "9. april 2031 Fantasiutvalget 1 sak, 4 lysbilder" in words(member.get("/moter/innhold"))
    shown = member.get("/moter/innhold", params={"mote": MEETING})
    assert "09:45 Sak 2/31: Vaffeljern til kantina Beslutning · Sindre Fantasivik Endret 11:00 Lunsj" in words(shown)
    assert f'href="/moter?mote={MEETING}&amp;sak=2%2F31"' in shown.text


def test_a_case_shows_who_when_what_was_decided_its_points_and_all_its_slides(member):
    page = member.get("/moter/innhold", params={"mote": MEETING, "sak": "1/31"})
    shown = words(page)
    assert "Legges frem av Tuva Oppdiktsdatter Sakstype Drøfting Tid 09:00" in shown
    assert "Vedtaket Vedtatt Oppdiktrådet tar saken om traktorer til orientering. Avstemning: Enstemmig" in shown
    assert "Innkjøpet koster 120 millioner kroner over to år. Lysbilde 4" in shown
    assert "4 lysbilder" in shown
    pictures = re.findall(r'<img loading="lazy"[^>]*alt="([^"]*)"', page.text)
    assert "Lysbilde 4 i oppdikt.pdf: Om traktorene" in pictures
    assert len(pictures) == 4


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/vedtak/treff?sak=2/31", ("<h3>Case 2/31: {Vaffeljern til kantina}</h3>", '<div class="words" lang="nb">')),
        ("/moter/innhold?mote=2031-03-05-oppdiktradet", ("Case 2/31: {Vaffeljern til kantina}</a>",)),
        (
            "/moter/innhold?mote=2031-03-05-oppdiktradet&sak=2/31",
            ('<h2 tabindex="-1">Case 2/31: {Vaffeljern til kantina}</h2>',),
        ),
    ],
)
def test_what_documents_say_is_marked_as_norwegian_on_the_english_pages_alone(member, path, parts):
    page = member.get(f"/en{path}").text
    for part in parts:
        assert re.sub(r"\{(.+)\}", r'<span lang="nb">\1</span>', part) in page
    assert 'lang="nb"' not in member.get(path).text


def test_a_case_can_be_linked_to_in_any_spelling_of_its_number(member):
    shown = words(member.get("/moter/innhold", params={"mote": MEETING, "sak": "sak 01/2031"}))
    assert "Sak 1/31: Innkjøp av traktorer" in shown


@pytest.mark.parametrize("query", ["?mote=tull", f"?mote={MEETING}&sak=99/31", f"?mote={MEETING}&sak=%3Cscript%3E"])
def test_an_address_that_leads_nowhere_is_kindly_said_to(member, query):
    page = member.get(f"/moter/innhold{query}")
    assert "finnes ikke i" in words(page)
    assert "<script>" not in page.text


def test_what_documents_and_addresses_say_is_never_html(tmp_path):
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    hostile = '<img src=x onerror="alert(1)">'
    deck = (
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide(f"Sak 1/31: Låven {hostile}"),
        slide("Om låven", f"• Låven er rød {hostile} og den skal males på nytt."),
        slide("Forslag til vedtak", f"Oppdiktrådet selger låven. {hostile}"),
    )
    archive.put(*written(tmp_path / "inn", *deck, name="lå've.pdf"))
    reader = client(archive, Reader("medlem", Role.MEMBER, internal=False))
    for path in (
        "/vedtak/treff",
        f"/vedtak/treff?sok={hostile}&organ={hostile}&mote={hostile}&sak={hostile}&status={hostile}",
        "/moter/innhold",
        "/moter/innhold?mote=2031-03-05-oppdiktradet",
        "/moter/innhold?mote=2031-03-05-oppdiktradet&sak=1/31",
    ):
        page = reader.get(path).text
        assert "onerror" in page or path == "/moter/innhold"
        assert "<img src=x" not in page


def test_a_long_register_is_shown_a_piece_at_a_time(tmp_path):
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    deck = [slide("Møte i Oppdiktrådet 5. mars 2031")]
    for number in range(1, 56):
        deck += [
            slide(f"Sak {number}/31: Sak om ting {number}"),
            slide("Forslag til vedtak", f"Rådet vedtar ting {number}."),
        ]
    archive.put(*written(tmp_path / "inn", *deck))
    reader = client(archive, Reader("medlem", Role.MEMBER, internal=False))
    page = reader.get("/vedtak/treff")
    assert (page.text.count('<li class="entry"'), "Vis flere (5 til)" in page.text) == (50, True)
    assert reader.get("/vedtak/treff?vis=100").text.count('<li class="entry"') == 55
