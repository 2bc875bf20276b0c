"""How far a load is, on a terminal: count, rate, time left and the file that is read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli.shell import tamed
from bot.inputs import size

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from bot.bulk import Result

_NAME = 40  # characters of a file's name


class Shown:
    """A line on stderr that tells how far the load of what was *typed* is.

    It is *hidden* where nobody sees it, too.
    """

    def __init__(self, typed: Sequence[str], *, hidden: bool) -> None:
        console = Console(stderr=True)
        hidden = hidden or not console.is_terminal
        self._began = time.monotonic()
        self._progress = Progress(
            BarColumn(),
            TextColumn("{task.fields[count]:,} articles, {task.fields[rate]:.1f} a second"),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=console,
            transient=True,
            disable=hidden,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task(
            "", total=None if hidden else size(typed) or None, count=0, rate=0.0
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def add(self, result: Result, count: int) -> None:
        """Tell that *count* articles are done, of which this is the last."""
        self._progress.start()
        self._progress.update(
            self._task,
            completed=result.item.behind,
            description=tamed(result.item.name)[:_NAME],
            count=count,
            rate=count / (time.monotonic() - self._began),
        )
