"""Who gets in, and what they may do and see, over real HTTP and past the pages."""

from __future__ import annotations

import hashlib
import json
import re
import socket
from dataclasses import replace

import gradio as gr
import pytest
from argon2 import PasswordHasher
from tests.council_embedding import StemEmbedding
from tests.deck_builder import document, slide, table
from tests.pdf_builder import Page as PdfPage
from tests.pdf_builder import pdf
from tests.two_councils import HEADER, OPPDIKT_SLIDES
from tests.web.visitor import Visitor, serving

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.archive.audit import AuditLog
from radsassistent.settings import Settings
from radsassistent.web import app, texts
from radsassistent.web.access import LogIn, Role, secretary_only
from radsassistent.web.admission import admission
from radsassistent.web.page import html
from radsassistent.web.sessions import Sessions
from radsassistent.web.site import site
from radsassistent.web.throttle import Throttle
from radsassistent.web.users import User, Users

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
DRAFT = "/last-opp/utkast/abc/fil?navn=a.pdf"
KARI, OLA, SIGNE = "kari sitt passord", "ola sitt passord", "signe sitt passord"
SECRET_SLIDES = (
    slide("Møte i Hemmeligutvalget 9. april 2032"),
    slide(
        "Dagsorden",
        table(
            HEADER,
            ("9/32", "Kjøp av ubåt", "Ulv Skjulesen", "10:00", "Drøfting"),
            ("10/32", "Skjul for ubåten", "Ulv Skjulesen", "11:00", "Drøfting"),
            (None, "Lunsj", None, "11:30", None),
            ("11/32", "Eventuelt", None, "12:00", None),
        ),
    ),
    slide("Sak 9/32: Kjøp av ubåt"),
)


def put(archive, folder, name, slides, overrides=""):
    """Take a deck in whose original is a PDF that can be drawn."""
    content = pdf(*(PdfPage().text(f"{name} {number}", 100, 100) for number, _ in enumerate(slides, start=1)))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    made = replace(document(*slides, name=name), sha256=hashlib.sha256(content).hexdigest())
    archive.put(made, folder / name, overrides=overrides)
    return made.sha256


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("adgang")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.open_sha = put(archive, folder / "1", "apen.pdf", OPPDIKT_SLIDES)
    archive.secret_sha = put(archive, folder / "2", "hemmelig.pdf", SECRET_SLIDES, 'klassifisering = "intern"')
    return archive


@pytest.fixture(scope="module")
def audit(archive):
    return AuditLog(archive.directory / "archive.db")


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture(scope="module")
def clock():
    return Clock()


@pytest.fixture(scope="module")
def users(tmp_path_factory):
    users = Users(tmp_path_factory.mktemp("brukere") / "users.toml", QUICK)
    users.put(User("kari", Role.SECRETARY), KARI)
    users.put(User("ola"), OLA)
    users.put(User("signe", internal=True), SIGNE)
    return users


def upload_page_with_an_event(page, blocks):
    """A page of the secretary's with an event that is guarded as theirs are."""
    page.head("last-opp")
    html("<h1>Last opp</h1>", "upload-title")
    said = gr.Textbox()
    sent = gr.Button("Publiser")

    @secretary_only(page)
    def publish(draft: str, request: gr.Request) -> str:
        return f"publisert av {page.access.reader(request).name}"

    sent.click(publish, said, said, api_visibility="private")


@pytest.fixture(scope="module")
def port(archive, users, clock, audit):
    access = LogIn(users, Sessions(3600, clock), throttle=Throttle(clock))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(app._BUILDERS, "last-opp", upload_page_with_an_event)
        ours = site(Assistant(archive), archive, access, Settings(archive=archive.directory, upload_max_mb=2), audit)
    with serving(ours) as port:
        yield port


@pytest.fixture
def visit(port):
    def visiting(name=None, password=None, **headers):
        visitor = Visitor(port, **headers)
        if name:
            assert visitor.log_in(name, password).status == 303
        return visitor

    return visiting


@pytest.fixture
def kari(visit):
    return visit("kari", KARI)


