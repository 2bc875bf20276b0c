from __future__ import annotations

from typing import Any

import pytest

TALK = "who said drone"


def button(blocks: list[dict[str, Any]], action: str) -> dict[str, Any]:
    (found,) = [
        element
        for block in blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"] == action
    ]
    return found


def text(blocks: list[dict[str, Any]]) -> str:
    return str(blocks)


@pytest.fixture
def first(workspace, peer, many) -> list[dict[str, Any]]:
    """The first of several pages, as the asker sees it; the peer forgets how it came."""
    workspace.command("/whosaid", "harbour")
    blocks = peer.only("response_url").blocks
    peer.calls.clear()
    return blocks


def test_next_replaces_the_page(workspace, peer, first):
    response = workspace.click(button(first, "next"))
    told = peer.only("response_url").given
    assert (response.status, response.body) == (200, "")
    assert told["replace_original"] is True
    assert "Page 2 of" in text(told["blocks"])


def test_previous_leads_back(workspace, peer, first):
    workspace.click(button(first, "next"))
    second = peer.only("response_url").blocks
    workspace.click(button(second, "previous"))
    back = peer.of("response_url")[1]
    assert back.blocks == first


def test_a_page_turned_too_late_comes_as_a_new_message(workspace, peer, first):
    peer.spent = True
    workspace.click(button(first, "next"))
    assert "Page 2 of" in text(peer.only("chat.postEphemeral").blocks)


def test_turning_a_shared_page_shows_it_to_the_reader_alone(workspace, peer, first):
    workspace.click(button(first, "next"), user="U0OTHER", is_ephemeral=False)
    told = peer.only("response_url").given
    assert told["response_type"] == "ephemeral"
    assert "replace_original" not in told
    assert button(told["blocks"], "share")


def test_turning_a_page_in_a_direct_message_replaces_it(workspace, peer, first):
    workspace.click(button(first, "next"), channel="D0READER", is_ephemeral=False)
    told = peer.only("response_url").given
    assert told["replace_original"] is True
    assert "'share'" not in text(told["blocks"])


def test_a_button_asks_in_the_workspace_where_it_is_pressed(workspace, peer, first):
    workspace.team = "T0OTHER"
    workspace.click(button(first, "next"))
    assert "harbour is closed" not in text(peer.only("response_url").blocks)


@pytest.mark.parametrize("pressed", ["next", "share"])
def test_outsiders_in_a_shared_channel_get_what_is_theirs(workspace, peer, first, pressed):
    workspace.click(button(first, pressed), home="T0OTHER")
    assert peer.sent
    assert "harbour is closed" not in text([c.given for c in peer.sent])


def test_share_posts_the_page_for_all(workspace, peer, first):
    workspace.click(button(first, "next"))
    second = peer.only("response_url").blocks
    workspace.click(button(second, "share"), user="U0SHARER")
    posted = peer.only("chat.postMessage").given
    assert posted["channel"] == "C0DESK"
    assert "Page 2 of" in text(posted["blocks"])
    assert posted["blocks"][0]["elements"][0]["elements"][0]["user_id"] == "U0SHARER"
    assert "thread_ts" not in posted


def test_share_takes_the_private_answer_away(workspace, peer, first):
    workspace.click(button(first, "share"))
    assert peer.only("response_url").given == {"delete_original": True}


def test_share_keeps_to_the_thread(workspace, peer, first):
    workspace.click(button(first, "share"), thread_ts="1.0")
    assert peer.only("chat.postMessage").given["thread_ts"] == "1.0"


@pytest.mark.parametrize("refusal", ["channel_not_found", "not_in_channel"])
def test_share_says_where_the_bot_is_missing(workspace, peer, first, refusal):
    peer.refusals["chat.postMessage"] = refusal
    workspace.click(button(first, "share"))
    told = peer.only("response_url").given
    assert told["response_type"] == "ephemeral"
    assert "/invite" in told["text"]
    assert "delete_original" not in told
