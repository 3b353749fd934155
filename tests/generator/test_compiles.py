"""Schemas at the edge of what is accepted make C++ that compiles without a warning."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from prometheus_express.pipeline import run
from schemas import CHECKOUT

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
    "a path that ends in a backslash": r"""
metrics: {a: {type: gauge, help: A}}
registries: {default: {path: /a\}}
""",
    "the longest text": f"metrics: {{a: {{type: gauge, help: {'x' * (32768 - len('# HELP a # TYPE a gauge  a @  '))}}}}}\n",
}


@pytest.mark.parametrize("case", CASES)
def test_it_compiles(case: str, tmp_path: Path) -> None:
    schema = tmp_path / ("a\nb.yaml" if "backslash" in case else "metrics.yaml")
    schema.write_text(HEAD + CASES[case])
    outcome = run(schema)
    assert outcome.product, outcome.problems
    for name, text in outcome.product.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    options = ("-std=gnu++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", f"-I{CHECKOUT}/runtime/include")
    done = subprocess.run(["g++", *options, str(tmp_path / "app.cpp")], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[:3000]
