"""The form in which an editor in Slack rules by another name, says why, or undoes a ruling."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from bot import rulings
from bot.platforms.slack.blocks import Block, plain
from bot.platforms.slack.naming import chosen, speakers
from store.corrections import LONGEST_WHY
from store.model import Outcome, Ruling

Body = Mapping[str, Any]

FORM = "ruling"  # callback id
OTHERWISE, CHANGE = "rule-otherwise", "rule-again"  # action ids of what opens it


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form remembers: the report, and where the list is that it was opened from."""

    report: int
    again: bool
    channel: str | None
    response_url: str | None = field(repr=False)


def form(asked: Asked, name: str) -> Block:
    """The form for a report, in which *name* is who said it at first."""
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": json.dumps(asdict(asked)),
        "title": plain(rulings.FORM),
        "submit": plain("Let it hold"),
        "close": plain("Cancel"),
        "blocks": [
            _field("outcome", rulings.WHAT, "", _ways(again=asked.again)),
            _field("name", rulings.NAME, rulings.NAME_HINT, speakers("name", name)),
            _field("why", rulings.WHY, rulings.WHY_HINT, _WHY),
        ],
    }


_WHY = {
    "type": "plain_text_input",
    "action_id": "why",
    "max_length": LONGEST_WHY,
    "multiline": True,
}


def _ways(*, again: bool) -> Block:
    ways = rulings.ways(again=again).items()
    options = [{"text": plain(label), "value": way.value} for way, label in ways]
    return {
        "type": "radio_buttons",
        "action_id": "outcome",
        "options": options,
        "initial_option": options[0],
    }


def _field(name: str, label: str, hint: str, element: Block) -> Block:
    hinted = {"hint": plain(hint)} if hint else {}
    optional = name != "outcome"
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": element,
        "optional": optional,
        **hinted,
    }


def asked_in(view: Body) -> Asked:
    """What the *view* remembers."""
    return Asked(**json.loads(view["private_metadata"]))


def lacking(view: Body) -> dict[str, str]:
    """What to put right before it can hold, by field."""
    outcome, name, _ = _filled_in(view)
    lack = rulings.lacking(outcome, name)
    return {"name": lack} if lack else {}


def given(view: Body) -> Ruling:
    """What the submitted *view* rules."""
    return rulings.filled_in(*_filled_in(view))


def _filled_in(view: Body) -> tuple[Outcome, str, str]:
    state = view["state"]["values"]
    outcome = Outcome(chosen(state["outcome"]["outcome"]))
    return outcome, chosen(state["name"]["name"]), (state["why"]["why"].get("value") or "").strip()
