"""Given names that are other words, too: "Will", "May", "June"."""

from __future__ import annotations

from collections.abc import Sequence

from store.extraction.languages import en
from store.extraction.sentences import Word

_APART = en.DETERMINERS | en.PREPOSITIONS | en.SUBORDINATORS | en.CONJUNCTIONS | en.TIME
_NO_NAME = _APART | en.NEAR_DATES | en.LATER | {"last", "next", "early", "late", "mid"}
_VERBS = en.FINITE | en.CUES.keys() | en.IRREGULAR_PASTS


def calls(sentence: Sequence[Word], at: int) -> bool:
    """Whether the word is somebody's name: "May Summers said", not "Will Otto go?"."""
    word = sentence[at]
    if word.key not in en.GIVEN_NAMES_TOO or not word.capital or word.text.isupper():
        return False
    before = sentence[at - 1] if at else None
    if before and word.key in en.TIME and (before.key in _NO_NAME or before.text.isdigit()):
        return False
    end = next((i for i in range(at + 1, len(sentence)) if not sentence[i].capital), len(sentence))
    if end == at + 1:
        return _speaks(before, sentence[end] if end < len(sentence) else None)
    if sentence[at + 1].key in en.TIME | en.PRONOUNS | en.GIVEN_NAMES:
        return False
    if before and before.plain and not before.capital:
        return True
    return sentence[-1].text != "?" and (end == len(sentence) or _acts(sentence[end]))


def _speaks(before: Word | None, after: Word | None) -> bool:
    """Whether a cue or nothing more stands beside a lone word: "May said", "said May."."""
    if after is None or after.key in en.CUE_VERBS:
        return True
    return bool(before and before.key in en.CUE_VERBS and not after.plain)


def _acts(word: Word) -> bool:
    """Whether *word*, after a name, tells that it is one: a verb or a pause."""
    past = word.key.endswith("ed") and not word.capital
    return not word.plain or past or word.key in _VERBS
