"""render: IR to the files of C++. The templates get finished rows; nothing is decided here."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jinja2

from ..ir import Driver, Firmware
from .driver import driver_rows
from .header import header_rows
from .layout import laid_out
from .sensors import sensor_rows
from .source import source_rows
from .text import Row

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
    name = f"{firmware.application}_sensors"
    texts = _pair(environment, name, "sensors", sensor_rows(firmware, firmware.sensors))
    for driver in firmware.sensors.drivers:
        texts.update(_driver(environment, driver))
    return texts


def _driver(environment: jinja2.Environment, driver: Driver) -> dict[str, str]:
    """In a namespace that tells its text from others: two libraries of a program may each bring a driver of this part, and have it
    from another description, or of another version of the generator."""
    draft = _pair(environment, driver.stem, "device", driver_rows(driver, ""))
    digest = hashlib.sha256("".join(draft.values()).encode()).hexdigest()[:8]
    return _pair(environment, driver.stem, "device", driver_rows(driver, f"text_{digest}"))


def _pair(environment: jinja2.Environment, name: str, template: str, rows: Row) -> dict[str, str]:
    return {f"{name}.{ending}": environment.get_template(f"{template}.{ending}.j2").render(rows) for ending in ("hpp", "cpp")}
