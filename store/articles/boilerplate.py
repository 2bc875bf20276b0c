"""What stands within an article and is none of it: taken out before it is read.

Extractors know it by where it stands and how much of it is linked; this knows it by what sites
call it. Nothing that holds much of the page's text goes, whatever it is called.
"""

from __future__ import annotations

import re

from lxml import etree

_CALLED = re.compile(
    r"(?:^|[\s_-])(?:related\w*|recommend\w*|recirc\w*|most-?read|read-?more|rich-?link\w*"
    r"|interstitial(?:-link)?|newsletter\w*|email-?sign-?up|sign-?up|subscri(?:be|ption)\w*|paywall"
    r"|promo\w*|shar(?:e|ing|edaddy)|social\w*|cookie\w*|consent\w*|onetrust\w*|gdpr"
    r"|captions?|media-caption|credits?|pull-?quotes?|advert\w*|ad-label|sponsor\w*|taboola|outbrain"
    r"|author-?(?:bio|box|info)|bio|kicker|breadcrumbs?|topic-list|links-block|comments?"
    r"|press-contact|tags)(?=$|[\s_-])",
    re.IGNORECASE,
)
_NEVER = frozenset({"html", "body", "main", "article"})
_NAMED_BY = ("class", "id", "data-component", "data-gu-name", "data-testid")
_ISLANDS = re.compile(r"richlink|email|newsletter|related|signup", re.IGNORECASE)
_MOST = 0.25  # of the page's text in paragraphs

_LINE = re.compile(
    r"\W*(?:read (?:more|also|next|the full)|(?:also )?read:|see also|related|more on this|watch:"
    r"|listen:|more:|sign up|subscribe|follow (?:us|our)|click here|join our|download our"
    r"|share this|advertisement|continue reading|don['’]t miss|you may also like)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LINE = 160  # characters
_QUOTED = re.compile('["“”„«»]')


def clear(tree: etree._Element) -> None:
    """Take out of the page *tree* what is called, or reads, like no part of an article."""
    most = _MOST * sum(len(_text(paragraph)) for paragraph in tree.iter("p"))
    for element in list(tree.iter(etree.Element)):
        if element.getparent() is not None and _is_none_of_it(element, most):
            _take_out(element)


def mark_quotations(tree: etree._Element) -> None:
    """Write out the marks that a browser shows around a `q`, and that no text has."""
    for quoted in tree.iter("q"):
        if not (quoted.text or "").lstrip().startswith(tuple("\"“”„«‘'")):
            quoted.text = f"“{quoted.text or ''}"
            last = quoted[-1] if len(quoted) else None
            if last is None:
                quoted.text += "”"
            else:
                last.tail = f"{last.tail or ''}”"
        quoted.tag = "span"


def _is_none_of_it(element: etree._Element, most: float) -> bool:
    name = element.tag
    if name in _NEVER:
        return False
    if name in {"p", "div", "li"} and _is_line(element):
        return True
    called = " ".join(filter(None, (element.get(by) for by in _NAMED_BY)))
    none = bool(_CALLED.search(called)) or (
        name == "gu-island" and bool(_ISLANDS.search(element.get("name") or ""))
    )
    return none and len(_text(element)) <= most


def _is_line(element: etree._Element) -> bool:
    """Whether it is one line that leads elsewhere: "Read more: …", "Sign up here"."""
    text = _text(element, _LONGEST_LINE + 1).strip()
    if not text or len(text) > _LONGEST_LINE or not _LINE.fullmatch(text) or _QUOTED.search(text):
        return False
    return text.lower() == "advertisement" or element.find(".//a") is not None


def _text(element: etree._Element, most: int = 1_000_000) -> str:
    """The text in *element*, of which no more than *most* characters are wanted."""
    found: list[str] = []
    for piece in element.itertext():
        found.append(piece)
        most -= len(piece)
        if most < 0:
            break
    return "".join(found)


def _take_out(element: etree._Element) -> None:
    """Remove it, but not what stands after it."""
    parent, before, after = element.getparent(), element.getprevious(), element.tail
    if after and before is not None:
        before.tail = f"{before.tail or ''} {after}"
    elif after:
        parent.text = f"{parent.text or ''} {after}"
    parent.remove(element)
