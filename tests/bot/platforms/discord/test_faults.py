"""Whatever Discord refuses, in whatever a person does: they hear of it, and nobody else does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.commands import CARD_COMMANDS, COPY, LOAD_THIS, WHO_SAID_THIS
from bot.corrections import WRONG_SPEAKER
from bot.rulings import OTHERWISE

from .conftest import WORDS

World = Any
Act = Callable[[], Awaitable[Any]]

COPYING = next(one.name for one in CARD_COMMANDS if one.key == COPY)


@dataclass(frozen=True)
class Fault:
    """What Discord answers to calls of the bot, *times* or from then on."""

    path: str
    status: int
    code: int
    times: int | None = None


TOO_LONG = (Fault("/webhooks/*", 400, 50035, times=1),)
FAULTS = [
    pytest.param(
        (Fault("/interactions/*", 404, 10062), Fault("/webhooks/*", 404, 10015)), id="late"
    ),
    pytest.param((Fault("/webhooks/*", 401, 50027),), id="expired"),
    pytest.param(TOO_LONG, id="too long"),
    pytest.param((Fault("/webhooks/*", 403, 50013),), id="forbidden"),
]
WENT_WRONG, AGAIN = "Something went wrong here", "please try again"


# Each flow is got ready, and hands back who acts and what they then do.


async def slash(world: World) -> tuple[Any, Act]:
    return world.reporter, world.ask


async def in_public(world: World) -> tuple[Any, Act]:
    await world.editor.slash(world.channel, "settings", change="public")
    return world.reporter, world.ask


async def help_(world: World) -> tuple[Any, Act]:
    return world.reporter, lambda: world.reporter.slash(world.channel, "help")


async def message_menu(world: World) -> tuple[Any, Act]:
    message = await world.editor.send(world.channel, f"“{world.WORDS}”")
    name = WHO_SAID_THIS.name
    return world.reporter, lambda: world.reporter.context_menu(world.channel, name, message)


def pressing(label: str, words: str = "the tram will be late") -> Callable[[World], Any]:
    async def flow(world: World) -> tuple[Any, Act]:
        answer = (await world.ask(words)).response
        return world.reporter, lambda: world.reporter.click(answer, label=label)

    return flow


async def choosing(world: World) -> tuple[Any, Act]:
    answer = (await world.reporter.slash(world.channel, "quotes", speaker="Abel")).response
    return world.reporter, lambda: world.reporter.click(answer, label="Anna Abel")


async def offered(world: World) -> tuple[Any, Act]:
    mention = world.env.bot.user.mention
    await world.editor.send(world.channel, f"{mention} who said {world.WORDS}")
    message = world.channel.last_message
    return world.reporter, lambda: world.reporter.click(message, label="Show the answer")


async def reporting(world: World) -> tuple[Any, Act]:
    answer = (await world.ask()).response
    form = await world.reporter.click(answer, label=WRONG_SPEAKER)
    told = {"instead": "Boris Brown", "why": "I was there."}
    return world.reporter, lambda: world.reporter.submit_modal(form, told)


async def reviewing(world: World) -> tuple[Any, Act]:
    return world.editor, lambda: world.editor.slash(world.channel, "review")


async def listed(world: World) -> Any:
    """The list of reports, with one in it."""
    _, report = await reporting(world)
    await report()
    return (await world.editor.slash(world.channel, "review")).response


async def settling(world: World) -> tuple[Any, Act]:
    reports = await listed(world)
    return world.editor, lambda: world.editor.click(reports, label="Reject")


async def ruling(world: World) -> tuple[Any, Act]:
    reports = await listed(world)
    return world.editor, lambda: world.editor.click(reports, label=OTHERWISE)


async def ruling_sent(world: World) -> tuple[Any, Act]:
    form = await world.editor.click(await listed(world), label=OTHERWISE)
    told = {"outcome": ["rejected"], "why": "It is on tape."}
    return world.editor, lambda: world.editor.submit_modal(form, told)


async def loading(world: World) -> tuple[Any, Act]:
    return world.editor, lambda: world.editor.slash(world.channel, "load")


async def handing_in(world: World) -> tuple[Any, Act]:
    form = await world.editor.slash(world.channel, "load")
    filled = {"paste": "“It rains,” said Ann Lee."}
    return world.editor, lambda: world.editor.submit_modal(form, filled)


async def load_menu(world: World) -> tuple[Any, Act]:
    message = await world.editor.send(world.channel, "“It rains,” said Ann Lee.")
    name = LOAD_THIS.name
    return world.editor, lambda: world.editor.context_menu(world.channel, name, message)


async def setting_up(world: World) -> tuple[Any, Act]:
    return world.editor, lambda: world.editor.slash(world.channel, "settings")


async def following(world: World) -> tuple[Any, Act]:
    return world.editor, lambda: world.editor.slash(world.channel, "feeds")


# with what the person reads in the end, or else that they are to try again
FLOWS = [
    pytest.param(slash, WORDS, id="command"),
    pytest.param(in_public, WORDS, id="command in a public channel"),
    pytest.param(help_, "/whosaid", id="help"),
    pytest.param(message_menu, WORDS, id="menu of a message"),
    pytest.param(pressing("Next"), "will be late", id="page"),
    pytest.param(pressing("Share in this channel"), "stays with you", id="share"),
    pytest.param(pressing("Context", WORDS), WORDS, id="context"),
    pytest.param(pressing(COPYING, WORDS), WORDS, id="copy"),
    pytest.param(pressing(WRONG_SPEAKER, WORDS), AGAIN, id="wrong speaker"),
    pytest.param(choosing, "Anna Abel", id="choice"),
    pytest.param(offered, WORDS, id="offered below a mention"),
    pytest.param(reporting, "Thank you", id="report"),
    pytest.param(reviewing, AGAIN, id="review"),
    pytest.param(settling, "the speaker is as before", id="ruling"),
    pytest.param(ruling, AGAIN, id="form of a ruling"),
    pytest.param(ruling_sent, "the speaker is as before", id="ruling in a form"),
    pytest.param(loading, AGAIN, id="load"),
    pytest.param(handing_in, "1 statement by Ann Lee", id="article handed in"),
    pytest.param(load_menu, "1 statement by Ann Lee", id="message handed in"),
    pytest.param(setting_up, "Settings are", id="settings"),
    pytest.param(following, "No feed is followed", id="feeds"),
]


@pytest.fixture
def world(world: World) -> World:
    world.store.load(world.bridge, by="shell", scope=f"discord:{world.server.id}")
    world.store.load(world.tram, by="shell")
    return world


def in_channel(world: World, person: Any) -> list[str]:
    """All of the bot's that *person* can read here; what is only promised is not."""
    bot = world.env.bot.user.id
    here = [m for m in world.channel.history(viewer=person) if m.author.id == bot]
    return [told for one in here if (told := world.shown(one))]


