"""The small words: around a cue, before a name, between clauses."""

from __future__ import annotations

import re

from store.extraction.languages.en.listing import words

BE = words("is are was were be been being am 's 're isn't wasn't aren't weren't")
NEGATIONS = words(
    "not never no n't didn't doesn't don't won't wouldn't cannot can't couldn't hasn't haven't "
    "hadn't isn't wasn't weren't without neither nor refused declined refuses declines refusing "
    "declining stopped nobody nothing hardly"
)
WRITERS = words("i we us")  # outside marks it is the writer who speaks
ASKED = words("asked told quoted")  # after a comma: "Otto, asked about it, said"
MODALS = words("would should could might may must can will 'll 'd shall")
ADVERBS = words(
    "also then later just once again still even first soon now today yesterday tonight earlier "
    "recently often always simply only further instead quickly ever since has have had famously "
    "reportedly allegedly"
)
NOT_ADVERBS = words("family italy july reply early ally assembly supply")
NOUN_LEADS = words(
    "the a an this that's these those his her its their our my your no any every each such some "
    "many of for in on at by with from about under against through between into after before to "
    "let will would can could may might must should shall let's please so"
)
PLURAL_PRONOUNS = words("i we they you who people many some others")
FORMERLY = words("former then ex now formerly once however meanwhile too though for")
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
CONJUNCTIONS = words("and but or so yet nor plus")
SUBORDINATORS = words(
    "that because when while as if after before since although though where whereas whether "
    "given than then unless until once which what how why like"
)
HANDING = words(  # after these, whoever is named may speak next
    "introduced introduces invited welcomed interviewed asked told heard phoned called rang "
    "questioned urged persuaded greeted presented consulted texted emailed quoted thanked warned"
)
TEXTS = words(  # words that hold others' words
    "letter sign note statement poster banner placard book poem verse message email song motto "
    "headline speech slogan prayer read quoted recalled sang recited"
)
CONTRASTS = words("but while whereas though although yet")
CLAUSE_JOINTS = words("and but while whilst whereas although though as when after because")
CONDITIONS = words("if unless whether")
INVERTED = words("had should were did has have would could")  # they open a condition
QUESTIONS = words("who whom what when where why how which")
ASIDES = words("who whose whom which")
RELATIVES = words("who whom which")
DETERMINERS = words("the a an this that these those some many several most all both other another")
DETERMINERS |= words("his her its their our my your one two three four five no any every each")
SOME_ONE = words("a an one another")
SOMEBODY = words("someone somebody")
ONE_OF_TWO = words("former latter")
# What a body may be called without its name or a capital: "the department".
INSTITUTIONS = words(
    "department ministry committee council university bank court association union commission "
    "administration board institute agency foundation league federation bureau authority"
)
POSSESSIVES = words("his her its their our my your")
PREPOSITIONS = words(
    "in on at by to with from into during about after before over under against through between "
    "above behind beneath beside near outside inside amid among following without within "
    "throughout across despite via for of as"
)
NOUN_LINKS = words("of for from with representing including at")  # they go on with a noun
ADVERBIAL_OPENERS = PREPOSITIONS | words(
    "last this earlier later yesterday today tonight monday tuesday wednesday thursday friday "
    "saturday sunday again afterward afterwards when while flatly early late recently and"
)
TIME = words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow "
    "january february march april may june july august september october november december"
)
MOMENTS = words("now today yesterday tonight still also just already soon even thus later again")
PERIODS = words("day days week weeks month months year years time times")
LATER = words("later earlier ago")
INTRODUCTORY = TIME | words(
    "later earlier meanwhile still also then now however moreover indeed instead last next this "
    "apparently reportedly allegedly recently afterward afterwards finally first"
)
