"""A link that somebody shared: who is quoted in its article, where that is on record.

Nobody asked, so whatever is not on record is met with silence.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.cards import Answer, Card
from bot.phrases import in_digits, listed
from bot.posted import CANNOT_ASK
from bot.wording import card, speaker
from store.errors import AlteredText
from store.model import Kind, Match
from store.store import Store

MOST = 3  # quotations below a link: what is read in passing
READABLE = 400  # characters of one; a longer one is left to a question, for it is never cut
_NOBODY = "somebody who is not named"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Linked:
    """What stands below a link, and whom it names for which statements."""

    answer: Answer
    speakers: Mapping[int, str]


def linked(store: Store, url: str, scope: str) -> Linked | None:
    """Who is quoted in the article at *url*, with its first quotations; None where it is unknown.

    What it reports without quoting is shown only where it quotes nobody.
    """
    found = store.at_address(url, scope=scope)
    if not found:
        return None
    quoted = [one for one in found if one.statement.kind is not Kind.INDIRECT] or found
    try:
        cards = tuple(islice(_readable(store, quoted), MOST))
    except AlteredText as altered:
        log.error("%s", altered)
        return None
    return Linked(Answer("", _heading(found), cards), {one.id: speaker(one) for one in found})


def again(store: Store, url: str, scope: str, told: str) -> Linked:
    """What stands below the link *url* now, below what is *told* of it."""
    found = linked(store, url, scope)
    if found is None:
        return Linked(Answer("", f"{told} {CANNOT_ASK}"), {})
    return replace(found, answer=replace(found.answer, heading=f"{told} {found.answer.heading}"))


def _readable(store: Store, matches: Sequence[Match]) -> Iterator[Card]:
    for one in matches:
        shown = card(one, store.deniers([one]))
        if sum(len(words.text) for words in shown.words) <= READABLE:
            yield replace(shown, link=None)  # which stands right above


def _heading(found: Sequence[Match]) -> str:
    names = Counter(speaker(one) if one.statement.speaker else _NOBODY for one in found)
    told = listed(f"{name} ({n})" if n > 1 else name for name, n in names.most_common())
    return f"On record from this article: {in_digits(len(found), 'statement')}, by {told}."
