"""Train the head of engine/head.py on tests/evals/corpus, and report its cross-validation.

    python tests/evals/train_head.py [--report FILE]

The folds are made of whole themes, so no theme is on both sides. Writes engine/head.npz (140 kB, float16).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from engine.head import BUCKETS, LETTERS, features, grams, weight_of  # noqa: E402
from models import open_embedder  # noqa: E402

STRENGTH = 0.1
"""Inverse regularisation; of .1, .3 and 1 the best on unseen themes (AUROC .957; .3: .956; 1: .954)."""

Numbers = npt.NDArray[Any]


@dataclass(frozen=True)
class Table:
    """One row a part of the corpus: features (sparse), letters, corrections, themes and languages."""

    x: Any
    letters: Numbers
    changes: Numbers
    themes: Numbers
    languages: Numbers

    def fit(self, rows: Sequence[int] | Numbers | slice) -> tuple[Any, Any]:
        """The regression of the letters and that of the corrections."""
        store = LogisticRegression(C=STRENGTH, max_iter=3000).fit(self.x[rows], self.letters[rows])
        change = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced")
        return store, change.fit(self.x[rows], self.changes[rows])


def load() -> list[dict[str, Any]]:
    """All messages of the corpus."""
    paths = sorted((ROOT / "tests/evals/corpus").glob("*.jsonl"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [json.loads(line) for line in lines]


def tabulate(messages: Sequence[dict[str, Any]]) -> Table:
    """The corpus as a table."""
    embedder = open_embedder()
    dense, worded, parts = [], [], []
    for message in messages:
        sentences = [part[0] for part in message["parts"]]
        dense.append(features(sentences, " ".join(sentences), message.get("before") or "", embedder))
        worded += [_row(grams(sentence)) for sentence in sentences]
        parts += [(part[1], message["theme"], message.get("lang", "en")) for part in message["parts"]]
    return Table(
        sparse.hstack([sparse.csr_matrix(np.concatenate(dense)), sparse.vstack(worded)]).tocsr(),
        np.array([LETTERS.index(label[0]) for label, _, _ in parts]),
        np.array([label.endswith("!") for label, _, _ in parts]),
        np.array([theme for _, theme, _ in parts]),
        np.array([language for _, _, language in parts]),
    )


def _row(buckets: list[int]) -> Any:
    values = np.full(len(buckets), weight_of(len(buckets)))
    return sparse.csr_matrix((values, ([0] * len(buckets), buckets)), shape=(1, BUCKETS))


def cross_validate(table: Table) -> dict[str, Any]:
    """Scores on unseen themes, five folds."""
    chance = np.zeros((len(table.letters), len(LETTERS)))
    change_chance = np.zeros(len(table.letters))
    for train, test in GroupKFold(5).split(table.letters, table.letters, table.themes):
        store, change = table.fit(train)
        chance[test] = store.predict_proba(table.x[test])
        change_chance[test] = change.predict_proba(table.x[test])[:, 1]
    worth, truth = 1 - chance[:, 0], table.letters != 0
    guess = chance[:, 1:].argmax(axis=1) + 1
    return {
        "parts": len(truth),
        "auroc_worth": _auroc(truth, worth),
        "auroc_correction": _auroc(table.changes[truth], change_chance[truth]),
        "auroc_by_letter": {letter: _auroc(table.letters == n, chance[:, n]) for n, letter in enumerate(LETTERS)},
        "auroc_by_language": {
            str(language): _auroc(truth[table.languages == language], worth[table.languages == language])
            for language in sorted(set(table.languages))
        },
        "by_threshold": {
            str(least): {
                "precision": _share(truth, worth >= least),
                "recall": _share(worth >= least, truth),
                "store_right": _share(guess == table.letters, (worth >= least) & truth),
            }
            for least in (0.3, 0.4, 0.5, 0.6, 0.7)
        },
        "calibration": {
            f"{low / 10:.1f}": _share(truth, (worth >= low / 10) & (worth < (low + 1) / 10)) for low in range(10)
        },
    }


def _auroc(truth: Numbers, score: Numbers) -> float:
    return round(float(roc_auc_score(truth, score)), 3)


def _share(of: Numbers, among: Numbers) -> float:
    return round(float(of[among].mean()), 3)


def main() -> None:
    """Cross-validate, train on everything, write the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    messages = load()
    table = tabulate(messages)
    counts = dict(Counter(LETTERS[n] for n in table.letters))
    report = {"messages": len(messages), "labels": counts, **cross_validate(table)}
    print(json.dumps(report, indent=1))
    if options.report:
        options.report.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    weights = {}
    for name, model in zip(("letters", "correction"), table.fit(slice(None)), strict=True):
        weights[name] = model.coef_.T[:-BUCKETS].astype(np.float16)
        weights[f"{name}_grams"] = model.coef_.T[-BUCKETS:].astype(np.float16)
        weights[f"{name}_bias"] = model.intercept_.astype(np.float16)
    np.savez_compressed(ROOT / "engine/head.npz", allow_pickle=False, **weights)


if __name__ == "__main__":
    main()
