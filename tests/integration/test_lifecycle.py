"""How the examples that serve start and end."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable

import pytest

from conftest import SERVING, Programs
from harness.services import LISTENING, Server, free_port, server
from harness.source_tree import ROOT
from wire import asked, connected, request

every_server = pytest.mark.parametrize("name", SERVING)
every_signal = pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])

Serve = Callable[..., Server]


def run(program: Programs, name: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [str(program(name)), *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=15)


@every_server
@every_signal
def test_a_signal_ends_it_with_status_0(name: str, number: signal.Signals, serve: Serve) -> None:
    started = serve(name)
    assert asked(started.port, request("GET")).status == 200
    assert started.status_after(number) == 0
    assert started.errors == ""
    assert started.output == f"listening on http://127.0.0.1:{started.port}/metrics\n"


@every_signal
def test_a_signal_ends_it_while_clients_are_connected(number: signal.Signals, serve: Serve) -> None:
    started = serve("weather_station")
    with connected(started.port) as idle, connected(started.port) as halfway:
        assert idle.get().status == 200
        halfway.send(b"GET /met")
        assert started.status_after(number) == 0
        assert idle.ends()


@every_server
def test_seconds_end_it_by_itself(name: str, program: Programs) -> None:
    before = time.monotonic()
    done = run(program, name, "--port", "0", "--seconds", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert LISTENING.fullmatch(done.stdout)
    assert time.monotonic() - before >= 1


@every_server
def test_a_port_in_use_is_named_and_ends_it_with_status_1(name: str, program: Programs) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run(program, name, "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"127.0.0.1:{port}" in done.stderr and "in use" in done.stderr
    assert done.stderr.startswith(f"{name}: ") and done.stderr.count("\n") == 1 and done.stderr.endswith("\n")


def test_the_port_that_was_asked_for_is_taken_again_at_once(serve: Serve) -> None:
    """Connections that the server ended first stay in TIME_WAIT; a restarted server must not wait for them."""
    port = free_port()
    for _ in range(2):
        started = serve("weather_station", "--port", str(port))
        assert started.port == port
        with connected(port) as wire:
            wire.send(request("GET", Connection="close"))
            assert wire.answer().status == 200 and wire.ends()
        assert started.status_after(signal.SIGTERM) == 0


def test_it_listens_where_it_was_told_to(serve: Serve) -> None:
    started = serve("weather_station", "--address=127.0.0.2", "--port=0")
    assert started.address == "127.0.0.2"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", started.port), timeout=5)
    with socket.create_connection(("127.0.0.2", started.port), timeout=5):
        pass


@pytest.mark.parametrize("words", ["--prot 0", "--port", "--port 65536", "--port http", "--seconds -1", "8080"])
def test_a_wrong_option_ends_it_with_status_2_and_the_usage(words: str, program: Programs) -> None:
    done = run(program, "weather_station", *words.split())
    assert (done.returncode, done.stdout) == (2, "")
    wrong = words.split()[0 if "prot" in words else -1]
    assert f"'{wrong}'" in done.stderr.splitlines()[0] and "usage: weather_station" in done.stderr


def test_an_address_that_is_none_ends_it_with_status_1(program: Programs) -> None:
    done = run(program, "weather_station", "--address", "attic", "--port", "0")
    assert (done.returncode, done.stdout) == (1, "")
    assert "attic" in done.stderr


@every_server
def test_help_names_the_options(name: str, program: Programs) -> None:
    done = run(program, name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(option in done.stdout for option in ("--address", "--port", "--seconds"))


@every_signal
def test_the_one_command_ends_as_the_example_does(
    number: signal.Signals, tmp_path_factory: pytest.TempPathFactory
) -> None:
    # It builds, which may take longer than a test waits for a server.
    subprocess.run([ROOT / "examples" / "run", "weather_station", "--help"], check=True, capture_output=True, timeout=280)
    with server(ROOT / "examples" / "run", tmp_path_factory.mktemp("run")) as started:
        assert asked(started.port, request("GET")).status == 200
        assert started.status_after(number) == 0
