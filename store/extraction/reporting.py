"""What a cue tells: its verb, and whether it puts forward or rejects what it reports."""

from __future__ import annotations

from collections.abc import Iterable

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.phrases import is_adverb
from store.extraction.sentences import Word, begun, ended
from store.extraction.spans import words_in
from store.model import Polarity, Quotation, Span

_CARRIES_NOT = en.BE | en.HAVING | {"to", "or", "of", "short", "one", "do", "does", "did"}
_REFUSED = 3  # words of what may be refused: "bail", "the second appeal"


def verb(document: Document, cue: Iterable[Span]) -> str | None:
    """The verb of *cue* as `en.CUES` lists it: "go_on" of "went on"."""
    return en.CUES.get(" ".join(one.of(document.text) for one in cue).lower())


def polarity(document: Document, quotation: Quotation) -> Polarity:
    """Whether the cue denies, or the words themselves reject an accusation."""
    content = " ".join(span.of(document.text) for span in quotation.content)
    rejected = en.REJECTIONS.search(content) or _denies(document, quotation, content)
    return Polarity.DENIES if rejected else Polarity.ASSERTS


def _denies(document: Document, quotation: Quotation, content: str) -> bool:
    """Whether the cue rejects the content: "denied that", but neither "did not deny" nor bail."""
    keys = words_in(document.text, quotation.cue)
    lemmas = {en.CUES.get(key, "") for key in keys}
    if lemmas & en.LABELS:
        return bool(en.REJECTED_LABELS.search(content))
    if "plead" in lemmas:
        return content.lower().startswith("not guilty")
    if not lemmas & en.NOMINAL_DENIALS and not set(keys) & en.DISMISSING:
        return False
    return not _negated(document, quotation) and not _refuses(content)


def _negated(document: Document, quotation: Quotation) -> bool:
    """Whether the cue itself is turned round: "did not deny", "cannot be denied"."""
    sentence = document.sentence_at(quotation.cue[0].start)
    end = begun(sentence, quotation.cue[-1].end)
    begin = ended(sentence, quotation.cue[0].start)
    if any(word.key in en.NEGATIONS for word in sentence[begin:end]):
        return True
    while begin > 0 and _carries(sentence[begin - 1]):
        begin -= 1
    return begin > 0 and sentence[begin - 1].key in en.NEGATIONS


def _carries(word: Word) -> bool:
    """Whether a "not" before *word* reaches the verb after it."""
    adverb = is_adverb(word.key) and word.key not in en.NEGATIONS
    return word.key in _CARRIES_NOT or word.key in en.CUES or adverb


def _refuses(content: str) -> bool:
    """Whether what is "denied" is no claim but something asked for: "bail", "her appeal"."""
    words = content.lower().split()
    while words and words[0] in en.DETERMINERS:
        del words[0]
    head = next((at for at, word in enumerate(words) if word in en.PREPOSITIONS), len(words))
    return 0 < head <= _REFUSED and words[head - 1] in en.NOT_DENIED
