"""What another clause's subject says: "while Wald blamed the cox, saying …", "; Moll, that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.phrases import names_someone
from store.extraction.sentences import Sentence, Word, across, begun
from store.extraction.subjects import is_verb
from store.model import Quotation, Span

_LONGEST = 8  # words of a clause's subject
_NAME = range(1, 5)  # words of a name
_BEGINS = en.SUBJECTS | en.DETERMINERS | en.POSSESSIVES
_ENDS = " \t\n,;:.!?"


def each_own(document: Document, quotation: Quotation) -> Iterator[Quotation]:
    """*quotation* with the source of its own clause; what only "that" reports apart."""
    quotation = _with_subject(document, quotation)
    sentence = document.sentence_at(quotation.cue[0].start) if quotation.cue else ()
    breaks = list(_gaps(sentence, quotation))
    if not breaks:
        yield quotation
        return
    first = sentence[breaks[0].start - 1].span.start
    content = tuple(
        Span(one.start, min(one.end, first)) for one in quotation.content if one.start < first
    )
    yield replace(quotation, content=content)
    ends = [sentence[one.start - 1].span.start for one in breaks[1:]]
    for name, end in zip(breaks, [*ends, sentence[-1].span.end], strict=True):
        yield _gapped(document, quotation, sentence, name, end)


def _gapped(
    document: Document, quotation: Quotation, sentence: Sentence, name: range, end: int
) -> Quotation:
    """What *name* says in "Otto said it would hold; Moll, that it would not"."""
    that = next(at for at in range(name.stop, len(sentence)) if sentence[at].key == "that")
    start = sentence[that + 1].span.start
    said = Span(start, start + len(document.text[start:end].rstrip(_ENDS)))
    source = across(sentence, name)
    return replace(quotation, content=(said,), source=(source,))


def _gaps(sentence: Sentence, quotation: Quotation) -> Iterator[range]:
    """The names after a report of *sentence* that a "that" follows instead of a cue."""
    if not quotation.source or not quotation.cue or any(word.stretch for word in sentence):
        return
    begin = max(quotation.cue[-1].end, quotation.content[0].start)
    for at, word in enumerate(sentence[:-2]):
        listed = word.text == ";" or (word.key == "and" and sentence[at - 1].text == ",")
        if word.span.start < begin or not listed:
            continue
        stop = range(at + 1, len(sentence))
        end = next((i for i in stop if not sentence[i].capital), len(sentence))
        after = sentence[end : end + 3]
        if end - at - 1 in _NAME and _opens_clause(after, apart=word.text == ";"):
            yield range(at + 1, end)


def _opens_clause(words: Sequence[Word], *, apart: bool) -> bool:
    """Whether *words* after a name are ", that nobody" or, not *apart*, "that it"."""
    keys = [word.text if word.text == "," else word.key for word in words]
    if apart and keys[:2] == [",", "that"]:
        return len(words) > 2 and words[2].plain
    return keys[:1] == ["that"] and len(words) > 1 and keys[1] in _BEGINS


def _with_subject(document: Document, quotation: Quotation) -> Quotation:
    """*quotation* by whoever acts in the clause that ", saying" ends."""
    if not quotation.source or not quotation.cue:
        return quotation
    sentence = document.sentence_at(quotation.cue[0].start)
    cue = begun(sentence, quotation.cue[0].start)
    if not 0 < cue < len(sentence) or sentence[cue - 1].text != ",":
        return quotation
    if not sentence[cue].key.endswith("ing"):
        return quotation
    begin = begun(sentence, quotation.source[-1].end)
    found = _nearest(sentence, begin, cue - 1)
    if not found:
        return quotation
    return replace(quotation, source=(across(sentence, found),))


def _nearest(sentence: Sentence, begin: int, end: int) -> range | None:
    """The subject of the last clause between two words: "while coach Bruno Wald blamed the cox"."""
    for at in range(end - 1, begin - 1, -1):
        if sentence[at].text == ",":
            return None
        if sentence[at].key in en.CLAUSE_JOINTS:
            verb = next((i for i in range(at + 1, end) if is_verb(sentence[i])), at + 1)
            found = range(at + 1, verb)
            named = any(sentence[i].capital for i in found)
            fits = named and len(found) <= _LONGEST and names_someone(sentence, found)
            return found if fits else None
    return None
