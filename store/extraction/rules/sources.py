"""The words that name who speaks, found on either side of a cue."""

from __future__ import annotations

from collections.abc import Sequence

from store.extraction.languages import en
from store.extraction.names import possessive
from store.extraction.phrases import (
    LONGEST,
    PAUSES,
    before_adverbs,
    is_adverb,
    is_apposition,
    is_role,
    last_phrase,
    list_end,
    names_someone,
    phrase_before,
    phrase_from,
)
from store.extraction.rules.cues import Cue
from store.extraction.sentences import Sentence, Word

_LINKS = (en.PREPOSITIONS | en.BE) - {"following"}
_OPENINGS = en.INTRODUCTORY | en.PREPOSITIONS | en.SUBORDINATORS


def before(sentence: Sentence, cue: Cue, since: int) -> range | None:
    """The source that ends just before *cue*, not reaching back beyond *since*."""
    end = before_adverbs(sentence, cue.first)
    if end > 2 and sentence[end - 2].key == "on" and sentence[end - 1].key in en.WEEKDAYS:
        end = before_adverbs(sentence, end - 2)
    if end <= since:
        return None
    word = sentence[end - 1]
    if word.key in en.CONJUNCTIONS:
        return None
    if word.key in en.RELATIVES:
        return _antecedent(sentence, end - 1, since)
    if word.key in en.PRONOUN_SUBJECTS:
        return range(end - 1, end)
    if word.text in PAUSES:
        return _with_apposition(sentence, end, since)
    found = phrase_before(sentence, end, since)
    return found and _with_others(sentence, found, since)


def _with_others(sentence: Sentence, found: range, since: int) -> range:
    """The whole of "Ada Birch, Bram Otto and Kit Osei", of which *found* is the end."""
    begin = found.start
    if begin - 1 > since and sentence[begin - 1].key == "and":  # the comma before it
        begin -= 1
    while begin - 1 > since and sentence[begin - 1].text == "," and sentence[begin - 2].capital:
        name = begin - 1
        while name > since and sentence[name - 1].capital:
            name -= 1
        if {sentence[name].key, sentence[max(name - 1, since)].key} & en.PREPOSITIONS:
            break  # In May, Ada Birch and Bram Otto said
        begin = name
    comma = next((i for i in range(begin, found.start) if sentence[i].text == ","), begin)
    whole = comma > begin and list_end(sentence, range(begin, comma)) == found.stop
    return range(begin, found.stop) if whole else found


def _antecedent(sentence: Sentence, end: int, since: int) -> range | None:
    """Who "who" is: "John Smith, who said …"."""
    while end > since and sentence[end - 1].text in PAUSES:
        end -= 1
    found = phrase_before(sentence, end, since)
    links = [i for i in found or () if sentence[i].key in en.PREPOSITIONS]
    if not found or not links or any(is_role(sentence[i]) for i in range(found.start, links[0])):
        return found
    return range(last_phrase(sentence, links[-1], end), end)


def _with_apposition(sentence: Sentence, end: int, since: int) -> range | None:
    """A name with what is told about it between commas: "John Smith, the mayor, said"."""
    for at in range(end - 2, max(since, end - LONGEST), -1):
        if sentence[at].stretch:
            return None
        if sentence[at].text not in PAUSES:
            continue
        opening = sentence[at + 1].key  # Smith, speaking on Monday, said; Smith, who left, said
        aside = opening.endswith(("ing", "ed")) or opening in en.ASIDES
        if aside or is_apposition(sentence, at + 1):
            name = phrase_before(sentence, at, since)
            if name:
                return name if aside else range(name.start, end - 1)
    return None


def after(sentence: Sentence, cue: Cue) -> range | None:
    """The source that follows *cue*: "said the minister", "according to the minister"."""
    return phrase_from(sentence, cue.last + 1)


def heard(sentence: Sentence, cue: Cue, at: int) -> range | None:
    """Who is heard or quoted by the word at *at*: its object, or the subject of a passive."""
    if sentence[before_adverbs(sentence, at) - 1].key in en.BE:
        return subject(sentence, at)
    found = phrase_from(sentence, at + 1)
    return found if found and found.stop <= cue.first else None


def relayed_end(sentence: Sentence, source: range) -> int:
    """Where a source ends with the outlet taken in: "a report in the Herald"."""
    told = any(sentence[i].key in en.RELAYED | en.BODIES for i in source)
    if told and source.stop < len(sentence) and sentence[source.stop].key in en.BY:
        outlet = phrase_from(sentence, source.stop + 1)
        return outlet.stop if outlet else source.stop
    return source.stop


