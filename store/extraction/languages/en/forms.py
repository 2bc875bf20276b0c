"""Names on lines of their own, and labels before a colon that are nobody's."""

from __future__ import annotations

from store.extraction.languages.en.listing import words
from store.extraction.languages.en.people import NAME_PARTICLES

_WORD = r"[A-ZÀ-ÖØ-ÞČĆĎŁŚŠŻŽ][\w.'’-]*+"
_LINK = rf"(?:{'|'.join(sorted(NAME_PARTICLES))}|of|and|&)"
# As a regular expression: "Ada Birch", "Vice Chair Lena de Holt", "Tove and Karl Otto".
NAMED = rf"{_WORD}(?: (?:{_LINK} )?{_WORD}){{0,5}}+"

NO_SPEAKERS = words(
    "note notes update updates updated photo photos photograph picture pictures image images video "
    "videos audio caption captions credit credits correction corrections clarification satire "
    "opinion analysis review breaking exclusive live watch listen read see more related poll polls "
    "headline headlines quote quotes line lines lyrics motto slogan summary background context "
    "source sources advertisement disclaimer disclosure warning alert tip tips email e-mail phone "
    "tel fax contact contacts website address location place venue date time dates times when "
    "where what who why how price cost costs tickets item items agenda apologies present absent "
    "vote votes total result results score scores verdict rating question questions answer answers "
    "topic topics subject step steps part chapter section table figure fig ps nb re fwd cc via "
    "transcript statement statements reaction reactions highlights details facts fact myth truth "
    "example examples reminder conclusion introduction editor's author's writer's title titles "
    "friday monday tuesday wednesday thursday saturday sunday today tomorrow yesterday next last "
    "also plus but and or if so in on at for to from by with"
)

ASKS, ANSWERS = "Q", "A"  # before what an interviewer and whoever is interviewed say
