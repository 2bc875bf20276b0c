"""Addresses: which become links, and which are one; for loading, for finding and for showing."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlencode, urlsplit

from yarl import URL

_LONGEST = 2_000  # characters; what is longer neither sites nor chat platforms take
_NEVER = frozenset(' <>"|')  # in an address as a browser copies it; elsewhere they are markup

# What an address gets on its way to a reader, and by which no site tells its articles apart: the
# list by which Firefox shortens addresses, and the marks of news sites for who sent a reader.
_ADDED = re.compile(
    r"(at|hsa|mtm|utm)_\w+|pk_(campaign|content|keyword|kwd|medium|source)|__h\w+|__s|_hs\w+"
    r"|(dc|fb|gc|g|ms|tt|tw|y|ym|ys)clid|[gw]braid|gclsrc|_g[al]|igshid?|mc_[ce]id|mkt_tok"
    r"|oly_(anon|enc)_id|ref_(src|url)|s_cid|srsltid|vero_(conv|id)|wickedid"
    r"|cmp|cmpid|ncid|ocid|smid|smtyp|xtor",
    re.IGNORECASE,
)
_HOST = re.compile(r"(\w[\w.-]*|\[[\da-f:.]+\])(:\d+)?", re.ASCII)
_WWW = re.compile(r"^(www\.)+(?=[^.]+\.)")


def followable(url: str) -> bool:
    """Whether *url* is a whole http or https address that may be made a link as it stands."""
    typed = url.isascii() and url.isprintable() and not _NEVER.intersection(url)
    if not typed or len(url) > _LONGEST:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[" is no address
        return False
    # a name before the host is there to be mistaken for it
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


@lru_cache(maxsize=16)  # one article's is asked for time and again
def canonical(url: str) -> str | None:
    """*url* as it is however it was shared; None where it is no whole http or https address.

    It lacks what tells nothing of the article: the scheme, “www.”, the last slash, a fragment, and
    what was added on the way. Whatever may tell two articles apart is kept.
    """
    if not url.isprintable() or _NEVER.intersection(url):
        return None
    try:
        told = URL(url)
    except (ValueError, IndexError):  # yarl raises both
        return None
    host = _WWW.sub("", (told.host_port_subcomponent or "").lower(), count=1)
    # a name before the host is there to be mistaken for it
    if told.scheme not in {"http", "https"} or not _HOST.fullmatch(host) or told.raw_user:
        return None
    asked = [(name, value) for name, value in told.query.items() if not _ADDED.fullmatch(name)]
    path = told.raw_path.rstrip("/")
    return f"https://{host}{path}{'?' if asked else ''}{urlencode(sorted(asked))}"


def same_site(url: str, other: str) -> bool:
    """Whether two addresses are of one site: of one host, or one host is below the other."""
    hosts = sorted((_site(url), _site(other)), key=len)
    return "" not in hosts and f".{hosts[1]}".endswith(f".{hosts[0]}")


def may_stand_for(declared: str | None, url: str) -> bool:
    """Whether the link that a page has *declared* can be its own, where it was found at *url*.

    A page may say of itself what it likes, so it is only believed about its own site. And many
    sites declare their front, or that of a section, for all that is below it: then every article
    there would be taken for a version of one.
    """
    if not declared or not same_site(declared, url):
        return False
    told, found = (urlsplit(address).path.strip("/") for address in (declared, url))
    below = found.removeprefix(f"{told}/" if told else "")
    return below in {found, "amp"} if told else not found


def host(url: str) -> str:
    """The host of *url* without "www.", "" where it has none."""
    return _site(url).partition(":")[0]


def _site(url: str) -> str:
    whole = canonical(url)
    return whole.removeprefix("https://").partition("/")[0].partition("?")[0] if whole else ""
