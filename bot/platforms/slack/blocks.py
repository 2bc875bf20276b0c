"""Pages of an answer as Slack blocks, in which nothing from an article comes alive.

Words, speakers and sources stand in `rich_text` text elements, which Slack shows as they are.
Everything else is plain text with `&`, `<` and `>` escaped; there is no `mrkdwn` anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from bot import pages
from bot.attribution import Form
from bot.cards import Answer, Card
from bot.commands import CARD_COMMANDS
from bot.corrections import WRONG_SPEAKER
from bot.pages import Page
from bot.wording import fitted, short

Block = dict[str, Any]

# Slack refuses a message whose blocks take about 13,200 characters (`msg_blocks_too_long`). It
# documents neither the limit nor how it counts, so bytes of JSON are counted, with room to spare.
LONGEST = 12_500
MOST_BLOCKS = 50
MOST_ELEMENTS = 10  # in a context block
MOST_TEXT = 30_000  # characters for screen readers: Slack cuts off at 40,000
# Bytes for what stands around the words, which are never shortened: hostile articles have
# headlines without end, and a card must leave room for its words.
LONGEST_HEADING, LONGEST_NAME, LONGEST_SOURCE, LONGEST_LINK = 1500, 300, 800, 600
LONGEST_NOTE = 3000  # of one text
LONGEST_NOTICE = 1500  # characters, and up to six bytes of JSON for each
LONGEST_AROUND = 6900  # all of a card but its words
LEAST_WORDS = 1000  # that have room beside it, whatever was asked
# Three buttons carry the question, up to 2,000 bytes each, and those of choices one like it.
LONGEST_ASKED = 3000  # with which there is room for choices and for the whole of a heading
SHORT_HEADING = 600

PREVIOUS, NEXT, SHARE, CHOOSE = "previous", "next", "share", "choose"  # action ids
WRONG = "wrong"
MOST_CHOICES = 5  # buttons in a row
LONGEST_LABEL = 70  # of a button, which takes 75 characters


class Message(NamedTuple):
    """What Slack is sent: *text* for screen readers and notifications, *blocks* for eyes."""

    text: str
    blocks: list[Block]


class Place(Enum):
    """Who sees a message, which decides whether it can be shared."""

    PRIVATE = "only the asker, in a channel"
    DIRECT = "a direct message"
    SHARED = "everyone in a channel"


def render(page: Page, place: Place = Place.PRIVATE) -> Message:
    """*page* as a message for *place*."""
    heading = _short(page.answer.heading, _heading_room(page.answer))
    blocks = [_rich(_section(_text(heading))), *_row(_choices(page.answer))]
    for card in page.cards:
        blocks += [{"type": "divider"}, *_card(card)]
    if page.total > 1:
        blocks += _context([f"Page {page.number} of {page.total}"])
    blocks += _row(_buttons(page, place))
    spoken = [escape(heading), *map(_spoken, page.cards)]
    return Message("\n\n".join(spoken), _named(blocks, f"page{page.number}"))


def shared(page: Page, user: str, *, did: str = "shared") -> Message:
    """*page* for everyone in a channel, under the name of the *user* who shares it or asked."""
    message = render(page, Place.SHARED)
    lead = _section(
        {"type": "user", "user_id": user},
        _text(f" {did}: {page.answer.title or page.answer.question}", italic=True),
    )
    return Message(message.text, [{**_rich(lead), "block_id": "shared"}, *message.blocks])


def notice(text: str) -> Message:
    """One plain thing to tell a person: an error, a refusal, what a load did."""
    text = text[:LONGEST_NOTICE]
    return Message(escape(text), _named([_rich(_section(_text(text)))], "notice"))


def under(lead: str, message: Message) -> Message:
    """*message* below a sentence that says why it comes here."""
    block = {**_rich(_section(_text(lead, italic=True))), "block_id": "lead"}
    return Message(f"{escape(lead)}\n\n{message.text}", [block, *message.blocks])


def page_of(answer: Answer, number: int) -> Page:
    """Page *number* of *answer*, filled as far as a Slack message holds."""
    budget = LONGEST - size(render(Page(answer, (), 2, 3)).blocks)
    around = min(LONGEST_AROUND, budget - LEAST_WORDS)
    fitting = replace(answer, cards=tuple(_fitting(card, around) for card in answer.cards))
    return pages.page(fitting, number, cost=_cost, budget=budget)


def asked(value: str) -> tuple[str, int, date | None]:
    """What a button's *value* carries: the question, the page, and the day it was asked."""
    state = json.loads(value)
    today = date.fromisoformat(state["today"]) if "today" in state else None
    return str(state["question"]), int(state["page"]), today


