"""Every platform that has its tokens, in one event loop, until a signal ends it."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Sequence
from importlib import import_module

from bot.config import Config
from store.errors import OnRecordError
from store.store import Store

PLATFORMS = ("slack", "discord")  # each a package with `run(config, store)` and its settings

log = logging.getLogger(__name__)


def ready(config: Config) -> tuple[str, ...]:
    """The platforms that *config* has tokens for."""
    return tuple(name for name in PLATFORMS if getattr(config, name).ready)


async def run(
    platforms: Sequence[str], config: Config, store: Store, *, tell: Callable[[str], None]
) -> bool:
    """Run *platforms* until SIGINT or SIGTERM; False where all of them stopped by themselves.

    One that stops with an expected error says so through *tell*, and the others go on.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    running = asyncio.gather(*(_one(name, config, store, tell) for name in platforms))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if running.done():
        running.result()  # raises what nobody expected
        return False
    running.cancel()
    await asyncio.wait((running,))
    return True


async def _one(name: str, config: Config, store: Store, tell: Callable[[str], None]) -> None:
    log.info("starting %s", name)
    try:
        await import_module(f"bot.platforms.{name}").run(config, store)
    except OnRecordError as error:
        tell(f"{name} stopped: {error}")
