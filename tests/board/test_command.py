"""./examples/run mps2: its options, its one line, its end; and the boards that it knows."""

import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import RUN, Board, board_of, build
from harness.clients import curl
from harness.page_checker import problems
from harness.readers import value
from harness.source_tree import ROOT
from harness.waiting import wait_until


def run(*options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([RUN, "mps2", *options], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)


def children(process: int) -> "list[str]":
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [child for child in found if Path(f"/proc/{child}/comm").read_text().startswith("qemu")]


@pytest.mark.parametrize("options", [["--machine", "mps2-an385"], ["--machine", "mps2-an500"], ["--dhcp"]], ids=" ".join)
def test_other_boards_serve(options: "list[str]", tmp_path: Path) -> None:
    build(*options)
    with board_of(tmp_path, *options) as board:
        board.qmp.set("tmp105", "temperature", -7_250)

        def temperature_has_arrived() -> bool:
            page = curl(board.url())
            assert problems(page) == []
            return b'board_temperature_celsius{sensor="tmp105"} -7.25\n' in page

        wait_until(temperature_has_arrived, "-7.25 degrees")
        for _ in range(200):
            curl(board.url())
        page = curl(board.url())
        assert page.count(b"board_sensor_up{") == 6
        for sensor in ("tmp105", "emc1413", "tmp421", "dps310", "lsm303dlhc", "max1111"):
            assert value(page, "board_sensor_up", sensor=sensor) == 1, sensor


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_program_and_board_in_order(number: signal.Signals, board: Board, tmp_path: Path) -> None:
    with board_of(tmp_path) as other:
        assert other.port != board.port
        [emulator] = children(other.process.pid)
        assert other.status_after(number) == 0
        assert not Path(f"/proc/{emulator}").exists()
        assert other.errors == ""
        assert not (tmp_path / "qmp").exists()


def test_a_program_that_is_killed_takes_the_board_with_it(board: Board, tmp_path: Path) -> None:
    with board_of(tmp_path) as other:
        [emulator] = children(other.process.pid)
        other.process.kill()
        other.process.wait()
        wait_until(lambda: not Path(f"/proc/{emulator}").exists(), "QEMU ended")


def test_the_readmes_command_changes_a_temperature(board: Board, tmp_path: Path) -> None:
    readme = (ROOT / "examples" / "mps2" / "README.md").read_text()
    [command] = re.findall(r"^    (examples/mps2/set) /tmp/board (.*)$", readme, re.MULTILINE)
    [shown] = re.findall(r"`(board_temperature_celsius\{[^`]*)`", readme)
    with board_of(tmp_path) as other:
        setting = [ROOT / command[0], tmp_path / "qmp", *command[1].split()]
        busy = subprocess.run(setting, capture_output=True, text=True)
        assert (busy.returncode, busy.stderr.count("timed out")) == (1, 1), "QEMU talks with one at a time"
        other.qmp.close()
        subprocess.run(setting, check=True)
        wait_until(lambda: f"{shown}\n".encode() in curl(other.url()), shown)
        wrong = subprocess.run([*setting[:3], "humidity", "1"], capture_output=True, text=True)
        assert wrong.returncode == 1 and wrong.stderr.startswith("set: ") and "humidity" in wrong.stderr


def test_a_build_names_the_firmware_and_runs_nothing(taken: int) -> None:
    firmware = build("--port", str(taken))
    assert firmware == ROOT / "build" / "mps2-an386" / "mps2.elf"
    assert firmware.read_bytes().startswith(b"\x7fELF")


def test_seconds_end_it(board: Board) -> None:
    done = run("--port", "0", "--seconds", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_that_is_taken_is_said(board: Board, taken: int) -> None:
    done = run("--port", str(taken))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"mps2: cannot listen on 127.0.0.1:{taken}: Address already in use; choose another with --port\n"


@pytest.mark.parametrize("options", [["--machine", "mps3"], ["--port", "65536"], ["--address", "localhost"], ["--seconds", "-1"]])
def test_options_that_cannot_be_are_refused(options: "list[str]") -> None:
    done = run(*options)
    assert (done.returncode, done.stdout) == (2, "")
    assert options[1] in done.stderr or options[0] in done.stderr
    assert "usage: ./examples/run mps2" in done.stderr


def test_an_emulator_that_fails_is_said(board: Board) -> None:
    done = run("--port", "0", "--qmp", "/no/such/folder/socket")
    assert (done.returncode, done.stdout) == (1, "")
    assert "mps2: QEMU: " in done.stderr and "/no/such/folder/socket" in done.stderr
