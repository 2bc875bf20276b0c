"""Who speaks by the form of the page alone, whatever verbs stand around the words."""

from __future__ import annotations

from store.extraction.document import Document, Paragraph
from store.extraction.rules.captions import captioned
from store.extraction.rules.dialogue import dashed
from store.extraction.rules.transcripts import labelled
from store.model import Quotation


def formal(document: Document) -> dict[Paragraph, Quotation]:
    """What transcripts, name lines and talk after dashes say, by the paragraphs that say it.

    A quotation over several paragraphs stands at each of them.
    """
    found = dashed(document) | labelled(document) | captioned(document)
    return {document.paragraphs[number]: one for number, one in found.items()}
