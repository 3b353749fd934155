"""Example peers: the bytes of each client, by its address."""

from collections.abc import Callable

from harness.clients import curl
from harness.readers import value
from harness.services import Server
from wire import asked, request


def test_bytes_of_a_client_are_those_on_the_wire(serve: Callable[..., Server]) -> None:
    server = serve("peers")
    question = request("GET", "/metrics")
    first = asked(server.port, question)
    second = asked(server.port, question).body
    peer = {"peer": "127.0.0.1"}
    assert value(second, "peer_bytes_total", direction="received", **peer) == 2 * len(question)
    assert value(second, "peer_bytes_total", direction="sent", **peer) > len(first.body)  # its head as well


def test_each_address_has_its_series_and_the_ninth_takes_the_oldest_place(serve: Callable[..., Server]) -> None:
    """Every address of 127.0.0.0/8 is this machine's."""
    server = serve("peers", "--address", "127.0.0.1", "--port", "0")
    for number in range(2, 11):
        page = curl("--interface", f"127.0.0.{number}", server.url()).decode()
    present = [number for number in range(2, 11) if f'peer="127.0.0.{number}"' in page]
    assert present == list(range(3, 11))
