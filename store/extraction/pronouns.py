"""Whom "he", "she", "they", "it" and "I" mean; nobody where two are as likely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from store.extraction import subjects
from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.mentions import Mention, written
from store.extraction.people import People
from store.extraction.presence import NAMED, OPENS, SPEAKS, Scene, Seen, prominence
from store.extraction.reporting import verb
from store.extraction.rivals import rivalled
from store.extraction.sentences import Sentence, Word
from store.model import Kind, Quotation, Span, Speaker, SpeakerKind, Statement

REACH = 2  # paragraphs back in which whoever is meant may have been named
_BACK = 8  # sentences back that are read for "he" and "she"
_BACK_TO_BODIES = 3  # and for "they" and "it"
_UNNAMED = "a "  # what stands before the role of somebody without a name
_HE = en.HE | {"his"}
_KINDS = {"they": SpeakerKind.GROUP, "it": SpeakerKind.ORGANISATION}


def person(
    document: Document,
    people: People,
    word: Word,
    quotation: Quotation,
    told: Sequence[Statement],
) -> str | None:
    """The one person whom "he" or "she" means; None where that is nobody with a name."""
    until, sex = word.span.start, sex_of(word)
    window = document.sentences_until(until, _BACK)
    begin = window[0][0].span.start
    scene = _scene(document, _context(people, quotation, told, begin), window, until)
    last = _goes_on(document, quotation, told, until)
    if last:
        scene.goes_on(until, last, people.gender(last))
    name = scene.meant(sex)
    if name is None or name.startswith(_UNNAMED):
        return None
    name = people.full_name(name, sex) or name
    spoke = told[-1].speaker if told and _is_near(document, told[-1], until) else None
    own = spoke is not None and spoke.name == name
    return None if own and rivalled(document, people, quotation, told[-1], word) else name


def _scene(document: Document, context: _Context, window: Sequence[Sentence], until: int) -> Scene:
    """Everybody whom the sentences of *window* mention before an offset."""
    scene = Scene()
    paragraph = document.paragraph_at(window[0][0].span.start)
    for sentence in window:
        here = document.paragraph_at(sentence[0].span.start)
        scene.next_sentence(paragraph=here > paragraph)
        paragraph = here
        for one in _seen(context, scene, sentence, until):
            scene.add(one)
    return scene


def _is_near(document: Document, before: Statement, at: int) -> bool:
    """Whether nothing but the words of *before* stand between them and the sentence of *at*."""
    near = document.paragraphs_between(before.content[-1].end - 1, at) < REACH
    return near and not _apart(document, before, at)


def sex_of(word: Word) -> str:
    """Tell "m" or "f" of a pronoun."""
    return "m" if word.stem in _HE else "f" if word.stem in en.SHE else ""


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of the speakers around a pronoun."""

    people: People
    spoke: Mapping[int, Speaker | None]  # by where their source begins
    said: Sequence[Span]  # the words of others


def _context(
    people: People, quotation: Quotation, told: Sequence[Statement], begin: int
) -> _Context:
    recent = list(takewhile(lambda one: _end(one) > begin, reversed(told)))
    spoke = {one.source[0].start: one.speaker for one in recent if one.source}
    said = [*quotation.content, *(span for one in recent for span in one.content)]
    return _Context(people, spoke, said)


def _seen(context: _Context, scene: Scene, sentence: Sentence, until: int) -> Iterator[Seen]:
    """Everybody whom *sentence* mentions before an offset, by name, as a source or as "he"."""
    start, end = sentence[0].span.start, min(sentence[-1].span.end, until)
    people = context.people
    named = {one.at: one for one in people.quoted_between(start, end)}
    named |= {one.at: one for one in people.between(start, end)}
    meant = {word.span.start: word for word in sentence if sex_of(word) and word.span.start < end}
    spoke = {at for at in context.spoke if start <= at < end}
    for at in sorted({*named, *meant, *spoke}):
        mention, word = named.get(at), meant.get(at)
        one = _mentioned(people, scene, mention) if mention else None
        if at in spoke and (one is None or one.quoted):
            one = _spoken(people, at, context.spoke[at])
        elif mention is None and word:
            one = _pronoun(scene, word)
        if one:
            yield one.retold() if any(s.start <= at < s.end for s in context.said) else one


def _mentioned(people: People, scene: Scene, mention: Mention) -> Seen | None:
    """Who is mentioned; where nothing tells that it is a person, only as one more it may be."""
    sex = mention.gender or people.gender_of(mention)
    if mention.name and not sex and not people.is_sure(mention.name):
        named = people.full_name(mention.name) or mention.name
        doubtful = " " in named and mention.opens
        return Seen(mention.at, named, sex, OPENS, quoted=True) if doubtful else None
    name = people.full_name(mention.name, sex) or scene.called(mention.name, sex)
    name = name if mention.name else f"{_UNNAMED}{mention.role}"
    return Seen(mention.at, name, sex, prominence(mention), mention.quoted)


