"""What the bot replies, before any platform gives it a shape.

All wording about a statement is made here, once; a platform only lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """A slice of the stored article, to be shown whole and unchanged.

    In a check it may be the text that was checked instead, with what differs told in it.

    With *marks* it stood inside quotation marks and is shown inside them; without, it is the
    article's own wording (with whatever marks the article put inside it).
    """

    text: str
    marks: bool

    @property
    def shown(self) -> str:
        """The text as a card shows it."""
        return f"“{self.text}”" if self.marks else self.text


@dataclass(frozen=True, slots=True)
class Card:
    """One statement shown; *notes* are short plain sentences, in the order to show them.

    A quotation that was checked is one, too: its verdict stands for a speaker, and what it is
    from are its variants.
    """

    statement: int | None  # its id in the store; none of what is not in it
    speaker: str  # "Dmitry Peskov", or words that say that nobody is named
    role: str | None
    words: tuple[Words, ...]  # one to a paragraph
    notes: tuple[str, ...]  # cue, via, hedge, denial, translation, evidence, why it matched
    source: str  # "“Russia Blames US …” · outlet not given · date not given"
    link: str | None  # http(s) only; where there is none, *source* names the file
    variants: tuple[Card, ...] = ()  # the same utterance elsewhere
    lead: str = ""  # words of ours that a variant begins with: "Also:"
    copies: tuple[int, ...] = ()  # the statements of wire copies that *notes* tell of


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several that may be meant: a *name*, with what to ask for that one alone."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot replies to one question.

    *heading* says what was found, or an honest no with what was searched. With *nearest* the
    cards are not the answer but the nearest thing, and *heading* says so. Of *choices* it asks
    which, best first. *today* is the day from which its days are told, None where it has none:
    asked again later, with that day it means the same. *title* is what others are told was asked,
    where that is not the question as it stands.
    """

    question: str
    heading: str
    cards: tuple[Card, ...] = ()
    nearest: bool = False
    choices: tuple[Choice, ...] = ()
    today: date | None = None
    title: str = ""
