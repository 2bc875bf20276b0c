"""The options of a command as the question that they ask, in words as a person types it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.questions import fields

_FIELDS = ("since", "before", "outlet", "first-hand")


def who_said(given: Mapping[str, str]) -> str:
    """Who said the *words*."""
    return f"who said {given['words']}"


def quotes(given: Mapping[str, str]) -> str:
    """What a *speaker* said, with what narrows it."""
    return _about(f"quotes by {given['speaker']}", given)


def timeline(given: Mapping[str, str]) -> str:
    """What a *speaker* said by days, with what narrows it."""
    return f"timeline of {quotes(given)}"


def denied(given: Mapping[str, str]) -> str:
    """Who denied the *words*, what a *speaker* did, or all that is denied."""
    if speaker := given.get("speaker", "").strip():
        return _about(f"denials by {speaker}", {"about": given.get("words", "")})
    return f"who denied {given['words']}" if given.get("words", "").strip() else "denials"


def _about(question: str, given: Mapping[str, str]) -> str:
    about = given.get("about", "").strip()
    asked = f"{question} about {about}" if about else question
    named = {name.replace("_", "-"): value for name, value in given.items()}
    return asked + fields.written({k: v for k, v in named.items() if k in _FIELDS})
