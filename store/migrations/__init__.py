"""The tables, made by numbered steps; one that is shipped is never edited."""

from __future__ import annotations

from sqlite_utils import Migrations

from store.migrations import intake, newsroom, statements
from store.migrations.statements import APPLICATION_ID

__all__ = ["APPLICATION_ID", "MIGRATIONS", "STEPS"]

STEPS = (
    statements.m001_articles_and_statements,
    statements.m002_search,
    statements.m003_words_by_scope,
    statements.m004_day_and_confidence,
    statements.m005_variants,
    statements.m006_index,
    statements.m007_bearers_in_order,
    statements.m008_variants_anew,
    newsroom.m009_corrections,
    newsroom.m010_settings,
    newsroom.m011_addresses,
    newsroom.m012_posted,
    newsroom.m013_loads_in_order,
    newsroom.m014_moments_and_language,
    intake.m015_feeds,
    intake.m016_versions,
    intake.m017_origins,
    intake.m018_told_and_found,
)

MIGRATIONS = Migrations("onrecord")
for _step in STEPS:
    MIGRATIONS()(_step)
