"""Bounds of buckets: calculated exactly, written as the Python client writes them."""

from __future__ import annotations

import struct
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client import Histogram
from prometheus_client.utils import floatToGoString
from prometheus_express.kinds.value import ValueKind, ValueType
from prometheus_express.model.metric import Metric
from prometheus_express.resolve.buckets import le_text
from prometheus_express.rules.buckets import plain
from schemas import metrics, model_of, slugs_of

DOUBLE = ValueType(ValueKind.DOUBLE)
FLOAT = ValueType(ValueKind.FLOAT)


def histogram(written: str) -> Metric:
    (metric,) = model_of(metrics(f"x: {{type: histogram, help: x, {written}}}")).metrics
    return metric


def texts(written: str) -> list[str]:
    return [bound.text for bound in histogram(written).buckets]


def test_the_default_is_that_of_the_python_client() -> None:
    (metric,) = model_of(metrics("x: {type: histogram, help: x}")).metrics
    assert [float(bound.value) for bound in metric.buckets] == list(Histogram.DEFAULT_BUCKETS[:-1])
    assert [bound.text for bound in metric.buckets] == [floatToGoString(bound) for bound in Histogram.DEFAULT_BUCKETS[:-1]]


@given(st.floats(min_value=0, max_value=1e10, exclude_max=True, allow_nan=False))  # above it writes 1e+010
def test_a_bound_is_written_as_the_python_client_writes_it(number: float) -> None:
    assert le_text(Decimal(repr(number)), DOUBLE) == floatToGoString(number)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_text_of_a_double_reads_as_that_double(number: float) -> None:
    text = le_text(Decimal(number), DOUBLE)
    assert float(text) == number
    assert "." in text or "e" in text


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_the_text_of_a_float_reads_as_that_float_and_no_shorter_one_does(number: float) -> None:
    text = le_text(Decimal(number), FLOAT)
    assert struct.pack("f", float(text)) == struct.pack("f", number + 0.0)
    digits = len(text.split("e")[0].strip("-").replace(".", "").strip("0"))
    assert digits <= 9
    if digits > 1 and number:
        shorter = float(f"{number:.{digits - 2}e}")
        assert abs(shorter) > 3.4e38 or struct.pack("f", shorter) != struct.pack("f", number)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("buckets: [64, 256, 1024]", ["64.0", "256.0", "1024.0"]),
        ("buckets: [64, 1e6, 1234567], value: uint32", ["64.0", "1e+06", "1.234567e+06"]),
        ("buckets: [9007199254740993], value: uint64", ["9.007199254740993e+15"]),  # no double
        ("buckets: [-0.25, 0, 0.00001], value: decimal(5)", ["-0.25", "0.0", "1e-05"]),
        ("buckets: [0.1, 0.7], value: float", ["0.1", "0.7"]),
        ("buckets: {linear: {start: 0.1, width: 0.1, count: 3}}", ["0.1", "0.2", "0.3"]),  # not 0.30000000000000004
        ("buckets: {linear: {start: -10, width: 5, count: 3}}, value: int32", ["-10.0", "-5.0", "0.0"]),
        ("buckets: {exponential: {start: 0.001, factor: 10, count: 4}}", ["0.001", "0.01", "0.1", "1.0"]),
        ("buckets: {exponential: {start: 1, factor: 1.1, count: 3}}", ["1.0", "1.1", "1.21"]),
    ],
)
def test_texts_of_bounds(written: str, expected: list[str]) -> None:
    assert texts(written) == expected


def test_values_are_exact() -> None:
    assert [bound.value for bound in histogram("buckets: {linear: {start: 0.1, width: 0.1, count: 3}}").buckets] == [
        Fraction(1, 10), Fraction(2, 10), Fraction(3, 10),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["0", "-7", "0.00001", "-0.25", "12345678901234.56789012345", "0.100000000000000000000000000001"])
def test_a_bound_in_a_message_is_the_number_itself(text: str) -> None:
    assert plain(Fraction(text)) == text


def test_bounds_of_any_size_are_refused_quickly() -> None:
    huge = "{exponential: {start: 1e999, factor: 1e999, count: 1000}}"
    assert slugs_of(metrics(f"x: {{type: histogram, help: x, buckets: {huge}}}")) == ["bound-does-not-fit"]
    fine = "{exponential: {start: 0.000000000000000000000000000001, factor: 1.00000000000000022, count: 1000}}"
    assert slugs_of(metrics(f"x: {{type: histogram, help: x, value: float, buckets: {fine}}}")) == ["buckets-not-ascending"]


@pytest.mark.parametrize(
    ("value", "fits", "does_not"),
    [
        ("uint32", "4294967295", "4294967296"), ("uint64", "18446744073709551615", "18446744073709551616"),
        ("int32", "-2147483648", "-2147483649"), ("int64", "9223372036854775807", "9223372036854775808"),
        ("uint32", "0", "-1"), ("int32", "1.0", "0.5"), ("decimal(2)", "21474836.47", "21474836.48"),
        ("decimal(2)", "0.25", "0.125"), ("decimal64(2)", "21474836.48", "0.125"),
        ("float", "3.4028235e38", "3.4028236e38"), ("double", "1.7976931348623158e308", "1.79769313486231581e308"),
    ],
)  # fmt: skip
def test_bounds_fit_their_value_type_to_the_last_one(value: str, fits: str, does_not: str) -> None:
    def slugs(bound: str) -> list[str]:
        return slugs_of(metrics(f"x: {{type: histogram, help: x, value: {value}, buckets: [{bound}]}}"))

    assert slugs(fits) == []
    assert slugs(does_not) == ["bound-does-not-fit"]
