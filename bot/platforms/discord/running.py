"""The bot's connection to Discord: from its token until it is stopped."""

from __future__ import annotations

import logging

import aiohttp
import discord
from discord import app_commands

from bot import config
from bot.platforms.discord.client import Client
from bot.platforms.discord.replies import finished
from store.errors import Misconfigured
from store.store import Store

_PATIENCE = 20.0  # seconds for what was asked before a stop
_WRONG_TOKEN = 4004  # what Discord closes a connection with
_REFUSED = (
    "Discord refused the token: make a new one under Bot in the developer portal"
    " and set DISCORD_TOKEN to it"
)
_COMMANDS = (
    "Discord refused the commands: tick both kinds of install under Installation in the developer"
    " portal, and look over the files of languages if you added one"
)
_UNREACHED = "Discord cannot be reached: check the network, and discordstatus.com"


async def run(settings: config.Config, store: Store) -> None:
    """Answer on Discord until cancelled; raises Misconfigured where Discord does not let us."""
    _quieten()
    async with Client(settings.discord, store) as client:
        try:
            await client.start(settings.discord.token)
        except discord.LoginFailure as error:
            raise Misconfigured(_REFUSED) from error
        except discord.ConnectionClosed as error:
            if error.code != _WRONG_TOKEN:
                raise
            raise Misconfigured(_REFUSED) from error
        except app_commands.CommandSyncFailure as error:
            raise Misconfigured(f"{_COMMANDS}. {' '.join(str(error).split())}") from error
        except (aiohttp.ClientConnectionError, discord.DiscordServerError) as error:
            raise Misconfigured(_UNREACHED) from error
        finally:
            await finished(_PATIENCE)


def _quieten() -> None:
    """Keep out of the log what discord.py would put there and nobody should read."""
    # below INFO: addresses and events with the tokens of interactions in them
    library = logging.getLogger("discord")
    library.setLevel(max(logging.INFO, library.getEffectiveLevel()))
    # that there is no voice, which we never use
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
