"""The file that tells what became of each article of a load."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self, TextIO

from bot.tally import reported
from store.errors import Misconfigured, reason

if TYPE_CHECKING:
    from types import TracebackType

    from bot.bulk import Result


class Report:
    """Writes to the file at *path* what it is told; without one, to another what failed.

    That one stands beside the store, and is made where more than a *few* articles were loaded.
    """

    def __init__(self, path: Path | None, store: Path, few: int) -> None:
        self._every = path is not None
        self._few = few
        self._count = 0
        self._waiting: list[str] = []
        self.path = path or store.with_name(f"{store.stem}-failed-{_now()}.jsonl")
        self._files = ExitStack()
        self._file = self._opened() if self._every else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._files.close()
        except OSError as failed:  # closing writes once more what could not be written
            if error is None:
                raise self._unwritable(failed) from failed

    def add(self, result: Result) -> None:
        """Write down what became of an article."""
        self._count += 1
        if self._every or result.error:
            self._waiting.append(f"{reported(result)}\n")
        if self._waiting and (self._every or self._count > self._few):
            self._write()

    def _write(self) -> None:
        self._file = self._file or self._opened()
        try:
            self._file.writelines(self._waiting)
        except OSError as error:
            raise self._unwritable(error) from error
        self._waiting.clear()

    def _opened(self) -> TextIO:
        try:
            return self._files.enter_context(self.path.open("w", encoding="utf-8", buffering=1))
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> Misconfigured:
        why = f"{reason(error)}; name another file"
        return Misconfigured(f"cannot write the report {self.path}: {why}")


def _now() -> str:
    return f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
