"""Talk after dashes, a paragraph to each speaker: "— It is shut, said Ada Birch. For good."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from store.extraction.document import Document, Paragraph
from store.extraction.languages import en
from store.extraction.paragraphs import trimmed
from store.extraction.sentences import Word, across
from store.model import Quotation, Span

_OPENING = re.compile(r"(?:[—–―]|--) ?(?=[^\W\d_])")
_FEWEST = 2  # one paragraph after a dash is an item or a dateline's rest
_DASHES = frozenset("—–―")
_PAUSES = frozenset(",?!…") | _DASHES
_STOPS = frozenset(".;?!…") | _DASHES
_ENDS = " \t,;.—–―"


def dashed(document: Document) -> dict[int, Quotation]:
    """What is said after dashes by somebody whom the same paragraph names.

    Who else talks in between is nowhere said.
    """
    opened = [
        (number, opening.end())
        for number, paragraph in enumerate(document.paragraphs)
        if (opening := _OPENING.match(document.text, paragraph.span.start, paragraph.span.end))
    ]
    if len(opened) < _FEWEST:
        return {}
    turns = ((at, _turn(document, document.paragraphs[at], start)) for at, start in opened)
    return {at: turn for at, turn in turns if turn}


def _turn(document: Document, paragraph: Paragraph, start: int) -> Quotation | None:
    """What a paragraph says, less the clause with its cue: "said Ada Birch", "she told us"."""
    words = [word for word in chain(*paragraph.sentences) if word.span.start >= start]
    for at in range(1, len(words) - 1):
        found = _clause(words, at) if words[at - 1].text in _PAUSES else None
        if not found:
            continue
        cue, source = found
        end = _resumes(words, max(cue, source.stop - 1) + 1)
        begun = words[at - 1].span.end if words[at - 1].text in "?!…" else words[at - 1].span.start
        content = tuple(_pieces(document, paragraph, start, begun, end))
        named = across(words, source)
        return Quotation(content, (words[cue].span,), (named,)) if content else None
    return None


def _clause(words: Sequence[Word], at: int) -> tuple[int, range] | None:
    """The cue and the source of a clause that begins at *at*, as word numbers."""
    if _reports(words[at]):
        end = at + 1
        while end < len(words) and words[end].plain:
            end += 1
        return (at, range(at + 1, _named_besides(words, at + 1, end))) if end > at + 1 else None
    end = at + (words[at].key in en.PRONOUN_SUBJECTS)
    while end < len(words) and words[end].capital:
        end += 1
    if end == at or end == len(words) or not _reports(words[end]):
        return None
    after = words[end + 1] if end + 1 < len(words) else None
    ends = not after or after.text in _STOPS | {","} or after.key in en.OBJECTS
    return (end, range(at, end)) if ends else None


def _reports(word: Word) -> bool:
    return word.key in en.CUES and not word.key.endswith("ing")


def _named_besides(words: Sequence[Word], start: int, end: int) -> int:
    """Where a source from *start* to *end* ends with its name: "the foreman, Ada Birch,"."""
    if any(word.capital for word in words[start:end]) or words[end : end + 1] == []:
        return end
    after = end + 1
    while after < len(words) and words[after].capital:
        after += 1
    named = words[end].text == "," and after > end + 1
    return after if named and after < len(words) and words[after].text in _STOPS | {","} else end


def _resumes(words: Sequence[Word], at: int) -> int | None:
    """Where the words said go on after the clause that ends at *at*, if they do."""
    while at < len(words) and words[at].text not in _STOPS:
        at += 1
    while at < len(words) and not (words[at].plain or words[at].stretch):
        at += 1
    return words[at].span.start if at < len(words) else None


def _pieces(
    document: Document, paragraph: Paragraph, start: int, begun: int, end: int | None
) -> Iterator[Span]:
    """What was said before and after the clause, without the dashes and stops around it."""
    parts = [(start, begun)] if end is None else [(start, begun), (end, paragraph.span.end)]
    for one, other in parts:
        span = trimmed(document.text, one, other)
        words = span.of(document.text).rstrip(_ENDS) if span else ""
        if span and words:
            yield Span(span.start, span.start + len(words))
