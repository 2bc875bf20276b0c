"""What rejects a claim."""

from __future__ import annotations

import re

from store.extraction.languages.en.listing import words

_FALSE = (
    r"(?:ludicrous|absurd|false|baseless|unfounded|untrue|groundless|fabricated|bogus|ridiculous)"
)
_ACCUSED = r"(?:claim|accusation|allegation|charge|story|report|rumou?r|suggestion|lie|smear)s?"
_MERELY = r"(?:(?!(?:not|never|only|just|merely|solely|always|hardly)\b)\w+ )?"  # an adverb or none
REJECTIONS = re.compile(
    rf"\b{_FALSE}\b(?: and \w+)? {_ACCUSED}\b"
    r"|\bnothing (?:at all )?to do with\b"
    r"|\b(?:had|has|have|took|take|takes|played|plays|play) (?:absolutely )?no"
    r" (?:role|part|hand|involvement|knowledge)\b"
    rf"|\b(?:was|were|am|is|are)(?: not|n['’]t) {_MERELY}(?:involved|responsible|behind|guilty)\b"
    rf"|(?<!\bif )\b(?:it|that|this|they|these|those|{_ACCUSED})"
    r"(?: is| are| was| were|['’]s|['’]re)"
    rf" {_MERELY}(?:{_FALSE}|not true|not the case|a lie|nonsense|lies|without merit)\b"
    rf"|\b{_ACCUSED} (?:has|have|had) no basis\b"
    r"|\bit (?:is|was)(?: not|n['’]t) (?:me|us)\b"
    r"|\A\W*(?:fake news|nonsense|rubbish|lies)\W*\Z"
    r"|\bno truth (?:to|in)\b"
    r"|\b(?:I|we)(?: \w+ly)? (?:deny|reject|refute)\b",
    re.IGNORECASE,
)
REJECTED_LABELS = re.compile(  # the claims “absurd”, it as “a lie”
    rf"\b(?:{_ACCUSED}|it|this|that|them|these|those)\b.{{0,200}}\b(?:{_FALSE}|lies?|nonsense|smear|hoax"
    r"|fiction|fake|witch hunt|fabrications?|rubbish|propaganda|gossip)\b",
    re.IGNORECASE,
)
DISMISSING = words("rubbished rubbishes rubbishing debunked debunks debunking")
