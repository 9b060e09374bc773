"""The site over HTTP: what it serves, what it refuses, and which address it takes."""

from __future__ import annotations

import http.client
import json
import socket
import threading

import pytest

from radsassistent.settings import Settings
from radsassistent.web import texts
from radsassistent.web.server import AddressError, ChatServer
from radsassistent.web.slides import WIDTHS


@pytest.fixture(scope="module")
def server(lasting_archive, said):
    server = ChatServer(said.assistant(), lasting_archive, "127.0.0.1", 0)
    up = threading.Event()
    thread = threading.Thread(target=server.run, args=(lambda address: up.set(),))
    thread.start()
    assert up.wait(20)
    yield server
    server.stop()
    thread.join(20)
    assert not thread.is_alive()


@pytest.fixture
def get(server):
    def getting(path):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    return getting


def test_the_page_is_norwegian_in_our_style_and_points_nowhere_else(get):
    response, body = get("/")
    page = body.decode()
    assert response.status == 200
    assert 'lang="nb"' in page
    assert 'href="/stil.css"' in page
    assert "Denne siden trenger JavaScript" in page
    assert "raw.githubusercontent.com" not in page
    assert "fonts.googleapis.com" not in page
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]


def test_no_endpoint_of_the_page_is_public(get):
    config = json.loads(get("/config")[1])
    assert {dependency["api_visibility"] for dependency in config["dependencies"]} == {"private"}
    assert config["footer_links"] == []


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/info",
        "/gradio_api/openapi.json",
        "/gradio_api/upload",
        "/gradio_api/file=/etc/hostname",
        "/gradio_api/proxy=http://127.0.0.1/",
        "/gradio_api/runs",
        "/monitoring",
        "/docs",
        "/openapi.json",
        "/manifest.json",
    ],
)
def test_what_the_page_does_not_use_is_not_served(get, path):
    response, body = get(path)
    assert response.status == 404
    assert body.decode() == texts.NO_SUCH_PAGE


def test_a_slide_is_served_as_a_picture(get, said):
    response, body = get(f"/lysbilde/{said.sha256}/1.png?bredde={WIDTHS[1]}")
    assert response.status == 200
    assert response.headers["Content-Type"] == "image/png"
    assert body.startswith(b"\x89PNG")


@pytest.mark.parametrize("rest", ["3.png", "1.png?bredde=4000"])
def test_a_slide_that_is_not_there_is_a_kind_404(get, said, rest):
    response, body = get(f"/lysbilde/{said.sha256}/{rest}")
    assert response.status == 404
    assert body.decode() == texts.NO_SUCH_SLIDE


def test_what_is_shown_with_a_slide_is_told_as_json(get, said):
    response, body = get(f"/lysbilde/{said.sha256}/1.json?ord=finnes%20ikke&om=noe")
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Cache-Control"] == "no-store"
    assert json.loads(body) == {"slide": 1, "of": 0, "case": None, "marks": [], "text": "", "why": ""}


@pytest.mark.parametrize("path", [f"{'b' * 64}/1.json", f"{'a' * 64}/0.json", f"{'a' * 64}/1.json?om={'x' * 5000}"])
def test_nothing_is_told_of_a_slide_that_is_not_there_or_for_words_without_end(get, path):
    assert get(f"/lysbilde/{path}")[0].status in (404, 422)


def test_an_original_opens_in_the_browser_under_its_name(get, said):
    response, body = get(f"/original/{said.sha256}/m%C3%B8te.pdf")
    assert response.status == 200
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("inline")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert body.startswith(b"%PDF")


@pytest.mark.parametrize("sha256", ["b" * 64, "..%2f..%2fetc", "*", "A" * 64])
def test_only_archived_originals_can_be_reached(get, sha256):
    response, body = get(f"/original/{sha256}/x.pdf")
    assert response.status in (404, 422)
    assert not body.startswith(b"%PDF")


def test_a_busy_port_is_named_with_the_way_out(small_archive, said):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=f"Port {port} er opptatt.*--port.*PORT="):
            ChatServer(said.assistant(), small_archive, "127.0.0.1", port)


def test_an_address_of_another_machine_is_named_with_the_way_out(small_archive, said):
    behind = Settings(proxy_header="X-Forwarded-User", proxy_addresses="127.0.0.1")
    with pytest.raises(AddressError, match=r"192\.0\.2\.1 .*--host"):
        ChatServer(said.assistant(), small_archive, "192.0.2.1", 0, behind)
