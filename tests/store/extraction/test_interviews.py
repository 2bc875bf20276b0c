"""Who answers in an interview printed as Q and A: whoever was asked, not whoever asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]

ASKED = "\n\nQ: Why the sea?\n\nA: Because I was bored in Leeds."
SELLS = "Ada Birch sells boats in Dunmore."
# the words before the first question
TO_ADA_BIRCH = {
    "she spoke to": f"{SELLS} She spoke to Nell Garvie.",
    "she talks to": f"{SELLS} Here she talks to Nell Garvie about the sea.",
    "she sat down with": f"{SELLS} She sat down with Nell Garvie of the Fen Post.",
    "she opened up to": f"{SELLS} She opened up to Nell Garvie about the sea.",
    "she met": f"{SELLS} She met Nell Garvie at the quay.",
    "she met our reporter": f"{SELLS} She met our reporter Nell Garvie at the quay.",
    "she told": f"{SELLS} In her workshop she told Nell Garvie about the sea.",
    "she tells": "Ada Birch tells Nell Garvie why she went to sea.",
    "she was interviewed by": f"{SELLS} She was interviewed by Nell Garvie.",
    "a credit": f"{SELLS} Interview by Nell Garvie.",
    "photographs, too": f"{SELLS} Photographs by Kit Osei. She spoke to Nell Garvie.",
    "a novelist spoke to": "The novelist Ada Birch spoke to Nell Garvie about her new book.",
    "she, not he": f"{SELLS} Bram Otto took her out. She talked to Nell Garvie about storms.",
    "in the headline, who talks": "Ada Birch on boats\n\nAda Birch talks to Nell Garvie.",
    # the other way round
    "spoke to her": f"{SELLS} Nell Garvie spoke to her.",
    "caught up with her": f"{SELLS} Nell Garvie caught up with her.",
    "met Birch": f"{SELLS} Nell Garvie met Birch at the quay.",
    "met her": "The novelist Ada Birch sold two books. Bram Otto met her at home.",
    "spoke to a novelist": "Bram Otto spoke to the novelist Ada Birch about her boats.",
    "interviews": "Nell Garvie interviews Ada Birch, who sells boats.",
    "asked": "Nell Garvie asked Ada Birch about boats.",
    "our reporter": "Our reporter Nell Garvie spoke to Ada Birch.",
    "an outlet": "The Fen Post spoke to Ada Birch.",
    "we": "We spoke to Ada Birch about boats.",
    "to us": f"{SELLS} She spoke to us at home.",
    "in the headline, who is talked to": "Ada Birch on boats\n\nNell Garvie talks to Ada Birch.",
    "in the headline alone": (
        "Ada Birch on boats\n\nAda Birch sails. Bram Otto and Kit Osei built her boat."
    ),
}
TO_EITHER = {
    "either": "Ada Birch and Bram Otto came to the quay.",
    "both were met": "Kit Osei met Ada Birch at home. Lena Holt met Bram Otto.",
    "nothing else of either": "Ada Birch spoke to Nell Garvie.",
    "nothing else of either, past": "Ada Birch, it seems, has spoken to Nell Garvie.",
    "a band": "The band spoke to Nell Garvie.",
    "she may be two": "Ada Birch and Lena Holt sell boats. She spoke to Nell Garvie.",
    "she, of whom nothing is told": "She spoke to Nell Garvie.",
    "both are told of": f"{SELLS} Nell Garvie sails. Ada Birch met Nell Garvie.",
}


@pytest.mark.parametrize("before", TO_ADA_BIRCH.values(), ids=TO_ADA_BIRCH)
def test_whoever_was_asked_answers(before: str, told: Told) -> None:
    assert told(before + ASKED)[-1]["speaker"] == "Ada Birch"


@pytest.mark.parametrize("before", TO_EITHER.values(), ids=TO_EITHER)
def test_nobody_answers_where_either_may(before: str, told: Told) -> None:
    assert told(before + ASKED)[-1]["speaker"] is None
