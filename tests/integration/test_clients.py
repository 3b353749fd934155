"""The clients that people use: curl, and those of Python's library."""

import http.client
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from conftest import SERVING
from expected_pages import PAGES
from harness.clients import CURL, curl, direct
from harness.page_checker import CONTENT_TYPE, problems
from harness.services import Server


def must_be_page(page: bytes, name: str = "weather_station") -> None:
    assert problems(page, PAGES[name].kinds) == [] and page != b""


@pytest.mark.parametrize("name", SERVING)
def test_curl_gets_the_page(name: str, shared: Callable[[str], Server]) -> None:
    must_be_page(curl("--fail", shared(name).url()), name)


def test_curl_gets_pages_on_one_connection(station: Server) -> None:
    write = ("--write-out", "%{stderr}%{num_connects} %{http_code}\n")
    done = subprocess.run([*CURL, *write, *[station.url()] * 3], capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stderr.split("\n")) == (0, ["1 200", "0 200", "0 200", ""])
    assert done.stdout.count("# TYPE prom_express_gas_ohms") == 3


def test_curl_asks_for_the_head(station: Server) -> None:
    head = curl("--head", station.url()).decode()
    assert head.startswith("HTTP/1.1 200 OK\r\n") and f"Content-Type: {CONTENT_TYPE}\r\n" in head


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_curl_is_told_what_it_may_not(method: str, station: Server) -> None:
    answer = curl("--include", "--request", method, "--data", "x=1", station.url()).decode()
    assert answer.startswith("HTTP/1.1 405 Method Not Allowed\r\n") and "Allow: GET, HEAD" in answer


def test_urllib_gets_the_page(station: Server) -> None:
    with direct.open(station.url(), timeout=10) as response:
        assert response.status == 200
        must_be_page(response.read())
    with pytest.raises(urllib.error.HTTPError, match="404"):
        direct.open(station.url("/nothing"), timeout=10)
    with direct.open(urllib.request.Request(station.url(), method="HEAD"), timeout=10) as response:
        assert response.headers["Content-Type"] == CONTENT_TYPE and response.read() == b""


def test_http_client_keeps_its_connection(station: Server) -> None:
    with closing(http.client.HTTPConnection(station.address, station.port, timeout=10)) as connection:
        connection.connect()
        first = connection.sock
        for method, path, status in (
            ("GET", "/metrics", 200), ("HEAD", "/metrics", 200), ("GET", "/nothing", 404), ("POST", "/metrics", 405),
            ("GET", "/metrics", 200),
        ):
            connection.request(method, path)
            response = connection.getresponse()
            body = response.read()
            assert response.status == status
            if method == "GET" and status == 200:
                must_be_page(body)
            assert connection.sock is first, "closed and opened again"


def test_64_clients_at_once_are_all_served(station: Server, tmp_path: Path) -> None:
    """The example has 4 places, and the system's queue the rest."""
    command = [*CURL, "--fail", station.url(), "--output"]
    clients = [
        subprocess.Popen([*command, str(tmp_path / str(number))], stderr=subprocess.PIPE) for number in range(64)
    ]
    try:
        ends = [(client.communicate(timeout=60)[1], client.returncode) for client in clients]
    finally:
        for client in clients:
            if client.poll() is None:
                client.kill()
    assert [end for end in ends if end != (b"", 0)] == []
    for number in range(64):
        must_be_page(tmp_path.joinpath(str(number)).read_bytes())
