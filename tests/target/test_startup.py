"""A program on the emulated boards behaves as one on the host: output, arguments, exit status; and failures are told."""

import subprocess

import pytest

from board import Board
from harness.presets import RUN_ON


def test_arguments_reach_the_program_and_its_output_the_host(board: Board) -> None:
    result = board.run("startup_check", "one", "2,3", "--four=4")
    assert (result.stdout, result.stderr, result.returncode) == ("one\n2,3\n--four=4\n", "", 0)


@pytest.mark.parametrize("status", [0, 1, 42, 255])
def test_exit_status_is_the_result_of_main(board: Board, status: int) -> None:
    assert board.run("startup_check", "exit", str(status)).returncode == status


def test_fault_names_the_exception_and_the_instruction(board: Board) -> None:
    symbols = subprocess.run(["arm-none-eabi-nm", board.program("startup_check")], capture_output=True, text=True)
    [address] = [line.split()[0] for line in symbols.stdout.splitlines() if line.endswith(" faulting_instruction")]
    result = board.run("startup_check", "fault")
    assert (result.stdout, result.returncode) == (f"exception 0x03 at 0x{address}\n", 125)


def test_program_that_does_not_end_is_stopped(board: Board) -> None:
    result = board.run("startup_check", "hang", timeout=1)
    assert result.returncode == 124
    assert "did not end within 1 s" in result.stderr


def test_too_many_bytes_of_arguments_are_refused(board: Board) -> None:
    result = board.run("startup_check", "x" * 300)
    assert (result.stdout, result.returncode) == ("start-up: the arguments are longer than 255 bytes\n", 125)


def test_stdio_is_flushed_at_the_end(board: Board) -> None:
    result = board.run("stdio_check", "a", "b")
    assert (result.stdout, result.returncode) == ("2 arguments, the last is b", 3)


def test_program_of_another_linker_script_is_refused(board: Board, tmp_path) -> None:
    other = tmp_path / "other.elf"
    source = tmp_path / "other.cpp"
    source.write_text("int main() {}\n")
    subprocess.run(["arm-none-eabi-g++", "-nostdlib", "-Wl,-emain", str(source), "-o", str(other)], check=True)
    result = subprocess.run([RUN_ON, other], capture_output=True, text=True)
    assert result.returncode == 1
    assert "was not linked by prometheus_express_target_program" in result.stderr
