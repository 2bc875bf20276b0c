"""Whether quotations made by rules from what is on record get the right verdict.

    python benchmarks/checking.py [--seed 1] [--wrong]

Every fifth of the project's own articles (seeds/ and those of the tests) is kept out, the others
are loaded. From their statements of six words or more quotations are made by the rules in
misquoting.py: as they stand, altered, put together, given to others; what nobody on record said
is taken from the articles kept out. Each is pasted bare (unless it has marks inside), in marks, or
in a sentence that names who said it, where a person with a full name did. What the article reports
in its own words is only reported, where it is pasted in marks. Ends in 1 where a bar is
missed; --wrong shows what was judged wrongly.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bars import ONE_THREAD, holds

os.environ.update(ONE_THREAD)

import misquoting as made
from misquoting import INVENTED, LEAST, Given, Rule, Said, has_marks

from store.checking import Standing
from store.extraction import extract
from store.labels import labelled
from store.model import Article, Kind, Polarity, SpeakerKind, Statement
from store.store import Extractor, Store
from store.visibility import sure

PROJECT = Path(__file__).resolve().parents[1]
EACH = 60  # quotations of a kind, where there are as many
KEPT_OUT = 5  # one article of so many


def bare(words: str, _speaker: str) -> str:
    """A sentence by itself."""
    return words


def in_marks(words: str, _speaker: str) -> str:
    """What stands in marks by itself; marks inside become single ones."""
    opened = re.sub(r"[“„«]|\"(?=\w)", "‘", words)
    inside = re.sub(r"[”»\"]", "’", opened)
    return f"“{inside}”"


def draft(words: str, speaker: str) -> str:
    """A sentence that says who said it, between two that say nothing of it."""
    told = in_marks(words.rstrip(" .,"), speaker)
    return f"The harbour opened at nine. {speaker} said: {told[:-1]}.” Nobody minded the rain."


def draft_after(words: str, speaker: str) -> str:
    """A sentence that says afterwards who said it."""
    return f"{in_marks(words.rstrip(' .,'), speaker)[:-1]},” {speaker} said on Tuesday."


Frame = Callable[[str, str], str]
ALONE, DRAFTS = (bare, in_marks), (draft, draft_after)
_ALTERED, _PARTIAL = Standing.ALTERED, Standing.PARTIAL


@dataclass(frozen=True, slots=True)
class Making:
    """How quotations of one kind are made, and their right verdict."""

    rule: Rule
    right: Standing
    frames: Sequence[Frame] = (*ALONE, *DRAFTS)
    from_kept_out: bool = False
    by_another: bool = False


KINDS = {
    "verbatim": Making(made.verbatim, Standing.VERBATIM),
    "verbatim, retyped": Making(made.retyped, Standing.VERBATIM),
    "a fragment": Making(made.fragment, _PARTIAL),
    "words elided": Making(made.elided, _PARTIAL),
    "a word in brackets": Making(made.bracketed, _PARTIAL),
    "one word changed": Making(made.one_word_changed, _ALTERED),
    "a “not” dropped": Making(made.no_dropped, _ALTERED),
    "a “not” added": Making(made.no_added, _ALTERED),
    "a number changed": Making(made.number_changed, _ALTERED),
    "a name changed": Making(made.name_changed, _ALTERED),
    "another name in brackets": Making(made.name_bracketed, _ALTERED),
    "a contraction spelt out": Making(made.spelt_out, _ALTERED),
    "spliced from two": Making(made.spliced, _ALTERED),
    "another speaker": Making(made.verbatim, Standing.ANOTHER_SPEAKER, DRAFTS, by_another=True),
    "invented": Making(made.invented, Standing.NOT_FOUND, from_kept_out=True),
    "invented, well begun": Making(made.well_begun, Standing.NOT_FOUND, from_kept_out=True),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation that was made, and the verdicts on the text that it was pasted in."""

    kind: str
    text: str
    wanted: Standing
    told: tuple[Standing, ...]

    @property
    def right(self) -> bool:
        """Whether there is one verdict, and the right one."""
        return self.told == (self.wanted,)


