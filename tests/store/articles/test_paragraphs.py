"""Pieces of HTML in, paragraphs out: none dropped, and nothing that is not the article's."""

from __future__ import annotations

import pytest

from store.articles.paragraphs import paragraphs
from store.errors import UnreadableArticle


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            "<p>“No.”</p><p>“Yes,” he said.</p>", ["“No.”", "“Yes,” he said."], id="short"
        ),
        pytest.param("One<br>two<br/>three", ["One\ntwo\nthree"], id="breaks"),
        pytest.param("<p>a\n b\t<b>c</b>&nbsp;d</p> e", ["a b c d", "e"], id="white space"),
        pytest.param("<ul><li>a<li>b</ul><ol><li>c</ol>", ["a", "b", "c"], id="lists"),
        pytest.param("<blockquote>a<p>b</blockquote>c", ["a", "b", "c"], id="quoted blocks"),
        pytest.param("<h2>a</h2><table><tr><td>b<td>c</table>", ["a", "b", "c"], id="table"),
        pytest.param(
            "a &amp; b &lt; c &#8220;d&rdquo; 1 < 2", ["a & b < c “d” 1 < 2"], id="entities"
        ),
        pytest.param("<p>He <q>may</q>, <q>“must”</q>", ["He “may”, “must”"], id="q has marks"),
        pytest.param("un<b>be</b>lievable", ["unbelievable"], id="inline joins"),
        pytest.param("a<!-- b --><?php c ?>d", ["ad"], id="comments"),
        pytest.param("typed\nso\n\nand \r\n\r\nso", ["typed so", "and", "so"], id="as typed"),
        pytest.param("<p>a\n\nb</p>", ["a b"], id="blank line inside a paragraph"),
        pytest.param(
            "<figure><img><figcaption>“b”</figcaption></figure><p>a</p>", ["a"], id="caption"
        ),
        pytest.param(
            '<div class="wp-caption x"><img><p class="wp-caption-text">“b”</p></div>a',
            ["a"],
            id="caption of old",
        ),
        pytest.param("<script>“b”</script>a<style>c</style>", ["a"], id="script"),
        pytest.param("<form><input><p>b</form>a<iframe>c</iframe>", ["a"], id="form"),
        pytest.param(
            "<p>a</p><p>The post <a>T</a> appeared first on <a>O</a>.</p>",
            ["a"],
            id="system's line",
        ),
        pytest.param("<p>a</p><p><a href=x>Read more »</a></p>", ["a"], id="read more"),
        pytest.param(
            "<p>“Read more,” <a>she</a> said.</p>", ["“Read more,” she said."], id="said to read"
        ),
        pytest.param(
            '<p>a</p><p class="button-wrapper"><a>Subscribe now</a></p>', ["a"], id="button"
        ),
        pytest.param("<p style='color:red;display: none'>b</p>a", ["a"], id="hidden"),
        pytest.param("", [], id="nothing"),
        pytest.param("a\0b", ["ab"], id="NUL"),
    ],
)
def test_paragraphs(markup: str, expected: list[str]) -> None:
    assert paragraphs("a", markup) == expected


def test_what_is_nested_too_deep_is_never_half_read() -> None:
    with pytest.raises(UnreadableArticle, match="cannot read 'a': its HTML is nested too deep"):
        paragraphs("a", "<p>before" + "<div>" * 100_000 + "said")
