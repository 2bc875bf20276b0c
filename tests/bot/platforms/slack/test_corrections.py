"""Wrong speakers in Slack: reported by anyone, settled by editors, told to the reporter."""

from __future__ import annotations

import json
from typing import Any

import pytest
from slack_sdk.models.views import View

from bot.corrections import Item
from bot.platforms.slack.blocks import LONGEST, size
from bot.platforms.slack.corrections import form
from bot.platforms.slack.reviewing import listed
from bot.rulings import Settled
from bot.wording import card
from store.model import Query

HERE = "slack:T0NEWS"
WHY = "<!channel> I was there & *heard* it. <@U1>"


def filled(instead: str | None = "Joe Biden", why: str | None = WHY) -> dict[str, Any]:
    option = instead and {"text": {"type": "plain_text", "text": instead}, "value": instead}
    return {
        "instead": {"type": "external_select", "selected_option": option},
        "why": {"type": "plain_text_input", "value": why},
    }


def number(store, scope: str = HERE) -> int:
    return store.search(Query(words="moonlight pays", scope=scope))[0].id


def who(store, scope: str = HERE) -> list[str]:
    found = store.search(Query(words="moonlight pays", scope=scope))
    return [one.statement.speaker.name for one in found]


def report(workspace, store, **told: str | None) -> None:
    workspace.submit(form(number(store), "C0DESK"), filled(**told), user="U0READER")


def test_the_form_fits_the_schema(contract):
    contract("Modal", form(1, "C0DESK"))
    assert View(**form(1, "C0DESK")).to_dict()["callback_id"] == "wrong_speaker"


def test_the_button_of_a_card_opens_the_form(workspace, peer, store, loaded_here):
    workspace.command("/whosaid", "moonlight pays")
    button = peer.only("response_url").every_button["wrong"]
    assert button["accessibility_label"] == "Report a wrong speaker"
    workspace.click(button)
    view = peer.only("views.open").given["view"]
    assert json.loads(view["private_metadata"])["statement"] == number(store)
    assert "Editors here read this with your name" in str(view)


def test_a_report_is_kept_and_thanked_for(workspace, peer, store, loaded_here):
    report(workspace, store)
    (read,) = store.corrections.opened(HERE)
    assert (read.instead, read.why, read.by) == ("Joe Biden", WHY, "slack:U0READER")
    told = peer.only("chat.postEphemeral").given
    assert told["user"] == "U0READER"
    assert "this is report 1" in told["text"]


def test_an_empty_form_stays_open(workspace, store, loaded_here):
    view = form(number(store), "C0DESK")
    response = workspace.submit(view, filled(instead=None, why=" "))
    assert "Say who said it instead" in json.loads(response.body)["errors"]["instead"]
    assert store.corrections.opened(HERE) == ()


@pytest.mark.parametrize(
    ("action", "left", "told"),
    [
        pytest.param("rule-reassign", ["Joe Biden"], "the speaker is now Joe Biden", id="reassign"),
        pytest.param("rule-none", [], "it is no statement", id="not a statement"),
        pytest.param("rule-reject", ["Ada Marsh"], "the speaker is as before", id="reject"),
    ],
)
def test_an_editor_settles_a_report_with_one_tap(
    workspace, peer, store, loaded_here, action, left, told
):
    report(workspace, store)
    workspace.command("/review", user="U0EDITOR")
    shown = peer.of("response_url")[-1]
    assert shown.given["response_type"] == "ephemeral"
    assert f"Why: {WHY}" in shown.words
    assert "“Only moonlight pays for that,”" in shown.words
    assert {"type": "user", "user_id": "U0READER"} in list(every(shown.blocks))
    workspace.click(shown.every_button[action], user="U0EDITOR")
    after = peer.of("response_url")[-1]
    assert after.given["replace_original"]
    assert told in after.words
    assert "No report of a wrong speaker waits" in after.words
    assert who(store) == left
    written = peer.only("chat.postMessage").given
    assert written["channel"] == "U0READER"
    assert told in written["text"]


def test_anyone_else_is_refused(workspace, peer, store, loaded_here):
    report(workspace, store)
    workspace.command("/review", user="U0READER")
    assert "for admins and editors" in peer.of("response_url")[-1].given["text"]
    assert not peer.of("response_url")[-1].every_button


def test_who_presses_must_be_an_editor_then(workspace, peer, store, loaded_here):
    report(workspace, store)
    workspace.command("/review", user="U0EDITOR")
    shown = peer.of("response_url")[-1]
    workspace.click(shown.every_button["rule-none"], user="U0READER")
    assert "for admins and editors" in peer.of("response_url")[-1].given["text"]
    assert who(store) == ["Ada Marsh"]


def test_a_report_without_a_name_cannot_be_reassigned_by_a_tap(workspace, peer, store, loaded_here):
    report(workspace, store, instead=None)
    workspace.command("/review", user="U0EDITOR")
    shown = peer.of("response_url")[-1]
    assert set(shown.every_button) == {"rule-none", "rule-reject", "rule-otherwise"}


def test_a_button_of_another_workspace_settles_nothing(workspace, peer, store, loaded_here):
    report(workspace, store)
    workspace.command("/review", user="U0EDITOR")
    button = peer.of("response_url")[-1].every_button["rule-none"]
    workspace.click(button, user="U0EDITOR", home="T0OTHER")
    assert "There is no report 1 here." in peer.of("response_url")[-1].given["text"]
    assert who(store) == ["Ada Marsh"]


def test_a_statement_of_another_workspace_cannot_be_reported(workspace, peer, store, loaded_here):
    workspace.team = "T0OTHER"
    report(workspace, store)
    assert "not on record here" in peer.only("chat.postEphemeral").given["text"]
    assert store.corrections.opened(HERE) == store.corrections.opened("slack:T0OTHER") == ()


def test_the_longest_reports_fit_into_a_message(store, contract):
    (found,) = store.search(Query(words="walk back"))
    long = card(found, {})
    told = ("<&>" * 1000, "é" * 2000, "Why: " + "x" * 2000)
    items = [Item(n, f"Report {n}.", told, long, "x", "slack:U1") for n in range(9)]
    lately = [Settled(n, "<&>" * 100, "slack:U1") for n in range(3)]
    for some in ([], items[:1], items):
        message = listed(some, "*" * 100, lately)
        assert size(message.blocks) <= LONGEST
        assert len(message.blocks) <= 50
        contract("Blocks", message.blocks)


def every(part: Any) -> Any:
    """Every object in *part*, however deep."""
    if isinstance(part, dict):
        yield part
        for below in part.values():
            yield from every(below)
    elif isinstance(part, list):
        for below in part:
            yield from every(below)
