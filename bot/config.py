"""Settings, read from the environment and one file when the bot runs, never at import."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs

from store.errors import Misconfigured

# every setting: its table and key in the file, and the variable that wins over it
_VARIABLES = {
    "store": {"path": "ONRECORD_STORE"},
    "questions": {"timezone": "ONRECORD_TIMEZONE"},
    "slack": {
        "bot_token": "SLACK_BOT_TOKEN",
        "app_token": "SLACK_APP_TOKEN",
        "signing_secret": "SLACK_SIGNING_SECRET",
        "client_id": "SLACK_CLIENT_ID",
        "client_secret": "SLACK_CLIENT_SECRET",
        "url": "ONRECORD_SLACK_URL",
        "port": "ONRECORD_SLACK_PORT",
        "editors": "ONRECORD_SLACK_EDITORS",
    },
    "discord": {"token": "DISCORD_TOKEN", "editor_role": "ONRECORD_DISCORD_EDITOR_ROLE"},
}

_OUTLETS = "outlets"  # the table whose keys are domains
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}", re.ASCII)
_BOT_TOKEN = re.compile(r"(?:xoxe\.)?xoxb-[\w-]+", re.ASCII)
_APP_TOKEN = re.compile(r"xapp-[\w-]+", re.ASCII)
_ADDRESS = re.compile(r"https://[\w.:-]+(?:/[\w./-]*)?", re.ASCII)
_TOKEN = re.compile(r"[!-~]*")  # anything else breaks the header that it travels in


@dataclass(frozen=True, slots=True)
class Slack:
    """What the Slack platform needs: a bot token for one workspace, or what OAuth needs for many.

    Tokens and secrets never show in a repr.
    """

    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)  # Socket Mode
    signing_secret: str = field(default="", repr=False)  # signed HTTP
    port: int = 3000  # signed HTTP listens here
    editors: frozenset[str] = frozenset()  # user ids that may load, besides admins
    timezone: tzinfo = UTC  # of askers whom Slack knows no time zone of
    client_id: str = ""  # OAuth
    client_secret: str = field(default="", repr=False)
    url: str = ""  # OAuth sends people back here: https, no slash at the end

    @property
    def many(self) -> bool:
        """Whether any workspace may install the bot by OAuth."""
        return bool(self.client_id)

    @property
    def ready(self) -> bool:
        """Whether there is enough here to start."""
        if self.many:
            return bool(self.client_secret and self.signing_secret and self.url)
        return bool(self.bot_token and (self.app_token or self.signing_secret))


@dataclass(frozen=True, slots=True)
class Discord:
    """What the Discord platform needs; the token never shows in a repr."""

    token: str = field(default="", repr=False)
    editor_role: str = ""  # the name of a role that may load, besides admins
    timezone: tzinfo = UTC  # of all askers: Discord tells nobody's

    @property
    def ready(self) -> bool:
        """Whether there is enough here to start."""
        return bool(self.token)


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of one run."""

    store: Path
    slack: Slack = Slack()
    discord: Discord = Discord()


def read(environ: Mapping[str, str]) -> Config:
    """The settings in *environ*, and for what it lacks, in the config file.

    The file is the one that ONRECORD_CONFIG names, else `onrecord/config.toml` in the user's
    configuration directory. An empty value counts as not set. Raises Misconfigured, which names
    a setting but never shows its value.
    """
    in_file = _file(environ)
    slack = _table("slack", environ, in_file)
    timezone = _timezone(_table("questions", environ, in_file)["timezone"])
    found = Config(
        store=_store(environ, in_file),
        slack=Slack(
            bot_token=slack["bot_token"],
            app_token=slack["app_token"],
            signing_secret=slack["signing_secret"],
            port=_port(slack["port"] or "3000"),
            editors=_names(slack["editors"]),
            timezone=timezone,
            client_id=slack["client_id"],
            client_secret=slack["client_secret"],
            url=_url(slack["url"]),
        ),
        discord=Discord(**_table("discord", environ, in_file), timezone=timezone),
    )
    return _checked(found)


def store_file(environ: Mapping[str, str]) -> Path:
    """Where the store is, whatever the settings of the platforms are."""
    return _store(environ, _file(environ))


def outlets(environ: Mapping[str, str]) -> Mapping[str, str]:
    """The names that the file gives to outlets, by domain: "harbor.example" = "The Harbor Times".

    Raises Misconfigured.
    """
    found: dict[str, str] = {}
    for domain, name in _file(environ).get(_OUTLETS, {}).items():
        bare = domain.lower().removeprefix("www.")
        if not _DOMAIN.fullmatch(bare) or not isinstance(name, str) or not name.strip():
            raise Misconfigured(
                f'[{_OUTLETS}] has no use for \'{domain}\': write "harbor.example" = "Harbor Times"'
            )
        found[bare] = " ".join(name.split())
    return found


