from __future__ import annotations

import pytest


@pytest.fixture
def first(workspace, peer, many):
    """The first of several pages, as the asker sees it; the peer forgets how it came."""
    workspace.command("/whosaid", "harbour")
    page = peer.only("response_url")
    peer.calls.clear()
    return page


def shown(call) -> str:
    """All that a message holds, pages and buttons included."""
    return str(call.given)


def test_next_replaces_the_page(workspace, peer, first):
    response = workspace.click(first.buttons["next"])
    told = peer.only("response_url")
    assert (response.status, response.body) == (200, "")
    assert told.given["replace_original"] is True
    assert "Page 2 of" in shown(told)


def test_previous_leads_back(workspace, peer, first):
    workspace.click(first.buttons["next"])
    workspace.click(peer.only("response_url").buttons["previous"])
    _, back = peer.of("response_url")
    assert back.blocks == first.blocks


def test_a_page_turned_too_late_comes_as_a_new_message(workspace, peer, first):
    peer.spent = True
    workspace.click(first.buttons["next"])
    assert "Page 2 of" in shown(peer.only("chat.postEphemeral"))


def test_turning_a_shared_page_shows_it_to_the_reader_alone(workspace, peer, first):
    workspace.click(first.buttons["next"], user="U0OTHER", is_ephemeral=False)
    told = peer.only("response_url")
    assert told.given["response_type"] == "ephemeral"
    assert "replace_original" not in told.given
    assert "share" in told.buttons


def test_turning_a_page_in_a_direct_message_replaces_it(workspace, peer, first):
    workspace.click(first.buttons["next"], channel="D0READER", is_ephemeral=False)
    told = peer.only("response_url")
    assert told.given["replace_original"] is True
    assert "share" not in told.buttons


def test_a_button_asks_in_the_workspace_where_it_is_pressed(workspace, peer, first):
    workspace.team = "T0OTHER"
    workspace.click(first.buttons["next"])
    assert "harbour is closed" not in shown(peer.only("response_url"))


@pytest.mark.parametrize("pressed", ["next", "share"])
def test_outsiders_in_a_shared_channel_get_what_is_theirs(workspace, peer, first, pressed):
    workspace.click(first.buttons[pressed], home="T0OTHER")
    assert peer.sent
    assert not [call for call in peer.sent if "harbour is closed" in shown(call)]


def test_share_posts_the_page_for_all(workspace, peer, first):
    workspace.click(first.buttons["next"])
    workspace.click(peer.only("response_url").buttons["share"], user="U0SHARER")
    posted = peer.only("chat.postMessage")
    assert posted.given["channel"] == "C0DESK"
    assert "thread_ts" not in posted.given
    assert "Page 2 of" in shown(posted)
    assert posted.blocks[0]["elements"][0]["elements"][0]["user_id"] == "U0SHARER"


def test_share_pressed_twice_posts_once(workspace, peer, first):
    for _ in range(2):
        workspace.click(first.buttons["share"])
    assert len(peer.of("chat.postMessage")) == 1


def test_share_that_failed_can_be_pressed_again(workspace, peer, first):
    for refusal in ("not_in_channel", "internal_error"):
        peer.refusals["chat.postMessage"] = refusal
        workspace.click(first.buttons["share"])
    peer.refusals.clear()
    workspace.click(first.buttons["share"])
    assert len(peer.of("chat.postMessage")) == 3


def test_share_takes_the_private_answer_away(workspace, peer, first):
    workspace.click(first.buttons["share"])
    assert peer.only("response_url").given == {"delete_original": True}


def test_share_keeps_to_the_thread(workspace, peer, first):
    workspace.click(first.buttons["share"], thread_ts="1.0")
    assert peer.only("chat.postMessage").given["thread_ts"] == "1.0"


@pytest.mark.parametrize("refusal", ["channel_not_found", "not_in_channel"])
def test_share_says_where_the_bot_is_missing(workspace, peer, first, refusal):
    peer.refusals["chat.postMessage"] = refusal
    workspace.click(first.buttons["share"])
    told = peer.only("response_url").given
    assert told["response_type"] == "ephemeral"
    assert "/invite" in told["text"]
    assert "delete_original" not in told


def test_nothing_that_is_pressed_waits_for_a_load(workspace, peer, first, being_loaded):
    with workspace.busy("noting"), being_loaded():
        workspace.click(first.buttons["next"])
        workspace.click(peer.only("response_url").buttons["share"])
    assert "Page 2 of" in shown(peer.only("chat.postMessage"))
