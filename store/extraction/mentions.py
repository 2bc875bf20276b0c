"""Mentions of people in a sentence: by name, or as "a neighbour"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.extraction.languages import en
from store.extraction.names import Name, names, possessive
from store.extraction.phrases import is_role
from store.extraction.roles import heads
from store.extraction.sentences import Sentence, Word, across, words

_LONGEST_SUBJECT = 6  # words
_SUBJECT_ENDS = en.PREPOSITIONS | en.FINITE | en.CUE_VERBS | en.RELATIVES
_CLAUSES = frozenset(("as", "when", "while", "after", "before", "because"))
_AFTER_SPEAKERS = en.PREPOSITIONS | en.RELATIVES | en.CONJUNCTIONS | en.ADVERBS | en.TIME
_LONGEST = 80  # characters of a name or a role; what is longer was misread


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at *at*, outside marks or inside."""

    at: int
    name: str  # as written, without titles; empty for "a neighbour"
    role: str | None = None  # as written: "Kremlin spokesman"
    gender: str = ""  # "m" or "f" where a title, a role or the first name tells
    quoted: bool = False
    opens: bool = False  # it is the first thing its sentence names
    sure: bool = False  # it can only be a person
    speaks: bool = False  # a cue stands beside it
    placed: bool = False  # it is somebody only if the article elsewhere speaks of them
    acts: bool = False  # it may be who acts next: "Smith was", "introduced Smith"


def gender(title: str = "", name: str = "", role: str = "") -> str:
    """Tell "m" or "f"; "" where these words do not."""
    told = {title, *heads(role)}
    first = name.lower().split()[0] if " " in name else ""
    if told & (en.MR | en.MALE_ROLES):
        return "m"
    if told & (en.MRS | en.FEMALE_ROLES):
        return "f"
    return "m" if first in en.MALE_NAMES else "f" if first in en.FEMALE_NAMES else ""


def ranked(mentions: Iterable[Mention]) -> set[str]:
    """The names that open with what a role of the same person is for short: "DS Otto"."""
    roles = {
        (one.name.split()[-1], _initials(one.role)) for one in mentions if one.role and one.name
    }
    short = (one.name.split() for one in mentions if one.name.count(" ") == 1)
    return {f"{rank} {name}" for rank, name in short if len(rank) > 1 and (name, rank) in roles}


def _initials(role: str) -> str:
    return "".join(word[0] for word in role.split()).upper()


def mentions(text: str, sentence: Sentence) -> Iterator[Mention]:
    """Everyone whom *sentence* names, what stands inside marks too."""
    yield from _unnamed(sentence)
    found = list(names(sentence))
    told = [_mention(text, sentence, name, opens=_opens(sentence, name)) for name in found]
    yield from _together(sentence, found, told)
    for word in sentence:
        if word.stretch:
            inside = tuple(words(text, word.stretch.inside))
            for name in names(inside):
                if name.full:
                    yield _mention(text, inside, name, quoted=True)


def _together(
    sentence: Sentence, found: Sequence[Name], told: Sequence[Mention]
) -> Iterator[Mention]:
    """What those do of whom "and" makes one subject, each of them does."""
    for number, mention in enumerate(told):
        if any(one.role and found[number].words.start in one.role for one in found):
            yield replace(mention, opens=False, speaks=False, acts=False)  # Smith's spokesman
            continue
        near = [
            told[other]
            for other in (number - 1, number + 1)
            if 0 <= other < len(told) and _joined(sentence, found[min(number, other)])
        ]
        opens = mention.opens or any(one.opens for one in near)
        speaks = mention.speaks or any(one.speaks for one in near)
        yield replace(mention, opens=opens, speaks=speaks)


def _joined(sentence: Sentence, name: Name) -> bool:
    """Whether "and" follows *name*, so that the next one goes with it."""
    return _key(sentence, name.words.stop) in {"and", "or", "&"}


def _unnamed(sentence: Sentence) -> Iterator[Mention]:
    """People without a name: "a neighbour", or "his wife" where a sentence begins so."""
    for at, word in enumerate(sentence):
        opens = all(one.capital for one in sentence[:at])
        owned = word.key in en.POSSESSIVES or possessive(word.key)
        handed = at > 0 and sentence[at - 1].key in en.HANDING
        known = opens and word.key == "the" and _is_alone(sentence, at + 1)
        if not (known or (owned and (opens or handed)) or word.key in en.SOME_ONE):
            continue
        role = _role_at(sentence, at + 1)
        if role:
            told = gender(role=role)
            named = None if known or not opens else role
            acts = handed and not opens
            role = role if word.key in en.SOME_ONE else named
            yield Mention(word.span.start, "", role, told, opens=opens, acts=acts)


