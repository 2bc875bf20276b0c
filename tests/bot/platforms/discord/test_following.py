"""Feeds that are followed, from Discord."""

from __future__ import annotations

from typing import Any

from ....sites import Reply, Site
from .conftest import World


async def told(world: World, who: Any, change: str = "") -> str:
    """What *who* alone is told after /feeds."""
    result = await who.slash(world.channel, "feeds", change=change)
    assert result.response.ephemeral
    return world.shown(result.response)


async def test_what_is_no_feed_is_not_followed(world: World, site: Site) -> None:
    site.pages["/"] = Reply(b"<p>Subscribe!</p>")
    assert "it is no feed" in await told(world, world.editor, f"add {site.url}/")
    assert world.store.feeds.every() == ()


async def test_a_server_lists_and_drops_its_own_feeds(world: World) -> None:
    here = f"discord:{world.server.id}"
    world.store.feeds.add("https://planet.example/feed", by="ada", scope=here)
    world.store.feeds.add("https://harbour.example/feed", by="eve", scope="discord:1")
    shown = await told(world, world.editor)
    assert "https://planet.example/feed: not read yet, due now." in shown
    assert "harbour" not in shown
    dropped = await told(world, world.editor, "remove https://planet.example/feed")
    assert "is not followed any more" in dropped
    assert [feed.scope for feed in world.store.feeds.every()] == ["discord:1"]
