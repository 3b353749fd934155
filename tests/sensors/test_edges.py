"""Every part at the ends of its codes, with every setting and flag, absent, spoiled, late and after a loss of power."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import edges_diodes
import edges_electric
import edges_thermometers
import pytest
from comparison import differences, replay

PARTS = edges_thermometers.PARTS | edges_diodes.PARTS | edges_electric.PARTS


def wrong(vector: dict[str, Any], result: dict[str, Any]) -> list[str]:
    """As exact as a double is; and of what is not published, the reason is the right one."""
    exact = {name: 1e-9 * abs(float(value)) + 1e-12 for name, value in vector["exact"].items()}
    found = differences({**vector, "tolerance": exact}, result)
    if "reason" in vector and result.get("error") != vector["reason"]:
        found.append(f"the reason is {result.get('error')}, expected {vector['reason']}")
    return found


@pytest.mark.parametrize("part", PARTS)
def test_part_at_its_edges(part: str, tmp_path: Path) -> None:
    vectors = list(PARTS[part]())
    assert len({one["id"] for one in vectors}) == len(vectors)
    results = replay([{key: value for key, value in one.items() if key != "exact"} for one in vectors], tmp_path)
    assert {one["id"]: found for one in vectors if (found := wrong(one, results[one["id"]]))} == {}
