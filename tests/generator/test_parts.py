"""What of the runtime a schema asks for: the parts of the server, the largest body that is kept, the room of a renderer."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from prometheus_express.ir import Firmware
from prometheus_express.lower.firmware import lower
from schemas import metrics, model_of

COUNTER = "x: {type: counter, help: X}"


def firmware(http: str, *families: str) -> Firmware:
    return lower(model_of(metrics(*families or (COUNTER,)) + f"http: {http}\n"))


def route(method: str, more: str = "") -> str:
    return f"{{method: {method}, path: /{method.lower()}, handler: on_{method.lower()}{more}}}"


@pytest.mark.parametrize(("routes", "without"), [
    ([], {"handlers", "headers", "bodies", "streams", "pieces"}),
    ([route("GET")], {"headers", "bodies", "streams"}),
    ([route("GET", ", headers: [Range]")], {"bodies", "streams"}),
    ([route("GET"), route("POST")], {"headers", "streams"}),
    ([route("POST", ", body: 0B")], {"headers", "bodies", "streams"}),
    ([route("PUT", ", body: {stream: 64KiB}")], {"headers"}),
])  # fmt: skip
def test_what_no_route_needs_is_left_out(routes: "list[str]", without: "set[str]") -> None:
    parts = asdict(firmware(f"{{routes: [{', '.join(routes)}]}}").parts)
    assert {part for part, needed in parts.items() if not needed} == without | {"counts", "index"}


def test_answers_are_counted_where_the_schema_says_so() -> None:
    model = model_of(metrics(COUNTER) + "self_metrics: [http_requests]\n")
    assert lower(model).parts.counts


@pytest.mark.parametrize(("routes", "body"), [
    ([], 0), ([route("GET")], 0), ([route("POST")], 512), ([route("PUT", ", body: 100B"), route("PATCH", ", body: 200B")], 200),
    ([route("PUT", ", body: 100B"), route("POST", ", body: {stream: 3KiB}")], 100),
])  # fmt: skip
def test_the_largest_body_that_a_handler_gets_whole_is_kept(routes: "list[str]", body: int) -> None:
    assert firmware(f"{{routes: [{', '.join(routes)}]}}").limits.body == body


@pytest.mark.parametrize(("family", "snapshot"), [
    (COUNTER, 0), ("x: {type: info, help: X, labels: {version: '1'}}", 0), ("x: {type: info, help: X, labels: {serial: {at: boot, max_length: 9}}}", 0),
    ("x: {type: summary, help: X, value: uint32}", 8), ("x: {type: summary, help: X, value: uint64}", 16),
    ("x: {type: histogram, help: X, value: uint32, buckets: [1, 2]}", 16), ("x: {type: stateset, help: X, states: [on, off]}", 8),
])  # fmt: skip
def test_a_renderer_keeps_what_the_lines_of_a_series_share_and_nothing_for_single_lines(family: str, snapshot: int) -> None:
    assert firmware("{}", family).limits.snapshot == snapshot
