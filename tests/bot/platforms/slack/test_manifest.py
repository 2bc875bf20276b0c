from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest

from bot.commands import COMMANDS, MESSAGE_COMMANDS

PACKAGE = files("bot.platforms.slack")
SOURCE = "\n".join(f.read_text("utf-8") for f in PACKAGE.iterdir() if f.name.endswith(".py"))

# what Slack asks for each method and event, from its reference
METHOD_SCOPES = {
    "apps_connections_open": set(),
    "assistant_threads_setSuggestedPrompts": {"assistant:write"},
    "auth_test": set(),
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "chat_unfurl": {"links:write"},
    "files_info": {"files:read"},
    "users_info": {"users:read"},
    "views_open": set(),
    "views_publish": set(),
    "views_push": set(),
    "views_update": set(),
}
EVENT_SCOPES = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "link_shared": {"links:read"},
    "message.im": {"im:history"},
    "tokens_revoked": set(),
}
LISTENED = {
    "app_home_opened": "app_home_opened",
    "app_mention": "app_mention",
    "app_uninstalled": "app_uninstalled",
    "link_shared": "link_shared",
    "message": "message.im",
    "tokens_revoked": "tokens_revoked",
}


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    return json.loads(PACKAGE.joinpath("manifest.json").read_text("utf-8"))


def test_slack_takes_the_manifest(manifest, contract):
    contract("manifest.schema", manifest)


def test_commands_are_those_of_the_table(manifest):
    declared = [
        (c["command"], c["description"], c.get("usage_hint", ""))
        for c in manifest["features"]["slash_commands"]
    ]
    assert declared == [(f"/{c.name}", c.summary, c.usage) for c in COMMANDS]


def test_shortcuts_are_those_of_the_table(manifest):
    declared = [
        (s["type"], s["name"], s["callback_id"], s["description"])
        for s in manifest["features"]["shortcuts"]
    ]
    assert declared == [("message", c.name, c.key, c.summary) for c in MESSAGE_COMMANDS]


def test_events_are_those_listened_for(manifest):
    heard = set(re.findall(r'app\.event\((?:\{"type": )?"(\w+)"', SOURCE))
    declared = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert sorted(declared) == sorted(LISTENED[event] for event in heard)


def test_scopes_are_those_needed(manifest):
    called = set(re.findall(r"client\.([a-z]+_[A-Za-z_]+)\(", SOURCE))
    scopes = {"commands"}.union(*(METHOD_SCOPES[method] for method in called))
    for event in manifest["settings"]["event_subscriptions"]["bot_events"]:
        scopes |= EVENT_SCOPES[event]
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == scopes


def test_buttons_forms_and_the_socket_are_on(manifest):
    assert manifest["settings"]["interactivity"]["is_enabled"]
    assert manifest["settings"]["socket_mode_enabled"]


def test_people_can_write_to_the_bot(manifest):
    assert manifest["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_links_are_told_of_some_site(manifest):
    assert 1 <= len(manifest["features"]["unfurl_domains"]) <= 5


def test_it_is_an_agent_as_slack_wants_new_ones(manifest):
    assert "assistant_view" not in manifest["features"]
    assert len(manifest["features"]["agent_view"]["agent_description"]) <= 300
