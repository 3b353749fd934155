"""The size tool measures what is known beforehand, and firmware is within its budget."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

import firmware_size
import linker_map
import measure
from firmware_size import Size
from harness import presets


@pytest.fixture
def known(folder: Path) -> Size:
    return firmware_size.measure(folder / "size_known.elf").over(firmware_size.measure(folder / "size_empty.elf"))


def berkeley(program: Path) -> tuple[int, int]:
    """Flash and RAM as binutils' own tool counts them."""
    output = subprocess.run(["arm-none-eabi-size", program], check=True, capture_output=True, text=True).stdout
    text, data, bss = map(int, output.splitlines()[1].split()[:3])
    return text + data, data + bss


@pytest.mark.parametrize("name", ["size_empty", "size_known", "size_refused"])
def test_flash_and_ram_are_what_binutils_counts(folder: Path, name: str) -> None:
    size = firmware_size.measure(folder / f"{name}.elf")
    assert (size.flash, size.ram) == berkeley(folder / f"{name}.elf")


@pytest.fixture(scope="session")
def example() -> Path:
    return measure.build_example()


def symbols_of(file: Path) -> Counter[tuple[str, int, bool]]:
    """Name, size and whether it is a variable that starts as zero."""
    output = subprocess.run(["arm-none-eabi-nm", "--print-size", file], check=True, capture_output=True, text=True).stdout
    rows = (line.split() for line in output.splitlines())
    return Counter((row[3], int(row[1], 16), row[2] in "bB") for row in rows if len(row) == 4)


def test_example_and_lwip_are_the_whole_firmware(example: Path) -> None:
    parts = measure.measure_example(example).values()
    assert (sum(part.flash for part in parts), sum(part.ram for part in parts)) == berkeley(example)


def test_lwip_is_what_its_object_files_brought_into_the_example(example: Path) -> None:
    """By the symbols of these files that the firmware has, too, without a look at the map."""
    objects = list((example.parent / "CMakeFiles" / "lwip.dir").rglob("*.obj"))
    assert {"tcp_in.c.obj", "mem.c.obj", "etharp.c.obj"} <= {file.name for file in objects}
    brought = sum(map(symbols_of, objects), Counter()) & symbols_of(example)
    flash = sum(size * times for (_, size, zeros), times in brought.items() if not zeros)
    zeros = sum(size * times for (_, size, zeros), times in brought.items() if zeros)
    lwip = measure.measure_example(example)["lwip"]
    # Sections also hold the padding of functions to whole words.
    assert flash > 10_000 and flash <= lwip.flash <= flash + 64
    # In RAM, too, are variables with an initial value: a few bytes, which lie in flash as well.
    assert zeros > 28 * 1024 and zeros <= lwip.ram <= zeros + 16


def test_example_is_measured_by_layer(example: Path) -> None:
    owners = measure.measure_example(example)["mps2_without_lwip"].owners
    layers = {"base", "metrics", "exposition", "message", "http", "bus", "sensors", "ports/lwip"}
    assert set(owners) - {"libgcc"} == layers | {"board", "generated", "application", "page text", "page tables", "libc", "alignment"}


def test_parts_have_their_known_sizes(known: Size) -> None:
    sizes = {symbol.name.rsplit("::", 1)[-1]: (symbol.size, symbol.owner) for symbol in known.largest}
    assert sizes["page_text"] == (1000, "page text")
    assert sizes["half_a_kilobyte()"] == (512, "application")
    assert sizes["table"] == (300, "application")
    assert known.ram == 64 + 128
    assert known.ram_owners["application"] == 64 + 128
    assert known.page == 1000
    assert known.beside_page == known.flash - 1000


def test_libraries_stand_apart(known: Size) -> None:
    by_library: Counter[str] = Counter()
    for symbol in known.largest:
        by_library[symbol.owner] += symbol.size
    # Sections also hold the padding between functions and their unwinding tables, 8 bytes each.
    assert by_library["libgcc"] <= known.owners["libgcc"] <= by_library["libgcc"] + 64
    assert by_library["libc"] <= known.owners["libc"] <= by_library["libc"] + 16
    assert {"__udivmoddi4", "memcpy"} <= {symbol.name for symbol in known.largest}


