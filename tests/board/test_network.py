"""The board's network: load, clients that misbehave, a cable that is unplugged, a reset; and lwIP's memory all the while."""

import http.client
import random
import socket
import struct
import time

import pytest

from conftest import Board
from harness.page_checker import problems
from harness.readers import value, values
from harness.waiting import wait_until
from soak import form, in_parallel, scrape

CONNECTIONS = 8
PAGES = 10_000
# Of lwIP, while one client asks and nothing else is under way.
AT_REST = {
    ("board_lwip_heap_bytes", ("amount", "used")): 0,
    ("board_lwip_pool", ("pool", "tcp_pcb")): 1,
    ("board_lwip_pool", ("pool", "tcp_pcb_listen")): 1,
    ("board_lwip_pool", ("pool", "tcp_segment")): 0,
    ("board_lwip_pool", ("pool", "packet")): 0,
}
LINES = 15 * 2 + 100  # families with two lines of comment each, and series
GET = b"GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"


def get(board: Board, path: str = "/metrics") -> bytes:
    connection = http.client.HTTPConnection(board.address, board.port, timeout=20)
    try:
        return scrape(connection, path)
    finally:
        connection.close()


def memory(board: Board) -> "dict[tuple[str, tuple[str, str]], float]":
    found = values(get(board, "/metrics/lwip"))
    return {(name, label): found[name, frozenset({label})] for name, label in AT_REST}


def is_at_rest(board: Board) -> None:
    """Closed connections are remembered for ten seconds."""
    wait_until(lambda: memory(board) == AT_REST, "lwIP holds no memory", seconds=20, show=lambda: memory(board))


@pytest.fixture(scope="module")
def page(board: Board) -> bytes:
    """A page with every series there is."""

    def complete() -> "bytes | None":
        found = get(board)
        return found if b'board_pressure_pascals ' in found and found.count(b"\n") == LINES else None

    found = wait_until(complete, f"a page of {LINES} lines", show=lambda: get(board).decode())
    assert problems(found) == []
    return found


def test_ten_thousand_scrapes_in_parallel_are_complete_and_leave_no_memory(board: Board, page: bytes) -> None:
    is_at_rest(board)
    started = time.monotonic()
    good = in_parallel(board.address, board.port, form(page), CONNECTIONS, PAGES // CONNECTIONS)
    print(f"{PAGES} scrapes of {len(page)} bytes in {time.monotonic() - started:.1f} s")
    assert good == PAGES
    is_at_rest(board)
    after = get(board)
    assert form(after) == form(page)
    assert value(after, "board_uptime_seconds") > value(page, "board_uptime_seconds"), "it was reset in between"
    for kind in ("heap", "tcp_pcb", "tcp_segment", "packet"):
        assert value(after, "board_lwip_refused_allocations_total", memory=kind) == 0, kind


def test_clients_that_break_off_leave_no_memory(board: Board, page: bytes) -> None:
    chance = random.Random(7)
    for number in range(300):
        with socket.create_connection((board.address, board.port), 10) as client:
            client.sendall((GET * 3)[: chance.randrange(len(GET) if number % 3 == 0 else 1, 3 * len(GET))])
            if number % 3 == 0:
                client.recv(chance.randrange(1, 4000))
            if number % 3 != 1:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close() then resets
        time.sleep(0.01)  # the emulator's network has no queue for clients that come faster
    assert form(get(board)) == form(page)
    is_at_rest(board)


def test_a_client_that_does_not_read_does_not_keep_others_waiting(board: Board, page: bytes) -> None:
    with socket.create_connection((board.address, board.port), 10) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        deaf.sendall(GET * 100)
        for _ in range(20):
            assert form(get(board)) == form(page)
        # Nor did the others have to wait until it was given up: it gets whatever it asked for, now that it reads.
        deaf.settimeout(20)
        received = b""
        while received.count(b"HTTP/1.1 200 OK\r\n") < 100 and (data := deaf.recv(65536)):
            received += data
        assert received.count(b"HTTP/1.1 200 OK\r\n") == 100
    is_at_rest(board)


def test_an_unplugged_cable_is_survived(board: Board, page: bytes) -> None:
    """Also by a request that was on its way."""
    before = get(board)
    connection = http.client.HTTPConnection(board.address, board.port, timeout=30)
    scrape(connection)
    board.qmp("set_link", name="net", up=False)
    connection.request("GET", "/metrics")
    time.sleep(2)
    with pytest.raises(OSError), socket.create_connection((board.address, board.port), 1) as other:
        other.settimeout(1)
        other.sendall(GET)
        assert other.recv(1) == b"no answer can come"
    board.qmp("set_link", name="net", up=True)
    late = connection.getresponse().read()
    assert form(late) == form(page)
    connection.close()
    assert value(late, "board_link_losses_total") == value(before, "board_link_losses_total") + 1
    assert value(late, "board_uptime_seconds") >= value(before, "board_uptime_seconds") + 2
    is_at_rest(board)


def test_a_reset_is_survived(board: Board, page: bytes) -> None:
    before = value(get(board), "board_uptime_seconds")
    board.qmp("system_reset")

    def restarted() -> bool:
        try:
            return value(get(board), "board_uptime_seconds") < before
        except (OSError, http.client.HTTPException):
            return False

    wait_until(restarted, "the board serves again")
    wait_until(lambda: form(get(board)) == form(page), "the page is complete again")
    is_at_rest(board)
