"""`prometheus-express export`: the library as plain folders, compiled without CMake."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.source_tree import ROOT
from project import MAIN, METRICS, PAGE, run

GENERATOR = ROOT / "generator" / "prometheus-express"
STANDARD = ("g++", "-std=c++20", "-Os", "-fno-exceptions", "-Wall", "-Wextra", "-Werror")


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "metrics.yaml"
    path.write_text(METRICS)
    return path


def export(*arguments: "str | Path") -> None:
    assert run(GENERATOR, "export", *arguments) == ""


def compiled(sources: "list[Path]", folder: Path, objects: Path) -> "list[Path]":
    objects.mkdir()

    def compile_one(number: int) -> Path:
        made = objects / f"{number}.o"
        run(*STANDARD, "-I", folder, "-c", sources[number], "-o", made)
        return made

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(compile_one, range(len(sources))))


def test_the_listed_sources_and_one_include_path_make_the_page(schema: Path, tmp_path: Path) -> None:
    folder = tmp_path / "third_party"
    export("--sources", folder, "--schema", schema)
    main = tmp_path / "main.cpp"
    main.write_text(MAIN)
    listed = [folder / name for name in (folder / "prometheus_express" / "sources.txt").read_text().splitlines()]
    assert sorted(listed) == sorted(folder.rglob("*.cpp"))
    run("g++", *compiled([*listed, main], folder, tmp_path / "objects"), "-o", tmp_path / "program")
    assert subprocess.run([tmp_path / "program"], capture_output=True, text=True, check=True).stdout == PAGE


def test_a_board_gets_no_port_of_a_host_and_none_of_a_vendor_that_is_not_named(tmp_path: Path) -> None:
    export("--sources", tmp_path / "plain")
    export("--sources", tmp_path / "lwip", "--port", "lwip")
    ports = {path.name for path in (tmp_path / "plain" / "prometheus_express" / "ports").iterdir()}
    assert ports == {"w5500"}
    more = {path.name for path in (tmp_path / "lwip" / "prometheus_express" / "ports").iterdir()}
    assert more == {"lwip", "lwip.hpp", "w5500"}
    assert not list(tmp_path.rglob("double_text_full.cpp")) and not list(tmp_path.rglob("host"))


def test_an_arduino_library_has_its_headers_in_src(schema: Path, tmp_path: Path) -> None:
    export("--arduino", tmp_path / "library", "--schema", schema)
    properties = dict(line.split("=", 1) for line in (tmp_path / "library" / "library.properties").read_text().splitlines())
    assert {"name", "version", "author", "maintainer", "sentence", "paragraph", "category", "architectures"} <= set(properties)
    assert (tmp_path / "library" / "src" / properties["includes"]).is_file()
    sketch = '#include <prometheus_express.h>\n#include <probe.hpp>\nprobe::Metrics metrics;\n'
    (tmp_path / "sketch.cpp").write_text(sketch)
    run(*STANDARD, "-I", tmp_path / "library" / "src", "-c", tmp_path / "sketch.cpp", "-o", tmp_path / "sketch.o")


@pytest.mark.parametrize(("way", "inside"), [("--sources", ""), ("--arduino", "src")])
def test_a_later_export_removes_what_the_library_no_longer_has(way: str, inside: str, tmp_path: Path) -> None:
    export(way, tmp_path)
    library = tmp_path / inside / "prometheus_express"
    old, users = library / "base" / "old.cpp", tmp_path / inside / "users.cpp"
    old.touch()
    users.touch()
    export(way, tmp_path)
    assert users.is_file() and not old.exists()


def test_what_is_no_export_is_not_cleaned(tmp_path: Path) -> None:
    users = tmp_path / "prometheus_express" / "users.cpp"
    users.parent.mkdir()
    users.touch()
    export("--sources", tmp_path)
    assert users.is_file()


def test_a_schema_with_errors_exports_nothing(schema: Path, tmp_path: Path) -> None:
    schema.write_text(METRICS.replace("counter", "kounter"))
    done = subprocess.run([GENERATOR, "export", "--sources", tmp_path / "out", "--schema", schema], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "error[unknown-metric-type]" in done.stderr
    assert not (tmp_path / "out").exists()
