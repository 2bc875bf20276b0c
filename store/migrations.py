"""The tables, made by numbered steps; one that is shipped is never edited."""

from __future__ import annotations

from sqlite_utils import Database as Connection
from sqlite_utils import Migrations

from store import variants
from store.links import canonical
from store.search import indexing

APPLICATION_ID = 0x4F6E5263  # "OnRc": marks the file as ours


def m001_articles_and_statements(db: Connection) -> None:
    """Articles as they were loaded, the statements in them, and who said those."""
    for sql in _M001:
        db.execute(sql)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def m002_search(db: Connection) -> None:
    """What is searched: folded words by statement, and every word for misspelt ones."""
    for sql in _M002:
        db.execute(sql)


def m003_words_by_scope(db: Connection) -> None:
    """Words for misspelt ones belong to a scope: what others load changes nobody's answers."""
    for sql in _M003:
        db.execute(sql)
    said = db.execute(
        "SELECT scope, words || ' ' || paragraph || ' ' || headline FROM said"
        " JOIN statement ON statement.id = said.rowid JOIN article ON article.id = article"
    )
    words = ((scope, word) for scope, text in said for word in set(text.split()))
    db.conn.executemany("INSERT OR IGNORE INTO word (scope, word) VALUES (?, ?)", words)


def m004_day_and_confidence(db: Connection) -> None:
    """When a statement was said, and how sure extraction is of it: rules always were."""
    for sql in _M004:
        db.execute(sql)


def m005_variants(db: Connection) -> None:
    """Statements that are one utterance, in groups: those of before are grouped now."""
    for sql in _M005:
        db.execute(sql)
    variants.join_all(db)


def m006_index(db: Connection) -> None:
    """Each word with the statements that hold it: what is found is not what was read through."""
    for sql in _M006:
        db.execute(sql)
    indexing.rebuild(db)


def m007_bearers_in_order(db: Connection) -> None:
    """Who is in most articles, in order: names are offered while one is typed."""
    db.execute("CREATE INDEX bearer_in_order ON bearer (scope, kind, articles)")


