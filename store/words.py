"""Words as they are compared: without case, accents, apostrophes and punctuation."""

from __future__ import annotations

import re
import unicodedata

# apostrophes are left out, and whatever is neither a letter nor a digit parts words
_APOSTROPHES = "'’‘ʼ＇`´"
_MARKS = "“”„«»–—…\xa0"
_PLAIN = {
    chr(code): chr(code).lower() if chr(code).isalnum() else " " for code in range(128)
} | dict.fromkeys("'`", "")
_FOLDED = str.maketrans(_PLAIN)
_WORD = re.compile(r"[^\W_]+")
_INITIAL = re.compile(r"\.[^\W\d_]\.")  # found at once; what follows goes through every letter
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")

_STOP_WORDS = """
    a about am an and any are as at be been being but by can could did do does for from had has
    have he her hers him his how i if in into is it its itself just me my no nor not of off on
    or our ours out over own shall she should so some such than that the their theirs them then
    there these they this those to too under up very was we were what when where which while who
    whom why will with would you your yours
    arent didnt doesnt dont hes id ill im isnt ive shes thats theyre wasnt weve youre
"""
_PRONOUNS = "he him his she her hers it its they them their theirs"

# Words that every article is full of: alone they ask for nothing.
STOP_WORDS = frozenset(_STOP_WORDS.split())

# Words that stand in for a name given nearby.
PRONOUNS = frozenset(_PRONOUNS.split())

# Words that turn a sentence into its opposite.
_NEGATIONS = re.compile(
    r"no|not|never|none|nothing|nobody|nowhere|cannot|without|neither|nor"
    r"|(?:ai|are|ca|could|did|does|do|had|has|have|is|must|need|should|was|were|wo|would)nt"
)


def folded(text: str) -> tuple[str, ...]:
    """The words of *text* in order, as they are compared; curly and straight marks agree."""
    if _INITIAL.search(text):  # "U.S." is "US"
        text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    if not text.isascii():  # a table is slow for what is not, and these are in most articles
        for mark in _APOSTROPHES:
            text = text.replace(mark, "")
        for mark in _MARKS:
            text = text.replace(mark, " ")
    if text.isascii():
        return tuple(text.translate(_FOLDED).split())
    plain = unicodedata.normalize("NFKD", text).casefold()
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of *words* that can be asked for, each once; stop words cannot."""
    return tuple(dict.fromkeys(word for word in words if word not in STOP_WORDS))


def negations(words: tuple[str, ...]) -> tuple[str, ...]:
    """What in *words* says no: it differs where two alike sentences are opposites."""
    return tuple(sorted(word for word in words if _NEGATIONS.fullmatch(word)))
