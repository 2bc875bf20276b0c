from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("event", "told"),
    [
        pytest.param({"type": "app_uninstalled"}, "it uninstalled the bot", id="uninstalled"),
        pytest.param(
            {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}},
            "it revoked the bot's token",
            id="revoked",
        ),
    ],
)
def test_with_one_token_the_log_says_that_it_is_of_no_use_any_more(workspace, caplog, event, told):
    workspace.event(event)
    assert f"workspace T0NEWS: {told}; SLACK_BOT_TOKEN is of no use any more" in caplog.text
    assert "xoxb-" not in caplog.text


def test_a_person_s_own_token_is_none_of_the_bot_s(workspace, caplog):
    workspace.event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}})
    assert "revoked" not in caplog.text


def test_the_feeds_of_a_workspace_that_left_are_followed_no_more(workspace, store):
    for scope in ("slack:T0NEWS", "slack:T0OTHER", ""):
        store.feeds.add("https://a.example/feed", by="test", scope=scope)
    workspace.event({"type": "app_uninstalled"})
    workspace.threads.noting.submit(int).result()
    assert [feed.scope for feed in store.feeds.every()] == ["", "slack:T0OTHER"]
