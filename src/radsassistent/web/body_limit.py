"""How much a request may bring; counted as it comes, whatever it says of itself."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send


class TooLargeError(Exception):
    """The request brings more than it may."""


class BodyLimit:
    """Stands in for a request's `receive` and `send`: once more than `most` bytes have come, nothing goes either way."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, most: int) -> None:
        self._receive = receive
        self._send = send
        self._most = most
        self._come = 0
        told = Headers(scope=scope).get("content-length", "0")
        self.exceeded = not told.isdecimal() or int(told) > most

    async def receive(self) -> Message:
        """The next part. Raises TooLargeError from the first byte too many on."""
        message = await self._receive() if not self.exceeded else {}
        self._come += len(message.get("body", b""))
        self.exceeded = self.exceeded or self._come > self._most
        if self.exceeded:
            raise TooLargeError
        return message

    async def send(self, message: Message) -> None:
        """Sends, unless too much has come."""
        if not self.exceeded:
            await self._send(message)


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
