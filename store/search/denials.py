"""An accusation stands with its denial: who denies something in the same article."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database as Connection

from store.model import Polarity
from store.records import Kept, kept
from store.words import folded, telling

_SHORTEST = 4  # letters of a word that can tie two paragraphs together
# what every report is full of: it ties nothing together
_REPORTING = frozenset(
    ("also", "said", "told", "reportedly", "according", "reporter", "spokesman", "spokeswoman")
)


def deniers(db: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """For those of the statements *numbers* whose speaker others in the article deny: who.

    What is denied cannot be told for certain, so it is enough that what the speaker says and
    what is denied are written of in the same words. One who denies too is on the other side.
    """
    wanted = set(numbers)
    articles: defaultdict[int, list[Kept]] = defaultdict(list)
    for statement in kept(db, _beside(db, wanted)).values():
        articles[statement.article_id].append(statement)
    found = {}
    for statements in articles.values():
        denials = [s for s in statements if s.statement.polarity is Polarity.DENIES]
        names = tuple(dict.fromkeys(name for s in denials if (name := _name(s))))
        for said in _answered(statements, denials):
            if said.id in wanted and names:
                found[said.id] = names
    return found


def _beside(db: Connection, numbers: Iterable[int]) -> list[int]:
    """All statements of the articles of *numbers*, where there is a denial in them."""
    rows = db.execute(
        """
        SELECT id FROM statement
        WHERE article IN (
                SELECT article FROM statement WHERE id IN (SELECT value FROM json_each(?))
            )
            AND article IN (SELECT article FROM statement WHERE polarity = 'denies')
        ORDER BY id
        """,
        (json.dumps(sorted(numbers)),),
    )
    return [row[0] for row in rows]


def _answered(statements: Sequence[Kept], denials: Sequence[Kept]) -> Iterable[Kept]:
    """What those say who deny nothing, where it shares words with the *denials*."""
    names = frozenset(stem for s in statements for stem in _stems(_name(s) or ""))
    denying = {_name(s) for s in denials}
    denied = _about(denials) - names
    for speaker, said in _by_speaker(statements).items():
        if speaker not in denying and (_about(said) - names) & denied:
            yield from said


def _by_speaker(statements: Sequence[Kept]) -> Mapping[str | None, Sequence[Kept]]:
    found: defaultdict[str | None, list[Kept]] = defaultdict(list)
    for statement in statements:
        found[_name(statement)].append(statement)
    return found


def _about(statements: Sequence[Kept]) -> frozenset[str]:
    """The words of the paragraphs around *statements* that say what they are about."""
    around = {s.statement.context.of(s.article.text) for s in statements}
    return frozenset(stem for text in around for stem in _stems(text))


def _stems(text: str) -> Iterable[str]:
    for word in telling(folded(text)):
        if len(word) >= _SHORTEST and word not in _REPORTING:
            yield word.removesuffix("s").removesuffix("ied").removesuffix("y")


def _name(statement: Kept) -> str | None:
    speaker = statement.statement.speaker
    return speaker.name if speaker else None
