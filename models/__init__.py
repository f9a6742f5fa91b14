"""models: what speaks. The two protocols, the catalogue, and `open_chat` / `open_embedder`. Knows nobody above it.

Importing this package loads no runtime: llama.cpp is loaded in a child process, fastembed at the first text.
"""

from __future__ import annotations

from pathlib import Path

from models.catalogue import entry, folder_of, is_installed, names
from models.errors import ContextOverflow, DownloadError, KeepwiseError, ModelCrashed, ModelError, ModelMissing
from models.own import own_model
from models.protocols import (
    ChatModel,
    Done,
    Embedder,
    Message,
    Piece,
    Prefill,
    Text,
    Thought,
    Timings,
    Tool,
    ToolCall,
    Vectors,
)

__all__ = [
    "ChatModel",
    "ContextOverflow",
    "Done",
    "DownloadError",
    "Embedder",
    "KeepwiseError",
    "Message",
    "ModelCrashed",
    "ModelError",
    "ModelMissing",
    "Piece",
    "Prefill",
    "Text",
    "Thought",
    "Timings",
    "Tool",
    "ToolCall",
    "Vectors",
    "open_chat",
    "open_embedder",
]


def open_chat(name_or_path: str | Path, *, context: int | None = None, threads: int | None = None) -> ChatModel:
    """A chat model by its name in the catalogue ("starter", "small", "tiny"), of an own file, or by the path of a GGUF file.

    context: tokens of prompt and answer together (default: what the model was trained for, at most 8,192).
    threads: compute threads (default: physical cores, less one for the window when there are more than two).
    The child process starts at the first call. Raises ModelMissing, or ModelError when the file is no whole model.
    """
    from models.llama import LlamaChat

    path, name = _model_file(str(name_or_path))
    return LlamaChat(path, name=name, context=context, threads=threads)


def open_embedder(*, threads: int = 2) -> Embedder:
    """The embedder; its weights are loaded at the first text. Raises ModelMissing."""
    from models.embedder import MiniLM

    return MiniLM(folder_of("embedder"), threads=threads)


def _model_file(name_or_path: str) -> tuple[Path, str]:
    if name_or_path in names():
        if not is_installed(name_or_path):
            raise ModelMissing(
                f"The model {name_or_path} is not on this computer. Fetch it with: keepwise models pull {name_or_path}"
            )
        return folder_of(name_or_path) / entry(name_or_path).files[0].name, name_or_path
    mine = own_model(name_or_path)
    if mine is not None:
        return mine.path, mine.name
    path = Path(name_or_path).expanduser()
    if not path.is_file():
        raise ModelMissing(
            f"There is no model {name_or_path!r}: neither a file nor a name of the catalogue ({', '.join(names())}). "
            "Fetch one with: keepwise models pull starter"
        )
    return path, path.stem
