"""What the user said, typed and with every default filled in; made by `resolve`, read by `rules` and `lower`.

Names are as written: the names that leave the device and the identifiers in C++ come from `naming`.
Spans say where a thing stands for diagnostics, and take no part in comparisons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Optional

from .position import Position, Span

if TYPE_CHECKING:
    from .sensor_model import Binding, Bus, Sensor

NOWHERE = Span(Position("", 1, 1))


@dataclass(frozen=True)
class Text:
    """A text of the schema, and where it stands."""

    value: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    def __str__(self) -> str:
        return self.value


class MetricType(Enum):
    COUNTER = "counter"
    GAUGE = "gauge"


class ValueKind(Enum):
    UINT32 = "uint32"
    UINT64 = "uint64"
    INT32 = "int32"
    INT64 = "int64"
    FLOAT = "float"
    DOUBLE = "double"
    DECIMAL = "decimal"


@dataclass(frozen=True)
class ValueType:
    """How a cell is stored. A decimal is an integer of `bits` bits that counts units of 10**-places."""

    kind: ValueKind
    places: int = 0
    bits: int = 32
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def storage(self) -> str:
        """The kind of number in the cell: a decimal's is int32 or int64."""
        return f"int{self.bits}" if self.kind is ValueKind.DECIMAL else str(self.kind.value)

    @property
    def is_floating(self) -> bool:
        return self.kind in (ValueKind.FLOAT, ValueKind.DOUBLE)

    def __str__(self) -> str:
        if self.kind is not ValueKind.DECIMAL:
            return str(self.kind.value)
        return f"decimal({self.places})" if self.bits == 32 else f"decimal64({self.places})"


class Initial(Enum):
    """What a series shows before its first update; an absent one is left out of the page."""

    ZERO = "zero"
    ABSENT = "absent"
    NAN = "nan"


@dataclass(frozen=True)
class Label:
    """A closed label: one series per value. Labels of the same `enum` list their values in the same order."""

    name: Text
    values: tuple[Text, ...]
    enum: Text  # the C++ enum type: as written behind `as:`, else made of the label's name


@dataclass(frozen=True)
class ConstantLabel:
    name: Text
    value: Text


@dataclass(frozen=True)
class Metric:
    """One family; its series are the product of its labels' values, the last label running fastest."""

    name: Text
    type: MetricType
    help: Optional[Text]  # None or blank is refused by a rule
    unit: Optional[Text]
    labels: tuple[Label, ...]
    value: ValueType
    initial: Initial
    read_function: bool  # the application is asked at scrape, and there is no cell
    initial_span: Optional[Span] = field(default=None, compare=False, repr=False)  # where written
    read_span: Optional[Span] = field(default=None, compare=False, repr=False)  # where written
    bindings: tuple[Binding, ...] = ()  # the series that sensors feed

    @property
    def series(self) -> int:
        count = 1
        for label in self.labels:
            count *= len(label.values)
        return count


@dataclass(frozen=True)
class Registry:
    """A page: the metrics that a scrape of `path` returns."""

    name: Text
    path: Text
    metrics: tuple[Metric, ...]


@dataclass(frozen=True)
class Limits:
    """Bounds of the HTTP server: counts, bytes, milliseconds."""

    connections: int = 4
    header_bytes: int = 8192
    body: int = 512
    output_buffer: int = 256
    request_timeout_ms: int = 10_000
    idle_timeout_ms: int = 60_000
    requests_per_connection: int = 1000
    spans: tuple[tuple[str, Span], ...] = field(default=(), compare=False, repr=False)  # of what is written, by key


@dataclass(frozen=True)
class Route:
    """A request the application answers itself."""

    method: Text  # GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS
    path: Text
    handler: Text  # member function of the application
    middleware: tuple[Text, ...]  # member functions called before the handler, in this order
    headers: tuple[Text, ...]  # request headers kept for the handler
    body: Optional[int]  # bytes of a request's body to buffer; None: where not written
    body_span: Optional[Span] = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Http:
    port: int
    limits: Limits
    routes: tuple[Route, ...]


@dataclass(frozen=True)
class Model:
    """A whole schema. Without `http` the device answers no requests: its pages are rendered by hand."""

    source: str  # the schema's file name as given
    application: Text
    namespace: Optional[Text]
    constant_labels: tuple[ConstantLabel, ...]
    metrics: tuple[Metric, ...]
    registries: tuple[Registry, ...]
    http: Optional[Http]
    sensors: tuple[Sensor, ...] = ()
    buses: tuple[Bus, ...] = ()
