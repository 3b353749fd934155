"""Example custom_routes: a configuration behind a token, and the counts of what became of it."""

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from harness.clients import curl
from harness.readers import value
from harness.services import Server
from harness.waiting import wait_until
from wire import Answer, Wire, asked, connected, request

TOKEN = "Bearer let-me-in"
LARGEST = 512  # bytes of a body, by the schema


@dataclass
class Device:
    """The example, and a client that knows the token unless told otherwise."""

    server: Server

    def ask(self, method: str, body: bytes = b"", **fields: str) -> Answer:
        return asked(self.server.port, request(method, "/config", body, **{"Authorization": TOKEN, **fields}))

    def config(self) -> object:
        answer = self.ask("GET")
        assert (answer.status, answer.fields["content-type"]) == (200, "application/json")
        return json.loads(answer.body)

    def counts(self) -> tuple[float, float]:
        """Accepted, refused."""
        page = asked(self.server.port, request("GET")).body
        name = "config_updates_total"
        return value(page, name, result="accepted"), value(page, name, result="refused")

    def interval(self) -> float:
        return value(asked(self.server.port, request("GET")).body, "interval_seconds")


INITIAL: dict[str, object] = {"location": "attic", "interval": 60}


@pytest.fixture
def device(serve: Callable[..., Server]) -> Device:
    device = Device(serve("custom_routes"))
    assert (device.config(), device.counts(), device.interval()) == (INITIAL, (0, 0), 60)
    return device


def padded(size: int) -> bytes:
    """A configuration of exactly so many bytes: JSON may end in blanks."""
    return b'{"interval": 7}'.ljust(size)


def test_a_configuration_is_replaced_and_counted(device: Device) -> None:
    answer = device.ask("PUT", '{"interval": 30, "location": "Café"}'.encode())
    assert (answer.status, answer.fields["content-type"]) == (200, "application/json")
    assert json.loads(answer.body) == device.config() == {"location": "Café", "interval": 30}
    assert (device.counts(), device.interval()) == ((1, 0), 30)
    assert device.ask("PUT", b'{"interval": 86400}').status == 200
    assert device.config() == {"location": "Café", "interval": 86400}
    assert (device.counts(), device.interval()) == ((2, 0), 86400)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
@pytest.mark.parametrize("token", ["", "Bearer let-me-out", "Bearer let-me-in2", "Bearer let-me-i", "let-me-in"])
def test_nobody_gets_in_without_the_token(method: str, token: str, device: Device) -> None:
    body = b'{"interval": 1}' if method == "PUT" else b""
    fields = {"Authorization": token} if token else {}
    answer = asked(device.server.port, request(method, "/config", body, **fields), to_head=method == "HEAD")
    assert (answer.status, answer.fields["www-authenticate"]) == (401, "Bearer")
    assert b"attic" not in answer.body
    assert (device.config(), device.counts()) == (INITIAL, (0, 0))


def test_two_tokens_are_none(device: Device) -> None:
    """Several lines of one field are one value with commas (RFC 9110, section 5.3)."""
    twice = f"{TOKEN}\r\nAuthorization: {TOKEN}"
    assert asked(device.server.port, request("GET", "/config", Authorization=twice)).status == 401


def test_a_token_of_2_kilobytes_is_refused(device: Device) -> None:
    assert device.ask("GET", Authorization="Bearer " + "x" * 2048).status in (401, 431)
    assert device.config() == INITIAL


@pytest.mark.parametrize(
    "body, reason",
    [
        (b'{"interval": 30', b"the body is not a JSON object\n"),
        (b"[]", b"the body is not a JSON object\n"),
        (b'{"location": "caf\xe9"}', b"the body is not a JSON object\n"),
        (b"\0" * 16, b"the body is not a JSON object\n"),
        (b'{"interval": 0}', b"interval is a whole number of seconds from 1 to 86400\n"),
        (b'{"interval": 86401}', b"interval is a whole number of seconds from 1 to 86400\n"),
        (b'{"interval": -1}', b"interval is a whole number of seconds from 1 to 86400\n"),
        (b'{"interval": 1e3}', b"interval is a whole number of seconds from 1 to 86400\n"),
        (b'{"interval": "30"}', b"interval is a whole number of seconds from 1 to 86400\n"),
        (b'{"interval": 18446744073709551616}', b"interval is a whole number of seconds from 1 to 86400\n"),
        (b'{"interval": 30, "location": 5}', b"location is a text of at most 64 bytes\n"),
        (b'{"interval": 30, "location": "%s"}' % (b"x" * 65), b"location is a text of at most 64 bytes\n"),
        (b"[" * LARGEST, b"the body is not a JSON object\n"),
    ],
)
def test_a_bad_configuration_is_refused_whole_and_counted(body: bytes, reason: bytes, device: Device) -> None:
    answer = device.ask("PUT", body)
    assert (answer.status, answer.fields["content-type"], answer.body) == (400, "text/plain", reason)
    assert (device.config(), device.counts(), device.interval()) == (INITIAL, (0, 1), 60)


