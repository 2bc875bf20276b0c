"""Whether a quotation that nobody is named for goes on from the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from store.extraction.document import Document, Paragraph
from store.extraction.languages import en
from store.extraction.people import People
from store.extraction.reporting import verb
from store.extraction.sentences import Sentence, Word
from store.model import Evidence, Kind, Quotation, Statement

_TURNS = 20  # statements in a row by one speaker after which nobody else takes turns

_SIGNATURE = 10  # words below a quotation that may sign it
_SUBJECTS = en.DETERMINERS | en.PRONOUN_SUBJECTS
_APART = frozenset(("—", "–", "as", "while", "when", "after", "before", "because"))
_DASHES = "—–-~"
_LETTER = re.compile(r"\w")


def heard(quotation: Quotation, told: Sequence[Statement]) -> Sequence[Statement]:
    """The statements up to the one that *quotation*, with nobody named, would go on from.

    Mostly the last; for one that *follows*, the last one in marks with a cue of its own.
    """
    if not quotation.follows:
        return told
    for back in range(1, min(len(told), _TURNS) + 1):
        if told[-back].cue and told[-back].kind is not Kind.INDIRECT:
            end = len(told) - back + 1
            return told[max(end - _TURNS, 0) : end]
    return ()


def goes_on(
    document: Document, people: People, quotation: Quotation, told: Sequence[Statement]
) -> bool:
    """Whether *quotation* is by the speaker of the last statement *told*.

    It is in the same paragraph, or as the next paragraph, unless another voice may come in
    between: the words before it were asked or answered, two speak in turn, or anybody else acts.
    """
    before = told[-1]
    last, first = before.content[-1], quotation.content[0]
    if before.evidence is Evidence.NONE or before.kind is Kind.INDIRECT:
        return False
    paragraphs = document.paragraphs_between(last.end - 1, first.start)
    if paragraphs > 1 or (paragraphs and _answers(document, quotation, told)):
        return False
    return not _beside(document, first.start) and not _others_between(
        document, people, before, first.start
    )


def _beside(document: Document, at: int) -> bool:
    """Whether words in other marks, without a cue, end just before those at *at*."""
    here = document.stretch_at(at)
    begin = here.whole.start if here else at
    last = len(document.text[max(begin - 3, 0) : begin].rstrip()) + max(begin - 3, 0) - 1
    near = document.stretch_at(last) if last >= 0 else None
    if near is None or document.paragraphs_between(last, at):
        return False
    sentence = document.sentence_at(last)
    return sentence[-1].stretch is near and (len(sentence) == 1 or sentence[-2].text == ":")


def _answers(document: Document, quotation: Quotation, told: Sequence[Statement]) -> bool:
    """Whether a quotation in a paragraph of its own may be somebody else's."""
    ends = (told[-1].content[-1], quotation.content[-1])
    asked = any(one.of(document.text).endswith("?") for one in ends)
    end = ends[1].end
    signed = _signed(document, end) or _captioned(document, end)
    return asked or signed or _talked(document, told)


def _signed(document: Document, at: int) -> bool:
    """Whether the paragraph after *at* may name who wrote what stands before it."""
    number = document.paragraph_at(at - 1) + 1
    if number >= len(document.paragraphs):
        return False
    paragraph = document.paragraphs[number]
    return document.text[paragraph.span.start] in _DASHES or (
        _is_short(paragraph) and paragraph.sentences[0][0].capital
    )


def _captioned(document: Document, at: int) -> bool:
    """Whether the rest of the paragraph after *at* only names: "“…” A blogger, “The Quay”"."""
    paragraph = document.paragraphs[document.paragraph_at(at - 1)]
    words = (word for sentence in paragraph.sentences for word in sentence)
    rest = [word for word in words if word.span.start > at and word.plain]
    verbs = any(word.key in en.FINITE or word.key in en.CUES for word in rest)
    return 0 < len(rest) < _SIGNATURE and not verbs


