"""Spans that a network found, fitted to the text: whole quotations, sentences apart, bare cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.marks import Stretch
from store.extraction.paragraphs import dateline_end
from store.extraction.rules.cues import cues
from store.extraction.sentences import Sentence, across
from store.extraction.spans import overlap
from store.model import Kind, Quotation, Span

_THAT = "that "
_CLAUSE = 3  # spaces of the shortest clause after "that": "that bill" is none
_ENDS = " \t\n,;:.!?"
_SAID_ENDS = ",.?!"
_DASHES = "—–-"
_CITED = re.compile(r"\[\d{1,3}\][.,]?")  # no part of what is said


def parts(document: Document, quotation: Quotation) -> Iterator[Quotation]:
    """*quotation*, then each quotation in marks that goes on with it in another sentence.

    "“No,” she said. “Never.”" is two statements, the second by the same speaker. Words in marks
    just before the cue's own sentence stay with it where nothing else is in their sentence.
    """
    if document.kind(quotation.content) is Kind.INDIRECT or not quotation.cue:
        yield quotation
        return
    own = document.sentence_at(quotation.cue[0].start)
    here = tuple(span for span in quotation.content if _with_cue(document, span, own))
    apart = [span for span in quotation.content if not _with_cue(document, span, own)]
    if not here or Kind.INDIRECT is document.kind(here) or Kind.DIRECT is not document.kind(apart):
        yield quotation
        return
    yield replace(quotation, content=here)
    for _, spans in groupby(apart, key=lambda span: document.sentence_at(span.start)):
        yield Quotation(tuple(spans))


def stands_alone(document: Document, quotation: Quotation) -> bool:
    """Whether nothing but words in marks is in the sentence of *quotation*."""
    sentence = document.sentence_at(quotation.content[0].start)
    return not any(word.plain for word in sentence)


def _with_cue(document: Document, span: Span, own: Sentence) -> bool:
    """Whether *span* is in the cue's *own* sentence, or in marks alone in one before it."""
    sentence = document.sentence_at(span.start)
    if sentence is own or not own or not sentence:
        return True
    return span.start < own[0].span.start and not any(word.plain for word in sentence)


def fitted(document: Document, quotation: Quotation) -> Quotation:
    """*quotation* with contents that cut no marks, and the verb alone as its cue."""
    held = [
        one for one in _near(document, quotation) if not _CITED.fullmatch(one.of(document.text))
    ]
    near = [_to_the_stop(document, one) for one in _past_datelines(document, held)]
    fit = _inside if document.kind(near) is Kind.DIRECT else _whole
    every = list(_apart(fit(document, near)))
    apart = [one for one in every if not overlap((one,), quotation.cue)]  # “ no `` said she
    content = tuple(apart or every) or quotation.content
    cue = _cue(document, quotation.cue)
    source = tuple(filter(None, (_named(document, one) for one in quotation.source)))
    return replace(quotation, content=content, cue=cue, source=source)


def _named(document: Document, source: Span) -> Span | None:
    """*source* without a comma or dash at its ends."""
    text = source.of(document.text)
    start = source.start + len(text) - len(text.lstrip(_ENDS + _DASHES))
    end = source.start + len(text.rstrip(_ENDS.replace(".", "") + _DASHES))
    return Span(start, end) if start < end else None


def _near(document: Document, quotation: Quotation) -> list[Span]:
    """The content, less words without marks in another sentence where the cue's has some."""
    if not quotation.cue:
        return list(quotation.content)
    own = document.sentence_at(quotation.cue[0].start)
    near = [
        one
        for one in quotation.content
        if document.sentence_at(one.start) is own or document.kind((one,)) is not Kind.INDIRECT
    ]
    return near or list(quotation.content)


def _past_datelines(document: Document, spans: Iterable[Span]) -> Iterator[Span]:
    """*spans* without "DUNMORE (Reuters) -"."""
    for span in spans:
        paragraph = document.paragraphs[document.paragraph_at(span.start)].span
        start = max(span.start, dateline_end(document.text, paragraph))
        if start < span.end:
            yield Span(start, span.end)


def _to_the_stop(document: Document, span: Span) -> Span:
    """*span* up to a closing mark with a stop before it, where it begins with words in marks.

    "“It is over,” meaning the strike": the stop ends what was said. With more words in marks
    behind it, it may be a list.
    """
    first, *others = _stretches(document, span) or (None,)
    if not first or others or not first.closed or span.start > first.inside.start:
        return span
    said = first.inside.of(document.text)
    ends = said[-1] in _SAID_ENDS and len(said.split()) >= _CLAUSE
    return Span(span.start, first.whole.end) if ends and first.whole.end < span.end else span


def _inside(document: Document, content: Iterable[Span]) -> Iterator[Span]:
    """The whole stretches inside marks that *content* has words of."""
    for span in content:
        stretches = _stretches(document, span)
        for stretch in stretches:
            yield stretch.inside
        if not stretches:
            yield span


def _whole(document: Document, content: Iterable[Span]) -> Iterator[Span]:
    """*content* with every quotation in it whole, without "that" before and a stop behind."""
    for span in content:
        start, end = span.start, span.end
        for stretch in _stretches(document, span):
            start, end = min(start, stretch.whole.start), max(end, stretch.whole.end)
        text = document.text[start:end]
        if text.lower().startswith(_THAT) and _opens_clause(text):
            start += len(_THAT)
        if not document.stretch_at(end - 1):
            end = start + len(document.text[start:end].rstrip(_ENDS))
        if start < end:
            yield Span(start, end)


def _opens_clause(text: str) -> bool:
    """Whether the "that" that *text* begins with points at nothing: not "that bill", "that was"."""
    return text.count(" ") >= _CLAUSE and text.split()[1].lower() not in en.BE


def _stretches(document: Document, span: Span) -> list[Stretch]:
    """The outermost stretches inside marks that *span* has words of."""
    found = {s for at in range(span.start, span.end) if (s := document.stretch_at(at))}
    return sorted(found, key=lambda stretch: stretch.whole)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """*spans* in order, those that overlap as one."""
    held: Span | None = None
    for span in sorted(spans):
        if held and span.start < held.end:
            held = Span(held.start, max(held.end, span.end))
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _cue(document: Document, cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first verb in *cue* that the rules know as one, else all of it."""
    for span in cue:
        sentence = document.sentence_at(span.start)
        for one in cues(sentence):
            known = across(sentence, one.words)
            if span.holds(known):
                return (known,)
    return cue
