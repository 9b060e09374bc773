"""An endpoint that answers every request with the same bytes, and remembers what it was sent."""

from __future__ import annotations

from typing import Any

from tests.answers.loopback_endpoint import Given, LoopbackEndpoint


class FaultyEndpoint(LoopbackEndpoint):
    """Gives `status` and `body` after `seconds`. `bodies` and `keys` are the requests and their authorisation."""

    def __init__(self, status: int, body: str, seconds: float = 0.0) -> None:
        super().__init__()
        self.bodies: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self._status, self._body, self._seconds = status, body, seconds

    def reply(self, request: dict[str, Any], key: str) -> Given:
        self.bodies.append(request)
        self.keys.append(key)
        return Given([self._seconds, self._body], self._status)
