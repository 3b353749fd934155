"""Routes: what is answered where, and what a request may bring."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.application import Model
from ..model.http import Limits, Route
from ..names.text import Text
from ..problems.position import NOWHERE
from ..problems.problem import Note, Problem

WITH_BODY = ("POST", "PUT", "PATCH")  # RFC 9110, section 9.3: content of the others has no defined meaning


def _routes(model: Model) -> tuple[Route, ...]:
    return model.http.routes if model.http else ()


def duplicate_route(model: Model) -> Iterator[Problem]:
    """Two handlers for the same request."""
    first: dict[tuple[str, str], Route] = {}
    for route in _routes(model):
        other = first.setdefault((route.method.value, route.path.value), route)
        if other is not route:
            note = Note("the first stands here", other.path.span)
            message = f"a second route for {route.method} {route.path}"
            yield Problem("duplicate-route", message, route.path.span, "delete one, or change its method or path", (note,))


def route_hides_page(model: Model) -> Iterator[Problem]:
    """A path that a registry's page has."""
    pages = {registry.path.value: registry for registry in model.registries}
    for route in _routes(model):
        page = pages.get(route.path.value)
        if page:
            notes = (Note("the page's path stands here", page.path.span),) if page.path.span != NOWHERE else ()
            message = f"the path `{route.path}` is that of the page `{page.name}`"
            fix = f"choose another path, or move the page: `registries: {{{page.name}: {{path: …}}}}`"
            yield Problem("route-hides-page", message, route.path.span, fix, notes)


def path_hides_index(model: Model) -> Iterator[Problem]:
    """The page of links was asked for, and its path is taken."""
    if not model.http or not model.http.index or not model.http.index_span:
        return
    taken = [(registry.path, f"the page `{registry.name}`") for registry in model.registries]
    taken += [(route.path, f"the route to `{route.handler}`") for route in model.http.routes]
    for path, what in taken:
        if path.value == "/":
            message = f"the page of links at `/` that `index` asks for cannot be seen: {what} has that path"
            notes = (Note("that path stands here", path.span),)
            yield Problem("path-hides-index", message, model.http.index_span, "delete `index`, or choose another path", notes)


def unused_body(model: Model) -> Iterator[Problem]:
    """A buffer for a body that requests of this method do not have."""
    for route in _routes(model):
        if route.body_span and route.method.value not in WITH_BODY:
            note = Note(f"the method is {route.method}", route.method.span)
            message = f"a {route.method} request has no body"
            fix = "delete `body`, or write `method: PUT`"
            yield Problem("unused-body", message, route.body_span, fix, (note,))


def body_over_limit(model: Model) -> Iterator[Problem]:
    """A route's buffer that the server's limit never lets be filled."""
    limits = model.http.limits if model.http else Limits()
    for route in _routes(model):
        if route.method.value not in WITH_BODY or route.body_span is None or route.body is None or route.streams:
            continue
        if route.body > limits.body:
            notes = tuple(Note("the limit stands here", span) for key, span in limits.spans if key == "body")
            message = f"the body of {route.body} bytes is over the limit of {limits.body} bytes"
            fix = f"write `limits: {{body: {route.body}B}}` in `http`, or a smaller body"
            yield Problem("body-over-limit", message, route.body_span, fix, notes)


def duplicate_header(model: Model) -> Iterator[Problem]:
    """The names of headers ignore case (RFC 9110, section 5.1)."""
    for route in _routes(model):
        first: dict[str, Text] = {}
        for header in route.headers:
            other = first.setdefault(header.value.lower(), header)
            if other is not header:
                note = Note("the first stands here", other.span)
                message = f"`{header}` and `{other}` are the same header"
                yield Problem("duplicate-header", message, header.span, "delete one", (note,))


def handler_used_twice(model: Model) -> Iterator[Problem]:
    """A member of the application is a function or an object."""
    first: dict[str, Route] = {}
    for route in _routes(model):
        other = first.setdefault(route.handler.value, route)
        if other.streams != route.streams:
            note = Note("the other stands here", other.handler.span)
            message = f"`{route.handler}` is an object where a body is streamed to it, a function elsewhere"
            yield Problem("handler-used-twice", message, route.handler.span, "give the two handlers different names", (note,))


RULES = (duplicate_route, route_hides_page, path_hides_index, unused_body, body_over_limit, duplicate_header, handler_used_twice)
