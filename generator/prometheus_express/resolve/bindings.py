"""Binds metrics to the channels that they read, and adds the sensors' health metrics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Optional

from ..device.library import Described
from ..document.nodes import Document, Mapping, Scalar, Sequence
from ..kinds.metric import Initial
from ..kinds.sensor import OnStale
from ..model.application import Model
from ..model.metric import Label, Metric
from ..model.sensor import ALL, HEALTH, SENSOR, Binding
from ..names.cpp import enum_type
from ..names.text import Text
from ..problems.position import Span
from ..problems.problem import Outcome, Problem
from ..problems.proposals import listed, nearest
from .all_sensors import AllSensors
from .enums import with_enums
from .health import has_health, health_metrics
from .metrics import is_function
from .sensor_values import FLOAT, value_of
from .sensors import Reading, SensorReader, Source, entries

LARGEST = Fraction(10) ** 300


def bind_sensors(model: Model, described: Described, original: Document) -> Outcome[Model]:
    """The model with its sensors. `original`: with what was left out, about which nobody shall complain again."""
    document = described.document
    reader = SensorReader(described)
    binder = _Binder(reader, {entry.key.text for entry in entries(original.root, "sensors")})
    nodes = {entry.key.text: entry.value for entry in entries(document.root, "metrics")}
    metrics = tuple(binder.metric(metric, nodes[metric.name.value]) for metric in model.metrics)
    sensors, wanted = tuple(reader.sensors.values()), bool(reader.sensors) and has_health(document)
    own = {metric.name.value for metric in metrics}
    health = tuple(one for one in health_metrics(sensors) if one.name.value not in own) if wanted else ()
    by_sensor = health or any(metric.reads_all for metric in metrics)
    first = {enum_type(SENSOR): tuple(sensor.name for sensor in sensors)} if by_sensor else {}
    every, enums = with_enums(metrics + health, first)
    metrics, health = every[: len(metrics)], every[len(metrics) :]
    by_name = {metric.name.value: metric for metric in metrics}
    registries = tuple(
        replace(one, metrics=tuple(by_name[metric.name.value] for metric in one.metrics)
                + tuple(metric for metric in health if metric.name.value in shown))
        for one, shown in zip(model.registries, _health_shown(document))
    )  # fmt: skip
    bound = replace(
        model,
        metrics=every,
        enums=enums,
        registries=registries,
        sensors=sensors,
        buses=tuple(reader.buses.values()),
        files=model.files + described.files,
        sensor_health=wanted,
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
    def __init__(self, reader: SensorReader, known: set[str]) -> None:
        self.reader, self.known = reader, known
        self.all_sensors = AllSensors(reader)

    def problem(self, slug: str, message: str, span: Span, fix: str) -> None:
        self.reader.problems.append(Problem(slug, message, span, fix))

    def metric(self, metric: Metric, node: object) -> Metric:
        read = node.get("read") if isinstance(node, Mapping) else None
        if not isinstance(node, Mapping) or read is None or is_function(read):
            return metric
        if metric.is_open:
            self.problem("read-needs-labels", f"a sensor needs all label values of `{metric.name}`", read.span, "list them: `[…]`")
            return metric
        labels, readings, rows = metric.labels, list[Reading](), None
        if isinstance(read, Mapping):
            readings = list(self.by_label(metric, read))
        elif isinstance(read, Scalar) and read.text.startswith(ALL):
            labels, readings = self.of_all(metric, read)
            rows = tuple(one.labels for one in readings) if len(labels) > 1 else None
        elif isinstance(read, Scalar):
            readings = list(self.single(metric, read))
        unit = metric.unit or next((Text(one.source.channel.unit, one.written.span) for one in readings), None)
        self.check_numbers(node)
        bindings = tuple(_binding(node, reading) for reading in readings)
        initial = metric.initial if metric.span("initial") else Initial.ABSENT
        value = metric.value
        if not node.get("value"):
            value = FLOAT if initial is Initial.NAN else value_of(bindings)
        return replace(metric, unit=unit, labels=labels, value=value, initial=initial, bindings=bindings, rows=rows)

    def single(self, metric: Metric, read: Scalar) -> Iterator[Reading]:
        if metric.labels:
            values = ", ".join(f"{value}: …" for value in metric.labels[0].values)
            message = f"metric `{metric.name}` has labels, and one source"
            self.problem("read-needs-labels", message, read.span, f"write `read: {{{values}}}`")
        source = self.source(read)
        if source:
            yield Reading((), read, source)

    def by_label(self, metric: Metric, read: Mapping) -> Iterator[Reading]:
        if len(metric.labels) != 1:
            fix = "give it the label whose values stand here" if not metric.labels else f"write `read: {ALL}…`"
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
                    yield Reading((entry.key.text,), entry.value, source)

    def of_all(self, metric: Metric, read: Scalar) -> tuple[tuple[Label, ...], list[Reading]]:
        """Every sensor that has the channel, under labels that say which it is."""
        kind = read.text[len(ALL) :]
        sources = self.all_sensors.sources(kind)
        if metric.labels:
            message = f"the labels of `{metric.name}` come from the sensors"
            self.problem("labels-of-all", message, metric.labels[0].name.span, "delete `labels`")
        if sources:
            return self.all_sensors.readings(read, sources)
        kinds = sorted({one.kind.value for sensor in self.reader.sensors.values() for one in sensor.device.channels})
        if kinds or not self.known:
            meant = nearest(kind, kinds)
            fix = f"did you mean `{ALL}{meant}`?" if meant else "add a sensor that has it"
            self.problem("unknown-channel", f"no sensor has the channel `{kind}`", read.span, fix)
        return (), []

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
        return Source(sensor, *chosen[0])

    def check_numbers(self, node: Mapping) -> None:
        """Numbers that a double can hold."""
        bounds = node.get("range")
        for one in [*(bounds.items if isinstance(bounds, Sequence) else ()), node.get("scale"), node.get("offset")]:
            if isinstance(one, Scalar) and abs(Fraction(one.text)) > LARGEST:
                self.problem("not-finite", f"`{one.text}` is too large to be calculated with", one.span, "write a number below 1e300")


def _binding(node: Mapping, reading: Reading) -> Binding:
    stale, bounds, source = node.get("on_stale"), node.get("range"), reading.source
    range_ = None
    if isinstance(bounds, Sequence):
        low, high = (Fraction(item.text) for item in bounds.items[:2] if isinstance(item, Scalar))
        range_ = (low, high)
    return Binding(
        read=Text(reading.written.text, reading.written.span),
        labels=reading.labels,
        sensor=source.sensor,
        channel=source.channel,
        turn=source.turn,
        scale=_number(node, "scale", 1),
        offset=_number(node, "offset", 0),
        on_stale=OnStale(stale.text) if isinstance(stale, Scalar) else source.sensor.on_stale,
        range=range_,
    )


def _number(node: Mapping, key: str, default: int) -> Fraction:
    value = node.get(key)
    return Fraction(value.text) if isinstance(value, Scalar) else Fraction(default)
