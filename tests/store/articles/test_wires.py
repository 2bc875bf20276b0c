"""Items of the news industry's formats that are no plain text to be used as it is."""

from __future__ import annotations

import io
import json

import pytest

from store.articles import Document, Linked, documents, read
from store.errors import UnreadableArticle

G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def item(meta: str = "", content: str = "", kind: str = "ninat:text") -> bytes:
    return f"""<newsItem {G2} guid="tag:wire.example,2026:1"><itemMeta><itemClass qcode="{kind}"/>
    {meta}</itemMeta><contentMeta><headline>H</headline></contentMeta>
    <contentSet>{content}</contentSet></newsItem>""".encode()


def ninjs(**told: object) -> bytes:
    return json.dumps({"uri": "tag:a", "versioncreated": "2026-05-03", **told}).encode()


PLAIN = '<inlineData contenttype="text/plain">Ana said so.\n\nOmar did not.</inlineData>'
MARKED = (
    '<inlineData contenttype="text/html">&lt;p&gt;Ana said so.&lt;/p&gt;Omar did not.</inlineData>'
)
ESCAPED = "<inlineXML>&lt;p&gt;Ana said so.&lt;/p&gt;&lt;p&gt;Omar did not.&lt;/p&gt;</inlineXML>"
PICTURE = '<remoteContent href="https://wire.example/a.jpg" contenttype="image/jpeg"/>'
ARCHIVED = b"""<nitf><body><body.content>
<block class="lead_paragraph"><p>Ana said so.</p></block>
<block class="full_text"><p>Ana said so.</p><p>Omar did not.</p></block>
</body.content></body></nitf>"""
SUPERDESK = b"""<nitf><body><body.content>&lt;p&gt;Ana said so.&lt;/p&gt;Omar did not.
</body.content></body></nitf>"""


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(item("", PLAIN), id="newsml, plain"),
        pytest.param(item("", MARKED), id="newsml, html"),
        pytest.param(item("", ESCAPED), id="newsml, markup as text"),
        pytest.param(item("", PICTURE + PLAIN), id="newsml, picture first"),
        pytest.param(ARCHIVED, id="nitf, lead repeated"),
        pytest.param(SUPERDESK, id="nitf, markup as text"),
        pytest.param(ninjs(body_text="Ana said so.\n\nOmar did not.\n"), id="ninjs, plain"),
        pytest.param(
            ninjs(body_text="Ana", body_html="Ana said so.<p>Omar did not."), id="ninjs, html"
        ),
        pytest.param(
            ninjs(bodies=[{"value": "Ana said so.\n\nOmar did not."}, {"role": "x"}]),
            id="ninjs, body without a type",
        ),
    ],
)
def test_every_kind_of_content(data: bytes) -> None:
    assert read("a", data).text == "Ana said so.\n\nOmar did not."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(
            item('<pubStatus qcode="stat:canceled"/>', PLAIN), "publisher has canceled", id="g2"
        ),
        pytest.param(
            item('<pubStatus qcode="stat:withheld"/>', PLAIN), "publisher withholds", id="g2 held"
        ),
        pytest.param(
            item("<embargoed>2999-01-02T03:04:00Z</embargoed>", PLAIN),
            "it is under embargo until 2999-01-02 03:04.00:00; load it again then",
            id="g2 embargo",
        ),
        pytest.param(
            item("", PICTURE, "ninat:picture"), "it is a picture, a video or", id="g2 pic"
        ),
        pytest.param(item("", PICTURE), "it has no text of its own", id="g2 remote"),
        pytest.param(
            b'<nitf><head><docdata management-status="canceled"/></head></nitf>',
            "publisher has canceled",
            id="nitf",
        ),
        pytest.param(b"<nitf><body/></nitf>", "it is empty", id="nitf empty"),
        pytest.param(ninjs(pubstatus="canceled", body_text="A"), "has canceled", id="ninjs"),
        pytest.param(ninjs(pubStatus="withheld", body_text="A"), "withholds it", id="ninjs held"),
        pytest.param(
            ninjs(embargoed="2999-01-02T03:04:00", body_text="A"), "under embargo", id="ninjs emb"
        ),
        pytest.param(ninjs(type="picture", body_text="A"), "of the type 'picture'", id="ninjs pic"),
        pytest.param(ninjs(headline="A"), "it has no text; is it a picture", id="ninjs empty"),
        pytest.param(
            ninjs(body_text="\ud800 said"), "it has broken characters", id="half a character"
        ),
    ],
)
def test_what_is_not_to_be_used_says_why(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableArticle, match=told):
        read("a", data)


@pytest.mark.parametrize(
    ("meta", "outlet"),
    [
        pytest.param('<provider qcode="nprov:HT"><name>Harbor</name></provider>', "Harbor", id="1"),
        pytest.param('<provider qcode="nprov:HT"/>', "HT", id="code"),
        pytest.param("", None, id="unknown"),
    ],
)
def test_the_outlet_is_the_provider(meta: str, outlet: str | None) -> None:
    assert read("a", item(meta, PLAIN)).outlet == outlet


def test_an_embargo_that_is_over_hinders_nothing() -> None:
    embargo = "<embargoed>2020-01-02T03:04:00Z</embargoed>"
    assert read("a", item(embargo, PLAIN)).title == "H"


def test_a_package_leads_to_what_it_names() -> None:
    package = f"""<packageItem {G2}><groupSet><group>
        <itemRef href="https://wire.example/1"><title>Pier</title></itemRef>
        <itemRef residref="urn:1"/></group></groupSet></packageItem>""".encode()
    (linked,) = documents("a.xml", io.BytesIO(package))
    assert isinstance(linked, Linked)
    assert (linked.url, linked.beside.title) == ("https://wire.example/1", "Pier")


def test_a_list_of_items_gives_each() -> None:
    whole = b"[%s, %s]" % (ninjs(body_text="Ana said so."), ninjs(body_text="Omar did not."))
    found = list(documents("a.json", io.BytesIO(whole)))
    assert [read(d.name, d.data).text for d in found if isinstance(d, Document)] == [
        "Ana said so.",
        "Omar did not.",
    ]
