"""The models as the window shows them: what each is, whether it is here, how it fits, and how far its download is."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.compose import SERVER
from desktop.tongue import decimal, number, tr, tr_n
from models.fetch import list_models
from models.fit import WORDS_A_TOKEN, Fit, Machine, fit, memory_for
from models.own import own_models

RECOMMENDED = ("qwen3-4b", "starter", "small")
"""The better first; the first that fits well is recommended."""
_SAMPLES = 40
_LEAST_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Entry:
    """One model: `source` is "catalogue", "own" or "server"; `bytes` of its file, `here` whole, `partial` bytes half there.

    address: where a server's model answers; path: where an own file lies.
    """

    name: str
    title: str
    about: str
    licence: str
    source: str
    bytes: int
    here: bool
    partial: int
    fit: Fit | None
    address: str = ""
    path: str = ""


def read_shelf(machine: Machine, speeds: Mapping[str, float], server: Mapping[str, object]) -> list[Entry]:
    """All chat models: the catalogue's, then the own ones, then the server's. `speeds`: measured tokens a second by name."""
    statuses = [one for one in list_models() if one.entry.purpose == "chat"]
    mine = own_models()
    sizes = {s.entry.name: s.entry.download_bytes for s in statuses} | {one.name: one.bytes for one in mine}
    reached = max((speeds[name] * sizes[name] for name in speeds if sizes.get(name)), default=0.0)
    shown = [
        Entry(
            name=s.entry.name,
            title=s.entry.title,
            about=s.entry.about,
            licence=s.entry.licence,
            source="catalogue",
            bytes=s.entry.download_bytes,
            here=s.installed,
            partial=s.partial_bytes,
            fit=fit(s.entry.memory_bytes, s.entry.download_bytes, machine, speeds.get(s.entry.name, 0.0), reached),
        )
        for s in statuses
    ]
    for one in mine:
        verdict = fit(memory_for(one.bytes), one.bytes, machine, speeds.get(one.name, 0.0), reached)
        about = tr("Your own file, used where it lies.") if one.linked else tr("Your own file, copied in.")
        about = about if one.bytes else tr("The file is not there any more. Put it back, or remove it from this list.")
        shown.append(
            Entry(one.name, one.name, about, "", "own", one.bytes, bool(one.bytes), 0, verdict, path=str(one.path))
        )
    if server.get("address"):
        address = str(server["address"])
        about = tr("Runs at {address}. What you write there leaves this computer.").format(address=address)
        title = str(server.get("model", ""))
        shown.append(Entry(SERVER, title, about, "", "server", 0, True, 0, None, address=address))
    return shown


def recommended(shelf: list[Entry]) -> str:
    """The best model that fits well here, else the smallest one that is recommended at all."""
    by_name = {one.name: one for one in shelf}
    known = [by_name[name] for name in RECOMMENDED if name in by_name]
    good = [one.name for one in known if one.fit is not None and one.fit.verdict == "fits"]
    return good[0] if good else known[-1].name if known else ""


def verdict_words(found: Fit) -> tuple[str, str]:
    """A verdict in two or three words, and the numbers behind it."""
    needs = tr("needs {size} of memory").format(size=size(found.needed))
    how = speed_words(found.tokens_per_second)
    speed = tr("{how} (measured here)").format(how=how) if found.measured else tr("{how}, estimated").format(how=how)
    if found.verdict == "large":
        return tr("Too large"), tr("needs {size} of memory; this computer has {total}").format(
            size=size(found.needed), total=size(found.total)
        )
    if found.verdict == "tight":
        return tr("Close other programs first"), tr("{needs}, {free} of {total} are free · {speed}").format(
            needs=needs, free=size(found.free), total=size(found.total), speed=speed
        )
    if found.verdict == "slow":
        return tr("Will be slow"), f"{speed} · {needs}"
    return tr("Fits well"), f"{speed} · {needs}"


def size(count: float) -> str:
    """Bytes as people read them: "491 MB", "1.1 GB"."""
    if count >= 1e9:
        return tr("{size} GB").format(size=decimal(count / 1e9))
    return tr("{size} MB").format(size=number(round(count / 1e6)))


def speed_words(tokens_per_second: float) -> str:
    """A speed as people read it: "about 12 words a second"."""
    words = tokens_per_second * WORDS_A_TOKEN
    if words < 1:
        return tr("less than a word a second")
    return tr_n("about {n} words a second", "about {n} word a second", round(words))


class Pace:
    """Speed and time left of something that is fetched, over the last few seconds."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque(maxlen=_SAMPLES)
        self.done = 0
        self.total = 0

    def move(self, at: float, done: int, total: int) -> None:
        """It is this far at this moment (seconds of any clock that only grows)."""
        self.done, self.total = done, total
        self._samples.append((at, done))

    def words(self) -> str:
        """For instance "120 MB of 1.1 GB · 4.2 MB/s · about 4 min left"."""
        parts = [tr("{done} of {all}").format(done=size(self.done), all=size(self.total))]
        (first, before), (last, now) = self._samples[0], self._samples[-1]
        if last - first >= _LEAST_SECONDS and now > before:
            speed = (now - before) / (last - first)
            parts.append(tr("{speed} MB/s").format(speed=decimal(speed / 1e6)))
            parts.append(time_left((self.total - self.done) / speed))
        return " · ".join(parts)


def time_left(seconds: float) -> str:
    """A rest of time, no more exact than it is: "about 4 min left"."""
    if seconds < 50:
        return tr("about {n} s left").format(n=number(max(round(seconds / 5) * 5, 5)))
    if seconds < 5400:
        return tr("about {n} min left").format(n=number(max(round(seconds / 60), 1)))
    return tr("about {n} h left").format(n=number(round(seconds / 3600)))
