from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import Config, Discord, Slack, outlets, read, store_file
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

OAUTH = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "HIDDEN",
    "SLACK_SIGNING_SECRET": "HIDDEN",
    "ONRECORD_SLACK_URL": "https://onrecord.example.org/bot/",
}


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


def test_outlets_have_the_names_that_the_file_gives_them(file: Path) -> None:
    table = '[outlets]\n"www.Harbor.example" = " The  Harbor Times "\n"bbc.co.uk" = "The Beeb"\n'
    file.write_text(FILE + table, encoding="utf-8")
    named = {"harbor.example": "The Harbor Times", "bbc.co.uk": "The Beeb"}
    assert outlets({"ONRECORD_CONFIG": str(file)}) == named
    assert _read(file).discord.token == "in-file"


@pytest.mark.parametrize(
    "line",
    ['"harbor.example" = 3', '"harbor.example" = " "', 'harbor = "Harbor"', 'harbor.example = "H"'],
)
def test_an_outlet_that_is_none_says_how_one_is_written(file: Path, line: str) -> None:
    file.write_text(f"{FILE}[outlets]\n{line}\n", encoding="utf-8")
    with pytest.raises(Misconfigured, match=r'write "harbor\.example" = "Harbor Times"'):
        outlets({"ONRECORD_CONFIG": str(file)})


def test_the_environment_wins_over_the_file(file: Path) -> None:
    found = _read(file, DISCORD_TOKEN="from-environment", ONRECORD_STORE="~/mine.db")
    assert found.discord.token == "from-environment"
    assert found.store == Path.home() / "mine.db"


def test_what_is_set_to_nothing_counts_as_not_set(file: Path) -> None:
    assert _read(file, DISCORD_TOKEN="").discord.token == "in-file"


def test_editors_in_the_environment_are_parted_by_commas(file: Path) -> None:
    found = _read(file, ONRECORD_SLACK_EDITORS="U7, U8,")
    assert found.slack.editors == frozenset({"U7", "U8"})


def test_the_time_zone_is_every_platform_s(file: Path) -> None:
    found = _read(file, ONRECORD_TIMEZONE="Europe/Berlin")
    assert found.slack.timezone == found.discord.timezone == ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("name", ["Mars/Olympus", "../etc/passwd", "Europe"])
def test_a_time_zone_that_there_is_not_says_what_one_looks_like(file: Path, name: str) -> None:
    with pytest.raises(Misconfigured, match="use a name such as Europe/Berlin"):
        _read(file, ONRECORD_TIMEZONE=name)


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


def test_many_workspaces_need_no_bot_token(tmp_path: Path) -> None:
    empty = tmp_path / "empty.toml"
    empty.touch()
    found = _read(empty, **OAUTH).slack
    assert (found.ready, found.many, found.url) == (True, True, "https://onrecord.example.org/bot")
    assert "HIDDEN" not in repr(found)


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


def test_a_file_that_is_a_folder_is_not_said_to_be_no_toml(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="is a directory"):
        _read(tmp_path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            "[slak]", "no table for 'slak': use [store], [questions], [slack]", id="table"
        ),
        pytest.param("token = 'SECRET'", "no table for 'token'", id="a key without a table"),
        pytest.param("[[slack]]", "no table for 'slack'", id="many tables"),
        pytest.param(
            "[discord]\ntokn = 'SECRET'",
            "no setting 'tokn' in [discord]: use token, editor_role",
            id="key",
        ),
        pytest.param(
            "[slack]\napp_token = true", "'app_token' in [slack] must be a text", id="yes"
        ),
        pytest.param(
            "[discord]\ntoken = ['SECRET']", "'token' in [discord] must be a t", id="list"
        ),
        pytest.param("[slack]\nport = true", "'port' in [slack] must be a number", id="port"),
        pytest.param(
            "[slack]\neditors = ['SECRET', 1]",
            "'editors' in [slack] must be a list of texts",
            id="editors",
        ),
        pytest.param("[store]\npath = 1", "'path' in [store] must be a text", id="path"),
    ],
)
def test_a_setting_that_is_none_is_named_and_its_value_not_shown(
    tmp_path: Path, content: str, told: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Misconfigured) as refused:
        _read(path)
    assert told in str(refused.value)
    assert "SECRET" not in str(refused.value)


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        pytest.param({"SLACK_BOT_TOKEN": "xoxb-HIDDEN"}, "set SLACK_APP_TOKEN", id="bot only"),
        pytest.param({"SLACK_APP_TOKEN": "xapp-HIDDEN"}, "set SLACK_BOT_TOKEN", id="app only"),
        pytest.param({"SLACK_SIGNING_SECRET": "HIDDEN"}, "set SLACK_BOT_TOKEN", id="signed only"),
        pytest.param(
            {"SLACK_BOT_TOKEN": "xapp-HIDDEN", "SLACK_APP_TOKEN": "xoxb-HIDDEN"},
            "SLACK_BOT_TOKEN must be the token that begins with xoxb-",
            id="swapped",
        ),
        pytest.param(
            {"SLACK_BOT_TOKEN": "xoxb-HIDDEN", "SLACK_APP_TOKEN": "HIDDEN"},
            "SLACK_APP_TOKEN must be the token that begins with xapp-",
            id="no app token",
        ),
        pytest.param(
            {"SLACK_BOT_TOKEN": "xoxb-HIDDEN\nx", "SLACK_APP_TOKEN": "xapp-HIDDEN"},
            "SLACK_BOT_TOKEN must be",
            id="two lines",
        ),
        pytest.param({"DISCORD_TOKEN": "HIDDEN\nx"}, "DISCORD_TOKEN is not", id="Discord"),
        pytest.param(
            {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "HIDDEN"},
            "many Slack workspaces need SLACK_SIGNING_SECRET, ONRECORD_SLACK_URL, too",
            id="half of OAuth",
        ),
        pytest.param(
            OAUTH | {"SLACK_BOT_TOKEN": "xoxb-HIDDEN"}, "unset SLACK_BOT_TOKEN", id="both"
        ),
        pytest.param(
            OAUTH | {"ONRECORD_SLACK_URL": "http://here"}, "must be where Slack finds", id="no TLS"
        ),
    ],
)
def test_tokens_that_cannot_do_are_named_and_not_shown(
    tmp_path: Path, environ: dict[str, str], told: str
) -> None:
    empty = tmp_path / "empty.toml"
    empty.touch()
    with pytest.raises(Misconfigured) as refused:
        _read(empty, **environ)
    assert told in str(refused.value)
    assert "HIDDEN" not in str(refused.value)


def test_where_the_store_is_does_not_hang_on_the_platforms(file: Path) -> None:
    with file.open("a", encoding="utf-8") as added:
        added.write("tokn = 1\n")
    environ = {"ONRECORD_CONFIG": str(file), "ONRECORD_SLACK_PORT": "abc"}
    assert store_file(environ) == Path("/srv/onrecord.db")


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="which is not there"):
        _read(tmp_path / "none.toml")


@pytest.mark.parametrize("port", ["0", "65536", "many", "-1", "²"])
def test_a_port_is_a_number_that_there_is(file: Path, port: str) -> None:
    with pytest.raises(Misconfigured, match="from 1 to 65535"):
        _read(file, ONRECORD_SLACK_PORT=port)
