"""Holds the tables of powers of ten against exact fractions, and the logarithms' multipliers over their ranges.

Usage: power_of_ten_check.py PATH_OF_power_of_ten_table
"""

import subprocess
import sys
from fractions import Fraction


def significand(exponent: int, bits: int) -> int:
    """floor(10^exponent / 2^(floor(log2(10^exponent)) - bits + 1)) + 1"""
    power = Fraction(10) ** exponent
    logarithm = exponent * 1741647 >> 19
    assert Fraction(2) ** logarithm <= power < Fraction(2) ** (logarithm + 1), exponent
    return int(power / Fraction(2) ** (logarithm - bits + 1)) + 1


def check_logarithms() -> None:
    for exponent in range(-1100, 1101):
        for factor, shift in ((Fraction(1), 0), (Fraction(3, 4), 524031)):
            logarithm = exponent * 1262611 - shift >> 22
            value = factor * Fraction(2) ** exponent
            assert Fraction(10) ** logarithm <= value < Fraction(10) ** (logarithm + 1), exponent


def main() -> None:
    check_logarithms()
    lines = subprocess.run(sys.argv[1:2], check=True, capture_output=True, text=True).stdout.splitlines()
    for line in lines:
        bits, exponent, value = line.split()
        assert int(value, 16) == significand(int(exponent), int(bits)), line
    assert len(lines) == 2 * 617 + 77, len(lines)
    print(f"{len(lines)} powers are exact")


if __name__ == "__main__":
    main()
