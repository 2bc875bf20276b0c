"""The rule tagger: a document's quotations, read off the words of each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.extraction.document import Document, Paragraph
from store.extraction.rules.chains import Chains
from store.extraction.rules.forms import formal
from store.extraction.rules.reading import Report
from store.extraction.rules.reports import reports
from store.extraction.sentences import Sentence, across
from store.model import Quotation, Span

_SHORTEST = 2  # words of a quotation that stands alone, without a cue


def tag(document: Document) -> Iterator[Quotation]:
    """The quotations of *document* in order of their content."""
    yield from beside(document, formal(document))


def beside(document: Document, spoken: Mapping[Paragraph, Quotation]) -> Iterator[Quotation]:
    """What is *spoken* by the form of the page, and the quotations of the other paragraphs."""
    read = [
        (sentence, reports(sentence))
        for paragraph in document.paragraphs
        if not paragraph.heading and paragraph not in spoken
        for sentence in paragraph.sentences
    ]
    chains = Chains(document.stretches)
    found = list(dict.fromkeys(spoken.values()))
    found += [one for at in range(len(read)) for one in _reported(read, at, chains)]
    found += [one for sentence, _ in read for one in _alone(sentence, chains)]
    yield from sorted(found, key=lambda one: one.content[0])


def _reported(
    read: list[tuple[Sentence, list[Report]]], at: int, chains: Chains
) -> Iterator[Quotation]:
    """What the cues of one sentence report; its neighbours may hold the words."""
    sentence, told = read[at]
    for report in told:
        content = _spans(sentence, report.contents)
        if not report.contents:
            content = _elsewhere(read, at, report)
        content = chains.claim(content)
        if content:
            source = _spans(sentence, (report.source,)) if report.source else ()
            yield Quotation(content, (across(sentence, report.cue.words),), source)


def _elsewhere(
    read: list[tuple[Sentence, list[Report]]], at: int, report: Report
) -> tuple[Span, ...]:
    """The quotation after a colon that ends the sentence, or just before a bare "he asked."."""
    sentence = read[at][0]
    if sentence[-1].text == ":" and at + 1 < len(read):
        after = read[at + 1][0]
        return _spans(after, (range(1),)) if after[0].stretch else ()
    before = read[at - 1][0] if at else ()
    if report.source and report.source.start == 0 and len(before) == 1 and before[0].stretch:
        ended_apart = before[0].span.end + 1 >= sentence[0].span.start
        return _spans(before, (range(1),)) if ended_apart else ()
    return ()


def _spans(sentence: Sentence, found: tuple[range, ...]) -> tuple[Span, ...]:
    """*found* as offsets; without the marks where nothing but quotations is in it."""
    words = [sentence[one.start : one.stop] for one in found]
    if all(word.stretch or not word.plain for part in words for word in part):
        return tuple(word.stretch.inside for part in words for word in part if word.stretch)
    return tuple(Span(part[0].span.start, part[-1].span.end) for part in words)


def _alone(sentence: Sentence, chains: Chains) -> Iterator[Quotation]:
    """A quotation that makes up its sentence and that no cue has claimed."""
    if any(word.plain for word in sentence):
        return
    for word in sentence:
        if word.stretch and len(word.text.split()) >= _SHORTEST:
            content = chains.claim((word.stretch.inside,))
            if content:
                yield Quotation(content)
