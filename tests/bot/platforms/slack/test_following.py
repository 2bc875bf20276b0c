"""Feeds that are followed, from Slack."""

from __future__ import annotations

import pytest

from ....sites import Reply

ADMIN, EDITOR, READER = "U0ADMIN", "U0EDITOR", "U0READER"
HERE = "slack:T0NEWS"


@pytest.fixture
def type_(workspace, peer):
    """What somebody types after /feeds, and what they alone are told."""

    def type_(text: str = "", user: str = EDITOR) -> str:
        workspace.command("/feeds", text, user=user)
        sent = peer.of("response_url")[-1].given
        assert sent["response_type"] == "ephemeral"
        return sent["text"]

    return type_


def test_only_admins_and_editors_follow_feeds(type_, store, site):
    told = type_(f"add {site.url}/feed", user=READER)
    assert told == "Following feeds is for admins and editors; ask an admin of this workspace."
    assert (site.asked, store.feeds.every()) == ([], ())


def test_what_is_no_feed_is_not_followed(type_, store, site):
    site.pages["/"] = Reply(b"<p>Subscribe!</p>")
    assert "it is no feed" in type_(f"add <{site.url}/|{site.url}>")
    assert store.feeds.every() == ()


def test_an_address_within_a_private_network_is_refused(type_, store):
    assert "it is no public address of the web" in type_("add http://169.254.169.254/feed")


def test_a_workspace_lists_and_drops_its_own_feeds(type_, store):
    store.feeds.add("https://planet.example/feed?key=s3cret", by="ada", scope=HERE)
    store.feeds.add("https://harbour.example/feed", by="eve", scope="slack:T0OTHER")
    told = type_()
    assert "https://planet.example/feed?…: not read yet, due now." in told
    assert "harbour" not in told
    assert "s3cret" not in told
    assert "is not followed here" in type_("remove https://harbour.example/feed")
    number = store.feeds.of(HERE)[0].id
    assert "is not followed any more" in type_(f"remove {number}")
    assert [feed.scope for feed in store.feeds.every()] == ["slack:T0OTHER"]


def test_what_cannot_be_done_says_what_can(type_):
    assert type_("folow x").startswith("Feeds: “add” and the address of a feed")
