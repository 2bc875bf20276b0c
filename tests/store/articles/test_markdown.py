"""Markdown, as writers and site generators keep it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from time import process_time

import pytest

from store.articles import read
from store.errors import UnreadableArticle


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param("“**No**,” *said* Ana_Ruiz.", "“No,” said Ana_Ruiz.", id="emphasis"),
        pytest.param("“No,” said [Ana](https://a.example/).", "“No,” said Ana.", id="a link"),
        pytest.param("> “No,”\n> said Ana.", "“No,” said Ana.", id="a block quotation"),
        pytest.param("“No,” said  \nAna.", "“No,” said\nAna.", id="a hard break"),
        pytest.param("One.\n\n    “No,” said Ana.", "One.\n\n“No,” said Ana.", id="indented"),
        pytest.param("One.\n\n```\ncode()\n```\n\nTwo.", "One.\n\nTwo.", id="code"),
        pytest.param("- “No,” said Ana.\n- “Yes.”", "“No,” said Ana.\n\n“Yes.”", id="a list"),
        pytest.param('"No -- never..." said Ana.', '"No -- never..." said Ana.', id="marks"),
        pytest.param("<p>“No,” said Ana.</p>", "“No,” said Ana.", id="html in it"),
        pytest.param("![The pier](pier.jpg)\n\n“No,” said Ana.", "“No,” said Ana.", id="a picture"),
        pytest.param("1 * 2 * 3 is 6, said Ana.", "1 * 2 * 3 is 6, said Ana.", id="stars"),
    ],
)
def test_marks_of_layout_go_and_words_stay(written: str, text: str) -> None:
    assert read("a.md", written.encode()).text == text


FIELDS = """---
title: "Pier: to stay"
date: 2026-05-04T10:00:00+02:00
lastmod: 2026-05-05T09:00:00Z
author: Jane Roe
publication: Harbor Times
url: https://harbor.example/pier
lang: en-GB
tags:
  - pier
---

“No,” said Ana.
"""


def test_fields_above_tell_the_details() -> None:
    article = read("a.md", FIELDS.encode())
    assert (article.text, article.title) == ("“No,” said Ana.", "Pier: to stay")
    assert (article.outlet, article.byline) == ("Harbor Times", "Jane Roe")
    assert (article.url, article.language) == ("https://harbor.example/pier", "en-GB")
    assert article.published == date(2026, 5, 4)
    assert article.published_at == datetime.fromisoformat("2026-05-04T10:00:00+02:00")
    assert article.updated_at == datetime(2026, 5, 5, 9, tzinfo=UTC)


def test_a_file_of_another_name_is_known_by_its_fields() -> None:
    assert read("a.txt", FIELDS.encode()).title == "Pier: to stay"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ('He said "no" to "it"', 'He said "no" to "it"'),
        ('"No" and "yes" was said', '"No" and "yes" was said'),
        ('"A \\"no\\" vote"', 'A "no" vote'),
        ("'The mayor''s offer'", "The mayor's offer"),
    ],
)
def test_marks_around_a_field_go_and_those_in_it_stay(told: str, title: str) -> None:
    assert read("a.md", f"---\ntitle: {told}\n---\n\n“No.”".encode()).title == title


def test_a_line_across_the_page_begins_no_fields() -> None:
    article = read("a.md", "---\n\n“No,” said Ana.\n\n---\n".encode())
    assert (article.text, article.title) == ("“No,” said Ana.", None)


def test_a_heading_that_it_begins_with_is_its_title() -> None:
    article = read("a.md", "# The *pier* stays #\n\n“No,” said Ana.".encode())
    assert (article.title, article.text) == ("The pier stays", "The pier stays\n\n“No,” said Ana.")


@pytest.mark.parametrize(
    "hostile", ["[" * 50_000, ">" * 50_000, "* a\n" * 50_000, "_a " * 50_000, "![" * 10_000]
)
def test_what_is_nested_without_end_is_read(hostile: str) -> None:
    assert "said Ana" in read("a.md", f"{hostile}\n\n“No,” said Ana.".encode()).text


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("---\n" + "-a: b\n" * 58 + "x", id="fields that do not end"),
        pytest.param(f"---\ntitle: a{' ' * 100_000}b\n---\nx", id="a long field"),
        pytest.param(f"# a{' ' * 100_000}b\n\nx", id="a long heading"),
        pytest.param("<pre><code" * 20_000, id="code that does not end"),
    ],
)
def test_what_is_written_to_take_time_takes_none(hostile: str) -> None:
    began = process_time()
    with suppress(UnreadableArticle):
        assert read("a.md", hostile.encode()).text
    assert process_time() - began < 10


def test_what_is_too_long_is_told() -> None:
    with pytest.raises(UnreadableArticle, match="too long for one article"):
        read("a.md", b"* a\n" * 200_000)
