"""What no driver must publish: readings of parts that are absent, others, spoiled or not ready."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import exact_rich
import exact_simple
import pytest
from comparison import differences, replay

MAKERS = exact_simple.MAKERS | exact_rich.MAKERS
SPI = ("max31855", "max6675", "mcp3008", "max1111", "bme280_spi")
# Parts in which zeros are a reading, and nothing tells them from a line that is held low: their descriptions say so.
TAKE_ZEROS = ("max6675", "mcp3008", "max1111", "bh1750")
CHECKED = ("sht31", "sht4x", "si7021", "aht20", "scd41", "sgp30", "sgp40")


def vector(name: str, variant: str, model: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    made = exact_simple.Random(name)
    sample = MAKERS[name](made)
    del sample["exact"]
    return sample | {"id": f"{name} {variant}", "expect_writes": []} | ({"model": model} if model else {}) | more


def errors(vectors: list[dict[str, Any]], folder: Path) -> dict[str, tuple[str, dict[str, float]]]:
    found = replay(vectors, folder)
    assert [key for key, one in found.items() if "cut_off" in one] == []  # every driver comes to an end by itself
    return {key: (one.get("error", ""), one["channels"]) for key, one in found.items()}


def test_absent_part_does_not_acknowledge(tmp_path: Path) -> None:
    names = [name for name in MAKERS if name not in SPI]
    found = errors([vector(name, "absent", {"kind": "absent"}) for name in names], tmp_path)
    assert found == {f"{name} absent": ("nack", {}) for name in names}


@pytest.mark.parametrize(("level", "taken"), [("00", TAKE_ZEROS), ("FF", ())])
@pytest.mark.parametrize("later", [False, True])
def test_held_line_is_no_reading(level: str, taken: tuple[str, ...], later: bool, tmp_path: Path) -> None:
    """From power-up on, where identification would tell it, and after a good sample."""
    held = {"kind": "stuck", "miso": level}
    vectors = [vector(name, level, again={"model": held}) if later else vector(name, level, held) for name in MAKERS]
    found = errors(vectors, tmp_path)
    assert sorted(key.split()[0] for key, (_, channels) in found.items() if channels) == sorted(taken)


def test_no_single_wrong_bit_passes_a_checksum(tmp_path: Path) -> None:
    """Every bit of every reply that has a checksum: what is published then is what was there before."""
    vectors = []
    for name in CHECKED:
        good = vector(name, "good")
        for key in ("responses", "prefix_responses"):
            for at, response in enumerate(good["model"].get(key, [])):
                data = bytes.fromhex(response["read"])
                for bit in range(8 * len(data)):
                    wrong = (int.from_bytes(data, "big") ^ 1 << bit).to_bytes(len(data), "big").hex()
                    spoiled = [*good["model"][key]]
                    spoiled[at] = {**response, "read": wrong}
                    vectors.append(good | {"id": f"{name} {key} {at} {bit}", "model": good["model"] | {key: spoiled}})
    results = replay(vectors, tmp_path)
    for one in vectors:
        channels, expected = results[one["id"]]["channels"], one["expect"]["channels"]
        assert all(abs(channels[key] - expected[key]) < 1e-6 for key in channels), one["id"]
    refused = [one for one in vectors if len(results[one["id"]]["channels"]) < len(one["expect"]["channels"])]
    assert len(refused) > 0.8 * len(vectors)  # the rest are bits that no driver reads


def test_part_that_answers_late_is_read_and_one_that_never_does_is_a_timeout(tmp_path: Path) -> None:
    slow = {"sht31": ["2400", "240B", "2416"], "sht4x": ["FD"], "si7021": ["F3", "F5"], "sgp30": ["2008"], "sgp40": ["260F"]}
    late, never = [], []
    for name, commands in slow.items():
        good = vector(name, "late", config={})
        late.append(good | {"model": good["model"] | {"nack_reads": 4, "nack_for": commands}})
        never.append(good | {"id": f"{name} never", "model": good["model"] | {"nack_reads": -1, "nack_for": commands}})
    found = replay(late, tmp_path)
    late = [one for one in late if one["id"] not in ("sht31 late", "sgp40 late")]  # whose replies depend on settings
    assert {one["id"]: differences(one | {"tolerance": {}}, found[one["id"]]) for one in late} == {one["id"]: [] for one in late}
    assert errors(never, tmp_path) == {one["id"]: ("timeout", {}) for one in never}


def test_settings_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    wrong = {"bh1750": {"mtreg": 30}, "lsm303": {"gain_code": 0}, "tmp105": {"resolution_bits": 8}, "mcp3008": {"reference_volts": 0}}
    found = errors([vector(name, "setting", config=config) for name, config in wrong.items()], tmp_path)
    assert all(error.startswith("unknown setting") and not channels for error, channels in found.values())


def test_identification_can_be_switched_off(tmp_path: Path) -> None:
    model = exact_simple.reg16([], _00="0C80", _01="2220", _0F="0666")
    found = errors([vector("tmp117", "strict", model), vector("tmp117", "lax", model, config={"identify": False})], tmp_path)
    assert found == {"tmp117 strict": ("wrong_id", {}), "tmp117 lax": ("", {"temperature_celsius": 25.0})}
