"""The role that stands beside a name: "the mayor" of "the mayor, Ada Birch"."""

from __future__ import annotations

from collections.abc import Sequence

from store.extraction.languages import en
from store.extraction.phrases import PAUSES, is_apposition, is_role
from store.extraction.sentences import Word

_LONGEST_ROLE = 15  # words
_CLOSING = PAUSES | {".", ";", ":"}
_NOT_IN_ROLES = en.NEVER_NAMES | en.CUE_VERBS | (en.CUES.keys() - en.ALSO_NOUNS)
_VERBS = en.FINITE | en.RELATIVES | en.CUE_VERBS


def role_beside(sentence: Sequence[Word], begin: int, start: int, end: int) -> range | None:
    """The role in front of a name, or in apposition after or before it."""
    before = range(_role_start(sentence, begin, start), start)
    if any(is_role(sentence[i]) for i in before):
        return before
    return _apposition(sentence, end) or _leading_apposition(sentence, begin, end)


def _role_start(sentence: Sequence[Word], begin: int, start: int) -> int:
    """Where a role that ends at *start* begins: "White House national security spokesman"."""
    if begin == start and (not start or not is_role(sentence[start - 1])):
        return start
    at = begin
    while at > max(0, start - _LONGEST_ROLE) and (
        _in_role(sentence[at - 1]) or _links_role(sentence, at - 1)
    ):
        at -= 1
    acts = at and sentence[at - 1].key == "to" and sentence[at].key in en.PRESENTING
    return at + 1 if acts else at


def _links_role(sentence: Sequence[Word], at: int) -> bool:
    """Whether the word is the "of" of a title: "Secretary of State"."""
    return sentence[at].key == "of" and at > 0 and is_role(sentence[at - 1])


def _in_role(word: Word) -> bool:
    if not word.plain or word.key in _NOT_IN_ROLES:
        return False
    return not word.key.endswith(("ed", "ing")) or word.capital


def _apposition(sentence: Sequence[Word], end: int) -> range | None:
    """What stands between commas after a name: ", the mayor of X,"."""
    if end + 3 < len(sentence) and sentence[end + 1].text.isdigit():  # his age
        end += 2
    if end + 1 >= len(sentence) or sentence[end].text not in PAUSES:
        return None
    if not is_apposition(sentence, end + 1) or sentence[end + 1].key in en.RELATIVES:
        return None
    last = end + 1
    while last < min(len(sentence), end + _LONGEST_ROLE) and _goes_on(sentence[last]):
        last += 1
    if last < len(sentence) and sentence[last].text not in _CLOSING:
        return None
    found = range(end + 1, last)
    return found if any(is_role(sentence[i]) for i in found) else None


def _goes_on(word: Word) -> bool:
    return (word.plain or word.text == "&") and word.key not in _VERBS


def _leading_apposition(sentence: Sequence[Word], begin: int, end: int) -> range | None:
    """What stands before a name and a comma: "The mayor of X, John Smith"."""
    if begin < 3 or sentence[begin - 1].text != ",":
        return None
    if end - begin < 2 and not is_role(sentence[begin - 2]):  # a nurse from Dunmore, Norway
        return None
    at = begin - 1
    while at > max(0, begin - _LONGEST_ROLE) and _goes_on(sentence[at - 1]):
        if sentence[at].key in en.DETERMINERS and _acts(sentence[at - 1]):
            break
        at -= 1
    found = range(at, begin - 1)
    owned = any(sentence[i].key.endswith(("'s", "'")) for i in found)
    opens = sentence[at].key in en.DETERMINERS or owned
    if not found or not opens or (at and sentence[at - 1].plain and not _acts(sentence[at - 1])):
        return None
    return found if any(is_role(sentence[i]) for i in found) else None


def _acts(word: Word) -> bool:
    """Whether "the mayor" after *word* is its object: "quoted the mayor", "met the mayor"."""
    past = word.key in en.QUOTING | en.IRREGULAR_PASTS or word.key.endswith("ed")
    return past and not word.capital
