"""Whole articles in the habits of different desks; every person in them is invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

BRITISH = """\
Harbour bath to close after 80 years

The swimming bath in Eastmere will close in May, the council has confirmed.

Councillor Maud Pellow called the decision ‘a disgrace’.

‘We asked for two more years,’ she said. ‘They gave us six weeks.’

The council leader, Tobias Finch, said the building wasn’t safe. ‘I’d love to keep it,’ \
said Mr Finch, ‘but the workers’ safety comes first.’

He denied claims that the site had been promised to a developer.
"""
INTERVIEW = """\
Orla Brandt has kept bees on the roof of the town hall for eleven years.

“People think it is quiet up there,” Brandt says. “It is not.”

“On a warm day you hear nothing else.”

Is she afraid of them? “Never,” she says, laughing.

“My husband is.”

Her husband, Piet, disagrees. “I just don't like the suit,” he says.
"""
COURT = """\
A former treasurer took £40,000 from a brass band, a court heard on Monday.

Prosecutor Ines Varga told the jury that Dorian Slate “treated the band’s account as his own”.

Slate, 52, of Mill Lane, denies fraud.

His barrister, Kit Osei, said the money was a loan, adding that “every penny” had been paid back.

Judge Helena Marsh said: “This is not a complicated case.”

A spokesman for the band declined to comment. Slate did not say why he left.
"""
TRANSCRIPT = """\
The budget meeting on Tuesday, as it was recorded.

PELLOW: Are we agreed on the budget?

FINCH (by phone): We are not. I said so last week.

PELLOW: Then we vote.
"""
VOX_POP = """\
We asked shoppers in Dunmore what they make of the new trams.

“I use them every day,” said Rosa Quill, 34, a nurse.

“They are always late.” — Bram Otto, 61

“Too noisy,” added Wim Declan, who lives on the square. “And too dear!”

“What trams?” asked a man outside the bakery.
"""
DASHES = """\
The ferry sails again on Friday—“weather permitting,” as harbour master Lena Holt put it—after \
two weeks in dock.

According to the operator, Northline, all 400 seats are sold. Northline's chief executive, \
Paul Adeyemi, told the Dunmore Gazette that he was “over the moon”.

Tickets, he said, would cost no more than before.

The fares are too high, according to a report in the Eastmere Herald.
"""
DENIALS = """\
“There is no truth in it,” Senator Abel Crane told reporters on Tuesday. “None at all.”

Crane rejected the accusation that he had met Joan Vell in June, and described the report as \
“pure invention”.

Ms Vell did not deny the meeting. She never said where it took place. The senator's lawyer, \
Ute Lang, reportedly told the Morning Post that her client had nothing to do with the contract.

“We were not there,” she said.
"""
RUNNING_ON = """\
The mayor of Dunmore, Ada Birch, spoke for an hour.

“We have waited long enough,” she said. “The bridge will be built.

“It will be built on time.

“And it will be free.”

