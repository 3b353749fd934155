"""`read: {function: …}`: a function of the application with a name of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from prometheus_express.pipeline import run
from schemas import CHECKOUT, HEAD

SCHEMA = HEAD + """\
metrics:
  free_memory: {type: gauge, help: x, read: {function: free_bytes}}
  again: {type: counter, help: x, read: {function: free_bytes}}
  pools: {type: gauge, help: x, labels: {pool: [heap, stack]}, read: {function: of_pool}}
  now: {type: gauge, help: x, read: function}
"""
DEVICE = """\
#include "demo.hpp"

struct Device {
  double free_bytes() const { return 1; }
  double of_pool(demo::Pool pool) const { return pool == demo::Pool::heap ? 2 : 3; }
  double now() const { return 4; }
  demo::Metrics metrics;
};
constexpr Device device;
static_assert(demo::Application<Device>);
const prometheus_express::Source source = demo::source(device);
"""


def compiled(device: str, folder: Path) -> subprocess.CompletedProcess[str]:
    schema = folder / "metrics.yaml"
    schema.write_text(SCHEMA)
    outcome = run(schema)
    assert outcome.problems == () and outcome.product
    for name, text in outcome.product.items():
        (folder / name).write_text(text)
    (folder / "main.cpp").write_text(device)
    command = ["g++", "-std=c++20", "-fsyntax-only", f"-I{CHECKOUT / 'runtime/include'}", str(folder / "main.cpp")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_function_has_the_name_that_the_schema_gives_it(tmp_path: Path) -> None:
    done = compiled(DEVICE, tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["free_bytes", "of_pool", "now"])
def test_each_of_them_is_needed(name: str, tmp_path: Path) -> None:
    done = compiled(DEVICE.replace(f" {name}(", " other("), tmp_path)
    assert done.returncode != 0 and name in done.stderr
