"""Real servers on this machine, which a fetcher may reach by a policy that the test hands it."""

from __future__ import annotations

import gzip
import socket
import socketserver
import ssl
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler

import pytest
import trustme

from store.errors import Unfetchable
from store.fetching import Fetcher
from store.fetching.addresses import NOT_PUBLIC

from ...sites import Reply, Site, fetcher, serving

MEGABYTE = 1024**2
PAGE = "<p>“It rained,” said Jo Smith.</p>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_what_is_there_comes_with_what_the_site_tells_of_it(site: Site) -> None:
    told = {"ETag": '"v1"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT"}
    site.pages["/a?b=c"] = Reply(PAGE, headers=told, kind="text/html; charset=ISO-8859-1")
    found = fetcher().fetch(f"{site.url}/a?b=c#d")
    assert (found.url, found.data, found.changed) == (f"{site.url}/a?b=c", PAGE, True)
    assert (found.kind, found.charset) == ("text/html", "iso-8859-1")
    assert (found.etag, found.last_modified) == ('"v1"', told["Last-Modified"])


def test_a_site_is_asked_by_our_name_for_its_host_and_told_nothing_else(site: Site) -> None:
    site.pages["/"] = Reply(PAGE)
    fetcher().fetch(f"http://planet.example:{site.port}/")
    told = site.headers("/")
    assert told.pop("accept").startswith("text/html")
    assert told == {
        "host": f"planet.example:{site.port}",
        "accept-encoding": "gzip, deflate",
        "user-agent": "OnRecord/0.1.0",
    }


def test_what_did_not_change_is_not_sent_again(site: Site) -> None:
    def page(asked: BaseHTTPRequestHandler) -> Reply:
        same = asked.headers["If-None-Match"] == '"v1"'
        return Reply(status=304, kind=None) if same else Reply(PAGE)

    site.pages["/"] = page
    again = fetcher().fetch(site.url, etag='"v1"', last_modified="Mon, 02 Nov 2026 10:00:00 GMT")
    assert (again.changed, again.data) == (False, b"")
    assert site.headers("/")["if-modified-since"] == "Mon, 02 Nov 2026 10:00:00 GMT"
    assert fetcher().fetch(site.url, etag='"v0"').data == PAGE


@pytest.mark.parametrize("etag", ['"a"\r\nX-Evil: 1', "x" * 501, '"ü"'])
def test_a_validator_that_would_break_a_header_is_not_sent(site: Site, etag: str) -> None:
    site.pages["/"] = Reply(PAGE)
    fetcher().fetch(site.url, etag=etag)
    assert {"if-none-match", "x-evil"}.isdisjoint(site.headers("/"))


# --- redirects


def _to(place: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": place})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(site: Site, status: int) -> None:
    site.pages |= {"/old": _to("/new?x=1", status), "/new?x=1": Reply(PAGE)}
    found = fetcher().fetch(f"{site.url}/old")
    assert (found.url, found.data) == (f"{site.url}/new?x=1", PAGE)


def test_five_redirects_are_followed_and_no_more(site: Site) -> None:
    site.pages |= {f"/{n}": _to(f"/{n + 1}") for n in range(6)} | {"/6": Reply(PAGE)}
    assert fetcher().fetch(f"{site.url}/1").data == PAGE
    with pytest.raises(Unfetchable, match="it leads further more than 5 times"):
        fetcher().fetch(f"{site.url}/0")


def test_a_redirect_in_utf_8_with_a_space_is_followed(site: Site) -> None:
    site.pages |= {"/": _to("/ü b".encode().decode("latin-1")), "/%C3%BC%20b": Reply(PAGE)}
    assert fetcher().fetch(site.url).data == PAGE


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("http://10.0.0.1/", id="private"),
        pytest.param("http://127.0.0.2:{port}/", id="another loopback"),
        pytest.param("http://0x7f000001:{port}/", id="in hex"),
        pytest.param("http://localhost:{port}/", id="localhost"),
        pytest.param("http://[::1]:{port}/", id="IPv6"),
        pytest.param("//169.254.169.254/latest/meta-data/", id="a cloud's metadata"),
        pytest.param("http://me:pw@127.0.0.1:{port}/", id="with a password"),
        pytest.param("file:///etc/passwd", id="a file"),
        pytest.param("ftp://127.0.0.1/", id="ftp"),
        pytest.param("http://[::1", id="no address"),
    ],
)
def test_what_a_redirect_leads_to_is_vetted_too(site: Site, place: str) -> None:
    site.pages |= {"/start": _to(place.format(port=site.port)), "/": Reply(PAGE)}
    with pytest.raises(Unfetchable):
        fetcher().fetch(f"{site.url}/start")
    assert site.paths == ["/start"]


