"""Everything that can go wrong in words a person in a channel can act on.

OnRecordError
├── UnreadableArticle   a file or paste that no format can read
│   ├── NoArticle       a file for many articles that holds none
│   └── Unfetchable     an address that cannot be fetched, or may not be
├── UnusableQuestion    a question that cannot be searched as typed
├── AlteredText         stored words are no longer a slice of their article
├── StoreUnavailable    the database file cannot be opened or written
└── Misconfigured       a setting or token is missing or wrong
"""


class OnRecordError(Exception):
    """The base of all errors raised on purpose; its message says what to do."""


class UnreadableArticle(OnRecordError):
    """An article could not be read."""


class NoArticle(UnreadableArticle):
    """A file that may hold many articles holds none."""


class Unfetchable(UnreadableArticle):
    """An address could not be fetched, or may not be.

    *why* is the message without the address. Where the trouble is *passing* it may be tried again,
    after *retry_after* seconds where the site says so.
    """

    def __init__(
        self,
        message: str,
        why: str = "",
        *,
        passing: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.why = why
        self.passing = passing
        self.retry_after = retry_after


class UnusableQuestion(OnRecordError):
    """A question could not be searched as typed."""


class AlteredText(OnRecordError):
    """Words about to be shown differ from the stored article: they are withheld."""


class StoreUnavailable(OnRecordError):
    """The store's file could not be opened, read or written."""


class Misconfigured(OnRecordError):
    """A setting is missing or wrong."""


def reason(error: OSError) -> str:
    """Why the system refused, as it stands within a sentence: "no space left on device"."""
    return (error.strerror or str(error)).lower()
