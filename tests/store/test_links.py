from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.links import canonical, followable, same_site


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
        pytest.param("https://harbor.example@evil.example/1", False, id="another host"),
        pytest.param("https://hаrbor.example", False, id="a letter of another alphabet"),
    ],
)
def test_what_may_be_made_a_link(url: str, expected: bool) -> None:  # noqa: FBT001
    assert followable(url) is expected


PIER = "https://harbor.example/pier?id=7&page=2"


@pytest.mark.parametrize(
    "shared",
    [
        pytest.param("http://harbor.example/pier?id=7&page=2", id="without TLS"),
        pytest.param("HTTPS://WWW.Harbor.Example./pier?id=7&page=2", id="host"),
        pytest.param("https://harbor.example:443/pier?id=7&page=2", id="port"),
        pytest.param("https://harbor.example/pier/?id=7&page=2", id="last slash"),
        pytest.param("https://harbor.example/pier?id=7&page=2#comments", id="fragment"),
        pytest.param("https://harbor.example/pier?page=2&id=7", id="order"),
        pytest.param("https://harbor.example/a/../%70ier?id=7&page=2", id="spelling"),
        pytest.param(f"{PIER}&utm_source=x&utm_medium=y&UTM_Campaign=z", id="campaign"),
        pytest.param(f"{PIER}&fbclid=1&gclid=2&mc_cid=3&mc_eid=4&_ga=5", id="trackers"),
        pytest.param(f"{PIER}&smid=url-share&CMP=share_btn_tw&at_medium=social", id="news sites"),
    ],
)
def test_one_article_has_one_address(shared: str) -> None:
    assert canonical(shared) == PIER


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("https://harbor.example/pier?id=8&page=2", id="parameter"),
        pytest.param("https://harbor.example/pier?id=7&page=2&ref=1", id="who knows what"),
        pytest.param("https://harbor.example/pier?id=7&page=2&pk_id=1", id="like a tracker"),
        pytest.param("https://harbor.example/Pier?id=7&page=2", id="capitals in a path"),
        pytest.param("https://news.harbor.example/pier?id=7&page=2", id="another host"),
        pytest.param("https://harbor.example:8443/pier?id=7&page=2", id="another port"),
        pytest.param("https://harbor.example/pier%2F?id=7&page=2", id="a slash that is none"),
        pytest.param("https://hаrbor.example/pier?id=7&page=2", id="letter of another alphabet"),
    ],
)
def test_what_may_be_another_article_is_another_address(other: str) -> None:
    assert canonical(other) not in (None, PIER)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("", id="nothing"),
        pytest.param("harbor.example/pier", id="no scheme"),
        pytest.param("javascript:alert(1)", id="script"),
        pytest.param("file:///etc/passwd", id="file"),
        pytest.param("https:///pier", id="no host"),
        pytest.param("https://./pier", id="no name"),
        pytest.param("https://harbor.example@evil.example/pier", id="a name before the host"),
        pytest.param("https://harbor.example\\@evil.example/pier", id="backslash"),
        pytest.param("http://[::1", id="malformed"),
        pytest.param("http://[]@", id="brackets around nothing"),
        pytest.param("https://harbor.example:99999/pier", id="no such port"),
        pytest.param("https://harbor.example/a b", id="blank"),
        pytest.param("https://harbor.example/\n", id="line end"),
        pytest.param("https://harbor.example/\ud800", id="half a letter"),
    ],
)
def test_what_is_no_address_has_none(url: str) -> None:
    assert canonical(url) is None


_pieces = st.text() | st.sampled_from(
    [
        "www.",
        "harbor.example",
        "/",
        "//",
        "..",
        ".",
        "%",
        "%2e",
        "?",
        "&",
        "=",
        "#",
        ":80",
        "[",
        "@",
    ]
)


@given(st.lists(_pieces, max_size=8).map("".join))
@example("www.www.a.b/..")
@example("¸")
@example("G.N·6")
@example(".:80")
def test_an_address_is_its_own(rest: str) -> None:
    found = canonical(f"https://{rest}")
    assert found is None or canonical(found) == found


@pytest.mark.parametrize(
    ("url", "other", "same"),
    [
        ("https://harbor.example/a", "http://www.harbor.example/b", True),
        ("https://amp.harbor.example/a", "https://www.harbor.example/b", True),
        ("https://harbor.example/a", "https://news.harbor.example/b", True),
        ("https://harbor.example/", "https://otherharbor.example/", False),
        ("https://harbor.example/", "https://harbor.example.evil.example/", False),
        ("https://sport.harbor.example/", "https://news.harbor.example/", False),
        ("https://harbor.example:8080/", "https://harbor.example/", False),
        ("https://harbor.example/", "javascript:alert(1)", False),
        ("", "", False),
    ],
)
def test_what_is_one_site(url: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_site(url, other) is same
    assert same_site(other, url) is same
