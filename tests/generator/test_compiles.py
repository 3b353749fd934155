"""Schemas at the edge of what is accepted make C++ that compiles without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest
from compiling import assert_it_compiles
from prometheus_express.pipeline import run

HEAD = "version: 1\napplication: app\n"
CASES = {
    "bounds at the ends of 64 bits": """\
metrics:
  a: {type: histogram, help: A, value: uint64, buckets: [1, 18446744073709551615]}
  b: {type: histogram, help: B, value: int64, buckets: [-9223372036854775808, 9223372036854775807]}
  c: {type: histogram, help: C, value: decimal64(2), buckets: [-92233720368547758.08, 92233720368547758.07]}
""",
    "bounds at the ends of 32 bits": """\
metrics:
  a: {type: histogram, help: A, value: uint32, buckets: [4294967295]}
  b: {type: histogram, help: B, value: int32, buckets: [-2147483648, 2147483647]}
  c: {type: histogram, help: C, value: decimal(2), buckets: [-21474836.48, 21474836.47]}
""",
    "metrics called as parameters": """\
constant_labels: {hole: {at: boot, max_length: 3}}
metrics:
  source: {type: gauge, help: A, labels: {peer: {max_length: 3}}, max_series: 3}
  snapshot: {type: info, help: B, labels: {serial: {at: boot, max_length: 3}}}
""",
    "metrics called as parameters, without constant labels": """\
metrics:
  source: {type: gauge, help: A, labels: {peer: {max_length: 3}}, max_series: 3}
  snapshot: {type: info, help: B, labels: {serial: {at: boot, max_length: 3}}}
""",
    "texts set at boot that no alignment rounds up": """\
metrics: {boot: {type: info, help: B, labels: {serial: {at: boot, max_length: 9}, board: {at: boot, max_length: 4}}}}
""",
    "a path that ends in a backslash": r"""
metrics: {a: {type: gauge, help: A}}
registries: {default: {path: /a\}}
""",
    "subsets of labels, asked of functions and beside open labels": """\
metrics:
  a: {type: gauge, help: A, labels: {pool: [heap, stack], side: [left, right]}}
  b: {type: gauge, help: B, labels: {side: [right], pool: [stack, static]}, read: function}
  c: {type: counter, help: C, labels: {peer: {max_length: 3}, pool: [static]}, max_series: 3}
  d_side_values: {type: stateset, help: D, states: {values: [x], as: BSide}}
""",
    "sensors beside others of the same label": """\
buses: {i2c0: {type: i2c}}
sensors:
  board: {device: ti/tmp105, bus: i2c0, every: 1s}
  diodes: {device: microchip/emc1413, bus: i2c0, every: 1s}
metrics:
  a: {help: A, read: all.temperature}
  b: {type: gauge, help: B, labels: {sensor: [door, window]}}
""",
    "the longest text": f"metrics: {{a: {{type: gauge, help: {'x' * (32768 - len('# HELP a # TYPE a gauge  a @  '))}}}}}\n",
}


@pytest.mark.parametrize("case", CASES)
def test_it_compiles(case: str, tmp_path: Path) -> None:
    schema = tmp_path / ("a\nb.yaml" if "backslash" in case else "metrics.yaml")
    schema.write_text(HEAD + CASES[case])
    assert_it_compiles(schema)


def test_a_tiny_scale_is_calculated_in_a_float(tmp_path: Path) -> None:
    text = HEAD + "buses: {i2c0: {type: i2c}}\nsensors: {board: {device: ti/tmp105, bus: i2c0, address: 0x48, every: 1s}}\n"
    text += "metrics: {a: {type: gauge, help: A, value: decimal(2), unit: volts, scale: 1e-100, read: board.temperature}}\n"
    schema = tmp_path / "metrics.yaml"
    schema.write_text(text)
    outcome = run(schema)
    assert outcome.product and "by way of a float" in outcome.product["app_sensors.cpp"]
