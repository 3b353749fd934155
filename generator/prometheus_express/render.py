"""IR to files. The templates get finished rows; nothing is decided here."""

from __future__ import annotations

from pathlib import Path

import jinja2

from .cpp_header_rows import header_rows
from .cpp_source_rows import source_rows
from .ir import Firmware

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = [_PACKAGE.parent / "templates", _PACKAGE / "templates"]  # in a checkout; installed


def render(firmware: Firmware) -> dict[str, str]:
    """The text of each generated file by its name."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDERS),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    header, source = map(environment.get_template, ("application.hpp.j2", "application.cpp.j2"))
    return {
        f"{firmware.application}.hpp": header.render(header_rows(firmware)),
        f"{firmware.application}.cpp": source.render(source_rows(firmware)),
    }
