"""What a person is told of an error; what they cannot mend stands in the log, by a reference."""

from __future__ import annotations

import logging
import secrets

from store.errors import AlteredText, Misconfigured, OnRecordError, StoreUnavailable

# meant for whoever runs the bot: they tell of files and settings, which are no reader's business
_FOR_THE_LOG = (AlteredText, Misconfigured, StoreUnavailable)

log = logging.getLogger(__name__)


def told(error: Exception) -> str:
    """*error* as one sentence for a person in a chat.

    What they can mend is said as it is. Of anything else they get a reference, under which the
    log has all there is to know.
    """
    if isinstance(error, OnRecordError) and not isinstance(error, _FOR_THE_LOG):
        return str(error)
    if isinstance(error, StoreUnavailable):
        return _out_of_order(_logged(error))
    return noted(error)


def noted(error: Exception) -> str:
    """A sentence on what nobody expected, with the reference that the log has it under."""
    return _went_wrong(_logged(error))


def _logged(error: Exception) -> str:
    reference = secrets.token_hex(3)
    log.error("reference %s: %s", reference, type(error).__name__, exc_info=error)
    return reference


def _went_wrong(reference: str) -> str:
    """What a person is told of a failure that the log has more about, under *reference*."""
    return f"Something went wrong here; the reference is {reference}."


def _out_of_order(reference: str) -> str:
    """What a reader is told where the store cannot be used, as `_went_wrong`."""
    return (
        "The store of articles cannot be used just now: try again in a minute;"
        f" the reference is {reference}."
    )
