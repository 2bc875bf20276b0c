"""Names as an article writes them: where a name begins, and the title or role in front of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.extraction.appositions import role_beside
from store.extraction.given_names import calls
from store.extraction.languages import en
from store.extraction.sentences import Word

_NAME_WORDS = range(2, 6)
_TITLES = en.HONORIFICS | en.ROLES | en.DESCRIPTORS
_NEVER = en.PRONOUNS | en.TIME
_APART = frozenset(
    ("in", "on", "at", "by", "with", "from", "for", "after", "over", "as", "and", "or")
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as word numbers of its sentence, with what stands in front of it.

    *title* is an honorific such as "mr"; *role* the words that give a role, both as ranges.
    """

    words: range
    text: str
    title: str = ""
    role: range | None = None
    sure: bool = False  # it can only be a person's: a title, a given name, an age tells
    placed: bool = False  # what stands before it makes it a place, unless other words tell

    @property
    def full(self) -> bool:
        """Whether it is more than a surname."""
        return " " in self.text


def names(sentence: Sequence[Word]) -> Iterator[Name]:
    """The names of people in *sentence*; a lone surname may also be a place."""
    at = 0
    while at < len(sentence):
        end = _run_end(sentence, at)
        if end == at:
            at += 1
            continue
        name = None if in_firm(sentence, at, end) else _name(sentence, at, end)
        if name and (not name.full or _is_person(sentence, name)):
            yield replace(name, placed=name.full and _placed(sentence, name))
        at = end


def _run_end(sentence: Sequence[Word], at: int) -> int:
    """Where the words with capitals that begin at *at* end."""
    end = at
    while end < len(sentence) and _in_name(sentence, end, at):
        end += 1
        if possessive(sentence[end - 1].key):
            break
    while end > at and sentence[end - 1].key in en.NAME_PARTICLES:
        end -= 1
    return end


def in_firm(sentence: Sequence[Word], begin: int, end: int) -> bool:
    """Whether "&" makes a firm of a run and its neighbour: "Otto & Birch", not two full names."""
    if sentence[begin].key.rstrip(".") in en.HONORIFICS:
        return False
    before = begin > 1 and sentence[begin - 1].text == "&" and sentence[begin - 2]
    after = end + 1 < len(sentence) and sentence[end].text == "&" and sentence[end + 1]
    if before and before.capital:
        lone = begin < 3 or not sentence[begin - 3].capital
        return (lone or end - begin == 1) and before.key.rstrip(".") not in en.HONORIFICS
    if after and after.capital:
        lone = end + 2 == len(sentence) or not sentence[end + 2].capital
        return (lone or end - begin == 1) and after.key.rstrip(".") not in en.HONORIFICS
    return False


def _in_name(sentence: Sequence[Word], at: int, begin: int) -> bool:
    word = sentence[at]
    if word.capital:
        named = at > begin and sentence[at - 1].key in en.GIVEN_NAMES  # Theresa May
        return word.key not in _NEVER or named or calls(sentence, at)
    return at > begin and word.key in en.NAME_PARTICLES


def possessive(key: str) -> bool:
    """Whether a word is a possessive: "Smith's", "the Smiths'"."""
    return key.endswith(("'s", "'"))


def _name(sentence: Sequence[Word], begin: int, end: int) -> Name | None:
    """The name in a run of words with capitals, its title and role taken off."""
    while begin < end and sentence[begin].key in en.NEVER_NAMES and not calls(sentence, begin):
        begin += 1
    own = _without_honours(sentence, range(begin, end)).stop
    last = own - _ends_in_surname(sentence, begin, own)
    titles = [i for i in range(begin, last) if is_title(sentence[i])]
    start = titles[-1] + 1 if titles else begin
    if start >= end or sentence[start].key in en.NAME_PARTICLES:
        return None
    title = sentence[titles[-1]].key.rstrip(".") if titles else ""
    start = _given_name(sentence, start, end)
    words = range(start, end)
    role = role_beside(sentence, begin, start, end)
    sure = bool(title or role) or _is_sure(sentence, words)
    return Name(words, _text(sentence, words), title, role, sure)


