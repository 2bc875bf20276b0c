"""Who a source means: full name, role, and the evidence for it. No name beats a wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.extraction import pronouns, sources, subjects
from store.extraction.carrying import goes_on, heard
from store.extraction.document import Document
from store.extraction.former_latter import is_one_of_two, one_of_two
from store.extraction.interviewees import interviewee
from store.extraction.languages import en
from store.extraction.mentions import gender, written
from store.extraction.names import Name, possessive
from store.extraction.people import People
from store.extraction.phrases import PAUSES
from store.extraction.pronouns import REACH
from store.extraction.sentences import Sentence, Word
from store.model import Evidence, Quotation, Speaker, SpeakerKind, Statement

_RELATIVES = en.RELATIVES | {"that", "whose"}
_PRONOUNS = en.PRONOUNS | en.POSSESSIVES


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker with the role that goes with it, and why."""

    speaker: Speaker | None = None
    role: str | None = None
    evidence: Evidence = Evidence.NONE


_NOBODY = Attribution(evidence=Evidence.PRONOUN)  # a pronoun that may mean more than one


def attribution(
    document: Document, people: People, quotation: Quotation, told: Sequence[Statement]
) -> Attribution:
    """Who says *quotation*; *told* are the statements that precede it."""
    if not quotation.source:
        return _carried_over(document, people, quotation, told)
    if quotation.source[0].of(document.text) in (en.ASKS, en.ANSWERS):
        return _interviewed(document, people, quotation, told)
    if quotation.source[0].of(document.text) == "I":
        return _first_person(document, people, quotation, told)
    sentence = document.sentence_at(quotation.source[0].start)
    source = sources.words_of(sentence, quotation)
    if len(source) == 1 and _is(sentence[source.start], _RELATIVES):
        taken_up = subjects.taken_up(sentence, source.start)
        return _in_words(document, people, quotation, sentence, taken_up) if taken_up else _NOBODY
    if len(source) == 1 and _is(sentence[source.start], _PRONOUNS):
        return _pronoun(document, people, sentence[source.start], quotation, told)
    if source and sentence[source.start].key == "whose":
        if subjects.name_of(sentence, source) is None:
            return _owned(document, sentence, source)
        source = source[1:]  # Kit Osei, whose mother Ada Birch said
    words = sentence[source.start : source.stop]
    if is_one_of_two(words):
        name = one_of_two(document, people, words[-1])
        return _meant(people, name, words[-1]) if name else _NOBODY
    return _in_words(document, people, quotation, sentence, source) if source else Attribution()


def _carried_over(
    document: Document, people: People, quotation: Quotation, told: Sequence[Statement]
) -> Attribution:
    """Whoever spoke before, where nothing but the next words stands here."""
    before = heard(quotation, told)
    if before and not quotation.cue and goes_on(document, people, quotation, before):
        return Attribution(before[-1].speaker, before[-1].role, Evidence.CARRIED_OVER)
    return Attribution()


def _interviewed(
    document: Document, people: People, quotation: Quotation, told: Sequence[Statement]
) -> Attribution:
    """Whom "A" stands for: whoever the words before the first "Q" tell was interviewed."""
    labelled = (one for one in told if one.source and one.source[0].of(document.text) == en.ASKS)
    start = next(labelled, quotation).source[0].start
    name = interviewee(document, people, start)
    if quotation.source[0].of(document.text) == en.ASKS or name is None:
        return Attribution()
    return Attribution(speaker(people, name), people.role(name, start), Evidence.TITLE)


def _is(word: Word, words: frozenset[str]) -> bool:
    """Whether *word* is one of *words*, what an apostrophe adds left out; "WHO" is a body."""
    return word.stem in words and not (word.text.isupper() and len(word.text) > 1)


def _owned(document: Document, sentence: Sentence, source: range) -> Attribution:
    """Somebody's aide in "Ada Birch, whose aide said"."""
    whose = subjects.taken_up(sentence, source.start)
    owner = whose and subjects.name_of(sentence, whose)
    aide = written(document.text, sentence, source[1:])
    if not owner or not aide:
        return _NOBODY
    return Attribution(Speaker(f"{owner}'s {aide}", SpeakerKind.GROUP), None, Evidence.PRONOUN)


def _first_person(
    document: Document, people: People, quotation: Quotation, told: Sequence[Statement]
) -> Attribution:
    """Whoever says "I" says the words around it."""
    around = pronouns.first_person(document, told, quotation.source[0].start)
    if around is None and told and goes_on(document, people, quotation, told):
        around = told[-1]
    return Attribution(around.speaker, around.role, Evidence.PRONOUN) if around else _NOBODY


