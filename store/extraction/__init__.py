"""Article -> statements: lay the text out, tag quotations, say who speaks and how we know.

A tagger only finds content, cue and source in a document. Whatever tags, rules or a model,
everything after it is the same. Where a thing belongs:

- how the text is cut: `document`, of `marks`, `paragraphs`, `sentences`; `spans`
- what words are, in any sentence: `phrases`, `subjects`, `names`, `given_names`, `roles`,
  `appositions`, `outlets`, `dates`; each word itself: `languages/`
- who is in the article: `people`, from `mentions` and `headlines`; `bodies`
- what is a statement: `rules/` and `learned/`, joined by `tagging` (`agreement`, `fitting`), unless
  `silence` speaks against it; `clauses` gives each clause its own source
- who says it: `speakers`, from the words of `sources`; `pronouns` (`presence`, `rivals`),
  `former_latter`, `interviewees` (`meetings`); `carrying`, where nobody is named
- what is nobody's, though said: `disowned` by the article, or by people of `plots`
- in which language it is, where that is not ours: `tongue`
- what else is told of it: `vias`, `hedges`, `reporting` (polarity), `listeners` (addressee),
  `occasions` (said on)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from store.extraction import occasions, tagging
from store.extraction.carrying import heard
from store.extraction.clauses import each_own
from store.extraction.disowned import goes_on_from
from store.extraction.document import Document, document
from store.extraction.hedges import hedges
from store.extraction.listeners import listener
from store.extraction.people import People, people
from store.extraction.plots import of_plot
from store.extraction.reporting import polarity
from store.extraction.speakers import attribution
from store.extraction.tongue import foreign
from store.extraction.vias import via
from store.model import Article, Evidence, Quotation, Span, Speaker, Statement, Via

Tagger = Callable[[Document], Iterable[Quotation]]


def extract(article: Article, tagger: Tagger = tagging.tag) -> tuple[Statement, ...]:
    """Every statement that *article* reports, in order of its words.

    Of one that is not in English there are none: `tongue`.
    """
    if foreign(article):
        return ()
    laid_out = document(article.text, article.title)
    named = people(laid_out)
    told: list[Statement] = []
    for quotation in (own for one in tagger(laid_out) for own in each_own(laid_out, one)):
        statement = _statement(laid_out, named, quotation, told)
        said_on = occasions.said_on(laid_out, statement, article.published, told)
        told.append(replace(statement, said_on=said_on))
    return tuple(told)


def _statement(
    laid_out: Document, named: People, quotation: Quotation, told: Sequence[Statement]
) -> Statement:
    """*quotation* with its speaker and circumstances; one carried over keeps the last ones."""
    who = attribution(laid_out, named, quotation, told)
    kind = laid_out.kind(quotation.content)
    carried = heard(quotation, told)[-1] if who.evidence is Evidence.CARRIED_OVER else None
    invented = carried is not None and not carried.confidence
    invented = invented or of_plot(laid_out, named, quotation, who.speaker)
    invented = invented or goes_on_from(laid_out, quotation, who.speaker, told)
    return Statement(
        kind=kind,
        content=quotation.content,
        context=_context(laid_out, quotation),
        cue=quotation.cue,
        source=quotation.source,
        speaker=who.speaker,
        role=who.role,
        evidence=who.evidence,
        via=_others(laid_out, quotation, who.speaker) or (carried.via if carried else ()),
        hedges=carried.hedges if carried else hedges(laid_out, quotation, kind),
        polarity=polarity(laid_out, quotation),
        addressee=carried.addressee if carried else listener(laid_out, quotation),
        confidence=0.0 if invented else quotation.confidence,
    )


def _others(laid_out: Document, quotation: Quotation, speaker: Speaker | None) -> tuple[Via, ...]:
    """Through whom it came; nobody's words come second-hand through themselves."""
    found = via(laid_out, quotation)
    return tuple(
        one for one in found if not speaker or speaker.name not in one.name.of(laid_out.text)
    )


def _context(laid_out: Document, quotation: Quotation) -> Span:
    """From the first to the last paragraph that holds the content."""
    if not laid_out.paragraphs:
        return Span(quotation.content[0].start, quotation.content[-1].end)
    first = laid_out.paragraph_at(quotation.content[0].start)
    last = laid_out.paragraph_at(quotation.content[-1].end - 1)
    return Span(laid_out.paragraphs[first].span.start, laid_out.paragraphs[last].span.end)
