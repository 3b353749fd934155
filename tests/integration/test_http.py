"""What a served example says on the wire, byte for byte, to clients of every manner."""

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
    "path", ["/", "/nothing", "/metrics/", "/metric", "/metricsx", "/Metrics", "//metrics", "/metrics/../metrics"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_other_paths_are_not_found(method: str, path: str, station: Server) -> None:
    with connected(station.port) as wire:
        wire.send(request(method, path))
        answer = wire.answer(to_head=method == "HEAD")
        assert (answer.status, answer.reason) == (404, "Not Found")
        assert "allow" not in answer.fields
        must_be_page(wire.get())


@pytest.mark.parametrize(
    "path", ["/metrics?name=x&y=%20", "/metrics?", "/%6Detrics", "http://127.0.0.1:9/metrics", "HTTP://a/metrics?b"]
)
def test_other_spellings_of_the_path_find_the_page(path: str, station: Server) -> None:
    must_be_page(asked(station.port, request("GET", path)))


def test_allow_names_the_methods_that_there_are(station: Server) -> None:
    answer = asked(station.port, request("POST"))
    assert (answer.status, answer.reason) == (405, "Method Not Allowed")
    allowed = answer.fields["allow"].split(", ")
    assert {"GET", "HEAD"} <= set(allowed) <= set(METHODS) and len(allowed) == len(set(allowed))
    for method in METHODS:
        status = asked(station.port, request(method), to_head=method == "HEAD").status
        assert (status == 405) == (method not in allowed), (method, status)


@pytest.mark.parametrize("method", ["BREW", "get", "GETS", "TRACE", "CONNECT", "PROPFIND"])
def test_a_method_that_nobody_knows_is_refused(method: str, station: Server) -> None:
    """501 where the server knows no such method at all (RFC 9110, section 9.1)."""
    assert asked(station.port, request(method)).status in (400, 405, 501)


def test_one_connection_serves_request_after_request(station: Server) -> None:
    with connected(station.port) as wire:
        for _ in range(50):
            must_be_page(wire.get())


def test_requests_that_arrive_together_are_answered_in_order(station: Server) -> None:
    with connected(station.port) as wire:
        wire.send(request("GET") + request("GET", "/nothing") + request("HEAD") + request("POST") + request("GET"))
        must_be_page(wire.answer())
        assert wire.answer().status == 404
        assert wire.answer(to_head=True).status == 200
        assert wire.answer().status == 405
        must_be_page(wire.answer())


def test_a_request_may_arrive_byte_by_byte(station: Server) -> None:
    data = request("GET", User_Agent="slow", Accept="*/*")
    with connected(station.port) as wire:
        for at in range(len(data)):
            wire.send(data[at : at + 1])
        must_be_page(wire.answer())


def test_what_prometheus_sends_is_understood(station: Server) -> None:
    accept = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"
    answer = asked(
        station.port,
        request("GET", User_Agent="Prometheus/2.42.0", Accept=accept, Accept_Encoding="gzip",
                X_Prometheus_Scrape_Timeout_Seconds="10"),
    )
    must_be_page(answer)
    assert "content-encoding" not in answer.fields


@pytest.mark.parametrize("word", ["close", "Close", "keep-alive, close", "TE, CLOSE"])
def test_a_client_that_wants_to_close_is_obeyed(word: str, station: Server) -> None:
    with connected(station.port) as wire:
        answer = wire.get(Connection=word)
        must_be_page(answer)
        assert answer.fields["connection"] == "close" and wire.ends()


def test_http_1_0_ends_the_connection(station: Server) -> None:
    with connected(station.port) as wire:
        wire.send(b"GET /metrics HTTP/1.0\r\n\r\n")
        answer = wire.answer()
        must_be_page(answer)
        assert "transfer-encoding" not in answer.fields and wire.ends()


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


def test_a_client_that_has_closed_its_half_gets_its_answer(station: Server) -> None:
    with connected(station.port) as wire:
        wire.send(request("GET"))
        wire.finish()
        must_be_page(wire.answer())
        assert wire.ends()


UNREADABLE = {
    "no host": (b"GET /metrics HTTP/1.1\r\n\r\n", 400),  # RFC 9112, section 3.2
    "two hosts": (b"GET /metrics HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
    "a host with a blank": (b"GET /metrics HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
    "two blanks": (b"GET  /metrics HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "HTTP/0.9": (b"GET /metrics\r\nHost: a\r\n\r\n", 400),
    "HTTP/2.0": (b"GET /metrics HTTP/2.0\r\nHost: a\r\n\r\n", 505),
    "a blank in front of the colon": (b"GET /metrics HTTP/1.1\r\nHost : a\r\n\r\n", 400),  # section 5.1
    "a folded line": (b"GET /metrics HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", 400),  # section 5.2
    "a NUL": (b"GET /metrics HTTP/1.1\r\nHost: a\r\nA: \0\r\n\r\n", 400),
    "a bad escape": (b"GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "a relative path": (b"GET metrics HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "a length that is none": (b"GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 1x\r\n\r\n", 400),
    "two lengths": (b"GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
    "a length and chunks": (
        b"GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    "an unknown coding": (b"GET /metrics HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
    "an unknown expectation": (b"GET /metrics HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n", 417),
    "a long target": (b"GET /%s HTTP/1.1\r\nHost: a\r\n\r\n" % (b"x" * 4096), 414),
    "a long field": (b"GET /metrics HTTP/1.1\r\nHost: a\r\nA: %s\r\n\r\n" % (b"x" * 8192), 431),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),  # as its client begins
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_refused_and_ends_the_connection(case: str, station: Server) -> None:
    data, status = UNREADABLE[case]
    with connected(station.port) as wire:
        wire.send(data)
        answer = wire.answer()
        assert answer.status == status, answer
        assert answer.fields["connection"] == "close" and wire.ends()
    must_be_page(asked(station.port, request("GET")))


def test_the_opening_of_http_2_is_refused(station: Server) -> None:
    """RFC 9113, section 3.4: made so that a server of HTTP/1 ends the connection."""
    with connected(station.port) as wire:
        wire.send(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        assert wire.answer().status in (400, 505) and wire.ends()


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
