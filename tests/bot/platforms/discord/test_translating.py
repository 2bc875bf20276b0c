"""A language is a file: what it says is what Discord shows, and what it cannot say is refused."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import config
from bot.commands import COMMANDS, MESSAGE_COMMANDS
from bot.platforms.discord.client import Client
from bot.platforms.discord.translating import LANGUAGES, Translator
from store.errors import Misconfigured
from store.store import Store

World = Any

GERMAN = """
[quotes]
name = "zitate"
summary = "Was hat jemand gesagt?"
speaker = { name = "wer", summary = "Wer es gesagt hat." }

["Who said this?"]
name = "Wer hat das gesagt?"
"""


async def registered(store: Store, folder: Path) -> dict[str, Any]:
    """The commands as Discord is told of them, by their English names."""
    client, translator = Client(config.Discord(), store), Translator(folder)
    every = client.tree.get_commands()
    told = [await one.get_translated_payload(client.tree, translator) for one in every]
    return {one["name"]: one for one in told}


def german(folder: Path, text: str = GERMAN, name: str = "de.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_english_file_says_just_what_the_table_does() -> None:
    told = tomllib.loads((LANGUAGES / "en-US.toml").read_text(encoding="utf-8"))
    assert told == {
        **{one.name: {"name": one.name} for one in MESSAGE_COMMANDS},
        **{one.name: text(one) | {o.name: text(o) for o in one.options} for one in COMMANDS},
    }


def text(one: Any) -> dict[str, str]:
    return {"name": one.name, "summary": one.summary}


async def test_every_text_is_told_in_english_that_can_be_translated(world: World) -> None:
    (synced,) = [r.json for r in world.env.http_requests if r.path.endswith("/commands")]
    every = [one for command in synced for one in (command, *command.get("options", ()))]
    assert len(every) > len(COMMANDS)
    for one in every:
        assert one["name_localizations"] == {"en-US": one["name"]}
        if one.get("description"):
            assert one["description_localizations"] == {"en-US": one["description"]}


async def test_a_file_more_is_a_language_more(store: Store, tmp_path: Path) -> None:
    told = await registered(store, german(tmp_path))
    quotes = told["quotes"]
    assert quotes["name_localizations"] == {"de": "zitate"}
    assert quotes["description_localizations"] == {"de": "Was hat jemand gesagt?"}
    speaker, about = quotes["options"][:2]
    assert speaker["name_localizations"] == {"de": "wer"}
    assert speaker["description_localizations"] == {"de": "Wer es gesagt hat."}
    assert "name_localizations" not in about  # left out: it stays English
    assert told["Who said this?"]["name_localizations"] == {"de": "Wer hat das gesagt?"}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        pytest.param("xx.toml", "", "Discord has no language 'xx'", id="no language"),
        pytest.param("de.toml", "quotes", "cannot use the language", id="no TOML"),
        pytest.param("de.toml", "[shout]\nname = 'x'", "no shout.name", id="no command"),
        pytest.param("de.toml", "[quotes]\nhint = 'x'", "no quotes.hint", id="no such text"),
        pytest.param("de.toml", "[quotes]\nname = 'Zwei Wörter'", "lower-case", id="two words"),
        pytest.param("de.toml", "[quotes]\nname = 'Zitate'", "lower-case", id="a capital"),
        pytest.param("de.toml", "[quotes]\nsummary = ''", "1 to 100 characters", id="empty"),
        pytest.param(
            "de.toml", f"[quotes]\nsummary = '{'x' * 101}'", "1 to 100 characters", id="too long"
        ),
        pytest.param(
            "de.toml", "[quotes]\nname = 'x'\n[check]\nname = 'x'", "two have the name 'x'",
            id="a name twice",
        ),
    ],
)  # fmt: skip
def test_what_discord_would_refuse_is_said(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(Misconfigured, match=told):
        Translator(german(tmp_path, text, name))
