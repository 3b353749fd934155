"""The files of this project and the compilers that they are held against."""

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNTIME_INCLUDE = ROOT / "runtime" / "include"
HOST_COMPILERS = ("g++", "clang++")
# Ports whose files need a vendor's headers, which a host does not have.
VENDOR_PORTS = frozenset({"lwip", "mbedtls"})
FREESTANDING_RULES = ("-std=c++20", "-Wall", "-Wextra", "-Werror", "-fno-exceptions", "-fno-rtti")


def tracked_files(*folders: str) -> list[Path]:
    """The files below the folders (all of the project, without one) that are in git or could be added, sorted."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *folders],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )
    return [path for name in sorted(set(filter(None, listing.stdout.split("\0")))) if (path := ROOT / name).is_file()]


def with_suffix(files: Iterable[Path], *suffixes: str) -> list[Path]:
    return [path for path in files if path.suffix in suffixes]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def needs_a_vendor(path: Path) -> bool:
    return "ports" in path.parts and bool(VENDOR_PORTS & {path.stem, *path.parts})


class Outcome:
    """What a command printed, and whether it succeeded."""

    def __init__(self, command: Sequence[str], text: str = "") -> None:
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}, input=text,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300,
        )
        self.succeeded = done.returncode == 0
        self.output = done.stdout

    def must_succeed(self) -> None:
        if not self.succeeded:
            pytest.fail(self.output, pytrace=False)


def run_all(commands: Mapping[str, tuple[Sequence[str], str]]) -> dict[str, Outcome]:
    """Runs commands, each with its standard input, on every processor; the outcomes under the same names."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(commands, pool.map(lambda work: Outcome(*work), commands.values())))
