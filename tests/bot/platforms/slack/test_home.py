"""The bot's home: what each person finds there, and what they can do from there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.models.views import View

from bot.home import Home, home
from bot.platforms.slack.home import view
from store.model import Article, Query
from store.store import Store

from ..damaged import Damage, every_damage
from .test_corrections import every, who
from .test_loading import file, filled

HERE = "slack:T0NEWS"
ADMIN, EDITOR, READER = "U0ADMIN", "U0EDITOR", "U0READER"
HOSTILE = "<!channel> & <https://evil.example|click> *bold* :bomb: "


@pytest.fixture
def busy(peer, store: Store, loaded_here: None) -> None:
    """Something of everything: an article of this workspace, a report, a load that failed."""
    peer.admins.add(ADMIN)
    (found,) = store.search(Query(words="moonlight pays", scope=HERE))
    store.corrections.report(found.id, instead="Joe Biden", why="", by="slack:U9", scope=HERE)
    store.failed("notes.xyz", "cannot read 'notes.xyz'", by="slack:U8", scope=HERE)


def headers(shown: dict[str, Any]) -> list[str]:
    return [b["text"]["text"] for b in shown["view"]["blocks"] if b["type"] == "header"]


def actions(shown: dict[str, Any]) -> set[str]:
    return {one["action_id"] for one in every(shown["view"]["blocks"]) if "action_id" in one}


@pytest.mark.parametrize(
    ("user", "finds", "loads"),
    [
        pytest.param(READER, ["New on record"], False, id="a reader"),
        pytest.param(EDITOR, ["Wrong speakers to settle", "New on record"], True, id="an editor"),
        pytest.param(
            ADMIN,
            ["Wrong speakers to settle", "Could not be loaded", "Loaded lately", "New on record"],
            True,
            id="an admin",
        ),
    ],
)
def test_each_finds_what_is_their_business(workspace, busy, user, finds, loads):
    shown = workspace.go_home(user)
    assert shown["user_id"] == user
    assert shown["view"]["type"] == "home"
    assert headers(shown) == finds
    assert ("load" in actions(shown)) is loads
    assert "“Only moonlight pays for that,”" in str(shown)
    assert "Ada Marsh" in str(shown)


def test_reports_and_loads_name_people_as_slack_shows_them(workspace, busy):
    shown = list(every(workspace.go_home(ADMIN)))
    assert {"type": "user", "user_id": "U9"} in shown
    assert {"type": "user", "user_id": "U8"} in shown


def test_what_is_for_others_is_not_there_in_any_form(workspace, busy):
    shown = str(workspace.go_home(READER))
    for told in ("Joe Biden said it", "notes.xyz", "rule-"):
        assert told not in shown


def test_another_workspace_finds_none_of_it(workspace, busy):
    workspace.team = "T0OTHER"
    shown = str(workspace.go_home(ADMIN))
    for told in ("moonlight", "Ada Marsh", "Joe Biden said it", "notes.xyz", "U8", "U9"):
        assert told not in shown
    assert "Russia Blames US For Drone Strike On Kremlin: 17 statements, for everyone" in shown


def test_a_guest_of_an_unknown_workspace_is_told_so(workspace, busy):
    shown = str(workspace.go_home(READER, is_ext_shared_channel=True))
    assert "I cannot tell which workspace you are in" in shown
    assert "moonlight" not in shown


def test_the_bots_messages_are_no_home(workspace, peer):
    workspace.event({"type": "app_home_opened", "tab": "messages", "channel": "D0READER"})
    assert not peer.of("views.publish")


@every_damage
def test_a_store_that_fails_is_told_where_the_person_looks(
    workspace, peer, tmp_path: Path, caplog, damage: Damage, sentence: str
):
    damage(tmp_path / "onrecord.db")
    shown = str(workspace.go_home())
    assert "the reference is" in shown
    assert str(tmp_path) not in shown
    assert not peer.sent


def test_an_editor_settles_a_report_at_home(workspace, peer, store, busy):
    workspace.go_home(EDITOR)
    settle = peer.of("views.publish")[-1].every_button["rule-reassign"]
    workspace.press(settle, EDITOR)
    after = peer.of("views.publish")[-1]
    assert after.given["user_id"] == EDITOR
    assert "Report 1: the speaker is now Joe Biden." in after.words
    assert "rule-reassign" not in after.every_button
    assert who(store) == ["Joe Biden"]
    assert [one.given["channel"] for one in peer.sent] == ["U9"]  # whoever reported


def test_who_settles_at_home_must_be_an_editor_then(workspace, peer, store, busy):
    workspace.go_home(EDITOR)
    workspace.press(peer.of("views.publish")[-1].every_button["rule-none"], READER)
    assert "for admins and editors" in peer.only("views.open").words
    assert who(store) == ["Ada Marsh"]


def test_a_report_of_another_workspace_is_not_settled_at_home(workspace, peer, store, busy):
    workspace.go_home(EDITOR)
    button = peer.of("views.publish")[-1].every_button["rule-none"]
    workspace.press(button, EDITOR, home="T0OTHER")
    assert "There is no report 1 here." in peer.only("views.open").words
    assert who(store) == ["Ada Marsh"]


def test_an_article_is_loaded_at_home_and_is_there_at_once(workspace, peer, store, busy):
    workspace.go_home(ADMIN)
    workspace.press(peer.of("views.publish")[-1].every_button["load"], ADMIN)
    opened = peer.only("views.open").given["view"]
    assert opened["callback_id"] == "load"
    text = "“Trams return,” said Bo Lind.\n"
    workspace.submit(opened, filled(paste=text, title="Trams"), user=ADMIN)
    assert "1 statement by Bo Lind" in peer.only("chat.update").given["text"]
    assert peer.only("chat.postMessage").given["channel"] == ADMIN
    shown = peer.of("views.publish")[-1]
    assert "Trams: 1 statement" in str(shown.given)
    assert "“Trams return,”" in shown.words


def test_a_load_that_fails_is_told_and_kept(workspace, peer, store, busy):
    workspace.go_home(ADMIN)
    workspace.press(peer.of("views.publish")[-1].every_button["load"], ADMIN)
    gone = [{**file("moved.txt")[0], "name": "moved.txt"}]
    workspace.submit(peer.only("views.open").given["view"], filled(file=gone), user=ADMIN)
    reason = "cannot fetch 'moved.txt' from Slack; try again"
    assert reason in peer.only("chat.update").given["text"]
    assert f"C{reason[1:]}" in str(peer.of("views.publish")[-1].given)
    newest, *_ = store.lately.failed(HERE)
    assert (newest.name, newest.reason, newest.by) == ("moved.txt", reason, f"slack:{ADMIN}")


def test_anyone_else_is_refused_the_form(workspace, peer, busy):
    workspace.go_home(EDITOR)
    workspace.press(peer.of("views.publish")[-1].every_button["load"], READER)
    assert "Loading is for admins and editors" in peer.only("views.open").words


def test_a_button_of_a_card_is_answered_in_a_modal_and_there_in_another(workspace, peer, busy):
    workspace.go_home()
    workspace.press(peer.of("views.publish")[-1].every_button["sources"])
    first = peer.only("views.open")
    assert first.given["trigger_id"] == "1.2.abc"
    assert "Drone Strike" in str(first.blocks)
    assert "share" not in first.every_button
    workspace.press(first.every_button["context"], view="modal")
    assert peer.only("views.push").words.startswith("The paragraph")
    assert not peer.sent


def test_a_page_is_turned_in_its_modal(workspace, peer, store, many):
    workspace.command("/whosaid", "the harbour is closed")
    workspace.press(peer.only("response_url").every_button["next"], view="modal")
    turned = peer.only("views.update")
    assert turned.given["view_id"] == "V1"
    assert "previous" in turned.every_button


@pytest.mark.parametrize("key", ["context", "sources", "copy", "wrong"])
def test_slack_takes_what_opens_above_home(workspace, peer, busy, contract, key: str):
    workspace.go_home()
    workspace.press(peer.of("views.publish")[-1].every_button[key])
    opened = peer.only("views.open").given["view"]
    contract("Modal", opened)
    View(**opened).to_dict()  # raises on what is too long


@pytest.mark.parametrize("method", ["views.open", "views.push"])
def test_where_no_modal_opens_the_answer_is_a_direct_message(workspace, peer, busy, method):
    peer.refusals[method] = "expired_trigger_id"
    workspace.go_home()
    button = peer.of("views.publish")[-1].every_button["context"]
    workspace.press(button, view="home" if method == "views.open" else "modal")
    assert peer.only("chat.postMessage").given["channel"] == READER


def test_a_wrong_speaker_is_reported_from_home(workspace, peer, store):
    workspace.go_home()
    workspace.press(peer.of("views.publish")[-1].every_button["wrong"])
    form = peer.only("views.open").given["view"]
    told = {
        "instead": {"type": "external_select", "selected_option": None},
        "why": {"type": "plain_text_input", "value": "I was there."},
    }
    workspace.submit(form, told, user=READER)
    assert "this is report 1" in peer.only("chat.postMessage").given["text"]


def hostile(store: Store) -> Home:
    """A home of the longest and nastiest there is."""
    for number in range(8):
        said = f"“{HOSTILE * 17}{number},” said {HOSTILE * 20} Ada Marsh{number}.\n"
        told = {"title": HOSTILE * 200, "outlet": HOSTILE * 50, "file": HOSTILE * 20}
        store.load(Article(said, **told), by=HOSTILE, scope=HERE)
        store.failed(HOSTILE * 20, HOSTILE * 400, by=HOSTILE * 9, scope=HERE)
    for found in store.lately.statements(HERE, limit=8):
        told = {"instead": "<&>" * 50, "why": "é<" * 500}
        store.corrections.report(found.id, **told, by=f"slack:U{found.id}", scope=HERE)
    return home(store, HERE, settles=True, runs=True)


def test_slack_takes_every_home(store: Store, contract):
    homes = (
        Home("Nothing", (), (), (), ()),
        home(store, HERE, settles=True, runs=True),
        hostile(store),
    )
    for found in homes:
        shown = {"type": "home", "blocks": view(found, loads=True, did="Done.")}
        contract("Home", shown)
        assert len(View(**shown).to_dict()["blocks"]) <= 100  # raises on what is too long
        assert len(json.dumps(shown)) < 250_000
        assert "mrkdwn" not in {one.get("type") for one in every(shown)}


def test_nothing_in_a_home_comes_alive(store: Store):
    shown = view(hostile(store), loads=True)
    for one in every(shown):
        if one.get("type") == "plain_text":
            assert "<" not in one["text"]
            assert one["emoji"] is False
    users = [one["user_id"] for one in every(shown) if one.get("type") == "user"]
    assert users
    assert all(user.startswith("U") for user in users)


def test_an_admin_finds_the_feeds_that_are_followed(workspace, peer, store):
    peer.admins.add(ADMIN)
    store.feeds.add("https://planet.example/feed", by=f"slack:{EDITOR}", scope=HERE)
    shown = workspace.go_home(ADMIN)
    assert "Feeds that are followed" in headers(shown)
    assert "https://planet.example/feed: followed since – " in str(shown)
    assert {"type": "user", "user_id": EDITOR} in list(every(shown))
    assert "Feeds that are followed" not in headers(workspace.go_home(READER))
