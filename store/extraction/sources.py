"""The words that name a source: the name in them, what only describes it, whether several speak."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from store.extraction.languages import en
from store.extraction.names import Name, in_firm, is_title, names, possessive
from store.extraction.people import People
from store.extraction.phrases import PAUSES, is_description, is_role, list_end
from store.extraction.sentences import Sentence
from store.model import Quotation, SpeakerKind

_AFTER_PARTICIPLES = en.PREPOSITIONS | en.DETERMINERS | en.TIME
_LONGEST = 12  # words of a name that describes
_JOINED = 4  # words between "and" and the name that it adds: "and his wife, Ada Birch"


def words_of(sentence: Sentence, quotation: Quotation) -> range:
    """The source as word numbers of its sentence."""
    span = quotation.source[0]
    found = [i for i, word in enumerate(sentence) if span.start <= word.span.start < span.end]
    if not found:
        return range(0)
    return range(found[0] + _acting(sentence, found[0], found[-1] + 1), found[-1] + 1)


def _acting(sentence: Sentence, begin: int, end: int) -> int:
    """How many words only tell what the speaker is doing: "Prosecuting, Ada Birch"."""
    if begin or end < 4 or not sentence[0].key.endswith("ing") or sentence[1].text != ",":
        return 0
    name = next((one for one in names(sentence[:end]) if one.words.start > 1), None)
    alone = name is not None and (
        name.words.stop == end or sentence[name.words.stop].text in PAUSES
    )
    begins = name is not None and all(word.capital for word in sentence[2 : name.words.start])
    listed = list_end(sentence, range(1)) == end
    return 2 if name and name.full and alone and begins and not listed else 0


def together(sentence: Sentence, source: range) -> range | None:
    """Those who speak together, from the first name to the last; None where one speaks.

    "Ada Birch, Bram Otto and Kit Osei"; "Ada Birch, 34, and her husband, Bram Otto".
    """
    comma = next((i for i in source if sentence[i].text == ","), source.start)
    if comma > source.start and list_end(sentence, range(source.start, comma)) == source.stop:
        return source
    found = [n for n in names(sentence[: source.stop]) if n.words.start >= source.start]
    if found and found[0].words.start == source.start and not found[0].full:
        return None  # Birch, the daughter of Ada Birch and Kit Osei
    full = [name for name in found if name.full and not name.placed]
    joined = [(one, other) for one, other in pairwise(full) if _joined(sentence, one, other)]
    return range(joined[0][0].words.start, joined[-1][1].words.stop) if joined else None


def _joined(sentence: Sentence, one: Name, other: Name) -> bool:
    """Whether "and" adds *other* to *one*, rather than a role or a body to what it is."""
    between = range(one.words.stop, other.words.start)
    at = next((i for i in reversed(between) if sentence[i].key in {"and", "&"}), None)
    if at is None or other.words.start - at > _JOINED:
        return False
    of = all(word.capital or word.key == "of" for word in sentence[one.words.stop : at])
    return of or sentence[at - 1].text == ","  # Ada Birch of Dunmore and Kit Osei


def head(sentence: Sentence, source: range) -> range:
    """The source without what describes it further: "a spokesman" of "a spokesman for X"."""
    return _past_title(sentence, source) or _undescribed(sentence, source)


def _past_title(sentence: Sentence, source: range) -> range | None:
    """The source up to its name where a title with an "of" comes first: "Secretary of State"."""
    for name in names(sentence[: source.stop]):
        role = name.role
        if role and name.full and role.stop <= name.words.start and role.start <= source.start + 1:
            stop = name.words.stop
            follows = stop < len(sentence) and sentence[stop].key == "and"
            apart = role.stop != name.words.start or follows
            return None if apart else range(source.start, stop)
    return None


def _undescribed(sentence: Sentence, source: range) -> range:
    for at in source[1:]:
        word = sentence[at]
        apart = word.text in PAUSES or word.key in en.PREPOSITIONS | en.ASIDES | en.REFLEXIVES
        if apart or word.key in en.DESCRIBING:
            return range(source.start, at)
    return source


def name_in(people: People, sentence: Sentence, phrase: range) -> Name | None:
    """The one name that the head of a source ends with."""
    found = (name for name in names(sentence[: phrase.stop]) if name.words.stop == phrase.stop)
    name = next(found, None)
    if name is None or _two_speak(sentence, phrase, name):
        return None
    if name.full or name.title:
        return name
    if name.words.start > phrase.start and _is_no_person(sentence[name.words.start - 1].key):
        return None
    if _goes_on(sentence, name.words.stop) and not people.full_name(name.text):
        return None
    if name.words.start == 0 and not people.full_name(name.text):
        return name if sentence[0].key not in people.common else None
    return name


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Whether a lone word is only the first of a name: "Friends of Dunmore", "Rowers for Birch"."""
    after = sentence[end : end + 2]
    return len(after) == 2 and after[0].key in {"for", "of", "against"} and after[1].capital