def _spoken(people: People, at: int, who: Speaker | None) -> Seen | None:
    if who is None or who.kind is not SpeakerKind.PERSON:
        return None
    return Seen(at, who.name, people.gender(who.name), SPEAKS)


def _pronoun(scene: Scene, word: Word) -> Seen | None:
    """Whom a pronoun on the way means, so that "he" goes on from "he"."""
    sex = sex_of(word)
    name = scene.meant(sex)
    weight = OPENS if word.stem in en.PRONOUN_SUBJECTS else NAMED
    return Seen(word.span.start, name, sex, weight) if name else None


def _goes_on(
    document: Document, quotation: Quotation, told: Sequence[Statement], at: int
) -> str | None:
    """Who spoke last, where nothing stands between their words and "…", he said."""
    last = told[-1] if told else None
    if last is None or last.speaker is None or last.speaker.kind is not SpeakerKind.PERSON:
        return None
    begin = quotation.content[0].start
    follows = begin < at and document.kind(quotation.content) is not Kind.INDIRECT
    if not follows and verb(document, quotation.cue) not in en.GOING_ON:
        return None
    near = document.paragraphs_between(last.content[-1].end - 1, begin) < REACH
    return last.speaker.name if near and not _apart(document, last, begin) else None


def _apart(document: Document, before: Statement, at: int) -> bool:
    """Whether a sentence without the words of *before* stands between them and *at*."""
    last = max((*before.content, *before.cue, *before.source), key=lambda one: one.start)
    around, here = document.sentence_at(last.start), document.sentence_at(at)
    end = max(around[-1].span.end if around else 0, last.end)
    begin = here[0].span.start if here else at
    return end < begin and any(word.plain for word in document.words_in(Span(end, begin)))


def _end(statement: Statement) -> int:
    return max(span.end for span in (*statement.content, *statement.source))


def several(document: Document, word: Word, told: Sequence[Statement]) -> Speaker | None:
    """The group or body that "they" or "it" means: the only one that spoke or began a sentence."""
    kind, at = _KINDS.get(word.stem), word.span.start
    if kind is None or (told and _another_spoke(document, told[-1], at, kind)):
        return None
    found: dict[str, Speaker] = {}
    speak: set[str] = set()
    for sentence in document.sentences_until(at, _BACK_TO_BODIES):
        if document.paragraphs_between(sentence[0].span.start, at) < REACH:
            spoke = _speaker_in(sentence, told, at, kind)
            one = spoke or _subject(document, sentence, at, kind)
            if one:
                found[one.name.lower()] = one
                speak |= {one.name.lower()} if spoke or _may_speak(one) else set()
    name, one = found.popitem() if len(found) == 1 else ("", None)
    return one if name in speak else None


def _may_speak(one: Speaker) -> bool:
    """Whether several that only began a sentence are people: "the owners", not "the results"."""
    words = one.name.lower().split()
    people = any(word in en.GROUPS or word.removesuffix("s") in en.ROLES for word in words)
    return people or one.kind is not SpeakerKind.GROUP


def _another_spoke(document: Document, before: Statement, at: int, kind: SpeakerKind) -> bool:
    """Whether the last words, close by, were said by somebody who is none of that *kind*."""
    near = document.paragraphs_between(before.content[-1].end - 1, at) < REACH
    return near and (before.speaker is None or before.speaker.kind is not kind)


def _speaker_in(
    sentence: Sentence, told: Sequence[Statement], at: int, kind: SpeakerKind
) -> Speaker | None:
    """The last speaker of that *kind* whose source stands in *sentence*, before an offset."""
    start, end = sentence[0].span.start, min(sentence[-1].span.end, at)
    for one in takewhile(lambda one: _end(one) > start, reversed(told)):
        here = one.source and start <= one.source[0].start < end
        if here and one.speaker and one.speaker.kind is kind:
            return one.speaker
    return None


def _subject(document: Document, sentence: Sentence, at: int, kind: SpeakerKind) -> Speaker | None:
    """What *sentence* begins with, if that is several people or a body."""
    found = subjects.subject(sentence)
    if not found or sentence[found.stop - 1].span.end > at:
        return None
    head = subjects.head(sentence, found)
    if kind is SpeakerKind.GROUP:
        fits = head.key in en.GROUPS or (head.key.endswith("s") and not head.capital)
    else:
        fits = head.key in en.BODIES | en.OUTLET_WORDS
    name = written(document.text, sentence, found)
    return Speaker(name, kind) if fits and name else None


def first_person(document: Document, told: Sequence[Statement], at: int) -> Statement | None:
    """The statement whose speaker says "I" at *at*: the last one in the same marks."""
    here = document.stretch_at(at)
    for one in takewhile(lambda one: here and _end(one) > here.whole.start, reversed(told)):
        if any(document.stretch_at(span.start) is here for span in one.content):
            return one
    return None
