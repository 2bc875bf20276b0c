"""Takes the pictures in docs/images: real answers from seeds/, as Slack and Discord show them.

    python docs/screenshots [/usr/bin/chromium]

Needs the development dependencies and a Chromium; Slack and Discord themselves are not needed.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
IMAGES = PROJECT / "docs" / "images"
COLOURS = 64  # enough for letters on a plain ground, in a third of the bytes

sys.path.insert(0, str(PROJECT))  # for the peer that the tests have

import in_slack  # noqa: E402
import on_discord  # noqa: E402

from store.articles import read  # noqa: E402
from store.store import Store  # noqa: E402


@contextmanager
def seeded() -> Iterator[Store]:
    """A store that holds seeds/, until it is let go."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store.db") as store:
        for path in sorted((PROJECT / "seeds").iterdir()):
            store.load(read(path.name, path.read_bytes()), by="shell")
        yield store


def shrink(picture: Path) -> None:
    """Keep *picture* in few colours."""
    with Image.open(picture) as shown:
        few = shown.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    few.save(picture, optimize=True)


def main(chromium: str = "/usr/bin/chromium") -> None:
    """Take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with seeded() as store:
        asyncio.run(on_discord.take(store, IMAGES, chromium))
    with seeded() as store:
        in_slack.take(store, IMAGES, chromium)
    for picture in IMAGES.glob("*.png"):
        shrink(picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
