"""What was fetched, and what is no article or no answer at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from store.fetching.addresses import Target, unfetchable
from store.fetching.requesting import Answer

_LONGEST_RETRY = 24 * 3600.0  # seconds

# What a site sends that is no text, nor may hold any that could be an article.
_NO_ARTICLES = frozenset({"audio", "chemical", "font", "image", "model", "video"})
_NO_ARTICLE = frozenset(
    {
        *("text/css", "text/javascript", "application/javascript", "application/x-javascript"),
        *("application/wasm", "application/zip", "application/java-archive"),
        *("application/x-msdownload", "application/x-shockwave-flash", "application/ogg"),
        *("application/vnd.apple.mpegurl", "application/dash+xml", "application/font-woff"),
        *("multipart/x-mixed-replace", "text/event-stream"),
    }
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched: *url* is where it was found after redirects.

    What the site had not *changed* since the validators that it was asked with has no data.
    *kind* is its content type ("text/html"), "" where the site tells none.
    """

    url: str
    data: bytes
    changed: bool = True
    kind: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def fetched(found: Target, answer: Answer, *, conditional: bool) -> Fetched:
    """What *answer* holds; raises Unfetchable where that is nothing that can be read."""
    status, kind, charset = answer.status, *_kind(answer)
    etag, last_modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    if status == 304 and conditional:
        return Fetched(found.url, b"", changed=False, etag=etag, last_modified=last_modified)
    if status not in {200, 203}:
        passing = status == 429 or status >= 500
        wait = retry_after(answer)
        raise unfetchable(found.url, _why(status), passing=passing, retry_after=wait)
    if kind in _NO_ARTICLE or kind.partition("/")[0] in _NO_ARTICLES:
        raise unfetchable(found.url, f"it is no article ({kind}); give the address of the page")
    return Fetched(
        url=found.url,
        data=answer.body(),
        kind=kind,
        charset=charset,
        etag=etag,
        last_modified=last_modified,
    )


def retry_after(answer: Answer) -> float | None:
    """The seconds after which the site lets one try again, where it says so."""
    told = (answer.headers.get("retry-after") or "").strip()
    if told.isascii() and told.isdigit():
        return min(float(told[:9]), _LONGEST_RETRY)
    try:
        at = parsedate_to_datetime(told)
    except ValueError:
        return None
    zoned = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max(0.0, (zoned - datetime.now(UTC)).total_seconds()), _LONGEST_RETRY)


def _kind(answer: Answer) -> tuple[str, str | None]:
    """The content type and the charset of *answer*."""
    told = answer.headers.get("content-type")
    if not told:
        return "", None
    message = Message()
    message["content-type"] = told
    return message.get_content_type(), message.get_content_charset()


def _why(status: int) -> str:
    if status in {401, 402, 403, 407, 451}:
        return f"the site does not let it be read ({status}); paste the text instead"
    if status in {404, 410}:
        return f"it is not there ({status}); check the address"
    if status == 429:
        return "the site asks to be left alone for a while (429)"
    if status >= 500:
        return f"the site has trouble ({status})"
    return f"the site does not answer with a page ({status}); paste the text instead"
