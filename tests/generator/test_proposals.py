"""Proposals, and numbers with units."""

from __future__ import annotations

import pytest
from prometheus_express.document.shape import make_shape
from prometheus_express.problems.proposals import fitting, listed, nearest
from prometheus_express.document.quantities import parse_duration, parse_frequency, parse_size


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("size", "512", "512B"), ("size", "8 kb", "8KiB"), ("size", "8k", "8KiB"), ("size", "1GiB", None),
        ("duration", "10", "10s"), ("duration", "1.5s", "1500ms"), ("duration", "0.25s", "250ms"),
        ("duration", "5 minutes", "5min"),
        ("frequency", "400khz", "400kHz"), ("metric_name", "a-b c", "a_b_c"), ("metric_name", "2x", "_2x"),
        ("metric_name", "温", None),
        ("application_name", "WeatherStation", "weather_station"), ("application_name", "2nd", "x2nd"), ("path", "a/b", "/a/b"),
        ("enum_name", "status code", "StatusCode"), ("header_name", "X Token", "X-Token"),
        ("value_type", "Decimal", "decimal(2)"),
        ("value_type", "decimal64", "decimal64(2)"), ("unit", "%", "percent"), ("unit", "°C", "celsius"),
    ],
)  # fmt: skip
def test_a_text_is_changed_until_it_fits(kind: str, text: str, expected: str) -> None:
    assert fitting(text, make_shape({"$ref": f"#/$defs/{kind}"}).patterns) == expected


def test_the_nearest_word_ignores_case_and_may_be_none() -> None:
    assert nearest("Counter", ["counter", "gauge"]) == "counter"
    assert nearest("uint8", ["uint32", "uint64"]) in ("uint32", "uint64")
    assert nearest("zzz", ["counter", "gauge"]) is None


def test_words_are_listed_as_in_a_sentence() -> None:
    assert listed(["a"]) == "`a`" and listed(["a", "b", "c"]) == "`a`, `b` or `c`"


def test_quantities_are_exact() -> None:
    assert [parse_size(text) for text in ("0B", "512B", "4KiB", "999999999MiB")] == [0, 512, 4096, 999999999 * 2**20]
    assert [parse_duration(text) for text in ("1ms", "10s", "2min", "1h")] == [1, 10_000, 120_000, 3_600_000]
    assert [parse_frequency(text) for text in ("1Hz", "400kHz", "8MHz")] == [1, 400_000, 8_000_000]
    for text in ("", "4", "4 KiB", "4kib", "-4B", "4.0KiB", "KiB", "٤KiB", "4KiB\n"):
        with pytest.raises(ValueError, match=""):
            parse_size(text)
