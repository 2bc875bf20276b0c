from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says nothing where tests run beside other work.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data and contracts beside the project; not part of the product."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not part of the product")
    return SHARED


@pytest.fixture(scope="session")
def seeds() -> Path:
    return PROJECT / "seeds"


@pytest.fixture(scope="session")
def mortal() -> tuple[str, ...]:
    """What to put before a command so that file permissions hold for it, even run as root."""
    if os.geteuid():
        return ()
    powers = "-dac_override,-dac_read_search"
    without = ("setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}")
    if not shutil.which("setpriv") or subprocess.run([*without, "true"], check=False).returncode:  # noqa: S603 -- a constant
        pytest.skip("the superuser may read anything, and setpriv cannot take that away here")
    return without
