"""A device description, typed and with every default filled in; made by `device_read`, read by `device_program`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional, Union

from ..expression.term import Term
from ..names.text import Text
from ..problems.position import Span


@dataclass(frozen=True)
class Setting:
    """A number kept as an integer of 10**-decimals, a choice kept as its index, or a truth."""

    name: Text
    help: str
    unit: str
    choices: tuple[str, ...]
    numbers: tuple[Fraction, ...]  # of the choices, where all are numbers
    minimum: Fraction
    maximum: Fraction
    decimals: int
    default: str

    @property
    def is_truth(self) -> bool:
        return self.choices == ("false", "true")


@dataclass(frozen=True)
class Field:
    """`first` is its first bit on the bus; `little`: whole bytes, the lowest first."""

    name: Text
    bits: int
    signed: bool
    little: bool
    first: int


@dataclass(frozen=True)
class Check:
    """A checksum at byte `at` over the `count` bytes before it."""

    at: int
    count: int


@dataclass(frozen=True)
class Layout:
    bytes: int
    fields: tuple[Field, ...]  # without those that are reserved
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Register:
    name: Text
    at: int
    pointer_bytes: int
    layout: Layout


@dataclass(frozen=True)
class Channel:
    """One series: a kind, with its label where there are several. `turns`: how many labels share the formula."""

    kind: Text
    label_name: str
    labels: tuple[str, ...]  # none; one; or those of all turns
    turns: bool
    unit: str
    resolution: Optional[Fraction]
    range: Optional[tuple[Fraction, Fraction]]
    value: Term
    enabled: Optional[Term]
    when: Optional[Term]
    otherwise: str
    spans: tuple[tuple[str, Span], ...]  # of its formulas, by their key

    def span(self, key: str) -> Span:
        return dict(self.spans)[key]


@dataclass(frozen=True)
class Bytes:
    """What is sent: terms of `width` bytes, the highest first unless `little`; None is the checksum of the one before."""

    items: tuple[Optional[tuple[Term, int, bool]], ...]

    @property
    def count(self) -> int:
        return sum(item[1] if item else 1 for item in self.items)


@dataclass(frozen=True)
class Patience:
    every: int  # microseconds
    times: int


FieldValues = tuple[tuple[Optional[Field], Term], ...]  # None: the whole register


@dataclass(frozen=True)
class Read:
    register: Register
    patience: Optional[Patience]


@dataclass(frozen=True)
class Write:
    """`modify`: what is not named stays."""

    values: tuple[tuple[Register, FieldValues], ...]
    modify: bool


@dataclass(frozen=True)
class Exchange:
    send: Optional[Bytes]
    receive: Optional[Layout]
    patience: Optional[Patience] = None


@dataclass(frozen=True)
class Wait:
    microseconds: Term


@dataclass(frozen=True)
class Repeat:
    steps: tuple[Step, ...]
    until: Term
    every: int
    times: int
    otherwise: str


@dataclass(frozen=True)
class Require:
    condition: Term
    otherwise: str


@dataclass(frozen=True)
class Choose:
    condition: Term
    then: tuple[Step, ...]
    otherwise: tuple[Step, ...]


@dataclass(frozen=True)
class Part:
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Each:
    turns: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Publish:
    channels: tuple[Channel, ...]


Step = Union[Read, Write, Exchange, Wait, Repeat, Require, Choose, Part, Each, Publish]


@dataclass(frozen=True)
class I2c:
    addresses: tuple[int, ...]
    pairs: bool
    gap: int


@dataclass(frozen=True)
class Spi:
    mode: int
    frequency: int
    pairs: bool
    read_flag: int
    page: Optional[tuple[int, int, int]]  # register, value for the lower half, for the upper


@dataclass(frozen=True)
class Demand:
    """What the settings of a sensor must fulfil, and what is said where they do not."""

    condition: Term
    message: str


@dataclass(frozen=True)
class Device:
    source: str
    name: Text  # maker/part
    title: str
    notes: tuple[str, ...]
    i2c: Optional[I2c]
    spi: Optional[Spi]
    crc: Optional[tuple[int, int]]  # polynomial, initial
    settings: tuple[Setting, ...]
    tables: dict[str, tuple[Fraction, ...]]
    fields: dict[str, Field]
    fields_in_turns: dict[str, int]  # how many turns, for those that are read in a loop
    values: dict[str, Term]
    demands: tuple[Demand, ...]  # on the settings
    start: tuple[Step, ...]
    identify: tuple[Step, ...]
    prepare: tuple[Step, ...]
    measure: tuple[Step, ...]
    channels: tuple[Channel, ...]

    @property
    def stem(self) -> str:
        """`bosch/bme680` → `bosch_bme680`"""
        return self.name.value.replace("/", "_").replace("-", "_")

    def driver_stem(self, spi: bool) -> str:
        """Of the files of its driver: with `_spi` where the part can be on both buses."""
        return self.stem + ("_spi" if spi and self.i2c and self.spi else "")

    def setting(self, name: str) -> Setting:
        return next(setting for setting in self.settings if setting.name.value == name)

    def number(self, channel: Channel) -> int:
        """That of the channel's first series, among all series of the device."""
        return sum(max(1, len(before.labels)) for before in self.channels[: self.channels.index(channel)])
