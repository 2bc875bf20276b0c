"""What files that are no text begin with, whatever their names say."""

from __future__ import annotations

_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old office document, a message of Outlook, or a document with a password",
    ),
    (b"{\\rtf", "a rich text document"),
    (b"\x1f\x8b\x08", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
)


def kind(data: bytes) -> str | None:
    """What *data* is where it is known to be no text: "an image"."""
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)
