"""Whatever an article says, Discord shows it as it is and nothing in it comes alive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simcord.preview._markdown import markdown_tokens

from bot.platforms.discord.markdown import escape, quoted, short, size

SHOWN = re.compile(r"\\([^0-9A-Za-z\s])")  # Discord: show the next character as it is
ALIVE = re.compile(
    r"""
      <(?:@[!&]?|\#)\d+> | @everyone | @here          # mentions
    | <t:-?\d+(?::[tTdDfFRsS])?> | <a?:\w+:\d+>       # timestamps, custom emoji
    | </[^:\n]+:\d+> | <id:\w+> | <[^\s>]+[@:][^\s>]*>  # commands, places, links in brackets
    | \w+:// | discord\.gg/ | discord(?:app)?\.com/   # addresses, invitations
    | \[[^\n]*\]\([^\n]*\) | :\w+:                    # masked links, emoji by name
    | [*_`] | ~~ | \|\|                               # emphasis, code, spoilers
    | ^[ ]*(?:\#{1,3}|-\#|>|>>>|[-*+]|\d+\.)\s        # headings, small print, quotations, lists
    """,
    re.VERBOSE | re.MULTILINE,
)
MARKUP = [
    "<@1>", "<@!1>", "<@&1>", "<#1>", "@everyone", "@here", "<t:0>", "<t:0:R>", "</load:1>",
    "<:a:1>", "<a:a:1>", "<id:home>", "<mailto:a@b.c>", "https://a.example", "discord.gg/abc",
    "[a](https://a.example)", "[a](<https://a.example>)", "**a**", "*a*", "__a__", "_a_", "~~a~~",
    "||a||", "`a`", "```\na\n```", "# a", "## a", "-# a", "> a", ">>> a", "- a", "* a", "+ a",
    "1. a", "2. a\n3. b", "\\", "\\\\", "\\*a*", "a\n# b", "a\n\n- b", ":smile:", "¯\\_(ツ)_/¯",
    "a\r\n-# b", "a\r# b", "- ", "-#", "&lt;@1&gt;", "[a]", "(b)", "\n", " ", "a-b", "12:30",
]  # fmt: skip
# Everything but what cannot be sent at all: lone surrogates and NUL.
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
hostile = st.lists(st.sampled_from(MARKUP) | anything).map("".join)


def inert(text: str) -> str:
    """*text* with each character that Discord shows as it is put out of markup's way."""
    return SHOWN.sub("\N{REPLACEMENT CHARACTER}", text)


def seen(quotation: str) -> str:
    """What a reader sees inside a block quotation."""
    lines = quotation.split("\n")
    assert all(line.startswith("> ") for line in lines)
    return SHOWN.sub(r"\1", "\n".join(line[2:] for line in lines))


def kinds(tokens: list[dict[str, Any]]) -> Iterator[str]:
    for token in tokens:
        yield token["type"]
        yield from kinds(token.get("children") or [])


@pytest.mark.parametrize("text", MARKUP)
def test_a_reader_sees_the_words_and_no_markup(text: str) -> None:
    assert not ALIVE.search(inert(escape(text)))
    assert seen(quoted(text)) == re.sub(r"\r\n?", "\n", text)


@given(hostile)
def test_no_words_come_alive(text: str) -> None:
    assert not ALIVE.search(inert(escape(text)))


@given(hostile)
def test_words_are_seen_as_stored(text: str) -> None:
    assert seen(quoted(text)) == re.sub(r"\r\n?", "\n", text)


@given(hostile, hostile)
def test_words_stay_inert_beside_others(one: str, other: str) -> None:
    assert not ALIVE.search(inert(f"**{escape(one)}** · {escape(other)}").replace("**", ""))


class Everything(dict[str, str]):
    """A server where every id is taken, so that any mention that can come alive does."""

    def __bool__(self) -> bool:
        return True

    def get(self, _key: str, _default: Any = None) -> Any:
        return "a"


EVERYTHING: dict[str, Any] = {
    "users": Everything(), "roles": Everything(), "channels": Everything(),
    "commands": Everything(), "everyone": True,
}  # fmt: skip


def rendered(text: str) -> set[str]:
    return set(kinds(markdown_tokens(text, "text_display", context=EVERYTHING)))


@given(hostile)
def test_another_renderer_finds_nothing_alive_either(text: str) -> None:
    plain = {"blockquote", "paragraph", "inline", "text", "break"}
    # CommonMark's indented code and, after unescaping, simcord's small print: not Discord's
    assert rendered(quoted(text)) <= plain | {"code_block", "subtext"}


@pytest.mark.parametrize("text", ["<@1>", "<#1>", "@everyone", "<t:0>", "</a:1>", "https://a.b"])
def test_the_other_renderer_would_see_it_come_alive(text: str) -> None:
    assert rendered(f"> {text}") & {"mention", "timestamp", "command", "link_open"}


@given(hostile, st.integers(1, 300))
def test_a_shortened_line_is_inert_and_within_its_room(text: str, most: int) -> None:
    line = short(text, most)
    assert size(line) <= most
    assert "\n" not in line
    assert not ALIVE.search(inert(line))


def test_a_line_that_fits_is_whole() -> None:
    assert short("a line of “words”", 40) == "a line of “words”"


def test_a_line_that_is_changed_has_no_marks() -> None:
    assert short("a  line\nof “words”", 40) == "a line of words"


def test_room_is_counted_in_utf16() -> None:
    assert size("a\N{GRINNING FACE}") == 3
