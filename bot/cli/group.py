"""What all commands share: how an expected error is told, and how much libraries may say."""

from __future__ import annotations

import logging
import sys
from typing import IO, Any

import click

from bot import output
from bot.cli.shell import tell
from store.errors import OnRecordError

# libraries whose complaints about a page come as one line of ours
_READERS = ("trafilatura", "htmldate", "courlan", "charset_normalizer", "urllib3")


class _Told(click.ClickException):
    """An error that a person is told in one line."""

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002
        """Say it on stderr."""
        tell(self.format_message())


class Commands(click.Group):
    """Commands whose expected errors become one line and never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command that was typed, and end the process."""
        with output.guarded(tell):
            return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            raise _Told(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            from bot.errors import noted

            raise _Told(noted(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
@click.option("-v", "--verbose", count=True, help="Say more about what happens; twice for all.")
def main(verbose: int) -> None:
    """Who said what: the exact quotation, its speaker and its source."""
    levels = (logging.WARNING, logging.INFO, logging.DEBUG)
    logging.basicConfig(
        level=levels[min(verbose, 2)], format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    if not verbose and sys.stderr and sys.stderr.isatty():
        logging.getLogger().handlers[0].setFormatter(output.Brief("%(levelname)s %(message)s"))
    for reader in _READERS:
        logging.getLogger(reader).setLevel(logging.NOTSET if verbose else logging.CRITICAL)
