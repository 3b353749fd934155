"""Extremes, settings, flags and failures of the parts that measure air, soil and light: every driver publishes what the
makers' datasheets say, read by means of its own."""

from __future__ import annotations

import re
from fractions import Fraction as F
from pathlib import Path
from typing import Any

import edges_climate
import edges_gas_and_light
import edges_image
import pytest
from comparison import differences, replay
from exact_simple import Sample

VECTORS = [*edges_image.vectors(), *edges_climate.vectors(), *edges_gas_and_light.vectors()]


def run(vectors: list[Sample], folder: Path) -> dict[str, Any]:
    return replay([{key: value for key, value in one.items() if key != "exact"} for one in vectors], folder)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return run(VECTORS, tmp_path_factory.mktemp("edges"))


def digits(vector: Sample) -> Sample:
    """With tolerances: the last digits of a double, in terms that may be larger than their sum."""
    return vector | {"tolerance": {name: 1e-9 * abs(float(value)) + 1e-7 for name, value in vector["exact"].items()}}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["id"]))
def test_edge_is_read_as_the_datasheet_says(vector: Sample, results: dict[str, Any]) -> None:
    result = results[vector["id"]]
    assert differences(digits(vector), result) == []
    assert not set(vector.get("unwanted", [])) & {one for one in result["writes"] if isinstance(one, str)}
    if "least_waits" in vector:
        assert len(result["waits"]) == len(vector["least_waits"])
        assert all(got >= wanted for got, wanted in zip(result["waits"], vector["least_waits"]))


def test_part_that_has_lost_its_power_is_set_up_anew(tmp_path: Path) -> None:
    """What was read and written at first is read and written again after it."""
    vectors = [one | {"brown_out": True} for one in VECTORS]
    found = run(vectors, tmp_path)
    assert {one["id"]: wrong for one in vectors if (wrong := differences(digits(one), found[one["id"]]))} == {}


def on_page(lines: list[str]) -> dict[str, F]:
    """The channels on a page, by their name."""
    found = (re.fullmatch(r"([a-z0-9_]+){.*} (\S+)", line) for line in lines)
    return {one.group(1): F(one.group(2)) for one in found if one and not one.group(1).startswith("sensor_")}


DECIMALS = {"temperature_celsius": 3, "relative_humidity_ratio": 4, "pressure_pascals": 1, "illuminance_lux": 2}
# What a float of 24 bits is right to; the other formulas are calculated in integers, exactly.
IN_FLOAT = {"bosch": 5e-7, "infineon": 5e-7, "vishay": 1e-6, "rohm": 2e-7}


def test_page_shows_every_value_to_its_last_decimal(tmp_path: Path) -> None:
    vectors = [one | {"page": True} for one in VECTORS if one["expect"]["status"] == "ok" and " calibration random" not in one["id"]]
    found = run(vectors, tmp_path)
    wrong = {}
    for one in vectors:
        shown, exact = on_page(found[one["id"]]["page"]), one["exact"]
        share = next((share for device, share in IN_FLOAT.items() if one["device"].startswith(device)), 0)
        for name, value in exact.items():
            if value > 10_000_000:  # more light than there is: a count of 32 bits ends before
                continue
            half = F(1, 2 * 10 ** DECIMALS.get(name, 0))
            if abs(shown.get(name, F(10**9)) - value) > half + F(share) * abs(value):
                wrong[f"{one['id']} {name}"] = (str(shown.get(name)), float(value))
    assert wrong == {}


def test_page_counts_what_failed_and_shows_nothing_else(tmp_path: Path) -> None:
    vectors = [one | {"page": True} for one in VECTORS if one["expect"]["status"] == "error"]
    found = run(vectors, tmp_path)
    for one in vectors:
        page = "\n".join(found[one["id"]]["page"])
        if set(one["config"].values()) != {0}:  # what the settings skip has not failed
            assert re.search(f'sensor_read_errors_total{{.*reason="{one["expect"].get("error", "no_data")}"}} [1-9]', page), one["id"]
        assert not any(f"{channel}{{" in page for channel in (*DECIMALS, "co2_ppm", "tvoc_ppb", "gas_resistance_ohms")), one["id"]


@pytest.mark.parametrize("at", range(24))
def test_transfer_without_acknowledge_leaves_nothing_wrong(at: int, tmp_path: Path) -> None:
    """Whichever transfer it is: it is asked again, or nothing of it is published, and the reason is `nack`."""
    usual = {one["device"]: one for one in reversed(VECTORS) if one["bus"] == "i2c" and one["expect"]["status"] == "ok"}
    vectors = [one | {"nack_at": at} for one in usual.values()]
    found = run(vectors, tmp_path)
    for one in vectors:
        result, expected = found[one["id"]], one["expect"]["channels"]
        assert {name: pytest.approx(expected[name]) for name in result["channels"]} == result["channels"]
        assert result["status"] == "ok" or result["error"] == "nack", one["id"]
    assert at > 0 or all(one["status"] == "error" for one in found.values())
