"""`read: all.temperature`: every sensor that has the channel."""

from __future__ import annotations

from ..document.nodes import Scalar
from ..model.metric import Label
from ..model.sensor import SENSOR
from ..names.cpp import enum_type
from ..names.text import Text
from .sensors import Reading, SensorReader, Source


class AllSensors:
    def __init__(self, reader: SensorReader) -> None:
        self.reader = reader

    def sources(self, kind: str) -> list[Source]:
        return [
            Source(sensor, channel, turn)
            for sensor in self.reader.sensors.values()
            for channel in sensor.device.channels
            if channel.kind.value == kind
            for turn in range(max(1, len(channel.labels)))
        ]

    def readings(self, read: Scalar, sources: list[Source]) -> tuple[tuple[Label, ...], list[Reading]]:
        """Under a label `sensor`, and the channel's own label where one has it."""
        labels = [_label(SENSOR, read, [source.sensor.name.value for source in sources])]
        second = next((source.channel.label_name for source in sources if source.channel.labels), "")
        if second:
            labels.append(_label(second, read, [source.label for source in sources]))
        rows = [(source.sensor.name.value, source.label) if second else (source.sensor.name.value,) for source in sources]
        return tuple(labels), [Reading(row, read, source) for row, source in zip(rows, sources)]


def _label(name: str, read: Scalar, texts: list[str]) -> Label:
    values = tuple(Text(value, read.span) for value in dict.fromkeys(texts))
    return Label(Text(name, read.span), values, Text(enum_type(name), read.span))
