"""What is asked of the store, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.model.statements import Article, Polarity, Statement


@dataclass(frozen=True, slots=True)
class Query:
    """What a question means; an empty field asks for nothing.

    *words* must be in what was said. *topic* may also be met by the article around it.
    *outlet* is the article's outlet or a via. *loose* words may name a speaker, an outlet or
    be words that were said: the store decides by what it holds. What *other_than* said about
    themselves is no answer, nor is anything where *nobody* is somebody in sight.
    *since* and *until* are days that are in it themselves: of the day it was said, else of the
    day the article was published; what has neither is never met. *first_hand* leaves out what
    came through others. *exact* are phrases of *words*, *topic* or *loose* that must stand
    just so. *in_order* asks to be told by days, earliest first: what is found is the same.
    *scope* is the workspace or server that asks; "" is the shell on the store's own machine.
    """

    words: str = ""
    speaker: str = ""
    topic: str = ""
    outlet: str = ""
    loose: str = ""
    polarity: Polarity | None = None
    other_than: str = ""
    nobody: str = ""
    since: date | None = None
    until: date | None = None
    first_hand: bool = False
    exact: tuple[str, ...] = ()
    in_order: bool = False
    scope: str = ""


class Reason(StrEnum):
    """Why a statement matched, in words that a card can show."""

    WORDS = "the words said"
    SPEAKER = "the speaker"
    OUTLET = "the outlet"
    DENIAL = "a denial"
    PARAGRAPH = "the topic: the paragraph around it, not the words said"
    ARTICLE = "the topic: the article's headline or other statements, not the words said"
    ROLE = "the speaker's role names the person asked for"


class Outside(StrEnum):
    """What a variant does not meet of the question that its statement answers."""

    DAYS = "of other days, or of a day that is not known"
    OUTLET = "of another outlet"
    HAND = "second-hand"


@dataclass(frozen=True, slots=True)
class Match:
    """A statement found, with its score (0 to 100), why it matched, and its variants.

    *words* is the content as it was written down at loading, one string to a span: what
    `article.text` must still say there before it may be shown; there are none where the text
    was altered anywhere since. A variant is the same
    utterance in another outlet or another translation; one that does not itself meet the
    question has no reasons and a score of 0; *outside* is where it is not of the days, the outlet
    or the hand that were asked for.
    """

    id: int
    statement: Statement
    article: Article
    words: tuple[str, ...]
    score: float
    reasons: tuple[Reason, ...]
    variants: tuple[Match, ...] = ()
    outside: tuple[Outside, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone whom a name may mean, with a role that an article gives them."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much a scope can see."""

    articles: int = 0
    statements: int = 0
