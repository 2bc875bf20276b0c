"""The README shows real output: its console blocks are run, in order, on a new store."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def _shown(readme: str) -> Iterator[tuple[str, str]]:
    """Every `$ onrecord …` line of the console blocks, with the output shown under it."""
    for block in re.findall(r"^```console\n(.*?)^```", readme, re.DOTALL | re.MULTILINE):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if command.startswith("onrecord "):
                yield command, output.strip()


def _run(command: str, store: Path) -> str:
    """What *command* puts out when piped."""
    name, *arguments = shlex.split(command)
    environ = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    done = subprocess.run(  # noqa: S603 -- what our own README shows
        [Path(sysconfig.get_path("scripts")) / name, *arguments],
        cwd=PROJECT,
        env=environ | {"ONRECORD_STORE": str(store)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_the_readme_shows_the_first_answer() -> None:
    assert 'onrecord ask "who said absolutely ridiculous"' in [c for c, _ in _shown(README)]


def test_what_the_readme_shows_is_what_is_printed(tmp_path: Path) -> None:
    shown = list(_shown(README))
    printed = [(command, _run(command, tmp_path / "onrecord.db")) for command, _ in shown]
    assert printed == shown
