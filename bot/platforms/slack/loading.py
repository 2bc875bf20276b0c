"""The form behind /load: what it looks like, what was filled in, and its file."""

from __future__ import annotations

import http.client
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from slack_sdk import WebClient

from bot.platforms.slack.blocks import Block, plain
from store.articles import LARGEST, Details, too_large
from store.errors import UnreadableArticle
from store.links import followable

FORM = "load"  # callback id
FILES = "https://files.slack.com"  # the only place that the bot token is sent to for a file
LONGEST_PASTE = 3000  # Slack's limit for a text input


@dataclass(frozen=True, slots=True)
class Submission:
    """A form filled in: a *paste* or the id of a *file*."""

    paste: str
    file: str
    details: Details


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
            _field("paste", "Paste the article", paste, hint="Longer than 3000? Add a file."),
            _field("file", "Or add a file", {"type": "file_input", "max_files": 1}),
            _field("title", "Title", {"type": "plain_text_input"}),
            _field("outlet", "Outlet", {"type": "plain_text_input"}),
            _field("url", "Link", {"type": "url_text_input"}),
            _field("published", "Date published", {"type": "datepicker"}),
        ],
    }


def filled_in(view: Mapping[str, Any]) -> Submission:
    """What the submitted *view* holds; pasted text is kept as it is."""
    state = {
        block: next(iter(fields.values())) for block, fields in view["state"]["values"].items()
    }

    def text(block: str) -> str:
        return state.get(block, {}).get("value") or ""

    files = state.get("file", {}).get("files") or []
    day = state.get("published", {}).get("selected_date")
    return Submission(
        paste=text("paste") if text("paste").strip() else "",
        file=files[0]["id"] if files else "",
        details=Details(
            title=text("title").strip() or None,
            outlet=text("outlet").strip() or None,
            url=text("url").strip() or None,
            published=date.fromisoformat(day) if day else None,
        ),
    )


def mistakes(filled: Submission) -> dict[str, str]:
    """What to put right before it can be loaded, by field."""
    found = {}
    if not filled.paste and not filled.file:
        found["paste"] = "Paste the article here, or add a file below."
    if filled.paste and filled.file:
        found["file"] = "Either paste the article or add a file, not both."
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


def _field(name: str, label: str, element: Block, *, hint: str = "") -> Block:
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": {**element, "action_id": name},
        "optional": True,
    }
    return {**block, "hint": plain(hint)} if hint else block
