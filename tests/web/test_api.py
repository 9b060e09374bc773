"""The API for other programs, over HTTP: what it answers with, and what it says when it can't."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from argon2 import PasswordHasher
from tests.council_embedding import StemEmbedding
from tests.decided_council import COUNCIL, DECK, JUNE_MINUTES, MINUTES, decided_council, hold_in_june
from tests.deck_builder import written
from tests.serving import Guest, served
from tests.two_councils import FANTASI, FANTASI_DECK, FANTASI_SLIDES, OPPDIKT, OPPDIKT_DECK, OPPDIKT_SLIDES

from radsassistent.answers import Assistant
from radsassistent.answers.answer import Note, Sentence
from radsassistent.archive import Archive
from radsassistent.web.access import LogIn, OwnMachine, Role
from radsassistent.web.request_limit import LARGEST_REQUEST
from radsassistent.web.sessions import Sessions
from radsassistent.web.site import site
from radsassistent.web.users import User, Users

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
ABILITIES = [("POST", "/api/v1/sok"), ("POST", "/api/v1/spor"), ("GET", "/api/v1/vedtak")]


@pytest.fixture(scope="module")
def api(councils):
    with served(site(Assistant(councils), councils)) as serving:
        yield serving


@pytest.fixture
def broken(small_archive, said):
    with served(site(said.assistant(error=KeyError("secret detail")), small_archive)) as serving:
        yield serving


def test_a_search_gives_the_slides_with_the_likeliest_first(api):
    found = api.post("/api/v1/sok", {"question": "Hvilken farge skal traktorene ha?", "limit": 3}).json
    first = found["slides"][0]
    assert (first["body"], first["meeting"], first["case"]) == (OPPDIKT, "2031-03-05", "5/31")
    assert (first["document"], first["slide"], first["title"]) == (OPPDIKT_DECK, 5, "Om traktorene")
    assert first["excerpt"] == "Traktorene skal være grønne og gå på elektrisitet."
    assert len(found["slides"]) == 3
    scores = [slide["score"] for slide in found["slides"]]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[0] <= 1


def test_a_found_slide_tells_where_the_file_is_served(api):
    first = api.post("/api/v1/sok", {"question": "traktorene", "limit": 1}).json["slides"][0]
    original = api.get(first["original"])
    assert original.status == 200
    assert OPPDIKT_DECK.encode() in original.body


@pytest.mark.parametrize(
    ("scope", "bodies"),
    [
        ({"bodies": [FANTASI]}, {FANTASI}),
        ({"meetings": [{"body": OPPDIKT, "date": "2031-03-05"}]}, {OPPDIKT}),
        ({"everywhere": True}, {FANTASI, OPPDIKT}),
    ],
)
def test_a_search_stays_in_its_scope(api, scope, bodies):
    found = api.post("/api/v1/sok", {"question": "Hva handler sak 5/31 om?", "scope": scope, "limit": 50}).json
    assert {slide["body"] for slide in found["slides"]} == bodies


def test_an_answer_has_its_slide_for_every_sentence(api):
    said = api.post("/api/v1/spor", {"question": "Hva koster forvaltning av traktorer i 2031?"}).json
    assert said["abstained"] is False
    assert "17,5 millioner kroner" in said["answer"]
    assert said["answer"] == "\n".join(sentence["text"] for sentence in said["sentences"])
    for sentence in said["sentences"]:
        assert [(c["document"], c["slide"]) for c in sentence["citations"]] == [(OPPDIKT_DECK, 6)]
        assert sentence["citations"][0]["quote"] == "17,5"


def test_what_the_documents_do_not_say_is_said_to_be_missing(api):
    said = api.post("/api/v1/spor", {"question": "Hva koster inngangsbilletten til badeparken?"}).json
    assert said["abstained"] is True
    assert all(sentence["citations"] == [] for sentence in said["sentences"])


def test_a_follow_up_goes_on_from_the_earlier_questions(api):
    asked = {"question": "Når begynner den?", "conversation": ["Hvem legger frem sak 6/31?"]}
    said = api.post("/api/v1/spor", asked).json
    assert said["understood"] == "Søker i: sak 6/31"
    assert "09:45" in said["answer"]


def test_two_programs_share_no_conversation(api):
    api.post("/api/v1/spor", {"question": "Hvem legger frem sak 6/31?"})
    assert "6/31" not in api.post("/api/v1/spor", {"question": "Når begynner den?"}).json["understood"]


def test_a_note_of_a_sentence_is_told(small_archive, said):
    sentence = Sentence("Rådet godkjenner innkjøpet.", (said.cited(),), Note.PROPOSAL)
    with served(site(said.assistant(said.answered("Hva?", sentence)), small_archive)) as serving:
        told = serving.post("/api/v1/spor", {"question": "Hva?"}).json
    assert told["sentences"][0]["note"] == "proposal"


def test_what_is_only_proposed_stands_in_the_register_as_forslag(api):
    found = api.get("/api/v1/vedtak").json
    assert found["total"] == len(found["decisions"]) == 3
    assert {row["status"] for row in found["decisions"]} == {"forslag"}
    assert [row["meeting"] for row in found["decisions"]] == ["2031-04-09", "2031-03-05", "2031-03-05"]


@pytest.mark.parametrize(
    ("filters", "cases"),
    [
        ("body=Fantasiutvalget", ["5/31"]),
        ("meeting=2031-03-05", ["5/31", "6/31"]),
        ("case=6/31", ["6/31"]),
        ("status=forslag", ["5/31", "5/31", "6/31"]),
        ("status=vedtatt", []),
        ("from=2031-04-01", ["5/31"]),
        ("to=2031-03-05&q=VAFFELJERN", ["6/31"]),
    ],
)
def test_the_register_is_filtered(api, filters, cases):
    found = api.get(f"/api/v1/vedtak?{filters}").json
    assert [row["case"] for row in found["decisions"]] == cases


def test_what_minutes_decide_is_told_with_its_proposal(tmp_path):
    archive = decided_council(tmp_path, StemEmbedding())
    with served(site(Assistant(archive), archive)) as serving:
        rows = serving.get(f"/api/v1/vedtak?body={quote(COUNCIL)}").json["decisions"]
    told = {row["case"]: row for row in rows}
    assert {row["status"] for row in rows} >= {"vedtatt", "avvist"}
    assert all(row["document"] == MINUTES for row in rows if row["status"] != "forslag")
    assert told["1/31"]["proposal"]["text"] == "Oppdiktrådet tar saken om traktorer til orientering."
    assert told["1/31"]["proposal"]["document"] == DECK


def test_a_postponed_case_is_told_with_the_meeting_that_took_it_up(tmp_path):
    archive = decided_council(tmp_path, StemEmbedding())
    hold_in_june(archive, tmp_path)
    with served(site(Assistant(archive), archive)) as serving:
        rows = {row["case"]: row for row in serving.get("/api/v1/vedtak?status=utsatt").json["decisions"]}
        assert serving.get("/api/v1/vedtak?case=1/31").json["decisions"][0]["turns"] == []
    first, then = rows["3/31"]["turns"]
    assert (first["meeting"], first["case"], first["status"]) == ("2031-03-05", "3/31", "utsatt")
    assert (then["meeting"], then["case"], then["status"]) == ("2031-06-10", "14/31", "vedtatt")
    assert (then["document"], then["slide"]) == (JUNE_MINUTES, 1)
    assert then["original"].endswith(f"/{JUNE_MINUTES}#page=1")


def test_the_register_tells_how_many_rows_are_left_out(api):
    found = api.get("/api/v1/vedtak?limit=1").json
    assert (found["total"], len(found["decisions"])) == (3, 1)


@pytest.mark.parametrize(
    ("path", "body", "told"),
    [
        ("sok", {}, "«question» mangler."),
        ("sok", {"question": "  "}, "«question» er tom."),
        ("spor", {"question": "x" * 2001}, "«question» er for lang, høyst 2000 tegn."),
        ("sok", {"question": "x", "limit": 51}, "«limit» må være høyst 50."),
        ("sok", {"question": "x", "limt": 5}, "«limt» finnes ikke."),
        ("spor", {"question": 7}, "«question» må være tekst."),
        ("spor", {"question": "x", "conversation": ["x"] * 11}, "«conversation» har for mange ledd, høyst 10."),
        ("sok", {"question": "x", "scope": {"meetings": [{"body": "B", "date": "i går"}]}},
         "«scope.meetings.0.date» må være en dato som 2026-02-12."),
        ("sok", [], "Innholdet må være et JSON-objekt."),
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_used_is_told_what_is_wrong(api, path, body, told):
    reply = api.post(f"/api/v1/{path}", body)
    assert reply.status == 422
    assert reply.headers["content-type"] == "application/problem+json"
    assert (reply.json["title"], reply.json["status"]) == ("Forespørselen kan ikke brukes", 422)
    assert reply.json["detail"] == told


def test_a_period_that_ends_before_it_begins_is_told(api):
    reply = api.get("/api/v1/vedtak?from=2031-05-01&to=2031-04-01")
    assert (reply.status, reply.json["detail"]) == (422, "«to» er før «from». Bytt om på datoene.")
    assert [fault["field"] for fault in reply.json["errors"]] == ["to"]
    assert api.get("/api/v1/vedtak?from=2031-05-01&to=2031-05-01").status == 200


def test_several_faults_are_told_field_by_field(api):
    faults = api.get("/api/v1/vedtak?status=bestemt&from=i+dag&limit=0").json["errors"]
    assert [fault["field"] for fault in faults] == ["status", "from", "limit"]
    assert "'utsatt'" in faults[0]["detail"]


def test_what_was_sent_is_not_sent_back(api):
    reply = api.post("/api/v1/sok", {"question": "x", "limit": "<script>alert(1)</script>"})
    assert reply.status == 422
    assert b"script" not in reply.body


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/v1/sok", 405), ("POST", "/api/v1/vedtak", 405), ("GET", "/api/v1/nei", 404)],
)
def test_an_address_that_is_not_there_is_a_problem_too(api, method, path, status):
    reply = api.request(method, path)
    assert reply.status == reply.json["status"] == status
    assert reply.headers["content-type"] == "application/problem+json"
    assert "/api/v1/" in reply.json["detail"]


def test_a_form_of_another_site_cannot_ask(api):
    reply = api.request("POST", "/api/v1/spor", b'{"question": "Hvem?"}', Content_Type="text/plain")
    assert reply.status == 422


def test_a_request_that_is_too_large_is_refused(api):
    reply = api.post("/api/v1/spor", {"question": "x" * LARGEST_REQUEST})
    assert reply.status == reply.json["status"] == 413


def test_broken_json_is_told_of(api):
    reply = api.request("POST", "/api/v1/spor", b"{", Content_Type="application/json")
    assert (reply.status, reply.json["detail"]) == (422, "Innholdet er ikke gyldig JSON.")


@pytest.fixture(scope="module")
def guarded(councils, tmp_path_factory):
    """A site with log-in, and the cookie of somebody who has logged in."""
    users = Users(tmp_path_factory.mktemp("brukere") / "users.toml", QUICK)
    kari = users.put(User("kari", Role.MEMBER, internal=False), "kari sitt passord")
    access = LogIn(users, Sessions(3600))
    with served(site(Assistant(councils), councils, access)) as serving:
        yield serving, f"{access.cookie}={access.sessions.begin(kari.name, kari.hash)}"


@pytest.mark.parametrize(("method", "path"), ABILITIES)
def test_nobody_is_told_anything_before_logging_in(guarded, method, path):
    body = json.dumps({"question": "Hvem legger frem sak 6/31?"}).encode() if method == "POST" else None
    serving, cookie = guarded
    reply = serving.request(method, path, body, Content_Type="application/json")
    assert reply.status == reply.json["status"] == 401
    assert reply.headers["content-type"] == "application/problem+json"
    assert serving.request(method, path, body, Content_Type="application/json", Cookie=cookie).status == 200


def test_another_site_cannot_ask_with_the_readers_cookie(guarded):
    serving, cookie = guarded
    asked = {"question": "Hvem legger frem sak 6/31?"}
    reply = serving.post("/api/v1/spor", asked, Cookie=cookie, Origin="http://eksempel.test")
    assert reply.status == reply.json["status"] == 403


@pytest.fixture(scope="module")
def half_internal(tmp_path_factory):
    """The council's meeting is open, the committee's is internal."""
    folder = tmp_path_factory.mktemp("halvt")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder / "a", *OPPDIKT_SLIDES, name=OPPDIKT_DECK))
    archive.put(*written(folder / "b", *FANTASI_SLIDES, name=FANTASI_DECK), overrides='klassifisering = "intern"')
    return archive


@pytest.mark.parametrize(("access", "sees"), [(Guest(), False), (OwnMachine(), True)])
def test_what_is_internal_is_for_those_who_may_see_it(half_internal, access, sees):
    with served(site(Assistant(half_internal), half_internal, access)) as serving:
        found = serving.post("/api/v1/sok", {"question": "Seilbåter til fantasifjorden", "limit": 50}).json
        said = serving.post("/api/v1/spor", {"question": "Hvem legger frem sak 8/31?"}).json
        register = serving.get("/api/v1/vedtak").json
    assert (FANTASI in {slide["body"] for slide in found["slides"]}) is sees
    assert ("Storm Bryggevoll" in said["answer"]) is sees
    assert (FANTASI in {row["body"] for row in register["decisions"]}) is sees
    assert register["total"] == 2 + sees


def test_what_went_wrong_inside_is_logged_and_not_told(broken, caplog):
    reply = broken.post("/api/v1/spor", {"question": "Hvem?"})
    assert (reply.status, reply.json["title"]) == (500, "Noe gikk galt")
    assert b"secret" not in reply.body
    assert "secret detail" in caplog.text


def test_an_empty_archive_says_that_it_is_empty(tmp_path):
    archive = Archive.open(tmp_path, StemEmbedding())
    with served(site(Assistant(archive), archive)) as serving:
        reply = serving.post("/api/v1/sok", {"question": "Hvem?"})
        assert serving.get("/api/v1/vedtak").json == {"total": 0, "decisions": []}
    assert reply.status == 503
    assert "tomt" in reply.json["detail"]


def test_the_description_tells_every_address_and_what_a_problem_is(api):
    described = api.get("/api/v1/openapi.json").json
    assert [
        (method.upper(), f"/api/v1{path}") for path, each in described["paths"].items() for method in each
    ] == ABILITIES
    assert described["servers"] == [{"url": "/api/v1"}]
    for path, operations in described["paths"].items():
        for operation in operations.values():
            told = operation["responses"]
            assert set(told["422"]["content"]) == {"application/problem+json"}, path
            assert operation["operationId"] == path.strip("/")


class _Asked(HTMLParser):
    """What a page asks for when it is opened, and the ids that it has."""

    def __init__(self, page):
        super().__init__()
        self.addresses, self.links, self.ids = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.ids.append(said.get("id"))
        if tag == "a":
            self.links.append(said["href"])
        else:
            self.addresses += [value for name, value in attrs if name in ("src", "href")]


def test_the_page_about_the_api_loads_nothing_from_outside(api):
    reply = api.get("/api/v1/")
    assert reply.status == 200
    asked = _Asked(reply.body.decode())
    assert asked.addresses == ["/favicon.ico", "/stil.css"]
    assert "default-src 'self'" in reply.headers["content-security-policy"]


def test_the_page_about_the_api_has_what_it_points_to(api):
    asked = _Asked(api.get("/api/v1/").body.decode())
    assert {link.removeprefix("#") for link in asked.links if link.startswith("#")} <= set(asked.ids)
    assert api.get("/api/v1").headers["location"] == "/api/v1/"
