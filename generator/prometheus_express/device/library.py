"""Finds and reads device descriptions: those that come with the library, and the user's own beside a schema."""

from __future__ import annotations

from pathlib import Path

from ..document.load import load
from ..document.shape import schema_folder, whole_device
from ..document.structure import findings
from ..problems.problem import Outcome
from .model import Device
from .read import read_device


def device_file(name: str, schema: Path) -> Path:
    """`bosch/bme680` of the library, or `./my_sensor.yaml` as seen from the schema."""
    if name.startswith(("./", "../")):
        return schema.parent / name
    return schema_folder() / "devices" / f"{name}.yaml"


def known_devices() -> list[str]:
    folder = schema_folder() / "devices"
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.glob("*/*.yaml"))


def load_device(path: Path) -> Outcome[Device]:
    """The device that a file describes."""
    document = load(path)
    if document.product is None:
        return Outcome(None, document.problems)
    found = tuple(finding.problem for finding in findings(document.product, whole_device()) if finding.problem)
    if found or document.problems:
        return Outcome(None, document.problems + found)
    return read_device(document.product)
