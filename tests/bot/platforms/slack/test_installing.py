"""Two workspaces install the bot by OAuth, over HTTP, from Slack as emulate plays it."""

from __future__ import annotations

import itertools
import json
import logging
import sqlite3
import stat
import time
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.config import Config, Slack
from bot.platforms.slack import TOKENS
from bot.platforms.slack.installing import scopes
from store.model import Article, Query
from store.store import Store

from .newsrooms import GAZETTE, HERALD, Newsrooms, form, newsrooms
from .test_serving import free_port, listening, running, until

WHERE = {"channel": "C000000001", "user": "U000000001", "ts": "1.1"}  # in both workspaces
PEOPLE = {HERALD: "hera", GAZETTE: "gaz"}
MOONLIGHT = "“Only moonlight pays for that,” Ada Marsh said on Friday.\n"
SECRET = "0123456789abcdef0123456789abcdef"


@dataclass
class Bot:
    """The bot as it runs for many, and what a browser and Slack send it."""

    url: str
    slack: Newsrooms
    client: aiohttp.ClientSession
    tokens: Path
    signed: Any
    events = itertools.count()

    async def installed_by(self, team: str) -> tuple[int, str]:
        """How the bot answers once *team* let it in."""
        back, cookie = await self.allowed_by(team)
        async with self.client.get(back, headers={"Cookie": cookie}) as answer:
            return answer.status, await answer.text()

    async def allowed_by(self, team: str) -> tuple[str, str]:
        """Where Slack sends the browser of whoever lets the bot in, and the cookie it has."""
        async with self.client.get(
            f"{self.url}/slack/install", params={"team": team}, allow_redirects=False
        ) as answer:
            page, cookie = answer.headers["Location"], answer.headers["Set-Cookie"].split(";")[0]
        async with self.client.get(page) as answer:
            filled = form(await answer.text(), PEOPLE[team])
        async with self.client.post(
            f"{self.slack.url}/oauth/v2/authorize/callback", data=filled, allow_redirects=False
        ) as answer:
            return answer.headers["Location"], cookie

    async def event(self, team: str, event: dict[str, Any], **envelope: Any) -> None:
        body = json.dumps(
            {
                "type": "event_callback", "team_id": team, "event_id": f"Ev{next(self.events)}",
                "authorizations": [{"team_id": team}], "event": event,
            } | envelope
        )  # fmt: skip
        headers = self.signed(body, SECRET)
        async with self.client.post(
            f"{self.url}/slack/events", data=body.encode(), headers=headers
        ) as answer:
            assert answer.status == 200

    async def click(self, team: str, action: str, value: str) -> None:
        """Somebody there presses a button of the bot's."""
        button = {"action_id": action, "value": value, "block_id": "b", "action_ts": "1.2"}
        payload = {
            "type": "block_actions", "team": {"id": team}, "actions": [button | {"type": "button"}],
            "user": {"id": WHERE["user"], "team_id": team}, "channel": {"id": WHERE["channel"]},
            "container": {"type": "message", "message_ts": "1.1"},
        }  # fmt: skip
        body = urlencode({"payload": json.dumps(payload)})
        headers = self.signed(body, SECRET)
        async with self.client.post(
            f"{self.url}/slack/events", data=body.encode(), headers=headers
        ) as answer:
            assert answer.status == 200

    async def asked_in(self, team: str, **more: Any) -> str:
        """What is written in *team* where somebody mentions the bot."""
        before, envelope = len(self.slack.told(team)), more.pop("envelope", {})
        said = {"type": "app_mention", "text": "who said moonlight"}
        await self.event(team, said | WHERE | more, **envelope)
        await until(lambda: len(self.slack.told(team)) > before)
        return self.slack.told(team)[-1]

    def kept(self) -> set[str]:
        """The tokens in the file."""
        with closing(sqlite3.connect(self.tokens)) as db:
            rows = db.execute(
                "SELECT bot_token FROM slack_bots UNION SELECT bot_token FROM slack_installations"
            )
            return {token for (token,) in rows}


@pytest.fixture
async def bot(tmp_path: Path, store: Store, signed) -> AsyncIterator[Bot]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    known = {
        "client_id": "1.2", "client_secret": "not-a-real-secret", "name": "On Record",
        "redirect_uris": [f"{url}/slack/oauth_redirect"], "scopes": scopes(),
    }  # fmt: skip
    settings = Slack(
        signing_secret=SECRET, port=port, client_id="1.2", client_secret=known["client_secret"],
        url=url,
    )  # fmt: skip
    config = Config(tmp_path / "onrecord.db", slack=settings)
    async with newsrooms(known) as slack, running(config, store, slack) as task:
        await until(lambda: task.done() or listening(port))
        async with aiohttp.ClientSession() as client:
            yield Bot(url, slack, client, tmp_path / TOKENS, signed)


@pytest.fixture
async def both(bot: Bot, store: Store) -> Bot:
    """Installed in both workspaces, one of which loaded an article."""
    for team in (HERALD, GAZETTE):
        assert (await bot.installed_by(team))[0] == 200
    store.load(Article(MOONLIGHT), by="test", scope=f"slack:{HERALD}")
    return bot


