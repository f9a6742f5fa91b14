"""Train the head of engine/head.py on tests/evals/corpus, and report its cross-validation.

    python tests/evals/train_head.py [--report FILE]

The folds are made of whole themes, so no theme is on both sides. Writes engine/head.npz (float16): one set of weights for
machines where the multilingual embedder runs, one for those where it does not.
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

from engine.head import (  # noqa: E402
    BUCKETS,
    FULL,
    LETTERS,
    PLAIN,
    beside,
    centred,
    features,
    grams,
    texts_of,
    weight_of,
)
from models import open_embedder  # noqa: E402

STRENGTH = 0.1
"""Inverse regularisation; of .1, .3 and 1 the best on unseen themes (AUROC .957; .3: .956; 1: .954, without e5)."""

BESIDE = 0.03
"""Inverse regularisation of the second softmax; .01 and .1 give the same to .001."""

FOLDS = 5
GRAMS = 2 * BUCKETS
Numbers = npt.NDArray[Any]


@dataclass(frozen=True)
class Table:
    """One row a part of the corpus: features (sparse), letters, corrections, themes, languages, the message it is of, and
    whether that is one as people write it."""

    x: Any
    letters: Numbers
    changes: Numbers
    themes: Numbers
    languages: Numbers
    message: Numbers
    whole: Numbers

    def fit(self, rows: Sequence[int] | Numbers | slice) -> tuple[Any, Any]:
        """The regression of the letters and that of the corrections."""
        store = LogisticRegression(C=STRENGTH, max_iter=3000).fit(self.x[rows], self.letters[rows])
        change = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced")
        return store, change.fit(self.x[rows], self.changes[rows])

    def beside(self, chance: Numbers) -> Numbers:
        """What the second softmax reads, of each part: `chance` of the first, message by message."""
        edges = np.flatnonzero(np.diff(self.message)) + 1
        return np.concatenate([beside(part.astype(np.float32)) for part in np.split(chance, edges)])

    def fit_beside(self, seen: Numbers, rows: Sequence[int] | Numbers | slice) -> Any:
        """The second softmax, over what `beside` gave for first ones that had not seen the part."""
        return LogisticRegression(C=BESIDE, max_iter=3000).fit(seen[rows], self.letters[rows])

    def folds(self) -> list[tuple[Numbers, Numbers]]:
        """Rows to train on and to test on: whole themes."""
        return list(GroupKFold(FOLDS).split(self.letters, self.letters, self.themes))


def load() -> list[dict[str, Any]]:
    """All messages of the corpus."""
    paths = sorted((ROOT / "tests/evals/corpus").glob("*.jsonl"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [json.loads(line) for line in lines]


@dataclass(frozen=True)
class Meant:
    """What the texts of all messages mean: shape (texts, n) by each embedder, and how many texts each message has."""

    embedded: Numbers
    sensed: Numbers
    sizes: list[int]

    @property
    def centre(self) -> Numbers:
        """The common centre of the multilingual vectors."""
        return np.asarray(self.sensed.mean(axis=0, keepdims=True), dtype=np.float32)

    def vectors(self, kind: str) -> Numbers:
        """The vectors of one set, side by side as `Head.judge` lays them."""
        return self.embedded if kind == PLAIN else np.hstack([self.embedded, centred(self.sensed, self.centre)])


def meant(messages: Sequence[dict[str, Any]]) -> Meant:
    """Embed the corpus: some minutes."""
    embedder = open_embedder()
    texts = [texts_of([p[0] for p in m["parts"]], _whole(m), m.get("before") or "") for m in messages]
    embedded = np.concatenate([embedder.embed(some) for some in texts])
    sensed = np.concatenate([embedder.sense(some) for some in texts])
    return Meant(embedded, sensed, [len(some) for some in texts])


def tabulate(messages: Sequence[dict[str, Any]], known: Meant, kind: str) -> Table:
    """The corpus as a table, for one set of weights."""
    vectors = iter(np.split(known.vectors(kind), np.cumsum(known.sizes)[:-1]))
    dense, worded, parts = [], [], []
    for message in messages:
        sentences = [part[0] for part in message["parts"]]
        dense.append(features(sentences, _whole(message), message.get("before") or "", next(vectors)))
        worded += [_row(grams(sentence)) for sentence in sentences]
        told = (message["theme"], message.get("lang", "en"), len(dense), "message" in message)
        parts += [(part[1], *told) for part in message["parts"]]
    return Table(
        sparse.hstack([sparse.csr_matrix(np.concatenate(dense)), sparse.vstack(worded)]).tocsr(),
        np.array([LETTERS.index(part[0][0]) for part in parts]),
        np.array([part[0].endswith("!") for part in parts]),
        *(np.array([part[n] for part in parts]) for n in range(1, 5)),
    )


def _whole(message: dict[str, Any]) -> str:
    return str(message.get("message") or " ".join(part[0] for part in message["parts"]))


def _row(found: tuple[list[int], list[int]]) -> Any:
    values = np.concatenate([np.full(len(part), weight_of(len(part))) for part in found])
    buckets = [bucket for part in found for bucket in part]
    return sparse.csr_matrix((values, ([0] * len(buckets), buckets)), shape=(1, GRAMS))


def cross_validate(table: Table) -> tuple[dict[str, Any], Numbers]:
    """Scores on unseen themes, of all parts and of those of whole messages; and what the second softmax reads of each part."""
    chance = np.zeros((len(table.letters), len(LETTERS)))
    change_chance = np.zeros(len(table.letters))
    for train, test in table.folds():
        store, change = table.fit(train)
        chance[test] = store.predict_proba(table.x[test])
        change_chance[test] = change.predict_proba(table.x[test])[:, 1]
    seen = table.beside(chance)
    for train, test in table.folds():
        chance[test] = table.fit_beside(seen, train).predict_proba(seen[test])
    worth, truth = 1 - chance[:, 0], table.letters != 0
    report = {
        **_scores(table, chance, np.ones(len(truth), dtype=bool)),
        "auroc_correction": _auroc(table.changes[truth], change_chance[truth]),
        "auroc_by_letter": {letter: _auroc(table.letters == n, chance[:, n]) for n, letter in enumerate(LETTERS)},
        "auroc_by_language": {
            str(language): _auroc(truth[table.languages == language], worth[table.languages == language])
            for language in sorted(set(table.languages))
        },
        "calibration": {
            f"{low / 10:.1f}": _share(truth, (worth >= low / 10) & (worth < (low + 1) / 10)) for low in range(10)
        },
        "whole_messages": _scores(table, chance, table.whole),
    }
    return report, seen


def _scores(table: Table, chance: Numbers, rows: Numbers) -> dict[str, Any]:
    worth, truth, letters = 1 - chance[rows, 0], table.letters[rows] != 0, table.letters[rows]
    guess = chance[rows, 1:].argmax(axis=1) + 1
    return {
        "parts": len(truth),
        "auroc_worth": _auroc(truth, worth),
        "by_threshold": {
            str(least): {
                "precision": _share(truth, worth >= least),
                "recall": _share(worth >= least, truth),
                "store_right": _share(guess == letters, (worth >= least) & truth),
            }
            for least in (0.3, 0.4, 0.5, 0.6, 0.7)
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
    known = meant(messages)
    tables = {kind: tabulate(messages, known, kind) for kind in (FULL, PLAIN)}
    counts = dict(Counter(LETTERS[n] for n in tables[FULL].letters))
    checked = {kind: cross_validate(table) for kind, table in tables.items()}
    report = {"messages": len(messages), "labels": counts, **{kind: scores for kind, (scores, _) in checked.items()}}
    if options.report:
        options.report.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    weights = {"centre": known.centre.astype(np.float16)}
    for kind, table in tables.items():
        for name, model in zip((f"{kind}_letters", f"{kind}_correction"), table.fit(slice(None)), strict=True):
            weights[name] = model.coef_.T[:-GRAMS].astype(np.float16)
            weights[f"{name}_grams"] = model.coef_.T[-GRAMS:].astype(np.float16)
            weights[f"{name}_bias"] = model.intercept_.astype(np.float16)
        second = table.fit_beside(checked[kind][1], slice(None))
        weights[f"{kind}_beside"], weights[f"{kind}_beside_bias"] = second.coef_.T, second.intercept_
    np.savez_compressed(ROOT / "engine/head.npz", allow_pickle=False, **weights)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
