"""A bot in a process of its own is stopped while it works; and whoever watches over it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bot import running
from bot.platforms.slack.loading import form
from store.store import Store

from .conftest import SECRET, TOKEN
from .test_loading import ARTICLE, filled
from .test_serving import free_port, listening

# `onrecord run` with Slack on this machine
RUN = "from slack_sdk import WebClient; WebClient.BASE_URL = {url!r} + '/api/'; "
RUN += "from bot import running; running.GRACE = {grace}; "
RUN += "from bot.cli import main; main(['run'])"


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def grace() -> int:
    return running.GRACE


@pytest.fixture
def bot(
    peer, store: Store, tmp_path: Path, port: int, grace: int
) -> Iterator[subprocess.Popen[str]]:
    env = {
        **os.environ, "ONRECORD_STORE": str(tmp_path / "onrecord.db"), "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET, "ONRECORD_SLACK_PORT": str(port),
        "ONRECORD_SLACK_EDITORS": "U0EDITOR",
    }  # fmt: skip
    command = [sys.executable, "-c", RUN.format(url=peer.url, grace=grace)]
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as started:  # noqa: S603
        try:
            until(lambda: listening(port))
            yield started
        finally:
            started.kill()


@pytest.fixture
def post(bot, port: int, signed) -> Callable[[str], int]:
    def send(body: str) -> int:
        url = f"http://127.0.0.1:{port}/slack/events"
        request = urllib.request.Request(url, body.encode(), signed(body))
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return int(answer.status)

    return send


def a_load() -> str:
    state = {"values": {name: {name: value} for name, value in filled(paste=ARTICLE).items()}}
    view = {**form("C0DESK"), "id": "V1", "state": state}
    payload = {"type": "view_submission", "team": {"id": "T0NEWS"}, "user": {"id": "U0EDITOR"}}
    return urlencode({"payload": json.dumps(payload | {"view": view})})


def test_a_load_in_flight_is_finished_and_told(bot, post, peer, store: Store, being_loaded):
    with being_loaded():
        assert post(a_load()) == 200
        bot.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert bot.poll() is None  # it waits for its turn in the store
    assert bot.wait(30) == 0
    assert "1 statement by Ada Marsh" in peer.only("chat.postEphemeral").given["text"]
    assert store.holdings("slack:T0NEWS").articles == 2


@pytest.mark.parametrize("grace", [1])
def test_a_load_that_takes_too_long_is_given_up_whole(bot, post, store: Store, being_loaded):
    with being_loaded():
        post(a_load())
        bot.send_signal(signal.SIGTERM)
        assert bot.wait(20) == 1
    assert store.holdings("slack:T0NEWS").articles == 1


def test_an_answer_in_flight_is_sent(bot, post, peer):
    asked = {"command": "/whosaid", "text": "absolutely ridiculous", "user_id": "U0READER"}
    asked |= {"team_id": "T0NEWS", "channel_id": "C0DESK", "trigger_id": "1.2.abc"}
    assert post(urlencode(asked | {"response_url": f"{peer.url}/commands/once"})) == 200
    bot.send_signal(signal.SIGTERM)
    assert bot.wait(30) == 0
    assert "Dmitry Peskov" in str(peer.only("response_url").blocks)


def test_whoever_watches_is_told_of_a_store_that_does_not_answer(bot, port: int, tmp_path: Path):
    url = f"http://127.0.0.1:{port}/health"
    with urllib.request.urlopen(url, timeout=10) as answer:
        assert answer.read() == b"ok"
    for file in tmp_path.glob("onrecord.db*"):
        file.write_bytes(b"no database at all" * 1000)
    with pytest.raises(urllib.error.HTTPError, match="503"):
        urllib.request.urlopen(url, timeout=10)
