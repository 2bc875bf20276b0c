from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from slack_sdk.models.views import View

from bot.answers import answer
from bot.platforms.slack.loading import form
from bot.questions import Question
from store.articles import LARGEST

ARTICLE = "Moon Rates Rise\n\n“Only moonlight pays for that,” Ada Marsh said on Friday.\n"
TOO_LARGE = {"id": "F1", "name": "moon.txt", "size": LARGEST + 1}


def filled(**fields: Any) -> dict[str, Any]:
    """What the form holds when submitted, as Slack tells it."""
    kinds = {"file": "file_input", "published": "datepicker", "url": "url_text_input"}
    keys = {"file": "files", "published": "selected_date"}
    names = ("paste", "file", "title", "outlet", "url", "published")
    return {
        name: {
            "type": kinds.get(name, "plain_text_input"),
            keys.get(name, "value"): fields.get(name, [] if name == "file" else None),
        }
        for name in names
    }


def file(name: str) -> list[dict[str, str]]:
    return [{"id": name, "url_private": "https://not.looked.at.example/"}]


def test_the_form_fits_the_schema(shared):
    schema = json.loads((shared / "contracts/slack/Modal.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(form("C0DESK"))
    assert View(**form("C0DESK")).to_dict()["callback_id"] == "load"


def test_an_editor_gets_the_form(workspace, peer):
    workspace.command("/load", user="U0EDITOR")
    opened = peer.only("views.open").given
    assert opened["trigger_id"] == "1.2.abc"
    assert opened["view"]["private_metadata"] == "C0DESK"
    assert not peer.sent


def test_an_admin_gets_the_form(workspace, peer):
    peer.admins.add("U0ADMIN")
    workspace.command("/load", user="U0ADMIN")
    assert peer.only("views.open")


def test_anyone_else_is_refused(workspace, peer):
    workspace.command("/load", user="U0READER")
    assert not peer.of("views.open")
    told = peer.only("response_url").given
    assert told["response_type"] == "ephemeral"
    assert told["text"].startswith("Loading is for admins and editors")


def test_a_form_that_came_too_late_is_explained(workspace, peer):
    peer.refusals["views.open"] = "expired_trigger_id"
    workspace.command("/load", user="U0EDITOR")
    assert "type /load again" in peer.only("response_url").given["text"]


def test_a_paste_is_loaded_and_reported_to_the_loader_alone(workspace, peer, store):
    told = filled(paste=ARTICLE, title="Moon Rates", outlet="The Desk", published="2026-11-20")
    response = workspace.submit(form("C0DESK"), told)
    assert (response.status, response.body) == (200, "")
    report = peer.only("chat.postEphemeral").given
    assert (report["channel"], report["user"]) == ("C0DESK", "U0EDITOR")
    assert "1 statement by Ada Marsh" in report["text"]
    (card,) = answer(store, Question("who said moonlight", "slack:T0NEWS")).cards
    assert "Moon Rates" in card.source
    assert "The Desk" in card.source
    assert "20 November 2026" in card.source


def test_a_load_stays_in_its_workspace(workspace, store):
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    assert store.holdings("slack:T0NEWS").articles == 2
    assert store.holdings("slack:T0OTHER").articles == 1


def test_a_file_is_fetched_with_the_token_and_loaded(workspace, peer, store):
    peer.files["moon.txt"] = ARTICLE.encode()
    workspace.submit(form("C0DESK"), filled(file=file("moon.txt")))
    assert peer.only("file").headers["Authorization"] == "Bearer xoxb-1-not-a-real-token"
    assert store.holdings("slack:T0NEWS").articles == 2
    assert "1 statement" in peer.only("chat.postEphemeral").given["text"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        pytest.param("{url}/other/moon.txt", id="another path"),
        pytest.param("{url}.evil.example/files/moon.txt", id="another host"),
        pytest.param("http://files.slack.com@127.0.0.1:9/moon.txt", id="a user name"),
    ],
)
def test_the_token_goes_nowhere_else(workspace, peer, elsewhere):
    workspace.submit(form("C0DESK"), filled(file=file(elsewhere.format(url=peer.url))))
    assert not peer.of("file")
    assert not peer.of("response_url")
    assert "it is not kept in Slack" in peer.only("chat.postEphemeral").given["text"]


def test_a_redirect_is_not_followed(workspace, peer):
    workspace.submit(form("C0DESK"), filled(file=file("moved.txt")))
    assert len(peer.of("file")) == 1
    assert "cannot fetch 'moved.txt'" in peer.only("chat.postEphemeral").given["text"]


def test_a_file_too_large_is_refused(workspace, peer, monkeypatch):
    monkeypatch.setattr("bot.platforms.slack.loading.LARGEST", len(ARTICLE.encode()) - 1)
    peer.files["moon.txt"] = ARTICLE.encode()
    workspace.submit(form("C0DESK"), filled(file=file("moon.txt")))
    told = peer.only("chat.postEphemeral").given["text"]
    assert told == "cannot read 'moon.txt': it is larger than 20 MB; load it in parts"


def test_a_file_that_no_format_can_read_is_told(workspace, peer):
    peer.files["notes.xyz"] = b"moon"
    workspace.submit(form("C0DESK"), filled(file=file("notes.xyz")))
    assert "known formats are" in peer.only("chat.postEphemeral").given["text"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        pytest.param({}, "paste", id="nothing"),
        pytest.param({"paste": " \n"}, "paste", id="only spaces"),
        pytest.param({"paste": ARTICLE, "file": file("moon.txt")}, "file", id="both"),
        pytest.param({"file": [TOO_LARGE]}, "file", id="a file too large"),
        pytest.param({"paste": ARTICLE, "url": "javascript:alert(1)"}, "url", id="not a link"),
        pytest.param({"paste": ARTICLE, "url": "ftp://a.example/b"}, "url", id="another scheme"),
        pytest.param({"paste": ARTICLE, "url": "http://[::1"}, "url", id="broken link"),
        pytest.param({"paste": ARTICLE, "url": "http://a.example/<@U1>"}, "url", id="mention"),
    ],
)
def test_a_mistake_is_shown_at_its_field(workspace, peer, store, given, field):
    response = workspace.submit(form("C0DESK"), filled(**given))
    told = json.loads(response.body)
    assert told["response_action"] == "errors"
    assert list(told["errors"]) == [field]
    assert store.holdings("slack:T0NEWS").articles == 1
    assert not peer.sent


