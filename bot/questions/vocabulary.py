"""The words that the forms of questions are made of, with the ways in which people type them."""

from __future__ import annotations

from bot.questions.where import OUTLET


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


def _verbs(regular: str, others: str) -> str:
    """The *regular* verbs in all their forms, and the forms given of *others*, adverbs before."""
    endings = [
        f"{v[:-1]}(?:e|es|ed|ing)" if v[-1] == "e" else f"{v}(?:s|ed|ing)?" for v in regular.split()
    ]
    return _ADVERBS + rf"(?:{'|'.join((*endings, *others.split()))})"


_ADVERBS = (
    r"(?:(?:also|ever|really|rly|actually|literally|even|just|else|first|already|been|publicly"
    r"|recently|exactly|(?:have|has|had|end(?:ed)? up|go on|went on)(?: to)?|did|it (?:that|who)"
    r"|the (?:one|person)(?: that| who)?"
    r"|quoted(?: as)?) )*"
)
_DID = _any("did dd ddi didja didya do does has have had is was are were")
_ALL_ABOUT_IT = (
    r"(?:'?(?:s|ve|d|re))?(?: (?:else|all|exactly|tf|the (?:hell|heck|fuck)|on earth"
    rf"|in the world))?(?: {_DID})?"
)
_ABOUT = "about abuot abotu abt bout re regarding concerning"
_NAMELESS = (  # no name begins with it
    r"(?!(?:he|she|it|they|we|you|i|who|what|when|where|why|how|which|that|this|if|and|but|is|was"
    r"|are|were|do|did|does|has|have|had|as|in|on|at|not|no|so|there|someone|everyone)\b)"
)
_WHICH_ONE = rf"which {_NAMELESS}(?!(?:means|made|makes)\b)\w+(?: \w+)?"  # "which minister"
_WHICH_QUOTES = (
    "all any an? the that some more of new newest recent latest last exact full direct actual"
    " original other public"
)
# What somebody may be to somebody: "Zelensky's spokesman" is not Zelensky.
_OFFICES = (
    r"spokes(?:man|woman|person|people)|(?:press )?secretary|(?:chief of )?staff|(?:top )?aides?"
    r"|advis[eo]rs?|lawyers?|attorneys?|deputy|wife|husband|son|daughter|brother|sister|campaign"
    r"|office|team|representatives?|ambassador|envoy|minister|assistant"
)
# What somebody is called ends where it is told that they say something.
_ONE = r"(?P<speaker>\S+(?: (?!(?:say|says|said|saying)\b)\S+){0,6}?)"

PARTS = {
    # who and what, and words without a meaning of their own
    "WHO": rf"(?:who said )*(?:who|hwo|woh|wo|whp|whoo|{_WHICH_ONE}){_ALL_ABOUT_IT}",
    "WHAT": rf"(?:what|waht|wat|wut|wht|hwat|whta|wtf){_ALL_ABOUT_IT}",
    "WHOSE": r"(?:whose|who's)",
    "SOURCE": r"(?:(?:the )?source (?:of|for)|(?:from|by) whom? (?:is|are|was|were))"
    r"(?: (?:the|this|that) quot\w+)?",
    "DID": rf"(?:(?:since when|when|where|why) )?{_DID}(?:n'?t)?(?: it that)?",
    "HAS": _any("has have had hasn't hasnt"),
    "WAS": _any("is was are were"),
    "ARE": r"(?:is|are)(?: (?:this|these|that|it))?",
    "A": r"(?:an?|the)",
    "BY": r"(?:(?:said|made|given|issued|posted|tweeted) )?(?:by|from|frm)",
    "THAT": r"(?:that|(?:something|anything|smth|sth) like)",
    "DONE": _any("did does has have"),
    "RE": _any(_ABOUT),
    "ABOUT": _any(f"{_ABOUT} on of"),
    "TO": _any(f"{_ABOUT} on of to"),
    "YET": r"(?:yet|so far|or not|already|at all|exactly|lately|recently)",
    "ANYONE": r"(?:(?:any|some|sum|every) ?(?:one|1|body)|people|they)",
    "THINGS": r"(?:what|wut|wat|(?:some|any|every)thing|things|stuff|smth|sth)",
    "TERM": _any("words? phrase term expression line"),
    "INTERVIEW": r"(?:interview(?:ed)?|speaking|talking)(?: with| to| by| on| in)?",
    # what is said, and what is told of it
    "SAY": _verbs(
        "state claim insist declare report comment add announce warn argue mention proclaim promise"
        " tweet coin",
        "say says said saying sayed sayd siad sadi sed sya posts posted posting"
        " write writes wrote written writing",
    ),
    "TELL": _ADVERBS + r"(?:(?:tells?|told|telling)(?: to)?|(?:say|says|said|saying) to)",
    "TALK": _verbs("talk comment", "spoke speaks? speaking spoken quoted"),
    "REACT": _verbs("react respond", "reply replies replied"),
    "THINK": _verbs("", "think thinks thought feel feels felt"),
    "MAKE": _verbs("issue release", "make made makes give gave gives given put puts"),
    "USE": rf"(?:{_verbs('use coin', '')}|{_verbs('', 'come comes came')} up with)",
    "REPORT": _verbs("report publish", "write wrote carry carried run ran"),
    "DENY": _verbs("reject refute dispute", "deny denies denied denying"),
    "CONFIRM": _verbs("confirm acknowledge", "admits? admitted admitting"),
    "CALL": rf"(?:{_verbs('call describe brand', '')}|{_verbs('refer', 'referred referring')} to)",
    "ACCUSE": _verbs(
        "accuse blame criticise criticize condemn denounce praise thank",
        "slam slams slammed slamming",
    ),
    "VIEW": _any(
        "response reaction reply answer comments? take views? position stance opinion line"
    ),
    "QUOTES": rf"(?:{_any(_WHICH_QUOTES)} )*(?:quot(?:e|es|ations?)|news|statements?|remarks?"
    r"|comments?|latest|words?|(?:any|every)thing(?: (?:new|else|recent))?(?: (?:was )?said)?)",
    "DENIALS": r"(?:(?:all|any|an?|the|some) )*denials?",
    # what is asked for
    "SPEAKER": _ONE,
    "OWNER": rf"(?:(?:all|any|some|more)(?: of)?(?: the)? )?{_NAMELESS}{_ONE}",
    "NAME": rf"{_NAMELESS}(?P<speaker>\S+)",
    "NAMES": rf"{_NAMELESS}(?P<speaker>[^\s,;:]+(?: [^\s,;:]+){{0,2}}?)",
    "OFFICE": rf"(?P<speaker>\S+(?: \S+){{0,2}}?(?:'s|s|s') (?:{_OFFICES})"
    r"|(?:\S+ ){1,3}?(?:spokes(?:man|woman|person)|press secretary))",
    "OUTLET": r"(?P<outlet>.+?)",
    "KNOWN": f"(?P<outlet>{OUTLET})",
    # of few words, and none that a sentence has: "who told CNN it was a lie"
    "PLACE": r"(?!.*\b(?:it|its|he|she|they|we|i|you|is|was|are|were|will|would|has|had|have"
    r"|there|not|no)\b)(?P<outlet>\S+(?: \S+){0,3})",
    "LOOSE": r"(?P<loose>.+)",
    "TOPIC": r"(?P<topic>.+?)",
    "WORDS": r"(?P<words>.+)",
    "EPITHET": r"(?P<words>(?:(?:very|so|quite|too|\w+ly) )*\S+)",
    "ACCUSED": r"(?P<words>(?P<other_than>.+?)(?: (?:of|for|over) .+)?)",
}
