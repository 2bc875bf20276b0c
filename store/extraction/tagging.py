"""The shipped tagger: the trained network finds who says what, the rules know the forms.

The network (`learned`) sees indirect speech and far sources that no rule finds; the rules know to
the character where words in marks begin and end, and who only passes words on. Where both see
the same statement, the rules' spans are taken, and more confidence than the network's alone.
What `silence` speaks against is kept with none. Without the network's weights the rules tag alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from store.extraction import learned, rules
from store.extraction.agreement import (
    according,
    agree,
    agreed,
    less,
    others_own,
    same_words,
)
from store.extraction.document import Document
from store.extraction.fitting import fitted, parts, stands_alone
from store.extraction.rules.chains import running_on
from store.extraction.rules.forms import formal
from store.extraction.rules.lists import with_items
from store.extraction.silence import is_certain, is_said, may_be_said, speaking, stands
from store.extraction.spans import common, length, overlap, words_in
from store.extraction.vias import via
from store.model import Kind, Quotation

_LONG = 10  # the fewest words in marks that are kept, whoever's they are
_CLAUSE = 4  # the fewest words that say something
FORMAL = 0.9  # the form of the page says who speaks
UNCLAIMED = 0.3  # a sign, a title, a thought: words in marks are not always said
RULES_ALONE = 0.6  # most of these are right, on articles kept out of the training


def tag(document: Document) -> Iterator[Quotation]:
    """The quotations of *document* in order of their content, each with a confidence.

    No long one in marks is missing: one that nobody is found for is nobody's.
    """
    found = list(with_items(document, running_on(document, _found(document))))
    found += _unclaimed(document, found)
    surest = {one.content: one for one in sorted(found, key=lambda one: one.confidence)}
    yield from sorted(surest.values(), key=lambda one: (one.content[0], one.follows))


def _found(document: Document) -> Iterator[Quotation]:
    if not learned.available():
        return rules.tag(document)
    spoken = formal(document)
    ruled = list(rules.beside(document, spoken))
    taken = {document.paragraph_at(paragraph.span.start) for paragraph in spoken}
    seen = [one for one in learned.tag(document) if _number(document, one) not in taken]
    return _together(document, ruled, seen, frozenset(spoken.values()))


def _unclaimed(document: Document, found: Iterable[Quotation]) -> Iterator[Quotation]:
    """The long stretches in marks that no content in *found* has words of."""
    contents = sorted(span for one in found for span in one.content)
    ends = list(accumulate((span.end for span in contents), max))
    for stretch in document.stretches:
        before = bisect_left(contents, stretch.inside.end, key=lambda one: one.start)
        claimed = before and ends[before - 1] > stretch.inside.start
        whole = stretch.closed or stretch.runs_on
        if whole and not claimed and len(stretch.inside.of(document.text).split()) >= _LONG:
            yield Quotation((stretch.inside,), confidence=UNCLAIMED)


def _together(
    document: Document,
    ruled: Sequence[Quotation],
    seen: Sequence[Quotation],
    spoken: frozenset[Quotation],
) -> Iterator[Quotation]:
    """What the network has *seen*, and what only the rules are certain of."""
    near = _by_paragraph(document, ruled)
    settled: set[Quotation] = set()
    for one in seen:
        here = near[_number(document, one)]
        rivals = [other for other in here if overlap(one.content, other.content)]
        if others := others_own(document, one, rivals):
            one = less(one, others)
            rivals = [other for other in rivals if other not in others]
        settled.update(rivals)
        if told := _passed_on(document, one, rivals):
            for other in told:
                sure = one.confidence if stands(document, other) else 0.0
                yield replace(other, confidence=sure)
        elif not _nobodys(document, one):
            yield from _settled(document, one, rivals)
    for one in ruled:
        if one in spoken:
            yield replace(one, confidence=FORMAL)
        elif one not in settled and is_certain(document, one):
            yield replace(one, confidence=RULES_ALONE if stands(document, one) else 0.0)


def _by_paragraph(
    document: Document, found: Iterable[Quotation]
) -> defaultdict[int, list[Quotation]]:
    """The quotations of each paragraph, by its number; one of several stands in each of them."""
    near: defaultdict[int, list[Quotation]] = defaultdict(list)
    for one in found:
        for number in {document.paragraph_at(span.start) for span in one.content}:
            near[number].append(one)
    return near


def _number(document: Document, quotation: Quotation) -> int:
    return document.paragraph_at(quotation.content[0].start)


def _settled(
    document: Document, seen: Quotation, rivals: Sequence[Quotation]
) -> Iterator[Quotation]:
    """*seen* as one quotation, or as one and those that follow it in sentences of their own.

    Where it must not be shown, what the rules found inside it by other cues is taken, and where
    it is doubtful, what they found in marks by the same cue.
    """
    split = [fitted(document, part) for part in parts(document, seen)]
    agreeing = [next((o for o in rivals if agree(document, o, part)), None) for part in split]
    said = (agreeing[0] or is_said(document, split[0])) and may_be_said(document, seen)
    sure = seen.confidence if said else 0.0
    known = [one for one in rivals if one.source and may_be_said(document, one)]
    if instead := [one for one in known if _surer(document, one, seen, sure)]:
        yield from (replace(one, confidence=RULES_ALONE) for one in instead)
        if not sure and not any(same_words(o.content, seen.content) for o in instead):
            yield replace(split[0], confidence=0.0)  # "condemned what he called “a breach”"
        return
    yield _with(document, split[0], agreeing[0], sure)
    for part, ruled in zip(split[1:], agreeing[1:], strict=True):
        yield _following(document, part, ruled, sure)


def _following(
    document: Document, part: Quotation, ruled: Quotation | None, sure: float
) -> Quotation:
    """A later sentence of what the network is *sure* of; an answer may have another speaker."""
    if ruled and ruled.cue:
        return replace(ruled, confidence=RULES_ALONE)
    alone = ruled or stands_alone(document, part)
    return replace(_with(document, part, ruled, sure if alone else 0.0), follows=True)


def _with(document: Document, part: Quotation, ruled: Quotation | None, sure: float) -> Quotation:
    """*part*, with what the rules found of it, if anything: two witnesses are surer than one."""
    if not ruled:
        return replace(part, confidence=round(sure, 3), follows=False)
    found = agreed(document, ruled, part)
    both = 1 - (1 - sure) * (1 - RULES_ALONE) if stands(document, found) else 0.0
    return replace(found, confidence=round(both, 3), follows=False)


def _surer(document: Document, ruled: Quotation, seen: Quotation, sure: float) -> bool:
    """Whether the rules' reading stands where the network is *sure* of its own only so far."""
    if overlap(ruled.cue, seen.cue):
        other = not sure and not overlap(ruled.source, seen.source)
        marked = document.kind(ruled.content) is not Kind.INDIRECT
        return other or (sure < RULES_ALONE and marked)
    inside = length(common(ruled.content, seen.content)) == length(ruled.content)
    return not sure and inside and not speaking(document, seen)


def _nobodys(document: Document, seen: Quotation) -> bool:
    """Whether nobody says it, not even the writer: "a video, allegedly showing the attacks"."""
    short = len(words_in(document.text, seen.content)) < _CLAUSE
    return short and not seen.source and not speaking(document, seen)


def _passed_on(document: Document, seen: Quotation, rivals: Sequence[Quotation]) -> list[Quotation]:
    """What the rules found where *seen* takes for the speaker who only passes it on.

    "…, the mayor said, according to the Dunmore Post", "The Post reported that the mayor said …".
    """
    told = [one for one in rivals if one.source and not overlap(one.cue, seen.cue)]
    relayed = [one.name for other in told for one in via(document, other)]
    if overlap(relayed, seen.source):
        return list(rivals)
    sentence = document.sentence_at(seen.cue[0].start)
    here = any(document.sentence_at(one.content[0].start) is sentence for one in told)
    return list(rivals) if here and according(document, seen) else []
