"""Train the head of engine/head.py on tests/evals/corpus, and report its cross-validation.

    python tests/evals/train_head.py [--report FILE]

Folds are made of whole themes, so no theme is on both sides. Writes engine/head.npz (about 30 kB, float16).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from engine.head import BUCKETS, LETTERS, features, grams, weight_of  # noqa: E402
from models import open_embedder  # noqa: E402

STRENGTH = 0.1
"""Inverse regularisation of the softmax; chosen by the cross-validation among .03, .1, .3, 1 and 3."""


def load() -> list[dict]:
    """All messages of the corpus."""
    messages = []
    for path in sorted((ROOT / "tests/evals/corpus").glob("*.jsonl")):
        messages += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return messages


def table(messages: list[dict]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, list[str]]:
    """Features, letters, corrections, themes and languages: one row a part."""
    embedder, rows, letters, changes, themes, languages, worded = open_embedder(), [], [], [], [], [], []
    for m in messages:
        sentences = [part[0] for part in m["parts"]]
        rows.append(features(sentences, " ".join(sentences), m.get("before") or "", embedder))
        worded += [_row(grams(sentence)) for sentence in sentences]
        letters += [LETTERS.index(part[1][0]) for part in m["parts"]]
        changes += [part[1].endswith("!") for part in m["parts"]]
        themes += [m["theme"]] * len(sentences)
        languages += [m.get("lang", "en")] * len(sentences)
    x = sparse.hstack([sparse.csr_matrix(np.concatenate(rows)), sparse.vstack(worded)]).tocsr()
    return x, np.array(letters), np.array(changes), np.array(themes), languages


def _row(buckets: list[int]) -> sparse.csr_matrix:
    values = np.full(len(buckets), weight_of(len(buckets)))
    return sparse.csr_matrix((values, ([0] * len(buckets), buckets)), shape=(1, BUCKETS))


def fit(x: np.ndarray, letters: np.ndarray, changes: np.ndarray, strength: float) -> tuple[LogisticRegression, LogisticRegression]:
    """The two regressions."""
    store = LogisticRegression(C=strength, max_iter=3000).fit(x, letters)
    change = LogisticRegression(C=strength, max_iter=3000, class_weight="balanced").fit(x, changes)
    return store, change


def cross_validate(x, letters, changes, themes, languages, strength: float) -> dict:
    """Scores on unseen themes, five folds."""
    chance = np.zeros((len(letters), len(LETTERS)))
    change_chance = np.zeros(len(letters))
    for train, test in GroupKFold(5).split(letters, letters, themes):
        store, change = fit(x[train], letters[train], changes[train], strength)
        chance[test] = store.predict_proba(x[test])
        change_chance[test] = change.predict_proba(x[test])[:, 1]
    worth = 1 - chance[:, 0]
    truth = letters != 0
    report = {"strength": strength, "parts": len(letters), "auroc_worth": round(float(roc_auc_score(truth, worth)), 4)}
    report["auroc_correction"] = round(float(roc_auc_score(changes[truth], change_chance[truth])), 4)
    report["by_threshold"] = {}
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        chosen = worth >= threshold
        report["by_threshold"][str(threshold)] = {
            "precision": round(float(truth[chosen].mean()), 3),
            "recall": round(float(chosen[truth].mean()), 3),
            "store_right": round(float((chance[:, 1:].argmax(1) + 1 == letters)[chosen & truth].mean()), 3),
        }
    report["auroc_by_letter"] = {
        letter: round(float(roc_auc_score(letters == n, chance[:, n])), 3) for n, letter in enumerate(LETTERS)
    }
    languages_of = np.array(languages)
    report["auroc_by_language"] = {
        lang: [round(float(roc_auc_score(truth[languages_of == lang], worth[languages_of == lang])), 3), int((languages_of == lang).sum())]
        for lang in sorted(set(languages))
        if 0 < truth[languages_of == lang].mean() < 1
    }
    bins = [(low, low + 0.1) for low in np.arange(0, 1, 0.1)]
    report["calibration"] = {
        f"{low:.1f}": [round(float(truth[(worth >= low) & (worth < high)].mean()), 2), int(((worth >= low) & (worth < high)).sum())]
        for low, high in bins
        if ((worth >= low) & (worth < high)).any()
    }
    return report


def main() -> None:
    """Cross-validate, train on everything, write the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--report", type=Path)
    parser.add_argument("--sweep", action="store_true")
    options = parser.parse_args()
    messages = load()
    x, letters, changes, themes, languages = table(messages)
    print(len(messages), "messages", dict(Counter(LETTERS[n] for n in letters)), "corrections", int(changes.sum()))
    for strength in (0.01, 0.03, 0.1, 0.3, 1.0) if options.sweep else ():
        print(json.dumps({k: v for k, v in cross_validate(x, letters, changes, themes, languages, strength).items() if k in ("strength", "auroc_worth", "by_threshold")}))
    report = cross_validate(x, letters, changes, themes, languages, STRENGTH)
    print(json.dumps(report, indent=1))
    if options.report:
        options.report.write_text(json.dumps({"messages": len(messages), **report}, indent=1) + "\n", encoding="utf-8")
    store, change = fit(x, letters, changes, STRENGTH)
    weights = {}
    for name, model in (("letters", store), ("correction", change)):
        weights[name] = model.coef_.T[:-BUCKETS].astype(np.float16)
        weights[f"{name}_grams"] = model.coef_.T[-BUCKETS:].astype(np.float16)
        weights[f"{name}_bias"] = model.intercept_.astype(np.float16)
    np.savez_compressed(ROOT / "engine/head.npz", **weights)


if __name__ == "__main__":
    main()
