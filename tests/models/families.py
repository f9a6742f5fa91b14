"""Tiny models of many architectures, made on the spot: random weights, a vocabulary of bytes, a template of one's choice.

They say nothing sensible, but llama.cpp runs them as it runs the real ones: with attention, with a sliding window, with a
recurrent state that cannot go back, with both.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from gguf import GGUFWriter, TokenType

WIDTH, HEADS, HEAD, DEEP, LAYERS = 64, 4, 16, 128, 2
CONTEXT = 2048
CONTROL = ("<|im_start|>", "<|im_end|>", "<think>", "</think>")
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def byte_tokens() -> list[str]:
    """One token a byte, written as byte-level vocabularies write bytes."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = iter(range(256, 512))
    return [chr(byte) if byte in plain else chr(next(rest)) for byte in range(256)]


class Maker:
    """Writes one file: metadata first, then tensors, whose shapes are given as llama.cpp prints them."""

    def __init__(self, path: Path, architecture: str, template: str) -> None:
        self.out = GGUFWriter(path, architecture)
        self._chance = np.random.default_rng(7)
        self.vocabulary = [*byte_tokens(), *CONTROL]
        self._head(template)

    def tensor(self, name: str, *shape: int, scale: float = 0.3, around: float = 0.0) -> None:
        """Random weights; `around` 1.0 for norms."""
        values = self._chance.normal(around, scale, tuple(reversed(shape))).astype(np.float32)
        self.out.add_tensor(name, values)

    def norm(self, name: str, size: int = WIDTH) -> None:
        """The weights of a norm: near one."""
        self.tensor(f"{name}.weight", size, scale=0.05, around=1.0)

    def save(self) -> None:
        """Write it all."""
        self.out.write_header_to_file()
        self.out.write_kv_data_to_file()
        self.out.write_tensors_to_file()
        self.out.close()

    def _head(self, template: str) -> None:
        out = self.out
        out.add_context_length(CONTEXT)
        out.add_embedding_length(WIDTH)
        out.add_block_count(LAYERS)
        out.add_feed_forward_length(DEEP)
        out.add_head_count(HEADS)
        out.add_layer_norm_rms_eps(1e-5)
        out.add_tokenizer_model("gpt2")
        out.add_tokenizer_pre("gpt-2")
        out.add_token_list(self.vocabulary)
        out.add_token_types([TokenType.NORMAL] * 256 + [TokenType.CONTROL] * len(CONTROL))
        out.add_token_merges(["a b"])
        out.add_eos_token_id(257)
        out.add_add_bos_token(False)
        if template:
            out.add_chat_template(template)


def attention(make: Maker, block: str, *, bias: bool = False, norms: bool = False) -> None:
    """Queries, keys, values and their output."""
    for part, size in (("q", HEADS), ("k", 1), ("v", 1)):
        make.tensor(f"{block}.attn_{part}.weight", WIDTH, size * HEAD)
        if bias:
            make.tensor(f"{block}.attn_{part}.bias", size * HEAD)
    for part in ("q", "k") if norms else ():
        make.norm(f"{block}.attn_{part}_norm", HEAD)
    make.tensor(f"{block}.attn_output.weight", HEADS * HEAD, WIDTH)


def feed_forward(make: Maker, block: str) -> None:
    """The gated layer after attention."""
    make.norm(f"{block}.ffn_norm")
    make.tensor(f"{block}.ffn_gate.weight", WIDTH, DEEP)
    make.tensor(f"{block}.ffn_up.weight", WIDTH, DEEP)
    make.tensor(f"{block}.ffn_down.weight", DEEP, WIDTH)


def _transformer(make: Maker, *, bias: bool = False, norms: bool = False, after: bool = False) -> None:
    make.out.add_head_count_kv(1)
    make.out.add_key_length(HEAD)
    make.out.add_value_length(HEAD)
    make.out.add_rope_dimension_count(HEAD)
    for number in range(LAYERS):
        block = f"blk.{number}"
        make.norm(f"{block}.attn_norm")
        attention(make, block, bias=bias, norms=norms)
        feed_forward(make, block)
        for name in ("post_attention_norm", "post_ffw_norm") if after else ():
            make.norm(f"{block}.{name}")


