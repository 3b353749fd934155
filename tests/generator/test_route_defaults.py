"""`http: {defaults: …, sizes: …}`: what routes have that do not write their own, and the limits of a host."""

from __future__ import annotations

from prometheus_express.model.http import Limits
from schemas import HEAD, checked, model_of, slugs_of

DEFAULTS = HEAD + """\
metrics: {a: {type: counter, help: x}}
http:
  defaults: {middleware: [authenticate, count], headers: [Authorization]}
  routes:
    - {method: GET, path: /1, handler: one}
    - {method: GET, path: /2, handler: two, middleware: []}
    - {method: GET, path: /3, handler: three, middleware: [count], headers: [Authorization, Accept]}
    - {method: GET, path: /4, handler: four, headers: []}
"""


def test_a_route_has_the_defaults_that_it_does_not_write_itself() -> None:
    http = model_of(DEFAULTS).http
    assert http is not None
    found = [(tuple(map(str, route.middleware)), tuple(map(str, route.headers))) for route in http.routes]
    assert found == [
        (("authenticate", "count"), ("Authorization",)),
        ((), ("Authorization",)),
        (("count",), ("Authorization", "Accept")),
        (("authenticate", "count"), ()),
    ]


def test_they_are_checked_once() -> None:
    assert len(set(checked(DEFAULTS.replace("authenticate, count", "one")).problems)) == 1
    assert slugs_of(DEFAULTS.replace("defaults: {", "defaults: {body: 5B, ")) == ["unknown-key"]
    assert slugs_of(DEFAULTS.replace("[Authorization]}", "[Author ization]}")) == ["invalid-header-name"]


def limits(http: str) -> Limits:
    found = model_of(HEAD + f"metrics: {{a: {{type: counter, help: x}}}}\nhttp: {http}\n").http
    assert found is not None
    return found.limits


def test_a_host_has_larger_defaults_and_what_is_written_holds() -> None:
    assert limits("{sizes: device}") == limits("{}") == Limits()
    assert limits("{sizes: host}") == Limits(stored_bytes=4096, output_buffer=4096)
    assert limits("{sizes: host, limits: {output_buffer: 1KiB, body: 1KiB}}") == Limits(stored_bytes=4096, output_buffer=1024, body=1024)
