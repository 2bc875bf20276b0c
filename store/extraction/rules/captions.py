"""Quotations with a line above or below that only names: vox pops, panels, pull quotes.

"“It is shut.”" over "— Ada Birch, 44"; "Ada Birch, baker:" over "“It is shut.”"; and, where lines
and quotations take turns, "Ada Birch, 44" on the side on which the first of them begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.paragraphs import trimmed
from store.model import Quotation, Span

_MORE = r"(?P<more>(?:,[^\n:“”\"]{1,100}| ?\([^\n)]{1,60}\))*)"
# "- Ada Birch", "— Bram Otto, Dunmore": a dash, a name, then what else there is about them.
_DASHED = re.compile(
    rf"(?P<dash>[-–—―~]{{1,2}}) ?(?P<name>[A-Z@][^,;:–—\n()“”\"]{{1,60}}?)\.?{_MORE}\.?"
)
# A name and a description, with or without a colon: "From Chairwoman Odette Marsh:" is one.
_PLAIN = re.compile(rf"(?:From )?(?P<name>{en.NAMED}){_MORE}(?P<end>[.:]?)")
_AGED = re.compile(r", (?:both )?\d{1,3}\b")
_BULLET = re.compile(r"(?:[•▪◦·*-]|\d{1,2}[.)]) ?")
_CLOSING = "”\"'’»"
_LONGEST_NAME = 6  # words, a title among them
_MOST = 40  # paragraphs of one quotation
_LONGEST = 120  # characters of a line that names
_SENTENCE = 5  # the fewest words in marks that a name beside them signs: fewer are a title
_VERBS = en.FINITE | en.CUES.keys()


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Paragraphs with nothing but words in marks, from the *first* to the *last*."""

    first: int
    last: int
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph that names whoever says what stands *before* or *after* it, if it tells which."""

    said: Quotation  # without its words yet
    before: bool = False
    after: bool = False
    bare: bool = False  # nothing but a name, as a heading may be


_Run = list[_Quoted | _Line]


def captioned(document: Document) -> dict[int, Quotation]:
    """What the quotations say that a line, or the end of one, names somebody for."""
    found = dict(_signed_beside(document))
    for run in _runs(document):
        for line, quoted in _paired(run):
            one = replace(line.said, content=quoted.content)
            found |= dict.fromkeys(range(quoted.first, quoted.last + 1), one)
    return found


def _runs(document: Document) -> Iterator[_Run]:
    """Lines that name and quotations, as long as nothing else stands between them."""
    run: _Run = []
    at = 0
    while at < len(document.paragraphs):
        one = _quoted(document, at) or _line(document, at)
        if one:
            run.append(one)
        elif run:
            yield run
            run = []
        at = one.last + 1 if isinstance(one, _Quoted) else at + 1
    yield run


def _quoted(document: Document, at: int) -> _Quoted | None:
    """The quotation that begins with paragraph *at*, and those that it runs on over."""
    content: list[Span] = []
    for number in range(at, min(at + _MOST, len(document.paragraphs))):
        span = document.paragraphs[number].span
        stretch = document.stretch_at(span.start)
        if not stretch or stretch.whole != span:
            break
        content.append(stretch.inside)
        if not stretch.runs_on:
            return _Quoted(at, number, tuple(content))
    return None


def _line(document: Document, at: int) -> _Line | None:
    span = document.paragraphs[at].span
    if span.end - span.start > _LONGEST:
        return None
    if _closes(document, at):
        return _Line(Quotation((), (), (Span(span.start, span.end - 1),)), before=True)
    dashed = _DASHED.fullmatch(document.text, span.start, span.end)
    if dashed and len(dashed["name"].split()) <= _LONGEST_NAME:
        return _Line(_said_by(dashed, "dash"), before=True)
    plain = _PLAIN.fullmatch(document.text, span.start, span.end)
    if not plain or not _is_somebody(plain):
        return None
    ended = plain["end"] == ":"
    said = _said_by(plain, "end" if ended and " " in plain["name"] else "")
    return _Line(said, after=ended, bare=not plain["more"])


def _said_by(line: re.Match[str], cue: str = "") -> Quotation:
    """Whose words the name in *line* signs, its group *cue* as the cue."""
    cues = (Span(*line.span(cue)),) if cue else ()
    return Quotation((), cues, (Span(*line.span("name")),))


def _closes(document: Document, at: int) -> bool:
    """Whether a line names within the marks of the words above it: “Never.⏎Ada Birch, baker”."""
    span = document.paragraphs[at].span
    line = span.of(document.text)
    if (
        not at
        or line[-1] not in _CLOSING
        or not line[0].isupper()
        or document.stretch_at(span.start)
    ):
        return False
    above = document.stretch_at(document.paragraphs[at - 1].span.end - 1)
    opened = above is not None and not above.closed and not above.runs_on
    return opened and _VERBS.isdisjoint(line.strip(_CLOSING).lower().split())


def _is_somebody(line: re.Match[str]) -> bool:
    """Whether a line that has the form of a name and its description may be one."""
    name, more = line["name"].lower().replace("’", "'").split(), line["more"].lower().split()
    if name[0] in en.CUES or not en.NO_SPEAKERS.isdisjoint((name[0], name[-1])):
        return False
    if line["end"] != ":" and not _VERBS.isdisjoint(more):
        return False
    return len(name) > 1 or bool(_AGED.match(line["more"]))


def _paired(run: _Run) -> Iterator[tuple[_Line, _Quoted]]:
    """The lines of *run* with their quotations; where no line tells, the ends of the run do."""
    undecided = [one for one in run if isinstance(one, _Line) and not (one.before or one.after)]
    above = len(undecided) > 1 and isinstance(run[0], _Line) and isinstance(run[-1], _Quoted)
    below = bool(run) and isinstance(run[0], _Quoted)
    for one, other in pairwise(run):
        if isinstance(one, _Line) and isinstance(other, _Quoted):
            if one.after or (above and not one.before):
                yield one, other
        elif isinstance(one, _Quoted) and isinstance(other, _Line):
            signs = below and (not other.bare or len(undecided) > 1)
            if other.before or (signs and not other.after):
                yield other, one


def _signed_beside(document: Document) -> Iterator[tuple[int, Quotation]]:
    """The quotations that a dash and a name end the paragraph of: "“I saw it” – Kit Osei"."""
    for number, paragraph in enumerate(document.paragraphs):
        text, span = document.text, paragraph.span
        bullet = _BULLET.match(text, span.start, span.end)
        stretch = document.stretch_at(bullet.end() if bullet else span.start)
        rest = stretch and trimmed(text, stretch.whole.end, span.end)
        if not stretch or not rest or len(stretch.inside.of(text).split()) < _SENTENCE:
            continue
        signed = _DASHED.fullmatch(text, rest.start, rest.end)
        if signed and re.fullmatch(en.NAMED, signed["name"]):
            yield number, replace(_said_by(signed, "dash"), content=(stretch.inside,))
