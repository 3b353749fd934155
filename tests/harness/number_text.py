"""The text of values, found by other means than the runtime's: Python's repr gives a double's shortest digits."""

import re
from collections.abc import Callable
from decimal import Decimal

Rule = Callable[[str], bool]

INTEGER = re.compile(r"0|-?[1-9][0-9]*")
DECIMAL = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
NOT_FINITE = ("+Inf", "-Inf", "NaN")


def double_text(value: float) -> str:
    """As Number::toString of ECMAScript lays the digits out (ECMA-262, 6.1.6.1.20), but `-0`, and what is not finite in
    the words of Prometheus."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "+Inf" if value > 0 else "-Inf"
    sign, all_digits, exponent = Decimal(repr(value)).as_tuple()
    assert isinstance(exponent, int)
    minus = "-" if sign else ""
    if value == 0:
        return f"{minus}0"
    text = "".join(map(str, all_digits))
    point = len(text) + exponent  # the value is 0.text times ten to the power of it
    text = text.rstrip("0")
    if len(text) <= point <= 21:
        return f"{minus}{text}{'0' * (point - len(text))}"
    if 0 < point <= 21:
        return f"{minus}{text[:point]}.{text[point:]}"
    if -6 < point <= 0:
        return f"{minus}0.{'0' * -point}{text}"
    fraction = f".{text[1:]}" if len(text) > 1 else ""
    return f"{minus}{text[0]}{fraction}e{point - 1:+d}"


def is_double(text: str) -> bool:
    if text in NOT_FINITE:
        return True
    if not re.fullmatch(r"[-+.0-9e]+", text):
        return False
    try:
        return double_text(float(text)) == text
    except ValueError:
        return False


def integers(bits: int, *, signed: bool = False) -> Rule:
    low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1)) if signed else (0, 2**bits)
    return lambda text: INTEGER.fullmatch(text) is not None and low <= int(text) < high


def decimals(places: int, bits: int = 32) -> Rule:
    """A signed integer of so many bits, divided by ten to the power of `places`."""
    half = 2 ** (bits - 1)

    def rule(text: str) -> bool:
        if not DECIMAL.fullmatch(text):
            return False
        scaled = Decimal(text).scaleb(places)
        return scaled == int(scaled) and -half <= scaled < half

    return rule


def is_value(text: str) -> bool:
    """Text of some kind of cell."""
    kinds = (is_double, integers(64), integers(64, signed=True), *(decimals(places, 64) for places in range(19)))
    return any(rule(text) for rule in kinds)
