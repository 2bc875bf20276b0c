"""What people do with statements: corrections, settings, links, and messages that were posted."""

from __future__ import annotations

from sqlite_utils import Database as Connection

from store.links import canonical


def m009_corrections(db: Connection) -> None:
    """Reports of wrong speakers, what editors ruled on them, and the log of it."""
    for sql in _M009:
        db.execute(sql)


def m010_settings(db: Connection) -> None:
    """What each workspace or server sets for itself."""
    for sql in _M010:
        db.execute(sql)


def m011_addresses(db: Connection) -> None:
    """Articles are found by their address, however it was shared."""
    for sql in _M011:
        db.execute(sql)
    told = db.execute("SELECT id, url FROM article WHERE url IS NOT NULL").fetchall()
    db.conn.executemany(
        "UPDATE article SET address = ? WHERE id = ?",
        [(canonical(url), number) for number, url in told],
    )


def m012_posted(db: Connection) -> None:
    """Messages that others read answers in, and the ruling before each that is in the log."""
    for sql in _M012:
        db.execute(sql)


def m013_loads_in_order(db: Connection) -> None:
    """The last loads of a scope that went one way are read without those of others."""
    db.execute("CREATE INDEX load_log_in_order ON load_log (scope, outcome, id)")


def m014_moments_and_language(db: Connection) -> None:
    """When exactly an article was published and updated, and its language; as yet unknown."""
    for column in ("published_at", "updated_at", "language"):  # moments: ISO 8601 with their zone
        db.execute(f"ALTER TABLE article ADD COLUMN {column} TEXT")


_M009 = (
    """
    CREATE TABLE report (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,       -- where it was reported
        everyones INTEGER NOT NULL,  -- whether the article is
        digest TEXT NOT NULL,      -- of the article's text
        place TEXT NOT NULL,       -- of the words in it: [[start, end], …]
        words TEXT NOT NULL,
        speaker TEXT,              -- as it was given then
        instead TEXT NOT NULL, why TEXT NOT NULL,
        by TEXT NOT NULL, at TEXT NOT NULL
    )
    """,
    "CREATE INDEX report_of_place ON report (digest, place)",
    """
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY,    -- entries are never changed but for whether they were told
        report INTEGER NOT NULL REFERENCES report,
        scope TEXT NOT NULL,       -- whose editor it was; '' is the shell
        at TEXT NOT NULL, by TEXT NOT NULL,
        outcome TEXT NOT NULL,
        name TEXT NOT NULL, because TEXT NOT NULL,
        told INTEGER NOT NULL      -- whether the reporter was
    )
    """,
    "CREATE INDEX audit_of_report ON audit (report)",
    "CREATE INDEX audit_untold ON audit (told) WHERE told = 0",
    """
    CREATE TABLE ruling (
        scope TEXT NOT NULL,       -- in which it holds; '' is everyone
        digest TEXT NOT NULL, place TEXT NOT NULL,  -- as in report
        outcome TEXT NOT NULL,
        name TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (digest, place, scope)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE reading (         -- of a statement that a ruling changed, as extraction read it
        statement INTEGER PRIMARY KEY REFERENCES statement,
        speaker INTEGER REFERENCES speaker,
        role TEXT,
        confidence REAL NOT NULL,
        corrected_on TEXT          -- the day it got another speaker
    )
    """,
)

_M010 = (
    """
    CREATE TABLE setting (         -- every change; the last of a name counts
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,       -- '' takes it back
        at TEXT NOT NULL, by TEXT NOT NULL
    )
    """,
    "CREATE INDEX setting_of_scope ON setting (scope, name, id)",
)

_M011 = (
    "ALTER TABLE article ADD COLUMN address TEXT",  # canonical: see links.py
    "CREATE INDEX article_of_address ON article (address) WHERE address IS NOT NULL",
)

_M012 = (
    """
    CREATE TABLE posted (
        id INTEGER PRIMARY KEY,
        platform TEXT NOT NULL,
        account TEXT NOT NULL, channel TEXT NOT NULL, message TEXT NOT NULL,  -- where it is
        scope TEXT NOT NULL,       -- whose articles it shows
        question TEXT NOT NULL, page INTEGER NOT NULL, today TEXT,
        did TEXT NOT NULL, person TEXT NOT NULL,
        at TEXT NOT NULL,
        due INTEGER NOT NULL       -- above 0 where what it shows may hold no more
    )
    """,
    "CREATE INDEX posted_due ON posted (platform) WHERE due > 0",
    "CREATE INDEX posted_at ON posted (at)",
    """
    CREATE TABLE shown (
        posted INTEGER NOT NULL REFERENCES posted,
        statement INTEGER NOT NULL,  -- its number then
        digest TEXT NOT NULL, place TEXT NOT NULL,  -- as in report
        words TEXT NOT NULL,       -- a JSON array
        speaker TEXT,              -- as the message gives it; NULL where it shows it no more
        PRIMARY KEY (posted, statement)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX shown_of_place ON shown (digest, place)",
    # what had been ruled before, by the same scope; '' where nothing
    "ALTER TABLE audit ADD COLUMN before TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE audit ADD COLUMN before_name TEXT NOT NULL DEFAULT ''",
)
