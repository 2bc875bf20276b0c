"""The bot as an agent: what is offered to whoever opens its messages, and what comes of that."""

from __future__ import annotations

import pytest

from bot.guide import examples
from bot.platforms.slack.agent import LONGEST_PROMPT, prompts
from store.model import Article

from .peer import TEAM

HERE = f"slack:{TEAM}"
SET = "assistant.threads.setSuggestedPrompts"


def opened(workspace, tab: str = "messages") -> None:
    workspace.event({"type": "app_home_opened", "channel": "D0READER", "tab": tab})


def test_what_help_shows_is_offered(workspace, peer, store):
    opened(workspace)
    given = peer.only(SET).given
    assert given["channel_id"] == "D0READER"
    assert "thread_ts" not in given  # with it, Slack shows an agent's prompts nowhere
    shown = [(one["title"], one["message"]) for one in given["prompts"]]
    assert [message for _, message in shown] == [
        *(example.question for example in examples(store, HERE)),
        "help",
    ]
    assert shown[1] == ("Quotes by Volodymyr Zelensky", "quotes by Volodymyr Zelensky")
    assert peer.sent == []


def test_what_is_offered_is_answered(workspace, peer):
    opened(workspace)
    *asked, called = peer.only(SET).given["prompts"]
    for one in asked:
        workspace.write(one["message"])
        assert "wrong" in peer.sent[-1].every_button  # as each card has
    workspace.write(called["message"])
    assert "/whosaid" in peer.sent[-1].words


def test_what_another_workspace_loaded_is_not_offered(workspace, peer, store, loaded_here):
    store.load(Article("“Tin is cheap,” said Zed Quill.\n"), by="test", scope="slack:T0OTHER")
    opened(workspace)
    assert "Quill" not in str(peer.only(SET).given)


def test_who_opens_home_is_offered_nothing(workspace, peer):
    opened(workspace, tab="home")
    assert peer.of(SET) == []


@pytest.mark.parametrize("refusal", ["missing_scope", "channel_not_found"])
def test_where_slack_takes_no_prompts_nobody_is_troubled(workspace, peer, log, refusal):
    peer.refusals[SET] = refusal
    opened(workspace)
    assert peer.sent == []
    assert f"no questions are offered: {refusal}" in log.getvalue()


def test_a_store_out_of_order_is_for_the_log_alone(workspace, peer, store, log):
    store.close()
    opened(workspace)
    assert peer.sent == []
    assert "StoreUnavailable" in log.getvalue()


def test_names_from_articles_come_alive_in_no_prompt(store):
    text = "“Only moonlight pays,” said Ada <!channel> Marsh & Sons of the Endless Name " * 3
    store.load(Article(text), by="test", scope=HERE)
    for one in prompts(store, HERE):
        assert "<" not in one["title"] + one["message"]
        assert len(one["title"]) <= LONGEST_PROMPT


def test_a_question_in_a_thread_is_answered_in_the_thread(workspace, peer):
    workspace.write("who said absolutely ridiculous?", thread_ts="1.0")
    told = peer.only("chat.postMessage")
    assert (told.given["channel"], told.given["thread_ts"]) == ("D0READER", "1.0")
    assert "Dmitry Peskov" in told.words


def test_what_goes_wrong_in_a_thread_is_told_in_the_thread(workspace, peer):
    workspace.write("x" * 600, thread_ts="1.0")
    told = peer.only("chat.postEphemeral").given
    assert (told["user"], told["thread_ts"]) == ("U0READER", "1.0")
    assert "too long" in told["text"]
