"""describe: finds and reads device descriptions, those that come with the library and the user's own beside a schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..document import nodes
from ..document.load import load
from ..document.nodes import Document, Scalar
from ..document.shape import make_shape, schema_folder, whole_device
from ..document.structure import findings, fits
from ..problems.problem import Outcome, Problem
from .model import Device
from .read import read_device

DEVICE_NAME = {"$ref": "#/$defs/device_name"}


@dataclass(frozen=True)
class Described:
    """A schema, and the devices that its sensors name; None where a description is wrong, absent where there is none."""

    document: Document
    devices: Mapping[str, Optional[Device]]
    files: tuple[str, ...] = ()  # those that were read for it
    library: tuple[str, ...] = ()  # the names that the library has


def describe(document: Document) -> Outcome[Described]:
    """The document with the devices of its sensors, and what is wrong with their descriptions."""
    devices: dict[str, Optional[Device]] = {}
    files: list[str] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(_named_devices(document)):
        path = device_file(name, Path(document.file))
        if path.is_file():
            files.append(str(path))
            outcome = load_device(path)
            devices[name] = outcome.product
            problems += outcome.problems
    return Outcome(Described(document, devices, tuple(files), tuple(known_devices())), tuple(problems))


def _named_devices(document: Document) -> Iterator[str]:
    name, sensors = make_shape(DEVICE_NAME), document.root.get("sensors")
    for entry in sensors.entries if isinstance(sensors, nodes.Mapping) else ():
        device = entry.value.get("device") if isinstance(entry.value, nodes.Mapping) else None
        if isinstance(device, Scalar) and fits(device.text, name):
            yield device.text


def device_file(name: str, schema: Path) -> Path:
    """`bosch/bme680` of the library, or `./my_sensor.yaml` as seen from the schema."""
    if name.startswith(("./", "../")):
        return schema.parent / name
    return schema_folder() / "devices" / f"{name}.yaml"


def known_devices() -> list[str]:
    folder = schema_folder() / "devices"
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.glob("*/*.yaml"))


def is_device(document: Document) -> bool:
    """Whether a file describes a device, and is no schema."""
    return document.root.get("device") is not None and document.root.get("metrics") is None


def refuse_device(document: Document) -> Outcome[Document]:
    """A description where a schema is wanted."""
    if not is_device(document):
        return Outcome(document)
    device = document.root.entry("device")
    assert device is not None
    fix = "name it in a schema, as `sensors: {attic: {device: ./my_sensor.yaml, …}}`, or look at it with `prometheus-express check`"
    return Outcome(None, (Problem("device-not-schema", "this file describes a device, and is no schema", device.key.span, fix),))


def load_device(path: Path) -> Outcome[Device]:
    """The device that a file describes."""
    document = load(path)
    if document.product is None:
        return Outcome(None, document.problems)
    found = tuple(finding.problem for finding in findings(document.product, whole_device()) if finding.problem)
    if found or document.problems:
        return Outcome(None, document.problems + found)
    return read_device(document.product)
