#!/usr/bin/env python3
"""Makes the file that a boot loader takes over USB of a program for a chip: uf2.py rp2040|samd51 PROGRAM.elf PROGRAM.uf2

The program's loaded segments become blocks of 256 bytes; https://github.com/microsoft/uf2 has the format.
"""

import struct
import sys
from pathlib import Path

MAGIC_START = (0x0A324655, 0x9E5D5157)
MAGIC_END = 0x0AB16F30
FAMILY_IS_GIVEN = 0x2000
FAMILIES = {"rp2040": 0xE48BFF56, "samd51": 0x55114460}
BLOCK = 256  # bytes of the program in each block
SECTOR = {"rp2040": 4096, "samd51": 8192}  # of the flash, which is erased as a whole: it may have no hole
LOADED = 1  # PT_LOAD


def segments(elf: bytes) -> "list[tuple[int, bytes]]":
    """Physical address and bytes of what is to be loaded: of a 32-bit little-endian ELF file."""
    if elf[:6] != b"\x7fELF\x01\x01":
        raise ValueError("not a 32-bit little-endian ELF file")
    (start,) = struct.unpack_from("<I", elf, 28)
    size, count = struct.unpack_from("<HH", elf, 42)
    found = []
    for at in range(start, start + size * count, size):
        kind, offset, _, address, length = struct.unpack_from("<5I", elf, at)
        if kind == LOADED and length:
            found.append((address, elf[offset : offset + length]))
    return found


def blocks(parts: "list[tuple[int, bytes]]", size: int) -> "dict[int, bytearray]":
    """Blocks by address; every sector that is touched has all of them, but for those behind the program's end."""
    made: "dict[int, bytearray]" = {}
    for address, data in parts:
        for offset, byte in enumerate(data, address):
            made.setdefault(offset // BLOCK * BLOCK, bytearray(BLOCK))[offset % BLOCK] = byte
    last = max(made)
    for sector in {address // size * size for address in made}:
        for address in range(sector, min(sector + size, last), BLOCK):
            made.setdefault(address, bytearray(BLOCK))
    return made


def uf2(elf: bytes, chip: str) -> bytes:
    made = blocks(segments(elf), SECTOR[chip])
    text = b""
    for number, address in enumerate(sorted(made)):
        head = struct.pack("<8I", *MAGIC_START, FAMILY_IS_GIVEN, address, BLOCK, number, len(made), FAMILIES[chip])
        text += head + bytes(made[address]).ljust(476, b"\0") + struct.pack("<I", MAGIC_END)
    return text


if __name__ == "__main__":
    chip, program, output = sys.argv[1:]
    Path(output).write_bytes(uf2(Path(program).read_bytes(), chip))
