"""The same metrics in the official Python client, which has no constant labels, no absent series and no reset: constant labels are
ordinary labels here, absent series have no child yet, and a series that is reset is removed and made again."""

from __future__ import annotations

import itertools
import math
import os
from collections.abc import Iterable, Iterator
from typing import Any, Optional

os.environ["PROMETHEUS_DISABLE_CREATED_SERIES"] = "True"  # before the client is imported

from prometheus_client import CollectorRegistry, Counter, Enum, Gauge, Histogram, Info, Summary, exposition  # noqa: E402
from prometheus_client.registry import Collector  # noqa: E402
from differential.random_schema import Constant, Metric, Schema  # noqa: E402

Row = tuple[str, ...]
SELF_METRICS = {
    "prometheus_express_refused_updates": (
        "Updates that were refused: negative or NaN for counters, out of range, of series that are gone, with bad label values",
        ("not_increasing", "out_of_range", "stale_handle", "label_too_long", "label_not_utf8"),
    ),
    "prometheus_express_dropped_series": ("New series for which an open family had no room", ("family_full",)),
}


class Untyped(Gauge):
    """The client has values of unknown type for collectors only."""

    _type = "unknown"


CLASSES = {"counter": Counter, "gauge": Gauge, "histogram": Histogram, "summary": Summary, "stateset": Enum, "untyped": Untyped}


class Shown(Collector):
    """A metric whose samples can be withheld, for what has no labels by which it could be absent."""

    def __init__(self, metric: Any, shown: bool = True) -> None:
        self.metric, self.shown = metric, shown

    def describe(self) -> Iterable[Any]:
        return self.metric.describe()

    def collect(self) -> Iterator[Any]:
        for family in self.metric.collect():
            if not self.shown:
                family.samples = []
            yield family


class Family:
    """One metric: a copy for each page that shows it."""

    def __init__(self, metric: Metric, constants: tuple[Constant, ...], namespaces: list[str]) -> None:
        self.metric = metric
        self._constants = constants
        self.copies = [Shown(self._copy(namespace)) for namespace in namespaces]
        self.starts_present = metric.initial != "absent"
        if metric.type == "info":
            self._start_info()
        elif not self._label_names():
            self._show(())
        elif not metric.is_open:
            for row in self.rows():
                self._show(row)

    def rows(self, open_values: Row = ()) -> Iterator[Row]:
        """The label values of each series; those of a place where there are open labels."""
        given = iter(open_values)
        columns = [(next(given),) if label.is_open else label.values for label in self.metric.labels]
        yield from itertools.product(*columns)
        if self.metric.keys.get("default_child"):
            yield ("None",) * len(self.metric.labels)

    def value(self, row: Row) -> float:
        """Of a counter or gauge; what it starts with, where it is absent."""
        made = not self._label_names() or self._key(row) in self.copies[0].metric._metrics
        return self._child(self.copies[0], row)._value.get() if made else 0.0

    def sum(self, row: Row) -> float:
        """Of a histogram or summary."""
        return self._child(self.copies[0], row)._sum.get()

    def update(self, row: Row, verb: str, *arguments: Any) -> None:
        for copy in self.copies:
            getattr(self._child(copy, row), verb)(*arguments)
            copy.shown = True

    def must_refuse(self, row: Row, amount: float) -> None:
        """The increment is refused by the client, too."""
        for copy in self.copies:
            if copy.shown and (not self._label_names() or self._key(row) in copy.metric._metrics):
                try:
                    self._child(copy, row).inc(amount)
                except ValueError:
                    continue
                raise AssertionError(f"the client takes {amount}")

    def put(self, row: Row, value: float) -> None:
        """Sets what the client lets nobody set, such as a counter that an application supplies."""
        for copy in self.copies:
            self._child(copy, row)._value.set(value)
            copy.shown = True

    def reset(self, row: Row) -> None:
        self.forget(row)
        self._show(row)

    def forget(self, row: Row) -> None:
        for copy in self.copies:
            if not self._label_names():
                copy.metric._metric_init()
                copy.shown = False
            elif self._key(row) in copy.metric._metrics:
                copy.metric.remove(*self._key(row))

    def occupy(self, open_values: Row) -> None:
        for row in self.rows(open_values):
            self._show(row)

    def info(self, values: Optional[Row]) -> None:
        """The values of those labels that are set at start."""
        given = iter(values or ())
        texts = {label.name: next(given, "") if label.max_length else label.value for label in self.metric.info}
        for copy in self.copies:
            copy.metric.info({**texts, **{label.name: label.value for label in self._constants}})
            copy.shown = values is not None

    @property
    def lines_of_a_child(self) -> int:
        metric = self.metric
        if metric.type == "histogram":
            return len(metric.buckets) + 2 + (float(metric.buckets[0]) >= 0)
        return {"summary": 2, "stateset": len(metric.states)}.get(metric.type, 1)

    def _start_info(self) -> None:
        at_boot = any(label.max_length for label in self.metric.info)
        self.info(None if at_boot else ())

    def _show(self, row: Row) -> None:
        """The series is there from now on, if it is before its first update."""
        for copy in self.copies:
            copy.shown = bool(self._label_names()) or self.starts_present
            if self.starts_present:
                child = self._child(copy, row)
                if self.metric.initial == "nan":
                    child._value.set(math.nan)

    def _label_names(self) -> list[str]:
        return [label.name for label in (*self.metric.labels, *self._constants)]

    def _key(self, row: Row) -> Row:
        return (*row, *(label.value for label in self._constants))

    def _child(self, copy: Shown, row: Row) -> Any:
        return copy.metric.labels(*self._key(row)) if self._label_names() else copy.metric

    def _copy(self, namespace: str) -> Any:
        metric = self.metric
        if metric.type == "info":
            return Info(metric.name, metric.help, namespace=namespace, registry=None)
        further: dict[str, Any] = {}
        if "buckets" in metric.keys:
            further["buckets"] = metric.keys["buckets"]
        if metric.states:
            further["states"] = metric.states
        names = self._label_names()
        return CLASSES[metric.type](metric.name, metric.help, names, namespace=namespace, unit=metric.unit, registry=None, **further)


