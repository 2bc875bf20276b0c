"""Which addresses may be fetched: whole ones of the public web, however they are spelt."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)
from urllib.parse import urlsplit

from yarl import URL

from store.errors import Unfetchable

IPAddress = IPv4Address | IPv6Address

NOT_PUBLIC = "it is no public address of the web"
_LONGEST = 2000  # characters
_SHOWN = 150  # characters of an address that somebody is told of

_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}")
_NUMBER = re.compile(r"\d+|0x[\da-f]*")  # what a name ends in that is read as a number somewhere
_PLAIN_IPV4 = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")

# The last words of names that belong to a machine or to a network of its own: those that IANA and
# ICANN set apart (RFC 6761, 6762, 8375, 9476), and those that are customary.
_PRIVATE_NAMES = frozenset(
    {
        *("alt", "arpa", "cluster", "corp", "home", "internal", "intranet", "invalid", "lan"),
        *("local", "localdomain", "localhost", "onion", "priv", "private", "svc", "test"),
    }
)

# Of IANA's registries of addresses for special purposes (RFC 6890), what is not for all the web.
# What those registries have as global but for one purpose only is left out, too.
_IPV4_APART = tuple(
    IPv4Network(told)
    for told in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24"),
        *("192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # where a machine in Azure finds what runs it
    )
)
_IPV6_WEB = IPv6Network("2000::/3")  # all that is given out; mapped and private ones lie outside
_IPV6_APART = tuple(
    IPv6Network(told)
    for told in (
        "2001::/23",  # protocols: Teredo, benchmarks and others
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which holds an IPv4 address
        "2620:4f:8000::/48",
        "3fff::/20",  # documentation
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")  # how IPv4 is reached from a network that has none


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart once, so that nobody takes it for another later.

    *host* is a name in ASCII or an IP address without brackets; *path* has the query with it.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host, and the port where it is not that of the scheme."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def number(self) -> IPAddress | None:
        """The host where it is no name but an IP address."""
        try:
            return ip_address(self.host)
        except ValueError:
            return None


_PORTS = {"http": 80, "https": 443}


def target(url: str, ports: Collection[int]) -> Target:
    """*url* taken apart; raises Unfetchable where it is none that may be asked for."""
    typed = url.strip()
    if len(typed) > _LONGEST:
        raise unfetchable(typed, f"it has more than {_LONGEST} characters")
    if not typed.isprintable() or " " in typed or "\\" in typed:
        raise unfetchable(typed, "it is no address: copy it again from the browser")
    scheme = typed.partition(":")[0].lower()
    if scheme not in _PORTS or not typed[len(scheme) :].startswith("://"):
        raise unfetchable(typed, "it must begin with http:// or https://")
    try:
        stated, whole = urlsplit(typed).netloc, URL(typed)
        port = whole.port or 0
    except (ValueError, IndexError) as error:  # yarl raises both
        raise unfetchable(typed, "it is no address: copy it again from the browser") from error
    if "@" in stated:
        raise unfetchable(typed, "it holds a user name or a password: leave them out")
    if port not in ports:
        raise unfetchable(typed, f"port {port} is not one of the web's")
    host = None if "%" in stated else _host(whole.raw_host or "")
    if host is None:
        raise unfetchable(typed, NOT_PUBLIC)
    return Target(scheme, host, port, whole.raw_path_qs or "/")


def is_public(address: IPAddress) -> bool:
    """Whether *address* is one that all the web is reached by, and nothing that is nearer."""
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in apart for apart in _IPV4_APART)
    if address in _NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    apart = any(address in network for network in _IPV6_APART)
    return address in _IPV6_WEB and address.is_global and not apart


def unfetchable(
    url: str, why: str, *, passing: bool = False, retry_after: float | None = None
) -> Unfetchable:
    """The error that says that *url* cannot be fetched, and *why*; later where it is *passing*."""
    told = f"cannot fetch '{shown(url)}': {why}{'; try again later' if passing else ''}"
    return Unfetchable(told, why, passing=passing, retry_after=retry_after)


def shown(url: str) -> str:
    """*url* as somebody may be told of it: what is secret in it stands in names and queries."""
    told = "".join(filter(str.isprintable, url))
    start, slashes, rest = told.partition("://")
    authority, slash, path = rest.partition("/")
    visible = f"{start}{slashes}{authority.rpartition('@')[2]}{slash}{path}"
    for secret in "?#;":
        visible, found, _ = visible.partition(secret)
        visible += f"{found}…" if found else ""
    return visible if len(visible) <= _SHOWN else f"{visible[: _SHOWN - 1]}…"


def _host(raw: str) -> str | None:
    """The host in the one spelling that everyone reads alike, None where it has none such."""
    host = raw.lower().removesuffix(".")
    if ":" in host:
        return _ipv6(host)
    *_, last = host.split(".")
    if _NUMBER.fullmatch(last):
        return _ipv4(host)
    if len(host) > 253 or not _NAME.fullmatch(host) or last in _PRIVATE_NAMES:
        return None
    return host


def _ipv4(host: str) -> str | None:
    """An address of four plain numbers; 127.1, 0177.0.0.1 and the like are read as one, too."""
    try:
        return str(IPv4Address(host)) if _PLAIN_IPV4.fullmatch(host) else None
    except ValueError:
        return None


def _ipv6(host: str) -> str | None:
    try:
        return str(IPv6Address(host))
    except ValueError:
        return None
