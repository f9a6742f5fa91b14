"""The one entry point of the `keepwise` command and of the bundle: the model's child process, or the command line."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the model's child process when started as one, else the command line; ends the process with its exit code.

    The frozen program has no `python -m`, so it starts itself again with `--model-worker`; that must come before
    anything else is imported, because the child needs neither Qt nor the database.
    """
    if sys.argv[1:2] == ["--model-worker"]:
        from models.worker import main as work

        del sys.argv[1]
        work()
        return
    # The threads of OpenBLAS spin after each product: a search beside them took 28 ms, not 16.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from desktop.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
