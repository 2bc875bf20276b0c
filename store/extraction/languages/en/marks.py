"""Marks and abbreviations."""

from __future__ import annotations

import re

from store.extraction.languages.en.listing import words

# Apostrophes that stand for left-out letters, so they open nothing: ’90s, ’tis, rock ’n’ roll.
ELISION = re.compile(
    r"['’‘](?:\d\ds?\b(?! [\w ,]+[,.!?]['’])|n['’‘]?\s"
    r"|(?:em|til|cause|bout|round|kay)\b|[Tt](?:is|was|were)\b)"
)
ELISION_END = re.compile(r"['’‘]n['’‘]")
PLURAL_ENDS = frozenset("sSzx")
CLOSING_MARKS = "”’\"'»›“‘"

ABBREVIATIONS = words(
    "mr mrs ms dr prof rev hon sen sens rep reps gov gen lt col capt sgt maj adm cmdr supt det "
    "insp st jr sr vs etc inc corp ltd co jan feb mar apr aug sept sep oct nov dec"
)
