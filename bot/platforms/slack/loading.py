"""The form behind /load: who gets it, what was filled in, its file, and what came of it."""

from __future__ import annotations

import http.client
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot import loading
from bot.commands import LOAD
from bot.platforms.slack.blocks import Block, notice, plain
from bot.platforms.slack.delivery import Asker, asked_of, asker, privately
from store.articles import LARGEST, Details, too_large
from store.errors import UnreadableArticle
from store.links import followable
from store.store import Store

Body = Mapping[str, Any]
Work = Callable[[Callable[[], None], Body, BoltContext], object]  # does it where loaders wait

FORM = "load"  # callback id, and action id of the button that opens it
FILES = "https://files.slack.com"  # the only place that the bot token is sent to for a file
LONGEST_PASTE = 3000  # Slack's limit for a text input
_PASTED = f"Its headline on the first line. Longer than {LONGEST_PASTE} characters? Add a file."
_ADDED = f"Text or HTML, {LARGEST // 1024**2} MB at most."
REFUSED = "Loading is for admins and editors; ask an admin of this workspace."
TOO_LATE = "Slack did not open the form in time; type /load again."


@dataclass(frozen=True, slots=True)
class Submission:
    """A form filled in: a *paste* or a file, by its id, with its *name* and size as Slack tells."""

    paste: str
    file: str
    details: Details
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Loading:
    """What the listeners need: the *store*, who may load, and what shows them home anew."""

    store: Store
    may_load: Callable[[Asker], bool]
    go_home: Callable[[Asker, str], None]
    files: str = FILES


def listen(app: App, needed: Loading, do: Work) -> None:
    """Hand the form to those who may load; what it was filled in with is loaded by *do*."""

    @app.command(f"/{LOAD.name}")
    @app.action(FORM)
    def wanted(body: Body, context: BoltContext) -> None:
        who = asker(context, body)
        if not needed.may_load(who):
            privately(who, notice(REFUSED))
        elif not asked_of(who, form(who.channel)):
            privately(who, notice(TOO_LATE))

    @app.view(FORM)
    def submitted(view: Body, body: Body, context: BoltContext) -> None:
        context["channel_id"] = view.get("private_metadata") or None  # where a reply belongs
        who = asker(context, body)
        do(lambda: _load(needed, who, filled_in(view)), body, context)


def _load(needed: Loading, who: Asker, filled: Submission) -> None:
    """Load what *who* sent, if they may still, and tell them; their home shows it, too."""
    if not needed.may_load(who):
        privately(who, notice(REFUSED))
        return
    store, by = needed.store, f"slack:{who.user}"
    name, data = filled.name, filled.paste.encode()
    try:
        if filled.file:
            with loading.noting(store, name, by=by, scope=who.scope):
                name, data = fetch(who.client, filled.file, origin=needed.files)
        loaded = loading.load(store, name, data, filled.details, by=by, scope=who.scope)
        privately(who, notice(loading.report(loaded)))
    finally:
        if who.at_home:
            needed.go_home(who, "")


def form(channel: str | None) -> Block:
    """The form, which remembers the *channel* that it was asked for in."""
    paste = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST_PASTE}
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": channel or "",
        "title": plain("Load an article"),
        "submit": plain("Load"),
        "close": plain("Cancel"),
        "blocks": [
            _field("paste", "Paste the article", _PASTED, paste),
            _field("file", "Or add a file", _ADDED, {"type": "file_input", "max_files": 1}),
            _field("title", "Title", "Where the text has none.", {"type": "plain_text_input"}),
            _field("outlet", "Outlet", "Who published it.", {"type": "plain_text_input"}),
            _field("url", "Link", "Where it can be read.", {"type": "url_text_input"}),
            _field("published", "Date", "When it was published.", {"type": "datepicker"}),
        ],
    }


def filled_in(view: Mapping[str, Any]) -> Submission:
    """What the submitted *view* holds; pasted text is kept as it is."""
    state = {
        block: next(iter(fields.values())) for block, fields in view["state"]["values"].items()
    }

    def text(block: str) -> str:
        return state.get(block, {}).get("value") or ""

    file: Body = next(iter(state.get("file", {}).get("files") or []), {})
    day = state.get("published", {}).get("selected_date")
    return Submission(
        paste=text("paste") if text("paste").strip() else "",
        file=file.get("id", ""),
        details=Details(
            title=text("title").strip() or None,
            outlet=text("outlet").strip() or None,
            url=text("url").strip() or None,
            published=date.fromisoformat(day) if day else None,
        ),
        name=(file.get("name") or "file") if file else "pasted.txt",
        size=file.get("size") or 0,
    )


def mistakes(filled: Submission) -> dict[str, str]:
    """What to put right before it can be loaded, by field."""
    found = {}
    if not filled.paste and not filled.file:
        found["paste"] = "Paste the article here, or add a file below."
    if filled.paste and filled.file:
        found["file"] = "Either paste the article or add a file, not both."
    elif filled.size > LARGEST:
        found["file"] = str(too_large(filled.name))
    if filled.details.url and not followable(filled.details.url):
        found["url"] = "Give a link that starts with http:// or https://."
    return found


def fetch(client: WebClient, file: str, *, origin: str = FILES) -> tuple[str, bytes]:
    """The name and content of a Slack *file*; the token goes to *origin* and nowhere else."""
    found = client.files_info(file=file)["file"]
    name, url = str(found.get("name") or "file"), str(found.get("url_private") or "")
    if not url.startswith(f"{origin}/"):
        raise UnreadableArticle(f"cannot read '{name}': it is not kept in Slack; add it as a file")
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310 - vetted above
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=client.timeout) as response:
            data = response.read(LARGEST + 1)
    except (OSError, http.client.HTTPException) as error:
        raise UnreadableArticle(f"cannot fetch '{name}' from Slack; try again") from error
    if len(data) > LARGEST:
        raise too_large(name)
    return name, data


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it would carry the token along."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _field(name: str, label: str, hint: str, element: Block) -> Block:
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "hint": plain(hint),
        "element": {**element, "action_id": name},
        "optional": True,
    }
