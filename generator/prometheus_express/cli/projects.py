"""Commands that begin a project, or bring the library into one."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..cpp.render import render
from ..output.files import write_files
from ..pipeline import plan
from ..project import export as exported
from ..project.runtime import PORTS_OF_A_VENDOR
from . import arguments
from .show import DONE, FAILED, cannot_write, show


def add_commands(commands: arguments.Commands) -> None:
    command = commands.add_parser(
        "export",
        help="write the library as plain folders, for builds without CMake",
        description="Writes the runtime, and with --schema what is generated of one, as folders that any build can take in.",
    )
    way = command.add_mutually_exclusive_group(required=True)
    way.add_argument("--sources", metavar="DIR", type=Path,
                     help="a folder for the include path (-I DIR); DIR/prometheus_express/sources.txt lists what to compile")  # fmt: skip
    way.add_argument("--arduino", metavar="DIR", type=Path, help="an Arduino library: library.properties and src")
    command.add_argument("--schema", metavar="SCHEMA", type=Path, help="a schema, whose generated files are written too")
    command.add_argument("--port", metavar="PORT", choices=PORTS_OF_A_VENDOR, action="append", default=[],
                         help=f"a port that needs headers of a vendor: {', '.join(PORTS_OF_A_VENDOR)}")  # fmt: skip
    arguments.add_options(command)
    command.set_defaults(run=export)


def export(said: argparse.Namespace) -> int:
    generated: dict[str, str] = {}
    if said.schema:
        planned = plan(said.schema, arguments.options(said))
        show(planned.problems)
        if planned.product is None:
            return FAILED
        generated = render(planned.product.firmware)
    files = exported.arduino(generated, said.port) if said.arduino else exported.sources(generated, said.port)
    folder: Path = said.arduino or said.sources
    try:
        outdated = exported.outdated(folder, files)
        write_files(folder, files)
        for path in outdated:
            path.unlink()
    except OSError as failure:
        return cannot_write(failure, str(folder))
    return DONE