def test_owners_add_up(known: Size) -> None:
    assert sum(known.owners.values()) == known.flash
    assert sum(known.ram_owners.values()) == known.ram


def test_empty_program_holds_nothing_of_the_libraries(folder: Path) -> None:
    """Else what it holds would be missing from all other sizes."""
    assert set(firmware_size.measure(folder / "size_empty.elf").owners) <= {"start-up", "application", "alignment"}


@pytest.mark.parametrize(
    ("file", "source", "owner"),
    [
        ("runtime/libprometheus_express_base.a(integer.cpp.obj)", "", "base"),
        ("a/main.cpp.obj", "/x/runtime/include/prometheus_express/metrics/counter.hpp", "metrics"),
        ("a/main.cpp.obj", "/x/examples/main.cpp", "application"),
        ("m.dir/prometheus_express/mps2/ti_tmp105.cpp.obj", "", "generated"),
        ("a/main.cpp.obj", "/x/build/prometheus_express/mps2/mps2.hpp", "application"),
        ("m.dir/x/runtime/src/ports/lwip/tcp.cpp.obj", "/x/runtime/src/ports/lwip/tcp.cpp", "ports/lwip"),
        ("a/main.cpp.obj", "/x/runtime/include/prometheus_express/ports/lwip.hpp", "ports/lwip"),
        ("m.dir/x/runtime/src/ports/lwip/tcp.cpp.obj", "/x/runtime/include/prometheus_express/http/site.hpp", "http"),
        ("CMakeFiles/lwip.dir/x/lwip/src/core/tcp.c.obj", "/x/lwip/src/core/tcp.c", "lwip"),
        ("CMakeFiles/mps2.dir/board/lan9118.cpp.obj", "/x/examples/mps2/board/lan9118.cpp", "board"),
        ("/usr/lib/arm/thumb/v6-m/nofp/libgcc.a(_udivsi3.o)", "", "libgcc"),
        ("/usr/lib/arm/thumb/v6-m/nofp/libg_nano.a(lib_a-memcpy.o)", "", "libc"),
        ("/usr/lib/arm/thumb/v6-m/nofp/libstdc++_nano.a(new_op.o)", "", "libstdc++"),
    ],
)
def test_pieces_belong_to_their_layer(file: str, source: str, owner: str) -> None:
    piece = linker_map.Piece(".text", ".text.f", 0x100, 4, file)
    assert firmware_size._owner(piece, {0x100: ("f()", 4, source)}) == owner


def size_of(flash: int, page: int) -> Size:
    return Size(flash, 0, Counter({"page text": page, "application": flash - page}), Counter(), [])


def test_budget_is_for_what_stands_beside_the_page() -> None:
    sizes = {"cortex-m4": {"weather": size_of(flash=1500, page=500)}}
    assert measure.problems(sizes, {"cortex-m4": {"weather": {"budget": 1000, "recorded": 900}}}) == []
    assert measure.problems(sizes, {"cortex-m4": {"weather": {"budget": 999, "recorded": 900}}}) == [
        "cortex-m4: weather takes 1000 bytes beside the page, 999 are allowed"
    ]
    assert "| weather | 1000 | +100 | 999 |" in measure.tables(
        sizes, {"cortex-m4": {"weather": {"budget": 999, "recorded": 900}}}, symbols=3
    )


def test_configuration_without_a_budget_is_a_problem() -> None:
    sizes = {"cortex-m4": {"weather": size_of(flash=1500, page=500)}}
    [problem] = measure.problems(sizes, {})
    assert "weather has no entry in the budget" in problem
    recorded = measure.record(sizes, {"cortex-m4": {"gone": {"budget": 1, "recorded": 1}}})
    assert recorded == {"cortex-m4": {"weather": {"budget": None, "recorded": 1000}}}
    assert measure.problems(sizes, recorded) == []


