"""What stands in and around the article of a page without being part of it.

It goes by what elements are called, as publishing systems call them, and by how a paragraph reads
as a whole: never by a word within one. Whatever holds most of the page's text is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_NEVER = frozenset(
    (
        *("amp-ad", "amp-consent", "amp-sidebar", "amp-twitter", "amp-facebook", "amp-instagram"),
        *("amp-user-notification", "button", "dialog", "figcaption", "form", "iframe", "nav"),
        *("noscript", "script", "style", "svg", "template", "textarea"),
    )
)
_CALLED = re.compile(
    r"""(?:^|[\s_-])(?:
      ad[-_]?(?:slot|wrapper|container|label|unit)s? | advert\w* | dfp | inline-ad
    | author-?(?:bio|card|box|info) | bio | byline | contributors?
    | captions? | credits? | gallery | image-caption | wp-caption(?:-text)?
    | comments? | commentlist | disqus\w* | discussion | responses?
    | cookies? | consent | gdpr | onetrust
    | newsletters? | subscri(?:be|ption)s?(?:-\w+)* | sign-?up | promos? | cta
    | paywall | piano | regwall | barrier | sign-?in-?gate
    | pull-?quotes? | pullquote | quote-?callout | callout-?quote
    | related\w* | recommend\w* | rich-?link | interstitial(?:-link)? | read-?(?:more|next)
    | more-?(?:news|stories|on) | most-?(?:read|viewed|popular) | outbrain | taboola
    | shar(?:e|ing|edaddy)(?:-\w+)* | social(?:-\w+)* | submeta | post-?metadata | tags? | tag-list
    | twitter-tweet | instagram-media | fb-post | tiktok-embed | bluesky-embed
    | breadcrumbs? | kicker | links-?block | press-?contact | recirc\w* | sponsor\w* | topic-?list
    | sidebar | site-?footer | print-?only | screen-reader-text | visually-hidden | sr-only
    )(?=$|[\s_-])""",
    re.IGNORECASE | re.VERBOSE,
)
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_NAMED_BY = ("class", "id", "data-component", "data-gu-name", "data-testid")
_LONGEST_NAMES = 1000
_ROLES = frozenset({"banner", "complementary", "contentinfo", "dialog", "navigation", "search"})
_SPARED = frozenset({"html", "body", "main", "article"})
_TOPICS = re.compile(
    r"(?:^|(?<=\s))(?:tag|category|has|no|is|type|format|section)-\S+", re.IGNORECASE
)
_HOLD_TEXT = ("p", "div", "span", "font", "td", "br", "b", "strong", "em", "i", "a", "li")
_MOST = 0.5  # of the page's text
_TAKEN_OUT = "taken-out"

_PARAGRAPH = re.compile(
    r"""\W*(?:
      advertise?ments? | sponsored | image\ caption | related(?:\ (?:articles|stories|topics))?
    | (?:story|article)\ continues\ below(?:\ \w+)? | skip\ past\ .{1,60}
    | after\ newsletter\ .{1,30}
    | advertisement\ \W\ scroll\ to\ continue | scroll\ to\ continue
    | (?:read|see)\ (?:more|also|next)(?:\s*[:|–—»→>-].{0,200})? | also\ read\s*:.{0,200}
    | related\s*:.{0,200} | recommended\s*:.{0,200} | don.t\ miss\s*:.{0,200}
    | (?:follow|like|find)\ us\ on\b.{0,150} | (?:sign\ up|subscribe)\ (?:to|for)\ our\b.{0,200}
    | (?:©|\(c\)|copyright\b).{0,20}\d{4}.{0,200} | all\ rights\ reserved
    | (?:additional\ )?reporting\ by\ [^.“”"]{1,120};\ .{0,40}edit(?:ing|ed)\ by\ [^“”"]{1,120}
    | the\ post\ .{1,300}\ appeared\ first\ on\ .{1,200}
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def prune(root: etree._Element) -> None:
    """Take out of the page *root* what is called as what is no article is called."""
    most = _MOST * sum(len(text.strip()) for text in root.itertext(*_HOLD_TEXT))
    for element in list(_superfluous(root, most)):
        if element is not root:
            element.tag = _TAKEN_OUT
    take_out(root, _TAKEN_OUT)


def take_out(root: etree._Element, *names: str) -> None:
    """Take every element called one of *names* out of *root*, and leave what stands behind it.

    All at once: where many go, copying the text around each would take the square of its length.
    """
    etree.strip_elements(root, *names, with_tail=False)
    for element in root.iter():  # what then stands side by side is made one
        element.text, element.tail = element.text, element.tail


def is_boilerplate(paragraph: str) -> bool:
    """Whether *paragraph* as a whole reads like what is put between those of an article."""
    return bool(_PARAGRAPH.fullmatch(paragraph)) or not any(c.isalnum() for c in paragraph)


def _superfluous(root: etree._Element, most: float) -> Iterator[etree._Element]:
    """What is called so, and holds less text than *most*; what is in it is not told again."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if _is_called_so(element) and _length(element, most) < most:
            walk.skip_subtree()
            yield element


def _is_called_so(element: etree._Element) -> bool:
    if element.tag in _SPARED or element.get("itemprop") == "articleBody":
        return False
    if element.tag in _NEVER or element.get("role") in _ROLES or "hidden" in element.attrib:
        return True
    own = element.get("name") if "-" in element.tag else None  # elements that a site made up
    names = " ".join((own or "", *(element.get(key) or "" for key in _NAMED_BY)))[:_LONGEST_NAMES]
    return bool(_CALLED.search(_CAMEL.sub("-", _TOPICS.sub("", names))))


def _length(element: etree._Element, most: float) -> int:
    """The characters of text in *element*; no more are counted than *most*."""
    length = 0
    for text in element.itertext(*_HOLD_TEXT):
        length += len(text.strip())
        if length >= most:
            break
    return length
