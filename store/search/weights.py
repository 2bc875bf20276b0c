"""Every weight and threshold of the search, in one place.

Set by hand on the seed article and invented ones, but for CLOSE and ANSWER, which
benchmarks/fit_search.py fits; shares and likenesses run from 0 to 1.
"""

from __future__ import annotations

import numpy as np

# A statement is accepted when it meets this share of the weighted words asked for. Of few words
# all must be met, unless the missing one is very common; of many, some may be remembered wrong.
_ACCEPTED = ((3, 0.8), (7, 0.7))
_ACCEPTED_OF_MANY = 0.6

NEAR = 0.4  # the share at which a statement is still worth offering as the nearest thing
FITTED_FROM = 10_000  # statements in sight; with fewer the share of words met counts, too
KEYWORDS = 4  # words; as few are keywords, all of which must be met
SAME_SAID = 85  # likeness from which two statements say the same
LOOKED_AT = 160  # statements, best first, that are looked at closely
LIKELY = 0.55  # of the best score so far: what has less is looked at no closer
LOOSEST = 0.25  # the share of many words that is met at least, other words among them
CLOSE_BY = 0.75  # likewise, of the best at a glance
TIES = 640  # statements that meet the words as well as any, likewise

SUMMED_FIRST = (
    5_000  # statements in the lists of the rarest words, whose sums tell how high they are
)
BEARERS = 600  # speakers of one name or role that are compared
CHECKED = 5_000  # statements, best first, of which it is read whether they hold up
READ = 2_000  # statements, best first, in which it is read whether a phrase stands just so
BATCH = 200  # statements that are read on to where more are asked for
CLOSER = 24  # statements, best at a glance, that are compared letter by letter
DIGITS = 2  # of a score: what differs by less is as good, and the surer one comes first
SORTED = 5_000  # statements that are put in order by being read

SAME_WORD = 70  # likeness from which a word may be one that was asked for
MISSPELT_WORD = 84  # likeness from which it is that word, misspelt
BY_FORM = 0.97  # what another form of a word counts for
BY_PRONOUN = 0.8  # what a name counts for that stands near, with a pronoun in what was said
BY_SPELLING = 0.92  # for each letter that a word asked for differs from the word found
BY_SYNONYM = 0.8  # what another word counts for, times how alike the two are
FOUND = 0.9  # the share of the words from which no others are looked for in their place
SYNONYM_HELD = 6_000  # statements; a commoner word is not looked for instead of another
NAMED = 40  # speakers who may be named among words without a question around them
SPELLINGS = 5  # known words that a misspelt one may be meant for

CLOSENESS = 0.25  # of a score is how alike the letters are; the rest is the share of words met
IN_ANY_ORDER = 0.9  # what letters count for that are only alike when the words are sorted
TIER = 0.8  # of a score remains with each step that a topic moves away from what was said

SAME_NAME = 0.8  # likeness of two words in names
SAME_SOUND = 0.9  # likeness of two words that are one when transcribed alike, and of an initial
OTHER_GIVEN = 0.75  # likeness at most of two given names that are not one
SHORT_GIVEN = 5  # letters; in a shorter given name only two may be swapped
LONG_GIVEN = 8  # letters; in a given name as long two may be wrong, consonants too
FIRST_NAME_ONLY = 0.85  # what a name asked for without its surname counts for
PART_OF_NAME = 0.75  # what a body or group is at least meant by a part of its name
NAMED_IN = 12  # words without a question around them among which a name is looked for
KNOWN_NAME = 0.75  # likeness from which a speaker is the one asked for
MISSPELT_NAME = 0.95  # likeness at most of a name that nobody has just so
NEAR_NAME = 0.75  # likeness of two words in names where nothing better was found
BEGUN_NAME = 0.65  # likeness of what is being typed to the beginning of a name to offer
FOREMOST = 1_500  # names of those in most articles, among which one that is begun is looked for
BEGUN_WORDS = 200  # words of names, likeliest first, that what is typed may begin
LONG_TITLE = 8  # letters; in a title as long two may be wrong
NAME_ALONE = 6  # letters; a shorter word by itself is no misspelt name: "quit" is not Quist
READ_FOR_PRONOUNS = 30  # statements of one speaker in which a pronoun is looked for
NAMESAKES = 25  # people of one name that are told
RIVALS = 0.05  # bearers of a name this close to the best are all meant
OUTLET_COVERED = 0.5  # the share of an outlet's name that must be typed

VARIANTS = 50  # of one statement that are read; nobody reads on


def accepted(words: int) -> float:
    """The share that must be met of so many words asked for."""
    return next((share for most, share in _ACCEPTED if words <= most), _ACCEPTED_OF_MANY)


def misspelt(word: str) -> int:
    """How many letters of *word* may be wrong, swapped, missing or too many."""
    return 0 if len(word) < 5 else 1 if len(word) < 7 else 2


# How close a statement is to the words asked for, and whether that makes it an answer: the
# traits that `closeness` gives it, weighed as benchmarks/fit_search.py finds.
CLOSE = np.array(
    [
        0.049,
        0.056,
        -0.092,
        0.14,
        -0.091,
        0.066,
        0.056,
        0.061,
        0.087,
        0.253,
        0.035,
        0.011,
        0.032,
        0.012,
        0.144,
        -0.007,
        -0.03,
        -0.059,
        0.037,
        0.013,
        0.06,
        0.095,
        0.052,
        -0.0,
        0.022,
        0.02,
    ]
)
ANSWER = np.array(
    [
        0.293,
        -1.222,
        0.837,
        4.391,
        1.602,
        9.777,
        -5.301,
        2.425,
        2.701,
        7.495,
        -5.217,
        0.99,
        -6.86,
        1.384,
        3.469,
        1.596,
        0.362,
        -2.49,
        -1.262,
        -1.19,
        0.313,
        3.296,
        4.845,
        4.293,
        0.477,
        -0.969,
        1.406,
        3.023,
        2.387,
        2.003,
        1.294,
        16.584,
        -4.583,
        2.471,
        0.25,
        2.237,
        -18.11,
    ]
)
