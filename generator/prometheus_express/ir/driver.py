"""A driver: a part on a kind of bus, what it measures, and the program that reads it. Nothing in it is an application's."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from ..expression.term import Term
from .program import Field, Program


@dataclass(frozen=True)
class Setting:
    """A choice, kept as its index, a truth, or a number, kept as a count of 10**-decimals."""

    name: str
    help: str
    unit: str
    choices: tuple[str, ...]
    is_truth: bool
    minimum: Fraction
    maximum: Fraction
    decimals: int
    default: int


@dataclass(frozen=True)
class Table:
    """Numbers that formulas look up."""

    name: str
    numbers: tuple[Fraction, ...]

    @property
    def is_whole(self) -> bool:
        return all(number.denominator == 1 for number in self.numbers)


@dataclass(frozen=True)
class Value:
    """A named part of formulas. `floating`: it is calculated in the floating type of who asks for it; `wide`: it is an integer of
    64 bits; `outside`: what applications make of the readings without floating point may use it."""

    name: str
    term: Term
    floating: bool
    wide: bool
    outside: bool


@dataclass(frozen=True)
class Plausible:
    """The values that a part can report. `condition`: the same of integers, where they can hold the value."""

    low: Fraction
    high: Fraction
    condition: Optional[Term] = None


@dataclass(frozen=True)
class Channel:
    """What is measured: one series, or one of each of its `labels`, which are measured in turns."""

    number: int  # of its first series
    kind: str
    label_name: str
    labels: tuple[str, ...]  # none; one; or those of all turns
    turns: bool
    unit: str
    resolution: Optional[Fraction]
    range: Optional[tuple[Fraction, Fraction]]
    value: Term
    enabled: Optional[Term]
    when: Optional[Term]
    otherwise: str  # the failure where `when` does not hold
    plausible: Optional[Plausible]  # what its value is held against; None where every value can be

    @property
    def series(self) -> int:
        return max(1, len(self.labels))


@dataclass(frozen=True)
class Driver:
    name: str  # maker/part
    title: str
    stem: str  # of its files: `bosch_bme680`
    spi: bool
    mode: int  # of SPI
    crc: tuple[int, int]  # polynomial, initial value
    identifies: bool  # it can tell the part from others
    settings: tuple[Setting, ...]
    tables: tuple[Table, ...]
    fields: tuple[Field, ...]
    values: tuple[Value, ...]
    channels: tuple[Channel, ...]
    program: Program

    def setting(self, name: str) -> Setting:
        return next(setting for setting in self.settings if setting.name == name)
