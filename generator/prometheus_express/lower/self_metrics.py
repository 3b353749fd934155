"""The library's own metrics: what it refused (runtime/include/prometheus_express/metrics/refusals.hpp), its HTTP answers by
status (…/metrics/status_counts.hpp), and the device's starts, which the application counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..kinds.format import Format
from ..kinds.metric import MetricType
from ..kinds.value import ValueKind, ValueType
from ..model.application import Model
from ..names.page import FamilyNames, family_names

# Each with its help, the runtime's kinds of refusal, and the values of its label `reason`.
_REFUSALS = (
    (
        "prometheus_express_refused_updates_total",
        "Updates that were refused: negative or NaN for counters, out of range, of series that are gone, with bad label values",
        ("not_increasing", "out_of_range", "stale_handle", "label_too_long", "label_not_utf8"),
    ),
    ("prometheus_express_dropped_series_total", "New series for which an open family had no room", ("family_full",)),
)
_ANSWERS = "prometheus_express_http_requests_total"
_BOOTS = "prometheus_express_boots_total"

# The statuses of a responder with pages only, and those that routes add; a handler's others are counted as `other`.
_OF_PAGES = (200, 204, 400, 404, 405, 408, 413, 414, 417, 431, 500, 501, 505)
_OF_ROUTES = (401, 403, 411, 503)


@dataclass(frozen=True)
class SelfMetric:
    """A counter of the library's own: one of refusals, of answers, or one that the application is asked for."""

    key: str
    name: str
    help: str
    labels: tuple[tuple[tuple[str, str], ...], ...] = ((),)  # of each series
    refusals: tuple[str, ...] = ()
    codes: tuple[int, ...] = ()
    value: ValueType = ValueType(ValueKind.UINT32)

    @property
    def asked(self) -> bool:
        return not self.refusals and not self.codes

    @property
    def names(self) -> Mapping[Format, FamilyNames]:
        return family_names(self.name[: -len("_total")], MetricType.COUNTER)


def self_metrics(model: Model) -> Iterator[SelfMetric]:
    """Those that the schema wants."""
    if "updates" in model.self_metrics:
        for name, help_, kinds in _REFUSALS:
            labels = tuple((("reason", kind),) for kind in kinds) if len(kinds) > 1 else ((),)
            yield SelfMetric(name, name, help_, labels, refusals=kinds)
    if "http_requests" in model.self_metrics:
        codes = tuple(sorted(_OF_PAGES + (_OF_ROUTES if model.http and model.http.routes else ())))
        labels = tuple((("code", str(code)),) for code in (*codes, "other"))
        yield SelfMetric(_ANSWERS, _ANSWERS, "Requests by the status of their answer", labels, codes=codes)
    if "boots" in model.self_metrics:
        yield SelfMetric("boots", _BOOTS, "Starts of the device, as the application counts them")
