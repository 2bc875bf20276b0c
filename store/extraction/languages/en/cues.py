"""Words and nouns that report speech, and what they take."""

from __future__ import annotations

from store.extraction.languages.en.listing import words

_SAY = (
    "say tell add write tweet explain note argue insist continue declare announce state reply "
    "respond claim warn admit recall conclude remark joke acknowledge suggest predict testify "
    "report confirm assert allege complain stress emphasize emphasise reiterate reveal comment "
    "observe maintain contend concede caution charge boast proclaim pronounce quip exclaim ask "
    "vow promise pledge shout whisper mutter recount repeat lament stipulate opine caution "
    "advise inform assure remind agree protest plead counter retort estimate explain disclose "
    "post elaborate urge demand interject marvel muse yell scream answer sigh snap laugh "
    "propose read go_on put_it point_out echo text email e-mail message "
    "blog crack shoot_back chime_in fume grin"
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
    "grin": ("grins", "grinned", "grinning"),
    "quip": ("quips", "quipped", "quipping"),
    "snap": ("snaps", "snapped", "snapping"),
    "answer": ("answers", "answered", "answering"),
    "proclaim": ("proclaims", "proclaimed", "proclaiming"),
    "email": ("emails", "emailed", "emailing"),
    "e-mail": ("e-mails", "e-mailed", "e-mailing"),
    "blog": ("blogs", "blogged", "blogging"),
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
CUE_VERBS = frozenset(form for form in SAYING if form.endswith("ed")) | words("said says told")
LABELS = words(_LABEL)
SAME_PAST = words("read put")  # the base form is the past form too

RELAYING = words("said says told tells reported reports wrote writes claimed claims added adds")
RELAYING |= words("recalled recalls revealed reveals alleged alleges testified noted notes")
ACCORDING = ("according", "to")
IN_WORDS = ("in", "the", "words", "of")
HEARD = words("heard quoted quotes quoting overheard")  # Smith (as) saying
ALSO_NOUNS = words(
    "claims comments remarks states reports notes charges promises pledges demands answers replies "
    "protests posts estimates calls labels brands laments reveals shouts whispers cracks echoes "
    "boasts urges concedes disputes denies rejects details counters pleas maintains jokes laughs "
    "questions warnings texts emails e-mails messages blogs snaps sighs screams yells quips blasts "
    "slams hails dubs repeats explains"
) & frozenset(CUES)
# Cues that need no "that" before what was said: "Smith said he would go".
NEED_NO_THAT = words(
    "say claim insist allege argue tell warn promise vow predict admit believe assert maintain "
    "contend suggest concede complain joke boast confirm announce acknowledge deny"
)
TAKES_ADDRESSEE = words("tell warn assure remind inform advise ask urge promise")
NOMINAL_DENIALS = words(_DENY)
NOT_DENIED = words("entry access bail parole motion motions appeal request requests visa visas")
NOT_DENIED |= words("permission service petition application boarding asylum offer invitation")
CALLING = words("shout yell scream snap")  # at somebody
ADDRESSING = words("speaking talking writing")  # to somebody
MESSAGES = words(
    "letter note tweet post text email e-mail message statement speech memo address remarks "
    "comments submission testimony"
)
HEARERS = words(
    "crew crowd audience staff jury employees congregation class fans press media public nation "
    "panel board inquiry meeting rally gathering hearing briefing conference patients inspectors"
)
REACTIONS = words(  # "said to applause"
    "applause laughter cheers jeers boos tears gasps whoops silence ovation delight surprise "
    "amazement horror dismay effect astonishment relief offer idea plan proposal suggestion "
    "request question questions"
)
REACHING = words("emailed texted messaged briefed notified alerted lectured")  # takes who, too
GOING_ON = words("add continue go_on")  # the last speaker does
TOO = words("also too further furthermore again still")  # "he also said": the last speaker does
TALKING = words("ask answer reply respond retort counter shoot_back chime_in interject")
# What before a colon tells that its subject speaks: "was blunt", "issued a warning".
MANNERS = words(
    "blunt clear adamant unequivocal defiant succinct brief terse emphatic scathing frank candid "
    "dismissive unapologetic direct firm categorical unimpressed sceptical skeptical cautious"
)
UTTERANCES = words(
    "answer reply response message warning verdict explanation advice plea appeal rebuke retort "
    "statement apology denial assessment conclusion question comment comments words word promise "
    "pledge advice prediction complaint tweet argument assertion"
)
NOTES = words("letter note lesson tweet post text email")
WHILE = words("while whilst ,")
ISSUING = words(
    "made makes issued issues gave gives offered offers delivered tweeted released sounded "
    "rolling giving issuing offering"
)
FROM_OTHERS = words("from by that which who whom whose about of")
CONTENT_OPENERS = words("that if whether")
ALSO_NAMES = words("will may")  # where they have a capital
SUBJECTS = words("i you he she it we they there this these those")

MEETING = words("met meets joined joins")  # two who meet: either may be a writer
TALKED = words("spoke spoken talked speaks talks sat sits chatted chats caught opened opens")
PARTICLES = words("down up")  # sat down with, caught up with, opened up to
INTERVIEWING = words("interviewed interviews questioned quizzed quizzes grilled asked asks")
TELLING = words("told tells")
WRITERS_TOLD = words("us me")
PRESS = words("reporter correspondent journalist columnist reporters journalists")
HANDING = words(  # after these, whoever is named may speak next
    "introduced introduces invited welcomed interviewed asked told heard phoned called rang "
    "questioned urged persuaded greeted presented consulted texted emailed quoted thanked warned"
)
TEXTS = words(  # words that hold others' words
    "letter sign note statement poster banner placard book poem verse message email song motto "
    "headline speech slogan prayer read quoted recalled sang recited"
)
