"""Settings, read from the environment and one file when the bot runs, never at import."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs

from bot.config_file import OUTLETS, settings, tables
from store.errors import Misconfigured

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
    in_file = tables(environ)
    slack = settings("slack", environ, in_file)
    timezone = _timezone(settings("questions", environ, in_file)["timezone"])
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
        discord=Discord(**settings("discord", environ, in_file), timezone=timezone),
    )
    return _checked(found)


def store_file(environ: Mapping[str, str]) -> Path:
    """Where the store is, whatever the settings of the platforms are."""
    return _store(environ, tables(environ))


def outlets(environ: Mapping[str, str]) -> Mapping[str, str]:
    """The names that the file gives to outlets, by domain: "harbor.example" = "The Harbor Times".

    Raises Misconfigured.
    """
    found: dict[str, str] = {}
    for domain, name in tables(environ).get(OUTLETS, {}).items():
        bare = domain.lower().removeprefix("www.")
        if not _DOMAIN.fullmatch(bare) or not isinstance(name, str) or not name.strip():
            raise Misconfigured(
                f'[{OUTLETS}] has no use for \'{domain}\': write "harbor.example" = "Harbor Times"'
            )
        found[bare] = " ".join(name.split())
    return found


def _store(environ: Mapping[str, str], in_file: Mapping[str, Mapping[str, object]]) -> Path:
    named = settings("store", environ, in_file)["path"]
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
