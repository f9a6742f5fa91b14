"""A chat model on another computer: a `ChatModel` over the HTTP interface that Ollama, LM Studio, llama-server and vLLM share.

What is written leaves this computer, so nothing here is ever used unless the person typed the address. The interface has
no grammar of its own: a schema is asked for as `response_format`, and where a server refuses that, in words.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.complaints import overflow, refusal, unreachable
from models.errors import ModelError
from models.protocols import Done, Message, Piece, Prefill, Tool
from models.replies import Reply
from models.wire import FOREIGN, Call, Server

CONTEXT = 8192
"""Tokens that a server is taken to hold when it does not say."""
PATIENCE = 180.0
"""Seconds without a byte: a server may load its model first, and reads a long prompt in silence."""
_QUICK = 10.0
_TYPICAL = 7_000_000_000
_WEIGHTS = re.compile(r"(?i)(?<![a-z0-9.])(\d+(?:\.\d+)?)\s*([bm])(?![a-z0-9])")
_REFUSED_FORM = (400, 415, 422, 500, 501)


@dataclass(frozen=True, slots=True)
class Offered:
    """A model that a server lists. `context` in tokens and `parameters` are 0 where it does not say."""

    name: str
    context: int = 0
    parameters: int = 0


def offered(server: Server, patience: float = _QUICK) -> list[Offered]:
    """The models that a server has, as it lists them. Raises ModelError when it cannot be asked."""
    call = Call(server, patience)
    try:
        status = call.send("/models")
        if status != 200:
            raise refusal(server, status, call.text(), "")
        listed = call.json()["data"]
        return [_offer(one) for one in listed]
    except (*FOREIGN, KeyError, TypeError, AttributeError) as error:
        raise unreachable(server, error) from error
    finally:
        call.close()


class RemoteChat:
    """A `ChatModel` of one server. Thread-safe: one stream at a time, `count` and `interrupt` beside it.

    model: its name at the server. context: tokens of prompt and answer together (0: `CONTEXT`). parameters: number of
    weights (0: read from the name, else taken for 7 billion). patience: seconds without a byte.
    """

    def __init__(
        self, server: Server, model: str, *, context: int = 0, parameters: int = 0, patience: float = PATIENCE
    ) -> None:
        self.server = server
        self._model = model
        self._context = context or CONTEXT
        self._parameters = parameters or weights_in(model)
        self._patience = patience
        self._one_stream = threading.Lock()
        self._call: Call | None = None
        self._tokenizer = True
        self._forms = [_by_schema, _by_object, _by_words]
        self._closed = False

    @property
    def name(self) -> str:
        """The model, and the computer it runs on."""
        return f"{self._model} on {self.server.host}"

    @property
    def context(self) -> int:
        """Tokens that prompt and answer may hold together."""
        return self._context

    @property
    def parameters(self) -> int:
        """Number of weights, where it is not known a guess."""
        return self._parameters

    def stream(
        self,
        messages: Sequence[Message],
        *,
        tools: Sequence[Tool] = (),
        schema: Mapping[str, Any] | None = None,
        max_tokens: int = 1024,
        temperature: float = 0.0,
        lane: str = "chat",
    ) -> Iterator[Piece]:
        """See `ChatModel.stream`. Lanes are the server's own affair; max_tokens=0 sends nothing."""
        if self._closed:
            raise ModelError(f"The model {self.name} has been closed.")
        if max_tokens <= 0:
            yield Done("stop")
            return
        body = {
            "model": self._model,
            "messages": [_sent(message) for message in messages],
            "max_tokens": max_tokens,
            "temperature": temperature,
            "stream": True,
            "stream_options": {"include_usage": True},
            **({"tools": [_tool(tool) for tool in tools]} if tools else {}),
        }
        with self._one_stream:
            call = self._call = Call(self.server, self._patience)
            speech = schema is not None and schema.get("type") == "string"
            shape = "" if schema is None else "string" if speech else "object"
            guessed = sum(_estimate(str(message.get("content") or "")) for message in messages)
            reply = Reply([tool.name for tool in tools], shape=shape, prompt=guessed)
            try:
                yield from self._answer(call, reply, body, None if speech else schema)
            finally:
                self._call = None
                call.close()

    def count(self, text: str) -> int:
        """Number of tokens of `text` where the server counts them, else an estimate of 3.5 bytes each."""
        if self._tokenizer and text and not self._closed:
            found = self._counted(text)
            if found is not None:
                return found
            self._tokenizer = False
        return _estimate(text)

    def interrupt(self) -> None:
        """End the stream that runs now by closing its connection, from any thread."""
        call = self._call
        if call is not None:
            call.end()

    def close(self) -> None:
        """End what runs; a later call raises ModelError. Idempotent."""
        self._closed = True
        self.interrupt()

    def _answer(
        self, call: Call, reply: Reply, body: Mapping[str, Any], schema: Mapping[str, Any] | None
    ) -> Iterator[Piece]:
        try:
            self._ask(call, body, schema)
            yield Prefill(1, 1)
            for event in call.events():
                yield from reply.read(event)
                if reply.over:
                    break
        except FOREIGN as error:
            if not call.ended:
                raise unreachable(self.server, error, began=reply.began) from error
        if call.ended and not reply.over:
            yield from reply.finish("interrupted")
        elif reply.over or reply.whole:
            yield from reply.finish()
        elif reply.began:
            raise unreachable(self.server, EOFError(), began=True)
        else:
            raise ModelError(
                f"The server at {self.server.address} ended the answer before it began. The message may be too long for its "
                "model; its own log tells more."
            )

    def _ask(self, call: Call, body: Mapping[str, Any], schema: Mapping[str, Any] | None) -> None:
        """Send the request; a way to ask for a schema that the server refuses is not tried again."""
        while True:
            asked = body if schema is None else self._forms[0](body, schema)
            status = call.send("/chat/completions", asked)
            if status == 200:
                return
            said = call.text()
            too_long = overflow(said, self._context)
            if too_long is not None:
                raise too_long
            if schema is None or status not in _REFUSED_FORM or len(self._forms) == 1:
                raise refusal(self.server, status, said, self._model)
            del self._forms[0]

    def _counted(self, text: str) -> int | None:
        call = Call(self.server, _QUICK)
        try:
            if call.send("//tokenize", {"model": self._model, "content": text, "prompt": text}) != 200:
                return None
            found = call.json()
            tokens = found.get("tokens")
            return len(tokens) if isinstance(tokens, list) else int(found["count"])
        except (*FOREIGN, KeyError, TypeError, AttributeError):
            return None
        finally:
            call.close()


