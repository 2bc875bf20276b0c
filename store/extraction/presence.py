"""Who is present to a reader where a pronoun stands: how lately and how prominently mentioned."""

from __future__ import annotations

from typing import NamedTuple

from store.extraction.languages import en
from store.extraction.mentions import Mention

# How present a mention leaves somebody. These figures, and those below, were set by reading some
# two hundred pronouns of news articles.
SPEAKS, OPENS, ACTS, NAMED, QUOTED = 4.0, 3.0, 2.0, 1.0, 1.4
_GOES_ON = 2.0  # more for the last speaker in "…", he said
_RETOLD = 0.4  # of that, where the mention stands in words that somebody else said
_AGAIN = 0.3  # of what was left from before that counts, too
_SENTENCE, _PARAGRAPH = 0.5, 0.7  # what a new one leaves of it
_ENOUGH = 0.2  # less tells nothing
_CLEAR = 1.7  # times as present as the next
# Where someone is known to be a man or a woman, less for whom the name leaves open: nobody's
# given name, or one that both bear.
_UNKNOWN, _EITHER = 0.7, 0.5


class Seen(NamedTuple):
    """Somebody mentioned at a place in the text; *sex* is "m", "f" or, not told, ""."""

    at: int
    name: str
    sex: str
    weight: float
    quoted: bool = False  # named only in marks: a rival, but never who is meant

    def retold(self) -> Seen:
        """The same, in words that somebody else said."""
        return self if self.quoted else self._replace(weight=self.weight * _RETOLD)


def prominence(mention: Mention) -> float:
    """How present *mention* leaves whom it names."""
    if mention.quoted:
        return QUOTED
    if mention.speaks:
        return SPEAKS
    return OPENS if mention.opens else ACTS if mention.acts else NAMED


class Scene:
    """Everyone who was mentioned, and how present each of them still is."""

    def __init__(self) -> None:
        self._present: dict[str, float] = {}
        self._sex: dict[str, str] = {}
        self._outside: set[str] = set()

    def called(self, surname: str, sex: str) -> str:
        """The one clearly present whose name ends with *surname*; *surname* itself if none is."""
        alike = [name for name in self._present if name.endswith(f" {surname}")]
        fitting = [name for name in alike if not sex or self._sex[name] in {sex, ""}]
        ranked = sorted(((self._present[name], name) for name in fitting), reverse=True)
        clear = ranked and (len(ranked) == 1 or ranked[0][0] >= _CLEAR * ranked[1][0])
        return ranked[0][1] if clear else surname

    def goes_on(self, at: int, name: str, sex: str) -> None:
        """The last speaker is likelier still in "…", he said; not where the name tells nothing."""
        if sex or not _both_bear(name):
            self.add(Seen(at, name, sex, _GOES_ON))

    def next_sentence(self, *, paragraph: bool) -> None:
        """Everyone recedes, more so where a paragraph begins."""
        left = _SENTENCE * _PARAGRAPH if paragraph else _SENTENCE
        for name in self._present:
            self._present[name] *= left

    def add(self, one: Seen) -> None:
        """Somebody is mentioned: that counts in full, what was left from before a little."""
        left = self._present.get(one.name, 0.0)
        self._present[one.name] = max(left, one.weight) + _AGAIN * min(left, one.weight)
        self._sex[one.name] = one.sex or self._sex.get(one.name, "")
        if not one.quoted:
            self._outside.add(one.name)

    def meant(self, sex: str) -> str | None:
        """Whom "he" or "she" means: the one clearly most present; None where two are as likely."""
        alike = [name for name in self._present if self._sex[name] in {sex, ""}]
        known = sex in self._sex.values()
        ranked = sorted(((self._likely(name, known=known), name) for name in alike), reverse=True)
        if not ranked or ranked[0][1] not in self._outside:
            return None
        most, name = ranked[0]
        rival = next((one for one, other in ranked if not _same(name, other)), 0.0)
        longer = {other for other in alike if other.endswith(f" {name}")}
        name = longer.pop() if len(longer) == 1 else name
        return name if most >= max(_ENOUGH, _CLEAR * rival) else None

    def _likely(self, name: str, *, known: bool) -> float:
        present = self._present[name]
        if not known or self._sex[name]:
            return present
        return present * (_EITHER if _both_bear(name) else _UNKNOWN)


def _same(name: str, other: str) -> bool:
    """Whether one is short for the other: "Birch", "Ada Birch"."""
    return name == other or name.endswith(f" {other}") or other.endswith(f" {name}")


def _both_bear(name: str) -> bool:
    return name.lower().split()[0] in en.GIVEN_NAMES
