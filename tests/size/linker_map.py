"""Reads the map file that GNU ld writes with -Map and --cref."""

import re
from dataclasses import dataclass, field
from pathlib import Path

# "Cross Reference Table": the file's name starts here, on the next line where the symbol's is longer.
FILE_COLUMN = 50
# These hold entries of objects of which nothing is left in the program.
NOT_LOADED = (".debug", ".comment", ".ARM.attributes")

_OUTPUT_SECTION = re.compile(r"^(\.[\w.]+)")
_PIECE = re.compile(r"^ (\S+)\s+0x([0-9a-f]+)\s+0x([0-9a-f]+) (\S.*)$")
_NAME_ALONE = re.compile(r"^ (\.\S+|COMMON)$")


@dataclass(frozen=True)
class Piece:
    """An input section that is part of the program."""

    output_section: str
    section: str
    address: int
    size: int
    file: str


@dataclass(frozen=True)
class LinkerMap:
    pieces: list[Piece] = field(default_factory=list)
    # Demangled symbol to the files of the program that name it, first the one that defines it.
    references: dict[str, list[str]] = field(default_factory=dict)

    def file_at(self, address: int) -> str:
        found = (piece.file for piece in self.pieces if piece.address <= address < piece.address + piece.size)
        return next(found, "?")

    def users_of(self, symbol: str) -> list[str]:
        """The files in the program that refer to the symbol, without the one that defines it."""
        return self.references.get(symbol, [])[1:]


def short(file: str) -> str:
    """libc.a(malloc.o), weather/main.cpp.obj: what a reader needs of the path."""
    if ".dir/" in file:
        return file.rsplit(".dir/", 1)[1]
    return file.rsplit("/", 1)[-1]


def read(path: Path) -> LinkerMap:
    text = path.read_text()
    _, _, text = text.partition("\nLinker script and memory map\n")
    memory, _, references = text.partition("\nCross Reference Table\n")
    pieces = _pieces(memory)
    return LinkerMap(pieces, _references(references, {piece.file for piece in pieces}))


def _pieces(text: str) -> list[Piece]:
    pieces = []
    output_section = ""
    name_before = ""
    for line in text.splitlines():
        if name_before:
            line = f" {name_before} {line.strip()}"
            name_before = ""
        if found := _OUTPUT_SECTION.match(line):
            output_section = found[1]
        elif found := _NAME_ALONE.match(line):
            name_before = found[1]
        elif found := _PIECE.match(line):
            section, address, size, file = found[1], int(found[2], 16), int(found[3], 16), found[4]
            if size > 0 and not output_section.startswith(NOT_LOADED):
                pieces.append(Piece(output_section, section, address, size, file))
    return pieces


def _references(text: str, files: set[str]) -> dict[str, list[str]]:
    references: dict[str, list[str]] = {}
    symbol = ""
    for line in text.splitlines():
        file = line[FILE_COLUMN:].strip()
        if not line.startswith(" "):
            # A long demangled name may itself have a space before the column.
            on_same_line = line[FILE_COLUMN - 1 : FILE_COLUMN] == " " and file in files
            symbol = line[:FILE_COLUMN].strip() if on_same_line else line.strip()
        if file in files:
            references.setdefault(symbol, []).append(file)
    return references
