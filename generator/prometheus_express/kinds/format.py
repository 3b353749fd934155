"""The forms in which a page can be written, and the kinds of samples that a family has on it."""

from __future__ import annotations

from enum import Enum


class Format(Enum):
    TEXT = "text"  # 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/
    OPENMETRICS = "openmetrics"  # 1.0.0: https://github.com/prometheus/OpenMetrics


class SampleKind(Enum):
    """What a sample of a family is of; its name follows from it."""

    VALUE = "value"
    BUCKET = "bucket"
    COUNT = "count"
    SUM = "sum"
