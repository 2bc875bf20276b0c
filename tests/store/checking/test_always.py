"""What must hold of every text that is checked."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.checking import Edit, Standing
from store.model import Kind, Match, Query
from store.store import Store
from store.words import folded, telling

from_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)

# the harbour's own words, editors' marks and odd characters, in any order
PARTS = (
    *("We will not close the harbour", "before 2026", "Nobody asked us", "the pier stays open"),
    *("he would not take", "anything back", "said Ada Birch", "told us to go", "not", "40", "U.S."),
    *("“", "”", '"', "‘", "’", "[", "]", "[…]", "…", "...", "[the mayor]", "[sic]", "(", ")", "-"),
    *(
        "\n\n",
        "\n",
        ".",
        ",",
        "\u00a0",
        "\u00ad",
        "\u202e",
        "\ud800",
        "e\u0301",
        "½",
        "ﬁ",
        "一",
        "Ⅻ",
    ),
)
texts = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PARTS), max_size=12).map("".join),
    st.text(max_size=60),
)


@from_store
@given(text=texts)
def test_every_text_gets_its_verdicts(harbour: Store, text: str) -> None:
    for verdict in harbour.check(text):
        ends = [offset for span in verdict.quotation for offset in (span.start, span.end)]
        assert ends == sorted(ends)
        assert ends[-1] <= len(text)
        assert bool(verdict.matches) == (verdict.standing is not Standing.NOT_FOUND)


@from_store
@given(text=texts)
def test_every_piece_is_a_slice_and_every_difference_is_told(harbour: Store, text: str) -> None:
    for verdict in harbour.check(text):
        for piece in verdict.pieces:
            sources = [match.article.text for match in verdict.matches]
            assert any(piece.words in source for source in [*sources, text])
        altered = {piece.edit for piece in verdict.pieces} & {Edit.DROPPED, Edit.ADDED}
        if verdict.standing in (Standing.VERBATIM, Standing.PARTIAL):
            assert not altered
        if verdict.standing is Standing.ALTERED:
            assert altered


def _every(store: Store) -> tuple[Match, ...]:
    names = store.speakers("")
    return tuple(match for name in names for match in store.search(Query(speaker=name)))


@from_store
@given(data=st.data())
def test_what_is_on_record_is_verbatim(harbour: Store, data: st.DataObject) -> None:
    match = data.draw(st.sampled_from(_every(harbour)))
    words = " ".join(match.words)
    if not telling(folded(words)):
        return
    first = data.draw(st.sampled_from((words[0].upper(), words[0].lower())))
    opening, closing = data.draw(st.sampled_from((("", ""), ("“", "”"), ("", "."), (" ", "\n"))))
    space = data.draw(st.sampled_from((" ", "  ", "\u00a0", "\n")))
    typed = f"{opening}{first}{words[1:].replace(' ', space)}{closing}".replace("'", "’")
    wanted = {Standing.VERBATIM}
    if opening == "“" and match.statement.kind is not Kind.DIRECT:
        wanted.add(Standing.REPORTED)
    assert len(verdicts := harbour.check(typed)) == 1
    assert verdicts[0].standing in wanted