According to a translation provided by the Eastmere Herald, Norway’s envoy said that the bridge \
“belongs to everyone”.
"""

# (article, opening of the content): what else must be so; None: no statement has that opening
CASES: dict[tuple[str, str], dict[str, Any] | None] = {
    (BRITISH, "The swimming bath"): {"kind": "indirect", "speaker": "the council"},
    (BRITISH, "the decision ‘a"): {
        "content": ["the decision ‘a disgrace’"],
        "kind": "mixed",
        "speaker": "Maud Pellow",
        "role": "Councillor",
    },
    (BRITISH, "We asked"): {"speaker": "Maud Pellow", "evidence": "pronoun", "kind": "direct"},
    (BRITISH, "They gave"): {"speaker": "Maud Pellow", "evidence": "carried over", "cue": []},
    (BRITISH, "the building"): {"speaker": "Tobias Finch", "role": "The council leader"},
    (BRITISH, "I’d love"): {
        "content": ["I’d love to keep it,", "but the workers’ safety comes first."],
        "speaker": "Tobias Finch",
        "evidence": "surname",
        "source": ["Mr Finch"],
    },
    (BRITISH, "claims that"): {"polarity": "denies", "speaker": "Tobias Finch"},
    (BRITISH, "Harbour bath"): None,
    (INTERVIEW, "On a warm"): {"speaker": "Orla Brandt", "evidence": "carried over"},
    (INTERVIEW, "Never"): {"speaker": "Orla Brandt", "evidence": "pronoun"},
    (INTERVIEW, "My husband"): {"speaker": "Orla Brandt", "evidence": "carried over"},
    (INTERVIEW, "I just"): {"speaker": "Piet", "role": "Her husband"},
    (COURT, "Dorian Slate"): {"role": "Prosecutor", "addressee": "the jury", "kind": "mixed"},
    (COURT, "fraud"): {"polarity": "denies", "speaker": "Dorian Slate", "evidence": "surname"},
    (COURT, "the money"): {"speaker": "Kit Osei", "role": "His barrister"},
    (COURT, "“every penny”"): {
        "content": ["“every penny” had been paid back"],
        "speaker": "Kit Osei",
        "cue": ["adding"],
    },
    (COURT, "This is not"): {"speaker": "Helena Marsh", "role": "Judge", "polarity": "asserts"},
    (COURT, "why"): None,
    (COURT, "comment"): None,
    (TRANSCRIPT, "Are we"): {"speaker": "PELLOW", "source": ["PELLOW"]},
    (TRANSCRIPT, "We are not"): {"content": ["We are not. I said so last week."]},
    (VOX_POP, "I use"): {"speaker": "Rosa Quill", "role": "a nurse"},
    (VOX_POP, "They are always"): {"speaker": "Bram Otto", "cue": ["—"]},
    (VOX_POP, "And too"): {"speaker": "Wim Declan", "evidence": "carried over"},
    (VOX_POP, "What trams"): {"speaker": "a man", "speaker kind": "group", "addressee": None},
    (DASHES, "weather"): {
        "content": ["weather permitting,"],
        "kind": "direct",
        "speaker": "Lena Holt",
        "role": "harbour master",
    },
    (DASHES, "all 400"): {"source": ["the operator, Northline"], "kind": "indirect"},
    (DASHES, "he was"): {
        "speaker": "Paul Adeyemi",
        "role": "Northline's chief executive",
        "via": [("the Dunmore Gazette", "told")],
        "addressee": "the Dunmore Gazette",
    },
    (DASHES, "Tickets"): {"content": ["Tickets", "would cost no more than before"]},
    (DASHES, "The fares"): {
        "content": ["The fares are too high"],
        "source": ["a report in the Eastmere Herald"],
    },
    (DENIALS, "There is no"): {"polarity": "denies", "addressee": "reporters", "via": []},
    (DENIALS, "None at all."): {"addressee": "reporters", "evidence": "carried over"},
    (DENIALS, "the accusation"): {"polarity": "denies", "speaker": "Abel Crane"},
    (DENIALS, "the report"): {"content": ["the report as “pure invention”"], "cue": ["described"]},
    (DENIALS, "the meeting"): None,
    (DENIALS, "where"): None,
    (DENIALS, "her client"): {
        "speaker": "Ute Lang",
        "hedges": ["reportedly"],
        "polarity": "denies",
        "via": [("the Morning Post", "told")],
    },
    (DENIALS, "We were not"): {"speaker": "Ute Lang", "evidence": "pronoun"},
    (RUNNING_ON, "We have waited"): {"speaker": "Ada Birch", "role": "The mayor of Dunmore"},
    (RUNNING_ON, "The bridge"): {
        "content": [
            "The bridge will be built.",
            "It will be built on time.",
            "And it will be free.",
        ],
        "speaker": "Ada Birch",
        "evidence": "carried over",
    },
    (RUNNING_ON, "the bridge"): {
        "content": ["the bridge “belongs to everyone”"],
        "speaker": "Norway’s envoy",
        "via": [("the Eastmere Herald", "translation")],
    },
}


@pytest.mark.parametrize(
    ("article", "opening", "due"),
    [pytest.param(article, opening, due, id=opening) for (article, opening), due in CASES.items()],
)
def test_article(
    article: str,
    opening: str,
    due: dict[str, Any] | None,
    told: Callable[[str], list[dict[str, Any]]],
) -> None:
    found = [row for row in told(article) if row["content"][0].startswith(opening)]
    assert [{field: row[field] for field in due or ()} for row in found] == ([due] if due else [])


def test_a_transcript_has_a_statement_for_each_turn(
    told: Callable[[str], list[dict[str, Any]]],
) -> None:
    assert [row["speaker"] for row in told(TRANSCRIPT)] == ["PELLOW", "FINCH", "PELLOW"]
