"""The child process that holds the model: requests as JSON lines on stdin, answers as JSON lines on stdout.

A crash, an abort or an out-of-memory of llama.cpp ends this process and nothing else; when the parent goes, stdin
closes and this process goes too. One thread reads requests (so that an interrupt and a count are heard at once), the
main thread computes. Run as `python -m models.worker`, or through `main()` by the entry point of a frozen
application.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any, TextIO

from models.grammar import grammar_of
from models.runtime import Overflow, Runtime
from models.sampling import Sampler
from models.template import ChatTemplate
from models.thoughts import closing_of, opens_thought

Request = Mapping[str, Any]
NICE = 5
"""A quarter of a core that a busy window wants too (Linux), all of it beside an idle one."""


class Worker:
    """Serves one model. Requests: load, stream, count, interrupt; each answer carries the id of its request."""

    def __init__(self, requests: TextIO, answers: TextIO) -> None:
        self._requests = requests
        self._answers = answers
        self._writing = threading.Lock()
        self._waiting: queue.SimpleQueue[Request] = queue.SimpleQueue()
        self._turn = threading.Lock()
        self._current = 0
        self._interrupted = 0
        self._runtime: Runtime | None = None
        self._template = ChatTemplate("")

    def run(self) -> None:
        """Serve until stdin closes; then the process ends at once, whatever llama.cpp is doing."""
        threading.Thread(target=self._listen, daemon=True).start()
        while True:
            request = self._waiting.get()
            try:
                self._serve(request)
            except Exception as error:  # noqa: BLE001  whatever it is, the parent is told
                self._say(request, error={"kind": type(error).__name__, "message": str(error) or repr(error)})

    def _listen(self) -> None:
        for line in self._requests:
            request = json.loads(line)
            if request["op"] == "interrupt":
                self._interrupt(request["id"])
            elif request["op"] == "count" and self._runtime is not None:
                self._count(request, self._runtime)
            else:
                self._waiting.put(request)
        os._exit(0)

    def _serve(self, request: Request) -> None:
        if request["op"] == "load":
            return self._load(request)
        if self._runtime is None:
            raise RuntimeError("no model is loaded")
        if request["op"] == "count":
            return self._count(request, self._runtime)
        try:
            self._stream(request, self._runtime)
        except Overflow as error:
            self._say(request, overflow={"needed": error.needed, "limit": error.limit})

    def _load(self, request: Request) -> None:
        runtime = Runtime(request["path"], context=request["context"], threads=request["threads"])
        vocabulary = runtime.vocabulary
        source = runtime.metadata("tokenizer.chat_template")
        self._template = ChatTemplate(source, bos=vocabulary.bos, eos=vocabulary.eos)
        self._runtime = runtime
        self._say(request, loaded={"context": runtime.context, "parameters": runtime.parameters})

    def _stream(self, request: Request, runtime: Runtime) -> None:
        self._begin(request["id"], runtime)
        sampler = self._sampler(request, runtime)
        try:
            prompt = self._tokens(request, runtime)
            made = runtime.generate(
                prompt,
                sampler,
                lane=request["lane"],
                max_tokens=request["max_tokens"],
                on_prefill=lambda done, total: self._say(request, prefill=[done, total]),
                on_text=lambda text: self._say(request, text=text) if text else None,
                steady=0 if runtime.goes_back else self._steady(request, runtime, prompt),
            )
        finally:
            sampler.close()
            self._end()
        self._say(request, done=asdict(made))

    def _sampler(self, request: Request, runtime: Runtime) -> Sampler:
        grammar = "" if request["schema"] is None else grammar_of(request["schema"])
        return Sampler(runtime.vocabulary, temperature=request["temperature"], grammar=grammar)

    def _tokens(self, request: Request, runtime: Runtime) -> list[int]:
        prompt = self._prompt(request, runtime)
        if request["schema"] is not None:
            prompt = self._without_thought(prompt)
        elif opens_thought(prompt):
            self._say(request, thinking=True)
        bos = runtime.vocabulary.bos
        return runtime.vocabulary.tokens(prompt, special=True, add_bos=not (bos and prompt.startswith(bos)))

    def _without_thought(self, prompt: str) -> str:
        """The prompt led to where the answer itself begins: a grammar leaves no room for reasoning."""
        if opens_thought(prompt):
            return f"{prompt.rstrip()}\n{closing_of(prompt)}\n\n"
        return prompt + self._template.answer_opens(prompt)

    def _steady(self, request: Request, runtime: Runtime, prompt: Sequence[int]) -> int:
        """How many tokens of the prompt stand before the answer begins: with those the next prompt begins too."""
        told = self._tokens({**request, "max_tokens": 0}, runtime)
        return next(
            (i for i, (a, b) in enumerate(zip(told, prompt, strict=False)) if a != b), min(len(told), len(prompt))
        )

    def _prompt(self, request: Request, runtime: Runtime) -> str:
        safe = runtime.vocabulary.defuse
        messages = [{**message, "content": safe(message.get("content") or "")} for message in request["messages"]]
        tools: Sequence[Mapping[str, Any]] = request["tools"]
        return self._template.render(messages, tools, answer=request["max_tokens"] > 0)

    def _count(self, request: Request, runtime: Runtime) -> None:
        self._say(request, count=len(runtime.vocabulary.tokens(request["text"], special=False)))

    def _begin(self, number: int, runtime: Runtime) -> None:
        with self._turn:
            self._current = number
            runtime.stop = self._interrupted >= number

    def _end(self) -> None:
        with self._turn:
            self._current = 0

    def _interrupt(self, number: int) -> None:
        """Ids only grow, so an interrupt that comes before its stream has begun is kept, and a late one hits nobody."""
        with self._turn:
            self._interrupted = max(self._interrupted, number)
            if self._current == number and self._runtime is not None:
                self._runtime.stop = True

    def _say(self, request: Request, **content: Any) -> None:
        line = json.dumps({"id": request["id"], **content})
        with self._writing:
            self._answers.write(line + "\n")
            self._answers.flush()


def give_way() -> None:
    """Let the window have a core first: a model that reads takes all of them for seconds."""
    import psutil

    with suppress(OSError, psutil.Error):
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if os.name == "nt" else NICE)


def main() -> None:
    """Serve on this process's stdin and stdout until the parent closes them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the parent's to handle
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not mix with the answers
    give_way()
    Worker(sys.stdin, answers).run()


if __name__ == "__main__":
    main()