def _sliding(make: Maker) -> None:
    make.out.add_sliding_window(32)
    _transformer(make, norms=True, after=True)


def _sliding_two(make: Maker) -> None:
    make.out.add_sliding_window(32)
    make.out.add_attn_logit_softcapping(50.0)
    make.out.add_final_logit_softcapping(30.0)
    _transformer(make, after=True)


def _fused(make: Maker) -> None:
    make.out.add_head_count_kv(1)
    make.out.add_rope_dimension_count(HEAD)
    make.out.add_sliding_window(0)
    for number in range(LAYERS):
        block = f"blk.{number}"
        make.norm(f"{block}.attn_norm")
        make.tensor(f"{block}.attn_qkv.weight", WIDTH, (HEADS + 2) * HEAD)
        make.tensor(f"{block}.attn_output.weight", WIDTH, WIDTH)
        make.norm(f"{block}.ffn_norm")
        make.tensor(f"{block}.ffn_up.weight", WIDTH, 2 * DEEP)
        make.tensor(f"{block}.ffn_down.weight", DEEP, WIDTH)


def _recurrent(make: Maker) -> None:
    inner, state, kernel, rank = 2 * WIDTH, 8, 4, 4
    make.out.add_head_count_kv(0)
    make.out.add_ssm_conv_kernel(kernel)
    make.out.add_ssm_inner_size(inner)
    make.out.add_ssm_state_size(state)
    make.out.add_ssm_time_step_rank(rank)
    for number in range(LAYERS):
        block = f"blk.{number}"
        make.norm(f"{block}.attn_norm")
        make.tensor(f"{block}.ssm_in.weight", WIDTH, 2 * inner)
        make.tensor(f"{block}.ssm_conv1d.weight", kernel, inner)
        make.tensor(f"{block}.ssm_conv1d.bias", inner)
        make.tensor(f"{block}.ssm_x.weight", inner, rank + 2 * state)
        make.tensor(f"{block}.ssm_dt.weight", rank, inner)
        make.tensor(f"{block}.ssm_dt.bias", inner)
        make.tensor(f"{block}.ssm_a", state, inner, scale=0.1, around=-0.5)
        make.tensor(f"{block}.ssm_d", inner)
        make.tensor(f"{block}.ssm_out.weight", inner, WIDTH)


def _hybrid(make: Maker) -> None:
    kernel = 3
    make.out.add_head_count_kv([0, 1])
    make.out.add_shortconv_l_cache(kernel)
    for number in range(LAYERS):
        block = f"blk.{number}"
        make.norm(f"{block}.attn_norm")
        if number:
            attention(make, block, norms=True)
        else:
            make.tensor(f"{block}.shortconv.conv.weight", kernel, WIDTH)
            make.tensor(f"{block}.shortconv.in_proj.weight", WIDTH, 3 * WIDTH)
            make.tensor(f"{block}.shortconv.out_proj.weight", WIDTH, WIDTH)
        feed_forward(make, block)


FAMILIES: dict[str, Callable[[Maker], None]] = {
    "llama": _transformer,
    "qwen2": lambda make: _transformer(make, bias=True),
    "qwen3": lambda make: _transformer(make, norms=True),
    "gemma": _transformer,
    "gemma2": _sliding_two,
    "gemma3": _sliding,
    "phi3": _fused,
    "mamba": _recurrent,
    "lfm2": _hybrid,
}
CANNOT_GO_BACK = ("mamba", "lfm2")


def write(path: Path, family: str, template: str = CHATML) -> Path:
    """A model file of this architecture."""
    make = Maker(path, family, template)
    make.tensor("token_embd.weight", WIDTH, len(make.vocabulary), scale=1.0)
    make.norm("token_embd_norm" if family == "lfm2" else "output_norm")
    FAMILIES[family](make)
    make.save()
    return path
