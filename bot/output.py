"""What is printed: an output that fails or lacks characters costs a line, never a traceback."""

from __future__ import annotations

import errno
import io
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO

from store.errors import reason

_GARBLED = (
    "this output cannot show every character, and shows some as codes such as \\u201c:"
    " set PYTHONIOENCODING=utf-8 to see the words exactly"
)


@contextmanager
def guarded(tell: Callable[[str], None]) -> Iterator[None]:
    """Print to the standard outputs, and at the end *tell* what went wrong with that.

    What is done inside goes on where nobody reads any more, as in `| head -1`. Where the
    output could not be written, as on a full disk, the exit status is not 0.
    """
    with ExitStack() as redirected:
        if sys.stderr:  # None where it is closed
            redirected.enter_context(redirect_stderr(_Printed(sys.stderr)))
        if not sys.stdout:
            yield
            return
        printed = redirected.enter_context(redirect_stdout(_Printed(sys.stdout)))
        try:
            yield
        except SystemExit as leaving:
            if _failed(printed, tell) and not leaving.code:
                raise SystemExit(1) from leaving
            raise


def _failed(printed: _Printed, tell: Callable[[str], None]) -> bool:
    """Whether what was *printed* is lost though somebody waits for it."""
    if printed.garbled:
        tell(_GARBLED)
    error = printed.sink.error
    if error is None or error.errno == errno.EPIPE:
        return False
    tell(f"cannot write the output: {reason(error)}")
    return True


class Brief(logging.Formatter):
    """A line of the log for a person, who is spared where in the program it came from."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        """What was raised; `--verbose` tells where."""
        return f"{ei[0].__name__}: {ei[1]} (onrecord --verbose … tells where)"


class _Printed(io.TextIOWrapper):
    """Text on its way to *out*; what *out* has no characters for is spelt in codes."""

    def __init__(self, out: TextIO) -> None:
        self.sink = _Sink(out)
        self.garbled = False
        super().__init__(self.sink, out.encoding, "backslashreplace", write_through=True)

    def write(self, text: str) -> int:
        """Print *text*."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            self.garbled = True
        return super().write(text)


class _Sink(io.BufferedIOBase):
    """Bytes on their way out; once that failed the rest goes nowhere, and *error* says why."""

    def __init__(self, out: TextIO) -> None:
        self._out = out.buffer
        self.name = out.name
        self.error: OSError | None = None

    def writable(self) -> bool:
        """Always."""
        return True

    def isatty(self) -> bool:
        """Whether a person watches."""
        return self._out.isatty()

    def fileno(self) -> int:
        """The number of the output that is printed to."""
        return self._out.fileno()

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Print *data*."""
        try:
            self._out.write(data)
            self._out.flush()
        except OSError as error:
            self.error = self.error or error
            self._give_up()
        return len(data)

    def _give_up(self) -> None:
        """Let what is left go nowhere: the interpreter would try it again when it ends."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._out.fileno())
        os.close(nowhere)
