"""An HTTP endpoint on this machine, for as long as a `with` block lasts."""

from __future__ import annotations

import json
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True)
class Given:
    """A response: its pieces are sent one by one, a number being seconds to wait. `whole` is false where it breaks off."""

    pieces: Iterable[str | float]
    status: int = 200
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True


class LoopbackEndpoint(ABC):
    """Answers each JSON request with what `reply` makes of it."""

    def __init__(self) -> None:
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                given = endpoint.reply(request, str(self.headers["Authorization"]))
                self.close_connection = True
                try:
                    self._send(given)
                except (BrokenPipeError, ConnectionResetError):
                    """The client did not wait."""

            def _send(self, given: Given) -> None:
                self.send_response(given.status)
                for name, value in ({"Content-Type": given.content_type} | dict(given.headers)).items():
                    self.send_header(name, value)
                self.send_header("Transfer-Encoding", "chunked")
                self.send_header("Connection", "close")
                self.end_headers()
                for piece in given.pieces:
                    if isinstance(piece, float):
                        time.sleep(piece)
                    elif piece:
                        self._chunk(piece.encode())
                if given.whole:
                    self._chunk(b"")

            def _chunk(self, data: bytes) -> None:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
                self.wfile.flush()

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @abstractmethod
    def reply(self, request: dict[str, Any], key: str) -> Given:
        """What a request is answered with."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