def config_file(environ: Mapping[str, str]) -> Path:
    """Where the config file is looked for."""
    named = environ.get("ONRECORD_CONFIG")
    if named:
        return Path(named).expanduser()
    return platformdirs.user_config_path("onrecord") / "config.toml"


def _file(environ: Mapping[str, str]) -> dict[str, dict[str, object]]:
    path = config_file(environ)
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if environ.get("ONRECORD_CONFIG"):
            raise Misconfigured(f"ONRECORD_CONFIG names {path}, which is not there") from error
        return {}
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Misconfigured(f"cannot read the settings in {path}: {reason}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        # the file holds tokens, so nothing of its content goes into the message
        raise Misconfigured(f"cannot read the settings in {path}: check it is TOML") from error
    for table, keys in found.items():
        if table not in {*_VARIABLES, _OUTLETS} or not isinstance(keys, dict):
            known = ", ".join(f"[{name}]" for name in (*_VARIABLES, _OUTLETS))
            raise Misconfigured(f"the settings in {path} have no table for '{table}': use {known}")
    return found


def _table(
    table: str, environ: Mapping[str, str], in_file: Mapping[str, Mapping[str, object]]
) -> dict[str, str]:
    """Every setting of *table* by its key, "" where it is not set."""
    told, variables = in_file.get(table, {}), _VARIABLES[table]
    for key in told:
        if key not in variables:
            raise Misconfigured(
                f"there is no setting '{key}' in [{table}]: use {', '.join(variables)}"
            )
    written = {key: _written(table, key, value) for key, value in told.items()}
    return {
        key: (environ.get(variable) or written.get(key, "")).strip()
        for key, variable in variables.items()
    }


def _written(table: str, key: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if key == "port" and type(value) is int:  # True is an int, but no port
        return str(value)
    if key == "editors" and isinstance(value, list) and all(isinstance(v, str) for v in value):
        return ",".join(value)
    kind = {"port": "a number", "editors": "a list of texts"}.get(key, "a text")
    raise Misconfigured(f"the setting '{key}' in [{table}] must be {kind}: texts stand in \"…\"")


def _store(environ: Mapping[str, str], in_file: Mapping[str, Mapping[str, object]]) -> Path:
    named = _table("store", environ, in_file)["path"]
    return Path(named or platformdirs.user_data_path("onrecord") / "onrecord.db").expanduser()


def _checked(config: Config) -> Config:
    """*config* as it is; raises Misconfigured where its tokens are not those that are needed."""
    slack = config.slack
    if slack.bot_token and not _BOT_TOKEN.fullmatch(slack.bot_token):
        raise Misconfigured("SLACK_BOT_TOKEN must be the token that begins with xoxb-")
    if slack.app_token and not _APP_TOKEN.fullmatch(slack.app_token):
        raise Misconfigured("SLACK_APP_TOKEN must be the token that begins with xapp-")
    if slack.client_id or slack.client_secret or slack.url:
        _check_oauth(slack)
    elif slack.bot_token and not slack.ready:
        raise Misconfigured("Slack lacks its app token: set SLACK_APP_TOKEN (xapp-…), too")
    elif (slack.app_token or slack.signing_secret) and not slack.ready:
        raise Misconfigured("Slack lacks its bot token: set SLACK_BOT_TOKEN (xoxb-…), too")
    if not _TOKEN.fullmatch(config.discord.token):
        raise Misconfigured("DISCORD_TOKEN is not what a token looks like: copy it again")
    return config


def _check_oauth(slack: Slack) -> None:
    """Raise Misconfigured where *slack* lacks what OAuth needs, or has what it cannot use."""
    if slack.bot_token or slack.app_token:
        raise Misconfigured(
            "a bot token is for one workspace, SLACK_CLIENT_ID for many: unset SLACK_BOT_TOKEN"
            " and SLACK_APP_TOKEN, or unset SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and"
            " ONRECORD_SLACK_URL"
        )
    needed = {
        "SLACK_CLIENT_ID": slack.client_id,
        "SLACK_CLIENT_SECRET": slack.client_secret,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "ONRECORD_SLACK_URL": slack.url,
    }
    lacking = [name for name, value in needed.items() if not value]
    if lacking:
        raise Misconfigured(f"many Slack workspaces need {', '.join(lacking)}, too")


def _url(text: str) -> str:
    if text and not _ADDRESS.fullmatch(text):
        raise Misconfigured(
            "ONRECORD_SLACK_URL must be where Slack finds the bot: https://onrecord.example.org"
        )
    return text.rstrip("/")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Misconfigured("the Slack port must be a number from 1 to 65535")
    return int(text)


def _timezone(name: str) -> tzinfo:
    if not name:
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Misconfigured(
            f"there is no time zone '{name}': use a name such as Europe/Berlin"
        ) from error


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(",") if name.strip())
