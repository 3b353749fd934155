"""Which keys of a metric belong to which types: what a flat list of keys in the schema language cannot say."""

from __future__ import annotations

NUMBERS = ("counter", "gauge", "histogram", "summary", "untyped")
READ = ("counter", "gauge", "untyped")
TYPES_OF_KEY = {
    "buckets": ("histogram",),
    "states": ("stateset",),
    "total_suffix": ("counter",),
    "monotonic": ("counter",),
    "value": NUMBERS,
    "unit": NUMBERS,
    "initial": READ,
    "read": READ,
    "scale": READ,
    "offset": READ,
    "on_stale": READ,
    "range": READ,
    "max_series": (*NUMBERS, "stateset"),
    "when_full": (*NUMBERS, "stateset"),
    "default_child": (*NUMBERS, "stateset"),
}
