"""What is told of an article beside its text: on one line each, with links that lead somewhere."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

from store.articles.documents import Details
from store.articles.language import tag
from store.characters import composed, storable
from store.errors import UnreadableArticle
from store.links import followable, may_stand_for
from store.model import Article

_SHOWN = 100  # characters of a link that is refused


def link(told: str | None) -> str | None:
    """The address that a person *told*, None where it is blank.

    Raises UnreadableArticle where no reader could follow it.
    """
    typed = _line(told)
    if typed is None or followable(typed):
        return typed
    whole = typed.lower().startswith(("http://", "https://"))
    why = "copy it again from the browser" if whole else "it must begin with http:// or https://"
    raise UnreadableArticle(f"cannot use the link '{typed[:_SHOWN]}': {why}")


def declared(article: Article) -> Details:
    """What the document itself told of *article*."""
    return Details(**{field.name: getattr(article, field.name) for field in fields(Details)})


def believed(declared: Details, beside: Details) -> Details:
    """What a document has *declared*, without a link that where it was found speaks against."""
    if beside.url and not may_stand_for(declared.url, beside.url):
        return replace(declared, url=None)
    return declared


def cleaned(details: Details) -> Details:
    """*details* with each on one line, and without links that lead nowhere.

    Of a moment without its zone only the day is known.
    """
    details = details.bounded()
    url, at = _line(details.url) or "", details.published_at
    return replace(
        details,
        title=_line(details.title),
        outlet=_line(details.outlet),
        byline=_line(details.byline),
        language=tag(details.language),
        url=url if followable(url) else None,
        published=details.published or (at and at.date()),
        published_at=_moment(at),
        updated_at=_moment(details.updated_at),
    )


def _moment(told: datetime | None) -> datetime | None:
    return told if told and told.tzinfo else None


def _line(value: str | None) -> str | None:
    """*value* on one line, None where nothing is left of it."""
    clean = "".join(c if c.isprintable() else " " for c in composed(storable(value or "")))
    return " ".join(clean.split()) or None
