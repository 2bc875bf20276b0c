"""All that the bot sends in an afternoon's work, against Discord's description of its API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Contract = Callable[[str, Any], None]
World = Any


async def test_every_payload_keeps_to_discords_contract(world: World, contract: Contract) -> None:
    world.store.load(world.tram, by="shell")
    result = await world.ask("the tram will be late")
    await world.reporter.click(result.response, label="Next")
    await world.reporter.click(result.response, label="Share in this channel")
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} tram")
    await world.editor.slash(world.channel, "load")
    sent = [r for r in world.env.http_requests if r.json and r.method in ("POST", "PATCH")]
    for request in sent:
        # discord.py gives ids as numbers there, which Discord takes and its schema does not
        payload = {**request.json, "message_reference": None}
        contract(schema_of(request), payload)
    assert len(sent) == 9


async def test_nobody_is_ever_pinged(world: World) -> None:
    world.store.load(world.tram, by="shell")
    result = await world.ask("the tram will be late")
    await world.reporter.click(result.response, label="Next")
    await world.reporter.click(result.response, label="Share in this channel")
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} tram")
    await world.ask("x" * 600)
    sent = [r.json for r in world.env.http_requests if "/interactions" not in r.path]
    messages = [told for told in sent if told and "allowed_mentions" in told]
    assert [told["allowed_mentions"]["parse"] for told in messages] == [[]] * 6
    assert not [told for told in messages if told["allowed_mentions"].get("replied_user")]


def schema_of(request: Any) -> str:
    if not request.path.startswith("/interactions"):
        return "MessageCreateRequest"
    return {
        5: "CreateMessageInteractionCallbackRequest",
        6: "UpdateMessageInteractionCallbackRequest",
        9: "ModalInteractionCallbackRequest",
    }[request.json["type"]]
