"""Random schemas: every type of metric and value, hostile texts, closed and open labels, several pages.

What the official client cannot show is left out: counters without `_total`. Bounds of buckets from 1e10 to 1e16 are, too: the
client writes their exponent as `e+010` (prometheus_client/utils.py, floatToGoString), and large negative ones without exponent.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import Any

HOSTILE = [
    '"', "\\", "\n", "{", "}", ",", "=", "@", "#", " ", "\t", "\r", "\x01", "\x7f", "\x85", "\u2028", "\u00e9", "\u6e29", "\U0001f600",
    "%s", ')"', 'R"(', "??/", "\\n", "*/", "//", "'", "$", "\u0301", "\ufeff", "\u202e", "0", "-", "a", "B", "xyz", " @", "@\n", "@ ",
]  # fmt: skip
WORDS = "uptime readings Queue _inner peak flow_rate x level_total time_seconds io DATA heap class errno".split()
UNITS = ("seconds", "bytes", "celsius", "ratio", "volts")
VALUES = {
    "counter": ("uint32", "uint64", "float", "double", "decimal(2)", "decimal(0)", "decimal64(6)"),
    "gauge": ("uint32", "uint64", "int32", "int64", "float", "double", "double", "decimal(1)", "decimal(9)", "decimal64(18)"),
    "sum": ("uint32", "uint64", "int32", "int64", "float", "double", "double", "decimal(3)", "decimal64(4)"),
}
DEFAULT_BOUNDS = ".005 .01 .025 .05 .075 .1 .25 .5 .75 1 2.5 5 7.5 10".split()


@dataclass(frozen=True)
class Label:
    name: str
    enum: str = ""
    values: tuple[str, ...] = ()
    max_length: int = 0  # of an open label

    @property
    def is_open(self) -> bool:
        return not self.values

    def plain(self) -> Any:
        return {"max_length": self.max_length} if self.is_open else {"values": list(self.values), "as": self.enum}


@dataclass(frozen=True)
class Constant:
    """A constant label, or one of an info: known when the schema is written, or set at start."""

    name: str
    value: str
    max_length: int = 0  # 0 where the value stands in the schema

    def plain(self) -> Any:
        return {"at": "boot", "max_length": self.max_length} if self.max_length else self.value


@dataclass(frozen=True)
class Metric:
    name: str
    type: str
    help: str
    unit: str = ""
    labels: tuple[Label, ...] = ()
    value: str = ""
    initial: str = "zero"
    wide: bool = False  # values of the whole range, which cannot be added up exactly
    buckets: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    info: tuple[Constant, ...] = ()
    keys: dict[str, Any] = field(default_factory=dict)  # further ones

    @property
    def is_open(self) -> bool:
        return any(label.is_open for label in self.labels)

    @property
    def enum(self) -> str:
        return f"State{self.name.title().replace('_', '')}"

    def plain(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"type": self.type, "help": self.help, **self.keys}
        if self.unit:
            plain["unit"] = self.unit
        if self.labels:
            plain["labels"] = {label.name: label.plain() for label in self.labels}
        if self.info:
            plain["labels"] = {label.name: label.plain() for label in self.info}
        if self.states:
            plain["states"] = {"values": list(self.states), "as": self.enum}
        return plain


@dataclass(frozen=True)
class Schema:
    application: str
    namespace: str
    constants: tuple[Constant, ...]
    metrics: tuple[Metric, ...]
    registries: dict[str, dict[str, Any]]
    keys: dict[str, Any]
    ordered: bool  # each line's labels stand in the order of their names

    def text(self) -> str:
        plain: dict[str, Any] = {"version": 1, "application": self.application, **self.keys}
        if self.namespace:
            plain["namespace"] = self.namespace
        if self.constants:
            plain["constant_labels"] = {label.name: label.plain() for label in self.constants}
        plain["metrics"] = {metric.name: metric.plain() for metric in self.metrics}
        plain["registries"] = self.registries
        return json.dumps(plain, indent=1)


class Maker:
    """Draws the parts of one schema; names are numbered, so that no two are alike."""

    def __init__(self, seed: str, application: str) -> None:
        self.random = random.Random(seed)
        self._application = application
        self._ordered = self.chance(0.4)
        self._number = 0

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def schema(self) -> Schema:
        metrics = tuple(self._metric() for _ in range(self.random.randint(3, 8)))
        registries: dict[str, dict[str, Any]] = {"default": {"path": "/metrics"}}
        if self.chance(0.3):
            some = self.random.sample(metrics, self.random.randint(1, len(metrics)))
            registries["second"] = {"path": "/second", "namespace": "z_second", "metrics": [metric.name for metric in some]}
        keys: dict[str, Any] = {"self_metrics": self.chance(0.4)}
        keys["concurrency"] = self.random.choice(["none", "threads", {"interrupts": "interrupt_guard.hpp"}])
        constants = tuple(self._constant("c") for _ in range(self.random.choice([0, 0, 1, 2, 3])))
        return Schema(
            application=self._application,
            namespace=self.random.choice(["", "n", "n_space", "nS"]),
            constants=constants,
            metrics=metrics,
            registries=registries,
            keys=keys,
            ordered=self._ordered and not (constants and keys["self_metrics"]),  # whose own label is `reason`
        )

    def hostile(self, most: int = 6) -> str:
        return "".join(self.random.choices(HOSTILE, k=self.random.randint(0, most)))

    def bounded(self, max_length: int) -> str:
        text = self.hostile(8)
        while len(text.encode()) > max_length:
            text = text[:-1]
        return text

    def _name(self, ordered_start: str) -> str:
        self._number += 1
        word = self.random.choice(WORDS)
        start = ordered_start if self._ordered else self.random.choice(["", "k", "m_", "Z"])
        return f"{start}{self._number:03}_{word}" if start else f"{word}{self._number}"

    def _texts(self, count: int) -> tuple[str, ...]:
        # The line behind the number keeps `v1` and a digit from being `v10`.
        return tuple(f"{self.hostile()}v{number}_{self.hostile(1)}" for number in range(count))

    def _constant(self, start: str) -> Constant:
        name = self._name(start)
        if self.chance(0.4):
            length = self.random.choice([1, 5, 24, 255])
            return Constant(name, self.bounded(length), length)
        return Constant(name, self.hostile())

    def _label(self, is_open: bool) -> Label:
        name = self._name("a")
        if is_open:
            return Label(name, max_length=self.random.choice([1, 3, 8, 24, 255]))
        # Two of the largest fill more than one block of page text.
        return Label(name, f"Label{self._number}", self._texts(self.random.choice([1, 2, 3, 5] * 4 + [30])))

    def _metric(self) -> Metric:
        kind = self.random.choice(
            ["counter", "counter", "gauge", "gauge", "histogram", "histogram", "summary", "info", "stateset", "untyped"]
        )
        name, help_ = self._name("m"), self.hostile(9) + "h" + self.hostile(2)
        if kind == "info":
            return Metric(name, kind, help_, info=tuple(self._constant("b") for _ in range(self.random.randint(1, 3))))
        keys: dict[str, Any] = {}
        labels = tuple(self._label(self.chance(0.3)) for _ in range(self.random.choice([0, 0, 1, 1, 2])))
        is_open = any(label.is_open for label in labels)
        if is_open:
            keys["max_series"] = self.random.choice([1, 2, 3, 6, 12])
            keys["when_full"] = self.random.choice(["drop", "evict"])
        elif labels and self.chance(0.3):
            keys["default_child"] = True
        if kind == "stateset":
            return Metric(name, kind, help_, labels=labels, states=self._texts(self.random.randint(1, 6)), keys=keys)
        unit = self.random.choice(UNITS) if self.chance(0.4) and not name.endswith(("_seconds", "_total")) else ""
        if kind in ("histogram", "summary"):
            return self._distribution(Metric(name, kind, help_, unit, labels, keys=keys))
        return self._single(Metric(name, kind, help_, unit, labels, keys=keys))

    def _single(self, metric: Metric) -> Metric:
        value = self.random.choice(VALUES["counter" if metric.type == "counter" else "gauge"])
        initial = "absent" if metric.labels and metric.type != "counter" else "zero"
        keys = {**metric.keys, "value": value}
        if not metric.is_open and not keys.get("default_child") and self.chance(0.2):
            return self._with(metric, value, "absent", {**keys, "read": "function"}, True)
        if self.chance(0.4):
            initial = self.random.choice(["zero", "absent", *(["nan"] if value in ("float", "double") else [])])
            keys["initial"] = initial
        if metric.type == "counter" and self.chance(0.3):
            keys["monotonic"] = False
        wide = "int64" in value or metric.type != "counter"
        return self._with(metric, value, initial, keys, wide and self.chance(0.4))

    def _with(self, metric: Metric, value: str, initial: str, keys: dict[str, Any], wide: bool = False,
              buckets: tuple[str, ...] = ()) -> Metric:  # fmt: skip
        return Metric(metric.name, metric.type, metric.help, metric.unit, metric.labels, value, initial, wide, buckets, keys=keys)

    def _distribution(self, metric: Metric) -> Metric:
        value = self.random.choice(VALUES["sum"])
        keys = {**metric.keys, "value": value}
        if metric.type == "summary":
            return self._with(metric, value, "zero", keys)
        fractions = value in ("float", "double", "decimal(3)", "decimal64(4)")
        if fractions and self.chance(0.4):
            return self._with(metric, value, "zero", keys, buckets=tuple(DEFAULT_BOUNDS))
        lowest = 0 if value.startswith("u") else -20
        candidates = [str(number) for number in range(lowest, 40)]
        if fractions:
            candidates += ["0.5", "2.125", "-0.25", "1e-3", "33.3", "0.1", "-7.125"]
        if value in ("double", "int64", "uint64"):
            candidates += ["999999", "1000000", "1234567", "9999999999"]
        if value == "double":
            candidates += ["1e-05", "1e-300", "1e16", "1e300", "1234567.5", "0.30000000000000004", "1.7976931348623157e308"]
        bounds = sorted(self.random.sample(candidates, self.random.randint(1, 12)), key=float)
        return self._with(metric, value, "zero", {**keys, "buckets": [json.loads(bound) for bound in bounds]}, buckets=tuple(bounds))


def make(seed: str, application: str) -> Schema:
    return Maker(seed, application).schema()
