"""The buttons on a card: what they ask about a statement, for whoever presses them alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import App, BoltContext

from bot.attribution import attribution, packed
from bot.commands import CARD_COMMANDS, COPY
from bot.platforms.slack import blocks
from bot.platforms.slack.blocks import Place
from bot.platforms.slack.delivery import asker, privately
from bot.questions import Question
from bot.replying import of_statement, reply, statement
from store.store import Store

Body = Mapping[str, Any]


def listen(app: App, store: Store) -> None:
    """Answer the buttons on cards."""

    def pressed(action: Body, body: Body, context: BoltContext) -> None:
        who, number, kind = asker(context, body), blocks.about(action["value"]), action["action_id"]
        if kind == COPY:
            forms = attribution(statement(store, number, who.scope))
            for some in packed(forms, blocks.form_cost, blocks.LONGEST):
                privately(who, blocks.forms(some))
            return
        found = reply(store, Question(of_statement(kind, number), who.scope))
        place = Place.DIRECT if who.direct else Place.PRIVATE
        privately(who, blocks.render(blocks.page_of(found, 1), place))

    for command in CARD_COMMANDS:
        app.action(command.key)(pressed)
