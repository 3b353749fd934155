"""What the user said about buses, sensors and the metrics that they feed; part of the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Optional

from ..device.model import Channel, Device
from ..kinds.sensor import OnStale
from ..names.text import Text
from ..problems.position import Span


@dataclass(frozen=True)
class Bus:
    name: Text
    spi: bool
    frequency: Optional[int]  # hertz; of SPI only where the schema says


@dataclass(frozen=True)
class Sensor:
    """A device on a bus. `number` is its I2C address or SPI chip select; times are milliseconds."""

    name: Text
    device: Device
    bus: Bus
    number: int
    every: int
    max_age: int
    on_stale: OnStale
    settings: tuple[tuple[str, str], ...]
    identify: bool
    labels: tuple[tuple[Text, Text], ...] = ()  # names and values that stand on all that is read from it
    spans: tuple[tuple[str, Span], ...] = field(default=(), compare=False, repr=False)  # of the values written, by key

    def span(self, key: str) -> Span:
        """Where the value of a key is written, or else the sensor's name."""
        return dict(self.spans).get(key, self.name.span)


@dataclass(frozen=True)
class Binding:
    """A series that a channel feeds: `value * scale + offset`. `labels` are the texts of the series' label values, `read` is what
    the schema says of the source."""

    read: Text
    labels: tuple[str, ...]
    sensor: Sensor
    channel: Channel
    turn: int
    scale: Fraction
    offset: Fraction
    on_stale: OnStale
    range: Optional[tuple[Fraction, Fraction]]


ALL = "all."  # before a channel: of every sensor that has it
SENSOR = "sensor"  # the label that tells sensors apart, of `all.` and of what tells how they are
EVERY_FAILURE = "SensorFailure"
UP, READS, ERRORS, AGE = "sensor_up", "sensor_reads", "sensor_read_errors", "sensor_last_success_age"
HEALTH = (UP, READS, ERRORS, AGE)
