"""The server that the schema asks for: its bounds, its routes, and what of the responder it needs."""

from __future__ import annotations

from .. import ir
from ..model.http import Http, Limits, Route

DEFAULT_HTTP = Http(8080, Limits(), ())  # of a schema without `http`

# Where the runtime has the page when its length is not known yet: behind this room for a head, larger with reason phrases.
_HEAD_ROOM = {True: 160, False: 128}


def lower_limits(http: Http, snapshot: int) -> ir.Limits:
    limits = http.limits
    return ir.Limits(
        connections=limits.connections,
        header_bytes=limits.header_bytes,
        stored_bytes=limits.stored_bytes,
        body=max((_body(route, limits) for route in http.routes if not route.streams), default=0),
        output_buffer=limits.output_buffer,
        snapshot=snapshot,
        request_timeout_ms=limits.request_timeout_ms,
        idle_timeout_ms=limits.idle_timeout_ms,
        requests_per_connection=limits.requests_per_connection,
    )


def lower_parts(http: Http, largest_page: int, counts: bool) -> ir.Parts:
    """`counts`: whether answers are counted by their status."""
    routes = http.routes
    return ir.Parts(
        handlers=bool(routes),
        headers=any(route.headers for route in routes),
        bodies=any(_body(route, http.limits) for route in routes),
        streams=any(route.streams for route in routes),
        counts=counts,
        pieces=bool(routes or http.index) or largest_page + _HEAD_ROOM[http.phrases] > http.limits.output_buffer,
        phrases=http.phrases,
        index=http.index,
    )


def lower_route(route: Route, limits: Limits) -> ir.Route:
    return ir.Route(
        method=route.method.value,
        path=route.path.value,
        handler=route.handler.value,
        middleware=tuple(name.value for name in route.middleware),
        headers=tuple(name.value for name in route.headers),
        body=_body(route, limits),
        streams=route.streams,
    )


def _body(route: Route, limits: Limits) -> int:
    """Largest body of a route; methods that carry content take the server's default, others none."""
    if route.body is not None:
        return route.body
    return limits.body if route.method.value in ("POST", "PUT", "PATCH") else 0
