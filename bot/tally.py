"""What became of many articles: counted, and told in the end."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

from bot.bulk import End, Result
from bot.loaded import summary
from bot.phrases import in_digits, listed, short
from store.characters import storable
from store.extraction.tongue import foreign

_REASONS = 10  # told of, those of most articles first
_KEPT = 1000  # reasons that are told apart
_LENGTH = 200  # characters of one


@dataclass
class Tally:
    """Counts of what became of each article so far, and why some failed."""

    ends: Counter[End] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    unread: Counter[str] = field(default_factory=Counter)  # by the language that they are in

    @property
    def count(self) -> int:
        """How many articles there were."""
        return self.ends.total()

    @property
    def failed(self) -> int:
        """How many could not be loaded."""
        return self.ends[End.FAILED]

    def add(self, result: Result) -> None:
        """Count one."""
        self.ends[result.end] += 1
        if result.error:
            self._fail(_why(str(result.error)))
        elif result.loaded and result.end is not End.UNCHANGED:
            self.statements += len(result.loaded.statements)
            if not result.loaded.statements and (language := foreign(result.loaded.article)):
                self.unread[language] += 1

    def _fail(self, why: str) -> None:
        if len(self.reasons) < _KEPT or why in self.reasons:
            self.reasons[why] += 1
        else:
            self.reasons["other reasons"] += 1

    def summary(self) -> str:
        """All of it, a line for the counts and one for each reason."""
        counts = ", ".join(f"{self.ends[one]:,} {one}" for one in End if self.ends[one])
        lines = [f"{in_digits(self.count, 'article')}: {counts}.{self._found()}"]
        lines += [f"  {count:,} × {why}" for why, count in self.reasons.most_common(_REASONS)]
        more = sum(count for _, count in self.reasons.most_common()[_REASONS:])
        return "\n".join((*lines, f"  {more:,} × other reasons") if more else lines)

    def _found(self) -> str:
        read = self.ends[End.LOADED] + self.ends[End.UPDATED]
        found = f" {in_digits(self.statements, 'statement')} in what was read." if read else ""
        if not self.unread:
            return found
        told = listed(f"{count:,} in {language}" for language, count in self.unread.most_common())
        return f"{found} Only English articles are read: {told} have no statements."


def told(result: Result) -> str:
    """What became of one article, in a sentence or some."""
    if result.error:
        return str(result.error)
    if result.loaded:
        return summary(result.loaded)
    return f"{result.item.name}: unchanged since it was loaded."


def reported(result: Result) -> str:
    """What became of one article, as a line of JSON."""
    loaded = result.loaded
    one = {
        "name": storable(result.item.name),
        "outcome": result.end,
        "reason": storable(str(result.error)) if result.error else None,
        "statements": len(loaded.statements) if loaded else None,
    }
    return json.dumps(one, ensure_ascii=False)


def _why(reason: str) -> str:
    """*reason* without which file it was: "cannot read 'a.txt': it is empty"."""
    return short(reason.partition("': ")[2] or reason, _LENGTH)
