"""Attributions to copy: what each form says, and that machines can read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from bot.attribution import TOO_LONG, Form, attribution, packed
from store.model import Article, Match, Query
from store.store import Store

TEXT = Article(
    "“The bridge will never be `painted` blue,” reportedly said Anna Abel, mayor of Brook, on"
    " Tuesday.\n",
    title="Bridge",
    outlet="The Daily Planet",
    byline="Ada Birch",
    url="https://planet.example/bridge",
    published=date(2023, 5, 4),
)
BARE = Article("“Only moonlight pays for that,” said Ada Marsh.\n")

# of the CSL-JSON schema: an item's fields that are ours, and that there are no others
TEXTS = {"type": "string", "minLength": 1}
CSL = {
    "type": "array",
    "minItems": 1,
    "maxItems": 1,
    "items": {
        "type": "object",
        "properties": {
            "type": {"enum": ["article-newspaper", "webpage", "document"]},
            "id": TEXTS,
            "title": TEXTS,
            "container-title": TEXTS,
            "URL": TEXTS,
            "note": TEXTS,
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": TEXTS},
                    "additionalProperties": False,
                },
            },
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {
                            "type": "array",
                            "items": {"type": "integer"},
                            "minItems": 1,
                            "maxItems": 3,
                        },
                    }
                },
                "additionalProperties": False,
            },
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}
# schema.org's types, each with those of its own and inherited terms that may be there
TERMS = {
    "Quotation": {"text", "creator", "dateCreated", "description", "isBasedOn"},
    "Article": {"headline", "publisher", "datePublished", "url"},
    "Person": {"name", "jobTitle"},
    "Organization": {"name"},
}


@pytest.fixture
def matches(tmp_path: Path) -> Iterator[tuple[Match, Match]]:
    with Store(tmp_path / "onrecord.db") as store:
        for article in (TEXT, BARE):
            store.load(article, by="test")
        (told,) = store.search(Query(speaker="Anna Abel"))
        (bare,) = store.search(Query(speaker="Ada Marsh"))
        yield told, bare


def typed(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for below in value.values():
            yield from typed(below)


def every(store: Store) -> list[Match]:
    found = [store.search(Query(speaker=name)) for name in store.speakers("")]
    return [match for some in found for match in some]


def test_the_line_has_words_speaker_role_hedge_and_source(matches: tuple[Match, Match]) -> None:
    line, _, _ = attribution(matches[0])
    assert line.text.startswith("“The bridge will never be `painted` blue,” – Anna Abel, ")
    for told in ("mayor of Brook", "reportedly", "Bridge · The Daily Planet · 4 May 2023"):
        assert told in line.text
    assert line.text.endswith(" · https://planet.example/bridge")


def test_the_citation_has_all_that_is_known_of_the_article(matches: tuple[Match, Match]) -> None:
    _, csl, _ = attribution(matches[0])
    (item,) = json.loads(csl.text)
    assert {name: item[name] for name in item.keys() - {"id", "note"}} == {
        "type": "article-newspaper",
        "title": "Bridge",
        "container-title": "The Daily Planet",
        "author": [{"literal": "Ada Birch"}],
        "issued": {"date-parts": [[2023, 5, 4]]},
        "URL": "https://planet.example/bridge",
    }
    assert item["note"].startswith("Quoted: Anna Abel, mayor of Brook. ")


def test_the_quotation_has_its_words_speaker_day_and_article(matches: tuple[Match, Match]) -> None:
    _, _, form = attribution(matches[0])
    told = json.loads(form.text)
    assert told["@context"] == "https://schema.org"
    assert told["text"] == "The bridge will never be `painted` blue,"
    assert told["creator"] == {"@type": "Person", "name": "Anna Abel", "jobTitle": "mayor of Brook"}
    assert "Second-hand" in told["description"]
    assert told["isBasedOn"] == {
        "@type": "Article",
        "headline": "Bridge",
        "publisher": {"@type": "Organization", "name": "The Daily Planet"},
        "datePublished": "2023-05-04",
        "url": "https://planet.example/bridge",
    }


def test_what_is_not_known_is_left_out(matches: tuple[Match, Match]) -> None:
    _, csl, form = attribution(matches[1])
    (item,) = json.loads(csl.text)
    assert item.keys() == {"id", "type", "note"}
    assert item["type"] == "document"
    assert json.loads(form.text)["isBasedOn"] == {"@type": "Article"}


def test_a_day_is_told_where_it_is_settled(matches: tuple[Match, Match]) -> None:
    told, _ = matches
    dated = replace(told, statement=replace(told.statement, said_on=date(2023, 5, 2)))
    assert json.loads(attribution(dated)[2].text)["dateCreated"] == "2023-05-02"


def test_unnamed_people_are_no_creator(on_record: Store) -> None:
    (group,) = on_record.search(Query(speaker="figures representing the White House"))
    assert "creator" not in json.loads(attribution(group)[2].text)


def test_every_attribution_keeps_to_both_vocabularies(
    on_record: Store, matches: tuple[Match, Match]
) -> None:
    shown = [*every(on_record), *matches]
    assert len(shown) > 10
    for match in shown:
        _, csl, form = attribution(match)
        jsonschema_rs.validate(CSL, json.loads(csl.text))
        for told in typed(json.loads(form.text)):
            assert told.keys() - {"@type", "@context"} <= TERMS[told["@type"]]


def test_nothing_ends_a_block_of_code(matches: tuple[Match, Match]) -> None:
    for form in attribution(matches[0]):
        assert not (form.is_code and "`" in form.text)


def test_forms_go_together_where_they_fit() -> None:
    forms = [Form("a", "x" * 4, is_code=False), Form("b", "x" * 5, is_code=True)]
    cost = lambda form: len(form.text)  # noqa: E731
    assert list(packed(forms, cost, 9)) == [tuple(forms)]
    assert list(packed(forms, cost, 8)) == [(forms[0],), (forms[1],)]


def test_a_form_that_no_message_holds_says_so() -> None:
    forms = [Form("a", "x" * 99, is_code=True)]
    (shown,) = packed(forms, lambda form: len(form.text), 60)
    assert shown == (Form("a", TOO_LONG, is_code=False),)
