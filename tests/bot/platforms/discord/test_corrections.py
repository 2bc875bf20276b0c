"""Wrong speakers on Discord: reported by anyone, settled by editors, told to the reporter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
import pytest

from bot import config
from bot.corrections import Item
from bot.platforms.discord import corrections
from bot.platforms.discord.client import Client
from bot.rulings import Settled
from bot.wording import card
from store.model import Outcome, Query, Ruling

Contract = Callable[[str, Any], None]
World = Any

WHY = "<@1> I was there. **really** <t:0>"


async def report(world: World, *, instead: str = "Boris Brown", why: str = WHY) -> Any:
    result = await world.ask()
    form = await world.reporter.click(result.response, label="Wrong speaker")
    return await world.reporter.submit_modal(form, {"instead": instead, "why": why})


def loaded(world: World) -> str:
    """The harbour bridge as the server's own; its scope."""
    scope = f"discord:{world.server.id}"
    world.store.load(world.bridge, by="shell", scope=scope)
    return scope


def who(world: World, scope: str) -> list[str]:
    found = world.store.search(Query(words=world.WORDS, scope=scope))
    return [one.statement.speaker.name for one in found]


async def test_a_report_is_kept_and_thanked_for(world: World) -> None:
    scope = loaded(world)
    told = await report(world)
    assert told.response.ephemeral
    assert "Thank you: this is report 1" in world.shown(told.response)
    (read,) = world.store.corrections.opened(scope)
    assert (read.instead, read.why) == ("Boris Brown", WHY)
    assert read.by == f"discord:{world.reporter.id}"


async def test_the_form_says_who_reads_it(world: World) -> None:
    loaded(world)
    result = await world.ask()
    await world.reporter.click(result.response, label="Wrong speaker")
    (form,) = [r.json for r in world.env.http_requests if _kind(r) == "9"]
    assert "Editors here read this with your name" in str(form)


async def test_an_empty_report_is_told_what_it_lacks(world: World) -> None:
    scope = loaded(world)
    told = await report(world, instead=" ", why="")
    assert "Say who said it instead" in world.shown(told.response)
    assert world.store.corrections.opened(scope) == ()


@pytest.mark.parametrize(
    ("label", "left", "told"),
    [
        pytest.param("Reassign", ["Boris Brown"], "the speaker is now Boris Brown", id="reassign"),
        pytest.param("Not a statement", [], "it is no statement", id="not a statement"),
        pytest.param("Reject", ["Anna Abel"], "the speaker is as before", id="reject"),
    ],
)
async def test_an_editor_settles_a_report_with_one_tap(
    world: World, label: str, left: list[str], told: str
) -> None:
    scope = loaded(world)
    await report(world)
    listed = await world.editor.slash(world.channel, "review")
    assert listed.response.ephemeral
    for shown in (world.WORDS, "Boris Brown said it.", f"Why: {WHY}", world.reporter.mention):
        assert shown in world.shown(listed.response)
    await world.editor.click(listed.response, label=label)
    assert who(world, scope) == left
    assert told in world.shown(listed.response)
    assert "No report of a wrong speaker waits" in world.shown(listed.response)
    (written,) = world.dms(world.reporter)
    assert told in world.shown(written)


async def test_a_report_without_a_name_cannot_be_reassigned_by_a_tap(world: World) -> None:
    loaded(world)
    await report(world, instead="")
    listed = await world.editor.slash(world.channel, "review")
    buttons = [p for p in world.parts(listed.response.components) if p["type"] == 2]
    assert {b["label"] for b in buttons if b.get("disabled")} == {"Reassign"}


async def test_buttons_work_after_a_restart_and_what_was_ruled_meanwhile_is_told(
    world: World,
) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.ask()
    await report(world)
    world.store.corrections.settle(1, Ruling(Outcome.REJECTED), by="ed")
    await world.env.restart_bot(Client(config.Discord(), world.store))
    form = await world.reporter.click(result.response, label="Wrong speaker")
    told = await world.reporter.submit_modal(form, {"instead": "Clara Clark", "why": ""})
    assert "this is report 2" in world.shown(told.response)
    (written,) = world.dms(world.reporter)
    assert "Your report 1 is settled: it is rejected, and the speaker is as before" in world.shown(
        written
    )


async def test_a_member_may_not_settle(world: World) -> None:
    scope = loaded(world)
    await report(world)
    listed = await world.editor.slash(world.channel, "review")
    manager = world.server.roles["Manager"]
    world.env.backend.remove_member_role(world.server.id, world.editor.id, manager.id)
    refused = await world.editor.click(listed.response, label="Not a statement")
    assert refused.followups[-1].ephemeral
    assert "those who may manage this server" in refused.followups[-1].content
    assert len(world.store.corrections.opened(scope)) == 1


async def test_a_second_editor_is_told_that_it_is_settled(world: World) -> None:
    loaded(world)
    await report(world)
    first = await world.editor.slash(world.channel, "review")
    second = await world.editor.slash(world.channel, "review")
    await world.editor.click(first.response, label="Reject")
    told = await world.editor.click(second.response, label="Reassign")
    assert "Report 1 was settled already" in told.followups[-1].content


