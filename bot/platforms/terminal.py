"""Answers in a terminal, or as plain lines where the output is a file or a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rich.console import Console
from rich.text import Text

from bot.cards import Card
from bot.checks import Checked, Report, marked
from bot.corrections import NOT_SHOWN, NOTHING_OPEN, Item
from bot.pages import Page
from store.checking import Edit, Standing

BUDGET = 100_000  # characters to a page; a terminal scrolls


def cost(card: Card) -> int:
    """What *card* takes of a page."""
    return sum(len(words.text) for words in card.words) + sum(map(cost, card.variants))


def render(page: Page, width: int) -> Text:
    """*page* in lines of *width* columns; nothing in it can steer the terminal."""
    lines = [line for block, indent in _blocks(page) for line in _wrapped(block, width, indent)]
    return Text("\n").join(lines)


def render_check(report: Report, width: int) -> Text:
    """*report* in lines of *width* columns; nothing in it can steer the terminal."""
    lines = [line for block, indent in _report(report) for line in _wrapped(block, width, indent)]
    return Text("\n").join(lines)


def render_reports(items: Sequence[Item], width: int) -> Text:
    """*items* in lines of *width* columns; nothing in them can steer the terminal."""
    blocks = (block for item in items for block in _item(item))
    lines = [line for block, indent in blocks for line in _wrapped(block, width, indent)]
    return Text("\n").join(lines or [Text(NOTHING_OPEN)])


def tame(text: str) -> str:
    """*text* with what would steer a terminal or turn its writing round made visible."""
    lines = text.replace("\r\n", "\n").replace("\t", " ")
    return _STEERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", lines)


# C0 but for the line feed, C1, line and paragraph separators, bidirectional controls, tags,
# and halves of pairs, at which writing anything out would fail
_STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def _wrapped(block: Text, width: int, indent: int) -> Iterator[Text]:
    console = Console(width=width)  # only measures; nothing is printed on it
    for line in block.wrap(console, max(width - indent, 10)) or [Text()]:
        line.rstrip()
        yield Text(" " * indent if line else "").append_text(line)


def _blocks(page: Page) -> Iterator[tuple[Text, int]]:
    """Stretches of text, each with the columns it is indented by."""
    yield Text(tame(page.answer.heading), "bold"), 0
    for choice in page.answer.choices:
        yield Text(f"{tame(choice.name)}: {tame(choice.question)}"), 2
    for card in page.cards:
        yield from _card(card, 2)
    if page.total > 1:
        more = f"; --page {page.number + 1} shows the next" if page.number < page.total else ""
        yield Text(), 0
        yield Text(f"Page {page.number} of {page.total}{more}.", "dim"), 0


def _card(card: Card, indent: int) -> Iterator[tuple[Text, int]]:
    yield Text(), 0
    role = Text(f", {tame(card.role)}" if card.role else "")
    yield Text(tame(card.speaker), "bold").append_text(role), indent
    for words in card.words:
        yield Text(tame(words.shown)), indent + 2
    for small in (" ".join(card.notes), card.source, card.link):
        if small:
            yield Text(tame(small), "dim"), indent
    for variant in card.variants:
        yield from _card(variant, indent + 2)


def _item(item: Item) -> Iterator[tuple[Text, int]]:
    yield Text(f"{item.lead} By {tame(item.by)}.", "bold"), 0
    for told in item.told:
        yield Text(tame(told)), 2
    if item.card is None:
        yield Text(NOT_SHOWN), 2
    else:
        yield from _card(item.card, 2)
    yield Text(), 0


_VERDICTS = {Standing.VERBATIM: "bold green", Standing.PARTIAL: "bold yellow"}
_STYLES = {
    Edit.KEPT: "",
    Edit.LEFT_OUT: "dim",
    Edit.DROPPED: "bold red",
    Edit.ADDED: "bold green",
    Edit.REPLACED: "dim",
    Edit.PUT: "",
}


def _report(report: Report) -> Iterator[tuple[Text, int]]:
    yield Text(tame(report.heading), "bold"), 0
    for checked in report.checked:
        yield from _checked(checked)


def _checked(checked: Checked) -> Iterator[tuple[Text, int]]:
    yield Text(), 0
    style = _VERDICTS.get(checked.verdict, "bold red")
    line = Text(checked.verdict.upper(), style).append_text(Text(":"))
    for piece in checked.pieces:
        line.append(" ").append(tame(marked(piece)), _STYLES[piece.edit])
    yield line, 0
    for note in checked.notes:
        yield Text(tame(note)), 2
    for card in checked.cards:
        yield from islice(_card(card, 2), 1, None)  # without the empty line above it
