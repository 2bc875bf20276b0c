"""Any module of the room may be the one that is imported first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import store

EACH_FIRST = """
import importlib, sys

for name in sys.argv[1:]:
    for known in [known for known in sys.modules if known.partition(".")[0] == "store"]:
        del sys.modules[known]
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(f"{name}: {error}")
"""


def test_each_module_can_be_imported_first() -> None:
    room = Path(store.__path__[0])
    files = sorted(path.relative_to(room.parent) for path in room.rglob("*.py"))
    names = [".".join(file.with_suffix("").parts).removesuffix(".__init__") for file in files]
    assert "store.records" in names
    found = subprocess.run(  # noqa: S603 -- code of this file
        [sys.executable, "-c", EACH_FIRST, *names], capture_output=True, text=True, check=True
    )
    assert found.stdout == ""
