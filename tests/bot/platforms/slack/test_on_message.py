"""“Who said this?” in the menu of a message."""

from __future__ import annotations

import pytest

from bot.commands import WHO_SAID_THIS

QUOTED = "“We are attacking Putin or Moscow,” Zelensky said."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(QUOTED, id="a quotation"),
        pytest.param("look what he says!\n&gt; We are attacking Putin or Moscow", id="a block"),
        pytest.param("*We are attacking Putin or Moscow*", id="bold"),
        pytest.param(f"<@U1> {QUOTED} <https://a.example|see>", id="among other things"),
        pytest.param(QUOTED + " So it went on." * 60, id="a long message"),
    ],
)
def test_a_message_is_checked_for_whoever_asks(workspace, peer, text):
    response = workspace.shortcut(WHO_SAID_THIS.key, text)
    told = peer.only("response_url")
    assert (response.status, response.body) == (200, "")
    assert told.given["response_type"] == "ephemeral"
    assert "[-not-]" in told.words
    assert "We are not attacking Putin or Moscow" in told.words
    assert "thread_ts" not in told.given


def test_in_a_thread_it_is_answered_in_the_thread(workspace, peer):
    workspace.shortcut(WHO_SAID_THIS.key, QUOTED, thread_ts="1.0")
    assert peer.only("response_url").given["thread_ts"] == "1.0"


@pytest.mark.parametrize("thread", [{}, {"thread_ts": "1.0"}], ids=["channel", "thread"])
def test_where_slack_took_no_answer_it_comes_another_way(workspace, peer, thread):
    peer.spent = True
    workspace.shortcut(WHO_SAID_THIS.key, QUOTED, **thread)
    told = peer.only("chat.postEphemeral")
    assert told.given.get("thread_ts") == thread.get("thread_ts")
    assert "[-not-]" in told.words


def test_what_others_said_is_told(workspace, peer):
    workspace.shortcut(WHO_SAID_THIS.key, "“Obviously it’s a ludicrous claim,” Joe Biden said.")
    assert "Another speaker" in peer.only("response_url").words
    assert "John Kirby" in peer.only("response_url").words


@pytest.mark.parametrize("text", ["", "  ", "<@U1>"])
def test_a_message_without_words_is_told_so(workspace, peer, text):
    workspace.shortcut(WHO_SAID_THIS.key, text)
    assert "no quotation in this text" in peer.only("response_url").words


def test_it_looks_only_at_what_the_asker_sees(workspace, peer, loaded_here):
    workspace.shortcut(WHO_SAID_THIS.key, "“Only moonlight pays for that,” Ada Marsh said.")
    workspace.team = "T0OTHER"
    workspace.shortcut(WHO_SAID_THIS.key, "“Only moonlight pays for that,” Ada Marsh said.")
    ours, others = peer.of("response_url")
    assert "1 verbatim" in ours.words
    assert "1 not found" in others.words


@pytest.mark.parametrize("mark", ["is_share", "is_msg_unfurl"])
def test_what_a_message_forwards_is_checked_too(workspace, peer, mark):
    forwarded = {mark: True, "text": QUOTED, "fallback": "[May 4th] ada: …"}
    workspace.shortcut(WHO_SAID_THIS.key, "look", attachments=[forwarded])
    assert "[-not-]" in peer.only("response_url").words


def test_what_slack_shows_of_a_link_is_not_checked(workspace, peer):
    workspace.shortcut(WHO_SAID_THIS.key, "look", attachments=[{"text": QUOTED}])
    assert "[-not-]" not in peer.only("response_url").words
