from __future__ import annotations

import pytest

from bot.corrections import names
from store.store import Store


@pytest.mark.parametrize(
    ("typed", "new"),
    [
        pytest.param(" Kira  Nightly", {"Kira Nightly": "New name: Kira Nightly"}, id="a new name"),
        pytest.param("john KIRBY", {}, id="a name on record, in other letters"),
        pytest.param("…!", {}, id="no name"),
        pytest.param("K" * 151, {}, id="more than a name may have"),
    ],
)
def test_what_is_typed_is_offered_as_new_where_nobody_is_called_that(
    on_record: Store, typed: str, new: dict[str, str]
) -> None:
    offered = names(on_record, typed, "")
    assert {name: label for name, label in offered.items() if name != label} == new


def test_the_name_that_is_begun_comes_first(on_record: Store) -> None:
    first, *_ = names(on_record, "kir", "")
    assert first == "John Kirby"