def _is_alone(sentence: Sentence, at: int) -> bool:
    """Whether a role is all that "the" at the beginning tells: "The queen met …"."""
    after = sentence[at + 1 : at + 2]
    known = at < len(sentence) and is_role(sentence[at])
    return known and all(one.plain and one.key not in en.PREPOSITIONS for one in after)


def _role_at(sentence: Sentence, begin: int) -> str | None:
    """What somebody is in the phrase from *begin* on, unless it is the title of a name."""
    for at in range(begin, min(begin + _LONGEST_SUBJECT, len(sentence))):
        word = sentence[at]
        if not word.plain or word.key in _SUBJECT_ENDS:
            return None
        if is_role(word) and not _goes_on_to_name(sentence, at + 1):
            return word.key
    return None


def _goes_on_to_name(sentence: Sentence, at: int) -> bool:
    """Whether a role is a title: what stands at *at*, a comma left out, is a name or a role."""
    after = sentence[at + (at < len(sentence) and sentence[at].text == ",") :][:1]
    return any(word.capital or is_role(word) for word in after)


def _opens(sentence: Sentence, name: Name) -> bool:
    """Whether a name alone is what its sentence, or the clause after its opening, begins with."""
    owner = possessive(sentence[name.words.stop - 1].key)
    if owner:
        return False
    begin = min(name.words.start, name.role.start if name.role else name.words.start)
    listed = _key(sentence, name.words.stop) == "and"
    for word in reversed(sentence[:begin]):
        listed = listed or word.key == "and"
        if (word.text == "," and not listed) or word.stretch:
            return True
        if word.text == ",":  # against Smith, Brown and Jones
            continue
        if word.key in en.PREPOSITIONS - en.SUBORDINATORS:
            return False
        if not (word.capital or _describes(word) or word.key in en.NEVER_NAMES):
            return False
    return True


def _describes(word: Word) -> bool:
    """Whether a word may stand between "the" and a name: "developer", "pollster"."""
    return is_role(word) or (word.plain and word.key.endswith(en.OCCUPATIONS))


def _mention(
    text: str, sentence: Sequence[Word], name: Name, *, quoted: bool = False, opens: bool = False
) -> Mention:
    role = written(text, sentence, name.role)
    told = gender(name.title, name.text, role or "") or _self(sentence, name)
    at = sentence[name.words.start].span.start
    speaks = not quoted and _beside_cue(sentence, name)
    acts = not quoted and _acts(sentence, name.words)
    sure = name.sure or bool(_self(sentence, name))
    return Mention(at, name.text, role, told, quoted, opens, sure, speaks, name.placed, acts)


def _self(sentence: Sequence[Word], name: Name) -> str:
    """Tell "m" or "f" by the word after a name: "Otto himself"."""
    after = _key(sentence, name.words.stop)
    return {"himself": "m", "herself": "f"}.get(after, "")


def _acts(sentence: Sequence[Word], name: range) -> bool:
    """Whether whoever is named may be the one who acts next: in "as Smith spoke", for one."""
    before = sentence[name.start - 1].key if name.start else ""
    after = sentence[name.stop] if name.stop < len(sentence) else None
    if before == "by" or before in en.HANDING or (after and after.key in en.FINITE):
        return True
    if possessive(sentence[name.stop - 1].key):
        return all(word.capital for word in sentence[: name.start])
    verb = after and after.plain and after.key not in en.PREPOSITIONS | en.CONJUNCTIONS
    return before in _CLAUSES and bool(verb)


def _key(sentence: Sequence[Word], at: int) -> str:
    return sentence[at].key if at < len(sentence) else ""


def _beside_cue(sentence: Sequence[Word], name: Name) -> bool:
    first, last = name.words.start, name.words.stop
    if sentence[first].key in en.BODIES | en.OUTLETS | en.COUNTRIES:
        return False
    if _key(sentence, last) in en.CUE_VERBS:
        return True
    told = first > 0 and sentence[first - 1].key in en.CUE_VERBS
    goes_on = last < len(sentence) and sentence[last].plain and not sentence[last].capital
    return told and (not goes_on or sentence[last].key in _AFTER_SPEAKERS)  # not: said Smith was


def written(text: str, sentence: Sequence[Word], found: range | None) -> str | None:
    """The words of *found* as written, on one line; None where they are too many."""
    if not found:
        return None
    line = " ".join(across(sentence, found).of(text).split())
    return line if len(line) <= _LONGEST else None
