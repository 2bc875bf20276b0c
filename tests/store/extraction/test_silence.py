"""A wrong attribution is worse than silence: whom no words may be put in the mouth of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]

# id: (text, speaker, role and evidence of the last statement)
SPEAKERS: dict[str, tuple[str, str | None, str | None, str]] = {
    "surname King": (
        "Charlie King came.\n“It is late,” said Mr. King, 82.",
        "Charlie King",
        None,
        "surname",
    ),
    "surname King with a role": (
        "“It is late,” said Charlie King, a prominent Dunmore lawyer.",
        "Charlie King",
        "a prominent Dunmore lawyer",
        "named",
    ),
    "surname Baker": ("“It is late,” said Joan Baker.", "Joan Baker", None, "named"),
    "a relative clause is no name": (
        "Lena Holt, who runs the port and owns Mr. King's barge, said it is full.",
        "Lena Holt",
        None,
        "named",
    ),
    "a title with an of": (
        "Secretary of State Lena Holt said the quay is safe.",
        "Lena Holt",
        "Secretary of State",
        "named",
    ),
    "an office before a name": (
        "Dunmore County Recorder Helen Purcell said the quay is safe.",
        "Helen Purcell",
        None,
        "named",
    ),
    "however": ("Officials, however, said the quay was safe.", "Officials", None, "named"),
    "a participle after it": (
        "A court document filed on Monday said the quay was unsafe.",
        "A court document",
        None,
        "named",
    ),
    "the report's own voice": (
        "The report said the quay was unsafe.",
        "The report",
        None,
        "named",
    ),
    "close to": (
        "A source close to the mayor said the quay is safe.",
        "A source close to the mayor",
        None,
        "named",
    ),
    "two speak": (
        "Bram Otto and Wim Declan said the quay was safe.",
        "Bram Otto and Wim Declan",
        None,
        "named",
    ),
    "two, then he": (
        "The brothers Bram Otto and Wim Declan say it is lost.\nHe called it a “swamp.”",
        None,
        None,
        "pronoun",
    ),
    "dateline and an aside": (
        "DUNMORE -- Mayor Ada Birch, opening the bridge on Monday, said it was safe.",
        "Ada Birch",
        "Mayor",
        "named",
    ),
    "dateline of an agency": (
        "KYIV, Ukraine (AP) — “We stay,” said Olena Moroz, a teacher.",
        "Olena Moroz",
        "a teacher",
        "named",
    ),
    "a place between commas": (
        "At a rally in Eastmere, Norland, on Tuesday, Ada Birch backed it, saying it was “sound.”",
        "Ada Birch",
        None,
        "named",
    ),
    "his lawyer may be another's": (
        "Kit Osei, a lawyer for Dorian Slate, came.\n“Never,” his lawyer said of Bram Otto.",
        "his lawyer",
        None,
        "named",
    ),
    "his lawyer who was called so": (
        "His lawyer, Kit Osei, came.\n“Never,” his lawyer said.",
        "Kit Osei",
        "His lawyer",
        "title",
    ),
    "the mayor is not the mayor's lawyer": (
        "The mayor's lawyer, Kit Osei, came. “No,” the mayor said.",
        "the mayor",
        None,
        "named",
    ),
    "the president is not his spokesman": (
        "A spokesman for the president, Wim Declan, came. “No,” the president said.",
        "the president",
        None,
        "named",
    ),
    "another house's spokesman": (
        "Dunmore Port spokesman Wim Declan left. “No,” the Eastmere Port spokesman said.",
        "the Eastmere Port spokesman",
        None,
        "named",
    ),
    "the president is not a former one": (
        "Former president Abel Crane came. “No,” the president said.",
        "the president",
        None,
        "named",
    ),
    "the deputy mayor is not the mayor": (
        "Mayor Ada Birch came. “No,” the deputy mayor said.",
        "the deputy mayor",
        None,
        "named",
    ),
    "a spokesman without a name came after": (
        "“No,” said port spokesman Wim Declan.\n“Perhaps,” said a spokesman for the town.\n"
        "“It is false,” the spokesman added.",
        "the spokesman",
        None,
        "named",
    ),
    "the billionaire mogul": (
        "Dorian Slate met Abel Crane. “A fine man,” the billionaire mogul said.",
        "the billionaire mogul",
        None,
        "named",
    ),
    "a firm is no he": ("Bloomberg Politics met on Monday. “No,” she said.", None, None, "pronoun"),
    "a law is no he": ("The Super Seawall Act passed. “No,” he said.", None, None, "pronoun"),
    "a town in an apposition is no she": (
        "Wim Declan met a nurse from Brownsville, Texas. “No,” she said.",
        None,
        None,
        "pronoun",
    ),
    "named only inside marks": (
        "“Ada Birch told me it was safe,” said Kit Osei.\n“I never said so,” she said.",
        None,
        None,
        "pronoun",
    ),
    "a man without a name begins the sentence": (
        "“No,” said Bram Otto. A policeman came.\n“Move on,” he said.",
        None,
        None,
        "pronoun",
    ),
    "his father is not he": (
        "Bram Otto's father sat down.\n“Move on,” he said.",
        None,
        None,
        "pronoun",
    ),
    "whom a joke is about": (
        "Gary Otto is calm, he says. He tells a joke about Bram Declan.\n“It is funny,” he said.",
        "Gary Otto",
        None,
        "pronoun",
    ),
    "named in a that clause": (
        "Ada Birch said that Lena Holt should resign.\nShe said it was “a disgrace.”",
        "Ada Birch",
        None,
        "pronoun",
    ),
    "a name that both bear": (
        "Kim Osei came with Ada Birch.\n“No,” she said.",
        None,
        None,
        "pronoun",
    ),
    "no role for a surname that two bear": (
        "Mayor Bram Otto met Lena Otto.\n“No,” said Otto.",
        "Otto",
        None,
        "named",
    ),
    "no role of another's for a full name": (
        "Mayor Otto met Lena Otto and Bram Otto.\n“No,” said Lena Otto.",
        "Lena Otto",
        None,
        "named",
    ),
    "two meet": ("Bram Otto and Wim Declan met.\nHe said it was late.", None, None, "pronoun"),
    "two meet after a third spoke": (
        "“No,” said Paul Osei. Bram Otto and Wim Declan met.\n“It is late,” he said.",
        None,
        None,
        "pronoun",
    ),
    "one looked on while another spoke": (
        "Bram Otto looked on while Wim Declan sang.\n“It is late,” he said.",
        None,
        None,
        "pronoun",
    ),
    "one presented another": (
        "Bram Otto presented Wim Declan.\nHe said it was late.",
        None,
        None,
        "pronoun",
    ),
    "his letter, read by another": (
        "Bram Otto’s letter was opened by Wim Declan.\nHe said it was late.",
        None,
        None,
        "pronoun",
    ),
    "his own car": ("Bram Otto’s car broke.\nHe said it was late.", "Bram Otto", None, "pronoun"),
    "the princess met her": (
        "The princess met Lena Holt.\n“Charming,” she said.",
        None,
        None,
        "pronoun",
    ),
    "rang her sister": (
        "Lena Holt rang her sister.\n“It is late,” she said.",
        None,
        None,
        "pronoun",
    ),
    "a husband by his first name": (
        "“No,” said Bram Otto.\nMs Holt’s husband, Piet, frowned. “It is late,” he said.",
        "Piet",
        "Ms Holt’s husband",
        "pronoun",
    ),
    "two who speak in turn": (
        "“I saw it,” Otto said.\n“You saw nothing,” Holt said.\n“I saw the boat.”",
        None,
        None,
        "none",
    ),
    "the answer is not the answerer's": (
        "“I saw it,” Otto replied.\n“You saw nothing at all.”",
        None,
        None,
        "none",
    ),
}


@pytest.mark.parametrize(("text", "speaker", "role", "evidence"), SPEAKERS.values(), ids=SPEAKERS)
def test_speaker(
    text: str, speaker: str | None, role: str | None, evidence: str, told: Told
) -> None:
    last = told(text)[-1]
    assert (last["speaker"], last["role"], last["evidence"]) == (speaker, role, evidence)
