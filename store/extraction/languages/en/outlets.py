"""Who passes words on: outlets, interpreters, mouthpieces."""

from __future__ import annotations

from store.extraction.languages.en.listing import words

OUTLET_WORDS = words(
    "times post news journal herald tribune gazette magazine radio tv television broadcasting "
    "chronicle telegraph guardian observer courier dispatch examiner mirror mail press"
)
OUTLETS = words(
    "cnn bbc reuters ap afp nbc abc cbs msnbc fox npr pbs politico axios bloomberg breitbart "
    "itv sky newsweek time buzzfeed vox slate salon huffpost tass xinhua variety"
)
PAPERS = words(  # papers where "the" is before them
    "standard star sun record express globe bulletin register sentinel advertiser argus "
    "independent review echo inquirer enquirer monitor"
)
STATIONS = words("radio channel television tv")  # they open a name
OUTLET_KINDS = words("newspaper broadcaster media")  # they end one
QUOTING = words("quoted cited quotes cites quoting citing")
PASSING = words("reported quoted carried published broadcast aired printed relayed")
PASSING |= words("obtained seen reviewed viewed")
PASSED_BY = words("by in on")
INTERPRETERS = words("interpreter interpreters translator translators")
MOUTHPIECES = words(
    "lawyer lawyers attorney attorneys solicitor solicitors counsel spokesman spokeswoman "
    "spokesperson representative representatives agent aide aides publicist"
)
RELAYED = words("report reports account accounts story article interview transcript recording")
TRANSLATIONS = words("translation translations")
INTERVIEWS = words("interview interviews")
