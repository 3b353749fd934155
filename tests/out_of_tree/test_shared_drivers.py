"""A part that several libraries and applications of one program read: its driver is there once; and twice, where the descriptions
differ."""

import re
from pathlib import Path

import pytest

from project import run
from harness.source_tree import ROOT

LIBRARIES = {
    "first": "STATIC", "second": "STATIC", "third": "OBJECT", "fourth": "OBJECT", "fifth": "INTERFACE", "sixth": "INTERFACE",
    "other": "STATIC",  # its part of that name is another
}  # fmt: skip
PROJECT = f"""\
cmake_minimum_required(VERSION 3.22)
project(device CXX)
add_subdirectory({ROOT} prometheus_express EXCLUDE_FROM_ALL)
add_executable(device main.cpp)
{{libraries}}
prometheus_express_generate(TARGET device {{seventh}})
prometheus_express_generate(TARGET device {{eighth}})
"""
LIBRARY = """\
add_library({name} {type} {source})
prometheus_express_generate(TARGET {name} {from_})
target_link_libraries(device PRIVATE {name})
"""
DEMO = """\
version: 1
device: acme/demo
title: A part
i2c: {{addresses: [0x48]}}
registers: {{all: {{at: 0, fields: [code: s16{more}]}}}}
values: {{whole: trunc(code / 2.5)}}
measure: [read: all]
channels: {{temperature: {{unit: celsius, value: code / {divisor} + whole - 822}}}}
"""
SCHEMA = """\
version: 1
application: {name}
buses: {{i2c0: {{type: i2c}}}}
sensors: {{one: {{device: ./{folder}demo.yaml, bus: i2c0, every: 1s}}}}
metrics: {{temperature: {{help: Of the part, read: one.temperature, value: decimal(2)}}}}
"""
READ = """\
#pragma once
#include <algorithm>

#include <prometheus_express/bus/bus.hpp>

// On its bus, every byte is 8.
struct Eights final : prometheus_express::bus::I2c {
  prometheus_express::bus::Outcome begin(const prometheus_express::bus::Target&, std::span<const std::uint8_t>,
                                         std::span<std::uint8_t> in) override {
    std::fill(in.begin(), in.end(), std::uint8_t{8});
    return prometheus_express::bus::Outcome::ok;
  }
};

template <class Metrics, class Sensors>
double temperature() {
  static Eights bus;
  static Metrics metrics;
  static Sensors sensors{bus};
  for (std::uint32_t now = 0; now < 3000;) {
    now += sensors.poll(metrics, {now}).milliseconds;
  }
  return static_cast<double>(metrics.temperature.value().count) / 100;
}
"""
OTHER = '#include "other.hpp"\n#include "read.hpp"\ndouble other_temperature() { return temperature<other::Metrics, other::Sensors>(); }\n'
ALIKE = [*(name for name in LIBRARIES if name != "other"), "seventh", "eighth"]
MAIN = (
    "#include <cstdio>\n"
    + "".join(f'#include "{name}.hpp"\n' for name in ALIKE)
    + '#include "read.hpp"\ndouble other_temperature();\nint main() {\n'
    + "".join(f'  std::printf("{name} %g\\n", temperature<{name}::Metrics, {name}::Sensors>());\n' for name in ALIKE)
    + '  std::printf("other %g\\n", other_temperature());\n}\n'
)


def write(folder: Path, checked_in: bool) -> None:
    """The project; with what is generated, or with the schemas."""
    sources = {"STATIC": "nothing.cpp", "OBJECT": "nothing.cpp", "INTERFACE": ""}
    from_ = {name: f"SCHEMA {name}.yaml" for name in [*LIBRARIES, *ALIKE]}
    if checked_in:
        from_ = {name: f"GENERATED generated/{name}" for name in from_}
    libraries = "".join(
        LIBRARY.format(name=name, type=type_, source="other.cpp" if name == "other" else sources[type_], from_=from_[name])
        for name, type_ in LIBRARIES.items()
    )
    files = {
        "CMakeLists.txt": PROJECT.format(libraries=libraries, seventh=from_["seventh"], eighth=from_["eighth"]),
        "main.cpp": MAIN, "other.cpp": OTHER, "read.hpp": READ, "nothing.cpp": "",
        "demo.yaml": DEMO.format(divisor=256, more=""), "other/demo.yaml": DEMO.format(divisor=128, more=", spare: u16"),
        **{f"{name}.yaml": SCHEMA.format(name=name, folder="other/" if name == "other" else "") for name in from_},
    }  # fmt: skip
    (folder / "other").mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in from_ if checked_in else ():
        generator = ROOT / "generator" / "prometheus-express"
        run(generator, "generate", f"{name}.yaml", "--output", f"generated/{name}", cwd=folder)


@pytest.mark.parametrize(("generator", "checked_in"), [("Ninja", False), ("Unix Makefiles", True)])
def test_a_program_has_the_driver_of_a_part_once(generator: str, checked_in: bool, tmp_path: Path) -> None:
    write(tmp_path, checked_in)
    built = tmp_path / "build"
    run("cmake", "-S", tmp_path, "-B", built, "-G", generator)
    run("cmake", "--build", built, "--target", "device", "--parallel", "2")
    expected = {name: 8.03 for name in ALIKE} | {"other": 16.06}  # 0x0808 / 256 and / 128; and 0x0808 / 2.5 is 822.4
    assert dict(line.split() for line in run(built / "device").splitlines()) == {name: str(value) for name, value in expected.items()}
    drivers = re.findall(r" [A-Za-z] (prometheus_express::devices::\w+::AcmeDemo::run\(\))$", run("nm", "-C", built / "device"), re.MULTILINE)
    assert len(drivers) == len(set(drivers)) == 2  # that of the seven, and the other
