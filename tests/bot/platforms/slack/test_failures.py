"""Whatever befalls the store, whoever asked is told, by a reference that the log has, too."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from bot.platforms.slack.loading import form

from ..damaged import Damage, a_table_lost, every_damage
from .conftest import SECRET
from .test_loading import ARTICLE, filled


def told_and_logged(peer, caplog: pytest.LogCaptureFixture, sentence: str) -> None:
    told = re.fullmatch(sentence, peer.sent[-1].given["text"])
    assert told
    (record,) = [one for one in caplog.records if told[1] in one.getMessage()]
    assert record.exc_info


@every_damage
def test_a_question_is_told(
    workspace, peer, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Damage, sentence: str
):
    damage(tmp_path / "onrecord.db")
    workspace.command("/whosaid", "absolutely ridiculous")
    told_and_logged(peer, caplog, sentence)
    assert str(tmp_path) not in peer.sent[-1].given["text"]


@every_damage
def test_a_mention_is_told(
    workspace, peer, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Damage, sentence: str
):
    damage(tmp_path / "onrecord.db")
    workspace.mention("who said absolutely ridiculous")
    told_and_logged(peer, caplog, sentence)
    assert peer.sent[-1].method == "chat.postEphemeral"


@every_damage
def test_a_load_is_told(
    workspace, peer, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Damage, sentence: str
):
    damage(tmp_path / "onrecord.db")
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    told_and_logged(peer, caplog, rf"(?:cannot read 'pasted\.txt': )?{sentence}")


def test_neither_secrets_nor_words_are_logged(workspace, peer, log: io.StringIO, tmp_path: Path):
    workspace.command("/whosaid", "secretly planted words")
    workspace.mention("who said secretly planted words")
    workspace.write("secretly planted words")
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    peer.spent = True
    a_table_lost(tmp_path / "onrecord.db")
    workspace.command("/whosaid", "secretly planted words")
    workspace.submit(form("C0DESK"), filled(paste=ARTICLE))
    written = log.getvalue()
    assert "reference" in written  # there was something to hide them in
    for secret in ("planted", "moonlight", "not-a-real-token", SECRET, "/commands/once"):
        assert secret not in written
    assert {"event", "level", "logger", "timestamp"} <= json.loads(written.splitlines()[0]).keys()
