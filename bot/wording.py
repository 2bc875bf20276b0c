"""One statement put into words: the only place that says anything about a statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot import copies
from bot.cards import Card, Words
from bot.phrases import NO_MARKS, QUOTED, day, listed, marked, short
from bot.sentences import distance
from bot.verbatim import words
from store.labels import labelled
from store.links import followable
from store.model import (
    Article,
    Evidence,
    Kind,
    Match,
    Polarity,
    Relation,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from store.variants import nearly_the_same

# What surrounds the words is cut to these, so that a card always fits a message.
_NAME, _TITLE, _ROLE, _NOTE, _LINK = 80, 150, 120, 300, 500
_VARIANTS = 5
NOT_NAMED = "Speaker not named"
ALSO = "Also:"  # before the same utterance elsewhere

Deniers = Mapping[int, Sequence[str]]  # by the id of a statement, who denies beside it


def card(match: Match, deniers: Deniers) -> Card:
    """*match* as a card; raises AlteredText where its words must be withheld."""
    article, statement = match.article, match.statement
    shown = words(match)
    notes = _notes(match, shown, deniers.get(match.id, ()))
    link = _link(article)
    return Card(
        statement=match.id,
        speaker=speaker(match),
        role=short(statement.role, _ROLE) if statement.role else None,
        words=shown,
        notes=tuple(short(note, _NOTE) for note in notes),
        source=" · ".join(_source(article, link, statement.said_on)),
        link=link,
        variants=tuple(_variant(match, variant, deniers) for variant in _told(match)),
        copies=tuple(copy.id for copy in copies.of(match)),
    )


def _told(match: Match) -> Iterator[Match]:
    """The variants of *match* that its card shows, first seen first."""
    # another wording tells more than the same one in another place
    every = copies.others(match)
    telling = sorted(every, key=lambda variant: variant.words == match.words)
    kept = {variant.id for variant in telling[:_VARIANTS]}
    return (variant for variant in every if variant.id in kept)


def _variant(match: Match, variant: Match, deniers: Deniers) -> Card:
    shown = card(variant, deniers)
    asked = (f"Not what was asked for: {'; '.join(variant.outside)}.",) if variant.outside else ()
    notes = (_likeness(match, variant), *asked, *shown.notes)
    return replace(shown, notes=notes, lead=ALSO)


def versions(matches: Sequence[Match], deniers: Deniers) -> tuple[Card, ...]:
    """A card for each of *matches*, which are one utterance; each but the first says how alike."""
    first, *others = matches
    alike = (replace(_variant(first, one, deniers), lead="") for one in others)
    return (card(first, deniers), *alike)


def speaker(match: Match) -> str:
    """The speaker's name, or words that say that nobody is named."""
    statement = match.statement
    if statement.speaker:
        return _name(statement.speaker.name)
    named = _name(" … ".join(span.of(match.article.text) for span in statement.source))
    return f"{named} (not resolved to a name)" if named else NOT_NAMED


def is_translation(match: Match) -> bool:
    """Whether the article calls these words a translation."""
    return any(via.relation is Relation.TRANSLATION for via in match.statement.via)


def is_denial(match: Match) -> bool:
    """Whether the speaker rejects these words."""
    return match.statement.polarity is Polarity.DENIES


def through(match: Match) -> str | None:
    """Through whom the statement came, where the article says so: "via the New York Post"."""
    text = match.article.text
    names = [
        _name(via.name.of(text)) for via in match.statement.via if via.relation is not Relation.TOLD
    ]
    return f"via {' and '.join(names)}" if names else None


def _name(name: str) -> str:
    """*name* as it is given among words of ours, in which marks would quote something else."""
    return short(name.translate(NO_MARKS), _NAME)


def _likeness(match: Match, variant: Match) -> str:
    if is_translation(match) or is_translation(variant):
        return "The same statement in another translation."
    if match.words == variant.words:
        return "The same words elsewhere."
    if nearly_the_same(" ".join(match.words), " ".join(variant.words)):
        return "Nearly these words, perhaps of the same statement."
    return "Perhaps the same statement in other words: compare the two."


def _notes(match: Match, shown: Sequence[Words], deniers: Sequence[str]) -> Iterator[str]:
    yield from provenance(match, shown)
    yield from _grounds(match.article.text, match.statement)
    if revised := match.statement.revised:
        before = " … ".join(marked(piece, piece) for piece in revised.words)
        yield f"Changed since {day(revised.on)}: an earlier version read {before}."
    if deniers:
        yield f"Denials in the same article: {listed(map(_name, deniers))}."
    if wire := copies.outlets(copies.of(match)):
        also = listed(map(_name, wire))
        yield f"Also in {len(wire)} other outlet{'s' if len(wire) > 1 else ''}: {also}."
    if (more := len(copies.others(match)) - _VARIANTS) > 0:
        yield f"Found in {more} other place{'s' if more > 1 else ''} too."
    if match.reasons:
        yield f"Found by: {'; '.join(match.reasons)}."


