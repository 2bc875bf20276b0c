from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOADING = Path(__file__).resolve().parents[2] / "benchmarks" / "loading.py"


def test_a_load_that_is_killed_and_begun_anew_leaves_what_one_left_alone_does() -> None:
    done = subprocess.run(  # noqa: S603 -- our own script
        [sys.executable, str(LOADING), "--kills", "5"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("5 kills, ")
