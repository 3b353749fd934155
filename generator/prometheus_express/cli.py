"""The commands.

    prometheus-express generate SCHEMA --output DIR     <application>.hpp and <application>.cpp
    prometheus-express check FILE…                      diagnostics only, of schemas and of descriptions of devices
    prometheus-express outputs SCHEMA                   names of the files that generate would write
    prometheus-express docs SCHEMA                      what the metrics tell, in Markdown
    prometheus-express reference                        the schema language, in Markdown
    prometheus-express catalogue                        the parts of the library, in Markdown
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from .cpp.render import render
from .markdown.catalogue import catalogue
from .markdown.metrics import metrics_document
from .markdown.reference import reference
from .output.depfile import depfile_text
from .output.files import write_files
from .pipeline import Options, check_file, plan
from .problems.problem import Problem, has_errors
from .problems.shown import render_problems

DONE, FAILED, INTERRUPTED = 0, 1, 130


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Runs a command; the exit status is 0, 1 where a schema has errors or something cannot be written, 2 for misuse, and 130
    where it is interrupted."""
    options = _parser().parse_args(arguments)
    try:
        status = _run(options)
        sys.stdout.flush()
        return status
    except OSError as failure:
        if not failure.filename:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python would fail once more when it closes standard output
        return _cannot_write(failure, "standard output")
    except KeyboardInterrupt:
        return INTERRUPTED


def _cannot_write(failure: OSError, where: str) -> int:
    print(f"{failure.filename or where}: error[cannot-write]: {failure.strerror}", file=sys.stderr)
    return FAILED


def _run(options: argparse.Namespace) -> int:
    if options.command == "reference":
        sys.stdout.buffer.write(reference().encode("utf-8"))
        return DONE
    if options.command == "catalogue":
        sys.stdout.buffer.write(catalogue(options.sizes, options.evidence).encode("utf-8"))
        return DONE
    said = Options(dict(options.definitions), options.strict)
    if options.command == "generate":
        return _generate(options.schema, options.output, options.depfile, said)
    if options.command == "docs":
        return _docs(options.schema, options.output, said)
    return _check(options.schemas, said) if options.command == "check" else _outputs(options.schema, options.inputs, said)


def _generate(schema: Path, folder: Path, depfile: Optional[Path], options: Options) -> int:
    planned = plan(schema, options)
    _show(planned.problems)
    if planned.product is None:
        return FAILED
    texts = render(planned.product.firmware)
    try:
        write_files(folder, texts)
        if depfile:
            outputs = [folder / name for name in texts]
            write_files(depfile.parent, {depfile.name: depfile_text(outputs, planned.product.model.files)})
    except OSError as failure:
        return _cannot_write(failure, str(folder))
    return DONE


def _docs(schema: Path, output: Optional[Path], options: Options) -> int:
    planned = plan(schema, options)
    _show(planned.problems)
    if planned.product is None:
        return FAILED
    return _put(metrics_document(planned.product.firmware), output)


def _put(text: str, output: Optional[Path]) -> int:
    """Writes a document to a file, or to standard output where none is named."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        return DONE
    try:
        write_files(output.parent, {output.name: text})
    except OSError as failure:
        return _cannot_write(failure, str(output))
    return DONE


def _check(schemas: Sequence[Path], options: Options) -> int:
    problems = [problem for schema in schemas for problem in check_file(schema, options)]
    _show(problems)
    return FAILED if has_errors(problems) else DONE


def _outputs(schema: Path, inputs: Optional[Path], options: Options) -> int:
    planned = plan(schema, options)
    if planned.product is None:
        _show(planned.problems)
        return FAILED
    if inputs:
        read = "".join(f"{os.path.abspath(path)}\n" for path in planned.product.model.files)
        write_files(inputs.parent, {inputs.name: read})
    print("\n".join(render(planned.product.firmware)))
    return DONE


def _show(problems: Sequence[Problem]) -> None:
    sys.stderr.buffer.write(render_problems(problems).encode("utf-8", "replace"))
    sys.stderr.flush()


def _definition(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", name):
        raise argparse.ArgumentTypeError(f"'{text}' is not NAME=VALUE")
    return name, value


def _json_file(path: str) -> Any:
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as failure:
        raise argparse.ArgumentTypeError(f"{path}: {failure}") from failure


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="prometheus-express", description="From a schema of a device's metrics to the C++ that serves them."
    )
    said = argparse.ArgumentParser(add_help=False)
    said.add_argument("--define", metavar="NAME=VALUE", dest="definitions", type=_definition, action="append", default=[],
                      help="what `${NAME}` stands for in constant labels and the labels of infos")  # fmt: skip
    said.add_argument("--strict", action="store_true", help="take warnings for errors")
    commands = parser.add_subparsers(dest="command", required=True)
    generate = commands.add_parser("generate", parents=[said], help="write <application>.hpp and <application>.cpp")
    generate.add_argument("schema", metavar="SCHEMA", type=Path, help="a schema in YAML or JSON")
    generate.add_argument("--output", metavar="DIR", type=Path, required=True, help="the folder to write to")
    generate.add_argument("--depfile", metavar="FILE", type=Path, help="write a make rule of the schema files that were read")
    check = commands.add_parser("check", parents=[said], help="show what is wrong with schemas or devices, and write nothing")
    check.add_argument("schemas", metavar="FILE", type=Path, nargs="+", help="a schema or the description of a device, in YAML or JSON")
    outputs = commands.add_parser("outputs", parents=[said], help="name the files that generate would write, a line each")
    outputs.add_argument("schema", metavar="SCHEMA", type=Path, help="a schema in YAML or JSON")
    outputs.add_argument("--inputs", metavar="FILE", type=Path, help="write the paths of the files that were read, a line each")
    docs = commands.add_parser("docs", parents=[said], help="show what the metrics of a schema tell, in Markdown")
    docs.add_argument("schema", metavar="SCHEMA", type=Path, help="a schema in YAML or JSON")
    docs.add_argument("--output", metavar="FILE", type=Path, help="the file to write; standard output where none is named")
    commands.add_parser("reference", help="show the schema language, in Markdown")
    parts = commands.add_parser("catalogue", help="show the parts of the library, in Markdown")
    parts.add_argument("--sizes", metavar="FILE", type=_json_file, default={}, help="recorded sizes: tests/size/budget.json")
    parts.add_argument("--evidence", metavar="FILE", type=_json_file, default={},
                       help="what the parts are held against: tests/sensors/evidence.json")  # fmt: skip
    return parser
