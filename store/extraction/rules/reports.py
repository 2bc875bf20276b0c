"""Who is reported to say what within one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from store.extraction.languages import en
from store.extraction.outlets import is_outlet, relayer
from store.extraction.rules import contents, irreal, sources
from store.extraction.rules.cues import Cue, Form, cues, tells_of
from store.extraction.rules.reading import Report, after_colon, clause_follows, read
from store.extraction.sentences import Sentence

_OWN = en.PRONOUNS | en.RELATIVES


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
    return told or list(after_colon(sentence))


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
        report = read(sentence, cue, since, end, told)
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
        adjoins = source.start == report.cue.last + 1 and not clause_follows(sentence, cue)
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
            told = read(sentence, cue, content.start, content.stop, [])
            by = relayer(sentence, source.start)
            outlet = by and is_outlet(sentence[by.start : by.stop])
            return told if told and told.contents and outlet else None
    return None
