"""Who is logged in. Kept in memory only: a restart logs everyone out, and nothing that could be stolen is on disk."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Session:
    """A log-in: the user's name, the password's hash at the time, and when it runs out (seconds of the clock)."""

    name: str
    hash: str
    ends: float


class Sessions:
    """Sessions by random tokens of 256 bits, of which only hashes are held. Safe to use from several threads."""

    def __init__(self, seconds: float, clock: Clock = time.monotonic) -> None:
        self.seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._sessions: dict[str, Session] = {}

    def begin(self, name: str, password_hash: str) -> str:
        """Start a session; returns its token, always a new one, which nobody can have planted."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._sessions = {key: each for key, each in self._sessions.items() if each.ends > now}
            self._sessions[_key(token)] = Session(name, password_hash, now + self.seconds)
        return token

    def get(self, token: str) -> Session | None:
        """The session of a token; None when there is none or it has run out."""
        with self._lock:
            session = self._sessions.get(_key(token))
        return session if session is not None and session.ends > self._clock() else None

    def end(self, token: str) -> None:
        """End a session, if there is one."""
        with self._lock:
            self._sessions.pop(_key(token), None)


def _key(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
