"""Who a source means: full name, role, and the evidence for it. No name beats a wrong one."""

from __future__ import annotations

from dataclasses import dataclass

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.names import Name, names
from store.extraction.people import People, gender, written
from store.extraction.phrases import PAUSES, is_description
from store.extraction.sentences import Sentence
from store.model import Evidence, Kind, Quotation, Speaker, SpeakerKind, Statement

_REACH = 2  # paragraphs back in which "he" may have been named


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker with the role that goes with it, and why."""

    speaker: Speaker | None = None
    role: str | None = None
    evidence: Evidence = Evidence.NONE


def attribution(
    document: Document, people: People, quotation: Quotation, before: Statement | None
) -> Attribution:
    """Who says *quotation*; *before* is the statement that precedes it."""
    if not quotation.source:
        if before and not quotation.cue and goes_on(document, people, quotation, before):
            return Attribution(before.speaker, before.role, Evidence.CARRIED_OVER)
        return Attribution()
    sentence = document.sentence_at(quotation.source[0].start)
    source = _words(sentence, quotation)
    if not source:
        return Attribution()
    if sentence[source.start].key in en.PRONOUNS and len(source) == 1:
        return _pronoun(document, people, sentence, source, before)
    head = _head(sentence, source)
    name = next((n for n in names(sentence[: head.stop]) if n.words.stop == head.stop), None)
    if name and (people.full_name(name.text) or not _is_body(sentence, head, name)):
        return _named(document, people, sentence, source, name)
    return _described(document, people, sentence, source, head)


def goes_on(document: Document, people: People, quotation: Quotation, before: Statement) -> bool:
    """Whether a quotation that nobody is named for continues the one before it.

    It does in the same paragraph, or as the next paragraph, unless someone else is named in
    between or the words before it were asked, so that somebody else may answer.
    """
    last, first = before.content[-1], quotation.content[0]
    if before.evidence is Evidence.NONE or before.kind is Kind.INDIRECT:
        return False
    paragraphs = document.paragraph_at(first.start) - document.paragraph_at(last.end - 1)
    cue = " ".join(one.of(document.text) for one in before.cue).lower()
    asked = paragraphs and en.CUES.get(cue) == "ask"
    if paragraphs > 1 or asked:
        return False
    told = max((*before.content, *before.source, *before.cue), key=lambda one: one.start)
    ended = max(document.sentence_at(told.start)[-1].span.end, last.end)
    between = people.between(ended, first.start)
    known = {before.speaker.name} if before.speaker else set()
    return {people.full_name(one.name) or one.name for one in between} <= known


def _words(sentence: Sentence, quotation: Quotation) -> range:
    """The source as word numbers of its sentence."""
    span = quotation.source[0]
    found = [i for i, word in enumerate(sentence) if span.start <= word.span.start < span.end]
    return range(found[0], found[-1] + 1) if found else range(0)


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
    last = sentence[head.stop - 1].key
    definite = sentence[head.start].key in {"the", *en.POSSESSIVES} or sentence[head.start].capital
    if definite and last in en.ROLES:
        known = people.with_role(last, sentence[head.start].span.start)
        if len(known) == 1:
            name = known.pop()
            role = people.role(name, sentence[source.stop - 1].span.end)
            return Attribution(speaker(people, name), role, Evidence.TITLE)
    phrase = written(document.text, sentence, source) or written(document.text, sentence, head)
    if not phrase:
        return Attribution()
    return Attribution(Speaker(phrase, _kind(sentence, head)), None, Evidence.NAMED)


def _in_apposition(
    document: Document, people: People, sentence: Sentence, source: range, head: range
) -> Attribution | None:
    """Find the name that follows its description: "The mayor of X, John Smith"."""
    if not is_description(sentence, head.stop):
        return None
    for name in names(sentence[: source.stop]):
        if (
            name.full
            and name.words.start > head.stop
            and sentence[name.words.start - 1].text == ","
        ):
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


def _pronoun(
    document: Document,
    people: People,
    sentence: Sentence,
    source: range,
    before: Statement | None,
) -> Attribution:
    key = sentence[source.start].key
    sex = "m" if key in en.HE else "f" if key in en.SHE else ""
    at = sentence[source.start].span.start
    if sex:
        name = _antecedent(document, people, sentence, at, sex, before)
        if name:
            return Attribution(speaker(people, name), people.role(name, at), Evidence.PRONOUN)
        return Attribution(evidence=Evidence.PRONOUN)
    kinds = {"they": SpeakerKind.GROUP, "it": SpeakerKind.ORGANISATION}.get(key)
    if (
        kinds
        and before
        and before.speaker
        and before.speaker.kind is kinds
        and _near(document, before, at)
    ):
        return Attribution(before.speaker, before.role, Evidence.PRONOUN)
    return Attribution(evidence=Evidence.PRONOUN)


def _near(document: Document, before: Statement, at: int) -> bool:
    return document.paragraph_at(at) - document.paragraph_at(before.content[-1].end - 1) < _REACH


def _antecedent(
    document: Document,
    people: People,
    sentence: Sentence,
    at: int,
    sex: str,
    before: Statement | None,
) -> str | None:
    """The one person whom "he" or "she" at *at* can mean; None where two are as likely.

    Asked in turn: the sentence up to the pronoun, the sentences since the last statement,
    and its speaker.
    """
    here = _candidates(people, sentence[0].span.start, at, sex)
    if here:
        return _likeliest(here)
    spoken = before if before and _near(document, before, at) else None
    start = document.paragraphs[max(document.paragraph_at(at) - _REACH + 1, 0)].span.start
    if spoken:
        told = [*spoken.content, *spoken.cue, *spoken.source]
        start = max(start, *(one.end for one in told))
    since = _candidates(people, start, at, sex)
    if since:
        return _likeliest(since)
    last = spoken.speaker if spoken else None
    if last and last.kind is SpeakerKind.PERSON and people.gender(last.name) in {sex, ""}:
        return last.name
    return None


def _candidates(people: People, start: int, end: int, sex: str) -> list[tuple[str, bool]]:
    """Who is named in a stretch and may be "he" or "she", each with whether a sentence opens so."""
    found: dict[str, bool] = {}
    for mention in people.between(start, end):
        name = people.full_name(mention.name) or mention.name
        if people.gender(name) in {sex, ""}:
            found[name] = found.get(name, False) or mention.opens
    return list(found.items())


def _likeliest(candidates: list[tuple[str, bool]]) -> str | None:
    """The only candidate, or the only one that a sentence opens with."""
    openers = [name for name, opens in candidates if opens]
    if len(candidates) == 1:
        return candidates[0][0]
    return openers[0] if len(openers) == 1 else None
