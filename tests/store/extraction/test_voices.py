"""Who speaks in whole articles where voices alternate; every person in them is invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

SINGLE_MARKS = """\
Ferry row deepens in Eastmere

‘This is a bad day for the harbour,’ said Tobias Finch, who has run the ferries since 2003. \
‘My men heard “pack up” and nothing else.’

The owners’ view is different. ‘We warned them twice,’ said Maud Pellow, the firm’s chairwoman. \
‘The crew’s reply was “not our problem”, and that’s that.’

Ms Pellow’s deputy, Kit Osei, would not be drawn. ‘Ask me in May,’ he said.
"""
QUESTIONS = """\
Q: Did you sign the lease, Mr Otto?

A: I signed nothing.

Q: Who did?

A: Ask the harbour master, Lena Holt.
"""
LABELS = """\
SMITH: Are you sure?

BROWN: I am.

SMITH: Then we vote.

BROWN (off camera): We do.
"""
SHOPPERS = """\
Shoppers had their say on Monday.

“It’s dear,” said Ada Rowe, 34, a baker.

“I like it,” said Wim Declan, 61, who lives on the square.

“I never used it.”

“Too slow,” said one woman.

“My father built it,” added Rosa Quill, a nurse from Dunmore. “He’d weep.”
"""
TWEETS = """\
The mayor posted late on Sunday.

Ada Birch (@adabirch) tweeted: “The bridge opens on Friday. See you there!”

“I won’t be there,” Bram Otto wrote on Twitter.

RT @lenaholt: The gate is shut.
"""
PRESS_RELEASE = """\
Chairwoman Maud Pellow today issued the following statement on the gate:

“The gate failed on Monday night. Nobody was hurt.”

“We will mend it by Friday.”

“I thank the crew.”

For press questions, call Kit Osei.
"""
DASHES = """\
—Where is Otto? asked Lena Holt.

—At the quay, said Wim Declan. He went at six.

—And the boat?

—Gone.
"""
TALK = """\
“I saw it,” Bram Otto said.

“You saw nothing,” Lena Holt said.

“I saw the boat.”

“There was no boat.”
"""
COURT = """\
Bram Otto, 44, denied the charge. His lawyer, Kit Osei, said: “My client was at home.”

“We are confident,” said a lawyer for Wim Declan, who was also charged.

“We are innocent,” his lawyer said.
"""
SPOKESMEN = """\
Harbour spokesman Wim Declan told reporters on Monday: “No.”

“We have seen the reports,” a spokesman for the town said.

“They are false,” the spokesman added.
"""
FIRM = """\
The Northline Group said it would appeal. It said the ruling was “wrong in law.” Its chief \
executive, Paul Adeyemi, said: “We are right.” It added that staff had been told.
"""

# article: whom it quotes, in order; None where it does not tell
VOICES: dict[str, tuple[str, list[str | None]]] = {
    "single marks, double ones inside": (
        SINGLE_MARKS,
        ["Tobias Finch", "Tobias Finch", "Maud Pellow", "Maud Pellow", "Kit Osei"],
    ),
    "Q and A are nobody's names": (QUESTIONS, [None, None, None, None]),
    "A is whoever alone is named before": (
        f"Lena Holt has kept the gate for ten years.\n\n{QUESTIONS}",
        [None, "Lena Holt", None, "Lena Holt"],
    ),
    "labels in turn": (LABELS, ["SMITH", "BROWN", "SMITH", "BROWN"]),
    "shoppers": (
        SHOPPERS,
        ["Ada Rowe", "Wim Declan", None, "one woman", "Rosa Quill", "Rosa Quill"],
    ),
    "tweets": (TWEETS, ["Ada Birch", "Bram Otto"]),
    "press release": (PRESS_RELEASE, ["Maud Pellow", "Maud Pellow", "Maud Pellow"]),
    "a talk after dashes, where it names who": (DASHES, ["Lena Holt", "Wim Declan"]),
    "a talk": (TALK, ["Bram Otto", "Lena Holt", None, None]),
    "two lawyers": (
        COURT,
        ["Bram Otto", "Kit Osei", "a lawyer for Wim Declan", "his lawyer"],
    ),
    "two spokesmen": (
        SPOKESMEN,
        ["Wim Declan", "a spokesman for the town", "the spokesman"],
    ),
    "a firm and its chief": (
        FIRM,
        ["The Northline Group", "The Northline Group", "Paul Adeyemi", None],
    ),
}


@pytest.mark.parametrize(("article", "due"), VOICES.values(), ids=VOICES)
def test_voices(
    article: str, due: list[str | None], told: Callable[[str], list[dict[str, Any]]]
) -> None:
    assert [row["speaker"] for row in told(article)] == due
