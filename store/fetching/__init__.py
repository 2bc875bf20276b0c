"""Address in, bytes out: politely, and nothing but what all the web can see.

An address is taken apart once (addresses), looked up once and vetted (resolving), and what was
vetted is what is connected to (requesting); each redirect goes through all of it again (fetcher).
What is an article is not known here.
"""

from __future__ import annotations

from store.fetching.addresses import shown
from store.fetching.fetched import Fetched
from store.fetching.fetcher import Fetcher, shared
from store.fetching.policy import Policy

__all__ = ["Fetched", "Fetcher", "Policy", "shared", "shown"]