@pytest.fixture
def ola(visit):
    return visit("ola", OLA)


@pytest.fixture
def signe(visit):
    return visit("signe", SIGNE)


def index_of(visitor, page, last=True):
    """The number of an event of a page, as Gradio tells everybody who may see any page."""
    told = json.loads(visitor.get("/config").text)["page"][page]["dependencies"]
    return told[-1 if last else 0]


# Strangers


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/", "/logg-inn"),
        ("/vedtak", "/logg-inn?neste=%2Fvedtak"),
        ("/nn/last-opp", "/nn/logg-inn?neste=%2Fnn%2Flast-opp"),
        ("/en/", "/en/logg-inn"),
    ],
)
def test_a_stranger_is_sent_to_the_log_in_of_the_page_s_language(visit, path, to):
    response = visit().get(path)
    assert (response.status, response.headers["Location"]) == (303, to)
    assert visit().get(to).status == 200


def test_who_logs_in_in_another_language_comes_to_the_page_that_they_wanted_in_it(visit):
    shown = visit().get("/logg-inn?neste=%2Fvedtak").text
    for address in (
        "/logg-inn?neste=%2Fvedtak",
        "/nn/logg-inn?neste=%2Fnn%2Fvedtak",
        "/en/logg-inn?neste=%2Fen%2Fvedtak",
    ):
        assert f'href="{address}"' in shown
        assert visit().get(address).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/config",
        "/en/config",
        "/theme.css",
        "/gradio_api/app_id",
        "/gradio_api/startup-events",
        "/gradio_api/heartbeat/abc",
        "/gradio_api/queue/data?session_hash=abc",
        "/assets/index.js",
        "/static/img/logo.svg",
        "/original/{open}/apen.pdf",
        "/lysbilde/{open}/1.png",
    ],
)
def test_a_stranger_gets_nothing_but_the_log_in(visit, archive, path):
    response = visit().get(path.format(open=archive.open_sha))
    said = "You have to log in first." if path.startswith("/en/") else texts.NOT_LET_IN
    assert (response.status, response.text) == (401, said)


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/queue/join",
        "/gradio_api/run/predict",
        "/gradio_api/cancel",
        DRAFT,
        "/",
        "/nn/gradio_api/queue/join",
    ],
)
def test_a_stranger_can_send_nothing(visit, path):
    assert visit().post_json(path, {"data": [], "fn_index": 0}).status == 401


@pytest.mark.parametrize(
    "path",
    [
        "//",
        "//last-opp",
        "/LAST-OPP",
        "/Last-opp",
        "/last-opp//",
        "/%6cast-opp/..",
        "/%2e%2e/last-opp",
        "/./last-opp",
        "/vedtak/../last-opp",
        "/last%2dopp%00",
        "/last-opp%0a",
        "/nn//last-opp",
        "/nn/nn/last-opp",
        "/gradio_api/upload",
        "/gradio_api/upload_progress?upload_id=abc",
        "/login",
        "/logout",
        "/gradio_api/login_check",
        "/gradio_api/file=/etc/hostname",
        "/gradio_api/call/ask",
        "/gradio_api/component_server",
        "/monitoring",
    ],
)
def test_no_way_of_writing_an_address_leads_past_the_gateway(visit, kari, path):
    for visitor in (visit(), kari):
        response = visitor.get(path)
        assert response.status == 404
        assert response.text in (texts.NO_SUCH_PAGE, "Denne sida finst ikkje.")


def test_an_encoded_letter_of_a_secretary_s_page_is_the_same_page(ola):
    assert ola.get("/l%61st-opp").status == 403


def test_what_is_not_there_is_told_on_a_norwegian_page(kari):
    response = kari.get("/finnes-ikke", Accept="text/html,*/*")
    assert response.status == 404
    assert '<html lang="nb">' in response.text
    assert texts.NO_SUCH_PAGE in response.text
    assert "Denne sida finst ikkje." in kari.get("/nn/finst-ikkje", Accept="text/html").text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
