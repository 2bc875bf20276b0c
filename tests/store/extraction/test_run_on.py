"""Where the network runs on from one sentence into the next, whose words another says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from store.extraction import rules
from store.extraction.agreement import less, others_own
from store.extraction.document import document
from store.model import Quotation, Span

Told = Callable[[str], list[dict[str, Any]]]

LATE = "According to the group Quay Aid, [it is late]. "
# id: what is marked from the first “[” to the last “]”, and what is left of it
RUN_ON: dict[str, tuple[str, str]] = {
    "its founder": (
        LATE + "Its founder, Ada Birch, told BBC News: “[We will sue.]”",
        "it is late",
    ),
    "its founder, without commas": (
        LATE + "Its founder Ada Birch told the Fen Post: “[We will sue.]”",
        "it is late",
    ),
    "after words in marks": (
        "The union called it “[a kick in the teeth]”. Its head, Bram Otto, said: “[We will go.]”",
        "a kick in the teeth",
    ),
    "another": (
        "Otto said that [the quay was shut]. The captain, Ada Birch, said: “[Nobody asked us.]”",
        "the quay was shut",
    ),
    "behind the words": (LATE + "“[We will sue,]” said its founder, Ada Birch.", "it is late"),
    "told that": (LATE + "Its founder, Ada Birch, said that “[all will sue].”", "it is late"),
    "added": (LATE + "Its head, Ada Birch, added: “[We will sue.]”", "it is late"),
    "wrote": (LATE + "On Monday its chair, Bram Otto, wrote: “[We will sue.]”", "it is late"),
    # one speaker's words, and no others'
    "nobody else is named": (
        "“[No,]” Ada Birch said. “[We will sue.]”",
        "No, We will sue.",
    ),
    "in the same sentence": (
        "“[It is late],” Ada Birch said, and added: “[We will sue.]”",
        "It is late We will sue.",
    ),
}


def _seen(marked: str) -> tuple[str, Quotation]:
    """The text, and the words in brackets as what the network takes for one quotation."""
    spans: list[Span] = []
    text = ""
    for piece in marked.split("["):
        inside, _, rest = piece.rpartition("]")
        if inside:
            spans.append(Span(len(text), len(text) + len(inside)))
        text += inside + rest
    return text, Quotation(tuple(spans))


@pytest.mark.parametrize(("marked", "left"), RUN_ON.values(), ids=RUN_ON)
def test_what_another_says_in_the_next_sentence_is_that_ones(marked: str, left: str) -> None:
    text, seen = _seen(marked)
    laid_out = document(text)
    first, *ruled = rules.tag(laid_out)
    seen = Quotation(seen.content, first.cue, first.source)
    own = less(seen, others_own(laid_out, seen, [first, *ruled]))
    assert " ".join(span.of(text) for span in own.content) == left


def test_the_founder_keeps_what_the_founder_said(told: Told) -> None:
    text = (
        "The chief executive, Lena Holt, said: “Heads may roll.”\n\n“Did we cut corners? Of course "
        "we didn't,” Ms Holt added. “As the auditors put it, ‘the system was sound’.”\n\n"
        "According to the charity Quay Aid, more than half of them are over 80. Its head, Bram "
        "Otto, told reporters: “If Holt stays, we will sue.”"
    )
    assert [one["speaker"] for one in told(text)][-2:] == ["Quay Aid", "Bram Otto"]
