"""Words typed become a Question, and a Question becomes the Query that it means.

What no form knows is searched as it stands: the store decides what it names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.questions import fields, marks
from bot.questions.chat import NOISE, POLITE_AFTER, POLITE_BEFORE, loosened, repaired
from bot.questions.forms import PATTERNS
from bot.questions.when import Days, without_days
from bot.questions.where import is_outlet, without_hand, without_order, without_outlet
from store.errors import UnusableQuestion
from store.model import Polarity, Query
from store.words import STOP_WORDS, folded


@dataclass(frozen=True, slots=True)
class Question:
    """What someone typed, the scope they asked in, and the day it was where they are.

    Without that day it is today's in UTC.
    """

    text: str
    scope: str = ""
    today: date | None = None


LONGEST_QUESTION = 500  # characters; longer ones are refused with a sentence

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
_ONLY_SAID = "Only what was said is on record: ask for that."
_UNSAID = re.compile(r" (?:not|never)$", re.IGNORECASE)
_UNSAID_OF = re.compile(r"\W*(?:who|what) (?:did|do|does|has|have|was|is)n'?t\b", re.IGNORECASE)
_PAUSES = re.compile(r"(?:[,;:…–—-]|\.{2,}|[?!]{2,})+ ")
_PASTED = 8  # words from which on what fits no form is rather a sentence that was said
_PICTURES = {"So", "Sk", "Mn"}
_PLAIN_MARKS = str.maketrans("‘’‛´`“”„‟«»", "'" * 5 + '"' * 6)
_UNTYPED = {"Cf", "Cs", "Co"}  # what shows nothing and can be no part of a word


def parse(question: Question) -> Query:
    """What *question* means; raises UnusableQuestion where there is nothing to search for."""
    return next(readings(question))


def readings(question: Question) -> Iterator[Query]:
    """What *question* may mean, likeliest first; raises as `parse` does.

    After that comes what it means with its days and its outlet as words that were said (which
    is likelier for a pasted sentence), never as a topic; then what only a store can tell: with
    its speaker as an outlet, as in "quotes by Reuters", with its outlet as a topic, as in "what
    did Kirby say in Geneva", or as a speaker, as in "according to Kirby". Last comes a sentence
    that begins as if somebody had said the rest, for where nobody is called so: "the economy
    added 151,000 jobs".
    """
    text = clean(question.text)
    if len(text) > LONGEST_QUESTION:
        raise UnusableQuestion(
            f"That is too long to search: ask again with at most {LONGEST_QUESTION} characters."
        )
    today = question.today or datetime.now(UTC).date()
    text, told = fields.told(text, today)
    typed, phrases = marks.hidden(text)
    whole = POLITE_AFTER.sub("", typed)
    rest, asked = _narrowed(whole, today)
    first = _read(rest, asked)
    _check(first)
    found = [first, *_said_otherwise(whole, first)] if asked != Query() else [first]
    if first.loose and len(whole.split()) > _PASTED:
        found.reverse()
    found += [other for query in found if (other := _placed_otherwise(query, whole))]
    if first.words and rest.startswith(first.speaker or "?") and not phrases:
        found.append(_pasted(rest, first))
    for query in dict.fromkeys(found):
        yield replace(_unhidden(query, phrases), scope=question.scope, **told)


def _said_otherwise(whole: str, first: Query) -> Iterator[Query]:
    """*whole* with its days and its outlet left in, where that makes words of them."""
    other = _read(whole, Query())
    if (other.speaker, other.topic) != (first.speaker, first.topic):
        return
    short = other.loose and len(whole.split()) <= _PASTED
    yield replace(other, loose="", words=other.loose) if short else other


def _pasted(text: str, query: Query) -> Query:
    """All of *text* as words that were said, where *query* takes its beginning for a name."""
    return replace(query, speaker="", words="", loose=_wanted(text), nobody=query.speaker)


def _placed_otherwise(query: Query, whole: str) -> Query | None:
    """*query* with the outlet it may ask for as what else it may be, or the other way round."""
    if query.speaker and not query.outlet:
        named = is_outlet(query.speaker) or _is_maybe_outlet(query.speaker, whole)
        return replace(query, speaker="", outlet=query.speaker) if named else None
    if not query.outlet or is_outlet(query.outlet):
        return None
    if query.speaker:
        return replace(query, outlet="", topic=f"{query.topic} {query.outlet}".strip())
    return replace(query, outlet="", speaker=query.outlet)


def _is_maybe_outlet(name: str, whole: str) -> bool:
    """Whether *name* may be an outlet's by how it stands: no person is called "the", but papers."""
    return name.lower().startswith("the ") or f" from {name}".lower() in whole.lower()


