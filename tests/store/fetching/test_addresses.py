"""Every spelling that is refused, and what is not; nothing is asked for here."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

import pytest
import urllib3
from hypothesis import example, given
from hypothesis import strategies as st

from store.errors import Unfetchable
from store.fetching.addresses import NOT_PUBLIC, is_public, shown, target
from store.fetching.policy import Policy
from store.fetching.resolving import vetted

WEB = frozenset({80, 443})


def _nowhere(host: str, port: int) -> list[str]:
    raise AssertionError(f"{host} was looked up")


REFUSED = {
    "loopback": "http://127.0.0.1/",
    "loopback, another": "http://127.8.9.10/",
    "loopback, with a port": "http://127.0.0.1:80/",
    "loopback, with a dot after it": "http://127.0.0.1./",
    "loopback, one number": "http://2130706433/",
    "loopback, one number in hex": "http://0x7f000001/",
    "loopback, one number in octal": "http://017700000001/",
    "loopback, two numbers": "http://127.1/",
    "loopback, three numbers": "http://127.0.1/",
    "loopback, numbers in hex": "http://0x7f.0x0.0x0.0x1/",
    "loopback, last number in hex": "http://127.0.0.0x1/",
    "loopback, numbers in octal": "http://0177.0.0.01/",
    "loopback, numbers with zeros": "http://127.000.000.001/",
    "loopback, a number too large": "http://383.0.0.1/",
    "loopback, wrapped around": "http://4294967296/",
    "loopback, wide digits": "http://１２７.０.０.１/",
    "loopback, wide digits and two numbers": "http://１２７.1/",
    "loopback, ideographic dots": "http://127。0。0。1/",
    "loopback, half-width dots": "http://127｡0｡0｡1/",
    "loopback, circled digits": "http://①②⑦.⓪.⓪.①/",
    "loopback, superscript digits": "http://¹²⁷.⁰.⁰.¹/",
    "loopback, percent signs": "http://%31%32%37.0.0.1/",
    "loopback, a percent sign for a dot": "http://127%2e0%2e0%2e1/",
    "loopback, an empty label": "http://127..0.0.1/",
    "IPv6 loopback": "http://[::1]/",
    "IPv6 loopback, written out": "http://[0:0:0:0:0:0:0:1]/",
    "IPv6 loopback, all zeros told": "http://[0000:0000:0000:0000:0000:0000:0000:0001]/",
    "IPv6 unspecified": "http://[::]/",
    "IPv6 mapped loopback": "http://[::ffff:127.0.0.1]/",
    "IPv6 mapped loopback in hex": "http://[::ffff:7f00:1]/",
    "IPv6 mapped private": "http://[::ffff:10.0.0.1]/",
    "IPv6 mapped public": "http://[::ffff:8.8.8.8]/",
    "IPv6 compatible loopback": "http://[::127.0.0.1]/",
    "IPv6 translated loopback": "http://[::ffff:0:127.0.0.1]/",
    "IPv6 with a zone": "http://[fe80::1%25eth0]/",
    "IPv6 with a bare zone": "http://[fe80::1%eth0]/",
    "IPv6 loopback with a zone": "http://[::1%251]/",
    "IPv6 link-local": "http://[fe80::1]/",
    "IPv6 site-local": "http://[fec0::1]/",
    "IPv6 private": "http://[fd00:ec2::254]/",
    "IPv6 multicast": "http://[ff02::1]/",
    "IPv6 documentation": "http://[2001:db8::1]/",
    "IPv6 documentation, the newer": "http://[3fff::1]/",
    "IPv6 benchmark": "http://[2001:2::1]/",
    "IPv6 discard": "http://[100::1]/",
    "6to4 of loopback": "http://[2002:7f00:1::]/",
    "6to4 of a public one": "http://[2002:808:808::]/",
    "Teredo": "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    "NAT64 of loopback": "http://[64:ff9b::127.0.0.1]/",
    "NAT64 of a private one": "http://[64:ff9b::a00:1]/",
    "NAT64 of a network's own": "http://[64:ff9b:1::808:808]/",
    "IPv6 of the future": "http://[v1.127]/",
    "unspecified": "http://0.0.0.0/",
    "unspecified, short": "http://0/",
    "this network": "http://0.1.2.3/",
    "private, ten": "http://10.0.0.1/",
    "private, twelve bits": "http://172.16.0.1/",
    "private, the last of twelve bits": "http://172.31.255.255/",
    "private, sixteen bits": "http://192.168.1.1/",
    "link-local": "http://169.254.0.1/",
    "a cloud's metadata": "http://169.254.169.254/latest/meta-data/",
    "a cloud's metadata as one number": "http://2852039166/",
    "Alibaba's metadata": "http://100.100.100.200/",
    "Oracle's metadata": "http://192.0.0.192/",
    "Azure's own": "http://168.63.129.16/",
    "carrier's own": "http://100.64.0.1/",
    "carrier's own, the last": "http://100.127.255.255/",
    "protocols": "http://192.0.0.8/",
    "anycast of a protocol": "http://192.0.0.9/",
    "documentation, the first": "http://192.0.2.1/",
    "documentation, the second": "http://198.51.100.1/",
    "documentation, the third": "http://203.0.113.1/",
    "benchmark": "http://198.18.0.1/",
    "6to4 relay": "http://192.88.99.1/",
    "multicast": "http://224.0.0.1/",
    "reserved": "http://240.0.0.1/",
    "broadcast": "http://255.255.255.255/",
    "localhost": "http://localhost/",
    "localhost in capitals": "http://LOCALHOST/",
    "localhost with a dot": "http://localhost./",
    "localhost in circles": "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "localhost, below": "http://news.localhost/",
    "localhost's old domain": "http://localhost.localdomain/",
    "a printer": "http://printer.local/",
    "Google's metadata": "http://metadata.google.internal/computeMetadata/v1/",
    "metadata, short": "http://metadata/",
    "Amazon's metadata by name": "http://instance-data/",
    "a service of a cluster": "http://kubernetes.default.svc/",
    "a service of a cluster, whole": "http://kubernetes.default.svc.cluster.local/",
    "an intranet": "http://wiki.corp/",
    "a home": "http://router.home.arpa/",
    "a name without a dot": "http://intranet/",
    "an onion": "http://expyuzz4wqqyqhjn.onion/",
    "two dots": "http://planet..example/",
    "two dots after": "http://planet.example../",
    "no host": "http:///etc/passwd",
    "a host of one dot": "http://./",
    "a percent sign in a name": "http://planet%2eexample/",
    "a null byte for a dot": "http://127.0.0.1%00.planet.example/",
}


@pytest.mark.parametrize("url", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_of_the_web_is_refused_before_anything_is_looked_up(url: str) -> None:
    with pytest.raises(Unfetchable, match=NOT_PUBLIC + "|it is no address"):
        vetted(target(url, WEB), Policy(resolve=_nowhere), 5)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        pytest.param("ftp://planet.example/", "must begin with http", id="ftp"),
        pytest.param("file:///etc/passwd", "must begin with http", id="a file"),
        pytest.param("gopher://planet.example/", "must begin with http", id="gopher"),
        pytest.param("data:text/html,x", "must begin with http", id="data"),
        pytest.param("javascript:alert(1)", "must begin with http", id="a script"),
        pytest.param("//planet.example/", "must begin with http", id="no scheme"),
        pytest.param("planet.example", "must begin with http", id="only a host"),
        pytest.param("http:planet.example", "must begin with http", id="no slashes"),
        pytest.param("http:/planet.example", "must begin with http", id="one slash"),
        pytest.param("http://planet.example\\@127.0.0.1/", "no address", id="a backslash"),
        pytest.param("http:\\\\planet.example", "no address", id="backslashes"),
        pytest.param("http://planet .example/", "no address", id="a space"),
        pytest.param("http://planet.example/\r\nHost: x", "no address", id="two lines"),
        pytest.param("http://planet.example/\x00", "no address", id="a null byte"),
        pytest.param("http://planet.example:x/", "no address", id="a port in letters"),
        pytest.param("http://[::1", "no address", id="half a bracket"),
        pytest.param("http://reader:secret@planet.example/", "leave them out", id="a password"),
        pytest.param("http://planet.example@127.0.0.1/", "leave them out", id="a name"),
        pytest.param("http://@planet.example/", "leave them out", id="an empty name"),
        pytest.param("http://planet.example:22/", "port 22 is not", id="another port"),
        pytest.param("http://planet.example:0/", "port 0 is not", id="port 0"),
        pytest.param(f"http://planet.example/{'x' * 2000}", "more than 2000", id="too long"),
    ],
)
def test_what_is_no_address_is_refused_in_words(url: str, why: str) -> None:
    with pytest.raises(Unfetchable, match=f"^cannot fetch '.*': .*{why}"):
        target(url, WEB)


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("http://planet.example", "http://planet.example/"),
        ("HTTPS://Planet.Example:443/A?b=C#d", "https://planet.example/A?b=C"),
        (" https://planet.example./x ", "https://planet.example/x"),
        ("https://bücher.example/ü?q=ä", "https://xn--bcher-kva.example/%C3%BC?q=%C3%A4"),
        ("http://planet.example:443/", "http://planet.example:443/"),
        ("https://planet.example/a%2Fb/../c", "https://planet.example/c"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
        ("https://[2606:4700:4700::1111]/x", "https://[2606:4700:4700::1111]/x"),
        ("https://1.2.3.4.planet.example/", "https://1.2.3.4.planet.example/"),
        ("https://under_score.planet.example/", "https://under_score.planet.example/"),
        ("https://example.xn--p1ai/", "https://example.xn--p1ai/"),
    ],
)
def test_an_address_has_one_spelling(url: str, whole: str) -> None:
    assert target(url, WEB).url == whole
    assert target(whole, WEB).url == whole


_PIECES = (
    *("http://", "https://", "127.0.0.1", "localhost", "planet.example", "[::1]", "0x7f", "."),
    *(
        ":",
        "/",
        "//",
        "@",
        "#",
        "?",
        "\\",
        "%",
        "%2e",
        "%40",
        "%00",
        "。",
        "１",
        "ⓛ",
        "ß",
        "\u200d",
    ),
    *(
        "\u200d",
        "\t",
        "\n",
        "\0",
        " ",
        "[",
        "]",
        "80",
        "8",
        "a",
        "-",
        "_",
        "xn--",
        ";",
        "&",
        "=",
        "\ud800",
    ),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
@example("planet.example#@127.0.0.1/")
@example("planet.example?@127.0.0.1/")
@example("planet.example;@127.0.0.1/")
@example("[]@")
@example("xn--.example/")
@example("xn--a-.example/")
@example("\ud800.example/")
def test_what_passes_is_taken_for_the_same_by_whoever_reads_it(typed: str) -> None:
    try:
        found = target(f"http://{typed}", WEB)
    except Unfetchable:
        return
    for host in (urllib3.util.parse_url(found.url).host, urlsplit(found.url).hostname):
        assert host is not None
        assert host.strip("[]") == found.host
    assert target(found.url, WEB) == found
    assert found.url.isascii()
    assert not set("\r\n\t \0") & set(found.url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("172.15.255.255", True),
        ("172.32.0.1", True),
        ("100.63.255.255", True),
        ("100.128.0.1", True),
        ("192.0.1.1", True),
        ("223.255.255.255", True),
        ("2606:4700:4700::1111", True),
        ("64:ff9b::8.8.8.8", True),
        ("64:ff9b::192.168.0.1", False),
        ("fe80::1%eth0", False),
        ("2001:db8::1", False),
        ("4000::1", False),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:  # noqa: FBT001
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(
    ("answers", "refused"),
    [
        (["8.8.8.8", "8.8.4.4"], False),
        (["8.8.8.8", "127.0.0.1"], True),
        (["10.0.0.1", "8.8.8.8"], True),
        (["8.8.8.8", "fe80::1%eth0"], True),
        (["::ffff:8.8.8.8"], True),
        ([], True),
    ],
    ids=["all public", "one is loopback", "one is private", "one is link-local", "mapped", "none"],
)
def test_every_address_of_a_name_is_vetted(answers: list[str], refused: bool) -> None:  # noqa: FBT001
    asked = target("http://planet.example/", WEB)
    policy = Policy(resolve=lambda *_: answers)
    if refused:
        with pytest.raises(Unfetchable):
            vetted(asked, policy, 5)
    else:
        assert [str(found) for found in vetted(asked, policy, 5)] == answers


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://planet.example/a?token=s3cret", "https://planet.example/a?…"),
        ("https://me:s3cret@planet.example/a", "https://planet.example/a"),
        ("https://planet.example/a#s3cret", "https://planet.example/a#…"),
        ("https://planet.example/\x1b[2J", "https://planet.example/[2J"),
    ],
)
def test_what_is_told_of_an_address_has_no_secrets(url: str, told: str) -> None:
    assert shown(url) == told


def test_a_long_address_is_told_in_part() -> None:
    assert len(shown(f"https://planet.example/{'x' * 999}")) == 150
