"""Words typed become a Question, and a Question becomes the Query that it means.

What no form below knows is searched as it stands: the store decides what it names.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.commands import LONGEST_QUESTION
from store.errors import UnusableQuestion
from store.model import Polarity, Query


@dataclass(frozen=True, slots=True)
class Question:
    """What someone typed, and the scope they asked in."""

    text: str
    scope: str = ""


# Lower case stands for itself, [ ] for what may be left out, capitals for _PARTS;
# the first form that fits the whole question is the one meant.
_FORMS: tuple[tuple[str, Polarity | None], ...] = (
    ("WHO DENY [that] [TOPIC]", Polarity.DENIES),
    ("DID ANYONE DENY [that] [TOPIC]", Polarity.DENIES),
    ("WHAT SPEAKER DENY", Polarity.DENIES),
    ("DID SPEAKER DENY [that] [TOPIC]", Polarity.DENIES),
    ("WHO CONFIRM [that] [WORDS]", Polarity.ASSERTS),
    ("DID ANYONE CONFIRM [that] [WORDS]", Polarity.ASSERTS),
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
    ("WHAT SPEAKER TELL OUTLET [about TOPIC]", None),
    ("WHO SAY about TOPIC", None),
    ("WHO SAY THINGS ABOUT TOPIC", None),
    ("WHO TALK ABOUT TOPIC", None),
    ("WHO SAY [that] WORDS", None),
    ("WHAT SAY [ABOUT TOPIC]", None),
    ("WHAT ANYONE SAY [ABOUT TOPIC]", None),
    ("WHAT SPEAKER SAY [ABOUT TOPIC]", None),
    ("WHAT SPEAKER SAY TOPIC", None),
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

_DID = r"(?:did|do|does|has|have|had|is|was|are|were)"
_ADVERBS = r"(?:(?:also|ever|really|actually|even|just|else|first|already|been|publicly|it that) )*"
_PARTS = {
    "WHO": rf"(?:who said )*(?:who|hwo|woh)(?:'?(?:s|ve|d))?(?: {_DID})?",
    "WHAT": rf"(?:what|waht|wat|wht)(?:'?(?:s|ve|d|re))?(?: {_DID})?",
    "DID": _DID,
    "ANYONE": r"(?:(?:any|some)(?:one|body)|people|they)",
    "THINGS": r"(?:what|something|anything|things)",
    "A": r"(?:an?|the)",
    "ABOUT": r"(?:about|on|of|regarding|concerning)",
    "BY": r"(?:by|from|of)",
    "QUOTES": r"(?:(?:all|any|the) )*"
    r"(?:quot(?:e|es|ations?)|statements?|remarks?|comments?|latest|(?:any|every)thing)",
    "SAY": _ADVERBS + r"(?:sa(?:y|ys|id|ying|yed|yd)|siad"
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
    "TELL": _ADVERBS + r"(?:tells?|told|telling|(?:say|says|said|saying) to)",
    "TALK": _ADVERBS + r"(?:talk(?:s|ed|ing)?|sp(?:oke|eaks?|eaking|oken))",
    "EPITHET": r"(?P<words>(?:(?:very|so|quite|too|\w+ly) )*\S+)",
    "SPEAKER": r"(?P<speaker>\S+(?: \S+){0,6}?)",
    "OUTLET": r"(?P<outlet>.+?)",
    "TOPIC": r"(?P<topic>.+?)",
    "WORDS": r"(?P<words>.+)",
}
_POLITE = (
    r"(?:(?:hey|hi|hello|ok|okay|so|and|please|pls)\b\W*)*"
    r"(?:(?:(?:can|could|would) you|do you know|does anyone know|i want to know|any idea"
    r"|(?:tell|show|give|find)(?: me| us)?) )*"
)


def _pattern(form: str) -> re.Pattern[str]:
    optional = re.sub(r" \[([^]]+)\]", r"(?: \1)?", form)
    return re.compile(
        _POLITE + re.sub(r"[A-Z]+", lambda part: _PARTS[part[0]], optional), re.IGNORECASE
    )


_PATTERNS = tuple((_pattern(form), polarity) for form, polarity in _FORMS)

_EXAMPLES = "who said absolutely ridiculous, or what did Kirby say about the drone"
_NOTHING = re.compile(r"it|that|this|these|those|them|so|what|which|(?:some|any|every)thing", re.I)
_GREETING = re.compile(r"(?:help|hi|hello|hey|thanks|thank you|quotes?)\W*", re.I)
_NOBODY = re.compile(r"he|she|it|you|i|we|him|her|them|who|everyone", re.I)
_LISTENERS = re.compile(  # told, but no outlet
    r"(?:the )?(?:reporters|journalists|press|public)|people|every(?:one|body)"
    r"|me|us|you|him|her|them",
    re.IGNORECASE,
)
_PAUSES = re.compile(r"(?:[,;:…–—-]|\.{2,})+ ")
_PLAIN_MARKS = str.maketrans("‘’‛´`“”„‟«»", "'" * 5 + '"' * 6)


def parse(question: Question) -> Query:
    """What *question* means; raises UnusableQuestion where there is nothing to search for."""
    text = clean(question.text)
    if len(text) > LONGEST_QUESTION:
        raise UnusableQuestion(
            f"That is too long to search: ask again with at most {LONGEST_QUESTION} characters."
        )
    query = _asked(text) or Query(loose="" if _GREETING.fullmatch(text) else _wanted(text))
    if _NOBODY.fullmatch(query.speaker):
        raise UnusableQuestion(f"Ask again with a name in place of {query.speaker}.")
    if query in (Query(), Query(polarity=Polarity.ASSERTS)):
        raise UnusableQuestion(f"Name some words, a speaker or a topic, such as: {_EXAMPLES}.")
    return replace(query, scope=question.scope)


def clean(typed: str) -> str:
    """*typed* on one line, with plain quotation marks and nothing invisible in it."""
    plain = unicodedata.normalize("NFC", typed.translate(_PLAIN_MARKS))
    return " ".join("".join(map(_visible, plain)).split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":  # line breaks and tabs part words
        return " "
    return "" if category in ("Cf", "Cs") else character


def _asked(text: str) -> Query | None:
    """The query of the first form that fits, with the outlet that may follow any of them."""
    bare = _PAUSES.sub(" ", text).rstrip(" ?!.,;:")
    head, separator, outlet = bare.rpartition(" according to ")
    inner = _fitted(head.rstrip(" ,")) if separator else None
    return replace(inner, outlet=_wanted(outlet)) if inner else _fitted(bare)


def _fitted(text: str) -> Query | None:
    for pattern, polarity in _PATTERNS:
        if found := pattern.fullmatch(text):
            wanted = {name: _wanted(typed or "") for name, typed in found.groupdict().items()}
            if _LISTENERS.fullmatch(wanted.get("outlet", "")):
                del wanted["outlet"]
            return Query(**wanted, polarity=polarity)
    return None


def _wanted(typed: str) -> str:
    """*typed* without the marks and stops around it; "" where it names nothing."""
    bare = typed.strip(" \"'?!.,;:()")
    return "" if _NOTHING.fullmatch(bare) else bare
