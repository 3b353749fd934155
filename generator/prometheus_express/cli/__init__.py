"""The commands of `prometheus-express`.

    generate SCHEMA --output DIR     <application>.hpp and <application>.cpp
    check FILE…                      diagnostics only, of schemas and of descriptions of devices
    outputs SCHEMA                   names of the files that generate would write
    docs SCHEMA                      what the metrics tell, in Markdown
    reference                        the schema language, in Markdown
    catalogue                        the parts of the library, in Markdown
    export DIR                       the runtime as plain folders, for builds without CMake

A command is a function of the parsed arguments that returns the exit status, and stands beside its arguments: schemas.py has
those that make code, documents.py those that make something to read, projects.py those that begin a project.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Optional

from ..version import VERSION
from . import documents, projects, schemas
from .show import cannot_write

INTERRUPTED = 130


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Runs a command; the exit status is 0, 1 where a schema has errors or something cannot be written, 2 for misuse, and 130
    where it is interrupted."""
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
        return status
    except OSError as failure:
        if not failure.filename:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python would fail once more when it closes standard output
        return cannot_write(failure, "standard output")
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="prometheus-express", description="From a schema of a device's metrics to the C++ that serves them."
    )
    parser.add_argument("--version", action="version", version=f"prometheus-express {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for group in (schemas, documents, projects):
        group.add_commands(commands)
    return parser
