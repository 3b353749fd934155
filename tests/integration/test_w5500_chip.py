"""The simulated W5500 as a program: its stream of messages, its control lines, its exit status."""

import re
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from harness import services
from harness.services import Service
from harness.waiting import wait_until
from spi_stream import (
    BUS,
    COMMON,
    COUNTS,
    INTERRUPT,
    RESET_PIN,
    TRANSFER,
    WAIT,
    Master,
    master,
    message,
    read_window,
    write_window,
)

Start = Callable[..., Service]


@pytest.fixture
def start(program: Callable[[str], Path], tmp_path: Path) -> Iterator[Start]:
    with ExitStack() as stack:

        def run(*arguments: str) -> Service:
            folder = tmp_path / f"chip-{len(services.running)}"
            return stack.enter_context(services.service([program("w5500_chip"), *arguments], folder))

        yield run


def place(chip: Service, what: str = "listening") -> str:
    def look() -> "re.Match[str] | None":
        chip.must_be_alive()
        return re.search(rf"^{what} on (\S+)\n", chip.output, re.MULTILINE)

    return wait_until(look, f"the line of {chip.name} that says where it is")[1]


@pytest.fixture(params=["unix", "tcp"])
def bus(request: pytest.FixtureRequest, start: Start, tmp_path: Path) -> Iterator[Master]:
    where = f"unix:{tmp_path}/chip" if request.param == "unix" else "tcp:0"
    with master(place(start("--listen", where))) as opened:
        yield opened


def test_the_version_is_read_as_in_the_description(bus: Master) -> None:
    bus.send(bytes.fromhex("01 00 04 00  00 39 00 00"))
    assert bus.receive(8) == bytes.fromhex("01 00 04 00  01 02 03 04")


def test_requests_in_a_row_are_answered_in_order_and_posts_not_at_all(bus: Master) -> None:
    requests = b""
    for value in range(50):
        requests += message(2, write_window(COMMON, 0x09, bytes((value,))))
        requests += message(TRANSFER, read_window(COMMON, 0x09, 1))
    bus.send(requests)
    assert [bus.reply() for _ in range(50)] == [(TRANSFER, bytes((1, 2, 3, value))) for value in range(50)]


def test_a_request_may_come_in_pieces(bus: Master) -> None:
    for byte in message(TRANSFER, read_window(COMMON, 0x39, 1)):
        bus.send(bytes((byte,)))
    assert bus.reply() == (TRANSFER, b"\x01\x02\x03\x04")


@pytest.mark.parametrize(
    "wrong",
    [b"\x01\x01\x00\x00", b"\x09\x00\x00\x00", b"\x00\x00\x00\x00", message(RESET_PIN, b"\x02"), message(RESET_PIN),
     message(INTERRUPT, b"\x00"), message(WAIT, b"\x00"), message(BUS, b"\x00"), message(COUNTS, b"\x00")],
)  # fmt: skip
def test_what_is_no_request_ends_the_stream(bus: Master, wrong: bytes) -> None:
    bus.send(wrong)
    assert bus.ends()


def test_the_reset_pin_restores_the_defaults(bus: Master) -> None:
    bus.write(COMMON, 0x09, b"\x02\x00\x00\x01\x02\x03")
    assert bus.read(COMMON, 0x09, 6) == b"\x02\x00\x00\x01\x02\x03"
    assert bus.ask(RESET_PIN, b"\x00") == b""
    assert bus.ask(RESET_PIN, b"\x01") == b""
    wait_until(lambda: bus.read(COMMON, 0x39) == b"\x04", "the end of the start-up")
    assert bus.read(COMMON, 0x09, 6) == bytes(6)


def test_intn_is_told_and_waited_for(bus: Master) -> None:
    assert bus.ask(INTERRUPT) == b"\x01"
    assert bus.ask(WAIT, (1).to_bytes(4, "little")) == b"\x01"
    bus.write(COMMON, 0x16, b"\x80")
    assert bus.control("event conflict") == "ok\n"
    assert bus.ask(WAIT, (60_000).to_bytes(4, "little")) == b"\x00"
    assert bus.ask(INTERRUPT) == b"\x00"


def test_requests_behind_a_wait_for_intn_wait_with_it(start: Start) -> None:
    where = place(start("--listen", "tcp:0"))
    with master(where) as waiting, master(where) as other:
        other.write(COMMON, 0x16, b"\x80")
        waiting.send(message(WAIT, (60_000).to_bytes(4, "little")) + message(TRANSFER, read_window(COMMON, 0x39, 1)))
        waiting.stream.settimeout(0.1)
        with pytest.raises(TimeoutError):
            waiting.receive(1)
        waiting.stream.settimeout(30)
        assert other.control("event conflict") == "ok\n"
        assert waiting.reply() == (WAIT, b"\x00")
        assert waiting.reply() == (TRANSFER, b"\x01\x02\x03\x04")


