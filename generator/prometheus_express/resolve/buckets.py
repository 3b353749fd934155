"""The bounds of a histogram's buckets, calculated exactly, and their text in the label `le`.

The text is OpenMetrics' canonical form (1.0, section "Canonical Numbers"), as Go and the Python client write it.
"""

from __future__ import annotations

import struct
from decimal import Context, Decimal
from fractions import Fraction
from typing import Optional

from ..document.nodes import Mapping, Node, Scalar, Sequence
from ..document.structure import as_integer
from ..kinds.value import ValueKind, ValueType
from ..model.metric import Bound
from ..problems.position import Span

DEFAULT = ".005 .01 .025 .05 .075 .1 .25 .5 .75 1 2.5 5 7.5 10".split()  # of prometheus_client.Histogram
EXACT = Context(prec=100)  # digits of what is calculated: more than any value type keeps
HUGE = Decimal("1e310")  # beyond the largest double; from here on bounds only repeat that


def read_buckets(node: Optional[Node], value: ValueType, otherwise: Span) -> tuple[Bound, ...]:
    """The bounds of a list, of a linear or exponential series, or those of the Python client, which stand at `otherwise`."""
    if isinstance(node, Sequence):
        scalars = [item for item in node.items if isinstance(item, Scalar)]
        return tuple(_bound(Decimal(scalar.text), value, scalar.span) for scalar in scalars)
    if isinstance(node, Mapping):
        (entry,) = node.entries
        assert isinstance(entry.value, Mapping)
        numbers = {part.key.text: part.value for part in entry.value.entries}
        start, step = _number(numbers["start"]), _number(numbers["width" if entry.key.text == "linear" else "factor"])
        count = numbers["count"]
        assert isinstance(count, Scalar)
        bounds = _series(start, step, as_integer(count), entry.key.text == "exponential")
        return tuple(_bound(bound, value, entry.key.span) for bound in bounds)
    return tuple(_bound(Decimal(text), value, otherwise) for text in DEFAULT)


def _series(start: Decimal, step: Decimal, count: int, exponential: bool) -> list[Decimal]:
    bounds: list[Decimal] = []
    while len(bounds) < count and not (bounds and bounds[-1] > HUGE):
        before = bounds[-1] if bounds else None
        if before is None:
            bounds.append(start)
        else:
            bounds.append(EXACT.multiply(before, step) if exponential else EXACT.add(before, step))
    return bounds


def _number(node: Node) -> Decimal:
    assert isinstance(node, Scalar)
    return Decimal(node.text)


def _bound(number: Decimal, value: ValueType, span: Span) -> Bound:
    return Bound(Fraction(number), le_text(number, value), span)


def le_text(number: Decimal, value: ValueType) -> str:
    """The number as a value type keeps it; exactly, where it is no floating-point type."""
    if value.kind is ValueKind.DOUBLE:
        number = Decimal(repr(_as_double(number)))
    elif value.kind is ValueKind.FLOAT:
        number = _as_float(number)
    if not number.is_finite():
        return "-Inf" if number < 0 else "+Inf"
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits)).lstrip("0").rstrip("0")
    if not text:
        return "0.0"
    point = len("".join(map(str, digits)).lstrip("0")) + exponent  # digits before the point
    return ("-" if number < 0 else "") + _laid_out(text, point)


def _laid_out(digits: str, point: int) -> str:
    """Go's %g: an exponent below 1e-4 and from 1e+06 on; and a point in every number that has none."""
    exponent = point - 1
    if -4 <= exponent < 6:
        if point <= 0:
            return "0." + "0" * -point + digits
        return f"{digits[:point].ljust(point, '0')}.{digits[point:] or '0'}"
    mantissa = digits[0] + ("." + digits[1:] if digits[1:] else "")
    return f"{mantissa}e{'-' if exponent < 0 else '+'}{abs(exponent):02}"


def _as_double(number: Decimal) -> float:
    return float(number)


def _as_float(number: Decimal) -> Decimal:
    """The shortest decimal that reads as the nearest float."""
    try:
        (nearest,) = struct.unpack("f", struct.pack("f", float(number)))
    except OverflowError:
        return Decimal("-Infinity" if number < 0 else "Infinity")
    for digits in range(1, 9):
        text = f"{nearest:.{digits}g}"
        try:
            if struct.unpack("f", struct.pack("f", float(text))) == (nearest,):
                return Decimal(text)
        except OverflowError:
            continue
    return Decimal(f"{nearest:.9g}")
