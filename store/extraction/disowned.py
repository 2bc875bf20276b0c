"""Words that one quotes as another's, and of which the article then tells that they are not."""

from __future__ import annotations

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.rules.cues import hearing
from store.extraction.sentences import ended
from store.model import Quotation

_REACH = 1  # paragraphs after the words in which the article may take them back


def disowned(document: Document, quotation: Quotation) -> bool:
    """Whether "Otto quoted Birch as saying" so, and close after it stands that she never did."""
    sentence = document.sentence_at(quotation.cue[0].start)
    cue = ended(sentence, quotation.cue[0].start)
    if hearing(sentence, cue) is None:
        return False
    last = max(one.end for one in (*quotation.content, *quotation.cue))
    number = min(document.paragraph_at(last - 1) + _REACH, len(document.paragraphs) - 1)
    end = document.paragraphs[number].span.end
    return any(
        document.stretch_at(found.start()) is None
        for found in en.DISOWNED.finditer(document.text, last, end)
    )