def test_cookies_are_not_carried_on(site: Site) -> None:
    cookie = {"Set-Cookie": "who=me", "Location": "/new"}
    site.pages |= {"/": Reply(status=302, headers=cookie), "/new": Reply(PAGE)}
    same = fetcher()
    same.fetch(site.url)
    same.fetch(site.url)
    assert "cookie" not in site.headers("/new")


# --- where it goes


def test_what_was_vetted_is_what_is_connected_to() -> None:
    answers = [["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"], ["127.0.0.2"]]
    looked_up: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return answers[len(looked_up) - 1]

    with serving("127.0.0.1") as site, _also("127.0.0.2", site.port) as other:
        site.pages["/robots.txt"] = Reply(b"", kind="text/plain")
        with pytest.raises(Unfetchable, match=NOT_PUBLIC):
            fetcher(resolve=rebinding).fetch(f"http://planet.example:{site.port}/")
        assert (site.paths, other) == ([], [])  # robots.txt came from the one that was vetted
        assert [path for path, _ in site.asked] == ["/robots.txt"]


@contextmanager
def _also(host: str, port: int) -> Iterator[list[str]]:
    """A listener on another address of this machine; what connects to it is noted."""
    reached: list[str] = []

    def listen() -> None:
        with suppress(OSError):
            while True:
                line, who = listener.accept()
                reached.append(str(who))
                line.close()

    with socket.create_server((host, port)) as listener:
        threading.Thread(target=listen, daemon=True).start()
        yield reached


def test_an_address_that_nobody_answers_at_is_passed_over(site: Site) -> None:
    site.pages["/"] = Reply(PAGE)
    both = fetcher(
        resolve=lambda *_: ["127.0.0.3", "127.0.0.1"],
        permitted=lambda address: address.is_loopback,
    )
    assert both.fetch(f"http://planet.example:{site.port}/").data == PAGE


def test_where_several_addresses_lead_nowhere_the_other_kind_has_its_turn(site: Site) -> None:
    site.pages["/"] = Reply(PAGE)
    both = fetcher(
        resolve=lambda *_: ["::1", "::1", "::1", "::1", "127.0.0.1"],
        permitted=lambda address: address.is_loopback,
    )
    assert both.fetch(f"http://planet.example:{site.port}/").data == PAGE


def test_proxies_of_the_environment_are_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        site.pages["/"] = Reply(PAGE)
        assert fetcher().fetch(f"http://planet.example:{site.port}/").data == PAGE
        assert proxy.asked == []


def test_a_running_bot_reaches_nothing_on_its_own_machine(site: Site) -> None:
    site.pages["/"] = Reply(PAGE)
    for url in (site.url, f"http://localhost:{site.port}"):
        with pytest.raises(Unfetchable):
            Fetcher().fetch(url)
    assert site.asked == []


def test_a_name_that_there_is_not_is_said_to_be_none() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(Unfetchable, match="there is no site of that name"):
        fetcher(resolve=unknown).fetch("http://planet.example/")


def test_a_look_up_that_takes_for_ever_is_given_up() -> None:
    with pytest.raises(Unfetchable, match="its name cannot be looked up now"):
        fetcher(resolve=lambda *_: time.sleep(5) or [], connecting=0.1).fetch(
            "http://planet.example/"
        )