async def test_each_workspace_gets_a_token_of_its_own(both: Bot):
    assert sorted(both.slack.tokens.values()) == sorted([HERALD, GAZETTE])
    assert both.kept() == set(both.slack.tokens)


async def test_only_its_owner_reads_the_tokens(both: Bot):
    beside = both.tokens.parent.glob(f"{TOKENS}*")
    assert {stat.S_IMODE(file.stat().st_mode) for file in beside} == {0o600}


async def test_a_workspace_sees_what_it_loaded_and_another_does_not(both: Bot):
    assert "moonlight pays" in await both.asked_in(HERALD)
    assert "moonlight pays" not in await both.asked_in(GAZETTE)


async def test_each_workspace_has_a_home_of_its_own(both: Bot):
    opened = {"type": "app_home_opened", "tab": "home", **WHERE}
    for team in (HERALD, GAZETTE):
        await both.event(team, opened)
    await until(lambda: {HERALD, GAZETTE} <= both.slack.homes().keys())
    assert "moonlight pays" in both.slack.homes()[HERALD]
    assert "moonlight" not in both.slack.homes()[GAZETTE]


async def test_a_correction_reaches_what_was_posted_in_its_own_workspace_and_in_no_other(
    both: Bot, store: Store
):
    for team in (HERALD, GAZETTE):
        store.settings.change(f"public {WHERE['channel']}", "yes", by="ed", scope=f"slack:{team}")
        assert "Dmitry Peskov" in await both.asked_in(team, text="who said absolutely ridiculous")
    (found,) = store.search(Query(words="absolutely ridiculous", scope=f"slack:{HERALD}"))
    store.corrections.report(
        found.id, instead="Ada Marsh", why="", by="slack:U9", scope=f"slack:{HERALD}"
    )
    await both.click(HERALD, "rule-reassign", "1")

    def updated() -> list[tuple[str, str]]:
        calls = both.slack.calls
        return [(team, str(given["blocks"])) for team, method, given, answer in calls
                if method == "chat.update" and answer["ok"]]  # fmt: skip

    await until(updated)
    ((team, shown),) = updated()
    assert team == HERALD
    assert "Correction: Ada Marsh said this, not Dmitry Peskov" in shown


async def test_a_workspace_that_leaves_is_forgotten_and_the_log_says_so(both: Bot, caplog):
    (token,) = (key for key, team in both.slack.tokens.items() if team == HERALD)
    with caplog.at_level(logging.DEBUG):
        await both.event(HERALD, {"type": "app_uninstalled"})
        await until(lambda: token not in both.kept())
        await until(lambda: f"workspace {HERALD}: it uninstalled the bot" in caplog.text)
    assert "xoxb-" not in caplog.text
    assert "not-a-real-secret" not in caplog.text
    assert "moonlight pays" not in await both.asked_in(GAZETTE)


async def test_a_late_word_of_leaving_does_not_cost_a_workspace_that_came_back_its_token(
    both: Bot, caplog
):
    late = {"event_time": int(time.time()) - 60}
    with caplog.at_level(logging.INFO):
        await both.event(HERALD, {"type": "app_uninstalled"}, **late)
        await until(lambda: "installed it again since" in caplog.text)
    assert both.kept() == set(both.slack.tokens)
    assert "moonlight pays" in await both.asked_in(HERALD)
    await both.event(HERALD, {"type": "app_uninstalled"}, event_time=int(time.time()) + 1)
    await until(lambda: len(both.kept()) == 1)


async def test_a_revoked_token_is_deleted(both: Bot):
    revoked = {"type": "tokens_revoked", "tokens": {"bot": ["U1"]}}
    await both.event(GAZETTE, revoked)
    await until(lambda: len(both.kept()) == 1)
    assert "moonlight pays" in await both.asked_in(HERALD)


async def test_what_a_workspace_loaded_waits_for_it_unseen(both: Bot):
    await both.event(HERALD, {"type": "app_uninstalled"})
    await until(lambda: len(both.kept()) == 1)
    await both.event(HERALD, {"type": "app_mention", "text": "who said moonlight"} | WHERE)
    guest = {"user_team": HERALD, "envelope": {"is_ext_shared_channel": True}}
    assert "I am not installed there" in await both.asked_in(GAZETTE, **guest)
    assert not both.slack.told(HERALD)
    await both.installed_by(HERALD)
    assert "moonlight pays" in await both.asked_in(HERALD)
    assert "moonlight pays" in await both.asked_in(GAZETTE, **guest)


async def test_nobody_is_made_to_install_by_another(bot: Bot):
    back, _ = await bot.allowed_by(HERALD)
    async with bot.client.get(back) as answer:  # another browser: without the cookie
        assert answer.status == 400
    assert not bot.slack.tokens


async def test_a_code_that_slack_does_not_know_installs_nothing(bot: Bot):
    back, cookie = await bot.allowed_by(HERALD)
    bot.slack.owners.clear()
    async with bot.client.get(back, headers={"Cookie": cookie}) as answer:
        assert answer.status == 401
    assert not bot.slack.tokens


async def test_slack_out_of_reach_while_installing_is_said(bot: Bot):
    bot.slack.down = True
    assert await bot.installed_by(HERALD) == (502, "Slack cannot be reached; try again.")
