"""Words typed become a Question, and a Question becomes the Query that it means.

What no form below knows is searched as it stands: the store decides what it names.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.commands import LONGEST_QUESTION
from bot.forms import PATTERNS, POLITE_AFTER, POLITE_BEFORE, repaired
from store.errors import UnusableQuestion
from store.model import Polarity, Query
from store.words import STOP_WORDS, folded


@dataclass(frozen=True, slots=True)
class Question:
    """What someone typed, and the scope they asked in."""

    text: str
    scope: str = ""


_EXAMPLES = "who said absolutely ridiculous, or what did Kirby say about the drone"
_NOTHING = re.compile(r"it|that|this|these|those|them|so|what|which|(?:some|any|every)thing", re.I)
_CHATTER = re.compile(  # typed to a bot, but no question
    r"(?:(?:help|hi|hello|hey|there|everyone|all|bot|thanks?|you|a lot|thx|cheers|ok|okay|cool"
    r"|great|nice|lol|good (?:morning|afternoon|evening|night)|bye|test|quit|exit|stop|done|rip"
    r"|please|quotes?)\b\W*)+",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"he|she|it|you|i|we|him|her|them|who|everyone", re.I)
_LISTENERS = re.compile(  # told, but no outlet
    r"(?:the )?(?:reporters|journalists|press|public)|people|every(?:one|body)"
    r"|me|us|you|him|her|them",
    re.IGNORECASE,
)
_UNSAID = re.compile(r" (?:not|never)$", re.IGNORECASE)
_PAUSES = re.compile(r"(?:[,;:…–—-]|\.{2,})+ ")
_PLAIN_MARKS = str.maketrans("‘’‛´`“”„‟«»", "'" * 5 + '"' * 6)


def parse(question: Question) -> Query:
    """What *question* means; raises UnusableQuestion where there is nothing to search for."""
    text = clean(question.text)
    if len(text) > LONGEST_QUESTION:
        raise UnusableQuestion(
            f"That is too long to search: ask again with at most {LONGEST_QUESTION} characters."
        )
    query = _asked(_plain(text)) or Query(loose="" if _CHATTER.fullmatch(text) else _wanted(text))
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


def _plain(text: str) -> str:
    """*text* without politeness around it; what is inside marks is nobody's politeness."""
    return POLITE_BEFORE.sub("", POLITE_AFTER.sub("", text))


def _asked(text: str) -> Query | None:
    """The query of the first form that fits, with the outlet that may follow any of them."""
    bare = _PAUSES.sub(" ", text).rstrip(" ?!.,;:")
    head, separator, outlet = bare.rpartition(" according to ")
    inner = _fitted(head.rstrip(" ,")) if separator else None
    if inner:
        return replace(inner, outlet=_wanted(outlet))
    return next(filter(None, map(_fitted, (bare, *repaired(bare)))), None)


def _fitted(text: str) -> Query | None:
    for pattern, polarity in PATTERNS:
        if found := pattern.fullmatch(text):
            wanted = {name: _wanted(typed or "") for name, typed in found.groupdict().items()}
            if _LISTENERS.fullmatch(wanted.get("outlet", "")):
                del wanted["outlet"]
            if not _is_nobody(wanted.get("speaker", "")):
                return Query(**wanted, polarity=polarity)
    return None


def _is_nobody(speaker: str) -> bool:
    """Whether *speaker* is left over from a sentence that fits no form: "is there"."""
    if _UNSAID.search(speaker):
        raise UnusableQuestion("Only what was said is on record: ask for that.")
    if not speaker or _NOBODY.fullmatch(speaker):
        return False
    return all(word in STOP_WORDS for word in folded(speaker))


def _wanted(typed: str) -> str:
    """*typed* without the marks and stops around it; "" where it names nothing."""
    bare = typed.strip(" \"'?!.,;:()")
    return "" if _NOTHING.fullmatch(bare) else bare
