"""What Slack shows is made of, in which nothing from an article comes alive.

Words, speakers and sources stand in `rich_text` text elements, which Slack shows as they are.
Everything else is plain text with `&`, `<` and `>` escaped; there is no `mrkdwn` anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from bot.phrases import short

Block = dict[str, Any]

# Slack refuses a message whose blocks take about 13,200 characters (`msg_blocks_too_long`). It
# documents neither the limit nor how it counts, so bytes of JSON are counted, with room to spare.
LONGEST = 12_500
MOST_BLOCKS = 50
MOST_ELEMENTS = 10  # in a context block
LONGEST_NOTICE = 1500  # characters, and up to six bytes of JSON for each
LONGEST_LABEL = 70  # of a button, which takes 75 characters


class Message(NamedTuple):
    """What Slack is sent: *text* for screen readers and notifications, *blocks* for eyes."""

    text: str
    blocks: list[Block]


def notice(text: str) -> Message:
    """One plain thing to tell a person: an error, a refusal, what a load did."""
    text = text[:LONGEST_NOTICE]
    return Message(escape(text), named([rich(section(element(text)))], "notice"))


def under(lead: str, message: Message) -> Message:
    """*message* below a sentence that says why it comes here."""
    block = {**rich(section(element(lead, italic=True))), "block_id": "lead"}
    return Message(f"{escape(lead)}\n\n{message.text}", [block, *message.blocks])


def size(blocks: list[Block]) -> int:
    """What *blocks* count for against Slack's limit, in bytes of JSON."""
    return len(json.dumps(blocks, ensure_ascii=False).encode())


def escape(text: str) -> str:
    """*text* with Slack's three control characters disarmed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fitting(text: str, most: int) -> str:
    """*text* on one line, cut where it takes more than *most* bytes; never words that were said."""
    return short(text, most, length)


def length(text: str) -> int:
    """What *text* takes once it is escaped, for Slack and for JSON."""
    return len(json.dumps(escape(text), ensure_ascii=False).encode())


def plain(text: str) -> Block:
    """*text* for a label, in which Slack reads no markup and no emoji."""
    return {"type": "plain_text", "text": escape(text), "emoji": False}


def field(name: str, label: str, hint: str, element: Block) -> Block:
    """What is asked in a form under *name*, and may be left empty."""
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "hint": plain(hint),
        "element": {**element, "action_id": name},
        "optional": True,
    }


def element(text: str, **style: bool) -> Block:
    """Some *text* of a section as it is, in a *style*: `bold=True`."""
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def section(*elements: Block) -> Block:
    """A paragraph of formatted text."""
    return {"type": "rich_text_section", "elements": list(elements)}


def rich(*elements: Block) -> Block:
    """Formatted text, of sections and the like."""
    return {"type": "rich_text", "elements": list(elements)}


def lines(first: str, user: str, *others: str) -> Block:
    """Some lines of plain text, the *first* of which stands out; *user* is mentioned after it."""
    person = [element(" "), {"type": "user", "user_id": user}] if user else []
    rest = "".join(f"\n{line}" for line in others)
    return rich(section(element(first, bold=True), *person, *([element(rest)] if rest else [])))


def context(notes: Iterable[str]) -> list[Block]:
    """*notes* in small print."""
    elements = [plain(note) for note in notes]
    rows = range(0, len(elements), MOST_ELEMENTS)
    return [{"type": "context", "elements": elements[at : at + MOST_ELEMENTS]} for at in rows]


def button(action: str, text: str, label: str, value: int | Mapping[str, object]) -> Block:
    """A button that carries *value*, as JSON."""
    return {
        "type": "button",
        "action_id": action,
        "text": plain(text),
        "accessibility_label": short(label, LONGEST_LABEL),
        "value": json.dumps(value, ensure_ascii=False, separators=(",", ":")),
    }


def row(buttons: Iterable[Block]) -> list[Block]:
    """*buttons* side by side, where there are any."""
    elements = list(buttons)
    return [{"type": "actions", "elements": elements}] if elements else []


def named(blocks: list[Block], name: str) -> list[Block]:
    """*blocks*, each with an id that begins with *name*."""
    return [{**block, "block_id": f"{name}-{number}"} for number, block in enumerate(blocks)]
