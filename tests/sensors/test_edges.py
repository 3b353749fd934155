"""Every part at the ends of its codes, with every setting and flag, absent, spoiled, late and after a loss of power."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import edges_diodes
import edges_electric
import edges_thermometers
import pytest
from comparison import differences, replay
from exact_simple import Sample

PARTS = edges_thermometers.PARTS | edges_diodes.PARTS | edges_electric.PARTS


def run(vectors: list[Sample], folder: Path) -> dict[str, Any]:
    return replay([{key: value for key, value in one.items() if key != "exact"} for one in vectors], folder)


def wrong(vector: Sample, result: Sample) -> list[str]:
    """As exact as a double is; of what is not published, the reason is the right one; no wait is too short."""
    exact = {name: 1e-9 * abs(float(value)) + 1e-12 for name, value in vector["exact"].items()}
    found = differences({**vector, "tolerance": exact}, result)
    if "reason" in vector and result.get("error") != vector["reason"]:
        found.append(f"the reason is {result.get('error')}, expected {vector['reason']}")
    least, waited = vector.get("least_waits", []), result.get("waits", [])
    if len(least) != len(waited) or any(got < wanted for got, wanted in zip(waited, least)):
        found.append(f"it waits {waited}, expected at least {least}")
    return found


@pytest.mark.parametrize("part", PARTS)
def test_part_at_its_edges(part: str, tmp_path: Path) -> None:
    vectors = list(PARTS[part]())
    assert len({one["id"] for one in vectors}) == len(vectors)
    results = run(vectors, tmp_path)
    assert {one["id"]: found for one in vectors if (found := wrong(one, results[one["id"]]))} == {}


@pytest.mark.parametrize("part", PARTS)
def test_part_that_was_away_is_set_up_anew(part: str, tmp_path: Path) -> None:
    vectors = [one | {"brown_out": True} for one in PARTS[part]() if not {"again", "least_waits"} & set(one)]
    results = run(vectors, tmp_path)
    assert {one["id"]: found for one in vectors if (found := wrong(one, results[one["id"]]))} == {}


@pytest.mark.parametrize("part", PARTS)
def test_part_that_leaves_in_the_middle_publishes_nothing_wrong(part: str, tmp_path: Path) -> None:
    """Whichever transfer is not acknowledged: what is published is right, and the reason for the rest is `nack`."""
    usual = next(one for one in PARTS[part]() if one["expect"].get("status") == "ok" and one["bus"] == "i2c" or one["bus"] == "spi")
    vectors = [usual | {"id": str(at), "nack_at": at} for at in range(20)]
    results = run(vectors, tmp_path)
    refused = [one for one in results.values() if one["status"] != "ok"]
    assert {one["error"] for one in refused} == {"nack"}
    exact = {name: pytest.approx(float(value)) for name, value in usual["exact"].items()}
    assert all(value == exact[name] for one in results.values() for name, value in one["channels"].items())
    assert results["0"]["channels"] == {} or part in ("ads1115", "mcp3008", "max1111")  # whose inputs stand for themselves


@pytest.mark.parametrize("part", PARTS)
def test_settings_that_change_meanwhile_hold_from_the_next_sample_on(part: str, tmp_path: Path) -> None:
    vectors = list(PARTS[part]())
    changes = [one["again"]["config"] for one in vectors if "config" in one.get("again", {})]
    vectors = [one | {"meanwhile": {"config": changes[at % len(changes)]}} for at, one in enumerate(vectors) if changes]
    results = run(vectors, tmp_path)
    assert {one["id"]: found for one in vectors if (found := wrong(one, results[one["id"]]))} == {}
