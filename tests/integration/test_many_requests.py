"""A million requests leave neither a descriptor nor a byte behind. tests/soak makes ten million."""

import re
from collections.abc import Callable
from pathlib import Path

from conftest import Programs
from harness.services import Server, kept
from integration.many_requests import ask, leaves_nothing


def test_a_million_requests_leave_nothing_behind(serve: Callable[..., Server]) -> None:
    leaves_nothing(serve("weather_station"), 1_000_000)


def heap_of(program: Path, folder: Path, requests: int) -> list[str]:
    """What valgrind has to say of the heap after so many: blocks and bytes, left over and in all."""
    command = ["valgrind", program, "--port", "0"]
    server = Server(command, folder)
    with kept(server):
        server.wait()
        ask(server, requests)
    found = re.findall(r"(in use at exit|total heap usage): (.*)", server.errors)
    assert len(found) == 2, server.log
    return [text for _, text in found]


def test_requests_take_nothing_from_the_heap(program: Programs, tmp_path: Path) -> None:
    """Of an example without simulated sensors, whose day takes memory as it goes on."""
    peers = program("peers")
    assert heap_of(peers, tmp_path / "few", 10) == heap_of(peers, tmp_path / "many", 3000)
