"""Phrases of a sentence: who is named, who is spoken to, what stands around a cue."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from store.extraction.given_names import calls
from store.extraction.languages import en
from store.extraction.sentences import Sentence, Word

_DESCRIPTION = 8  # words of "the chairman of the inquiry"
LONGEST = 30  # words of a phrase; what is longer is a clause that was misread
PAUSES = frozenset((",", "—", "–", "-", "(", ")"))
_APPOSITION_ENDS = PAUSES | {".", ";", ":"}
_PRONOUNS = en.PRONOUN_SUBJECTS | en.OBJECTS
_DESCRIBING = en.DETERMINERS | en.ROLES | en.RELATIVES | en.DESCRIPTORS | en.FORMERLY | {"of"}
_SOMEBODY = en.ROLES | en.GROUPS | en.BODIES
_VERBS = en.FINITE | en.CUE_VERBS
_OUTSIDE = en.SUBORDINATORS | en.RELATIVES | en.CONJUNCTIONS | en.PRONOUN_SUBJECTS | _VERBS
_AFTER = en.PREPOSITIONS | en.TIME | en.ADVERBS


def before_adverbs(sentence: Sentence, at: int) -> int:
    """The number of the first word of the adverbs and auxiliaries that end just before *at*."""
    while at > 0 and is_adverb(sentence[at - 1].key):
        at -= 1
    return at


def is_adverb(key: str) -> bool:
    """Whether a word may stand between a source and its cue."""
    return key in en.ADVERBS or (key.endswith("ly") and key not in en.NOT_ADVERBS)


def phrase_from(sentence: Sentence, begin: int) -> range | None:
    """The phrase that names someone from *begin* on, with ", the mayor of X" taken in."""
    end = begin
    if begin < len(sentence) and sentence[begin].key in _PRONOUNS and not owns(sentence, begin):
        return range(begin, begin + 1)
    while end < min(len(sentence), begin + LONGEST) and _continues(sentence, end, begin):
        end += 1
    found = range(begin, end)
    if not names_someone(sentence, found):
        return None
    return range(begin, list_end(sentence, found) or _apposition_end(sentence, end))


def list_end(sentence: Sequence[Word], found: range) -> int | None:
    """Where "Ada Birch, Bram Otto and Kit Osei" ends, whose first name is *found*."""
    if not all(sentence[i].capital for i in found):
        return None
    at, names, last = found.stop, 1, False
    while not last and at + 1 < len(sentence) and sentence[at].text in {",", "and"}:
        pair = {sentence[at].key, sentence[at + 1].key}
        last = "and" in pair
        begin = at + len(pair & {",", "and"})
        at = next((i for i in range(begin, len(sentence)) if not sentence[i].capital), begin)
        names += 1
        if at == begin or is_role(sentence[begin]) or (names == 2 and pair == {",", "and"}):
            return None
    after = sentence[at] if at < len(sentence) else None
    goes_on = after is not None and after.plain and after.key not in _AFTER | _VERBS
    return at if last and not goes_on else None


def owns(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun is a possessive: the "her" of "her brother", not that of "to her"."""
    if sentence[at].key not in en.POSSESSIVES or at + 1 == len(sentence):
        return False
    after = sentence[at + 1]
    return after.plain and after.key not in _OUTSIDE | _AFTER


def is_apposition(sentence: Sequence[Word], at: int) -> bool:
    """Whether the words from *at* on, after a comma, may describe the name before it."""
    word = sentence[at]
    if word.key in _DESCRIBING or word.text.isdigit() or "-" in word.text:
        return True
    return word.capital and is_description(sentence, at - 1) and _is_name(sentence, at)


def is_description(sentence: Sequence[Word], end: int) -> bool:
    """Whether a name may follow what ends before *end* and a comma: "the mayor, John Smith,"."""
    if end < 1 or not sentence[end - 1].plain:
        return False
    if _opens_with_role(sentence, end):
        return True
    if sentence[end - 1].capital:
        return False
    if sentence[end - 1].key in _SOMEBODY:
        return True
    near = range(end - 2, max(end - 5, -1), -1)
    begin = next((i for i in near if sentence[i].key in en.DETERMINERS), None)
    return begin is not None and (not begin or not sentence[begin - 1].plain)


def _opens_with_role(sentence: Sequence[Word], end: int) -> bool:
    """Whether the words before *end* are "the chairman of the inquiry", "a spokesman for X"."""
    begin = end
    while begin > max(0, end - _DESCRIPTION) and _goes_on(sentence[begin - 1]):
        begin -= 1
    keys = [word.key for word in sentence[begin:end]]
    link = next((at for at, key in enumerate(keys) if key in en.NOUN_LINKS), 0)
    return link > 0 and keys[0] in en.DETERMINERS and keys[link - 1] in en.ROLES


def _goes_on(word: Word) -> bool:
    return word.plain and word.key not in _OUTSIDE


def _is_name(sentence: Sequence[Word], at: int) -> bool:
    """Whether from *at* on there is nothing but words with capitals up to the next pause."""
    end = at
    while end < len(sentence) and (sentence[end].capital or (end > at and _links(sentence, end))):
        end += 1
    return end < len(sentence) and end - at <= 4 and sentence[end].text in {*PAUSES, "."}


def _links(sentence: Sequence[Word], at: int) -> bool:
    """Whether the word is the "of" of a title: "Lord Ellis of Thornby"."""
    return sentence[at].key == "of" and at + 1 < len(sentence) and sentence[at + 1].capital


