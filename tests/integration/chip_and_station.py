"""The weather station and the simulated W5500 that it drives, as two programs with the chip's SPI between them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from harness import services
from harness.clients import direct
from harness.services import Service
from harness.waiting import wait_until
from integration.spi_stream import Master, master

CHIPS_PORT = 80


class Station:
    """The chip and the program that drives it."""

    def __init__(self, chip: Service, program: Service, port: int, control: Master, clients: int) -> None:
        self.chip, self.program, self.control = chip, program, control
        self.clients = clients  # sockets for them
        self.place = f"127.0.0.1:{port}"
        self.url = f"http://{self.place}/metrics"

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

    def inject(self, fault: str) -> None:
        assert self.control.control(f"fault {fault}") == "ok\n"

    def sockets(self) -> str:
        return self.control.control("sockets")

    def must_be_blameless(self) -> None:
        """Neither a violation nor a caution was counted, once nothing is under way any more."""
        self.program.must_be_alive()
        self.chip.must_be_alive()
        wait_until(self.serves, "the page")
        wait_until(lambda: self.sockets().count("LISTEN") == self.clients, "all sockets listening", seconds=60, show=self.sockets)
        assert self.control.control("total").startswith("ok 0 violations, 0 cautions, "), self.control.control("findings")


@contextmanager
def chip_and_station(program: Callable[[str], Path], folder: Path, *options: str, answers: str = "1") -> Iterator[Station]:
    port = services.free_port()
    place = f"unix:{folder}/chip"
    chip_options = ("--listen", place, "--port", f"{CHIPS_PORT}={port}", "--answers", answers)
    with services.service([program("w5500_chip"), *chip_options], folder / "chip-log") as chip:
        wait_until(lambda: "listening on" in chip.output, "the chip")
        with master(place) as control:
            command = [program("w5500_station"), "--spi", place, "--port", str(CHIPS_PORT), *options]
            with services.service(command, folder / "station-log") as driver:
                yield Station(chip, driver, port, control, 7 if "--dhcp" in options else 8)
