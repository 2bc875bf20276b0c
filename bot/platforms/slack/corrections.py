"""Wrong speakers in Slack: the form to report one, the editors' list, and what reporters hear."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from slack_bolt import App, BoltContext
from slack_sdk.errors import SlackApiError

from bot import corrections
from bot.commands import REVIEW
from bot.corrections import Item
from bot.platforms.slack import blocks
from bot.platforms.slack.blocks import LONGEST, WRONG, Block, Message, escape, notice, plain
from bot.platforms.slack.delivery import Asker, asker, privately
from bot.platforms.slack.naming import chosen, speakers
from store.corrections import LONGEST_WHY
from store.model import Outcome
from store.store import Store

Body = Mapping[str, Any]
Work = Callable[[Callable[[], None], Body, BoltContext], object]  # does it where writers wait

WRONG_FORM = "wrong_speaker"  # callback id
RULINGS = {
    "rule-reassign": (Outcome.REASSIGNED, corrections.REASSIGN),
    "rule-none": (Outcome.NOT_A_STATEMENT, corrections.NOT_A_STATEMENT),
    "rule-reject": (Outcome.REJECTED, corrections.REJECT),
}
REFUSED = f"{corrections.REVIEWING} is for admins and editors; ask an admin of this workspace."
TOO_LATE = "Slack did not open the form in time: press the button again."
_LONGEST_TOLD = 1200  # bytes of one line


class Told(NamedTuple):
    """What the form was filled in with."""

    instead: str
    why: str


@dataclass(frozen=True, slots=True)
class Correcting:
    """What the listeners need: the *store*, who may settle, and what tells of it."""

    store: Store
    may_settle: Callable[[Asker], bool]
    tell: Callable[[], None]


def listen(app: App, correcting: Correcting, do: Work) -> None:
    """Hear reports and rulings; what writes is done by *do*."""
    store = correcting.store

    @app.action(WRONG)
    def pressed(action: Body, body: Body, context: BoltContext) -> None:
        _open(asker(context, body), body["trigger_id"], int(action["value"]))

    @app.view(WRONG_FORM)
    def submitted(view: Body, body: Body, context: BoltContext) -> None:
        remembered = json.loads(view["private_metadata"])
        context["channel_id"] = remembered["channel"]  # where a reply belongs
        who = asker(context, body)
        do(lambda: _report(store, who, remembered["statement"], told_in(view)), body, context)

    @app.command(f"/{REVIEW.name}")
    def asked(body: Body, context: BoltContext) -> None:
        who = asker(context, body)
        allowed = correcting.may_settle(who)
        privately(who, _waiting(store, who) if allowed else notice(REFUSED))

    for action_id, (outcome, _) in RULINGS.items():
        _listen_for_ruling(app, correcting, do, action_id, outcome)


def _listen_for_ruling(
    app: App, correcting: Correcting, do: Work, action_id: str, outcome: Outcome
) -> None:
    @app.action(action_id)
    def ruled(action: Body, body: Body, context: BoltContext) -> None:
        who, report = asker(context, body), int(action["value"])
        do(lambda: _settle(correcting, who, report, outcome), body, context)


def form(statement: int, channel: str | None) -> Block:
    """The form, which remembers the *statement* and the *channel* that it was asked for in."""
    return {
        "type": "modal",
        "callback_id": WRONG_FORM,
        "private_metadata": json.dumps({"statement": statement, "channel": channel}),
        "title": plain(corrections.WRONG_SPEAKER),
        "submit": plain("Report"),
        "close": plain("Cancel"),
        "blocks": [
            _field("instead", corrections.INSTEAD, corrections.INSTEAD_HINT, speakers("instead")),
            _field("why", corrections.WHY, corrections.WHY_HINT, _WHY),
            {"type": "context", "elements": [plain(corrections.READERS)]},
        ],
    }


_WHY = {
    "type": "plain_text_input",
    "action_id": "why",
    "max_length": LONGEST_WHY,
    "multiline": True,
}


def _field(name: str, label: str, hint: str, element: Block) -> Block:
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "hint": plain(hint),
        "element": element,
        "optional": True,
    }


def told_in(view: Body) -> Told:
    """What the submitted *view* holds."""
    state = view["state"]["values"]
    return Told(
        chosen(state["instead"]["instead"]), (state["why"]["why"].get("value") or "").strip()
    )


def unsaid(told: Told) -> dict[str, str]:
    """What to put right before it can be reported, by field."""
    return {} if any(told) else {"instead": corrections.NOTHING_SAID}


def listed(items: Sequence[Item], told: str = "") -> Message:
    """The reports *items* as one message, as many as it holds, below what is *told*."""
    head = " ".join(filter(None, (told, "" if items else corrections.NOTHING_OPEN)))
    shown = list(notice(head).blocks) if head else []
    spoken = [escape(head)] if head else []
    for item in items:
        more = _shown(item)
        if blocks.size([*shown, *more]) > LONGEST:
            if shown and item is not items[0]:
                break
            more = _shown(item, whole=False)
        shown += more
        spoken.append(escape("\n".join((item.lead, *item.told))))
    return Message("\n\n".join(spoken), shown)


def _shown(item: Item, *, whole: bool = True) -> list[Block]:
    platform, _, person = item.by.partition(":")
    user, by = (person, "") if platform == "slack" else ("", f" {item.by}")
    told = [blocks.fitting(line, _LONGEST_TOLD) for line in item.told]
    if item.card is None or not whole:
        told.append(corrections.NOT_SHOWN if item.card is None else corrections.TOO_LONG)
    card = blocks.alone(item.card) if item.card and whole else []
    buttons = [
        blocks.button(action, label, f"{label}: report {item.report}", item.report)
        for action, (outcome, label) in RULINGS.items()
        if item.instead or outcome is not Outcome.REASSIGNED
    ]
    lines = blocks.lines(item.lead + by, user, *told)
    return [{"type": "divider"}, lines, *card, {"type": "actions", "elements": buttons}]


def _open(who: Asker, trigger: str, statement: int) -> None:
    try:
        who.client.views_open(trigger_id=trigger, view=form(statement, who.channel))
    except SlackApiError as error:
        if error.response["error"] not in ("expired_trigger_id", "trigger_expired"):
            raise
        privately(who, notice(TOO_LATE))


def _report(store: Store, who: Asker, statement: int, told: Told) -> None:
    by = f"slack:{who.user}"
    number = store.corrections.report(statement, **told._asdict(), by=by, scope=who.scope)
    privately(who, notice(corrections.thanks(number)))


def _waiting(store: Store, who: Asker, told: str = "") -> Message:
    return listed(corrections.waiting(store, who.scope), told)


def _settle(correcting: Correcting, who: Asker, report: int, outcome: Outcome) -> None:
    """Settle *report*, if the person who pressed may still; then show what is left."""
    if not correcting.may_settle(who):
        privately(who, notice(REFUSED))
        return
    store, by = correcting.store, f"slack:{who.user}"
    ruling = corrections.ruling(store, outcome, report, who.scope)
    told = corrections.settle(store, report, ruling, by=by, scope=who.scope)
    privately(who, _waiting(store, who, told), replace=True)
    correcting.tell()
