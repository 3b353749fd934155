"""What the user said about the HTTP server; part of the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

from ..names.text import Text
from ..problems.position import Span


@dataclass(frozen=True)
class Limits:
    """Bounds of the HTTP server: counts, bytes, milliseconds."""

    connections: int = 4
    header_bytes: int = 8192
    body: int = 512
    output_buffer: int = 256
    request_timeout_ms: int = 10_000
    idle_timeout_ms: int = 60_000
    requests_per_connection: int = 1000
    stored_bytes: int = 192
    spans: tuple[tuple[str, Span], ...] = field(default=(), compare=False, repr=False)  # of what is written, by key


@dataclass(frozen=True)
class Route:
    """A request the application answers itself."""

    method: Text  # GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS
    path: Text
    handler: Text  # member function of the application, or its object that a body is streamed to
    middleware: tuple[Text, ...]  # member functions called before the handler, in this order
    headers: tuple[Text, ...]  # request headers kept for the handler
    body: Optional[int]  # largest size in bytes of a request's body; None: where not written
    streams: bool = False  # the body is not buffered
    body_span: Optional[Span] = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Http:
    port: int
    limits: Limits
    routes: tuple[Route, ...]
    phrases: bool = True  # reason phrases
    index: Optional[bool] = None  # the page of links at `/`; None: on hosts
    index_span: Optional[Span] = field(default=None, compare=False, repr=False)
