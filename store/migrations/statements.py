"""Articles and the statements in them, how those are found, and which are one utterance."""

from __future__ import annotations

from sqlite_utils import Database as Connection

from store import variants
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
