"""A part that kept its power over our reset is not as after power-up: it sleeps, counts in other steps, is heated. Whatever was
left over, its driver reads from it what it reads from a fresh one."""

from __future__ import annotations

import copy
from pathlib import Path

import left_over
import pytest
from comparison import replay
from exact_simple import Sample
from prometheus_express.device.library import known_devices

NEVER = "FFFFFFFF"  # a command that nobody writes


def named(part: str) -> dict[str, Sample]:
    return {name: vector | {"id": name} for name, vector in left_over.PARTS[part]()}


def unmoved(vector: Sample) -> Sample:
    """The same part, but nothing that is written has an effect on it."""
    vector = copy.deepcopy(vector)
    model = vector["model"]
    model.pop("reset", None)
    if model["kind"] == "cmd":
        for state in model["left_over"]:
            state["until"].append(NEVER)
    else:
        model["rw"] = []
    return vector


def test_every_part_of_the_library_is_here() -> None:
    assert {name.split()[0] for name in left_over.PARTS} | set(left_over.NOTHING) == set(known_devices())
    assert not {name.split()[0] for name in left_over.PARTS} & set(left_over.NOTHING)


@pytest.mark.parametrize("part", left_over.PARTS)
def test_what_was_left_over_changes_no_reading(part: str, tmp_path: Path) -> None:
    vectors = named(part)
    results = replay(list(vectors.values()), tmp_path)
    fresh = results.pop("as after power-up")
    assert (fresh["status"], fresh.get("error")) == ("ok", None)
    assert {name: one["channels"] for name, one in results.items()} == {name: fresh["channels"] for name in results}


@pytest.mark.parametrize("part", [part for part in left_over.PARTS if part != "maxim/max1111"])
def test_it_would_have_changed_them(part: str, tmp_path: Path) -> None:
    """Each state that the test above starts from shows in the readings of a part that cannot be brought out of it."""
    vectors = named(part)
    fresh = vectors.pop("as after power-up")
    results = replay([fresh, *(unmoved(one) for one in vectors.values())], tmp_path)
    right = results.pop("as after power-up")["channels"]
    assert [name for name, one in results.items() if one["channels"] == right] == []


def test_a_sleeping_scd41_is_an_absent_one(tmp_path: Path) -> None:
    """It does not acknowledge the command that wakes it, and no step of a description may go unacknowledged."""
    asleep = dict(left_over.PARTS["sensirion/scd41"]())["everything"]
    asleep["model"]["left_over"] = [left_over.until("36F6", deaf=True)]
    result = replay([asleep | {"id": "asleep"}], tmp_path)["asleep"]
    assert (result["error"], result["channels"]) == ("nack", {})
