"""What is read off numbers made by hand, one letter and one pointer for each word.

In the first line of a case S begins a source and s goes on with it, C and c do so for a cue,
Q and q for a content, and a dot is nothing. Below a content the second line has the place where
its cue begins, below the beginning of a cue where its source begins, and a dash for nowhere.
"""

from __future__ import annotations

import numpy as np
import pytest

from store.extraction.learned.decoding import Found, statements
from store.extraction.learned.network import Floats, Reading

LETTERS = ".SsCcQq"  # as decoding.Tag numbers them


def _likely(columns: list[int], of: int, likely: float) -> Floats:
    """Log-probabilities, a row for each of *columns* that is *likely* there."""
    rows = np.full((len(columns), of), (1 - likely) / max(of - 1, 1), dtype=np.float32)
    rows[range(len(columns)), columns] = likely
    logs: Floats = np.log(rows)
    return logs


def _reading(tags: str, points: str, said: float = 3.0) -> Reading:
    at = [0 if one == "-" else 1 + int(one, 16) for one in points]
    cue = [one if tag in "Qq" else 0 for one, tag in zip(at, tags, strict=True)]
    source = [one if tag == "C" else 0 for one, tag in zip(at, tags, strict=True)]
    return Reading(
        _likely([LETTERS.index(tag) for tag in tags], len(LETTERS), 0.9),
        _likely(cue, len(tags) + 1, 0.99),
        _likely(source, len(tags) + 1, 0.99),
        np.full(len(tags), said, dtype=np.float32),
    )


def _letters(length: int, found: Found) -> str:
    """*found* written as in the cases."""
    said = ["."] * length
    for letters, spans in (("Ss", (found.source,)), ("Cc", (found.cue,)), ("Qq", found.contents)):
        for span in filter(None, spans):
            said[span.start : span.stop] = letters[0] + letters[1] * (len(span) - 1)
    return "".join(said)


CASES = {
    "one statement": ("SsCQqq.", "--0222-", ["SsCQqq."]),
    "content first": ("Qqq.CSs", "444-5--", ["Qqq.CSs"]),
    "content on both sides": ("QqSsCQq", "44--244", ["QqSsCQq"]),
    "a cue of two words": ("SCcQq", "-0-11", ["SCcQq"]),
    "no source": ("CQq.", "-00-", ["CQq."]),
    "two cues": ("SCQqSCQq", "-011-455", ["SCQq....", "....SCQq"]),
    "a content of the second cue": ("SCQ.Qq.SC", "-01-88--7", ["SCQ......", "....Qq.SC"]),
    "contents side by side": ("CQqQq.SC", "-0077--6", ["CQq.....", "...Qq.SC"]),
    "one source, two cues": ("SCQq.CQq", "-011-055", ["SCQq....", "S....CQq"]),
    "a cue without content": ("SC...", "-0---", []),
    "a content without a cue": ("Ss.Qqq", "------", []),
    "words that answer to no cue": ("SCQq.Qq", "-011---", ["SCQq..."]),
    "nothing reported": (".....", "-----", []),
    "no words": ("", "", []),
}


@pytest.mark.parametrize(("tags", "points", "expected"), CASES.values(), ids=CASES)
def test_statements(tags: str, points: str, expected: list[str]) -> None:
    found = statements(_reading(tags, points))
    assert [_letters(len(tags), one) for one in found] == expected


def test_a_content_does_not_change_its_cue_half_way() -> None:
    reading = _reading("SCQqqqq.SC", "-011111--8")
    reading.cue[5, [2, 10]] = np.log([0.4, 0.6])  # one word leans to the second cue
    (found,) = statements(reading)
    assert _letters(10, found) == "SCQqqqq..."


def test_a_doubtful_word_inside_a_content_stays_in_it() -> None:
    reading = _reading("SCQqqq", "-01111")
    reading.tags[4, [0, 6]] = np.log([0.6, 0.3])
    (found,) = statements(reading)
    assert _letters(6, found) == "SCQqqq"


def test_a_content_that_goes_on_without_beginning_is_begun() -> None:
    reading = _reading("SCqqq", "-0111")
    (found,) = statements(reading)
    assert _letters(5, found) == "SCQqq"


def test_how_sure_a_statement_is_falls_with_its_source_and_with_its_words() -> None:
    clear, source, words = (_reading("SCQq", "-011") for _ in range(3))
    source.source[1, [0, 1]] = np.log([0.3, 0.6])
    words.tags[3, [0, 6]] = np.log([0.35, 0.6])
    surest, *doubtful = [
        one.sure for reading in (clear, source, words) for one in statements(reading)
    ]
    assert 0.8 < surest <= 1
    assert all(0.5 < one < surest - 0.05 for one in doubtful)


@pytest.mark.parametrize(("odds", "said"), [(0.0, 0.5), (2.0, 0.881), (-6.0, 0.002)])
def test_whether_a_cue_reports_words_is_told_apart(odds: float, said: float) -> None:
    (found,) = statements(_reading("SCQq", "-011", said=odds))
    assert found.said == pytest.approx(said, abs=1e-3)


def test_of_too_many_cues_the_likeliest_are_kept() -> None:
    reading = _reading("." * 80, "-" * 80)
    for at in range(0, 80, 2):
        reading.tags[at] = _likely([3], 7, 0.9 if at < 60 else 0.5)
        reading.tags[at + 1] = _likely([5], 7, 0.9)
        reading.cue[at + 1] = _likely([1 + at], 81, 0.99)
    found = list(statements(reading))
    assert len(found) == 32
    assert {one.cue.start for one in found} >= set(range(0, 60, 2))
