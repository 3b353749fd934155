"""What the user said, typed and with every default filled in; made by `resolve`, read by `rules` and `lower`.

Names are as written: the names that leave the device and the identifiers in C++ come from `naming`.
Spans say where a thing stands for diagnostics, and take no part in comparisons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Optional

from ..problems.position import Position, Span

if TYPE_CHECKING:
    from .http import Http
    from .sensor import Binding, Bus, Sensor

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
    HISTOGRAM = "histogram"
    SUMMARY = "summary"
    INFO = "info"
    STATESET = "stateset"
    UNTYPED = "untyped"


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


class WhenFull(Enum):
    """What happens to new values of open labels when all places are taken."""

    DROP = "drop"
    EVICT = "evict"


@dataclass(frozen=True)
class Label:
    """Closed: one series per value. Open, where `max_length` is given: the device brings the values, of so many bytes at most.
    Labels of the same `enum` list their values in the same order; an open one has neither."""

    name: Text
    values: tuple[Text, ...]
    enum: Text  # the C++ enum type: as written behind `as:`, else made of the label's name
    max_length: Optional[int] = None

    @property
    def is_open(self) -> bool:
        return self.max_length is not None


@dataclass(frozen=True)
class ConstantLabel:
    """A label with one value: fixed, or, where `max_length` is given, set at boot; `value` is then empty."""

    name: Text
    value: Text
    max_length: Optional[int] = None


@dataclass(frozen=True)
class Bound:
    """The upper bound of a bucket: the exact number of the schema, and the text of the label `le`."""

    value: Fraction
    text: str  # OpenMetrics' canonical form of the number that the value type keeps: 1.0, 0.25, 1e+06; also a C++ literal
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Metric:
    """One family; its series are the product of its labels' values, the last label running fastest.

    With open labels there are `max_series` places, and the product of the closed ones is there for each place.
    """

    name: Text
    type: MetricType
    help: Optional[Text]  # None or blank is refused by a rule
    unit: Optional[Text]
    labels: tuple[Label, ...]  # closed and open ones in the order of the schema
    value: ValueType  # of the sum and the bounds, too; means nothing for info and stateset
    initial: Initial
    read_function: bool  # the application is asked at scrape, and there is no cell
    buckets: tuple[Bound, ...] = ()  # of a histogram: ascending, without +Inf
    states: Optional[Label] = None  # of a stateset: a closed label; on the page it is called as the family
    info: tuple[ConstantLabel, ...] = ()  # the labels of an info, which has no others
    max_series: Optional[int] = None  # only with open labels
    when_full: WhenFull = WhenFull.DROP
    default_child: bool = False  # one more series after the others, whose label values are all `None`
    total_suffix: bool = True  # of a counter's name
    monotonic: bool = True  # whether a counter only rises
    spans: tuple[tuple[str, Span], ...] = field(default=(), compare=False, repr=False)  # of the values written, by key
    bindings: tuple[Binding, ...] = ()  # the series that sensors feed

    @property
    def is_open(self) -> bool:
        return any(label.is_open for label in self.labels)

    @property
    def enums(self) -> tuple[Label, ...]:
        """The closed sets that become C++ enums: of the labels, and of the states."""
        return (*(label for label in self.labels if not label.is_open), *filter(None, (self.states,)))

    @property
    def series(self) -> int:
        count = (self.max_series or 1) if self.is_open else 1
        for label in self.labels:
            count *= 1 if label.is_open else len(label.values)
        return count + self.default_child

    def span(self, key: str) -> Optional[Span]:
        """Where the value of a key is written, if it is."""
        return dict(self.spans).get(key)


@dataclass(frozen=True)
class Registry:
    """A page: the metrics that a scrape of `path` returns, in the order of the schema."""

    name: Text
    path: Text
    metrics: tuple[Metric, ...]
    namespace: Optional[Text] = None  # of the names on this page: its own, else the application's


class Sharing(Enum):
    """What may update a value while another reads it."""

    NONE = "none"
    THREADS = "threads"
    INTERRUPTS = "interrupts"


@dataclass(frozen=True)
class Concurrency:
    sharing: Sharing = Sharing.NONE
    guard: Optional[Text] = None  # the header that defines the guard which masks interrupts


@dataclass(frozen=True)
class Memory:
    """What the device can spare, in bytes; None: not written."""

    ram: Optional[int] = None
    tables: Optional[int] = None
    page: Optional[int] = None
    spans: tuple[tuple[str, Span], ...] = field(default=(), compare=False, repr=False)  # of what is written, by key


@dataclass(frozen=True)
class Model:
    """A whole schema. Without `http` the device answers no requests: its pages are rendered by hand."""

    source: str  # the schema's file name as given
    application: Text
    namespace: Optional[Text]
    constant_labels: tuple[ConstantLabel, ...]
    metrics: tuple[Metric, ...]  # those of included files first
    registries: tuple[Registry, ...]
    http: Optional[Http]
    concurrency: Concurrency = Concurrency()
    self_metrics: tuple[str, ...] = ()  # of updates, http_requests, boots
    memory: Memory = Memory()
    files: tuple[str, ...] = ()  # every file that was read: this one first, then included ones, then descriptions of devices
    sensors: tuple[Sensor, ...] = ()
    buses: tuple[Bus, ...] = ()
