"""The conversation through Agno 3.1.10, run by compare.py with the Python of the throw-away environment.

One llama-server (of the package xllamacpp) serves the same model file; all six stores of Agno's LearningMachine are on in their
default modes, knowledge with a vector store in memory and the same MiniLM. What the model is asked and what it costs is
counted where it passes: in the answers of the server. Prints one JSON document as its last line.
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import xllamacpp
from agno.agent import Agent
from agno.db.sqlite import SqliteDb
from agno.knowledge.embedder.fastembed import FastEmbedEmbedder
from agno.knowledge.knowledge import Knowledge
from agno.learn import LearningMachine
from agno.models.llama_cpp import LlamaCpp
from agno.vectordb.qdrant import Qdrant
from fastembed import TextEmbedding

from tests.evals.compare_agno.talk import MESSAGES, Turn, summary

CONTEXT = 16384  # four slots share it, as llama-server does by default; Keepwise's context of 8,192 would be too narrow for it


class Meter:
    """Stands between Agno and the server and counts what the server was asked and what that cost.

    A hook in Agno's own client would miss most of it: the calls that learn go through copies of the model.
    """

    def __init__(self, server: str) -> None:
        self.calls = self.prompt = self.read = self.made = self.failed = 0
        self._server = server
        self._client = httpx.Client(timeout=900)
        self._lock = threading.Lock()
        self._door = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._door.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._door.server_port}/v1"

    def hear(self, path: str, asked: bytes) -> tuple[int, bytes]:
        """Pass one request on; gives the status and the body of the answer."""
        answer = self._client.post(self._server + path, content=asked, headers={"Content-Type": "application/json"})
        with self._lock:
            self.calls += 1
            if answer.status_code != 200:
                self.failed += 1
                return answer.status_code, answer.content
            told = answer.json()
            self.prompt += told["usage"]["prompt_tokens"]
            self.made += told["usage"]["completion_tokens"]
            self.read += told.get("timings", {}).get("prompt_n", told["usage"]["prompt_tokens"])
        return 200, answer.content

    def taken(self) -> dict[str, int]:
        """The counts since the last time."""
        counts = {"calls": self.calls, "prompt": self.prompt, "read": self.read, "made": self.made}
        self.calls = self.prompt = self.read = self.made = 0
        return counts

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        meter = self

        class Handler(BaseHTTPRequestHandler):
            """One request of Agno's."""

            def do_POST(self) -> None:
                status, body = meter.hear(self.path, self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Stay quiet."""

        return Handler


def served(path: str, threads: int) -> Any:
    """A llama-server in this process, on a free port of this machine."""
    params = xllamacpp.CommonParams()
    params.model.path = path
    params.n_ctx, params.n_parallel, params.kv_unified, params.port = CONTEXT, 4, True, 0
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.verbosity = 1
    return xllamacpp.Server(params)


def agent(address: str, embedder: str, folder: Path) -> tuple[Agent, SqliteDb, Qdrant]:
    """An agent with all six stores on, and the two places where they keep what they learn."""
    model = LlamaCpp(id="local", base_url=address, api_key="none", temperature=0, max_tokens=1024, timeout=900)
    minilm = TextEmbedding("sentence-transformers/all-MiniLM-L6-v2", specific_model_path=embedder, threads=2)
    vectors = Qdrant(collection="learned", location=":memory:", embedder=FastEmbedEmbedder(fastembed_client=minilm))
    db = SqliteDb(db_file=str(folder / "agno.db"))
    learning = LearningMachine(
        db=db,
        model=model,
        knowledge=Knowledge(vector_db=vectors),
        user_profile=True,
        user_memory=True,
        session_context=True,
        entity_memory=True,
        learned_knowledge=True,
        decision_log=True,
    )
    return (
        Agent(model=model, db=db, learning=learning, add_history_to_context=True, num_history_runs=10, telemetry=False),
        db,
        vectors,
    )


def insights(vectors: Qdrant) -> list[str]:
    """What was learned as knowledge, of which Agno keeps the text in the vector store only."""
    if not vectors.client.collection_exists("learned"):
        return []
    points, _ = vectors.client.scroll("learned", limit=100)
    return [json.dumps(point.payload) for point in points]


def texts(record: dict[str, Any]) -> list[str]:
    """What one row of Agno's learnings holds, as texts: each memory, profile field, fact, event and relationship apart."""
    content = record.get("content") or {}
    kind = str(record.get("learning_type"))
    if kind == "session_context":
        return []
    found: list[str] = []
    for key, value in content.items():
        if key.endswith("_id") or key in ("created_at", "updated_at", "namespace", "agent_id") or not value:
            continue
        entries = value if isinstance(value, list) else [value]
        about = f"{content.get('name', '')} " if kind == "entity_memory" else ""
        if kind in ("decision_log", "learned_knowledge"):
            return [json.dumps(content)]
        for entry in entries:
            body = entry.get("content", json.dumps(entry)) if isinstance(entry, dict) else str(entry)
            found.append(f"{about}{'' if key == 'memories' else key + ': '}{body}")
    return found


def main(path: str, embedder: str, threads: int) -> None:
    """Hold the conversation and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        server = served(path, threads)
        meter, turns = Meter(server.listening_address), list[Turn]()
        someone, db, vectors = agent(meter.address, embedder, Path(folder))
        for message in MESSAGES:
            began = time.monotonic()
            answer = someone.run(message, user_id="tamsin", session_id="one")
            took = time.monotonic() - began
            turns.append(Turn(str(answer.content or ""), took, took, **meter.taken()))
            print(f"agno {took:6.1f} s  {message[:40]}", file=sys.stderr)
        stored = [text for row in db.get_learnings() for text in texts(row)] + insights(vectors)
        result = {
            "summary": summary(turns, stored),
            "failed": meter.failed,
            "stored": stored,
            "turns": [asdict(turn) for turn in turns],
        }
        print(json.dumps(result, default=str))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
