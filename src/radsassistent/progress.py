"""A progress bar for an ingest: pages, then passages, file by file. Shown on standard error, in a terminal only."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars


class Progress:
    """One bar at a time; use as a context."""

    def __init__(self) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
        )
        console = Console(stderr=True)
        self._bars = Bars(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task: TaskID | None = None
        self._described = ""

    def __enter__(self) -> Progress:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def pages(self, path: Path, done: int, total: int) -> None:
        """Pages of a file that have been read."""
        self._show(f"{path.name}: sider", done, total)

    def passages(self, path: Path, done: int, total: int) -> None:
        """Passages of a file that have been embedded."""
        self._show(f"{path.name}: tekstbiter", done, total)

    def done(self) -> None:
        """A file is finished; its bar goes."""
        if self._task is not None:
            self._bars.remove_task(self._task)
            self._task = None
            self._described = ""

    def _show(self, description: str, done: int, total: int) -> None:
        if description != self._described:
            self.done()
            self._task = self._bars.add_task(description, total=total)
            self._described = description
        if self._task is not None:
            self._bars.update(self._task, completed=done, total=total)
