"""Work on hostile files in a process of its own, which may break or be stopped alone."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from typing import Any

SECONDS = 30  # of computing; as many again may pass while others compute
MEMORY = 1024**3  # bytes


def apart(module: str, data: bytes) -> Any:
    """What the `main` of *module* writes as JSON when it reads *data*.

    Raises ChildProcessError where it breaks, and where it needs more than SECONDS or MEMORY.
    """
    begin = f"from {module} import main; main()"
    command = [sys.executable, "-P", "-c", begin]  # nothing is imported from where it is begun
    try:
        done = subprocess.run(  # noqa: S603 -- of our own
            command, input=data, capture_output=True, timeout=2 * SECONDS, check=False
        )
        return json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise ChildProcessError(module) from error


def bounded() -> None:
    """Keep this process, which reads one file, within SECONDS and MEMORY where the system can."""
    with suppress(ImportError):  # only Unix has it
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
