"""The compiler holds every number of a receipt, and what else the generator says of the runtime."""

import re
from pathlib import Path

import pytest

from harness.source_tree import ROOT, RUNTIME_INCLUDE, Outcome

GENERATED = ROOT / "generated"
HEADERS = sorted(GENERATED.glob("*/*.hpp"))
APPLICATIONS = [header.parent.name for header in HEADERS if header.stem == header.parent.name]


def stated(receipt: str, what: str) -> list[str]:
    """The numbers of the receipt's lines that begin with `what`."""
    return [number for line in re.findall(rf"^//   {what} +(.*)$", receipt, re.MULTILINE) for number in re.findall(r"\b\d+\b(?!-bit)", line)]


@pytest.mark.parametrize("name", APPLICATIONS)
def test_every_number_of_the_receipt_is_one_that_the_compiler_holds(name: str) -> None:
    header, source = ((GENERATED / name / f"{name}{suffix}").read_text() for suffix in (".hpp", ".cpp"))
    receipt, _, code = header.partition("#pragma once")
    held = {
        "series": re.findall(r"static_assert\(px::series_of\(\w+\) == (\d+),", source)
        + re.findall(r"static_assert\(std::size\(\w+\) == (\d+),", source),
        "cells": re.findall(r"static_assert\(sizeof\(Metrics\) == (\d+),", code),
        "http": re.findall(r"static_assert\(256 \+ limits[^;]*==\s+(\d+)\s*&& limits\.connections == (\d+),", code),
        "tables": re.findall(r"static_assert\(px::flash_of\([^;]*\) == (\d+),", source),
        "page": re.findall(r"static_assert\(px::largest_page\(\w+, \w+\) == (\d+),", source),
    }
    kinds = re.findall(r"^//   (\w+) {2,}", receipt, re.MULTILINE)
    assert set(kinds) == set(held)
    for what, numbers in held.items():
        flat = [number for found in numbers for number in ([found] if isinstance(found, str) else found)]
        assert stated(receipt, what) == flat, what


def compiled_with(name: str, file: str, old: str, new: str, folder: Path, compiled: str) -> Outcome:
    """What the compiler says of an application of which one text in one file is another."""
    for path in (GENERATED / name).iterdir():
        text = path.read_text()
        if path.name == file:
            assert text.count(old) == 1
            text = text.replace(old, new)
        (folder / path.name).write_text(text)
    return Outcome(["g++", "-std=c++20", "-fsyntax-only", f"-I{RUNTIME_INCLUDE}", str(folder / compiled)])


def test_an_application_compiles_as_it_was_generated(tmp_path: Path) -> None:
    compiled_with("peers", "peers.hpp", "#pragma once", "#pragma once", tmp_path, "peers.cpp").must_succeed()


@pytest.mark.parametrize("size", [48, 52, 60])
def test_a_snapshot_of_another_size_than_the_renderer_needs_is_refused(size: int, tmp_path: Path) -> None:
    outcome = compiled_with("peers", "peers.hpp", "snapshot_bytes = 56;", f"snapshot_bytes = {size};", tmp_path, "peers.cpp")
    assert not outcome.succeeded
    assert "the receipt is wrong" in outcome.output


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"nack", "wrong_id"', '"wrong_id", "nack"'),  # two of them exchanged
        ('"out_of_range", "bus"', '"out_of_range"'),  # the last one missing
        ('"out_of_range", "bus"', '"out_of_range", "bus", "sun"'),  # one too many
    ],
)
def test_reasons_in_another_order_than_the_drivers_failures_are_refused(old: str, new: str, tmp_path: Path) -> None:
    name = "weather_station"
    outcome = compiled_with(name, f"{name}.hpp", old, new, tmp_path, f"{name}_sensors.cpp")
    assert not outcome.succeeded
    assert "made for another version of prometheus_express" in outcome.output
