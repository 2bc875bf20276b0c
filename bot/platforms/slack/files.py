"""Files that were added in Slack, and what is in them."""

from __future__ import annotations

import http.client
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from yarl import URL

from store.articles import LARGEST, too_large
from store.errors import UnreadableArticle

FILES = "https://files.slack.com"  # the only place that the bot token is sent to for a file


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was added, by its id, with its name and size in bytes as Slack tells them."""

    id: str
    name: str
    size: int


def upload(file: Mapping[str, Any]) -> Upload:
    """*file* as Slack tells of it, which is empty where it hides it."""
    return Upload(file.get("id") or "", file.get("name") or "file", file.get("size") or 0)


def fetch(client: WebClient, file: Upload, *, origin: str = FILES) -> bytes:
    """The content of a Slack *file*; the token goes to *origin* and nowhere else."""
    if file.size > LARGEST:
        raise too_large(file.name)
    try:
        url = str(client.files_info(file=file.id)["file"].get("url_private") or "")
    except SlackApiError as error:
        raise UnreadableArticle(
            f"cannot read '{file.name}': Slack does not show it to me; add it with /load"
        ) from error
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(file) from error
    if not url.startswith(f"{origin}/"):
        raise UnreadableArticle(
            f"cannot read '{file.name}': it is not kept in Slack; add it as a file"
        )
    told = {"Authorization": f"Bearer {client.token}"}
    try:
        request = urllib.request.Request(str(URL(url)), headers=told)  # noqa: S310 - vetted above
        with urllib.request.build_opener(_Stay).open(request, timeout=client.timeout) as response:
            data: bytes = response.read(LARGEST + 1)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise _unreachable(file) from error
    return data


def _unreachable(file: Upload) -> UnreadableArticle:
    return UnreadableArticle(f"cannot fetch '{file.name}' from Slack; try again")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it would carry the token along."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None
