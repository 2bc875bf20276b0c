"""Mail as press offices and newsletters send it, and as people send it on."""

from __future__ import annotations

import io
from datetime import datetime
from email.message import EmailMessage
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.articles import Document, Found, documents, read_document
from store.errors import UnreadableArticle
from store.model import Article

from .test_doors import PARAGRAPHS, SAMPLES

SENT = "Mon, 04 May 2026 10:00:00 +0200"
BODY = "\n\n".join(PARAGRAPHS)


def mail(body: str = BODY, *, html: str = "", charset: str = "utf-8", **more: str) -> EmailMessage:
    message = EmailMessage()
    fields = {"From": "Jane Roe <jane@harbor.example>", "Subject": "Pier to stay", "Date": SENT}
    for name, told in (fields | more).items():
        message[name.replace("_", "-")] = told
    message.set_content(body, charset=charset)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def found(message: EmailMessage | bytes, name: str = "release.eml") -> list[Found]:
    data = message if isinstance(message, bytes) else bytes(message)
    return list(documents(name, io.BytesIO(data)))


def only(message: EmailMessage | bytes, name: str = "release.eml") -> Article:
    (one,) = found(message, name)
    assert isinstance(one, Document), one
    return read_document(one)


def test_a_release_is_its_text_with_subject_and_date() -> None:
    article = only(mail())
    assert article.text == BODY
    assert (article.title, article.outlet, article.byline) == ("Pier to stay", None, None)
    assert article.published_at == datetime.fromisoformat("2026-05-04T10:00:00+02:00")


def test_who_sends_to_a_list_is_the_outlet() -> None:
    letter = mail(
        From="Harbor Times <news@harbor.example>", List_Unsubscribe="<mailto:a@b.example>"
    )
    assert only(letter).outlet == "Harbor Times"


def test_a_mail_is_known_by_its_fields() -> None:
    assert only(mail(), "release").title == "Pier to stay"


@pytest.mark.parametrize("text", ["Note: he came.\n\nFrom: Ana", "Dear all,\n\nFrom: a\nDate: b"])
def test_a_text_is_no_mail(text: str) -> None:
    assert read_document(found(text.encode(), "a.txt")[0]).text == text


@pytest.mark.parametrize(
    "subject", ["Fwd: Pier to stay", "FW: RE: Pier to stay", " WG: Pier to stay"]
)
def test_that_it_was_forwarded_is_no_part_of_the_title(subject: str) -> None:
    assert only(mail(Subject=subject)).title == "Pier to stay"


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "windows-1252"])
def test_charsets(charset: str) -> None:
    assert only(mail(charset=charset)).text == BODY


def test_a_charset_that_lies() -> None:
    data = bytes(mail(charset="windows-1252")).replace(b"windows-1252", b"us-ascii")
    assert only(data).text == BODY


ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NEWSLETTER = (
    '<div style="display:none">See who said what about the pier</div>'
    '<table><tr><td><a href="https://a.example">View this email in your browser</a></td></tr>'
    f"<tr><td>{ARTICLE}</td></tr><tr><td><p>You’re receiving this because you signed up.</p>"
    '<p><a href="https://a.example">Unsubscribe</a> | Update your preferences</p></td></tr></table>'
)


def test_a_newsletter_is_its_article() -> None:
    assert only(mail("…", html=NEWSLETTER)).text == BODY


FOOTER = "\n\n-- \nJane Roe\nPress office\n+1 555 0100\n"
REPLY = (
    "\n\nOn Mon, 4 May 2026 at 09:00, Bo Lind <bo@a.example> wrote:\n> Is it “true,” asked Bo?\n"
)


