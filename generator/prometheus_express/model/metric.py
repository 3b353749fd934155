"""A metric as the user wrote it; part of the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Optional

from ..kinds.metric import Initial, MetricType, WhenFull
from ..kinds.value import ValueType
from ..names.text import Text
from ..problems.position import NOWHERE, Span
from .sensor import ALL, Binding, Sensor


@dataclass(frozen=True)
class Label:
    """Closed: one series per value. Open, where `max_length` is given: the device brings the values, of so many bytes at most.
    Labels of the same `enum` list values of it in its order; an open one has neither."""

    name: Text
    values: tuple[Text, ...]
    enum: Text  # as written behind `as:`, else made of the label's name
    max_length: Optional[int] = None
    names: tuple[tuple[str, Text], ...] = ()  # values, and what they are called in C++ where the schema says

    @property
    def is_open(self) -> bool:
        return self.max_length is not None


@dataclass(frozen=True)
class Enumeration:
    """Every value that labels of one enum have, or the states that share it. States and what is listed first come first."""

    name: Text
    values: tuple[Text, ...]
    names: tuple[tuple[str, Text], ...]  # as in Label


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
    accept: tuple[Text, ...] = ()  # warnings about it that are not to be shown
    spans: tuple[tuple[str, Span], ...] = field(default=(), compare=False, repr=False)  # of the values written, by key
    bindings: tuple[Binding, ...] = ()  # the series that sensors feed
    function: Optional[Text] = None  # that is asked, where the schema names it
    rows: Optional[tuple[tuple[str, ...], ...]] = None  # the label values that are together, "" for a label that is left out; None: all
    about: tuple[Sensor, ...] = ()  # the sensors that its first label names, where it tells how they are

    @property
    def is_counter(self) -> bool:
        """Whether it only rises, and refuses what would make it fall."""
        return self.type is MetricType.COUNTER and self.monotonic

    @property
    def asked(self) -> Optional[Text]:
        """The application's function that is asked at scrape: the one that the schema names, else one of the metric's name."""
        return (self.function or self.name) if self.read_function else None

    @property
    def has_sum(self) -> bool:
        """A histogram with a negative bound has no sum: it could fall (OpenMetrics 1.0, "Histogram")."""
        return not self.buckets or self.buckets[0].value >= 0

    @property
    def reads_all(self) -> bool:
        """Whether it is fed by every sensor that has a channel."""
        return any(binding.read.value.startswith(ALL) for binding in self.bindings)

    @property
    def is_open(self) -> bool:
        return any(label.is_open for label in self.labels)

    @property
    def enums(self) -> tuple[Label, ...]:
        """The closed sets that become C++ enums: of the labels, and of the states."""
        return (*(label for label in self.labels if not label.is_open), *filter(None, (self.states,)))

    @property
    def series(self) -> int:
        if self.rows is not None:
            return len(self.rows)
        count = (self.max_series or 1) if self.is_open else 1
        for label in self.labels:
            count *= 1 if label.is_open else len(label.values)
        return count + self.default_child

    @property
    def sensors(self) -> tuple[Sensor, ...]:
        """Those whose labels stand on its series, each once."""
        return self.about or tuple({one.sensor.name.value: one.sensor for one in self.bindings}.values())

    def sensor_labels(self, row: tuple[str, ...]) -> tuple[tuple[Text, Text], ...]:
        """The labels that a series, given by the values of the metric's own, has from its sensor."""
        if self.about:
            return next(sensor.labels for sensor in self.about if sensor.name.value == row[0])
        return next((one.sensor.labels for one in self.bindings if one.labels == row), ())

    def span(self, key: str) -> Optional[Span]:
        """Where the value of a key is written, if it is."""
        return dict(self.spans).get(key)
