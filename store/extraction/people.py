"""The people an article names: fullest names, short forms, roles, and who "he" may be."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.mentions import Mention, mentions
from store.extraction.roles import fits, heads


class People:
    """Who is named in an article, and where; *common* are its words without a capital."""

    def __init__(self, mentions: Sequence[Mention], common: frozenset[str] = frozenset()) -> None:
        self.common = common
        self._full: dict[str, dict[str, None]] = defaultdict(dict)  # by surname and first name
        self._forms: dict[str, dict[str, None]] = defaultdict(dict)  # by surname
        self._gendered: dict[str, dict[str, str]] = defaultdict(dict)  # by surname, then form
        self._roles: dict[str, list[Mention]] = defaultdict(list)  # by surname
        self._by_role: dict[str, list[Mention]] = defaultdict(list)
        self._unnamed: dict[str, list[int]] = defaultdict(list)  # by role, where
        self._sure: set[str] = set()  # surnames
        for mention in mentions:
            if mention.name:
                self._note(mention)
            else:
                self._unnamed[mention.role or ""].append(mention.at)
        self._quoted = [mention for mention in mentions if mention.quoted]
        self.outside = [
            m for m in mentions if (m.name or m.opens) and not m.quoted and self._known(m)
        ]

    def _note(self, mention: Mention) -> None:
        last = surname(mention.name)
        self._forms[last][mention.name] = None
        if " " in mention.name:
            self._full[last][mention.name] = None
            self._full[mention.name.split()[0].lower()][mention.name] = None
        if mention.gender:
            self._gendered[last].setdefault(mention.name, mention.gender)
        if mention.role:
            self._roles[last].append(mention)
        for head in heads(mention.role or ""):
            self._by_role[head].append(mention)
        if mention.sure:
            self._sure.add(last)

    def _known(self, mention: Mention) -> bool:
        """Whether it may be a person: not just any word with a capital."""
        return bool(
            mention.role
            or mention.gender
            or mention.sure
            or mention.speaks
            or mention.name.lower() in self._full
            or " " in mention.name
        )

    def is_sure(self, name: str) -> bool:
        """Whether the article tells that *name* is a person's, not a place's or a firm's."""
        return surname(name) in self._sure

    def full_name(self, name: str, gender: str = "") -> str | None:
        """The one full name that *name* is, or is short for; None if none or several are."""
        parts = name.lower().split()
        found = list(self._full.get(surname(name), ())) if parts else []
        if len(parts) > 1:
            found = [one for one in found if one.lower().split()[0] == parts[0]]
        if gender:
            found = [one for one in found if self.gender(one) in {gender, ""}]
        if len({(one.lower().split()[0], surname(one)) for one in found}) != 1:
            return None
        return max(found, key=len)

    def gender(self, name: str) -> str:
        """Tell "m" or "f"; "" where the article does not."""
        told = self._gendered.get(surname(name), {})
        return next((told[form] for form in told if _alike(form, name)), "")

    def gender_of(self, mention: Mention) -> str:
        """Tell "m" or "f" of whoever is mentioned."""
        if not mention.name:
            return mention.gender
        return self.gender(self.full_name(mention.name) or mention.name)

    def role(self, name: str, before: int) -> str | None:
        """The role last given with *name* before an offset."""
        given = reversed(self._roles.get(surname(name), []))
        return next((m.role for m in given if m.at < before and _alike(m.name, name)), None)

    def with_role(self, source: Sequence[str], before: int) -> list[tuple[str, int]]:
        """Who may be "the", "mayor" before an offset: full names, and where they were called so.

        *source* ends with the role itself. Nobody whom "a mayor" without a name came after.
        """
        role = source[-1]
        unnamed = self._unnamed.get(role, [])
        since = max(unnamed[: bisect_left(unnamed, before)], default=-1)
        given = (m for m in self._by_role.get(role, []) if since < m.at < before)
        found = {
            self.full_name(m.name) or m.name: m.at for m in given if fits(source, m.role or "")
        }
        return list(found.items())

    def short_forms(self, name: str) -> tuple[str, ...]:
        """Other forms under which the article names the same person."""
        forms = self._forms.get(surname(name), {})
        return tuple(form for form in forms if form != name and self.full_name(form) == name)

    def quoted_between(self, start: int, end: int) -> Sequence[Mention]:
        """The people whom somebody else's words name in a stretch of text."""
        return _between(self._quoted, start, end)

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The people mentioned outside marks in a stretch of text."""
        return _between(self.outside, start, end)


def _between(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of *mentions*, which are in order, that begin in a stretch of text."""
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : bisect_left(mentions, end, key=_start)]


def _start(mention: Mention) -> int:
    return mention.at


def _alike(one: str, other: str) -> bool:
    """Whether two forms with the same surname can be the same person's."""
    firsts = {name.lower().split()[0] for name in (one, other) if " " in name}
    return len(firsts) < 2


def surname(name: str) -> str:
    """The word that a short form of *name* uses, in lower case."""
    parts = [part for part in name.lower().replace("’", "'").split() if part not in en.SUFFIXES]
    return parts[-1] if parts else ""


def people(document: Document) -> People:
    """Everyone whom *document* names below its headlines."""
    prose = [
        sentence
        for paragraph in document.paragraphs
        if not paragraph.heading
        for sentence in paragraph.sentences
    ]
    found = [one for sentence in prose for one in mentions(document.text, sentence)]
    plain = (word for sentence in prose for word in sentence if word.plain and not word.capital)
    return People(found, frozenset(word.key for word in plain))
