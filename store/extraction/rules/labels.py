"""Transcripts: paragraphs that a label opens, "SMITH: Good evening."."""

from __future__ import annotations

import re

from store.extraction.document import Document, Paragraph
from store.extraction.paragraphs import trimmed
from store.model import Quotation, Span

_LABEL = re.compile(r"[A-Z][A-Z.'’-]++(?: [A-Z][A-Z.'’-]++){0,3}+(?=(?: \([^)\n]{1,60}\))?:\s)")
_FEWEST = 2  # one label alone is a dateline or a note


def labelled(document: Document) -> dict[Paragraph, Quotation]:
    """What the paragraphs of a transcript say, each with its label as the source."""
    found = {p: one for p in document.paragraphs if (one := _labelled(document.text, p))}
    return found if len(found) >= _FEWEST else {}


def _labelled(text: str, paragraph: Paragraph) -> Quotation | None:
    label = _LABEL.match(text, paragraph.span.start, paragraph.span.end)
    if not label:
        return None
    colon = text.index(":", label.end())
    content = trimmed(text, colon + 1, paragraph.span.end)
    if not content:
        return None
    return Quotation((content,), (Span(colon, colon + 1),), (Span(label.start(), label.end()),))
