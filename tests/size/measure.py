#!/usr/bin/env python3
"""Measures the linked firmware of tests/size on each core and holds it against budget.json.

    tests/size/measure.py [--json FILE]     builds, prints the tables; exit status 1: over the budget, or not in it
    tests/size/measure.py --record          enters what was measured in budget.json

All figures are bytes that a configuration adds to another one, as a rule to `empty`. Flash is all that is loaded: code,
constants and the initial values of variables. The budget is for flash without the page text, libgcc and libc included.
"""

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import linker_map

sys.path.insert(0, str(Path(__file__).parents[1] / "target"))
import presets  # noqa: E402

TOOLS = "arm-none-eabi-"
BUDGET = Path(__file__).with_name("budget.json")

# Constants that generated code names so are the exposition text itself, and where its values go.
PAGE_TEXT = re.compile(r"_text(_\d+)?$")
PAGE_TABLE = re.compile(r"_(stops(_\d+)?|blocks|families|page)$")

# Where a piece of the program belongs, by the object file or archive it comes from.
OWNERS = [
    (re.compile(r"/libgcc\.a\("), "libgcc"),
    (re.compile(r"/lib(c|g|m|rdimon)(_nano)?\.a\("), "libc"),
    (re.compile(r"/lib(std|sup)c\+\+(_nano)?\.a\("), "libstdc++"),
    (re.compile(r"libprometheus_express_(\w+)\.a\("), r"\1"),
    (re.compile(r"prometheus_express_target_startup\.dir/"), "start-up"),
]
# Where an inline function or a template of the runtime belongs: its header's folder.
LAYER_HEADER = re.compile(r"/include/prometheus_express/(\w+)/")


@dataclass(frozen=True)
class Symbol:
    name: str
    size: int
    owner: str


@dataclass(frozen=True)
class Size:
    flash: int
    ram: int
    owners: Counter[str]  # flash by layer, library or "page text"
    largest: list[Symbol]

    def over(self, base: "Size") -> "Size":
        owners = Counter(self.owners)
        owners.subtract(base.owners)
        largest = [symbol for symbol in self.largest if symbol not in base.largest]
        return Size(
            self.flash - base.flash,
            self.ram - base.ram,
            Counter({owner: size for owner, size in owners.items() if size}),
            largest,
        )

    @property
    def page(self) -> int:
        return self.owners["page text"]

    @property
    def beside_page(self) -> int:
        return self.flash - self.page


def measure(program: Path) -> Size:
    """The size of a whole program; its map stands beside it."""
    sections = _run("objdump", "--section-headers", str(program))
    flash, ram, loaded = 0, 0, set()
    for name, size, flags in re.findall(r"^ +\d+ (\S+) +([0-9a-f]+) .*\n +(.*)$", sections, re.MULTILINE):
        if "LOAD" in flags:
            flash += int(size, 16)
            loaded.add(name)
        if "ALLOC" in flags and "READONLY" not in flags:
            ram += int(size, 16)
    symbols = _symbols(program)
    pieces = [piece for piece in linker_map.read(program.with_suffix(".map")).pieces if piece.output_section in loaded]
    owner_at = {piece.address: _owner(piece, symbols) for piece in pieces}
    owners: Counter[str] = Counter()
    for piece in pieces:
        owners[owner_at[piece.address]] += piece.size
    owners["alignment"] = flash - owners.total()
    largest = [
        Symbol(name, size, owner_at[address])
        for address, (name, size, _) in sorted(symbols.items(), key=lambda item: (-item[1][1], item[1][0]))
        if address in owner_at and size > 0
    ]
    return Size(flash, ram, owners, largest)


def _run(tool: str, *arguments: str) -> str:
    return subprocess.run([TOOLS + tool, *arguments], check=True, capture_output=True, text=True).stdout


