from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import Config, Discord, Slack, read
from store.errors import Misconfigured

FILE = """
[store]
path = "/srv/onrecord.db"
[slack]
bot_token = "xoxb-in-file"
app_token = "xapp-in-file"
port = 8080
editors = ["U1", "U2"]
[discord]
token = "in-file"
editor_role = "desk"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def _read(file: Path, **environ: str) -> Config:
    return read({"ONRECORD_CONFIG": str(file), **environ})


def test_the_file_is_read(file: Path) -> None:
    assert _read(file) == Config(
        Path("/srv/onrecord.db"),
        Slack("xoxb-in-file", "xapp-in-file", "", 8080, frozenset({"U1", "U2"})),
        Discord("in-file", "desk"),
    )


def test_the_environment_wins_over_the_file(file: Path) -> None:
    found = _read(file, DISCORD_TOKEN="from-environment", ONRECORD_STORE="~/mine.db")
    assert found.discord.token == "from-environment"
    assert found.store == Path.home() / "mine.db"


def test_what_is_set_to_nothing_counts_as_not_set(file: Path) -> None:
    assert _read(file, DISCORD_TOKEN="").discord.token == "in-file"


def test_editors_in_the_environment_are_parted_by_commas(file: Path) -> None:
    found = _read(file, ONRECORD_SLACK_EDITORS="U7, U8,")
    assert found.slack.editors == frozenset({"U7", "U8"})


def test_without_any_settings_nothing_is_ready(tmp_path: Path) -> None:
    empty = tmp_path / "empty.toml"
    empty.touch()
    found = _read(empty)
    assert (found.slack.ready, found.discord.ready) == (False, False)


@pytest.mark.parametrize(
    ("slack", "ready"),
    [
        (Slack(bot_token="xoxb", app_token="xapp"), True),
        (Slack(bot_token="xoxb", signing_secret="secret"), True),
        (Slack(bot_token="xoxb"), False),
        (Slack(app_token="xapp", signing_secret="secret"), False),
    ],
    ids=["socket", "signed", "neither", "no bot"],
)
def test_slack_needs_a_bot_token_and_a_way_in(slack: Slack, ready: bool) -> None:  # noqa: FBT001
    assert slack.ready is ready


def test_tokens_do_not_show(file: Path) -> None:
    assert "in-file" not in repr(_read(file))


@pytest.mark.parametrize(
    "content", ["[slack", "\udcff"], ids=["no TOML", "no UTF-8"]
)  # fmt: skip
def test_a_broken_file_is_named_and_nothing_of_it_shown(tmp_path: Path, content: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'token = "xoxb-1"\n{content}', encoding="utf-8", errors="surrogateescape")
    with pytest.raises(Misconfigured, match="check it is TOML") as refused:
        _read(path)
    assert str(path) in str(refused.value)
    assert "xoxb-1" not in str(refused.value)


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="which is not there"):
        _read(tmp_path / "none.toml")


@pytest.mark.parametrize("port", ["0", "65536", "many", "-1", "²"])
def test_a_port_is_a_number_that_there_is(file: Path, port: str) -> None:
    with pytest.raises(Misconfigured, match="from 1 to 65535"):
        _read(file, ONRECORD_SLACK_PORT=port)
