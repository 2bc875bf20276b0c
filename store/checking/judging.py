"""A quotation and what is on record: the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.checking.candidates import Finding, candidates, elsewhere
from store.checking.comparing import Comparison, compare
from store.checking.editing import Quoted, quoted
from store.checking.framing import tells_so
from store.checking.pasted import Pasted
from store.checking.records import Record, groups, record
from store.checking.speakers import Claim, others, same, surname
from store.checking.splices import spliced
from store.checking.turning import turned
from store.checking.verdicts import Edit, Piece, Standing, Verdict
from store.checking.words import says_no
from store.model import Match
from store.words import telling

# How like the record an altered quotation must be: where the text names the speaker on record,
# where the text or the record names none, and where they differ.
_ALIKE = {True: 0.45, None: 0.55, False: 0.75}
# So many telling words at least a quotation must have whose words stand.
_FEWEST = {True: 0, None: 1, False: 2}


@dataclass(frozen=True, slots=True)
class _Judged:
    """A comparison, whether the text names its speaker, and a "not" that only one side has.

    *claimed* tells that the text has its words in quotation marks.
    """

    comparison: Comparison
    agrees: bool | None
    turned: Piece | None
    claimed: bool

    @property
    def standing(self) -> Standing:
        """How the words stand, whoever said them."""
        if self.turned or self.comparison.standing is Standing.ALTERED:
            return Standing.ALTERED
        reported = self.claimed and self.comparison.reported
        return Standing.REPORTED if reported else self.comparison.standing

    @property
    def rank(self) -> tuple[object, ...]:
        """The better, the higher."""
        stands, verbatim = self.standing is not Standing.ALTERED, self.standing is Standing.VERBATIM
        quoted, agrees = self.standing is not Standing.REPORTED, self.agrees
        likeness = self.comparison.likeness
        return stands, agrees is not False, quoted, verbatim, agrees is True, likeness

    @property
    def counts(self) -> bool:
        """Whether it says anything of the quotation: a few words in common do not."""
        if self.comparison.standing is Standing.ALTERED:
            return self.comparison.likeness >= _ALIKE[self.agrees]
        fewest = 1 if self.comparison.whole else _FEWEST[self.agrees]
        return _telling(self.comparison) >= min(fewest, _FEWEST[self.agrees])

    @property
    def settles(self) -> bool:
        """Whether nothing else on record could say more for the quotation."""
        return self.standing is Standing.VERBATIM and self.agrees is not False


@dataclass(slots=True)
class _Hearing:
    """All that was found so far for one quotation, compared with it."""

    text: str
    pasted: Pasted
    quotation: Quoted
    claim: Claim
    matches: dict[int, Match] = field(default_factory=dict)
    read: dict[tuple[int, ...], _Judged] = field(default_factory=dict)

    def add(self, found: Iterable[Match]) -> None:
        """Compare what was *found*, and what it makes together with what was found before."""
        self.matches |= {match.id: match for match in found}
        for group in groups(self.matches.values()):
            key = tuple(match.id for match in group)
            if key not in self.read:
                self.read[key] = self._judged(record(group))

    def _judged(self, record: Record) -> _Judged:
        pasted = self.pasted
        told = tells_so(self.text, pasted.statement, pasted.spans[0].start)
        negated = pasted.denial is not None
        comparison = compare(record, self.quotation, negated=negated, told=told)
        not_so = turned(comparison, self.text, pasted)
        return _Judged(comparison, same(self.claim, record), not_so, pasted.marked)

    @property
    def best(self) -> _Judged | None:
        """What says most for the quotation."""
        counting = (one for one in self.read.values() if one.counts)
        return max(counting, key=lambda one: one.rank, default=None)


def judge(finding: Finding, text: str, pasted: Pasted, scope: str) -> Verdict:
    """What is on record in *scope* of the quotation *pasted* in *text*."""
    name = surname(pasted.statement)
    bearers = finding.namesakes(name, scope=scope) if name else ()
    claim = Claim(text, pasted.statement, bearers)
    hearing = _Hearing(text, pasted, quoted(text, pasted.spans), claim)
    for found in candidates(finding, hearing.quotation, pasted.speaker, scope):
        hearing.add(found)
        if hearing.best and hearing.best.settles:
            break
    best = hearing.best
    if best and best.standing is not Standing.ALTERED:
        return _verdict(claim, pasted, [best])
    nearest = max(hearing.read.values(), key=lambda one: one.comparison.likeness, default=None)
    for words in nearest.comparison.added if nearest else ():
        hearing.add(elsewhere(finding, words, scope))
    parts = spliced(hearing.quotation, [one.comparison.record for one in hearing.read.values()])
    every = [
        one for part in parts for one in hearing.read.values() if one.comparison.record is part
    ]
    return _verdict(claim, pasted, every or ([best] if best else []))


def _telling(comparison: Comparison) -> int:
    """How many words that tell something were kept; a bare "nothing" is in many sentences."""
    kept = tuple(step.word.key for step in comparison.steps if step.edit is Edit.KEPT)
    return len(set(telling(kept)) - set(says_no(kept)))


def _verdict(claim: Claim, pasted: Pasted, judged: Sequence[_Judged]) -> Verdict:
    """The verdict by what was *judged* to be the record, or of several the first."""
    if not judged:
        return Verdict(pasted.spans, Standing.NOT_FOUND, claim.named)
    first = judged[0]
    another = first.agrees is False
    stands = first.standing is not Standing.ALTERED
    pieces = first.comparison.pieces(claim.text)
    return Verdict(
        quotation=pasted.spans,
        standing=Standing.ANOTHER_SPEAKER if another and stands else first.standing,
        speaker=claim.named,
        matches=tuple({m.id: m for one in judged for m in one.comparison.record.matches}.values()),
        pieces=(first.turned, *pieces) if first.turned else pieces,
        another=another,
        others=others(claim, first.comparison.record) if first.agrees else (),
        out_of_context=first.comparison.out_of_context,
    )
