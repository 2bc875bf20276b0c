"""The paragraphs of a page that are its article, found by trafilatura and looked after.

trafilatura knows well where an article is, but changes the order of its parts, runs short ones
together, and leaves some out: a quotation that stands alone, what a list or a div holds. So it
tells which of the page's paragraphs to keep, and they are taken from the page itself.

- What it left out between the first and the last that it kept is taken, too, where words in
  it stand in quotation marks and it is not all a link.
- Where linked data holds the article's text, it is taken in place of what is much shorter.
- Where it found too little to be sure, whatever holds most paragraphs is the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import chain

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import MANUALLY_CLEANED, Document

from store.articles.boilerplate import is_boilerplate, prune, take_out
from store.articles.paragraphs import each

# trafilatura's names of what HTML calls otherwise
_IN_HTML = {"hi": "b", "ref": "a", "lb": "br", "head": "h2", "graphic": "img"}
_OPENED = tuple("\"“”„«‘'")
_QUOTED = re.compile(r"[\"“”„«»]")
_HOLDERS = frozenset({"p", "div", "section", "article", "main", "td", "li", "blockquote", "font"})
_NO_LETTERS = re.compile(r"[\W_]+")
_SURE = 0.5  # of what trafilatura keeps, that stands in the page as a paragraph
_MUCH_LONGER = 1.3
_COVERED = 0.6  # of the text in linked data
_COMPARED = 1_000_000_000  # characters: each paragraph is looked for in all that is told
_MANY = 5_000  # stretches of text; what trafilatura asks besides takes the square of their number
_PULLED = 6  # words, at least

Block = tuple[str, bool]  # a paragraph, and whether all of it is a link


def paragraphs(root: etree._Element, told: str) -> list[str]:
    """The article's paragraphs in the page *root*, which is changed; linked data *told* its text.

    Where none is found there are none.
    """
    prune(root)
    _mark_quotations(root)
    blocks = list(_blocks(root))
    found = _kept(root, fast=len(root.xpath("//text()[normalize-space()]")) > _MANY)
    kept, in_page = ({_bare(text) for text, _ in some} for some in (found, blocks))
    known = kept & in_page
    if not known or _length(known) < _SURE * _length(kept):
        blocks = list(_blocks(_fullest(root)))
        known = {_bare(text) for text, linked in blocks if not linked}
    known |= {_bare(line) for line in told.splitlines()}
    return list(_once(_as_told(told, blocks, _looked_after(blocks, known))))


def _looked_after(blocks: Sequence[Block], known: set[str]) -> list[str]:
    """Those of *blocks* that are *known* to be the article's, and what was left out between."""
    taken = [_bare(text) in known for text, _ in blocks]
    if True not in taken:
        return []
    between = range(taken.index(True), len(taken) - taken[::-1].index(True))
    return [
        text
        for at, (text, linked) in enumerate(blocks)
        if at in between and (taken[at] or (not linked and _QUOTED.search(text)))
    ]


def _as_told(told: str, blocks: Sequence[Block], found: list[str]) -> list[str]:
    """*found*, or what linked data *told* where that is much more."""
    if len(told) <= _MUCH_LONGER * _length(found):
        return found
    whole = _bare(told)
    few = len(blocks) * len(whole) <= _COMPARED
    among = [text for text, _ in blocks if _bare(text) in whole] if few else []
    if _length(among) >= _COVERED * len(told):
        return among
    lines = [line.strip() for line in told.splitlines()]
    return [line for line in lines if line and not is_boilerplate(line)]


def _once(found: Sequence[str]) -> Iterator[str]:
    """*found* without what is shown once more, cut out of the text to be read first."""
    seen: set[str] = set()
    for text in found:
        if text in seen and len(text.split()) >= _PULLED:
            continue
        seen.add(text)
        yield text


def _kept(root: etree._Element, *, fast: bool) -> Iterator[Block]:
    """What trafilatura takes for the article; *fast*: without what others would take for it."""
    page = deepcopy(root)
    if fast:  # it would take these out itself, one by one, and copy the text around each
        take_out(page, *MANUALLY_CLEANED)
    found = bare_extraction(page, fast=fast, with_metadata=False, include_comments=False)
    if isinstance(found, Document) and found.body is not None:
        for element in found.body.iter(etree.Element):
            element.tag = _IN_HTML.get(element.tag, element.tag)
        yield from _blocks(found.body)


def _fullest(root: etree._Element) -> etree._Element:
    """The element of *root* that holds most text directly, or in paragraphs of its own."""
    held: dict[etree._Element, int] = {}
    for element in root.iter(*_HOLDERS):
        own = sum(len(text.strip()) for text in chain([element.text or ""], _tails(element)))
        holder = element.getparent() if element.tag == "p" else element
        if own and holder is not None:
            held[holder] = held.get(holder, 0) + own
    return max(held, key=lambda holder: held[holder], default=root)


def _tails(element: etree._Element) -> Iterator[str]:
    return (child.tail or "" for child in element)


def _blocks(element: etree._Element) -> Iterator[Block]:
    for text, linked in each(element):
        for line in _visible(text).split("\n"):
            if not is_boilerplate(line):
                yield line, linked


def _mark_quotations(root: etree._Element) -> None:
    """Put marks where a reader sees them: around a `q` the browser sets them."""
    for quoted in list(root.iter("q")):
        quoted.tag = "span"
        if (quoted.text or "").lstrip().startswith(_OPENED):
            continue
        quoted.text = "“" + (quoted.text or "")
        if len(quoted):
            quoted[-1].tail = (quoted[-1].tail or "") + "”"
        else:
            quoted.text += "”"


def _visible(text: str) -> str:
    """*text* without what turns writing round, or cannot be seen."""
    return text if text.isprintable() else "".join(c for c in text if c.isprintable() or c == "\n")


def _bare(text: str) -> str:
    """*text* as it is compared: letters and digits alone."""
    return _NO_LETTERS.sub("", text).casefold()


def _length(texts: Sequence[str] | set[str]) -> int:
    return sum(map(len, texts))
