"""Whatever becomes of a file on its way, it gives articles, links and plain errors only."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.articles import Document, documents, read_document
from store.errors import UnreadableArticle
from tests.store.articles.test_warc import ONE, THREE, TWO

ELSEWHERE = {".docx", ".eml", ".pdf"}  # these take seconds, and their own tests damage them
SAMPLES = {
    path.name: path.read_bytes()
    for path in (Path(__file__).parent / "samples").iterdir()
    if path.suffix not in ELSEWHERE
}
SAMPLES["plain.warc"] = ONE + TWO + THREE
SAMPLES["news.warc.gz"] = b"".join(map(gzip.compress, (ONE, TWO, THREE)))
SAMPLES["dump.csv.gz"] = gzip.compress(SAMPLES["dump.csv"])

BROKEN = b"\0 \xff \xed\xa0\x80 \xef\xbb\xbf \xee\x80\x80 \\ud800 \\ \x1f\x8b\x08".split(b" ")
MARKS = b'< > & ]]> <![CDATA[ <!-- <!DOCTYPE { } [ ] " , -1 null WARC/1.0 \r \n'.split(b" ")
LONG = [b"9" * 30, b"<div>" * 300, b"WARC/1.0\r\n" * 3]
PIECES = st.sampled_from([*BROKEN, *MARKS, *LONG]) | st.binary(max_size=8)
CHANGES = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 60), PIECES), min_size=1, max_size=6
)


@pytest.mark.parametrize("name", sorted(SAMPLES))
@settings(max_examples=40, deadline=None)
@given(changes=CHANGES)
def test_a_changed_file_is_read_or_refused(
    name: str, changes: list[tuple[int, int, bytes]]
) -> None:
    data = bytearray(SAMPLES[name])
    for at, length, piece in changes:
        start = at % (len(data) + 1)
        data[start : start + length] = piece
    for found in documents(name, io.BytesIO(data)):
        try:
            article = read_document(found) if isinstance(found, Document) else None
        except UnreadableArticle as error:
            found = error
        else:
            assert article is None or article.text.encode().strip()
        if isinstance(found, UnreadableArticle):
            assert str(found).isprintable()
            assert len(str(found)) < 500