def test_a_put_without_a_body_changes_nothing(device: Device) -> None:
    assert device.ask("PUT").status in (400, 411)
    assert device.config() == INITIAL


def chunked(body: bytes, size: int) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in [*parts, b""])


def send_in_pieces(wire: Wire, data: bytes) -> None:
    for at in range(len(data)):
        wire.send(data[at : at + 1])


@pytest.mark.parametrize("piece", [1, 100, LARGEST])
def test_a_body_of_the_largest_size_is_taken(piece: int, device: Device) -> None:
    whole = padded(LARGEST)
    head = request("PUT", "/config", Authorization=TOKEN, Transfer_Encoding="chunked")
    assert device.ask("PUT", whole).status == 200
    assert asked(device.server.port, head + chunked(whole, piece)).status == 200
    with connected(device.server.port) as wire:
        send_in_pieces(wire, request("PUT", "/config", whole, Authorization=TOKEN))
        assert wire.answer().status == 200
    assert (device.counts(), device.interval()) == ((3, 0), 7)


@pytest.mark.parametrize("size", [LARGEST + 1, 65536, 10**9, 2**32 + 15, 2**64 + 15])
def test_a_larger_body_is_refused_before_it_is_sent(size: int, device: Device) -> None:
    head = request("PUT", "/config", Authorization=TOKEN, Content_Length=str(size))
    answer = asked(device.server.port, head)
    assert answer.status == 413
    assert (device.config(), device.counts()) == (INITIAL, (0, 0))


def test_a_larger_body_that_is_sent_at_once_is_refused(device: Device) -> None:
    """The client hears the status although it never stopped sending: no reset overtakes the answer."""
    for size in (LARGEST + 1, 8000):
        assert device.ask("PUT", padded(size)).status == 413
        assert device.server.process.poll() is None
    head = request("PUT", "/config", Authorization=TOKEN, Transfer_Encoding="chunked")
    assert asked(device.server.port, head + chunked(padded(LARGEST + 1), 100)).status == 413
    assert (device.config(), device.counts()) == (INITIAL, (0, 0))


def test_a_client_that_asks_first_is_told_to_go_on(device: Device) -> None:
    with connected(device.server.port) as wire:
        body = b'{"interval": 12}'
        head = request("PUT", "/config", Authorization=TOKEN, Expect="100-continue", Content_Length=str(len(body)))
        wire.send(head)
        assert wire.answer().head == b"HTTP/1.1 100 Continue\r\n\r\n"
        wire.send(body)
        assert wire.answer().status == 200
    assert device.interval() == 12


@pytest.mark.parametrize("token, size, status", [("none", 10, 401), (TOKEN, LARGEST + 1, 413)])
def test_a_client_that_asks_first_and_is_refused_hears_it_at_once(
    token: str, size: int, status: int, device: Device
) -> None:
    head = request("PUT", "/config", Authorization=token, Expect="100-continue", Content_Length=str(size))
    assert asked(device.server.port, head).status == status


def test_the_connection_is_good_for_more_after_a_body(device: Device) -> None:
    with connected(device.server.port) as wire:
        wire.send(request("PUT", "/config", b'{"interval": 5}', Authorization=TOKEN) + request("GET"))
        assert wire.answer().status == 200
        assert value(wire.answer().body, "interval_seconds") == 5
        wire.send(request("PUT", "/config", b"{", Authorization=TOKEN))
        assert wire.answer().status == 400
        assert value(wire.get().body, "config_updates_total", result="refused") == 1


def test_other_methods_are_refused_with_those_that_there_are(device: Device) -> None:
    answer = device.ask("POST", b"{}")
    assert answer.status == 405
    assert set(answer.fields["allow"].split(", ")) == {"GET", "HEAD", "PUT", "OPTIONS"}


