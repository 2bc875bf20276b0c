"""Who speaks by the form of the page: name lines, transcripts, dashes, lists; all invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]
Due = list[tuple[str | None, list[str]]]  # each speaker with the content

GATE = "“The gate was open all night and nobody saw it.”"
QUAY = "“The quay is cold and the boats are late.”"
OPEN = "The gate was open all night and nobody saw it."
COLD = "The quay is cold and the boats are late."
BIRCH_AND_OTTO: Due = [("Ada Birch", [OPEN]), ("Bram Otto", [COLD])]

FORMS: dict[str, tuple[str, Due]] = {
    "signed with an age": (
        f"We asked.\n\n{GATE}\n\n— Ada Birch, baker, 44\n\n{QUAY}\n\n— Bram Otto, 71",
        BIRCH_AND_OTTO,
    ),
    "signed without a dash": (
        f"We asked.\n\n{GATE}\nAda Birch, 61, retired nurse\n\n{QUAY}\nBram Otto, 12",
        BIRCH_AND_OTTO,
    ),
    "signed with a handle": (f"We asked.\n\n{GATE}\nAda Birch (@adab), 2.14pm", BIRCH_AND_OTTO[:1]),
    "signed within the marks": (
        f"We asked.\n\n{GATE[:-1]}\n\nAda Birch, Harbor Board.”\n\nNobody came.",
        BIRCH_AND_OTTO[:1],
    ),
    "signed beside, in a list": (
        f"• {GATE} – Ada Birch, mayor, on Monday\n\n• {QUAY} – Bram Otto",
        BIRCH_AND_OTTO,
    ),
    "named above": (
        f"We went back.\n\nAda Birch, 58\n\n{GATE}\n\nBram Otto, 33\n\n{QUAY}\n\nIt rained.",
        BIRCH_AND_OTTO,
    ),
    "named above, over two paragraphs": (
        f"We went back.\n\nAda Birch, 58\n\n{GATE[:-1]}\n\n“I saw it.”\n\nBram Otto, 33\n\n{QUAY}",
        [("Ada Birch", [OPEN, "I saw it."]), ("Bram Otto", [COLD])],
    ),
    "named above with a colon": (
        f"Our panel\n\nAda Birch, deckhand:\n{GATE}\n\nProfessor Bram Otto, Institute:\n{QUAY}",
        BIRCH_AND_OTTO,
    ),
    "from somebody": (
        f"They met.\n\nFrom Chairwoman Ada Birch:\n\n{GATE}\n\nIt rained.",
        BIRCH_AND_OTTO[:1],
    ),
    "a party": (f"They met.\n\nSenator Ada Birch (Labour):\n\n{GATE}", BIRCH_AND_OTTO[:1]),
    "named and described before a colon": (
        "They met.\n\nAda Birch, who lives on the quay, on the gate: “No comment, ask the ducks.”",
        [("Ada Birch", ["No comment, ask the ducks."])],
    ),
    "a lone line above may be a heading": (
        f"It rained.\n\nAda Birch, 58\n\n{GATE}\n\nIt rained.",
        [(None, [OPEN])],
    ),
    "names with a quotation too many": (
        f"It rained.\n\nAda Birch, 58\n\n{GATE}\n\nBram Otto, 33\n\nIt rained.",
        [(None, [OPEN])],
    ),
    "a note above": (f"It rained.\n\nEditor's Note:\n\n{GATE}", [(None, [OPEN])]),
    "a photo below": (f"It rained.\n\n{GATE}\n\nPhoto, Dunmore Post", [(None, [OPEN])]),
    "names in a transcript": (
        "The hearing went on.\n\nJudge Birch: You were at the wheel?\n\nBram Otto: I was beside it."
        "\n\nThe mate had it.\n\nJudge Birch: Who turned?\n\n(Laughter.)\n\nMs. Holt: Not I.",
        [
            ("Birch", ["You were at the wheel?"]),
            ("Bram Otto", ["I was beside it.", "The mate had it."]),
            ("Birch", ["Who turned?"]),
            ("Holt", ["Not I."]),
        ],
    ),
    "capitals whose full name is told": (
        "With us is Bram Otto.\n\nHOLT: Why?\n\nOTTO [laughing]: Because.\n\nAfterwards he left.",
        [("HOLT", ["Why?"]), ("Bram Otto", ["Because."])],
    ),
    "notes in capitals": ("UPDATE: The gate is shut.\n\nNOTE: We were wrong.", []),
    "notes": (
        "Note: The gate is shut.\n\nUpdate: It is open.\n\nNote: It is shut.\n\nUpdate: We asked.",
        [],
    ),
    "minutes": ("Place: The hall.\n\nPresent: Ada Birch.\n\nCost: Not known.", []),
    "results": ("Ada Birch: 1,769.\n\nBram Otto: 1,501.\n\nAda Birch: 12.\n\nBram Otto: 9.", []),
    "what each must do": (
        "Ada Birch and Bram Otto meet on Monday.\n\nBirch: Win.\n\nBirch has led for weeks."
        "\n\nOtto: Finish second.\n\nOtto has not.",
        [],
    ),
    "a dash before words, a clause within them": (
        "They came.\n\n— We were late, said Bram Otto, a carpenter. We froze.\n\n"
        "—It was dark —Ada Birch said—. And cold.",
        [("Bram Otto", ["We were late", "We froze"]), ("Ada Birch", ["It was dark", "And cold"])],
    ),
    "a name besides what the speaker is, after a dash": (
        "They came.\n\n— It was shut, said the foreman, Ada Birch, — and cold.\n\n"
        "— Never, said the cook, Bram Otto.",
        [("Ada Birch", ["It was shut", "and cold"]), ("Bram Otto", ["Never"])],
    ),
    "items with dashes are no talk": ("We need:\n\n— bread, salt\n\n— boats, as Otto knows", []),
    "items of what somebody said": (
        "Ada Birch said the plan would:\n- cut fees by a third;\n- shut the quay.\nIt rained.",
        [("Ada Birch", ["the plan would", "cut fees by a third", "shut the quay"])],
    ),
    "items of nobody's": ("To get there:\n- take the number 4\n- ring twice", []),
}


@pytest.mark.parametrize(("article", "due"), FORMS.values(), ids=FORMS)
def test_forms(article: str, due: Due, told: Told) -> None:
    assert [(row["speaker"], row["content"]) for row in told(article)] == due


LATER = """\
Ada Birch, smiling at the sea, {}: “They came in spring and stayed.

“We fed them all through the winter, and nobody ever asked us what it cost the town.

“Then they went.”
"""


@pytest.mark.parametrize("cue", ["said", "took another view"])
def test_later_paragraphs_are_as_sure_as_the_first(cue: str, told: Told) -> None:
    (row,) = told(LATER.format(cue))
    assert (row["speaker"], len(row["content"])) == ("Ada Birch", 3)
