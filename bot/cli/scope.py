"""A workspace or server as it is typed in the shell."""

from __future__ import annotations

import re

import click

_SCOPE = re.compile(r"slack:[A-Z0-9]+|discord:\d+", re.ASCII)


class Scope(click.ParamType[str]):
    """`slack:T012AB3CD` or `discord:123456789`; where it may be left out, "" is everyone's."""

    name = "scope"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """*value* as it is; a scope that there cannot be would be kept, and never looked at."""
        if not _SCOPE.fullmatch(value) and (value or (param and param.required)):
            told = (
                f"'{value}' is no workspace or server: write slack:T012AB3CD or discord:123456789."
            )
            self.fail(told, param, ctx)
        return value
