"""What was never said: denied, dreamt up, or put in somebody's mouth by a fake."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from store.extraction.languages import en
from store.extraction.rules.cues import Cue, Form
from store.extraction.sentences import Sentence

_NOT_WHO = 5  # words
_LEAD = 8  # words before a source that tell whether its report is real


def never_said(sentence: Sentence, source: range, cue: Cue, since: int) -> bool:
    """Whether the words around *source* tell that it did not say what the cue reports."""
    if any(sentence[i].key in en.NEGATIONS for i in (source.start, max(source.start - 1, since))):
        return True
    if any(sentence[i].key in en.DENYING for i in source):  # Otto denied Smith said
        return True
    lead = range(max(since, source.start - _LEAD), cue.first)
    if any(sentence[i].key in en.UNREAL for i in lead):
        return True
    claimed = source.start > since and sentence[source.start - 1].key == "that"
    if claimed and any(sentence[i].key in en.UNREAL_CLAIMS for i in lead):
        return True
    return _only_claimed(sentence, source.start) or _staged(sentence, cue)


def _only_claimed(sentence: Sentence, begin: int) -> bool:
    """Whether "denied", "rumours that" or the like stands before the words of a source."""
    at = begin
    while at > 0 and sentence[at - 1].capital and at > 1:
        at -= 1
    that = at > 0 and sentence[at - 1].key == "that"
    before = sentence[at - 1 - that].key if at > that else ""
    return before in en.DENYING or (that and before in en.RUMOURS)


def _staged(sentence: Sentence, cue: Cue) -> bool:
    """Whether the cue's words stand in a fake: "Smith said in a doctored video"."""
    after = sentence[cue.last + 1 : cue.last + 5]
    opens = after[0].key if after else ""
    return opens in {"in", "on"} and any(word.key in en.UNREAL for word in after)


def unsaid(sentence: Sentence, cue: range, source: range) -> bool:
    """Whether the words at a *cue*, wherever its content stands, tell that it was not said.

    "did not say", "would say", "wants to say", "if she says", "did she say …?"; *source* is empty
    where nobody is named. Stricter than a rule need be that reads the content, too.
    """
    begin = source.start if len(source) > 0 and source.start < cue.start else cue.start
    reach = _NOT_WHO if sentence[begin].key in en.RELATIVES else 1  # it was not Ada Birch who wrote
    lead = [sentence[i].key for i in range(max(begin - reach, 0), cue.start)]
    words = [sentence[i].key for i in cue]
    hardly = en.NEGATIONS | en.HARDLY_SAID
    if hardly.intersection(words + lead) or _only_meant(lead[-1:] + words):
        return True
    if asks(sentence) or _conditional(sentence, begin):
        return True
    return bool(source) and never_said(sentence, source, Cue(cue[0], cue[-1], "", Form.FINITE), 0)


def asks(sentence: Sentence) -> bool:
    """Whether *sentence* asks what somebody said, and so reports nothing."""
    inverted = sentence[0].key in en.FINITE or sentence[0].key in en.QUESTIONS
    return sentence[-1].text == "?" and (inverted or not any(word.stretch for word in sentence))


def _only_meant(words: Sequence[str]) -> bool:
    """Whether a cue is only possible or planned: "would say", "is expected to say"."""
    if en.MODALS.intersection(words):
        return True
    return any(one == "to" and before != "on" for before, one in pairwise(words[:-1]))


def _conditional(sentence: Sentence, begin: int) -> bool:
    """Whether the words from *begin* on are a condition, or the subject of another clause.

    "if he said", "had he said", "what he said is not known".
    """
    if begin and sentence[begin - 1].key in en.CONDITIONS:
        return True
    if begin == 1 and sentence[0].key in en.INVERTED | {"what"}:
        return True
    return sentence[0].key in en.CONDITIONS and all(word.text != "," for word in sentence[:begin])


def is_condition(sentence: Sentence, lead: range) -> bool:
    """Whether words before a cue are a clause that the writer sets: "If Smith says “please,”"."""
    opening = sentence[lead.start].key
    if len(lead) < 2 or sentence[lead.start].stretch:
        return False
    if opening in en.CONDITIONS or (lead.start == 0 and opening in en.INVERTED):
        return True
    reported = any(sentence[i].key in en.CUES for i in lead)
    return opening in en.SUBORDINATORS and reported
