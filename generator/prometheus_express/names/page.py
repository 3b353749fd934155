"""Names that leave the device: those of families and samples, in each format.

They follow the official Python client, so that dashboards need not know which library made a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..kinds.format import Format, SampleKind
from ..kinds.metric import MetricType

TOTAL = "_total"
INFO = "_info"
CREATED = "_created"

SUFFIXES = {SampleKind.BUCKET: "_bucket", SampleKind.COUNT: "_count", SampleKind.SUM: "_sum"}
SAMPLES = {  # of the types that have several, in the order of the page
    MetricType.HISTOGRAM: (SampleKind.BUCKET, SampleKind.COUNT, SampleKind.SUM),
    MetricType.SUMMARY: (SampleKind.COUNT, SampleKind.SUM),
}
_WITH_CREATED = (MetricType.COUNTER, MetricType.HISTOGRAM, MetricType.SUMMARY)
_TYPES = {  # where a format calls a type otherwise than the schema
    Format.TEXT: {MetricType.INFO: "gauge", MetricType.STATESET: "gauge"},
    Format.OPENMETRICS: {MetricType.UNTYPED: "unknown"},
}


@dataclass(frozen=True)
class FamilyNames:
    """A family in one format: its name and type on the lines of metadata, and the names of its samples."""

    family: str
    type: str
    samples: Mapping[SampleKind, str]


def base_name(name: str, type: MetricType, namespace: str, unit: str, total: bool = True) -> str:
    """Namespace, name and unit, each once, and no suffix. `total`: whether a counter gets `_total`, behind its unit."""
    joined = f"{namespace}_{name}" if namespace else name
    if type is MetricType.COUNTER and total and joined.endswith(TOTAL):
        joined = joined[: -len(TOTAL)]
    return joined if not unit or joined.endswith(f"_{unit}") else f"{joined}_{unit}"


def family_names(base: str, type: MetricType, total: bool = True, has_sum: bool = True) -> dict[Format, FamilyNames]:
    """A family in every format. `has_sum`: of a histogram."""
    suffix = {MetricType.COUNTER: TOTAL if total else "", MetricType.INFO: INFO}.get(type, "")
    kinds = SAMPLES.get(type, (SampleKind.VALUE,))
    samples = {kind: base + SUFFIXES.get(kind, suffix) for kind in kinds if has_sum or kind is not SampleKind.SUM}
    return {
        Format.TEXT: FamilyNames(base + suffix, _type(Format.TEXT, type), samples),
        Format.OPENMETRICS: FamilyNames(base, _type(Format.OPENMETRICS, type), samples),
    }


def claimed_names(base: str, type: MetricType, total: bool = True) -> tuple[str, ...]:
    """Every name that no other metric may use: as the Python client's registry, also OpenMetrics' `_created`."""
    if type is MetricType.COUNTER and not total:
        return (base,)
    samples = family_names(base, type)[Format.TEXT].samples.values()
    created = (base + CREATED,) if type in _WITH_CREATED else ()
    return tuple(dict.fromkeys((base, *samples, *created)))


def _type(format: Format, type: MetricType) -> str:
    return _TYPES[format].get(type, type.value)
