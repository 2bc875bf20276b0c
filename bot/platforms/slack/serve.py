"""How Slack reaches the bot: over a socket that the bot opens, or over signed HTTP."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.signature import SignatureVerifier

from bot.health import health
from store.errors import Misconfigured, StoreUnavailable
from store.store import Store

Handler = Callable[[web.Request], Awaitable[web.Response]]

LARGEST_REQUEST = 2**20  # bytes
UNREACHED = "Slack cannot be reached: check the network, and slack-status.com"
log = logging.getLogger("bot.platforms.slack")


async def over_socket(app: App, client: WebClient) -> None:
    """Hold a socket to Slack open until cancelled; *client* has the app token."""
    handler = SocketModeHandler(app, client.token, web_client=client)
    connecting = asyncio.create_task(asyncio.to_thread(handler.connect))
    try:
        await asyncio.shield(connecting)
        log.info("Slack: listening over a socket")
        await asyncio.Event().wait()
    except SlackApiError as error:
        reason = error.response["error"]
        raise Misconfigured(f"Slack refused the app token: {reason}") from error
    except (SlackClientError, OSError) as error:
        raise Misconfigured(UNREACHED) from error
    finally:
        await asyncio.gather(connecting, return_exceptions=True)  # half a socket cannot be closed
        await asyncio.to_thread(handler.close)


async def over_http(app: App, secret: str, port: int, store: Store) -> None:
    """Serve Slack's signed requests on *port* until cancelled."""
    runner = web.AppRunner(site(app, secret, store), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, port=port).start()
        log.info("Slack: listening on port %s", port)
        await asyncio.Event().wait()
    except OSError as error:
        raise Misconfigured(f"cannot listen for Slack on port {port}: {error}") from error
    finally:
        await runner.cleanup()


def site(app: App, secret: str, store: Store) -> web.Application:
    """`/slack/events` for what Slack sends, `/health` for whoever watches, and OAuth's two."""
    verifier = SignatureVerifier(secret)

    async def events(request: web.Request) -> web.Response:
        body = await request.read()
        if not verifier.is_valid_request(body, dict(request.headers)):
            return web.Response(status=401, text="invalid request")  # before anything is parsed
        heard = BoltRequest(body=body.decode(), headers=dict(request.headers))
        return await to_aiohttp_response(await asyncio.to_thread(app.dispatch, heard))

    async def watched(_request: web.Request) -> web.Response:
        try:
            await asyncio.to_thread(health, store)
        except StoreUnavailable as error:
            log.error("Slack: not healthy: %s", error)
            return web.Response(status=503, text="the store does not answer")
        return web.Response(text="ok")

    served = web.Application(client_max_size=LARGEST_REQUEST)
    served.router.add_post("/slack/events", events)
    served.router.add_get("/health", watched)
    if app.oauth_flow:
        _let_install(served, app.oauth_flow)
    return served


def _let_install(served: web.Application, flow: OAuthFlow) -> None:
    """The two addresses at which a workspace installs the bot."""

    def answering(handle: Callable[[BoltRequest], BoltResponse]) -> Handler:
        async def answer(request: web.Request) -> web.Response:
            heard = BoltRequest(body="", query=request.query_string, headers=dict(request.headers))
            try:
                return await to_aiohttp_response(await asyncio.to_thread(handle, heard))
            except (SlackClientError, OSError) as error:
                log.warning("Slack: nothing was installed: %s", error)
                return web.Response(status=502, text="Slack cannot be reached; try again.")

        return answer

    served.router.add_get(flow.install_path, answering(flow.handle_installation))
    served.router.add_get(flow.redirect_uri_path, answering(flow.handle_callback))