def answers(device: Device) -> dict[str, float]:
    """How often each status was sent before this scrape."""
    page = asked(device.server.port, request("GET")).body
    codes = ("200", "400", "401", "404", "405", "411", "413", "505", "other")
    found = {code: value(page, "prometheus_express_http_requests_total", code=code) for code in codes}
    return {code: count for code, count in found.items() if count}


def test_every_answer_is_counted_by_its_status(device: Device) -> None:
    before = answers(device)
    assert device.ask("GET").status == 200
    assert device.ask("GET", Authorization="none").status == 401
    assert device.ask("PUT", padded(LARGEST + 1)).status == 413
    assert asked(device.server.port, request("GET", "/nowhere")).status == 404
    assert asked(device.server.port, b"GET / HTTP/3.0\r\n\r\n").status == 505
    head = request("PUT", "/config", Authorization=TOKEN, Expect="100-continue", Content_Length="1")
    with connected(device.server.port) as wire:  # an interim answer is none
        wire.send(head)
        assert wire.answer().status == 100
        wire.send(b"{")
        assert wire.answer().status == 400
    after = {code: count - before.get(code, 0) for code, count in answers(device).items()}
    assert after == {"200": 2, "400": 1, "401": 1, "404": 1, "413": 1, "505": 1}


def test_curl_does_what_the_example_says(device: Device) -> None:
    url = device.server.url("/config")
    with_token = ("-H", f"Authorization: {TOKEN}", url)
    assert json.loads(curl(*with_token)) == INITIAL
    assert json.loads(curl("-X", "PUT", "-d", '{"interval": 30}', *with_token)) == {**INITIAL, "interval": 30}
    assert json.loads(curl("-T", "-", *with_token, body=b'{"interval": 31}')) == {**INITIAL, "interval": 31}
    assert curl("-o", "/dev/null", "-w", "%{http_code}", url) == b"401"


IMAGE = bytes(number * number % 251 for number in range(100_000))


def upload(image: bytes, crc: str, **fields: str) -> bytes:
    return request("PUT", "/firmware", image, **{"Authorization": TOKEN, "X_Crc32": crc, **fields})


def firmware_counts(device: Device) -> tuple[float, float]:
    page = asked(device.server.port, request("GET")).body
    name = "firmware_updates_total"
    return value(page, name, result="accepted"), value(page, name, result="refused")


def test_firmware_larger_than_every_buffer_arrives_whole(device: Device) -> None:
    crc = f"{zlib.crc32(IMAGE):08x}"
    text = f"{len(IMAGE)} bytes with the CRC-32 {crc}\n".encode()
    with connected(device.server.port) as wire:
        for _ in range(2):
            wire.send(upload(IMAGE, crc))
            answer = wire.answer()
            assert (answer.status, answer.body) == (200, text)
        head = request("PUT", "/firmware", Authorization=TOKEN, X_Crc32=crc, Transfer_Encoding="chunked")
        wire.send(head + chunked(IMAGE, 1000) + upload(b"", "00000000", Content_Length="0"))
        assert wire.answer().body == text
        assert wire.answer().body == b"0 bytes with the CRC-32 00000000\n"
    assert firmware_counts(device) == (4, 0)


def test_firmware_that_is_not_what_was_meant_is_refused(device: Device) -> None:
    answer = asked(device.server.port, upload(IMAGE, f"{zlib.crc32(IMAGE) ^ 1:08x}"))
    assert answer.status == 400
    assert firmware_counts(device) == (0, 1)


def test_firmware_of_nobody_is_refused_before_it_is_sent(device: Device) -> None:
    head = request("PUT", "/firmware", Authorization="none", Expect="100-continue", Content_Length=str(2**40))
    assert asked(device.server.port, head).status == 401
    head = request("PUT", "/firmware", Authorization=TOKEN, Expect="100-continue", Content_Length=str(2**20 + 1))
    assert asked(device.server.port, head).status == 413
    assert firmware_counts(device) == (0, 0)


def test_a_client_that_goes_in_the_middle_leaves_nothing_behind(device: Device) -> None:
    with connected(device.server.port) as wire:
        wire.send(upload(IMAGE, "00000000", Expect="100-continue")[:5000])
        assert wire.answer().status == 100
        assert asked(device.server.port, upload(b"x", "00000000")).status == 503
    wait_until(lambda: firmware_counts(device) == (0, 1), "the upload is given up")
    assert asked(device.server.port, upload(IMAGE, f"{zlib.crc32(IMAGE):08x}")).status == 200
