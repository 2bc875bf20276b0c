"""What was posted in Slack is put right once its speaker is corrected; reporters are told."""

from __future__ import annotations

import pytest

from bot.platforms.slack.blocks import LONGEST, size
from bot.platforms.slack.telling import Telling
from store.model import Article, Outcome, Query, Ruling

from .test_serving import http, running, until  # noqa: F401 -- http is a fixture

HERE, THERE = "slack:T0NEWS", "slack:T0OTHER"
REASSIGNED = Ruling(Outcome.REASSIGNED, "Joe Biden")
TOLD = "Correction: Joe Biden said this, not Ada Marsh (Only moonlight pays for that)."
TS = "1700000000.000100"  # of whatever is posted


@pytest.fixture
def look(workspace, store):
    return Telling.of(workspace.app, store).look


def rule(store, ruling=REASSIGNED, *, scope=HERE, words="moonlight pays", at=None):
    """What an editor of *scope*, or the shell *at* "", rules on what is found by *words*."""
    (found,) = store.search(Query(words=words, scope=scope))
    number = store.corrections.report(
        found.id, instead="Joe Biden", why="", by="slack:U0READER", scope=scope
    )
    store.corrections.settle(number, ruling, by="ed", scope=scope if at is None else at)


def shared(workspace, peer):
    workspace.command("/whosaid", "moonlight pays")
    workspace.click(peer.of("response_url")[-1].buttons["share"])


def asked_in_public(workspace, peer):
    peer.admins.add("U0ADMIN")
    workspace.command("/settings", "public", user="U0ADMIN")
    workspace.command("/whosaid", "moonlight pays")


def mentioned_in_public(workspace, peer):
    peer.admins.add("U0ADMIN")
    workspace.command("/settings", "public", user="U0ADMIN")
    workspace.mention("who said moonlight pays", thread_ts="1.0")


@pytest.mark.parametrize(
    ("posted", "did"),
    [
        pytest.param(shared, " shared: ", id="shared"),
        pytest.param(asked_in_public, " asked: ", id="asked where answers are public"),
        pytest.param(mentioned_in_public, " asked: ", id="asked by mention there"),
    ],
)
def test_what_everybody_reads_is_put_right(workspace, peer, store, look, loaded_here, posted, did):
    posted(workspace, peer)
    look()
    assert not peer.of("chat.update")
    rule(store)
    look()
    edit = peer.only("chat.update")
    assert (edit.given["channel"], edit.given["ts"]) == ("C0DESK", TS)
    assert TOLD in edit.words
    assert TOLD in edit.given["text"]
    assert "Joe Biden" in edit.words
    assert did in edit.words
    assert size(edit.blocks) <= LONGEST
    look()
    assert len(peer.of("chat.update")) == 1


def test_what_is_posted_while_much_is_loaded_is_put_right(
    workspace, peer, store, look, loaded_here
):
    with workspace.busy("loading"):
        shared(workspace, peer)
        rule(store)
        look()
        assert TOLD in peer.only("chat.update").words


def test_what_is_put_there_keeps_to_slacks_schema(
    workspace, peer, store, look, loaded_here, contract
):
    shared(workspace, peer)
    rule(store)
    look()
    contract("Blocks", peer.only("chat.update").blocks)


def test_a_tap_of_an_editor_reaches_it_at_once(workspace, peer, store, loaded_here):
    shared(workspace, peer)
    (found,) = store.search(Query(words="moonlight pays", scope=HERE))
    store.corrections.report(found.id, instead="Joe Biden", why="", by="slack:U1", scope=HERE)
    workspace.command("/review", user="U0EDITOR")
    button = peer.of("response_url")[-1].every_button["rule-reassign"]
    workspace.click(button, user="U0EDITOR")
    assert TOLD in peer.only("chat.update").words


def test_what_came_into_it_when_it_was_put_right_is_put_right_too(
    workspace, peer, store, look, loaded_here
):
    shared(workspace, peer)
    rule(store)
    later = "“Only moonlight pays for all this,” Cleo Vance said on Monday.\n"
    store.load(Article(later), by="test", scope=HERE)
    look()
    assert "Cleo Vance" in peer.only("chat.update").words
    rule(store, words="pays for all this")
    look()
    assert "Joe Biden said this, not Cleo Vance" in peer.of("chat.update")[-1].words


def test_another_workspaces_ruling_changes_nothing_here(workspace, peer, store, look):
    workspace.command("/whosaid", "walk back")
    workspace.click(peer.of("response_url")[-1].buttons["share"])
    rule(store, scope=THERE, words="walk back")
    look()
    assert not peer.of("chat.update")


@pytest.mark.parametrize("method", ["chat.update", "chat.postMessage"])
@pytest.mark.parametrize("refusal", ["ratelimited", "internal_error"])
def test_what_slack_does_not_take_now_is_told_later(
    workspace, peer, store, look, loaded_here, method, refusal
):
    shared(workspace, peer)
    rule(store)
    peer.refusals[method] = refusal
    look()
    peer.calls.clear()
    peer.refusals.clear()
    look()
    (call,) = peer.of(method)
    assert "Joe Biden" in call.words
    look()
    assert len(peer.of(method)) == 1


def test_a_message_that_is_gone_is_given_up(workspace, peer, store, look, loaded_here):
    shared(workspace, peer)
    rule(store)
    peer.refusals["chat.update"] = "message_not_found"
    look()
    assert store.posted.due("slack") == ()


def test_what_may_not_be_changed_any_more_is_answered(workspace, peer, store, look, loaded_here):
    shared(workspace, peer)
    rule(store)
    peer.refusals["chat.update"] = "edit_window_closed"
    look()
    below = peer.of("chat.postMessage")[-1]
    assert (below.given["channel"], below.given["thread_ts"]) == ("C0DESK", TS)
    assert TOLD in below.words
    assert store.posted.due("slack") == ()


async def test_the_running_bot_looks_by_itself(http, store, peer):  # noqa: F811
    rule(store, Ruling(Outcome.REJECTED), words="walk back", at="")
    async with running(http, store, peer):
        await until(lambda: peer.of("chat.postMessage"))
        written = peer.only("chat.postMessage").given
        assert written["channel"] == "U0READER"
        assert "Your report 1 is settled" in written["text"]
        await until(lambda: not store.corrections.outcomes("slack"))