def test_other_methods_are_refused(kari, method):
    assert kari.request(method, "/", None, {"Origin": f"http://{kari.host}"}).status == 405


def test_a_link_from_elsewhere_opens_for_those_who_are_logged_in(visit):
    """The browser keeps a strict cookie from a navigation that another site began."""
    response = visit().get("/vedtak", Sec_Fetch_Site="cross-site", Accept="text/html")
    assert response.status == 200
    assert 'http-equiv="refresh" content="0; url=/vedtak"' in response.text
    assert visit().get("/vedtak", Sec_Fetch_Site="same-origin").status == 303


# Logging in and out


def test_whoever_logs_in_comes_to_the_page_that_they_wanted(visit):
    visitor = visit()
    response = visitor.log_in("  OLA ", OLA, "/nn/logg-inn", "/nn/vedtak")
    assert (response.status, response.headers["Location"]) == (303, "/nn/vedtak")
    assert visitor.get("/nn/vedtak").status == 200
    assert visitor.get("/logg-inn").headers["Location"] == "/"


def test_the_cookie_is_for_this_server_alone_and_for_no_script(visit):
    cookie = visit().log_in("ola", OLA).headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert "max-age=3600" in cookie
    assert "domain" not in cookie


@pytest.mark.parametrize(
    "wanted",
    ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "/logg-ut", "/vedtak\r\nX: y"],
)
def test_no_log_in_leads_to_another_site(visit, wanted):
    assert visit().log_in("ola", OLA, wanted=wanted).headers["Location"] == "/"


def test_a_wrong_password_and_an_unknown_name_are_told_alike(visit, clock):
    clock.now += 4000
    wrong, unknown = (visit().log_in(name, "noe annet enn passordet") for name in ("ola", "finnes ikke"))
    assert wrong.status == unknown.status == 401
    assert texts.WRONG_PASSWORD in wrong.text
    assert wrong.text.replace("ola", "X") == unknown.text.replace("finnes ikke", "X")
    assert "Set-Cookie" not in wrong.headers


def test_a_name_that_is_tried_stands_on_the_form_as_text(visit, clock):
    clock.now += 4000
    told = visit().log_in('"><script>alert(1)</script>', "x").text
    assert "<script>" not in told
    assert "&lt;script&gt;" in told


def test_a_cookie_that_was_planted_is_no_session_before_and_not_the_session_after(visit):
    visitor = visit()
    visitor.cookies["radsassistent"] = "plantet"
    assert visitor.get("/").status == 303
    visitor.log_in("ola", OLA)
    first = visitor.cookies["radsassistent"]
    assert first != "plantet"
    visitor.log_in("ola", OLA)
    assert visitor.cookies["radsassistent"] != first
    old = visit()
    old.cookies["radsassistent"] = first
    assert old.get("/").status == 303


def test_whoever_logs_out_is_out_also_with_the_cookie_they_had(ola, visit):
    kept = dict(ola.cookies)
    response = ola.post("/logg-ut")
    assert (response.status, response.headers["Location"]) == (303, "/logg-inn")
    assert not ola.cookies
    other = visit()
    other.cookies = kept
    assert other.get("/").status == 303


def test_a_session_runs_out(visit, clock):
    visitor = visit("ola", OLA)
    clock.now += 3599
    assert visitor.get("/").status == 200
    clock.now += 2
    assert visitor.get("/").status == 303


def test_sessions_end_with_a_new_password_and_with_the_user(visit, users):
    users.put(User("gro"), "gro sitt passord")
    visitor = visit("gro", "gro sitt passord")
    users.put(User("gro"), "gro sitt andre passord")
    assert visitor.get("/").status == 303
    visitor.log_in("gro", "gro sitt andre passord")
    assert visitor.get("/").status == 200
    users.remove("gro")
    assert visitor.get("/").status == 303


def test_a_role_that_is_changed_counts_at_once(visit, users):
    users.put(User("per"), "per sitt passord")
    visitor = visit("per", "per sitt passord")
    assert visitor.get("/kvalitet").status == 403
    users.put(replace(users.named("per"), role=Role.SECRETARY))
    assert visitor.get("/kvalitet").status == 200
    users.remove("per")


