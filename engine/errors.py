"""The engine's branch of the error tree; its root is `KeepwiseError`, shared with the floor below."""

from __future__ import annotations

from models.errors import KeepwiseError

__all__ = [
    "AccessRefused",
    "DatabaseBusy",
    "DatabaseError",
    "DatabaseNewer",
    "DatabaseUnreadable",
    "InvalidInput",
    "KeepwiseError",
    "LearningUnavailable",
    "NotFound",
    "PassphraseNeeded",
    "WrongPassphrase",
]


class DatabaseError(KeepwiseError):
    """Reading or writing the memory file failed; nothing of the failed write was kept."""

    title = "The memory file could not be used"


class DatabaseBusy(DatabaseError):
    """Another process has the memory file open."""

    title = "The memory file is in use"


class DatabaseUnreadable(DatabaseError):
    """The file is not a Keepwise memory file, or it is damaged. It was not changed."""

    title = "The memory file could not be read"


class DatabaseNewer(DatabaseUnreadable):
    """A newer Keepwise has written the file. It was not changed."""


class PassphraseNeeded(DatabaseError):
    """The file is encrypted and no passphrase was given. It was not changed."""

    title = "The memory file is encrypted"


class WrongPassphrase(PassphraseNeeded):
    """The file is encrypted under another passphrase. It was not changed."""


class InvalidInput(KeepwiseError):
    """What was asked for cannot be done as it stands; the message names what to change."""

    title = "That cannot be done"


class NotFound(InvalidInput):
    """Nothing with that id or name exists (any more)."""

    title = "Not found"


class AccessRefused(InvalidInput):
    """A private operation without a user, or on what belongs to another user."""

    title = "Not allowed"


class LearningUnavailable(KeepwiseError):
    """Learning needs a model or an embedder that is not there; recording, recall and search still work."""

    title = "Learning is not available"
