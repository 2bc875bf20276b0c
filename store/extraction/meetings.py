"""Who asked and who was asked where a sentence tells that two met: "She spoke to Lena Holt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.extraction.languages import en
from store.extraction.outlets import is_of_outlet
from store.extraction.phrases import before_adverbs
from store.extraction.sentences import Sentence, Word

_REACH = 5  # words from "met" to the name: "met the novelist Ada Birch"
_CREDIT = 6  # words of "Interview by Lena Holt", which is no sentence
_THIRD = en.HE | en.SHE | en.THEY


class Meeting(NamedTuple):
    """The words on both sides of a verb by which two meet."""

    before: Sequence[Word]
    after: Sequence[Word]
    asks: bool | None  # whether who stands before it asks; None where only more of them may tell
    pronoun: str = ""  # "she", who was told of, where that stands before it


def credited(sentence: Sentence) -> bool:
    """Whether *sentence* only tells whose work it is: "Interview by Lena Holt"."""
    return len(sentence) <= _CREDIT and any(word.key == "by" for word in sentence)


def meetings(sentence: Sentence) -> Iterator[Meeting]:
    """Every verb of *sentence* by which two meet, with the words around it."""
    for at, word in enumerate(sentence):
        end = _object(sentence, at)
        if end is None:
            continue
        before, after = sentence[:at], sentence[end : end + _REACH]
        subject = _subject(sentence, at)
        if word.key in en.INTERVIEWING:
            passive = subject in en.BE
            by = sentence[end - 1].key == "by"
            yield Meeting(before, after if by or not passive else (), not passive)
        else:
            told = _told(before, after, subject)
            if word.key in en.TELLING and told is None:
                told = False
            yield Meeting(before, after, told, subject if subject in _THIRD else "")


def _object(sentence: Sentence, at: int) -> int | None:
    """Where whom the verb at *at* is about begins; None where no such verb is there."""
    key = sentence[at].key
    after = [word.key for word in sentence[at + 1 : at + 3]]
    if key in en.INTERVIEWING | en.MEETING | en.TELLING:
        return at + 1 + (after[:1] == ["by"])
    if key not in en.TALKED:
        return None
    particle = len(after) == 2 and after[0] in en.PARTICLES  # sat down with
    to = after[particle : particle + 1]
    return at + 2 + particle if to and to[0] in {"to", "with"} else None


def _subject(sentence: Sentence, at: int) -> str:
    end = before_adverbs(sentence, at)
    return sentence[end - 1].key if end else ""


def _told(before: Sequence[Word], after: Sequence[Word], subject: str) -> bool | None:
    """Whether who stands before the verb asks, as the words around it tell."""
    object_ = after[0].key if after else ""
    if object_ in en.OBJECTS:
        return object_ not in en.WRITERS_TOLD
    if subject in en.WRITERS or _is_press(before):
        return True
    return False if _is_press(after) else None


def _is_press(words: Sequence[Word]) -> bool:
    """Whether *words* name a reporter or an outlet: "Lena Holt of the Fen Post"."""
    if any(word.key in en.PRESS for word in words):
        return True
    ends = range(1, len(words) + 1)
    return any(is_of_outlet(words[begin:end]) for end in ends for begin in range(end))
