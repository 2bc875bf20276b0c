"""The names of outlets by their domains: the admin's own, and those that are well known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from store.links import host

NO_NAMES: Mapping[str, str] = MappingProxyType({})
_HOST = re.compile(r"(?:[a-z\d-]+\.)+[a-z]{2,}")


def outlet(told: str | None, url: str | None, own: Mapping[str, str] = NO_NAMES) -> str | None:
    """What the outlet of an article at *url* is called, whose page or feed has *told* a name.

    Its admin's *own* name for its domain wins over what was told. The name of a well-known domain
    only fills in what is unknown, or stands in place of a domain that was told.
    """
    is_domain = bool(told and _HOST.fullmatch(told.lower()))
    at = (url, f"https://{told}" if is_domain else None)
    return _named(at, own) or (None if is_domain else told) or _named(at, _well_known()) or told


def _named(urls: Iterable[str | None], names: Mapping[str, str]) -> str | None:
    """The name of the domain that the first of *urls* is in that has one; the narrowest of it."""
    hosts = (host(url).split(".") for url in urls if url)
    domains = (".".join(labels[at:]) for labels in hosts for at in range(len(labels) - 1))
    return next((names[domain] for domain in domains if domain in names), None)


@cache
def _well_known() -> Mapping[str, str]:
    text = (resources.files("store.articles") / "outlets.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {domain: name for domain, _, name in (line.partition(" ") for line in lines)}
