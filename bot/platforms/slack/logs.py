"""Tokens and one-time addresses kept out of the log, whoever writes them there."""

from __future__ import annotations

import logging

from bot.logs import redacted

_RAISED = "Failed to send a request to Slack API server"  # the SDK logs it, then raises


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
