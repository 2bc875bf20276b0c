"""The commands in the languages of Discord's readers: each language is a file in `languages/`."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any, TypeAlias

from discord import Locale, app_commands
from discord.app_commands import TranslationContextLocation as Where
from discord.app_commands.commands import validate_context_menu_name, validate_name

from bot.commands import COMMANDS, MESSAGE_COMMANDS
from store.errors import Misconfigured

LANGUAGES = Path(__file__).with_name("languages")

_NAME, _SUMMARY = "name", "summary"
_LONGEST_SUMMARY = 100
_KINDS = {
    Where.command_name: _NAME,
    Where.parameter_name: _NAME,
    Where.command_description: _SUMMARY,
    Where.parameter_description: _SUMMARY,
}

Place: TypeAlias = tuple[str, ...]
"""The command, the option if it is one of those, and which of the two texts."""


def places() -> Iterator[Place]:
    """All that a language can say."""
    for on_any in MESSAGE_COMMANDS:
        yield on_any.name, _NAME
    for command in COMMANDS:
        for of in ((), *((option.name,) for option in command.options)):
            yield command.name, *of, _NAME
            yield command.name, *of, _SUMMARY


class Translator(app_commands.Translator):
    """Tells Discord what the commands are called in each language that *folder* has a file for.

    What a file leaves out stays English. Raises Misconfigured where Discord would refuse one.
    """

    def __init__(self, folder: Path = LANGUAGES) -> None:
        self._texts = {_locale(path): _read(path) for path in sorted(folder.glob("*.toml"))}

    async def translate(
        self, _string: app_commands.locale_str, locale: Locale, context: Any, /
    ) -> str | None:
        """The text at one place in one language, or None where it has none."""
        kind = _KINDS.get(context.location)
        if kind is None or locale not in self._texts:
            return None
        one = context.data
        of = (one.command.name,) if isinstance(one, app_commands.Parameter) else ()
        return self._texts[locale].get((*of, one.name, kind))


def _locale(path: Path) -> Locale:
    try:
        return Locale(path.stem)
    except ValueError as error:
        known = ", ".join(locale.value for locale in Locale)
        raise Misconfigured(
            f"Discord has no language '{path.stem}' for {path}: it has {known}"
        ) from error


def _read(path: Path) -> dict[Place, str]:
    try:
        found = dict(_texts(tomllib.loads(path.read_text(encoding="utf-8"))))
        known = set(places())
        for place, text in found.items():
            _check(place, text, known)
        _check_apart(found)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as error:
        raise Misconfigured(f"cannot use the language in {path}: {error}") from error
    return found


def _texts(told: Mapping[str, Any], above: Place = ()) -> Iterator[tuple[Place, str]]:
    for name, one in told.items():
        if isinstance(one, Mapping):
            yield from _texts(one, (*above, name))
        else:
            yield (*above, name), str(one)


def _check(place: Place, text: str, known: Set[Place]) -> None:
    """Raise ValueError where *text* cannot stand at *place*."""
    if place not in known:
        raise ValueError(f"there is no {'.'.join(place)}")
    if place[-1] == _SUMMARY and not 1 <= len(text) <= _LONGEST_SUMMARY:
        raise ValueError(f"{'.'.join(place)} must have 1 to {_LONGEST_SUMMARY} characters")
    if place[-1] == _NAME:
        on_any = place[0] in {command.name for command in MESSAGE_COMMANDS}
        (validate_context_menu_name if on_any else validate_name)(text)


def _check_apart(found: Mapping[Place, str]) -> None:
    """Raise ValueError where two commands, or two options of one, have the same name."""
    names = Counter((place[:-2], text) for place, text in found.items() if place[-1] == _NAME)
    for (_, text), number in names.items():
        if number > 1:
            raise ValueError(f"two have the name '{text}'")
