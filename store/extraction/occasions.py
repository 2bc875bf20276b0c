"""The day on which something was said: of the dates in its sentence, the one its cue has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.extraction.dates import Dated, dates
from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.phrases import before_adverbs, is_adverb
from store.extraction.sentences import Sentence, Word
from store.model import Evidence, Span, Statement

_TAKERS = en.DATE_TAKERS | en.SUBORDINATORS | en.RELATIVES | en.FINITE | en.CUE_VERBS | {";"}
_LEADS = en.PREPOSITIONS | en.STATING | en.NEAR_DATES
# Before a cue or at its start: it is being said, or only about to be.
_UNREAL = (en.FINITE - en.HAVING - {"did", "was", "were"}) | {"to"}
_MODIFIED = en.DETERMINERS | en.PREPOSITIONS


@dataclass(frozen=True, slots=True)
class _Report:
    """A sentence with the numbers of its words that are cue, source, content and addressee."""

    sentence: Sentence
    cue: Sequence[int]
    source: Sequence[int]
    content: Sequence[int]
    heard: Sequence[int]

    @property
    def according(self) -> bool:
        """Whether the cue is no verb, which a date before it could not belong to."""
        return self.sentence[self.cue[0]].key == en.ACCORDING[0]


def said_on(
    document: Document, statement: Statement, published: date | None, told: Sequence[Statement]
) -> date | None:
    """The day, where the words around cue and source and the article's own day settle it.

    A date in the content or with something else in the sentence ("after the fire on Monday")
    says nothing. What only goes on from the last one *told* was said on the same day.
    """
    if statement.evidence is Evidence.CARRIED_OVER:
        return told[-1].said_on
    report = _report(document, statement)
    if not report:
        return None
    past = _past(report)
    dated = [one for one in dates(document.text, report.sentence) if _has(report, one)]
    days = {one.meant(published, past=past) for one in dated}
    if not dated and told and _goes_on(report, statement, told[-1]):
        return told[-1].said_on
    return days.pop() if len(days) == 1 else None


def _report(document: Document, statement: Statement) -> _Report | None:
    sentence = document.sentence_at(statement.cue[0].start) if statement.cue else ()
    heard = (statement.addressee,) if statement.addressee else ()
    parts = (statement.cue, statement.source, statement.content, heard)
    cue, *others = (list(_numbers(sentence, spans)) for spans in parts)
    return _Report(sentence, cue, *others) if cue else None


def _numbers(sentence: Sentence, spans: tuple[Span, ...]) -> Iterator[int]:
    """The numbers of the words that any of *spans* touches."""
    for at, word in enumerate(sentence):
        if any(word.span.start < span.end and span.start < word.span.end for span in spans):
            yield at


def _past(report: _Report) -> bool:
    """Whether the cue tells of something said already: "said", "adding", "according to"."""
    keys = [report.sentence[at].key for at in report.cue]
    begin = before_adverbs(report.sentence, report.cue[0])
    before = report.sentence[begin - 1] if begin else None
    if keys[0] in _UNREAL or (before and not before.capital and before.key in _UNREAL):
        return False
    return report.according or any(
        key in en.PAST_CUES or key.endswith(("ed", "ing")) for key in keys
    )


def _goes_on(report: _Report, statement: Statement, last: Statement) -> bool:
    """Whether it is added in one breath to the *last* one: "…, adding that …"."""
    at = report.cue[0]
    linked = at > 0 and report.sentence[at - 1].key in en.CONJUNCTIONS
    adding = linked or report.sentence[at].key.endswith("ing")
    same = bool(statement.source) and statement.source == last.source and bool(last.cue)
    return adding and same and report.sentence[0].span.start <= last.cue[0].start


def _has(report: _Report, dated: Dated) -> bool:
    """Whether a date belongs to the cue: after it, after its source, or before both."""
    at = dated.words.start
    if at in report.content or at in report.source:
        return False
    if at > report.cue[0]:
        return _after_cue(report, at)
    if report.according:
        return False
    if report.source and report.source[-1] < at:
        return _between(report, dated.words)
    return _before(report, dated.words)


def _after_cue(report: _Report, at: int) -> bool:
    """Whether the date at *at* follows the cue closely: "said in Ostra on Monday"."""
    sentence, numbers = report.sentence, range(report.cue[0] + 1, at)
    if any(number in report.content for number in numbers):
        return False
    named = {*report.source, *report.heard}
    named |= {n for n in report.cue if sentence[n].key not in en.DATE_TAKERS}
    between = [number for number in numbers if number not in named]
    while between and _leads_up(sentence, between[-1]):
        between.pop()
    if between and sentence[between[0]].key == "of":  # said of the fire on Monday
        return False
    return not any(sentence[n].text in {",", ":"} or _takes(sentence, n) for n in between)


def _between(report: _Report, words: range) -> bool:
    """Whether a date is between source and cue: "Birch, speaking in Ostra on Monday, said"."""
    begin = report.source[-1] + 1
    after = report.sentence[words.stop : report.cue[0]]
    return _aside(report.sentence, begin, words.start) and not any(map(_speaks, after))


def _before(report: _Report, words: range) -> bool:
    """Whether a date leads up to source and cue: "In a statement on Monday, Birch said"."""
    sentence, end = report.sentence, min([report.cue[0], *report.source[:1]])
    if words.stop > end or any(number < end for number in report.content):
        return False
    after = sentence[words.stop] if words.stop < end else None
    close = after is None or after.text == "," or after.key in en.PREPOSITIONS
    asked = sentence[0].key in en.STATING and after and after.key in en.SUBORDINATORS
    if not (close or asked) or any(map(_speaks, sentence[words.stop : end])):
        return False
    return _aside(sentence, 0, words.start)


def _aside(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the words from *begin* lead to a date at *end* and tell of nothing else."""
    while end > begin and _leads_up(sentence, end - 1):
        end -= 1
        if sentence[end].text == ",":  # In Ostra, on Monday,
            return True
    turns = (at + 1 for at in range(end - 1, begin - 1, -1) if _turns(sentence[at]))
    lead = [at for at in range(next(turns, begin), end) if sentence[at].plain]
    opens = not lead or sentence[lead[0]].key in _LEADS or is_adverb(sentence[lead[0]].key)
    return opens and not any(_takes(sentence, at) for at in lead)


def _leads_up(sentence: Sentence, at: int) -> bool:
    """Whether the word is the "late on" of a date, or a comma before that."""
    return sentence[at].text == "," or sentence[at].key in en.NEAR_DATES | {"on"}


def _turns(word: Word) -> bool:
    """Whether something else may be told of from *word* on."""
    return word.key in en.CONJUNCTIONS or word.text in {";", ":"}


def _speaks(word: Word) -> bool:
    """Whether from *word* on another verb may have the date."""
    return _turns(word) or word.key in en.CUE_VERBS


def _takes(sentence: Sentence, at: int) -> bool:
    """Whether a date after the word may belong to it instead: "after", "about", "elected"."""
    word, after = sentence[at], sentence[at + 1].key
    if word.key in _TAKERS:
        return word.key not in en.STATING and after not in en.OBJECTS  # asked about it on Monday
    if word.capital or word.key in en.STATING or not word.key.endswith(("ed", "ing")):
        return False
    return sentence[before_adverbs(sentence, at) - 1].key not in _MODIFIED
