"""Publications and broadcasters: what names one, and which of them passes a report on."""

from __future__ import annotations

from collections.abc import Sequence

from store.extraction.languages import en
from store.extraction.phrases import before_adverbs, phrase_before
from store.extraction.sentences import Sentence, Word

_FARTHEST = 6  # words between a cue and the report that it passes on
_TITLE = 4  # words of a programme's


def relayer(sentence: Sentence, at: int) -> range | None:
    """Who passes on the report that begins at *at*: "CNN reported that", just before it."""
    farthest = max(at - _FARTHEST, 0) if sentence[at - 1].key == "that" else at - 2
    for cue in range(at - 1, max(farthest, 0), -1):
        if not sentence[cue].plain or sentence[cue].key in en.RELATIVES:
            return None
        if sentence[cue].key in en.RELAYING:
            end = before_adverbs(sentence, cue)
            found = phrase_before(sentence, end, 0)
            return found if found and sentence[end - 1].key not in en.RELATIVES else None
    return None


def show_end(sentence: Sentence, end: int) -> int:
    """Where a phrase that ends before *end* does with the show of "CNN’s “Good Morning”"."""
    if not 0 < end < len(sentence) or not sentence[end].stretch:
        return end
    title = sentence[end].text
    short = len(title.split()) <= _TITLE and title.strip(en.CLOSING_MARKS)[:1].isupper()
    owner = sentence[end - 1].capital and sentence[end - 1].key.endswith(("'s", "'"))
    return end + bool(short and owner)


def is_outlet(words: Sequence[Word]) -> bool:
    """Whether the words name a publication or a broadcaster."""
    keys = [word.key.removesuffix("'s") for word in words if word.plain]
    if not keys or not any(word.capital for word in words):
        return False
    if set(keys) & en.OUTLETS or keys[-1] in en.OUTLET_KINDS or keys[-2:] == ["news", "agency"]:
        return True
    if keys[0] in en.STATIONS and len(keys) > 1:
        return words[0].capital  # Radio Ostra
    person = keys[0] in en.GIVEN_NAMES | en.HONORIFICS
    named = keys[-1] in en.OUTLET_WORDS or (keys[0] == "the" and keys[-1] in en.PAPERS)
    return named and words[-1].capital and not person


def is_of_outlet(words: Sequence[Word]) -> bool:
    """Whether the words name an outlet or somebody of one: "the Fen Post's Lena Holt"."""
    if is_outlet(words):
        return True
    for at, word in enumerate(words):
        if word.key == "of" and is_outlet(words[at + 1 :]):
            return True
        rest = words[at + 1 :]
        if word.key.endswith("'s") and rest and all(one.capital for one in rest):
            return is_outlet(words[: at + 1])
    return False
