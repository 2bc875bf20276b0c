"""Slack's blocks as a web page that looks like Slack: what a reader there would see.

A block, element or style that is not known here is an error, so that no picture leaves one out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

Block = Mapping[str, Any]

PEOPLE = {"U0READER": "Ana Reyes", "U0EDITOR": "Ben Osei", "U0BOT": "On Record"}
_FACES = {
    "Ana Reyes": ("A", "#8a5a83"),
    "Ben Osei": ("B", "#3f7a5d"),
    "On Record": ("“", "#1f2a44"),
}

STYLE = Path(__file__).with_name("slack.css").read_text("utf-8")
_ADDED = '<div class="added">Added by On Record</div>'
_EYE = (
    '<svg width="14" height="14" viewBox="0 0 20 20" fill="none" stroke="#616061"'
    ' stroke-width="1.8"><path d="M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10Z"/>'
    '<circle cx="10" cy="10" r="2.5"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Message:
    """Something that *who* wrote, *alone* where only the reader sees it; *below* is unfurled."""

    who: str
    blocks: Sequence[Block]
    alone: bool = False
    below: Sequence[Block] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A view that is open in front of the reader."""

    view: Block


@dataclass(frozen=True, slots=True)
class Offer:
    """What an agent offers to be asked: *prompts*, under a *title*."""

    title: str
    prompts: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Home:
    """What somebody finds who opens the bot."""

    blocks: Sequence[Block]


Shown = Message | Form | Offer | Home


def page(shown: Iterable[Shown]) -> str:
    """What is *shown*, one below the other."""
    shown = "".join(_KINDS[type(one)](one) for one in shown)
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><main>{shown}</main>"


def typed(who: str, *elements: Block) -> Message:
    """What a person wrote, of rich-text *elements*."""
    section = {"type": "rich_text_section", "elements": elements}
    return Message(who, [{"type": "rich_text", "elements": [section]}])


def _message(one: Message) -> str:
    bot = one.who == "On Record"
    letter, colour = _FACES[one.who]
    only = f'<div class="only">{_EYE}Only visible to you</div>' if one.alone else ""
    below = f'<div class="unfurl">{_blocks(one.below)}{_ADDED}</div>' if one.below else ""
    return (
        f'{only}<article><div class="face{" bot" if bot else ""}" style="background:{colour}">'
        f'{letter}</div><span class="who">{one.who}</span>'
        f"{'<span class=app>APP</span>' if bot else ''}<time>10:24 AM</time>"
        f"{_blocks(one.blocks)}{below}</article>"
    )


def _form(one: Form) -> str:
    title, close, submit = (_plain(one.view[part]) for part in ("title", "close", "submit"))
    return (
        f"<form><header>{title}<i>×</i></header>{_blocks(one.view['blocks'])}"
        f'<footer><button>{close}</button><button class="primary">{submit}</button></footer></form>'
    )


def _home(one: Home) -> str:
    return f'<div class="home">{_blocks(one.blocks)}</div>'


def _offer(one: Offer) -> str:
    prompts = "".join(f"<button>{prompt['title']}</button>" for prompt in one.prompts)
    return f'<div class="prompts">{one.title}<div>{prompts}</div></div>'


def _input(block: Block) -> str:
    element = block["element"]
    icon = _ICONS[element["type"]]
    told = _plain(element["placeholder"]) if "placeholder" in element else ""
    optional = " <span>(optional)</span>" if block.get("optional") else ""
    hint = f'<div class="hint">{_plain(block["hint"])}</div>' if "hint" in block else ""
    long = " long" if element.get("multiline") else ""
    field = f'<div class="input{long}"><i>{icon}</i>{told}</div>'
    if element["type"] == "file_input":
        field = "<div><button type=button>Upload file</button></div>"
    return f"<fieldset><b>{_plain(block['label'])}{optional}</b>{field}{hint}</fieldset>"


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(f'<div class="block">{_BLOCKS[one["type"]](one)}</div>' for one in blocks)


def _rich_text(block: Block) -> str:
    return "".join(map(_part, block["elements"]))


def _part(one: Block) -> str:
    tag = _TAGS[one["type"]]
    listed = one["type"] == "rich_text_list"
    inside = "".join(f"<li>{_inline(part)}</li>" for part in one["elements"]) if listed else ""
    return f"<{tag}>{inside or _inline(one)}</{tag}>"


def _inline(section: Block) -> str:
    return "".join(_INLINE[one["type"]](one) for one in section["elements"])


def _text(element: Block) -> str:
    shown = escape(element["text"])
    for style, on in element.get("style", {}).items():
        shown = f"<{_STYLES[style]}>{shown}</{_STYLES[style]}>" if on else shown
    return shown


def _link(element: Block) -> str:
    return f"<a>{escape(element.get('text') or element['url'])}</a>"


def _person(element: Block) -> str:
    return f'<span class="person">@{PEOPLE[element["user_id"]]}</span>'


def _context(block: Block) -> str:
    notes = (f"<span>{_plain(one)}</span>" for one in block["elements"])
    return f'<div class="context">{"".join(notes)}</div>'


def _actions(block: Block) -> str:
    return f'<div class="actions">{"".join(map(_button, block["elements"]))}</div>'


def _button(element: Block) -> str:
    if element["type"] != "button":
        raise KeyError(element["type"])
    return f'<button class="{element.get("style", "")}">{_plain(element["text"])}</button>'


def _plain(text: Block) -> str:
    if text["type"] != "plain_text":
        raise KeyError(text["type"])
    return str(text["text"])  # it comes escaped: Slack reads &lt; there


_KINDS = {Message: _message, Form: _form, Offer: _offer, Home: _home}
_BLOCKS = {
    "rich_text": _rich_text,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "divider": lambda _: "<hr>",
    "header": lambda block: f"<h2>{_plain(block['text'])}</h2>",
    "section": lambda block: _plain(block["text"]),
}
_TAGS = {
    "rich_text_section": "div",
    "rich_text_list": "ul",
    "rich_text_quote": "blockquote",
    "rich_text_preformatted": "pre",
}
_INLINE = {
    "text": _text,
    "link": _link,
    "user": _person,
    "date": lambda _: "Today at 10:24 AM",  # as Slack words it on the day itself
}
_ICONS = {
    "external_select": "⌄",
    "plain_text_input": "",
    "url_text_input": "",
    "datepicker": "⌄",
    "file_input": "",
}
_STYLES = {"bold": "b", "italic": "i", "strike": "s", "code": "code"}
