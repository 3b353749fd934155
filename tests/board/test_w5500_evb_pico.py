"""The example w5500_evb_pico on its emulated board, with faults of its sensors, its Ethernet chip and its network."""

import http.client
import math
import signal
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import RUN
from harness.clients import CURL, curl
from harness.page_checker import problems
from harness.readers import promtool, value, values
from harness.services import Server, kept
from harness.source_tree import ROOT
from harness.waiting import wait_until
from soak import form, scrape

NAME = "w5500_evb_pico"
EXAMPLE = ROOT / "examples" / NAME
PACKAGE = ROOT / "build" / "rp2040js" / "node_modules" / "rp2040js"
PARTS = ROOT / "build" / "host" / "examples" / NAME / f"{NAME}_parts"
SENSORS = ("bme280", "si7021")
# Of examples/bench/day.hpp at four in the morning, with what the sensors resolve.
CELSIUS, HUMIDITY, PASCALS = (12, 0.02), (0.75, 0.001), (101_500, 1)


@pytest.fixture(scope="session")
def firmware() -> Path:
    command = [RUN, NAME, "--build-only"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.rstrip("\n"))


class Pico(Server):
    """An emulated board that serves, on a day that stands still, with its control socket."""

    def __init__(self, folder: Path) -> None:
        options = ("--port", "0", "--control", "control", "--hour", "4", "--pace", "0", "--parts", PARTS)
        super().__init__([RUN, NAME, *options], folder)
        self._control = folder / "control"

    def tell(self, line: str) -> "list[str]":
        done = subprocess.run([EXAMPLE / "tell", self._control, *line.split()], capture_output=True, text=True, timeout=20)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        return done.stdout.splitlines()

    def page(self) -> bytes:
        """Nothing when it cannot be had."""
        return subprocess.run([*CURL, "--max-time", "2", self.url()], capture_output=True).stdout

    def has(self, name: str, at_least: float, **labels: str) -> bool:
        page = self.page()
        return page.endswith(b"\n") and value(page, f"prom_express_{name}", **labels) >= at_least

    def read(self, name: str, **labels: str) -> float:
        return value(curl(self.url()), f"prom_express_{name}", **labels)

    def must_be_right(self) -> None:
        def is_right() -> bool:
            page = self.page()
            return page.endswith(b"\n") and problems(page) == [] and measures_what_there_is(page)

        wait_until(is_right, "a page that is right", seconds=30, show=lambda: self.page().decode())


def measures_what_there_is(page: bytes) -> bool:
    expected = {
        **{("temperature_celsius", sensor): CELSIUS for sensor in SENSORS},
        **{("humidity_ratio", sensor): HUMIDITY for sensor in SENSORS},
        ("pressure_pascals", "bme280"): PASCALS,
    }
    found = values(page)

    def measured(name: str, sensor: str) -> float:
        return found.get((f"prom_express_{name}", frozenset({("sensor", sensor)})), math.nan)

    return all(measured("sensor_up", sensor) == 1 for sensor in SENSORS) and all(
        abs(measured(*series) - wanted) <= tolerance for series, (wanted, tolerance) in expected.items()
    )


@contextmanager
def pico(folder: Path) -> Iterator[Pico]:
    started = Pico(folder)
    with kept(started):
        started.wait()
        yield started


@pytest.fixture(scope="module")
def board(firmware: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pico]:
    """One that all tests of it share; each leaves it serving what is right. None lets the driver do what is forbidden to it."""
    with pico(tmp_path_factory.mktemp(NAME)) as started:
        started.must_be_right()
        yield started
        assert started.tell("total")[-1].startswith("ok 0 violations, "), started.tell("findings")


def test_the_boot_loaders_file_is_the_program(firmware: Path, tmp_path: Path) -> None:
    loaded = firmware.with_suffix(".uf2")
    said = subprocess.run(["file", "--brief", loaded], check=True, capture_output=True, text=True).stdout
    blocks = loaded.stat().st_size // 512
    assert said == f"UF2 firmware image, family Raspberry Pi RP2040, address 0x10000000, {blocks} total blocks\n"
    plain = tmp_path / "plain"
    subprocess.run(["arm-none-eabi-objcopy", "-O", "binary", firmware, plain], check=True)
    data = loaded.read_bytes()
    image = b"".join(data[at + 32 : at + 288] for at in range(0, len(data), 512))
    assert image.rstrip(b"\0") == plain.read_bytes().rstrip(b"\0")


def mirrored(number: int, bits: int) -> int:
    return int(f"{number:0{bits}b}"[::-1], 2)


def test_the_boot_rom_would_take_the_second_stage(firmware: Path) -> None:
    """Its checksum is zlib's with all bits the other way around, and not inverted."""
    elf = firmware.with_suffix(".uf2").read_bytes()
    stage, checksum = elf[32 : 32 + 252], int.from_bytes(elf[32 + 252 : 32 + 256], "little")
    assert mirrored(zlib.crc32(bytes(mirrored(byte, 8) for byte in stage)) ^ 0xFFFFFFFF, 32) == checksum


