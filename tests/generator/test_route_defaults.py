"""`http: {defaults: …}`: what every route has that does not write its own."""

from __future__ import annotations

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
