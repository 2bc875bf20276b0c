"""The buttons on a card: what they ask about a statement, for whoever presses them alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from slack_bolt import App, BoltContext

from bot.attribution import Form, attribution, packed
from bot.commands import CARD_COMMANDS, COPY
from bot.platforms.slack import layout
from bot.platforms.slack.blocks import (
    LONGEST,
    Block,
    Message,
    element,
    escape,
    named,
    rich,
    section,
    size,
)
from bot.platforms.slack.delivery import asker, privately
from bot.questions import Question
from bot.replying import of_statement, reply, statement
from store.store import Store

Body = Mapping[str, Any]


def listen(app: App, store: Store) -> None:
    """Answer the buttons on cards."""

    def pressed(action: Body, body: Body, context: BoltContext) -> None:
        who, number, kind = asker(context, body), layout.about(action["value"]), action["action_id"]
        if kind == COPY:
            forms = attribution(statement(store, number, who.scope))
            for some in packed(forms, _form_cost, LONGEST):
                privately(who, _forms(some))
            return
        found = reply(store, Question(of_statement(kind, number), who.scope))
        place = layout.Place.DIRECT if who.direct else layout.Place.PRIVATE
        privately(who, layout.render(layout.page_of(found, 1), place))

    for command in CARD_COMMANDS:
        app.action(command.key)(pressed)


def _forms(shown: Sequence[Form]) -> Message:
    """*shown* forms of an attribution, each to be copied as it stands."""
    blocks = [block for form in shown for block in _form(form)]
    spoken = [f"{form.name}:\n{form.text}" for form in shown]
    return Message(escape("\n\n".join(spoken)), named(blocks, "form"))


def _form_cost(form: Form) -> int:
    """What *form* takes of LONGEST."""
    return size(named(_form(form), "form"))


def _form(form: Form) -> list[Block]:
    kind = "rich_text_preformatted" if form.is_code else "rich_text_section"
    name = section(element(form.name, bold=True))
    return [rich(name, {"type": kind, "elements": [element(form.text)]})]
