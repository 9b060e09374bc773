"""What a request may bring: how much, counted as it comes whatever it says of itself, and which kinds of files."""

from __future__ import annotations

from pathlib import PurePath

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from radsassistent.documents import Format

# The endings of what `documents` reads; what is in a file decides there.
ENDINGS = frozenset(f".{kind.value}" for kind in Format) | {".markdown", ".htm", ".xhtml", ".text"}


class NotTakenError(Exception):
    """The request brings more than it may, or something else."""


class BodyLimit:
    """Stands in for a request's `receive` and `send`: once more than `most` bytes have come, nothing goes either way."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, most: int) -> None:
        self._receive = receive
        self._send = send
        self._most = most
        self._come = 0
        told = Headers(scope=scope).get("content-length", "0")
        self.exceeded = not told.isdecimal() or int(told) > most
        self.wrong_kind = False

    @property
    def refuses(self) -> bool:
        """Whether nothing goes through any more."""
        return self.exceeded or self.wrong_kind

    async def receive(self) -> Message:
        """The next part. Raises NotTakenError from the first byte too many on."""
        message = await self._receive() if not self.refuses else {}
        body = message.get("body", b"")
        self._come += len(body)
        self.exceeded = self.exceeded or self._come > self._most
        if not self.refuses:
            self._look(body)
        if self.refuses:
            raise NotTakenError
        return message

    async def send(self, message: Message) -> None:
        """Sends, unless the request is not taken."""
        if not self.refuses:
            await self._send(message)

    def _look(self, body: bytes) -> None:
        """Look at what has come; sets `wrong_kind`."""


class UploadLimit(BodyLimit):
    """Also looks at the names of the files: only such as documents have are let through."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, most: int) -> None:
        super().__init__(scope, receive, send, most)
        self._field, self._value = b"", b""
        kind, options = parse_options_header(Headers(scope=scope).get("content-type"))
        self.wrong_kind = kind != b"multipart/form-data" or not options.get(b"boundary")
        if not self.wrong_kind:
            self._parser = MultipartParser(
                options[b"boundary"],
                {
                    "on_header_field": self._on_field,
                    "on_header_value": self._on_value,
                    "on_header_end": self._on_header,
                },
            )

    def _look(self, body: bytes) -> None:
        try:
            self._parser.write(body)
        except MultipartParseError:
            self.wrong_kind = True

    def _on_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header(self) -> None:
        if self._field.lower() == b"content-disposition":
            name = parse_options_header(self._value)[1].get(b"filename")
            ending = PurePath(name.decode("utf-8", "replace")).suffix.lower() if name is not None else None
            self.wrong_kind = self.wrong_kind or (ending is not None and ending not in ENDINGS)
        self._field, self._value = b"", b""


async def whole_body(receive: Receive) -> tuple[bytes, Receive]:
    """All that a request brings, and a `receive` that brings it again."""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return body, again
