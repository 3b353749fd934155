"""Whatever name is not refused compiles: of sensors, and of what a description of a device names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from compiling import assert_it_compiles
from prometheus_express.names.driver import FUNCTIONS
from prometheus_express.names.cpp import why_reserved
from prometheus_express.rules.names import SENSORS_MEMBERS
from schemas import CHECKOUT, THERMOMETER

GENERATED = CHECKOUT / "generated/weather_station"


def words_of(*files: Path) -> list[str]:
    """Every word that can be a name, of the code that stands around names."""
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    words = set(re.findall(r"(?<!\w)[a-z]+(?:_[a-z0-9]+)*(?!\w)", text)) | {"linux", "errno", "co_await"}
    return sorted(word for word in words if len(word) < 40)


def test_any_sensor_that_is_accepted_compiles(tmp_path: Path) -> None:
    words = words_of(*GENERATED.glob("*_sensors.?pp"))
    names = [word for word in words if word not in SENSORS_MEMBERS | {"feed"}]  # beside `target`, `feed_target` would be two
    assert len(names) > 50 and "poll" in words
    tmp_path.joinpath("demo.yaml").write_text(THERMOMETER)
    buses = ", ".join(f"i2c{number}: {{type: i2c}}" for number in range(len(names)))
    text = f"version: 1\napplication: app\nbuses: {{{buses}}}\nsensors:\n"
    text += "".join(f"  {name}: {{device: ./demo.yaml, bus: i2c{number}, every: 1s}}\n" for number, name in enumerate(names))
    text += "metrics:\n  all: {type: gauge, unit: celsius, help: All, read: all.temperature}\n"
    schema = tmp_path / "metrics.yaml"
    schema.write_text(text)
    assert_it_compiles(schema)


@pytest.mark.parametrize("role", ["fields", "values", "settings", "channels"])
def test_any_name_of_a_description_that_is_accepted_compiles(role: str, tmp_path: Path) -> None:
    words = words_of(CHECKOUT / "runtime/include/prometheus_express/sensors/driver.hpp", *GENERATED.glob("bosch_bme680.?pp"))
    kept = {"fields": {"buffer", "turn"}, "settings": {"identify", "settings", "failure", "want", "driver", "real"}}
    operators = {"and", "or", "not", "if", "else", "div", "index", "code", "temperature", "px"}  # of formulas, and what stands there already
    names = [word for word in words if word not in kept.get(role, FUNCTIONS) | operators]
    names = [word for word in names if role == "fields" or not why_reserved(word)][: 30 if role == "channels" else 200]
    assert len(names) > 29
    fields = "".join(f", {name}: u8" for name in names if role == "fields")
    text = f"version: 1\ndevice: acme/demo\ntitle: A part\ni2c: {{addresses: [0x48]}}\nregisters: {{all: {{at: 0, fields: [code: s16{fields}]}}}}\n"
    if role in ("values", "settings"):
        written = {"values": "code * 0.5", "settings": "{help: Setting, choices: [1, 4], default: 4}"}[role]
        text += f"{role}:\n" + "".join(f"  {name}: {written}\n" for name in names)
    channels = names if role == "channels" else [f"temperature_{number}" for number in range(0, len(names), 100)]
    formulas = ["code" if role == "channels" else " + ".join(names[100 * number :][:100]) for number in range(len(channels))]
    text += "measure: [read: all]\nchannels:\n"
    text += "".join(f"  {name}: {{unit: celsius, value: {formula}}}\n" for name, formula in zip(channels, formulas))
    tmp_path.joinpath("demo.yaml").write_text(text)
    text = "version: 1\napplication: app\nbuses: {i2c0: {type: i2c}}\nsensors: {one: {device: ./demo.yaml, bus: i2c0, every: 1s}}\nmetrics:\n"
    text += "".join(f"  m{number}: {{type: gauge, unit: celsius, help: H, read: one.{name}}}\n" for number, name in enumerate(channels))
    schema = tmp_path / "metrics.yaml"
    schema.write_text(text)
    assert_it_compiles(schema)
