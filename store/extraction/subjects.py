"""What a sentence is about, and what "who" and "which" take up: noun phrases found from verbs."""

from __future__ import annotations

from collections.abc import Iterator

from store.extraction.languages import en
from store.extraction.names import Name, names
from store.extraction.phrases import PAUSES
from store.extraction.sentences import Sentence, Word

_LONGEST = 8  # words of a subject; what is longer was misread
_VERBS = en.FINITE | en.CUE_VERBS | en.IRREGULAR_PASTS
_SOMEBODY = en.ROLES | en.GROUPS
_OCCUPATION = (*en.OCCUPATIONS, *(f"{end}s" for end in en.OCCUPATIONS))
_LINKS = frozenset(("of", "for", "the", "&", "and"))  # within a name: the Bank of Japan
_PLACING = en.BEFORE_PLACES | {"of"}
_STEPS = 3  # prepositions back over which a phrase may begin
_OUTSIDE = _VERBS | en.BE | en.RELATIVES | en.SUBORDINATORS | en.CONJUNCTIONS | en.PRONOUN_SUBJECTS
_OPENING = en.CONJUNCTIONS | en.INTRODUCTORY | en.SUBORDINATORS


def subject(sentence: Sentence) -> range | None:
    """The phrase that *sentence* begins with and a verb follows: "Members of both unions"."""
    begin = _opening_end(sentence)
    end = begin
    while end < len(sentence) and sentence[end].plain and not is_verb(sentence[end]):
        end += 1
    found = range(begin, end)
    if not 0 < len(found) <= _LONGEST or end == len(sentence) or not sentence[end].plain:
        return None
    return found


def _opening_end(sentence: Sentence) -> int:
    """Where "But in May, still," ends, with which a sentence may begin."""
    at = 0
    while at < len(sentence) and sentence[at].key in _OPENING:
        at += 1
    if at < len(sentence) and sentence[at].key in en.PREPOSITIONS | en.SUBORDINATORS:
        comma = next((i for i, word in enumerate(sentence) if word.text == ","), at - 1)
        return comma + 1
    return at + (at < len(sentence) and at > 0 and sentence[at].text == ",")


def is_verb(word: Word) -> bool:
    """Whether *word* may be what a subject does: "met", "has", "resigned"."""
    return word.key in _VERBS or (word.key.endswith("ed") and not word.capital)


def head(sentence: Sentence, phrase: range) -> Word:
    """The word of *phrase* that says what it is: "members" of "members of both unions"."""
    prepositions = (i for i in phrase[1:] if sentence[i].key in en.PREPOSITIONS)
    return sentence[next(prepositions, phrase.stop) - 1]


def taken_up(sentence: Sentence, at: int) -> range | None:
    """The phrase that "who" or "which" at *at* belongs to, what describes it taken in."""
    end = at - (at > 0 and sentence[at - 1].text in PAUSES)
    if end < 1 or not sentence[end - 1].plain:
        return None
    if sentence[at].key == "that":
        return None
    human = sentence[at].key != "which"
    named = _named(sentence, end) if human else None
    found = named or next(_phrases(sentence, end, human=human), None)
    return _described(sentence, found) if found and human and not named else found


def name_of(sentence: Sentence, phrase: range) -> str | None:
    """The one name in *phrase*."""
    found = [name.text for name in names(sentence[: phrase.stop]) if name.words.start in phrase]
    return found[0] if len(found) == 1 else None


def _described(sentence: Sentence, phrase: range) -> range:
    """*phrase* with the full name before it that it describes: "Ada Birch, a clerk at the bank"."""
    if not phrase.start or sentence[phrase.start - 1].text not in PAUSES:
        return phrase
    before = [name.words for name in names(sentence[: phrase.start]) if name.full]
    near = before and before[-1].stop == phrase.start - 1
    return range(before[-1].start, phrase.stop) if near else phrase


def _named(sentence: Sentence, end: int) -> range | None:
    """The name that ends at *end*, or whose description does."""
    before: Name | None = None
    for name in names(sentence[:end]):
        role = name.role or range(0)
        if role.stop == end and role.start > name.words.start:
            return range(name.words.start, end)
        if name.words.stop == end:
            if _is_place(sentence, name):
                return range(before.words.start, end) if before else None
            return range(_both(sentence, name), end)
        before = name
    return None


def _is_place(sentence: Sentence, name: Name) -> bool:
    """Whether a lone word is where somebody is from: "Ada Birch, 24, from Dunmore"."""
    near = sentence[name.words.start - 1].key if name.words.start else ""
    return name.placed or (not name.full and not name.title and near in _PLACING)


def _both(sentence: Sentence, name: Name) -> int:
    """Where the names begin that "and" makes one: "Ada Birch and Kit Osei, who"."""
    begin = name.words.start
    if begin < 2 or sentence[begin - 1].key != "and" or not sentence[begin - 2].capital:
        return begin
    begin -= 2
    while begin > 0 and sentence[begin - 1].capital:
        begin -= 1
    return begin


def _phrases(sentence: Sentence, end: int, *, human: bool) -> Iterator[range]:
    """The phrases that end at *end* and can be what is meant, the shortest first."""
    stop = begin = end
    for _ in range(_STEPS):
        while begin > 0 and _goes_on(sentence, begin - 1, stop):
            begin -= 1
            if sentence[begin].key in en.DETERMINERS:
                break
        found = range(begin, stop)
        if found and _may_be(sentence[found.stop - 1], human=human):
            yield range(begin, end)
        if not begin or sentence[begin - 1].key not in en.PREPOSITIONS:
            return
        begin -= 1
        stop = begin


def _goes_on(sentence: Sentence, at: int, stop: int) -> bool:
    word = sentence[at]
    if word.key in _LINKS and 0 < at < stop - 1:
        return word.key == "the" or (sentence[at - 1].capital and sentence[at + 1].capital)
    if not word.plain or word.key in _OUTSIDE | en.PREPOSITIONS:
        return False
    return not word.key.endswith(("ed", "ing")) or word.capital


def _may_be(word: Word, *, human: bool) -> bool:
    key = word.key
    if human:
        return key in _SOMEBODY or key.removesuffix("s") in en.ROLES or key.endswith(_OCCUPATION)
    return word.capital or key in en.BODIES | en.OUTLET_WORDS
