"""Messages that the bot posted, and what is no longer right in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.model.found import Match


@dataclass(frozen=True, slots=True)
class Message:
    """A message in which others read an answer, too, with what it takes to write it anew.

    *did* is what *person* did to get it there, in a word of the platform's.
    """

    platform: str
    account: str  # whose token posted it; "" where there is but one
    channel: str
    id: str
    scope: str
    question: str
    page: int
    today: date | None
    did: str
    person: str


class Gone(StrEnum):
    """Why a statement is shown no more."""

    RULED_OUT = "ruled out"  # an editor ruled that it is none
    LEFT_OUT = "left out"  # the article's present version has it no more
    UNSURE = "unsure"  # that has the words, but who said them, and whether, cannot be told for sure
    WITHDRAWN = "withdrawn"  # the whole article is


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement that a message shows: whom it names, and what holds now.

    *speaker* is None where the message was told to show it no more, *match* where it is shown
    no more; then *gone* is why. *text* and *outlet* are those of the version of the article that it
    is from, and *denied* is whether it was a denial there.
    """

    statement: int
    words: tuple[str, ...]
    speaker: str | None
    match: Match | None
    gone: Gone | None = None
    text: str = ""
    outlet: str | None = None
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Stale:
    """A message that may show what holds no more."""

    id: int
    due: int  # goes up with each change
    message: Message
    shown: tuple[Shown, ...]
