"""What was never said: denied, doubted, dreamt up, or put in somebody's mouth by a fake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from store.extraction.languages import en
from store.extraction.phrases import before_adverbs, is_adverb
from store.extraction.rules import fiction
from store.extraction.rules.asides import asides
from store.extraction.rules.cues import Cue, Form, is_numero
from store.extraction.sentences import Sentence, Word

_NOT_WHO = 5  # words
_LEAD = 8  # words before a source that tell whether its report is real
_NEAR = 6  # words between a "not" and what it says is not shown
_TO_COME = 4  # words before "saying" that tell whether it was ever said
_CLAUSES = frozenset(";:—–")


def never_said(sentence: Sentence, source: range, cue: Cue, since: int) -> bool:
    """Whether the words around *source* tell that it did not say what the cue reports."""
    if any(sentence[i].key in en.NEGATIONS for i in (source.start, max(source.start - 1, since))):
        return True
    apart = set(asides(sentence, source.start, cue.first))
    named = [i for i in source if i not in apart]
    if any(sentence[i].key in en.DENYING for i in named):  # Otto denied Smith said
        return True
    if any(_supposes(sentence, i) for i in named):  # some believe Smith said
        return True
    end = before_adverbs(sentence, cue.first)
    joined = end > source.stop and sentence[end - 1].key in en.CONJUNCTIONS  # pretended …, and said
    lead = range(max(since, source.start - _LEAD), source.stop if joined else end)
    if any(sentence[i].key in en.UNREAL for i in lead if i not in apart):
        return True
    claimed = source.start > since and sentence[source.start - 1].key == "that"
    if claimed and any(sentence[i].key in en.UNREAL_CLAIMS for i in lead):
        return True
    if _only_claimed(sentence, source.start) or _staged(sentence, cue):
        return True
    return _doubted(sentence, source.start, since) or _turned(sentence, source, cue, since)


def _only_claimed(sentence: Sentence, begin: int) -> bool:
    """Whether "denied", "rumours that" or the like stands before the words of a source."""
    at = begin
    while at > 0 and sentence[at - 1].capital and at > 1:
        at -= 1
    that = at > 0 and sentence[at - 1].key == "that"
    before = sentence[at - 1 - that].key if at > that else ""
    if before in en.DENYING or (that and before in en.RUMOURS):
        return True
    if _keys(sentence, at - that, 2) in en.HAS_IT or _presented(sentence, at - that):
        return True
    if before.startswith("doubt") and en.FEW.intersection(_keys(sentence, at - 1 - that, 1)):
        return False
    return before in en.SUPPOSED and (that or _opens_clause(sentence, at))


def _presented(sentence: Sentence, end: int) -> bool:
    """Whether words only claim to give what follows: "a clip that purports to show Smith say"."""
    claims, to, shows = ("", "", "", *_keys(sentence, end, 3))[-3:]
    return claims in en.CLAIMING and to == "to" and shows in en.PRESENTING


def _supposes(sentence: Sentence, at: int) -> bool:
    """Whether the word at *at* is such a verb with a name after it, not "a suspected" somebody."""
    if sentence[at].key not in en.SUPPOSED or sentence[at].capital:  # Hope Smith said
        return False
    described = sentence[at].key.endswith("ed") and sentence[at - 1].key in en.DETERMINERS
    return not described and at + 1 < len(sentence) and sentence[at + 1].capital


def _opens_clause(sentence: Sentence, begin: int) -> bool:
    """Whether a subject may begin there: "think the mayor said", but "a suspected spy said"."""
    word = sentence[begin]
    return word.capital or word.key in en.DETERMINERS | en.PRONOUN_SUBJECTS


def _doubted(sentence: Sentence, begin: int, since: int) -> bool:
    """Whether nothing shows it: "there is no sign that Smith said", "nobody recalls her saying"."""
    lead = list(takewhile(lambda key: key != ",", _lead(sentence, begin, since)))
    shown = next((n for n, key in enumerate(lead[:_LEAD]) if key in en.SHOWING), None)
    if shown is None:
        return False
    before = lead[shown + 1 : shown + 1 + _NEAR]
    return bool(en.FEW.intersection(before)) and not en.UNDOUBTED.intersection(
        lead[:shown] + before
    )


def _turned(sentence: Sentence, source: range, cue: Cue, since: int) -> bool:
    """Whether a "not" opens the clause and turns it round: "at no point did Smith say"."""
    if source.start <= since or source.start > cue.first:
        return False
    lead = list(_lead(sentence, source.start, since))
    helped = bool(lead) and lead[0] in en.HELPING
    return helped and bool(en.FEW.intersection(lead)) and not en.UNDOUBTED.intersection(lead)


def _lead(sentence: Sentence, begin: int, since: int) -> Iterator[str]:
    """The words before *begin*, the nearest first, in its own clause."""
    for word in reversed(sentence[since:begin]):
        if word.stretch or word.text in _CLAUSES or word.key in en.CONTRASTS:
            return
        yield word.key


def _staged(sentence: Sentence, cue: Cue) -> bool:
    """Whether the cue's words stand in a fake: "Smith said in a doctored video"."""
    after = sentence[cue.last + 1 : cue.last + 5]
    opens = after[0].key if after else ""
    unreal = any(word.key in en.UNREAL and not is_adverb(word.key) for word in after)
    return opens in {"in", "on"} and unreal


