"""A statement's attribution to copy: a line for print, CSL-JSON and a schema.org Quotation.

What the article does not tell is left out, never guessed.

CSL-JSON: https://resource.citationstyles.org/schema/latest/input/json/csl-data.json
Quotation: https://schema.org/Quotation, whose terms but its own are CreativeWork's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.verbatim import words
from bot.wording import card, provenance
from store.model import Article, Match, SpeakerKind

TOO_LONG = "This form is too long for a message here."


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an attribution; with *is_code* its text is for machines."""

    name: str
    text: str
    is_code: bool


def attribution(match: Match) -> tuple[Form, ...]:
    """*match* in the three forms; raises AlteredText where its words must be withheld."""
    said = " ".join(piece.shown for piece in words(match))
    notes = " ".join(provenance(match, words(match)))
    return (
        Form("For print", _line(match, said, notes), is_code=False),
        Form("CSL-JSON", _written([_citation(match, notes)]), is_code=True),
        Form("schema.org Quotation", _written(_quotation(match, notes)), is_code=True),
    )


def packed(
    forms: Sequence[Form], cost: Callable[[Form], int], budget: int
) -> Iterator[tuple[Form, ...]]:
    """*forms* in order, as many together as a message holds; what no message holds says so."""
    current: list[Form] = []
    for whole in forms:
        fits = cost(whole) <= budget
        form = whole if fits else Form(whole.name, TOO_LONG, is_code=False)
        if current and sum(map(cost, current)) + cost(form) > budget:
            yield tuple(current)
            current = []
        current.append(form)
    yield tuple(current)


def _line(match: Match, said: str, notes: str) -> str:
    shown = card(match, {})
    who = f"{shown.speaker}, {shown.role}" if shown.role else shown.speaker
    told = f"{said} – {who}. {notes}".rstrip()
    link = f" · {shown.link}" if shown.link else ""
    return f"{told} Source: {shown.source}{link}"


def _citation(match: Match, notes: str) -> Mapping[str, Any]:
    """The article as a CSL item, with whose words are cited from it in its note."""
    article, shown = match.article, card(match, {})
    who = f"{shown.speaker}, {shown.role}" if shown.role else shown.speaker
    day = article.published
    return _known(
        {
            "id": f"onrecord-{match.id}",
            "type": _type(article, shown.link),
            "title": article.title,
            "container-title": article.outlet,
            "author": [{"literal": article.byline}] if article.byline else None,
            "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
            "URL": shown.link,
            "note": f"Quoted: {who}. {notes}".rstrip(),
        }
    )


def _type(article: Article, link: str | None) -> str:
    if article.outlet:
        return "article-newspaper"
    return "webpage" if link else "document"


def _quotation(match: Match, notes: str) -> Mapping[str, Any]:
    article, statement, shown = match.article, match.statement, card(match, {})
    publisher = {"@type": "Organization", "name": article.outlet} if article.outlet else None
    source = {
        "@type": "Article",
        "headline": article.title,
        "publisher": publisher,
        "datePublished": article.published and article.published.isoformat(),
        "url": shown.link,
    }
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Quotation",
            "text": "\n\n".join(piece.text for piece in words(match)),
            "creator": _creator(match),
            "dateCreated": statement.said_on and statement.said_on.isoformat(),
            "description": notes,
            "isBasedOn": _known(source),
        }
    )


def _creator(match: Match) -> Mapping[str, Any] | None:
    """Who said it, where the article tells that; unnamed people are none."""
    speaker, role = match.statement.speaker, match.statement.role
    if speaker is None or speaker.kind is SpeakerKind.GROUP:
        return None
    if speaker.kind is SpeakerKind.PERSON:
        return _known({"@type": "Person", "name": speaker.name, "jobTitle": role})
    return {"@type": "Organization", "name": speaker.name}


def _known(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}


def _written(value: Any) -> str:
    # what would end a block of code in chat is spelt as JSON may spell it
    return json.dumps(value, ensure_ascii=False, indent=2).replace("`", "\\u0060")