@pytest.mark.parametrize(
    ("body", "due"),
    [
        pytest.param(BODY + FOOTER, BODY, id="a signature"),
        pytest.param(BODY + REPLY, BODY, id="what it answers"),
        pytest.param(BODY + "\n\nhttps://a.example/x\nhttps://b.example/y", BODY, id="links"),
        pytest.param(f"{BODY}\n\nSent from my iPhone", BODY, id="a telephone"),
        pytest.param(
            "“No,” said the mayor of the harbour town after the vote, adding that\nshe had never "
            "been asked about it.\n\n“Yes,” said Bo.\n" + "a " * 30,
            "“No,” said the mayor of the harbour town after the vote, adding that she had never "
            "been asked about it.\n\n“Yes,” said Bo.\n" + "a " * 30,
            id="folded lines",
        ),
        pytest.param(
            "Read all <https://track.example/1?u=2> of it, said the mayor [https://t.example/2], "
            + "now " * 30,
            "Read all of it, said the mayor, " + "now " * 30,
            id="tracked links",
        ),
    ],
)
def test_what_was_not_written_is_left_out(body: str, due: str) -> None:
    assert only(mail(body)).text.strip() == due.strip()


FORWARDED = {
    "gmail": "FYI\n\n---------- Forwarded message ---------\nFrom: PR <pr@city.example>\n"
    "Date: Sun, May 3, 2026 at 9:00 AM\nSubject: Harbour news\nTo: <jane@harbor.example>\n\n\n"
    f"{BODY}",
    "outlook": "-----Original Message-----\nFrom: PR\nSent: Sunday\nSubject: Harbour news\n\n"
    f"{BODY}",
    "apple": "Begin forwarded message:\n\n> From: PR <pr@city.example>\n> Subject: Harbour news\n"
    "> Date: Sunday\n>\n" + "\n".join(f"> {line}".rstrip() for line in BODY.splitlines()),
}


@pytest.mark.parametrize("kind", FORWARDED)
def test_of_what_is_forwarded_the_innermost_counts(kind: str) -> None:
    article = only(mail(FORWARDED[kind], Subject="Fwd: look"))
    assert (article.text, article.title) == (BODY, "Harbour news")
    assert article.published_at is None or article.published_at.day == 3


OUTLOOK = (
    "From: City PR <pr@city.example>\nSent: Sunday, May 3, 2026 9:00 AM\n"
    "To: Jane Roe <jane@harbor.example>\nSubject: Harbour news\n\n"
)


def test_what_outlook_forwards_counts() -> None:
    article = only(mail(f"FYI\n\n{OUTLOOK}{BODY}", Subject="FW: look"))
    assert (article.text, article.title) == (BODY, "Harbour news")


def test_of_mails_that_outlook_forwards_one_in_another_the_innermost_counts() -> None:
    twice = f"FYI\n\n{OUTLOOK.replace('Subject: ', 'Subject: FW: ')}See below.\n\n{OUTLOOK}{BODY}"
    assert only(mail(twice, Subject="FW: look")).text == BODY


def test_what_outlook_answers_is_left_out() -> None:
    assert only(mail(f"{BODY}\n\n{OUTLOOK}Is it “true,” asked Bo?", Subject="RE: a")).text == BODY


@pytest.mark.parametrize(
    "line", ["On Monday she wrote:", "On Friday, 3 May 2026, the mayor wrote:"]
)
def test_a_text_may_tell_that_somebody_wrote(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\n“No,” and nothing else."
    assert only(mail(text)).text == text


@pytest.mark.parametrize(
    "subject",
    [
        pytest.param("Café – no".encode(), id="not encoded"),
        pytest.param(b"=?x-none?Q?Caf=C3=A9_=E2=80=93_no?=", id="an encoding that nobody knows"),
        pytest.param(b"=?us-ascii?Q?Caf=C3=A9_=E2=80=93_no?=", id="another encoding"),
    ],
)
def test_a_subject_that_is_encoded_wrongly(subject: bytes) -> None:
    data = bytes(mail()).replace(b"Pier to stay", subject)
    assert only(data).title == "Café – no"


def test_a_mail_attached_to_a_few_words_counts() -> None:
    outer = mail("See below.", Subject="look")
    outer.add_attachment(mail())
    assert (only(outer).text, only(outer).title) == (BODY, "Pier to stay")


def attached(name: str, body: str) -> EmailMessage:
    message = mail(body)
    data = (SAMPLES / name).read_bytes()
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    return message


@pytest.mark.parametrize("name", ["ferries.pdf", "ferries.docx"])
def test_a_few_words_only_send_what_is_attached(name: str) -> None:
    article = only(attached(name, "Please find our release attached."))
    assert article.text.endswith(BODY)
    assert article.published_at is not None


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(b'; filename="=?utf-8?B?cmVsZWFzZS5wZGY=?="', id="an encoded name"),
        pytest.param(b"", id="no name"),
    ],
)
def test_what_is_attached_is_found_by_whatever_tells_what_it_is(told: bytes) -> None:
    data = bytes(attached("ferries.pdf", "Please find our release attached."))
    named = data.replace(b"application/octet-stream", b"application/pdf", 1)
    assert only(named.replace(b'; filename="ferries.pdf"', told)).text.endswith(BODY)


