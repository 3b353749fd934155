"""What commands print, and the exit status that follows from it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from ..output.files import write_files
from ..problems.problem import Problem
from ..problems.shown import render_problems

DONE, FAILED = 0, 1


def show(problems: Sequence[Problem]) -> None:
    sys.stderr.buffer.write(render_problems(problems).encode("utf-8", "replace"))
    sys.stderr.flush()


def cannot_write(failure: OSError, where: str) -> int:
    print(f"{failure.filename or where}: error[cannot-write]: {failure.strerror}", file=sys.stderr)
    return FAILED


def put(text: str, output: Optional[Path] = None) -> int:
    """Writes a document to a file, or to standard output where none is named."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        return DONE
    try:
        write_files(output.parent, {output.name: text})
    except OSError as failure:
        return cannot_write(failure, str(output))
    return DONE
