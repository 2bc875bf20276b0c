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
    lead = range(max(since, source.start - _LEAD), cue.first)
    if any(sentence[i].key in en.UNREAL for i in lead):
        return True
    claimed = source.start > since and sentence[source.start - 1].key == "that"
    return (claimed and any(sentence[i].key in en.UNREAL_CLAIMS for i in lead)) or _staged(
        sentence, cue
    )


def _staged(sentence: Sentence, cue: Cue) -> bool:
    """Whether the cue's words stand in a fake: "Smith said in a doctored video"."""
    after = sentence[cue.last + 1 : cue.last + 5]
    opens = after[0].key if after else ""
    return opens in {"in", "on"} and any(word.key in en.UNREAL for word in after)


def is_condition(sentence: Sentence, lead: range) -> bool:
    """Whether words before a cue are a clause that the writer sets: "If Smith says “please,”"."""
    return len(lead) > 1 and sentence[lead.start].key in en.CONDITIONS
