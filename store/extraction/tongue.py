"""Which language an article is in, where that is not the one in which statements are found.

By English rules a German sentence would yield statements that nobody made. A text that is long
enough tells its language by its small words; what is declared counts where it does not: templates
declare English for whatever is put into them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from store.extraction.languages.others import ENGLISH, NAMES, OF_SCRIPT, SMALL_WORDS
from store.model import Article

_LOOKED_AT, _LETTERS = 20_000, 4_000  # characters, for words and for scripts
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 25  # words; of fewer nothing is told
_ENGLISH_HAS = 0.2  # of all words, in any English prose; 0.3 to 0.55 in news
_OTHERS_HAVE = 0.12
_CLEARLY = 1.5  # times as many small words as English's
_ANOTHER = "another language"


def foreign(article: Article) -> str | None:
    """The name of the language of *article* where that is not English; None for English.

    It is None, too, where a short text tells nothing and nothing is declared.
    """
    declared = _primary(article.language)
    found = _told_by(article.text[:_LOOKED_AT])
    if found is None:
        found = declared or ENGLISH
    if found == ENGLISH:
        return None
    return NAMES.get(found) or NAMES.get(declared) or _ANOTHER


def _primary(tag: str | None) -> str:
    return re.split(r"[-_]", tag, maxsplit=1)[0].lower() if tag else ""


@lru_cache(maxsize=4)  # a load asks for it when it extracts, and again when it tells
def _told_by(text: str) -> str | None:
    """The language that the words of *text* are in, "" for one of unknown name; None if unsure."""
    scripts = Counter(map(_script, filter(str.isalpha, text[:_LETTERS])))
    latin = scripts.pop("", 0)
    if scripts.total() > max(latin, 1):
        script = "HIRAGANA" if scripts["HIRAGANA"] else max(scripts, key=scripts.__getitem__)
        return OF_SCRIPT[script]
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _ENOUGH:
        return None
    shares = {
        language: sum(word in small for word in words) / len(words)
        for language, small in SMALL_WORDS.items()
    }
    english = shares.pop(ENGLISH)
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= max(_OTHERS_HAVE, _CLEARLY * english):
        return best
    return ENGLISH if english >= _ENGLISH_HAS else None


def _script(letter: str) -> str:
    """The script of *letter*, "" for Latin and any that tells no language."""
    script = unicodedata.name(letter, "").partition(" ")[0] if not letter.isascii() else ""
    return script if script in OF_SCRIPT else ""