# --- TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def _trusting(authority: trustme.CA) -> Callable[[], ssl.SSLContext]:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return lambda: context


def _certified(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


def test_a_certificate_is_that_of_the_name_though_the_address_is_pinned(
    authority: trustme.CA,
) -> None:
    context, named = _certified(authority, "planet.example"), []
    context.sni_callback = lambda _line, name, _context: named.append(name)
    with serving(tls=context) as site:
        site.pages["/"] = Reply(PAGE)
        secure = fetcher(trusted=_trusting(authority))
        found = secure.fetch(f"https://planet.example:{site.port}/")
    assert found.data == PAGE
    assert set(named) == {"planet.example"}


def test_a_certificate_of_an_address_will_do_for_that_address(authority: trustme.CA) -> None:
    with serving(tls=_certified(authority, "127.0.0.1")) as site:
        site.pages["/"] = Reply(PAGE)
        assert fetcher(trusted=_trusting(authority)).fetch(site.url).data == PAGE


@pytest.mark.parametrize("known", [True, False], ids=["of another name", "of nobody known"])
def test_a_certificate_that_proves_nothing_is_refused(
    authority: trustme.CA,
    known: bool,  # noqa: FBT001
) -> None:
    whose, trusted = ("other.example", authority) if known else ("planet.example", trustme.CA())
    with serving(tls=_certified(authority, whose)) as site:
        site.pages["/"] = Reply(PAGE)
        with pytest.raises(Unfetchable, match="its certificate does not show that it is that site"):
            fetcher(trusted=_trusting(trusted)).fetch(f"https://planet.example:{site.port}/")
        assert site.asked == []


def test_what_speaks_no_tls_is_told_of(site: Site) -> None:
    with pytest.raises(Unfetchable, match="no secure connection"):
        fetcher().fetch(f"https://planet.example:{site.port}/")


# --- how much


def _packed(data: bytes, bits: int) -> bytes:
    packing = zlib.compressobj(9, zlib.DEFLATED, bits)
    return packing.compress(data) + packing.flush()


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("gzip", gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])),
        ("gzip", gzip.compress(PAGE) + b"rubbish"),
        ("GZIP", gzip.compress(PAGE)),
        ("deflate", _packed(PAGE, zlib.MAX_WBITS)),
        ("deflate", _packed(PAGE, -zlib.MAX_WBITS)),
        ("identity", PAGE),
    ],
    ids=[
        "gzip",
        "by its old name",
        "in two",
        "with rubbish after it",
        "in capitals",
        "deflate",
        "bare deflate",
        "none",
    ],
)
def test_what_is_compressed_is_read(site: Site, encoding: str, data: bytes) -> None:
    site.pages["/"] = Reply(data, headers={"Content-Encoding": encoding})
    assert fetcher().fetch(site.url).data == PAGE


@pytest.mark.parametrize("bits", [31, zlib.MAX_WBITS], ids=["gzip", "deflate"])
def test_a_bomb_is_left_as_soon_as_it_is_too_large(site: Site, bits: int) -> None:
    packing = zlib.compressobj(9, zlib.DEFLATED, bits)
    bomb = b"".join(packing.compress(b"\0" * MEGABYTE) for _ in range(500)) + packing.flush()
    encoding = {"Content-Encoding": "gzip" if bits == 31 else "deflate"}
    site.pages["/"] = Reply(bomb, headers=encoding)
    bounded = fetcher(largest=5 * MEGABYTE)
    tracemalloc.start()
    began = time.process_time()
    try:
        with pytest.raises(Unfetchable, match="it is larger than 5 MB"):
            bounded.fetch(site.url)
        assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert time.process_time() - began < 5


def test_a_bomb_in_a_bomb_is_not_opened(site: Site) -> None:
    twice = gzip.compress(gzip.compress(b"\0" * MEGABYTE))
    site.pages["/"] = Reply(twice, headers={"Content-Encoding": "gzip, gzip"})
    with pytest.raises(Unfetchable, match="compressed in a way that was not asked for"):
        fetcher().fetch(site.url)


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "x-unknown"])
def test_what_is_compressed_as_nobody_asked_is_refused(site: Site, encoding: str) -> None:
    site.pages["/"] = Reply(PAGE, headers={"Content-Encoding": encoding})
    with pytest.raises(Unfetchable, match="compressed in a way that was not asked for"):
        fetcher().fetch(site.url)


