"""Pieces of HTML that are an article already, with nothing around it: their paragraphs.

An extractor for pages would drop the short ones. What is no sentence of the article goes:
captions, forms, scripts, buttons, and the lines that a publishing system puts below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from store.articles.tags import endless
from store.articles.unreadable import unreadable


def _each(names: str) -> frozenset[str]:
    return frozenset(names.split())


_INLINE = _each(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr "
    # NITF's
    "alt-code chron classifier copyrite event function lang location money num object.title org "
    "person postaddr pronounce virtloc"
)
_LEFT_OUT = _each(
    "applet audio base button canvas caption dialog embed fieldset figcaption figure form frame "
    "frameset head iframe input link map math media meta nav noframes noscript object option "
    "param picture script select source style svg template textarea title track video"
)
_LEFT_OUT_CLASSES = _each(
    "button-wrapper captioned-image-container image-caption pullquote sharedaddy "
    "subscription-widget subscription-widget-wrap wp-block-button wp-block-buttons "
    "wp-block-embed wp-caption wp-caption-text"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_QUOTING = tuple("\"“”„«‘'")
_BREAK = "\x1e"
_LINE_END, _BLANK_LINE = re.compile(r"\r\n?"), re.compile(r"\n[ \t\n]*\n")
_BLOCK = re.compile(r"<(?:p|br|div|li|blockquote)\b", re.IGNORECASE)
_BY_THE_SYSTEM = re.compile(
    r"the post .{1,400} (?:appeared first on|first appeared on) .{1,200}",
    re.IGNORECASE | re.DOTALL,
)
_MORE = re.compile(
    r"\W*(?:continue reading|read more|read (?:the )?full (?:article|story)|read on|keep reading"
    r"|click here|subscribe now|leave a comment|share)\b.{0,150}",
    re.IGNORECASE | re.DOTALL,
)


def paragraphs(name: str, markup: str) -> list[str]:
    """Every paragraph of *markup*; a line break in one stays, other white space is one blank.

    Raises UnreadableArticle, about *name*, where it is nested too deep to be all read.
    """
    if not _BLOCK.search(markup):  # as WordPress keeps what was typed
        markup = _BLANK_LINE.sub("<p>", _LINE_END.sub("\n", markup))
    if endless(markup):
        raise unreadable(name, "its HTML has tags without end; paste the text instead")
    clean = markup.replace("\0", "").replace(_BREAK, "")
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(f"<html><body>{clean}", parser)
    except (etree.LxmlError, ValueError) as error:
        raise unreadable(name, "its HTML is damaged; paste the text instead") from error
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise unreadable(name, "its HTML is nested too deep; paste the text instead")
    return in_element(root)


def in_element(root: etree._Element) -> list[str]:
    """The paragraphs below *root*, which may be HTML, XHTML or NITF, as `paragraphs` has them."""
    found = list(each(root))
    while found and (_BY_THE_SYSTEM.fullmatch(found[-1][0]) or _is_button(*found[-1])):
        found.pop()
    return [text for text, _ in found]


def _is_button(text: str, linked: bool) -> bool:  # noqa: FBT001 -- a pair as `each` gives it
    return linked and bool(_MORE.fullmatch(text))


def each(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """Each paragraph, and whether all of it is a link."""
    pieces: list[str] = []
    linked = 0  # characters of the paragraph that stand in links
    for text, in_link in _pieces(root):
        if text is not None:
            pieces.append(text)
            linked += in_link and len(text.strip())
        elif pieces:
            yield from _finished(pieces, linked)
            pieces, linked = [], 0
    yield from _finished(pieces, linked)


def _finished(pieces: list[str], linked: int) -> Iterator[tuple[str, bool]]:
    lines = (" ".join(line.split()) for line in "".join(pieces).split(_BREAK))
    text = "\n".join(line for line in lines if line)
    if text:
        yield text, linked >= len(text.strip())


def _pieces(root: etree._Element) -> Iterator[tuple[str | None, bool]]:
    """Stretches of text and whether they are in a link; None where a paragraph ends."""
    left_out = links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = _name(element)
        starts, out = event == "start", _is_left_out(name, element)
        left_out += out if starts else -out
        if name == "br" and starts:
            yield _BREAK, False
        elif name not in _INLINE and name != "br":
            yield None, False
        if name == "a":
            links += 1 if starts else -1
        if name == "q" and not left_out and _needs_marks(element):
            yield "“" if starts else "”", links > 0
        text = element.text if starts else element.tail if element is not root else None
        if text and not left_out:
            yield text, links > 0


def _name(element: etree._Element) -> str:
    """What *element* is called, without its namespace."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _is_left_out(name: str, element: etree._Element) -> bool:
    if name in _LEFT_OUT or _HIDDEN.search(element.get("style") or ""):
        return True
    classes = element.get("class")
    return bool(classes) and not _LEFT_OUT_CLASSES.isdisjoint(classes.split())


def _needs_marks(quoted: etree._Element) -> bool:
    """Whether the marks that a reader sees around a `q` are the browser's, and not in the text."""
    return not (quoted.text or "").lstrip().startswith(_QUOTING)
