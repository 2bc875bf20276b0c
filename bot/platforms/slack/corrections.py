"""Wrong speakers in Slack: the form to report one, the editors' list, and what reporters hear."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from slack_bolt import App, BoltContext

from bot import corrections, rulings
from bot.commands import REVIEW
from bot.platforms.slack import ruling
from bot.platforms.slack.blocks import Block, Message, field, notice, plain
from bot.platforms.slack.delivery import Asker, asked_of, asker, privately
from bot.platforms.slack.layout import WRONG
from bot.platforms.slack.naming import chosen, speakers
from bot.platforms.slack.reviewing import TAPS, listed
from store.corrections import LONGEST_WHY
from store.model import Outcome, Ruling
from store.store import Store

Body = Mapping[str, Any]
Work = Callable[[Callable[[], None], Body, BoltContext], object]  # does it where writers wait

WRONG_FORM = "wrong_speaker"  # callback id
REFUSED = f"{corrections.REVIEWING} is for admins and editors; ask an admin of this workspace."
TOO_LATE = "Slack did not open the form in time: press the button again."


class Told(NamedTuple):
    """What the form was filled in with."""

    instead: str
    why: str


@dataclass(frozen=True, slots=True)
class Correcting:
    """What the listeners need: the *store*, who may settle, what tells of it, and shows home."""

    store: Store
    may_settle: Callable[[Asker], bool]
    tell: Callable[[], None]
    go_home: Callable[[Asker, str], None]


def listen(app: App, correcting: Correcting, do: Work) -> None:
    """Hear reports and rulings; what writes is done by *do*."""
    store = correcting.store

    @app.action(WRONG)
    def pressed(action: Body, body: Body, context: BoltContext) -> None:
        who = asker(context, body)
        if not asked_of(who, form(int(action["value"]), who.channel)):
            privately(who, notice(TOO_LATE))

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

    for action_id, (outcome, _) in TAPS.items():
        _listen_for_tap(app, correcting, do, action_id, outcome)
    _listen_for_form(app, correcting, do)


def _listen_for_tap(
    app: App, correcting: Correcting, do: Work, action_id: str, outcome: Outcome
) -> None:
    store = correcting.store

    @app.action(action_id)
    def ruled(action: Body, body: Body, context: BoltContext) -> None:
        who, report = asker(context, body), int(action["value"])

        def given() -> Ruling:
            return corrections.ruling(store, outcome, report, who.scope)

        do(lambda: _settle(correcting, who, report, given), body, context)


def _listen_for_form(app: App, correcting: Correcting, do: Work) -> None:
    store = correcting.store

    @app.action(ruling.OTHERWISE)
    @app.action(ruling.CHANGE)
    def pressed(action: Body, body: Body, context: BoltContext) -> None:
        who, report = asker(context, body), int(action["value"])
        if not correcting.may_settle(who):
            privately(who, notice(REFUSED))
            return
        again = action["action_id"] == ruling.CHANGE
        asked = ruling.Asked(report, again, who.channel, who.response_url)
        if not asked_of(who, ruling.form(asked, rulings.named(store, report, who.scope))):
            privately(who, notice(TOO_LATE))

    @app.view(ruling.FORM)
    def submitted(view: Body, body: Body, context: BoltContext) -> None:
        asked = ruling.asked_in(view)
        who = replace(asker(context, body), channel=asked.channel, response_url=asked.response_url)

        def settle() -> None:
            _settle(correcting, who, asked.report, lambda: ruling.given(view), again=asked.again)

        context["channel_id"] = asked.channel  # where an error belongs
        do(settle, body, context)


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
            field("instead", corrections.INSTEAD, corrections.INSTEAD_HINT, speakers("instead")),
            field("why", corrections.WHY, corrections.WHY_HINT, _WHY),
            {"type": "context", "elements": [plain(corrections.READERS)]},
        ],
    }


_WHY = {
    "type": "plain_text_input",
    "action_id": "why",
    "max_length": LONGEST_WHY,
    "multiline": True,
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


def _report(store: Store, who: Asker, statement: int, told: Told) -> None:
    by = f"slack:{who.user}"
    number = store.corrections.report(statement, **told._asdict(), by=by, scope=who.scope)
    privately(who, notice(corrections.thanks(number)))


def _waiting(store: Store, who: Asker, told: str = "") -> Message:
    waiting = corrections.waiting(store, who.scope)
    return listed(waiting, told, rulings.lately(store, who.scope))


def _settle(
    correcting: Correcting,
    who: Asker,
    report: int,
    given: Callable[[], Ruling],
    *,
    again: bool = False,
) -> None:
    """Settle *report* as *given*, if whoever says so may still; then show what is left."""
    if not correcting.may_settle(who):
        privately(who, notice(REFUSED))
        return
    store, by = correcting.store, f"slack:{who.user}"
    told = corrections.settle(store, report, given(), by=by, scope=who.scope, again=again)
    if who.at_home:
        correcting.go_home(who, told)
    else:
        privately(who, _waiting(store, who, told), replace=True)
    correcting.tell()
