"""Metrics in targets of every type, made in a folder that need not be the target's own, in one project with every form at once."""

from pathlib import Path

import pytest

from project import run
from harness.source_tree import ROOT

# Each library has metrics of its own, and its public header includes the generated one.
PROJECT = f"""\
cmake_minimum_required(VERSION 3.22)
project(device CXX)
add_subdirectory({ROOT} prometheus_express EXCLUDE_FROM_ALL)
add_subdirectory({ROOT} prometheus_express_again EXCLUDE_FROM_ALL)  # as another part of the program does
set(CMAKE_UNITY_BUILD ON)
foreach(type STATIC OBJECT SHARED)
  string(TOLOWER ${{type}} name)
  file(WRITE ${{CMAKE_CURRENT_BINARY_DIR}}/${{name}}.hpp "#include \\"${{name}}_part.hpp\\"\\n${{name}}_part::Metrics& ${{name}}_metrics();\\n")
  file(WRITE ${{CMAKE_CURRENT_BINARY_DIR}}/${{name}}.cpp
    "#include \\"${{name}}.hpp\\"\\n${{name}}_part::Metrics& ${{name}}_metrics() {{ static ${{name}}_part::Metrics cells; return cells; }}\\n")
  file(WRITE ${{CMAKE_CURRENT_BINARY_DIR}}/${{name}}.yaml
    "version: 1\\napplication: ${{name}}_part\\nmetrics: {{starts: {{type: counter, help: Starts, value: uint32}}}}\\n")
  add_library(metrics_${{name}} ${{type}} ${{CMAKE_CURRENT_BINARY_DIR}}/${{name}}.cpp)
  target_include_directories(metrics_${{name}} PUBLIC ${{CMAKE_CURRENT_BINARY_DIR}})
  add_library(metrics::${{name}} ALIAS metrics_${{name}})
  prometheus_express_generate(TARGET metrics::${{name}} SCHEMA ${{CMAKE_CURRENT_BINARY_DIR}}/${{name}}.yaml)
endforeach()
add_library(metrics_interface INTERFACE)
add_executable(device main.cpp)
add_subdirectory(metrics)
target_link_libraries(device PRIVATE metrics::static metrics::object metrics::shared metrics_interface)
"""
BELOW = """\
prometheus_express_generate(TARGET device SCHEMA device.yaml DEFINE "SITE=attic;north" ROOM=2)
prometheus_express_generate(TARGET metrics_interface SCHEMA interface.yaml)
"""
DEVICE = """\
version: 1
application: device
constant_labels: {site: "${SITE}", room: "${ROOM}"}
metrics: {boots: {type: counter, help: Boots, value: uint32}}
"""
INTERFACE = "version: 1\napplication: interface_part\nmetrics: {starts: {type: counter, help: Starts, value: uint32}}\n"
MAIN = """\
#include <cstdio>

#include <prometheus_express/exposition/renderer.hpp>

#include "device.hpp"
#include "interface_part.hpp"
#include "object.hpp"
#include "shared.hpp"
#include "static.hpp"

struct Device {
  device::Metrics metrics;
};
struct Part {
  interface_part::Metrics metrics;
};

int main() {
  Device application;
  Part part;
  application.metrics.boots.inc();
  part.metrics.starts.inc(2);
  static_metrics().starts.inc(3);
  object_metrics().starts.inc(4);
  shared_metrics().starts.inc(5);
  char page[512];
  prometheus_express::Renderer renderer(device::default_page, device::source(application));
  std::fwrite(page, 1, renderer.fill(page), stdout);
  prometheus_express::Renderer second(interface_part::default_page, interface_part::source(part));
  std::fwrite(page, 1, second.fill(page), stdout);
}
"""
PAGE = """\
# HELP boots_total Boots
# TYPE boots_total counter
boots_total{site="attic;north",room="2"} 1
# HELP starts_total Starts
# TYPE starts_total counter
starts_total 2
"""


@pytest.mark.parametrize(
    ("generator", "option"),
    [("Ninja Multi-Config", "-DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON"), ("Unix Makefiles", "-DCMAKE_BUILD_TYPE=Debug")],
)
def test_metrics_in_every_type_of_target(generator: str, option: str, tmp_path: Path) -> None:
    (tmp_path / "metrics").mkdir()
    files = {
        "CMakeLists.txt": PROJECT, "main.cpp": MAIN,
        "metrics/CMakeLists.txt": BELOW, "metrics/device.yaml": DEVICE, "metrics/interface.yaml": INTERFACE,
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    built = tmp_path / "build"
    run("cmake", "-S", tmp_path, "-B", built, "-G", generator, option)
    run("cmake", "--build", built, "--target", "device", "--parallel", "2")
    program = built / "Debug" / "device" if "Multi" in generator else built / "device"
    assert run(program) == PAGE


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("nothing", "there is no target nothing yet"),
        ("documents", "nothing is compiled for the target documents"),
    ],
)
def test_what_cannot_have_metrics_is_told_at_configure_time(target: str, message: str, tmp_path: Path) -> None:
    text = "cmake_minimum_required(VERSION 3.22)\nproject(device LANGUAGES CXX)\nadd_custom_target(documents)\n"
    text += f"include({ROOT}/generator/cmake/PrometheusExpressGenerate.cmake)\n"
    (tmp_path / "CMakeLists.txt").write_text(f"{text}prometheus_express_generate(TARGET {target} SCHEMA metrics.yaml)\n")
    with pytest.raises(AssertionError, match=message.replace(" ", r"\s+")):
        run("cmake", "-S", tmp_path, "-B", tmp_path / "build")
