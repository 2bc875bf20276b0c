"""The forms that questions take: what a whole question must look like to be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from store.model import Polarity

# Lower case stands for itself, [ ] for what may be left out, capitals for _PARTS;
# the first form that fits the whole question is the one meant.
_FORMS: tuple[tuple[str, Polarity | None], ...] = (
    ("WHO DENY [that] [TOPIC]", Polarity.DENIES),
    ("DID ANYONE DENY [that] [TOPIC]", Polarity.DENIES),
    ("WHAT SPEAKER DENY", Polarity.DENIES),
    ("DID SPEAKER DENY [that] [TOPIC]", Polarity.DENIES),
    ("WHO CONFIRM [that] [WORDS]", Polarity.ASSERTS),
    ("DID ANYONE CONFIRM [that] [WORDS]", Polarity.ASSERTS),
    ("WHO ACCUSE ACCUSED", None),
    ("DID ANYONE ACCUSE ACCUSED", None),
    ("DID SPEAKER ACCUSE WORDS", None),
    ("WHO CALL for WORDS", None),
    ("WHO CALL TOPIC as [A] WORDS", None),
    ("WHO CALL TOPIC A WORDS", None),
    ("WHO CALL [TOPIC] EPITHET", None),
    ("WHAT SPEAKER CALL TOPIC", None),
    ("DID SPEAKER CALL TOPIC as [A] WORDS", None),
    ("DID SPEAKER CALL TOPIC A WORDS", None),
    ("DID SPEAKER CALL TOPIC EPITHET", None),
    ("WHO TELL OUTLET that WORDS", None),
    ("WHO TELL OUTLET about TOPIC", None),
    ("WHO TELL PLACE", None),
    ("WHO TALK to PLACE", None),
    ("WHAT SPEAKER TELL OUTLET [about TOPIC]", None),
    ("WHO SAY about TOPIC", None),
    ("WHO SAY THINGS ABOUT TOPIC", None),
    ("WHO TALK ABOUT TOPIC", None),
    ("WHO SAY [that] WORDS", None),
    ("WHAT SAY [ABOUT TOPIC]", None),
    ("WHAT SAY by SPEAKER [ABOUT TOPIC]", None),
    ("WHAT SAY in LOOSE", None),
    ("WHAT in LOOSE", None),
    ("WHAT ANYONE SAY [ABOUT TOPIC]", None),
    ("WHAT SPEAKER SAY [ABOUT TOPIC]", None),
    ("WHAT SPEAKER SAY in PLACE", None),
    ("WHAT SPEAKER SAY TOPIC", None),
    ("WHAT SPEAKER THINK [ABOUT TOPIC]", None),
    ("DID ANYONE SAY THINGS ABOUT TOPIC", None),
    ("DID ANYONE SAY [that] WORDS", None),
    ("DID SPEAKER SAY THINGS [ABOUT TOPIC]", None),
    ("DID SPEAKER SAY [that] WORDS", None),
    ("QUOTES BY SPEAKER [ABOUT TOPIC]", None),
    ("QUOTES ABOUT TOPIC", None),
    ("QUOTES SPEAKER [ABOUT TOPIC]", None),
    ("SPEAKER's QUOTES [ABOUT TOPIC]", None),
    ("SPEAKER QUOTES [ABOUT TOPIC]", None),
    ("according to OUTLET", None),
)

_DID = r"(?:did|dd|ddi|do|does|has|have|had|is|was|are|were)"
_ADVERBS = r"(?:(?:also|ever|really|actually|even|just|else|first|already|been|publicly|it that) )*"
_PARTS = {
    "WHO": rf"(?:who said )*(?:who|hwo|woh|wo|whp|whoo)(?:'?(?:s|ve|d))?(?: {_DID})?",
    "WHAT": rf"(?:what|waht|wat|wht|hwat|whta)(?:'?(?:s|ve|d|re))?(?: {_DID})?",
    "DID": _DID,
    "ANYONE": r"(?:(?:any|some)(?:one|body)|people|they)",
    "THINGS": r"(?:what|something|anything|things)",
    "A": r"(?:an?|the)",
    "ABOUT": r"(?:about|abuot|abotu|abt|on|of|regarding|concerning)",
    "BY": r"(?:by|from|of)",
    "QUOTES": r"(?:(?:all|any|an?|the) )*"
    r"(?:quot(?:e|es|ations?)|news|statements?|remarks?|comments?|latest|(?:any|every)thing)",
    "SAY": _ADVERBS + r"(?:sa(?:y|ys|id|ying|yed|yd)|siad|sadi|sed|sya"
    r"|stat(?:e|es|ed|ing)|claim(?:s|ed|ing)?|insist(?:s|ed|ing)?"
    r"|declar(?:e|es|ed|ing)|report(?:s|ed|ing)?|comment(?:s|ed|ing)?|add(?:s|ed|ing)?"
    r"|announc(?:e|es|ed|ing)|warn(?:s|ed|ing)?|argu(?:e|es|ed|ing)|mention(?:s|ed|ing)?"
    r"|proclaim(?:s|ed|ing)?|promis(?:e|es|ed|ing)|wr(?:ite|ites|ote|itten|iting))",
    "DENY": _ADVERBS
    + r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing))",
    "CONFIRM": _ADVERBS
    + r"(?:confirm(?:s|ed|ing)?|admit(?:s|ted|ting)?|acknowledg(?:e|es|ed|ing))",
    "CALL": _ADVERBS
    + r"(?:call(?:s|ed|ing)?|describ(?:e|es|ed|ing)|refer(?:s|red|ring)? to|brand(?:s|ed|ing)?)",
    "ACCUSE": _ADVERBS + r"(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|critici[sz](?:e|es|ed|ing)"
    r"|condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|slam(?:s|med|ming)?|prais(?:e|es|ed|ing)"
    r"|thank(?:s|ed|ing)?)",
    "ACCUSED": r"(?P<words>(?P<other_than>.+?)(?: (?:of|for|over) .+)?)",
    "THINK": _ADVERBS + r"(?:think|thinks|thought|feel|feels|felt)",
    "TELL": _ADVERBS + r"(?:tells?|told|telling|(?:say|says|said|saying) to)",
    "TALK": _ADVERBS + r"(?:talk(?:s|ed|ing)?|sp(?:oke|eaks?|eaking|oken))",
    "EPITHET": r"(?P<words>(?:(?:very|so|quite|too|\w+ly) )*\S+)",
    "SPEAKER": r"(?P<speaker>\S+(?: \S+){0,6}?)",
    "OUTLET": r"(?P<outlet>.+?)",
    # of few words, and none that a sentence has: "who told CNN it was a lie"
    "PLACE": r"(?!.*\b(?:it|its|he|she|they|we|i|you|is|was|are|were|will|would|has|had|have"
    r"|there|not|no)\b)(?P<outlet>\S+(?: \S+){0,3})",
    "LOOSE": r"(?P<loose>.+)",
    "TOPIC": r"(?P<topic>.+?)",
    "WORDS": r"(?P<words>.+)",
}


def _pattern(form: str) -> re.Pattern[str]:
    optional = re.sub(r" \[([^]]+)\]", r"(?: \1)?", form)
    return re.compile(re.sub(r"[A-Z]+", lambda part: _PARTS[part[0]], optional), re.IGNORECASE)


PATTERNS = tuple((_pattern(form), polarity) for form, polarity in _FORMS)

# What stands before or after a question and asks for nothing.
POLITE_BEFORE = re.compile(
    r"\A(?:(?:(?:hey|hi|hello|ok|okay|so|and|please|pls|quick question|excuse me)\b\W*"
    r"|(?:can|could|would) (?:you|someone|anyone)|(?:do you|does anyone|i want to|i'd like to) know"
    r"|any idea|i(?:'m| am|m) looking for|(?:is|are|was|were) there(?= (?:any|a|an|some)))\b\W*"
    r"|(?:help|tell|show|give|find|get)(?: me| us)?\b\W*(?=.*\b(?:who|what|did|quot|any)))+",
    re.IGNORECASE,
)
POLITE_AFTER = re.compile(
    r"(?<!\byes)(?<!\bno)[\W_]+(?:please|pls|plz|thanks|thank you|thx|cheers)[\W_]*$", re.IGNORECASE
)

_ASKS = re.compile(r"\W*(?:who|what|did|has|have|does|hwo|waht|wat|hwat)\b", re.IGNORECASE)
_LONG_KEYWORDS = """
    anyone anybody someone anything something everything about according quote quotes statement
    statements saying stated claimed insisted declared denied denying rejected confirmed admitted
    called described accused blamed talked spoke telling regarding
"""
_KEYWORDS = frozenset(_LONG_KEYWORDS.split())
_FIRST = 8  # words of a question in which a keyword may be misspelt


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
