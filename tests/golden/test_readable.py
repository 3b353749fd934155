"""Generated code is read in review: short lines, steps by their names, and no formula that says more than it must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.source_tree import ROOT

GENERATED = ROOT / "generated"
FILES = sorted(GENERATED.glob("*/*.[ch]pp"))
DEVICES = ROOT / "schema" / "devices"
DRIVERS = [file for file in FILES if file.suffix == ".cpp" and "::run() {" in file.read_text()]
LINE = 120


def in_page_texts(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is one of a page's text."""
    inside = False
    for line in text.splitlines():
        yield line, inside
        for raw in re.findall(r'R"_*\(|\)_*"', line):
            inside = raw.startswith("R")


def cases_of(driver: Path) -> dict[str, list[str]]:
    """The lines of each case of a driver's program."""
    _, _, program = driver.read_text().partition("::run() {")
    found: dict[str, list[str]] = {}
    for line in program.splitlines():
        case = re.match(r"    case (\d+):", line)
        if case:
            found[case.group(1)] = []
        if found:
            found[list(found)[-1]].append(line.strip())
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_line_is_longer_than_120_columns_but_samples_of_a_page(file: Path) -> None:
    """A sample line of a page stands in one line as it is served, however long; all else is broken, the page's other lines too."""
    long = [
        line
        for line, of_a_page in in_page_texts(file.read_text())
        if len(line.encode()) > LINE and not (of_a_page and not line.startswith("#"))
    ]
    assert not long


def test_there_are_drivers_of_every_kind_of_step() -> None:
    assert len(DRIVERS) > 28
    verbs = {verb for driver in DRIVERS for verb in re.findall(r"// ([a-z]+)(?::|$)", driver.read_text(), re.MULTILINE)}
    assert verbs >= {
        "start", "identify", "prepare", "measure", "read", "write", "modify", "send", "receive", "exchange", "wait", "repeat",
        "check", "if", "each", "part", "publish",
    } - {"start"}  # fmt: skip


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.stem)
def test_each_case_says_which_step_of_the_description_it_is(driver: Path) -> None:
    for number, lines in cases_of(driver).items():
        assert re.match(rf"case {number}:( \{{)?  // [a-z]", lines[0]), lines[:3]


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.stem)
def test_registers_are_named_with_their_addresses(driver: Path) -> None:
    """Every register that a step of the description names, and no other, as the description itself writes it."""
    device = re.match(r"// ([a-z0-9-]+/[a-z0-9-]+): ", driver.read_text())
    assert device
    description = DEVICES.joinpath(f"{device.group(1)}.yaml").read_text()
    described = dict(re.findall(r"^  (\w+):\s+(?:\{)?\s*at: (0x[0-9A-Fa-f]+|\d+)", description, re.MULTILINE))
    named = {
        (name, int(at, 16))
        for lines in cases_of(driver).values()
        for line in lines
        for notes in re.findall(r"// (?:read|write|modify): (.*)", line)
        for name, at in re.findall(r"(\w+) \((0x[0-9A-F]+)\)", notes)
    }
    assert {(name, int(described[name], 0)) for name, _ in named} == named
    used = set(re.findall(r"\bread: (\w+)", description)) & set(described)
    assert used <= {name for name, _ in named}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_constants_are_folded_and_nothing_is_negated_twice(file: Path) -> None:
    text = "\n".join(line for line, of_a_page in in_page_texts(file.read_text()) if not of_a_page)
    for superfluous in (
        r"static_cast<[^<>]*>\(-?\d+\)",
        r"(<<|>>|\|) 0\b(?!x)",
        r"(?<![*/%] )(?<![-\w.])\d+ [-+] \d+\b(?! [*/%])",
        r"\b\d+ \* \d+\b",
        r"\+ \d+ [-+] \d+\b(?! [*/%])",
        r"\* 1\b(?![.\d])",
        r"!\(*!",
        r"& ~0",
        r"\+ 0\b(?![x.])",
    ):
        assert not re.findall(superfluous, text), superfluous


@pytest.mark.parametrize("folder", sorted({file.parent for file in FILES}), ids=lambda folder: folder.name)
def test_no_header_includes_itself_by_way_of_others(folder: Path) -> None:
    includes = {file.name: re.findall(r'#include "(.*?)"', file.read_text()) for file in folder.glob("*.hpp")}

    def reached(name: str) -> set[str]:
        found: set[str] = set()
        coming = list(includes[name])
        while coming:
            one = coming.pop()
            if one not in found:
                found.add(one)
                coming += includes.get(one, [])
        return found

    assert not [name for name in includes if name in reached(name)]


@pytest.mark.parametrize("source", [file for file in FILES if file.suffix == ".cpp"], ids=lambda source: source.name)
def test_each_header_is_the_first_that_its_source_includes(source: Path) -> None:
    """Which shows, where that source compiles, that it needs no other before it."""
    assert re.findall('#include ["<](.*?)[">]', source.read_text())[0] == source.with_suffix(".hpp").name