def test_guessing_is_slowed_down_and_told_in_norwegian(visit, clock):
    clock.now += 4000
    visitor = visit()
    for _ in range(5):
        assert visitor.log_in("Signe", "gjetter på passordet").status == 401
    told = visitor.log_in(" signe", SIGNE)
    assert (told.status, told.headers["Retry-After"]) == (429, "5")
    assert "Vent 5 sekunder" in told.text
    clock.now += 5
    assert visitor.log_in("signe", "gjetter igjen og igjen").status == 401
    assert visitor.log_in("signe", SIGNE).headers["Retry-After"] == "10"
    clock.now += 10
    assert visitor.log_in("signe", SIGNE).status == 303


# What another site's page sends


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": None},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": "https://elsewhere.example", "X_Forwarded_Host": "elsewhere.example"},
    ],
)
def test_what_another_site_sends_is_refused(visit, ola, headers):
    body = {"data": [], "fn_index": 0, "session_hash": "fra-andre"}
    response = ola.post_json("/gradio_api/queue/join", body, **headers)
    assert (response.status, response.text) == (403, texts.OTHER_ORIGIN)
    assert visit().log_in("ola", OLA, **headers).status == 403
    assert ola.post("/logg-ut", **headers).status == 403
    assert ola.get("/").status == 200


def test_no_other_page_may_read_along(ola):
    for origin in ("http://localhost:1", "https://elsewhere.example", "null"):
        response = ola.get("/config", Origin=origin)
        assert not [name for name in response.headers if name.lower().startswith("access-control")]


# Members and the secretary


@pytest.mark.parametrize("path", ["/last-opp", "/kvalitet", "/nn/last-opp", "/en/kvalitet/", "/last-opp?x=1"])
def test_the_secretary_s_pages_are_kindly_refused_to_members(ola, kari, path, audit):
    response = ola.get(path, Accept="text/html")
    assert response.status == 403
    assert "sekretariat" in response.text or "secretariat" in response.text
    assert kari.get(path).status in (200, 301)
    assert list(audit.entries(who="ola"))[-1].action == "refused"


def test_a_member_cannot_call_the_secretary_s_event_past_its_page(ola, kari):
    number = index_of(ola, "last-opp")
    told = ola.event(number, "utkast", session_hash="ola1")
    assert told["success"] is False
    assert told["output"]["error"] == "Bare sekretariatet kan gjøre dette."
    assert ola.event(number, "utkast", session_hash="ola2", batched=True)["success"] is False
    run = ola.post_json("/gradio_api/run/predict", {"data": ["x"], "fn_index": number, "session_hash": "ola3"})
    assert run.status != 200 or "publisert" not in run.text
    told = kari.event(number, "utkast", session_hash="kari1")
    assert told["output"]["data"] == ["publisert av kari"]


def test_a_member_cannot_upload_and_what_is_below_the_secretary_s_pages_is_theirs(ola, kari, visit):
    assert visit().post(DRAFT, b"%PDF").status == 401
    for path in (DRAFT, "/nn" + DRAFT):
        assert ola.post(path, b"%PDF").status == 403
        # No draft of that name; without the header of our own pages nothing is taken in at all.
        assert kari.post(path, b"%PDF", X_Radsassistent="1").status == 404
        assert kari.post(path, b"%PDF").status == 403
    assert ola.post(DRAFT, b"0" * 4_000_000).status == 403


