"""What stands inside marks: one row, one habit of writing."""

from __future__ import annotations

import pytest

from store.extraction.marks import stretches
from store.extraction.paragraphs import paragraphs

# id: (text, what stands inside the outermost marks)
OUTERMOST = {
    "curly": ("“We go,” she said.", ["We go,"]),
    "straight": ('"We go," she said. "Now."', ["We go,", "Now."]),
    "single curly": ("‘We go,’ she said.", ["We go,"]),
    "single straight": ("'We go,' she said. 'Now.'", ["We go,", "Now."]),
    "two apostrophes": ("''We go,'' she said.", ["We go,"]),
    "backticks": ("``We go,'' she said.", ["We go,"]),
    "guillemets": ("«We go», she said.", ["We go"]),
    "guillemets with spaces": ("« We go », she said.", ["We go"]),
    "guillemets turned round": ("»We go«, she said.", ["We go"]),
    "single guillemets": ("‹We go›, she said.", ["We go"]),
    "german": ("„We go“, she said.", ["We go"]),
    "german single": ("‚We go‘, she said.", ["We go"]),
    "polish": ("„We go”, she said.", ["We go"]),
    "swedish": ("”We go”, she said.", ["We go"]),
    "fullwidth": ("＂We go,＂ she said.", ["We go,"]),
    "wrong-way closing": ("“We go,“ she said. “Now.“", ["We go,", "Now."]),
    "wrong-way both": ("”We go,“ she said.", ["We go,"]),
    "straight closes curly": ('“We go," she said.', ["We go,"]),
    "curly closes straight": ('"We go,” she said.', ["We go,"]),
    "stop after the mark": ("‘We go’.", ["We go"]),
    "em dash before": ("She said—“go”—and left.", ["go"]),
    "bracket before": ("(“We go,” she said.)", ["We go,"]),
    "no space after": ('"We go,"she said.', ["We go,"]),
    "two in a row": ("“One.” “Two.”", ["One.", "Two."]),
    "empty": ("“” she said.", []),
    "row of marks": ('""""""""""', []),
    # nested
    "single in double": ("“He said ‘go’ to me,” she said.", ["He said ‘go’ to me,"]),
    "double in single": ("‘He said “go” to me,’ she said.", ["He said “go” to me,"]),
    "nested at the start": ("“‘Go,’ he said,” she said.", ["‘Go,’ he said,"]),
    "nested at the end": ("“He told me, ‘Go.’” She left.", ["He told me, ‘Go.’"]),
    "straight in straight": ('"He said "go" to me," she said.', ['He said "go" to me,']),
    "straight in curly": ('“He said "go" to me,” she said.', ['He said "go" to me,']),
    # unclosed and stray
    "unclosed": ("She said: “We go.", ["We go."]),
    "first of two unclosed": ("“We go, she said. “Now.”", ["We go, she said.", "Now."]),
    "stray closing": ("We go,” she said.", []),
    "stray single": ("She ‘ went.", []),
    "inner unclosed": ("“We ‘go now,” she said.", ["We ‘go now,"]),
    # apostrophes
    "don’t": ("Don’t go; we can't.", []),
    "decades": ("The ’90s and the '80s and ‘70s.", []),
    "rock ’n’ roll": ("Rock ’n’ roll, rock 'n' roll.", []),
    "’tis and ’em": ("’Tis true: get ’em.", []),
    "plural possessive": ("The workers’ rights and the boys' club.", []),
    "apostrophes inside single": ("‘We don’t and won’t,’ she said.", ["We don’t and won’t,"]),
    "plural possessive inside single": (
        "‘It is the workers’ right,’ she said.",
        ["It is the workers’ right,"],
    ),
    "plural before closing single": ("‘Ask the boys’ she said.", ["Ask the boys"]),
    "possessive of a name in s": ("James’ and Jones' hats.", []),
    "single inside a word": ("O’Brien and O'Neill and d’Artagnan.", []),
    # measures
    "feet and inches": ('He is 6\'2" and she 5’ 11" tall.', []),
    "inches inside": ('"A 5" pipe broke," she said.', ['A 5" pipe broke,']),
    "ends with a number": ('"He is 42" she said. "Yes."', ["He is 42", "Yes."]),
}


@pytest.mark.parametrize(("text", "inside"), OUTERMOST.values(), ids=OUTERMOST)
def test_outermost(text: str, inside: list[str]) -> None:
    found = stretches(text, paragraphs(text))
    assert [one.inside.of(text) for one in found if one.depth == 0] == inside


def test_inner_marks_are_deeper() -> None:
    text = "“He said ‘go “now” then’ to me,” she said."
    found = stretches(text, paragraphs(text))
    assert [(one.depth, one.inside.of(text)) for one in found] == [
        (0, "He said ‘go “now” then’ to me,"),
        (1, "go “now” then"),
        (2, "now"),
    ]


# id: (text, which of the stretches run on into the next paragraph)
RUNNING_ON = {
    "opens again": ("“One.\n\n“Two.”", [True, False]),
    "three paragraphs": ("“One.\n“Two.\n“Three.”", [True, True, False]),
    "straight": ('"One.\n"Two."', [True, False]),
    "single": ("‘One.\n‘Two.’", [True, False]),
    "closed": ("“One.”\n“Two.”", [False, False]),
    "other marks": ("“One.\n«Two.»", [False, False]),
    "opens later": ("“One.\nShe said: “Two.”", [False, False]),
    "after a cue": ("“One,” she said. “Two.\n“Three.”", [False, True, False]),
}


@pytest.mark.parametrize(("text", "runs_on"), RUNNING_ON.values(), ids=RUNNING_ON)
def test_running_on(text: str, runs_on: list[bool]) -> None:
    assert [one.runs_on for one in stretches(text, paragraphs(text))] == runs_on


@pytest.mark.parametrize("odd", ["“", "”", '"', "‘", "’", "'", "«", "„", "''"])
def test_an_odd_mark_spoils_no_other_paragraph(odd: str) -> None:
    text = f"Odd {odd} one.\n“We go,” she said.\nAnother {odd}odd one.\n“Now,” she said."
    inside = [one.inside.of(text) for one in stretches(text, paragraphs(text))]
    assert {"We go,", "Now,"} <= set(inside)
