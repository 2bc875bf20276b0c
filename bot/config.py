"""Settings, read from the environment and one file when the bot runs, never at import."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from store.errors import Misconfigured


@dataclass(frozen=True, slots=True)
class Slack:
    """What the Slack platform needs; tokens never show in a repr."""

    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)  # Socket Mode
    signing_secret: str = field(default="", repr=False)  # signed HTTP
    port: int = 3000  # signed HTTP listens here
    editors: frozenset[str] = frozenset()  # user ids that may load, besides admins

    @property
    def ready(self) -> bool:
        """Whether there is enough here to start."""
        return bool(self.bot_token and (self.app_token or self.signing_secret))


@dataclass(frozen=True, slots=True)
class Discord:
    """What the Discord platform needs; the token never shows in a repr."""

    token: str = field(default="", repr=False)
    editor_role: str = ""  # the name of a role that may load, besides admins

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
    configuration directory. An empty value counts as not set.
    """
    in_file = _file(environ)

    def value(variable: str, table: str, key: str) -> str:
        found = environ.get(variable) or in_file.get(table, {}).get(key, "")
        return ",".join(map(str, found)) if isinstance(found, list) else str(found).strip()

    return Config(
        store=Path(value("ONRECORD_STORE", "store", "path") or _default_store()).expanduser(),
        slack=Slack(
            bot_token=value("SLACK_BOT_TOKEN", "slack", "bot_token"),
            app_token=value("SLACK_APP_TOKEN", "slack", "app_token"),
            signing_secret=value("SLACK_SIGNING_SECRET", "slack", "signing_secret"),
            port=_port(value("ONRECORD_SLACK_PORT", "slack", "port") or "3000"),
            editors=_names(value("ONRECORD_SLACK_EDITORS", "slack", "editors")),
        ),
        discord=Discord(
            token=value("DISCORD_TOKEN", "discord", "token"),
            editor_role=value("ONRECORD_DISCORD_EDITOR_ROLE", "discord", "editor_role"),
        ),
    )


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
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        # the file holds tokens, so nothing of its content goes into the message
        raise Misconfigured(f"cannot read the settings in {path}: check it is TOML") from error
    return {table: keys for table, keys in found.items() if isinstance(keys, dict)}


def _default_store() -> Path:
    return platformdirs.user_data_path("onrecord") / "onrecord.db"


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Misconfigured("the Slack port must be a number from 1 to 65535")
    return int(text)


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(",") if name.strip())
