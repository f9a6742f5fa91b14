"""Cut messages into the pieces that the head judges, for labelling, and join the labels to lines of the corpus.

    python tests/evals/label.py RAW.jsonl                        prints each piece with its number
    python tests/evals/label.py RAW.jsonl LABELS.txt OUT.jsonl   joins them; names what does not fit

RAW: lines {"id", "theme", "lang" (else "en"), "date", "before" (the assistant's last line, or none), "message"}.
LABELS: a line a message, `id<TAB>N M E! ...`, one label a piece. N: nothing worth keeping (questions, tasks and what only they
need, moods, news, hypotheses, others' words). P: what would stand on the user's card. M: the user's tastes, health, habits,
belongings, plans, wishes on answers. E: other people, pets, firms, places and projects. K: a lesson that can be used again.
D: a choice made on purpose, and its reason. S: where the work of the chat stands. "!": it changes or ends what held before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from engine.decide import LEAST, as_judged  # noqa: E402
from engine.head import LETTERS  # noqa: E402
from engine.language.phatic import is_phatic  # noqa: E402
from engine.language.segments import secrets, segment  # noqa: E402


def pieces(message: str) -> list[str]:
    """The pieces of a message that the head judges, as it reads them."""
    own = [piece for piece in segment(message) if piece.kind in LEAST]
    return [as_judged(piece.text) for piece in own if not is_phatic(piece.text) and not secrets(piece.text)]


def rows(raw: Sequence[dict[str, Any]], labels: dict[str, list[str]]) -> tuple[list[dict[str, Any]], list[str]]:
    """Lines of the corpus, and the ids of messages whose labels do not fit their pieces."""
    found, wrong = [], []
    for one in raw:
        parts, given = pieces(one["message"]), labels.get(str(one["id"]), [])
        if len(parts) != len(given) or any(label.rstrip("!") not in LETTERS for label in given):
            wrong.append(f"{one['id']}: {len(parts)} pieces, {len(given)} labels")
        elif parts:
            told = {name: one[name] for name in ("before", "message") if one.get(name)}
            head = {"theme": one["theme"], "lang": one.get("lang", "en"), "date": one["date"]}
            found.append({**head, **told, "parts": [list(pair) for pair in zip(parts, given, strict=True)]})
    return found, wrong


def main() -> int:
    """Print the pieces, or join the labels. 1 when a label does not fit."""
    if len(sys.argv) not in (2, 4):
        print(__doc__)
        return 2
    raw = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    if len(sys.argv) == 2:
        for one in raw:
            print(
                "".join(f"{one['id']}\t{n}: {piece!r}\n" for n, piece in enumerate(pieces(one["message"]), 1)), end=""
            )
        return 0
    lines = [line.split("\t") for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines() if "\t" in line]
    found, wrong = rows(raw, {number: labels.split() for number, labels in lines})
    out = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    Path(sys.argv[3]).write_text(out, encoding="utf-8")
    print(f"{len(found)} messages written.", *wrong, sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
