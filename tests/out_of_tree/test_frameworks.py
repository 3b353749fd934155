"""What frameworks for boards do to CMake, done here without one: the library configures there, and is compiled with their flags."""

import json
from pathlib import Path

import pytest

from harness.source_tree import ROOT
from project import ARM, HOST, Project

COMPILED = ("renderer.cpp", "response.cpp", "decimal_text.cpp", "probe.cpp")  # of three layers, and what is generated

# As the Pico SDK: a system of its own name that takes the paths of UNIX, and flags that come with what a program links.
PICO_SYSTEM = "include(Platform/UnixPaths)\n"
PICO = """\
cmake_minimum_required(VERSION 3.22)
project(firmware LANGUAGES CXX)
add_library(pico_stdlib INTERFACE)
target_compile_options(pico_stdlib INTERFACE -ffunction-sections -DOF_THE_FRAMEWORK)
add_subdirectory({library} prometheus_express)
add_executable(firmware main.cpp)
prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml)
target_link_libraries(firmware PRIVATE pico_stdlib)
"""

# As ESP-IDF: a project() of its own, so that nobody learns who is on top; flags for all of a folder, a newer standard among them.
ESP_IDF = """\
cmake_minimum_required(VERSION 3.22)
project(firmware LANGUAGES CXX)
function(project)
  _project(${{ARGN}})
endfunction()
set(ESP_PLATFORM 1)
set(PROJECT_IS_TOP_LEVEL ON)
add_compile_options(-std=gnu++2b -DOF_THE_FRAMEWORK)
add_subdirectory({library} prometheus_express)
add_executable(firmware main.cpp)
prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml)
install(TARGETS prometheus_express_host EXPORT whole)
"""

# As Zephyr: all flags, the standard among them, come with the target zephyr_interface.
ZEPHYR = """\
cmake_minimum_required(VERSION 3.22)
project(firmware LANGUAGES CXX)
add_library(zephyr_interface INTERFACE)
target_compile_options(zephyr_interface INTERFACE -std=c++2b -DOF_THE_FRAMEWORK)
add_subdirectory({library} prometheus_express)
add_executable(firmware main.cpp)
prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml)
target_link_libraries(firmware PRIVATE zephyr_interface)
"""


def configured(folder: Path, cmake: str, target: "tuple[str, ...]" = HOST, *options: str) -> Project:
    project = Project(folder / "firmware")
    project.write("")
    (project.folder / "CMakeLists.txt").write_text(cmake.format(library=ROOT))
    project.configure(target, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", *options)
    return project


def commands(project: Project) -> "dict[str, str]":
    """How each source is compiled, by its name."""
    entries = json.loads((project.build_folder / "compile_commands.json").read_text())
    return {Path(entry["file"]).name: entry["command"] for entry in entries}


def standards(command: str) -> "list[str]":
    return [word for word in command.split() if word.startswith("-std=")]


@pytest.fixture(scope="module")
def pico(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("pico")
    (folder / "Platform").mkdir()
    (folder / "Platform" / "PICO.cmake").write_text(PICO_SYSTEM)
    target = ("-DCMAKE_SYSTEM_NAME=PICO", *(option for option in ARM if "SYSTEM_NAME" not in option))
    return configured(folder, PICO, target, f"-DCMAKE_MODULE_PATH={folder}")


def test_a_system_for_boards_that_calls_itself_unix_gets_what_boards_get(pico: Project) -> None:
    sources = commands(pico)
    assert "double_text_compact.cpp" in sources
    assert not [entry for entry in sources if entry in ("wait.cpp", "monotonic_clock.cpp", "adapter.cpp")]


def test_layers_have_the_flags_of_the_targets_that_a_program_links(pico: Project) -> None:
    sources = commands(pico)
    assert [name for name in COMPILED if "-DOF_THE_FRAMEWORK" not in sources[name]] == []


def test_layers_that_are_compiled_with_the_program_make_its_page(pico: Project) -> None:
    pico.build()
    assert "# HELP level Level of the tank" in pico.page()


def test_a_program_may_choose_to_compile_the_layers_with_it(tmp_path: Path) -> None:
    project = configured(tmp_path, PICO, HOST, "-DPROMETHEUS_EXPRESS_LAYERS=program")
    assert "-DOF_THE_FRAMEWORK" in commands(project)["renderer.cpp"]


def test_a_project_function_of_a_framework_does_not_make_it_install(tmp_path: Path) -> None:
    project = configured(tmp_path, ESP_IDF)
    assert "PROMETHEUS_EXPRESS_INSTALL:BOOL=OFF" in (project.build_folder / "CMakeCache.txt").read_text()


@pytest.mark.parametrize(("framework", "standard"), [(ESP_IDF, "-std=gnu++2b"), (ZEPHYR, "-std=c++2b")], ids=["esp-idf", "zephyr"])
def test_the_framework_chooses_the_standard_and_the_flags(framework: str, standard: str, tmp_path: Path) -> None:
    sources = commands(configured(tmp_path, framework))
    assert [name for name in COMPILED if "-DOF_THE_FRAMEWORK" not in sources[name]] == []
    assert [(name, standards(sources[name])) for name in COMPILED if standards(sources[name]) != [standard]] == []
