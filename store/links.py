"""Which addresses become links: the one reading of it for loading and for showing."""

from __future__ import annotations

from urllib.parse import urlsplit

_NEVER = frozenset(' <>"|')  # in an address as a browser copies it; elsewhere they are markup


def followable(url: str) -> bool:
    """Whether *url* is a whole http or https address that may be made a link as it stands."""
    if not url.isascii() or not url.isprintable() or _NEVER.intersection(url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[" is no address
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
