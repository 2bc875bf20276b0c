"""What day it is for an asker, whose time zone Slack may know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.platforms.slack import logs
from bot.platforms.slack.delivery import Asker


def today(who: Asker, otherwise: tzinfo) -> date:
    """The day that it is where *who* is, as their profile says; else in the zone *otherwise*."""
    return datetime.now(UTC).astimezone(_zone(who, otherwise)).date()


def _zone(who: Asker, otherwise: tzinfo) -> tzinfo:
    try:
        user: Mapping[str, Any] = who.client.users_info(user=who.user)["user"]
    except (SlackApiError, OSError) as error:
        logs.logger().warning("Slack: an asker's time zone is not known: %s", error)
        return otherwise
    seconds = user.get("tz_offset")
    return timezone(timedelta(seconds=seconds)) if isinstance(seconds, int) else otherwise
