"""Somebody at the site over real HTTP, with a browser's cookies and headers, and the site on a port of its own."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from contextlib import contextmanager
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from radsassistent.web.server import _AnnouncingServer


@contextmanager
def serving(app):
    """The port that an app is served on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server, up = _AnnouncingServer(app), threading.Event()
        server.announce = up.set
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            assert up.wait(30)
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive()


class Visitor:
    def __init__(self, port, **headers):
        self.port = port
        self.host = f"127.0.0.1:{port}"
        self.cookies = {}
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def request(self, method, path, body=None, headers=()):
        sent = {"Host": self.host, **self.headers}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent |= dict(headers)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        response = connection.getresponse()
        response.text = response.read().decode("utf-8", "replace")
        for cookie in response.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(cookie).items():
                self.cookies.pop(name, None)
                if morsel.value:
                    self.cookies[name] = morsel.value
        connection.close()
        return response

    def get(self, path, **headers):
        return self.request("GET", path, headers={n.replace("_", "-"): v for n, v in headers.items()})

    def post(self, path, body=b"", **headers):
        given = {"Origin": f"http://{self.host}", **{n.replace("_", "-"): v for n, v in headers.items()}}
        return self.request("POST", path, body, given)

    def post_form(self, path, fields, **headers):
        form = {"Content_Type": "application/x-www-form-urlencoded", **headers}
        return self.post(path, urlencode(fields).encode(), **form)

    def post_json(self, path, value, **headers):
        return self.post(path, json.dumps(value).encode(), **{"Content_Type": "application/json", **headers})

    def log_in(self, name, password, path="/logg-inn", wanted="", **headers):
        return self.post_form(path, {"navn": name, "passord": password, "neste": wanted}, **headers)

    def event(self, fn_index, *data, session_hash="enside", **more):
        """Call an event as Gradio's page does; what came back, or the refusal of joining."""
        body = {"data": list(data), "fn_index": fn_index, "session_hash": session_hash, **more}
        joined = self.post_json("/gradio_api/queue/join", body)
        if joined.status != 200:
            return joined
        told = self.get(f"/gradio_api/queue/data?session_hash={session_hash}").text
        messages = [json.loads(line[6:]) for line in told.splitlines() if line.startswith("data: ")]
        return next(message for message in messages if message["msg"] == "process_completed")