def test_an_upload_has_a_largest_size_also_when_it_does_not_tell_its_own(kari):
    large = b"0" * 3_100_000
    told = kari.post(DRAFT, large)
    assert (told.status, told.text) == (413, texts.TOO_LARGE.format(most=2))
    with socket.create_connection(("127.0.0.1", kari.port), 20) as sent:
        sent.sendall(
            f"POST /gradio_api/queue/join HTTP/1.1\r\nHost: {kari.host}\r\nOrigin: http://{kari.host}\r\n"
            f"Cookie: radsassistent={kari.cookies['radsassistent']}\r\nContent-Type: application/json\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        sent.sendall(b"%x\r\n%s\r\n0\r\n\r\n" % (len(large), large))
        assert sent.recv(100).startswith(b"HTTP/1.1 413")
    assert kari.post("/gradio_api/queue/join", b"0" * 1_000_001, Content_Type="application/json").status == 413


def test_the_page_shows_who_is_logged_in_and_hides_what_is_the_secretary_s(ola, kari):
    members, secretarys = ola.get("/").text, kari.get("/nn/").text
    assert 'lang="nb" data-role="member"' in members
    assert "<strong>ola</strong>" in members
    assert 'action="/logg-ut"' in members
    assert 'lang="nn" data-role="secretary"' in secretarys
    assert "Logga inn som <strong>kari</strong>" in secretarys


def test_nobody_can_listen_to_another_s_page(ola, kari):
    kari.event(index_of(kari, "last-opp"), "utkast", session_hash="karis-side")
    for response in (
        ola.get("/gradio_api/queue/data?session_hash=karis-side"),
        ola.get("/gradio_api/queue/data?session_hash=min-egen&session_hash=karis-side"),
        ola.get("/gradio_api/heartbeat/karis-side"),
        ola.post_json("/gradio_api/queue/join", {"data": [], "fn_index": 0, "session_hash": "karis-side"}),
        ola.post_json("/gradio_api/cancel", {"session_hash": "karis-side", "fn_index": 0, "event_id": "x"}),
    ):
        assert (response.status, response.text) == (403, texts.OTHER_SESSION)
    assert ola.post("/gradio_api/queue/join", b"{", Content_Type="application/json").status == 400
    assert ola.post_json("/gradio_api/queue/join", {"session_hash": ["karis-side"]}).status == 400


# Internal documents


def test_files_and_pictures_of_internal_documents_are_there_for_their_readers_alone(ola, kari, signe, archive):
    for path in (f"/original/{archive.secret_sha}/x.pdf", f"/lysbilde/{archive.secret_sha}/1.png"):
        told = signe.get(path)
        assert told.status == 200
        assert told.headers["Cache-Control"] == "no-store"
        # Once drawn, the picture is in the cache; also then it is not everybody's.
        for other in (ola, kari):
            refused = other.get(path)
            assert refused.status == 404
            assert refused.text == other.get(path.replace(archive.secret_sha, "b" * 64)).text
    for path in (f"/original/{archive.open_sha}/x.pdf", f"/lysbilde/{archive.open_sha}/1.png"):
        assert ola.get(path).headers["Cache-Control"].startswith("private")


def test_answers_lists_and_examples_are_without_them_past_the_page_too(ola, signe):
    asking, arriving = index_of(ola, "", last=False), index_of(ola, "")
    question = "Hvem legger frem sak 9/32?"
    assert "Skjulesen" in str(signe.event(asking, question, "", None, session_hash="signe-spor"))
    assert "Skjulesen" not in str(ola.event(asking, question, "", None, session_hash="ola-spor"))
    told = {
        visitor: visitor.post_json(
            "/gradio_api/run/predict", {"data": [], "fn_index": arriving, "session_hash": f"kom-{place}"}
        ).text
        for place, visitor in enumerate((ola, signe))
    }
    assert "Hemmeligutvalget" in told[signe]
    assert "9/32" in told[signe] or "10/32" in told[signe]
    assert "Oppdiktrådet" in told[ola]
    assert "Hemmeligutvalget" not in told[ola]
    assert "/32" not in told[ola]


SECRETS = ("Hemmeligutvalget", "Skjulesen", "Kjøp av ubåt")
IN_SECRET = {"meetings": [["Hemmeligutvalget", "2032-04-09"]]}


def of_the_chat(visitor, name, archive, key=""):
    """All that the chat page's events and addresses tell a visitor who asks for what is internal, each by its name."""
    typed, pressed, *_, restoring, _, arriving = json.loads(visitor.get("/config").text)["page"][""]["dependencies"]
    asked = {"question": "Hvem legger frem sak 9/32?", "scope": IN_SECRET}

    def at_once(event, session, data=(), **more):
        sent = {"data": list(data), "fn_index": event, "session_hash": f"{name}-{session}", **more}
        return visitor.post_json("/gradio_api/run/predict", sent).text

    scope = json.dumps(IN_SECRET)
    told = {
        "typed": str(visitor.event(typed, asked["question"], scope, None, session_hash=f"{name}-1")),
        "pressed": str(visitor.event(pressed, None, session_hash=f"{name}-2", event_data=asked)),
        "restored": at_once(restoring, 3, [None], event_data={"turns": [asked]}),
        "arrived": at_once(arriving, 4),
    }
    if key:
        told["kept"] = at_once(restoring, 5, [None], event_data={"key": key, "turns": [{"question": "Hei?"}]})
    return told


def test_the_chat_is_without_them_whatever_a_browser_sends(ola, signe, archive):
    hers = of_the_chat(signe, "signe-alt", archive)
    for event, text in hers.items():
        assert any(secret in unescaped(text) for secret in SECRETS), event
    key = re.search(r'data-key=\\*"([\w-]+)', hers["typed"])[1]
    for event, text in of_the_chat(ola, "ola-alt", archive, key).items():
        assert not any(secret in unescaped(text) for secret in SECRETS), event
    for address in ("1.png", "1.json", "2.json?ord=Skjulesen&om=9/32"):
        path = f"/lysbilde/{archive.secret_sha}/{address}"
        assert (signe.get(path).status, ola.get(path).status) == (200, 404)
        assert ola.get(path).text == ola.get(path.replace(archive.secret_sha, "b" * 64)).text


def unescaped(text):
    """Gradio's JSON writes letters beyond ASCII as they are, or as \\u….."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


# The log


def test_what_is_done_is_logged_without_the_words_of_the_question(ola, audit):
    ola.event(index_of(ola, "", last=False), "Hva koster vaffeljernet?", "", None, session_hash="til-loggen")
    ola.post("/logg-ut")
    entries = list(audit.entries(who="ola"))
    assert {"logged in", "asked", "logged out"} <= {entry.action for entry in entries}
    assert not [entry for entry in audit.entries() if "vaffel" in entry.subject]


# Headers


def test_every_response_tells_the_browser_to_keep_to_itself(visit, ola, archive):
    for response in (
        visit().get("/logg-inn"),
        visit().get("/config"),
        visit().get("/finnes-ikke"),
        ola.get("/"),
        ola.get("/config"),
        ola.get(f"/original/{archive.open_sha}/x.pdf"),
    ):
        assert response.headers["X-Frame-Options"] == "DENY"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in response.headers["Permissions-Policy"]
        assert response.headers["Cache-Control"].startswith(("no-store", "private"))
        assert "Strict-Transport-Security" not in response.headers
        assert "Server" not in response.headers
    assert "frame-ancestors 'none'" in visit().get("/logg-inn").headers["Content-Security-Policy"]


# Other ways of being let in


@pytest.fixture(scope="module")
def own_port(archive):
    with serving(site(Assistant(archive), archive, None, Settings(archive=archive.directory))) as port:
        yield port


def test_on_this_machine_nobody_logs_in(own_port):
    visitor = Visitor(own_port)
    assert visitor.get("/last-opp").status == 200
    assert visitor.get("/logg-inn").status == 404
    assert "account" not in visitor.get("/").text


@pytest.mark.parametrize(
    "headers",
    [{"Host": "elsewhere.example"}, {"Host": "192.168.1.5:7860"}, {"X_Forwarded_For": "192.0.2.7"}, {"Host": "a@b:c"}],
)
def test_what_reaches_this_machine_by_another_name_or_a_proxy_is_refused(own_port, headers):
    response = Visitor(own_port).get("/", Accept="text/html", **headers)
    assert response.status == 403
    assert texts.NOT_OWN_MACHINE in response.text


def test_another_site_cannot_make_the_browser_of_this_machine_send_anything(own_port):
    visitor = Visitor(own_port)
    body = {"data": [], "fn_index": 0, "session_hash": "x"}
    assert visitor.post_json("/gradio_api/queue/join", body, Origin="https://elsewhere.example").status == 403


@pytest.fixture(scope="module")
def behind_proxy(archive, tmp_path_factory):
    """The site behind a proxy on this machine, which is believed; `elsewhere` is the same site where it is not."""
    users = Users(tmp_path_factory.mktemp("proxy") / "users.toml", QUICK)
    users.put(User("kari@oppdikt.example", Role.SECRETARY, internal=True))

    def made(*addresses):
        settings = Settings(
            archive=archive.directory,
            users_file=users.path,
            proxy_header="X-Forwarded-User",
            proxy_addresses=",".join(addresses),
            https=True,
        )
        return site(Assistant(archive), archive, admission(settings, "0.0.0.0"), settings)

    with serving(made("127.0.0.0/8")) as believed, serving(made("192.0.2.1")) as elsewhere:
        yield believed, elsewhere


def test_whom_the_proxy_names_is_let_in_with_the_role_of_the_file_or_the_default(behind_proxy, archive):
    believed, _ = behind_proxy
    kari = Visitor(believed, X_Forwarded_User="Kari@Oppdikt.example")
    other = Visitor(believed, X_Forwarded_User="ola@oppdikt.example")
    secret = f"/original/{archive.secret_sha}/x.pdf"
    assert [kari.get(path).status for path in ("/", "/last-opp", secret)] == [200, 200, 200]
    assert [other.get(path).status for path in ("/", "/last-opp", secret)] == [200, 403, 404]
    page = kari.get("/").text
    assert "<strong>kari@oppdikt.example</strong>" in page
    assert "/logg-ut" not in page


def test_the_header_is_believed_from_the_proxy_alone(behind_proxy):
    believed, elsewhere = behind_proxy
    for visitor in (
        Visitor(elsewhere, X_Forwarded_User="kari@oppdikt.example"),
        Visitor(elsewhere, X_Forwarded_User="kari@oppdikt.example", X_Forwarded_For="192.0.2.1"),
        Visitor(believed),
        Visitor(believed, X_Forwarded_User=""),
        Visitor(believed, X_Forwarded_User="<script>"),
        Visitor(believed, X_Forwarded_User="ola", x_forwarded_user="kari@oppdikt.example"),
    ):
        for path in ("/", "/config", "/last-opp"):
            assert visitor.get(path).status == 403
        assert visitor.get("/logg-inn").status == 404


def test_behind_https_the_browser_is_told_so_and_addresses_are_https(behind_proxy):
    believed, _ = behind_proxy
    response = Visitor(believed, X_Forwarded_User="ola", X_Forwarded_Host="raad.example").get("/")
    assert response.headers["Strict-Transport-Security"].startswith("max-age=")
    assert '"root":"https://raad.example"' in response.text


def test_a_file_of_users_that_is_broken_lets_nobody_in_and_tells_no_secrets(archive, tmp_path):
    users = Users(tmp_path / "users.toml", QUICK)
    users.put(User("kari"), KARI)
    with serving(site(Assistant(archive), archive, LogIn(users, Sessions(60)), Settings())) as port:
        visitor = Visitor(port)
        assert visitor.log_in("kari", KARI).status == 303
        users.path.write_text("[users.kari]\nrole = 'konge'\n")
        for response in (visitor.get("/"), visitor.log_in("kari", KARI)):
            assert (response.status, response.text) == (503, texts.NOT_WORKING)


def test_where_https_is_used_the_cookie_is_sent_by_nothing_else(archive, users):
    access = LogIn(users, Sessions(60), secure=True)
    with serving(site(Assistant(archive), archive, access, Settings(https=True))) as port:
        visitor = Visitor(port)
        cookie = visitor.log_in("ola", OLA, Origin=f"https://{visitor.host}").headers["Set-Cookie"]
        assert cookie.startswith("__Host-radsassistent=")
        assert "; Secure" in cookie
        assert visitor.get("/").status == 200
