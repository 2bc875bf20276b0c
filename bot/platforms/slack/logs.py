"""Tokens and one-time addresses kept out of the log, whoever writes them there."""

from __future__ import annotations

import logging
import re

# bot, user and app tokens; response_url, also as it stands inside a form; a socket's ticket
_SECRET = re.compile(
    r"xox[a-z](?:\.xox[a-z])?-[\w-]+"
    r"|xapp-[\w-]+"
    r"|https?(?::|%3A)(?:/|%2F){2}hooks\.slack(?:-gov)?\.com[^\s\"'&]*"
    r"|wss?://\S+"
)

_RAISED = "Failed to send a request to Slack API server"  # the SDK logs it, then raises


def redacted(text: str) -> str:
    """*text* with every token, response_url and socket address replaced."""
    return _SECRET.sub("[redacted]", text)


class Redaction(logging.Filter):
    """Rewrites a record, traceback included, so that no secret reaches a handler."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record passes: what is raised, too, does so only where more is asked for."""
        if str(record.msg).startswith(_RAISED) and not logger().isEnabledFor(logging.INFO):
            return False
        record.msg, record.args = redacted(record.getMessage()), None
        if record.exc_info:
            text = logging.Formatter().formatException(record.exc_info)
            record.exc_text, record.exc_info = redacted(text), None
        return True


def logger() -> logging.Logger:
    """The logger given to every part of Slack's SDK, which copies its filters."""
    found = logging.getLogger("bot.platforms.slack")
    if not any(isinstance(present, Redaction) for present in found.filters):
        found.addFilter(Redaction())
    return found
