"""What the generator knows once every decision is made: names as they leave the device, C++ types, sizes to the byte.

Made by `lower` from the model; all that `render` sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from ..lower.sensors import SensorUnit


@dataclass(frozen=True)
class Enum:
    """A closed label set, or the states of a state set, as a C++ enum: enumerators and values in the same order."""

    type: str
    of: str  # what the values are of, in words
    enumerators: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A line of a page. The value of a label is None where it is known at run time only."""

    name: str
    labels: tuple[tuple[str, Optional[str]], ...]
    longest_value: int  # characters


@dataclass(frozen=True)
class Hole:
    """A label value that is known at run time only: text number `index` of the family's own, or of the constant labels."""

    constant: bool
    index: int
    longest: int  # bytes on the page, with quotes and escapes


@dataclass(frozen=True)
class Member:
    """A member of `Metrics`: its type, and where it lies."""

    cpp_type: str
    size: int
    alignment: int
    offset: int = 0


@dataclass(frozen=True)
class Family:
    identifier: str  # member of Metrics, or function of the application
    help: str
    member: Optional[Member]  # None where the application is asked, and for what is known at build time
    function: Optional[int]  # its number among the functions of the application
    value_type: str  # of what the application's function returns
    enums: tuple[str, ...]  # arguments of that function
    reader: str  # of the runtime: how a line's value is read; the metric's type is its argument
    lines_per_child: int
    places: int  # how often the lines are repeated
    holes: tuple[Hole, ...]  # of each line
    snapshot: int  # bytes that its rendering keeps
    counts_refusals: bool


@dataclass(frozen=True)
class Exposition:
    """A family on one page, under that page's names."""

    family: Family
    name: str  # on its HELP and TYPE lines
    type: str  # on its TYPE line
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Page:
    """What a scrape of one path returns."""

    registry: str
    path: str
    expositions: tuple[Exposition, ...]
    largest: int  # bytes when every series is present and every value is as long as it can be
    text: int  # bytes of the literals
    tables: int  # bytes of what describes them, on a 32-bit device


@dataclass(frozen=True)
class BootLabel:
    """A constant label that is set at start."""

    identifier: str
    name: str
    max_length: int


@dataclass(frozen=True)
class Array:
    """Constants of a metric: the bounds of a histogram."""

    name: str
    cpp_type: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    method: str  # enumerator of http::Method
    path: str
    handler: str
    middleware: tuple[str, ...]
    headers: tuple[str, ...]
    body: int
    streams: bool  # to the handler, which is an object then


@dataclass(frozen=True)
class Limits:
    connections: int
    header_bytes: int
    stored_bytes: int
    body: int
    output_buffer: int
    snapshot: int
    request_timeout_ms: int
    idle_timeout_ms: int
    requests_per_connection: int
    parts: tuple[str, ...]  # of http::Parts, as they differ from its defaults


@dataclass(frozen=True)
class Firmware:
    """One application: everything that its generated files say."""

    application: str
    source: str  # the schema's file name, without its folder
    enums: tuple[Enum, ...]
    arrays: tuple[Array, ...]
    families: tuple[Family, ...]
    boot_labels: tuple[BootLabel, ...]
    access: str  # of the cells, as a C++ type; empty for the runtime's default
    headers: tuple[str, ...]  # to include for it
    cells: int  # bytes of Metrics
    pages: tuple[Page, ...]
    port: int
    limits: Limits
    routes: tuple[Route, ...]
    sensors: Optional[SensorUnit] = None