async def test_a_ruling_on_everyones_article_stays_on_the_server(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await report(world)
    listed = await world.editor.slash(world.channel, "review")
    assert "a ruling of yours holds here alone" in world.shown(listed.response)
    await world.editor.click(listed.response, label="Reassign")
    assert who(world, f"discord:{world.server.id}") == ["Boris Brown"]
    assert who(world, "discord:1") == who(world, "") == ["Anna Abel"]


async def test_in_direct_messages_a_report_is_for_the_shell(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await world.reporter.send_dm(f"who said {world.WORDS}")
    answer = world.dms(world.reporter)[-1]
    form = await world.reporter.user.click(answer, label="Wrong speaker")
    told = await world.reporter.user.submit_modal(form, {"instead": "Anna Abel", "why": ""})
    assert "Thank you" in world.shown(told.response)
    assert len(world.store.corrections.opened("")) == 1


async def test_payloads_keep_to_discords_contract(world: World, contract: Contract) -> None:
    loaded(world)
    await report(world)
    listed = await world.editor.slash(world.channel, "review")
    await world.editor.click(listed.response, label="Another name, or why")
    await world.editor.click(listed.response, label="Reject")
    await world.editor.click(listed.response, label="Change or undo")
    sent = [_kind(request) for request in world.env.http_requests]
    assert sent.count("9") == 3
    for request in world.env.http_requests:
        if _kind(request) == "9":
            contract("ModalInteractionCallbackRequest", request.json)
        elif _kind(request) == "message":
            contract("MessageCreateRequest", {**request.json, "message_reference": None})


def _kind(request: Any) -> str:
    """The type of a callback, or that it is a message."""
    if not isinstance(request.json, dict):
        return ""
    return str(request.json.get("type", "message" if "components" in request.json else ""))


async def settled(world: World, label: str = "Reassign") -> Any:
    """The list of an editor who settled the one report with a tap."""
    await report(world)
    listed = await world.editor.slash(world.channel, "review")
    await world.editor.click(listed.response, label=label)
    return listed.response


async def test_an_editor_names_another_and_says_why(world: World) -> None:
    scope = loaded(world)
    await report(world)
    listed = await world.editor.slash(world.channel, "review")
    form = await world.editor.click(listed.response, label="Another name, or why")
    filled = {"outcome": ["reassigned"], "name": "Clara Clark", "why": "It is on tape."}
    await world.editor.submit_modal(form, filled)
    assert who(world, scope) == ["Clara Clark"]
    assert "the speaker is now Clara Clark" in world.shown(listed.response)
    assert "Because: It is on tape." in world.shown(listed.response)
    (written,) = world.dms(world.reporter)
    assert "Because: It is on tape." in world.shown(written)
    (entry,) = world.store.corrections.numbered(1, scope).settled
    assert entry.by == f"discord:{world.editor.id}"
    assert entry.ruling == Ruling(Outcome.REASSIGNED, "Clara Clark", "It is on tape.")


async def test_a_ruling_is_undone_with_a_reason(world: World) -> None:
    scope = loaded(world)
    listed = await settled(world)
    form = await world.editor.click(listed, label="Change or undo")
    await world.editor.submit_modal(form, {"outcome": ["undone"], "name": "", "why": "A slip."})
    assert who(world, scope) == ["Anna Abel"]
    assert "it waits again" in world.shown(listed)
    assert "Reassign" in world.labels(listed)
    assert [one.ruling.outcome for one in world.store.corrections.numbered(1, scope).settled] == [
        Outcome.REASSIGNED,
        Outcome.UNDONE,
    ]
    assert "Because: A slip." in world.shown(world.dms(world.reporter)[-1])


async def test_a_settled_report_is_ruled_on_again(world: World) -> None:
    scope = loaded(world)
    listed = await settled(world, "Not a statement")
    form = await world.editor.click(listed, label="Change or undo")
    await world.editor.submit_modal(form, {"outcome": ["reassigned"], "name": "Clara Clark"})
    assert who(world, scope) == ["Clara Clark"]


async def test_to_reassign_takes_a_name(world: World) -> None:
    scope = loaded(world)
    await report(world, instead="")
    listed = await world.editor.slash(world.channel, "review")
    form = await world.editor.click(listed.response, label="Another name, or why")
    refused = await world.editor.submit_modal(form, {"outcome": ["reassigned"], "name": " "})
    assert "say who said it" in refused.followups[-1].content
    assert who(world, scope) == ["Anna Abel"]


async def test_a_form_of_one_who_is_no_editor_any_more_settles_nothing(world: World) -> None:
    scope = loaded(world)
    await report(world)
    listed = await world.editor.slash(world.channel, "review")
    form = await world.editor.click(listed.response, label="Another name, or why")
    manager = world.server.roles["Manager"]
    world.env.backend.remove_member_role(world.server.id, world.editor.id, manager.id)
    refused = await world.editor.submit_modal(form, {"outcome": ["not a statement"]})
    assert "those who may manage this server" in refused.followups[-1].content
    again = await world.editor.click(listed.response, label="Another name, or why")
    assert "those who may manage this server" in world.shown(again.response)
    assert who(world, scope) == ["Anna Abel"]


async def test_a_form_that_comes_second_settles_nothing(world: World) -> None:
    scope = loaded(world)
    await report(world)
    listed = await world.editor.slash(world.channel, "review")
    form = await world.editor.click(listed.response, label="Another name, or why")
    await world.editor.click(listed.response, label="Reject")
    told = await world.editor.submit_modal(form, {"outcome": ["not a statement"]})
    assert "Report 1 was settled already" in told.followups[-1].content
    assert who(world, scope) == ["Anna Abel"]


def test_the_longest_reports_fit_into_a_message(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    (found,) = world.store.search(Query(words=world.WORDS))
    long = card(found, {})
    told = ("*" * 2000, "<@1> " * 300, "Why: " + "_" * 1000)
    items = [Item(n, f"Report {n}.", told, long, "x", "discord:1") for n in range(9)]
    lately = [Settled(n, "*" * 300, "discord:1") for n in range(3)]
    for some in ([], items[:1], items[:3]):
        view = corrections.listed(some, "*" * 3000, lately)
        assert view.content_length() <= 4000
        assert view.total_children_count <= 40
    assert isinstance(view, discord.ui.LayoutView)