def test_what_says_that_it_is_too_large_is_not_read(site: Site) -> None:
    sent: list[int] = []

    def act(asked: BaseHTTPRequestHandler) -> None:
        asked.wfile.write(b"x")
        sent.append(1)
        time.sleep(5)

    site.pages["/"] = Reply(act=act, headers={"Content-Length": str(10**12)})
    began = time.monotonic()
    with pytest.raises(Unfetchable, match="it is larger than 20 MB"):
        fetcher().fetch(site.url)
    assert time.monotonic() - began < 4


def test_what_is_compressed_and_holds_nothing_is_left_when_it_is_too_large(site: Site) -> None:
    def act(asked: BaseHTTPRequestHandler) -> None:
        packing = zlib.compressobj(9, zlib.DEFLATED, 31)
        asked.wfile.write(packing.compress(b"") + packing.flush(zlib.Z_SYNC_FLUSH))
        while True:
            asked.wfile.write(b"\x00\x00\x00\xff\xff" * 10_000)

    site.pages["/"] = Reply(act=act, headers={"Content-Encoding": "gzip"})
    with pytest.raises(Unfetchable, match="it is larger than 1 MB"):
        fetcher(largest=MEGABYTE).fetch(site.url)


def test_what_never_ends_is_left_when_it_is_too_large(site: Site) -> None:
    def act(asked: BaseHTTPRequestHandler) -> None:
        while True:
            asked.wfile.write(b"x" * 65536)

    site.pages["/"] = Reply(act=act)
    with pytest.raises(Unfetchable, match="it is larger than 1 MB"):
        fetcher(largest=MEGABYTE).fetch(site.url)


# --- how long


def _trickle(data: bytes, seconds: float) -> Callable[[BaseHTTPRequestHandler], None]:
    def act(asked: BaseHTTPRequestHandler) -> None:
        for byte in data:
            asked.wfile.write(bytes([byte]))
            time.sleep(seconds)

    return act


def test_a_body_that_trickles_is_given_up_in_time(site: Site) -> None:
    site.pages["/"] = Reply(act=_trickle(PAGE * 100, 0.02))
    began = time.monotonic()
    with pytest.raises(Unfetchable, match="it takes too long"):
        fetcher(whole=0.5).fetch(site.url)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "head",
    [b"HTTP/1.1 200 OK\r\n" + b"X-Slow: x\r\n" * 90, b"HTTP/1.1 100 Continue\r\n\r\n" * 90],
    ids=["headers", "patience asked for"],
)
def test_an_answer_that_never_begins_is_given_up_in_time(site: Site, head: bytes) -> None:
    def act(asked: BaseHTTPRequestHandler) -> None:
        _trickle(head * 5, 0.02)(asked)

    with _raw(act) as port:
        began = time.monotonic()
        with pytest.raises(Unfetchable, match="it takes too long"):
            fetcher(whole=0.5).fetch(f"http://127.0.0.1:{port}/")
        assert time.monotonic() - began < 3


