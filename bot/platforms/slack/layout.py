"""Pages of an answer as Slack messages: what stands where, and how much room it has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import Enum

from bot import pages
from bot.cards import Answer, Card
from bot.commands import CARD_COMMANDS
from bot.corrections import WRONG_SPEAKER
from bot.pages import Page
from bot.phrases import fitted, short
from bot.platforms.slack.blocks import (
    LONGEST,
    LONGEST_LABEL,
    MOST_BLOCKS,
    Block,
    Message,
    button,
    context,
    element,
    escape,
    fitting,
    length,
    named,
    plain,
    rich,
    row,
    section,
    size,
)

MOST_TEXT = 30_000  # characters for screen readers: Slack cuts off at 40,000
# Bytes for what stands around the words, which are never shortened: hostile articles have
# headlines without end, and a card must leave room for its words.
LONGEST_HEADING, LONGEST_NAME, LONGEST_SOURCE, LONGEST_LINK = 1500, 300, 800, 600
LONGEST_NOTE = 3000  # of one text
LONGEST_AROUND = 6900  # all of a card but its words
LEAST_WORDS = 1000  # that have room beside it, whatever was asked
# Three buttons carry the question, up to 2,000 bytes each, and those of choices one like it.
LONGEST_ASKED = 3000  # with which there is room for choices and for the whole of a heading
SHORT_HEADING = 600

PREVIOUS, NEXT, SHARE, CHOOSE = "previous", "next", "share", "choose"  # action ids
WRONG = "wrong"
MOST_CHOICES = 5  # buttons in a row


class Place(Enum):
    """Who sees a message, which decides whether it can be shared."""

    PRIVATE = "only the asker, in a channel"
    DIRECT = "a direct message"
    SHARED = "everyone in a channel"


def render(page: Page, place: Place = Place.PRIVATE) -> Message:
    """*page* as a message for *place*."""
    heading = fitting(page.answer.heading, _heading_room(page.answer))
    blocks = [rich(section(element(heading))), *row(_choices(page.answer))]
    for card in page.cards:
        blocks += [{"type": "divider"}, *_card(card)]
    if page.total > 1:
        blocks += context([f"Page {page.number} of {page.total}"])
    blocks += row(_buttons(page, place))
    spoken = [escape(heading), *map(_spoken, page.cards)]
    return Message("\n\n".join(spoken), named(blocks, f"page{page.number}"))


def shared(page: Page, user: str, *, did: str = "shared") -> Message:
    """*page* for everyone in a channel, under the name of the *user* who shares it or asked."""
    message = render(page, Place.SHARED)
    lead = section(
        {"type": "user", "user_id": user},
        element(f" {did}: {page.answer.title or page.answer.question}", italic=True),
    )
    return Message(message.text, [{**rich(lead), "block_id": "shared"}, *message.blocks])


def page_of(answer: Answer, number: int) -> Page:
    """Page *number* of *answer*, filled as far as a Slack message holds."""
    budget = LONGEST - size(render(Page(answer, (), 2, 3)).blocks)
    around = min(LONGEST_AROUND, budget - LEAST_WORDS)
    cut = replace(answer, cards=tuple(_fitting(card, around) for card in answer.cards))
    return pages.page(cut, number, cost=_cost, budget=budget)


def asked(value: str) -> tuple[str, int, date | None]:
    """What a button's *value* carries: the question, the page, and the day it was asked."""
    state = json.loads(value)
    today = date.fromisoformat(state["today"]) if "today" in state else None
    return str(state["question"]), int(state["page"]), today


def about(value: str) -> int:
    """The number of the statement that the button on a card, with this *value*, is about."""
    return int(json.loads(value)["statement"])


def alone(card: Card) -> list[Block]:
    """The blocks of *card*, without its variants and its buttons."""
    return _card(replace(_fitting(card), variants=(), statement=None))


def with_buttons(card: Card) -> list[Block]:
    """The blocks of *card* as it is in an answer."""
    return _card(_fitting(card))


def _card(card: Card) -> list[Block]:
    blocks = [rich(*_statement(card)), *context(card.notes), *_asking(card.statement)]
    for variant in card.variants:
        blocks += [rich(*_statement(variant)), *context(variant.notes)]
        blocks += _asking(variant.statement) if card.statement is None else []
    return blocks


def _asking(statement: int | None) -> list[Block]:
    """The buttons that ask about a *statement*."""
    if statement is None:
        return []
    buttons = [
        button(one.key, one.name, one.summary, {"statement": statement}) for one in CARD_COMMANDS
    ]
    return row([*buttons, button(WRONG, WRONG_SPEAKER, "Report a wrong speaker", statement)])


