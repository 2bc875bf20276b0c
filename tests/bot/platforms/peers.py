"""Programs of others that tests talk to, which run in Node."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PEERS = Path(__file__).resolve().parents[2] / "peers"
_OLDEST_NODE = (22, 15)


def node(package: str) -> str:
    """The node that can run *package*; without one the test is skipped."""
    near = Path(sys.executable).with_name("node")
    found = str(near) if near.exists() else shutil.which("node")
    if not found or not (PEERS / "node_modules" / package).is_dir():
        pytest.skip("needs node, and once: npm ci --prefix tests/peers")
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603 -- the path is ours
    if tuple(map(int, said.strip("v\n").split(".")[:2])) < _OLDEST_NODE:
        pytest.skip(f"needs node 22.15 or newer, and this is {said.strip()}")
    return found
