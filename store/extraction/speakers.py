"""Who a source means: full name, role, and the evidence for it. No name beats a wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.extraction import pronouns
from store.extraction.carrying import goes_on
from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.mentions import gender, written
from store.extraction.names import Name, names, possessive
from store.extraction.people import People
from store.extraction.phrases import PAUSES, is_description, list_end
from store.extraction.pronouns import REACH
from store.extraction.sentences import Sentence, Word
from store.model import Evidence, Quotation, Speaker, SpeakerKind, Statement

_AFTER_PARTICIPLES = en.PREPOSITIONS | en.DETERMINERS | en.TIME
_LONGEST = 12  # words of a name that describes


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker with the role that goes with it, and why."""

    speaker: Speaker | None = None
    role: str | None = None
    evidence: Evidence = Evidence.NONE


def attribution(
    document: Document, people: People, quotation: Quotation, told: Sequence[Statement]
) -> Attribution:
    """Who says *quotation*; *told* are the statements that precede it."""
    before = told[-1] if told else None
    if not quotation.source:
        if before and not quotation.cue and goes_on(document, people, quotation, told):
            return Attribution(before.speaker, before.role, Evidence.CARRIED_OVER)
        return Attribution()
    sentence = document.sentence_at(quotation.source[0].start)
    source = _words(sentence, quotation)
    if not source:
        return Attribution()
    if sentence[source.start].key in en.PRONOUNS and len(source) == 1:
        return _pronoun(document, people, sentence[source.start], before)
    if _is_list(sentence, source):
        phrase = written(document.text, sentence, source)
        group = Speaker(phrase, SpeakerKind.GROUP) if phrase else None
        return Attribution(group, None, Evidence.NAMED if group else Evidence.NONE)
    head = _past_title(sentence, source) or _head(sentence, source)
    name = _name(people, sentence, head)
    if name and _may_be_a_thing(document, people, quotation, name):
        return Attribution()
    if name and (people.full_name(name.text) or not _is_body(sentence, head, name)):
        return _named(document, people, sentence, source, name)
    return _described(document, people, sentence, source, head)


def _is_list(sentence: Sentence, source: range) -> bool:
    """Whether several are named who speak together: "Ada Birch, Bram Otto and Kit Osei"."""
    comma = next((i for i in source if sentence[i].text == ","), None)
    if comma is None or comma == source.start:
        return False
    return list_end(sentence, range(source.start, comma)) == source.stop


def _pronoun(
    document: Document, people: People, word: Word, before: Statement | None
) -> Attribution:
    found = pronouns.meant(document, people, word, before)
    if isinstance(found, str):
        role = people.role(found, word.span.start)
        return Attribution(speaker(people, found), role, Evidence.PRONOUN)
    role = before.role if found and before else None
    return Attribution(found, role, Evidence.PRONOUN)


def _name(people: People, sentence: Sentence, head: range) -> Name | None:
    """The one name that the head of a source ends with."""
    if any(sentence[i].key == "and" for i in head):  # two speak
        return None
    name = next((n for n in names(sentence[: head.stop]) if n.words.stop == head.stop), None)
    if name and not name.full and _owned(sentence, head, name):
        return None
    if name and not name.full and not name.title and name.words.start == 0:
        known = people.full_name(name.text)
        return name if known or sentence[0].key not in people.common else None
    return name


def _owned(sentence: Sentence, head: range, name: Name) -> bool:
    """Whether a lone word is what somebody has: "the Rowers' Weekly"."""
    return name.words.start > head.start and possessive(sentence[name.words.start - 1].key)


def _may_be_a_thing(document: Document, people: People, quotation: Quotation, name: Name) -> bool:
    """Whether a lone word before a colon is nobody the article knows: "Slogan: “…”"."""
    if name.full or name.title or name.text.isupper() or people.full_name(name.text):
        return False
    return {one.of(document.text) for one in quotation.cue} == {":"}


def _words(sentence: Sentence, quotation: Quotation) -> range:
    """The source as word numbers of its sentence."""
    span = quotation.source[0]
    found = [i for i, word in enumerate(sentence) if span.start <= word.span.start < span.end]
    return range(found[0], found[-1] + 1) if found else range(0)


def _past_title(sentence: Sentence, source: range) -> range | None:
    """The source up to its name where a title with an "of" comes first: "Secretary of State"."""
    for name in names(sentence[: source.stop]):
        role = name.role
        if role and name.full and role.stop <= name.words.start and role.start <= source.start + 1:
            apart = role.stop != name.words.start or _key(sentence, name.words.stop) == "and"
            return None if apart else range(source.start, name.words.stop)
    return None


def _key(sentence: Sentence, at: int) -> str:
    return sentence[at].key if at < len(sentence) else ""


def _head(sentence: Sentence, source: range) -> range:
    """The source without what describes it further: "a spokesman" of "a spokesman for X"."""
    for at in source:
        word = sentence[at]
        apart = word.text in PAUSES or word.key in en.PREPOSITIONS | en.RELATIVES | en.REFLEXIVES
        if at > source.start and (apart or word.key in en.DESCRIBING):
            return range(source.start, at)
    return source


