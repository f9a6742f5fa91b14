"""The agent's tools: plain functions that write into the stores, through the keeper and by the same rules as learning."""

from engine.tools.functions import Function, call, summary, tool_of, without_ids
from engine.tools.notebook import WRITES, Notebook, Noted, Reach, outcome
from engine.tools.prose import calls_in_prose
from engine.tools.toolbox import Toolbox

__all__ = [
    "WRITES",
    "Function",
    "Notebook",
    "Noted",
    "Reach",
    "Toolbox",
    "call",
    "calls_in_prose",
    "outcome",
    "summary",
    "tool_of",
    "without_ids",
]
