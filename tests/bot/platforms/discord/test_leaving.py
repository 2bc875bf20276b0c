"""A server that takes the bot away."""

from __future__ import annotations

from typing import Any


async def test_the_feeds_of_a_server_that_the_bot_left_are_followed_no_more(world: Any) -> None:
    here = f"discord:{world.server.id}"
    for scope in (here, "discord:1", ""):
        world.store.feeds.add("https://a.example/feed", by="test", scope=scope)
    await world.env.bot.get_guild(world.server.id).leave()
    await world.env.settle()
    assert [feed.scope for feed in world.store.feeds.every()] == ["", "discord:1"]
