"""What one learning call costs, and whether its JSON is valid, at every installed size of model.

    python -m tests.evals.learning_calls [--model tiny --model small --model starter] [--limit N] [--json PATH]

Sixty exchanges, a fifth of them trivial, each learned in a fresh session by the real machine. Models below a billion weights
are made to write although the product lets them only choose: the grammar must hold at any size. The prefix is read ahead, as
the product does in idle time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from engine import Database, LearningMachine
from engine.wording import WRITER
from models import ChatModel, Done, Message, Piece, Text, Tool, open_chat, open_embedder
from models.catalogue import is_installed
from tests.evals.compare_agno.keepwise_side import Metered

SAID = """I'm Ottoline, a locksmith from Bergen.
My sister Petra teaches chemistry at a school in Graz.
I can't eat shellfish, it gives me hives.
We decided to paint the hall green because grey looked cold.
I go swimming every Thursday before work.
Our dog Biscuit is eleven and nearly deaf.
I found out that the oven runs twenty degrees too hot.
From now on write dates as day, month, year, please.
I no longer drive to work, I take the tram now.
The budget for the garden is 1,200 euros and not a cent more.
My neighbour Ilse waters the plants when I'm away.
I'm learning Portuguese because we move to Porto in March.
Descaling the kettle with citric acid works better than vinegar.
My boss is called Thaddeus and he hates long emails.
I was born in 1984 in a village near Split.
We chose the blue tiles, the white ones stain.
I have two sons, Milo and Anselm, who are six and nine.
I prefer tea in the morning and coffee only after lunch.
Call me Otti, everybody does.
The project is called Lantern and its deadline is the 14th of May.
My bicycle was stolen last week, so I'm looking for a new one.
Grandmother turns ninety in October and wants no party.
Never use emojis when you write to me.
I work from home on Mondays and Fridays.
Rosa from accounting left the company in June.
The landlord agreed to replace both windows.
I gave up smoking three years ago.
If the dough is too sticky, ten minutes of rest help more than flour.
I'm vegetarian, but I eat eggs and cheese.
We have decided against a second car, the bus is enough.
My dentist is Dr. Albrecht in the Lindenstrasse.
I play the cello in an amateur orchestra.
My partner works night shifts at the hospital.
I used to live in Lyon, now I live in Basel.
The cat needs her tablets at eight in the evening.
I'm allergic to birch pollen and it is bad in April.
Uncle Ferdinand sold his boat to a man from Kiel.
We meet the architect on the 3rd of February at ten.
I want to run a half marathon next autumn.
My phone is an old Fairphone and the battery is weak.
The bakery in our street closes in August.
I like explanations with an example first.
We named our daughter Juno after her great-aunt.
Backing up before the update saved me a whole day.
I have decided to study law part-time from September.
My mother-in-law Gudrun speaks only Danish.
Our heating is set to nineteen degrees on weekdays.
I sold the piano because nobody played it.""".splitlines()
TRIVIAL = (
    "ok thanks!",
    "What is the capital of Peru?",
    "hello",
    "Can you make that shorter?",
    "How do I cook rice?",
    "good morning",
    "lol",
    "Why is the sky blue?",
    "yes",
    "Translate 'window' into French.",
    "never mind",
    "Write a poem about rain.",
)
ANSWERS = (
    "Thanks for telling me. Is there something that I can help you with today, or shall we go on where we stopped?",
    "Good to know. I will keep that in mind; just say so when anything about it should change.",
    "That makes sense. Would you like me to suggest a few next steps, or is this only for the record?",
)


class Listening(Metered):
    """Passes everything on, says that it is large enough to write, and keeps what the learning calls were told and cost."""

    def __init__(self, model: ChatModel) -> None:
        super().__init__(model)
        self.replies: list[tuple[str, Done]] = []

    @property
    def parameters(self) -> int:
        """At least so many that the product lets the model write."""
        return max(WRITER, super().parameters)

    def stream(
        self, messages: Sequence[Message], *, tools: Sequence[Tool] = (), lane: str = "chat", **options: Any
    ) -> Iterator[Piece]:
        """See `ChatModel.stream`."""
        said = ""
        for piece in super().stream(messages, tools=tools, lane=lane, **options):
            said += piece.text if isinstance(piece, Text) else ""
            if isinstance(piece, Done) and lane == "learn" and options.get("max_tokens"):
                self.replies.append((said, piece))
            yield piece


def measured(name: str, said: Sequence[tuple[str, bool]]) -> dict[str, Any]:
    """Learn every exchange with this model and sum up."""
    model = Listening(open_chat(name))
    stores = ("user_profile", "user_memory", "session_context", "entity_memory", "learned_knowledge", "decision_log")
    on: dict[str, Any] = dict.fromkeys(stores, True)
    calls: list[dict[str, Any]] = []
    try:
        with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "memory.duckdb") as db:
            learning = LearningMachine(db, model=model, embedder=open_embedder(), **on)
            learning.warm()
            for number, (message, trivial) in enumerate(said):
                answer = ANSWERS[number % len(ANSWERS)]
                pair = [{"role": "user", "content": message}, {"role": "assistant", "content": answer}]
                model.replies.clear()
                items = learning.process(pair, user_id=f"u{number}", session_id=f"s{number}")
                sizes = model.count(message), model.count(answer)
                calls.append(_call(model.replies, trivial, len(items), *sizes))
    finally:
        model.close()
    return {"model": name, **_summary(calls)}


def _call(replies: Sequence[tuple[str, Done]], trivial: bool, items: int, message: int, answer: int) -> dict[str, Any]:
    read = sum(done.timings.prompt_tokens - done.timings.cached_tokens for _, done in replies)
    entries = [_entries(text) for text, _ in replies]
    return {
        "trivial": trivial,
        "calls": len(replies),
        "valid": sum(count is not None for count in entries),
        "entries": sum(count or 0 for count in entries),
        "items": items,
        "made": sum(done.timings.generated_tokens for _, done in replies),
        "to exchange": read / (message + answer),
        "to message": read / message,
        "read": read,
    }


def _entries(reply: str) -> int | None:
    """How many entries a reply holds; None when it is no valid JSON object."""
    try:
        found = json.loads(reply)
    except ValueError:
        return None
    return len(found) if isinstance(found, dict) else None


def _summary(calls: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    asked = [call for call in calls if call["calls"]]
    made, entries = sum(call["made"] for call in asked), sum(call["entries"] for call in asked)
    items = sum(call["items"] for call in asked)
    return {
        "exchanges": len(calls),
        "calls": sum(call["calls"] for call in calls),
        "most calls of one": max(call["calls"] for call in calls),
        "calls of trivial ones": sum(call["calls"] for call in calls if call["trivial"]),
        "valid JSON %": round(100 * sum(c["valid"] for c in asked) / max(1, sum(c["calls"] for c in asked)), 1),
        "prefill / exchange (median)": round(statistics.median(c["to exchange"] for c in asked), 2) if asked else None,
        "prefill / message (median)": round(statistics.median(c["to message"] for c in asked), 2) if asked else None,
        "prefill tokens (median)": statistics.median(c["read"] for c in asked) if asked else None,
        "generated / entry": round(made / max(1, entries), 1),
        "generated / item": round(made / max(1, items), 1),
        "items": items,
    }


def main() -> None:
    """Measure the models that are here and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", action="append", help="a name of the catalogue (default: all that are installed)")
    parser.add_argument("--limit", type=int, help="only the first so many exchanges of either kind")
    parser.add_argument("--json", type=Path, metavar="PATH")
    asked = parser.parse_args()
    said = [(text, False) for text in SAID[: asked.limit]] + [(text, True) for text in TRIVIAL[: asked.limit]]
    names = asked.model or [name for name in ("tiny", "small", "starter") if is_installed(name)]
    rows = [measured(name, said) for name in names]
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    for figure in rows[0]:
        print(f"{figure:30}" + "".join(f"{row[figure]!s:>12}" for row in rows))


if __name__ == "__main__":
    main()
