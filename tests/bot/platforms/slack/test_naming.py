"""Names that are offered while one is typed in a form."""

from __future__ import annotations

import pytest
from slack_sdk.models.blocks import Option

from bot.platforms.slack.corrections import form
from store.model import Article, Query
from store.store import Store

HERE = "slack:T0NEWS"
HOSTILE = "<!channel> & “friends” :bomb:"


def values(options: list[dict]) -> list[str]:
    return [option["value"] for option in options]


def test_those_on_record_are_offered_before_anything_is_typed(workspace):
    offered = values(workspace.suggest(""))
    assert {"John Kirby", "Dmitry Peskov"} <= set(offered)


@pytest.mark.parametrize(
    ("typed", "first"), [("kir", "John Kirby"), ("zelen", "Volodymyr Zelensky")]
)
def test_a_name_that_is_begun_is_offered_first(workspace, typed: str, first: str):
    assert values(workspace.suggest(typed))[0] == first


def test_a_name_that_nobody_has_is_offered_last_as_new(workspace):
    *_, last = workspace.suggest("  Kira   Nightly ")
    assert last["value"] == "Kira Nightly"
    assert last["text"]["text"] == "New name: Kira Nightly"


@pytest.mark.parametrize("typed", ["John Kirby", "john kirby", "", " ", "!"])
def test_nothing_is_new_about_a_name_on_record_or_no_name(workspace, typed: str):
    assert not any(o["text"]["text"].startswith("New name") for o in workspace.suggest(typed))


def test_names_of_another_workspace_are_not_offered(workspace, loaded_here):
    assert "Ada Marsh" in values(workspace.suggest("Ada"))
    assert values(workspace.suggest("Ada", home="T0OTHER")) == ["Ada"]  # as a new one


@pytest.mark.parametrize("typed", [HOSTILE, "&" * 149 + "a", "é" * 150, "a" * 151])
def test_slack_takes_what_is_offered(workspace, store: Store, typed: str):
    store.load(Article(f"“Rain,” said {HOSTILE}.\n"), by="test", scope=HERE)
    for option in workspace.suggest(typed):
        assert option["text"]["type"] == "plain_text"
        assert not option["text"]["emoji"]
        assert len(option["value"]) <= 150
        Option(**option).to_dict()  # raises where anything is too long
        assert "<!" not in option["text"]["text"]


def test_at_most_a_hundred_are_offered(workspace, store: Store):
    for number in range(120):
        text = f"“Rain {number},” said Ada Marsh{chr(97 + number // 26)}{chr(97 + number % 26)}.\n"
        store.load(Article(text), by="test", scope=HERE)
    assert 20 < len(workspace.suggest("Ada")) <= 100


def test_names_are_offered_while_every_thread_works(workspace):
    with workspace.busy("asking"), workspace.busy("loading"):
        assert "John Kirby" in values(workspace.suggest("kirby"))


def test_where_the_store_does_not_answer_the_log_says_why_nothing_is_offered(
    workspace, store: Store, caplog
):
    store.close()
    assert workspace.suggest("kirby") == []
    assert "no names can be offered" in caplog.text


def test_what_is_chosen_is_reported_and_found_afterwards(workspace, peer, store, loaded_here):
    (found,) = store.search(Query(words="moonlight pays", scope=HERE))
    *_, new = workspace.suggest("Kira Nightly")
    told = {
        "instead": {"type": "external_select", "selected_option": new},
        "why": {"type": "plain_text_input", "value": None},
    }
    workspace.submit(form(found.id, "C0DESK"), told, user="U0READER")
    workspace.command("/review", user="U0EDITOR")
    workspace.click(peer.of("response_url")[-1].every_button["rule-reassign"], user="U0EDITOR")
    assert values(workspace.suggest("kira"))[0] == "Kira Nightly"


def test_the_field_fits_the_schema(contract):
    view = form(1, None)
    assert view["blocks"][0]["element"]["type"] == "external_select"
    contract("Modal", view)
