"""A driver to be generated: a device on a kind of bus, and the forms in which its values are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from .exact import Exact, Quotient
from .program import make_program
from ..device.model import Channel, Device
from ..ir.program import Program


@dataclass(frozen=True)
class Scaling:
    """A channel's `value * factor + offset` as a count of 10**-places."""

    channel: Channel
    factor: Fraction
    offset: Fraction
    places: int
    bits: int = 32  # of the count

    @property
    def function(self) -> str:
        """`temperature_e2`: in units of 10^-2. Conversions are told apart by their numbers."""
        name = f"{self.channel.function}_e{self.places}" + ("_wide" if self.bits == 64 else "")
        if self.factor != 1 or self.offset:
            name += f"_by_{_word(self.factor)}" + (f"_from_{_word(self.offset)}" if self.offset else "")
        return name


def _word(number: Fraction) -> str:
    return f"{float(number):g}".replace("-", "minus_").replace(".", "_").replace("+", "")


@dataclass(frozen=True)
class Driver:
    application: str
    device: Device
    spi: bool
    program: Program
    scalings: tuple[Scaling, ...]

    @property
    def stem(self) -> str:
        both = self.device.i2c and self.device.spi
        return self.device.stem + ("_spi" if self.spi and both else "")

    @property
    def file(self) -> str:
        return f"{self.application}_{self.stem}"

    @property
    def type(self) -> str:
        return "".join(word[0].upper() + word[1:] for word in self.stem.split("_"))

    def exact(self, scaling: Scaling) -> Optional[Quotient]:
        """The scaled value without floating point, where that is possible."""
        scale = 10**scaling.places
        return Exact(self.device).scaled(scaling.channel.value, scaling.factor * scale, scaling.offset * scale)


def make_driver(application: str, device: Device, spi: bool, scalings: tuple[Scaling, ...] = ()) -> Driver:
    return Driver(application, device, spi, make_program(device, spi), scalings)
