"""Days, and the words beside them."""

from __future__ import annotations

import re

from store.extraction.languages.en.listing import words
from store.extraction.languages.en.outlets import OUTLET_WORDS

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
NEAR_DATES = words("late early earlier again")  # before a date they change nothing
DATE_LINKS = words("and or to through - – — ,")
# Beside a date: it is no day on which something was said, or none that is settled.
NO_DAY_AFTER = words(
    "a an the every each any some one next last this that coming past previous following since "
    "until till by before after from for between of to through than ago in not his her its their "
    "our my your most many"
)
NO_DAY_BEFORE = words("of last week next ago") | OUTLET_WORDS
MEETINGS = words("at during")  # "at Tuesday's hearing"
# What takes a date away from the verb before it: "said after the fire on Tuesday".
DATE_TAKERS = words(
    "about over regarding concerning after before following since until till despite against "
    "amid between ahead into for ago not broadcast"
)
STATING = words(  # "in a statement released on Tuesday"
    "speaking writing addressing talking testifying appearing responding replying asked questioned "
    "pressed released issued dated posted emailed given made delivered sent signed tweeted"
)
