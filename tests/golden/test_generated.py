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
    text = header.read_text()
    if "namespace prometheus_express::devices" in text:  # of whose header each application has a copy
        (guard,) = re.findall(r"^#ifndef (\w+)\n#define \1\n", text, re.MULTILINE)
        assert text.endswith(f"#endif  // {guard}\n")
    else:
        assert re.search("^#pragma once$", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["two_sensors", "two_sensors_sensors"])
def test_either_header_of_an_application_is_the_whole_of_it(name: str) -> None:
    """Both have always been included by programs, also alone; and neither includes the other back."""
    program = (
        f'#include "{name}.hpp"\n'
        "struct House {\n  two_sensors::Metrics metrics;\n};\nconstinit House house;\n"
        "void start(two_sensors::Sensors& sensors) {\n"
        "  sensors.poll(house.metrics, {0});\n"
        "  (void)two_sensors::site(house);\n"
        "  (void)two_sensors::source(house);\n"
        "  (void)&two_sensors::default_page;\n"
        "}\n"
    )
    flags = ("-std=c++20", "-Wall", "-Wextra", "-Werror", f"-I{RUNTIME_INCLUDE}", f"-I{GENERATED / 'two_sensors'}", "-fsyntax-only", "-xc++", "-")
    Outcome([HOST_COMPILERS[0], *flags], program).must_succeed()
    assert "two_sensors_sensors.hpp" not in (GENERATED / "two_sensors" / "two_sensors.hpp").read_text()


def test_a_part_has_the_same_driver_in_every_application() -> None:
    copies: dict[str, set[str]] = {}
    for file in GENERATED.glob("*/*.[ch]pp"):
        text = file.read_text()
        if re.search("^namespace prometheus_express::devices", text, re.MULTILINE):
            copies.setdefault(file.name, set()).add(text)
    applications = [file.parent for file in GENERATED.glob("*/bosch_bme280.cpp")]
    assert len(applications) > 1 and all(len(texts) == 1 for texts in copies.values())


def test_another_description_of_the_same_name_is_another_class(tmp_path: Path) -> None:
    """Each in a namespace of its own, beside which no program that has both mistakes one for the other."""
    description = (ROOT / "schema" / "devices" / "ti" / "tmp105.yaml").read_text()
    found = []
    for folder, text in {"one": description, "same": description, "other": description.replace("title: ", "title: Another ")}.items():
        tmp_path.joinpath(folder).mkdir()
        tmp_path.joinpath(folder, "part.yaml").write_text(text)
        schema = tmp_path / folder / "metrics.yaml"
        schema.write_text(
            f"version: 1\napplication: {folder}\nbuses: {{i2c0: {{type: i2c}}}}\n"
            "sensors: {desk: {device: ./part.yaml, bus: i2c0, address: 0x48, every: 5s}}\n"
            "metrics: {temperature: {help: Of the desk, read: desk.temperature}}\n"
        )
        generate(schema, tmp_path / folder)
        found.append(re.findall(r"^namespace (prometheus_express::devices::inline \w+) {$", (tmp_path / folder / "ti_tmp105.hpp").read_text(), re.MULTILINE))
    assert found[0] == found[1] and found[0] != found[2] and all(len(one) == 1 for one in found)


def test_output_does_not_depend_on_where_the_generator_runs(tmp_path: Path) -> None:
    schema = SCHEMAS[0]
    launcher = ROOT / "generator" / "prometheus-express"
    subprocess.run([launcher, "generate", schema.name, "--output", tmp_path], cwd=schema.parent, check=True)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (GENERATED / schema.parent.name / path.name).read_bytes()
