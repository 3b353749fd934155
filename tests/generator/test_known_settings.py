"""Formulas, and the time of a sample, where only the settings are known."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from prometheus_express.device.duration import longest_sample
from prometheus_express.device.evaluate import Known
from prometheus_express.device.library import load_device
from prometheus_express.device.model import Device
from schemas import CHECKOUT, model_of

PART = """\
version: 1
device: acme/demo
title: A part
i2c: {addresses: [0x48]%s}
settings:
  count: {help: Count, minimum: 0, maximum: 99, default: 7}
  part: {help: Part, minimum: 0, maximum: 9, decimals: 2, default: 2.5}
  mode: {help: Mode, choices: [slow, fast], default: fast}
  rate: {help: Rate, choices: [8, 16, 64], default: 16}
  on: {help: Switch, default: true}
tables: {steps: [3, 5, 8], times: {slow: 20ms, fast: 4ms}}
values: {twice: count * 2}
registers: {all: {at: 0, fields: [code: u8]}}
"""
END = "channels: {level: {unit: ratio, value: %s}}\n"


def device(folder: Path, measure: str, value: str = "code", bus: str = "") -> Device:
    file = folder / "demo.yaml"
    file.write_text(PART % bus + f"measure: {measure}\n" + END % value)
    loaded = load_device(file)
    assert loaded.product, loaded.problems
    return loaded.product


@pytest.mark.parametrize(
    "formula, value",
    [
        ("count + part * 2 - 1", 11), ("-count / 2", Fraction(-7, 2)), ("count div 2", 3), ("(0 - count) div 2", -3), ("count % 4", 3),
        ("count << 2 | 1", 29), ("count >> 1 & 2", 2), ("~count", -8), ("count ** 2", 49), ("count[2:1]", 3), ("s3(count)", -1),
        ("u2(count)", 3), ("clamp(count, 1, 5)", 5), ("min(count, 3)", 3), ("max(count, 9)", 9), ("abs(0 - part)", Fraction(5, 2)),
        ("trunc(0 - part)", -2), ("floor(0 - part)", -3), ("index(mode)", 1), ("index(rate)", 1), ("rate", 16), ("twice", 14),
        ("steps[index(rate)]", 5), ("times[mode]", 4000), ("1 if mode == slow else 2", 2), ("1 if on else code", 1),
        ("code", None), ("count + code", None), ("twice * code", None), ("code if on else 1", None), ("1 if code == 0 else 1", None),
        ("count / (part - 2.5)", None),
    ],
)  # fmt: skip
def test_a_formula_of_settings_has_a_value_and_others_have_none(tmp_path: Path, formula: str, value: object) -> None:
    known = Known(demo := device(tmp_path, "[read: all]", f'"{formula}"'), {})
    assert known.value(demo.channels[0].value) == value


@pytest.mark.parametrize(
    "condition, never",
    [
        ("count > 8 and code > 1", True), ("code > 1 and count > 8", True), ("count > 6 and code > 1", False), ("code > 1", False),
        ("count > 8 or code > 1", False), ("count > 8 or rate == 8", True), ("not on", True), ("not (on and code > 1)", False),
        ("count >= 7", False), ("count != 7", True), ("part <= 2.4", True), ("count < 7", True), ("count == 7", False),
    ],
)  # fmt: skip
def test_a_condition_never_holds_where_the_settings_alone_decide_it(tmp_path: Path, condition: str, never: bool) -> None:
    demo = device(tmp_path, f'[read: all, {{if: "{condition}", then: [read: all]}}]')
    step = demo.measure[1]
    assert Known(demo, {}).never(getattr(step, "condition")) is never


def test_what_a_schema_chooses_counts_and_not_the_default(tmp_path: Path) -> None:
    demo = device(tmp_path, "[read: all]", '"count + rate"')
    assert Known(demo, {"count": "2", "rate": "64"}).value(demo.channels[0].value) == 66


@pytest.mark.parametrize(
    "measure, milliseconds",
    [
        ("[wait: 15.5ms, read: all]", 16),
        ("[wait: 1ms * count, read: all]", 7),
        ("[wait: 'times[mode]', read: all]", 4),
        ("[read: all, wait: 1ms * code]", 255),
        ("[{repeat: [wait: 2ms, read: all], until: code > 1, every: 5ms, times: 4}]", 4 * 2 + 3 * 5),
        ("[{read: all, until_ready: {every: 2ms, times: 10}}]", 9 * 2),
        ("[{if: mode == slow, then: [wait: 9ms, read: all], else: [wait: 1ms, read: all]}]", 1),
        ("[read: all, {if: code > 1, then: [wait: 9ms], else: [wait: 10ms]}]", 10),
        ("[part: [wait: 3ms, read: all], read: all]", 3),
    ],
)
def test_a_sample_takes_its_waits_and_all_tries(tmp_path: Path, measure: str, milliseconds: int) -> None:
    assert longest_sample(Known(device(tmp_path, measure), {})) == milliseconds


def test_a_gap_is_waited_at_every_read(tmp_path: Path) -> None:
    assert longest_sample(Known(device(tmp_path, "[read: all, read: all]", bus=", gap: 2ms"), {})) == 4


def test_each_turn_of_a_loop_takes_its_time() -> None:
    adc = load_device(CHECKOUT / "schema/devices/ti/ads1115.yaml").product
    assert adc
    turn = Fraction(1_100_000 // 8) + 19 * 1000  # a conversion at 8 samples a second, and 19 further looks for its end
    assert longest_sample(Known(adc, {"samples_per_second": "8"})) == -(-4 * turn // 1000)


SCHEMA = """\
version: 1
application: bath
buses: {i2c0: {type: i2c}}
sensors: {water: {device: ti/tmp117, bus: i2c0, every: %s, settings: {averages: 64}}}
metrics: {temperature: {type: gauge, unit: celsius, help: t, read: water.temperature}}
"""


@pytest.mark.parametrize("every, max_age", [("100ms", 5 * 1382), ("1382ms", 5 * 1382), ("2s", 10_000)])
def test_a_reading_holds_for_five_periods_of_what_the_part_can_do(every: str, max_age: int) -> None:
    assert model_of(SCHEMA % every).sensors[0].max_age == max_age
