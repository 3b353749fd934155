#!/usr/bin/env -S tests/python
"""Measures the linked firmware of tests/size on each core and holds it against the budgets of the compiler that is installed:
budget.json for arm-none-eabi-g++ 12, budget_gcc14.json for 14. Of another, sizes are shown, and held against nothing.

    tests/size/measure.py [--json FILE]     builds, prints the tables; exit status 1: over the budget, or not in it
    tests/size/measure.py --record          enters what was measured in the compiler's file, or makes one
    tests/size/measure.py PROGRAM.elf…      prints the tables of these whole firmwares, whose maps stand beside them

All figures are bytes that a configuration's firmware takes more than that of another one, as a rule of `empty`. Flash is
all that is loaded: code, constants and the initial values of variables, libgcc and libc included; the budget is for flash
without the page text. `alone` is flash over `empty`.

A sensor's firmware is that of `sensor_shared` with the sensor added; or of `sensor_shared_float`, where its formulas take
floats. These have one part that never was, and with it the sampler and what most drivers use of the runtime and libgcc,
which is thus counted once, in their own rows. A sensor's row is the rest: its driver, with what no other uses, its state,
a cell for each of its channels, and its turn in the generated `poll`.

`mps2_without_lwip` is the whole firmware of examples/mps2, start-up included, but for what comes from lwIP's own object
files, which is the row `lwip`. The C library's functions that lwIP calls count as the firmware's. `feather_m4` and
`feather_m4_random` are the whole firmwares of examples/feather_m4.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

from firmware_size import Size, measure
from harness import presets
from harness.source_tree import ROOT

BUDGET = Path(__file__).with_name("budget.json")  # of the compiler whose figures are published
COMPILER = "arm-none-eabi-g++"
OF_OTHERS = "budget_gcc{}.json"  # by the first number of the version
BOARD = "mps2-an386"  # a Cortex-M4
FEATHER = "feather_m4"  # another, and its example's name
Sizes = dict[str, dict[str, Size]]  # core or board, configuration
Budget = dict[str, dict[str, dict[str, int | None]]]  # core or board, configuration, "budget" and "recorded"


@cache
def compiler_version() -> str:
    return subprocess.run([COMPILER, "-dumpfullversion"], check=True, capture_output=True, text=True).stdout.strip()


def budget_file(version: str) -> Path:
    """Where the budgets of a compiler's version are; of one that has none, where they would be."""
    major = version.split(".")[0]
    return BUDGET if major == "12" else BUDGET.with_name(OF_OTHERS.format(major))


@cache
def measured() -> Sizes:
    """Builds and measures everything, once a process."""
    cores = {preset: measure_all(presets.build(preset, "tests/size/all")) for preset in presets.CORES}
    return cores | {BOARD: measure_example(build_example()), FEATHER: measure_feather(build_feather())}


def measure_all(build: Path) -> dict[str, Size]:
    """Each configuration of a built preset, compared as it says."""
    folder = build / "tests" / "size"
    configurations = json.loads((folder / "configurations.json").read_text())
    whole = {each["name"]: measure(folder / f"size_{each['name']}.elf") for each in configurations}
    empty = whole["empty"]
    return {
        each["name"]: replace(
            whole[each["name"]].over(whole[each["over"]]), alone=whole[each["name"]].flash - empty.flash
        )
        for each in configurations
        if each["name"] != each["over"]
    }


def build_example() -> Path:
    """The firmware of examples/mps2, brought up to date as running it does. Messages of the tools go to standard error."""
    return _build("mps2", "--machine", BOARD)


def build_feather() -> Path:
    """The same of examples/feather_m4."""
    return _build(FEATHER)


def _build(*example: str) -> Path:
    command = [ROOT / "examples" / "run", *example, "--build-only"]
    return Path(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip())


def measure_example(program: Path) -> dict[str, Size]:
    whole = measure(program)
    lwip = whole.of("lwip")
    return {"mps2_without_lwip": whole.over(lwip), "lwip": lwip}


def measure_feather(program: Path) -> dict[str, Size]:
    programs = (program, program.with_name(f"{FEATHER}_random.elf"))
    return {each.stem: measure(each) for each in programs}


