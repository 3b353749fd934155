"""The size of linked firmware, by piece: what the linker put in, for whom, and how much of it."""

import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import linker_map

TOOLS = "arm-none-eabi-"

# Constants that generated code names so are the exposition text itself, and where its values go.
PAGE_TEXT = re.compile(r"_text(_\d+)?$")
PAGE_TABLE = re.compile(r"_(stops(_\d+)?|blocks|families|page)$")

# Where a piece of the program belongs, by the object file or archive it comes from.
LIBRARIES = [
    (re.compile(r"/libgcc\.a\("), "libgcc"),
    (re.compile(r"/lib(c|g|m|rdimon)(_nano)?\.a\("), "libc"),
    (re.compile(r"/lib(std|sup)c\+\+(_nano)?\.a\("), "libstdc++"),
    (re.compile(r"libprometheus_express_(\w+)\.a\("), r"\1"),
    (re.compile(r"/lwip\.dir/|/liblwip\w*\.a\("), "lwip"),
    (re.compile(r"prometheus_express_target_startup\.dir/"), "start-up"),
]
# Where the rest belongs, by the source file of a function or variable, else by the object file; what none of these knows
# is the application's. Inline functions and templates of the runtime belong to their header's folder; those of generated
# headers bind the application's own functions, and are the application's.
FOLDERS = [
    (re.compile(r"/include/prometheus_express/(ports/\w+|\w+)[/.]"), r"\1"),
    (re.compile(r"/runtime/src/(ports/\w+)/"), r"\1"),
    (re.compile(r"\.dir/(prometheus_express|sensors)/"), "generated"),
    (re.compile(r"/board/\w+\.[hc]pp"), "board"),
]


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
    ram_owners: Counter[str]
    largest: list[Symbol]
    alone: int | None = None  # flash of the firmware over the empty one's, where that is known

    def over(self, base: "Size") -> "Size":
        """What this firmware takes more than that one."""
        largest = [symbol for symbol in self.largest if symbol not in base.largest]
        owners, ram_owners = _over(self.owners, base.owners), _over(self.ram_owners, base.ram_owners)
        return Size(self.flash - base.flash, self.ram - base.ram, owners, ram_owners, largest)

    def of(self, owner: str) -> "Size":
        """What one of the owners takes of this firmware."""
        owners, ram_owners = Counter({owner: self.owners[owner]}), Counter({owner: self.ram_owners[owner]})
        largest = [symbol for symbol in self.largest if symbol.owner == owner]
        return Size(owners.total(), ram_owners.total(), owners, ram_owners, largest)

    @property
    def page(self) -> int:
        return self.owners["page text"]

    @property
    def beside_page(self) -> int:
        return self.flash - self.page


def measure(program: Path) -> Size:
    """The size of a whole program; its map stands beside it."""
    sections = _run("objdump", "--section-headers", str(program))
    flash, ram, loaded, variable = 0, 0, set(), set()
    for name, size, flags in re.findall(r"^ +\d+ (\S+) +([0-9a-f]+) .*\n +(.*)$", sections, re.MULTILINE):
        if "LOAD" in flags:
            flash += int(size, 16)
            loaded.add(name)
        if "ALLOC" in flags and "READONLY" not in flags:
            ram += int(size, 16)
            variable.add(name)
    symbols = _symbols(program)
    owners: Counter[str] = Counter()
    ram_owners: Counter[str] = Counter()
    owner_at = {}
    for piece in linker_map.read(program.with_suffix(".map")).pieces:
        owner = _owner(piece, symbols)
        if piece.output_section in loaded:
            owners[owner] += piece.size
            owner_at[piece.address] = owner
        if piece.output_section in variable:
            ram_owners[owner] += piece.size
    owners["alignment"] = flash - owners.total()
    ram_owners["alignment"] = ram - ram_owners.total()
    largest = [
        Symbol(name, size, owner_at[address])
        for address, (name, size, _) in sorted(symbols.items(), key=lambda item: (-item[1][1], item[1][0]))
        if address in owner_at and size > 0
    ]
    return Size(flash, ram, owners, ram_owners, largest)


def _over(owners: Counter[str], base: Counter[str]) -> Counter[str]:
    difference = Counter(owners)
    difference.subtract(base)
    return Counter({owner: size for owner, size in difference.items() if size})


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
    for file, patterns in ((piece.file, LIBRARIES), (source, FOLDERS), (piece.file, FOLDERS)):
        for pattern, owner in patterns:
            if found := pattern.search(file):
                return found.expand(owner)
    return "application"
