"""The words that a cue reports, as ranges of word numbers of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.extraction.languages import en
from store.extraction.listeners import addressee
from store.extraction.phrases import before_adverbs
from store.extraction.rules.cues import Cue, Form
from store.extraction.sentences import Sentence, Word

_QUOTE_PAUSES = frozenset(",?!.…-–—")  # what a quotation ends with where its cue follows
_TURNS = en.CONJUNCTIONS | {",", ";", "while", "as"}
_ADVERBIAL = en.ADVERBIAL_OPENERS | en.ADVERBS
_APART = frozenset("(—–")
_NEAR = 20  # words between a cue and its "that"


def limit(sentence: Sentence, current: Cue, following: Iterable[tuple[Cue, range | None]]) -> int:
    """Where a content must stop, because another cue of the sentence takes over."""
    for cue, source in following:
        at = before_adverbs(sentence, cue.first)
        word = sentence[at - 1] if at else None
        if word is None:
            continue
        if cue.form is Form.ACCORDING:
            if word.text == ",":
                return at - 1
            continue
        if cue.form is Form.PARTICIPLE:
            return at - 1 if word.key in en.CONJUNCTIONS | {","} else at
        if word.key in en.CONJUNCTIONS:
            return at - 1
        if source and source.start < current.first:  # Smith, who says that …, said
            return at - 1
        if source and source.start and _turns(sentence[source.start - 1]):
            return source.start - 1
    return len(sentence)


def _turns(word: Word) -> bool:
    """Whether another voice may begin after *word*."""
    return word.key in _TURNS or bool(word.stretch)


def quoted_before(sentence: Sentence, begin: int, since: int) -> range | None:
    """What ends with a quotation just before *begin*: “…,” said Smith."""
    end = begin - (begin > since and sentence[begin - 1].key == "as")  # “…,” as she put it
    comma = end > since and sentence[end - 1].text in ",–—"
    end -= comma
    if end <= since or not sentence[end - 1].stretch:
        return None
    alone = end == 1 and begins_high(sentence[0])  # “We go” Smith said.
    if not comma and not alone and not ends_with_pause(sentence[end - 1]):
        return None
    return _with_clause(sentence, since, end)


def ends_with_pause(word: Word) -> bool:
    """Whether the words inside the marks end as they do where a cue follows."""
    inside = word.stretch.inside if word.stretch else word.span
    said = word.text[: inside.end - word.span.start].rstrip(en.CLOSING_MARKS)
    return said[-1:] in _QUOTE_PAUSES


def _with_clause(sentence: Sentence, since: int, end: int) -> range:
    """The quotation that ends before *end*, with the clause that it is a part of."""
    begin = since
    while begin < end and (
        sentence[begin].key in en.CONJUNCTIONS or sentence[begin].text in ",;:–—-"
    ):
        begin += 1
    quoted = end - 1
    before = sentence[quoted - 1].text if begin < quoted else ""
    if before in _APART or (before in {",", ":", "-", ")"} and begins_high(sentence[quoted])):
        return range(quoted, end)
    return range(begin, end)


def begins_high(word: Word) -> bool:
    """Whether the words inside the marks begin as a sentence does."""
    inside = word.stretch.inside if word.stretch else word.span
    return word.text[inside.start - word.span.start].isupper()


def clause_before(sentence: Sentence, begin: int, since: int) -> range | None:
    """The clause that a cue follows: "The plan will fail, he said."."""
    if begin <= since or sentence[begin - 1].text != ",":
        return None
    found = trimmed(sentence, range(since, begin - 1))
    return found if len(found) > 2 and _has_verb(sentence, found) else None


def parenthesis(
    sentence: Sentence, torn: range, since: int, end: int
) -> tuple[range, range] | None:
    """Both sides of cue and source in the middle of a clause: "The plan, he said, will fail."."""
    if torn.start <= since or torn.stop + 1 >= end:
        return None
    if not sentence[torn.start - 1].text == sentence[torn.stop].text == ",":
        return None
    left = trimmed(sentence, range(since, torn.start - 1))
    right = trimmed(sentence, range(torn.stop, end))
    return (left, right) if left and right and _has_verb(sentence, right) else None


def past_time(sentence: Sentence, begin: int) -> int:
    """Where the words after a source begin, "on Monday," left out."""
    near = range(begin, min(begin + 4, len(sentence)))
    comma = next((at for at in near if sentence[at].text == ","), begin)
    return comma if any(sentence[at].key in en.TIME for at in range(begin, comma)) else begin


def _has_verb(sentence: Sentence, found: range) -> bool:
    return any(sentence[i].key in en.FINITE or _past(sentence[i]) for i in found)


def _past(word: Word) -> bool:
    return word.plain and not word.capital and word.key.endswith("ed")


def piece_after(sentence: Sentence, begin: int, end: int) -> range | None:
    """The rest of a quotation that its cue interrupted: …,” he said, “and so on.”."""
    for at in range(begin, end):
        if sentence[at].key in en.RELATIVES:  # …,” he told Smith, who replied: “…”
            return None
        if not sentence[at].stretch:
            continue
        before = at - 1
        if before > begin and sentence[before].key in en.CONJUNCTIONS:
            before -= 1
        return range(at, at + 1) if sentence[before].text in ",–—;:" else None
    return None


def content_after(sentence: Sentence, cue: Cue, begin: int, end: int) -> range | None:
    """What follows a cue: a quotation, a clause, or what is denied or labelled."""
    if cue.labels:
        return _label(sentence, begin, end)
    at = _past_addressee(sentence, cue, begin, end)
    opener = next(_openers(sentence, at, end), None)
    if opener is not None:
        return _opened(sentence, opener, end)
    if cue.denies:
        return _denied(sentence, at, end)
    if _is_clause(sentence, cue, at, end):
        return range(at, end)
    quotes = any(_long(sentence[i]) for i in range(at, end))
    return range(at, end) if quotes and not _introduces(sentence, at, end) else None


def _introduces(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether words lead up to a colon and others' words: "recalled her slogan: “…”"."""
    colon = next((i for i in range(begin, end) if sentence[i].text == ":"), None)
    if colon is None:
        return False
    told = any(sentence[i].key in en.CUE_VERBS for i in range(begin, colon))
    return not told or sentence[begin].key in en.QUESTIONS


