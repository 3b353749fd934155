#!/usr/bin/env -S tests/python
"""Counts the instructions of what the programs of this folder do, on each core.

    tests/bench/instructions_on_target/measure.py [--json FILE]     builds them and prints the table

The figures are exact: they are the same in every run.
"""

import argparse
import functools
import json
import re
import subprocess
import tempfile
from pathlib import Path

from harness import presets
from harness.source_tree import ROOT

FOLDER = "tests/bench/instructions_on_target"
VALUES = ("decimal", "float", "double")
WEATHER = tuple(f"weather_{value}" for value in VALUES)
NETWORK = (*(f"network_{value}" for value in VALUES), "network_decimal_256")  # behind lwIP, on Cortex-M4
PROGRAMS = {
    "cortex-m0plus": ("on_target", *WEATHER, "sensor", "masked"),
    "cortex-m4": ("on_target", *WEATHER, *NETWORK, "sensor", "masked"),
}


@functools.cache
def fetch_lwip() -> None:
    subprocess.run([ROOT / "tests/fetch_lwip.sh"], check=True)


def program(preset: str, name: str) -> Path:
    fetch_lwip()
    return presets.build(preset, f"{FOLDER}/all") / FOLDER / f"instructions_{name}.elf"


def run(path: Path, *arguments: str, options: tuple[str, ...] = ()) -> bytes:
    line = [str(presets.RUN_ON), *options, str(path), *arguments]
    return subprocess.run(line, check=True, capture_output=True).stdout


def counts(preset: str) -> dict[str, int]:
    """`program.operation`, and how many instructions it takes."""
    return {
        f"{name}.{operation}": int(count)
        for name in PROGRAMS[preset]
        for operation, count in map(str.split, run(program(preset, name)).decode().splitlines())
    }


def output(preset: str, name: str) -> bytes:
    """What is measured: of the programs of the weather station the page, of those with a network the whole response."""
    return run(program(preset, name), "page")


def longest_masked(preset: str) -> dict[str, int]:
    """For each update of instructions_masked: during how many instructions at most, one behind the other, interrupts
    are masked."""
    path = program(preset, "masked")
    code = _tool("objdump", "--disassemble", str(path))
    masks = _addresses(code, r"cpsid\s+i")
    unmasks = _addresses(code, r"msr\s+PRIMASK, ")
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder, "trace")
        names = {line.split()[0] for line in run(path, options=("--trace", str(trace))).decode().splitlines()}
        executed = [int(address, 16) for address in re.findall(r"^Trace .*?\[\w+/(\w+)/", trace.read_text(), re.MULTILINE)]
    symbols = re.findall(r"(\w+) T (\w+)", _tool("nm", str(path)))
    updates = {int(address, 16): name for address, name in symbols if name in names}
    longest: dict[str, int] = {}
    update, masked_at, depth = "", 0, 0
    for at, address in enumerate(executed):
        if depth == 0:
            update = updates.get(address, update)
        if address in masks:
            masked_at = at if depth == 0 else masked_at
            depth += 1
        elif address in unmasks:
            depth -= 1
            if depth == 0:
                longest[update] = max(longest.get(update, 0), at - masked_at - 1)
    return longest


def _tool(name: str, *arguments: str) -> str:
    return subprocess.run([f"arm-none-eabi-{name}", *arguments], check=True, capture_output=True, text=True).stdout


def _addresses(code: str, instruction: str) -> set[int]:
    return {int(address, 16) for address in re.findall(rf"^ +(\w+):.*\t{instruction}", code, re.MULTILINE)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes the figures there too")
    options = parser.parse_args()
    measured = {
        preset: counts(preset) | {f"masked.{name}.masked": count for name, count in longest_masked(preset).items()}
        for preset in presets.CORES
    }
    print(f"| | {' | '.join(measured)} |\n|---|--:|--:|")
    for operation in dict.fromkeys(operation for figures in measured.values() for operation in figures):
        cells = (f"{figures[operation]:,}" if operation in figures else "" for figures in measured.values())
        print(f"| {operation} | {' | '.join(cells)} |")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=2) + "\n")


if __name__ == "__main__":
    main()
