"""generated/ holds what the generator makes of the examples now, to the byte."""

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


def test_a_second_generation_writes_nothing(tmp_path: Path) -> None:
    generate(SCHEMAS[0], tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    generate(SCHEMAS[0], tmp_path)
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_output_does_not_depend_on_where_the_generator_runs(tmp_path: Path) -> None:
    schema = SCHEMAS[0]
    launcher = ROOT / "generator" / "prometheus-express"
    subprocess.run([launcher, "generate", schema.name, "--output", tmp_path], cwd=schema.parent, check=True)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (GENERATED / schema.parent.name / path.name).read_bytes()
