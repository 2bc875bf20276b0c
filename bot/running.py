"""Every platform that has its tokens, in one event loop, until a signal ends it."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module

from bot.config import Config
from bot.polling import keep_polling
from store.errors import OnRecordError
from store.store import Store

PLATFORMS = ("slack", "discord")  # each a package with `run(config, store)` and its settings

GRACE = 30  # seconds between a signal and the end, whatever is in flight

log = logging.getLogger(__name__)


def ready(config: Config) -> tuple[str, ...]:
    """The platforms that *config* has tokens for."""
    return tuple(name for name in PLATFORMS if getattr(config, name).ready)


def serve(
    platforms: Sequence[str], config: Config, store: Store, *, tell: Callable[[str], None]
) -> bool:
    """`run` them; after a signal what is in flight is finished, if that takes no longer than GRACE.

    What takes longer is given up with the process.
    """
    timer = threading.Timer(GRACE, _give_up)
    timer.daemon = True
    try:
        return asyncio.run(run(platforms, config, store, tell=tell, stopping=timer.start))
    finally:
        timer.cancel()


async def run(
    platforms: Sequence[str],
    config: Config,
    store: Store,
    *,
    tell: Callable[[str], None],
    stopping: Callable[[], None] = lambda: None,
) -> bool:
    """Run *platforms* until SIGINT or SIGTERM, and follow feeds beside them.

    False where all of the platforms stopped by themselves.

    One that stops with an expected error says so through *tell*, and the others go on. A signal
    is told to *stopping* at once, and the platforms then finish what people asked before.
    """
    stop = asyncio.Event()

    def act() -> None:
        if not stop.is_set():
            stopping()
        stop.set()

    with _on_signals(act):
        signalled = asyncio.create_task(stop.wait())
        running = asyncio.gather(*(_one(name, config, store, tell) for name in platforms))
        polling = asyncio.create_task(keep_polling(store))
        await asyncio.wait((running, signalled), return_when=asyncio.FIRST_COMPLETED)
        stopped = stop.is_set()
        for unfinished in (running, signalled, polling):
            unfinished.cancel()
        try:
            with suppress(asyncio.CancelledError):
                await running  # raises what nobody expected
        finally:
            await asyncio.wait([polling])
    return stopped


def _give_up() -> None:
    """End the process in the midst of things; of half a load SQLite keeps nothing."""
    log.error("stopped after %d seconds though not all was finished", GRACE)
    os._exit(1)


@contextmanager
def _on_signals(act: Callable[[], None]) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, act)
    try:
        yield
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


async def _one(name: str, config: Config, store: Store, tell: Callable[[str], None]) -> None:
    log.info("starting %s", name)
    try:
        await import_module(f"bot.platforms.{name}").run(config, store)
    except OnRecordError as error:
        tell(f"{name} stopped: {error}")
