"""A second look at a page: what the extractor lost of the article, put back where it stood.

Two things tell what was lost: the article as the page's own linked data has it, and the page, read
by the reader of pieces that hold nothing but an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from store.articles.paragraphs import paragraphs, unlinked

_SENTENCE = re.compile(r"[.!?…][\"”’»')\]]*$")
_QUOTED = re.compile('["“”„«»]')
_LETTERS = re.compile(r"[\W_]+")
_MUCH_LONGER = 1.5  # times as long as what was kept
_BESIDE = ("aside", "footer", "form", "header", "nav")
_TEASER = 200  # characters of a body; fewer may be no more than its beginning


def with_lost(kept: Sequence[str], root: etree._Element, body: str) -> list[str]:
    """The paragraphs that were *kept* of the page *root*, with those that were lost.

    *body* is the article as the page's linked data has it, "" where it has none. It takes the place
    of what was kept where it is much longer, or has the same in more paragraphs. *root* is used up.
    """
    told = _lines(body)
    if _is_better(told, kept):
        return told
    etree.strip_elements(root, *_BESIDE, with_tail=False)
    in_page = unlinked(root)
    after = _lost(kept, in_page, {_key(one) for one in told})
    result = after.get(-1, [])
    for at, paragraph in enumerate(kept):
        result += (paragraph, *after.get(at, ()))
    return result


def _lines(body: str) -> list[str]:
    """The paragraphs of *body*, which is text or markup."""
    if not body.strip():
        return []
    read = paragraphs("", body.replace("\n", "\n\n"))
    return [line for paragraph in read for line in paragraph.splitlines()]


def _is_better(told: Sequence[str], kept: Sequence[str]) -> bool:
    length = sum(map(len, told))
    if length < _TEASER:
        return False
    if length > _MUCH_LONGER * sum(map(len, kept)):
        return True
    return len(told) > len(kept) and _key("".join(kept)) in _key("".join(told))


def _lost(kept: Sequence[str], in_page: Sequence[str], told: set[str]) -> dict[int, list[str]]:
    """What was lost, by which one of those *kept* it stood behind, -1 for before the first.

    Lost is what linked data has *told*; and between the first and the last that were kept, what
    ends as a sentence does or holds quotation marks.
    """
    known = {_key(paragraph): at for at, paragraph in enumerate(kept)}
    whole = "".join(known)
    keys = [_key(paragraph) for paragraph in in_page]
    met = [at for at, key in enumerate(keys) if key in known]
    within = range(met[0], met[-1]) if met else range(0)
    lost: dict[int, list[str]] = {}
    last = -1
    for at, (key, paragraph) in enumerate(zip(keys, in_page, strict=True)):
        last = known.get(key, last)
        if key in known or not key or key in whole:
            continue
        if key in told or (at in within and _is_text(paragraph)):
            lost.setdefault(last, []).append(paragraph)
    return lost


def _is_text(paragraph: str) -> bool:
    return bool(_SENTENCE.search(paragraph) or _QUOTED.search(paragraph))


def _key(paragraph: str) -> str:
    return _LETTERS.sub("", paragraph).lower()
