from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from store.extraction.learned.decoding import Tag
from store.extraction.learned.windows import WINDOW, Passage
from training.examples import IGNORED, Wanted, examples, held_out, lesson

TEXT = """“We wait,” Ada Birch said. “Nobody sings.”

“We always wait.”

The ferry was late, it was reported, and Birch thinks it will stay so."""
STATEMENTS = [
    (["We wait", "Nobody sings", "We always wait"], "said", "Ada Birch", "speech"),
    (["The ferry was late"], "was reported", None, "speech"),
    (["it will stay so"], "thinks", "Birch", "other"),
]


def row(text: str, *statements: tuple[list[str], str, str | None, str]) -> dict[str, Any]:
    """An article in the gold's format; a cue and a speaker are the last such words in it."""

    def span(part: str) -> list[int]:
        return [text.rindex(part), text.rindex(part) + len(part)]

    return {
        "id": "a",
        "text": text,
        "statements": [
            {
                "content": [span(one) for one in contents],
                "cue": [span(cue)],
                "speaker": [span(speaker)] if speaker else [],
                "class": kind,
            }
            for contents, cue, speaker, kind in statements
        ],
    }


ROW = row(TEXT, *STATEMENTS)


def passages(row: dict[str, Any]) -> Iterator[tuple[Passage, Wanted]]:
    """What is wanted of each passage, read once."""
    for window, wanted in examples(lesson(row)):
        yield from list(zip(window.passages, wanted, strict=True))[window.new :]


def written(row: dict[str, Any], passage: Passage) -> list[str]:
    return [row["text"][word.start : word.end] for word in passage.words]


def pointed(row: dict[str, Any], head: str) -> list[tuple[str, str]]:
    """Every word that is asked where it points to, and the word that it points to."""
    found = []
    for passage, wanted in passages(row):
        each = written(row, passage)
        for word, column in zip(each, getattr(wanted, head), strict=True):
            if column != IGNORED:
                found.append((word, ["nowhere", *each][column]))
    return found


def test_tags_are_where_the_labels_are() -> None:
    tagged = [
        [
            (word, tag)
            for word, tag in zip(written(ROW, passage), wanted.tags, strict=True)
            if tag != Tag.NOTHING
        ]
        for passage, wanted in passages(ROW)
    ]
    assert tagged == [
        [
            ("We", Tag.CONTENT_BEGINS),
            ("wait", Tag.CONTENT),
            ("Ada", Tag.SOURCE_BEGINS),
            ("Birch", Tag.SOURCE),
            ("said", Tag.CUE_BEGINS),
            ("Nobody", Tag.CONTENT_BEGINS),
            ("sings", Tag.CONTENT),
        ],
        [("We", Tag.CONTENT_BEGINS), ("always", Tag.CONTENT), ("wait", Tag.CONTENT)],
        [
            ("The", Tag.CONTENT_BEGINS),
            *((word, Tag.CONTENT) for word in ("ferry", "was", "late")),
            ("was", Tag.CUE_BEGINS),
            ("reported", Tag.CUE),
            ("Birch", Tag.SOURCE_BEGINS),
            ("thinks", Tag.CUE_BEGINS),
            ("it", Tag.CONTENT_BEGINS),
            *((word, Tag.CONTENT) for word in ("will", "stay", "so")),
        ],
    ]


def test_content_points_to_its_cue_or_nowhere_from_another_paragraph() -> None:
    assert pointed(ROW, "cue") == [
        *((word, "said") for word in ("We", "wait", "Nobody", "sings")),
        *((word, "nowhere") for word in ("We", "always", "wait")),
        *((word, "was") for word in ("The", "ferry", "was", "late")),
        *((word, "thinks") for word in ("it", "will", "stay", "so")),
    ]


def test_a_cue_points_to_its_source_or_nowhere_where_it_has_none() -> None:
    pointing = [("said", "Ada"), ("was", "nowhere"), ("thinks", "Birch")]
    assert pointed(ROW, "source") == pointing


def test_a_cue_tells_words_said_from_thoughts() -> None:
    asked = [one for _, wanted in passages(ROW) for one in wanted.said if one != IGNORED]
    assert asked == [True, True, False]


def test_words_in_a_statement_within_another_are_the_inner_ones() -> None:
    text = "Birch said that Osk denied it."
    outer = (["that Osk denied it"], "said", "Birch", "speech")
    nested = row(text, outer, (["it"], "denied", "Osk", "speech"))
    ((_, wanted),) = passages(nested)
    assert wanted.tags[3:6] == [Tag.SOURCE_BEGINS, Tag.CUE_BEGINS, Tag.CONTENT_BEGINS]
    assert pointed(nested, "cue")[-1] == ("it", "denied")


def test_a_long_paragraph_is_labelled_in_parts() -> None:
    content = " and".join([" wait"] * WINDOW).strip()
    far = row(f"Birch said {content}.", ([content], "said", "Birch", "speech"))
    first, *others = passages(far)
    assert [passage.part for passage, _ in (first, *others)] == list(range(1 + len(others)))
    assert set(first[1].cue[2:]) == {2}  # the second word
    assert {tag for _, wanted in others for tag in wanted.tags[:-1]} == {Tag.CONTENT}
    assert {column for _, wanted in others for column in wanted.cue} == {IGNORED}


def test_a_label_that_cuts_a_word_takes_in_only_words_that_begin_in_it() -> None:
    cut = row("Birch said pro-Osk people sing.", (["Osk people si"], "said", "Birch", "speech"))
    ((_, wanted),) = passages(cut)
    assert wanted.tags[2:] == [Tag.NOTHING, Tag.CONTENT_BEGINS, Tag.CONTENT, Tag.NOTHING]


@pytest.mark.parametrize("paragraphs", [0, 1, 2, 40])
def test_another_first_cut_leaves_no_word_out(paragraphs: int) -> None:
    text = "\n\n".join(f"Birch number {n} waits for the ferry to Osk." for n in range(paragraphs))
    article = lesson(row(text))
    whole = {word for one in article.paragraphs for word in one}
    for seed in range(10):
        every = examples(article, random.Random(seed))  # noqa: S311 -- no secret
        assert {w for one in every for p in one.window.passages for w in p.words} == whole


def test_about_one_article_in_twenty_is_kept_out_and_always_the_same() -> None:
    kept_out = [number for number in range(200) if held_out({"id": f"article {number}"})]
    assert kept_out == [n for n in range(200) if held_out({"id": f"article {n}"})]
    assert 3 <= len(kept_out) <= 20
