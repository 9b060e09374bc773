"""One writer at a time, and a lock that says who holds it."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from radsassistent.errors import RadsassistentError


class ArchiveLockedError(RadsassistentError):
    """Another process is writing to the archive; the message names it."""


@contextmanager
def writing(directory: Path, wait: float) -> Iterator[None]:
    """Hold the archive's write lock; wait at most `wait` seconds for it.

    Raises ArchiveLockedError, which names the process, the machine and since when. The operating system frees the lock
    when its holder dies, so a killed ingest blocks nobody.
    """
    lock = FileLock(directory / "write.lock")
    holder = directory / "write.lock.holder"
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise ArchiveLockedError(_taken(holder)) from error
    try:
        holder.write_text(
            json.dumps(
                {
                    "process": os.getpid(),
                    "machine": socket.gethostname(),
                    "command": " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]]),
                    "since": datetime.now().astimezone().strftime("%H:%M"),
                }
            ),
            encoding="utf-8",
        )
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _taken(holder: Path) -> str:
    try:
        who = json.loads(holder.read_text(encoding="utf-8"))
        named = f"«{who['command']}» (prosess {who['process']} på {who['machine']}, siden kl. {who['since']})"
    except (OSError, ValueError, KeyError):
        named = "en annen prosess"
    return f"Arkivet er opptatt: {named} skriver til det. Prøv igjen når den er ferdig."