def read_by(world: World, person: Any) -> list[str]:
    """The same, and what the bot wrote directly."""
    return [*in_channel(world, person), *map(world.shown, world.dms(person))]


@pytest.mark.parametrize("faults", FAULTS)
@pytest.mark.parametrize(("flow", "due"), FLOWS)
async def test_the_person_hears_of_it_and_nobody_else(
    world: World, flow: Callable[[World], Any], due: str, faults: tuple[Fault, ...]
) -> None:
    person, act = await flow(world)
    (other,) = {world.reporter, world.editor} - {person}
    before, others = read_by(world, person), in_channel(world, other)
    for fault in faults:
        world.env.inject_error(
            "*", fault.path, status=fault.status, code=fault.code, times=fault.times
        )
    result = await act()
    heard = "\n".join(told for told in read_by(world, person) if told not in before)
    assert result.modal or due in heard or (faults is TOO_LONG and WENT_WRONG in heard)
    assert in_channel(world, other) == others


def _acknowledged(backend: Any, before: set[int]) -> list[Any]:
    new = (one for number, one in backend.interactions.items() if number not in before)
    return [one for one in new if one.responded]


async def test_what_outlasts_fifteen_minutes_comes_directly(world: World) -> None:
    _, hand_in = await handing_in(world)
    backend = world.env.backend
    before = set(backend.interactions)
    async with world.env.bot.writing:  # somebody loads a library
        sending = asyncio.create_task(hand_in())
        while not (new := _acknowledged(backend, before)):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        for one in new:
            one.expires_at = backend.now_iso()
    await sending
    (told,) = world.dms(world.editor)
    assert "1 statement by Ann Lee" in world.shown(told)


async def test_a_mention_whose_answer_is_refused_is_told_so(world: World) -> None:
    await world.editor.slash(world.channel, "settings", change="public")
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=400, code=50035)
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} quotes by Anna")
    assert WENT_WRONG in world.shown(world.channel.last_message)
