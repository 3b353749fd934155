"""What a C++ file includes, and the layer that a file belongs to."""

import re
from dataclasses import dataclass
from pathlib import Path

from harness.source_tree import ROOT, RUNTIME_INCLUDE
from layers import ALLOWED, ELSEWHERE

COMMENT_OR_LITERAL = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"', re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*include(?:_next)?\b[ \t]*(.*?)[ \t]*$", re.MULTILINE)
TARGET = re.compile(r'^(?:<([^>]+)>|"([^"]+)")$')
OURS = "prometheus_express/"


@dataclass(frozen=True)
class Include:
    line: int
    name: str  # as written, without its brackets or quotes
    in_quotes: bool


class UnreadableInclude(Exception):
    """An #include whose target is computed: no test could say what it brings in."""


def without_comments(text: str) -> str:
    def blank(match: re.Match[str]) -> str:
        found = match.group()
        return found if found.startswith('"') else "\n" * found.count("\n")

    return COMMENT_OR_LITERAL.sub(blank, text)


def includes_of(text: str) -> list[Include]:
    text = without_comments(text)
    found = []
    for match in DIRECTIVE.finditer(text):
        target = TARGET.match(match.group(1))
        line = text.count("\n", 0, match.start(1)) + 1
        if target is None:
            raise UnreadableInclude(f"line {line}: #include {match.group(1)}")
        found.append(Include(line, target.group(1) or target.group(2), target.group(2) is not None))
    return found


def layer_of(path: Path) -> str:
    """The layer of a file of the runtime: the folder below include/prometheus_express or src, or one in it that is a layer
    of its own, together with the header of its name. Empty: it is in none."""
    for base in (RUNTIME_INCLUDE / OURS, ROOT / "runtime" / "src"):
        if path.is_relative_to(base):
            place = path.relative_to(base)
            if base != ROOT / "runtime" / "src" and place.as_posix() in ELSEWHERE:
                return ELSEWHERE[place.as_posix()]
            nested = "/".join(place.with_suffix("").parts[:2])
            return nested if nested in ALLOWED else place.parts[0] if place.parent.parts else ""
    return ""


def included_layer(include: Include, includer: Path) -> "str | None":
    """The layer that an include leads to; None if it leads out of the runtime."""
    if include.name.startswith(OURS):
        return layer_of(RUNTIME_INCLUDE / include.name)
    if include.in_quotes:
        for folder in (includer.parent, ROOT / "runtime" / "src"):
            beside = (folder / include.name).resolve()
            if beside.is_relative_to(ROOT / "runtime"):
                if beside.is_file():
                    return layer_of(beside)
    return None
