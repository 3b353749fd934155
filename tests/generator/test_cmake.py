"""prometheus_express_generate: what makes it generate again, and what it hands to the generator."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from schemas import CHECKOUT, THERMOMETER

# The library and the compilation are left out: only the generated files matter here.
PROJECT = f"""\
cmake_minimum_required(VERSION 3.22)
project(firmware VERSION 1.2.3 LANGUAGES CXX)
include({CHECKOUT}/generator/cmake/PrometheusExpressGenerate.cmake)
add_library(prometheus_express::http INTERFACE IMPORTED)
add_library(prometheus_express::sensors INTERFACE IMPORTED)
add_library(firmware OBJECT main.cpp)
prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml DEFINE SITE=attic "ROOM=a b")
set_source_files_properties("${{CMAKE_CURRENT_BINARY_DIR}}/prometheus_express/firmware/probe.cpp" PROPERTIES HEADER_FILE_ONLY ON)
"""
SCHEMA = """\
version: 1
application: probe
include: ["in cluded.yaml"]
constant_labels: {site: "${SITE} ${ROOM} ${PROJECT_VERSION}"}
metrics: {ticks: {type: counter, help: Ticks}}
"""
INCLUDED = "version: 1\nmetrics: {level: {type: gauge, help: Level of the tank}}\n"


def run(*command: str, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize("generator", ["Ninja", "Unix Makefiles"])
def test_a_change_of_an_included_file_generates_again(generator: str, tmp_path: Path) -> None:
    folder = tmp_path / "a b"
    folder.mkdir()
    for name, text in {"CMakeLists.txt": PROJECT, "main.cpp": "", "metrics.yaml": SCHEMA, "in cluded.yaml": INCLUDED}.items():
        (folder / name).write_text(text, encoding="utf-8")
    run("cmake", "-S", ".", "-B", "build", "-G", generator, folder=folder)
    assert "Generating C++" in run("cmake", "--build", "build", folder=folder)
    made = folder / "build/prometheus_express/firmware/probe.cpp"
    assert 'level{site="attic a b 1.2.3"}' in made.read_text() and "Level of the tank" in made.read_text()
    assert "Generating C++" not in run("cmake", "--build", "build", folder=folder)

    (folder / "in cluded.yaml").write_text(INCLUDED.replace("tank", "lake"), encoding="utf-8")
    assert "Generating C++" in run("cmake", "--build", "build", folder=folder)
    assert "Level of the lake" in made.read_text()
    assert "Generating C++" not in run("cmake", "--build", "build", folder=folder)


WITH_SENSOR = """\
version: 1
application: probe
constant_labels: {site: "${SITE}"}
buses: {i2c0: {type: i2c}}
sensors: {board: {device: ./demo.yaml, bus: i2c0, every: 5s}}
metrics: {temperature: {type: gauge, help: Temperature, read: board.temperature}}
"""


def test_another_name_of_an_own_device_makes_other_files(tmp_path: Path) -> None:
    project = PROJECT.rpartition("set_source")[0] + "set_target_properties(firmware PROPERTIES CXX_COMPILER_LAUNCHER true)\n"
    for name, text in {"CMakeLists.txt": project, "main.cpp": "", "metrics.yaml": WITH_SENSOR, "demo.yaml": THERMOMETER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    run("cmake", "-S", ".", "-B", "build", "-G", "Ninja", folder=tmp_path)
    run("cmake", "--build", "build", folder=tmp_path)
    made = tmp_path / "build/prometheus_express/firmware"
    assert (made / "acme_demo.cpp").exists()

    (tmp_path / "demo.yaml").write_text(THERMOMETER.replace("acme/demo", "acme/other"), encoding="utf-8")
    run("cmake", "--build", "build", folder=tmp_path)
    assert (made / "acme_other.cpp").exists()
    assert "Generating C++" not in run("cmake", "--build", "build", folder=tmp_path)


@pytest.mark.parametrize(
    "change, message",
    [
        (("LANGUAGES CXX", "LANGUAGES C"), "write project(… LANGUAGES CXX), or enable_language(CXX)"),
        (("add_library(firmware OBJECT main.cpp)\n", ""), "write this behind add_executable(firmware …) or add_library(firmware …)"),
        (("TARGET firmware SCHEMA", "SCHEMA"), "give TARGET, the executable or library that uses the metrics"),
        (
            ("set_source_files", "target_link_libraries(firmware PRIVATE prometheus_express::lwip)\nset_source_files"),
            "write set(PROMETHEUS_EXPRESS_LWIP_DIR /path/to/lwip), the folder that holds src/",
        ),
    ],
)
def test_what_is_missing_in_a_project_is_said(change: "tuple[str, str]", message: str, tmp_path: Path) -> None:
    files = {"CMakeLists.txt": PROJECT.replace(*change), "main.cpp": "", "metrics.yaml": SCHEMA, "in cluded.yaml": INCLUDED}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = ["cmake", "-S", ".", "-B", "build", "-G", "Ninja"]
    done = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False)
    assert done.returncode == 1 and message in " ".join(done.stdout.split())
