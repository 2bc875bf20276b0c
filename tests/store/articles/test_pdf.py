"""PDF: what a reader sees on its pages, and files that are made to harm."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.articles import read
from store.articles.pdf_layout import Line, paragraphs, title
from store.errors import UnreadableArticle

from .damage import check_damaged
from .test_doors import PARAGRAPHS, SAMPLES, TITLE

HEIGHT, WIDE = 800.0, 400.0


def page(*lines: tuple[str, float, float], x1: float = WIDE, size: float = 10.0) -> list[Line]:
    """Lines by their words, where they begin, and how high their foot stands."""
    return [Line(text, x, x1, y, y + size, size, HEIGHT) for text, x, y in lines]


def test_columns_are_read_one_after_the_other() -> None:
    article = read("columns.pdf", (SAMPLES / "columns.pdf").read_bytes())
    assert article.title == TITLE
    assert tuple(article.text.split("\n\n")) == (TITLE, *PARAGRAPHS, *PARAGRAPHS, *PARAGRAPHS)


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        pytest.param(
            [("“We never", 50, 600), ("asked,” he said.", 50, 588)],
            ["“We never asked,” he said."],
            id="folded",
        ),
        pytest.param(
            [("It is inter-", 50, 600), ("national law.", 50, 588)],
            ["It is international law."],
            id="parted",
        ),
        pytest.param(
            [("It is a well-", 50, 600), ("worn path.", 50, 588)],
            ["It is a well-worn path."],
            id="a hyphen of its own",
        ),
        pytest.param(
            [("Mr. Smith-", 50, 600), ("Jones spoke.", 50, 588)],
            ["Mr. Smith-Jones spoke."],
            id="a name",
        ),
        pytest.param(
            [("A so\u00ad", 50, 600), ("ber of\u00adfice.", 50, 588)],
            ["A sober office."],
            id="soft hyphens",
        ),
        pytest.param([("The oﬃce’s ﬂoor.", 50, 600)], ["The office’s floor."], id="ligatures"),
        pytest.param(
            [("One goes", 50, 600), ("on here.", 50, 588), ("Two.", 50, 560)],
            ["One goes on here.", "Two."],
            id="a gap",
        ),
        pytest.param(
            [("One goes on", 50, 600), ("and on here.", 50, 588), ("Two goes", 62, 576),
             ("on.", 50, 564)],
            ["One goes on and on here.", "Two goes on."],
            id="an indent",
        ),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(lines: list[tuple[str, float, float]], due: list[str]) -> None:
    assert paragraphs([page(*lines)]) == due


def test_a_quotation_over_two_pages_is_whole_and_what_runs_is_left_out() -> None:
    head, foot = ("City of Harbor", 50, 780), ("Page {} of 2", 50, 20)
    pages = [
        page(head, ("“We waited", 50, 612), ("for a", 50, 600), (foot[0].format(1), 50, 20)),
        page(head, ("year,” she said.", 50, 700), (foot[0].format(2), 50, 20)),
    ]
    assert paragraphs(pages) == ["“We waited for a year,” she said."]


def test_paragraphs_of_one_line_are_not_one() -> None:
    wide = "“Nobody here can live on that, and nobody will,” said the president of the union."
    after = ["“No,” she said.", "Ana left.", "Bo did not."]
    apart = [(text, 50.0, 590.0 - 24 * number) for number, text in enumerate(after)]
    lines = [("It began", 50.0, 650.0), ("on Sunday.", 50.0, 638.0), (wide, 50.0, 614.0), *apart]
    assert paragraphs([page(*lines)])[1:] == [wide, *after]


def test_what_a_release_calls_itself_is_no_title() -> None:
    label, body = page(("PRESS RELEASE", 50, 700), size=24), page(("It is so.", 50, 600), size=10)
    headline = page(("Pier to stay", 50, 650), size=16)
    assert title([[*label, *headline, *body, *body, *body]]) == "Pier to stay"


def test_what_is_set_like_all_else_is_no_title() -> None:
    assert title([page(("One line.", 50, 600), ("Another.", 50, 588))]) is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("locked.pdf", "it is locked with a password", id="locked"),
        pytest.param("scanned.pdf", "it holds pictures of pages and no text", id="scanned"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, told: str) -> None:
    with pytest.raises(UnreadableArticle, match=told):
        read(name, (SAMPLES / name).read_bytes())


def written(content: bytes, *, packed: bool = False) -> bytes:
    """A page with *content*, in font B, and in A of which nothing tells which letters it has."""
    filtered = b"/Filter/FlateDecode" if packed else b""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</A 5 0 R/B<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filtered, content),
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/FontDescriptor<</FontName/A>>"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 7\n0000000000 65535 f \n" + table + end


def test_letters_that_nothing_tells_are_not_guessed() -> None:
    with pytest.raises(UnreadableArticle, match="does not tell which letters"):
        read("a.pdf", written(b"BT /A 12 Tf 50 600 Td <000100020003> Tj /B 12 Tf (ana) Tj ET"))


def test_a_bullet_that_nothing_tells_is_left_out() -> None:
    page = b"BT /A 12 Tf 50 600 Td <0001> Tj /B 12 Tf 30 0 Td (It is so.) Tj ET"
    assert read("a.pdf", written(page)).text == "It is so."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7\n", id="nothing but its beginning"),
        pytest.param(b"%PDF-1.7\n" + b"[" * 200_000, id="nested"),
        pytest.param(b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n1 0 obj 1 0 R endobj", id="a circle"),
    ],
)
def test_damaged_files_are_told(data: bytes) -> None:
    with pytest.raises(UnreadableArticle, match=r"cannot read 'a\.pdf'"):
        read("a.pdf", data)


def test_a_bomb_is_stopped() -> None:
    packing, megabyte = zlib.compressobj(9), bytes(1024**2)
    first, more = (packing.compress(megabyte) + packing.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    with pytest.raises(UnreadableArticle, match="needs too long"):
        read("a.pdf", written(first + more * 1_500, packed=True))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_however_it_is_damaged_it_is_read_or_told(data: st.DataObject) -> None:
    check_damaged("a.pdf", (SAMPLES / "columns.pdf").read_bytes(), data, kept=5)
