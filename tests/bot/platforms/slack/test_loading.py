from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from slack_sdk import WebClient
from slack_sdk.models.views import View

from bot.answers import answer
from bot.platforms.slack.files import Upload, fetch
from bot.platforms.slack.load_form import form
from bot.questions import Question
from store.articles import LARGEST
from store.errors import UnreadableArticle

from ....sites import Reply

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
    short = name.rpartition("/")[2]
    return [{"id": name, "name": short, "url_private": "https://not.looked.at.example/"}]


def test_the_form_fits_the_schema(contract):
    contract("Modal", form("C0DESK"))
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


def test_a_file_too_large_is_refused(workspace, peer):
    peer.files["moon.txt"] = b"a" * (LARGEST + 1)
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
        pytest.param(
            {"file": [*file("a.txt"), *file("b.txt")], "title": "Moon"}, "title", id="one title"
        ),
        pytest.param(
            {"file": [*file("a.txt"), *file("b.txt")], "url": "https://a.example"},
            "url",
            id="one link",
        ),
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


@pytest.mark.parametrize(
    ("url", "why"),
    [
        pytest.param("news.example/moon", "must begin with http:// or https://", id="no scheme"),
        pytest.param("https://news.example/für", "copy it again from the browser", id="letter"),
        pytest.param("https://ada@news.example/", "copy it again from the browser", id="user"),
    ],
)
def test_what_is_wrong_with_a_link_is_told(workspace, url, why):
    response = workspace.submit(form("C0DESK"), filled(paste=ARTICLE, url=url))
    assert why in json.loads(response.body)["errors"]["url"]


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
    assert "1 statement by Ada Marsh" in peer.only("chat.update").given["text"]
    assert not peer.of("chat.postEphemeral")


def test_one_direct_message_tells_at_once_and_then_what_came_of_it(workspace, peer):
    with workspace.busy("loading"):
        workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
        begun = peer.only("chat.postMessage").given
    assert (begun["channel"], begun["text"]) == ("U0EDITOR", "Loading …")
    workspace.threads.loading.submit(int).result()
    told = peer.only("chat.update").given
    assert told["ts"] == "1700000000.000100"
    assert "1 statement by Ada Marsh" in told["text"]


def test_several_files_are_loaded_and_those_that_fail_stop_none(workspace, peer, store):
    peer.files |= {"moon.txt": ARTICLE.encode(), "sun.txt": ARTICLE.replace("oon", "un").encode()}
    several = [*file("moon.txt"), *file("gone.txt"), *file("sun.txt")]
    workspace.submit(form("C0DESK"), filled(file=several, outlet="The Desk"))
    told = peer.only("chat.postEphemeral").given["text"]
    assert told.startswith("2 articles loaded: 2 statements by Ada Marsh. 1 could not be loaded.")
    assert "cannot fetch 'gone.txt' from Slack" in told
    assert store.holdings("slack:T0NEWS").articles == 3


def test_a_file_may_be_called_anything(workspace, peer, store):
    peer.files[quote("Über \u202e“Mond”.txt")] = ARTICLE.encode()
    workspace.submit(form("C0DESK"), filled(file=file("Über \u202e“Mond”.txt")))
    assert "1 statement by Ada Marsh" in peer.only("chat.postEphemeral").given["text"]


def test_a_file_that_slack_cannot_tell_of_now_costs_itself_alone():
    """Nobody answers on port 9."""
    client = WebClient("xoxb-1", base_url="http://127.0.0.1:9/api/", timeout=5)
    with pytest.raises(UnreadableArticle, match=r"cannot fetch 'moon\.txt' from Slack; try again"):
        fetch(client, Upload("F1", "moon.txt", 1))


def test_a_file_that_slack_hides_from_the_bot_is_told(workspace, peer):
    peer.refusals["files.info"] = "file_not_found"
    workspace.submit(form("C0DESK"), filled(file=file("moon.txt")))
    assert "add it with /load" in peer.only("chat.postEphemeral").given["text"]


