"""Binds metrics to the channels that they read, and adds the sensors' health metrics."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Optional

from ..device.model import Channel
from ..document.nodes import Document, Mapping, Scalar, Sequence
from ..kinds.metric import Initial
from ..kinds.value import ValueKind, ValueType
from ..kinds.sensor import OnStale
from ..model.application import Model
from ..model.metric import Label, Metric
from ..model.sensor import HEALTH, Binding, Sensor
from ..names.cpp import enum_type
from ..names.text import Text
from ..problems.position import Span
from ..problems.problem import Outcome, Problem
from ..problems.proposals import listed, nearest
from .health import has_health, health_metrics, taken_names
from .sensors import SensorReader, entries

ALL = "all"
LARGEST = Fraction(10) ** 300
Source = tuple[Sensor, Channel, int]  # with the turn in which the channel is measured


def bind_sensors(model: Model, document: Document, original: Document) -> Outcome[Model]:
    """The model with its sensors. `original`: with what was left out, about which nobody shall complain again."""
    reader = SensorReader(document)
    binder = _Binder(reader, {entry.key.text for entry in entries(original.root, "sensors")}, model)
    nodes = {entry.key.text: entry.value for entry in entries(document.root, "metrics")}
    metrics = tuple(binder.metric(metric, nodes[metric.name.value]) for metric in model.metrics)
    health: tuple[Metric, ...] = ()
    if reader.sensors and has_health(document):
        reader.problems += taken_names(metrics)
        own = {metric.name.value for metric in metrics}
        health = tuple(one for one in health_metrics(tuple(reader.sensors.values())) if one.name.value not in own)
    by_name = {metric.name.value: metric for metric in metrics}
    registries = tuple(
        replace(one, metrics=tuple(by_name[metric.name.value] for metric in one.metrics)
                + tuple(metric for metric in health if metric.name.value in shown))
        for one, shown in zip(model.registries, _health_shown(document))
    )  # fmt: skip
    bound = replace(
        model,
        metrics=metrics + health,
        registries=registries,
        sensors=tuple(reader.sensors.values()),
        buses=tuple(reader.buses.values()),
        files=model.files + reader.files,
    )
    return Outcome(bound, tuple(reader.problems))


def _health_shown(document: Document) -> tuple[set[str], ...]:
    """The health metrics of each registry: all where it does not name its metrics, else those it names. The first one also has
    those that would be on no page."""
    nodes = [entry.value for entry in entries(document.root, "registries")]
    chosen = [node.get("metrics") if isinstance(node, Mapping) else None for node in nodes] or [None]
    shown = [
        {item.text for item in one.items if isinstance(item, Scalar)} if isinstance(one, Sequence) else set(HEALTH) for one in chosen
    ]
    return (shown[0] | (set(HEALTH) - set().union(*shown)), *shown[1:])


class _Binder:
    def __init__(self, reader: SensorReader, known: set[str], model: Model) -> None:
        self.reader, self.known = reader, known
        enums = (label for metric in model.metrics for label in metric.enums)
        self.enums = {label.enum.value: tuple(value.value for value in label.values) for label in enums}

    def problem(self, slug: str, message: str, span: Span, fix: str) -> None:
        self.reader.problems.append(Problem(slug, message, span, fix))

    def metric(self, metric: Metric, node: object) -> Metric:
        read = node.get("read") if isinstance(node, Mapping) else None
        if not isinstance(node, Mapping) or read is None or (isinstance(read, Scalar) and read.text == "function"):
            return metric
        if metric.is_counter:
            fix = "write `type: gauge`"
            self.problem("counter-from-sensor", f"a sensor's reading rises and falls, and `{metric.name}` only rises", read.span, fix)
        if metric.is_open:
            self.problem("read-needs-labels", f"a sensor needs all label values of `{metric.name}`", read.span, "list them: `[…]`")
            return metric
        labels, found = metric.labels, []
        if isinstance(read, Mapping):
            found = list(self.by_label(metric, read))
        elif isinstance(read, Scalar) and read.text.startswith(ALL + "."):
            labels, found = self.of_all(metric, read)
        elif isinstance(read, Scalar):
            if metric.labels:
                values = ", ".join(f"{value}: …" for value in metric.labels[0].values)
                message = f"metric `{metric.name}` has labels, and one source"
                self.problem("read-needs-labels", message, read.span, f"write `read: {{{values}}}`")
            source = self.source(read)
            found = [((), read, source)] if source else []
        unit = metric.unit or next((Text(source[1].unit, written.span) for _, written, source in found), None)
        scale, offset = _number(node, "scale", 1), _number(node, "offset", 0)
        if node.get("scale") is None and node.get("offset") is None:
            for _, written, source in found:
                self.check_unit(unit, written, source)
        self.check_numbers(node)
        bindings = tuple(self.binding(node, names, source, scale, offset) for names, _, source in found)
        value = metric.value if node.get("value") else ValueType(ValueKind.FLOAT)
        self.check_stale(metric, node, value, bindings)
        self.check_initial(metric, labels, len(found))
        return replace(
            metric,
            unit=unit,
            labels=labels,
            value=value,
            initial=metric.initial if metric.span("initial") else Initial.ABSENT,
            bindings=bindings,
        )

    def by_label(self, metric: Metric, read: Mapping) -> Iterator[tuple[tuple[str, ...], Scalar, Source]]:
        if len(metric.labels) != 1:
            fix = "give it the label whose values stand here" if not metric.labels else f"write `read: {ALL}.…`"
            self.problem("read-needs-labels", f"metric `{metric.name}` needs one label for this", read.span, fix)
            return
        values = [value.value for value in metric.labels[0].values]
        for entry in read.entries:
            if entry.key.text not in values:
                meant = nearest(entry.key.text, values)
                fix = f"did you mean `{meant}`?" if meant else f"write {listed(values)}"
                message = f"the label `{metric.labels[0].name}` has no value `{entry.key.text}`"
                self.problem("unknown-label-value", message, entry.key.span, fix)
            elif isinstance(entry.value, Scalar):
                source = self.source(entry.value)
                if source:
                    yield (entry.key.text,), entry.value, source

    def of_all(
        self, metric: Metric, read: Scalar
    ) -> tuple[tuple[Label, ...], list[tuple[tuple[str, ...], Scalar, Source]]]:
        """Every sensor that has the channel, under a label `sensor`; and the channel's own label where one has it."""
        kind = read.text[len(ALL) + 1 :]
        sources = [
            (sensor, channel, turn)
            for sensor in self.reader.sensors.values()
            for channel in sensor.device.channels
            if channel.kind.value == kind
            for turn in range(max(1, len(channel.labels)))
        ]
        if metric.labels:
            message = f"the labels of `{metric.name}` come from the sensors"
            self.problem("labels-of-all", message, metric.labels[0].name.span, "delete `labels`")
        if not sources:
            kinds = sorted({one.kind.value for sensor in self.reader.sensors.values() for one in sensor.device.channels})
            meant = nearest(kind, kinds)
            fix = f"did you mean `{ALL}.{meant}`?" if meant else "add a sensor that has it"
            if kinds or not self.known:
                self.problem("unknown-channel", f"no sensor has the channel `{kind}`", read.span, fix)
            return (), []
        labels = [self.label(metric, "sensor", read, [sensor.name.value for sensor, _, _ in sources])]
        second = next((channel.label_name for _, channel, _ in sources if channel.labels), "")
        if second:
            texts = [channel.labels[turn] if channel.labels else "" for _, channel, turn in sources]
            labels.append(self.label(metric, second, read, texts))
        found = []
        for sensor, channel, turn in sources:
            names = (sensor.name.value, channel.labels[turn] if channel.labels else "") if second else (sensor.name.value,)
            found.append((names, read, (sensor, channel, turn)))
        return tuple(labels), found

    def label(self, metric: Metric, name: str, read: Scalar, texts: list[str]) -> Label:
        values = tuple(dict.fromkeys(texts))
        enum = enum_type(name)
        if self.enums.setdefault(enum, values) != values:
            enum = enum_type(f"{metric.name}_{name}")
        return Label(Text(name, read.span), tuple(Text(value, read.span) for value in values), Text(enum, read.span))

    def source(self, read: Scalar) -> Optional[Source]:
        """`sensor.kind` or `sensor.kind.label`"""
        name, _, rest = read.text.partition(".")
        kind, _, label = rest.partition(".")
        sensor = self.reader.sensors.get(name)
        if sensor is None:
            if name not in self.known:
                meant = nearest(name, self.known)
                fix = f"did you mean `{meant}.{rest}`?" if meant else f"add `{name}: {{device: …, bus: …, every: 5s}}` to `sensors`"
                self.problem("unknown-sensor", f"there is no sensor `{name}`", read.span, fix)
            return None
        of_kind = [(one, turn) for one in sensor.device.channels for turn in range(max(1, len(one.labels))) if one.kind.value == kind]
        if not of_kind:
            kinds = list(dict.fromkeys(one.kind.value for one in sensor.device.channels))
            meant = nearest(kind, kinds)
            fix = f"did you mean `{name}.{meant}`?" if meant else f"write {listed([f'{name}.{one}' for one in kinds])}"
            self.problem("unknown-channel", f"`{sensor.device.name}` has no channel `{kind}`", read.span, fix)
            return None
        chosen = [(one, turn) for one, turn in of_kind if label == (one.labels[turn] if one.labels else "")]
        if not chosen:
            texts = [f"{name}.{kind}.{one.labels[turn]}" for one, turn in of_kind if one.labels] or [f"{name}.{kind}"]
            what = f"no `{kind}` called `{label}`" if label else f"several channels `{kind}`"
            self.problem("unknown-channel", f"`{sensor.device.name}` has {what}", read.span, f"write {listed(texts)}")
            return None
        return (sensor, *chosen[0])

    def check_unit(self, unit: Optional[Text], written: Scalar, source: Source) -> None:
        channel = source[1]
        if unit and unit.value != channel.unit:
            message = f"`{written.text}` is in {channel.unit}, and the metric in {unit}"
            fix = f"write `unit: {channel.unit}`, or say with `scale` and `offset` how they are converted"
            self.problem("unit-contradicts-channel", message, unit.span, fix)

    def binding(self, node: Mapping, names: tuple[str, ...], source: Source, scale: Fraction, offset: Fraction) -> Binding:
        stale, bounds = node.get("on_stale"), node.get("range")
        sensor, channel, turn = source
        on_stale = OnStale(stale.text) if isinstance(stale, Scalar) else sensor.on_stale
        range_ = None
        if isinstance(bounds, Sequence):
            low, high = (Fraction(item.text) for item in bounds.items[:2] if isinstance(item, Scalar))
            range_ = (low, high)
        return Binding(names, sensor, channel, turn, scale, offset, on_stale, range_)

    def check_stale(self, metric: Metric, node: Mapping, value: ValueType, bindings: tuple[Binding, ...]) -> None:
        span = (node.get("on_stale") or node.get("read") or node).span
        if any(one.on_stale is OnStale.NAN for one in bindings) and not value.is_floating:
            message = f"a value stored as {value} cannot become NaN"
            self.problem("stale-needs-floating", message, span, "write `on_stale: omit`, or `value: float`")
        omitted = any(one.on_stale is OnStale.OMIT for one in bindings)
        initial = metric.span("initial")
        if omitted and initial and metric.initial is not Initial.ABSENT:
            message = f"`{metric.name}` is always on the page, and cannot leave it when its reading is old"
            self.problem("stale-needs-absent", message, initial, "delete `initial`, or write `on_stale: hold`")

    def check_numbers(self, node: Mapping) -> None:
        """Numbers that a double can hold, and ranges in which a reading can be."""
        bounds = node.get("range")
        written = [*(bounds.items if isinstance(bounds, Sequence) else ()), node.get("scale"), node.get("offset")]
        for one in written:
            if isinstance(one, Scalar) and abs(Fraction(one.text)) > LARGEST:
                self.problem("not-finite", f"`{one.text}` is too large to be calculated with", one.span, "write a number below 1e300")
        if isinstance(bounds, Sequence):
            low, high = (Fraction(item.text) for item in bounds.items if isinstance(item, Scalar))
            if low > high:
                self.problem("range-not-ascending", "no reading is within this range", bounds.span, "write the least value first")

    def check_initial(self, metric: Metric, labels: tuple[Label, ...], sources: int) -> None:
        """Of the product of sensors and channels, only what a sensor has may be on the page."""
        initial, product = metric.span("initial"), math.prod(len(label.values) for label in labels)
        if initial and not metric.labels and metric.initial is not Initial.ABSENT and 0 < sources < product:
            message = f"`{metric.name}` would show {product - sources} combinations of sensor and channel that there are not"
            self.problem("initial-of-all", message, initial, "delete `initial`: each series comes with its first reading")


def _number(node: Mapping, key: str, default: int) -> Fraction:
    value = node.get(key)
    return Fraction(value.text) if isinstance(value, Scalar) else Fraction(default)