# Registers of the RP2040, and what the chip does not do for a program that leaves them as they are.
LEFT_OUT = {
    0x4000C000: "the PLL is used before its reset is over",
    0x40024000: "the crystal is awaited before it is switched on",
    0x40028004: "the system's clock is the PLL's before that runs",
    0x4002800C: "the system's clock is the PLL's before that runs",
    0x40008030: "the tick of TIMER is not the crystal's",
    0x4000803C: "UART0 runs before the system's clock is the PLL's",
    0x40008048: "SPI0 has no peripheral clock",
    0x4005802C: "TIMER has no tick of 1 MHz",
    0x40014004: "UART0 is used before GP0 is given to it",
    0x40034030: "UART0 is used before its register 0x30 is set",
    0x4001C014: "I2C0 is used before the pad of GP4 is set",
    0x4001403C: "I2C1 is used before GP7 is given to it",
    0x4001C044: "SPI0 is used before the pad of GP16 is set",
    0x4001408C: "SPI0 is used before GP17 is given to it",
    0x4003C004: "SPI0 is used before its register 0x4 is set",
    0x4003C024: "SPI0 is used before its register 0x24 is set",
}


def test_it_starts_on_the_chip_too_and_what_is_left_out_is_found(firmware: Path) -> None:
    """The emulator forgives all of that."""
    command = ["node", EXAMPLE / "emulator" / "check_start.js", PACKAGE, firmware, *map(hex, LEFT_OUT)]
    found = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.splitlines()
    assert len(found) == len(LEFT_OUT), found
    for line, (address, problem) in zip(found, LEFT_OUT.items()):
        assert line.startswith(f"{address:#x}: ") and problem in line, line


def test_the_page_is_right_and_promtool_takes_it(board: Pico) -> None:
    page = curl(board.url())
    assert problems(page) == [] and measures_what_there_is(page)
    assert promtool(page) == promtool(b"# HELP a A.\n# TYPE a gauge\na 1\n")
    assert value(page, "prom_express_ethernet_up") == value(page, "prom_express_ethernet_link_up") == 1
    assert value(page, "prom_express_ethernet_listening_sockets") == 6


def test_requests_over_one_connection_and_over_as_many(board: Pico) -> None:
    wanted = form(curl(board.url()))
    connection = http.client.HTTPConnection(board.address, board.port, timeout=20)
    assert {form(scrape(connection)) for _ in range(100)} == {wanted}
    connection.close()
    assert {form(curl(board.url())) for _ in range(30)} == {wanted}


# A fault of the one sensor and one of the other, each with the reason that its errors are counted under.
SENSOR_FAULTS = [(("unplug", "nack"), ("nack 2", "nack")), (("hang", "bus"), ("stretch", "bus")), (("stuck 2", "bus"), ("unplug", "nack"))]


@pytest.mark.parametrize("faults", SENSOR_FAULTS, ids=str)
def test_sensors_that_failed_are_read_again(faults: "tuple[tuple[str, str], ...]", board: Pico) -> None:
    counts = {sensor: {"sensor": sensor, "reason": reason} for sensor, (_, reason) in zip(SENSORS, faults)}
    before = {sensor: board.read("sensor_read_errors_total", **counts[sensor]) for sensor in SENSORS}
    for sensor, (fault, _) in zip(SENSORS, faults):
        board.tell(f"{sensor} {fault}")
    for sensor in SENSORS:
        more = before[sensor] + 1
        wait_until(lambda: board.has("sensor_read_errors_total", more, **counts[sensor]), f"{sensor} fails")
        board.tell(f"{sensor} plug")
    board.must_be_right()


# A fault of the Ethernet chip or of its network, and the count that shows it.
NETWORK_FAULTS = {
    "fault chip-reset": "ethernet_silences_total",
    "fault unpowered ff 300": "ethernet_silences_total",
    "fault dead 00 300": "ethernet_silences_total",
    "fault stuck -1 3000": "ethernet_stuck_commands_total",
    "fault link down": "ethernet_link_losses_total",
}


@pytest.mark.parametrize("fault", NETWORK_FAULTS)
def test_it_serves_again_after_a_fault_of_the_network(fault: str, board: Pico) -> None:
    count = NETWORK_FAULTS[fault]
    before = board.read(count)
    clients = board.read("ethernet_clients_total")
    board.tell(fault)
    if fault == "fault link down":
        assert board.page() == b""
        board.tell("fault link up")
    wait_until(lambda: board.has(count, before + 1), f"{count} has grown")
    board.must_be_right()
    assert board.read("ethernet_clients_total") > clients, "the board itself was reset"


def test_a_line_that_is_none_is_refused(board: Pico) -> None:
    for line in ("bme280 explode", "fault explode"):
        with pytest.raises(AssertionError, match="error: no such"):
            board.tell(line)


def test_a_signal_ends_all_programs_of_the_board_in_order(firmware: Path, tmp_path: Path) -> None:
    with pico(tmp_path) as other:
        children = Path(f"/proc/{other.process.pid}/task/{other.process.pid}/children").read_text().split()
        assert len(children) == 2
        assert other.status_after(signal.SIGTERM) == 0
        assert [child for child in children if Path(f"/proc/{child}").exists()] == []
        assert other.errors == "" and not (tmp_path / "control").exists()


def test_a_port_that_cannot_be_is_refused() -> None:
    command = [RUN, NAME, "--port", "65536"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--port" in done.stderr and f"usage: ./examples/run {NAME}" in done.stderr
