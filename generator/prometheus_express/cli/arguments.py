"""Arguments that several commands take."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..pipeline import Options

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_schema(command: argparse.ArgumentParser) -> None:
    command.add_argument("schema", metavar="SCHEMA", type=Path, help="a schema in YAML or JSON")
    add_options(command)


def add_options(command: argparse.ArgumentParser) -> None:
    """What may be said of a schema on the command line: `options(…)`."""
    command.add_argument("--define", metavar="NAME=VALUE", dest="definitions", type=_definition, action="append", default=[],
                         help="what `${NAME}` stands for in constant labels and the labels of infos")  # fmt: skip
    command.add_argument("--strict", action="store_true", help="take warnings for errors")


def options(arguments: argparse.Namespace) -> Options:
    return Options(dict(arguments.definitions), arguments.strict)


def _definition(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", name):
        raise argparse.ArgumentTypeError(f"'{text}' is not NAME=VALUE")
    return name, value


def json_file(path: str) -> Any:
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as failure:
        raise argparse.ArgumentTypeError(f"{path}: {failure}") from failure
