"""In Slack an editor rules in a form: by another name, with a reason, or that one is undone."""

from __future__ import annotations

import json

import pytest
from slack_sdk.models.views import View

from bot.platforms.slack.ruling import Asked, form
from store.model import Outcome, Query, Ruling

HERE = "slack:T0NEWS"
FORMS = [
    pytest.param(form(Asked(1, again, "C0DESK", None), name), id=f"{name or 'nobody'}, {again}")
    for again in (False, True)
    for name in ("", "Joe Biden", "é" * 150)
]


def filled(outcome: Outcome, name: str = "", why: str = ""):
    option = {"text": {"type": "plain_text", "text": name}, "value": name} if name else None
    return {
        "outcome": {"type": "radio_buttons", "selected_option": {"value": outcome.value}},
        "name": {"type": "external_select", "selected_option": option},
        "why": {"type": "plain_text_input", "value": why or None},
    }


def who(store) -> list[str]:
    found = store.search(Query(words="moonlight pays", scope=HERE))
    return [one.statement.speaker.name for one in found]


def history(store):
    return [(one.by, one.ruling) for one in store.corrections.numbered(1, HERE).settled]


@pytest.fixture
def reported(store, loaded_here):
    (found,) = store.search(Query(words="moonlight pays", scope=HERE))
    store.corrections.report(found.id, instead="Joe Biden", why="", by="slack:U0READER", scope=HERE)


@pytest.fixture
def opened(workspace, peer):
    """The form that an editor gets behind a button of their list."""

    def open_(button: str, tap: str = ""):
        workspace.command("/review", user="U0EDITOR")
        if tap:
            workspace.click(peer.of("response_url")[-1].every_button[tap], user="U0EDITOR")
        workspace.click(peer.of("response_url")[-1].every_button[button], user="U0EDITOR")
        return peer.of("views.open")[-1].given["view"]

    return open_


@pytest.mark.parametrize("view", FORMS)
def test_the_form_fits_the_schema_and_the_limits(view, contract):
    contract("Modal", view)
    assert View(**view).to_dict()["callback_id"] == "ruling"


def test_another_name_and_a_reason(workspace, peer, store, reported, opened):
    view = opened("rule-otherwise")
    assert "Joe Biden" in str(view)
    ruling = filled(Outcome.REASSIGNED, "Clara Clark", "It is on tape.")
    workspace.submit(view, ruling)
    assert who(store) == ["Clara Clark"]
    expected = Ruling(Outcome.REASSIGNED, "Clara Clark", "It is on tape.")
    assert history(store) == [("slack:U0EDITOR", expected)]
    listed = peer.of("response_url")[-1]
    assert listed.given["replace_original"]
    assert "the speaker is now Clara Clark" in listed.words
    assert {"type": "user", "user_id": "U0EDITOR"} in [
        part for block in listed.blocks for row in block.get("elements", ())
        for part in row.get("elements", ())
    ]  # fmt: skip
    assert "Because: It is on tape." in peer.only("chat.postMessage").given["text"]


def test_a_ruling_is_undone_with_a_reason(workspace, peer, store, reported, opened):
    view = opened("rule-again", "rule-reassign")
    assert who(store) == ["Joe Biden"]
    workspace.submit(view, filled(Outcome.UNDONE, why="A slip."))
    assert who(store) == ["Ada Marsh"]
    assert history(store)[-1] == ("slack:U0EDITOR", Ruling(Outcome.UNDONE, "", "A slip."))
    assert "rule-reassign" in peer.of("response_url")[-1].every_button
    assert "it waits again. Because: A slip." in peer.of("chat.postMessage")[-1].given["text"]


def test_to_reassign_takes_a_name(workspace, store, reported, opened):
    response = workspace.submit(opened("rule-otherwise"), filled(Outcome.REASSIGNED))
    assert "say who said it" in json.loads(response.body)["errors"]["name"]
    assert who(store) == ["Ada Marsh"]


def test_who_is_no_editor_opens_and_settles_nothing(workspace, peer, store, reported, opened):
    view = opened("rule-otherwise")
    button = peer.of("response_url")[-1].every_button["rule-otherwise"]
    workspace.click(button, user="U0READER")
    assert len(peer.of("views.open")) == 1
    workspace.submit(view, filled(Outcome.NOT_A_STATEMENT), user="U0READER")
    assert "for admins and editors" in peer.of("response_url")[-1].given["text"]
    assert who(store) == ["Ada Marsh"]


def test_a_form_that_comes_second_settles_nothing(workspace, peer, store, reported, opened):
    view = opened("rule-otherwise")
    tap = peer.of("response_url")[-1].every_button["rule-reject"]
    workspace.click(tap, user="U0EDITOR")
    workspace.submit(view, filled(Outcome.NOT_A_STATEMENT))
    assert "Report 1 was settled already" in str(peer.sent[-1].given["text"])
    assert who(store) == ["Ada Marsh"]
