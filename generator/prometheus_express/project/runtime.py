"""The runtime as files: which of them a board compiles, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

INSTALLED = Path(__file__).parents[1] / "runtime"
CHECKOUT = Path(__file__).parents[3] / "runtime"
OWN = "prometheus_express"  # the folder that every #include of the library begins with

PORTS_OF_ANY_BOARD = ("w5500",)
PORTS_OF_A_VENDOR = ("lwip",)  # whose headers the board's build must have
NO_LAYER_OF_A_BOARD = ("host", "ports")
LARGE_TABLES = ("double_text_full.cpp",)  # what double_text_compact.cpp does in a tenth of the flash


def runtime_folder() -> Path:
    return INSTALLED if INSTALLED.is_dir() else CHECKOUT


def board_files(ports: Sequence[str] = ()) -> dict[str, str]:
    """The headers and sources of all layers that a board may have, of the ports that need no vendor's header, and of those that are
    named; by their paths below one folder, so that `-I` of that folder is all that they need."""
    chosen = (*PORTS_OF_ANY_BOARD, *ports)
    files: dict[str, str] = {}
    for root in (runtime_folder() / "include" / OWN, runtime_folder() / "src"):
        for path in _sorted(root):
            name = PurePosixPath(path.relative_to(root).as_posix())
            if _is_of_a_board(name, chosen):
                files[f"{OWN}/{name}"] = path.read_text(encoding="utf-8")
    return files


def _sorted(root: Path) -> Iterator[Path]:
    return iter(sorted(path for path in root.rglob("*") if path.suffix in (".hpp", ".cpp")))


def _is_of_a_board(name: PurePosixPath, ports: Sequence[str]) -> bool:
    if name.name in LARGE_TABLES:
        return False
    if name.parts[0] == "ports":
        return name.parts[1].removesuffix(".hpp") in ports
    return len(name.parts) > 1 and name.parts[0] not in NO_LAYER_OF_A_BOARD
