"""NITF: the News Industry Text Format, in which agencies and archives mark up one article."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from store.articles import wires
from store.articles.moments import moment
from store.articles.parsing import root_name, xml
from store.model import Article

NAME = "nitf"
SUFFIXES = frozenset({"nitf"})

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WHEN = (
    ("{*}head/{*}pubdata", "date.publication"),
    ("{*}head/{*}docdata/{*}date.issue", "norm"),
    ("{*}head/{*}docdata/{*}date.release", "norm"),
)


def knows(data: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its root tells
    """Whether the outermost element is NITF's."""
    return root_name(data) == "nitf"


def read(name: str, data: bytes) -> Article:
    """The article in an NITF file; raises UnreadableArticle."""
    nitf = xml(name, data)
    wires.refuse_unusable(
        name, wires.attribute(nitf.find("{*}head/{*}docdata"), "management-status")
    )
    when = (wires.attribute(nitf.find(path), attribute) for path, attribute in _WHEN)
    return Article(
        text(name, nitf),
        title=wires.words(nitf.find(".//{*}hl1")) or wires.words(nitf.find("{*}head/{*}title")),
        outlet=_outlet(nitf),
        byline=_byline(nitf),
        url=wires.attribute(nitf.find("{*}head/{*}pubdata"), "ex-ref"),
        published_at=next((found for told in when if (found := moment(told))), None),
        language=wires.attribute(nitf, _LANGUAGE)
        or wires.attribute(nitf.find("{*}body"), _LANGUAGE),
    )


def text(name: str, nitf: etree._Element) -> str:
    """The text of the article that the element *nitf* is, "" where it has none."""
    return "\n\n".join(filter(None, (wires.body(name, part) for part in _bodies(nitf))))


def _bodies(nitf: etree._Element) -> list[etree._Element]:
    """What holds the text: archives repeat the first paragraph in a block beside the whole."""
    whole: list[etree._Element] = nitf.findall(".//{*}block[@class='full_text']")
    return whole or nitf.findall(".//{*}body.content")


def _outlet(nitf: etree._Element) -> str | None:
    return (
        wires.attribute(nitf.find("{*}head/{*}pubdata"), "name")
        or wires.words(nitf.find(".//{*}distributor"))
        or wires.attribute(nitf.find("{*}head/{*}docdata/{*}doc.copyright"), "holder")
    )


def _byline(nitf: etree._Element) -> str | None:
    """The first byline, without the job that stands in it."""
    found = nitf.find(".//{*}body.head/{*}byline")
    if found is None:
        return None
    people = ", ".join(filter(None, map(wires.words, found.iterfind(".//{*}person"))))
    return people or wires.writer(" ".join("".join(_but_for_jobs(found)).split()) or None)


def _but_for_jobs(byline: etree._Element) -> Iterator[str]:
    yield byline.text or ""
    for part in byline:
        if etree.QName(part).localname != "byttl":
            yield from part.itertext()
        yield part.tail or ""
