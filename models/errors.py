"""The one tree of errors that Keepwise raises on purpose.

It lives on the lowest floor because every floor above may raise a `KeepwiseError`; `engine` re-exports it. Each
carries a `title` and a `message` fit for a dialog: what happened, and what the person can do about it.
"""

from __future__ import annotations


class KeepwiseError(Exception):
    """Base of all errors that Keepwise raises: `title` is one short line, `message` says what to do."""

    title = "Something went wrong"

    def __init__(self, message: str, *, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if title is not None:
            self.title = title

    def __str__(self) -> str:
        return self.message


class ModelError(KeepwiseError):
    """A language model or embedder could not be loaded or did not answer."""

    title = "The model could not be used"


class ModelMissing(ModelError):
    """The named model is not on this computer yet; the message names the command that fetches it."""

    title = "The model is not on this computer"


class ModelCrashed(ModelError):
    """The child process that runs the model ended by itself; it is started again at the next call."""

    title = "The model stopped unexpectedly"


class ContextOverflow(ModelError):
    """The messages need more tokens than the model's context holds (`needed` and `limit`, in tokens)."""

    title = "This is too long for the model"

    def __init__(self, message: str, *, needed: int, limit: int) -> None:
        super().__init__(message)
        self.needed = needed
        self.limit = limit


class DownloadError(KeepwiseError):
    """A model could not be fetched or its bytes are not the expected ones; nothing half-done is left in use."""

    title = "The download did not succeed"
