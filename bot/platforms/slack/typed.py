"""What a person typed in Slack, with Slack's own marks undone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.questions import clean

# <@U1|name> <#C1|general> <!here|here> <https://…|label> <mailto:…|label>
_REFERENCE = re.compile(r"<(?P<target>[^<>|]+)(?:\|(?P<label>[^<>]*))?>")


def plain(text: str) -> str:
    """*text* on one line as the person meant it; mentions without a name are left out."""
    return clean(undone(text))


def undone(text: str) -> str:
    """*text* as the person meant it, line by line."""
    text = _REFERENCE.sub(_shown, text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def linked(text: str) -> str:
    """*text* with the address of each link in place of what is shown for it."""
    return undone(re.sub(r"<(https?:[^<>|]+)\|[^<>]*>", r"\1", text))


def with_forwarded(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """*message*, and after it those that it forwards."""
    return [message, *filter(_is_message, message.get("attachments") or ())]


def text_of(messages: list[Mapping[str, Any]]) -> str:
    """The text of *messages*, with Slack's marks in it."""
    return "\n\n".join(filter(None, (one.get("text") for one in messages)))


def _is_message(attachment: Mapping[str, Any]) -> bool:
    """Whether *attachment* is a message and not what Slack shows of a link."""
    return bool(attachment.get("is_share") or attachment.get("is_msg_unfurl"))


def _shown(reference: re.Match[str]) -> str:
    target, label = reference["target"], reference["label"]
    if label:
        return label
    return "" if target[0] in "@#!" else target.removeprefix("mailto:")
