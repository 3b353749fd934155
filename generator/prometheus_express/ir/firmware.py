"""One application: everything that its outputs say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..kinds.metric import Sharing
from .family import ConstantLabel, Family, LabelSet
from .page import Page
from .sensors import Sensors


@dataclass(frozen=True)
class Route:
    """A request that the application answers itself."""

    method: str  # as in a request: GET
    path: str
    handler: str
    middleware: tuple[str, ...]
    headers: tuple[str, ...]
    body: int
    streams: bool  # to the handler, which is an object then


@dataclass(frozen=True)
class Parts:
    """What of the responder the schema can need; the rest is not linked."""

    handlers: bool
    headers: bool
    bodies: bool
    streams: bool
    counts: bool  # of answers by status
    pieces: bool  # answers that do not fit the output buffer
    phrases: bool
    index: Optional[bool]  # the page of links at `/`; None: where a host serves


@dataclass(frozen=True)
class Limits:
    """Bounds of the HTTP server: counts, bytes, milliseconds."""

    connections: int
    header_bytes: int
    stored_bytes: int
    body: int
    output_buffer: int
    snapshot: int
    request_timeout_ms: int
    idle_timeout_ms: int
    requests_per_connection: int


@dataclass(frozen=True)
class Firmware:
    application: str
    source: str  # the schema's file name, without its folder
    sets: tuple[LabelSet, ...]
    families: tuple[Family, ...]  # in the order of their cells: the schema's, then the library's own
    constant_labels: tuple[ConstantLabel, ...]
    sharing: Sharing
    guard: Optional[str]  # the header with the guard that masks interrupts
    cells: int  # bytes of all
    pages: tuple[Page, ...]
    port: int
    limits: Limits
    parts: Parts
    routes: tuple[Route, ...]
    sensors: Optional[Sensors] = None

    @property
    def boot_labels(self) -> tuple[ConstantLabel, ...]:
        """The constant labels that are set when the device starts."""
        return tuple(label for label in self.constant_labels if label.max_length is not None)