def provenance(match: Match, shown: Sequence[Words]) -> Iterator[str]:
    """What the words *shown* are to whoever said them, and through whom they came, as notes."""
    text, statement = match.article.text, match.statement
    if statement.polarity is Polarity.DENIES:
        yield "A denial."
    if labelled(text, statement):
        yield "From a transcript: the words as the article gives them."
    elif statement.kind is Kind.INDIRECT:
        yield "Reported speech: the article's words, not a quotation."
    elif not all(piece.marks for piece in shown):
        yield "Partly quoted: only the words in marks are the speaker's."
    if any(map(str.isalpha, _quoted(text, statement.cue))):  # a colon may introduce words, too
        yield f"The article says {_cue(text, statement)}."
    yield from _chain(match)


def _cue(text: str, statement: Statement) -> str:
    """The cue in the article's words, with whom it was said to where that follows at once."""
    last, addressee = statement.cue[-1], statement.addressee
    if addressee and last.end < addressee.start and not text[last.end : addressee.start].strip():
        return _quoted(text, (*statement.cue[:-1], Span(last.start, addressee.end)))
    return _quoted(text, statement.cue)


def _chain(match: Match) -> Iterator[str]:
    """Through whom, and how sure the article is, as notes."""
    text, statement = match.article.text, match.statement
    carried = " (carried over)" if statement.evidence is Evidence.CARRIED_OVER else ""
    translators = [v.name.of(text) for v in statement.via if v.relation is Relation.TRANSLATION]
    if translators:
        yield f"Translation by {listed(map(_name, translators))}{carried}."
    inside = [h for h in statement.hedges if any(span.holds(h) for span in statement.content)]
    second_hand = [_quoted(text, (hedge,)) for hedge in statement.hedges if hedge not in inside]
    second_hand += _carriers(match)
    if second_hand:
        yield f"Second-hand: {', '.join(second_hand)}{carried}."
    if inside:
        yield f"Hedged: {', '.join(_quoted(text, (hedge,)) for hedge in inside)}."


def _carriers(match: Match) -> Iterator[str]:
    own = _bare(match.article.outlet or "")
    for via in match.statement.via:
        name = _name(via.name.of(match.article.text))
        if via.relation is Relation.ACCORDING_TO:
            yield f"via {name}"
        elif via.relation is Relation.TOLD and _bare(name) != own:
            yield f"said to {name}"


def _bare(outlet: str) -> str:
    return outlet.casefold().removeprefix("the ")


def _grounds(text: str, statement: Statement) -> Iterator[str]:
    """Why this speaker: what in the article says so, or that an editor does."""
    if not (corrected := statement.corrected):
        yield _evidence(text, statement)
        return
    yield f"Speaker corrected by an editor on {day(corrected.on)}."
    before = Speaker(corrected.read_as) if corrected.read_as else None
    named = _name(corrected.read_as) if corrected.read_as else "nobody known"
    evidence = _evidence(text, replace(statement, speaker=before))
    yield f"Read before as {named}: {evidence[:1].lower()}{evidence[1:]}"


def _evidence(text: str, statement: Statement) -> str:
    named = f" ({source})" if (source := _quoted(text, statement.source)) else ""
    match statement.evidence:
        case Evidence.NAMED:
            return _by_name(statement.speaker)
        case Evidence.SURNAME:
            return f"Speaker by surname{named}; the full name is elsewhere in the article."
        case Evidence.TITLE:
            return f"Speaker by title{named}; the name is elsewhere in the article."
        case Evidence.PRONOUN:
            return f"Speaker by pronoun{named}, {_whence(text, statement)}."
        case Evidence.CARRIED_OVER:
            return "Speaker carried over: nobody is named here, the speaker before goes on."
    return "The article does not name the speaker."


def _by_name(named: Speaker | None) -> str:
    if named and named.kind is SpeakerKind.GROUP:
        return "No name is given: these are the article's words for who speaks."
    if named and named.kind is SpeakerKind.PERSON and " " not in named.name:
        return "Speaker named in the sentence, by one name only."
    return "Speaker named in the sentence."


def _whence(text: str, statement: Statement) -> str:
    """Where the name stands that a pronoun means."""
    if not statement.source or not statement.speaker:
        return "not resolved to a name"
    first = statement.source[0].start
    name = statement.speaker.name
    names = {name, *name.split()[-1:], *statement.speaker.aliases}
    named = max(text.rfind(name, 0, first) for name in names)
    before = distance(text, named, first) if named >= 0 else -1
    if before == 0:
        return "named earlier in the sentence"
    return "see the sentence before" if before == 1 else "named elsewhere in the article"


def _source(article: Article, link: str | None, said_on: date | None) -> Iterator[str]:
    yield short(article.title, _TITLE) if article.title else "untitled article"
    yield short(article.outlet, _NAME) if article.outlet else "outlet not given"
    yield day(article.published) if article.published else "date not given"
    if said_on:
        yield f"said on {day(said_on)}"
    if link is None:
        yield short(article.file, _NAME) if article.file else "link not given"


def _link(article: Article) -> str | None:
    """The article's address where a reader can follow it."""
    url = article.url or ""
    return url if len(url) <= _LINK and followable(url) else None


def _quoted(text: str, spans: tuple[Span, ...]) -> str:
    """The article's own words, each stretch of them in marks; too long for a note, in none."""
    pieces = [span.of(text) for span in spans]
    if sum(map(len, pieces)) > QUOTED:
        return short(" … ".join(pieces).translate(NO_MARKS), QUOTED)
    return " … ".join(marked(piece, text) for piece in pieces)
