"""Links in messages: what the bot adds below them, and where it adds nothing."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.models.blocks import Block

from bot.loading import load
from bot.platforms.slack.blocks import LONGEST, Message, size
from bot.platforms.slack.telling import Telling
from store.articles import Details, Document
from store.model import Article, Outcome, Ruling

from .peer import TEAM
from .test_layout import ALIVE, every, nothing_alive, quoted

URL = "https://news.example/drone?id=7"
HERE = f"slack:{TEAM}"


@pytest.fixture
def article(store, seeds):
    """An article of this workspace, with an address."""
    text = next(seeds.glob("*.txt")).read_bytes() + b"\n"
    return load(store, Document("drone.txt", text), Details(url=URL), by="test", scope=HERE)


def share(workspace, *urls: str, envelope: dict[str, Any] | None = None, **more: Any) -> None:
    links = [{"domain": "news.example", "url": url} for url in urls]
    told = {"type": "link_shared", "channel": "C0DESK", "message_ts": "1.1", "links": links}
    workspace.event(told | more, **envelope or {})


def unfurled(peer) -> dict[str, Message]:
    given = peer.only("chat.unfurl").given["unfurls"]
    return {url: Message("", one["blocks"]) for url, one in given.items()}


def test_a_link_of_an_article_on_record_shows_who_is_quoted(workspace, peer, article):
    share(workspace, URL)
    (shown,) = unfurled(peer).values()
    assert "“Moscow knows that Kyiv chooses" in quoted(shown)
    assert "by Dmitry Peskov (4), Joe Biden (4)" in str(shown.blocks)
    assert "Speaker named in the sentence." in str(shown.blocks)
    given = peer.only("chat.unfurl").given
    assert (given["channel"], given["ts"]) == ("C0DESK", "1.1")
    assert peer.sent == [peer.only("chat.unfurl")]


def test_nothing_below_a_link_waits_for_who_writes(workspace, peer, article, being_loaded):
    with workspace.busy("noting"), being_loaded():
        share(workspace, URL)
        assert list(unfurled(peer)) == [URL]


def test_a_link_is_known_however_it_is_shared_and_named_as_slack_wrote_it(workspace, peer, article):
    written = "http://www.news.example/drone/?utm_source=chat&amp;id=7#top"
    share(workspace, written)
    assert list(unfurled(peer)) == [written]


def test_below_a_link_in_a_message_being_written_stands_nothing_yet(workspace, peer, article):
    share(workspace, URL, channel="COMPOSER", unfurl_id="x-1", source="composer")
    assert peer.sent == []
    share(workspace, URL, unfurl_id="x-2", source="conversations_history")
    assert list(unfurled(peer)) == [URL]


def test_of_several_links_those_on_record_are_shown(workspace, peer, article):
    share(workspace, "https://news.example/other", URL, URL)
    assert list(unfurled(peer)) == [URL]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://news.example/other", id="unknown"),
        pytest.param("https://news.example@evil.example/drone?id=7", id="another host"),
        pytest.param("javascript:alert(1)", id="script"),
        pytest.param("http://[::1", id="malformed"),
        pytest.param("https://news.example/\u0000", id="control character"),
        pytest.param("https://news.example/" + "a" * 100_000, id="endless"),
        pytest.param("https://news.example/' OR 1=1 --", id="SQL"),
        pytest.param("", id="nothing"),
    ],
)
def test_any_other_link_is_met_with_silence(workspace, peer, article, url):
    share(workspace, url)
    assert peer.sent == []


def test_an_article_of_another_workspace_is_met_with_silence(workspace, peer, store):
    told = Article("“Only moonlight pays,” Ada Marsh said.\n", url=URL)
    store.load(told, by="test", scope="slack:T0OTHER")
    share(workspace, URL)
    assert peer.sent == []


def test_where_another_organisation_reads_nothing_is_shown(workspace, peer, article):
    share(workspace, URL, envelope={"is_ext_shared_channel": True})
    assert peer.sent == []


def test_an_event_that_comes_again_is_answered_once(workspace, peer, article):
    for _ in range(2):
        share(workspace, URL, envelope={"id": "Ev7"})
    assert len(peer.sent) == 1


def test_a_refusal_is_for_the_log_alone(workspace, peer, article, log):
    peer.refusals["chat.unfurl"] = "cannot_unfurl_url"
    share(workspace, URL)
    assert peer.sent == [peer.only("chat.unfurl")]
    assert "cannot_unfurl_url" in log.getvalue()


def test_a_store_out_of_order_is_for_the_log_alone(workspace, peer, article, store, log):
    store.close()
    share(workspace, URL)
    assert peer.sent == []
    assert "StoreUnavailable" in log.getvalue()


def ruled(store, ruling: Ruling) -> None:
    """An editor rules on the first statement of the article."""
    first = store.at_address(URL, scope=HERE)[0]
    number = store.corrections.report(
        first.id, instead="Ada Marsh", why="", by="slack:U1", scope=HERE
    )
    store.corrections.settle(number, ruling, by="ed", scope=HERE)


def test_a_correction_reaches_what_stands_below_a_link(workspace, peer, store, article):
    share(workspace, "https://news.example/drone?utm_id=1&amp;id=7")
    look = Telling.of(workspace.app, store).look
    look()
    (before,) = peer.of("chat.unfurl")
    ruled(store, Ruling(Outcome.REASSIGNED, "Ada Marsh"))
    look()
    _, after = peer.of("chat.unfurl")
    assert {k: after.given[k] for k in ("channel", "ts")} == {"channel": "C0DESK", "ts": "1.1"}
    assert list(after.given["unfurls"]) == list(before.given["unfurls"])
    assert "Correction: Ada Marsh said this, not Russian officials (" in str(after.given)
    assert "Ada Marsh" not in str(before.given)


def test_an_article_of_which_nothing_is_left_is_shown_no_more(workspace, peer, store):
    told = Article("“Only moonlight pays,” Ada Marsh said.\n", url=URL)
    store.load(told, by="test", scope=HERE)
    share(workspace, URL)
    ruled(store, Ruling(Outcome.NOT_A_STATEMENT))
    Telling.of(workspace.app, store).look()
    shown = str(peer.of("chat.unfurl")[-1].given)
    assert "is shown no more" in shown
    assert "“Only moonlight" not in shown


def test_the_most_hostile_article_stays_within_what_slack_takes(workspace, peer, store, contract):
    said = "\n\n".join(f"“{ALIVE} {'&<>' * 60} {n},” said Ada Marsh.\n" for n in range(5))
    told = Details(title=ALIVE * 40, outlet=ALIVE * 40, url=URL)
    load(store, Document("hostile.txt", said.encode()), told, by="test", scope=HERE)
    share(workspace, URL)
    (shown,) = unfurled(peer).values()
    contract("Blocks", shown.blocks)
    nothing_alive(shown)
    assert ALIVE in quoted(shown)
    assert size(shown.blocks) <= LONGEST
    assert all(Block.parse(block).to_dict() for block in shown.blocks)
    assert not [one for one in every(shown.blocks) if one.get("type") in ("link", "button")]


def test_many_links_together_stay_within_what_slack_takes(workspace, peer, store):
    urls = [f"{URL}&page={n}" for n in range(12)]
    for n, url in enumerate(urls):
        lies = "We never knew of any of it, and they told us lies. " * 7
        said = "\n\n".join(f"“{lies}{n},” said Ada Marsh{m}.\n" for m in range(3))
        load(store, Document(f"{n}.txt", said.encode()), Details(url=url), by="test", scope=HERE)
    share(workspace, *urls)
    found = unfurled(peer)
    assert 1 <= len(found) < len(urls)
    assert sum(size(shown.blocks) for shown in found.values()) <= LONGEST
