"""Where paragraphs begin and end, wrapped by hand or not."""

from __future__ import annotations

import pytest

from store.extraction.paragraphs import paragraphs

WRAPPED = """\
The council voted on Tuesday evening to close the old swimming bath on
Harbour Row, in spite of a petition that nearly four thousand residents
had signed since the spring.

The bath needs a new roof, and the council says that it has no money for
one until the year after next at the very earliest, if then.
"""

CASES = {
    "nothing": ("", []),
    "blank": (" \n\t\n", []),
    "lines": ("One.\nTwo.", ["One.", "Two."]),
    "blank lines": ("One.\n\n\nTwo.", ["One.", "Two."]),
    "windows": ("One.\r\nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]),
    "old mac": ("One.\rTwo.", ["One.", "Two."]),
    "separators": ("One.\u2028Two.\u2029Three.", ["One.", "Two.", "Three."]),
    "white space": ("  One. \n \t Two.\u00a0", ["One.", "Two."]),
    "hard-wrapped": (WRAPPED, WRAPPED.strip().split("\n\n")),
    "long lines in blocks": (
        ("word " * 40 + "\n") * 2 + "\n" + "word " * 40,
        [("word " * 40).strip()] * 3,
    ),
    "short lines in blocks": ("Yes.\nNo.\n\nYes.\nNo.\n\nYes.\nNo.", ["Yes.", "No."] * 3),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in paragraphs(text)] == expected
