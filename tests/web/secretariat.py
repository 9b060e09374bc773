"""A site with an empty archive of its own, and people who may do different things, told apart by a cookie."""

from __future__ import annotations

import http.client
import json
import threading
from contextlib import contextmanager
from types import SimpleNamespace

from tests.council_embedding import StemEmbedding

from radsassistent.archive import Archive
from radsassistent.settings import Settings
from radsassistent.web.access import Reader, Role
from radsassistent.web.site import site

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
    """Serves the site over a new archive in the folder; gives `archive`, `drop`, `reports`, `address` and `ask`."""
    from radsassistent.web import server

    archive = Archive.open(folder / "arkiv", StemEmbedding(), lock_wait=0.1)
    drop, reports = folder / "inn", folder / "rapporter"
    chosen = Settings(archive=archive.directory, ingest_folder=drop, report_folder=reports, **settings)
    app = site(Silent(), archive, ByCookie(otherwise), chosen)
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
