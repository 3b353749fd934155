"""What a metric that sensors feed need not say, and the labels that its series have from them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from prometheus_express.model.metric import Metric
from prometheus_express.pipeline import plan, run_checks
from prometheus_express.resolve.sensor_values import places_of

PART = """\
version: 1
device: acme/demo
title: A part with every kind of channel
i2c: {{addresses: [0x48, 0x49]}}
registers: {{code: {{at: 0, fields: [code: s16]}}}}
measure: [read: code]
channels:
  temperature: {{unit: celsius, value: code / 256{described}}}
"""
SCHEMA = """\
version: 1
application: demo
buses: {i2c0: {type: i2c}}
sensors:
  attic: {device: ./demo.yaml, bus: i2c0, every: 5s, labels: {room: attic, floor: 2}}
  cellar: {device: ./demo.yaml, bus: i2c0, address: 0x49, every: 5s, labels: {room: cellar, floor: -1}}
"""


def metric(folder: Path, described: str, written: str) -> Metric:
    (folder / "demo.yaml").write_text(PART.format(described=described))
    schema = folder / "metrics.yaml"
    schema.write_text(f"{SCHEMA}metrics: {{x: {{help: X, {written}}}}}\n")
    checked = run_checks(schema)
    assert [problem.slug for problem in checked.problems if problem.slug != "no-base-unit"] == []
    found = checked.product.metrics[0]
    assert isinstance(found, Metric)
    return found


@pytest.mark.parametrize(
    ("described", "written", "value"),
    [
        (", resolution: 0.01, range: [-40, 85]", "", "decimal(2)"),
        (", resolution: 1, range: [-40, 85]", "", "decimal(0)"),
        (", resolution: 0.25, range: [-40, 85]", "", "decimal(2)"),
        (", resolution: 0.0078125, range: [-40, 85]", "", "decimal(5)"),  # a step is seen in the third place
        (", resolution: 0.01, range: [-40, 85]", ", scale: 1.8, offset: 32, unit: fahrenheit", "decimal(3)"),
        (", resolution: 0.01, range: [-40, 85]", ", scale: -1000, unit: x", "decimal(0)"),
        (", resolution: 0.01", "", "decimal(2)"),  # the formula says what it can be
        (", resolution: 0.01, range: [0, 21474836]", "", "decimal(2)"),
        (", resolution: 0.01, range: [0, 21474837]", "", "decimal64(2)"),
        (", resolution: 0.01, range: [-21474837, 0]", "", "decimal64(2)"),
        (", resolution: 0.01, range: [0, 21474836]", ", offset: 1, unit: x", "decimal64(2)"),
        (", resolution: 0.01, range: [0, 21474837]", ", range: [0, 100]", "decimal(2)"),  # no more is ever shown
        (", resolution: 1e-10, range: [0, 0.1]", "", "decimal64(10)"),
        (", resolution: 1e-10, range: [0, 1e10]", "", "float"),
        (", resolution: 1e-30, range: [0, 1e-20]", "", "float"),
        (", resolution: 0, range: [0, 100]", "", "float"),
        (", range: [0, 100]", "", "float"),
        (", resolution: 0.01, range: [0, 100]", ", on_stale: nan", "float"),
        (", resolution: 0.01, range: [0, 100]", ", on_stale: hold, initial: nan", "float"),
        (", resolution: 0.01, range: [0, 100]", ", value: decimal(1)", "decimal(1)"),
        (", resolution: 0.01, range: [0, 100]", ", value: double", "double"),
    ],
)
def test_the_value_type_follows_from_the_channel(described: str, written: str, value: str, tmp_path: Path) -> None:
    found = metric(tmp_path, described, "read: attic.temperature" + written)
    assert (found.type.value, str(found.value)) == ("gauge", value)


def test_the_finest_channel_and_the_widest_range_decide(tmp_path: Path) -> None:
    (tmp_path / "demo.yaml").write_text(PART.format(described=", resolution: 0.5, range: [0, 214749]"))
    (tmp_path / "fine.yaml").write_text(PART.format(described=", resolution: 0.0001, range: [0, 1]"))
    schema = tmp_path / "metrics.yaml"
    fine = "  fine: {device: ./fine.yaml, bus: i2c1, every: 5s, labels: {room: hall, floor: 0}}\n"
    text = SCHEMA.replace("i2c0: {type: i2c}", "i2c0: {type: i2c}, i2c1: {type: i2c}")
    schema.write_text(f"{text}{fine}metrics: {{x: {{help: X, read: all.temperature}}}}\n")
    product = run_checks(schema).product
    assert product is not None and str(product.metrics[0].value) == "decimal64(4)"


def test_the_unit_follows_from_the_channel(tmp_path: Path) -> None:
    unit = metric(tmp_path, "", "read: attic.temperature").unit
    assert unit is not None and unit.value == "celsius"


@pytest.mark.parametrize(
    ("step", "places"),
    [("1", 0), ("5", 0), ("0.5", 1), ("0.1", 1), ("0.125", 3), ("0.0625", 4), ("0.03125", 4), ("0.00008", 5), ("1/3", 3)],
)
def test_every_step_of_a_part_shows(step: str, places: int) -> None:
    assert places_of(Fraction(step)) == places


def page(folder: Path, metrics: str) -> list[str]:
    (folder / "demo.yaml").write_text(PART.format(described=""))
    schema = folder / "metrics.yaml"
    schema.write_text(f"{SCHEMA}metrics: {{{metrics}}}\n")
    planned = plan(schema).product
    assert planned is not None
    text = "".join(block.text for family in planned.firmware.pages[0].text.families for block in family.blocks)
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_labels_of_a_sensor_stand_on_all_that_is_read_from_it(tmp_path: Path) -> None:
    assert page(tmp_path, "x: {help: X, read: all.temperature}")[:2] == [
        'x_celsius{sensor="attic",room="attic",floor="2"} @',
        'x_celsius{sensor="cellar",room="cellar",floor="-1"} @',
    ]
    assert page(tmp_path, "x: {help: X, read: cellar.temperature}")[0] == 'x_celsius{room="cellar",floor="-1"} @'
    by_label = "x: {help: X, labels: {place: [low, none, high]}, read: {high: attic.temperature, low: cellar.temperature}}"
    assert page(tmp_path, by_label)[:3] == [
        'x_celsius{place="low",room="cellar",floor="-1"} @',
        'x_celsius{place="none"} @',
        'x_celsius{place="high",room="attic",floor="2"} @',
    ]


def test_they_stand_on_the_metrics_about_the_sensor_and_on_no_other(tmp_path: Path) -> None:
    lines = page(tmp_path, "x: {help: X, read: attic.temperature}, load: {type: gauge, help: Load}")
    assert "load @" in lines
    about = [line for line in lines if line.startswith("sensor_")]
    assert len(about) == 2 * (3 + 8)
    for line in about:
        attic = 'sensor="attic"' in line
        assert ('room="attic",floor="2"}' if attic else 'room="cellar",floor="-1"}') in line


def test_they_may_differ_where_no_metric_reads_both(tmp_path: Path) -> None:
    (tmp_path / "demo.yaml").write_text(PART.format(described=""))
    schema = tmp_path / "metrics.yaml"
    schema.write_text(SCHEMA.replace(", floor: 2", "") + "metrics: {x: {help: X, read: attic.temperature}}\n")
    planned = plan(schema)
    assert planned.problems == () and planned.product is not None
    samples = planned.product.firmware.pages[0].expositions[1].samples
    assert [len(sample.labels) for sample in samples] == [2, 3]
