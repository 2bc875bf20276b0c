"""The log of a bot that runs: lines of JSON, or on a terminal lines to read; never a secret."""

from __future__ import annotations

import logging
import re
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict

# libraries that at INFO log what people wrote, or addresses with tokens in them
TALKATIVE = ("aiohttp.access", "discord", "slack_bolt", "slack_sdk", "urllib3")
ADDRESSED = "urllib3.connection"  # at WARNING, too: what a site does wrong, with its whole address

_SECRET = re.compile(
    # Slack's bot, user and app tokens; response_url, also as it stands inside a form
    r"xox[a-z](?:\.xox[a-z])?-[\w-]+"
    r"|xapp-[\w-]+"
    r"|https?(?::|%3A)(?:/|%2F){2}hooks\.slack(?:-gov)?\.com[^\s\"'&]*"
    # a socket's ticket
    r"|wss?://[^\s\"']+"
    # Discord's bot tokens; those of interactions, in the addresses that answers go to
    r"|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"
    r"|(?<=/webhooks/)\d+/[^/\s\"'?]+"
    r"|(?<=/interactions/)\d+/[^/\s\"'?]+"
)


def redacted(text: str) -> str:
    """*text* with every token, response_url and socket address replaced."""
    return _SECRET.sub("[redacted]", text)


def configure(out: TextIO, level: int) -> None:
    """Log to *out* from *level* on, whoever logs; libraries never below INFO but where asked."""
    handler = logging.StreamHandler(out)
    handler.setFormatter(_formatter(out))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(level if level < logging.INFO else logging.WARNING)
    logging.getLogger(ADDRESSED).setLevel(level if level < logging.INFO else logging.ERROR)


def _formatter(out: TextIO) -> logging.Formatter:
    """Any record as one line; on a terminal as many as its traceback takes."""
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _with_traceback,
        ],
        processors=[
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _without_secrets,
            plain if out.isatty() else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )


def _with_traceback(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """A traceback that was written out by then, which a `ProcessorFormatter` leaves out."""
    written = event["_record"].exc_text
    return {**event, "exception": written} if written and "exc_info" not in event else event


def _without_secrets(_logger: Any, _method: str, event: EventDict) -> EventDict:
    return {name: redacted(told) if isinstance(told, str) else told for name, told in event.items()}
