"""Commands that make code of schemas, and say what is wrong with them."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ..cpp.render import render
from ..output.depfile import depfile_text
from ..output.files import write_files
from ..pipeline import check_file, plan
from ..problems.problem import has_errors
from . import arguments
from .show import DONE, FAILED, cannot_write, put, show


def add_commands(commands: arguments.Commands) -> None:
    command = commands.add_parser("generate", help="write <application>.hpp and <application>.cpp")
    arguments.add_schema(command)
    command.add_argument("--output", metavar="DIR", type=Path, required=True, help="the folder to write to")
    command.add_argument("--depfile", metavar="FILE", type=Path, help="write a make rule of the schema files that were read")
    command.set_defaults(run=generate)

    command = commands.add_parser("check", help="show what is wrong with schemas or devices, and write nothing")
    command.add_argument("schemas", metavar="FILE", type=Path, nargs="+", help="a schema or the description of a device, in YAML or JSON")
    arguments.add_options(command)
    command.set_defaults(run=check)

    command = commands.add_parser("outputs", help="name the files that generate would write, a line each")
    arguments.add_schema(command)
    command.add_argument("--inputs", metavar="FILE", type=Path, help="write the paths of the files that were read, a line each")
    command.set_defaults(run=outputs)


def generate(said: argparse.Namespace) -> int:
    planned = plan(said.schema, arguments.options(said))
    show(planned.problems)
    if planned.product is None:
        return FAILED
    texts = render(planned.product.firmware)
    try:
        write_files(said.output, texts)
        if said.depfile:
            files = [said.output / name for name in texts]
            write_files(said.depfile.parent, {said.depfile.name: depfile_text(files, planned.product.model.files)})
    except OSError as failure:
        return cannot_write(failure, str(said.output))
    return DONE


def check(said: argparse.Namespace) -> int:
    problems = [problem for schema in said.schemas for problem in check_file(schema, arguments.options(said))]
    show(problems)
    return FAILED if has_errors(problems) else DONE


def outputs(said: argparse.Namespace) -> int:
    planned = plan(said.schema, arguments.options(said))
    if planned.product is None:
        show(planned.problems)
        return FAILED
    if said.inputs:
        read = "".join(f"{os.path.abspath(path)}\n" for path in planned.product.model.files)
        write_files(said.inputs.parent, {said.inputs.name: read})
    return put("\n".join(render(planned.product.firmware)) + "\n")
