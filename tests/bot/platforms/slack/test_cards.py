"""The buttons on a card: its context, its sources, its attribution to copy."""

from __future__ import annotations

import json

import pytest

from bot.commands import CARD_COMMANDS


@pytest.fixture
def card(workspace, peer):
    """An answer of one card; the peer forgets how it came."""
    workspace.command("/whosaid", "absolutely ridiculous")
    answer = peer.only("response_url")
    peer.calls.clear()
    return answer


def test_a_card_has_its_buttons(card):
    assert [button["text"]["text"] for button in card.buttons.values()][:3] == [
        command.name for command in CARD_COMMANDS
    ]
    assert all(button["accessibility_label"] for button in card.buttons.values())


@pytest.mark.parametrize(
    ("pressed", "shown"),
    [
        ("context", "told reporters, according to a translation provided by"),
        ("sources", "first seen first"),
        ("copy", '"@type": "Quotation"'),
    ],
)
@pytest.mark.parametrize("public", [False, True], ids=["private", "shared"])
def test_it_answers_whoever_presses_alone(workspace, peer, card, pressed, shown, public):
    workspace.click(card.buttons[pressed], user="U0OTHER", is_ephemeral=not public)
    told = peer.only("response_url")
    assert told.given["response_type"] == "ephemeral"
    assert "replace_original" not in told.given
    assert shown in told.words


@pytest.mark.parametrize("pressed", ["context", "sources"])
def test_what_it_shows_can_be_shared(workspace, peer, card, pressed):
    workspace.click(card.buttons[pressed])
    workspace.click(peer.only("response_url").buttons["share"])
    posted = peer.only("chat.postMessage")
    assert f" shared: {pressed} of a statement" in posted.words


@pytest.mark.parametrize("pressed", ["context", "sources", "copy"])
def test_a_button_looks_only_at_what_the_one_who_presses_sees(
    workspace, peer, loaded_here, pressed
):
    workspace.command("/whosaid", "moonlight")
    button = peer.only("response_url").buttons[pressed]
    peer.calls.clear()
    workspace.click(button, home="T0OTHER")
    told = peer.only("response_url").given["text"]
    assert told == "This statement is not on record here any more: ask for it again."


def test_what_is_copied_is_what_slack_takes(workspace, peer, card, contract):
    workspace.click(card.buttons["copy"])
    told = peer.only("response_url")
    contract("Blocks", told.blocks)
    texts = [
        part["elements"][0]["text"]
        for block in told.blocks
        for part in block["elements"]
        if part["type"] == "rich_text_preformatted"
    ]
    csl, quotation = map(json.loads, texts)
    assert csl[0]["title"] == "Russia Blames US For Drone Strike On Kremlin"
    assert quotation["creator"]["name"] == "Dmitry Peskov"


def test_a_quotation_that_was_checked_has_them_too(workspace, peer):
    workspace.command("/check", "We are attacking Putin or Moscow")
    checked = peer.only("response_url")
    peer.calls.clear()
    workspace.click(checked.buttons["context"])
    assert "Volodymyr Zelensky" in peer.only("response_url").words
