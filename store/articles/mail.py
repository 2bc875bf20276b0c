"""Mail: press releases and newsletters, forwarded or not; documents that are attached, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect, HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from pathlib import PurePath
from typing import BinaryIO

from store.articles import docx, html, markdown, pdf, plain, text
from store.articles.documents import LARGEST, Details, Document, Found
from store.articles.encoding import decode
from store.articles.letters import forwarded, unfolded, written
from store.articles.moments import moment
from store.articles.paragraphs import paragraphs
from store.articles.unreadable import unreadable
from store.errors import UnreadableArticle

NAME = "eml"
SUFFIXES = frozenset({"eml"})

_FIELD = re.compile(rb"([!-9;-~]{2,76}):[ \t]")
_OF_MAIL = frozenset({b"from", b"date", b"subject", b"received", b"mime-version", b"message-id"})
_HEADER = 64 * 1024  # bytes of what stands above a mail; more is an attack on who parses it
_LONGEST_FIELD = 2_000  # characters
_PARTS = 2_000  # lines that may part it, at most
_BOUNDARY = re.compile(rb"boundary[*\d\s]*=", re.IGNORECASE)
_COMPARED = 50_000_000  # email compares each line with the boundary of each part that it is in
_DEPTH = 5  # mails within mails
_FORWARD = re.compile(r"^(?:\s*(?:fwd?|fw|re|wg|tr)\s*:)+\s*", re.IGNORECASE)
_WORDS = 30  # below which a mail only sends what is attached to it
# what email was seen to raise on damaged mails, and its neighbours
_TRIPPED = (AttributeError, HeaderParseError, LookupError, RecursionError, TypeError, ValueError)
_UNNAMED = {
    "application/pdf": "attached.pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "attached.docx",
}
_ATTACHED = frozenset().union(*(one.SUFFIXES for one in (docx, html, markdown, pdf, text)))


def knows(start: bytes, *, named: bool) -> bool:
    """Whether a file that begins with *start* has the fields of a mail above its text."""
    above = re.split(rb"\r?\n\r?\n", start[:_HEADER], maxsplit=1)[0]
    lines = above.removeprefix(b"\xef\xbb\xbf").splitlines()
    if not lines or not _FIELD.match(lines[0]):
        return False
    names = {found[1].lower() for line in lines if (found := _FIELD.match(line))}
    return len(names & _OF_MAIL) >= (1 if named else 3)


def documents(name: str, file: BinaryIO) -> Iterator[Found]:
    """The text of the mail in *file*, unless it only sends what is attached, and that.

    Of a mail that is forwarded inside another nothing but the innermost counts.
    """
    data = file.read(LARGEST + 1)
    try:
        if _is_too_large(data):
            raise unreadable(name, "it is too large a mail; load what is in it")
        message = message_from_bytes(data, policy=policy.compat32)
        if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
            raise unreadable(name, "the mail is cut off; save it again")
        yield from _found(name, _innermost(message))
    except UnreadableArticle as error:
        yield error
    except _TRIPPED as error:
        yield unreadable(name, f"the mail is damaged ({type(error).__name__}); paste the text")


def _is_too_large(data: bytes) -> bool:
    """Whether taking the mail in *data* apart would take more than seconds."""
    if len(data) > LARGEST or data.count(b"\n--") > _PARTS:
        return True
    lines = data.count(b"\n") + data.count(b"\r")
    return len(_BOUNDARY.findall(data)) * lines > _COMPARED


@dataclass(frozen=True, slots=True)
class _Mail:
    """The parts of one mail, mails in it left out."""

    head: Message
    texts: tuple[Message, ...]
    attached: tuple[Message, ...]
    mails: tuple[Message, ...]


def _found(name: str, mail: _Mail) -> Iterator[Found]:
    subject = _field(mail.head, "subject")
    details, body = _inside(subject, _details(mail.head), _body(name, mail.texts))
    attached = [
        Document(file, content, replace(details, title=None))
        for part in mail.attached
        if (file := _file(part)) and (content := _content(part))
    ]
    if len(body.split()) >= _WORDS or not attached:
        if not body.strip():
            raise unreadable(name, "nobody wrote anything in this mail")
        yield Document(name, body.encode(), details, plain.NAME)
    yield from attached


def _innermost(message: Message, depth: int = 0) -> _Mail:
    """The mail that *message* is, or that it forwards."""
    mail = _parted(message)
    if not mail.mails or depth == _DEPTH:
        return mail
    own = sum(len(_content(part).split()) for part in mail.texts)
    return mail if own >= _WORDS else _innermost(mail.mails[0], depth + 1)


def _parted(message: Message) -> _Mail:
    texts: list[Message] = []
    attached: list[Message] = []
    mails: list[Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if sum(len(str(told)) for told in part.values()) > _HEADER:
            raise UnreadableArticle("cannot read the mail: too much stands above its text")
        below = part.get_payload()
        if part.get_content_type() == "message/rfc822" and part is not message:
            mails.extend(one for one in below if isinstance(one, Message))
        elif isinstance(below, list):
            waiting.extend(one for one in reversed(below) if isinstance(one, Message))
        elif part.get_content_maintype() == "text" and not part.get_filename():
            texts.append(part)
        else:
            attached.append(part)
    return _Mail(message, tuple(texts), tuple(attached), tuple(mails))


def _body(name: str, texts: Sequence[Message]) -> str:
    """What was written, as HTML has it where there is any: mailers fold plain text."""
    pages = [part for part in texts if part.get_content_type() == "text/html"]
    if pages:
        return "\n\n".join(one for page in pages for one in paragraphs(name, _text(name, page)))
    return "\n\n".join(
        unfolded(_text(name, part), flowed=part.get_param("format") == "flowed")
        for part in texts
        if part.get_content_type() == "text/plain"
    )


def _inside(subject: str, details: Details, body: str) -> tuple[Details, str]:
    """What is told of the text in *body*, and that text; of the mail that it forwards, if any."""
    inner = forwarded(body, subject)
    if inner is None:
        return details, written(body)
    sent = moment(inner.date)
    told = Details(title=_subject(inner.subject), published=sent and sent.date(), published_at=sent)
    return told, written(inner.text)


def _details(head: Message) -> Details:
    """What the fields above a mail tell; who sends to a list is taken for the outlet."""
    sent = moment(_field(head, "date"))
    listed = "list-unsubscribe" in head or "list-id" in head
    return Details(
        title=_subject(_field(head, "subject")),
        outlet=parseaddr(_field(head, "from"))[0] or None if listed else None,
        published=sent and sent.date(),
        published_at=sent,
    )


def _field(head: Message, name: str) -> str:
    """What *head* tells as *name*, "" for nothing; also where that is not encoded as it must be."""
    told = next((str(told) for field, told in head.raw_items() if field.lower() == name), "")
    return _decoded(told[:_LONGEST_FIELD])


def _decoded(told: str) -> str:
    text = decode("", told.encode("utf-8", "surrogateescape")) if told else ""
    return "".join(
        piece
        if isinstance(piece, str)
        else decode("", piece, charset)
        if charset
        else piece.decode("raw-unicode-escape", "replace")
        for piece, charset in decode_header(text)
    )


def _subject(told: str) -> str | None:
    return _FORWARD.sub("", " ".join(told.split())) or None


def _file(part: Message) -> str | None:
    """The name of what is attached, where it may be an article."""
    name = _decoded(str(part.get_filename() or "")[:_LONGEST_FIELD])
    if PurePath(name).suffix.lower().removeprefix(".") in _ATTACHED:
        return name
    return _UNNAMED.get(part.get_content_type())


def _content(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _text(name: str, part: Message) -> str:
    charset = part.get_content_charset()
    return decode(name, _content(part), charset).replace("\r\n", "\n")