def test_counts_are_violations_cautions_windows_and_commands(bus: Master) -> None:
    bus.read(COMMON, 0x39)
    bus.write(COMMON, 0x39, b"\x00")  # can only be read
    bus.write(1, 0x01, b"\x08")  # DISCON of a closed socket
    counts = bus.ask(COUNTS)
    assert [int.from_bytes(counts[at : at + 4], "little") for at in (0, 4, 8, 12)] == [1, 1, 3, 1]


def test_the_mode_of_the_bus_is_checked(bus: Master) -> None:
    assert bus.ask(BUS, b"\x00" + (12_000_000).to_bytes(4, "little")) == b""
    assert bus.control("findings") == "ok\n"
    assert bus.ask(BUS, b"\x01" + (12_000_000).to_bytes(4, "little")) == b""
    assert "SPI mode 1" in bus.control("findings")


def listen_at_80(bus: Master) -> None:
    bus.write(COMMON, 0x09, b"\x02\x00\x00\x01\x02\x03")
    bus.write(COMMON, 0x0F, b"\xc0\xa8\x01\x32")
    bus.write(1, 0x00, b"\x01")
    bus.write(1, 0x04, b"\x00\x50")
    for command in (b"\x01", b"\x02"):
        bus.write(1, 0x01, command)
        wait_until(lambda: bus.read(1, 0x01) == b"\x00", "the end of the command")


def test_a_client_of_this_machine_reaches_the_chips_port(start: Start) -> None:
    with master(place(start("--listen", "tcp:0", "--port", "80=0"))) as bus:
        listen_at_80(bus)
        port = int(re.search(r"^tcp 80 127\.0\.0\.1:(\d+)$", bus.control("ports"), re.MULTILINE)[1])  # type: ignore[index]
        with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
            client.sendall(b"hello")
            wait_until(lambda: bus.read(1, 0x26, 2) == b"\x00\x05", "what the client has sent")
            pointer = int.from_bytes(bus.read(1, 0x28, 2), "big")
            assert bus.read(3, pointer, 5) == b"hello"


def test_control_lines_are_answered_on_their_own_stream(start: Start, tmp_path: Path) -> None:
    chip = start("--listen", "tcp:0", "--control", f"{tmp_path}/control")
    assert place(chip, "control") == f"unix:{tmp_path}/control"
    with socket.socket(socket.AF_UNIX) as control:
        control.settimeout(30)
        control.connect(f"{tmp_path}/control")
        lines = control.makefile("rw", newline="\n")
        for line, answer in (("fault link down", "ok\n"), ("nonsense", "error: no such command\n"), ("findings", "ok\n")):
            lines.write(line + "\n")
            lines.flush()
            assert lines.readline() == answer
        lines.write("quit\n")
        lines.flush()
        assert lines.readline() == "ok\n"
    assert chip.process.wait(15) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_a_summary(start: Start, tmp_path: Path, number: signal.Signals) -> None:
    chip = start("--listen", "tcp:0", f"--summary={tmp_path}/summary")
    with master(place(chip)) as bus:
        bus.read(COMMON, 0x39)
    assert chip.status_after(number) == 0
    summary = dict(line.split(" ", 1) for line in (tmp_path / "summary").read_text().splitlines())
    assert (summary["violations"], summary["windows"], summary["spi_bytes"]) == ("0", "1", "4")


def test_violations_are_status_3_and_shown(start: Start) -> None:
    chip = start("--listen", "tcp:0")
    with master(place(chip)) as bus:
        bus.read(4, 0)
    assert chip.status_after(signal.SIGTERM) == 3
    assert re.search(r"^\d+\.\d{6} violation chip: is accessed in the reserved block 4$", chip.errors, re.MULTILINE)


@pytest.mark.parametrize(
    "options",
    [[], ["--listen"], ["--listen", "/tmp/x"], ["--listen", "tcp:0", "--colour", "red"], ["--listen", "tcp:0", "extra"],
     ["--listen", "tcp:0", "--answer", "send-ok=never"], ["--listen", "tcp:0", "--port", "80"],
     ["--listen", "tcp:0", "--remote", "10.0.0.1=host"]],
)  # fmt: skip
def test_wrong_options_are_status_2(start: Start, options: list[str]) -> None:
    chip = start(*options)
    assert chip.process.wait(15) == 2
    assert chip.errors.startswith("usage: w5500_chip")


def test_answers_are_chosen_and_shown(start: Start) -> None:
    chip = start("--listen=tcp:0", "--answers=7", "--answer=send-ok=transmitted", "--answer", "command=4")
    place(chip)
    wait_until(lambda: "answers " in chip.output, "the line of the answers")
    assert "answers command=4 " in chip.output
    assert " send-ok=transmitted " in chip.output