def test_a_mistake_is_shown_before_a_thread_is_free(workspace):
    with workspace.busy("asking"), workspace.busy("loading"):
        response = workspace.submit(form("C0DESK"), filled())
    assert json.loads(response.body)["response_action"] == "errors"


def test_a_form_is_taken_before_a_thread_is_free(workspace, peer):
    with workspace.busy("asking"), workspace.busy("loading"):
        response = workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
        sent = list(peer.sent)
    assert (response.status, response.body, sent) == (200, "", [])


def test_a_form_opens_while_others_load(workspace, peer):
    with workspace.busy("loading"):
        workspace.command("/load", user="U0EDITOR")
        assert peer.only("views.open")


def test_a_load_that_fails_is_told_with_a_reference(workspace, peer, caplog):
    peer.refusals["users.info"] = "fatal_error"
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE), user="U0READER")
    told = peer.only("chat.postEphemeral").given["text"]
    assert told.startswith("Something went wrong here; the reference is ")
    assert told.rsplit(" ", 1)[1].rstrip(".") in caplog.text


def test_whoever_submits_must_still_be_an_editor(workspace, peer, store):
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE), user="U0READER")
    told = peer.only("chat.postEphemeral").given
    assert told["text"].startswith("Loading is for admins and editors")
    assert store.holdings("slack:T0NEWS").articles == 1


def test_a_form_without_a_channel_reports_directly(workspace, peer):
    workspace.submit(form(None), filled(paste=ARTICLE))
    assert peer.only("chat.postMessage").given["channel"] == "U0EDITOR"


def test_loading_twice_says_so(workspace, peer):
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    _, again = peer.of("chat.postEphemeral")
    assert "Nothing was added" in again.given["text"]
