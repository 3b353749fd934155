"""Cores of which Debian has a compiler but no C++ library: RISC-V renders a page in QEMU, the Xtensa of the ESP8266 compiles
all that no vendor's header is needed for. libstdc++'s headers are those of Arm: what the runtime takes of them is the
same everywhere.
"""

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.source_tree import ROOT

RUNTIME = ROOT / "runtime"
WEATHER = ROOT / "tests" / "size" / "weather_page"
OF_SYSTEMS = ("host", "ports")  # layers that need an operating system or a vendor's headers
LIBRARY = sorted(path for path in (RUNTIME / "src").glob("*/*.cpp") if path.parent.name not in OF_SYSTEMS and path.stem != "double_text_full")
CODE = ["-std=c++20", "-Os", "-Wall", "-Werror", "-fno-exceptions", "-fno-rtti", "-ffunction-sections", "-fdata-sections"]
RV32IMAC = ["-march=rv32imac", "-mabi=ilp32", "--specs=picolibc.specs"]
# The four regions of picolibc's own linker script, in the memory of the machine `virt`.
MEMORY = {"flash": 0x8000_0000, "flash_size": 0x20_0000, "ram": 0x8020_0000, "ram_size": 0x20_0000}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated")
    run(ROOT / "generator" / "prometheus-express", "generate", WEATHER / "metrics.yaml", "--output", folder)
    return folder


def run(*command: "str | Path") -> str:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


def library_headers() -> Iterator[str]:
    [folder] = Path("/usr/include/newlib/c++").glob("1*")
    yield "-nostdinc++"
    for each in (folder, folder / "arm-none-eabi"):
        yield f"-isystem{each}"


def compiled(compiler: str, options: list[str], sources: list[Path], generated: Path, folder: Path) -> list[Path]:
    includes = [RUNTIME / "include", ROOT / "tests" / "target", ROOT / "tests" / "size", generated]
    line = [compiler, *options, *library_headers(), *CODE, *(f"-I{include}" for include in includes)]
    objects = [folder / f"{number}_{source.stem}.o" for number, source in enumerate(sources)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda pair: run(*line, "-c", pair[0], "-o", pair[1]), zip(sources, objects)))
    return objects


def test_page_of_rv32imac_is_that_of_the_host(generated: Path, tmp_path: Path) -> None:
    needed = [path for path in LIBRARY if path.parent.name in ("base", "exposition")]
    sources = [WEATHER / "main.cpp", ROOT / "tests" / "target" / "semihosting_on_host.cpp", generated / "weather_page.cpp"]
    objects = compiled("riscv64-unknown-elf-g++", [*RV32IMAC, "-fno-use-cxa-atexit"], sources + needed, generated, tmp_path)
    program = tmp_path / "page.elf"
    places = [f"-Wl,--defsym=__{name}={value:#x}" for name, value in MEMORY.items()]
    # As C: there is no libstdc++ to link, and nothing is needed of it.
    run("riscv64-unknown-elf-gcc", *RV32IMAC, "--crt0=hosted", "--oslib=semihost", "-Wl,--gc-sections", *places, *objects,
        "-o", program)  # fmt: skip
    page = run("qemu-system-riscv32", "-M", "virt", "-bios", "none", "-kernel", program, "-display", "none", "-monitor", "none",
               "-serial", "none", "-semihosting-config", "enable=on,target=native")  # fmt: skip
    # picolibc writes by an operation that QEMU shows on standard error. tests/size holds this program's page on the host, and on the boards, against the same file.
    assert page == (WEATHER / "page.txt").read_text()


def test_xtensa_lx106_compiles_the_runtime(generated: Path, tmp_path: Path) -> None:
    assert len(LIBRARY) > 30
    sources = [*LIBRARY, generated / "weather_page.cpp"]
    options = ["-mlongcalls", "-isystem/usr/include/newlib"]
    objects = compiled("xtensa-lx106-elf-g++", options, sources, generated, tmp_path)
    assert all("Xtensa" in run("readelf", "-h", each) for each in objects)
