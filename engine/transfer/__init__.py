"""Export and import: Keepwise's own JSON that comes back exactly, Markdown for reading, and what other assistants kept.

`outgoing` and `markdown` write; `files` and `stream` open and read; `native`, `conversations`, `mem0` and `agno` know one
format each; `proposals` turns what is foreign into proposals; `incoming` puts an import together as one act.
"""

from engine.transfer.incoming import Memory, import_
from engine.transfer.outgoing import export
from engine.transfer.report import Counts, Progress, Report

__all__ = ["Counts", "Memory", "Progress", "Report", "export", "import_"]
