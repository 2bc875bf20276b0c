"""English: every word that the extraction knows. Keys are lower case, with straight apostrophes."""

from __future__ import annotations

import re
from pathlib import Path


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ------------------------------------------------------------------------------- marks
# Apostrophes that stand for left-out letters, so they open nothing: ’90s, ’tis, rock ’n’ roll.
ELISION = re.compile(
    r"['’‘](?:\d\ds?\b(?! [\w ,]+[,.!?]['’])|n['’‘]?\s"
    r"|(?:em|til|cause|bout|round|kay)\b|[Tt](?:is|was|were)\b)"
)
ELISION_END = re.compile(r"['’‘]n['’‘]")
PLURAL_ENDS = frozenset("sSzx")
CLOSING_MARKS = "”’\"'»›“‘"

# --------------------------------------------------------------------------- sentences
ABBREVIATIONS = _words(
    "mr mrs ms dr prof rev hon sen sens rep reps gov gen lt col capt sgt maj adm cmdr supt det "
    "insp st jr sr vs etc inc corp ltd co jan feb mar apr aug sept sep oct nov dec"
)

# -------------------------------------------------------------------------------- cues
_SAY = (
    "say tell add write tweet explain note argue insist continue declare announce state reply "
    "respond claim warn admit recall conclude remark joke acknowledge suggest predict testify "
    "report confirm assert allege complain stress emphasize emphasise reiterate reveal comment "
    "observe maintain contend concede caution charge boast proclaim pronounce quip exclaim ask "
    "vow promise pledge shout whisper mutter recount repeat lament stipulate opine caution "
    "advise inform assure remind agree protest plead counter retort estimate explain disclose "
    "post elaborate urge demand interject marvel muse yell scream answer sigh snap laugh "
    "propose read go_on put_it point_out echo crack shoot_back chime_in"
)
_DENY = "deny reject dispute refute rebut dismiss disavow repudiate"
_LABEL = "call brand label dub describe refer_to denounce slam blast hail"
_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"),
    "read": ("reads", "read", "reading"),
    "go_on": ("goes on", "went on", "going on"),
    "shoot_back": ("shoots back", "shot back", "shooting back"),
    "chime_in": ("chimes in", "chimed in", "chiming in"),
    "point_out": ("points out", "pointed out", "pointing out"),
    "put_it": ("puts it", "put it", "putting it"),
    "refer_to": ("refers to", "referred to", "referring to"),
    "admit": ("admits", "admitted", "admitting"),
    "refute": ("refutes", "refuted", "refuting"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "slam": ("slams", "slammed", "slamming"),
    "label": ("labels", "labeled", "labeling"),
    "quip": ("quips", "quipped", "quipping"),
    "snap": ("snaps", "snapped", "snapping"),
    "answer": ("answers", "answered", "answering"),
    "proclaim": ("proclaims", "proclaimed", "proclaiming"),
}


