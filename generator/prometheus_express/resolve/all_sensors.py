"""`read: all.temperature`: every sensor that has the channel."""

from __future__ import annotations

from ..document.nodes import Scalar
from ..model.application import Model
from ..model.metric import Label, Metric
from ..names.cpp import enum_type
from ..names.text import Text
from .sensors import Reading, SensorReader, Source

SENSOR = "sensor"  # the label that tells the sensors apart


class AllSensors:
    def __init__(self, reader: SensorReader, model: Model) -> None:
        self.reader = reader
        enums = (label for metric in model.metrics for label in metric.enums)
        self.enums = {label.enum.value: tuple(value.value for value in label.values) for label in enums}

    def sources(self, kind: str) -> list[Source]:
        return [
            Source(sensor, channel, turn)
            for sensor in self.reader.sensors.values()
            for channel in sensor.device.channels
            if channel.kind.value == kind
            for turn in range(max(1, len(channel.labels)))
        ]

    def readings(self, metric: Metric, read: Scalar, sources: list[Source]) -> tuple[tuple[Label, ...], list[Reading]]:
        """Under a label `sensor`, and the channel's own label where one has it."""
        labels = [self.label(metric, SENSOR, read, [source.sensor.name.value for source in sources])]
        second = next((source.channel.label_name for source in sources if source.channel.labels), "")
        if second:
            labels.append(self.label(metric, second, read, [source.label for source in sources]))
        rows = [(source.sensor.name.value, source.label) if second else (source.sensor.name.value,) for source in sources]
        return tuple(labels), [Reading(row, read, source) for row, source in zip(rows, sources)]

    def label(self, metric: Metric, name: str, read: Scalar, texts: list[str]) -> Label:
        values = tuple(dict.fromkeys(texts))
        enum = enum_type(name)
        if self.enums.setdefault(enum, values) != values:
            enum = enum_type(f"{metric.name}_{name}")
        return Label(Text(name, read.span), tuple(Text(value, read.span) for value in values), Text(enum, read.span))
