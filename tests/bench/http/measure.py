#!/usr/bin/env -S tests/python
"""What a request of the weather station's page costs on this machine.

    tests/bench/http/measure.py            instructions and system calls, counted by valgrind: the same in every run
    tests/bench/http/measure.py load       requests a second under wrk, beside a server that sends a fixed reply
"""

import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from harness import presets

CONNECTIONS = (1, 16, 64)
PAIRS = 9
SECONDS = 1
REQUEST = b"GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"


class Cost(NamedTuple):
    """Of one request."""

    instructions: float
    calls: dict[str, float]


def program(name: str) -> Path:
    return presets.build("host", name) / "tests" / "bench" / "http" / name


@contextmanager
def started(command: "list[str | Path]", report: "Path | None" = None) -> Iterator[int]:
    """The port that a program listens on; it is ended in order."""
    with open(report or "/dev/null", "wb") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
        assert process.stdout is not None
        with process, process.stdout:
            found = re.search(r"(\d+)(/metrics)?$", process.stdout.readline())
            assert found, command
            try:
                yield int(found[1])
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(60)


def replies(client: socket.socket, count: int) -> bytes:
    """Reads so many answers, each of the same length, which they state."""
    received, size = b"", 0
    while not size or len(received) < count * size:
        data = client.recv(65536)
        assert data, "the server has closed the connection"
        received += data
        if head := re.search(rb"\r\nContent-Length: (\d+)\r\n(?:.+\r\n)*\r\n", received):
            size = head.end() + int(head[1])
    return received


def ask(port: int, batches: int, size: int) -> socket.socket:
    """On one connection, which is left open; a batch is sent once the answers to the one before are there."""
    client = socket.create_connection(("127.0.0.1", port), 20)
    for _ in range(batches):
        client.sendall(REQUEST * size)
        replies(client, size)
    return client


def counts(batches: int, size: int) -> tuple[int, Counter[str]]:
    """Of the run with the fewest system calls among several: the first request arrives with its connection or behind it,
    which is a wait more."""
    return min((counts_once(batches, size) for _ in range(4)), key=lambda found: sum(found[1].values()))


def counts_once(batches: int, size: int) -> tuple[int, Counter[str]]:
    """Of the whole run: instructions, and system calls by name."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report")
        valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--trace-syscalls=yes"]
        with started([*valgrind, program("http_bench_station"), "--port", "0"], report) as port:
            client = ask(port, batches, size)
        client.close()  # behind the program's end: whether it had still seen that would be chance
        text = report.read_text(errors="replace")
    calls = Counter(re.findall(r"^SYSCALL\[\d+,\d+\]\(\s*\d+\) sys_(\w+)", text, re.MULTILINE))
    found = re.search(r"Collected : (\d+)", text)
    assert found, text[-2000:]
    return int(found[1]), calls


def cost(size: int) -> Cost:
    """Of one request among `size` that arrive together: the difference of two runs, so that the start does not count."""
    few, many = 20, 90  # fewer than a connection may have
    first, second = counts(few, size), counts(many, size)
    requests = (many - few) * size
    return Cost(
        (second[0] - first[0]) / requests,
        {name: (second[1][name] - first[1][name]) / requests for name in second[1] if second[1][name] > first[1][name]},
    )


def cost_table() -> str:
    lines = ["| requests at a time | user instructions a request | system calls a request |", "|--:|--:|:--|"]
    for size in (1, 10):
        each = cost(size)
        calls = ", ".join(f"{count:.2f} {name}" for name, count in sorted(each.calls.items()))
        lines.append(f"| {size} | {each.instructions:.0f} | {calls} |")
    return "\n".join(lines)


def load(port: int, connections: int, closing: bool) -> float:
    """Requests a second."""
    header = ["-H", "Connection: close"] if closing else []
    line = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", *header, f"http://127.0.0.1:{port}/metrics"]
    report = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    found = re.search(r"Requests/sec:\s+([0-9.]+)", report)
    assert found and "Non-2xx" not in report, report
    return float(found[1])


def pairs(connections: int, closing: bool) -> list[tuple[float, float]]:
    """Ours and the fixed reply's, each one after the other."""
    with tempfile.TemporaryDirectory() as folder, started([program("http_bench_station"), "--port", "0"]) as ours:
        with socket.create_connection(("127.0.0.1", ours), 20) as client:
            client.sendall(REQUEST.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n") if closing else REQUEST)
            Path(folder, "reply").write_bytes(replies(client, 1))
        fixed_reply = [program("http_bench_fixed_reply"), Path(folder, "reply"), *(["close"] if closing else [])]
        with started(fixed_reply) as fixed:
            load(ours, connections, closing)
            load(fixed, connections, closing)
            return [(load(ours, connections, closing), load(fixed, connections, closing)) for _ in range(PAIRS)]


def load_table() -> str:
    head = "| connections | | requests a second | of a fixed reply | ratio | from | to |"
    lines = [head, "|--:|---|--:|--:|--:|--:|--:|"]
    for closing in (False, True):
        for connections in CONNECTIONS:
            measured = pairs(connections, closing)
            ratios = [ours / fixed for ours, fixed in measured]
            ours, fixed = (statistics.median(column) for column in zip(*measured))
            way = "closing" if closing else "keep-alive"
            figures = f"{statistics.median(ratios):.2f} | {min(ratios):.2f} | {max(ratios):.2f}"
            lines.append(f"| {connections} | {way} | {ours:,.0f} | {fixed:,.0f} | {figures} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(load_table() if sys.argv[1:] == ["load"] else cost_table())
