"""The weather station on a simulated W5500, two programs with the chip's SPI between them: its page, its addresses, its end."""

import re
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from integration.chip_and_station import Station, chip_and_station
from expected_pages import PAGES
from harness import services
from harness.readers import values
from harness.waiting import wait_until


@pytest.fixture
def station(program: Callable[[str], Path], tmp_path: Path) -> Iterator[Callable[..., Station]]:
    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(chip_and_station(program, tmp_path, *options))


def test_its_page_is_that_of_the_weather_station(station: Callable[..., Station]) -> None:
    started = station()
    wait_until(started.serves, "the page")

    def missing() -> "set[object]":
        return set(PAGES["w5500_station"].series()) - set(values(started.page()))

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
