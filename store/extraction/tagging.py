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
from store.extraction.document import Document
from store.extraction.fitting import fitted, parts, stands_alone
from store.extraction.languages import en
from store.extraction.rules.chains import running_on
from store.extraction.rules.labels import formal
from store.extraction.rules.lists import with_items
from store.extraction.silence import is_certain, is_said, may_be_said, speaking, stands
from store.extraction.spans import common, length, overlap
from store.extraction.vias import via
from store.model import Kind, Quotation, Span

_OPENING = 4  # words
_LONG = 10  # the fewest words in marks that are kept, whoever's they are
_CLAUSE = 4  # the fewest words that say something
_SAME = 0.93  # the share of characters that two contents have in common to be the same words
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
        rivals = [
            other for other in near[_number(document, one)] if overlap(one.content, other.content)
        ]
        settled.update(rivals)
        if told := _passed_on(document, one, rivals):
            yield from (replace(other, confidence=one.confidence) for other in told)
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
    agreeing = [next((o for o in rivals if _agree(document, o, part)), None) for part in split]
    said = (agreeing[0] or is_said(document, split[0])) and may_be_said(document, seen)
    sure = seen.confidence if said else 0.0
    known = [one for one in rivals if one.source and may_be_said(document, one)]
    if instead := [one for one in known if _surer(document, one, seen, sure)]:
        yield from (replace(one, confidence=RULES_ALONE) for one in instead)
        if not sure and not any(_same_words(o.content, seen.content) for o in instead):
            yield replace(split[0], confidence=0.0)  # "condemned what he called “a breach”"
        return
    for number, (part, ruled) in enumerate(zip(split, agreeing, strict=True)):
        if number and ruled and ruled.cue:  # an answer with a speaker of its own
            yield replace(ruled, confidence=RULES_ALONE)
            continue
        found = _agreed(document, ruled, part) if ruled else part
        both = 1 - (1 - sure) * (1 - RULES_ALONE) if ruled else sure  # two witnesses are surer
        alone = ruled or not number or stands_alone(document, part)
        if not alone or (ruled and not stands(document, found)):
            both = 0.0
        yield replace(found, confidence=round(both, 3), follows=number > 0)


def _surer(document: Document, ruled: Quotation, seen: Quotation, sure: float) -> bool:
    """Whether the rules' reading stands where the network is *sure* of its own only so far."""
    if overlap(ruled.cue, seen.cue):
        other = not sure and not overlap(ruled.source, seen.source)
        marked = document.kind(ruled.content) is not Kind.INDIRECT
        return other or (sure < RULES_ALONE and marked)
    inside = length(common(ruled.content, seen.content)) == length(ruled.content)
    return not sure and inside and not speaking(document, seen)


def _agree(document: Document, ruled: Quotation, seen: Quotation) -> bool:
    """Whether both are the same statement, however the one or the other cuts it."""
    named = ruled.source and seen.source and _words(document, seen.source)[0] not in en.RELATIVES
    if named and not overlap(ruled.source, seen.source):
        return False
    if _same_words(ruled.content, seen.content):
        return True
    shared = length(common(ruled.content, seen.content))
    if shared == length(seen.content) and document.kind(ruled.content) is Kind.DIRECT:
        return True  # of a quotation over several paragraphs the network sees one at a time
    if not overlap(ruled.cue, seen.cue):
        return False
    if shared == length(seen.content) and _torn(document, ruled):
        return True
    return _less_its_opening(document, ruled, seen) or _goes_on(document, ruled, seen)


def _torn(document: Document, ruled: Quotation) -> bool:
    """Whether the cue stands inside its clause, whose first words may turn the rest round.

    "At no point, she said, was it unsafe": the network may miss the part before the cue.
    """
    first, last = ruled.content[0], ruled.content[-1]
    torn = first.end <= ruled.cue[0].start and ruled.cue[-1].end <= last.start
    return torn and not _according(document, ruled)


def _same_words(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether two contents are the same but for a word like "that" and the signs around."""
    shared = length(common(some, others))
    return shared >= _SAME * (length(some) + length(others) - shared)


def _less_its_opening(document: Document, ruled: Quotation, seen: Quotation) -> bool:
    """Whether the rules leave out only who is told, or what the source is called besides."""
    ends = ruled.content[-1].end == seen.content[-1].end
    opening = document.text[seen.content[0].start : ruled.content[0].start]
    return ends and 0 < len(opening.split()) <= _OPENING


def _goes_on(document: Document, ruled: Quotation, seen: Quotation) -> bool:
    """Whether the network stops within a clause, mostly after marks: "was “right,” but also late".

    Where another verb of saying follows, the rest may be another's words.
    """
    stop = seen.content[-1].end
    if document.kind(ruled.content) is not Kind.MIXED or stop >= ruled.content[-1].end:
        return False
    begun = common(seen.content, (Span(ruled.content[0].start, stop),))
    if length(begun) != length(common(ruled.content, seen.content)):
        return False
    rest = _words(document, (Span(stop, ruled.content[-1].end),))
    return not any(word in en.CUES and word not in en.ALSO_NOUNS for word in rest)


def _agreed(document: Document, ruled: Quotation, seen: Quotation) -> Quotation:
    """What both found, as the rules cut it; a source begins where the network says it begins."""
    if not seen.cue:
        return replace(seen, content=ruled.content)
    longer = any(
        one.start < other.start and one.holds(other) and not _names_text(document, one)
        for one in seen.source
        for other in ruled.source
    )
    source = seen.source if longer or not ruled.source else ruled.source
    return replace(ruled, cue=ruled.cue or seen.cue, source=source)


def _names_text(document: Document, source: Span) -> bool:
    """Whether a text is named first, and its writer after it: "a letter from the mayor"."""
    return bool(en.TEXTS.intersection(_words(document, (source,))))


def _nobodys(document: Document, seen: Quotation) -> bool:
    """Whether nobody says it, not even the writer: "a video, allegedly showing the attacks"."""
    short = len(_words(document, seen.content)) < _CLAUSE
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
    return list(rivals) if here and _according(document, seen) else []


def _according(document: Document, quotation: Quotation) -> bool:
    return tuple(_words(document, quotation.cue)[-2:]) == en.ACCORDING


def _words(document: Document, spans: Iterable[Span]) -> list[str]:
    return " ".join(span.of(document.text) for span in spans).lower().split()
