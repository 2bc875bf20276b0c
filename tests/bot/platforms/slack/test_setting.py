from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.settings import settings
from store.model import Article

ADMIN, MEMBER = "U0ADMIN", "U0READER"
HERE = "slack:T0NEWS"


@pytest.fixture
def admin(workspace, peer):
    """What an admin types after /settings, and what they are told."""
    peer.admins.add(ADMIN)

    def type_(text: str, **more: str) -> str:
        workspace.command("/settings", text, user=ADMIN, **more)
        return peer.of("response_url")[-1].given["text"]

    return type_


def test_only_admins_change_settings(workspace, peer, store):
    workspace.command("/settings", "public", user=MEMBER)
    sent = peer.only("response_url").given
    assert (sent["response_type"], "for admins" in sent["text"]) == ("ephemeral", True)
    assert not settings(store, HERE).public


def test_a_channel_set_to_public_is_answered_in_public(workspace, peer, admin):
    assert "everybody in this channel" in admin("public")
    workspace.command("/whosaid", "absolutely ridiculous")
    sent = peer.only("chat.postMessage")
    assert sent.given["channel"] == "C0DESK"
    assert "Dmitry Peskov" in sent.words
    assert "share" not in sent.buttons
    asker = sent.blocks[0]["elements"][0]["elements"]
    assert (asker[0]["user_id"], asker[1]["text"]) == (
        MEMBER,
        " asked: who said absolutely ridiculous",
    )


def test_a_draft_that_is_checked_in_a_public_channel_stays_private(workspace, peer, admin):
    admin("public")
    workspace.command("/check", "“absolutely ridiculous”, said Dmitry Peskov.")
    assert peer.of("response_url")[-1].given["response_type"] == "ephemeral"


def test_a_mention_in_a_public_channel_is_answered_there(workspace, peer, admin):
    admin("public")
    workspace.mention("who said absolutely ridiculous", thread_ts="1.0")
    sent = peer.only("chat.postMessage").given
    assert (sent["channel"], sent["thread_ts"]) == ("C0DESK", "1.0")


def test_where_the_bot_may_not_write_a_public_answer_is_private(workspace, peer, admin):
    admin("public")
    peer.refusals["chat.postMessage"] = "not_in_channel"
    workspace.mention("who said absolutely ridiculous")
    assert "Dmitry Peskov" in peer.only("chat.postEphemeral").words


def test_a_command_is_answered_in_public_where_the_bot_is_no_member(workspace, peer, admin):
    admin("public")
    peer.refusals["chat.postMessage"] = "not_in_channel"
    workspace.command("/whosaid", "absolutely ridiculous")
    sent = peer.of("response_url")[-1]
    assert sent.given["response_type"] == "in_channel"
    assert "Dmitry Peskov" in sent.words


def test_another_channel_stays_private(workspace, peer, admin):
    admin("public", channel_id="C0OTHER")
    workspace.command("/whosaid", "absolutely ridiculous")
    assert peer.of("response_url")[-1].given["response_type"] == "ephemeral"


def test_an_error_in_a_public_channel_is_private(workspace, peer, admin):
    admin("public")
    workspace.command("/whosaid", "x" * 501)
    assert peer.of("response_url")[-1].given["response_type"] == "ephemeral"


def test_a_direct_message_is_no_channel_to_set(admin):
    assert "in the channel that it is for" in admin("public", channel_id="D0ADMIN")


def test_editors_set_here_may_load(workspace, peer, admin):
    workspace.command("/load", user=MEMBER)
    assert not peer.of("views.open")
    assert admin(f"editors <@{MEMBER}|rita>") == f"Editors are now: {MEMBER}."
    workspace.command("/load", user=MEMBER)
    assert len(peer.of("views.open")) == 1


def test_editors_of_one_workspace_are_none_of_another(workspace, peer, admin):
    admin(f"editors <@{MEMBER}>")
    workspace.team = "T0OTHER"
    workspace.command("/load", user=MEMBER)
    assert not peer.of("views.open")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue"])  # never the same day
def test_days_are_told_in_the_time_zone_set(workspace, peer, admin, store, zone):
    store.load(Article("“Rain,” Ada Marsh said.\n"), by="test", scope=HERE)
    admin(f"timezone {zone}")
    workspace.command("/whosaid", "rain since Monday")
    asked = json.loads(peer.of("response_url")[-1].buttons["share"]["value"])
    assert asked["today"] == datetime.now(ZoneInfo(zone)).date().isoformat()
