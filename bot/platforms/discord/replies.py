"""How the bot reaches a person: never in silence, never more people than the one who asked."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias, TypeVar

import discord
from discord import ui

from bot.errors import told
from bot.platforms.discord.asking import Found
from bot.platforms.discord.layout import Sharing, render
from bot.platforms.discord.markdown import escape, short, size

log = logging.getLogger(__name__)

Interaction: TypeAlias = discord.Interaction[Any]
T = TypeVar("T")

NOBODY = discord.AllowedMentions.none()

_PROMISED = "a public answer is promised, and not there yet"

_underway: set[asyncio.Task[Any] | None] = set()  # what `attempt` works on

# Discord's codes for an interaction that takes no answer any more: unknown interaction,
# unknown webhook, invalid webhook token.
_CLOSED = {10062, 10015, 50027}
_MOST = 2000  # characters that the text of a message holds
_TOO_LATE = "Discord took no answer there any more, so it comes here; to turn pages, ask again"
_TRY_AGAIN = "Discord took no answer from me there: please try again."
_NOTHING = "No answer: whoever asked is told why."


async def attempt(work: Awaitable[None], say: Callable[[str], Awaitable[None]]) -> None:
    """Await *work*; where it fails, *say* so: the one place where errors meet people."""
    task = asyncio.current_task()
    _underway.add(task)
    try:
        await work
    except Exception as error:  # noqa: BLE001 - it is told and logged like every other
        await say(_TRY_AGAIN if _is_refused(error) else told(error))
    finally:
        _underway.discard(task)


async def finished(within: float) -> None:
    """Wait until all that people asked is answered, but no more than *within* seconds."""
    waiting = {task for task in _underway if task}
    if waiting:
        await asyncio.wait(waiting, timeout=within)


async def defer(interaction: Interaction, *, thinking: bool = True, public: bool = False) -> None:
    """Tell Discord at once that an answer is coming, and whether it is for everybody to see.

    Discord holds the answer to what is said here. Without *thinking* the answer changes the
    message whose button was pressed. Where Discord has stopped waiting, the answer finds that out
    for itself and goes another way.
    """
    interaction.extras[_PROMISED] = public
    try:
        await interaction.response.defer(ephemeral=not public, thinking=thinking)
    except discord.HTTPException as error:
        if not _is_refused(error):
            raise


async def show(interaction: Interaction, found: Found, sharing: Sharing) -> None:
    """Answer *interaction* privately with *found*, by direct message where it is too late."""
    view = render(found.page, found.key, choices=found.choices, sharing=sharing)
    sending = interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)
    await _in_time(interaction, sending, found)


async def show_all(interaction: Interaction, found: Found, by: str) -> discord.Message | None:
    """Answer *interaction* for everybody in its channel, as was promised; None if too late.

    *by* says to whom.
    """
    view = render(found.page, found.key, choices=found.choices, sharing=Sharing.NONE, note=by)
    sending = interaction.followup.send(view=view, allowed_mentions=NOBODY, wait=True)
    sent = await _in_time(interaction, sending, found)
    interaction.extras[_PROMISED] = False
    return sent


async def change(interaction: Interaction, found: Found, sharing: Sharing) -> None:
    """Change the message whose button was pressed into *found*."""
    view = render(found.page, found.key, choices=found.choices, sharing=sharing)
    editing = interaction.edit_original_response(view=view, allowed_mentions=NOBODY)
    await _in_time(interaction, editing, found)


def may_write(interaction: Interaction) -> bool:
    """Whether whoever started *interaction* may write where they did."""
    may = interaction.permissions
    thread = isinstance(interaction.channel, discord.Thread)
    return may.send_messages_in_threads if thread else may.send_messages


async def publish(interaction: Interaction, found: Found, by: str) -> discord.Message | None:
    """Post *found* in the channel, where the person who asks for it may post themselves.

    *by* says who that is; None where nothing was posted.
    """
    if not may_write(interaction):
        await tell(interaction, "You may not write in this channel, so it stays with you.")
        return None
    view = render(found.page, found.key, choices=found.choices, sharing=Sharing.NONE, note=by)
    try:
        sent = await interaction.followup.send(view=view, allowed_mentions=NOBODY, wait=True)
    except discord.HTTPException as error:
        if not _is_refused(error):
            raise
        await tell(interaction, "Discord did not let me post it here, so it stays with you.")
        return None
    return sent


async def published(interaction: Interaction, found: Found) -> None:
    """Show whoever pressed that *found* is posted; that it is does not hang on it."""
    view = render(found.page, found.key, choices=found.choices, sharing=Sharing.DONE)
    await replace(interaction, view, "Everybody in the channel sees it now.")


async def hand_over(interaction: Interaction, view: ui.LayoutView) -> None:
    """Show *view* privately, by direct message where it is too late."""
    sending = interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)
    await _or_directly(interaction, sending, lambda: view)


async def replace(interaction: Interaction, view: ui.LayoutView, instead: str) -> None:
    """Change the message whose button was pressed into *view*; say *instead* where that fails."""
    try:
        await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)
    except discord.HTTPException as error:
        log.warning("interaction %s changed nothing: code %s", interaction.id, error.code)
        await tell(interaction, instead)


async def update(interaction: Interaction, told: str) -> None:
    """Show what is *told* in place of the answer that was promised, if Discord takes it."""
    try:
        await interaction.edit_original_response(content=escaped(told), allowed_mentions=NOBODY)
    except discord.HTTPException as error:
        log.warning("interaction %s took no news: code %s", interaction.id, error.code)


async def settle(interaction: Interaction, told: str) -> None:
    """Put what is *told* in the answer that was promised; directly, where it is too late."""
    text = escaped(told)
    editing = interaction.edit_original_response(content=text, allowed_mentions=NOBODY)
    try:
        await editing
    except discord.HTTPException as error:
        if not _is_refused(error):
            raise
        await write_to(interaction.user, content=text)


async def _in_time(interaction: Interaction, answering: Awaitable[T], found: Found) -> T | None:
    return await _or_directly(interaction, answering, lambda: alone(found, _TOO_LATE))


async def _or_directly(
    interaction: Interaction, answering: Awaitable[T], view: Callable[[], ui.LayoutView]
) -> T | None:
    """Await *answering*; where Discord takes nothing there, write *view* to whoever asked."""
    try:
        return await answering
    except discord.HTTPException as error:
        if not _is_refused(error):
            raise
        await write_to(interaction.user, view=view())
        return None


def _is_refused(error: Exception) -> bool:
    """Whether Discord takes no answer there: it stopped waiting, or the bot may not."""
    if not isinstance(error, discord.HTTPException):
        return False
    if not isinstance(error, discord.Forbidden) and error.code not in _CLOSED:
        return False
    log.warning("Discord took no answer: status %s, code %s", error.status, error.code)
    return True


async def tell(interaction: Interaction, sentence: str) -> None:
    """Say *sentence* to whoever started *interaction*, and to nobody else."""
    text = escaped(sentence)
    try:
        if interaction.extras.pop(_PROMISED, False):
            await _instead(interaction, text)
        elif interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)
        else:
            await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
    except discord.HTTPException as error:
        log.warning("interaction %s took no answer: code %s", interaction.id, error.code)
        await write_to(interaction.user, content=text)


async def _instead(interaction: Interaction, text: str) -> None:
    """Send *text* privately where a public answer was promised: only what follows that can be."""
    await interaction.edit_original_response(content=_NOTHING)
    await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)
    await interaction.delete_original_response()


async def write_to(person: discord.User | discord.Member, **what: Any) -> None:
    """Write to *person* directly; a person who takes no direct messages is noted in the log."""
    try:
        await person.send(**what, allowed_mentions=NOBODY)
    except discord.HTTPException as error:
        log.warning("user %s could not be written to: code %s", person.id, error.code)


def escaped(text: str) -> str:
    """*text* as it is shown; line by line, and of very much only what a message holds."""
    shown = ""
    for line in text[:_MOST].splitlines():
        longer = f"{shown}\n{escape(line)}" if shown else escape(line)
        if size(longer) > _MOST:
            return shown or short(line, _MOST)
        shown = longer
    return shown


def alone(found: Found, note: str) -> ui.LayoutView:
    """*found* as it comes directly, with a *note* that says why; it has no buttons."""
    return render(found.page, "", note=note)
