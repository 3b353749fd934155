"""On which pages the metrics about sensors stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from prometheus_express.pipeline import run_checks

SCHEMA = """\
version: 1
application: demo
buses: {i2c0: {type: i2c}}
sensors: {board: {device: ti/tmp105, bus: i2c0, every: 5s}}
metrics:
  temperature: {type: gauge, help: Temperature, read: board.temperature}
  load: {type: gauge, help: Load}
"""
ALL = ["sensor_up", "sensor_reads", "sensor_read_errors", "sensor_last_success_age"]
ERRORS_ONLY = ["sensor_up", "sensor_reads", "sensor_last_success_age"]


def pages(registries: str, folder: Path) -> dict[str, list[str]]:
    schema = folder / "metrics.yaml"
    schema.write_text(SCHEMA + registries)
    checked = run_checks(schema)
    assert checked.problems == () and checked.product is not None
    return {str(one.name): [str(metric.name) for metric in one.metrics] for one in checked.product.registries}


@pytest.mark.parametrize(
    ("registries", "expected"),
    [
        ("", {"default": ["temperature", "load", *ALL]}),
        (
            "registries: {all: {path: /a}, some: {path: /b, metrics: [load]}}\n",
            {"all": ["temperature", "load", *ALL], "some": ["load"]},
        ),
        (
            "registries: {one: {path: /a, metrics: [temperature, load]}, two: {path: /b, metrics: [load]}}\n",
            {"one": ["temperature", "load", *ALL], "two": ["load"]},
        ),
        (
            "registries: {one: {path: /a, metrics: [temperature, load]}, two: {path: /b, metrics: [load, sensor_read_errors]}}\n",
            {"one": ["temperature", "load", *ERRORS_ONLY], "two": ["load", "sensor_read_errors"]},
        ),
        (
            "registries: {all: {path: /a}, two: {path: /b, metrics: [sensor_up]}}\n",
            {"all": ["temperature", "load", *ALL], "two": ["sensor_up"]},
        ),
        (
            "registries: {one: {path: /a, metrics: [temperature, load]}}\nself_metrics: []\n",
            {"one": ["temperature", "load"]},
        ),
        ("self_metrics: false\n", {"default": ["temperature", "load"]}),
        ("self_metrics: [updates]\n", {"default": ["temperature", "load"]}),
        ("self_metrics: [updates, sensors]\n", {"default": ["temperature", "load", *ALL]}),
        ("self_metrics: true\n", {"default": ["temperature", "load", *ALL]}),
    ],
)
def test_pages_have_those_that_they_name_and_the_first_the_rest(
    registries: str, expected: dict[str, list[str]], tmp_path: Path
) -> None:
    assert pages(registries, tmp_path) == expected


def test_what_is_switched_off_cannot_be_named(tmp_path: Path) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text(SCHEMA + "registries: {one: {path: /a, metrics: [temperature, load, sensor_up]}}\nself_metrics: []\n")
    assert [problem.slug for problem in run_checks(schema).problems] == ["unknown-metric"]
