"""What was never said: denied, dreamt up, or put in somebody's mouth by a fake."""

from __future__ import annotations

from store.extraction.languages import en
from store.extraction.rules.cues import Cue
from store.extraction.sentences import Sentence

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


def is_condition(sentence: Sentence, lead: range) -> bool:
    """Whether words before a cue are a clause that the writer sets: "If Smith says “please,”"."""
    opening = sentence[lead.start].key
    if len(lead) < 2 or sentence[lead.start].stretch:
        return False
    if opening in en.CONDITIONS or (lead.start == 0 and opening in en.INVERTED):
        return True
    reported = any(sentence[i].key in en.CUES for i in lead)
    return opening in en.SUBORDINATORS and reported
