"""Wire copy: one report that several outlets have word for word, told in a line on the card."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from store.model import Article, Match


def of(match: Match) -> tuple[Match, ...]:
    """Those of the variants of *match* that stand in the same text, and tell nothing more."""
    return tuple(variant for variant in match.variants if _is_copy(match, variant))


def others(match: Match) -> tuple[Match, ...]:
    """The variants of *match* that are no copies."""
    return tuple(variant for variant in match.variants if not _is_copy(match, variant))


def outlets(copies: Sequence[Match]) -> tuple[str, ...]:
    """Who published each of *copies*, as far as that is known."""
    return tuple(_publisher(one.article) for one in copies)


def _is_copy(match: Match, variant: Match) -> bool:
    """Whether all that *variant* would show but its source is on the card of *match*.

    What is not of the days or outlets asked for says so on a card of its own; so does what the same
    article says twice.
    """
    return (
        _publisher(variant.article) != _publisher(match.article)
        and variant.article.text == match.article.text
        and variant.words == match.words
        and variant.statement.speaker == match.statement.speaker
        and not variant.outside
    )


def _publisher(article: Article) -> str:
    site = urlsplit(article.url or "").hostname or ""
    return article.outlet or site.removeprefix("www.") or "an outlet not given"
