"""What people type around a question, and what they type wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

# What stands before or after a question and asks for nothing.
_HESITATION = (
    r"hey|hi|hello|yo|guys|folks|dude|bro|bruh|ok|okay|alright|so|and|but|well|please|pls|plz|lol"
    r"|on record|excuse me|quick question|like"
)
_WONDERING = (
    r"(?:(?:i'?m |i am )?trying to find(?: out)?|(?:can|could|would|will) (?:you|someone|anyone|u)"
    r"|(?:do you|does anyone|anyone|i(?: just)? (?:want|need) to|i wanna|i'd like to) know"
    r"|any idea|i wonder|(?:i'?m )?wondering|remind me"
    r"|is it (?:true|correct|right)(?: that)?|i(?: just)? (?:heard|read)(?: somewhere)?(?: that)?"
    r"|(?:i'?m )?looking for|look up|find out|search for"
    r"|(?:have|do) (?:we|you|u)(?: got| have)?(?= (?:any|an?|some))|got(?= (?:any|an?|some))"
    r"|(?:is|are|was|were) there(?= (?:any|a|an|some))|gimme|i? ?(?:need|want)(?= .*quot))"
)
POLITE_BEFORE = re.compile(
    rf"\A\W*(?:(?:(?:{_HESITATION})\b|{_WONDERING}\b)\W*"
    r"|(?:help|tell|show|give|find|get|bring)(?: me| us)?\b\W*"
    r"(?=.*\b(?:who|what|did|quot|any|every|all)))+",
    re.IGNORECASE,
)
# Said while thinking, and words that only lead up to others: "who said this: …".
NOISE = re.compile(
    r"\b(?:u+m+|u+h+|erm+)\b[ ,]*"
    r"|\b(?:this|that|these|the following)(?: words?| quote)?(?: ?[:,-]+ | (?=[\ue000-\uf8ff]))",
    re.IGNORECASE,
)
POLITE_AFTER = re.compile(
    r"(?<!\byes)(?<!\bno)[\W_]+(?:please|pls|plz|thanks|thank you|thx|cheers|asap|question mark"
    r"|lol|lmao|haha|(?<=[,;] )(?:right|correct|yes|yeah|no|huh))"
    r"[\W_]*$",
    re.IGNORECASE,
)

_ASKS = re.compile(
    r"\W*(?:who|what|did|has|have|does|hwo|waht|wat|hwat|any\w+|anyt?h?ing)\b", re.IGNORECASE
)
_LONG_KEYWORDS = """
    anyone anybody someone anything something everything about according quote quotes statement
    statements saying stated claimed insisted declared denied denying rejected confirmed admitted
    called described accused blamed talked spoke telling regarding
"""
_KEYWORDS = frozenset(_LONG_KEYWORDS.split())
_FIRST = 8  # words of a question in which a keyword may be misspelt

_TELEGRAM = 6  # words at most in which "quote" is none of those that were said
_QUOTE = re.compile(r" quotes?\b|^quotes? ", re.IGNORECASE)
_SHORT_ABOUT = re.compile(r"(?<=\w )(?:abt|re|bout)(?= \w)", re.IGNORECASE)


def loosened(text: str) -> str:
    """*text* that fits no form, without what people add to words that they search for."""
    text = _SHORT_ABOUT.sub("about", text)
    return _QUOTE.sub("", text) if len(text.split()) <= _TELEGRAM else text


def repaired(asked: str) -> Iterator[str]:
    """The question *asked* with one word each that may be a keyword with a letter wrong."""
    if not _ASKS.match(asked):
        return
    words = asked.split(" ")
    for at, word in enumerate(words[:_FIRST]):
        for keyword in sorted(_KEYWORDS) if len(word) > 4 else ():  # short ones are in the forms
            begun = word[0].lower() == keyword[0]
            if begun and OSA.distance(word.lower(), keyword, score_cutoff=1) == 1:
                yield " ".join((*words[:at], keyword, *words[at + 1 :]))
