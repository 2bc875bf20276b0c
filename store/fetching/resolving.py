"""From a host to the addresses that may be connected to; all that it has are vetted."""

from __future__ import annotations

import socket
import threading
from ipaddress import ip_address

from store.fetching.addresses import NOT_PUBLIC, IPAddress, Target, unfetchable
from store.fetching.policy import Policy

_UNKNOWN = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}

_NOT_NOW = "its name cannot be looked up now"


def vetted(asked: Target, policy: Policy, patience: float) -> tuple[IPAddress, ...]:
    """Where *asked* is, looked up once, within *patience* seconds; raises Unfetchable.

    One address among others that may not be connected to is enough to refuse them all.
    """
    found = (asked.number,) if asked.number else _looked_up(asked, policy, patience)
    if not found:
        raise unfetchable(asked.url, "there is no site of that name: copy it from the browser")
    if not all(policy.permitted(address) for address in found):
        raise unfetchable(asked.url, NOT_PUBLIC)
    return tuple(found)


def _looked_up(asked: Target, policy: Policy, patience: float) -> tuple[IPAddress, ...]:
    """Looked up by a thread of its own: nothing else ends a look-up that takes too long."""
    answers: list[str] = []
    errors: list[Exception] = []

    def look_up() -> None:
        try:
            answers.extend(policy.resolve(asked.host, asked.port))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label that no name has
            errors.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(patience)
    if thread.is_alive():
        raise unfetchable(asked.url, _NOT_NOW, passing=True)
    if not errors:
        return tuple(ip_address(answer) for answer in answers)
    [error] = errors
    known = isinstance(error, socket.gaierror) and error.errno not in _UNKNOWN
    if known:
        raise unfetchable(asked.url, _NOT_NOW, passing=True) from error
    return ()
