"""Whom "he", "she", "they" and "it" mean; nobody where two are as likely."""

from __future__ import annotations

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.mentions import Mention
from store.extraction.people import People
from store.extraction.sentences import Word
from store.model import Span, Speaker, SpeakerKind, Statement

REACH = 2  # paragraphs back in which whoever is meant may have been named
_KINDS = {"they": SpeakerKind.GROUP, "it": SpeakerKind.ORGANISATION}


def meant(
    document: Document, people: People, word: Word, before: Statement | None
) -> str | Speaker | None:
    """The name of the person whom the pronoun *word* means, or the speaker of *before*."""
    at = word.span.start
    near = before if before and _near(document, before, at) else None
    sex = "m" if word.key in en.HE else "f" if word.key in en.SHE else ""
    if sex:
        return _antecedent(document, people, at, sex, near)
    last = near.speaker if near and not _apart(document, near, at) else None
    return last if last and last.kind is _KINDS.get(word.key) else None


def _near(document: Document, before: Statement, at: int) -> bool:
    return document.paragraphs_between(before.content[-1].end - 1, at) < REACH


def _apart(document: Document, before: Statement, at: int) -> bool:
    """Whether a sentence without the words of *before* stands between them and *at*."""
    last = max((*before.content, *before.cue, *before.source), key=lambda one: one.start)
    end = max(document.sentence_at(last.start)[-1].span.end, last.end)
    begin = document.sentence_at(at)[0].span.start
    return end < begin and any(word.plain for word in document.words_in(Span(end, begin)))


def _antecedent(
    document: Document, people: People, at: int, sex: str, before: Statement | None
) -> str | None:
    """The one person whom "he" or "she" at *at* can mean.

    Asked in turn: who acts or speaks in its sentence, who does in the sentences since the last
    statement, the speaker of that statement, and who else was named since.
    """
    begin = document.sentence_at(at)[0].span.start
    since = document.paragraphs[_first(document, at)].span.start
    if before:
        told = (*before.content, *before.cue, *before.source)
        since = max(since, *(one.end for one in told))
    last = _speaker(people, before, sex)
    here = _candidates(people, begin, at, sex)
    named = here + _candidates(people, since, begin, sex)
    for some in (here, named):
        subjects = [one for one in some if one.opens or one.speaks]
        acting = [one for one in some if one.acts]
        if subjects:
            return _only(people, [*subjects, *acting], named, sex)
        if last and any(_name(people, one) != last for one in acting):
            return None
    quoted = people.quoted_between(document.paragraphs[_first(document, at)].span.start, at)
    if last and not _rivals(people, last, [*named, *quoted], sex):
        return last
    return None if last else _only(people, named, named, sex)


def _first(document: Document, at: int) -> int:
    """The number of the first paragraph that a pronoun at *at* may reach back to."""
    return max(document.paragraph_at(at) - REACH + 1, 0)


def _speaker(people: People, before: Statement | None, sex: str) -> str | None:
    """The speaker of the statement before, if that may be "he" or "she"."""
    last = before.speaker if before else None
    fits = last and last.kind is SpeakerKind.PERSON and people.gender(last.name) in {sex, ""}
    return last.name if last and fits else None


def _candidates(people: People, start: int, end: int, sex: str) -> list[Mention]:
    """Who is named in a stretch and may be "he" or "she"."""
    named = people.between(start, end)
    return [one for one in named if people.gender_of(one) in {sex, ""}]


def _name(people: People, mention: Mention) -> str:
    return people.full_name(mention.name) or mention.name


def _only(people: People, some: list[Mention], named: list[Mention], sex: str) -> str | None:
    """The only one of *some*, if that is certainly a person and nobody fits better."""
    found = {_name(people, one) for one in some}
    name = found.pop() if len(found) == 1 else ""
    certain = name and people.is_sure(name) and not _rivals(people, name, named, sex)
    return name if certain else None


def _rivals(people: People, name: str, named: list[Mention], sex: str) -> bool:
    """Whether someone else is known to be of that sex, while *name* is not."""
    others = (one for one in named if _name(people, one) != name)
    return not people.gender(name) and any(people.gender_of(one) == sex for one in others)
