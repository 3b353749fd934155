"""What a served example says on the wire. What the RFCs decide of any server is asked in tests/conformance; here is what this page,
its limits and its places for clients make of it."""

import time
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from conftest import SERVING
from expected_pages import PAGES
from harness.page_checker import CONTENT_TYPE, problems
from harness.services import Server
from harness.waiting import wait_until
from wire import Answer, asked, connected, request

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def pass_milliseconds(span: int) -> None:
    """The server's clock counts milliseconds: what happens in the same one has no order."""
    end = time.monotonic() + span / 1000
    wait_until(lambda: time.monotonic() > end, "the clock to move on")


def must_be_page(answer: Answer) -> None:
    assert (answer.status, answer.reason) == (200, "OK"), answer
    assert answer.fields["content-type"] == CONTENT_TYPE
    assert problems(answer.body, PAGES["weather_station"].kinds) == []


@pytest.mark.parametrize("name", [name for name in SERVING if name != "bench_probe"])
def test_a_page_that_fits_the_buffer_has_its_length(name: str, shared: Callable[[str], Server]) -> None:
    answer = asked(shared(name).port, request("GET"))
    assert answer.head == (
        b"HTTP/1.1 200 OK\r\n"
        b"Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
        b"Content-Length: %d\r\n\r\n" % len(answer.body)
    )
    assert problems(answer.body, PAGES[name].kinds) == []


def test_head_has_the_fields_of_get_and_no_body(station: Server) -> None:
    with connected(station.port) as wire:
        for _ in range(20):  # until no value became longer in between
            before = wire.get()
            wire.send(request("HEAD"))
            head = wire.answer(to_head=True)
            after = wire.get()  # starts right behind the head: there was no body
            must_be_page(after)
            if before.head == after.head:
                break
        assert head.head == before.head == after.head


@pytest.mark.parametrize(
    "path", ["/nothing", "/metrics/", "/metric", "/metricsx", "/Metrics", "//metrics", "/metrics/../metrics"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_other_paths_are_not_found(method: str, path: str, station: Server) -> None:
    with connected(station.port) as wire:
        wire.send(request(method, path))
        answer = wire.answer(to_head=method == "HEAD")
        assert (answer.status, answer.reason) == (404, "Not Found")
        assert "allow" not in answer.fields
        must_be_page(wire.get())


def test_allow_names_the_methods_that_there_are(station: Server) -> None:
    answer = asked(station.port, request("POST"))
    assert (answer.status, answer.reason) == (405, "Method Not Allowed")
    allowed = answer.fields["allow"].split(", ")
    assert {"GET", "HEAD"} <= set(allowed) <= set(METHODS) and len(allowed) == len(set(allowed))
    for method in METHODS:
        status = asked(station.port, request(method), to_head=method == "HEAD").status
        assert (status == 405) == (method not in allowed), (method, status)


def test_one_connection_serves_request_after_request(station: Server) -> None:
    with connected(station.port) as wire:
        for _ in range(50):
            must_be_page(wire.get())


def test_what_prometheus_sends_is_understood(station: Server) -> None:
    accept = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"
    answer = asked(
        station.port,
        request("GET", User_Agent="Prometheus/2.42.0", Accept=accept, Accept_Encoding="gzip",
                X_Prometheus_Scrape_Timeout_Seconds="10"),
    )
    must_be_page(answer)
    assert "content-encoding" not in answer.fields


def test_http_1_0_may_ask_to_keep_the_connection(station: Server) -> None:
    """RFC 9112, section 9.3: a server may, and says so then; it may end it instead."""
    with connected(station.port) as wire:
        wire.send(request("GET", version="1.0", Connection="keep-alive"))
        answer = wire.answer()
        must_be_page(answer)
        if answer.fields.get("connection", "").lower() != "keep-alive":
            assert wire.ends()
            return
        wire.send(request("GET", version="1.0"))
        must_be_page(wire.answer())
        assert wire.ends()


def test_a_header_section_of_almost_the_largest_size_is_taken(station: Server) -> None:
    data = request("GET", A="x")
    must_be_page(asked(station.port, data.replace(b"A: x", b"A: " + b"x" * (8192 - len(data)))))


def test_a_body_that_nobody_asked_for_is_not_taken_for_a_request(station: Server) -> None:
    """A request smuggled in a body: the page has no use for it, and it is no request."""
    with connected(station.port) as wire:
        wire.send(request("GET", body=request("GET", "/nothing")))
        first = wire.answer()
        assert first.status in (200, 413)
        if first.fields.get("connection") != "close":
            must_be_page(wire.get())
        else:
            assert wire.ends()


def test_a_client_takes_the_place_of_one_that_is_idle(serve: Callable[..., Server]) -> None:
    """The example has 4 places: the fifth client gets that of the one that has been idle longest."""
    station = serve("weather_station")
    with connected(station.port) as first, connected(station.port) as second:
        with connected(station.port) as third, connected(station.port) as fourth:
            for wire in (first, second, third, fourth):
                must_be_page(wire.get())
                pass_milliseconds(10)
            must_be_page(first.get())  # now the second has been idle longest
            must_be_page(asked(station.port, request("GET")))
            assert second.ends()
            for wire in (first, third, fourth):
                must_be_page(wire.get())


def test_clients_that_have_not_asked_yet_are_not_turned_away(station: Server) -> None:
    """More clients than places arrive before the first has sent a byte: whoever asks soon is served all the same."""
    soon = 0.05  # seconds
    for _ in range(10):  # until this process itself is not held up for longer
        with ExitStack() as stack:
            start = time.monotonic()
            wires = [stack.enter_context(connected(station.port)) for _ in range(8)]
            pass_milliseconds(10)
            for wire in wires:
                wire.send(request("GET", Connection="close"))
            if time.monotonic() - start > soon:
                continue
            for wire in wires:
                must_be_page(wire.answer())
            return
    pytest.skip("the machine is too busy to tell")
