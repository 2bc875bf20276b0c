"""The people an article names: fullest names, short forms, roles, and who "he" may be."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.names import Name, names
from store.extraction.phrases import is_role
from store.extraction.sentences import Sentence, Word, words

_LONGEST = 80  # characters of a name or a role; what is longer was misread


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at *at*, outside marks or inside."""

    at: int
    name: str  # as written, without titles
    role: str | None = None  # as written: "Kremlin spokesman"
    gender: str = ""  # "m" or "f" where a title, a role or the first name tells
    quoted: bool = False
    opens: bool = False  # it is the first thing its sentence names


class People:
    """Who is named in an article, and where."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._full: dict[str, dict[str, None]] = defaultdict(dict)  # by surname and first name
        self._forms: dict[str, dict[str, None]] = defaultdict(dict)  # by surname
        self._gendered: dict[str, dict[str, str]] = defaultdict(dict)  # by surname, then form
        self._roles: dict[str, list[Mention]] = defaultdict(list)  # by surname
        self._by_role: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._note(mention)
        self.outside = [m for m in mentions if not m.quoted and self._known(m)]
        self._starts = [mention.at for mention in self.outside]

    def _note(self, mention: Mention) -> None:
        last = surname(mention.name)
        self._forms[last][mention.name] = None
        if " " in mention.name:
            self._full[last][mention.name] = None
            self._full[mention.name.split()[0].lower()][mention.name] = None
        if mention.gender:
            self._gendered[last].setdefault(mention.name, mention.gender)
        if mention.role:
            self._roles[last].append(mention)
        for head in _heads(mention.role or ""):
            self._by_role[head].append(mention)

    def _known(self, mention: Mention) -> bool:
        """Whether it names a person: a full name, a part of one, or a surname with a title."""
        return bool(
            mention.role
            or mention.gender
            or mention.name.lower() in self._full
            or " " in mention.name
        )

    def full_name(self, name: str, gender: str = "") -> str | None:
        """The one full name that *name* is, or is short for; None if none or several are."""
        parts = name.lower().split()
        found = list(self._full.get(surname(name), ())) if parts else []
        if len(parts) > 1:
            found = [one for one in found if one.lower().split()[0] == parts[0]]
        if gender:
            found = [one for one in found if self.gender(one) in {gender, ""}]
        if len({(one.lower().split()[0], surname(one)) for one in found}) != 1:
            return None
        return max(found, key=len)

    def gender(self, name: str) -> str:
        """Tell "m" or "f"; "" where the article does not."""
        told = self._gendered.get(surname(name), {})
        return next((told[form] for form in told if _alike(form, name)), "")

    def role(self, name: str, before: int) -> str | None:
        """The role last given with *name* before an offset."""
        given = reversed(self._roles.get(surname(name), []))
        return next((m.role for m in given if m.at < before and _alike(m.name, name)), None)

    def with_role(self, head: str, before: int) -> set[str]:
        """Full names of those given a role with this head word before an offset."""
        given = self._by_role.get(head, [])
        return {self.full_name(m.name) or m.name for m in given if m.at < before}

    def short_forms(self, name: str) -> tuple[str, ...]:
        """Other forms under which the article names the same person."""
        forms = self._forms.get(surname(name), {})
        return tuple(form for form in forms if form != name and self.full_name(form) == name)

    def between(self, start: int, end: int) -> list[Mention]:
        """The people named outside marks in a stretch of text."""
        return self.outside[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _heads(role: str) -> set[str]:
    return {word for word in role.lower().replace(",", " ").split() if word in en.ROLES}


def _alike(one: str, other: str) -> bool:
    """Whether two forms with the same surname can be the same person's."""
    firsts = {name.lower().split()[0] for name in (one, other) if " " in name}
    return len(firsts) < 2


def surname(name: str) -> str:
    """The word that a short form of *name* uses, in lower case."""
    parts = [part for part in name.lower().replace("’", "'").split() if part not in en.SUFFIXES]
    return parts[-1] if parts else ""


def gender(title: str = "", name: str = "", role: str = "") -> str:
    """Tell "m" or "f"; "" where these words do not."""
    told = {title, *role.lower().split()}
    first = name.lower().split()[0] if " " in name else ""
    if told & (en.MR | en.MALE_ROLES):
        return "m"
    if told & (en.MRS | en.FEMALE_ROLES):
        return "f"
    return "m" if first in en.MALE_NAMES else "f" if first in en.FEMALE_NAMES else ""


def people(document: Document) -> People:
    """Everyone whom *document* names below its headlines."""
    return People(
        [
            mention
            for paragraph in document.paragraphs
            if not paragraph.heading
            for sentence in paragraph.sentences
            for mention in _mentions(document.text, sentence)
        ]
    )


def _mentions(text: str, sentence: Sentence) -> Iterator[Mention]:
    for name in names(sentence):
        yield _mention(text, sentence, name, opens=_opens(sentence, name))
    for word in sentence:
        if word.stretch:
            inside = tuple(words(text, word.stretch.inside))
            for name in names(inside):
                if name.full:
                    yield _mention(text, inside, name, quoted=True)


def _opens(sentence: Sentence, name: Name) -> bool:
    """Whether a name alone is what its sentence, or the clause after its opening, begins with."""
    after = name.words.stop
    if after < len(sentence) and sentence[after].key == "and":
        return False
    for word in reversed(sentence[: name.words.start]):
        if word.text == ",":
            return True
        if not word.capital and not is_role(word) and word.key not in en.NEVER_NAMES:
            return False
    return True


def _mention(
    text: str, sentence: Sequence[Word], name: Name, *, quoted: bool = False, opens: bool = False
) -> Mention:
    role = written(text, sentence, name.role)
    told = gender(name.title, name.text, role or "")
    return Mention(sentence[name.words.start].span.start, name.text, role, told, quoted, opens)


def written(text: str, sentence: Sequence[Word], found: range | None) -> str | None:
    """The words of *found* as written, on one line; None where they are too many."""
    if not found:
        return None
    start, end = sentence[found.start].span.start, sentence[found.stop - 1].span.end
    line = " ".join(text[start:end].split())
    return line if len(line) <= _LONGEST else None
