"""What says that it may not be so."""

from __future__ import annotations

import re

from store.extraction.languages.en.listing import words

HEDGES = words(
    "reportedly allegedly apparently possibly probably supposedly purportedly perhaps "
    "presumably seemingly ostensibly"
)
_HEDGED = r"(?:said|reported|alleged|understood|believed|thought|rumou?red|claimed)"
HEDGE_PHRASES = re.compile(  # just before a cue or a source
    rf"\b(?P<hedge>(?:is|are|was|were|has been|have been) (?:\w+ly )?{_HEDGED} to have) (?:\w+ly )?"
    rf"|\b(?P<impersonal>it (?:is|was|has been) (?:\w+ly )?{_HEDGED})(?: that |, )",
    re.IGNORECASE,
)
HEDGED_SOURCES = re.compile(  # what the words are taken from
    r"\b(?:in|on|to|from) (?:(?:an?|the|one) )?"
    r"(?P<hedge>unconfirmed|unverified|purported|alleged|supposed)"
    r" (?:\w+ )?(?:reports?|letter|note|e-?mail|message|tweet|post|memo|recording|video|tape|audio"
    r"|transcript|document|interview|account|statement|conversation|call)\b",
    re.IGNORECASE,
)
