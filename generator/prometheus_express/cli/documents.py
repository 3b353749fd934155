"""Commands that make something to read."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..markdown.catalogue import catalogue
from ..markdown.metrics import metrics_document
from ..markdown.reference import reference
from ..pipeline import plan
from . import arguments
from .show import FAILED, put, show


def add_commands(commands: arguments.Commands) -> None:
    command = commands.add_parser("docs", help="show what the metrics of a schema tell, in Markdown")
    arguments.add_schema(command)
    command.add_argument("--output", metavar="FILE", type=Path, help="the file to write; standard output where none is named")
    command.set_defaults(run=docs)

    command = commands.add_parser("reference", help="show the schema language, in Markdown")
    command.set_defaults(run=lambda said: put(reference()))

    command = commands.add_parser("catalogue", help="show the parts of the library, in Markdown")
    command.add_argument("--sizes", metavar="FILE", type=arguments.json_file, default={},
                         help="recorded sizes: tests/size/budget.json")  # fmt: skip
    command.add_argument("--evidence", metavar="FILE", type=arguments.json_file, default={},
                         help="what the parts are held against: tests/sensors/evidence.json")  # fmt: skip
    command.set_defaults(run=lambda said: put(catalogue(said.sizes, said.evidence)))


def docs(said: argparse.Namespace) -> int:
    planned = plan(said.schema, arguments.options(said))
    show(planned.problems)
    return FAILED if planned.product is None else put(metrics_document(planned.product.firmware), said.output)
