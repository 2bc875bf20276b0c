from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot import logs


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that a bot that runs writes to its log."""
    root, written = logging.getLogger(), io.StringIO()
    named = [logging.getLogger(name) for name in (None, *logs.TALKATIVE, logs.ADDRESSED)]
    before, levels = root.handlers[:], [one.level for one in named]
    logs.configure(written, logging.INFO)
    yield written
    root.handlers[:] = before
    for one, level in zip(named, levels, strict=True):
        one.setLevel(level)
