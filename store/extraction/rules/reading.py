"""What one cue reports, read off the words around it: who says it, and which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.extraction.languages import en
from store.extraction.phrases import before_adverbs
from store.extraction.rules import contents, irreal, sources
from store.extraction.rules.cues import Cue, Form, hearing
from store.extraction.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its source and contents, as word numbers of one sentence.

    No contents: what the cue reports stands in another sentence, if anywhere.
    """

    cue: Cue
    source: range | None
    contents: tuple[range, ...]
    end: int  # the number of the word after all of it


def read(
    sentence: Sentence, cue: Cue, since: int, end: int, told: Sequence[Report]
) -> Report | None:
    """What *cue* reports between two words; *told* is what the cues before it report."""
    return _READERS[cue.form](sentence, cue, since, end, told)


def clause_follows(sentence: Sentence, cue: Cue) -> bool:
    """Whether the content can only stand after the cue: "said that", "Smith, who said"."""
    after = sentence[cue.last + 1] if cue.last + 1 < len(sentence) else None
    that = after is not None and (after.key == "that" or after.text == ":")
    before = before_adverbs(sentence, cue.first) - 1
    return that or (before >= 0 and sentence[before].key in en.RELATIVES)


def _finite(
    sentence: Sentence, cue: Cue, since: int, end: int, told: Sequence[Report]
) -> Report | None:
    source = sources.before(sentence, cue, since)
    begin = source.start if source else before_adverbs(sentence, cue.first)
    if begin and (sentence[begin - 1].key in en.CONDITIONS or _inverts(sentence, begin)):
        return None
    if source and irreal.never_said(sentence, source, cue, since):
        return None
    if begin == since == 0 and not source:
        return _inverted(sentence, cue, end)
    if behind := _behind(sentence, cue, source, since, end):
        return behind
    if not source and begin and sentence[begin - 1].key in en.CONJUNCTIONS:
        source = _same_source(sentence, cue, told)
    return _forward(sentence, cue, source, since, end) if source else None


def _behind(
    sentence: Sentence, cue: Cue, source: range | None, since: int, end: int
) -> Report | None:
    """A cue behind its words, or between them, with its source before or after it."""
    if cue.labels or clause_follows(sentence, cue):
        return None
    begin = source.start if source else before_adverbs(sentence, cue.first)
    lead = contents.quoted_before(sentence, begin, since)
    if not lead and not source:
        lead = contents.clause_before(sentence, begin, since)
    speaks = source or sources.after(sentence, cue)
    if lead and (not speaks or irreal.is_condition(sentence, lead)):
        lead = None
    around = speaks and not source and _around(sentence, range(begin, speaks.stop), since, end)
    if around:
        return Report(cue, speaks, around, around[1].stop)
    return _interrupted(sentence, cue, speaks, lead, end) if lead else None


def _inverts(sentence: Sentence, begin: int) -> bool:
    """Whether the source at *begin* is that of a condition: "Had Smith said so, …"."""
    return begin == 1 and sentence[0].key in en.INVERTED


def _around(sentence: Sentence, torn: range, since: int, end: int) -> tuple[range, range] | None:
    """Both sides of what stands inside a clause: "The plan, said Smith, is not ours."."""
    goes_on = torn.stop + 1 < end and sentence[torn.stop + 1].key in en.FINITE | {"that", "not"}
    return contents.parenthesis(sentence, torn, since, end) if goes_on else None


def _inverted(sentence: Sentence, cue: Cue, end: int) -> Report | None:
    """A cue that opens its sentence, before a colon: Said Smith: “No.”."""
    source = sources.after(sentence, cue)
    if not source or source.stop >= end or sentence[source.stop].text != ":":
        return None
    content = contents.trimmed(sentence, range(source.stop, end))
    return Report(cue, source, (content,) if content else (), end)


def _interrupted(
    sentence: Sentence, cue: Cue, source: range | None, lead: range, end: int
) -> Report:
    """A cue after its content, which may go on after it: “I think,” he said, “not.”."""
    begin = max(cue.last + 1, source.stop if source else 0)
    piece = contents.piece_after(sentence, begin, end)
    pieces = (lead, piece) if piece else (lead,)
    return Report(cue, source, pieces, piece.stop if piece else begin)


