"""Cues of a sentence: the words that report, and none of their look-alikes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from store.extraction.languages import en
from store.extraction.phrases import before_adverbs
from store.extraction.sentences import Sentence, Word

_SPEAKERS = en.ROLES | en.GROUPS | en.BODIES | en.PRONOUN_SUBJECTS | en.RELATIVES | en.COUNTRIES
_HEARD = 14  # words from "quoted" to "as saying"
_CLAUSE_OPENERS = en.PRONOUN_SUBJECTS | en.CONJUNCTIONS


class Form(Enum):
    """What a cue looks like, which tells where its source stands."""

    FINITE = auto()  # she said
    PARTICIPLE = auto()  # ..., adding that
    ACCORDING = auto()  # according to her
    COLON = auto()  # She was blunt: “No.”


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as word numbers of its sentence, *last* included."""

    first: int
    last: int
    lemma: str
    form: Form

    @property
    def words(self) -> range:
        """The numbers of its words."""
        return range(self.first, self.last + 1)

    @property
    def denies(self) -> bool:
        """Whether what follows is rejected by whoever speaks."""
        return self.lemma in en.NOMINAL_DENIALS

    @property
    def labels(self) -> bool:
        """Whether it reports what somebody or something is called."""
        return self.lemma in en.LABELS


def cues(sentence: Sentence) -> Iterator[Cue]:
    """The cues of *sentence* in order; negated, passive and noun look-alikes are left out."""
    for at, word in enumerate(sentence):
        if word.stretch or (word.capital and at):  # Mr. Read is no verb
            continue
        pair = _pair(sentence, at)
        if pair == en.ACCORDING:
            yield Cue(at, at + 1, "according to", Form.ACCORDING)
            continue
        if tuple(one.key for one in sentence[at : at + len(en.IN_WORDS)]) == en.IN_WORDS:
            yield Cue(at, at + len(en.IN_WORDS) - 1, "according to", Form.ACCORDING)
            continue
        wide = " ".join(pair) in en.CUES
        form = " ".join(pair) if wide else word.key
        if form in en.CUES and (kind := _form(sentence, at, form)):
            yield Cue(at, at + wide, en.CUES[form], kind)


def speaks(sentence: Sentence, found: range) -> bool:
    """Whether words that a tagger takes for a cue hold a verb of saying that acts: "aides say".

    What `cues` asks of the words around a verb to tell it from a noun, its place in a tagged cue
    has told already; a passive or a "said nothing" is still none.
    """
    for at in found:
        word, before = sentence[at], sentence[at - 1].key if at else ""
        pair = _pair(sentence, at)
        if pair == en.ACCORDING:
            return True
        if word.key in en.UTTERANCES and pair[1] == ":":  # her words: “No.”
            return True
        if word.key not in en.CUES and " ".join(pair) not in en.CUES:
            continue
        passive = before in en.BE and not word.key.endswith("ing")
        passive |= before == "," and word.key in en.ASKED
        noun = before in en.NOUN_LEADS or before.endswith(("'s", "s'"))
        nothing = _says_nothing(sentence, at + 1) or (word.key, pair[1]) == ("laughed", "at")
        if not (passive or noun or nothing):
            return True
    return False


def hearing(sentence: Sentence, at: int) -> int | None:
    """The number of the "heard" or "quoted" that a "saying" or "say" at *at* goes with.

    "quoted her as saying", "is quoted as saying", "heard her say", "was heard saying".
    """
    quoted = at > 0 and sentence[at - 1].key == "as"
    for number in range(at - 1 - quoted, max(at - _HEARD, -1), -1):
        word = sentence[number]
        if word.key in en.HEARD:
            return number
        if word.stretch or word.key in en.FINITE or (word.text == "," and not quoted):
            return None
    return None


