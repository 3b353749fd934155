"""What a metric can be, and how it behaves."""

from __future__ import annotations

from enum import Enum


class MetricType(Enum):
    """As the schema means it; what a format calls it says `names.page`."""

    COUNTER = "counter"
    GAUGE = "gauge"
    HISTOGRAM = "histogram"
    SUMMARY = "summary"
    INFO = "info"
    STATESET = "stateset"
    UNTYPED = "untyped"


class Initial(Enum):
    """What a series shows before its first update; an absent one is left out of the page."""

    ZERO = "zero"
    ABSENT = "absent"
    NAN = "nan"


class WhenFull(Enum):
    """What happens to new values of open labels when all places are taken."""

    DROP = "drop"
    EVICT = "evict"


class Sharing(Enum):
    """What may update a value while another reads it."""

    NONE = "none"
    THREADS = "threads"
    INTERRUPTS = "interrupts"
