"""The small words and the plainest verbs: around a cue, before a name, between clauses."""

from __future__ import annotations

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
HAVING = words("had has have")
FINITE = words(
    "is are was were has have had will would can could may might must should does do did isn't "
    "aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't "
    "doesn't don't didn't cannot it's he's she's they're we're i'm that's there's he'd she'd "
    "they'd we'd i'd he'll she'll they'll we'll i'll they've we've i've"
)
IRREGULAR_PASTS = words(
    "met left came went took made got gave saw knew kept held led ran sat stood spoke wrote won "
    "lost sent put set began became fell felt found fought drew drove grew brought built bought "
    "caught chose cut paid rose sought sold shot shut spent taught threw thought understood wore"
)
CONJUNCTIONS = words("and but or so yet nor plus")
SUBORDINATORS = words(
    "that because when while as if after before since although though where whereas whether "
    "given than then unless until once which what how why like"
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
