"""The editors' list in Slack: the reports that wait, and below them what was settled lately."""

from __future__ import annotations

from collections.abc import Sequence

from bot import corrections, rulings
from bot.corrections import Item
from bot.platforms.slack import blocks, layout, ruling
from bot.platforms.slack.blocks import LONGEST, Block, Message, escape, notice
from bot.rulings import Settled
from store.model import Outcome

TAPS = {  # by action id: what settles a report at once
    "rule-reassign": (Outcome.REASSIGNED, corrections.REASSIGN),
    "rule-none": (Outcome.NOT_A_STATEMENT, corrections.NOT_A_STATEMENT),
    "rule-reject": (Outcome.REJECTED, corrections.REJECT),
}
_LONGEST_TOLD = 1200  # bytes of one line


def listed(items: Sequence[Item], told: str = "", lately: Sequence[Settled] = ()) -> Message:
    """The reports *items* as one message, as many as it holds, below what is *told*.

    Below them is what was settled *lately*, to be changed or undone.
    """
    head = " ".join(filter(None, (told, "" if items else corrections.NOTHING_OPEN)))
    shown = list(notice(head).blocks) if head else []
    spoken = [escape(head)] if head else []
    for item in items:
        more = as_blocks(item)
        if blocks.size([*shown, *more]) > LONGEST:
            if shown and item is not items[0]:
                break
            more = as_blocks(item, whole=False)
        shown += more
        spoken.append(escape("\n".join((item.lead, *item.told))))
    for one in lately:
        more = _done(one)
        if blocks.size([*shown, *more]) > LONGEST:
            break
        shown += more
        spoken.append(escape(one.told))
    return Message("\n\n".join(spoken), shown)


def _done(one: Settled) -> list[Block]:
    user, by = _person(one.by)
    label = f"{rulings.CHANGE}: report {one.report}"
    change = blocks.button(ruling.CHANGE, rulings.CHANGE, label, one.report)
    lines = blocks.lines(blocks.fitting(one.told, _LONGEST_TOLD) + by, user)
    return [{"type": "divider"}, lines, {"type": "actions", "elements": [change]}]


def _person(by: str) -> tuple[str, str]:
    """Whom to mention as *by*, and what to write where that is nobody in Slack."""
    platform, _, person = by.partition(":")
    return (person, "") if platform == "slack" else ("", f" {by}")


def as_blocks(item: Item, *, whole: bool = True) -> list[Block]:
    """One report with what settles it, and where it is to be *whole* the card that it is about."""
    user, by = _person(item.by)
    told = [blocks.fitting(line, _LONGEST_TOLD) for line in item.told]
    if item.card is None or not whole:
        told.append(corrections.NOT_SHOWN if item.card is None else corrections.TOO_LONG)
    card = layout.alone(item.card) if item.card and whole else []
    buttons = [
        blocks.button(action, label, f"{label}: report {item.report}", item.report)
        for action, (outcome, label) in TAPS.items()
        if item.instead or outcome is not Outcome.REASSIGNED
    ]
    more = f"{rulings.OTHERWISE}: report {item.report}"
    buttons.append(blocks.button(ruling.OTHERWISE, rulings.OTHERWISE, more, item.report))
    lines = blocks.lines(item.lead + by, user, *told)
    return [{"type": "divider"}, lines, *card, {"type": "actions", "elements": buttons}]