@pytest.mark.parametrize(
    "kind",
    [pytest.param("is_share", id="shared"), pytest.param("is_msg_unfurl", id="its link shared")],
)
def test_a_message_is_loaded_with_what_it_forwards(workspace, peer, store, kind):
    forwarded = {kind: True, "text": ARTICLE}
    preview = {"from_url": "https://a.example", "text": "“Never loaded,” said Omar Diaz."}
    workspace.shortcut(
        "load_this", "Moon Rates Rise", user="U0EDITOR", attachments=[forwarded, preview]
    )
    assert "1 statement by Ada Marsh" in peer.only("response_url").given["text"]
    assert store.holdings("slack:T0NEWS").articles == 2


def test_a_messages_files_are_loaded_and_not_its_text(workspace, peer, store):
    peer.files["moon.txt"] = ARTICLE.encode()
    text = "“Look at this,” said Omar Diaz."
    workspace.shortcut("load_this", text, user="U0EDITOR", files=file("moon.txt"))
    assert "1 statement by Ada Marsh" in peer.only("response_url").given["text"]


@pytest.mark.parametrize("text", [pytest.param("", id="empty"), pytest.param(" ", id="blank")])
def test_a_message_without_anything_to_load_is_told(workspace, peer, text):
    workspace.shortcut("load_this", text, user="U0EDITOR")
    assert "nothing in this message to load" in peer.only("response_url").given["text"]


def test_a_message_is_loaded_by_editors_only(workspace, peer, store):
    workspace.shortcut("load_this", ARTICLE)
    assert "admins and editors" in peer.only("response_url").given["text"]
    assert store.holdings("slack:T0NEWS").articles == 1


def test_what_follows_load_must_be_a_link(workspace, peer):
    workspace.command("/load", "the pier article", user="U0EDITOR")
    assert "Give a whole link after /load" in peer.only("response_url").given["text"]


def test_a_load_goes_on_where_slack_takes_no_news(workspace, peer, store):
    peer.refusals["chat.update"] = "message_not_found"
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    assert "1 statement by Ada Marsh" in peer.only("chat.postEphemeral").given["text"]


def test_a_load_that_breaks_says_in_its_message_that_it_stopped(workspace, peer, store):
    with workspace.busy("loading"):
        workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
        store.close()
    workspace.threads.loading.submit(int).result()
    assert peer.of("chat.update")[-1].given["text"].startswith("Loading stopped")
    assert "the reference is" in peer.only("chat.postEphemeral").given["text"]


def test_loading_twice_says_so(workspace, peer):
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    _, again = peer.of("chat.postEphemeral")
    assert "Nothing was added" in again.given["text"]


PAGE = """<html><head><title>Moon Rates Rise</title></head><body><article>
<h1>Moon Rates Rise</h1><p>“Only moonlight pays for that,” Ada Marsh said on Friday.</p>
<p>The rates had been the same for as long as anybody in the town could remember.</p>
</article></body></html>"""


@pytest.fixture
def moon(site) -> str:
    """The address of an article."""
    site.pages["/moon"] = Reply(PAGE.encode())
    return f"{site.url}/moon"


def test_the_article_behind_a_link_is_fetched(workspace, peer, store, moon):
    workspace.command("/load", moon, user="U0EDITOR")
    assert "1 statement by Ada Marsh" in peer.only("response_url").given["text"]
    (card,) = answer(store, Question("who said moonlight", "slack:T0NEWS")).cards
    assert moon in str(card)


def test_a_link_alone_in_the_form_is_fetched(workspace, peer, moon):
    workspace.submit(form("C0DESK"), filled(url=moon, outlet="The Desk"))
    assert "1 statement by Ada Marsh" in peer.only("chat.postEphemeral").given["text"]


def test_a_message_that_is_links_is_loaded_from_there(workspace, peer, moon):
    text = f"<{moon}|the moon> <{moon}-gone>"
    workspace.shortcut("load_this", text, user="U0EDITOR")
    told = peer.only("response_url").given["text"]
    assert "1 article loaded: 1 statement by Ada Marsh. 1 could not be loaded." in told
    assert "it is not there (404)" in told


def test_nobody_but_editors_has_links_fetched(workspace, peer, site, moon):
    workspace.command("/load", moon)
    assert "admins and editors" in peer.only("response_url").given["text"]
    assert not site.asked
