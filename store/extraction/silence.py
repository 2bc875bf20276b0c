"""What a tagger found and must not be shown: the words around its cue tell that nobody said it.

A network learns what is reported; that somebody *would* say it, that a placard said it or that
another's words were read out is one word's difference, and such words the rules know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from store.extraction.disowned import disowned
from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.phrases import is_adverb
from store.extraction.reporting import verb
from store.extraction.rules.cues import hearing, speaks, speaks_itself, tells_of
from store.extraction.rules.irreal import unsaid
from store.extraction.rules.lists import leads_in
from store.extraction.sentences import Sentence, Word
from store.extraction.spans import words_in
from store.model import Kind, Quotation, Span

_NAMED = re.compile(en.NAMED)
_SHORTEST = 4  # words without marks that make up what somebody says: "the offer" is a thing
_SUBJECTS = en.PRONOUN_SUBJECTS | en.DETERMINERS


def may_be_said(document: Document, quotation: Quotation) -> bool:
    """Whether nothing at the cue speaks against it and anybody but the writer is the source."""
    return _is_somebody(document, quotation) and is_real(document, quotation)


def is_real(document: Document, quotation: Quotation) -> bool:
    """Whether nothing at the cue tells that the words were never said."""
    sentence = document.sentence_at(quotation.cue[0].start)
    cue, source = _numbers(sentence, quotation.cue), _numbers(sentence, quotation.source)
    if not cue or any(sentence[i].text == "," for i in cue):  # did not, as some claim, say
        return False
    if source and any(_only_heard(sentence, source, i) for i in cue):
        return False
    if disowned(document, quotation):
        return False
    return not unsaid(sentence, cue, source, _numbers(sentence, quotation.content))


def is_said(document: Document, quotation: Quotation) -> bool:
    """Whether *quotation* may be shown as words that its source said, whoever else found it."""
    sentence = document.sentence_at(quotation.cue[0].start)
    cue = _numbers(sentence, quotation.cue)
    if not may_be_said(document, quotation) or _in_heading(document, quotation):
        return False
    if not speaks(sentence, cue):
        return _named_before_colon(document, sentence, quotation)
    if document.kind(quotation.content) is Kind.INDIRECT:
        whole = _is_clause(document, quotation) or leads_in(document, quotation)
        return whole and not _denies_a_thing(document, quotation)
    return not _anothers(sentence, cue, _numbers(sentence, quotation.content))


def is_certain(document: Document, ruled: Quotation) -> bool:
    """Whether what only the rules found is no misreading: in marks, or a clause after "that"."""
    if document.kind(ruled.content) is not Kind.INDIRECT:
        return True
    before = ruled.cue and document.text[ruled.cue[-1].end : ruled.content[0].start].split()
    return bool(before) and before[-1] == "that" and is_said(document, ruled)


def stands(document: Document, ruled: Quotation) -> bool:
    """Whether nothing speaks against what the rules found, with or without a source."""
    if not ruled.cue:
        return True
    return may_be_said(document, ruled) if ruled.source else is_real(document, ruled)


def _named_before_colon(document: Document, sentence: Sentence, quotation: Quotation) -> bool:
    """Whether a full name and a colon precede words in marks: "Otto Bell, a baker: “No.”"."""
    source, cue, content = quotation.source[0], quotation.cue[-1], quotation.content[0]
    if cue.of(document.text) != ":" or document.kind(quotation.content) is not Kind.DIRECT:
        return False
    here = document.stretch_at(content.start)
    before = document.text[sentence[0].span.start : source.start]
    opens = not any(map(str.isalpha, before))  # not "Beside Otto:"
    follows = here is not None and not document.text[cue.end : here.whole.start].strip()
    name = _NAMED.match(document.text, source.start, source.end)
    words = name.group().lower().split() if name else []
    return opens and follows and len(words) > 1 and words[-1] not in en.NO_SPEAKERS


def speaking(document: Document, quotation: Quotation) -> bool:
    """Whether the cue of *quotation* holds a verb of saying, whoever says it."""
    sentence = document.sentence_at(quotation.cue[0].start)
    return speaks(sentence, _numbers(sentence, quotation.cue))


def _only_heard(sentence: Sentence, source: range, cue: int) -> bool:
    """Whether the source only heard or quoted who speaks: "Otto heard Smith say so"."""
    at = hearing(sentence, cue)
    if at is None or source.stop > at or sentence[at - 1].key in en.BE:
        return False
    return any(sentence[i].plain and sentence[i].key != "as" for i in range(at + 1, cue))


def _is_clause(document: Document, quotation: Quotation) -> bool:
    """Whether the content says something: four words do, fewer with a verb, "they won"."""
    words = [word for one in quotation.content for word in document.words_in(one) if word.plain]
    if len(words) >= _SHORTEST:
        return True
    if len(words) < 2 or not (words[0].capital or words[0].stem in _SUBJECTS):
        return False
    if words[0].key in en.SUBJECTS - en.OBJECTS - en.DETERMINERS:  # “she” acts, “it” may be hit
        return not is_adverb(words[1].key) and words[1].key not in en.PREPOSITIONS
    acting = en.FINITE | en.IRREGULAR_PASTS
    return any(word.key in acting for word in words) or words[-1].key.endswith("ed")


def _denies_a_thing(document: Document, quotation: Quotation) -> bool:
    """Whether something is refused, not contradicted: "denied her entry to the hall"."""
    start = quotation.content[0].start
    that = document.text[max(start - 5, 0) : start].split()[-1:] == ["that"]
    return verb(document, quotation.cue) in en.NOMINAL_DENIALS and not that


def _is_somebody(document: Document, quotation: Quotation) -> bool:
    """Whether anybody but the writer is the source."""
    words = words_in(document.text, quotation.source)
    return bool(words) and not en.WRITERS.issuperset(words)


def _in_heading(document: Document, quotation: Quotation) -> bool:
    """Whether an editor's words are all that reports it."""
    number = document.paragraph_at(quotation.content[0].start)
    return document.paragraphs[number].heading


def _anothers(sentence: Sentence, cue: range, content: range) -> bool:
    """Whether words in marks are another's, or a text's, that the source only tells of.

    "told the jury Otto said: “No”", "“No,” she recalled Otto saying", "read out his motto: “No”".
    """
    if sentence[cue[0]].key in en.TEXTS:
        return True
    between = sentence[cue.stop : content.start] if content.start >= cue.stop else ()
    if any(map(speaks_itself, between)) or _holds_text(between):
        return True
    opening = list(takewhile(lambda word: word.plain, sentence[content.start : content.stop]))
    if content.start >= cue.stop and (_holds_text(opening) or any(map(speaks_itself, opening))):
        return True
    return content.start < cue.start and tells_of(sentence, cue.stop)


def _holds_text(words: Sequence[Word]) -> bool:
    return any(word.key in en.TEXTS for word in words)


def _numbers(sentence: Sentence, spans: Iterable[Span]) -> range:
    """The numbers of the first to the last word of *sentence* that begin in *spans*."""
    held = [
        i
        for i, word in enumerate(sentence)
        if any(one.start <= word.span.start < one.end or word.span.holds(one) for one in spans)
    ]
    return range(held[0], held[-1] + 1) if held else range(0)
