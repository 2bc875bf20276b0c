"""What a workspace or server sets for itself: channels answered in public, editors, time zone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.phrases import day, short
from store.errors import UnusableQuestion
from store.settings import Change
from store.store import Store

USAGE = (
    "Settings are: “public” or “private”, for the channel in which it is typed; “editors” and who"
    " may load articles besides admins; “timezone” and a name such as Europe/Berlin. “none” in"
    " place of editors or of a time zone takes them back."
)
_PUBLIC, _EDITORS, _TIMEZONE = "public", "editors", "timezone"
_NONE = "none"
_LONGEST = 100  # characters of what is told of a change


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set; a channel that is not *public* is answered privately first."""

    public: frozenset[str] = frozenset()  # ids of channels
    editors: frozenset[str] = frozenset()  # Slack: ids of members; Discord: names of roles
    timezone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change is typed, and whom the words after "editors" name there."""

    scope: str
    channel: str | None  # its id; None where answers are private anyway
    editors: Callable[[str], Iterable[str]]


def settings(store: Store, scope: str) -> Settings:
    """What *scope* has set."""
    told = store.settings.of(scope)
    zone = told.get(_TIMEZONE)
    return Settings(
        public=frozenset(n.partition(" ")[2] for n in told if n.partition(" ")[0] == _PUBLIC),
        editors=frozenset(told.get(_EDITORS, "").splitlines()),
        timezone=ZoneInfo(zone) if zone else None,
    )


def parted(names: str) -> list[str]:
    """The *names* of editors where they are typed as they are kept, with commas between them."""
    return [name.strip() for name in names.split(",") if name.strip()]


def change(store: Store, typed: str, place: Place, *, by: str) -> str:
    """Do what was *typed* after the command, and say what came of it.

    Raises UnusableQuestion, which says what can be set, where it is none of that.
    """
    name, _, value = " ".join(typed.split()).partition(" ")
    acts = {"": _show, "public": _public, "private": _private}
    if not value and name.casefold() in acts:
        return acts[name.casefold()](store, place, by)
    if value and name.casefold() == _EDITORS:
        return _set_editors(store, place, value, by)
    if value and name.casefold() == _TIMEZONE:
        return _set_timezone(store, place, value, by)
    raise UnusableQuestion(USAGE)


def _show(store: Store, place: Place, _by: str) -> str:
    found = settings(store, place.scope)
    channels = ", ".join(sorted(found.public)) or "none"
    editors = ", ".join(sorted(found.editors)) or "admins only"
    return (
        f"Channels answered in public: {channels}. Editors: {editors}."
        f" Time zone: {found.timezone or 'not set'}. {_lately(store, place)}{USAGE}"
    )


def _lately(store: Store, place: Place) -> str:
    """Who changed what last; "" where nobody changed anything."""
    told = "; ".join(map(_told, store.settings.changes(place.scope)))
    return f"Changed lately: {told}. " if told else ""


def _told(change: Change) -> str:
    who = short(change.by.partition(":")[2] or change.by, _LONGEST)
    what = short(f"{change.name}: {change.value or _NONE}", _LONGEST)
    return f"{what}, by {who} on {day(change.at.date())}"


def _public(store: Store, place: Place, by: str) -> str:
    store.settings.change(f"{_PUBLIC} {_channel(place)}", "yes", by=by, scope=place.scope)
    return "From now on everybody in this channel sees my answers at once."


def _private(store: Store, place: Place, by: str) -> str:
    store.settings.change(f"{_PUBLIC} {_channel(place)}", "", by=by, scope=place.scope)
    return "From now on whoever asks in this channel sees the answer alone, and can share it."


def _channel(place: Place) -> str:
    if place.channel is None:
        raise UnusableQuestion(
            "Say that in the channel that it is for; in the shell, add --channel and its id."
        )
    return place.channel


def _set_editors(store: Store, place: Place, value: str, by: str) -> str:
    none = value.casefold() == _NONE
    named = [] if none else list(dict.fromkeys(place.editors(value)))
    if not named and not none:
        raise UnusableQuestion("I know nobody by that name: pick editors from what is offered.")
    store.settings.change(_EDITORS, "\n".join(named), by=by, scope=place.scope)
    return f"Editors are now: {', '.join(named) or 'admins only'}."


def _set_timezone(store: Store, place: Place, value: str, by: str) -> str:
    if value.casefold() == _NONE:
        store.settings.change(_TIMEZONE, "", by=by, scope=place.scope)
        return "The time zone is not set any more."
    try:
        zone = ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnusableQuestion(
            f"There is no time zone “{value}”: use a name such as Europe/Berlin."
        ) from error
    store.settings.change(_TIMEZONE, zone.key, by=by, scope=place.scope)
    return f"Days are told in the time zone {zone.key}, where a person's own is not known."