class Client:
    """All metrics of a schema, and its pages."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._pages = {name: CollectorRegistry() for name in schema.registries}
        self.families: dict[str, Family] = {}
        self.lines_of_a_child: dict[bytes, int] = {}
        for metric in schema.metrics:
            on = {n: r for n, r in schema.registries.items() if metric.name in r.get("metrics", (metric.name,))}
            family = Family(metric, schema.constants, [page.get("namespace", schema.namespace) for page in on.values()])
            self.families[metric.name] = family
            for name, copy in zip(on, family.copies):
                self._pages[name].register(copy)
                (described,) = copy.describe()
                suffix = {"counter": "_total", "info": "_info"}.get(described.type, "")
                self.lines_of_a_child[(described.name + suffix).encode()] = family.lines_of_a_child
        self._refusals: dict[str, Any] = {}
        if schema.keys["self_metrics"]:
            self._add_self_metrics()

    def refuse(self, reason: str) -> None:
        if self._refusals:
            self._refusals[reason].inc()

    def pages(self) -> Iterator[bytes]:
        """As the client writes them. It sorts the labels of a line by name; where the schema does not, they are left in the order
        in which they were declared."""
        if not self.schema.ordered:
            exposition.sorted = list
        try:
            yield from [exposition.generate_latest(page) for page in self._pages.values()]
        finally:
            if not self.schema.ordered:
                del exposition.sorted

    def _add_self_metrics(self) -> None:
        constant = {label.name: label.value for label in self.schema.constants}
        first = next(iter(self._pages.values()))
        for name, (help_, reasons) in SELF_METRICS.items():
            own = ["reason"] if len(reasons) > 1 else []
            metric = Counter(name, help_, [*own, *constant], registry=first)
            for reason in reasons:
                texts = [*([reason] if own else []), *constant.values()]
                self._refusals[reason] = metric.labels(*texts) if texts else metric