def before_colon(sentence: Sentence, at: int) -> range | None:
    """Who speaks after the colon at *at*: who stands alone before it, or is told to speak.

    "Smith was told:", "Smith found a note:" and the like introduce somebody else's words.
    """
    begin = last_phrase(sentence, 0, at)
    if _is_note(sentence[:begin]) and sentence[at - 1].capital:
        return None if possessive(sentence[at - 1].key) else range(begin, at)
    found = subject(sentence, at)
    if not found:
        return None
    rest = sentence[found.stop : at]
    owner = possessive(sentence[found.stop - 1].key)
    spoken = _utterance(rest) if owner else _speaks(rest)
    return found if spoken or _described(sentence, found, at) else None


def _is_note(words: Sequence[Word]) -> bool:
    """Whether all that precedes a name is "A letter from"."""
    keys = [word.key for word in words]
    noted = len(keys) in range(3, 5) and keys[-1] == "from" and keys[0] in en.DETERMINERS
    return noted and keys[-2] in en.UTTERANCES | en.NOTES


def _described(sentence: Sentence, found: range, at: int) -> bool:
    """Whether up to *at* there is nothing but who *found* is: "Smith, 44, a baker:"."""
    if possessive(sentence[found.stop - 1].key):
        return False
    if found.stop == at:
        return True
    after = sentence[found.stop].text
    if after == "(":
        closed = next((i for i in range(found.stop, at) if sentence[i].text == ")"), at)
        return closed + 1 == at or _speaks(sentence[closed + 1 : at])
    return after == "," and phrase_from(sentence, found.start) == range(found.start, at)


def _speaks(rest: Sequence[Word]) -> bool:
    """Whether a predicate tells of speaking: "was blunt", "had a message for the town"."""
    told = [word for word in rest if not is_adverb(word.key) or word.key in en.FINITE]
    if len(told) > 1 and told[0].key in en.BE:
        issues = told[1].key in en.ISSUING and _utterance(told[2:])
        return issues or (len(told) == 2 and told[1].key in en.MANNERS)
    if any(word.key in en.RELATIVES or word.key == "that" for word in told):
        return False
    having = len(told) > 1 and told[0].key in en.HAVING
    cues = [at for at, word in enumerate(told) if _reports(word.key)]
    if any(word.key in {"at", "against"} for word in told):
        return False
    if not told or cues:  # Smith told them that Otto said: …
        return cues == [having] or (len(cues) == 1 and told[cues[0] - 1].key in en.WHILE)
    if not all(word.plain for word in told):
        return False
    if having:
        return [word.key for word in told[-2:]] == ["to", "say"] or _for_others(told)
    return told[0].key in en.ISSUING and _utterance(told[1:])


def _reports(key: str) -> bool:
    if key in en.UTTERANCES:
        return False
    return key in en.CUES and (en.CUES[key] != key or key in en.SAME_PAST)


def _for_others(told: Sequence[Word]) -> bool:
    """Whether "a message" is for somebody, so that whoever has it gives it."""
    keys = [word.key for word in told]
    return "for" in keys and _utterance(told[1 : keys.index("for")])


def _utterance(rest: Sequence[Word]) -> bool:
    """Whether words name something said by whose it is: "answer", "a short reply to them"."""
    keys = [word.key for word in rest if word.plain]
    if len(keys) < len(rest) or set(keys) & en.FROM_OTHERS:
        return False
    head = next((i for i, key in enumerate(keys) if key in _LINKS), len(keys))
    others = any(word.capital for word in rest[:head])  # and Smith's answer
    return head > 0 and not others and keys[head - 1] in en.UTTERANCES


def subject(sentence: Sentence, until: int) -> range | None:
    """The subject of the main clause, for a participle or a colon: "Smith sat down, adding"."""
    if not _opens_with_aside(sentence):
        return _subject(sentence, 0, until)
    commas = (at for at in range(until) if sentence[at].text == ",")
    found = (_subject(sentence, comma + 1, until) for comma in commas)
    return next((one for one in found if one and not _is_place(sentence, one)), None)


def _is_place(sentence: Sentence, found: range) -> bool:
    """Whether a name between commas goes on from the place before it: "in Salem, Oregon, "."""
    return len(found) == 1 and sentence[found.stop].text == "," and sentence[found.start].capital


def _subject(sentence: Sentence, begin: int, until: int) -> range | None:
    while begin < until and sentence[begin].key in en.CONJUNCTIONS | en.INTRODUCTORY:
        begin += 1
    if begin >= until:
        return None
    if sentence[begin].key in en.PRONOUN_SUBJECTS:
        return range(begin, begin + 1)
    end = begin + (sentence[begin].key in en.DETERMINERS or "-" in sentence[begin].text)
    while end < until and (sentence[end].capital or sentence[end].key in en.ROLES | en.GROUPS):
        end += 1
    found = range(begin, end)
    return found if names_someone(sentence, found) else None


def _opens_with_aside(sentence: Sentence) -> bool:
    """Whether the subject comes only after a comma: "Hours later,", "Asked about it,"."""
    first, second = sentence[0].key, sentence[1].key if len(sentence) > 1 else ""
    return first in _OPENINGS or first.endswith(("ing", "ed")) or second in en.LATER
