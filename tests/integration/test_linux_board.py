"""What the board says of this machine is what the kernel says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from expected_pages import has_thermal_zone
from harness.clients import direct
from harness.readers import value
from harness.services import Server
from harness.waiting import wait_until


@pytest.fixture
def board(shared: Callable[[str], Server]) -> Server:
    return shared("linux_board")


def page(board: Server) -> bytes:
    with direct.open(board.url(), timeout=10) as response:
        return bytes(response.read())


def memory(key: str) -> int:
    """In bytes; the kB of /proc/meminfo are 1024 (proc(5))."""
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith(f"{key}:"):
            number, unit = line.split()[1:]
            assert unit == "kB"
            return int(number) * 1024
    raise AssertionError(f"/proc/meminfo has no {key}")


def context_switches() -> int:
    lines = Path("/proc/stat").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("ctxt "))


def network(column: int) -> int:
    rows = Path("/proc/net/dev").read_text().splitlines()[2:]
    interfaces = {name.strip(): columns.split() for name, columns in (row.split(":", 1) for row in rows)}
    return sum(int(columns[column]) for name, columns in interfaces.items() if name != "lo")


def test_all_memory_is_there_to_the_byte(board: Server) -> None:
    assert value(page(board), "board_memory_bytes", state="total") == memory("MemTotal")


@pytest.mark.parametrize("state, key", [("available", "MemAvailable"), ("free", "MemFree")])
def test_free_memory_is_near_what_the_kernel_says(state: str, key: str, board: Server) -> None:
    found = value(page(board), "board_memory_bytes", state=state)
    assert abs(found - memory(key)) < memory("MemTotal") / 10
    assert found % 1024 == 0


def test_load_is_the_kernels(board: Server) -> None:
    """The kernel writes it anew every 5 seconds: a page between two equal readings has them."""

    def look() -> "tuple[list[float], list[float]] | None":
        before = Path("/proc/loadavg").read_text().split()[:3]
        text = page(board)
        if Path("/proc/loadavg").read_text().split()[:3] != before:
            return None
        found = [value(text, "board_load", minutes=minutes) for minutes in ("1", "5", "15")]
        return found, [float(word) for word in before]

    found, expected = wait_until(look, "two equal readings of /proc/loadavg")
    assert found == expected


def test_what_only_rises_is_between_two_readings(board: Server) -> None:
    def uptime() -> float:
        return float(Path("/proc/uptime").read_text().split()[0])

    readings: dict[tuple[str, str], Callable[[], float]] = {
        ("board_uptime_seconds", ""): uptime,
        ("board_context_switches_total", ""): context_switches,
        ("board_network_bytes_total", "received"): lambda: network(0),
        ("board_network_bytes_total", "sent"): lambda: network(8),
    }
    before = {key: read() for key, read in readings.items()}
    text = page(board)
    for (name, direction), read in readings.items():
        labels = {"direction": direction} if direction else {}
        assert before[name, direction] <= value(text, name, **labels) <= read(), name


def test_temperature_is_there_where_the_board_has_one(board: Server) -> None:
    text = page(board)
    assert b"# TYPE board_temperature_celsius gauge\n" in text
    if has_thermal_zone():
        assert -50 < value(text, "board_temperature_celsius") < 150
    else:
        assert b"\nboard_temperature_celsius" not in text
