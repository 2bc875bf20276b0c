"""The unit and the container file, held against the program that they start."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli import main
from bot.running import GRACE

PROJECT = Path(__file__).resolve().parents[1]
UNIT = (PROJECT / "deploy/onrecord.service").read_text(encoding="utf-8")
CONTAINER = (PROJECT / "Containerfile").read_text(encoding="utf-8")


def setting(name: str) -> str:
    (found,) = re.findall(rf"^{name}=(.*)$", UNIT, re.MULTILINE)
    return str(found)


def instruction(name: str) -> list[str]:
    (found,) = re.findall(rf"^{name}.*?(\[.*\])$", CONTAINER, re.MULTILINE)
    return list(json.loads(found))


def test_what_is_started_are_commands_of_ours() -> None:
    program, command = shlex.split(setting("ExecStart"))
    assert (Path(program).name, instruction("ENTRYPOINT")) == ("onrecord", ["onrecord"])
    started = {command, *instruction("CMD"), instruction("HEALTHCHECK")[1]}
    assert started == {"run", "health"}
    assert started <= main.commands.keys()


def test_a_stop_is_given_the_time_that_it_takes() -> None:
    assert int(setting("TimeoutStopSec")) > GRACE


def test_nothing_runs_as_root() -> None:
    assert setting("DynamicUser") == "yes"
    assert re.findall(r"^USER (.*)$", CONTAINER, re.MULTILINE) == ["onrecord"]


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if not analyze:
        pytest.skip("needs systemd-analyze")
    program = setting("ExecStart").split()[0]
    unit = tmp_path / "onrecord.service"
    unit.write_text(UNIT.replace(program, "/bin/true"), encoding="utf-8")
    verified = subprocess.run(  # noqa: S603
        [analyze, "verify", unit], capture_output=True, text=True, check=False
    )
    assert (verified.returncode, verified.stderr) == (0, "")