@contextmanager
def _raw(act: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[int]:
    """A server that answers with no more than what *act* writes."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                self.rfile.readline()
                act(self)  # type: ignore[arg-type]

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_site_that_is_silent_is_given_up(site: Site) -> None:
    site.pages["/"] = Reply(act=lambda _: time.sleep(3))
    with pytest.raises(Unfetchable, match="the site does not answer"):
        fetcher(silent=0.3).fetch(site.url)


def test_a_site_that_is_down_is_told_of() -> None:
    with serving() as gone:
        pass
    with pytest.raises(Unfetchable, match="the site does not answer"):
        fetcher().fetch(gone.url)


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(PAGE, length=len(PAGE) + 10), id="shorter than it says"),
        pytest.param(Reply(b"no gzip", headers={"Content-Encoding": "gzip"}), id="no gzip"),
        pytest.param(
            Reply(gzip.compress(PAGE)[:-8] + b"x" * 8, headers={"Content-Encoding": "gzip"}),
            id="damaged gzip",
        ),
        pytest.param(
            Reply(gzip.compress(PAGE)[:-9], headers={"Content-Encoding": "gzip"}),
            id="half of gzip",
        ),
        pytest.param(
            Reply(_packed(PAGE, -zlib.MAX_WBITS)[:-9], headers={"Content-Encoding": "deflate"}),
            id="half of bare deflate",
        ),
        pytest.param(
            Reply(
                act=lambda asked: asked.wfile.write(b"5\r\n<p>It\r\n"),
                headers={"Transfer-Encoding": "chunked"},
            ),
            id="without its last chunk",
        ),
        pytest.param(
            Reply(
                act=lambda asked: asked.wfile.write(b"zz\r\n"),
                headers={"Transfer-Encoding": "chunked"},
            ),
            id="damaged chunks",
        ),
    ],
)
def test_an_answer_that_is_not_whole_is_no_answer(site: Site, reply: Reply) -> None:
    site.pages["/"] = reply
    with pytest.raises(Unfetchable, match="its answer broke off or is damaged"):
        fetcher().fetch(site.url)


def test_what_is_no_http_is_told_of() -> None:
    with (
        _raw(lambda line: line.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")) as port,
        pytest.raises(Unfetchable, match="its answer broke off or is damaged"),
    ):
        fetcher().fetch(f"http://127.0.0.1:{port}/")


# --- what


@pytest.mark.parametrize(
    "kind",
    ["image/png", "VIDEO/mp4; x=y", "audio/mpeg", "font/woff2", "text/css", "application/zip"],
)
def test_what_can_be_no_article_is_refused_before_it_is_read(site: Site, kind: str) -> None:
    site.pages["/"] = Reply(act=lambda _: time.sleep(3), kind=kind)
    began = time.monotonic()
    with pytest.raises(Unfetchable, match="it is no article"):
        fetcher().fetch(site.url)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("kind", ["application/pdf", "application/rss+xml", "nonsense", None])
def test_what_may_be_an_article_is_read(site: Site, kind: str | None) -> None:
    site.pages["/"] = Reply(PAGE, kind=kind)
    assert fetcher().fetch(site.url).data == PAGE


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "the site does not let it be read (401); paste the text instead"),
        (403, "the site does not let it be read (403); paste the text instead"),
        (404, "it is not there (404); check the address"),
        (410, "it is not there (410); check the address"),
        (429, "the site asks to be left alone for a while (429); try again later"),
        (500, "the site has trouble (500); try again later"),
        (204, "the site does not answer with a page (204); paste the text instead"),
        (304, "the site does not answer with a page (304); paste the text instead"),
        (300, "the site does not answer with a page (300); paste the text instead"),
    ],
)
def test_every_answer_but_a_page_says_what_to_do(site: Site, status: int, told: str) -> None:
    site.pages["/x?key=s3cret"] = Reply(status=status)
    with pytest.raises(Unfetchable) as refused:
        fetcher().fetch(f"{site.url}/x?key=s3cret")
    assert str(refused.value) == f"cannot fetch '{site.url}/x?…': {told}"


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120),
        ("9" * 30, 24 * 3600),
        ("soon", None),
        ("Mon, 02 Nov 2020 10:00:00 GMT", 0),
        ("Mon, 02 Nov 2099 10:00:00 GMT", 24 * 3600),
        ("-5", None),
    ],
)
def test_how_long_a_site_wants_to_be_left_alone(
    site: Site, told: str, seconds: float | None
) -> None:
    site.pages["/"] = Reply(status=503, headers={"Retry-After": told})
    with pytest.raises(Unfetchable) as refused:
        fetcher().fetch(site.url)
    assert refused.value.retry_after == seconds
