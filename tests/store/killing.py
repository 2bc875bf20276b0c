"""Loads that are killed at a moment that nobody chose."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from random import Random


def load_and_kill(script: str, *told: str, chance: Random, least: int = 1) -> None:
    """Run *script*, which prints a line when it is ready and one after each load, and kill it.

    That is after the *least* loads or some more, at any moment of the next.
    """
    with subprocess.Popen(  # noqa: S603 -- our own interpreter and script
        [sys.executable, "-c", script, *told], stdout=subprocess.PIPE
    ) as loading:
        assert loading.stdout is not None
        assert loading.stdout.readline() == b"ready\n"
        for _ in range(chance.randrange(least, 12)):
            began = time.monotonic()
            assert loading.stdout.readline() == b"loaded\n"
        time.sleep(chance.uniform(0, time.monotonic() - began))  # somewhere within the next
        loading.send_signal(signal.SIGKILL)