def run(seed: int, extractor: Extractor = extract) -> list[Checked]:
    """Quotations of every kind, checked against a store of the project's own articles."""
    articles = _articles()
    kept_out = articles[KEPT_OUT - 1 :: KEPT_OUT]
    unsaid = [one for article in kept_out for one in _said(article, extractor(article))]
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder, "checking.db"), extractor=extractor) as store,
    ):
        there = [article for article in articles if article not in kept_out]
        loaded = [store.load(article, by="benchmark") for article in there]
        on_record = [one for load in loaded for one in _said(load.article, load.statements)]
        return [
            Checked(kind, text, wanted, tuple(verdict.standing for verdict in store.check(text)))
            for kind in KINDS
            for text, wanted in _made(kind, on_record, unsaid, seed)
        ]


def _articles() -> list[Article]:
    """The project's own: the seeds and those of the tests."""
    found = [Article(path.read_text("utf-8")) for path in sorted(PROJECT.glob("seeds/*.txt"))]
    for path in sorted(PROJECT.glob("tests/store/extraction/genres/*.jsonl")):
        rows = map(json.loads, path.read_text("utf-8").splitlines())
        found += [Article(row["text"], title=row["title"]) for row in rows]
    return found


def _said(article: Article, statements: Iterable[Statement]) -> Iterator[Said]:
    """What is long enough; a denial is no quotation of what was denied."""
    for one in filter(sure, statements):
        words = " ".join(span.of(article.text) for span in one.content)
        person = one.speaker and one.speaker.kind is SpeakerKind.PERSON and " " in one.speaker.name
        if len(words.split()) >= LEAST and one.polarity is Polarity.ASSERTS:
            quoted = one.kind is Kind.DIRECT or labelled(article.text, one)
            yield Said(words, one.speaker.name if one.speaker and person else None, quoted)


def _made(
    kind: str, on_record: Sequence[Said], kept_out: Sequence[Said], seed: int
) -> Iterator[tuple[str, Standing]]:
    """Texts with a quotation of *kind* and the right verdict, each from another statement.

    They are always the same ones. What an article only reports is no quotation in marks.
    """
    making = KINDS[kind]
    chance = random.Random(f"{seed} {kind}")  # noqa: S311 - nothing to keep secret
    material = list(on_record)
    chance.shuffle(material)
    others = kept_out if making.from_kept_out else on_record
    count = 0
    for one in material:
        words = making.rule(one, Given([other for other in others if other is not one], chance))
        frame = making.frames[count % len(making.frames)]
        speaker = chance.choice(INVENTED) if making.by_another else one.speaker
        nobodys = one.speaker is None and frame in DRAFTS
        if words is None or nobodys or (frame is bare and has_marks(words)):
            continue
        count += 1
        stands = making.right in (Standing.VERBATIM, _PARTIAL)
        reported = stands and not one.quoted and frame is not bare
        yield frame(words, speaker or ""), Standing.REPORTED if reported else making.right
        if count == EACH:
            return


def main() -> int:
    """Print how many of each kind were judged rightly; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seed", type=int, default=1, help="other quotations for each")
    parser.add_argument("--wrong", action="store_true", help="show what was judged wrongly")
    arguments = parser.parse_args()
    checked = run(arguments.seed)
    for kind in KINDS:
        of_kind = [one for one in checked if one.kind == kind]
        told = Counter(", ".join(one.told) or "nothing" for one in of_kind)
        verdicts = "; ".join(f"{verdict} {count}" for verdict, count in told.most_common())
        print(f"{kind:24} {sum(one.right for one in of_kind):4} of {len(of_kind):3}   {verdicts}")
    if arguments.wrong:
        print(
            *(f"{one.kind}: {one.text!r}: {one.told}" for one in checked if not one.right), sep="\n"
        )
    return 0 if all([*_held(checked)]) else 1


def _held(checked: Sequence[Checked]) -> Iterator[bool]:
    right = 100 * sum(one.right for one in checked) / len(checked)
    yield holds("checks_made", len(checked))
    yield holds("percent_right_verdicts", right)
    yield holds("dropped_noes_passed", passed(checked))


def passed(checked: Iterable[Checked]) -> int:
    """How many quotations that lost a "not" were called verbatim."""
    lost = [one for one in checked if one.kind == "a “not” dropped"]
    return sum(Standing.VERBATIM in one.told for one in lost)


if __name__ == "__main__":
    sys.exit(main())
