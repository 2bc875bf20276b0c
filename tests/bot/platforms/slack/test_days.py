"""Days in questions from Slack: told from the day that it is where the asker is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.platforms.slack.layout import asked
from store.model import Article

AHEAD, BEHIND = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))  # a day apart


@pytest.fixture
def settings(settings):
    return replace(settings, timezone=BEHIND)


def today(zone):
    return datetime.now(zone).date()


def test_days_are_told_where_the_asker_is(workspace, peer):
    peer.profile = {"tz_offset": 14 * 3600}
    workspace.command("/quotes", "Peskov since yesterday")
    share = peer.only("response_url").buttons["share"]
    assert asked(share["value"])[2] == today(AHEAD)


@pytest.mark.parametrize("refusal", ["", "user_not_found"])
def test_without_a_time_zone_the_configured_one_counts(workspace, peer, refusal):
    peer.refusals = {"users.info": refusal} if refusal else {}
    workspace.command("/quotes", "Peskov since yesterday")
    share = peer.only("response_url").buttons["share"]
    assert asked(share["value"])[2] == today(BEHIND)


def test_without_days_nobody_is_asked_about(workspace, peer):
    workspace.command("/whosaid", "absolutely ridiculous")
    assert not peer.of("users.info")


def test_a_button_keeps_the_day_of_its_question(workspace, peer):
    workspace.command("/quotes", "Peskov since yesterday")
    share = peer.only("response_url").buttons["share"]
    state = json.loads(share["value"]) | {"today": "2023-05-17"}
    workspace.click({**share, "value": json.dumps(state)})
    assert "since 16 May 2023" in peer.only("chat.postMessage").given["text"]


def test_a_choice_is_one_person(workspace, peer, store):
    store.load(Article("“It rained,” said Max Peskov, the mayor of Fenwick."), by="test")
    workspace.command("/quotes", "Peskov")
    which = peer.only("response_url")
    assert "Which Peskov: Dmitry Peskov" in which.given["text"]
    peer.calls.clear()
    workspace.click(which.buttons["choose-2"])
    assert peer.only("response_url").given["text"].startswith("One statement by Max Peskov.")
