"""The process that reads files for BoundedReader: requests on standard input, progress and results on standard output.

A request is (path, limits); answers are ("page", done, total), then one of ("document", document), ("refused", message) and
("memory",). All are pickled, one after the other. What a library prints goes to standard error.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import sys
from pathlib import Path
from typing import BinaryIO

from radsassistent.documents.document import UnreadableDocumentError
from radsassistent.documents.formats import read
from radsassistent.documents.limits import ReadingLimits


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            path, limits = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _bound_memory(limits.memory_mb)
        _answer(path, limits, answers)


def _answer(path: Path, limits: ReadingLimits, answers: BinaryIO) -> None:
    def told(done: int, total: int) -> None:
        _watch(limits)
        _send(("page", done, total), answers)

    _watch(limits)
    try:
        _send(("document", read(path, told, limits)), answers)
    except UnreadableDocumentError as error:
        _send(("refused", str(error)), answers)
    except MemoryError:
        _send(("memory",), answers)
        # What is left of the file's objects would count against the next one.
        sys.exit(1)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _watch(limits: ReadingLimits) -> None:
    """End this process by itself when a page takes twice its time: the parent, which should have ended it, is gone."""
    faulthandler.dump_traceback_later(2 * limits.seconds + 5, exit=True, file=2)


def _send(answer: tuple[object, ...], answers: BinaryIO) -> None:
    pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _bound_memory(megabytes: int) -> None:
    """Limit the address space, where the system knows such a limit (POSIX, not macOS)."""
    if sys.platform in ("win32", "darwin"):
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 1024 * 1024
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


if __name__ == "__main__":
    main()
