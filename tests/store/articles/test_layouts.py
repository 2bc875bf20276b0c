"""Pages as news sites and publishing systems lay them out: the article comes out, and no more.

In a layout `¶` stands for the next paragraph of the story, `⟦…⟧` holds one of its own, and `⟪…⟫`
what may be kept or not. Those in `tuned` were looked at while the rules were made, those in
`counted` were not.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from store.articles import read

LAYOUTS = Path(__file__).parent / "layouts"
STORY = (LAYOUTS / "story.txt").read_text(encoding="utf-8").splitlines()
MARKED = re.compile("¶|⟦(?P<own>.*?)⟧|⟪(?P<any>.*?)⟫", re.DOTALL)

WRONG = {
    "nested_tables": "the links in a table's other cell come with it",
    "press_release": "an address beside the text is kept",
}


def laid_out(path: Path) -> tuple[str, list[str], list[str]]:
    """The page, the paragraphs of its article, and the lines that may be kept or not."""
    begin = sum(path.stem.encode()) % len(STORY)
    story = iter(STORY[begin:] + STORY[:begin])
    due: list[str] = []
    either: list[str] = []

    def filled(found: re.Match[str]) -> str:
        text = found["own"] or found["any"] or next(story)
        (either if found["any"] else due).append(shown(text))
        return text

    return MARKED.sub(filled, path.read_text(encoding="utf-8")), due, either


def shown(markup: str) -> str:
    """What a browser shows of *markup*, on one line."""
    marked = markup.replace("<q>", "“").replace("</q>", "”")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", marked)).split())


def layouts() -> list[object]:
    return [
        pytest.param(
            path,
            id=f"{path.parent.name} {path.stem}",
            marks=[pytest.mark.xfail(reason=WRONG[path.stem])] if path.stem in WRONG else [],
        )
        for path in sorted(LAYOUTS.glob("*/*.html"))
    ]


@pytest.mark.parametrize("path", layouts())
def test_the_article_comes_out_and_no_more(path: Path) -> None:
    page, due, either = laid_out(path)
    kept = read("page.html", page.encode()).text.split("\n\n")
    assert [paragraph for paragraph in kept if paragraph not in either] == due
