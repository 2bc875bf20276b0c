"""What an editor's bracket may stand for: a pronoun made clear, or another form of a word.

Anything else that is put in a bracket is another thing than was said: another name, "[all]" for
"some", "[may]" for "will".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.checking import contractions
from store.checking.words import Word, numbers, says_no
from store.extraction.languages import en
from store.extraction.languages.en.listing import words as listed
from store.extraction.mentions import gender
from store.search.titles import TITLES

MOST = 8  # words that a bracket may stand for
_DESCRIBED = 5  # words at most of "the mayor of the town", for whom a name may be put

# People and things that are told by a pronoun, and who may speak of themselves in another's words.
_FAMILIES = (
    listed("i me my mine myself"),
    listed("we us our ours ourselves"),
    listed("you your yours yourself yourselves"),
    listed("he him his himself"),
    listed("she her hers herself"),
    listed("it its itself"),
    listed("they them their theirs themselves"),
)
_SPEAKING = _FAMILIES[0] | _FAMILIES[1] | _FAMILIES[2]
_PRONOUNS = frozenset[str]().union(*_FAMILIES)
_POINTING = listed("this that these those here there then now today yesterday tomorrow")
_ARTICLES = frozenset(("a", "an", "the"))
_FREE = _PRONOUNS | _POINTING | _ARTICLES
_DEFINITE = en.POSSESSIVES | listed("the this that these those")
_AMOUNTS = listed(
    "all some any many most few several every each both half none no more less fewer least only "
    "always often sometimes never usually rarely everyone everybody someone somebody anyone "
    "nobody everything nothing something"
)
_COUNTS = listed(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds "
    "thousand thousands million millions billion billions"
)
_LEMMAS = {
    form: lemma
    for lemma, forms in {
        "be": "be am is are was were been being 'm 're 's",
        "have": "have has had having 've",
        "do": "do does did done doing",
        "will": "will would 'll 'd wo",
        "can": "can could ca",
        "may": "may might",
        "must": "must",
        "should": "should",
    }.items()
    for form in forms.split()
}
_MODAL = frozenset(("will", "can", "may", "must", "should"))
_ENDINGS = ("'s", "'", "s", "es", "ed", "d", "ing", "en", "n")
_VOWELS = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class _Told:
    """A word, or a part of "he's"."""

    key: str
    capital: bool


def stands_for(put: Sequence[Word], said: Sequence[Word], speaker: str | None) -> bool:
    """Whether an editor may put *put* in a bracket where *speaker* has *said* some words."""
    ours, theirs = list(_parts(put)), list(_parts(said))
    if not 0 < len(said) <= MOST or _turns(ours, theirs) or not _is_clearer(ours, theirs, speaker):
        return False
    if _is_name(ours) and _is_description(theirs):
        return True
    if all(one.key in _ARTICLES for one in theirs):
        return all(one.key in _FREE for one in ours)
    return all(
        one.key in _FREE or any(_same(one.key, other.key) for other in ours) for one in theirs
    )


def _parts(words: Iterable[Word]) -> Iterable[_Told]:
    for word in words:
        first, second = contractions.parts(word.key)
        yield _Told(first, word.capital)
        if second:
            yield _Told("not" if second == "n't" else second, capital=False)


def _turns(put: Sequence[_Told], said: Sequence[_Told]) -> bool:
    """Whether a "not", an amount or a "may" stands on one side only."""
    ours, theirs = [one.key for one in put], [one.key for one in said]
    if says_no(ours) != says_no(theirs) or _AMOUNTS & {*ours} != _AMOUNTS & {*theirs}:
        return True
    counted = numbers(theirs) | _COUNTS & {*theirs}
    if counted and counted != numbers(ours) | _COUNTS & {*ours}:
        return True
    modal = [{_LEMMAS.get(key) for key in keys} & _MODAL for keys in (ours, theirs)]
    return not modal[0] <= modal[1]


def _is_clearer(put: Sequence[_Told], said: Sequence[_Told], speaker: str | None) -> bool:
    """Whether pronouns are put for none but those that speak, and names for who is meant."""
    ours = {one.key for one in put} & _PRONOUNS
    theirs = {one.key for one in said} & _PRONOUNS
    if ours and all(one.key in _FREE or one.key in _LEMMAS for one in put):
        kept = all(
            any({one, other} <= family for family in _FAMILIES for other in theirs) for one in ours
        )
        return kept or (bool(theirs & _SPEAKING) and not ours & _SPEAKING)
    names = {one.key for one in put if _names(one)}
    if theirs & _FAMILIES[0] and names and speaker:
        return bool(names.intersection(speaker.casefold().split()))
    sex = gender(put[0].key, " ".join(one.key for one in put))
    return not (sex == "f" and theirs & _FAMILIES[3]) and not (sex == "m" and theirs & _FAMILIES[4])


def _is_name(put: Iterable[_Told]) -> bool:
    return any(map(_names, put))


def _names(one: _Told) -> bool:
    return one.capital and one.key not in _FREE and one.key not in TITLES


def _is_description(said: Sequence[_Told]) -> bool:
    """Whether it is "the mayor" or "my predecessor", which a name may make clear."""
    if not 1 < len(said) <= _DESCRIBED or said[0].key not in _DEFINITE:
        return False
    return not any(one.capital or one.key in _AMOUNTS | _LEMMAS.keys() for one in said[1:])


def _same(one: str, other: str) -> bool:
    """Whether two words are forms of one: "resign" and "resigned", "is" and "was"."""
    if one == other or _LEMMAS.get(one, one) == _LEMMAS.get(other, other):
        return True
    if "'s" in (one, other) and {_LEMMAS.get(one), _LEMMAS.get(other)} & {"have"}:
        return True
    if {one, other} & en.IRREGULAR_PASTS and one[0] == other[0]:
        return bool(_VOWELS.sub("", one) == _VOWELS.sub("", other))
    return bool(_bases(one) & _bases(other))


def _bases(word: str) -> set[str]:
    """What *word* may be a form of: "trying" of "try", "stopped" of "stop", "uses" of "use"."""
    found = {word}
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base == word or len(base) < 2:
            continue
        found |= {base, f"{base}e"}
        if base[-1] == base[-2]:
            found.add(base[:-1])
    if word.endswith(("ies", "ied")):
        found.add(f"{word[:-3]}y")
    return found
