"""Who is reported to say what within one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.extraction.languages import en
from store.extraction.outlets import is_outlet, relayer
from store.extraction.phrases import before_adverbs
from store.extraction.rules import contents, irreal, sources
from store.extraction.rules.cues import Cue, Form, cues, hearing, tells_of
from store.extraction.sentences import Sentence

_OWN = en.PRONOUNS | en.RELATIVES


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its source and contents, as word numbers of one sentence.

    No contents: what the cue reports stands in another sentence, if anywhere.
    """

    cue: Cue
    source: range | None
    contents: tuple[range, ...]
    end: int  # the number of the word after all of it


def reports(sentence: Sentence) -> list[Report]:
    """What *sentence* reports; "according to" and a colon count where no verb reports.

    A question about what somebody said reports nothing.
    """
    if irreal.asks(sentence):
        return []
    found = [(cue, sources.before(sentence, cue, 0)) for cue in cues(sentence)]
    verbs = [cue for cue, _ in found if cue.form is not Form.ACCORDING]
    told = _in_turn(sentence, verbs, found)
    if not any(report.contents for report in told):
        according = [(cue, source) for cue, source in found if cue.form is Form.ACCORDING]
        told = _in_turn(sentence, [cue for cue, _ in according], according) or told
    return told or list(_after_colon(sentence))


def _in_turn(
    sentence: Sentence, chosen: Sequence[Cue], found: Sequence[tuple[Cue, range | None]]
) -> list[Report]:
    """One report for each of the *chosen* cues that does not stand inside another's content."""
    told: list[Report] = []
    hidden = 0  # where the words end that somebody else only tells of
    for cue in chosen:
        since = max(hidden, max((one.end for one in told if one.contents), default=0))
        if cue.first < since:
            continue
        end = contents.limit(
            sentence, cue, ((one, by) for one, by in found if one.first > cue.last)
        )
        report = _READ[cue.form](sentence, cue, since, end, told)
        if not report:
            continue
        passed_on = _passed_on(sentence, report, found)
        if passed_on or not _relays(sentence, report, found):
            told.append(passed_on or report)
        else:
            hidden = report.end
    return told


def _relays(sentence: Sentence, report: Report, found: Sequence[tuple[Cue, range | None]]) -> bool:
    """Whether words in marks are another's whom the source only tells of.

    "Otto told them Smith said: “No.”", "“No,” Otto said Smith told him."
    """
    if _leads(report) and tells_of(sentence, report.cue.last + 1):
        return True
    for cue, source in found:
        if not source or source.start <= report.cue.last or sentence[source.start].key in _OWN:
            continue
        adjoins = source.start == report.cue.last + 1 and not _clause_follows(sentence, cue)
        if adjoins and _leads(report):
            return True
        after = cue.last + 1
        after += after < len(sentence) and sentence[after].text in {":", ","}
        quoted = after < len(sentence) and bool(sentence[after].stretch)
        if quoted and any(source.start <= one.start < source.stop for one in report.contents):
            return True
    return False


def _leads(report: Report) -> bool:
    """Whether the cue follows its source and both follow the words: “No,” Otto said."""
    if not report.contents or not report.source:
        return False
    return report.contents[0].start < report.source.start < report.cue.first


def _passed_on(
    sentence: Sentence, report: Report, found: Sequence[tuple[Cue, range | None]]
) -> Report | None:
    """The report that is all an outlet's report holds: "CNN reported that Smith said …".

    A person who tells what another said keeps it: "Otto said Smith told him …" is Otto's word.
    """
    for cue, source in found:
        if not source or cue.form is not Form.FINITE or len(report.contents) != 1:
            continue
        content = report.contents[0]
        inner = source.start == content.start and cue.first < content.stop
        if inner and sentence[source.start].key not in en.PRONOUNS:
            told = _finite(sentence, cue, content.start, content.stop, [])
            by = relayer(sentence, source.start)
            outlet = by and is_outlet(sentence[by.start : by.stop])
            return told if told and told.contents and outlet else None
    return None


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
    if not cue.labels and not _clause_follows(sentence, cue):
        lead = contents.quoted_before(sentence, begin, since)
        if not lead and not source:
            lead = contents.clause_before(sentence, begin, since)
        speaks = source or sources.after(sentence, cue)
        if lead and (not speaks or irreal.is_condition(sentence, lead)):
            lead = None
        around = speaks and not source and _around(sentence, range(begin, speaks.stop), since, end)
        if around:
            return Report(cue, speaks, around, around[1].stop)
        if lead:
            return _interrupted(sentence, cue, speaks, lead, end)
    if not source and begin and sentence[begin - 1].key in en.CONJUNCTIONS:
        source = _same_source(sentence, cue, told)
    return _forward(sentence, cue, source, since, end) if source else None


def _inverts(sentence: Sentence, begin: int) -> bool:
    """Whether the source at *begin* is that of a condition: "Had Smith said so, …"."""
    return begin == 1 and sentence[0].key in en.INVERTED


def _around(sentence: Sentence, torn: range, since: int, end: int) -> tuple[range, range] | None:
    """Both sides of what stands inside a clause: "The plan, said Smith, is not ours."."""
    goes_on = torn.stop + 1 < end and sentence[torn.stop + 1].key in en.FINITE | {"that", "not"}
    return contents.parenthesis(sentence, torn, since, end) if goes_on else None


def _clause_follows(sentence: Sentence, cue: Cue) -> bool:
    """Whether the content can only stand after the cue: "said that", "Smith, who said"."""
    after = sentence[cue.last + 1] if cue.last + 1 < len(sentence) else None
    that = after is not None and (after.key == "that" or after.text == ":")
    before = before_adverbs(sentence, cue.first) - 1
    return that or (before >= 0 and sentence[before].key in en.RELATIVES)


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
    content = contents.content_after(sentence, cue, cue.last + 1, end)
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


_READ = {Form.FINITE: _finite, Form.PARTICIPLE: _participle, Form.ACCORDING: _according}


def _after_colon(sentence: Sentence) -> Iterator[Report]:
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
