"""Slows down whoever guesses passwords: by name, so that nobody's is found, and by address, so that nobody tries all names."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

# Attempts that cost nothing: a few slips for a person; many people may share an office's address.
FREE_BY_NAME = 5
FREE_BY_ADDRESS = 20
# Seconds after the first attempt too many; doubled by each further one, up to the longest.
FIRST_WAIT = 5.0
LONGEST_WAIT = 900.0
# Attempts are forgotten after this many seconds without another.
FORGOTTEN = 3600.0
# Names and addresses that are remembered; the oldest are forgotten first.
MOST_REMEMBERED = 20_000


@dataclass(slots=True)
class _Attempts:
    count: int = 0
    last: float = 0.0


class Throttle:
    """Counts attempts to log in. An attempt counts before its password is checked, so that many at once gain nothing."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._attempts: dict[tuple[str, str], _Attempts] = {}

    def attempt(self, name: str, address: str) -> int:
        """Count an attempt. 0 when it may be made, else the seconds to wait, and then it does not count."""
        keys = ((("name", name), FREE_BY_NAME), (("address", address), FREE_BY_ADDRESS))
        with self._lock:
            now = self._clock()
            wait = max(self._wait(self._attempts.get(key), free, now) for key, free in keys)
            if wait > 0:
                return math.ceil(wait)
            for key, _ in keys:
                known = self._attempts.pop(key, None)
                if known is None or now - known.last > FORGOTTEN:
                    known = _Attempts()
                known.count, known.last = known.count + 1, now
                self._attempts[key] = known
            while len(self._attempts) > MOST_REMEMBERED:
                del self._attempts[next(iter(self._attempts))]
        return 0

    def succeeded(self, name: str, address: str) -> None:
        """The attempt was right: the name's attempts are forgotten, the address's one is taken back."""
        with self._lock:
            self._attempts.pop(("name", name), None)
            if (known := self._attempts.get(("address", address))) is not None:
                known.count -= 1

    @staticmethod
    def _wait(known: _Attempts | None, free: int, now: float) -> float:
        if known is None or known.count < free:
            return 0.0
        wait = min(FIRST_WAIT * 2.0 ** min(known.count - free, 30), LONGEST_WAIT)
        return known.last + wait - now
