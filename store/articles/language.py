"""The language in which an article says that it is written, as a BCP 47 tag."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-[a-z\d]{2,8})*(?:\.[\w-]+)?",
    re.IGNORECASE,
)


def tag(told: str | None) -> str | None:
    """*told* as a tag of language, script and region; None where it is none, or tells nothing.

    Pages write "en_US", "EN-gb" and "en-US.UTF-8", and some tell several.
    """
    first = re.split(r"[,;\s]", (told or "").strip(), maxsplit=1)[0].replace("_", "-")
    found = _TAG.fullmatch(first)
    if not found or found[1].lower() in {"und", "mul", "zxx", "mis"}:
        return None
    script, region = (found[2] or "").title(), (found[3] or "").upper()
    return "-".join(part for part in (found[1].lower(), script, region) if part)
