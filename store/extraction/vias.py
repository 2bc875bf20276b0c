"""The outlets and people through whom words came: "told CNN", "according to the Fen Post"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.listeners import listener
from store.extraction.outlets import is_of_outlet, is_outlet, relayer, show_end
from store.extraction.phrases import phrase_before, phrase_from
from store.extraction.sentences import Sentence, Word, across, begun, ended
from store.extraction.subjects import subject
from store.model import Quotation, Relation, Span, Via

_TURNS = en.CONJUNCTIONS | en.FINITE | en.CUE_VERBS | en.RELATIVES | {";"}
_CLAUSE_ENDS = frozenset(".,;") | {"on"} | en.TIME


def via(document: Document, quotation: Quotation) -> tuple[Via, ...]:
    """The outlets and people through whom the words came, as the sentence says."""
    anchor = (quotation.cue or quotation.content)[0]
    sentence = document.sentence_at(anchor.start)
    taken = (*quotation.content, *quotation.cue, *quotation.source)
    free = [at for at, word in enumerate(sentence) if not _inside(word, taken)]
    found = [
        *_relayers(document, quotation),
        *_quoting(document, quotation),
        *_according(sentence, free),
        *_told(document, quotation, free),
        *_passed_on(sentence, free),
        *_through(sentence, free),
    ]
    return tuple(dict.fromkeys(found))


def _inside(word: Word, spans: Iterable[Span]) -> bool:
    return any(span.start <= word.span.start < span.end for span in spans)


def _elsewhere(sentence: Sentence, at: int, free: Sequence[int]) -> bool:
    """Whether the word at *at* is in a clause apart from cue, source and content."""
    said = set(range(len(sentence))) - set(free)
    before = max((n for n in said if n < at), default=None)
    after = min((n for n in said if n > at), default=None)
    between = [range(before + 1, at)] if before is not None else []
    between += [range(at, after)] if after is not None else []
    return all(any(sentence[n].key in _TURNS for n in one) for one in between)


def _key(sentence: Sentence, at: int) -> str:
    return sentence[at].key if 0 <= at < len(sentence) else ""


def _is_outlet(sentence: Sentence, found: range) -> bool:
    return is_outlet(sentence[found.start : found.stop])


def _outlet_from(sentence: Sentence, begin: int) -> range | None:
    found = phrase_from(sentence, begin)
    links = [at for at in found or () if sentence[at].key in en.NOUN_LINKS]
    if found and links and is_outlet(sentence[links[-1] + 1 : found.stop]):
        return range(links[-1] + 1, found.stop)  # an op-ed for the Fen Post
    if not found or not _is_outlet(sentence, found):
        return None
    return range(begin, show_end(sentence, found.stop))


def _relayers(document: Document, quotation: Quotation) -> Iterator[Via]:
    """Who passes it on: "CNN" in "CNN reported that Smith said so"."""
    if not quotation.source or quotation.source[0] > quotation.content[0]:
        return
    sentence = document.sentence_at(quotation.source[0].start)
    begin = ended(sentence, quotation.source[0].start)
    found = relayer(sentence, begin) if begin else None
    if found and _is_outlet(sentence, found):
        yield Via(across(sentence, found), Relation.ACCORDING_TO)


def _quoting(document: Document, quotation: Quotation) -> Iterator[Via]:
    """Who quotes the source: "CNN quoted Smith as saying", "Smith was quoted … by CNN"."""
    if not quotation.source or not quotation.cue:
        return
    sentence = document.sentence_at(quotation.source[0].start)
    begin = ended(sentence, quotation.source[0].start)
    end = begun(sentence, quotation.cue[-1].end)
    if _key(sentence, begin - 1) in en.QUOTING:
        found = _quotes(sentence, begin - 1)
        as_saying = any(word.key == "as" for word in sentence[begin:end])
        if found and (as_saying or _is_outlet(sentence, found)):
            yield Via(across(sentence, found), Relation.ACCORDING_TO)
    if _key(sentence, end) == "by" and any(word.key in en.QUOTING for word in sentence[begin:end]):
        found = _outlet_from(sentence, end + 1)
        if found:
            yield Via(across(sentence, found), Relation.ACCORDING_TO)


def _quotes(sentence: Sentence, at: int) -> range | None:
    """Who does what the word at *at* tells: "the MP" of "The MP stood up and quoted"."""
    if _key(sentence, at - 1) not in en.CONJUNCTIONS:
        return phrase_before(sentence, at, 0)
    found = subject(sentence)
    return found if found and found.stop < at else None


def _according(sentence: Sentence, free: Sequence[int]) -> Iterator[Via]:
    """Who is named after an "according to" that is not itself the cue."""
    for at in free:
        pair = _key(sentence, at), _key(sentence, at + 1)
        source = phrase_from(sentence, at + 2) if pair == en.ACCORDING else None
        if source and not _elsewhere(sentence, at, free):
            yield _relayed(sentence, source)


def _relayed(sentence: Sentence, source: range) -> Via:
    """An outlet itself, or the one that a report or translation is "by", "in" or "from"."""
    keys = {sentence[i].key for i in source}
    relation = Relation.TRANSLATION if keys & en.TRANSLATIONS else Relation.ACCORDING_TO
    if keys & (en.TRANSLATIONS | en.RELAYED):
        links = (
            i
            for i in range(source.start, min(source.stop + 4, len(sentence) - 1))
            if sentence[i].key in en.BY
        )
        link = next(links, None)
        outlet = phrase_from(sentence, link + 1) if link is not None else None
        source = outlet or source
    return Via(across(sentence, source), relation)


def _told(document: Document, quotation: Quotation, free: Iterable[int]) -> Iterator[Via]:
    """The outlet that was told, that the interview was with, or on or in which it was said."""
    if not quotation.cue:
        return
    sentence = document.sentence_at(quotation.cue[0].start)
    heard = listener(document, quotation)
    if heard and is_of_outlet(tuple(word for word in sentence if _inside(word, (heard,)))):
        yield Via(heard, Relation.TOLD)
    last = begun(sentence, quotation.cue[-1].end) - 1
    for at in free:
        interview = _key(sentence, at - 1) in en.INTERVIEWS and sentence[at].key == "with"
        near = {_key(sentence, before) for before in range(at - 4, at - 1)}
        there = at == last + 1 and sentence[at].key in {"on", "in"}
        found = _outlet_from(sentence, at + 1) if there or (interview and "in" in near) else None
        if found and not {sentence[i].key for i in found} & en.INTERVIEWS:
            yield Via(across(sentence, found), Relation.TOLD)


def _passed_on(sentence: Sentence, free: Iterable[int]) -> Iterator[Via]:
    """Who is said to have reported, carried or translated it, apart from the report itself."""
    for at in free:
        key, after = sentence[at].key, _key(sentence, at + 1)
        if key == "translated" and after == "by":
            translator = phrase_from(sentence, at + 2)
            if translator:
                yield Via(across(sentence, translator), Relation.TRANSLATION)
            continue
        passed = key in en.PASSING and after in en.PASSED_BY
        begin = at + 2 if passed else at + 1
        found = _outlet_from(sentence, begin) if passed or key == "per" else None
        if key in en.RELAYING:
            found = found or _reporter(sentence, at)
        if found:
            yield Via(across(sentence, found), Relation.ACCORDING_TO)


def _reporter(sentence: Sentence, at: int) -> range | None:
    """The outlet of a remark that it reported so: "…, CNN reported on Monday"."""
    if _key(sentence, at - 1) == ",":
        return _outlet_from(sentence, at + 1)
    found = phrase_before(sentence, at, 0) if _key(sentence, at + 1) in _CLAUSE_ENDS else None
    apart = found and _key(sentence, found.start - 1) in {",", "as"}
    mouthpiece = any(sentence[i].key in en.MOUTHPIECES for i in found or ())
    return found if found and apart and (mouthpiece or _is_outlet(sentence, found)) else None


def _through(sentence: Sentence, free: Iterable[int]) -> Iterator[Via]:
    """Who speaks for them: "through her lawyer", "through an interpreter"."""
    for at in free:
        found = phrase_from(sentence, at + 1) if sentence[at].key in {"through", "via"} else None
        keys = {sentence[i].key for i in found or ()}
        if found and keys & en.INTERPRETERS:
            yield Via(across(sentence, found), Relation.TRANSLATION)
        elif found and keys & en.MOUTHPIECES:
            yield Via(across(sentence, found), Relation.ACCORDING_TO)
