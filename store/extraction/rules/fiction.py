"""Words of the stage and of the page: a novel's, a character's, a placard's; nobody said them."""

from __future__ import annotations

from itertools import takewhile

from store.extraction.languages import en
from store.extraction.sentences import Sentence, Word

_OPENING = 6  # words of "in Smith's long new novel"
_PHRASE = 5


def invented(sentence: Sentence, cue: range, source: range, content: range) -> bool:
    """Whether a work of fiction, one of its people or a thing with words on it is the source."""
    if _is_thing(sentence, source) or any(sentence[i].key in en.FALSE for i in source):
        return True
    if any(sentence[i].key in en.CHARACTERS for i in source):
        return True
    if content.start and sentence[0].key in en.WITHIN and source.start:
        opening = takewhile(lambda word: word.text != ",", sentence[:_OPENING])
        keys = {word.key for word in opening}
        if keys & en.FICTION or (keys & en.STAGED and any(present(sentence[i]) for i in cue)):
            return True
    return any(present(sentence[i]) for i in cue) and _within(sentence, max(cue.stop, content.stop))


def present(word: Word) -> bool:
    """Whether *word* is a cue in the present tense: "says", "say"."""
    if word.key not in en.CUES or word.key in en.SAME_PAST:
        return False
    return word.key == en.CUES[word.key] or word.key.endswith("s")


def _is_thing(sentence: Sentence, source: range) -> bool:
    """Whether what *source* is at heart bears words or is a beast: "the sign on the door"."""
    head = list(takewhile(lambda i: sentence[i].key not in en.PREPOSITIONS, source))
    if not head:
        return False
    word = sentence[head[-1]]
    return word.key in en.THINGS or (word.key in en.ANIMALS and not word.capital)


def _within(sentence: Sentence, at: int) -> bool:
    """Whether what follows *at* places it on a stage or a page: "in the final episode"."""
    phrase = sentence[at : at + _PHRASE]
    opens = bool(phrase) and phrase[0].key in en.WITHIN
    return opens and any(word.key in en.STAGED for word in phrase)
