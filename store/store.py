"""The store: what the bot may ask of this room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from sqlite_utils import Database as Connection

from store import asked, checking, lineage, loads, origins, search
from store.characters import storable
from store.corrections import Corrections, Posted
from store.database import Database
from store.errors import UnreadableArticle
from store.extraction import extract
from store.feeds import Feeds
from store.lately import Lately
from store.links import canonical
from store.loads import Loading
from store.model import Article, Holdings, Loaded, Match, Person, Query, Statement
from store.revisions import arriving, places
from store.revisions.desk import Revisions
from store.search import denials, namesakes, offered
from store.search.known import Known
from store.settings import Settings
from store.visibility import REPLACED, SURE

_NO_NAMES: Mapping[str, str] = MappingProxyType({})
Extractor = Callable[[Article], Sequence[Statement]]


class Store:
    """Articles, the statements in them and who said those, in one file.

    *outlet_names* are its admin's names of outlets by domain, for whoever reads articles for it.
    May be used from many threads and processes at once: a question never waits for a load.
    Every error is a `StoreUnavailable`, but for articles that cannot be stored.
    """

    def __init__(
        self,
        path: Path,
        *,
        extractor: Extractor = extract,
        opened: Callable[[Path], Database] = Database,
        outlet_names: Mapping[str, str] = _NO_NAMES,
    ) -> None:
        self.path = path
        self.outlet_names = dict(outlet_names)  # goes to other processes
        self._database = opened(path)
        self._extract = extractor
        self.corrections = Corrections(self._database)
        self.posted = Posted(self._database)
        self.revisions = Revisions(self._database)
        self.settings = Settings(self._database)
        self.lately = Lately(self._database)
        self.feeds = Feeds(self._database)

    @classmethod
    def to_read(cls, path: Path) -> Self:
        """The store at *path* for questions: it is not made, and may be one that is only read."""
        return cls(path, opened=Database.to_read)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file for every thread."""
        self._database.close()

    def load(
        self,
        article: Article,
        *,
        by: str,
        scope: str = "",
        statements: Sequence[Statement] | None = None,
        origin: str = "",
    ) -> Loaded:
        """Store *article* and its statements: all of it, or on any error nothing.

        Those that extraction is too unsure of are kept but never shown. What *scope* has on record
        already is not stored again; a later version takes the place of the one before, which is
        kept out of sight: `revisions` tells how. *statements* are those of the article where
        another process extracted them; without them they are extracted here. What it was read from,
        its *origin*, is remembered for `has_loaded`.
        """
        article, by = _storable(article), storable(by)
        if statements is None and self.lacks(article, scope=scope):
            statements = self._extract(article)
        with self._database.writing() as db:
            load = Loading(scope, datetime.now(UTC), by)
            article = places.placed(db, article, scope)
            plan = arriving.planned(db, article, scope)
            if plan.adds and statements is None:  # what was there was withdrawn just now
                statements = self._extract(article)
            origins.keep(db, origin, scope)
            number, loaded = arriving.arrive(db, article, plan, statements or (), load)
            loads.note(db, load, article.file, loaded.came, number)
            return loaded

    def lacks(self, article: Article, *, scope: str = "") -> bool:
        """Whether the statements of *article* are needed to load it; raises UnreadableArticle."""
        article = _storable(article)
        with self._database.reading() as db:
            return arriving.planned(db, places.placed(db, article, scope), scope).adds

    def has_loaded(self, origin: str, *, scope: str = "") -> bool:
        """Whether an article was loaded from *origin*, whatever became of it since."""
        with self._database.reading() as db:
            return origins.is_loaded(db, origin, scope)

    def failed(self, name: str, reason: str, *, by: str, scope: str = "", origin: str = "") -> None:
        """Note that *name* could not be loaded, and why; what is tried again fails but once."""
        with self._database.writing() as db:
            if origins.keep(db, origin, scope, reason):
                loading = Loading(scope, datetime.now(UTC), by)
                loads.note(db, loading, name, loads.FAILED, reason=reason)

    def search(self, query: Query, *, limit: int | None = None) -> tuple[Match, ...]:
        """What *query* asks for, best first, variants folded; only what is worth showing.

        Without a *limit* it is all there is.
        """
        with self._database.reading() as db:
            return search.search(db, query, limit=limit)

    def nearest(self, query: Query, *, limit: int = 3) -> tuple[Match, ...]:
        """What comes nearest, where `search` found nothing: never the answer itself."""
        with self._database.reading() as db:
            return search.nearest(db, query, limit=limit)

    def versions(self, number: int, *, scope: str = "") -> tuple[Match, ...]:
        """The statement with the id *number* and all that repeats it, first seen first.

        None where *scope* does not see it, or where it is not shown. Of an article that has a
        later version it is the statement there.
        """
        with self._database.reading() as db:
            return search.versions(db, lineage.now(db, number, scope), scope)

    def at_address(self, url: str, *, scope: str = "") -> tuple[Match, ...]:
        """The statements of the article at *url*, in its order, however the address was shared.

        None where *scope* has no such article. Of several it is the one that was loaded last.
        """
        address = canonical(url)
        if address is None:
            return ()
        with self._database.reading() as db:
            return search.at_address(db, address, scope)

    def check(self, text: str, *, scope: str = "") -> tuple[checking.Verdict, ...]:
        """A verdict on every quotation in *text*, which is a sentence or a whole draft, in order.

        Raises UnusableQuestion where it is too much to be checked at once.
        """
        return checking.check(self, text, self._extract, scope)

    def deniers(self, matches: Iterable[Match]) -> Mapping[int, tuple[str, ...]]:
        """By the ids of *matches*: who denies, in the same article, what it may be about."""
        with self._database.reading() as db:
            return denials.deniers(db, (match.id for match in matches))

    def holdings(self, scope: str = "") -> Holdings:
        """How much *scope* can see."""
        with self._database.reading() as db:
            return _holdings(db, scope)

    def speakers(self, typed: str, *, scope: str = "", limit: int = 25) -> tuple[str, ...]:
        """Names to offer while one is *typed*, best first; those in most articles for none."""
        with self._database.reading() as db:
            return offered.speakers(db, typed, scope, limit=limit)

    def outlets(self, typed: str, *, scope: str = "", limit: int = 25) -> tuple[str, ...]:
        """Names of outlets and other vias to offer while one is *typed*, best first.

        Those with most statements for none.
        """
        with self._database.reading() as db:
            return offered.outlets(db, typed, scope, limit=limit)

    def namesakes(
        self, typed: str, *, scope: str = "", among: Collection[str] = ()
    ) -> tuple[Person, ...]:
        """The people whom a name *typed* means equally well, best first; none where it is one.

        Where names are given to choose *among*, it is only of those.
        """
        with self._database.reading() as db:
            return namesakes.namesakes(typed, Known(db, scope), among)

    def remember(self, question: str, *, scope: str) -> None:
        """Keep *question* so that `recall` finds it by its `asked.question_key`."""
        key = asked.question_key(question, scope)
        if self.recall(key, scope=scope) is not None:
            return
        with self._database.writing() as db:
            asked.keep(db, question, scope)

    def recall(self, key: str, *, scope: str) -> str | None:
        """The question that *scope* asked under *key*, or None."""
        with self._database.reading() as db:
            return asked.find(db, key, scope)


def _storable(article: Article) -> Article:
    """*article* with what is told about its text fit to be stored; its text must be as it is."""
    try:
        article.text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableArticle(
            "cannot store the article: it has broken characters (half of a pair);"
            " save it as UTF-8 and try again"
        ) from error
    return replace(
        article,
        title=article.title and storable(article.title),
        outlet=article.outlet and storable(article.outlet),
        byline=article.byline and storable(article.byline),
        url=article.url and storable(article.url),
        file=article.file and storable(article.file),
        language=article.language and storable(article.language),
    )


def _holdings(db: Connection, scope: str) -> Holdings:
    articles, statements = db.execute(
        "SELECT total(articles), total(statements) FROM held WHERE scope IN ('', ?)", (scope,)
    ).fetchone()
    less, untold = db.execute(
        f"SELECT count(DISTINCT article.id), count(statement.id)"  # noqa: S608
        f" FROM article LEFT JOIN statement ON statement.article = article.id AND {SURE}"
        f" WHERE article.id IN ({REPLACED})",
        {"scope": scope},
    ).fetchone()
    return Holdings(int(articles) - less, int(statements) - untold)
