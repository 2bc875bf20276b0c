"""Markdown: its paragraphs without marks of layout; a block of fields above them is its details."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt

from store.articles.encoding import decode
from store.articles.moments import moment
from store.articles.paragraphs import paragraphs
from store.articles.unreadable import unreadable
from store.model import Article

NAME = "markdown"
SUFFIXES = frozenset({"md", "markdown", "mdown", "mkd"})

# "---", fields of one line each, "---": nothing else of YAML, whose aliases can grow without end
_ABOVE = re.compile(r"\ufeff?---[ \t]*\n((?>[\w-]+:.*\n|[ \t#-].*\n|\n){1,60}?)---[ \t]*\n")
_FIELD = re.compile(r"^([\w-]+):(.*)$", re.MULTILINE)
_HEADING = re.compile(r"\s*#[ \t]+(.*)")

# what is indented is not code here, and nothing may be nested deeper than a writer would
_READER = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).disable("code")
_READER.add_render_rule("fence", lambda *_: "")  # code
_LONGEST = 512 * 1024  # bytes; of each are made up to a thousand in memory


def knows(data: bytes, *, named: bool) -> bool:
    """Whether *data* is *named* so, or begins with a block of fields."""
    return named or bool(_ABOVE.match(data[:8192].decode("utf-8", "ignore").replace("\r", "")))


def read(name: str, data: bytes) -> Article:
    """The article in *data*; a heading that it begins with is its title, if no field tells one."""
    if len(data) > _LONGEST:
        raise unreadable(name, "it is too long for one article; load it in parts")
    source = decode(name, data).replace("\r\n", "\n")
    above = _ABOVE.match(source)
    fields = _fields(above[1]) if above else {}
    body = source[above.end() :] if above else source.removeprefix("\ufeff")
    heading = _HEADING.match(body)
    day = moment(_first(fields, "date", "published", "pubdate"))
    return Article(
        _text(name, body),
        title=_first(fields, "title") or (heading and _text(name, _heading(heading[1]))) or None,
        outlet=_first(fields, "outlet", "publication"),
        byline=_first(fields, "author", "byline"),
        url=_first(fields, "url", "canonical_url", "link"),
        published=day.date() if day else None,
        published_at=day,
        updated_at=moment(_first(fields, "updated", "lastmod", "modified")),
        language=_first(fields, "lang", "language"),
    )


def _text(name: str, body: str) -> str:
    return "\n\n".join(paragraphs(name, _READER.render(body)))


def _fields(block: str) -> Mapping[str, str]:
    """What *block* tells on one line each, without the marks around it."""
    found = {field[1].lower(): field[2].strip() for field in _FIELD.finditer(block)}
    return {name: _unquoted(told) for name, told in found.items()}


def _unquoted(told: str) -> str:
    if len(told) < 2 or told[0] != told[-1] or told[0] not in "\"'":
        return told
    escaped = '\\"' if told[0] == '"' else "''"
    return told[1:-1].replace(escaped, told[0])


def _heading(line: str) -> str:
    """*line* without the marks that may close a heading."""
    bare = line.strip().rstrip("#")
    return bare if bare.endswith((" ", "\t")) else line


def _first(fields: Mapping[str, str], *names: str) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)