def m008_variants_anew(db: Connection) -> None:
    """Groups are settled anew: a word that may turn a sentence keeps two statements apart."""
    for table in ("variant", "variant_key", "variant_day"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 -- of our own
    variants.join_all(db)


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


_M001 = (
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,       -- '' is seen by everyone
        digest TEXT NOT NULL,      -- SHA-256 of the text
        title TEXT, outlet TEXT, byline TEXT, url TEXT, published TEXT,
        text TEXT NOT NULL,
        file TEXT,
        loaded_at TEXT NOT NULL, loaded_by TEXT NOT NULL,
        UNIQUE (scope, digest)
    )
    """,
    """
    CREATE TABLE speaker (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL,         -- who it is across articles: see people.py
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (key, kind)
    )
    """,
    """
    CREATE TABLE alias (
        speaker INTEGER NOT NULL REFERENCES speaker,
        article INTEGER NOT NULL REFERENCES article,
        ordinal INTEGER NOT NULL,  -- 0 is the name itself
        name TEXT NOT NULL,
        PRIMARY KEY (article, speaker, ordinal)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX alias_of_speaker ON alias (speaker)",
    """
    CREATE TABLE role (
        speaker INTEGER NOT NULL REFERENCES speaker,
        article INTEGER NOT NULL REFERENCES article,  -- its date is the role's date
        title TEXT NOT NULL,
        PRIMARY KEY (article, speaker, title)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX role_of_speaker ON role (speaker)",
    """
    CREATE TABLE statement (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article,
        kind TEXT NOT NULL,
        speaker INTEGER REFERENCES speaker,
        role TEXT,
        evidence TEXT NOT NULL,
        polarity TEXT NOT NULL
    )
    """,
    "CREATE INDEX statement_of_article ON statement (article)",
    "CREATE INDEX statement_of_speaker ON statement (speaker)",
    """
    CREATE TABLE span (
        statement INTEGER NOT NULL REFERENCES statement,
        part TEXT NOT NULL,        -- content, context, cue, source, hedge, addressee
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL,  -- code points of article.text
        words TEXT,                -- of content: what stood there at loading
        PRIMARY KEY (statement, part, ordinal)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE via (
        statement INTEGER NOT NULL REFERENCES statement,
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL,
        relation TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (statement, ordinal)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE load_log (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL, by TEXT NOT NULL, scope TEXT NOT NULL,
        name TEXT,                 -- of the file
        outcome TEXT NOT NULL,     -- new, known or failed
        article INTEGER REFERENCES article,
        reason TEXT
    )
    """,
    """
    CREATE TABLE question (
        scope TEXT NOT NULL,
        key TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (scope, key)
    ) WITHOUT ROWID
    """,
)

_M002 = (
    # folded before they come here, so that the tokenizer has only the stems to find
    """
    CREATE VIRTUAL TABLE said USING fts5(
        words, paragraph, headline,
        tokenize = "porter unicode61 remove_diacritics 0", columnsize = 0
    )
    """,
    "CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID",
)

_M003 = (
    "DROP TABLE word",
    """
    CREATE TABLE word (
        scope TEXT NOT NULL,       -- of the article that holds it
        word TEXT NOT NULL,
        PRIMARY KEY (scope, word)
    ) WITHOUT ROWID
    """,
)

_M004 = (
    "ALTER TABLE statement ADD COLUMN said_on TEXT",  # a day, where it is settled
    "ALTER TABLE statement ADD COLUMN confidence REAL NOT NULL DEFAULT 1.0",  # 0 to 1
)

_M005 = (
    """
    CREATE TABLE variant (
        statement INTEGER PRIMARY KEY REFERENCES statement,
        first INTEGER NOT NULL REFERENCES statement  -- it is alike to: the founder of its group
    )
    """,
    "CREATE INDEX variant_of_first ON variant (first)",
    # what alike statements are found by; without REFERENCES, for which each delete would read it
    """
    CREATE TABLE variant_key (
        key INTEGER NOT NULL,      -- a hash of the speaker and a pair of words
        repeats INTEGER NOT NULL,  -- 1 where the statement is in a group that it did not found
        statement INTEGER NOT NULL,
        PRIMARY KEY (key, repeats, statement)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE variant_day (
        speaker INTEGER NOT NULL,
        repeats INTEGER NOT NULL,  -- as in variant_key
        day INTEGER NOT NULL,      -- that it was said or published: days since year 1
        statement INTEGER NOT NULL,
        traits INTEGER NOT NULL,   -- a bit of 64 for each word
        PRIMARY KEY (speaker, repeats, day, statement)
    ) WITHOUT ROWID
    """,
)

_M006 = (
    "DROP TABLE said",
    "DROP TABLE word",
    """
    CREATE TABLE term (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,       -- of the articles that hold it, of those that are in sight
        kind INTEGER NOT NULL,     -- see search/postings.py
        word TEXT NOT NULL,
        alike TEXT                 -- what its forms share, or names that sound the same
    )
    """,
    "CREATE UNIQUE INDEX term_of_word ON term (scope, kind, word)",
    "CREATE INDEX term_alike ON term (scope, kind, alike) WHERE alike IS NOT NULL",
    "CREATE TABLE posting (id INTEGER PRIMARY KEY, ids BLOB NOT NULL)",
    """
    CREATE TABLE slip (
        key INTEGER NOT NULL,      -- of what is left of a word with a letter missing
        term INTEGER NOT NULL,
        PRIMARY KEY (key, term)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE bearer (
        scope TEXT NOT NULL,
        speaker INTEGER NOT NULL REFERENCES speaker,
        kind INTEGER NOT NULL,     -- a name or a role
        text TEXT NOT NULL,
        articles INTEGER NOT NULL, -- in sight that give it
        PRIMARY KEY (scope, speaker, kind, text)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE held (
        scope TEXT PRIMARY KEY,
        articles INTEGER NOT NULL, statements INTEGER NOT NULL  -- in sight
    ) WITHOUT ROWID
    """,
    "CREATE INDEX article_of_digest ON article (digest)",
    "CREATE INDEX article_of_day ON article (published)",
)

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

STEPS = (
    m001_articles_and_statements,
    m002_search,
    m003_words_by_scope,
    m004_day_and_confidence,
    m005_variants,
    m006_index,
    m007_bearers_in_order,
    m008_variants_anew,
    m009_corrections,
    m010_settings,
    m011_addresses,
    m012_posted,
    m013_loads_in_order,
    m014_moments_and_language,
    m015_feeds,
    m016_versions,
    m017_origins,
)

MIGRATIONS = Migrations("onrecord")
for _step in STEPS:
    MIGRATIONS()(_step)
