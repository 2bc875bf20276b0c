"""The form behind /load, and what was filled in there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot import handed
from bot.platforms.slack.blocks import Block, field, plain
from bot.platforms.slack.files import Upload, upload
from store.articles import LARGEST, Details, link, too_large
from store.errors import UnreadableArticle

FORM = "load"  # callback id, and action id of the button that opens it
LONGEST_PASTE = 3000  # Slack's limit for a text input
_PASTED = f"Its headline on the first line. Longer than {LONGEST_PASTE} characters? Add a file."
_LINK = "Where it can be read; left alone, it is fetched from there."


@dataclass(frozen=True, slots=True)
class Submission:
    """A form filled in; without a *paste* and *files* what the link leads to is meant."""

    paste: str
    files: tuple[Upload, ...]
    details: Details


def form(channel: str | None) -> Block:
    """The form, which remembers the *channel* that it was asked for in."""
    paste = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST_PASTE}
    files = {"type": "file_input", "max_files": handed.MOST}
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": channel or "",
        "title": plain("Load articles"),
        "submit": plain("Load"),
        "close": plain("Cancel"),
        "blocks": [
            field("paste", "Paste the article", _PASTED, paste),
            field("file", "Or add files", handed.TAKEN, files),
            field("title", "Title", "Where the text has none.", {"type": "plain_text_input"}),
            field("outlet", "Outlet", "Who published it.", {"type": "plain_text_input"}),
            field("url", "Link", _LINK, {"type": "url_text_input"}),
            field("published", "Date", "When it was published.", {"type": "datepicker"}),
        ],
    }


def filled_in(view: Mapping[str, Any]) -> Submission:
    """What the submitted *view* holds; pasted text is kept as it is."""
    state = {
        block: next(iter(fields.values())) for block, fields in view["state"]["values"].items()
    }

    def text(block: str) -> str:
        return state.get(block, {}).get("value") or ""

    day = state.get("published", {}).get("selected_date")
    return Submission(
        paste=text("paste") if text("paste").strip() else "",
        files=tuple(map(upload, state.get("file", {}).get("files") or ())),
        details=Details(
            title=text("title").strip() or None,
            outlet=text("outlet").strip() or None,
            url=text("url").strip() or None,
            published=date.fromisoformat(day) if day else None,
        ),
    )


def mistakes(filled: Submission) -> dict[str, str]:
    """What to put right before it can be loaded, by field."""
    found, told = {}, filled.details
    if wrong := _unfollowable(told.url):
        found["url"] = wrong
    elif not (filled.paste or filled.files or told.url):
        found["paste"] = "Paste the article here, or add a file or a link below."
    if filled.paste and filled.files:
        found["file"] = "Either paste the article or add files, not both."
    elif large := [file for file in filled.files if file.size > LARGEST]:
        found["file"] = str(too_large(large[0].name))
    elif len(filled.files) > 1 and (told.title or told.url):
        found["title" if told.title else "url"] = handed.ONE_EACH
    return found


def _unfollowable(url: str | None) -> str:
    """Why no reader could follow *url*; "" where they could, or where there is none."""
    try:
        link(url)
    except UnreadableArticle as error:
        return str(error)
    return ""
