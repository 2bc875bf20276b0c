"""Who is spoken to: "reporters" in "told reporters", "her" in "said to her"."""

from __future__ import annotations

from store.extraction.languages import en
from store.extraction.phrases import is_adverb
from store.extraction.sentences import Sentence

_NOT_ADDRESSED = (
    (en.PREPOSITIONS - {"of", "for"}) | en.SUBORDINATORS | en.TIME | en.RELATIVES | {"to"}
)
_NEXT_PHRASE = en.SUBJECTS | en.DETERMINERS
_VERBS = en.FINITE | en.CUE_VERBS


def addressee(sentence: Sentence, lemma: str, begin: int, end: int) -> range | None:
    """Who is spoken to after the cue that ends before *begin*: "told reporters", "said to her"."""
    if lemma not in en.TAKES_ADDRESSEE:
        if begin + 1 >= end or sentence[begin].key != "to":
            return None
        begin += 1
    at = begin
    while at < end and (sentence[at].plain or sentence[at].text == "&"):
        key = sentence[at].key
        if key in _NOT_ADDRESSED or (at > begin and _next_phrase(sentence, at)):
            break
        at += 1
        if key in en.OBJECTS:
            break
    return range(begin, at) if at > begin else None


def _next_phrase(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at *at*: after "police" in "told police Ada Birch had gone"."""
    word = sentence[at]
    if word.key in _NEXT_PHRASE:
        return True
    if not word.capital or sentence[at - 1].capital or sentence[at - 1].key in en.DETERMINERS:
        return False
    end = next((i for i in range(at, len(sentence)) if not sentence[i].capital), at)
    while end < len(sentence) and is_adverb(sentence[end].key) and sentence[end].key not in _VERBS:
        end += 1
    return end < len(sentence) and (sentence[end].key in _VERBS or sentence[end].key in en.CUES)