def _forms(lemma: str) -> tuple[str, str, str]:
    """The third person, the past and the -ing form."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    return lemma + ("es" if lemma[-1] in "hs" else "s"), lemma + "ed", lemma + "ing"


def _table(lemmas: str) -> dict[str, str]:
    """Every finite form and -ing form of *lemmas*, each with its lemma."""
    table = {form: lemma for lemma in lemmas.split() for form in _forms(lemma)}
    return table | {lemma.replace("_", " "): lemma for lemma in lemmas.split()}


SAYING = _table(_SAY) | {"labelled": "label"}
DENYING = _table(_DENY)
LABELLING = _table(_LABEL) | {"labelled": "label", "labelling": "label"}
CUES = SAYING | DENYING | LABELLING  # form -> lemma
PAST_CUES = {_forms(lemma)[1].split()[0] for lemma in f"{_SAY} {_DENY} {_LABEL}".split()}
CUE_VERBS = frozenset(form for form in SAYING if form.endswith("ed")) | _words("said says told")
LABELS = _words(_LABEL)
SAME_PAST = _words("read put")  # the base form is the past form too

RELAYING = _words("said says told tells reported reports wrote writes claimed claims added adds")
RELAYING |= _words("recalled recalls revealed reveals alleged alleges testified noted notes")
ACCORDING = ("according", "to")
ALSO_NOUNS = _words(
    "claims comments remarks states reports notes charges promises pledges demands answers replies "
    "protests posts estimates calls labels brands laments reveals shouts whispers cracks echoes "
    "boasts urges concedes disputes denies rejects details counters pleas maintains jokes laughs "
    "questions warnings snaps sighs screams yells quips blasts slams hails dubs repeats explains"
) & frozenset(CUES)
# Cues that need no "that" before what was said: "Smith said he would go".
NEED_NO_THAT = _words(
    "say claim insist allege argue tell warn promise vow predict admit believe assert maintain "
    "contend suggest concede complain joke boast confirm announce acknowledge deny"
)
TAKES_ADDRESSEE = _words("tell warn assure remind inform advise ask urge promise")
NOMINAL_DENIALS = _words(_DENY)
NOT_DENIED = _words("entry access bail parole motion motions appeal request requests visa visas")
NOT_DENIED |= _words("permission service petition application boarding asylum offer invitation")
CALLING = _words("shout yell scream snap")  # at somebody
ADDRESSING = _words("speaking talking writing")  # to somebody
MESSAGES = _words(
    "letter note tweet post text email e-mail message statement speech memo address remarks "
    "comments submission testimony"
)
HEARERS = _words(
    "crew crowd audience staff jury employees congregation class fans press media public nation "
    "panel board inquiry meeting rally gathering hearing briefing conference patients inspectors"
)
REACTIONS = _words(  # "said to applause"
    "applause laughter cheers jeers boos tears gasps whoops silence ovation delight surprise "
    "amazement horror dismay effect astonishment relief offer idea plan proposal suggestion "
    "request question questions"
)
REACHING = _words("emailed texted messaged briefed notified alerted lectured")  # takes who, too
GOING_ON = _words("add continue go_on")  # the last speaker does
TALKING = _words("ask answer reply respond retort counter shoot_back chime_in interject")
# What before a colon tells that its subject speaks: "was blunt", "issued a warning".
MANNERS = _words(
    "blunt clear adamant unequivocal defiant succinct brief terse emphatic scathing frank candid "
    "dismissive unapologetic direct firm categorical unimpressed sceptical skeptical cautious"
)
UTTERANCES = _words(
    "answer reply response message warning verdict explanation advice plea appeal rebuke retort "
    "statement apology denial assessment conclusion question comment comments words word promise "
    "pledge advice prediction complaint tweet argument assertion"
)
NOTES = _words("letter note lesson tweet post text email")
WHILE = _words("while whilst ,")
HAVING = _words("had has have")
ISSUING = _words(
    "made makes issued issues gave gives offered offers delivered tweeted released sounded "
    "rolling giving issuing offering"
)
FROM_OTHERS = _words("from by that which who whom whose about of")
CONTENT_OPENERS = _words("that if whether")
ALSO_NAMES = _words("will may")  # where they have a capital
SUBJECTS = _words("i you he she it we they there this these those")
FINITE = _words(
    "is are was were has have had will would can could may might must should does do did isn't "
    "aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't "
    "doesn't don't didn't cannot it's he's she's they're we're i'm that's there's he'd she'd "
    "they'd we'd i'd he'll she'll they'll we'll i'll they've we've i've"
)

IRREGULAR_PASTS = _words(
    "met left came went took made got gave saw knew kept held led ran sat stood spoke wrote won "
    "lost sent put set began became fell felt found fought drew drove grew brought built bought "
    "caught chose cut paid rose sought sold shot shut spent taught threw thought understood wore"
)

# ------------------------------------------------------------------- words around a cue
BE = _words("is are was were be been being am 's 're isn't wasn't aren't weren't")
NEGATIONS = _words(
    "not never no n't didn't doesn't don't won't wouldn't cannot can't couldn't hasn't haven't "
    "hadn't isn't wasn't weren't without neither nor refused declined refuses declines refusing "
    "declining stopped nobody nothing hardly"
)
HARDLY_SAID = _words(  # before a source or at a cue: "Perhaps Otto said", "Otto almost said"
    "almost nearly avoided avoids avoiding resisted perhaps maybe suppose supposing let"
)
WRITERS = _words("i we us")  # outside marks it is the writer who speaks
ASKED = _words("asked told quoted")  # after a comma: "Otto, asked about it, said"
MODALS = _words("would should could might may must can will 'll 'd shall")
ADVERBS = _words(
    "also then later just once again still even first soon now today yesterday tonight earlier "
    "recently often always simply only further instead quickly ever since has have had famously "
    "reportedly allegedly"
)
NOT_ADVERBS = _words("family italy july reply early ally assembly supply")
NOUN_LEADS = _words(
    "the a an this that's these those his her its their our my your no any every each such some "
    "many of for in on at by with from about under against through between into after before to "
    "let will would can could may might must should shall let's please so"
)
PLURAL_PRONOUNS = _words("i we they you who people many some others")
FORMERLY = _words("former then ex now formerly once however meanwhile too though for")
HEDGES = _words(
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
CONJUNCTIONS = _words("and but or so yet nor plus")
SUBORDINATORS = _words(
    "that because when while as if after before since although though where whereas whether "
    "given than then unless until once which what how why like"
)
# Before a source they tell that it never said so: "in a fake video, Smith said".
UNREAL = _words(
    "untrue fake faked falsely hoax satirical satire parody spoof fictional fictitious fabricated "
    "doctored impersonating impersonator impostor deepfake ai-generated wish wishes wished imagine "
    "imagines imagined pretend pretends pretended hypothetical dreamt dreamed"
)
UNREAL_CLAIMS = _words("true false untrue lie hoax myth")  # it is not true that Smith said
HANDING = _words(  # after these, whoever is named may speak next
    "introduced introduces invited welcomed interviewed asked told heard phoned called rang "
    "questioned urged persuaded greeted presented consulted texted emailed quoted thanked warned"
)
TEXTS = _words(  # words that hold others' words
    "letter sign note statement poster banner placard book poem verse message email song motto "
    "headline speech slogan prayer read quoted recalled sang recited"
)
RUMOURS = _words(
    "rumour rumours rumor rumors claim claims report reports allegation allegations suggestion "
    "suggestions idea notion speculation story stories"
)
CONTRASTS = _words("but while whereas though although yet")
CONDITIONS = _words("if unless whether")
INVERTED = _words("had should were did has have would could")  # they open a condition
QUESTIONS = _words("who whom what when where why how which")
ASIDES = _words("who whose whom which")
RELATIVES = _words("who whom which")
DETERMINERS = _words("the a an this that these those some many several most all both other another")
DETERMINERS |= _words("his her its their our my your one two three four five no any every each")
SOME_ONE = _words("a an one another")
# What a body may be called without its name or a capital: "the department".
INSTITUTIONS = _words(
    "department ministry committee council university bank court association union commission "
    "administration board institute agency foundation league federation bureau authority"
)
POSSESSIVES = _words("his her its their our my your")
PREPOSITIONS = _words(
    "in on at by to with from into during about after before over under against through between "
    "above behind beneath beside near outside inside amid among following without within "
    "throughout across despite via for of as"
)
NOUN_LINKS = _words("of for from with representing including at")  # they go on with a noun
ADVERBIAL_OPENERS = PREPOSITIONS | _words(
    "last this earlier later yesterday today tonight monday tuesday wednesday thursday friday "
    "saturday sunday again afterward afterwards when while flatly early late recently and"
)
TIME = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow "
    "january february march april may june july august september october november december"
)
MOMENTS = _words("now today yesterday tonight still also just already soon even thus later again")
PERIODS = _words("day days week weeks month months year years time times")
LATER = _words("later earlier ago")
INTRODUCTORY = TIME | _words(
    "later earlier meanwhile still also then now however moreover indeed instead last next this "
    "apparently reportedly allegedly recently afterward afterwards finally first"
)

# ----------------------------------------------------------------------------- speakers
HE = _words("he him himself")
SHE = _words("she her herself")
THEY = _words("they them themselves")
PRONOUNS = HE | SHE | THEY | _words("it i we you who")
OBJECTS = _words("him her them me us it you")
PRONOUN_SUBJECTS = _words("he she they it i we you who everyone somebody someone")
MR = _words("mr mister sir lord king prince father fr baron duke emperor")
MRS = _words("mrs ms miss madam dame lady queen princess sister baroness duchess")
HONORIFICS = MR | MRS | _words("dr prof professor rev reverend hon mx")
MALE_ROLES = _words(
    "spokesman chairman congressman businessman policeman husband father brother son actor king "
    "prince councilman assemblyman fireman man boy uncle grandfather"
)
FEMALE_ROLES = _words(
    "spokeswoman chairwoman congresswoman businesswoman policewoman wife mother sister daughter "
    "actress queen princess councilwoman assemblywoman woman girl aunt grandmother widow"
)
_ROLES = (
    "president vice-president minister premier chancellor secretary senator congressman "
    "governor mayor judge justice general colonel captain sergeant major lieutenant admiral "
    "commander chief officer detective inspector superintendent constable sheriff director "
    "chairman chair chairwoman chairperson ceo founder co-founder owner manager coach head "
    "leader spokesman spokeswoman spokesperson adviser advisor aide attorney lawyer prosecutor "
    "barrister solicitor counsel ambassador envoy diplomat professor doctor teacher principal "
    "author writer journalist reporter editor columnist analyst economist scientist researcher "
    "historian expert strategist pollster consultant candidate nominee representative lawmaker "
    "deputy councillor councilman councilor commissioner pope bishop archbishop cardinal pastor "
    "rabbi imam priest actor actress singer farmer student resident witness neighbour neighbor "
    "official member partner executive agent correspondent host anchor activist organizer "
    "organiser treasurer surgeon physician nurse paramedic engineer architect baker fisherman "
    "mechanic shopkeeper landlord tenant driver victim suspect defendant plaintiff juror voter "
    "supporter critic veteran soldier pilot guard operator producer composer artist designer "
    "curator trustee clerk warden ranger sen rep gov gen lt col capt sgt maj adm cmdr supt det "
    "insp sens reps speaker whip mp master skipper advocate hopeful contender rival "
    "assailant executive friend player goalkeeper "
    "captain striker"
)
ROLES = _words(_ROLES) | MALE_ROLES | FEMALE_ROLES
OCCUPATIONS = ("er", "or", "ist", "ian", "eer", "man", "woman")  # endings
RANKS = _words("former ex vice deputy assistant acting interim then late elect designate associate")
DESCRIPTORS = _words("republican democrat democratic conservative labour liberal tory independent")
NAME_PARTICLES = _words("de da di del della van von der den la le al el bin ibn du dos ter ten")
ROLES_WITH_CAPITAL = _words("general major speaker head deputy private")
SURNAMES_TOO = _words(  # titles and bodies that people are called by, too
    "king prince duke baron baker farmer bishop pope cardinal priest mason driver page major chase "
    "lord abbot judge principal player ranger guard warden constable fisher cook church post house "
    "young day bush park parks banks law court force press council street"
)
SUFFIXES = _words("jr jr. sr sr. ii iii iv")

GROUPS = _words(
    "people officials sources critics figures police lawmakers experts republicans democrats "
    "voters supporters analysts authorities prosecutors lawyers attorneys investigators "
    "researchers scientists residents witnesses others many some leaders members activists "
    "aides advisers reporters journalists families relatives parents neighbours neighbors "
    "students teachers economists diplomats ministers senators protesters workers executives "
    "historians observers opponents allies colleagues friends conservatives liberals doctors "
    "those they we spokespeople representatives campaigners organisers organizers detectives "
    "officers firefighters"
)
BODIES = _words(
    "house party department ministry committee council post times news university bank court "
    "association union group company inc corp ltd congress senate office agency institute "
    "center centre states kingdom nations commission administration government board club "
    "college school church army navy force forces service services campaign team firm trust "
    "fund federation league society foundation journal herald tribune network report street "
    "kremlin pentagon parliament police hospital library authority assembly coalition embassy "
    "bureau index press statement study poll survey letter website newspaper magazine paper "
    "memo document lawsuit insider convention national centers"
)
COUNTRIES = _words(
    "russia ukraine china iran israel britain france germany india pakistan japan turkey syria "
    "iraq egypt spain italy poland canada mexico brazil cuba venezuela america england scotland "
    "wales ireland australia washington moscow kyiv beijing tehran london brussels berlin paris "
    "nato hamas hezbollah u.s uk eu un"
)
NEVER_IN_PERSONS = BODIES | COUNTRIES | TIME | OBJECTS | _words("day year week prize act bill")
BEFORE_PLACES = _words("the in at near across from")
PLACE_OPENERS = _words(
    "new los san north south east west united great saint st las el fort port rhode hong puerto "
    "sri costa sierra burkina papua cape ivory czech northern southern eastern western central"
)
NEVER_NAMES = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | INTRODUCTORY | FINITE
NEVER_NAMES |= RELATIVES | _words(
    "asked speaking yes no well there here not who his her only even "
    "none nobody nothing everyone everybody someone somebody anyone"
)
NOT_SPEAKING = (NEVER_NAMES - GROUPS) | _words(
    "thanks according having like even maybe please today again being despite instead following "
    "considering regarding concerning asked told given compared based added said say says"
)
REFLEXIVES = _words("himself herself itself themselves")
DESCRIBING = _words("representing including familiar close speaking named called")
BY = _words("by in from")
OUTLET_WORDS = _words(
    "times post news journal herald tribune gazette magazine radio tv television broadcasting "
    "chronicle telegraph guardian observer courier dispatch examiner mirror mail press"
)
OUTLETS = _words(
    "cnn bbc reuters ap afp nbc abc cbs msnbc fox npr pbs politico axios bloomberg breitbart "
    "itv sky newsweek time buzzfeed vox slate salon huffpost tass xinhua variety"
)
PAPERS = _words(  # papers where "the" is before them
    "standard star sun record express globe bulletin register sentinel advertiser argus "
    "independent review echo inquirer enquirer monitor"
)
STATIONS = _words("radio channel television tv")  # they open a name
OUTLET_KINDS = _words("newspaper broadcaster media")  # they end one
QUOTING = _words("quoted cited quotes cites quoting citing")
PASSING = _words("reported quoted carried published broadcast aired printed relayed")
PASSING |= _words("obtained seen reviewed viewed")
PASSED_BY = _words("by in on")
INTERPRETERS = _words("interpreter interpreters translator translators")
MOUTHPIECES = _words(
    "lawyer lawyers attorney attorneys solicitor solicitors counsel spokesman spokeswoman "
    "spokesperson representative representatives agent aide aides publicist"
)
RELAYED = _words("report reports account accounts story article interview transcript recording")
TRANSLATIONS = _words("translation translations")
INTERVIEWS = _words("interview interviews")


def _given_names() -> dict[str, frozenset[str]]:
    """The lists of the file of given names, by their headings."""
    parts = (Path(__file__).parent / "given_names.txt").read_text(encoding="utf-8").split("[")
    return {heading: _words(names) for heading, names in (one.split("]") for one in parts[1:])}


_GIVEN = _given_names()
MALE_NAMES = _GIVEN["men"]
FEMALE_NAMES = _GIVEN["women"]
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES | _GIVEN["either"]

# ------------------------------------------------------------------------------- dates
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS_BACK = {  # from the day of the article
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": 1,
    "last night": 1,
}
_WEEKDAY = "|".join(map(str.capitalize, WEEKDAYS))
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DATE = re.compile(  # 2019-03-04; Monday, March 4, 2019; the 4th of March; Monday night; last night
    r"\b(?:(?P<written>[12]\d{3}-\d\d-\d\d)\b"
    rf"|(?:(?P<weekday>{_WEEKDAY}),?\s+)?"
    rf"(?:(?P<month>{_MONTH})\s+(?P<day>\d\d?)(?:st|nd|rd|th)?\b"
    rf"|(?:the\s+)?(?P<day_before>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month_after>{_MONTH}))"
    r"(?:,?\s+(?P<year>[12]\d{3})\b)?(?![-–\d])"
    rf"|(?P<alone>{_WEEKDAY})(?:\s+(?:morning|afternoon|evening|night|lunchtime)\b)?(?!,? {_MONTH})"
    r"|(?P<back>(?i:today|tonight|yesterday|last\s+night|this\s+(?:morning|afternoon|evening))))"
    r"\b(?P<of>['’]s)?"
)
NEAR_DATES = _words("late early earlier again")  # before a date they change nothing
DATE_LINKS = _words("and or to through - – — ,")
# Beside a date: it is no day on which something was said, or none that is settled.
NO_DAY_AFTER = _words(
    "a an the every each any some one next last this that coming past previous following since "
    "until till by before after from for between of to through than ago in not his her its their "
    "our my your most many"
)
NO_DAY_BEFORE = _words("of last week next ago") | OUTLET_WORDS
MEETINGS = _words("at during")  # "at Tuesday's hearing"
# What takes a date away from the verb before it: "said after the fire on Tuesday".
DATE_TAKERS = _words(
    "about over regarding concerning after before following since until till despite against "
    "amid between ahead into for ago not broadcast"
)
STATING = _words(  # "in a statement released on Tuesday"
    "speaking writing addressing talking testifying appearing responding replying asked questioned "
    "pressed released issued dated posted emailed given made delivered sent signed tweeted"
)

# ----------------------------------------------------------------------------- polarity
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
DISMISSING = _words("rubbished rubbishes rubbishing debunked debunks debunking")