def about(value: str) -> int:
    """The number of the statement that the button on a card, with this *value*, is about."""
    return int(json.loads(value)["statement"])


def size(blocks: list[Block]) -> int:
    """What *blocks* count for against Slack's limit, in bytes of JSON."""
    return len(json.dumps(blocks, ensure_ascii=False).encode())


def escape(text: str) -> str:
    """*text* with Slack's three control characters disarmed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str) -> Block:
    """*text* for a label, in which Slack reads no markup and no emoji."""
    return {"type": "plain_text", "text": escape(text), "emoji": False}


def forms(shown: Sequence[Form]) -> Message:
    """*shown* forms of an attribution, each to be copied as it stands."""
    blocks = [block for form in shown for block in _form(form)]
    spoken = [f"{form.name}:\n{form.text}" for form in shown]
    return Message(escape("\n\n".join(spoken)), _named(blocks, "form"))


def form_cost(form: Form) -> int:
    """What *form* takes of LONGEST."""
    return size(_named(_form(form), "form"))


def _form(form: Form) -> list[Block]:
    kind = "rich_text_preformatted" if form.is_code else "rich_text_section"
    name = _section(_text(form.name, bold=True))
    return [_rich(name, {"type": kind, "elements": [_text(form.text)]})]


def _asking(statement: int | None) -> list[Block]:
    """The buttons that ask about a *statement*."""
    if statement is None:
        return []
    about: dict[str, object] = {"statement": statement}
    row = [_button(one.key, one.name, one.summary, about) for one in CARD_COMMANDS]
    row.append(button(WRONG, WRONG_SPEAKER, "Report a wrong speaker", statement))
    return [{"type": "actions", "elements": row}]


def _card(card: Card) -> list[Block]:
    blocks = [_rich(*_statement(card)), *_context(card.notes), *_asking(card.statement)]
    for variant in card.variants:
        blocks += [_rich(*_statement(variant)), *_context(variant.notes)]
        blocks += _asking(variant.statement) if card.statement is None else []
    return blocks


def alone(card: Card) -> list[Block]:
    """The blocks of *card*, without its variants and its buttons."""
    return _card(replace(_fitting(card), variants=(), statement=None))


def with_buttons(card: Card) -> list[Block]:
    """The blocks of *card* as it is in an answer."""
    return _card(_fitting(card))


def lines(first: str, user: str, *others: str) -> Block:
    """Some lines of plain text, the *first* of which stands out; *user* is mentioned after it."""
    person = [_text(" "), {"type": "user", "user_id": user}] if user else []
    rest = "".join(f"\n{line}" for line in others)
    return _rich(_section(_text(first, bold=True), *person, *([_text(rest)] if rest else [])))


def fitting(text: str, most: int) -> str:
    """*text* on one line, cut where it takes more than *most* bytes; never words that were said."""
    return _short(text, most)


def button(action: str, text: str, label: str, value: int) -> Block:
    """A button that carries a number."""
    return {
        "type": "button",
        "action_id": action,
        "text": plain(text),
        "accessibility_label": short(label, LONGEST_LABEL),
        "value": str(value),
    }


def _statement(card: Card) -> Iterator[Block]:
    if card.lead:
        yield _section(_text(card.lead, italic=True))
    role = [_text(f", {_short(card.role, LONGEST_NAME)}")] if card.role else []
    yield _section(_text(_short(card.speaker, LONGEST_NAME), bold=True), *role)
    words = [_text(words.shown) for words in card.words]
    paragraphs = [element for text in words for element in (_text("\n"), text)]
    if paragraphs:
        yield {"type": "rich_text_quote", "elements": paragraphs[1:]}
    yield _section(_source(card))


def _source(card: Card) -> Block:
    source, link = _short(card.source, LONGEST_SOURCE), _link(card)
    return {"type": "link", "url": link, "text": source} if link else _text(source)


def _link(card: Card) -> str:
    return card.link if card.link and len(card.link.encode()) <= LONGEST_LINK else ""


def _spoken(card: Card) -> str:
    who = ", ".join(_short(name, LONGEST_NAME) for name in (card.speaker, card.role) if name)
    words = [words.shown for words in card.words]
    source = f"{_short(card.source, LONGEST_SOURCE)} {_link(card)}".rstrip()
    lines = [f"{card.lead} {who}:".lstrip(), *words, *card.notes, source]
    return "\n".join([escape("\n".join(lines)), *map(_spoken, card.variants)])


def _cost(card: Card) -> int:
    """The dearest of three shares: of the bytes, of the text, and of the 50 blocks."""
    blocks = [{"type": "divider"}, *_named(_card(card), "page0")]
    share = LONGEST // (MOST_BLOCKS - 6)  # six stay free for heading, buttons and the like
    spoken = len(_spoken(card)) * LONGEST // MOST_TEXT
    return max(size(blocks), spoken, share * len(blocks))


def _buttons(page: Page, place: Place) -> Iterator[Block]:
    of = f"of {page.total}"
    if page.number > 1:
        label = f"Previous page, {page.number - 1} {of}"
        yield _button(PREVIOUS, "Previous", label, _state(page, page.number - 1))
    if page.number < page.total:
        label = f"Next page, {page.number + 1} {of}"
        yield _button(NEXT, "Next", label, _state(page, page.number + 1))
    if place is Place.PRIVATE:
        label = "Share this answer with the channel"
        yield _button(SHARE, "Share", label, _state(page, page.number))


def _row(buttons: Iterable[Block]) -> list[Block]:
    elements = list(buttons)
    return [{"type": "actions", "elements": elements}] if elements else []


def _choices(answer: Answer) -> Iterator[Block]:
    """A button for each of those of whom the answer asks which is meant, while there is room."""
    room = LONGEST_ASKED - _asked_thrice(answer)
    for number, choice in enumerate(answer.choices[:MOST_CHOICES], start=1):
        name = short(choice.name, LONGEST_LABEL, lambda text: len(escape(text)))
        label = short(f"Only {choice.name}", LONGEST_LABEL)
        state = {"question": choice.question, "page": 1, **_day(answer)}
        made = _button(f"{CHOOSE}-{number}", name, label, state)
        if (room := room - size([made])) < 0:
            return
        yield made


def _heading_room(answer: Answer) -> int:
    return LONGEST_HEADING if _asked_thrice(answer) <= LONGEST_ASKED else SHORT_HEADING


def _asked_thrice(answer: Answer) -> int:
    """What the question takes in the buttons that turn pages and share."""
    return 3 * _bytes(json.dumps(answer.question, ensure_ascii=False))


def _state(page: Page, number: int) -> dict[str, object]:
    return {"question": page.answer.question, "page": number, **_day(page.answer)}


def _day(answer: Answer) -> dict[str, str]:
    return {"today": answer.today.isoformat()} if answer.today else {}


def _button(action: str, text: str, label: str, state: dict[str, object]) -> Block:
    return {
        "type": "button",
        "action_id": action,
        "text": plain(text),
        "accessibility_label": label,
        "value": json.dumps(state, ensure_ascii=False, separators=(",", ":")),
    }


def _context(notes: Iterable[str]) -> list[Block]:
    elements = [plain(note) for note in notes]
    rows = range(0, len(elements), MOST_ELEMENTS)
    return [{"type": "context", "elements": elements[at : at + MOST_ELEMENTS]} for at in rows]


def _fitting(card: Card, most: int = LONGEST_AROUND) -> Card:
    """*card* with all but its words cut to leave room for them: once, for it is looked at often."""
    card = replace(
        card,
        speaker=_short(card.speaker, LONGEST_NAME),
        role=_short(card.role, LONGEST_NAME) if card.role else None,
        source=_short(card.source, LONGEST_SOURCE),
    )
    around = size(_card(replace(card, words=(), notes=(), variants=())))
    notes = [_short(note, LONGEST_NOTE) for note in card.notes]
    notes = fitted(notes, most - around, lambda note: size([plain(note)]))
    return replace(
        card, notes=tuple(notes), variants=tuple(_fitting(v, most) for v in card.variants)
    )


def _short(text: str, most: int) -> str:
    return short(text, most, _bytes)


def _bytes(text: str) -> int:
    """What *text* takes once it is escaped, for Slack and for JSON."""
    return len(json.dumps(escape(text), ensure_ascii=False).encode())


def _named(blocks: list[Block], name: str) -> list[Block]:
    return [{**block, "block_id": f"{name}-{number}"} for number, block in enumerate(blocks)]


def _rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def _section(*elements: Block) -> Block:
    return {"type": "rich_text_section", "elements": list(elements)}


def _text(text: str, **style: bool) -> Block:
    return {"type": "text", "text": text, **({"style": style} if style else {})}
