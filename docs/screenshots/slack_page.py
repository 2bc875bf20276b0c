"""Slack's blocks as a web page that looks like Slack: what a reader there would see.

A block, element or style that is not known here is an error, so that no picture leaves one out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

Block = Mapping[str, Any]

PEOPLE = {"U0READER": "Ana Reyes", "U0EDITOR": "Ben Osei", "U0BOT": "On Record"}
_FACES = {
    "Ana Reyes": ("A", "#8a5a83"),
    "Ben Osei": ("B", "#3f7a5d"),
    "On Record": ("“", "#1f2a44"),
}

STYLE = """
body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/22px Lato, "Noto Sans", sans-serif;
  font-variant-ligatures: none }
main { width: 680px; padding: 12px 20px 16px }
article { position: relative; padding: 4px 0 8px 44px }
.face { position: absolute; left: 0; top: 8px; width: 36px; height: 36px; border-radius: 8px;
  color: #fff; font: 700 19px/36px "Noto Sans", sans-serif; text-align: center }
.face.bot { font-size: 34px; line-height: 52px; height: 36px; overflow: hidden }
.only { color: #616061; font-size: 13px; line-height: 20px; margin: 0 0 -2px 44px }
.only svg { vertical-align: -2px; margin-right: 4px }
.who { font-weight: 700; margin-right: 6px }
.app { background: #e8e8e8; color: #616061; font: 700 10px/14px "Noto Sans", sans-serif;
  padding: 0 4px; border-radius: 2px; margin-right: 6px; vertical-align: 1px }
time { color: #616061; font-size: 12px }
.block { margin: 4px 0; overflow-wrap: anywhere; white-space: pre-wrap }
blockquote { margin: 2px 0; padding-left: 16px; border-left: 4px solid #ddd; border-radius: 2px }
pre { margin: 4px 0; padding: 8px; background: #f8f8f8; border: 1px solid #dedede;
  border-radius: 4px; font: 12px/18px "Noto Sans Mono", "DejaVu Sans Mono", monospace;
  white-space: pre-wrap }
a { color: #1264a3; text-decoration: none }
.person { background: #e8f5fa; color: #1264a3; border-radius: 3px; padding: 0 2px }
.context { color: #616061; font-size: 13px; line-height: 18px }
.context span { margin-right: 8px }
hr { border: 0; border-top: 1px solid #ddd; margin: 10px 0 }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 6px 0 }
button { background: #fff; border: 1px solid #bcbabd; border-radius: 8px; color: #1d1c1d;
  font: 700 13px/26px Lato, "Noto Sans", sans-serif; padding: 0 11px }
button.primary { background: #007a5a; border-color: #007a5a; color: #fff }
button.danger { border-color: #e01e5a; color: #e01e5a }
h2 { font-size: 18px; line-height: 24px; margin: 8px 0 4px }
.added { color: #616061; font-size: 12px; margin-top: 4px }
.prompts { margin: 8px 0 12px; color: #616061; font-size: 13px }
.prompts div { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px }
form { width: 520px; border: 1px solid #ddd; border-radius: 8px }
main:has(form) { width: 522px }
form header, form footer { display: flex; align-items: center; gap: 12px; padding: 14px 24px }
form header { border-bottom: 1px solid #ddd; font: 900 18px/24px Lato, "Noto Sans", sans-serif }
form header i { margin-left: auto; color: #616061; font: 400 22px/24px "Noto Sans", sans-serif }
form footer { border-top: 1px solid #ddd; justify-content: flex-end }
fieldset { border: 0; margin: 0; padding: 0 }
fieldset b { font-size: 15px }
fieldset b span { color: #616061; font-weight: 400 }
.input { border: 1px solid #bcbabd; border-radius: 8px; padding: 7px 12px; margin: 6px 0 4px;
  color: #868686; min-height: 22px }
.input.long { min-height: 66px }
.hint { color: #616061; font-size: 13px; line-height: 18px }
form > .block { margin: 16px 24px }
.unfurl { border-left: 4px solid #ddd; border-radius: 2px; padding-left: 12px; margin-top: 6px }
"""
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


Shown = Message | Form | Offer


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


def _offer(one: Offer) -> str:
    prompts = "".join(f"<button>{prompt['title']}</button>" for prompt in one.prompts)
    return f'<div class="prompts">{one.title}<div>{prompts}</div></div>'


def _input(block: Block) -> str:
    element = block["element"]
    if element["type"] not in ("external_select", "plain_text_input"):
        raise KeyError(element["type"])
    told = _plain(element["placeholder"]) if "placeholder" in element else ""
    arrow = "<span style='float: right'>⌄</span>" if element["type"] == "external_select" else ""
    optional = " <span>(optional)</span>" if block.get("optional") else ""
    hint = f'<div class="hint">{_plain(block["hint"])}</div>' if "hint" in block else ""
    long = " long" if element.get("multiline") else ""
    return (
        f"<fieldset><b>{_plain(block['label'])}{optional}</b>"
        f'<div class="input{long}">{arrow}{told}</div>{hint}</fieldset>'
    )


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(f'<div class="block">{_BLOCKS[one["type"]](one)}</div>' for one in blocks)


def _rich_text(block: Block) -> str:
    return "".join(f"<{tag}>{_inline(one)}</{tag}>" for one in block["elements"]
                   for tag in [_TAGS[one["type"]]])  # fmt: skip


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


_KINDS = {Message: _message, Form: _form, Offer: _offer}
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
    "rich_text_quote": "blockquote",
    "rich_text_preformatted": "pre",
}
_INLINE = {"text": _text, "link": _link, "user": _person}
_STYLES = {"bold": "b", "italic": "i", "strike": "s", "code": "code"}
