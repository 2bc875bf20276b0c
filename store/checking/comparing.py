"""A quotation held against one record: which words were kept, and whether it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from store.checking import contractions
from store.checking.aligning import aligned
from store.checking.editing import Quoted
from store.checking.framing import lost
from store.checking.placing import placed
from store.checking.records import Record, Said
from store.checking.steps import Step
from store.checking.verdicts import Edit, Piece, Standing
from store.checking.words import says_no
from store.words import STOP_WORDS

_RUN, _RUNS = 3, 4  # words, and runs of them at most
_SENTENCE = 3  # words that a phrase which many use seldom has
_CHANGES = (Edit.DROPPED, Edit.ADDED)
_TELLS = 3  # how much more than a stop word any other word tells


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a quotation differs from a record; *likeness* runs from 0 to 1."""

    record: Record
    steps: tuple[Step, ...]
    standing: Standing
    likeness: float
    out_of_context: bool = False
    """Whether it lost words that tell that it is another's, or not so."""

    @property
    def stands(self) -> bool:
        """Whether none of its words was altered."""
        return self.standing is not Standing.ALTERED

    @property
    def whole(self) -> bool:
        """Whether all is quoted that somebody said in some words of their own."""
        quoted = not self.reported and self.standing is Standing.VERBATIM
        return quoted and len(self.steps) >= _SENTENCE

    @property
    def reported(self) -> bool:
        """Whether some of the words kept are the article's, outside of its quotation marks."""
        return any(s.said.mark == 0 for s in self.steps if s.said and s.edit is Edit.KEPT)

    @property
    def added(self) -> list[list[str]]:
        """The runs of words that are not in the record, as far as they may be from another."""
        runs = groupby(self.steps, key=lambda step: step.edit is Edit.ADDED)
        found = [[step.word.key for step in run] for added, run in runs if added]
        return [keys for keys in found if len(keys) >= _RUN][:_RUNS]

    def pieces(self, pasted: str) -> tuple[Piece, ...]:
        """What was kept and what was not, in slices of the article and of the text *pasted*."""
        runs = groupby(enumerate(self.steps), key=_run)
        parts = [[step for _, step in numbered] for _, numbered in runs]
        return tuple(
            Piece(
                edit=first.edit,
                words=(self.record.text if first.said else pasted)[
                    first.word.span.start : last.word.span.end
                ],
            )
            for first, last in ((part[0], part[-1]) for part in parts)
        )


def compare(
    record: Record, quotation: Quoted, *, negated: bool = False, told: bool = False
) -> Comparison:
    """How *quotation* stands against *record*.

    It is *negated* where a "not" leads up to it in the text, and is *told* where other words there
    say that it is another's or not so.
    """
    before, quoted, after = _parted(placed(record, quotation) or aligned(record, quotation))
    here = [step.said for step in quoted if step.said]
    if not here:
        return Comparison(record, tuple(quoted), Standing.ALTERED, 0.0)
    before = [step for step in before if _near(step, here[0])]
    after = [step for step in after if _near(step, here[-1])]
    likeness = _likeness(quoted)
    steps = _with_lost_noes([*before, *quoted, *after], here, negated=negated)
    frames = set() if told or negated else _lost(record, steps)
    steps = [_altered(step) if step.said and step.said.number in frames else step for step in steps]
    marks = {said.mark for said in here}
    if 0 not in marks:  # where the article quotes no more than that, nothing was left out
        steps = [
            s for s in steps if s.edit is not Edit.LEFT_OUT or (s.said and s.said.mark in marks)
        ]
    return Comparison(record, tuple(steps), _standing(steps), likeness, bool(frames))


def _parted(steps: Sequence[Step]) -> tuple[list[Step], list[Step], list[Step]]:
    """What is left out before the words quoted, those, and what is left out after them."""
    quoted = [at for at, step in enumerate(steps) if step.edit is not Edit.LEFT_OUT]
    if not quoted:
        return [], [], []
    first, end = quoted[0], quoted[-1] + 1
    return list(steps[:first]), list(steps[first:end]), list(steps[end:])


def _near(step: Step, quoted: Said) -> bool:
    """Whether *step* is in the sentence quoted from, or a "no" of its own right beside it."""
    if step.said is None or step.said.sentence == quoted.sentence:
        return True
    return abs(step.said.number - quoted.number) == 1 and _says_no(step)


def _with_lost_noes(
    steps: Sequence[Step], here: Sequence[Said], *, negated: bool
) -> Sequence[Step]:
    """*steps* where a clause that lost its "not" is altered, whatever an editor's mark says.

    *here* is what is quoted. Where *negated*, what stands before it is not lost: the text has
    a "not" of its own there.
    """
    clauses = {step.said.clause for step in steps if step.said and step.edit is Edit.KEPT}
    lost = set()
    for step in steps:
        said = step.said
        if not said or step.edit is not Edit.LEFT_OUT or not _says_no(step):
            continue
        beside = said.number in (here[0].number - 1, here[-1].number + 1)
        at_home = said.sentence in (here[0].sentence, here[-1].sentence)
        spoken = negated and said.number < here[0].number
        if not spoken and (said.clause in clauses or (beside and at_home)):
            lost.add(said.clause)
    return [_altered(step) if step.said and step.said.clause in lost else step for step in steps]


def _lost(record: Record, steps: Sequence[Step]) -> set[int]:
    """The words left out that tell that what was kept is another's, or not so."""
    left_out = {step.said.number for step in steps if step.said and step.edit is Edit.LEFT_OUT}
    found: set[int] = set()
    for before, step in pairwise((None, *steps)):
        cut = before is None or before.edit is Edit.LEFT_OUT
        if cut and step and step.said and step.edit is Edit.KEPT:
            found |= lost(record, step.said, left_out)
    return found


def _altered(step: Step) -> Step:
    return replace(step, edit=Edit.DROPPED) if step.edit is Edit.LEFT_OUT else step


def _run(numbered: tuple[int, Step]) -> tuple[object, ...]:
    """What is the same for words that go on one after another."""
    at, step = numbered
    return (step.edit, step.said.piece, at - step.said.number) if step.said else (step.edit,)


def _says_no(step: Step) -> bool:
    return bool(says_no((step.word.key,)))


def _keys(steps: Iterable[Step], edit: Edit) -> list[str]:
    return [step.word.key for step in steps if step.edit is edit]


def _standing(steps: Iterable[Step]) -> Standing:
    edits = {step.edit for step in steps}
    if edits & {Edit.DROPPED, Edit.ADDED}:
        return Standing.ALTERED
    return Standing.PARTIAL if edits & {Edit.LEFT_OUT, Edit.REPLACED} else Standing.VERBATIM


def _likeness(steps: Iterable[Step]) -> float:
    """The share of words kept, each as much as it tells, of all that stand here or there.

    What is only contracted, or not, is kept for the most part.
    """
    weight = dict.fromkeys(Edit, 0)
    for is_change, run in groupby(steps, key=lambda step: step.edit in _CHANGES):
        changed = list(run)
        spelt = is_change and contractions.same(*(_keys(changed, edit) for edit in _CHANGES))
        for step in changed:
            edit = Edit.KEPT if spelt else step.edit
            weight[edit] += 1 if step.word.key.replace("'", "") in STOP_WORDS else _TELLS
    altered = max(weight[Edit.DROPPED], weight[Edit.ADDED])
    return weight[Edit.KEPT] / max(weight[Edit.KEPT] + altered, 1)
