"""An article, and who says what in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """How much of a quotation stands inside quotation marks."""

    DIRECT = "direct"  # all of it
    MIXED = "mixed"  # some of it
    INDIRECT = "indirect"  # none of it


class Evidence(StrEnum):
    """Why this speaker: what in the article says so."""

    NAMED = "named"  # the source gives the full name
    SURNAME = "surname"  # a short form of a name given elsewhere in the article
    TITLE = "title"  # a role or description that belongs to someone named elsewhere
    PRONOUN = "pronoun"
    CARRIED_OVER = "carried over"  # nobody named in the sentence; the same speaker goes on
    NONE = "none"


class Polarity(StrEnum):
    """Whether the speaker puts the content forward or rejects it."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Relation(StrEnum):
    """How a via stands between the speaker and this article."""

    ACCORDING_TO = "according to"
    TOLD = "told"  # said to that outlet
    TRANSLATION = "translation"  # that outlet's translation


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"  # a body with a name: "the White House", "Russia"
    GROUP = "group"  # unnamed people: "Russian officials"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article, `text[start:end]`: code points, end exclusive, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def of(self, text: str) -> str:
        """The words of *text* that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """What was loaded; *text* is kept as it was and every span indexes into it.

    Of its letters alone an accent that stood apart is in its letter: to Unicode that is no change.
    Anything that is not known is None: nothing is guessed. *published* is the day where it was
    published; *published_at* and *updated_at* are moments with their zone; *language* is a BCP 47
    tag as it was declared ("en-GB").
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None
    file: str | None = None  # the name, not the path, of the file it came from
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str | None = None
    # where it was found ("" for unknown), if *url* is only declared; and what of it a person told
    found: str | None = field(default=None, compare=False)
    told: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words reported as someone's, as a tagger found them.

    *content* leaves the quotation marks out where all of it stands inside marks and keeps them
    where only some of it does. *cue* and *source* are empty where the sentence has none.
    *confidence* (0 to 1) is how sure the tagger is of all three together. One that *follows* has
    neither: it may go on the last quotation in marks that has.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    confidence: float = 1.0
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source means, under the fullest name that the article gives."""

    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Via:
    """The outlet or person through whom a statement was reported."""

    name: Span
    relation: Relation


@dataclass(frozen=True, slots=True)
class Correction:
    """That an editor gave a statement its speaker, and whom it was read as before."""

    on: date
    read_as: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """That a later version of the article has other words, since when, and which it had before."""

    on: date
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is stored: a quotation, who said it, and how the article knows.

    *confidence* (0 to 1) is how sure extraction is that this is a statement with these words
    and this speaker. Where it was *corrected*, the evidence is still that of the speaker before.
    """

    kind: Kind
    content: tuple[Span, ...]
    context: Span  # the paragraph or paragraphs that hold the content
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    role: str | None = None  # as the article gives it: "Kremlin spokesman"
    evidence: Evidence = Evidence.NONE
    via: tuple[Via, ...] = ()
    hedges: tuple[Span, ...] = ()
    polarity: Polarity = Polarity.ASSERTS
    addressee: Span | None = None
    said_on: date | None = None  # only where the text and the article's date settle it
    confidence: float = 1.0
    corrected: Correction | None = None
    revised: Revision | None = None
