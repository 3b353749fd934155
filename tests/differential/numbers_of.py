"""Random numbers of each value type, as a C++ argument and as the float that the official client is given.

The client calculates in double. Where our type does not, numbers are drawn so that both are exact: sums stay within the digits that
double has, floats are eighths of few digits, decimals are eighths, too. A `wide` metric takes the whole range of its type, 64-bit
integers in steps of 2048, and is only set where it is a float or a decimal.
"""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass
from random import Random

CPP_TYPES = {"uint32": "std::uint32_t", "uint64": "std::uint64_t", "int32": "std::int32_t", "int64": "std::int64_t"}
SUFFIXES = {"uint32": "U", "uint64": "ULL", "int32": "", "int64": "LL"}
SPECIAL = [0.0, -0.0, 1.0, 0.1, 1e21, 1e-7, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 123456789.125, math.inf, -math.inf, math.nan]


@dataclass(frozen=True)
class Number:
    cpp: str  # an argument
    value: float  # what the page shows of it
    scaled: bool = False  # for the verb that takes a decimal's integer


def double_text(number: float) -> str:
    if not math.isfinite(number):
        return "driver::nan" if math.isnan(number) else "driver::inf" if number > 0 else "-driver::inf"
    return number.hex()


def as_float(number: float) -> float:
    """The number in 32 bits."""
    try:
        return float(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return math.copysign(math.inf, number)


def shortest(number: float) -> float:
    """What the shortest text that makes this float reads as."""
    texts = (f"{number:.{digits}g}" for digits in range(1, 10))
    return next(float(text) for text in texts if as_float(float(text)) == number) if math.isfinite(number) else number


class Numbers:
    def __init__(self, value: str, wide: bool, random: Random) -> None:
        self.type, self._wide, self._random = value, wide, random
        decimal = re.fullmatch(r"decimal(64)?\((\d+)\)", value)
        self.places = int(decimal[2]) if decimal else 0
        self.is_decimal = bool(decimal)
        bits = 64 if "64" in value else 32
        self.is_integer = value in CPP_TYPES
        signed = not value.startswith("u")
        self.lowest, self.highest = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else (0, 2**bits - 1)
        self.refuses = self.is_integer and bits == 32
        self.grain = 1
        if self.is_integer and bits == 64:
            self.grain = 2048 if wide else 1
            self.highest = self.highest // 2048 * 2048 if wide else 2**53
            self.lowest = max(self.lowest, self.lowest if wide else -(2**53))
        if self.is_decimal:
            self.grain = 10**self.places // 2 ** min(self.places, 3)
            if not wide:
                self.highest = (min(self.highest, 2**50) // self.grain or self.highest // self.grain) * self.grain
                self.lowest = -self.highest

    @property
    def cpp_type(self) -> str:
        return CPP_TYPES.get(self.type, "float" if self.type == "float" else "double")

    @property
    def adds(self) -> bool:
        """Whether numbers can be added up exactly."""
        return not self._wide or self.is_integer or self.type == "double"

    def any(self, scaled_too: bool = True) -> Number:
        """A number to be set."""
        if self.type == "double":
            return self._double(self._any_double())
        if self.type == "float":
            number = as_float(self._any_double()) if self._wide else self._random.randint(-7999, 7999) / 8
            return Number(double_text(number) + ("F" if math.isfinite(number) else ""), shortest(number))
        return self._count(self._any_count(), scaled_too)

    def amount(self, current: float, sign: int, least: float = 0.0) -> Number:
        """What can be added to `current`, or be taken from it, so that the sum is exact and in range; not below `least`."""
        if self.type == "double":
            number = self._any_double()
            if math.isnan(number) or (number < 0 and least == 0):
                number = abs(self._random.choice([1.5, 0.1, 1e9, 3.0, math.inf]))
            return self._double(number)
        if self.type == "float":
            room = 999 - abs(current)
            number = self._random.randint(0 if least == 0 else -80, 80) / 8 if room > 10 else 0.0
            return Number(double_text(number) + "F", number)
        now = round(current * 10**self.places) if self.is_decimal else int(current)
        room = (self.highest - now if sign > 0 else now - self.lowest) // self.grain
        below = 0 if least == 0 else (now - self.lowest if sign > 0 else self.highest - now) // self.grain
        most = self._random.choice([3, 50, 2**20, 2**40, 2**64])
        count = self._random.randint(-min(below, most, -self.lowest // self.grain), min(room, most, self.highest // self.grain))
        return self._count(count * self.grain, True)

    def beyond(self) -> Number:
        """An amount that may lead out of the range of an integer."""
        return self._count(self._random.randint(0, self.highest), False)

    def negative(self) -> Number:
        """An amount that no counter takes."""
        if self.is_integer:
            return Number(f"{self._random.choice([-1, -7, -(2**31) + 1])}", -1.0)
        return self._double(self._random.choice([-1.0, -5e-324, -math.inf, math.nan, -0.5]))

    def _double(self, number: float) -> Number:
        return Number(double_text(number), number)

    def _any_double(self) -> float:
        drawn = self._random.choice(["special", "bits", "short"])
        if drawn == "special":
            return self._random.choice(SPECIAL)
        if drawn == "bits":
            return float(struct.unpack("d", self._random.randbytes(8))[0])
        return self._random.randint(-(10**9), 10**9) / 10 ** self._random.randint(0, 9)

    def _any_count(self) -> int:
        ends = [self.lowest, self.highest, 0]
        if self._random.random() < 0.3:
            return self._random.choice(ends) // self.grain * self.grain if not self._wide else self._random.choice(ends)
        size = 2 ** self._random.randint(1, 64)
        return self._random.randint(max(-size, -(-self.lowest // self.grain)), min(size, self.highest // self.grain)) * self.grain

    def _count(self, count: int, scaled_too: bool) -> Number:
        if not self.is_decimal:
            text = f"{count}{SUFFIXES[self.type]}" if count > -(2**31) else f"({count + 1}{SUFFIXES[self.type]} - 1)"
            return Number(text, float(count))
        value = float(f"{count}e-{self.places}")
        if scaled_too and (abs(count) >= 2**50 or self._random.random() < 0.5):
            suffix = "LL" if "64" in self.type else ""
            return Number(f"{count}{suffix}" if count > -(2**31) else f"({count + 1}{suffix} - 1)", value, True)
        if abs(count) >= 2**50:  # a double has no digits left for the rounding to places
            return self._count(count % 2**50, False)
        return Number(double_text(value), value)
