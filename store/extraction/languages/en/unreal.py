"""What tells that nobody said it: doubt, negation from afar, fiction, things that bear words."""

from __future__ import annotations

import re

from store.extraction.languages.en.listing import words

HARDLY_SAID = words(  # before a source or at a cue: "Perhaps Otto said", "Otto almost said"
    "almost nearly avoided avoids avoiding resisted perhaps maybe suppose supposing let seldom "
    "rarely scarcely barely"
)
NEARLY = words("almost nearly barely scarcely")
AS_IF_SAID = (("all", "but"), ("good", "as"), ("well", "have"))  # just before a cue
# Before a source they tell that it never said so: "in a fake video, Smith said".
UNREAL = words(
    "untrue fake faked falsely hoax satirical satire parody spoof fictional fictitious fabricated "
    "doctored impersonating impersonator impostor deepfake ai-generated wish wishes wished imagine "
    "imagines imagined pretend pretends pretended hypothetical dreamt dreamed made-up invented "
    "bogus forged spurious"
)
UNREAL_CLAIMS = words("true false untrue lie hoax myth")  # it is not true that Smith said
FALSE = words("false misleading")  # of a text: "a false post read"
RUMOURS = words(
    "rumour rumours rumor rumors claim claims report reports allegation allegations suggestion "
    "suggestions idea notion speculation story stories"
)
# Just before a source or its "that": what somebody only has in mind.
SUPPOSED = words(
    "believe believes believed think thinks thought suspect suspects suspected assume assumes "
    "assumed assuming suppose supposes supposed supposing imagining hope hopes hoped hoping fear "
    "fears feared guess guesses reckon reckons doubt doubts doubted wonder wonders wondered expect "
    "expects expected want wants wanted picture"
)
# A "clip that claims to show Smith promising" something: only a claim, whatever is in it.
CLAIMING = words(
    "claims claim claimed claiming purports purport purported purporting appears appear appeared "
    "appearing seems seem seemed seeming alleges alleged alleging"
)
PRESENTING = words("show depict portray feature capture have quote cite record")  # after "to"
HAS_IT = (("has", "it"), ("had", "it"))  # legend has it that Smith said
FEW = words(
    "no few nowhere none nobody nothing never not neither nor hardly scarcely barely without"
)
NONE = words("no none nobody nothing without hardly")
# With one of FEW before them they tell that nothing shows it: "no sign that Smith said".
SHOWING = words(
    "evidence record records proof sign signs indication indications trace suggestion hint hints "
    "footage recording transcript document documents video account mention memory witness chance "
    "show shows shown showed showing prove proves proved proven suggest suggests suggested "
    "suggesting indicate indicates indicated indicating establish establishes established confirm "
    "confirms confirmed verify verifies verified find finds found believe believes believed think "
    "thinks thought recall recalls recalled remember remembers remembered claim claims claimed "
    "hear heard mean means meant imply implies implied clear certain sure true"
)
UNDOUBTED = words("doubt secret question surprise only until deny dispute sooner")
HELPING = words("did does do has have had would will could can should")  # nowhere did Smith say
SHORT_OF = words("of from without than against")  # before "saying"
NEAR_TO = words("close closer near nearer next")  # … to saying
STILL_OF = words(
    "point habit tired tire tires tiring sick fond way proud ashamed step"
)  # … of saying
NOT_YET = words("before until till")  # … Smith says
# After "quoted Smith as saying": the article itself tells that it is not so.
_WORDS_OF = r"(?:quote|quotation|words?|remarks?|line|statement|story|report|interview)"
DISOWNED = re.compile(
    r"\b(?:said|say|saying) no such thing\b"
    r"|\b(?:never|not|n['’]t)(?: actually| ever)? (?:said|say) (?:it|so|that|this|those|any)\b"
    rf"|\bwith(?:drew|drawn) (?:the|its|that|his|her) {_WORDS_OF}\b"
    rf"|\b{_WORDS_OF} (?:was|were|is|are|had been|has been|turned out to be) (?:\w+ly )?"
    r"(?:fake|false|made up|invented|fabricated|bogus|a hoax|a fake|retracted|withdrawn)\b"
    r"|\b(?:been|was|were) misquoted\b",
    re.IGNORECASE,
)
_MEDIUM = (
    r"(?:video|clip|footage|recording|audio|film|tape|post|tweet|message|letter|e-?mail|image|photo"
    r"|picture|screenshot|leaflet)"
)
_FAKE = (
    r"(?:fake|faked|doctored|deepfakes?|fabricated|manipulated|forged|forgery|hoax|bogus|spoof"
    r"|(?:AI|computer)-generated"
    r"|(?:generated|made|created) (?:by|with|using) (?:AI|artificial|a computer))"
)
# "In a video she says so": that the video is a fake may stand in another sentence.
IN_MEDIUM = re.compile(
    rf"\b(?:in|on) (?:it\b|(?:an?|the|this|that) (?:\w+ ){{0,2}}?{_MEDIUM}\b)"
    rf"|\b{_MEDIUM} in which\b",
    re.IGNORECASE,
)
IN_THAT_MEDIUM = re.compile(
    rf"\b(?:in|on) (?:it\b|(?:the|this|that) (?:\w+ ){{0,2}}?{_MEDIUM}\b)", re.IGNORECASE
)
FAKE_MEDIUM = re.compile(rf"\b{_FAKE} (?:\w+ ){{0,2}}{_MEDIUM}\b|\ba deepfake\b", re.IGNORECASE)
PROVED_FAKE = re.compile(
    rf"\b(?:(?:the|this|that) {_MEDIUM}\b[^.!?;:\n]{{0,60}}?|it )\b(?:is|was|were|be|been|as)"
    rf" (?P<how>(?:\w+ ){{0,3}}?){_FAKE}\b(?P<rest>[^.!?\n]*)",
    re.IGNORECASE,
)
NOT_FAKE = re.compile(r"\b(?:not|never|nor|wrong|false|untrue)\b|n['’]t\b", re.IGNORECASE)
FICTION = words(
    "novel play sketch sitcom cartoon opera musical fable tale fairytale comic drama skit parable "
    "nightmare dream joke"
)
STAGED = FICTION | words("film movie episode scene act song poem")  # of "says", not "said"
PLAYING = words(  # they tell of those who make it: "in the film, Otto plays a spy"
    "plays play played playing stars star starred starring portrays portrayed voices voiced "
    "directs directed wrote writes produced produces appears appeared"
)
WITHIN = words("in on during throughout")
CHARACTERS = words("character characters protagonist hero heroine narrator villain")
ANIMALS = words(  # without a capital: the Foxes are a team
    "parrot parrots dog dogs cat cats horse horses donkey donkeys pig pigs cow cows sheep goat "
    "goats hen hens duck ducks goose geese owl owls fox foxes wolf wolves rabbit rabbits mouse "
    "mice frog frogs squirrel squirrels monkey monkeys penguin penguins crow crows raven ravens"
)
THINGS = words(  # they bear words that nobody need have said
    "sign signs banner banners placard placards poster posters billboard t-shirt t-shirts shirt "
    "shirts tattoo tattoos sticker stickers mug cap hat badge badges graffiti plaque motto slogan "
    "inscription label logo"
)