def _is_short(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a line without a verb or a stop: "Ada Birch, mayor"."""
    words = [word for sentence in paragraph.sentences for word in sentence]
    verbs = any(word.key in en.FINITE or word.key in en.CUES for word in words)
    return len(words) < _SIGNATURE and not verbs and words[-1].plain


def _talked(document: Document, told: Sequence[Statement]) -> bool:
    """Whether the last words were part of a talk, so that somebody else may speak next."""
    if verb(document, told[-1].cue) in en.TALKING:
        return True
    near = islice(reversed(told), _TURNS)
    same = list(takewhile(lambda one: one.speaker == told[-1].speaker, near))
    if len(same) in {len(told), _TURNS}:
        return False
    other, first = told[-len(same) - 1], same[-1]
    close = document.paragraphs_between(other.content[-1].end - 1, first.content[0].start) == 1
    return close and other.kind is first.kind is Kind.DIRECT


def _others_between(document: Document, people: People, before: Statement, at: int) -> bool:
    """Whether another voice may come in after the words of *before*, up to *at*."""
    told = max((*before.content, *before.source, *before.cue), key=lambda one: one.start)
    sentence = document.sentence_at(told.start)
    ended = max(sentence[-1].span.end, before.content[-1].end)
    if _turns(word for word in sentence if word.span.start >= told.end):
        return True
    known = {before.speaker.name} if before.speaker else set()
    between = people.between(ended, at)
    if not {people.full_name(one.name) or one.name for one in between} <= known:
        return True
    return any(
        not _same_acts(document, people, before, one) for one in _sentences(document, ended, at)
    )


def _turns(rest: Iterable[Word]) -> bool:
    """Whether the rest of a sentence goes on to somebody else: ", but the mayor laughed."."""
    words = list(rest)
    if any(_begins_clause(words[at:]) for at in range(len(words))):
        return True
    return any(
        word.key in en.CONTRASTS
        or (word.key == "and" and before.text == "," and (after.capital or after.key in _SUBJECTS))
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def _begins_clause(words: Sequence[Word]) -> bool:
    """Whether *words* open with "; it", or with "as the mayor frowned"."""
    if len(words) > 1 and words[0].text == ";" and words[1].plain:
        return True
    if len(words) < 4 or words[0].key not in _APART or words[1].key not in en.DETERMINERS:
        return False
    verb = words[3].plain and words[3].key not in en.PREPOSITIONS | en.CONJUNCTIONS
    return _people(words[2:3]) and verb


def _people(words: Iterable[Word]) -> bool:
    """Whether somebody is meant by *words*: "the mayor", "her"."""
    return any(word.key in en.ROLES | en.GROUPS | en.OBJECTS for word in words)


def _sentences(document: Document, start: int, end: int) -> Iterator[Sentence]:
    """The sentences with words outside marks that begin in a stretch of text."""
    at = start
    while at < end:
        found = _LETTER.search(document.text, at, end)
        if not found:
            return
        sentence = document.sentence_at(found.start())
        if any(word.plain for word in sentence) or not sentence:
            yield sentence
        at = max(sentence[-1].span.end if sentence else end, found.end())


def _same_acts(document: Document, people: People, before: Statement, sentence: Sentence) -> bool:
    """Whether nobody but the speaker of *before* acts in *sentence*: "He smiled."."""
    word = sentence[0] if sentence else None
    if word is None or before.speaker is None or any(one.stretch for one in sentence):
        return False
    sex = "m" if word.key == "he" else "f" if word.key == "she" else None
    others = _people(sentence) or any(one.key in en.TEXTS for one in sentence)
    if sex is None or others or _turns(sentence):
        return False
    name = before.speaker.name
    return people.gender(name) == sex or (
        not people.gender(name) and not _may_be(document, people, name, sex, word.span.start)
    )


def _may_be(document: Document, people: People, name: str, sex: str, at: int) -> bool:
    """Whether someone of that sex other than *name* acts near by."""
    since = document.paragraphs[max(document.paragraph_at(at) - 1, 0)].span.start
    return any(
        people.gender_of(one) == sex and (one.opens or one.speaks)
        for one in people.between(since, at)
        if (people.full_name(one.name) or one.name) != name
    )