def _is_body(sentence: Sentence, head: range, name: Name) -> bool:
    """Whether what looks like a name is an organisation's or a state's."""
    keys = [sentence[i].key.removesuffix("'s") for i in name.words]
    if name.title or name.role:
        return False
    last = keys[-1]
    if len(keys) == 1:
        acronym = name.text.isupper() and len(name.text) < 5
        return acronym or last in en.COUNTRIES | en.OUTLETS | en.BODIES | en.GROUPS
    return any(k in en.NEVER_IN_PERSONS for k in keys) or sentence[head.start].key == "the"


def _named(
    document: Document, people: People, sentence: Sentence, source: range, name: Name
) -> Attribution:
    end = sentence[source.stop - 1].span.end
    full = people.full_name(name.text, gender(name.title))
    known = full or name.text
    role = written(document.text, sentence, name.role) or people.role(known, end)
    evidence = Evidence.NAMED if name.full or not full else Evidence.SURNAME
    return Attribution(speaker(people, known), role, evidence)


def speaker(people: People, name: str) -> Speaker:
    """The person of that full name, with the short form that the article uses."""
    return Speaker(name, SpeakerKind.PERSON, people.short_forms(name))


def _described(
    document: Document, people: People, sentence: Sentence, source: range, head: range
) -> Attribution:
    """A speaker without a name: someone named elsewhere by role, a body or a group."""
    named = _in_apposition(document, people, sentence, source, head)
    if named:
        return named
    titled = _titled(document, people, sentence, source, head)
    if titled:
        return titled
    phrase = written(document.text, sentence, _plain(sentence, source, head))
    if not phrase or possessive(phrase.replace("’", "'")):
        return Attribution()
    return Attribution(Speaker(phrase, _kind(sentence, head)), None, Evidence.NAMED)


def _plain(sentence: Sentence, source: range, head: range) -> range:
    """The source without what was only added: ", however", "which …", "filed on Monday"."""
    end = next((at for at in source[1:] if _is_added(sentence, at, source.stop)), source.stop)
    if sentence[end - 1].key in en.PREPOSITIONS:
        end -= 1
    if end < source.stop:
        return range(source.start, end)
    return source if len(source) < _LONGEST else head


def _is_added(sentence: Sentence, at: int, end: int) -> bool:
    """Whether what only adds to a phrase that ends before *end* begins at *at*."""
    word, before = sentence[at], sentence[at - 1].key
    if word.key in en.TIME and before not in en.DETERMINERS:
        return True
    if word.key.endswith("ed") and not word.capital and word.key not in en.DESCRIBING:
        return at + 1 == end or sentence[at + 1].key in _AFTER_PARTICIPLES
    return word.text in PAUSES or word.key in en.RELATIVES


def _titled(
    document: Document, people: People, sentence: Sentence, source: range, head: range
) -> Attribution | None:
    """The one person who was called "the mayor" before, or "his lawyer" just before."""
    first, last = sentence[head.start], sentence[head.stop - 1]
    owned = any(i in en.POSSESSIVES or possessive(i) for i in _keys(sentence, head))
    if last.key not in en.ROLES or not (first.key == "the" or owned or first.capital):
        return None
    end = next((i for i in source if i > head.start and sentence[i].text in PAUSES), source.stop)
    told = [*_keys(sentence, range(head.stop, end)), *_keys(sentence, head)]
    known = people.with_role(told, first.span.start)
    if len(known) != 1:
        return None
    name, at = known[0]
    if first.key in en.POSSESSIVES and document.paragraphs_between(at, first.span.start) >= REACH:
        return None
    role = people.role(name, sentence[source.stop - 1].span.end)
    return Attribution(speaker(people, name), role, Evidence.TITLE)


def _keys(sentence: Sentence, found: range) -> list[str]:
    return [sentence[i].key for i in found]


def _in_apposition(
    document: Document, people: People, sentence: Sentence, source: range, head: range
) -> Attribution | None:
    """Find the name that follows its description: "The mayor of X, John Smith"."""
    if not is_description(sentence, head.stop):
        return None
    for name in names(sentence[: source.stop]):
        begin = name.words.start - bool(name.title)  # Dame Olive Trent
        apart = begin > head.stop and sentence[begin - 1].text == ","
        if name.full and apart and not _is_body(sentence, name.words, name):
            return _named(document, people, sentence, source, name)
    return None


def _kind(sentence: Sentence, head: range) -> SpeakerKind:
    last = sentence[head.stop - 1].key.removesuffix("'s")
    if last in en.GROUPS or last in en.ROLES or any(sentence[i].key == "and" for i in head):
        return SpeakerKind.GROUP
    capital = sentence[head.stop - 1].capital
    if capital or last in en.BODIES | en.OUTLET_WORDS:
        return SpeakerKind.ORGANISATION
    return SpeakerKind.GROUP
