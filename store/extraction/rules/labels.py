"""Who speaks by the form of the page alone.

Transcripts, paragraphs that a label opens ("SMITH: Good evening."), and quotations that are
signed in the line below ("- Ada Birch").
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from store.extraction.document import Document, Paragraph
from store.extraction.languages import en
from store.extraction.paragraphs import trimmed
from store.model import Quotation, Span

_LABEL = re.compile(r"[A-Z][A-Z.'’-]++(?: [A-Z][A-Z.'’-]++){0,3}+(?=(?: \([^)\n]{1,60}\))?:\s)")
# "- Ada Birch", "— Bram Otto, Dunmore": a dash, a name, then what else there is about them.
_DASHED = re.compile(
    r"(?P<dash>[-–—―~]{1,2}) ?(?P<name>[A-Z][^,;:\n“”\"]{1,60}?)\.?(?:,[^\n]{1,80})?"
)
# "Ada Birch, harbour master, Dunmore.": without a dash, a full name with a description.
_DESCRIBED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}), (?P<more>[^\n:;!?“”\"]{2,80})"
)
_LONGEST_NAME = 6  # words, a title among them
_FEWEST = 2  # one label alone is a dateline or a note


def formal(document: Document) -> dict[Paragraph, Quotation]:
    """What transcripts and signed quotations say, by the paragraphs that say it."""
    return labelled(document) | signed(document)


def signed(document: Document) -> dict[Paragraph, Quotation]:
    """The quotations that are paragraphs of their own with a signature as the next one."""
    found = {}
    for paragraph, after in pairwise(document.paragraphs):
        stretch = document.stretch_at(paragraph.span.start)
        if not stretch or stretch.whole != paragraph.span:
            continue
        if one := _signature(document.text, after.span):
            found[paragraph] = replace(one, content=(stretch.inside,))
    return found


def _signature(text: str, line: Span) -> Quotation | None:
    """Who signs in a *line* of its own, as the source of a quotation that is yet to be put in."""
    dashed = _DASHED.fullmatch(text, line.start, line.end)
    if dashed and len(dashed["name"].split()) <= _LONGEST_NAME:
        return Quotation((), (Span(*dashed.span("dash")),), (Span(*dashed.span("name")),))
    described = _DESCRIBED.fullmatch(text, line.start, line.end)
    if described and (en.FINITE | en.CUES.keys()).isdisjoint(described["more"].lower().split()):
        return Quotation((), (), (Span(*described.span("name")),))
    return None


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
