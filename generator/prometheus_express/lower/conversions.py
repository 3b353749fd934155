"""What an application makes of its parts' readings. Here it is decided what is calculated without floating point."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from .. import ir
from ..device.model import Device
from .exact import Exact, fits_after_rounding
from .exact_terms import exact_term


@dataclass(frozen=True)
class Wanted:
    """A conversion that a sensor needs: of the channel with the number, as ir.Conversion has it."""

    channel: int
    factor: Fraction
    offset: Fraction
    places: int
    bits: int = 32


def make_conversion(device: Device, driver: ir.Driver, number: int, wanted: Wanted) -> ir.Conversion:
    described = next(one for one in device.channels if device.number(one) == wanted.channel)
    scale = 10**wanted.places
    found = Exact(device).scaled(described.value, wanted.factor * scale, wanted.offset * scale)
    exact: Optional[ir.Quotient] = None
    if found:
        numerator, denominator = found
        bits = 32 if fits_after_rounding(numerator, denominator, 32) else 64
        exact = ir.Quotient(exact_term(device, numerator), denominator, bits)
    channel = next(one for one in driver.channels if one.number == wanted.channel)
    return ir.Conversion(number, driver, channel, wanted.factor, wanted.offset, wanted.places, wanted.bits, exact)
