"""Exactly the article's paragraphs come out of pages as publishing systems lay them out.

The readers of pages were fitted to the layouts in `tuned`; those in `counted` were only counted.
A headline, a standfirst and what stands between the parts of an article may come with it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from store.articles import read

LAYOUTS = Path(__file__).parent / "systems"
TITLE = "Pier to stay after long night"
ALSO = {
    TITLE,
    "Council votes nine to four",
    "Campaigners celebrate after nine councillors back repairs",
    "Nine councillors back repairs",
    "How a town kept its pier",
    "The night of the vote",
    "Meeting begins",
    "Pier stays",
    "Council votes to keep pier",
    "Repairs to cost 4 million",
}
CURLY = (
    "HARBOR — Councillors voted on Thursday to keep the old pier, after a debate of six hours.",
    "“We will not walk anything back,” Mayor Ana Ruiz told the Harbor Times. “We said what we"
    " said.”",
    "“No,” she added.",
    "The council’s chair, Omar Diaz, denied that he had been asked about the repairs in March.",
    "“The pier was here before any of us,” said Luis Ortega, 71, who has fished there for life.",
    "“It should be here after us.”",
    "Asked whether the town could pay for it, Ruiz said: “We will find a way.”",
)
STRAIGHT = (
    '"I\'m not going anywhere," union leader Ed Crane said as the strike entered its third week.',
    "Drivers walked out on 3 May over shifts that they say are too long to be safe.",
    'Company spokeswoman Mara Lund said the offer was "fair, final and not going to get better".',
    '"That," Crane replied, "is what they said last week."',
    '"Nobody asked us," said a passenger.',
    "Talks go on.",
    'According to Lund, both sides will meet on Friday; she said it was "too early" to say more.',
)
ARTICLES = {"curly": CURLY, "straight": STRAIGHT}
WRONG = {
    "amp_story": "a line of its own that tells the day, and a heading above links, come with it",
    "bbc_divs": "a byline in bare elements, and an appeal for a newsletter, come with it",
    "divs_react": "a heading above a summary, and a line on the outlet's standards, come with it",
    "drupal": "a line on who submitted it comes with it",
}


def filled(text: str, paragraphs: tuple[str, ...]) -> str:
    for number, paragraph in enumerate(paragraphs, 1):
        text = text.replace(f"[[{number}]]", paragraph)
    return text.replace("[[title]]", TITLE).replace("[[pull]]", paragraphs[1])


def expected(layout: Path, paragraphs: tuple[str, ...]) -> list[str]:
    told = layout.with_suffix(".txt")
    if not told.exists():
        return list(paragraphs)
    return filled(told.read_text(encoding="utf-8"), paragraphs).strip().split("\n\n")


def cases() -> list[object]:
    return [
        pytest.param(
            *(layout, article),
            id=f"{layout.parent.name} {layout.stem} {article}",
            marks=[pytest.mark.xfail(reason=why)] if (why := WRONG.get(layout.stem)) else [],
        )
        for layout in sorted(LAYOUTS.glob("*/*.html"))
        for article in ARTICLES
    ]


@pytest.mark.parametrize(("layout", "article"), cases())
def test_the_paragraphs_of_the_article_and_no_others(layout: Path, article: str) -> None:
    paragraphs = ARTICLES[article]
    text = read("a.html", filled(layout.read_text(encoding="utf-8"), paragraphs).encode()).text
    found = [paragraph for paragraph in text.split("\n\n") if paragraph not in ALSO]
    assert found == expected(layout, paragraphs)
