"""Families: what a metric is, where its values come from, and what of it is known at run time only."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional, Union

from ..kinds.metric import Initial, MetricType, WhenFull
from ..kinds.value import ValueType


@dataclass(frozen=True)
class LabelSet:
    """The values of closed labels, or the states of state sets. Labels of one name share one."""

    name: str  # PascalCase: as the schema names it, else made of the label's name
    of: str  # what the values are of, in words
    values: tuple[str, ...]
    names: tuple[tuple[str, str], ...] = ()  # values, and what programs call them where the schema says


@dataclass(frozen=True)
class Label:
    """A label that tells series apart. Closed: its values are of the set, in its order. Open: the device brings them."""

    name: str
    set: str = ""  # name of a LabelSet; empty of an open label
    values: tuple[str, ...] = ()  # of a closed label
    max_length: int = 0  # bytes of an open label's value

    @property
    def is_open(self) -> bool:
        return not self.set


@dataclass(frozen=True)
class ConstantLabel:
    """A label with one value: `value`, or one of at most `max_length` bytes that is set when the device starts."""

    name: str
    value: str
    max_length: Optional[int] = None


@dataclass(frozen=True)
class Bound:
    """The upper bound of a bucket."""

    value: Fraction
    text: str  # of the label `le`: OpenMetrics' canonical form of the number that the value type keeps


@dataclass(frozen=True)
class Hole:
    """A label value that is known at run time only: number `index` of the family's own, or of the constant labels."""

    constant: bool
    index: int
    longest: int  # bytes on the page, with quotes and escapes


@dataclass(frozen=True)
class Place:
    """Where cells lie among all cells of the application, in bytes."""

    size: int
    alignment: int
    offset: int


@dataclass(frozen=True)
class Cells:
    """The values are kept in memory, at `place`."""

    place: Place


@dataclass(frozen=True)
class Asked:
    """The application is asked at each scrape; `number` counts the metrics for which it is, `function` is the schema's name for
    what it is asked with, empty where that is called as the metric."""

    number: int
    function: str = ""


@dataclass(frozen=True)
class Known:
    """Nothing changes while the device runs."""


@dataclass(frozen=True)
class Refusals:
    """Updates that the library refused, a line for each kind, counted by the families that `counts_refusals`."""

    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """HTTP requests by the status of their answer, a line for each of `codes` and one for all others; kept at `place`."""

    codes: tuple[int, ...]
    place: Place


Origin = Union[Cells, Asked, Known, Refusals, Answers]


@dataclass(frozen=True)
class Family:
    """A metric and all of its series."""

    key: str  # in the schema; the application knows the metric by it
    type: MetricType
    help: str
    value: ValueType  # of the sum and the bounds, too; means nothing for info and stateset
    origin: Origin
    lines: int  # on a page, of each place
    unit: str = ""
    labels: tuple[Label, ...] = ()  # the last one runs fastest
    series: tuple[tuple[str, ...], ...] = ()  # the values of labels that are together, where not all are with all
    sensor_labels: tuple[tuple[str, tuple[str, ...]], ...] = ()  # those that series have from their sensors, with all values
    states: str = ""  # the name of a stateset's LabelSet
    buckets: tuple[Bound, ...] = ()  # of a histogram: ascending, without +Inf
    info: tuple[ConstantLabel, ...] = ()  # the labels of an info
    initial: Initial = Initial.ZERO
    monotonic: bool = True  # whether a counter only rises
    default_child: bool = False  # one more series after the others, whose label values are all `None`
    places: int = 1  # with open labels: how many of their combinations there is room for
    when_full: WhenFull = WhenFull.DROP
    holes: tuple[Hole, ...] = ()  # of each line
    snapshot: int = 0  # bytes that its rendering keeps
    counts_refusals: bool = False

    @property
    def is_counter(self) -> bool:
        """Whether it only rises, and refuses what would make it fall."""
        return self.type is MetricType.COUNTER and self.monotonic

    @property
    def is_open(self) -> bool:
        return any(label.is_open for label in self.labels)

    @property
    def place(self) -> Optional[Place]:
        return self.origin.place if isinstance(self.origin, (Cells, Answers)) else None
