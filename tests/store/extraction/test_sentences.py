"""One sentence or two each: the one statement in it, and who says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]

# id: (text, {field: what it must be}); one statement each
ONE_STATEMENT: dict[str, tuple[str, dict[str, Any]]] = {
    "after the cue": (
        "Ada Birch said, “The bridge is safe.”",
        {"content": ["The bridge is safe."], "kind": "direct", "speaker": "Ada Birch"},
    ),
    "before the cue": (
        "“The bridge is safe,” said Ada Birch.",
        {"content": ["The bridge is safe,"], "kind": "direct", "speaker": "Ada Birch"},
    ),
    "around the cue": (
        "“The bridge,” said Ada Birch on Monday, “is safe.”",
        {"content": ["The bridge,", "is safe."], "kind": "direct"},
    ),
    "a question and its cue": (
        "“Is the bridge safe?” Ada Birch asked.",
        {"content": ["Is the bridge safe?"], "speaker": "Ada Birch"},
    ),
    "colon without a verb of saying": (
        "Ada Birch was blunt: “The bridge is safe.”",
        {"content": ["The bridge is safe."], "cue": [":"], "speaker": "Ada Birch"},
    ),
    "words in the next paragraph": (
        "Ada Birch wrote:\n\n“The bridge is safe.”",
        {"content": ["The bridge is safe."], "cue": ["wrote"]},
    ),
    "not outside the marks": (
        "Ada Birch said the bridge is not “remotely safe.”",
        {"content": ["the bridge is not “remotely safe.”"], "kind": "mixed"},
    ),
    "mixed before the cue": (
        "The bridge is “a scandal,” Ada Birch said.",
        {"content": ["The bridge is “a scandal,”"], "kind": "mixed"},
    ),
    "that": (
        "Ada Birch said on Monday that the bridge is safe.",
        {"content": ["the bridge is safe"], "kind": "indirect"},
    ),
    "no that": (
        "Ada Birch said the bridge is safe.",
        {"content": ["the bridge is safe"], "kind": "indirect"},
    ),
    "clause before": (
        "The bridge is safe, Ada Birch said on Monday.",
        {"content": ["The bridge is safe"], "source": ["Ada Birch"]},
    ),
    "according to": (
        "According to Ada Birch, the bridge is safe.",
        {"content": ["the bridge is safe"], "cue": ["According to"], "source": ["Ada Birch"]},
    ),
    "according to at the end": (
        "The bridge is safe, according to Ada Birch.",
        {"content": ["The bridge is safe"], "cue": ["according to"], "source": ["Ada Birch"]},
    ),
    "nominal denial": (
        "Ada Birch denied any involvement.",
        {"content": ["any involvement"], "polarity": "denies"},
    ),
    "label": (
        "Ada Birch called the bridge a “scandal” on Monday.",
        {"content": ["the bridge a “scandal”"], "cue": ["called"], "kind": "mixed"},
    ),
    "referring to": (
        "Ada Birch shrugged, referring to the bridge as “that thing.”",
        {"content": ["the bridge as “that thing.”"], "source": ["Ada Birch"]},
    ),
    "who": (
        "The bridge opened with Ada Birch, who said that it was safe.",
        {"content": ["it was safe"], "speaker": "Ada Birch"},
    ),
    "role in apposition": (
        "Ada Birch, the mayor of Dunmore, said the bridge is safe.",
        {"speaker": "Ada Birch", "role": "the mayor of Dunmore"},
    ),
    "a place and a name after a role": (
        "The mayor of Lowtown, Ada Birch, said the bridge is safe.",
        {"speaker": "Ada Birch", "role": "The mayor of Lowtown"},
    ),
    "a body and a name after a role": (
        "A spokesman for Lowtown Ferries, Joost Amren, said it had “bent over backwards”.",
        {"speaker": "Joost Amren", "role": "A spokesman for Lowtown Ferries"},
    ),
    "a name after a role and a place, after the cue": (
        "“It is safe,” said the mayor of Lowtown, Ada Birch.",
        {"speaker": "Ada Birch"},
    ),
    "two places after a role": (
        "The mayor of Providence, Rhode Island, said the bridge is safe.",
        {"speaker": "The mayor of Providence"},
    ),
    "two bodies after a role": (
        "The head of Acme, Globex Corp, said the bridge is safe.",
        {"speaker": "The head of Acme"},
    ),
    "hedged": (
        "Ada Birch reportedly said the bridge is possibly safe.",
        {"hedges": ["reportedly", "possibly"]},
    ),
    "hedge inside marks is the speaker's": (
        "“It is possibly safe,” said Ada Birch.",
        {"hedges": []},
    ),
    "told an outlet": (
        "“It is safe,” Ada Birch told CNN.",
        {"via": [("CNN", "told")], "addressee": "CNN"},
    ),
    "told people": (
        "“It is safe,” Ada Birch told the crew.",
        {"via": [], "addressee": "the crew"},
    ),
    "in an interview with": (
        "“It is safe,” Ada Birch said in an interview with the BBC.",
        {"via": [("the BBC", "told")]},
    ),
    "an outlet passes on a speaker": (
        "CNN reported that Ada Birch said the bridge is safe.",
        {"speaker": "Ada Birch", "via": [("CNN", "according to")]},
    ),
    "a number after a single mark is no year": (
        "'10 boats sank,' said Ada Birch.",
        {"content": ["10 boats sank,"], "kind": "direct"},
    ),
    "group": (
        "Harbour officials said the bridge is safe.",
        {"speaker": "Harbour officials", "speaker kind": "group", "evidence": "named"},
    ),
    "somebody called by a participle": (
        "“I never touched the money,” the accused told the court.",
        {"speaker": "the accused", "addressee": "the court"},
    ),
    "organisation": (
        "The White House said the bridge is safe.",
        {"speaker": "The White House", "speaker kind": "organisation"},
    ),
    "unnamed spokesman is not the one spoken for": (
        "A spokesman for Ada Birch said the bridge is safe.",
        {"speaker": "A spokesman for Ada Birch", "speaker kind": "group"},
    ),
    "unattributed": (
        "“The bridge was never safe and they knew it.”",
        {"speaker": None, "evidence": "none", "kind": "direct"},
    ),
    "pronoun without anyone": (
        "“The bridge is safe,” she said.",
        {"speaker": None, "evidence": "pronoun", "source": ["she"]},
    ),
}


@pytest.mark.parametrize(("text", "due"), ONE_STATEMENT.values(), ids=ONE_STATEMENT)
def test_one_statement(text: str, due: dict[str, Any], told: Told) -> None:
    assert [{field: row[field] for field in due} for row in told(text)] == [due]


# id: (text, speaker and evidence of the last statement)
WHO: dict[str, tuple[str, str | None, str]] = {
    "surname": ("Ada Birch came.\n“No,” said Birch.", "Ada Birch", "surname"),
    "surname before the full name": ("“No,” said Birch.\nAda Birch left.", "Ada Birch", "surname"),
    "title": (
        "The mayor, Ada Birch, came.\n“No,” the mayor said.",
        "Ada Birch",
        "title",
    ),
    "two mayors": (
        "Mayor Ada Birch met mayor Kit Osei.\n“No,” the mayor said.",
        "the mayor",
        "named",
    ),
    "she is the woman": (
        "Mr Kit Osei met Ms Ada Birch.\n“No,” she said.",
        "Ada Birch",
        "pronoun",
    ),
    "he may be either": ("Then came Bram Otto and Wim Declan.\n“No,” he said.", None, "pronoun"),
    "he opens the sentence before": (
        "Bram Otto met Wim Declan.\n“No,” he said.",
        "Bram Otto",
        "pronoun",
    ),
    "he in the same sentence": (
        "Kit Osei left.\nBram Otto came because he said it was “over.”",
        "Bram Otto",
        "pronoun",
    ),
    "two of one surname": (
        "Bram Otto met Lena Otto.\n“No,” said Otto.",
        "Otto",
        "named",
    ),
    "title tells two of one surname apart": (
        "Mr Bram Otto met Mrs Lena Otto.\n“No,” said Mrs Otto.",
        "Lena Otto",
        "surname",
    ),
    "carried into the next paragraph": (
        "“No,” said Bram Otto.\n“It is not safe at all.”",
        "Bram Otto",
        "carried over",
    ),
    "not carried past another name": (
        "“No,” said Bram Otto. Lena Holt shrugged. “It is not safe.”",
        None,
        "none",
    ),
    "an answer is not the asker's": (
        "“Is it safe?” asked Bram Otto.\n“It is not safe at all.”",
        None,
        "none",
    ),
}


@pytest.mark.parametrize(("text", "speaker", "evidence"), WHO.values(), ids=WHO)
def test_who(text: str, speaker: str | None, evidence: str, told: Told) -> None:
    last = told(text)[-1]
    assert (last["speaker"], last["evidence"]) == (speaker, evidence)


# Known to come out wrong: what a model trained on attributions is to get right.
WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "no “that” and a lone present verb": (
        "Ada Birch said ferries rust.",
        {"content": ["ferries rust"]},
    ),
    "a noun as the cue": (
        "The verdict of Ada Birch on the bridge: it “wobbles like a jelly” in the wind.",
        {"speaker": "Ada Birch"},
    ),
    "words of the writer's between dashes": (
        "“The bridge”—Birch paused—“is as good as new,” she said.",
        {"content": ["The bridge", "is as good as new,"], "kind": "direct"},
    ),
    "a person passes on a speaker": (
        "Bram Otto said Ada Birch told him that the bridge is safe.",
        {"speaker": "Ada Birch", "via": [("Bram Otto", "according to")]},
    ),
}


@pytest.mark.xfail(strict=True, reason="beyond rules that look at words alone")
@pytest.mark.parametrize(("text", "due"), WRONG.values(), ids=WRONG)
def test_known_to_come_out_wrong(text: str, due: dict[str, Any], told: Told) -> None:
    assert [{field: row[field] for field in due} for row in told(text)] == [due]
