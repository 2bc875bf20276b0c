"""Every platform that has its tokens, in one event loop, until a signal ends it."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
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
    with _on_signals(stop.set):
        stopping = asyncio.create_task(stop.wait())
        running = asyncio.gather(*(_one(name, config, store, tell) for name in platforms))
        await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopped = stop.is_set()
        for unfinished in (running, stopping):
            unfinished.cancel()
        with suppress(asyncio.CancelledError):
            await running  # raises what nobody expected
    return stopped


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
