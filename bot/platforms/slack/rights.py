"""Who may do what in a workspace besides asking."""

from __future__ import annotations

from collections.abc import Set

from bot.platforms.slack.delivery import Asker
from bot.settings import settings
from store.store import Store


def is_admin(who: Asker) -> bool:
    """Whether *who* is an admin or owner of the workspace, as Slack tells it now."""
    user = who.client.users_info(user=who.user)["user"]
    return bool(user.get("is_admin") or user.get("is_owner"))


def is_editor(who: Asker, store: Store, always: Set[str]) -> bool:
    """Whether *who* may load: one of those that are *always* editors, one set here, or an admin."""
    return is_named(who, store, always) or is_admin(who)


def is_named(who: Asker, store: Store, always: Set[str]) -> bool:
    """Whether *who* is an editor without being an admin."""
    return who.user in always | settings(store, who.scope).editors