def _ends_in_surname(sentence: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a run ends in a title that is a surname here: "Mr. King", "Joan Baker"."""
    if end - begin < 2 or sentence[end - 1].key.removesuffix("'s") not in en.SURNAMES_TOO:
        return False
    before = sentence[end - 2].key.rstrip(".")
    return before in en.GIVEN_NAMES | en.HONORIFICS or len(before) == 1


def _given_name(sentence: Sequence[Word], start: int, end: int) -> int:
    """Where the given name begins: after "State" of "Secretary of State Ann Lee", for one."""
    given = (i for i in range(start, end - 1) if sentence[i].key in en.GIVEN_NAMES)
    first = next(given, start)
    if first - start > 1 or (start > 1 and sentence[start - 1].key == "of"):
        return first
    opens = start == 0 and (
        sentence[start].key.endswith("ing") or (first + 2 <= end and len(sentence[start].key) > 2)
    )
    return first if opens or sentence[start].key in en.NEVER_IN_PERSONS else start


def _is_sure(sentence: Sequence[Word], words: range) -> bool:
    """Whether the name itself, or the age or the "who" after it, tells that it is a person's."""
    keys = [sentence[i].key.rstrip(".") for i in words]
    if len(keys) > 1 and (keys[0] in en.GIVEN_NAMES or any(len(key) == 1 for key in keys[:-1])):
        return True
    if words.start and sentence[words.start - 1].text == ",":  # Dunmore, Norway, who
        return False
    after = [word.key for word in sentence[words.stop : words.stop + 2]]
    return after[:1] == [","] and (after[1:] == ["who"] or after[-1].isdigit())


def is_title(word: Word) -> bool:
    """Whether a word in front of a name is a title, a role or a party."""
    key = word.key.rstrip(".").removeprefix("co-").removeprefix("ex-")
    return key in _TITLES or key.endswith(en.SCIENCES)


def _without_honours(sentence: Sequence[Word], found: range) -> range:
    """A name without what may stand after it: "Ada Birch KC"."""
    end = found.stop
    while end - found.start > 1 and _is_honour(sentence[end - 1]):
        end -= 1
    return range(found.start, end)


def _is_honour(word: Word) -> bool:
    return word.key in en.HONOURS and word.text[-1].isupper()


def _text(sentence: Sequence[Word], named: range) -> str:
    found = _without_honours(sentence, named)
    text = " ".join(sentence[i].text for i in found)
    return text[:-2] if sentence[found[-1]].key.endswith("'s") else text.rstrip("’'")


def _is_person(sentence: Sequence[Word], name: Name) -> bool:
    """Whether a name of several words is a person's rather than a body's or a place's."""
    words = _without_honours(sentence, name.words)
    keys = [sentence[i].key.removesuffix("'s") for i in words]
    last = sentence[words[-1]].text
    acronym = last.isupper() and len(last) > 1 and not name.text.isupper()  # Indiana GOP
    if len(keys) not in _NAME_WORDS or acronym or keys[0] == "former" or _APART & set(keys):
        return False
    if name.title or keys[0] in en.GIVEN_NAMES:
        return not any(key in en.BODIES - en.SURNAMES_TOO for key in keys[1:])
    if any(key in en.NEVER_IN_PERSONS for key in keys) or keys[0] in en.PLACE_OPENERS:
        return False
    return not name.words.start or sentence[name.words.start - 1].key != "the"


def _placed(sentence: Sequence[Word], name: Name) -> bool:
    """Whether "in" or "from" stands before a name that nothing shows to be a person's."""
    before = sentence[name.words.start - 1].key if name.words.start else ""
    return before in en.BEFORE_PLACES and not name.sure
