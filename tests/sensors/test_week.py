"""A week of every device: parts are replaced, lose their power and fail, and what is on the page is true and fresh."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import exact_rich
import exact_simple
import yaml
from comparison import built

SCHEMA = Path(__file__).parent / "soak" / "library.yaml"
SENSORS: dict[str, dict[str, Any]] = yaml.safe_load(SCHEMA.read_text())["sensors"]
CHECKED = ("aosong/aht20", "sensirion/scd41", "sensirion/sgp30", "sensirion/sgp40", "sensirion/sht31", "sensirion/sht4x", "silabs/si7021")
STATES = 12
MOST = 2e6  # more than this does not fit a decimal of the schema


def states() -> dict[str, Any]:
    """Parts for each sensor to be replaced by, with the settings under which they mean what they mean."""
    r = random.Random("week")
    makers = {make(random.Random(0))["device"]: make for make in (exact_simple.MAKERS | exact_rich.MAKERS).values()}
    found = {}
    for name, sensor in SENSORS.items():
        make = makers[sensor["device"].replace("/", ",") + ("-spi" if name.endswith("_spi") else "")]
        made = [one for one in (make(r) for _ in range(5 * STATES)) if all(abs(value) < MOST for value in one["exact"].values())]
        made = [{key: value for key, value in one.items() if key != "exact"} for one in made[:STATES]]
        age = int(sensor["max_age"].removesuffix("s"))
        found[name] = {"states": made, "max_age": age, "has_checksum": sensor["device"] in CHECKED}
    return found


def test_library_stands_a_week_of_faults(tmp_path: Path) -> None:
    assert {sensor["device"] for sensor in SENSORS.values()} == {
        f"{path.parent.name}/{path.stem}" for path in SCHEMA.parents[3].glob("schema/devices/*/*.yaml")
    }
    source, target = tmp_path / "states.json", tmp_path / "results.json"
    source.write_text(json.dumps(states()))
    week = subprocess.run([built("sensor_week"), source, target], capture_output=True, text=True, timeout=300)
    assert week.stderr == ""
    results = json.loads(target.read_text())
    for name, sensor in SENSORS.items():
        samples = 7 * 24 * 3600 / int(sensor["every"].removesuffix("s"))
        result = results[name]
        assert result["good"] > 0.5 * samples, (name, result)  # none was kept from its work by another
        assert result["errors"] > 20 and result["replaced"] > 20, (name, result)
        assert result["reads"] >= result["good"]