def unsaid(sentence: Sentence, cue: range, source: range, content: range = range(0)) -> bool:
    """Whether the words at a *cue*, wherever its *content* stands, tell that it was not said.

    "did not say", "would say", "wants to say", "if she says", "did she say …?"; *source* is empty
    where nobody is named. Stricter than a rule need be that reads the content, too.
    """
    begin = source.start if len(source) > 0 and source.start < cue.start else cue.start
    lead = _before_cue(sentence, begin, cue.start)
    words = [sentence[i].key for i in cue]
    if _hardly(words) or _hardly([*lead, words[0]]) or _only_meant(lead[-1:] + words):
        return True
    conditional = _conditional(sentence, begin) and not _tells_what(sentence, cue, content)
    if asks(sentence) or conditional or _falls_short(sentence, cue):
        return True
    if any(_presented(sentence, i + 3) for i in cue if i + 2 < len(sentence)):
        return True
    if _to_come(sentence, begin, cue) or fiction.invented(sentence, cue, source, content):
        return True
    return bool(source) and never_said(sentence, source, Cue(cue[0], cue[-1], "", Form.FINITE), 0)


def _hardly(words: Sequence[str]) -> bool:
    """Whether a "not" or an "almost" is among *words*; that of "nearly half" counts for nothing."""
    if (en.NEGATIONS | en.HARDLY_SAID - en.NEARLY).intersection(words):
        return True
    reaching = en.CUES.keys() | en.ADVERBS
    return any(one in en.NEARLY and after in reaching for one, after in pairwise(words))


def _before_cue(sentence: Sentence, begin: int, cue: int) -> list[str]:
    """The words from just before the source, at *begin*, to the *cue*, as far as they bear on it.

    Of "Ada Birch, who asked not to be named, said" the first two, of "…, adding" none.
    """
    reach = _NOT_WHO if sentence[begin].key in en.RELATIVES else 1  # it was not Ada Birch who wrote
    last = sentence[max(before_adverbs(sentence, cue) - 1, 0)]
    paused = cue > begin and bool(last.text == "," or last.stretch)
    if (paused and sentence[cue].key.endswith("ing")) or last.key == "but":
        return []
    apart = set(asides(sentence, begin, cue))
    near = range(max(begin - reach, 0), cue)
    lead = [sentence[i].key for i in near if i not in apart and not is_numero(sentence, i)]
    if last.key == "and":  # she gave no reason and said
        return [key for key in lead if key not in en.NONE]
    return lead


def asks(sentence: Sentence) -> bool:
    """Whether *sentence* asks what somebody said, and so reports nothing."""
    inverted = sentence[0].key in en.FINITE or sentence[0].key in en.QUESTIONS
    return sentence[-1].text == "?" and (inverted or not any(word.stretch for word in sentence))


def _only_meant(words: Sequence[str]) -> bool:
    """Whether a cue is only possible or planned: "would say", "is expected to say"."""
    if en.MODALS.intersection(words):
        return True
    return any(one == "to" and before != "on" for before, one in pairwise(words[:-1]))


def _falls_short(sentence: Sentence, cue: range) -> bool:
    """Whether the cue was nearly reached: "all but said", "far from saying", "close to saying"."""
    if _keys(sentence, before_adverbs(sentence, cue.start), 2) in en.AS_IF_SAID:
        return True
    saying = next((i for i in cue if sentence[i].key in en.CUES), None)
    if saying is None or not sentence[saying].key.endswith("ing"):
        return False
    before = [word.key for word in sentence[max(saying - _TO_COME, 0) : saying]]
    if before[-1:] == ["to"]:
        return bool(en.NEAR_TO.intersection(before[-2:]))
    return bool(en.SHORT_OF.intersection(before[-1:])) and not en.STILL_OF.intersection(before)


def _to_come(sentence: Sentence, begin: int, cue: range) -> bool:
    """Whether it is yet to be said: "before Smith says", "until she tells them"."""
    opens = begin > 0 and sentence[begin - 1].key in en.NOT_YET
    return opens and any(fiction.present(sentence[i]) for i in cue)


def _keys(sentence: Sentence, end: int, count: int) -> tuple[str, ...]:
    """The *count* words before *end*."""
    return tuple(word.key for word in sentence[max(end - count, 0) : max(end, 0)])


def _conditional(sentence: Sentence, begin: int) -> bool:
    """Whether the words from *begin* on are a condition, or the subject of another clause.

    "if he said", "had he said", "what he said is not known".
    """
    if begin and sentence[begin - 1].key in en.CONDITIONS:
        return True
    if begin == 1 and sentence[0].key in en.INVERTED | {"what"}:
        return True
    return sentence[0].key in en.CONDITIONS and not any(map(_pauses, sentence[:begin]))


def _tells_what(sentence: Sentence, cue: range, content: range) -> bool:
    """Whether "what she said was" stands before words in marks and nothing else."""
    between = [word for word in sentence[cue.stop : content.start] if word.plain]
    said = len(between) == 1 and between[0].key in en.BE
    return said and sentence[0].key == "what" and bool(sentence[content.start].stretch)


def _pauses(word: Word) -> bool:
    return word.text.rstrip(en.CLOSING_MARKS).endswith(",")


def is_condition(sentence: Sentence, lead: range) -> bool:
    """Whether words before a cue are a clause that the writer sets: "If Smith says “please,”"."""
    opening = sentence[lead.start].key
    if len(lead) < 2 or sentence[lead.start].stretch:
        return False
    if opening in en.CONDITIONS or (lead.start == 0 and opening in en.INVERTED):
        return True
    reported = any(sentence[i].key in en.CUES for i in lead)
    return opening in en.SUBORDINATORS and reported
