"""How articles come in: feeds, versions of one article, and what was loaded before."""

from __future__ import annotations

from sqlite_utils import Database as Connection

from store import variants
from store.search import indexing


def m015_feeds(db: Connection) -> None:
    """Feeds that are followed, and what of them was loaded."""
    for sql in _M015:
        db.execute(sql)


def m016_versions(db: Connection) -> None:
    """Articles may have the same text, are versions of one work, and are in sight or not.

    What a scope has loaded and everyone has by now is out of sight, in the index and the groups,
    too.
    """
    for sql in _M016:
        db.execute(sql)
    shared = db.execute("SELECT id FROM article WHERE standing = 'shared'").fetchall()
    for (article,) in shared:
        variants.leave(db, article)
    if shared:
        indexing.rebuild(db)


def m017_origins(db: Connection) -> None:
    """What articles were read from: it is not read again. Of those of before it is unknown."""
    db.execute(_M017)


def m018_told_and_found(db: Connection) -> None:
    """Where articles were found, and what of them a person told; of those of before unknown."""
    for sql in _M018:
        db.execute(sql)


_M015 = (
    """
    CREATE TABLE feed (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,       -- that its articles are loaded for
        url TEXT NOT NULL,
        address TEXT NOT NULL,     -- canonical: see links.py
        added_by TEXT NOT NULL, added_at TEXT NOT NULL,
        removed_by TEXT, removed_at TEXT,
        next_at TEXT NOT NULL,     -- when it is polled next; a moment in UTC
        etag TEXT, last_modified TEXT,
        failures INTEGER NOT NULL DEFAULT 0,  -- in a row
        error TEXT,                -- of the last poll, NULL where it went well
        succeeded_at TEXT          -- when a poll went well last
    )
    """,
    "CREATE UNIQUE INDEX feed_of_scope ON feed (scope, address) WHERE removed_at IS NULL",
    "CREATE INDEX feed_due ON feed (next_at) WHERE removed_at IS NULL",
    """
    CREATE TABLE feed_entry (
        feed INTEGER NOT NULL REFERENCES feed,
        key TEXT NOT NULL,
        version TEXT NOT NULL,     -- another one is loaded anew
        failures INTEGER NOT NULL, -- to load this version
        PRIMARY KEY (feed, key)
    ) WITHOUT ROWID
    """,
)

_M016 = (
    # made anew, as SQLite takes no UNIQUE out of a table; what is long or rarely read stands last
    """
    CREATE TABLE article_anew (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,       -- '' is everyone's
        digest TEXT NOT NULL,      -- SHA-256 of the text
        work INTEGER NOT NULL,     -- what all versions share, and all scopes' own of them
        standing TEXT NOT NULL,    -- see visibility.py
        title TEXT, outlet TEXT, byline TEXT, url TEXT, published TEXT,
        text TEXT NOT NULL,
        file TEXT,
        loaded_at TEXT NOT NULL, loaded_by TEXT NOT NULL,
        address TEXT,              -- canonical: see links.py
        published_at TEXT, updated_at TEXT, language TEXT
    )
    """,
    # until now a "*" before the digest said that it stands in the place of everyone's
    """
    INSERT INTO article_anew (id, scope, digest, work, standing, title, outlet, byline, url,
        published, text, file, loaded_at, loaded_by, address, published_at, updated_at, language)
    SELECT article.id, article.scope, ltrim(article.digest, '*'),
        coalesce(everyones.id, article.id),
        CASE WHEN everyones.id IS NULL OR article.scope = '' THEN 'present'
            WHEN article.digest LIKE '*%' THEN 'own' ELSE 'shared' END,
        article.title, article.outlet, article.byline, article.url, article.published,
        article.text, article.file, article.loaded_at, article.loaded_by, article.address,
        article.published_at, article.updated_at, article.language
    FROM article LEFT JOIN article AS everyones
        ON everyones.scope = '' AND everyones.digest = ltrim(article.digest, '*')
    """,
    "DROP TABLE article",
    "ALTER TABLE article_anew RENAME TO article",
    "CREATE INDEX article_of_digest ON article (digest)",
    "CREATE INDEX article_of_day ON article (published)",
    "CREATE INDEX article_of_address ON article (address) WHERE address IS NOT NULL",
    "CREATE INDEX article_of_work ON article (work)",
    "CREATE INDEX article_of_scope ON article (scope) WHERE scope > ''",
    "CREATE INDEX article_own ON article (scope, work) WHERE standing = 'own'",
    """
    CREATE TABLE lineage (         -- what became of the words of one version in another
        id INTEGER PRIMARY KEY,
        work INTEGER NOT NULL,
        scope TEXT NOT NULL,       -- that loaded the other version
        digest TEXT NOT NULL, place TEXT NOT NULL,  -- as in report
        onto TEXT NOT NULL,        -- the digest of the other version
        there TEXT,                -- the place in it; NULL where it has them no more
        became TEXT NOT NULL,
        UNIQUE (digest, place, onto, work, scope)
    )
    """,
    "CREATE INDEX lineage_onto ON lineage (onto, there)",
    """
    CREATE TABLE article_log (     -- what people did to articles; entries are never changed
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article,
        at TEXT NOT NULL, by TEXT NOT NULL,
        did TEXT NOT NULL,
        detail TEXT NOT NULL,      -- of the article, that was changed; '' where it was none
        before TEXT, after TEXT,
        because TEXT NOT NULL
    )
    """,
    "CREATE INDEX article_log_of_article ON article_log (article)",
)

_M017 = """
    CREATE TABLE origin (
        scope TEXT NOT NULL,       -- that loaded it
        origin TEXT NOT NULL,
        reason TEXT NOT NULL,      -- why it could not be loaded; '' where it was
        PRIMARY KEY (scope, origin)
    ) WITHOUT ROWID
"""

_M018 = (
    "ALTER TABLE article ADD COLUMN found TEXT",  # if it is another address than it declares
    "ALTER TABLE article ADD COLUMN told TEXT",  # names of details, between spaces
)
