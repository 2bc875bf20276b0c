"""Word documents: their text as it stands once all changes are accepted, by mammoth."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
import zlib
from xml.parsers.expat import ExpatError

import mammoth
from mammoth import documents as parts
from mammoth import transforms

from store.articles.apart import apart, bounded
from store.articles.paragraphs import paragraphs
from store.articles.text import headline, is_label
from store.articles.unreadable import unreadable
from store.model import Article

NAME = "docx"
SUFFIXES = frozenset({"docx", "docm"})

_ZIP = b"PK\x03\x04"
_BODY = "word/document.xml"
_MEMBERS, _UNPACKED, _LARGEST_BODY = 4_000, 200 * 1024**2, 8 * 1024**2  # files, bytes, bytes
_SMALL = 1024**2  # bytes unpacked; what is larger is read in a process of its own
_PICTURES = "/media/"
_DTD = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_BROKEN = "the document is damaged, or needs too long to read; paste the text instead"
_STYLES = "p[style-name='Title'] => h1:fresh"
_TITLE = re.compile(r"\s*<h1>(.*?)</h1>", re.DOTALL)

# What zipfile and mammoth were seen to raise on damaged documents, and their neighbours.
_TRIPPED = (
    *(AttributeError, ExpatError, LookupError, NotImplementedError, OSError, RecursionError),
    *(RuntimeError, TypeError, ValueError, zipfile.BadZipFile, zlib.error, EOFError),
)


def knows(data: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its content says so
    """Whether *data* is an archive that has the body of a Word document."""
    return data.startswith(_ZIP) and _BODY.encode() in data


def read(name: str, data: bytes) -> Article:
    """The article in *data*, without notes, headers, footers, comments and what was deleted.

    What a file says of who made it is not taken for the article's: it names templates and offices.
    """
    try:
        small = _checked(name, data) <= _SMALL
        markup = _markup(data) if small else apart("store.articles.docx", data)
    except _TRIPPED as error:
        raise unreadable(name, _BROKEN) from error
    text = "\n\n".join(paragraphs(name, markup))
    heading = _TITLE.match(markup)
    title = " ".join(paragraphs(name, heading[1])) if heading else ""
    return Article(text, title=headline(text) if not title or is_label(title) else title)


def main() -> None:
    """Read a document from the standard input, and write it as HTML, in JSON."""
    bounded()
    json.dump(_markup(sys.stdin.buffer.read()), sys.stdout)


def _markup(data: bytes) -> str:
    made = mammoth.convert_to_html(
        io.BytesIO(data),
        style_map=_STYLES,
        transform_document=_without_notes,
        convert_image=mammoth.images.img_element(lambda _: {}),
    )
    return str(made.value)


def _checked(name: str, data: bytes) -> int:
    """How many bytes *data* unpacks to; raises UnreadableArticle where no document needs them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        body = archive.getinfo(_BODY).file_size
        if len(members) > _MEMBERS or unpacked > _UNPACKED or body > _LARGEST_BODY:
            raise unreadable(name, "the document is too large; load it in parts, or paste the text")
        if any(_has_dtd(archive, member) for member in members):
            raise unreadable(name, "it is no document that Word makes; paste the text instead")
    return unpacked


def _has_dtd(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether *member* defines entities, which can grow without end, and which Word never does."""
    if _PICTURES in member.filename:
        return False
    with archive.open(member) as file:
        start = file.read(_LARGEST_BODY)
    return any(mark in start for mark in _DTD)


_without_notes = transforms.element_of_type(parts.NoteReference, lambda _: parts.text(""))
