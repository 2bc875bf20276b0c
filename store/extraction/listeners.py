"""Who is spoken to: "reporters" in "told reporters", "staff" in "said in a letter to staff"."""

from __future__ import annotations

from collections.abc import Iterator

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.outlets import show_end
from store.extraction.phrases import before_adverbs, is_adverb, owns, phrase_before
from store.extraction.sentences import Sentence, Word, across, begun, ended
from store.extraction.spans import overlap
from store.model import Quotation, Span

_NOT_ADDRESSED = (
    (en.PREPOSITIONS - {"of", "for"}) | en.SUBORDINATORS | en.TIME | en.RELATIVES | {"to"}
)
_OPENS_NO_PHRASE = _NOT_ADDRESSED | en.PREPOSITIONS | en.FINITE | en.CONJUNCTIONS
_OPENS_NO_PHRASE |= {"no", "nobody", "none"}
_NEXT_PHRASE = en.SUBJECTS | en.DETERMINERS
_VERBS = en.FINITE | en.CUE_VERBS
_LATER = en.NEAR_DATES | en.LATER | {"last"}
_AFTERWARDS = _LATER | {"afterward", "afterwards"}
_PEOPLE = en.GROUPS | en.ROLES | en.BODIES | en.HEARERS


def listener(document: Document, quotation: Quotation) -> Span | None:
    """Who is spoken to, as the sentence of the cue tells it outside of what was said."""
    if not quotation.cue:
        return None
    sentence = document.sentence_at(quotation.cue[0].start)
    taken = (*quotation.content, *quotation.source)
    for found in _listeners(document, quotation, sentence):
        span = across(sentence, found)
        if not overlap((span,), taken):
            return span
    return None


def _listeners(document: Document, quotation: Quotation, sentence: Sentence) -> Iterator[range]:
    """Whom the words may be said to, the likeliest first."""
    form = " ".join(quotation.cue[-1].of(document.text).lower().split())
    lemma = "tell" if form in en.REACHING else en.CUES.get(form, "")
    first = ended(sentence, quotation.cue[0].start)
    ends = [
        begun(sentence, span.end)
        for span in (quotation.cue[-1], *quotation.source[-1:], *quotation.content[-1:])
    ]
    passive = _told(sentence, lemma, first)
    direct = (_heard(sentence, lemma if at == ends[0] else "", at) for at in ends if at > first)
    found = [passive, *direct, *_by_message(sentence)]
    yield from (one for one in found if one)


def _told(sentence: Sentence, lemma: str, cue: int) -> range | None:
    """The subject of a passive: "Residents were told by the mayor that"."""
    begin = before_adverbs(sentence, cue)
    if lemma not in en.TAKES_ADDRESSEE or not begin or sentence[begin - 1].key not in en.BE:
        return None
    end = before_adverbs(sentence, begin - 1)
    if end and sentence[end - 1].key in en.PRONOUN_SUBJECTS:
        return range(end - 1, end)
    return phrase_before(sentence, end, 0)


def _heard(sentence: Sentence, lemma: str, begin: int) -> range | None:
    """Who is named after a cue, its source or its content; there only "to" them."""
    if lemma in en.CALLING and begin < len(sentence) and sentence[begin].key == "at":
        return _phrase(sentence, begin + 1, len(sentence))
    found = addressee(sentence, lemma, begin, len(sentence))
    if lemma or not found or any(sentence[at].key in _PEOPLE | en.OBJECTS for at in found):
        return found
    return found if sentence[found.start].capital else None


def _by_message(sentence: Sentence) -> Iterator[range | None]:
    """Whom a letter is to, or who is being addressed: "in a letter to staff", "speaking to"."""
    for at, word in enumerate(sentence[:-2]):
        opens = at == 0 or sentence[at - 1].text == ","
        within = {one.key for one in sentence[max(at - 3, 0) : at]} & {"in", "during"}
        if opens and word.key == "addressing":
            yield _phrase(sentence, at + 1, len(sentence))
        elif (opens and word.key in en.ADDRESSING) or (within and word.key in en.MESSAGES):
            yield addressee(sentence, "", at + 1, len(sentence))


def addressee(sentence: Sentence, lemma: str, begin: int, end: int) -> range | None:
    """Who is spoken to after the cue that ends before *begin*: "told reporters", "said to her"."""
    if lemma in en.TAKES_ADDRESSEE:
        return _phrase(sentence, begin, end)
    if begin + 1 >= end or sentence[begin].key != "to":
        return None
    found = _phrase(sentence, begin + 1, end)
    return found if found and _can_hear(sentence, found) else None


def _can_hear(sentence: Sentence, found: range) -> bool:
    """Whether what follows a "to" is somebody: neither "to applause" nor "to say"."""
    words = sentence[found.start : found.stop]
    if any(word.key in en.REACTIONS for word in words):
        return False
    first, last = words[0], words[-1]
    somebody = last.key in _PEOPLE or last.key.endswith("s")
    return somebody or first.capital or first.key in en.DETERMINERS | en.OBJECTS


def _phrase(sentence: Sentence, begin: int, end: int) -> range | None:
    at = begin
    while at < end and (sentence[at].plain or sentence[at].text == "&"):
        if _ends(sentence, at, begin):
            break
        at += 1
        if sentence[at - 1].key in en.OBJECTS and not owns(sentence, at - 1):
            break
    while at > begin and _ends_no_phrase(sentence[at - 1]):
        at -= 1
    return range(begin, show_end(sentence, at)) if at > begin else None


def _ends_no_phrase(word: Word) -> bool:
    """Whether *word* does not belong to the phrase before it: "simply", "afterwards", "of"."""
    loose = is_adverb(word.key) or word.key in _AFTERWARDS | en.NOUN_LINKS | en.CONJUNCTIONS
    return loose and not word.capital


def _ends(sentence: Sentence, at: int, begin: int) -> bool:
    """Whether the word at *at* is none of a phrase that opens at *begin*."""
    word, before = sentence[at], sentence[at - 1].key if at > begin else ""
    if not before:
        return word.key in _OPENS_NO_PHRASE
    if before in en.DETERMINERS and (word.capital or word.key in _LATER):
        return False  # the Sunday Mirror, the late shift
    if word.capital and (word.text.isupper() or before.endswith("'s") or word.key == "today"):
        return False  # USA TODAY, CNN's This Hour, Ostra Today
    if word.key in _NOT_ADDRESSED | _LATER:
        return True
    of_many = before.endswith("s") or before in en.GROUPS or sentence[at - 1].capital
    waiting = word.key.endswith("ing") and word.key not in en.HEARERS and not word.capital
    return (waiting and of_many) or _next_phrase(sentence, at)


def _next_phrase(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at *at*: after "police" in "told police Ada Birch had gone"."""
    word = sentence[at]
    if word.key in _NEXT_PHRASE:
        return sentence[at - 1].key not in {"of", "for", "and", "the", "all", "both"}
    if not word.capital or sentence[at - 1].capital or sentence[at - 1].key in en.DETERMINERS:
        return False
    end = next((i for i in range(at, len(sentence)) if not sentence[i].capital), at)
    while end < len(sentence) and is_adverb(sentence[end].key) and sentence[end].key not in _VERBS:
        end += 1
    return end < len(sentence) and (sentence[end].key in _VERBS or sentence[end].key in en.CUES)
