"""Extremes, settings, flags and failures of the parts that measure air, soil and light: every driver publishes what the
makers' datasheets say, read by means of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import edges_image
import pytest
from comparison import differences, replay
from exact_simple import Sample

VECTORS = [*edges_image.vectors()]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return replay([{key: value for key, value in one.items() if key != "exact"} for one in VECTORS], tmp_path_factory.mktemp("edges"))


def digits(vector: Sample) -> Sample:
    """The tolerances of a vector: the last digits of a double, whose terms may be larger than their sum."""
    return vector | {"tolerance": {name: 1e-9 * abs(float(value)) + 1e-7 for name, value in vector["exact"].items()}}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["id"]))
def test_edge_is_read_as_the_datasheet_says(vector: Sample, results: dict[str, Any]) -> None:
    result = results[vector["id"]]
    assert differences(digits(vector), result) == []
    if "least_waits" in vector:
        assert len(result["waits"]) == len(vector["least_waits"])
        assert all(got >= wanted for got, wanted in zip(result["waits"], vector["least_waits"]))