def _two_speak(sentence: Sentence, phrase: range, name: Name) -> bool:
    """Whether "and" joins somebody to *name*, rather than two of their roles."""
    at = next((i for i in phrase if sentence[i].key == "and"), None)
    if at is None:
        return False
    parts = sentence[phrase.start : at], sentence[at + 1 : name.words.start]
    roles = all(part and any(map(is_role, part)) for part in parts)
    if not roles or any(part[0].key in en.DETERMINERS for part in parts):
        return True
    return any(other.full and other.words.stop <= at for other in names(sentence[:at]))


def _is_no_person(before: str) -> bool:
    """Whether a lone word is no person's name after *before*: "the Rowers' Weekly", "the Bank"."""
    return possessive(before) or before in en.DETERMINERS


def is_body(sentence: Sentence, phrase: range, name: Name) -> bool:
    """Whether what looks like a name is an organisation's or a state's."""
    keys = [sentence[i].key.removesuffix("'s") for i in name.words]
    if name.title or name.role:
        return False
    if len(keys) == 1:
        acronym = name.text.isupper() and len(name.text) < 5
        return acronym or keys[0] in en.COUNTRIES | en.OUTLETS | en.BODIES | en.GROUPS
    if keys[0] in en.GIVEN_NAMES and name.sure:  # Bill Hartley, Ada Moll of the Fen Post
        return any(key in en.BODIES - en.SURNAMES_TOO for key in keys[1:])
    return any(k in en.NEVER_IN_PERSONS for k in keys) or sentence[phrase.start].key == "the"


def in_apposition(sentence: Sentence, source: range, phrase: range) -> Name | None:
    """Find the name that follows its description: "The mayor of X, John Smith"."""
    keys = keys_of(sentence, phrase)
    opens = keys[0] in en.DETERMINERS | en.SOMEBODY or any(possessive(key) for key in keys)
    if not opens and not is_description(sentence, phrase.stop):
        return None
    return next(_named_after(sentence, source, phrase), None)


def _named_after(sentence: Sentence, source: range, phrase: range) -> Iterator[Name]:
    for name in names(sentence[: source.stop]):
        begin = name.words.start
        while begin > phrase.stop and is_title(sentence[begin - 1]):  # Mrs Justice Harcourt
            begin -= 1
        apart = begin > phrase.stop and sentence[begin - 1].text == ","
        given = sentence[name.words.start].key in en.GIVEN_NAMES  # his wife, Sonia
        known = name.full or given or name.title in en.HONORIFICS | en.ROLES - en.RANKS
        if known and apart and not is_body(sentence, name.words, name):
            yield name


def keys_of(sentence: Sentence, found: range) -> list[str]:
    """The keys of the words of *found*."""
    return [sentence[i].key for i in found]


def plain(sentence: Sentence, source: range, phrase: range) -> range:
    """The source without what was only added: ", however", "which …", "filed on Monday"."""
    end = next((at for at in source[1:] if _is_added(sentence, at, source.stop)), source.stop)
    if sentence[end - 1].key in en.PREPOSITIONS:
        end -= 1
    if end < source.stop:
        return range(source.start, end)
    return source if len(source) < _LONGEST else phrase


def _is_added(sentence: Sentence, at: int, end: int) -> bool:
    """Whether what only adds to a phrase that ends before *end* begins at *at*."""
    word, before = sentence[at], sentence[at - 1].key
    if word.key in en.TIME and before not in en.DETERMINERS:
        return True
    if before in en.DETERMINERS:
        return False  # the accused
    if word.key.endswith("ed") and not word.capital and word.key not in en.DESCRIBING:
        return at + 1 == end or sentence[at + 1].key in _AFTER_PARTICIPLES
    return word.text in PAUSES or word.key in en.ASIDES


def firm(sentence: Sentence, phrase: range) -> range | None:
    """The firm in *phrase*, without what it is called besides: "rival Otto & Birch"."""
    at = next((i for i in phrase if sentence[i].text == "&"), None)
    if at is None or not in_firm(sentence, at + 1, at + 2):
        return None
    begin, end = at, at + 1
    while begin > phrase.start and sentence[begin - 1].capital and not is_role(sentence[begin - 1]):
        begin -= 1
    while end < phrase.stop and (sentence[end].capital or sentence[end].text == "&"):
        end += 1
    return range(begin, end) if begin < at else None


def kind_of(sentence: Sentence, phrase: range) -> SpeakerKind:
    """What a source without a person's name is: a body with a name, or unnamed people."""
    last = sentence[phrase.stop - 1].key.removesuffix("'s")
    if last.rstrip(".") in en.COMPANIES:
        return SpeakerKind.ORGANISATION
    if last in en.GROUPS or last in en.ROLES or any(sentence[i].key == "and" for i in phrase):
        return SpeakerKind.GROUP
    if sentence[phrase.stop - 1].capital or last in en.BODIES | en.OUTLET_WORDS:
        return SpeakerKind.ORGANISATION
    return SpeakerKind.GROUP