def _forward(sentence: Sentence, cue: Cue, source: range, since: int, end: int) -> Report | None:
    """A cue before its content, or after a clause that is not in marks."""
    content = contents.content_after(sentence, cue, _past_was(sentence, cue), end)
    if content and (content := contents.trimmed(sentence, content)):
        return Report(cue, source, (content,), content.stop)
    if cue.labels or cue.denies:
        return None
    around = contents.parenthesis(sentence, range(source.start, cue.last + 1), since, end)
    if around:
        return Report(cue, source, around, around[1].stop)
    clause = contents.clause_before(sentence, source.start, since)
    if clause:
        return Report(cue, source, (clause,), cue.last + 1)
    return Report(cue, source, (), cue.last + 1)


def _past_was(sentence: Sentence, cue: Cue) -> int:
    """Where the words begin after *cue*: past the "was:" of "What Smith said was: “No.”"."""
    at = cue.last + 1
    if sentence[0].key != "what" or at + 1 >= len(sentence) or sentence[at].key not in en.BE:
        return at
    marks = at + 1 + (sentence[at + 1].text in {":", ","})
    return marks if marks < len(sentence) and sentence[marks].stretch else at


def _participle(
    sentence: Sentence, cue: Cue, _: int, end: int, told: Sequence[Report]
) -> Report | None:
    heard = hearing(sentence, cue.first)
    source = (
        _same_source(sentence, cue, told) if heard is None else sources.heard(sentence, cue, heard)
    )
    content = contents.content_after(sentence, cue, cue.last + 1, end)
    if not source or not content or not (content := contents.trimmed(sentence, content)):
        return None
    return Report(cue, source, (content,), content.stop)


def _same_source(sentence: Sentence, cue: Cue, told: Sequence[Report]) -> range | None:
    """Who goes on speaking: the source of the report before, or the subject of the sentence."""
    sourced = (report.source for report in reversed(told) if report.source)
    return next(sourced, None) or sources.subject(sentence, cue.first)


def _according(
    sentence: Sentence, cue: Cue, since: int, end: int, _: Sequence[Report]
) -> Report | None:
    source = sources.after(sentence, cue)
    if not source:
        return None
    source = range(source.start, sources.relayed_end(sentence, source))
    lead = contents.quoted_before(sentence, cue.first, since)
    if lead:
        return _interrupted(sentence, cue, source, lead, end)
    after = contents.past_time(sentence, source.stop)
    around = (range(since, cue.first), range(after, len(sentence)))
    trimmed = (contents.trimmed(sentence, part) for part in around)
    found = tuple(one for one in trimmed if len(one) > 1 or any(sentence[i].stretch for i in one))
    return Report(cue, source, found, len(sentence)) if found else None


_READERS = {Form.FINITE: _finite, Form.PARTICIPLE: _participle, Form.ACCORDING: _according}


def after_colon(sentence: Sentence) -> Iterator[Report]:
    """A quotation after a colon where no verb reports it, or signed: “No.” — Bram Otto."""
    colons = [at for at, word in enumerate(sentence) if word.text == ":"]
    for at in colons[:1]:
        source = sources.before_colon(sentence, at)
        if source and at + 1 == len(sentence):
            yield Report(Cue(at, at, ":", Form.COLON), source, (), at + 1)
        elif source and at + 2 == len(sentence) and sentence[at + 1].stretch:
            yield Report(Cue(at, at, ":", Form.COLON), source, (range(at + 1, at + 2),), at + 2)
    if len(sentence) > 2 and sentence[0].stretch and sentence[1].text in {"—", "–", "-"}:
        dash = Cue(1, 1, "—", Form.COLON)
        signed = sources.after(sentence, dash)
        if signed and sentence[signed.stop - 1] is sentence[-1]:
            yield Report(dash, signed, (range(1),), signed.stop)
