"""IR to files. The templates get finished rows; nothing is decided here."""

from __future__ import annotations

from pathlib import Path

import jinja2

from .header import header_rows
from .source import source_rows
from .driver import driver_rows
from ..ir.firmware import Firmware
from ..lower.sensors import SensorUnit
from .sensors import sensor_rows

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
    if firmware.sensors:
        texts.update(_sensors(environment, firmware.sensors))
    return texts


def _sensors(environment: jinja2.Environment, unit: SensorUnit) -> dict[str, str]:
    parts = [(f"{unit.application}_sensors", "sensors", sensor_rows(unit))]
    parts += [(driver.file, "device", driver_rows(driver)) for driver in unit.drivers]
    return {
        f"{name}.{ending}": environment.get_template(f"{template}.{ending}.j2").render(rows)
        for name, template, rows in parts
        for ending in ("hpp", "cpp")
    }
