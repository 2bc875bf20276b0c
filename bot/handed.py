"""Articles handed over in chat: several at once, and what is told while they come in."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain, islice

from bot import loading
from bot.loaded import by_whom, quoted, summary
from bot.phrases import in_digits, short
from store.articles import LARGEST, Details, Found, Linked, documents
from store.errors import UnreadableArticle
from store.links import followable
from store.model import Came, Loaded
from store.store import Store

MOST = 10  # files in one form, on Slack and on Discord
SOON = 2.0  # seconds until how far it is is told again; then twice as many each time
PASTED = "pasted.txt"
TAKEN = f"Text, pages, PDF, Word, mail, feeds: {LARGEST // 1024**2} MB each at most."
NOTHING = "There is nothing in this message to load: no file, no link and no text."
NOT_A_LINK = (
    "Give a whole link after /load, such as https://www.example.com/article, or nothing for a form."
)
ONE_EACH = "Several articles cannot have one title or link: leave it empty."
STOPPED = "Loading stopped before all was loaded; what was loaded stays on record."
_ONE_EACH = "cannot load '{}' with one title or link for all its articles: leave both empty"

_LISTED = 10  # articles told of one by one
_FAILURES = 5  # told of where not every article is
_REASON = 300  # characters

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class File:
    """A file or paste that was handed over; *get* brings its bytes, and may take its time.

    Raises UnreadableArticle where it cannot be had.
    """

    name: str
    get: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Address:
    """A link that was handed over."""

    url: str

    @property
    def name(self) -> str:
        """How people are told of it."""
        return self.url


Handed = File | Address


def pasted(text: str) -> File:
    """A *text* that was handed over as it is."""
    return File(PASTED, text.encode)


def addresses(typed: str) -> tuple[Address, ...]:
    """The links in what was *typed*, where it is nothing but links; else none."""
    words = typed.split()
    return tuple(map(Address, dict.fromkeys(words))) if all(map(followable, words)) else ()


def of_message(text: str, linked: str, files: Sequence[File]) -> tuple[Handed, ...]:
    """What a message hands over: its *files*, or the articles it links to, or else its *text*.

    In *linked* each link of the text is its address and not what the message shows for it.
    """
    if files:
        return tuple(files)
    return addresses(linked) or ((pasted(text),) if text.strip() else ())


def begun(handed: Sequence[Handed]) -> str:
    """What is told at once, before a loader is free."""
    return _Report(len(handed)).underway()


def load(
    store: Store, handed: Sequence[Handed], told: Details, *, by: str, scope: str, tell: Tell
) -> str:
    """Load all that was *handed* over, and say what came of it.

    While it goes on, *tell* is told how far it is, ever less often. What fails stops nothing
    else. What was *told* holds for each article.
    """
    report, wait = _Report(len(handed)), SOON
    due = time.monotonic() + wait
    for one in handed:
        for came in _load(store, one, told, by=by, scope=scope):
            report.add(came)
            if time.monotonic() >= due:
                wait *= 2
                tell(report.underway())
                due = time.monotonic() + wait
        report.done += 1
    return report.result()


def _load(
    store: Store, one: Handed, told: Details, *, by: str, scope: str
) -> Iterator[Loaded | UnreadableArticle]:
    """What came of each article in *one*."""
    if isinstance(one, Address):
        yield _load_one(store, Linked(one.url), told, by=by, scope=scope)
        return
    try:
        with loading.noting(store, one.name, by=by, scope=scope):
            data = one.get()
    except UnreadableArticle as error:
        yield error
        return
    found = documents(one.name, BytesIO(data))
    first = tuple(islice(found, 2))
    if len(first) > 1 and (told.title or told.url):
        yield UnreadableArticle(_ONE_EACH.format(one.name))
        return
    for each in chain(first, found):
        yield _load_one(store, each, told, by=by, scope=scope)


def _load_one(
    store: Store, found: Found, told: Details, *, by: str, scope: str
) -> Loaded | UnreadableArticle:
    try:
        return loading.load(store, found, told, by=by, scope=scope)
    except UnreadableArticle as error:
        return error


@dataclass
class _Report:
    """What came of each article so far, of so many things that were handed over."""

    of: int
    done: int = 0
    count: int = 0
    new: int = 0
    updated: int = 0
    statements: int = 0
    speakers: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    told: list[str] = field(default_factory=list)  # no more than are listed
    failures: list[str] = field(default_factory=list)

    def add(self, came: Loaded | UnreadableArticle) -> None:
        self.count += 1
        if isinstance(came, UnreadableArticle):
            self.failed += 1
            said = short(str(came), _REASON)
            _keep(self.failures, said, _FAILURES)
        else:
            said = summary(came)
            self._count(came)
        _keep(self.told, said, _LISTED + 1)

    def _count(self, loaded: Loaded) -> None:
        self.updated += loaded.came is Came.UPDATED
        if loaded.new:
            self.new += 1
            self.statements += len(loaded.statements)
            self.speakers.update(quoted(loaded))

    def underway(self) -> str:
        """How far it is."""
        so_far = f" {in_digits(self.count, 'article')} so far." if self.count else ""
        of = f" {self.done + 1} of {self.of}" if self.of > 1 else ""
        return f"Loading{of} …{so_far}"

    def result(self) -> str:
        """What came of all."""
        if self.count == 1:
            lines = self.told
        elif self.count <= _LISTED:
            lines = [self._counted(), *(f"• {line}" for line in self.told)]
        else:
            more = self.failed - len(self.failures)
            rest = [f"• and {more} more: onrecord loads lists them"] if more else []
            lines = [self._counted(), *(f"• {line}" for line in self.failures), *rest]
        return "\n".join((*lines, *(loading.shortcomings() if self.new or self.updated else ())))

    def _counted(self) -> str:
        new = f"{in_digits(self.new, 'article')} loaded: {in_digits(self.statements, 'statement')}"
        known = self.count - self.new - self.updated - self.failed
        others = [
            f"{number:,} {what}."
            for number, what in (
                (self.updated, "in a new version"),
                (known, "on record already"),
                (self.failed, "could not be loaded"),
            )
            if number
        ]
        return " ".join((f"{new}{by_whom(self.speakers)}.", *others))


def _keep(lines: list[str], line: str, most: int) -> None:
    if len(lines) < most:
        lines.append(line)
