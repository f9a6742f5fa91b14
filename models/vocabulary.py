"""A model's vocabulary: text to tokens and back, over the C interface of llama.cpp.

Runs in the child process only. Two things need care and live here: a character may be split over several tokens
(so bytes are decoded incrementally), and most control tokens are never text, except the few that mark a tool call.
"""

from __future__ import annotations

import codecs
import ctypes
import re
from typing import Any

SHOWN_CONTROL_TOKENS = frozenset(
    "<|python_tag|> [TOOL_CALLS] [ARGS] [CALL_ID] <tool_call> </tool_call> <|tool_call|> <|/tool_call|> <|tool_call_start|> "
    '<|tool_call_end|> <|tool_call> <tool_call|> <|"|> <think> </think> [THINK] [/THINK] <|START_THINKING|> '
    "<|END_THINKING|> <|START_RESPONSE|> <|channel> <channel|> <|channel|> <|message|> <|start|> <|end|> <|constrain|>".split()
)
"""Control tokens that the reader of the answer must see, because they open or close a tool call, a thought or a channel."""

_PIECE_BYTES = 512
_NEVER = re.compile(r"(?!)")


class Vocabulary:
    """Tokenises and detokenises. `library` is the module `llama_cpp.llama_cpp`, `handle` its `llama_vocab *`."""

    def __init__(self, library: Any, handle: Any) -> None:
        self.library = library
        self.handle = handle
        self.size: int = library.llama_vocab_n_tokens(handle)
        self._buffer = ctypes.create_string_buffer(_PIECE_BYTES)
        self._control = self._control_pattern()

    def tokens(self, text: str, *, special: bool, add_bos: bool = False) -> list[int]:
        """Token ids; `special` reads control tokens written out in the text, `add_bos` begins as the model wants."""
        raw = text.encode("utf-8", "replace")
        room = len(raw) + 8
        ids = (ctypes.c_int32 * room)()
        n = self.library.llama_tokenize(self.handle, raw, len(raw), ids, room, add_bos, special)
        if n < 0:
            raise ValueError("the text could not be split into tokens")
        return list(ids[:n])

    def is_end(self, token: int) -> bool:
        """Whether this token ends an answer."""
        return bool(self.library.llama_vocab_is_eog(self.handle, token))

    def piece(self, token: int) -> bytes:
        """The bytes that a token adds to the answer; empty for control tokens that nobody should see."""
        shown = self._piece(token, special=False)
        if shown or not self.library.llama_vocab_is_control(self.handle, token):
            return shown
        name = self._piece(token, special=True)
        return name if name.decode("utf-8", "replace") in SHOWN_CONTROL_TOKENS else b""

    def text_of(self, token: int) -> str:
        """The token written out, control tokens included; empty when there is none (a negative id)."""
        return "" if token < 0 else self._piece(token, special=True).decode("utf-8", "replace")

    @property
    def bos(self) -> str:
        """The text of the token that begins a prompt, or ""."""
        return self.text_of(self.library.llama_vocab_bos(self.handle))

    @property
    def eos(self) -> str:
        """The text of the token that ends an answer, or ""."""
        return self.text_of(self.library.llama_vocab_eos(self.handle))

    def defuse(self, text: str) -> str:
        """Break control tokens that stand written out in somebody's text, so that they are read as mere words."""
        return self._control.sub(lambda found: found[0][0] + " " + found[0][1:], text)

    def decoder(self) -> codecs.IncrementalDecoder:
        """A fresh decoder for the bytes of one answer; it holds back a character until all its bytes are there."""
        return codecs.getincrementaldecoder("utf-8")("replace")

    def _piece(self, token: int, *, special: bool) -> bytes:
        n = self.library.llama_token_to_piece(self.handle, token, self._buffer, _PIECE_BYTES, 0, special)
        if n < 0:
            big = ctypes.create_string_buffer(-n)
            n = self.library.llama_token_to_piece(self.handle, token, big, -n, 0, special)
            return big.raw[:n]
        return self._buffer.raw[:n]

    def _control_pattern(self) -> re.Pattern[str]:
        is_control = self.library.llama_vocab_is_control
        names = {self.text_of(t) for t in range(self.size) if is_control(self.handle, t)}
        written = sorted((re.escape(n) for n in names if len(n) > 2), key=len, reverse=True)
        return re.compile("|".join(written)) if written else _NEVER
