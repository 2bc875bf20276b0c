"""The tables, made by numbered steps; one that is shipped is never edited."""

from __future__ import annotations

from sqlite_utils import Migrations

from store.migrations.intake import (
    m015_feeds,
    m016_versions,
    m017_origins,
    m018_told_and_found,
)
from store.migrations.newsroom import (
    m009_corrections,
    m010_settings,
    m011_addresses,
    m012_posted,
    m013_loads_in_order,
    m014_moments_and_language,
)
from store.migrations.statements import (
    APPLICATION_ID,
    m001_articles_and_statements,
    m002_search,
    m003_words_by_scope,
    m004_day_and_confidence,
    m005_variants,
    m006_index,
    m007_bearers_in_order,
    m008_variants_anew,
)

__all__ = ["APPLICATION_ID", "MIGRATIONS", "STEPS"]

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
    m018_told_and_found,
)

MIGRATIONS = Migrations("onrecord")
for _step in STEPS:
    MIGRATIONS()(_step)