def _pronoun(
    document: Document,
    people: People,
    word: Word,
    quotation: Quotation,
    told: Sequence[Statement],
) -> Attribution:
    if not pronouns.sex_of(word):
        found = pronouns.several(document, word, told)
        return Attribution(found, None, Evidence.PRONOUN)
    name = pronouns.person(document, people, word, quotation, told)
    return _meant(people, name, word) if name else _NOBODY


def _meant(people: People, name: str, word: Word) -> Attribution:
    """The person whom a word such as "he" means."""
    role = people.role(name, word.span.start)
    return Attribution(speaker(people, name), role, Evidence.PRONOUN)


def _in_words(
    document: Document, people: People, quotation: Quotation, sentence: Sentence, source: range
) -> Attribution:
    """Who is named or described by the words of a source."""
    together = sources.together(sentence, source)
    if together:
        phrase = written(document.text, sentence, together)
        group = Speaker(phrase, SpeakerKind.GROUP) if phrase else None
        return Attribution(group, None, Evidence.NAMED if group else Evidence.NONE)
    if _before_colon(document, quotation) and sentence[source.stop - 1].key in en.NO_SPEAKERS:
        return Attribution()
    head = sources.head(sentence, source)
    name = sources.name_in(people, sentence, head)
    if name and _may_be_a_thing(document, people, quotation, name):
        return Attribution()
    if name and (
        people.full_name(people.unranked(name.text)) or not sources.is_body(sentence, head, name)
    ):
        return _named(document, people, sentence, source, name)
    return _described(document, people, sentence, source, head)


def _may_be_a_thing(document: Document, people: People, quotation: Quotation, name: Name) -> bool:
    """Whether a lone word before a colon is nobody the article knows: "Slogan: “…”"."""
    if name.full or name.title or name.text.isupper() or people.full_name(name.text):
        return False
    return _before_colon(document, quotation)


def _before_colon(document: Document, quotation: Quotation) -> bool:
    """Whether nothing but a colon reports: "Ada Birch: “…”", "Editor's note: “…”"."""
    return {one.of(document.text) for one in quotation.cue} == {":"}


def _named(
    document: Document, people: People, sentence: Sentence, source: range, name: Name
) -> Attribution:
    end = sentence[source.stop - 1].span.end
    called = people.unranked(name.text)
    alone = " " not in called
    full = people.full_name(called, gender(name.title))
    if full is None and alone:
        since = document.paragraphs[max(document.paragraph_at(end) - REACH + 1, 0)].span.start
        full = people.full_name_between(called, since, end)
    known = full or called
    role = written(document.text, sentence, name.role) or people.role(known, end)
    evidence = Evidence.NAMED if not (alone and full) else Evidence.SURNAME
    return Attribution(speaker(people, known), role, evidence)


def speaker(people: People, name: str) -> Speaker:
    """The person of that full name, with the short form that the article uses."""
    return Speaker(name, SpeakerKind.PERSON, people.short_forms(name))


def _described(
    document: Document, people: People, sentence: Sentence, source: range, head: range
) -> Attribution:
    """A speaker without a name: someone named elsewhere by role, a body or a group."""
    name = sources.in_apposition(sentence, source, head)
    if name:
        return _named(document, people, sentence, source, name)
    firm = written(document.text, sentence, sources.firm(sentence, head))
    if firm:
        return Attribution(Speaker(firm, SpeakerKind.ORGANISATION), None, Evidence.NAMED)
    titled = _titled(document, people, sentence, source, head)
    if titled:
        return titled
    phrase = written(document.text, sentence, sources.plain(sentence, source, head))
    phrase = phrase and phrase.removesuffix("'s").removesuffix("’s").strip("'’‘")
    if not phrase:
        return Attribution()
    body = people.bodies.full_name(phrase)
    if body:
        named = Speaker(body, SpeakerKind.ORGANISATION, (phrase,))
        return Attribution(named, None, Evidence.SURNAME)
    return Attribution(Speaker(phrase, sources.kind_of(sentence, head)), None, Evidence.NAMED)


def _titled(
    document: Document, people: People, sentence: Sentence, source: range, head: range
) -> Attribution | None:
    """The one person who was called "the mayor" before, or "his lawyer" just before."""
    first, last = sentence[head.start], sentence[head.stop - 1]
    keys = sources.keys_of(sentence, head)
    owned = any(key in en.POSSESSIVES or possessive(key) for key in keys)
    if last.key not in en.ROLES or not (first.key == "the" or owned or first.capital):
        return None
    end = next((i for i in source if i > head.start and sentence[i].text in PAUSES), source.stop)
    told = [*sources.keys_of(sentence, range(head.stop, end)), *keys]
    known = people.with_role(told, first.span.start)
    if len(known) != 1:
        return None
    name, at = known[0]
    if first.key in en.POSSESSIVES and document.paragraphs_between(at, first.span.start) >= REACH:
        return None
    role = people.role(name, sentence[source.stop - 1].span.end)
    return Attribution(speaker(people, name), role, Evidence.TITLE)
