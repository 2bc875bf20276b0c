"""Loading in Slack: by a link, by the form behind /load, or by what a message holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from slack_bolt import App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import handed
from bot.commands import LOAD, LOAD_THIS
from bot.handed import File, Handed
from bot.platforms.slack import logs
from bot.platforms.slack.blocks import notice
from bot.platforms.slack.delivery import (
    Asker,
    Sent,
    asked_of,
    asker,
    openly,
    privately,
    rewrite,
)
from bot.platforms.slack.files import FILES, Upload, fetch, upload
from bot.platforms.slack.load_form import FORM, Submission, filled_in, form
from bot.platforms.slack.typed import linked, text_of, undone, with_forwarded
from store.articles import Details
from store.store import Store

Body = Mapping[str, Any]

REFUSED = "Loading is for admins and editors; ask an admin of this workspace."
TOO_LATE = "Slack did not open the form in time; type /load again."


class Work(Protocol):
    """Has *work* done where loaders wait; of what fails whoever sent the request is told."""

    def __call__(self, work: Callable[[], None], body: Body, context: BoltContext) -> object:
        """Begin with it when there is room."""


@dataclass(frozen=True, slots=True)
class Loading:
    """What the listeners need: the *store*, who may load, and what shows them home anew."""

    store: Store
    may_load: Callable[[Asker], bool]
    go_home: Callable[[Asker, str], None]
    files: str = FILES


def listen(app: App, needed: Loading, do: Work) -> None:
    """Load what those who may hand over, by a link, the form or a message; *do* does it."""

    @app.command(f"/{LOAD.name}")
    @app.action(FORM)
    def asked(body: Body, context: BoltContext) -> None:
        who, typed = asker(context, body), linked(body.get("text") or "").strip()
        if found := handed.addresses(typed):
            _begin(needed, who, found, Details(), partial(do, body=body, context=context))
        elif refused := _refused(needed, who, typed):
            privately(who, notice(refused))
        elif not asked_of(who, form(who.channel)):
            privately(who, notice(TOO_LATE))

    @app.view(FORM)
    def submitted(view: Body, body: Body, context: BoltContext) -> None:
        context["channel_id"] = view.get("private_metadata") or None  # where a reply belongs
        who = asker(context, body)
        found, details = _handed(needed, who, filled_in(view))
        _begin(needed, who, found, details, partial(do, body=body, context=context))

    @app.shortcut({"type": "message_action", "callback_id": LOAD_THIS.key})
    def chosen(body: Body, context: BoltContext) -> None:
        who = asker(context, body)
        if found := _in_message(needed, who, body["message"]):
            _begin(needed, who, found, Details(), partial(do, body=body, context=context))
        else:
            privately(who, notice(handed.NOTHING))


def _refused(needed: Loading, who: Asker, typed: str) -> str:
    """Why *who* gets no form; "" where they do."""
    if not needed.may_load(who):
        return REFUSED
    return handed.NOT_A_LINK if typed else ""


def _begin(
    needed: Loading,
    who: Asker,
    found: Sequence[Handed],
    details: Details,
    do: Callable[[Callable[[], None]], object],
) -> None:
    """Tell *who* that what they handed over is being loaded, if they may, and have it done."""
    if not needed.may_load(who):
        privately(who, notice(REFUSED))
        return
    sent = openly(who, notice(handed.begun(found)), channel=None if who.direct else who.user)
    do(lambda: _load(needed, who, found, details, sent))


def _load(
    needed: Loading, who: Asker, found: Sequence[Handed], details: Details, sent: Sent
) -> None:
    """Load what *who* handed over; the message that was *sent* tells how it goes.

    What came of it is told where they asked, too.
    """
    by, told = f"slack:{who.user}", handed.STOPPED
    try:
        told = handed.load(
            needed.store, found, details, by=by, scope=who.scope,
            tell=partial(_edit, who.client, sent),
        )  # fmt: skip
    finally:
        _edit(who.client, sent, told)
    if not who.direct:
        privately(who, notice(told))
    elif who.at_home:
        needed.go_home(who, "")


def _edit(client: WebClient, sent: Sent, told: str) -> None:
    """Put what is *told* in the message that was *sent*; a load goes on if Slack does not."""
    try:
        rewrite(client, sent, notice(told))
    except (SlackApiError, OSError) as error:
        logs.logger().warning("Slack: how a load goes could not be told: %s", error)


def _handed(needed: Loading, who: Asker, filled: Submission) -> tuple[Sequence[Handed], Details]:
    """What was handed over in a form; a link alone is what is to be fetched."""
    if filled.paste:
        return (handed.pasted(filled.paste),), filled.details
    if filled.files:
        return tuple(_file(needed, who, one) for one in filled.files), filled.details
    return handed.addresses(filled.details.url or ""), replace(filled.details, url=None)


def _in_message(needed: Loading, who: Asker, message: Body) -> Sequence[Handed]:
    """What *message* holds, and what it forwards."""
    told = with_forwarded(message)
    text = text_of(told)
    files = [
        _file(needed, who, upload(file))
        for one in told
        for file in one.get("files") or ()
        if file.get("id")
    ]
    return handed.of_message(undone(text), linked(text), files)


def _file(needed: Loading, who: Asker, file: Upload) -> File:
    return File(file.name, partial(fetch, who.client, file, origin=needed.files))
