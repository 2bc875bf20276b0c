"""Where and how: the outlet that a question asks for, at first hand only, in order of days."""

from __future__ import annotations

import re

from store.extraction.languages import en

_ABBREVIATED = {"nyt", "wsj", "wapo", "ft", "lat", "upi", "dpa", "cnbc", "espn", "cbc", "rt", "zdf"}
_WHOLE = (
    r"al jazeera|associated press|agence france-presse|the hill|the atlantic|the economist"
    r"|der spiegel|le monde|daily beast|business insider|rolling stone|usa today|the guardian"
)
# Outlets whose names are words, too: outlets only where they are written as names.
_WORDS_TOO = {"time", "variety", "slate", "salon", "sky"}
_KNOWN = "|".join(sorted((en.OUTLETS | _ABBREVIATED) - _WORDS_TOO))
_ENDING = "|".join(sorted(en.OUTLET_WORDS))
_TITLED = "|".join(sorted(word.title() for word in en.OUTLET_WORDS | en.PAPERS))
_OF_NAME = (
    r"(?!(?:an?|the|his|her|their|its|our|my|your|about|in|on|to|of|by|from|that|and|or|via)\b)"
    r"[\w.&'-]+ "
)
OUTLET = (
    rf"(?:{_WHOLE}|(?:the )?(?:(?:{_KNOWN})(?: news)?|(?:{_OF_NAME}){{1,3}}(?:{_ENDING})"
    rf"|(?-i:{'|'.join(sorted(word.title() for word in _WORDS_TOO))}))"
    rf"|(?-i:[Tt]he (?:{_TITLED})))(?![\w-])"
)
_ENDS = (
    r"(?=\W*$|,? (?:about|abt|bout|re|on|in|that|regarding|concerning|since|before|after|until"
    r"|between|from|last|this|yesterday|today)\b)"
)
_IN_OUTLET = re.compile(rf",? (?:in|on|via|per|from) (?P<outlet>{OUTLET}){_ENDS}", re.IGNORECASE)
_LED_BY_OUTLET = re.compile(
    rf"\A\W*(?:as reported (?:by|in)|according to|as per|per|via) (?P<outlet>{OUTLET})[ ,:]+(?=\w)",
    re.IGNORECASE,
)
_IS_OUTLET = re.compile(OUTLET, re.IGNORECASE)

_HAND = r"first[- ]?hand"
_NOT_SECOND = r"(?:no|nothing|not|without|excluding|except) (?:any )?(?:second[- ]?hand|hearsay)"
_OF_STATEMENTS = r"(?: (?:quot\w+|statements?|remarks?|sources?|ones?))"
_FIRST_HAND = re.compile(
    rf"\A(?:only |just |all )*{_HAND}(?: only)?(?:[:,] ?| (?=quot|statem|remark|comment))"
    rf"|\A{_NOT_SECOND}{_OF_STATEMENTS}?[:,] ?"
    rf"|,? (?:but |and )?(?:(?:only|just) (?:at |from )?{_HAND}"
    rf"|(?:at |from )?{_HAND}{_OF_STATEMENTS}? only|(?:at|from) {_HAND}|{_NOT_SECOND})"
    rf"{_OF_STATEMENTS}?\W*$",
    re.IGNORECASE,
)

_TIMELINE = re.compile(
    r"\W*(?:(?:an?|the|show|give|me) )*(?:time ?line|chronology)(?: (?:of|for|on|by|with))? (?=\w)",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"(?!what|who|quot)\S+(?: \S+){0,3}? (?:about|abt|re|on) ", re.IGNORECASE)
_ONLY = re.compile(r" only\W*$", re.IGNORECASE)  # left over from "first-hand quotes only"


def is_outlet(name: str) -> bool:
    """Whether *name* can be no other thing than an outlet's."""
    return bool(_IS_OUTLET.fullmatch(name))


def without_outlet(text: str) -> tuple[str, str]:
    """*text* without the outlet in which it asks for words, and that outlet."""
    found = _LED_BY_OUTLET.match(text) or _IN_OUTLET.search(text)
    if not found:
        return text, ""
    return text[: found.start()] + text[found.end() :], found["outlet"]


def without_order(text: str) -> tuple[str, bool]:
    """*text* without the wish for a timeline, and whether there is one."""
    found = _TIMELINE.match(text)
    if not found:
        return text, False
    rest = text[found.end() :]
    return f"quotes by {rest}" if _OF_WHOM.match(rest) else rest, True


def without_hand(text: str) -> tuple[str, bool]:
    """*text* without the wish for what is first-hand, and whether there is one."""
    rest = _FIRST_HAND.sub("", text)
    return (_ONLY.sub("", rest), True) if rest != text else (text, False)
