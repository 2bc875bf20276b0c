"""Whether a text and an article mean the same speaker, and who else may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.checking.records import Record
from store.extraction.languages import en
from store.extraction.mentions import gender
from store.extraction.roles import heads
from store.model import Evidence, Person, Speaker, SpeakerKind, Statement
from store.search import spelling, weights
from store.words import folded

_LITTLE = frozenset(("a", "an", "the", "of", "and", "for", "one", "its", "his", "her", "their"))
_OTHERWISE = frozenset(("deputy", "vice", "former", "ex", "acting", "assistant", "late", "shadow"))
_INITIALS = re.compile(r"\b([^\W\d_])\.(?:[ -]?[^\W\d_]\.)*")
_WORD = re.compile(r"[^\W\d_]+")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who a *text* says has said something, by its *statement*.

    Where that gives no more of a name than the surname, *bearers* are those on record who bear it.
    """

    text: str
    statement: Statement | None
    bearers: tuple[Person, ...] = ()

    @property
    def named(self) -> str | None:
        """Whom the text names; a surname with the title or initial that stands beside it."""
        if self.statement is None or self.statement.speaker is None:
            return None
        if surname(self.statement) and self.statement.evidence is Evidence.NAMED:
            return " ".join(span.of(self.text) for span in self.statement.source)
        return self.statement.speaker.name


def surname(statement: Statement | None) -> str | None:
    """The surname in *statement*, where that and perhaps initials are all that it gives."""
    named = statement.speaker if statement else None
    if named is None or named.kind is not SpeakerKind.PERSON:
        return None
    words = _spelt(named.name)
    return words[-1] if words and all(len(word) == 1 for word in words[:-1]) else None


def same(claim: Claim, record: Record) -> bool | None:
    """Whether the speaker of one is the other's; None where either names nobody.

    A surname alone is everyone's who bears it, but for what stands beside it: an initial, a title
    that another of that name has, “Mrs”, “he”. A role alone is everyone's who has it.
    """
    text, article = claim.statement, record.matches[0].statement
    if text is None or text.speaker is None or article.speaker is None:
        return None
    if text.speaker.kind is article.speaker.kind is SpeakerKind.PERSON:
        named = any(
            _same_name(ours, theirs, {*_bare(text.role), *_bare(article.role)})
            for ours in _names(text.speaker)
            for theirs in _names(article.speaker)
        )
        return named and not _speaks_against(claim, record)
    ours, theirs = list(_names(text.speaker)), list(_names(article.speaker))
    if any(a == b for a in ours for b in theirs):
        return True
    if SpeakerKind.PERSON not in (text.speaker.kind, article.speaker.kind):
        return any(_within(a, b) or _within(b, a) for a in ours for b in theirs)
    return _by_role(text.speaker, article) or _by_role(article.speaker, text)


def others(claim: Claim, record: Record) -> tuple[Person, ...]:
    """The bearers of the surname whom the text may mean as well as the speaker on record."""
    text = claim.statement
    if text is None or (text.role and _share_office(text.role, *_roles(claim, record))):
        return ()
    return tuple(one for one in _rivals(claim, record) if _fits(claim.text, text, one))


def _speaks_against(claim: Claim, record: Record) -> bool:
    """Whether what the text tells beside a name is not of the speaker on record or a rival's."""
    text, article = claim.statement, record.matches[0].statement
    if text is None:
        return False
    ours, theirs = _sex(claim.text, text), _sex(record.text, article)
    if ours and theirs and ours != theirs:
        return True
    if not text.role or _share_office(text.role, *_roles(claim, record)):
        return False
    holding = [p for p in _rivals(claim, record) if p.role and _share_office(text.role, p.role)]
    return any(_fits(claim.text, text, one) for one in holding)


def _rivals(claim: Claim, record: Record) -> Iterator[Person]:
    """The bearers of the surname but for the speaker on record."""
    speaker = record.matches[0].statement.speaker
    for one in claim.bearers:
        if speaker and not _same_name(_spelt(one.name), _spelt(speaker.name), set()):
            yield one


def _roles(claim: Claim, record: Record) -> Iterator[str]:
    """The roles that are known of the speaker on record."""
    article = record.matches[0].statement
    if article.role:
        yield article.role
    for one in claim.bearers:
        if one.role and article.speaker and _spelt(one.name) == _spelt(article.speaker.name):
            yield one.role


def _fits(text: str, told: Statement, person: Person) -> bool:
    """Whether an initial and a “Mrs” of what is *told* in *text* may be those of *person*."""
    if told.speaker is None:
        return False
    theirs, ours = gender(name=person.name, role=person.role or ""), _sex(text, told)
    named = _same_name(_spelt(told.speaker.name), _spelt(person.name), set(_bare(told.role)))
    return named and not (ours and theirs and ours != theirs)


def _sex(text: str, statement: Statement) -> str:
    """Tell "m" or "f" by “Mr”, “she” or what somebody is called; "" where these do not."""
    source = {word.lower() for span in statement.source for word in _WORD.findall(span.of(text))}
    if source & (en.MR | {"he"}):
        return "m"
    if source & (en.MRS | {"she"}):
        return "f"
    named = statement.speaker.name if statement.speaker else ""
    return gender(name=named, role=statement.role or "")


def _share_office(role: str, *roles: str) -> bool:
    return any(_office(role) & _office(other) and _apart(role) == _apart(other) for other in roles)


def _office(role: str) -> set[str]:
    """What somebody is who has *role*: a "farmer", without whose or where."""
    return heads(role) or set(_bare(re.split(r",| of | at | for ", role)[0])[-1:])


def _apart(role: str) -> frozenset[str]:
    return _OTHERWISE.intersection(_bare(role))


def _names(speaker: Speaker) -> Iterator[Words]:
    """The names of *speaker*, none of them a part of the first: many bear the same surname."""
    spelt = _spelt if speaker.kind is SpeakerKind.PERSON else _bare
    first = spelt(speaker.name)
    names = map(spelt, (speaker.name, *speaker.aliases))
    return (name for name in names if name and (name == first or not _within(name, first)))


def _spelt(name: str) -> Words:
    """The words of a person's name; of initials the first."""
    return folded(_INITIALS.sub(r"\1 ", name))


def _bare(name: str | None) -> Words:
    return tuple(word for word in folded(name or "") if word not in _LITTLE)


def _same_name(one: Words, other: Words, roles: set[str]) -> bool:
    """Whether two names have one surname, and no given names that speak against it."""
    if one == other:
        return True
    if spelling.alike(one[-1], other[-1]) < weights.SAME_NAME:
        return False
    given, others = ([word for word in name[:-1] if word not in roles] for name in (one, other))
    return not given or not others or _same_given(given[0], others[0])


def _same_given(one: str, other: str) -> bool:
    alike = max(spelling.alike_given(one, other), spelling.alike_given(other, one))
    return alike >= weights.SAME_NAME


def _within(one: Words, other: Words) -> bool:
    return set(one) <= set(other)


def _by_role(speaker: Speaker, statement: Statement) -> bool:
    """Whether *speaker* has no name but what the other is: "the Kremlin spokesman"."""
    role = _bare(statement.role)
    described = speaker.kind is not SpeakerKind.PERSON
    return described and bool(role) and any(_within(name, role) for name in _names(speaker))
