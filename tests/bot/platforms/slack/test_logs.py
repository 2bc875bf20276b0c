from __future__ import annotations

import logging

import pytest

from bot.platforms.slack.logs import Redaction, redacted


@pytest.mark.parametrize(
    "secret",
    [
        "xoxb-12-34-abcDEF",
        "xoxe.xoxp-1-Mi0yLT",
        "xapp-1-A0-123-abc",
        "https://hooks.slack.com/commands/T0/1/abc",
        "https://hooks.slack-gov.com/actions/T0/1/abc",
        "https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0%2F1%2Fabc",
        "wss://wss-primary.slack.com/link/?ticket=abc&app_id=1",
    ],
)
def test_a_secret_is_redacted(secret):
    assert redacted(f"before {secret} after") == "before [redacted] after"


def test_the_rest_is_left():
    text = "asked by U0READER: who said xox? see https://slack.com/help"
    assert redacted(text) == text


@pytest.fixture
def log() -> logging.Logger:
    found = logging.getLogger("test.redaction")
    found.addFilter(Redaction())
    return found


def test_arguments_are_redacted(log, caplog):
    log.warning("token %s, %d times", "xoxb-1-abc", 2)
    assert caplog.messages == ["token [redacted], 2 times"]


def test_a_traceback_is_redacted(log, caplog):
    try:
        raise ValueError("xoxb-1-abc")
    except ValueError:
        log.exception("failed")
    assert "ValueError: [redacted]" in caplog.text
    assert "xoxb-1-abc" not in caplog.text
