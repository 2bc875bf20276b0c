"""HTML whose tags would take its parser minutes, or all memory."""

from __future__ import annotations

import re

# As browsers take a tag apart: it always fits what begins as one, and so nothing is read twice.
_ATTRIBUTE = (
    r"[\s/]*+(?:=|[^\s/>=])[^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?)?"
)
_EACH = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"<[a-z][^\s/>]*+((?:{_ATTRIBUTE})*+)", re.IGNORECASE)
_CROWDED = 1_000  # characters of attributes, at least
_SHORT = 50_000  # characters; what is shorter takes no time
_GONE_OVER = 200_000_000  # attributes, in seconds: all of a tag for each of its own
_MOST = 500_000  # tags; of so many are made some hundred megabytes


def endless(markup: str) -> bool:
    """Whether *markup* has more tags, or more attributes in one, than any page needs."""
    if len(markup) < _SHORT:
        return False
    crowded = (tag[1] for tag in _TAG.finditer(markup) if len(tag[1]) > _CROWDED)
    gone_over = sum(len(_EACH.findall(attributes)) ** 2 for attributes in crowded)
    return gone_over > _GONE_OVER or markup.count("<") > _MOST
