"""`keepwise bench` and `keepwise eval`: their reports, and cases that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cli.answering import admits
from desktop.cli.scoring import Learned, learning_summary, recall_summary
from desktop.compose import App, Compose, Settings, put_together
from engine import Database
from models import open_embedder
from tests.desktop.cli.doubles import Command


def test_the_bench_reports_ratios_within_one_run(keepwise: Command) -> None:
    report = keepwise("bench", "--memories", "5", "--json").document
    assert report["model"] == "fake"
    assert report["recall_memories"] == 5
    assert report["first_text_ratio"] == pytest.approx(report["first_text"] / report["first_text_without_learning"])
    assert report["recall_share"] > 0


def test_the_bench_without_a_model_says_why(keepwise: Command, no_model: Compose) -> None:
    outcome = keepwise("bench", compose=no_model)
    assert outcome.code == 1
    assert "models pull" in outcome.err


def test_recall_is_scored_on_the_packaged_cases(keepwise: Command) -> None:
    report = keepwise("eval", "recall", "--json").document
    assert report["questions"] == 8
    assert 0 < report["recall@10"] <= 1
    assert set(report["by_category"]) == {"single", "multi", "temporal"}


def test_the_gate_keeps_what_answers_and_holds_back_the_rest(keepwise: Command) -> None:
    def compose(settings: Settings) -> App:
        return put_together(settings, Database(settings.database_path), None, open_embedder())

    report = keepwise("eval", "recall", "--gate", "--json", compose=compose).document
    assert report["questions"] == 264
    assert report["hits_kept"] >= 0.75
    assert report["false_injection"] <= 0.08
    assert set(report["by_case"]) == {"mara", "tunde", "keiko", "bruno"}


def test_the_gate_is_scored_on_other_cases_as_a_table(keepwise: Command, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    item = '{"id": "m", "store": "user_memory", "text": "Collects porcelain owls"}'
    asked = '{"question": "What do I collect?", "evidence": ["m"]}, {"question": "Thanks!", "evidence": []}'
    cases.write_text(f'{{"id": "ana", "items": [{item}], "qa": [{asked}]}}\n')
    out = keepwise("eval", "recall", "--gate", "--data", cases).out
    assert "hits_kept" in out
    assert "ana" in out


def test_learning_is_scored_on_other_cases(keepwise: Command, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"id": "a", "date": "2026-01-01T09:00:00", "user": "Thanks!", "assistant": "With pleasure."}\n')
    report = keepwise("eval", "learning", "--data", cases, "--json").document
    assert report["cases"] == 1
    assert report["quiet"] == 1.0


def test_answers_are_scored_by_what_was_told_and_what_never_was(keepwise: Command, tmp_path: Path) -> None:
    cases = tmp_path / "answers.jsonl"
    told = '"chats": [["My boat is called Gave."]]'
    asked = (
        '"questions": [{"ask": "What is my boat called?", "all": ["gave"]}, {"ask": "How old am I?", "unknown": true}]'
    )
    cases.write_text(f'{{"id": "hanne", "date": "2026-07-06T21:00:00", {told}, {asked}}}\n')
    report = keepwise("eval", "answers", "--data", str(cases), "--json").document
    assert report["questions"] == 2
    assert report["by_case"]["hanne"]["recalled"] == 1
    assert {row["question"] for row in report["wrong"]} <= {"What is my boat called?", "How old am I?"}
    assert "hanne" in keepwise("eval", "answers", "--data", str(cases)).out


@pytest.mark.parametrize(
    ("answer", "admitted"),
    [
        ("I don't know that yet.", True),
        ("You haven't told me your birthday.", True),
        ("There is no note about that.", True),
        ("You drive a red Volvo.", False),
        ("As a pilot you get up at six.", False),
    ],
)
def test_an_answer_admits_not_to_know_or_does_not(answer: str, admitted: bool) -> None:
    assert admits(answer) is admitted


def test_learning_without_a_model_says_why(keepwise: Command, no_model: Compose) -> None:
    outcome = keepwise("eval", "learning", "--limit", "1", compose=no_model)
    assert outcome.code == 1
    assert "models pull" in outcome.err


@pytest.mark.parametrize("text", ["", "not json", '{"id": "a"}'])
def test_cases_that_cannot_be_read_are_one_line(keepwise: Command, tmp_path: Path, text: str) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text(text)
    outcome = keepwise("eval", "recall", "--data", cases)
    assert outcome.code == 1
    assert outcome.err.startswith("keepwise: The cases could not be read")


def test_the_learning_scores_are_shares_of_what_was_there() -> None:
    hit = Learned(found=1, expected=2, good=3, new=4, forbidden=0, retired=1, to_retire=1, quiet=None, seconds=2.0)
    calm = Learned(found=0, expected=0, good=0, new=0, forbidden=0, retired=0, to_retire=0, quiet=True, seconds=1.0)
    summary = learning_summary([hit, calm, replace(calm, quiet=False, forbidden=1)])
    assert (summary["recall"], summary["precision"], summary["f1"]) == (0.5, 0.75, 0.6)
    assert (summary["quiet"], summary["violations"], summary["retired"]) == (0.5, 1, 1.0)


def test_the_recall_scores_are_means_over_questions() -> None:
    from desktop.cli.scoring import Found

    summary = recall_summary([Found("a", 0.0, 0.5, 1.0, 0.01), Found("b", 1.0, 1.0, 1.0, 0.03)])
    assert (summary["recall@5"], summary["recall@10"], summary["recall@20"]) == (0.5, 0.75, 1.0)
    assert summary["all@10"] == 0.5
    assert summary["by_category"]["b"]["all@10"] == 1.0
