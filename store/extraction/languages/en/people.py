"""Who may speak, and what people and bodies are called."""

from __future__ import annotations

from pathlib import Path

from store.extraction.languages.en.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    INTRODUCTORY,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
)
from store.extraction.languages.en.listing import words

HE = words("he him himself")
SHE = words("she her herself")
THEY = words("they them themselves")
PRONOUNS = HE | SHE | THEY | words("it i we you who")
OBJECTS = words("him her them me us it you")
PRONOUN_SUBJECTS = words("he she they it i we you who everyone somebody someone")
MR = words("mr mister sir lord king prince father fr baron duke emperor")
MRS = words("mrs ms miss madam dame lady queen princess sister baroness duchess")
HONORIFICS = MR | MRS | words("dr prof professor rev reverend hon mx cllr")
MALE_ROLES = words(
    "spokesman chairman congressman businessman policeman husband father brother son actor king "
    "prince councilman assemblyman fireman man boy uncle grandfather"
)
FEMALE_ROLES = words(
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
    "captain striker chef miner plumber electrician beekeeper trader banker broker lecturer "
    "physicist chemist biologist geologist astronomer psychologist sociologist psychiatrist "
    "dentist vet pharmacist midwife carer cleaner waiter waitress bartender hairdresser builder "
    "welder jockey cyclist swimmer sprinter golfer footballer cricketer midfielder "
    "defender referee umpire pianist violinist drummer guitarist cellist conductor "
    "sculptor photographer filmmaker comedian novelist playwright translator blogger librarian "
    "archivist billionaire millionaire investor entrepreneur retailer accountant auditor "
    "financier pensioner trainee apprentice intern campaigner whistleblower firefighter trucker "
    "cabbie sommelier beautician barista"
)
ROLES = words(_ROLES) | MALE_ROLES | FEMALE_ROLES
OCCUPATIONS = ("er", "or", "ist", "ian", "eer", "man", "woman")  # endings
SCIENCES = ("ologist", "ographer", "otherapist", "onomer")  # so do titles end
RANKS = words("former ex vice deputy assistant acting interim then late elect designate associate")
DESCRIPTORS = words("republican democrat democratic conservative labour liberal tory independent")
NAME_PARTICLES = words("de da di del della van von der den la le al el bin ibn du dos ter ten")
ROLES_WITH_CAPITAL = words("general major speaker head deputy private")
SURNAMES_TOO = words(  # titles and bodies that people are called by, too
    "king prince duke baron baker farmer bishop pope cardinal priest mason driver page major chase "
    "lord abbot judge principal player ranger guard warden constable fisher cook church post house "
    "young day poll bush park parks banks law court force press council street"
)
SUFFIXES = words("jr jr. sr sr. ii iii iv")
HONOURS = words("kc qc mp mep msp td mla phd md frs obe mbe cbe dbe kbe cmg")  # in capitals

GROUPS = words(
    "people officials sources critics figures police lawmakers experts republicans democrats "
    "voters supporters analysts authorities prosecutors lawyers attorneys investigators "
    "researchers scientists residents witnesses others many some leaders members activists "
    "aides advisers reporters journalists families relatives parents neighbours neighbors "
    "students teachers economists diplomats ministers senators protesters workers executives "
    "historians observers opponents allies colleagues friends conservatives liberals doctors "
    "those they we spokespeople representatives campaigners organisers organizers detectives "
    "officers firefighters"
)
BODIES = words(
    "house party department ministry committee council post times news university bank court "
    "association union group company inc corp ltd congress senate office agency institute "
    "center centre states kingdom nations commission administration government board club "
    "college school church army navy force forces service services campaign team firm trust "
    "fund federation league society foundation journal herald tribune network report street "
    "kremlin pentagon parliament police hospital library authority assembly coalition embassy "
    "bureau index press statement study poll survey letter website newspaper magazine paper "
    "memo document lawsuit insider convention national centers"
)
COMPANIES = words("ltd llp plc inc corp llc gmbh")  # they end a firm's name
# What a body may be called without its name or a capital: "the department".
INSTITUTIONS = words(
    "department ministry committee council university bank court association union commission "
    "administration board institute agency foundation league federation bureau authority"
)
COUNTRIES = words(
    "russia ukraine china iran israel britain france germany india pakistan japan turkey syria "
    "iraq egypt spain italy poland canada mexico brazil cuba venezuela america england scotland "
    "wales ireland australia washington moscow kyiv beijing tehran london brussels berlin paris "
    "nato hamas hezbollah u.s uk eu un"
)
NEVER_IN_PERSONS = BODIES | COUNTRIES | TIME | OBJECTS | words("day year week prize act bill")
BEFORE_PLACES = words("the in at near across from")
PLACE_OPENERS = words(
    "new los san north south east west united great saint st las el fort port rhode hong puerto "
    "sri costa sierra burkina papua cape ivory czech northern southern eastern western central"
)
NEVER_NAMES = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | INTRODUCTORY | FINITE
NEVER_NAMES |= RELATIVES | words(
    "asked speaking yes no well there here not who his her only even "
    "none nobody nothing everyone everybody someone somebody anyone"
)
NOT_SPEAKING = (NEVER_NAMES - GROUPS) | words(
    "thanks according having like even maybe please today again being despite instead following "
    "considering regarding concerning asked told given compared based added said say says"
)
REFLEXIVES = words("himself herself itself themselves")
DESCRIBING = words("representing including familiar close speaking named called")
BY = words("by in from")
GIVEN_NAMES_TOO = words("will may april june august")  # other words, mostly


def _given_names() -> dict[str, frozenset[str]]:
    """The lists of the file of given names, by their headings."""
    parts = (Path(__file__).with_name("given_names.txt")).read_text(encoding="utf-8").split("[")
    return {heading: words(names) for heading, names in (one.split("]") for one in parts[1:])}


_GIVEN = _given_names()
MALE_NAMES = _GIVEN["men"]
FEMALE_NAMES = _GIVEN["women"]
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES | _GIVEN["either"]
