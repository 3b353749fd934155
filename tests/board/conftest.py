"""The example mps2 on its emulated board, as ./examples/run starts it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness.services import Server, kept
from harness.source_tree import ROOT
from qmp import Qmp

RUN = ROOT / "examples" / "run"


class Board(Server):
    """An emulated board that serves, with its control socket."""

    qmp: Qmp


@contextmanager
def board_of(folder: Path, *options: str) -> Iterator[Board]:
    started = Board([RUN, "mps2", "--port", "0", "--qmp", "qmp", *options], folder)
    with kept(started):
        started.wait()
        started.qmp = Qmp(folder / "qmp")
        yield started
        started.qmp.close()


def build(*options: str) -> Path:
    """Brings the firmware up to date, which may take longer than a test waits for a server."""
    command = [RUN, "mps2", "--build-only", *options]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.rstrip("\n"))


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """One that all tests of it share; each leaves it serving."""
    build()
    with board_of(tmp_path_factory.mktemp("board")) as started:
        yield started
