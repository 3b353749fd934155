"""Words that are known elsewhere and not here: what to do instead."""

from __future__ import annotations

from typing import Optional

_PROXY = "let a proxy in front of the device speak TLS"
_MIDDLEWARE = "check the field `Authorization` in a `middleware` of the route, see examples/custom_routes"
_SCRAPED = "Prometheus scrapes the page of `registries`, see schema/REFERENCE.md#registries"
_HISTOGRAM = "write `type: histogram` with `buckets`, and `histogram_quantile` in Prometheus, see schema/REFERENCE.md#buckets"
_FUNCTION = "write `read: function`, and read it in the application, see schema/REFERENCE.md#read"

KEYS = {
    **dict.fromkeys(("tls", "https", "ssl", "certificate", "key"), _PROXY),
    **dict.fromkeys(("authentication", "authorization", "auth", "basic_auth", "password", "users", "token"), _MIDDLEWARE),
    **dict.fromkeys(("push", "pushgateway", "push_gateway", "gateway", "remote_write", "mqtt", "otlp", "statsd", "graphite"), _SCRAPED),
    **dict.fromkeys(("quantiles", "objectives", "percentiles", "native_histogram", "native_histograms"), _HISTOGRAM),
    **dict.fromkeys(("exemplar", "exemplars"), "give the value a label, or write a log"),
    **dict.fromkeys(("timestamp", "timestamps"), "a sample has the time of its scrape; publish a time as a gauge in seconds"),
    **dict.fromkeys(("gzip", "compression"), "pages are sent as they are; give a device fewer series, or two `registries`"),
    **dict.fromkeys(("interval", "scrape_interval"), "how often Prometheus comes stands in its own configuration; sensors have `every`"),
    **dict.fromkeys(("pin", "pins", "sda", "scl", "uart", "gpio", "adc", "modbus", "onewire"), _FUNCTION),
}  # fmt: skip
# What another system calls a metric type or a kind of bus.
WORDS = {
    "metric-type": {
        **dict.fromkeys(("enum", "state", "states", "bool", "boolean"), "write `type: stateset` with `states: […]`"),
        **dict.fromkeys(("timer", "distribution", "timing"), "write `type: histogram` with `buckets`"),
        **dict.fromkeys(("string", "text", "label"), "write `type: info` with `labels`"),
        **dict.fromkeys(("meter", "rate"), "write `type: counter`, and `rate(…)` in Prometheus"),
        "gaugehistogram": "write `type: histogram`, which counts what it observes",
        "unknown": "write `type: untyped`",
    },
    "bus-type": dict.fromkeys(
        ("uart", "serial", "rs485", "modbus", "can", "onewire", "1-wire", "one_wire", "adc", "gpio", "pulse"),
        "sensors hang on `i2c` and `spi`. For others, " + _FUNCTION,
    ),
}  # fmt: skip


def instead_of_key(key: str) -> Optional[str]:
    """The help for a key that another system has, or None."""
    return _said(KEYS.get(key.lower()), key)


def instead_of_word(kind: str, word: str) -> Optional[str]:
    """The help for one of `WORDS`, or None."""
    instead = WORDS.get(kind, {}).get(word.lower())
    return instead if kind == "metric-type" else _said(instead, word)


def _said(instead: Optional[str], word: str) -> Optional[str]:
    return f"not supported: `{word}`; {instead}" if instead else None