def problems(sizes: Sizes, budget: Budget) -> list[str]:
    found = []
    for core, configurations in sizes.items():
        for name, size in configurations.items():
            entry = budget.get(core, {}).get(name)
            if entry is None:
                found.append(f"{core}: {name} has no entry in the budget; `measure.py --record` makes one")
            elif (limit := entry["budget"]) is not None and size.beside_page > limit:
                found.append(f"{core}: {name} takes {size.beside_page} bytes beside the page, {limit} are allowed")
    return found


def record(sizes: Sizes, budget: Budget) -> Budget:
    """What was measured, with the budgets that stand; configurations that are gone leave."""
    return {
        core: {
            name: {"budget": budget.get(core, {}).get(name, {}).get("budget"), "recorded": size.beside_page}
            for name, size in configurations.items()
        }
        for core, configurations in sizes.items()
    }


def tables(sizes: Sizes, budget: Budget, symbols: int) -> str:
    lines = []
    for core, configurations in sizes.items():
        lines += ["", f"## {core}", ""]
        lines += ["| configuration | beside page | change | budget | libgcc | libc | page text | flash | alone | RAM |"]
        lines += ["|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"]
        for name, size in configurations.items():
            entry = budget.get(core, {}).get(name, {})
            recorded, limit = entry.get("recorded"), entry.get("budget")
            change = "new" if recorded is None else f"{size.beside_page - recorded:+d}"
            cells = [name, size.beside_page, change, "" if limit is None else limit, size.owners["libgcc"]]
            cells += [size.owners["libc"], size.page, size.flash, "" if size.alone is None else size.alone, size.ram]
            lines.append(f"| {' | '.join(map(str, cells))} |")
        for name, size in configurations.items():
            layers = (f"{owner} {bytes}" for owner, bytes in sorted(size.owners.items(), key=lambda item: -item[1]))
            lines += ["", f"{name}: {', '.join(layers)}", ""]
            lines += [f"    {symbol.size:6} {symbol.owner:12} {symbol.name}" for symbol in size.largest[:symbols]]
    return "\n".join(lines[1:])


def budget_text(budget: Budget) -> str:
    """JSON with a line for each configuration, so that changes of different ones do not meet."""
    cores = []
    for core, entries in budget.items():
        lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(entry)}" for name, entry in entries.items())
        cores.append(f"  {json.dumps(core)}: {{\n{lines}\n  }}")
    return "{\n" + ",\n".join(cores) + "\n}\n"


def as_json(sizes: Sizes) -> dict[str, Any]:
    return {
        core: {
            name: {
                "flash": size.flash,
                "alone": size.alone,
                "beside_page": size.beside_page,
                "ram": size.ram,
                "owners": dict(size.owners),
                "ram_owners": dict(size.ram_owners),
                "symbols": [asdict(symbol) for symbol in size.largest],
            }
            for name, size in configurations.items()
        }
        for core, configurations in sizes.items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes everything measured there too")
    parser.add_argument("--budget", type=Path, metavar="FILE", help="instead of the compiler's own")
    parser.add_argument("--record", action="store_true", help="enters what was measured there")
    parser.add_argument("--symbols", type=int, default=10, metavar="N", help="how many of the largest symbols to show")
    parser.add_argument("programs", nargs="*", type=Path, metavar="PROGRAM.elf", help="any firmware, such as build/mps2-an386/mps2.elf")
    options = parser.parse_args(arguments)
    if options.programs:
        print(tables({"whole firmware": {program.stem: measure(program) for program in options.programs}}, {}, options.symbols))
        return 0
    sizes = measured()
    file = options.budget or budget_file(compiler_version())
    budget: Budget = json.loads(file.read_text()) if file.exists() else {}
    print(f"Made by {COMPILER} {compiler_version()}, held against {file.name if budget else 'nothing: it has no budgets'}.\n")
    print(tables(sizes, budget, options.symbols))
    if options.json:
        options.json.write_text(json.dumps(as_json(sizes), indent=2) + "\n")
    if options.record:
        budget = record(sizes, budget)
        file.write_text(budget_text(budget))
    found = problems(sizes, budget) if budget else []
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