def test_a_text_stands_beside_what_is_attached() -> None:
    every = found(attached("ferries.pdf", BODY))
    assert [one.name for one in every if isinstance(one, Document)] == [
        "release.eml",
        "ferries.pdf",
    ]


@pytest.mark.parametrize("tenth", range(5, 10))
def test_a_mail_of_parts_that_is_cut_off_is_never_taken_for_a_whole_one(tenth: int) -> None:
    whole = bytes(mail(html=ARTICLE))
    (error,) = found(whole[: len(whole) * tenth // 10])
    assert isinstance(error, UnreadableArticle)
    assert "the mail is cut off" in str(error)


def nested(depth: int) -> bytes:
    return b"From: a\nDate: b\nSubject: c\nContent-Type: message/rfc822\n\n" * depth + BODY.encode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(nested(3_000), id="mails in mails"),
        pytest.param(b"From: a\nDate: b\nSubject: " + b"c" * 10_000_000, id="a long field"),
        pytest.param(
            b"From: a\nDate: b\nSubject: c\nContent-Type: multipart/mixed; boundary=d\n\n"
            + b"--d\n\nx\n" * 100_000,
            id="many parts",
        ),
        pytest.param(
            b"From: a\nDate: b\nSubject: c\nContent-Type: text/plain; " + b'a="b; ' * 100_000,
            id="many parameters",
        ),
        pytest.param(b"From: a\nDate: b\nSubject: c\n\n", id="empty"),
        pytest.param(
            b"From: a\nDate: b\nSubject: c\n"
            + b"".join(
                b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
                for n in range(400)
            )
            + b"\nx\n" * 100_000,
            id="parts in parts, each line compared with every boundary",
        ),
    ],
)
def test_what_harms_is_told(data: bytes) -> None:
    (error,) = found(data)
    assert isinstance(error, UnreadableArticle), error


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(" " * 500_000 + "x", id="blanks"),
        pytest.param("\n" * 500_000 + "x", id="blank lines"),
        pytest.param(">\n" * 200_000 + "x", id="lines that answer"),
        pytest.param("http://a" * 50_000 + " x", id="links in links"),
        pytest.param("x\n-- \n" + f"{'a' * 60}\n" * 40, id="a long signature"),
        pytest.param(f"Begin forwarded message:\nFrom: a{' ' * 500_000}b\n\nx", id="a long field"),
    ],
)
def test_what_is_written_to_take_time_takes_none(body: str) -> None:
    began = process_time()
    for one in found(b"From: a\nDate: b\nSubject: c\n\n" + body.encode()):
        assert isinstance(one, Document | UnreadableArticle)
    assert process_time() - began < 10


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_however_it_is_damaged_it_is_read_or_told(data: st.DataObject) -> None:
    whole = bytearray(bytes(attached("ferries.docx", BODY)))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, 2_000))] = data.draw(st.integers(0, 255))
    for one in found(bytes(whole[: data.draw(st.integers(1, len(whole)))])):
        assert isinstance(one, Document | UnreadableArticle)
