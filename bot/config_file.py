"""The config file and the environment: every setting by its name, as it is written there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from store.errors import Misconfigured, reason

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

OUTLETS = "outlets"  # the table whose keys are domains


def config_file(environ: Mapping[str, str]) -> Path:
    """Where the config file is looked for."""
    named = environ.get("ONRECORD_CONFIG")
    if named:
        return Path(named).expanduser()
    return platformdirs.user_config_path("onrecord") / "config.toml"


def tables(environ: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """The tables of the config file, none where there is no file; raises Misconfigured."""
    path = config_file(environ)
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if environ.get("ONRECORD_CONFIG"):
            raise Misconfigured(f"ONRECORD_CONFIG names {path}, which is not there") from error
        return {}
    except OSError as error:
        raise Misconfigured(f"cannot read the settings in {path}: {reason(error)}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        # the file holds tokens, so nothing of its content goes into the message
        raise Misconfigured(f"cannot read the settings in {path}: check it is TOML") from error
    for table, keys in found.items():
        if table not in {*_VARIABLES, OUTLETS} or not isinstance(keys, dict):
            known = ", ".join(f"[{name}]" for name in (*_VARIABLES, OUTLETS))
            raise Misconfigured(f"the settings in {path} have no table for '{table}': use {known}")
    return found


def settings(
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
