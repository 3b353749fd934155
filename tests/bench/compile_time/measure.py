#!/usr/bin/env python3
"""Processor time of the generator and of both compilers for schemas of 5,000 and 10,000 series.

    tests/bench/compile_time/measure.py     prints the table
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
CODES, METHODS = ["200", "301", "404", "500", "503"], ["GET", "POST", "PUT", "DELETE"]
COUNTS = (5_000, 10_000)
FLAGS = ("-std=c++20", "-Os", "-fno-exceptions", "-fno-rtti")
RUNS = 2  # for the table; the shorter counts


def mixed(series: int) -> dict[str, Any]:
    """Families of several types, 20 lines each on average."""
    metrics: dict[str, Any] = {}
    while series > 0:
        number = len(metrics)
        metric, lines = [
            ({"type": "counter", "labels": {"method": METHODS, "code": CODES}}, 20),
            ({"type": "gauge", "unit": "celsius", "value": "decimal(2)"}, 1),
            ({"type": "histogram", "unit": "seconds", "labels": {"method": METHODS}}, 68),
            ({"type": "summary"}, 2),
            ({"type": "counter", "labels": {"peer": {"max_length": 24}}, "max_series": 8}, 8),
        ][number % 5]
        metrics[f"metric_{number}"] = {"help": f"What is measured as number {number}", **metric}
        series -= lines
    return metrics


def one_family(series: int) -> dict[str, Any]:
    labels = {"a": [f"a{number}" for number in range(series // 100)], "b": [f"b{number}" for number in range(100)]}
    return {"requests": {"type": "counter", "help": "Requests served", "labels": labels}}


SHAPES = {"several types": mixed, "one family": one_family}


@dataclass(frozen=True)
class Cost:
    """Of a command: seconds of the processor, in user mode, and its largest memory."""

    seconds: float
    mebibytes: float


def schema(shape: str, series: int) -> str:
    return json.dumps({"version": 1, "application": "large", "metrics": SHAPES[shape](series)})


def cost(command: Sequence[object], runs: int) -> Cost:
    def once() -> Cost:
        process = subprocess.Popen([str(word) for word in command])
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{command[0]} failed")
        return Cost(usage.ru_utime, usage.ru_maxrss / 1024)

    return min((once() for _ in range(runs)), key=lambda cost: cost.seconds)


def costs(shape: str, series: int, runs: int) -> dict[str, Cost]:
    """Of each step."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "metrics.json"
        file.write_text(schema(shape, series))
        generate = [sys.executable, "-m", "prometheus_express", "generate", file, "--output", folder]
        os.environ["PYTHONPATH"] = str(ROOT / "generator")
        found = {"generator": cost(generate, runs)}
        for compiler in ("g++", "clang++"):
            include = f"-I{ROOT / 'runtime' / 'include'}"
            found[compiler] = cost([compiler, *FLAGS, include, "-c", folder / "large.cpp", "-o", folder / "large.o"], runs)
        return found


def table() -> Iterator[str]:
    yield "| schema | step | 5,000 series | 10,000 series | ratio | memory at 10,000 |"
    yield "|---|---|--:|--:|--:|--:|"
    for shape in SHAPES:
        half, full = (costs(shape, series, RUNS) for series in COUNTS)
        for step, of in full.items():
            ratio = of.seconds / half[step].seconds
            yield f"| {shape} | {step} | {half[step].seconds:.2f} s | {of.seconds:.2f} s | {ratio:.1f} | {of.mebibytes:.0f} MiB |"


if __name__ == "__main__":
    for line in table():
        print(line)
