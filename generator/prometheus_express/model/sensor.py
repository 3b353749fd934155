"""What the user said about buses, sensors and the metrics that they feed; part of the model."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from ..device.model import Channel, Device
from .metric import Text


@dataclass(frozen=True)
class Bus:
    name: Text
    spi: bool
    frequency: Optional[int]  # hertz


@dataclass(frozen=True)
class Sensor:
    """A device on a bus. `number` is its I2C address or SPI chip select; times are milliseconds."""

    name: Text
    device: Device
    bus: Bus
    number: int
    every: int
    max_age: int
    on_stale: str  # omit, nan or hold
    settings: tuple[tuple[str, str], ...]
    identify: bool


@dataclass(frozen=True)
class Binding:
    """A series that a channel feeds: `value * scale + offset`. `labels` are the texts of the series' label values."""

    labels: tuple[str, ...]
    sensor: Sensor
    channel: Channel
    turn: int
    scale: Fraction
    offset: Fraction
    on_stale: str
    range: Optional[tuple[Fraction, Fraction]]


FAILURES = ("nack", "wrong_id", "crc", "timeout", "no_data", "fault", "out_of_range", "bus")  # as sensors/failure.hpp
EVERY_SENSOR = "SensorName"
EVERY_FAILURE = "SensorFailure"
UP, READS, ERRORS, AGE = "sensor_up", "sensor_reads", "sensor_read_errors", "sensor_last_success_age"
HEALTH = (UP, READS, ERRORS, AGE)