def _statement(card: Card) -> Iterator[Block]:
    if card.lead:
        yield section(element(card.lead, italic=True))
    role = [element(f", {fitting(card.role, LONGEST_NAME)}")] if card.role else []
    yield section(element(fitting(card.speaker, LONGEST_NAME), bold=True), *role)
    words = [element(words.shown) for words in card.words]
    paragraphs = [part for text in words for part in (element("\n"), text)]
    if paragraphs:
        yield {"type": "rich_text_quote", "elements": paragraphs[1:]}
    yield section(_source(card))


def _source(card: Card) -> Block:
    source, link = fitting(card.source, LONGEST_SOURCE), _link(card)
    return {"type": "link", "url": link, "text": source} if link else element(source)


def _link(card: Card) -> str:
    return card.link if card.link and len(card.link.encode()) <= LONGEST_LINK else ""


def _spoken(card: Card) -> str:
    who = ", ".join(fitting(name, LONGEST_NAME) for name in (card.speaker, card.role) if name)
    words = [words.shown for words in card.words]
    source = f"{fitting(card.source, LONGEST_SOURCE)} {_link(card)}".rstrip()
    lines = [f"{card.lead} {who}:".lstrip(), *words, *card.notes, source]
    return "\n".join([escape("\n".join(lines)), *map(_spoken, card.variants)])


def _cost(card: Card) -> int:
    """The dearest of three shares: of the bytes, of the text, and of the 50 blocks."""
    blocks = [{"type": "divider"}, *named(_card(card), "page0")]
    share = LONGEST // (MOST_BLOCKS - 6)  # six stay free for heading, buttons and the like
    spoken = len(_spoken(card)) * LONGEST // MOST_TEXT
    return max(size(blocks), spoken, share * len(blocks))


def _buttons(page: Page, place: Place) -> Iterator[Block]:
    of = f"of {page.total}"
    if page.number > 1:
        label = f"Previous page, {page.number - 1} {of}"
        yield button(PREVIOUS, "Previous", label, _state(page, page.number - 1))
    if page.number < page.total:
        label = f"Next page, {page.number + 1} {of}"
        yield button(NEXT, "Next", label, _state(page, page.number + 1))
    if place is Place.PRIVATE:
        label = "Share this answer with the channel"
        yield button(SHARE, "Share", label, _state(page, page.number))


def _choices(answer: Answer) -> Iterator[Block]:
    """A button for each of those of whom the answer asks which is meant, while there is room."""
    room = LONGEST_ASKED - _asked_thrice(answer)
    for number, choice in enumerate(answer.choices[:MOST_CHOICES], start=1):
        name = short(choice.name, LONGEST_LABEL, lambda text: len(escape(text)))
        label = short(f"Only {choice.name}", LONGEST_LABEL)
        state = {"question": choice.question, "page": 1, **_day(answer)}
        made = button(f"{CHOOSE}-{number}", name, label, state)
        if (room := room - size([made])) < 0:
            return
        yield made


def _heading_room(answer: Answer) -> int:
    return LONGEST_HEADING if _asked_thrice(answer) <= LONGEST_ASKED else SHORT_HEADING


def _asked_thrice(answer: Answer) -> int:
    """What the question takes in the buttons that turn pages and share."""
    return 3 * length(json.dumps(answer.question, ensure_ascii=False))


def _state(page: Page, number: int) -> dict[str, object]:
    return {"question": page.answer.question, "page": number, **_day(page.answer)}


def _day(answer: Answer) -> dict[str, str]:
    return {"today": answer.today.isoformat()} if answer.today else {}


def _fitting(card: Card, most: int = LONGEST_AROUND) -> Card:
    """*card* with all but its words cut to leave room for them: once, for it is looked at often."""
    card = replace(
        card,
        speaker=fitting(card.speaker, LONGEST_NAME),
        role=fitting(card.role, LONGEST_NAME) if card.role else None,
        source=fitting(card.source, LONGEST_SOURCE),
    )
    around = size(_card(replace(card, words=(), notes=(), variants=())))
    notes = [fitting(note, LONGEST_NOTE) for note in card.notes]
    notes = fitted(notes, most - around, lambda note: size([plain(note)]))
    return replace(
        card, notes=tuple(notes), variants=tuple(_fitting(v, most) for v in card.variants)
    )
