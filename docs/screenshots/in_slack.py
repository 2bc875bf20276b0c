"""What is asked in Slack for the pictures, and the very blocks that the bot sent for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright
from slack_page import Form, Home, Message, Offer, Shown, page, typed
from slack_sdk import WebClient

from bot.config import Slack
from bot.platforms.slack.app import Threads, application
from store.model import Article
from store.store import Store
from tests.bot.platforms.slack.conftest import EDITOR, READER, SECRET, TOKEN, Workspace
from tests.bot.platforms.slack.peer import serving

SHARP = 2  # dots to a pixel, as on the screens of today
Scene = Callable[[Workspace, Store], list[Shown]]

# Ours, for a name that two people bear, and for an address: the seed article has neither.
HARBOUR = """“The old crane stays where it is,” harbour master Tom Kirby told the council on Monday.

“We pass it every day,” said Nell Garvie, a baker on the quay. “Nobody has asked us.”

Garvie denied that her customers are afraid of it.
"""
CRANE = "https://example.com/the-old-crane-stays"


def take(store: Store, folder: Path, chromium: str) -> None:
    """Keep a picture of each scene in *folder*."""
    arguments = ["--no-sandbox", "--disable-gpu"]
    with _workspace(store) as workspace, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        view = browser.new_page(viewport={"width": 720, "height": 400}, device_scale_factor=SHARP)
        for name, scene in SCENES.items():
            view.set_content(page(scene(workspace, store)))
            view.locator("main").screenshot(path=folder / f"slack-{name}.png")
        browser.close()


@contextmanager
def _workspace(store: Store) -> Iterator[Workspace]:
    """The bot as it runs, asked over signed HTTP; Slack's side keeps what it sends."""
    with (
        serving() as peer,
        ThreadPoolExecutor(1) as asking,
        ThreadPoolExecutor(1) as noting,
        ThreadPoolExecutor(1) as loading,
    ):
        client = WebClient(TOKEN, base_url=f"{peer.url}/api/")
        settings = Slack(bot_token=TOKEN, signing_secret=SECRET, editors=frozenset({EDITOR}))
        threads = Threads(asking, noting, loading)
        app = application(settings, store, client, threads)
        yield Workspace(app, peer, threads, lambda _: {})


def _mentioned(question: str) -> Scene:
    def scene(workspace: Workspace, _: Store) -> list[Shown]:
        workspace.mention(question)
        asked = typed(
            "Ana Reyes",
            {"type": "user", "user_id": "U0BOT"},
            {"type": "text", "text": f" {question}"},
        )
        return [asked, _sent(workspace)]

    return scene


def _commanded(name: str, user: str = READER) -> Scene:
    def scene(workspace: Workspace, _: Store) -> list[Shown]:
        workspace.command(name, user=user)
        return [_sent(workspace)]

    return scene


def _reported(workspace: Workspace, _: Store) -> list[Shown]:
    workspace.mention("who said nobody has asked us")
    workspace.click(workspace.peer.sent[-1].every_button["wrong"])
    return [Form(workspace.peer.of("views.open")[-1].given["view"])]


def _reviewed(workspace: Workspace, store: Store) -> list[Shown]:
    (form,) = _reported(workspace, store)
    name = {"text": {"type": "plain_text", "text": "Tom Kirby"}, "value": "Tom Kirby"}
    why = "I was there: the harbour master said this, not the baker."
    filled = {
        "instead": {"type": "external_select", "selected_option": name},
        "why": {"type": "plain_text_input", "value": why},
    }
    workspace.submit(form.view, filled, user=READER)
    return _commanded("/review", EDITOR)(workspace, store)


def _home(workspace: Workspace, _: Store) -> list[Shown]:
    workspace.peer.admins.add(EDITOR)
    return [Home(workspace.go_home(EDITOR)["view"]["blocks"])]


def _load(workspace: Workspace, _: Store) -> list[Shown]:
    workspace.command("/load", user=EDITOR)
    return [Form(workspace.peer.of("views.open")[-1].given["view"])]


def _corrected(workspace: Workspace, _: Store) -> list[Shown]:
    workspace.mention("who said nobody has asked us")
    workspace.click(workspace.peer.sent[-1].buttons["share"])
    workspace.command("/review", user=EDITOR)
    workspace.click(workspace.peer.sent[-1].every_button["rule-reassign"], user=EDITOR)
    return [Message("On Record", workspace.peer.only("chat.update").blocks, alone=False)]


def _offered(workspace: Workspace, _: Store) -> list[Shown]:
    workspace.event({"type": "app_home_opened", "channel": "D0READER", "tab": "messages"})
    given = workspace.peer.only("assistant.threads.setSuggestedPrompts").given
    workspace.write(given["prompts"][0]["message"])
    asked = typed("Ana Reyes", {"type": "text", "text": given["prompts"][0]["message"]})
    return [Offer(given["title"], given["prompts"]), asked, _sent(workspace)]


def _namesakes(workspace: Workspace, store: Store) -> list[Shown]:
    told = {"title": "The old crane stays", "outlet": "The Harbour Post", "url": CRANE}
    store.load(Article(HARBOUR, **told, published=date(2026, 5, 4)), by="shell")
    return _mentioned("what did Kirby say?")(workspace, store)


def _unfurled(workspace: Workspace, _: Store) -> list[Shown]:
    link = {"domain": "example.com", "url": CRANE}
    told = {"type": "link_shared", "channel": "C0DESK", "message_ts": "1.1", "links": [link]}
    workspace.event(told)
    below = workspace.peer.only("chat.unfurl").given["unfurls"][CRANE]["blocks"]
    wrote = typed(
        "Ana Reyes", {"type": "text", "text": "For tonight: "}, {"type": "link", "url": CRANE}
    )
    return [replace(wrote, below=below)]


def _sent(workspace: Workspace) -> Message:
    sent = workspace.peer.sent[-1]
    alone = sent.method == "chat.postEphemeral" or sent.given.get("response_type") == "ephemeral"
    return Message("On Record", sent.blocks, alone)


SCENES: dict[str, Scene] = {
    "answer": _mentioned("who said absolutely ridiculous?"),
    "denials": _mentioned("who denied the strike?"),
    "check": _mentioned("check: “We are attacking Putin and Moscow,” Zelensky said."),
    "nothing": _mentioned("who said bananas are blue?"),
    "help": _commanded("/help"),
    "agent": _offered,
    "which": _namesakes,
    # of what was loaded for the one before
    "link": _unfurled,
    "wrong": _reported,
    "review": _reviewed,
    "home": _home,
    "load": _load,
    "corrected": _corrected,
}
