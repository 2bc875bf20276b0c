from __future__ import annotations

import pytest

from bot.platforms.slack.typed import plain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("  two   spaces ", "two spaces", id="spaces"),
        pytest.param("“so” he said", '"so" he said', id="smart quotes"),
        pytest.param("don’t", "don't", id="apostrophe"),
        pytest.param("R&amp;D &lt;b&gt;", "R&D <b>", id="escapes"),
        pytest.param("&amp;lt;", "&lt;", id="escaped once only"),
        pytest.param("<https://x.example/?b=1&amp;c>", "https://x.example/?b=1&c", id="link"),
        pytest.param("<http://cnn.com|cnn.com> said", "cnn.com said", id="link with a label"),
        pytest.param("<mailto:a@b.example|a@b.example>", "a@b.example", id="mail"),
        pytest.param("<@U1> who", "who", id="mention"),
        pytest.param("<#C1|general> and <!here>", "general and", id="channel and here"),
        pytest.param("a &lt; b|c &gt; d", "a < b|c > d", id="not a reference"),
    ],
)
def test_what_is_meant(typed, meant):
    assert plain(typed) == meant
