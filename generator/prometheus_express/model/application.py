"""What the user said, typed and with every default filled in; made by `resolve`, read by `rules` and `lower`.

Names are as written: those that leave the device come from `page_names`, identifiers in C++ from `names`. Spans say where a
thing stands for diagnostics, and take no part in comparisons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

from ..kinds.metric import Sharing
from ..names.text import Text
from ..problems.position import Span
from .http import Http
from .metric import ConstantLabel, Enumeration, Metric
from .sensor import Bus, Sensor


@dataclass(frozen=True)
class Registry:
    """A page: the metrics that a scrape of `path` returns, in the order of the schema."""

    name: Text
    path: Text
    metrics: tuple[Metric, ...]
    namespace: Optional[Text] = None  # of the names on this page: its own, else the application's


@dataclass(frozen=True)
class Concurrency:
    sharing: Sharing = Sharing.NONE
    guard: Optional[Text] = None  # the header that defines the guard which masks interrupts


@dataclass(frozen=True)
class Memory:
    """What the device can spare, in bytes; None: not written."""

    ram: Optional[int] = None
    tables: Optional[int] = None
    page: Optional[int] = None
    spans: tuple[tuple[str, Span], ...] = field(default=(), compare=False, repr=False)  # of what is written, by key


@dataclass(frozen=True)
class Model:
    """A whole schema. Without `http` the device answers no requests: its pages are rendered by hand."""

    source: str  # the schema's file name as given
    application: Text
    namespace: Optional[Text]
    constant_labels: tuple[ConstantLabel, ...]
    metrics: tuple[Metric, ...]  # those of included files first
    registries: tuple[Registry, ...]
    http: Optional[Http]
    concurrency: Concurrency = Concurrency()
    enums: tuple[Enumeration, ...] = ()
    self_metrics: tuple[str, ...] = ()  # of updates, http_requests, boots, sensors
    memory: Memory = Memory()
    files: tuple[str, ...] = ()  # every file that was read: this one first, then included ones, then descriptions of devices
    sensors: tuple[Sensor, ...] = ()
    buses: tuple[Bus, ...] = ()
    sensor_health: bool = False  # whether metrics tell how the sensors are
