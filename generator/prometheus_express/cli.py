"""The commands.

    prometheus-express generate SCHEMA --output DIR     <application>.hpp and <application>.cpp
    prometheus-express check SCHEMA…                    diagnostics only
    prometheus-express outputs SCHEMA                   names of the files that generate would write
    prometheus-express inputs SCHEMA                    paths of the device descriptions that the schema names
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from .diagnostics import Problem, has_errors, render_problems
from .output import write_files
from .pipeline import run, run_checks

DONE, FAILED = 0, 1


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Runs a command; the exit status is 0, 1 where a schema has errors or nothing can be written, 2 for misuse."""
    options = _parser().parse_args(arguments)
    if options.command == "generate":
        return _generate(options.schema, options.output)
    if options.command == "inputs":
        return _inputs(options.schema)
    return _check(options.schemas) if options.command == "check" else _outputs(options.schema)


def _generate(schema: Path, folder: Path) -> int:
    outcome = run(schema)
    _show(outcome.problems)
    if outcome.product is None:
        return FAILED
    try:
        write_files(folder, outcome.product)
    except OSError as failure:
        print(f"{failure.filename or folder}: error[cannot-write]: {failure.strerror}", file=sys.stderr)
        return FAILED
    return DONE


def _check(schemas: Sequence[Path]) -> int:
    problems = [problem for schema in schemas for problem in run_checks(schema).problems]
    _show(problems)
    return FAILED if has_errors(problems) else DONE


def _outputs(schema: Path) -> int:
    outcome = run(schema)
    if outcome.product is None:
        _show(outcome.problems)
        return FAILED
    print("\n".join(outcome.product))
    return DONE


def _inputs(schema: Path) -> int:
    outcome = run_checks(schema)
    if outcome.product is None or has_errors(outcome.problems):
        _show(outcome.problems)
        return FAILED
    sources = sorted({sensor.device.source for sensor in outcome.product.sensors})
    sys.stdout.write("".join(f"{source}\n" for source in sources))
    return DONE


def _show(problems: Sequence[Problem]) -> None:
    sys.stderr.buffer.write(render_problems(problems).encode("utf-8", "replace"))
    sys.stderr.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="prometheus-express", description="From a schema of a device's metrics to the C++ that serves them."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    generate = commands.add_parser("generate", help="write <application>.hpp and <application>.cpp")
    generate.add_argument("schema", metavar="SCHEMA", type=Path, help="a schema in YAML or JSON")
    generate.add_argument("--output", metavar="DIR", type=Path, required=True, help="the folder to write to")
    check = commands.add_parser("check", help="show what is wrong with schemas, and write nothing")
    check.add_argument("schemas", metavar="SCHEMA", type=Path, nargs="+", help="a schema in YAML or JSON")
    inputs = commands.add_parser("inputs", help="name the device descriptions that the schema uses, a line each")
    inputs.add_argument("schema", metavar="SCHEMA", type=Path, help="a schema in YAML or JSON")
    outputs = commands.add_parser("outputs", help="name the files that generate would write, a line each")
    outputs.add_argument("schema", metavar="SCHEMA", type=Path, help="a schema in YAML or JSON")
    return parser
