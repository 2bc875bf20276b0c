from __future__ import annotations

import pytest

from store.search.opposites import opposed
from store.words import folded


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("we are selling the mill", "We are not selling the mill."),
        ("we did not sell the mill", "Of course we sell the mill."),
        ("we sell the mill", "Nobody here sells a mill."),
        ("we shut the mill", "We will not close a mill."),
        ("we will buy the mill", "We will sell the mill."),
        ("the price of bread will rise", "The price of bread will fall."),
        ("they admitted taking the boat", "They denied taking the boat."),
    ],
)
def test_opposites(asked: str, said: str) -> None:
    assert opposed(folded(asked), (said,))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("we are selling the mill", "We are selling the mill."),
        ("we are not selling the mill", "We never sold the mill."),
        ("selling the mill", "We are not selling the mill."),  # they do stand there
        ("mill sold", "We never sold the mill."),  # keywords
        ("we sold the mill", "We sold, I am told, the mill, and regret nothing."),
        ("we sold the mill", "It was not easy. We then sold the mill."),
        ("we sold the mill as the owner had no cash", "We sold the mill: the owner had no money."),
        ("we sold the mill", "We sold the mill, and nobody bought the factory."),
        ("we sold the mill", "I do not know why, but we did sell the old mill."),
        ("we sold the mill", "Not only have we sold a mill: we burnt it."),
        ("the mill and the barn burnt", "Nothing is wrong with the bridge."),
        ("we are selling the mill", ""),
        ("we will buy the mill", "We will buy the mill and sell the barn."),
        ("the price will rise and fall", "The price will fall and rise."),
        ("the price will not rise", "The price will fall."),
    ],
)
def test_no_opposites(asked: str, said: str) -> None:
    assert not opposed(folded(asked), (said,))
