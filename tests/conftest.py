from __future__ import annotations

from pathlib import Path

import pytest

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
