"""Reading in a process of its own that is stopped when a file takes too long, too much memory, or brings it down.

It bounds time and memory; it is no sandbox. Started at the first file and kept for the next, because starting takes about
0.3 s; a file that had to be stopped costs a new start.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from radsassistent.documents.document import Document, UnreadableDocumentError
from radsassistent.documents.limits import ReadingLimits
from radsassistent.documents.pdf import Progress

_MODULE = "radsassistent.documents.reading_process"


class BoundedReader:
    """Reads files within limits; use as a context, one file at a time."""

    def __init__(self, limits: ReadingLimits | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[tuple[Any, ...] | None] = queue.SimpleQueue()

    def __enter__(self) -> BoundedReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, path: Path, progress: Progress | None = None) -> Document:
        """Read a file into a Document, as documents.read does.

        Raises UnreadableDocumentError also when the file takes more time or memory than the limits, or brings the reading
        process down; the next file gets a new one.
        """
        process = self._started()
        try:
            self._ask(process, path)
            return self._wait(path, progress)
        except BaseException as error:
            # A refusal leaves the process ready; after anything else it is not known what it is at.
            if not isinstance(error, UnreadableDocumentError):
                self.close()
            raise

    def close(self) -> None:
        """Stop the process, with what it has started, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        # The child finds the package where this process found it; one thread, because Tesseract's spin while they wait.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_THREAD_LIMIT": "1"}
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        self._process = process
        self._answers = queue.SimpleQueue()
        assert process.stdout is not None
        threading.Thread(target=_listen, args=(process.stdout, self._answers), daemon=True).start()
        return process

    def _ask(self, process: subprocess.Popen[bytes], path: Path) -> None:
        assert process.stdin is not None
        try:
            pickle.dump((path, self._limits), process.stdin)
            process.stdin.flush()
        except OSError as error:
            self.close()
            raise UnreadableDocumentError(_crashed(path, self._limits.memory_mb)) from error

    def _wait(self, path: Path, progress: Progress | None) -> Document:
        limits, started, done, total = self._limits, time.monotonic(), 0, 0
        while True:
            left = started + limits.seconds_for(total) - time.monotonic()
            try:
                answer = self._answers.get(timeout=max(0.0, min(limits.seconds, left)))
            except queue.Empty:
                self.close()
                raise UnreadableDocumentError(_too_slow(path, time.monotonic() - started, done, total)) from None
            match answer:
                case ("page", int(done), int(total)):
                    if progress is not None:
                        progress(done, total)
                case ("document", Document() as document):
                    return document
                case ("refused", str(message)):
                    raise UnreadableDocumentError(message)
                case ("memory",):
                    self.close()
                    raise UnreadableDocumentError(_too_large(path, limits.memory_mb))
                case _:
                    self.close()
                    raise UnreadableDocumentError(_crashed(path, self._limits.memory_mb))


def _listen(stream: BinaryIO, answers: queue.SimpleQueue[tuple[Any, ...] | None]) -> None:
    """Hand on the answers of the process as they come; None when there will be no more."""
    try:
        while True:
            answers.put(pickle.load(stream))
    except (EOFError, OSError, ValueError, pickle.UnpicklingError):
        answers.put(None)


def _too_slow(path: Path, seconds: float, done: int, total: int) -> str:
    where = f"etter side {done} av {total}" if total else "før første side var lest"
    return (
        f"{path.name}: lesingen ble stanset etter {seconds:.0f} s, {where}. "
        "Eksporter dokumentet på nytt eller del det opp; grensene er innstillingene read_seconds og read_seconds_per_page."
    )


def _too_large(path: Path, megabytes: int) -> str:
    return (
        f"{path.name}: lesingen trengte mer enn {megabytes} MB minne og ble stanset. "
        "Eksporter dokumentet på nytt eller del det opp; grensen er innstillingen read_memory_mb."
    )


def _crashed(path: Path, megabytes: int) -> str:
    """pdfium ends its process when it gets no more memory, so that this may be the limit too."""
    return (
        f"{path.name}: filen fikk leseprosessen til å stoppe (feil i filen, eller mer enn {megabytes} MB minne). "
        "Eksporter dokumentet på nytt, for eksempel ved å skrive det ut til PDF."
    )