def tells_of(sentence: Sentence, at: int) -> bool:
    """Whether somebody and a verb of saying follow: "said Otto told her", "recalled him saying"."""
    end = at
    while end < len(sentence) and (sentence[end].capital or sentence[end].key in en.OBJECTS):
        end += 1
    return at < end < len(sentence) and speaks_itself(sentence[end])


def speaks_itself(word: Word) -> bool:
    """Whether *word* is a verb of saying and can be no noun."""
    return word.key in en.CUES and word.key not in en.ALSO_NOUNS


def _pair(sentence: Sentence, at: int) -> tuple[str, str]:
    return sentence[at].key, sentence[at + 1].key if at + 1 < len(sentence) else ""


def _form(sentence: Sentence, at: int, form: str) -> Form | None:
    """What the verb form at *at* is here, or None where it reports nothing."""
    begin = before_adverbs(sentence, at)
    before = sentence[begin - 1].key if begin else ""
    if _negated(sentence, at) or before in en.NOUN_LEADS or before.endswith(("'s", "s'")):
        return None
    if _says_nothing(sentence, at + 1) or (form, _pair(sentence, at)[1]) == ("laughed", "at"):
        return None
    first = form.split()[0]
    if first in en.ALSO_NOUNS and not _may_speak(sentence, begin):
        return None
    if first.endswith("ing"):
        return _participle(sentence, begin, before)
    if first.endswith("ed") and _pair(sentence, at)[1] in en.BE:  # those admitted are
        return None
    if before in en.BE or (begin and sentence[begin - 1].key.endswith(("'re", "'m"))):
        return None
    if first == en.CUES[form].split("_")[0] and first not in en.SAME_PAST:
        if hearing(sentence, begin) is not None:
            return Form.PARTICIPLE
        return Form.FINITE if _plural(sentence, begin) else None
    return Form.FINITE


def _says_nothing(sentence: Sentence, at: int) -> bool:
    """Whether the words from *at* on are "nothing" or "no more" and no clause."""
    first, second = _pair(sentence, at) if at < len(sentence) else ("", "")
    if first == "no":
        return second in {"more", "word", "words"}
    plain = at + 1 < len(sentence) and sentence[at + 1].plain
    return first in {"nothing", "little"} and (not plain or second in en.PREPOSITIONS | {"more"})


def _may_speak(sentence: Sentence, begin: int) -> bool:
    """Whether the words before "claims" or "remarks" can be its subject, and are no adjective."""
    word = sentence[begin - 1] if begin else None
    if word is None or word.capital or not word.plain:
        return True
    if word.key in _SPEAKERS or word.key.endswith(en.OCCUPATIONS):
        return True
    return word.key in en.CONJUNCTIONS


def _participle(sentence: Sentence, begin: int, before: str) -> Form | None:
    if before in en.BE:
        return Form.FINITE
    if begin and (before in {",", "—", "–", "-"} or before in en.CONJUNCTIONS):
        return Form.PARTICIPLE
    heard = hearing(sentence, begin) is not None
    return Form.PARTICIPLE if heard or (begin and sentence[begin - 1].stretch) else None


def is_numero(sentence: Sentence, at: int) -> bool:
    """Whether the word at *at* is the "No" of "No 10", which denies nothing."""
    key, after = _pair(sentence, at)
    return key.rstrip(".") == "no" and sentence[at].capital and after.isdigit()


def _negated(sentence: Sentence, at: int) -> bool:
    """Whether a "not" or "declined" stands before the verb, in its own clause."""
    for number in range(at - 1, max(at - 5, -1), -1):
        word = sentence[number]
        if word.key in en.NEGATIONS and not is_numero(sentence, number):
            return True
        if not word.plain or word.key in _CLAUSE_OPENERS:
            return False
    return False


def _plural(sentence: Sentence, begin: int) -> bool:
    """Whether the words before a base form can be its subject: "they say", "officials say"."""
    if not begin:
        return False
    word = sentence[begin - 1]
    return word.key in en.PLURAL_PRONOUNS or word.key in en.GROUPS
