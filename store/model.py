"""What passes between the rooms: articles, statements, queries and matches."""

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
    # where it was found, if *url* is another that it only declares; and what of it a person told
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


class Came(StrEnum):
    """What an article that is loaded is to what is on record."""

    NEW = "new"
    KNOWN = "known"  # on record already, and so it stays
    UPDATED = "updated"  # it took the place of an earlier version
    OLDER = "older"  # a newer version is on record, and stays in its place
    WITHDRAWN = "withdrawn"  # somebody withdrew it, and so it stays


class Became(StrEnum):
    """What became of a statement in another version of its article."""

    UNCHANGED = "unchanged"
    REASSIGNED = "reassigned"  # the same words, by another speaker
    CHANGED = "changed"  # nearly these words, by the same speaker
    WITHDRAWN = "withdrawn"  # nowhere in it
    ADDED = "added"  # nowhere in the earlier one


@dataclass(frozen=True, slots=True)
class Change:
    """A statement in two versions of an article: its words in each, none where it is not in it."""

    became: Became
    speaker: str | None
    before: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one load did, and the *article* that is on record now.

    *statements* are those that are shown; *changes* are what a new version did to those before,
    *filled* the details that were not known until now, *taken_over* those that it tells otherwise
    by now.
    """

    article: Article
    came: Came
    statements: tuple[Statement, ...]
    at: datetime
    by: str
    changes: tuple[Change, ...] = ()
    filled: tuple[str, ...] = ()
    taken_over: tuple[str, ...] = ()

    @property
    def new(self) -> bool:
        """Whether no version of the article was on record before."""
        return self.came is Came.NEW


@dataclass(frozen=True, slots=True)
class Load:
    """An entry of the load log: an article that is new or changed, or that could not be loaded.

    *name* is the article's title or the file's name, *reason* why it failed, None where it did
    not; *statements* are those that are shown now, and *updated* tells that it is a new version.
    """

    name: str | None
    at: datetime
    by: str
    scope: str  # "" is everyone's
    statements: int
    reason: str | None
    updated: bool


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


class Outcome(StrEnum):
    """How a report of a wrong speaker was settled."""

    REASSIGNED = "reassigned"
    NOT_A_STATEMENT = "not a statement"
    REJECTED = "rejected"  # it stays, or is again, as extraction read it
    UNDONE = "undone"  # what held before the last ruling holds again, and the report waits anew


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an editor decides on a report; a *name* only for a speaker that it is reassigned to."""

    outcome: Outcome
    name: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """One entry of the audit log: who settled report *report*, how and when."""

    report: int
    ruling: Ruling
    at: datetime
    by: str
    scope: str


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody's word that a statement has the wrong speaker; all of it is untrusted text.

    *match* is the statement as it is shown now, None where it is no longer. *settled* is the
    audit log of it, oldest first; one that is everyone's may have been settled by the *scope*
    that it comes from, and still be open for the shell.
    """

    id: int
    match: Match | None
    words: str  # of the statement as it was reported
    speaker: str | None  # whom it was given to then
    instead: str  # who is said to be right; may be empty
    why: str  # may be empty
    by: str
    at: datetime
    scope: str
    everyones: bool  # whether the article is
    settled: tuple[Settlement, ...] = ()


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
