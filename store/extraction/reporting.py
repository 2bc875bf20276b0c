"""How a statement was reported: through whom, to whom, hedged or not, put forward or denied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.listeners import addressee as addressed
from store.extraction.phrases import is_adverb, is_outlet, phrase_from, relayer
from store.extraction.sentences import Sentence, Word
from store.model import Kind, Polarity, Quotation, Relation, Span, Via


def addressee(document: Document, quotation: Quotation) -> Span | None:
    """Who is spoken to: "reporters" in "told reporters"."""
    if not quotation.cue:
        return None
    sentence, begin = _after_cue(document, quotation)
    lemma = en.CUES.get(" ".join(quotation.cue[-1].of(document.text).lower().split()), "")
    found = addressed(sentence, lemma, begin, len(sentence))
    span = _span(sentence, found) if found else None
    return None if span and span.start in {one.start for one in quotation.source} else span


def _after_cue(document: Document, quotation: Quotation) -> tuple[Sentence, int]:
    """The sentence of the cue and the number of the word after it."""
    cue = quotation.cue[-1]
    sentence = document.sentence_at(cue.start)
    return sentence, sum(word.span.start < cue.end for word in sentence)


def _span(sentence: Sentence, found: range) -> Span:
    return Span(sentence[found.start].span.start, sentence[found.stop - 1].span.end)


def via(document: Document, quotation: Quotation) -> tuple[Via, ...]:
    """The outlets and people through whom the words came, as the sentence says."""
    anchor = (quotation.cue or quotation.content)[0]
    sentence = document.sentence_at(anchor.start)
    taken = (*quotation.content, *quotation.cue, *quotation.source)
    found = [
        *_relayers(document, quotation),
        *_according(sentence, taken),
        *_told(document, quotation),
    ]
    return tuple(dict.fromkeys(found))


def _according(sentence: Sentence, taken: tuple[Span, ...]) -> Iterator[Via]:
    """Who is named after an "according to" that is not itself the cue."""
    for at in range(len(sentence) - 2):
        pair = sentence[at].key, sentence[at + 1].key
        if pair != en.ACCORDING or _inside(sentence[at], taken):
            continue
        source = phrase_from(sentence, at + 2)
        if source:
            yield _relayed(sentence, source)


def _relayers(document: Document, quotation: Quotation) -> Iterator[Via]:
    """Who passes it on: "CNN" in "CNN reported that Smith said so"."""
    if not quotation.source or quotation.source[0] > quotation.content[0]:
        return
    sentence = document.sentence_at(quotation.source[0].start)
    begin = sum(word.span.end <= quotation.source[0].start for word in sentence)
    found = relayer(sentence, begin) if begin else None
    if found and is_outlet(sentence[found.start : found.stop]):
        yield Via(_span(sentence, found), Relation.ACCORDING_TO)


def _inside(word: Word, spans: Iterable[Span]) -> bool:
    return any(span.start <= word.span.start < span.end for span in spans)


def _relayed(sentence: Sentence, source: range) -> Via:
    """An outlet itself, or the one that a report or translation is "by", "in" or "from"."""
    keys = {sentence[i].key for i in source}
    relation = Relation.TRANSLATION if keys & en.TRANSLATIONS else Relation.ACCORDING_TO
    if keys & (en.TRANSLATIONS | en.RELAYED):
        links = (
            i
            for i in range(source.start, min(source.stop + 4, len(sentence) - 1))
            if sentence[i].key in en.BY
        )
        link = next(links, None)
        outlet = phrase_from(sentence, link + 1) if link is not None else None
        source = outlet or source
    return Via(_span(sentence, source), relation)


def _told(document: Document, quotation: Quotation) -> Iterator[Via]:
    """The outlet that was told, or that the interview was with."""
    if not quotation.cue:
        return
    listener = addressee(document, quotation)
    sentence, begin = _after_cue(document, quotation)
    if listener and is_outlet(tuple(w for w in sentence if _inside(w, (listener,)))):
        yield Via(listener, Relation.TOLD)
    for at in range(begin, len(sentence) - 1):
        if sentence[at].key in en.INTERVIEWS and sentence[at + 1].key == "with":
            outlet = phrase_from(sentence, at + 2)
            if outlet and is_outlet(sentence[outlet.start : outlet.stop]):
                yield Via(_span(sentence, outlet), Relation.TOLD)


def hedges(document: Document, quotation: Quotation, kind: Kind) -> tuple[Span, ...]:
    """The words that keep the report at a distance: "reportedly", "allegedly".

    They stand at the cue or, where the words are not all inside marks, in the content.
    """
    found: list[Word] = []
    if quotation.cue:
        found += _at_cue(document, quotation)
    if kind is not Kind.DIRECT:
        for content in quotation.content:
            found += [w for w in document.words_in(content) if w.key in en.HEDGES]
    return tuple(sorted({word.span for word in found}))


def _at_cue(document: Document, quotation: Quotation) -> Iterator[Word]:
    sentence, after = _after_cue(document, quotation)
    at = sum(word.span.end <= quotation.cue[0].start for word in sentence)
    while at > 0 and is_adverb(sentence[at - 1].key):
        at -= 1
        if sentence[at].key in en.HEDGES:
            yield sentence[at]
    if after < len(sentence) and sentence[after].key in en.HEDGES:
        yield sentence[after]


def polarity(document: Document, quotation: Quotation) -> Polarity:
    """Whether the cue denies, or the words themselves reject an accusation."""
    cue = " ".join(span.of(document.text) for span in quotation.cue).lower()
    content = " ".join(span.of(document.text) for span in quotation.content)
    denied = cue in en.DENYING or en.REJECTIONS.search(content)
    return Polarity.DENIES if denied else Polarity.ASSERTS
