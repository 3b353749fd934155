"""Programs that run while a test does: started, waited for, and ended by their process id, whatever happens."""

import re
import signal
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from harness.waiting import wait_until

# Every service that a test may be talking to, for the report of one that fails.
running: "list[Service]" = []

LISTENING = re.compile(r"listening on http://([0-9.]+|\[[0-9a-f:]+\]):([1-9][0-9]*)/metrics\n")


class Service:
    """A process whose two outputs go to files, so that it never waits for a reader."""

    def __init__(self, command: Sequence["str | Path"], folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = Path(command[0]).name
        self._output = folder / "stdout"
        self._errors = folder / "stderr"
        with self._output.open("wb") as output, self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd=folder
            )

    @property
    def output(self) -> str:
        return self._output.read_text(errors="replace")

    @property
    def errors(self) -> str:
        return self._errors.read_text(errors="replace")

    @property
    def log(self) -> str:
        status = self.process.poll()
        state = "running" if status is None else f"ended with status {status}"
        return f"{self.name}, process {self.process.pid}, {state}\n{self.output[-4000:]}{self.errors[-4000:]}"

    def must_be_alive(self) -> None:
        assert self.process.poll() is None, self.log

    def status_after(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(15)

    def end(self) -> None:
        if self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)


class Server(Service):
    """A program that serves metrics and has said where; that line is its readiness."""

    def __init__(self, command: Sequence["str | Path"], folder: Path) -> None:
        super().__init__(command, folder)
        self.address, self.port = "", 0

    def wait(self) -> None:
        def look() -> "re.Match[str] | None":
            self.must_be_alive()
            return LISTENING.fullmatch(self.output)

        found = wait_until(look, f"the line of {self.name} that says where it listens")
        self.address, self.port = found[1].strip("[]"), int(found[2])

    def url(self, path: str = "/metrics") -> str:
        return f"http://{self.place}{path}"

    @property
    def place(self) -> str:
        return f"{self.address}:{self.port}"


@contextmanager
def kept(started: Service) -> Iterator[None]:
    running.append(started)
    try:
        yield
    finally:
        started.end()
        running.remove(started)


@contextmanager
def service(command: Sequence["str | Path"], folder: Path) -> Iterator[Service]:
    started = Service(command, folder)
    with kept(started):
        yield started


@contextmanager
def server(program: Path, folder: Path, *arguments: str) -> Iterator[Server]:
    """Starts the program on 127.0.0.1, on a free port unless `arguments` say which, and waits until it listens."""
    started = Server([program, *(arguments or ("--port", "0"))], folder)
    with kept(started):
        started.wait()
        yield started


def free_port() -> int:
    """A port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
