"""generated/ holds what the generator makes of the examples now, to the byte."""

import re
import subprocess
from pathlib import Path

import pytest

from harness.source_tree import HOST_COMPILERS, ROOT, RUNTIME_INCLUDE, Outcome

SCHEMAS = sorted((ROOT / "examples").glob("*/metrics.yaml"))
GENERATED = ROOT / "generated"


def generate(schema: Path, folder: Path) -> None:
    Outcome([str(ROOT / "generator" / "prometheus-express"), "generate", str(schema), "--output", str(folder)]).must_succeed()


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.parent.name)
def test_checked_in_files_are_fresh(schema: Path, tmp_path: Path) -> None:
    generate(schema, tmp_path)
    fresh = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in (GENERATED / schema.parent.name).iterdir()}
    assert kept == fresh, f"refresh: generator/prometheus-express generate {schema} --output generated/{schema.parent.name}"


def test_every_folder_of_generated_has_its_example() -> None:
    assert {path.name for path in GENERATED.iterdir()} == {schema.parent.name for schema in SCHEMAS}


@pytest.mark.parametrize("compiler", HOST_COMPILERS)
@pytest.mark.parametrize("source", sorted(GENERATED.glob("*/*.cpp")), ids=lambda source: source.stem)
def test_generated_code_compiles_without_a_warning(source: Path, compiler: str) -> None:
    flags = ("-std=c++20", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-pedantic", "-Werror", "-fno-exceptions", "-fno-rtti")
    Outcome([compiler, *flags, f"-I{RUNTIME_INCLUDE}", "-fsyntax-only", str(source)]).must_succeed()


@pytest.mark.parametrize("header", sorted(GENERATED.glob("*/*.hpp")), ids=lambda header: header.stem)
def test_generated_header_is_the_first_of_its_source(header: Path) -> None:
    """So it needs no other before it, since its source compiles."""
    includes = re.findall(r"^#include (.*)$", header.with_suffix(".cpp").read_text(), re.MULTILINE)
    assert includes[0] == f'"{header.name}"'
    assert re.search("^#pragma once$", header.read_text(), re.MULTILINE)


def test_output_does_not_depend_on_where_the_generator_runs(tmp_path: Path) -> None:
    schema = SCHEMAS[0]
    launcher = ROOT / "generator" / "prometheus-express"
    subprocess.run([launcher, "generate", schema.name, "--output", tmp_path], cwd=schema.parent, check=True)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (GENERATED / schema.parent.name / path.name).read_bytes()
