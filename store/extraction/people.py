"""The people an article names: fullest names, short forms, roles, and who "he" may be."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from store.extraction.bodies import Bodies
from store.extraction.document import Document
from store.extraction.headlines import in_headlines
from store.extraction.languages import en
from store.extraction.mentions import Mention, mentions, ranked
from store.extraction.roles import fits, heads

_MOST = 100  # mentions of a role among which "the mayor" is looked for


class Bearer(NamedTuple):
    """What tells those of one surname apart; *first* is empty for a surname alone."""

    surname: str
    first: str = ""
    suffix: str = ""  # "jr" is another person than his father


class People:
    """Who is named in an article, and where; *common* are its words without a capital."""

    def __init__(
        self, mentions: Iterable[Mention], common: frozenset[str] = frozenset(), text: str = ""
    ) -> None:
        self.common = common
        self._text = text
        self._longer: dict[str, dict[Bearer, str]] = defaultdict(dict)  # by a word inside
        self._full: dict[str, dict[Bearer, str]] = defaultdict(dict)  # by surname and first name
        self._found: dict[tuple[Bearer, str], str | None] = {}  # full names that were asked for
        self._short: dict[str, tuple[str, ...]] = {}  # short forms that were asked for
        self._forms: dict[Bearer, dict[str, None]] = defaultdict(dict)
        self._gendered: dict[Bearer, str] = {}
        self._genders: dict[str, set[str]] = defaultdict(set)  # by surname
        self._roles: dict[Bearer, list[Mention]] = defaultdict(list)
        self._by_role: dict[str, list[Mention]] = defaultdict(list)
        self._unnamed: dict[str, list[int]] = defaultdict(list)  # by role, where
        self._sure: set[str] = set()  # surnames
        found = list(mentions)
        self._ranked = ranked(found)
        found = [replace(one, name=self.unranked(one.name)) for one in found]
        ordered = _without_places(sorted(found, key=_start))
        for mention in ordered:
            if mention.name:
                self._note(mention, bearer(mention.name))
            else:
                self._unnamed[mention.role or ""].append(mention.at)
        self._quoted = [mention for mention in ordered if mention.quoted]
        self.outside = [
            m for m in ordered if (m.name or m.opens or m.acts) and not m.quoted and self._known(m)
        ]

    def _note(self, mention: Mention, who: Bearer) -> None:
        self._forms[who][mention.name] = None
        if who.first:
            for key in (who.surname, who.first):
                longest = max(self._full[key].get(who, ""), mention.name, key=len)
                self._full[key][who] = longest
            for word in mention.name.lower().split()[1:-1]:
                if len(word) > 2 and word not in en.GIVEN_NAMES:
                    self._longer[word][who] = mention.name
        if mention.gender:
            self._gendered.setdefault(who, mention.gender)
            self._genders[who.surname].add(mention.gender)
        if mention.role:
            self._roles[who].append(mention)
        for head in heads(mention.role or ""):
            self._by_role[head].append(mention)
        if mention.sure:
            self._sure.add(who.surname)

    def _known(self, mention: Mention) -> bool:
        """Whether it may be a person: not just any word with a capital."""
        return bool(
            mention.role
            or mention.gender
            or mention.sure
            or mention.speaks
            or not mention.name
            or mention.name.lower() in self._full
            or " " in mention.name
            or self.is_sure(mention.name)
        )

    def unranked(self, name: str) -> str:
        """*name* without a rank in capitals: "DS Otto" where Otto is a detective sergeant."""
        return name.partition(" ")[2] if name in self._ranked else name

    def is_sure(self, name: str) -> bool:
        """Whether the article tells that *name* is a person's, not a place's or a firm's."""
        return surname(name) in self._sure

    def full_name(self, name: str, gender: str = "") -> str | None:
        """The one full name that *name* is, or is short for; None if none or several are."""
        asked = bearer(name), gender
        if asked not in self._found:
            self._found[asked] = self._only_bearer(*asked)
        return self._found[asked]

    def _only_bearer(self, who: Bearer, gender: str) -> str | None:
        bearers = self._full.get(who.surname, {})
        if who.first:
            return self._ends_with(who, bearers) or bearers.get(who)
        found = [
            full
            for one, full in bearers.items()
            if (not who.suffix or one.suffix == who.suffix)
            and (not gender or self.gender(full) in {gender, ""})
        ]
        if not bearers and gender:  # Ms. Acosta
            found = list(self._longer.get(who.surname, {}).values())
        return found[0] if len(found) == 1 else None

    def full_name_between(self, name: str, start: int, end: int) -> str | None:
        """The full name that *name* is short for, where one of several is named in a stretch."""
        who = bearer(name)
        near = [m for m in self.between(start, end) if bearer(m.name).surname == who.surname]
        found = {m.name for m in near if " " in m.name}
        acts = any(m.speaks or m.opens for m in near if m.name in found)
        return found.pop() if len(found) == 1 and acts and not who.first else None

    @staticmethod
    def _ends_with(who: Bearer, bearers: Mapping[Bearer, str]) -> str | None:
        """The one whose surname has two words: "Wasserman Schultz"."""
        end = f" {who.first} {who.surname}"
        found = [full for full in bearers.values() if full.lower().endswith(end)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def bodies(self) -> Bodies:
        """The organisations that the article names."""
        return Bodies(self._text)

    def gender(self, name: str) -> str:
        """Tell "m" or "f"; "" where the article does not."""
        who = bearer(name)
        told = self._gendered.get(who)
        if not told and len(self._full.get(who.surname, {})) < 2:
            told = self._gendered.get(Bearer(who.surname))
        if told or who.first:
            return told or ""
        every = self._genders.get(who.surname, set())
        return next(iter(every)) if len(every) == 1 else ""

    def gender_of(self, mention: Mention) -> str:
        """Tell "m" or "f" of whoever is mentioned."""
        if not mention.name:
            return mention.gender
        return self.gender(self.full_name(mention.name) or mention.name)

    def role(self, name: str, before: int) -> str | None:
        """The role last given with *name* before an offset; none where several bear that name."""
        who, alone = bearer(name), Bearer(surname(name))
        bearers = self._full.get(who.surname)
        if bearers and not who.first and self.full_name(name) is None:
            return None
        own = [who]
        if who.first and self.full_name(alone.surname) == self.full_name(name):
            own.append(alone)
        given = [last for one in own if (last := _last(self._roles.get(one, []), before))]
        return max(given, key=_start).role if given else None

    def with_role(self, source: Sequence[str], before: int) -> list[tuple[str, int]]:
        """Who may be "the", "mayor" before an offset: full names, and where they were called so.

        *source* ends with the role itself. Nobody whom "a mayor" without a name came after, and
        nobody where so many were called so that it tells nothing.
        """
        role = source[-1]
        unnamed = self._unnamed.get(role, [])
        last = bisect_left(unnamed, before)
        since = unnamed[last - 1] + 1 if last else 0
        given = _between(self._by_role.get(role, []), since, before)
        if len(given) > _MOST:
            return []
        found = {
            self.full_name(m.name) or m.name: m.at for m in given if fits(source, m.role or "")
        }
        return list(found.items())

    def short_forms(self, name: str) -> tuple[str, ...]:
        """Other forms under which the article names the same person."""
        if name not in self._short:
            self._short[name] = tuple(self._short_forms(name, bearer(name)))
        return self._short[name]

    def _short_forms(self, name: str, who: Bearer) -> Iterator[str]:
        alike = dict.fromkeys((who, Bearer(who.surname), who._replace(first="")))
        for form in (form for one in alike for form in self._forms.get(one, ())):
            if form != name and self.full_name(form) == name:
                yield form

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


def _without_places(mentions: Sequence[Mention]) -> list[Mention]:
    """Those of *mentions* that are people: "from Ada Birch" only where Birch says something."""
    people = {bearer(m.name).surname for m in mentions if not m.placed and (m.speaks or m.sure)}
    return [m for m in mentions if not m.placed or bearer(m.name).surname in people]


def _start(mention: Mention) -> int:
    return mention.at


def _last(mentions: Sequence[Mention], before: int) -> Mention | None:
    at = bisect_left(mentions, before, key=_start)
    return mentions[at - 1] if at else None


def bearer(name: str) -> Bearer:
    """Whom *name* tells of, whatever form it has."""
    parts = name.lower().replace("’", "'").split()
    suffix = next((part.rstrip(".") for part in parts[1:] if part in en.SUFFIXES), "")
    own = [part for part in parts if part not in en.SUFFIXES]
    return Bearer(own[-1] if own else "", own[0] if len(own) > 1 else "", suffix)


def surname(name: str) -> str:
    """The word that a short form of *name* uses, in lower case."""
    return bearer(name).surname


def people(document: Document) -> People:
    """Everyone whom *document* names; a headline only tells who is not fully named below it."""
    prose = [
        sentence
        for paragraph in document.paragraphs
        if not paragraph.heading
        for sentence in paragraph.sentences
    ]
    found = [one for sentence in prose for one in mentions(document.text, sentence)]
    full = {bearer(one.name).surname for one in found if " " in one.name}
    short = {one.name.lower() for one in found} - full
    found += [one for one in in_headlines(document) if bearer(one.name).surname in short]
    plain = (word for sentence in prose for word in sentence if word.plain and not word.capital)
    return People(found, frozenset(word.key for word in plain), document.text)