def weights_in(name: str) -> int:
    """The number of weights that a model's name tells ("qwen2.5:7b", "smollm2-135m"); 7 billion when it tells none."""
    found = _WEIGHTS.search(name)
    if found is None:
        return _TYPICAL
    return int(float(found[1]) * (1e9 if found[2] in "bB" else 1e6))


def _estimate(text: str) -> int:
    """Tokens of a text at 3.5 bytes each."""
    return len(text.encode()) * 2 // 7 + 1


def _offer(listed: Mapping[str, Any]) -> Offered:
    meta = listed.get("meta") or {}
    context = listed.get("max_model_len") or meta.get("n_ctx") or 0
    return Offered(str(listed["id"]), int(context), int(meta.get("n_params") or 0))


def _sent(message: Message) -> dict[str, Any]:
    """A message as the interface wants it: the arguments of tool calls as a text."""
    result = {"role": message["role"], "content": message.get("content") or ""}
    if message.get("tool_calls"):
        result["tool_calls"] = [
            {
                "id": call.get("id") or f"call_{number}",
                "type": "function",
                "function": {"name": call["name"], "arguments": json.dumps(call["arguments"], ensure_ascii=False)},
            }
            for number, call in enumerate(message["tool_calls"])
        ]
    if message["role"] == "tool":
        result["tool_call_id"] = message.get("tool_call_id") or "call_0"
    return result


def _tool(tool: Tool) -> dict[str, Any]:
    function = {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
    return {"type": "function", "function": function}


def _by_schema(body: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    wanted = {"name": "reply", "strict": True, "schema": schema}
    return {**body, "response_format": {"type": "json_schema", "json_schema": wanted}}


def _by_object(body: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    return {**_by_words(body, schema), "response_format": {"type": "json_object", "schema": schema}}


def _by_words(body: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    *before, last = body["messages"]
    ask = f"Answer with one JSON object that fits this schema, and with nothing else:\n{json.dumps(schema)}"
    return {**body, "messages": [*before, {**last, "content": f"{last['content']}\n\n{ask}"}]}
