"""What somebody wrote in a mail: without replies, signatures, footers and how lines were folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_FOLDED, _LONGEST_LINE = 60, 80  # characters from which a line was folded, and to which

_FIELDS = r"((?:[>\s]*(?:From|Date|Sent|Subject|To|Cc|Reply-To):[^\n]*\n)+)"
_FORWARDED = re.compile(
    r"^[> \t]*(?:-+ ?Forwarded message ?-+|Begin forwarded message:)" + _FIELDS,
    re.IGNORECASE | re.MULTILINE,
)
_ORIGINAL = re.compile(  # Outlook's, whether it was answered or forwarded
    r"^(?:[> \t]*-+ ?Original message ?-+\n)?[> \t]*(?=From:[^\n]*\n[> \t]*Sent:)" + _FIELDS,
    re.IGNORECASE | re.MULTILINE,
)
_FORWARDING = re.compile(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
# a time or an address tells it from "On Monday she wrote:"
_REPLY = re.compile(
    r"^[ \t]*On (?=[^\n]{0,200}(?:\d:\d\d|@))[^\n]{6,200}(?:\n[^\n]{1,100})? wrote:[ \t]*$",
    re.MULTILINE,
)
_SIGNATURE = re.compile(r"\n-- ?\n(?:[^\n]*\n){0,15}[^\n]*\Z")
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_LINK = re.compile(r"(?<!\s)\s*[<(\[]\s*https?://[^\s<>()\[\]]+\s*[>)\]]")
_ONLY_A_LINK = re.compile(r"[\W_]*https?://\S+|[\W_]+")
_FOOTER = re.compile(
    r"\bunsubscribe\b|\b(?:view|read|open) (?:it|this(?: e-?mail| message| newsletter)?|online)"
    r"(?: in| on)? (?:your|a|the) (?:web ?)?browser\b|\bview (?:online|in browser)\b"
    r"|\b(?:update|manage|change) (?:your |my )?(?:e-?mail |subscription )*preferences\b"
    r"|\byou(?:[’']re| are) (?:receiving|getting|subscribed)\b|\bthis e-?mail was sent (?:to|by)\b"
    r"|\bno longer (?:wish|want) to receive\b|^sent from my\b|\ball rights reserved\b"
    r"|\badd us to your address book\b",
    re.IGNORECASE,
)
_LONGEST_FOOTER = 400  # characters; what is longer says more than that


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Fields of a mail that was forwarded inside another, and the text below them."""

    subject: str
    sender: str
    date: str
    text: str


def forwarded(text: str, subject: str) -> Forwarded | None:
    """The mail that *text*, sent as *subject*, forwards; the innermost where several do."""
    every = list(_FORWARDED.finditer(text))
    found = every[-1] if every else None
    if not found and _FORWARDING.match(subject):
        found = _ORIGINAL.search(text)
    if not found:
        return None
    fields = dict(_field(line) for line in found[1].splitlines())
    sent = fields.get("date") or fields.get("sent", "")
    rest = _unquoted(text[found.end() :])
    inner = Forwarded(fields.get("subject", ""), fields.get("from", ""), sent, rest)
    return forwarded(inner.text, inner.subject) or inner


def _field(line: str) -> tuple[str, str]:
    name, _, told = line.lstrip("> \t").partition(":")
    return name.lower(), told.strip()


def _unquoted(text: str) -> str:
    quoted = all(line.startswith(">") for line in text.splitlines() if line.strip())
    return _QUOTED.sub("", text) if quoted else text


def written(text: str) -> str:
    """What was written in a mail whose *text* has a blank line between paragraphs."""
    answered = [found.start() for one in (_REPLY, _ORIGINAL) if (found := one.search(text))]
    own = text[: min(answered, default=None)]
    own = "\n".join(line for line in own.splitlines() if not line.startswith(">"))
    parts = _SIGNATURE.sub("", own).split("\n\n")
    return "\n\n".join(part.strip("\n") for part in parts if part.strip() and not _is_footer(part))


def unfolded(text: str, *, flowed: bool) -> str:
    """Plain *text* whose paragraphs are one line each, as they were before a mailer folded them.

    *flowed* lines tell by a space at their end that they go on (RFC 3676).
    """
    text = _LINK.sub("", text.replace("\r\n", "\n"))
    lines = [line.rstrip(" ") if line == "-- " or not flowed else line for line in text.split("\n")]
    folded = not flowed and max(map(len, lines), default=0) <= _LONGEST_LINE
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = before.endswith(" ") if flowed else folded and len(before) >= _FOLDED
        both = before.strip() and line.strip() and not {before[:1], line[:1]} & {">", "-", "*"}
        pieces.append(f" {line.lstrip()}" if goes_on and both else f"\n{line}")
    return re.sub(r"  +", " ", re.sub(r"\n\s*\n\s*", "\n\n", "".join(pieces)))


def _is_footer(part: str) -> bool:
    if "://" in part and all(_ONLY_A_LINK.fullmatch(word) for word in part.split()):
        return True
    return len(part) <= _LONGEST_FOOTER and bool(_FOOTER.search(part))