def test_each_compiler_has_its_budgets() -> None:
    assert measure.budget_file("12.2.1") == measure.BUDGET
    assert measure.budget_file("14.2.1") == measure.BUDGET.with_name("budget_gcc14.json")
    assert measure.budget_file("10.3.1") != measure.BUDGET


def test_sizes_by_a_compiler_without_budgets_are_shown_and_said_to_be_held_against_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(measure, "measured", lambda: {"cortex-m4": {"weather": size_of(flash=1500, page=500)}})
    monkeypatch.setattr(measure, "compiler_version", lambda: "99.1.0")
    assert measure.main([]) == 0
    shown = capsys.readouterr().out
    assert "arm-none-eabi-g++ 99.1.0, held against nothing" in shown and "| weather | 1000 | new |" in shown
    assert measure.main(["--record", "--budget", str(tmp_path / "made.json")]) == 0
    assert measure.main(["--budget", str(tmp_path / "made.json")]) == 0
    assert "99.1.0, held against made.json" in capsys.readouterr().out


def test_firmware_is_within_its_budget(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "size.json"
    assert measure.main(["--json", str(report)]) == 0, capsys.readouterr().err
    version = measure.compiler_version()
    if not measure.budget_file(version).exists():
        pytest.skip(f"arm-none-eabi-g++ {version} has no budgets yet: `tests/size/measure.py --record` makes them")
    written = json.loads(report.read_text())
    assert set(written) == {"cortex-m0plus", "cortex-m4", "mps2-an386", "feather_m4"}
    assert set(written["mps2-an386"]) == {"mps2_without_lwip", "lwip"}
    assert set(written["feather_m4"]) == {"feather_m4", "feather_m4_random"}
    for configurations in written.values():
        for size in configurations.values():
            assert sum(size["owners"].values()) == size["flash"]
            assert sum(size["ram_owners"].values()) == size["ram"]


def test_firmware_one_byte_over_its_budget_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "budget.json"

    def status_with(spare: int) -> int:
        exact = measure.record(measure.measured(), {})
        budget = {
            core: {name: entry | {"budget": (entry["recorded"] or 0) + spare} for name, entry in entries.items()}
            for core, entries in exact.items()
        }
        file.write_text(json.dumps(budget))
        return measure.main(["--budget", str(file)])

    assert status_with(spare=0) == 0
    assert capsys.readouterr().err == ""
    assert status_with(spare=-1) == 1
    problems = capsys.readouterr().err.splitlines()
    assert len(problems) == sum(map(len, measure.measured().values()))
    assert all("bytes beside the page" in problem for problem in problems)


def test_every_configuration_takes_flash_of_its_own() -> None:
    """What is subtracted is part of what it is subtracted from, so that no figure flatters. RAM of servers is as large as their
    buffers, which a server that sends pages in chunks has smaller."""
    for core, configurations in measure.measured().items():
        for name, size in configurations.items():
            assert size.beside_page > 0 and (size.ram >= 0 or name.startswith("http_")), f"{core}: {name}"
            assert all(bytes > 0 for owner, bytes in size.owners.items() if owner != "alignment"), f"{core}: {name}"


def test_what_most_sensors_use_is_counted_with_what_they_share() -> None:
    own = ("application", "generated", "page text")
    for core in presets.CORES:
        configurations = measure.measured()[core]
        sensors = [size for name, size in configurations.items() if name.startswith("sensor_") and "shared" not in name]
        users = Counter(symbol.name for size in sensors for symbol in size.largest if symbol.owner not in own)
        assert len(sensors) >= 25
        assert {name: count for name, count in users.items() if count > len(sensors) / 2} == {}, core


def test_recorded_sizes_stand_a_line_each() -> None:
    budget = json.loads(measure.BUDGET.read_text())
    assert measure.budget_text(budget) == measure.BUDGET.read_text()
    assert all(json.dumps(entry) in measure.BUDGET.read_text() for entry in budget["cortex-m4"].values())
