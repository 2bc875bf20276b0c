"""What files are called."""

from __future__ import annotations

from pathlib import PurePath

from store.characters import storable

PACKED = ".gz"


def shown(name: str) -> str:
    """The file's own *name*, without folders and with nothing in it that cannot be shown."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c if c.isprintable() else "?" for c in storable(last))


def suffix(name: str) -> str:
    """What a file name ends in, "" where that is no format: "notes", "statement of 3.5.2023".

    Of "feed.xml.gz" it is "xml".
    """
    last = PurePath(name.lower().removesuffix(PACKED)).suffix.removeprefix(".")
    return last if last.isalnum() and not last.isdecimal() else ""
