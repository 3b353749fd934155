"""What the generator knows once every decision is made: names as they leave the device, C++ identifiers, sizes to the byte.

Made by `lower` from the model; all that `render` sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from .sensor_ir import SensorUnit


@dataclass(frozen=True)
class Value:
    """A cell's C++ type, and the length of the longest text that it can have on a page."""

    cpp_type: str
    size: int
    longest_text: int


@dataclass(frozen=True)
class Enum:
    """A closed label set as a C++ enum: enumerators and label values in the same order."""

    type: str
    label: str
    enumerators: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True)
class Series:
    """One line of a page without its value: labels in the order of the page, constant ones included."""

    labels: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cells:
    """Where a family's values are kept in `Metrics`."""

    offset: int
    series_size: int  # bytes of one series
    alignment: int


@dataclass(frozen=True)
class Family:
    identifier: str  # member of Metrics, or function of the application
    name: str  # of the family and its samples on the page
    type: str  # counter or gauge, as on the TYPE line
    help: str
    enums: tuple[str, ...]
    series: tuple[Series, ...]
    value: Value
    initial: str  # zero, absent or nan
    cells: Optional[Cells]  # None where the application is asked
    function: Optional[int]  # its number among the functions of the application


@dataclass(frozen=True)
class Page:
    """What a scrape of one path returns."""

    registry: str
    path: str
    families: tuple[Family, ...]
    largest: int  # bytes when every series is present and every value is as long as it can be


@dataclass(frozen=True)
class Route:
    method: str  # enumerator of http::Method
    path: str
    handler: str
    middleware: tuple[str, ...]
    headers: tuple[str, ...]
    body: int


@dataclass(frozen=True)
class Limits:
    connections: int
    header_bytes: int
    body: int
    output_buffer: int
    request_timeout_ms: int
    idle_timeout_ms: int
    requests_per_connection: int


@dataclass(frozen=True)
class Firmware:
    """One application: everything that its generated files say."""

    application: str
    source: str  # the schema's file name, without its folder
    enums: tuple[Enum, ...]
    families: tuple[Family, ...]
    cells: int  # bytes of Metrics
    pages: tuple[Page, ...]
    port: int
    limits: Limits
    routes: tuple[Route, ...]
    sensors: Optional[SensorUnit] = None