def is_dated(text: str) -> bool:
    """Whether what *text* means depends on the day on which it is asked."""
    if fields.has_days(text):
        return True
    typed, _ = marks.hidden(clean(text))
    _, asked = _narrowed(POLITE_AFTER.sub("", typed), datetime.now(UTC).date())
    return bool(asked.since or asked.until)


def clean(typed: str) -> str:
    """*typed* on one line, with plain quotation marks and nothing invisible in it."""
    plain = unicodedata.normalize("NFC", typed.translate(_PLAIN_MARKS))
    return " ".join("".join(map(_visible, plain)).split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":  # line breaks and tabs part words
        return " "
    return "" if category in _UNTYPED else character


def _narrowed(text: str, today: date) -> tuple[str, Query]:
    """*text* without the order, the hand, the days and the outlet it asks for, and these."""
    text, in_order = without_order(text)
    text, first_hand = without_hand(text)
    text, days = without_days(text, today)
    text, outlet = without_outlet(text)
    if days == Days():
        text, days = without_days(text, today)
    asked = Query(outlet=outlet, since=days.since, until=days.until, first_hand=first_hand)
    return text, replace(asked, in_order=in_order)


def _read(text: str, asked: Query) -> Query:
    """What *text* asks for, on top of what was *asked* already."""
    found = _asked(POLITE_BEFORE.sub("", NOISE.sub("", text))) or Query(
        loose="" if _CHATTER.fullmatch(text) else _wanted(loosened(text))
    )
    return replace(
        found,
        outlet=found.outlet or asked.outlet,
        since=asked.since,
        until=asked.until,
        first_hand=asked.first_hand,
        in_order=asked.in_order,
    )


def _check(query: Query) -> None:
    """Raise UnusableQuestion where *query* asks for nobody and nothing."""
    if _NOBODY.fullmatch(query.speaker):
        raise UnusableQuestion(f"Ask again with a name in place of {query.speaker}.")
    if replace(query, first_hand=False, in_order=False) in (
        Query(),
        Query(polarity=Polarity.ASSERTS),
    ):
        raise UnusableQuestion(f"Name some words, a speaker or a topic, such as: {_EXAMPLES}.")


def _unhidden(query: Query, phrases: tuple[str, ...]) -> Query:
    """*query* with its *phrases* in their places: those that were said must stand just so."""
    said = f"{query.words} {query.topic} {query.loose}"
    return replace(
        query,
        words=marks.shown(query.words, phrases),
        speaker=marks.shown(query.speaker, phrases),
        topic=marks.shown(query.topic, phrases),
        outlet=marks.shown(query.outlet, phrases),
        loose=marks.shown(query.loose, phrases),
        other_than=marks.shown(query.other_than, phrases),
        exact=marks.of(said, phrases),
    )


def _asked(text: str) -> Query | None:
    """The query of the first form that fits, with the outlet that may follow any of them."""
    if _UNSAID_OF.match(text):
        raise UnusableQuestion(_ONLY_SAID)
    bare = _bare(_PAUSES.sub(" ", text))
    head, separator, outlet = bare.rpartition(" according to ")
    inner = _fitted(head.rstrip(" ,")) if separator else None
    if inner:
        return replace(inner, outlet=_wanted(outlet))
    return next((query for form in (bare, *repaired(bare)) if (query := _fitted(form))), None)


def _bare(text: str) -> str:
    """*text* without stops after it and pictures around it."""
    while text and (text[-1] in " ?!.,;:" or unicodedata.category(text[-1]) in _PICTURES):
        text = text[:-1]
    while text and (text[0] == " " or unicodedata.category(text[0]) in _PICTURES):
        text = text[1:]
    return text


def _fitted(text: str) -> Query | None:
    for pattern, polarity in PATTERNS:
        if found := pattern.fullmatch(text):
            wanted: dict[str, Any] = {
                name: _wanted(typed or "") for name, typed in found.groupdict().items()
            }
            if _LISTENERS.fullmatch(wanted.get("outlet", "")):
                del wanted["outlet"]
            if not _is_nobody(wanted.get("speaker", "")):
                return replace(Query(polarity=polarity), **wanted)
    return None


def _is_nobody(speaker: str) -> bool:
    """Whether *speaker* is left over from a sentence that fits no form: "is there"."""
    if _UNSAID.search(speaker):
        raise UnusableQuestion(_ONLY_SAID)
    if not speaker or _NOBODY.fullmatch(speaker) or marks.hides(speaker):
        return False
    return all(word in STOP_WORDS for word in folded(speaker))


def _wanted(typed: str) -> str:
    """*typed* without the marks and stops around it; "" where it names nothing."""
    bare = typed.strip(" \"'?!.,;:()")
    return "" if _NOTHING.fullmatch(bare) else bare
