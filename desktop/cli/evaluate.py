"""`keepwise eval learning|recall|answers`: scores on a set of cases, through the public contract only."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.cli.output import print_json, print_table, progress
from desktop.cli.place import JsonOption, ModelOption, opened
from models.errors import KeepwiseError

app = typer.Typer(help="Score learning and recall on a set of cases.", no_args_is_help=True)

DataOption = Annotated[
    Path | None, typer.Option("--data", metavar="PATH", exists=True, dir_okay=False, help="Other cases (JSONL).")
]
GateOption = Annotated[
    bool, typer.Option("--gate", help="Score what is brought up in a chat, and what is rightly not.")
]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, help="Only the first so many cases.")]


class CasesUnreadable(KeepwiseError):
    """The file of cases is not what the evaluation reads."""

    title = "The cases could not be read"


@app.command("learning")
def learning(
    context: typer.Context,
    data: DataOption = None,
    model: ModelOption = "",
    limit: LimitOption = None,
    as_json: JsonOption = False,
) -> None:
    """What is learned from single exchanges, against what must, may and must not be: one fresh memory file a case.

    A line of --data is {"id", "date", "user", "assistant"} and, where they apply, "before": [[user, assistant]], "expect":
    [{"stores": [store], "all": [term]}], "ok": [[term]], "forbid": [term], "retire": [[term]], "retire_not": [term]. A term may
    hold alternatives: "fish|trout".
    """
    from desktop.cli.scoring import Learned, learn_case, learning_summary

    rows: list[Learned] = []
    cases = read_cases(data or packaged("learning.jsonl"), limit)
    with tempfile.TemporaryDirectory() as folder, progress("learning", total=len(cases)) as advance:
        with opened(context, database=Path(folder) / "parts.duckdb", model=model) as parts:
            for number, case in enumerate(cases, 1):
                rows.append(checked(learn_case, parts, case, Path(folder) / f"{number}.duckdb"))
                advance(number)
    report(learning_summary(rows), as_json)


@app.command("recall")
def recall(
    context: typer.Context,
    data: DataOption = None,
    gate: GateOption = False,
    limit: LimitOption = None,
    as_json: JsonOption = False,
) -> None:
    """Whether a question finds what answers it, without a language model: one memory file a conversation.

    Without --gate: the share of a question's evidence among the first 5, 10 and 20 hits of a search over past turns. With
    --gate: what is brought up in a chat. hits_kept is the share of the evidence that is brought up, false_injection the share of
    the questions that nothing known answers for which anything was.

    A line of --data is {"id", "turns": [{"id", "session", "at", "speaker", "text"}], "qa": [{"question", "category",
    "evidence"}]}, where evidence lists ids of turns; for --gate also "items": [{"id", "store", "text"}], of which evidence
    lists ids too.
    """
    from desktop.cli.gating import gate_case, gate_summary
    from desktop.cli.scoring import recall_case, recall_summary

    score: Any = gate_case if gate else recall_case
    rows: list[Any] = []
    cases = read_cases(data or packaged("gate.jsonl" if gate else "recall.jsonl"), limit)
    with tempfile.TemporaryDirectory() as folder, progress("recalling", total=len(cases)) as advance:
        with opened(context, database=Path(folder) / "parts.duckdb", with_model=False) as parts:
            for number, case in enumerate(cases, 1):
                rows += checked(score, parts, case, Path(folder) / f"{number}.duckdb")
                advance(number)
    if not rows:
        raise CasesUnreadable("There is no question with evidence. Without evidence, only --gate scores a question.")
    report(gate_summary(rows) if gate else recall_summary(rows), as_json)


@app.command("answers")
def answers(
    context: typer.Context,
    data: DataOption = None,
    model: ModelOption = "",
    limit: LimitOption = None,
    as_json: JsonOption = False,
) -> None:
    """Whether what was told in earlier chats is answered right, and what was never told is admitted to be unknown.

    A line of --data is {"id", "date", "chats": [[message...]...], "questions": [{"ask", "all": [term...]} or {"ask", "unknown":
    true}...]}; a term may hold alternatives: "five|5". Suggestions are accepted.
    """
    from desktop.cli.answering import Answered, answer_case, answer_summary

    rows: list[Answered] = []
    cases = read_cases(data or packaged("answers.jsonl"), limit)
    with tempfile.TemporaryDirectory() as folder, progress("asking", total=len(cases)) as advance:
        with opened(context, database=Path(folder) / "parts.duckdb", model=model) as parts:
            for number, case in enumerate(cases, 1):
                rows += checked(answer_case, parts, case, Path(folder) / f"{number}.duckdb")
                advance(number)
    report(answer_summary(rows), as_json)


def packaged(name: str) -> Path:
    """A set of cases of our own, shipped under assets/evals."""
    from desktop.assets import asset

    return asset("evals", name)


def read_cases(path: Path, limit: int | None) -> list[dict[str, Any]]:
    """One case a line, or a JSON array of them. Raises CasesUnreadable, naming the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise CasesUnreadable(f"{path.name} is no text that can be read: {error}.") from error
    if text.lstrip().startswith("["):
        whole = parsed(text, path.name)
        cases = [as_case(case, f"entry {number} of {path.name}") for number, case in enumerate(whole, 1)]
    else:
        places = [(f"line {number} of {path.name}", line) for number, line in enumerate(text.splitlines(), 1)]
        cases = [as_case(parsed(line, place), place) for place, line in places if line.strip()]
    if not cases:
        raise CasesUnreadable(f"{path.name} holds no cases.")
    return cases[:limit]


def parsed(text: str, place: str) -> Any:
    """The JSON value of a text. Raises CasesUnreadable, naming its place."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CasesUnreadable(f"{place} is no JSON: {error}.") from error


def as_case(value: object, place: str) -> dict[str, Any]:
    """The value, when it is an object. Raises CasesUnreadable."""
    if not isinstance(value, dict):
        raise CasesUnreadable(f"{place} is no case: a case is a JSON object, see --help.")
    return value


def checked(score: Any, parts: Any, case: dict[str, Any], path: Path) -> Any:
    """The score of one case. Raises CasesUnreadable naming the field that the case lacks, or what is wrong in one."""
    try:
        return score(parts, case, path)
    except KeyError as error:
        raise CasesUnreadable(f"case {case.get('id', '?')!r} has no field {error}.") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise CasesUnreadable(
            f"case {case.get('id', '?')!r} cannot be used: {error}. See --help for its shape."
        ) from error


def report(summary: dict[str, Any], as_json: bool) -> None:
    """One JSON document, or a table."""
    if as_json:
        print_json(summary)
        return
    parts = {name: value for name, value in summary.items() if isinstance(value, dict)}
    lists = {name: value for name, value in summary.items() if isinstance(value, list)}
    single = [(name, shown(value)) for name, value in summary.items() if name not in {**parts, **lists}]
    print_table(("what", "value"), single)
    for name, groups in parts.items():
        columns = list(next(iter(groups.values()), {}))
        print_table(
            (name.removeprefix("by_"), *columns),
            [(group, *(shown(values[column]) for column in columns)) for group, values in groups.items()],
        )
    for name, rows in lists.items():
        if rows:
            print_table((name, *list(rows[0])[1:]), [tuple(map(shown, row.values())) for row in rows])


def shown(value: Any) -> str:
    """A number as people read it; "-" for none."""
    return "-" if value is None else str(value)
