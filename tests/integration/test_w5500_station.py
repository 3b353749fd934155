"""The weather station on a simulated W5500, two programs with the chip's SPI between them: its page, its addresses, its end."""

import re
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from expected_pages import PAGES
from harness import services
from harness.clients import direct
from harness.readers import values
from harness.services import Service
from harness.waiting import wait_until
from spi_stream import Master, master

CHIPS_PORT = 80


class Station:
    """The chip and the program that drives it."""

    def __init__(self, chip: Service, program: Service, port: int, control: Master) -> None:
        self.chip, self.program, self.control = chip, program, control
        self.url = f"http://127.0.0.1:{port}/metrics"

    def page(self) -> bytes:
        with direct.open(self.url, timeout=10) as response:
            return bytes(response.read())

    def serves(self) -> bool:
        """Clients are refused for as long as nothing listens."""
        self.program.must_be_alive()
        try:
            return bool(self.page())
        except OSError:
            return False

    def has_no_violations(self) -> bool:
        return self.control.control("total").startswith("ok 0 violations, ")


@pytest.fixture
def station(program: Callable[[str], Path], tmp_path: Path) -> Iterator[Callable[..., Station]]:
    with ExitStack() as stack:

        def start(*options: str) -> Station:
            port = services.free_port()
            place = f"unix:{tmp_path}/chip"
            chip_options = ("--listen", place, "--port", f"{CHIPS_PORT}={port}", "--answers", "1")
            chip = stack.enter_context(services.service([program("w5500_chip"), *chip_options], tmp_path / "chip-log"))
            wait_until(lambda: "listening on" in chip.output, "the chip")
            control = stack.enter_context(master(place))
            command = [program("w5500_station"), "--spi", place, "--port", str(CHIPS_PORT), *options]
            driver = stack.enter_context(services.service(command, tmp_path / "station-log"))
            return Station(chip, driver, port, control)

        yield start


def test_its_page_is_that_of_the_weather_station(station: Callable[..., Station]) -> None:
    started = station()
    wait_until(started.serves, "the page")

    def missing() -> "set[object]":
        return set(PAGES["weather_station"].series()) - set(values(started.page()))

    wait_until(lambda: not missing(), "a reading of every sensor", seconds=60, show=missing)
    assert started.has_no_violations(), started.control.control("findings")


def test_it_gets_an_address_by_dhcp(station: Callable[..., Station]) -> None:
    started = station("--dhcp")
    wait_until(started.serves, "the page")
    assert started.control.read(0, 0x0F, 4) == bytes((192, 168, 1, 50))
    assert started.has_no_violations(), started.control.control("findings")


@pytest.mark.parametrize("fault", ["chip-reset", "unpowered 00 50", "dead ff 50", "stuck -1 300"])
def test_it_serves_again_after(station: Callable[..., Station], fault: str) -> None:
    started = station()
    wait_until(started.serves, "the page")
    assert started.control.control(f"fault {fault}") == "ok\n"
    wait_until(started.serves, "the page again")
    assert started.has_no_violations(), started.control.control("findings")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it(station: Callable[..., Station], number: signal.Signals) -> None:
    started = station()
    wait_until(started.serves, "the page")
    assert started.program.status_after(number) == 0
    assert started.chip.status_after(signal.SIGTERM) == 0, started.chip.log


def test_a_place_that_is_none_is_status_2(program: Callable[[str], Path], tmp_path: Path) -> None:
    with services.service([program("w5500_station"), "--spi", "/tmp/x"], tmp_path / "log") as started:
        assert started.process.wait(15) == 2
        assert re.search("unix:PATH or tcp:PORT", started.errors)
