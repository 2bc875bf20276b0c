from __future__ import annotations

import pytest

from store.links import followable


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://harbor.example/1?a=b#c", True, id="https"),
        pytest.param("HTTP://harbor.example", True, id="capitals"),
        pytest.param("", False, id="nothing"),
        pytest.param("harbor.example/1", False, id="no scheme"),
        pytest.param("ftp://harbor.example/1", False, id="another scheme"),
        pytest.param("javascript://harbor.example/%0aalert(1)", False, id="script"),
        pytest.param("http://", False, id="no host"),
        pytest.param("http://:80", False, id="only a port"),
        pytest.param("http://[::1", False, id="malformed"),
        pytest.param("https://harbor.example/a b", False, id="blank"),
        pytest.param("https://harbor.example/\n", False, id="line end"),
        pytest.param("https://harbor.example/a|b>", False, id="markup"),
        pytest.param("https://hаrbor.example", False, id="a letter of another alphabet"),
    ],
)
def test_what_may_be_made_a_link(url: str, expected: bool) -> None:  # noqa: FBT001
    assert followable(url) is expected
