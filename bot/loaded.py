"""What one load did, in words: an article that is new, known, or a version of one on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot import revised
from bot.phrases import day, in_digits, listed
from bot.recorded import called, named
from store.extraction.tongue import foreign
from store.model import Became, Came, Change, Loaded

TOLD = 3  # changes whose words are told

# in this order
_COUNTED = {
    Became.CHANGED: "changed",
    Became.REASSIGNED: "with another speaker",
    Became.WITHDRAWN: "withdrawn",
    Became.ADDED: "new",
    Became.UNCHANGED: "unchanged",
}


def summary(loaded: Loaded) -> str:
    """What became of the article alone, in some sentences."""
    return f"{called(loaded.article)}: {_became(loaded)}"


def _became(loaded: Loaded) -> str:
    match loaded.came:
        case Came.KNOWN:
            return f"on record already, since {day(loaded.at)}. {_kept(loaded)}"
        case Came.UPDATED:
            return " ".join(("a new version.", *_changes(loaded)))
        case Came.OLDER:
            return "an older version of what is on record, and that stays as it is."
        case Came.WITHDRAWN:
            return "it was withdrawn, and stays so: onrecord withdraw --undo takes that back."
    return _said(loaded)


def _said(loaded: Loaded) -> str:
    if not loaded.statements:
        language = foreign(loaded.article)
        if language:
            return f"loaded, but it is in {language}; only English articles are read."
        return "loaded, but nobody is quoted in it."
    told = in_digits(len(loaded.statements), "statement")
    return f"{told}{by_whom(quoted(loaded))}."


def quoted(loaded: Loaded) -> Counter[str]:
    """Who is quoted in the article by name, and how often."""
    return Counter(one.speaker.name for one in loaded.statements if one.speaker)


def by_whom(names: Counter[str]) -> str:
    """*names* after what they said, those of most statements first; "" where there are none."""
    return f" by {listed(name for name, _ in names.most_common())}" if names else ""


def _kept(loaded: Loaded) -> str:
    told = []
    if loaded.taken_over:
        told.append(f"It tells otherwise by now, and that stands: {named(loaded.taken_over)}.")
    if loaded.filled:
        told.append(f"Nothing was added but what was not known of it: {named(loaded.filled)}.")
    return " ".join(told) or "Nothing was added, and its details stay as they were."


def _changes(loaded: Loaded) -> Iterator[str]:
    counts = Counter(change.became for change in loaded.changes)
    if not counts:
        yield "Nobody is quoted in it, nor was before."
        return
    told = [f"{counts[one]} {word}" for one, word in _COUNTED.items() if counts[one]]
    yield f"Statements: {', '.join(told)}."
    telling = {Became.CHANGED, Became.WITHDRAWN}
    changed = [change for change in loaded.changes if change.became in telling]
    yield from (_change(one) for one in changed[:TOLD])


def _change(change: Change) -> str:
    if change.became is Became.WITHDRAWN:
        return f"It no longer has {revised.whole(change.before)}."
    before, now = ((pieces, "\n".join(pieces)) for pieces in (change.before, change.now))
    return f"{revised.now_reads(before, now)}."
