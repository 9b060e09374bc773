"""A site with an empty archive of its own, and people who may do different things, told apart by a cookie."""

from __future__ import annotations

import http.client
import json
import re
import threading
import time
from contextlib import contextmanager
from types import SimpleNamespace
from urllib.parse import quote

from tests.council_embedding import StemEmbedding

from radsassistent.archive import Archive
from radsassistent.archive.audit import AuditLog
from radsassistent.settings import Settings
from radsassistent.web.access import Reader, Role
from radsassistent.web.site import site

PAPER = """# Møte i Oppdiktrådet 13. februar 2026

## Sak 3/26 Troll

Forslag til vedtak: Oppdiktrådet freder trollet.

## Sak 4/26 Nisser

Forslag til vedtak: Oppdiktrådet gir nissen grøt.
"""


PEOPLE = {
    "kari": Reader("kari", Role.SECRETARY, internal=True),
    "ola": Reader("ola", Role.SECRETARY, internal=True),
    "siri": Reader("siri", Role.SECRETARY, internal=False),
    "medlem": Reader("medlem", Role.MEMBER, internal=True),
}


class ByCookie:
    """Whoever the cookie «hvem» names; nobody without one."""

    def __init__(self, otherwise=None):
        self._otherwise = otherwise

    refusal = "Logg inn."

    def identify(self, connection):
        return PEOPLE.get(connection.cookies.get("hvem", self._otherwise))

    def reader(self, request):
        return request.state.reader


class Silent:
    """An assistant that is never asked."""

    def ask(self, question, conversation=None, scope=None, *, internal=True):
        raise AssertionError("asked")


@contextmanager
def served(folder, otherwise=None, **settings):
    """Serves the site over a new archive in the folder; gives `archive`, `audit`, `drop`, `reports`, `address` and `ask`."""
    from radsassistent.web import server

    archive = Archive.open(folder / "arkiv", StemEmbedding(), lock_wait=0.1)
    drop, reports = folder / "inn", folder / "rapporter"
    chosen = Settings(archive=archive.directory, ingest_folder=drop, report_folder=reports, **settings)
    audit = AuditLog(archive.directory / "archive.db")
    app = site(Silent(), archive, ByCookie(otherwise), chosen, audit)
    import uvicorn

    uvicorn_server = server._AnnouncingServer(app)
    socket = server._listening("127.0.0.1", 0)
    up = threading.Event()
    uvicorn_server.announce = up.set
    thread = threading.Thread(target=uvicorn_server.run, kwargs={"sockets": [socket]})
    thread.start()
    assert isinstance(uvicorn_server, uvicorn.Server)
    try:
        assert up.wait(60)
        port = socket.getsockname()[1]
        yield SimpleNamespace(
            archive=archive,
            audit=audit,
            drop=drop,
            reports=reports,
            address=f"http://127.0.0.1:{port}/",
            ask=lambda *given, **named: asked(port, *given, **named),
        )
    finally:
        uvicorn_server.should_exit = True
        thread.join(30)
        socket.close()


def asked(port, path, method="GET", who="kari", value=None, *, body=None, own=True, raw=False):
    """One request; gives the status and the text of the answer."""
    headers = {"Cookie": f"hvem={who}"} if who else {}
    if own:
        headers |= {"X-Radsassistent": "1", "Origin": f"http://127.0.0.1:{port}"}
    if value is not None:
        body = json.dumps(value).encode()
        headers["Content-Type"] = "application/json"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    content = answer.read()
    text = content if raw else content.decode()
    connection.close()
    return SimpleNamespace(status=answer.status, text=text, headers=answer.headers)


def uploaded(running, files, who="kari"):
    """Uploads files and waits until they are read; gives the id of the draft and its page."""
    draft = re.search(r'"id":"([\w-]+)"', running.ask("/last-opp/utkast", "POST", who).text)[1]
    for name, text in files.items():
        body = text if isinstance(text, bytes) else text.encode()
        answer = running.ask(f"/last-opp/utkast/{draft}/fil?navn={quote(name)}", "POST", who, body=body)
        assert answer.status == 204
    assert running.ask(f"/last-opp/utkast/{draft}/les", "POST", who, {}).status == 200
    until = time.monotonic() + 60
    while "data-poll" in (page := running.ask(f"/last-opp/utkast/{draft}", who=who).text):
        assert time.monotonic() < until
        time.sleep(0.05)
    return draft, page


def stand(page):
    """What the page sends with publishing, to tell what its reader saw."""
    return {"stand": re.search(r'data-stand="(\w+)"', page)[1]}


def form(page, **other):
    """What the page sends as corrections: the values that stand in it, but those given."""
    values = {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("body", "date", "title")}
    sha256 = re.search(r'data-document="(\w+)"', page)[1]
    rows = [{"document": sha256, "first": "1", "last": "1", "case": other.pop("case", "3/26")}]
    return {**values, "classification": "åpen", "rows": rows, "titles": [], **other}
