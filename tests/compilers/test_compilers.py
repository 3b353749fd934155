"""The oldest compilers that the README promises, and the newest that there are packages of, take the runtime and what is generated,
and say nothing under the strictest set of warnings. tests/packages.txt names them."""

import re
import shutil
from pathlib import Path

import pytest

from harness.source_tree import ROOT, Outcome, needs_a_vendor, relative, run_all, tracked_files, with_suffix
from harness.warnings import NOT_HEARD, strictest

PACKAGES = ROOT / "tests" / "packages.txt"
CASES = ("g++-11", "g++", "clang-14", "clang-14 libc++", "clang-19")
# Generated code: drivers, open labels. Programs: a server with all of its parts, and one with the fewest.
SOURCES = [
    *(relative(path) for path in with_suffix(tracked_files("generated/weather_station", "generated/peers"), ".cpp")),
    "tests/conformance/server.cpp",
    "tests/conformance/whole.cpp",
]
# Left out: the smaller of two tables, and the port of the W5500, of which g++ and clang -Wall is asked.
LEFT_OUT = {"double_text_compact.cpp", "w5500"}


def installed(package: str) -> str:
    """Of the need that begins with this package in tests/packages.txt, the first that is here, as a command or a folder of headers."""
    line = next(line for line in PACKAGES.read_text().splitlines() if line.split()[:1] == [package])
    names = re.match(r"\S+(?: \| \S+)*", line)
    assert names
    for name in names[0].split(" | "):
        version = "".join(filter(str.isdigit, name))
        if name.startswith("libc++") and (folder := Path(f"/usr/lib/llvm-{version}/include/c++/v1")).is_dir():
            return str(folder)
        if command := shutil.which(name.replace("clang", "clang++")):
            return command
    pytest.fail(f"none of {names[0]} is installed: ./tests/run setup", pytrace=False)


def all_of_the_runtime() -> str:
    """One source that includes every header, then every source."""
    files = [path for path in tracked_files("runtime/include", "runtime/src") if not needs_a_vendor(path)]
    files = [path for path in files if not LEFT_OUT & set(path.parts)]
    return "".join(f'#include "{path}"\n' for path in with_suffix(files, ".hpp") + with_suffix(files, ".cpp"))


def command(case: str) -> list[str]:
    package, _, library = case.partition(" ")
    flags = ["-std=c++20", "-Werror", *strictest(package), "-Iruntime/include", "-Iruntime/src"]
    # Pointers that may be null are found by g++ while it optimises; clang then says nothing more.
    flags += ["-fsyntax-only"] if package.startswith("clang") else ["-O2", "-S", "-o", "/dev/null"]
    if library:
        flags += ["-nostdinc++", "-isystem", installed("libc++-14-dev")]
    return [installed(package), *flags]


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    commands = {}
    for case in CASES:
        commands[f"{case} runtime"] = ([*command(case), "-x", "c++", "-"], all_of_the_runtime())
        for source in SOURCES:
            commands[f"{case} {source}"] = ([*command(case), source], "")
    return run_all(commands)


@pytest.mark.parametrize("source", ["runtime", *SOURCES])
@pytest.mark.parametrize("case", CASES)
def test_nothing_is_said(case: str, source: str, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[f"{case} {source}"]
    outcome.must_succeed()
    assert outcome.output == ""


@pytest.mark.parametrize("case", CASES)
def test_a_warning_is_heard(case: str) -> None:
    """Otherwise the flags would say nothing of anything."""
    fault = "bool same(float left, float right);\nbool same(float left, float right) { return left == right; }\n"
    outcome = Outcome([*command(case), "-x", "c++", "-"], fault)
    assert not outcome.succeeded and "float-equal" in outcome.output


def test_what_is_not_heard_is_written_down() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text()
    assert [name for name in NOT_HEARD if f"`-W{name}`" not in text] == []
