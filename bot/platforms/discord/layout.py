"""A page of an answer as one Discord message: Components V2, within Discord's limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from functools import partial
from typing import Any
from urllib.parse import quote

import discord
from discord import ui

from bot import pages, phrases
from bot.attribution import Form
from bot.cards import Answer, Card
from bot.commands import CARD_COMMANDS
from bot.pages import Page
from bot.platforms.discord.buttons import About, Share, Turn, Wrong
from bot.platforms.discord.markdown import escape, quoted, short, size

MOST_TEXT = 4000  # characters in all texts of one message
MOST_PARTS = 40  # components of one message
MOST_CHOICES = 5  # buttons in a row
_LABEL = 80  # of a button
FOUND = discord.Colour(0x2F6DB5)
NOT_FOUND = discord.Colour(0x8A8F98)

# What the rest may take of MOST_TEXT, so that words always have room left beside it; _AROUND
# is all of a card but its words.
_HEADING, _FOOTER, _NAME, _SOURCE, _LINK, _AROUND = 1000, 150, 200, 300, 512, 2400
# The box, its heading, a separator, the footer, a row and its three buttons.
_FRAME = 8


class Sharing(Enum):
    """Whether the reader may publish the page in the channel."""

    OFFERED = "offered"
    DONE = "done"
    NONE = "none"


def page(answer: Answer, number: int) -> Page:
    """Page *number* of *answer*, cut so that it fits into one message."""
    room = MOST_TEXT - size(_heading(answer)) - _FOOTER
    fitting = replace(answer, cards=tuple(map(_fitting, answer.cards)))
    return pages.page(fitting, number, cost=partial(_cost, _part(answer)), budget=room)


def render(
    page: Page,
    key: str,
    *,
    choices: Sequence[tuple[str, str]] = (),
    sharing: Sharing = Sharing.OFFERED,
    note: str = "",
) -> ui.LayoutView:
    """*page* as a message; *key* stands for its question in the buttons, "" for no buttons.

    Each of *choices* is the name of one who may be meant, with the key that asks for that one.
    *note* is Discord markup of our own, shown small at the end: who shared it, say.
    """
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_colour(page.answer))
    box.add_item(ui.TextDisplay(_heading(page.answer)))
    if choices:
        named = (Turn(phrases.short(name, _LABEL, size), one, 1) for name, one in choices)
        box.add_item(ui.ActionRow(*named))
    for card in page.cards:
        for version in (card, *card.variants):
            box.add_item(ui.Separator(visible=version is card))
            for text in _texts(version):
                box.add_item(ui.TextDisplay(text))
            if key and (statement := _asked_about(card, version)):
                row = (About(command.key, statement) for command in CARD_COMMANDS)
                box.add_item(ui.ActionRow(*row, Wrong(statement)))
    footer, buttons = _footer(page, note), list(_buttons(page, key, sharing)) if key else []
    if footer or buttons:
        box.add_item(ui.Separator())
    if footer:
        box.add_item(ui.TextDisplay(f"-# {footer}"))
    if buttons:
        box.add_item(ui.ActionRow(*buttons))
    return ui.LayoutView(timeout=None).add_item(box)


def render_forms(forms: Sequence[Form]) -> ui.LayoutView:
    """*forms* of an attribution as a message, each to be copied as it stands."""
    box: ui.Container[ui.LayoutView] = ui.Container()
    for form in forms:
        box.add_item(ui.TextDisplay(_form(form)))
    return ui.LayoutView(timeout=None).add_item(box)


def form_cost(form: Form) -> int:
    """What *form* takes of MOST_TEXT."""
    return size(_form(form))


def _form(form: Form) -> str:
    text = f"```json\n{form.text}\n```" if form.is_code else escape(form.text)
    return f"**{form.name}**\n{text}"


def _asked_about(card: Card, version: Card) -> int | None:
    """The statement in *version* of *card* that can be asked about: below a check, each."""
    return version.statement if version is card or card.statement is None else None


def texts_of(card: Card) -> list[str]:
    """The texts of *card* alone, without its variants."""
    return list(_texts(_fitting(card)))


def _colour(answer: Answer) -> discord.Colour:
    return FOUND if answer.cards and not answer.nearest else NOT_FOUND


def _heading(answer: Answer) -> str:
    return f"**{short(answer.heading, _HEADING - 4)}**"


def _part(answer: Answer) -> int:
    """What a component costs in characters: a page full of text cannot have too many of them."""
    choices = 1 + MOST_CHOICES if answer.choices else 0
    return MOST_TEXT // (MOST_PARTS - _FRAME - choices) + 1


def _cost(part: int, card: Card) -> int:
    versions = (card, *card.variants)
    texts = [text for version in versions for text in _texts(version)]
    rows = sum(_asked_about(card, version) is not None for version in versions)
    parts = len(versions) + len(texts) + rows * (2 + len(CARD_COMMANDS))
    return max(sum(map(size, texts)), parts * part)


def _fitting(card: Card) -> Card:
    """*card* with notes that leave room for its words."""
    around = sum(map(size, _texts(replace(card, words=(), notes=()))))
    notes = phrases.fitted(card.notes, _AROUND - around, lambda note: size(_note(note)))
    return replace(card, notes=tuple(notes), variants=tuple(map(_fitting, card.variants)))


def _texts(card: Card) -> Iterator[str]:
    """Who and the words, then where and how sure.

    The two stand apart so that nothing of ours can be taken for a line of the quotation.
    """
    role = f" · {short(card.role, _NAME)}" if card.role else ""
    said = quoted("\n\n".join(words.shown for words in card.words))
    lead = f"{card.lead} " if card.lead else ""
    yield f"{lead}**{short(card.speaker, _NAME)}**{role}" + (f"\n{said}" if card.words else "")
    yield f"-# {short(card.source, _SOURCE)}{_link(card.link)}" + "".join(map(_note, card.notes))


def _note(note: str) -> str:
    return f"\n-# {escape(note)}"


def _link(url: str | None) -> str:
    """The way to the article, behind words of our own: an address is never shown as text."""
    if not url:
        return ""
    address = quote(url, safe=":/?#@!$&*+,;=%~")
    if size(address) > _LINK:
        return " · link too long for Discord"
    return f" · [read the article]({address})"


def _footer(page: Page, note: str) -> str:
    number = f"page {page.number} of {page.total}" if page.total > 1 else ""
    return " · ".join(filter(None, (number, note)))


def _buttons(page: Page, key: str, sharing: Sharing) -> Iterator[ui.DynamicItem[ui.Button[Any]]]:
    if page.total > 1:
        yield Turn("Previous", key, page.number - 1, disabled=page.number == 1)
        yield Turn("Next", key, page.number + 1, disabled=page.number == page.total)
    if sharing is not Sharing.NONE:
        yield Share(key, page.number, done=sharing is Sharing.DONE)
