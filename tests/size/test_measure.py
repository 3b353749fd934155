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


def test_parts_have_their_known_sizes(known: Size) -> None:
    sizes = {symbol.name.rsplit("::", 1)[-1]: (symbol.size, symbol.owner) for symbol in known.largest}
    assert sizes["page_text"] == (1000, "page text")
    assert sizes["half_a_kilobyte()"] == (512, "application")
    assert sizes["table"] == (300, "application")
    assert known.ram == 64 + 128
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


def test_empty_program_holds_nothing_of_the_libraries(folder: Path) -> None:
    """Else what it holds would be missing from all other sizes."""
    assert set(firmware_size.measure(folder / "size_empty.elf").owners) <= {"start-up", "application", "alignment"}


@pytest.mark.parametrize(
    ("file", "source", "owner"),
    [
        ("runtime/libprometheus_express_base.a(integer.cpp.obj)", "", "base"),
        ("a/main.cpp.obj", "/x/runtime/include/prometheus_express/metrics/counter.hpp", "metrics"),
        ("a/main.cpp.obj", "/x/examples/main.cpp", "application"),
        ("/usr/lib/arm/thumb/v6-m/nofp/libgcc.a(_udivsi3.o)", "", "libgcc"),
        ("/usr/lib/arm/thumb/v6-m/nofp/libg_nano.a(lib_a-memcpy.o)", "", "libc"),
        ("/usr/lib/arm/thumb/v6-m/nofp/libstdc++_nano.a(new_op.o)", "", "libstdc++"),
    ],
)
def test_pieces_belong_to_their_layer(file: str, source: str, owner: str) -> None:
    piece = linker_map.Piece(".text", ".text.f", 0x100, 4, file)
    assert firmware_size._owner(piece, {0x100: ("f()", 4, source)}) == owner


def size_of(flash: int, page: int) -> Size:
    return Size(flash, 0, Counter({"page text": page, "application": flash - page}), [])


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


def test_firmware_is_within_its_budget(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "size.json"
    assert measure.main(["--json", str(report)]) == 0, capsys.readouterr().err
    written = json.loads(report.read_text())
    assert set(written) == {"cortex-m0plus", "cortex-m4"}
    for configurations in written.values():
        for size in configurations.values():
            assert sum(size["owners"].values()) == size["flash"]


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
    for core, configurations in measure.measured().items():
        sensors = [size for name, size in configurations.items() if name.startswith("sensor_") and "shared" not in name]
        users = Counter(
            symbol.name for size in sensors for symbol in size.largest if symbol.owner not in ("application", "page text")
        )
        assert len(sensors) >= 25
        assert {name: count for name, count in users.items() if count > len(sensors) / 2} == {}, core


def test_recorded_sizes_stand_a_line_each() -> None:
    budget = json.loads(measure.BUDGET.read_text())
    assert measure.budget_text(budget) == measure.BUDGET.read_text()
    assert all(json.dumps(entry) in measure.BUDGET.read_text() for entry in budget["cortex-m4"].values())
