"""Whether "he" may as well be another than the last speaker: whom that one spoke to, or of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.mentions import Mention
from store.extraction.names import is_title, possessive
from store.extraction.people import People, surname
from store.extraction.reporting import verb
from store.extraction.sentences import Sentence, Word, across
from store.extraction.subjects import is_verb
from store.model import Kind, Quotation, Span, Statement

_WORD = re.compile(r"[^\W\d_]+")
_HE = en.HE | {"his"}


def rivalled(
    document: Document, people: People, quotation: Quotation, before: Statement, word: Word
) -> bool:
    """Whether *word*, "he" or "she", may mean another than the speaker of *before*.

    "Otto said Kerr had resigned. “I was shocked,” he said." may be either's words; not so "He
    also said", "he added", nor where the words tell of Kerr, or of a "him".
    """
    if before.speaker is None or _told_on(document, quotation, before, word):
        return False
    alike, sex = (_HE, "m") if word.stem in _HE else (en.SHE, "f")
    here = {one.key for one in document.sentence_at(word.span.start)}
    said = {key for span in quotation.content for key in _words(span.of(document.text))} & alike
    told = here.union(*(_words(span.of(document.text)) for span in quotation.content))
    own = surname(before.speaker.name)
    if before.addressee and before.addressee.of(document.text).lower() in alike:
        return not said and before.kind is not Kind.DIRECT  # Otto told him
    return any(
        not said and (own in here or not told & set(one.name.lower().split()))
        for one in _others(document, people, before)
        if surname(one.name) != own and _fits(people, one, sex)
    )


def _words(text: str) -> Iterator[str]:
    return (found.group().lower() for found in _WORD.finditer(text))


def _fits(people: People, mention: Mention, sex: str) -> bool:
    """Whether whoever is mentioned may be of that *sex*."""
    told = people.gender_of(mention)
    return told == sex or (not told and (" " in mention.name or people.is_sure(mention.name)))


def _told_on(document: Document, quotation: Quotation, before: Statement, word: Word) -> bool:
    """Whether the words go on those of *before*: in its sentence, or "he added", "he also said"."""
    sentence = document.sentence_at(word.span.start)
    last = max((*before.content, *before.cue, *before.source), key=lambda one: one.start)
    if document.sentence_at(last.start) is sentence:
        return True
    return verb(document, quotation.cue) in en.GOING_ON or any(
        one.key in en.TOO for one in sentence
    )


def _others(document: Document, people: People, before: Statement) -> Iterator[Mention]:
    """Whom *before* was said to, and whom its clauses begin with."""
    if before.addressee:
        yield from people.between(before.addressee.start, before.addressee.end)
    if before.kind is not Kind.DIRECT:
        for span in before.content:
            found = _subject(document.sentence_at(span.start), span)
            yield from people.between(found.start, found.end) if found else ()


def _subject(sentence: Sentence, content: Span) -> Span | None:
    """The name that *content* begins with, as who does what it tells: not "Kerr's boat"."""
    words = [one for one in sentence if content.start <= one.span.start < content.end]
    begin = next((at for at, one in enumerate(words) if not _before_name(one)), len(words))
    end = next((at for at in range(begin, len(words)) if not words[at].capital), len(words))
    owner = any(possessive(one.key) for one in words[begin:end])
    if owner or not begin < end < len(words) or not is_verb(words[end]):
        return None
    if words[end].key in en.MODALS:  # Kerr should resign: he has not done anything to tell of
        return None
    return across(words, range(begin, end))


def _before_name(word: Word) -> bool:
    return word.key == "that" or is_title(word)
