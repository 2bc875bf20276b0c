"""The one sentence above the cards: what was found, or an honest no."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asserted import Typed, standing
from bot.phrases import listed, marked, short
from bot.understood import narrowed, understood
from bot.wording import is_translation, speaker, through
from store.model import Evidence, Holdings, Match, Person, Polarity, Query, Reason, Relation
from store.words import folded

NOTHING_LOADED = (
    "Nothing is loaded yet, so there is nothing to search: "
    "load articles with /load, or in a shell with `onrecord load FILE`."
)
NOTHING_FOR_ALL = (
    "Nothing is loaded for everyone yet, and what a server loaded is searched on that server alone:"
    " ask there, or load articles in a shell with `onrecord load FILE`."
)

MOST_NAMES = 5  # of one surname that are told; with more it is to be asked with a given name
_MANY = 20  # people; how many more there are is not counted
_AROUND = frozenset((Reason.PARAGRAPH, Reason.ARTICLE))
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def nothing_loaded(scope: str) -> str:
    """That *scope* sees no article; in a direct message none of any server."""
    return NOTHING_FOR_ALL if ":dm:" in scope else NOTHING_LOADED


def found(query: Query, matches: Sequence[Match], *, more: bool) -> str:
    """What *matches* are, none of them an answer to more than was asked.

    What was asked stands before it, where that is not plain. There may be *more* than these.
    """
    lead, rest = understood(query), _found(query, matches, more=more)
    if not lead and Reason.ROLE in matches[0].reasons:
        lead = f"Said by {short(query.speaker, 80)}"
    elif not lead and _spelt_otherwise(query.speaker, matches):
        lead = f"Said by {short(query.speaker, 80)}, or by somebody spelt like it"
    return f"{lead}: {_begun_small(rest)}" if lead else rest


def _spelt_otherwise(typed: str, matches: Sequence[Match]) -> bool:
    """Whether nobody who spoke has a word of the name *typed*: "Prake" may not be Crake."""
    speakers = [match.statement.speaker for match in matches]
    names = {name for one in speakers if one for name in (one.name, *one.aliases)}
    written = {word for name in names for word in folded(name)}
    asked = {word.removesuffix("s") for word in folded(typed)} | {*folded(typed)}  # "Kirby's"
    return bool(written and asked) and written.isdisjoint(asked)


def _begun_small(heading: str) -> str:
    """*heading* without the capital of a count; that of a name stays."""
    begun = heading.split(" ", 1)[0].lower()
    return heading[0].lower() + heading[1:] if begun in (*_NUMBERS, "at") else heading


def _found(query: Query, matches: Sequence[Match], *, more: bool) -> str:
    first = matches[0]
    asked = query.words or (query.loose if Reason.WORDS in first.reasons else "")
    if query.other_than:  # in whose words somebody is, and not what is said of them
        count = _counted(matches, more=more)
        return f"{count} with {short(query.other_than, 80)} in the words."
    stands = standing(first, asked) if len(matches) == 1 else Typed.OTHERWISE
    if stands is Typed.OWN:
        return f"{speaker(first)} said these words{_second_hand(first)}{_versions(first)}."
    count = _counted(matches, more=more)
    if all(map(_only_around, matches)):
        them = "it" if len(matches) == 1 else "them"
        return f"{count}; the topic is in the article around {them}, not in the words."
    if stands is Typed.INNER:
        return f"{count}, with these words in marks inside it: they may be somebody else's."
    likeness = " with words like these" if asked else ""
    return f"{count}{likeness}{_versions(first) if len(matches) == 1 else ''}."


def nothing(
    query: Query, holdings: Holdings, nearest: Sequence[Match], *, but: str = "", such: str = ""
) -> str:
    """That nothing was found, where it was looked for, and what *nearest* is.

    All that it lacks is what *but* says: "of another day". Of how many *such* it is told.
    """
    if not holdings.articles:
        return nothing_loaded(query.scope)
    statements = _plural(holdings.statements, "statement")
    searched = f"searched {statements} in {_plural(holdings.articles, 'article')}"
    near = f"; {_nearest(nearest, but)}{such}" if nearest else ""
    return f"{_missing(query)} is on record ({searched}){near}."


def such(count: int, *, more: bool) -> str:
    """That what is shown is the nearest of *count*, or *more*."""
    number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f", of at least {number} such" if more else f", of {number} such"


def context(match: Match) -> str:
    """What is shown around *match*."""
    return f"The paragraph around what {speaker(match)} said, as the article has it."


def sources(every: Sequence[Match]) -> str:
    """In how many places *every* version of a statement is."""
    articles = len({one.article for one in every})
    outlets = {one.article.outlet for one in every if one.article.outlet}
    told = _plural(articles, "article")
    where = f" of {_plural(len(outlets), 'outlet')}" if len(outlets) > 1 else ""
    if len(every) == 1:
        return f"{told[0].upper()}{told[1:]} has what {speaker(every[0])} said."
    count = _plural(len(every), "version")
    return (
        f"{count[0].upper()}{count[1:]} of what {speaker(every[0])} said, in {told}{where},"
        " first seen first."
    )


def one_of(count: int, *, more: bool) -> str:
    """That it is the best of *count* that were found, or *more*; nothing where it is the one."""
    if count == 1:
        return ""
    number = f"at least {count}" if more else f"{count}"
    return f" It is the best of {number} statements with words like these."


def which(typed: str, people: Sequence[Person]) -> str:
    """The question which of *people* a name *typed* means, best first."""
    told = [short(f"{p.name} ({p.role})" if p.role else p.name, 120) for p in people[:MOST_NAMES]]
    more = len(people) - len(told)
    others = f" or {_plural(more, 'other') if more < _MANY else 'many others'}" if more else ""
    one = f"{', '.join(told)}{others}" if others else f"{', '.join(told[:-1])} or {told[-1]}"
    return f"Which {short(typed, 80)}: {one}? Name one to narrow it."


def apart(name: str, role: str, other: str) -> str:
    """That *name* may be that of two people, with what articles call the one and the other."""
    told = [short(text, 80) for text in (name, role, other)]
    return "More than one person may be called {}: {} in one article, {} in another.".format(*told)


def undated(count: int, *, more: bool) -> str:
    """That *count* statements, or *more*, would answer if anything told their day."""
    number = _plural(count, "statement")
    told = f"at least {number}" if more else number
    return f"{told[0].upper()}{told[1:]} that could fit {'has' if count == 1 else 'have'} no date."


def withheld(count: int) -> str:
    """That *count* statements are not shown, and why."""
    if count == 1:
        return "One statement is withheld: its words no longer match the stored article."
    return f"{count} statements are withheld: their words no longer match the stored articles."


def _counted(matches: Sequence[Match], *, more: bool = False) -> str:
    denials = all(match.statement.polarity is Polarity.DENIES for match in matches)
    count = _plural(len(matches), "denial" if denials else "statement")
    if more:
        count = f"at least {count}"
    return f"{count[0].upper()}{count[1:]} by {listed(map(speaker, matches))}"


def _plural(count: int, noun: str) -> str:
    number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f"{number} {noun}" if count == 1 else f"{number} {noun}s"


def _second_hand(match: Match) -> str:
    """According to whom, as the sentence says; what only carries over is for the card to say."""
    text, statement = match.article.text, match.statement
    if statement.evidence is Evidence.CARRIED_OVER or is_translation(match):
        return ""
    names = [v.name.of(text) for v in statement.via if v.relation is Relation.ACCORDING_TO]
    if names:
        return f", according to {listed(short(name, 80) for name in names)}"
    said = statement.content
    outside = [h for h in statement.hedges if not any(span.holds(h) for span in said)]
    hedged = " and ".join(marked(hedge.of(text), text) for hedge in outside)
    return f", second-hand ({hedged})" if hedged else ""


def _versions(match: Match) -> str:
    """In how many versions the statement is there, and through whom they came."""
    asked_for = tuple(variant for variant in match.variants if not variant.outside)
    group = (match, *asked_for)
    if len(group) == 1:
        return ""
    if not any(map(is_translation, group)):
        return _times(match, asked_for)
    carriers = [carrier for one in group if (carrier := through(one))]
    told = f", {listed(carriers)}" if len(carriers) == len(group) else ""
    return f", in {_plural(len(group), 'translation')}{told}"


def _times(match: Match, others: Sequence[Match]) -> str:
    """How often just these words were found; what is only nearly the same need not mean it."""
    said = folded(" ".join(match.words))
    times = 1 + sum(folded(" ".join(one.words)) == said for one in others)
    often = _plural(times, "time") if times < len(_NUMBERS) else "many times"
    nearly = times <= len(others)
    return (f", found {often}" if times > 1 else "") + (
        ", and nearly so elsewhere" if nearly else ""
    )


def _only_around(match: Match) -> bool:
    return Reason.WORDS not in match.reasons and bool(_AROUND.intersection(match.reasons))


def _missing(query: Query) -> str:
    what = "No denial" if query.polarity is Polarity.DENIES else "Nothing"
    parts = ((" from ", query.speaker), (" about ", query.topic))
    asked = "".join(f"{lead}{short(typed, 80)}" for lead, typed in parts if typed)
    said = query.words or query.loose
    exactly = "exactly " if query.exact else ""
    words = f" with {exactly}these words" if said else f" with {exactly}this" if exactly else ""
    return f"{what}{asked}{narrowed(query)}{words}"


def _nearest(matches: Sequence[Match], but: str) -> str:
    first = matches[0]
    if but:
        counted = _counted(matches)
        return f"nearest, but {but}: {counted[0].lower()}{counted[1:]}"
    if Reason.ROLE in first.reasons and first.statement.role:
        called = marked(first.statement.role, first.article.text)
        return f"nearest: {speaker(first)}, whom the article calls {called}"
    counted = _counted(matches)
    if Reason.SPEAKER in first.reasons:
        return f"nearest by name: {counted[0].lower()}{counted[1:]}"
    return f"nearest, and not the answer: {counted[0].lower()}{counted[1:]}"
