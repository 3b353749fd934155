"""The sensors of an application: drivers, when they are read, and the series that each feeds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from ..expression.term import Term
from ..kinds.sensor import OnStale
from ..kinds.value import ValueType
from .driver import Channel, Driver


@dataclass(frozen=True)
class Bus:
    name: str
    spi: bool
    frequency: Optional[int]  # hertz; of SPI only where the schema says


@dataclass(frozen=True)
class Quotient:
    """A formula without floating point: one whole number over another, rounded to the nearest; in an integer of `bits` bits."""

    numerator: Term
    denominator: int
    bits: int


@dataclass(frozen=True)
class Conversion:
    """A channel's `value * factor + offset` as a count of 10**-places, in an integer of `bits` bits. `exact`: how it is calculated
    without floating point, where that is possible."""

    number: int  # among those of its application
    driver: Driver
    channel: Channel
    factor: Fraction
    offset: Fraction
    places: int
    bits: int
    exact: Optional[Quotient]


@dataclass(frozen=True)
class Feed:
    """A series, and the reading that it is set to: a count of a conversion's steps, or `channel * scale + offset`, calculated in
    the floating type `value`. What is not from `low` to `high` is refused."""

    family: str  # its key
    labels: tuple[tuple[str, str], ...]  # of the series: the set of each label, and its value
    channel: Channel
    turn: int  # of a channel that is measured in a loop
    value: ValueType
    conversion: Optional[Conversion]
    scale: Fraction
    offset: Fraction
    low: Optional[Fraction]  # in steps of the conversion, where there is one
    high: Optional[Fraction]
    max_age: Optional[int]  # milliseconds, where something becomes of an old reading
    on_stale: OnStale

    @property
    def number(self) -> int:
        """That of its channel in the driver."""
        return self.channel.number + self.turn


@dataclass(frozen=True)
class Slot:
    """One sensor. `number` is its I2C address or SPI chip select, `frequency` how fast SPI may be for it in hertz; times are
    milliseconds."""

    name: str
    driver: Driver
    bus: Bus
    number: int
    frequency: int
    every: int
    max_age: int
    settings: tuple[tuple[str, int], ...]  # those that the schema chooses: a choice's index, a truth as 0 or 1, or a count
    identify: bool
    feeds: tuple[Feed, ...]


@dataclass(frozen=True)
class Health:
    """The keys of the families that tell how the sensors are, each with the label of the sensors first, and the set of failures."""

    up: str
    reads: str
    errors: str
    age: str
    failure_set: str


@dataclass(frozen=True)
class Sensors:
    buses: tuple[Bus, ...]  # those that sensors are on, in the schema's order
    slots: tuple[Slot, ...]
    drivers: tuple[Driver, ...]
    conversions: tuple[Conversion, ...]
    health: Optional[Health]  # None where it is switched off
