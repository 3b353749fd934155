"""A user's project of three files, outside of this tree, and what its user does with it."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from harness.source_tree import ROOT

METRICS = """\
version: 1
application: probe
metrics:
  ticks: {type: counter, help: Ticks of the clock, value: uint32}
  level: {type: gauge, help: Level of the tank, value: decimal(2)}
"""

MAIN = """\
#include <cstdio>

#include <prometheus_express/exposition/renderer.hpp>

#include "probe.hpp"

struct Device {
  probe::Metrics metrics;
};
constinit Device device;

int main() {
  device.metrics.ticks.inc(41);
  device.metrics.level.set_scaled(2350);
  prometheus_express::Renderer renderer(probe::default_page, probe::source(device));
  char buffer[64];
  while (std::size_t size = renderer.fill(buffer)) {
    std::fwrite(buffer, 1, size, stdout);
  }
}
"""

PAGE = """\
# HELP ticks_total Ticks of the clock
# TYPE ticks_total counter
ticks_total 41
# HELP level Level of the tank
# TYPE level gauge
level 23.5
"""

CMAKE = """\
cmake_minimum_required(VERSION 3.22)
project(firmware LANGUAGES CXX)
{library}
add_executable(firmware main.cpp)
prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml{generated})
"""

LIBRARY = "prometheus_express"  # where the project's build has it
SUBDIRECTORY = f"add_subdirectory({ROOT} {LIBRARY})"
PACKAGE = "find_package(prometheus_express REQUIRED)"

HOST: tuple[str, ...] = ()
ARM = (
    "-DCMAKE_SYSTEM_NAME=Generic",
    "-DCMAKE_SYSTEM_PROCESSOR=arm",
    "-DCMAKE_CXX_COMPILER=arm-none-eabi-g++",
    "-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY",
    "-DCMAKE_CXX_FLAGS=-mcpu=cortex-m0plus -mthumb -fno-exceptions -fno-rtti -ffunction-sections -fdata-sections",
    "-DCMAKE_EXE_LINKER_FLAGS=--specs=nano.specs --specs=rdimon.specs -Wl,--gc-sections",
)
WITHOUT_PYTHON = "-DPROMETHEUS_EXPRESS_PYTHON=/nonexistent/python3"


def run(*command: "str | Path", cwd: "Path | None" = None) -> str:
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def install(prefix: Path, work: Path, target: tuple[str, ...], *options: str) -> Path:
    """Builds and installs the library for a target below `prefix`."""
    run("cmake", "-S", ROOT, "-B", work, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=MinSizeRel",
        f"-DCMAKE_INSTALL_PREFIX={prefix}", *target, *options)
    run("cmake", "--build", work)
    run("cmake", "--install", work)
    return prefix


@dataclass
class Project:
    folder: Path

    def start_again(self) -> None:
        """Nothing is left but the library as it was compiled, where it is part of the project's own build."""
        if not self.folder.exists():
            return
        for path in self.folder.iterdir():
            if path != self.build_folder:
                remove(path)
        for path in self.build_folder.iterdir():
            if path.name not in (LIBRARY, ".ninja_log", ".ninja_deps"):
                remove(path)
        remove(self.build_folder / LIBRARY / "firmware")  # what is generated for the program

    def write(self, library: str, *, generated: str = "") -> None:
        self.folder.mkdir(exist_ok=True)
        options = f" GENERATED {generated}" if generated else ""
        self.folder.joinpath("CMakeLists.txt").write_text(CMAKE.format(library=library, generated=options))
        self.folder.joinpath("metrics.yaml").write_text(METRICS)
        self.folder.joinpath("main.cpp").write_text(MAIN)

    def edit(self, old: str, new: str) -> None:
        schema = self.folder / "metrics.yaml"
        text = schema.read_text()
        assert old in text
        schema.write_text(text.replace(old, new))

    def configure(self, target: tuple[str, ...], *options: str) -> None:
        run("cmake", "-S", self.folder, "-B", self.build_folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=MinSizeRel",
            *target, *options)

    def build(self) -> str:
        return run("cmake", "--build", self.build_folder)

    def generate(self, output: str) -> None:
        """As the user does who checks generated files in."""
        generator = ROOT / "generator" / "prometheus-express"
        run(generator, "generate", "metrics.yaml", "--output", output, cwd=self.folder)

    def page(self) -> str:
        """What the program prints; for another machine than this one, the texts that its file holds."""
        program = self.build_folder / "firmware"
        if program.read_bytes()[18:20] == b"\x28\x00":  # e_machine of ELF: EM_ARM
            return program.read_bytes().decode("latin-1")
        return run(program)

    @property
    def build_folder(self) -> Path:
        return self.folder / "build"
