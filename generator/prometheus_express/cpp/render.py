"""render: IR to the files of C++. The templates get finished rows; nothing is decided here."""

from __future__ import annotations

from pathlib import Path

import jinja2

from ..ir import Firmware
from .driver import driver_file, driver_rows
from .header import header_rows
from .layout import laid_out
from .sensors import sensor_rows
from .source import source_rows

_TEMPLATES = Path(__file__).resolve().parent / "templates"


def render(firmware: Firmware) -> dict[str, str]:
    """The text of each generated file by its name."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    header, source = map(environment.get_template, ("application.hpp.j2", "application.cpp.j2"))
    texts = {
        f"{firmware.application}.hpp": header.render(header_rows(firmware)),
        f"{firmware.application}.cpp": source.render(source_rows(firmware)),
    }
    texts.update(_sensors(environment, firmware))
    return {name: laid_out(text) for name, text in texts.items()}


def _sensors(environment: jinja2.Environment, firmware: Firmware) -> dict[str, str]:
    if firmware.sensors is None:
        return {}
    parts = [(f"{firmware.application}_sensors", "sensors", sensor_rows(firmware, firmware.sensors))]
    parts += [(driver_file(firmware, driver), "device", driver_rows(firmware, driver)) for driver in firmware.sensors.drivers]
    return {
        f"{name}.{ending}": environment.get_template(f"{template}.{ending}.j2").render(rows)
        for name, template, rows in parts
        for ending in ("hpp", "cpp")
    }