def _symbols(program: Path) -> dict[int, tuple[str, int, str]]:
    """Address to demangled name, size, and the source file from the debug information."""
    symbols = {}
    for line in _run("nm", "--demangle", "--print-size", "--line-numbers", str(program)).splitlines():
        if found := re.match(r"([0-9a-f]+) ([0-9a-f]+) [^aAU] ([^\t]+)(?:\t(.*):\d+)?$", line):
            symbols[int(found[1], 16)] = (found[3], int(found[2], 16), found[4] or "")
    return symbols


def _owner(piece: linker_map.Piece, symbols: dict[int, tuple[str, int, str]]) -> str:
    name, _, source = symbols.get(piece.address, ("", 0, ""))
    if piece.section.startswith(".rodata"):
        if PAGE_TEXT.search(name):
            return "page text"
        if PAGE_TABLE.search(name):
            return "page tables"
    for pattern, owner in OWNERS:
        if found := pattern.search(piece.file):
            return found.expand(owner)
    layer = LAYER_HEADER.search(source)
    return layer[1] if layer else "application"


def measure_all(build: Path) -> dict[str, Size]:
    """Each configuration of a built preset, over the one that it is compared with."""
    folder = build / "tests" / "size"
    configurations = json.loads((folder / "configurations.json").read_text())
    whole = {each["name"]: measure(folder / f"size_{each['name']}.elf") for each in configurations}
    return {
        each["name"]: whole[each["name"]].over(whole[each["over"]])
        for each in configurations
        if each["name"] != each["over"]
    }


Sizes = dict[str, dict[str, Size]]  # core, configuration
Budget = dict[str, dict[str, dict[str, int | None]]]  # core, configuration, "budget" and "recorded"


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
        lines += ["| configuration | beside page | change | budget | libgcc | libc | page text | flash | RAM |"]
        lines += ["|---|--:|--:|--:|--:|--:|--:|--:|--:|"]
        for name, size in configurations.items():
            entry = budget.get(core, {}).get(name, {})
            recorded, limit = entry.get("recorded"), entry.get("budget")
            change = "new" if recorded is None else f"{size.beside_page - recorded:+d}"
            cells = [name, size.beside_page, change, "" if limit is None else limit, size.owners["libgcc"]]
            cells += [size.owners["libc"], size.page, size.flash, size.ram]
            lines.append(f"| {' | '.join(map(str, cells))} |")
        for name, size in configurations.items():
            layers = (f"{owner} {bytes}" for owner, bytes in sorted(size.owners.items(), key=lambda item: -item[1]))
            lines += ["", f"{name}: {', '.join(layers)}", ""]
            lines += [f"    {symbol.size:6} {symbol.owner:12} {symbol.name}" for symbol in size.largest[:symbols]]
    return "\n".join(lines[1:])


def as_json(sizes: Sizes) -> dict[str, Any]:
    return {
        core: {
            name: {
                "flash": size.flash,
                "beside_page": size.beside_page,
                "ram": size.ram,
                "owners": dict(size.owners),
                "symbols": [asdict(symbol) for symbol in size.largest],
            }
            for name, size in configurations.items()
        }
        for core, configurations in sizes.items()
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes everything measured there too")
    parser.add_argument("--budget", type=Path, default=BUDGET, metavar="FILE", help="instead of tests/size/budget.json")
    parser.add_argument("--record", action="store_true", help="enters what was measured in budget.json")
    parser.add_argument("--symbols", type=int, default=10, metavar="N", help="how many of the largest symbols to show")
    options = parser.parse_args()
    sizes = {preset: measure_all(presets.build(preset)) for preset in presets.PRESETS}
    budget: Budget = json.loads(options.budget.read_text())
    print(tables(sizes, budget, options.symbols))
    if options.json:
        options.json.write_text(json.dumps(as_json(sizes), indent=2) + "\n")
    if options.record:
        budget = record(sizes, budget)
        options.budget.write_text(json.dumps(budget, indent=2) + "\n")
    found = problems(sizes, budget)
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