def phrase_before(sentence: Sentence, end: int, since: int) -> range | None:
    """The noun phrase that ends before *end*."""
    begin = end
    while begin > max(since, end - LONGEST) and _belongs(sentence, begin - 1):
        begin -= 1
    return _without_opening(sentence, begin, end)


def _belongs(sentence: Sentence, at: int) -> bool:
    """Whether the word may be part of a noun phrase that goes on after it."""
    word = sentence[at]
    if not word.plain:
        return word.text == "&"
    if word.key == "and":
        return 0 < at < len(sentence) - 1 and _alike(sentence[at - 1], sentence[at + 1])
    return word.key not in _OUTSIDE or (word.capital and word.key in en.ALSO_NAMES)


def _alike(one: Word, other: Word) -> bool:
    return one.capital == other.capital and one.plain and other.plain


def _without_opening(sentence: Sentence, begin: int, end: int) -> range | None:
    """The phrase without "On Thursday", "In a statement" and the like before it."""
    while begin < end and sentence[begin].key in en.INTRODUCTORY and not calls(sentence, begin):
        begin += 1
    if begin < end and sentence[begin].key in en.PREPOSITIONS:
        begin = last_phrase(sentence, begin, end)
    found = range(begin, end)
    return found if names_someone(sentence, found) else None


def is_role(word: Word) -> bool:
    """Whether a word names what somebody is."""
    key = word.key.rstrip(".").removeprefix("co-").removeprefix("ex-")
    known = key in en.ROLES or key.endswith(en.SCIENCES)
    return known and (word.capital or key not in en.ROLES_WITH_CAPITAL)


def last_phrase(sentence: Sentence, begin: int, end: int) -> int:
    """Where the last phrase begins, in words that open with a preposition."""
    at = end - 1
    while at > begin and _names(sentence[at]):
        at -= 1
    if at < end - 1:
        return at if sentence[at].key in en.DETERMINERS else at + 1
    starts = (i for i in range(end - 1, begin, -1) if sentence[i].key in en.DETERMINERS)
    return next(starts, end)


def _names(word: Word) -> bool:
    return (word.capital and word.key not in en.WEEKDAYS) or word.key in en.ROLES


def names_someone(sentence: Sentence, phrase: range) -> bool:
    """Whether the phrase can name a speaker: a name, a role, a group, "the" something."""
    if not phrase or len(phrase) > LONGEST:
        return False
    words = sentence[phrase.start : phrase.stop]
    if any(_breaks(one, other) for one, other in pairwise(words)) or _no_noun(words[0]):
        return False
    if len(words) == 1 and words[0].key in en.NOT_SPEAKING:
        return False
    if phrase.start == 0 and len(words) > 1 and _is_participle(words[0], words[1]):
        return False
    head = list(takewhile(lambda w: w.key == "of" or w.key not in en.PREPOSITIONS, words))
    if words[0].capital or words[0].key in en.DETERMINERS:
        alone = len(words) == 1 and words[0].key in en.DETERMINERS - en.GROUPS
        period = not head or (head[-1].key in en.PERIODS and not head[-1].capital)
        return not (alone or period) and words[-1].plain and words[-1].key not in en.PREPOSITIONS
    return any(word.key in _SOMEBODY or word.capital for word in head)


def _is_participle(word: Word, after: Word) -> bool:
    """Whether two words open an aside: "Commenting on", "Asked the"."""
    follows = after.key in en.PREPOSITIONS - {"of"} | en.DETERMINERS
    return word.key.endswith(("ing", "ed")) and follows


def _breaks(word: Word, following: Word) -> bool:
    """Whether a noun phrase cannot hold these two: "owns the", "now moves", "wanted to"."""
    if following.key in en.DETERMINERS and word.key not in en.DESCRIBING:
        return word.key not in en.DETERMINERS | en.PREPOSITIONS | en.CONJUNCTIONS
    if following.key == "to" and word.key.endswith(("ed", "s")) and not word.capital:
        return word.key not in _SOMEBODY
    if word.key in en.ROLES and following.plain and not following.capital:  # her brother owns
        return following.key.endswith("s") and following.key not in _SOMEBODY
    return word.key in en.MOMENTS and not word.capital


def _no_noun(word: Word) -> bool:
    """Whether a phrase that begins with *word* is no noun phrase: "asked", "leading", "if"."""
    if word.key in en.CONDITIONS or word.key in en.CONJUNCTIONS:
        return True
    return word.plain and not word.capital and word.key.endswith(("ed", "ing"))


def _continues(sentence: Sentence, at: int, begin: int) -> bool:
    word = sentence[at]
    if word.key in en.NOUN_LINKS:
        return at > begin
    dated = word.key in en.TIME and at > begin and sentence[at - 1].key in en.DETERMINERS
    return _belongs(sentence, at) and (dated or word.key not in _AFTER)


def _apposition_end(sentence: Sentence, end: int) -> int:
    """Where the source ends with ", 34, the mayor of X" taken in, if that follows."""
    while end + 1 < len(sentence) and sentence[end].text == ",":
        opening = sentence[end + 1]
        if not is_apposition(sentence, end + 1) or opening.key in en.RELATIVES:
            return end
        last = end + 1
        while last < len(sentence) and sentence[last].text not in _APPOSITION_ENDS:
            if sentence[last].stretch or sentence[last].key in _VERBS:
                return end
            last += 1
        end = last
    return end
