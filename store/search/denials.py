"""An accusation stands with its denial: who denies something in the same article."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sqlite_utils import Database as Connection

from store.model import Polarity
from store.visibility import SURE
from store.words import folded, telling

_UNNAMED = "someone who is not named"
_SHORTEST = 4  # letters of a word that can tie two paragraphs together
# what every report is full of: it ties nothing together
_REPORTING = frozenset(
    ("also", "said", "told", "reportedly", "according", "reporter", "spokesman", "spokeswoman")
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with the *paragraph* that it stands in."""

    id: int
    article: int
    speaker: int | None
    polarity: str
    role: str | None
    name: str | None
    paragraph: str

    @property
    def side(self) -> int:
        """What statements of one speaker share; those of nobody known are each on their own."""
        return self.speaker or -self.id


def deniers(db: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """For those of the statements *numbers* whose speaker others in the article deny: who.

    What is denied cannot be told for certain, so it is enough that what the speaker says and
    what is denied are written of in the same words. One who denies too is on the other side.
    """
    wanted = set(numbers)
    found: dict[int, tuple[str, ...]] = {}
    for _, statements in groupby(_beside_denials(db, wanted), attrgetter("article")):
        article = list(statements)
        denials = [said for said in article if said.polarity == Polarity.DENIES]
        names = tuple(dict.fromkeys(said.name or _UNNAMED for said in denials))
        found.update((said.id, names) for said in _denied(article, denials) if said.id in wanted)
    return found


def _beside_denials(db: Connection, numbers: Iterable[int]) -> Iterator[_Said]:
    """All statements of the articles of *numbers*, where there is a denial in them."""
    rows = db.execute(
        f"""
        SELECT statement.id, statement.article, statement.speaker, polarity, role, name,
            substr(text, start + 1, end - start)
        FROM statement JOIN article ON article.id = statement.article
        JOIN span ON span.statement = statement.id AND part = 'context'
        LEFT JOIN alias ON alias.article = statement.article
            AND alias.speaker = statement.speaker AND alias.ordinal = 0
        WHERE {SURE} AND statement.article IN (
                SELECT article FROM statement WHERE polarity = 'denies' AND {SURE} AND article IN (
                    SELECT article FROM statement WHERE id IN (SELECT value FROM json_each(?))
                )
            )
        ORDER BY statement.article, statement.id
        """,  # noqa: S608 -- a condition of our own
        (json.dumps(sorted(numbers)),),
    )
    return (_Said(*row) for row in rows)


def _denied(article: Sequence[_Said], denials: Sequence[_Said]) -> Iterator[_Said]:
    """What those say who deny nothing, where it shares words with the *denials*."""
    about: defaultdict[int, set[str]] = defaultdict(set)
    for said in article:
        about[said.side].update(_stems(said.paragraph))
    names = {stem for said in article for stem in _stems(f"{said.name or ''} {said.role or ''}")}
    denied = {stem for said in denials for stem in _stems(said.paragraph)} - names
    denying = {said.side for said in denials}
    return (said for said in article if said.side not in denying and about[said.side] & denied)


def _stems(text: str) -> set[str]:
    stems = {word.removesuffix("s") for word in telling(folded(text)) if len(word) >= _SHORTEST}
    return stems - _REPORTING
