#!/usr/bin/env python3
"""Finds in linked firmware what firmware must not hold, and who refers to it.

    tests/size/symbols.py [--decimals-only] PROGRAM.elf...

The linker's map (with --cref) stands beside the program. Exit status 1: something was found.
"""

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import linker_map

TOOLS = "arm-none-eabi-"

# Name of the class to pattern of a whole demangled symbol.
FORBIDDEN = {
    "heap": r"_?(malloc|free|calloc|realloc|memalign|aligned_alloc|sbrk|malloc_trim)(_r)?|_sbrk|__malloc_\w+",
    "operator new or delete": r"operator (new|delete)(\[\])?\(.*",
    "exceptions and other C++ ABI": r"__cxa_\w+|__gxx_personality\w*|_Unwind_\w+|__aeabi_(atexit|unwind_cpp_pr\d)"
    r"|__dynamic_cast|typeinfo( name)? for .*|vtable for __cxxabiv1::.*",
    "dynamic initialisation": r"_GLOBAL__(sub_)?I_.*|__static_initialization_and_destruction_0.*",
    "printf and scanf": r"\w*(printf|scanf)\w*|_dtoa_r|__ssputs_r",
    "iostream and locale": r"std::(basic_)?(i|o|io|f|s)*(stream|streambuf|ios|ios_base)\b.*|std::(__\w+::)?locale\b.*"
    r"|std::(cout|cin|cerr|clog)|\w*locale\w*",
    "charconv": r".*std::(to|from)_chars.*|std::__detail::__to_chars.*",
    "libatomic": r"__atomic_\w+|__sync_\w+",
}

# Arm's names (Run-time ABI for the Arm Architecture, "The floating-point helper functions"), then GCC's (GCC Internals,
# "Routines for floating point emulation").
FLOAT_ARITHMETIC = (
    r"__aeabi_([fd]\w+|[il]2[fd]|u[il]2[fd]|c[fd]\w+)"
    r"|__(add|sub|mul|div|neg|pow|cmp|unord|eq|ne|lt|le|gt|ge)([sd]f)[234i]?2?"
    r"|__(fix|fixuns)[sd]f[sdt]i|__(float|floatun)[sdt]i[sd]f|__extend[hs]f[sd]f2|__trunc[sd]f[hs]f2"
)

# Loads, stores and moves of a value that nobody computes with are no arithmetic.
FPU_INSTRUCTION = re.compile(
    r"\t(v(?:add|sub|n?mul|div|n?ml[as]|fn?m[as]|sqrt|cvt|cmp|abs|neg|rint|maxnm|minnm|sel)\w*(?:\.\w+)*)\t"
)


@dataclass(frozen=True)
class Finding:
    kind: str
    what: str
    users: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind}: {self.what}, referred to by {', '.join(self.users)}"


def check(program: Path, decimals_only: bool = False) -> list[Finding]:
    """All findings, in the order of the classes."""
    link = linker_map.read(program.with_suffix(".map"))
    forbidden = FORBIDDEN | ({"floating-point arithmetic": FLOAT_ARITHMETIC} if decimals_only else {})
    defined = _defined_symbols(program)
    findings = []
    for kind, pattern in forbidden.items():
        used, unused = [], []
        for symbol in sorted(name for name in defined if re.fullmatch(pattern, name)):
            if users := link.users_of(symbol):
                used.append(Finding(kind, symbol, tuple(map(linker_map.short, users))))
            else:
                unused.append(Finding(kind, symbol, (linker_map.short(link.file_at(defined[symbol])),)))
        # What came along in the same object, as libgcc's other operations do, says nothing more.
        findings += used or unused
    if decimals_only:
        findings += _fpu_instructions(program, link)
    return findings


def _run(tool: str, *arguments: str) -> str:
    return subprocess.run([TOOLS + tool, *arguments], check=True, capture_output=True, text=True).stdout


def _defined_symbols(program: Path) -> dict[str, int]:
    lines = (line.split(maxsplit=2) for line in _run("nm", "--demangle", "--defined-only", str(program)).splitlines())
    # `a` and `A` are values of the linker script.
    return {name: int(address, 16) for address, letter, name in lines if letter not in "aA"}


def _fpu_instructions(program: Path, link: linker_map.LinkerMap) -> list[Finding]:
    """One finding for each function that computes on the FPU, with the first such instruction."""
    findings: dict[str, Finding] = {}
    function, address = "", 0
    for line in _run("objdump", "--disassemble", "--demangle", "--no-show-raw-insn", str(program)).splitlines():
        if start := re.match(r"([0-9a-f]+) <(.*)>:$", line):
            function, address = start[2], int(start[1], 16)
        elif (found := FPU_INSTRUCTION.search(line)) and function not in findings:
            file = linker_map.short(link.file_at(address))
            findings[function] = Finding("floating-point arithmetic", f"{found[1]} in {function}", (file,))
    return list(findings.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--decimals-only", action="store_true", help="floating-point arithmetic is forbidden too")
    parser.add_argument("programs", nargs="+", type=Path, metavar="PROGRAM.elf")
    options = parser.parse_args()
    findings = [(program, each) for program in options.programs for each in check(program, options.decimals_only)]
    for program, finding in findings:
        print(f"{program}: {finding}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
