"""Train engine/outdating.py on tests/evals/changes, and print its cross-validation.

    python tests/evals/train_outdating.py

A line of the corpus is {"theme", "notes", "told": those from the message right before, "before": the assistant's last line,
"message", "over": the notes that the message ends}. The folds are made of whole themes. Besides its own notes a message is
held against those of another: what a person says next is mostly about something else. Writes engine/outdating.npz. Some
fifteen minutes, nearly all of it the head's embedders.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from engine.head import Head  # noqa: E402
from engine.outdating import Note, Said, rows, said_by  # noqa: E402
from models import open_embedder  # noqa: E402

STRENGTH = 0.03
"""Inverse regularisation; .1 and 1 give the same to .002."""
FOLDS = 5
SEED = 3

Numbers: TypeAlias = npt.NDArray[Any]


def load() -> list[dict[str, Any]]:
    """All cases of the corpus, each with its file in its theme."""
    found = []
    for path in sorted((ROOT / "tests/evals/changes").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            found.append({**case, "theme": f"{path.stem} {case['theme']}"})
    return found


def tabulate(
    cases: Sequence[dict[str, Any]], said: Sequence[Said]
) -> tuple[list[str], Numbers, Numbers, Numbers, Numbers]:
    """Names of the features; the features (pairs, n); which pairs end; their themes; whether the note is the case's own."""
    embedder, chance = open_embedder(), random.Random(SEED)
    found: list[dict[str, float]] = []
    over, themes, own = [], [], []
    for case, one in zip(cases, said, strict=True):
        if not one.pieces:
            continue
        other, just = chance.choice(cases), chance.random() < 0.5
        notes = [Note(text, place in case.get("told", [])) for place, text in enumerate(case["notes"])]
        strange = [Note(text, just) for text in other["notes"]] if other is not case else []
        found += rows([*notes, *strange], one, embedder)
        over += [*(place in case["over"] for place in range(len(notes))), *(False for _ in strange)]
        own += [*(True for _ in notes), *(False for _ in strange)]
        themes += [case["theme"]] * (len(notes) + len(strange))
    names = list(found[0])
    table = np.array([[row[name] for name in names] for row in found])
    return names, table, np.array(over), np.array(themes), np.array(own)


def report(table: Numbers, over: Numbers, themes: Numbers, own: Numbers) -> dict[str, Any]:
    """Scores on unseen themes, over the cases' own notes; and how many of the strange ones would end."""
    chance = np.zeros(len(over))
    for train, test in GroupKFold(FOLDS).split(table, over, themes):
        chance[test] = _fit(table[train], over[train]).predict_proba(table[test])[:, 1]
    return {
        "notes": int(own.sum()),
        "over": int(over.sum()),
        "auroc": round(float(roc_auc_score(over[own], chance[own])), 3),
        "average_precision": round(float(average_precision_score(over[own], chance[own])), 3),
        "by_threshold": {
            str(least): {
                "precision": round(float(over[own][chance[own] >= least].mean()), 3),
                "recall": round(float((chance >= least)[over].mean()), 3),
                "strange_ended": round(float((chance >= least)[~own].mean()), 4),
            }
            for least in (0.3, 0.4, 0.45, 0.5, 0.55, 0.6)
        },
    }


def _fit(table: Numbers, over: Numbers) -> Any:
    spread = np.maximum(table.std(axis=0), 1e-6)
    return _Scaled(LogisticRegression(C=STRENGTH, max_iter=3000).fit(table / spread, over), spread)


class _Scaled:
    """A regression on features of equal spread, told in the features as they are."""

    def __init__(self, model: Any, spread: Numbers) -> None:
        self.weights, self.bias, self._model, self._spread = model.coef_[0] / spread, model.intercept_[0], model, spread

    def predict_proba(self, table: Numbers) -> Numbers:
        """Of the model, for features as they are."""
        return np.asarray(self._model.predict_proba(table / self._spread))


def train(cases: Sequence[dict[str, Any]], said: Sequence[Said]) -> dict[str, Any]:
    """Cross-validate, train on everything, write the weights; the report."""
    names, table, over, themes, own = tabulate(cases, said)
    model = _fit(table, over)
    values = np.array([*model.weights, model.bias], dtype=np.float32)
    np.savez_compressed(
        ROOT / "engine/outdating.npz", allow_pickle=False, names=np.array([*names, "bias"]), values=values
    )
    return report(table, over, themes, own)


def main() -> None:
    """Judge the messages, train, print the report."""
    cases, head, embedder = load(), Head.load(), open_embedder()
    said = [said_by(case["message"], case.get("before") or "", head, embedder) for case in cases]
    print(json.dumps(train(cases, said), indent=1))


if __name__ == "__main__":
    main()