def _past_addressee(sentence: Sentence, cue: Cue, begin: int, end: int) -> int:
    addressed = addressee(sentence, cue.lemma, begin, end)
    return addressed.stop if addressed else begin


def _openers(sentence: Sentence, begin: int, end: int) -> Iterator[int]:
    """Where what is said may begin: at "that", at a quotation, after a colon."""
    adverbial = begin < end and sentence[begin].key in _ADVERBIAL
    for at in range(begin, min(end, begin + _NEAR)):
        word, before = sentence[at], sentence[at - 1]
        introduced = at == begin or before.text in {",", ":"} or before.key in en.CONTENT_OPENERS
        if _opens(word, first=at == begin) and (adverbial or introduced):
            yield at + 1
            return
        if word.stretch and introduced:
            yield at
            return
        if not adverbial and word.text != ",":
            return


def _opens(word: Word, *, first: bool) -> bool:
    return word.key == "that" or word.text == ":" or (first and word.key in en.CONTENT_OPENERS)


def _opened(sentence: Sentence, begin: int, end: int) -> range | None:
    """What begins at *begin*: the quotation alone where it is one, else to the end."""
    if begin >= end:
        return None
    word = sentence[begin]
    if not word.stretch:
        return range(begin, end)
    alone = begin + 1 >= end or not sentence[begin + 1].plain or sentence[begin - 1].text in ",:"
    alone = alone or _ends_with_comma(word)
    if alone or begins_high(word):
        return range(begin, begin + 1)
    return range(begin, end)


def _ends_with_comma(word: Word) -> bool:
    return word.text.rstrip(en.CLOSING_MARKS).endswith(",")


def _label(sentence: Sentence, begin: int, end: int) -> range | None:
    """What is called what, which must be in marks: "called him a “butcher”"."""
    last = next((i for i in range(begin, end) if sentence[i].stretch), None)
    if last is None or any(sentence[i].text in ",;" for i in range(begin, last)):
        return None
    return range(begin, last + 1)


def _denied(sentence: Sentence, begin: int, end: int) -> range | None:
    """What is denied, up to the next comma; entry, bail and the like deny nothing said."""
    commas = (i for i in range(begin, end) if sentence[i].text in {",", ";", "—"})
    found = range(begin, next(commas, end))
    keys = {sentence[i].key for i in found}
    if end < len(sentence) and sentence[end - 1].capital and sentence[end].capital:
        return None  # another's name: "denied Ada Birch said so"
    if not keys or keys & en.NOT_DENIED:
        return None
    return found


def _is_clause(sentence: Sentence, cue: Cue, begin: int, end: int) -> bool:
    """Whether a whole clause follows, so that "that" may be left out."""
    if cue.lemma not in en.NEED_NO_THAT or end - begin < 2:
        return False
    if sentence[begin].key in en.PREPOSITIONS | en.CONJUNCTIONS or not sentence[begin].plain:
        return False
    return _has_verb(sentence, range(begin, end))


def _long(word: Word) -> bool:
    """Whether a stretch is long enough to be somebody's words rather than a title."""
    return bool(word.stretch) and word.text.count(" ") >= 2


def trimmed(sentence: Sentence, found: range) -> range:
    """*found* without punctuation, "that" and conjunctions at its ends."""
    begin, end = found.start, found.stop
    while (
        begin < end
        and not sentence[begin].stretch
        and (sentence[begin].text in ",;:.–—-" or sentence[begin].key in {"that", "and", "but"})
    ):
        begin += 1
    while end > begin and sentence[end - 1].text in {*",;:.–—-", "…"}:
        end -= 1
    return range(begin, end)
