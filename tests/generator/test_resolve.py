"""resolve: what is written, what is filled in, and what is left out because it does not fit."""

from __future__ import annotations

import pytest
from prometheus_express.model.http import Limits
from prometheus_express.kinds.metric import Initial, MetricType, Sharing
from prometheus_express.kinds.value import ValueKind, ValueType
from prometheus_express.model.application import Concurrency, Memory
from prometheus_express.names.text import Text
from schemas import HEAD, VALID, metrics, model_of, slugs_of, sound_part


def test_the_whole_schema_is_read() -> None:
    model = model_of(VALID)
    assert str(model.application) == "weather_station" and str(model.namespace) == "prom_express"
    assert [(str(label.name), str(label.value)) for label in model.constant_labels] == [("site", "attic"), ("number", "007")]
    temperature, requests, energy, memory = model.metrics
    assert temperature.type is MetricType.GAUGE and temperature.unit == Text("celsius")
    assert temperature.value == ValueType(ValueKind.DECIMAL, places=2, bits=32)
    assert energy.value == ValueType(ValueKind.DECIMAL, places=3, bits=64) and energy.value.storage is ValueKind.INT64
    assert energy.initial is Initial.ABSENT
    assert [str(label.enum) for label in requests.labels] == ["Method", "Status"]
    assert [[str(value) for value in label.values] for label in requests.labels] == [["GET", "POST"], ["200", "404", "no"]]
    assert requests.series == 6 and memory.series == 1
    assert memory.read_function and str(memory.help) == "Free: memory"
    assert [str(registry.path) for registry in model.registries] == ["/metrics"]
    assert model.registries[0].metrics == model.metrics
    assert model.http is not None and model.http.port == 8080 and model.http.limits == Limits()
    put = model.http.routes[1]
    assert (str(put.method), str(put.path), str(put.handler), put.body) == ("PUT", "/config", "write_config", 512)
    assert put.middleware == (Text("authenticate"),) and put.headers == (Text("Authorization"),)


def test_spans_say_where_things_stand() -> None:
    metric = model_of(VALID).metrics[1]
    assert str(metric.name.span.start) == "metrics.yaml:15:3"
    assert str(metric.labels[1].values[2].span.start) == "metrics.yaml:22:28"
    assert metric.labels[1].enum.span.text.strip() == "as: Status"


@pytest.mark.parametrize(
    ("written", "kind", "initial"),
    [
        ("type: counter", ValueKind.UINT64, Initial.ZERO),
        ("type: counter, labels: {a: [b]}", ValueKind.UINT64, Initial.ZERO),
        ("type: gauge", ValueKind.DOUBLE, Initial.ZERO),
        ("type: gauge, labels: {a: [b]}", ValueKind.DOUBLE, Initial.ABSENT),
        ("type: gauge, labels: {a: [b]}, initial: zero", ValueKind.DOUBLE, Initial.ZERO),
        ("type: gauge, initial: nan", ValueKind.DOUBLE, Initial.NAN),
        ("type: counter, initial: absent", ValueKind.UINT64, Initial.ABSENT),
        ("type: untyped", ValueKind.DOUBLE, Initial.ZERO),
        ("type: untyped, labels: {a: [b]}", ValueKind.DOUBLE, Initial.ABSENT),
        ("type: gauge, labels: {a: {max_length: 3}}, max_series: 2", ValueKind.DOUBLE, Initial.ABSENT),
        ("type: histogram, labels: {a: [b]}", ValueKind.DOUBLE, Initial.ZERO),
        ("type: summary", ValueKind.DOUBLE, Initial.ZERO),
        ("type: counter, value: float, accept: [float-counter]", ValueKind.FLOAT, Initial.ZERO),
        ("type: counter, value: decimal(9)", ValueKind.DECIMAL, Initial.ZERO),
    ],
)
def test_defaults(written: str, kind: ValueKind, initial: Initial) -> None:
    (metric,) = model_of(metrics(f"x: {{{written}, help: x}}")).metrics
    assert (metric.value.kind, metric.initial) == (kind, initial)


def test_without_http_and_registries_there_is_one_page_and_no_server() -> None:
    model = model_of(metrics("x: {type: counter, help: x}"))
    assert model.http is None and model.namespace is None
    assert [(str(page.name), str(page.path)) for page in model.registries] == [("default", "/metrics")]


def test_an_empty_http_section_has_all_defaults() -> None:
    http = model_of(metrics("x: {type: counter, help: x}") + "http: {}\n").http
    assert http is not None and http.port == 8080 and http.limits == Limits() and http.routes == ()


def test_limits_are_exact() -> None:
    limits = "{connections: 0x10, header_bytes: 3KiB, body: 0B, output_buffer: 256B, stored_bytes: 16B, request_timeout: 2h, idle_timeout: 250ms}"
    http = model_of(metrics("x: {type: counter, help: x}") + f"http: {{limits: {limits}}}\n").http
    assert http is not None
    assert http.limits == Limits(16, 3 * 2**10, 0, 256, 7_200_000, 250, 1000, 16)


def test_labels_of_one_enum_take_the_order_of_the_first() -> None:
    one, two = "{type: counter, help: x, labels: {m: [GET, PUT]}}", "{type: counter, help: x, labels: {m: [PUT, GET]}}"
    model = model_of(metrics(f"a: {one}", f"b: {two}"))
    assert model.metrics[0].labels == model.metrics[1].labels


def test_states_keep_their_order_and_labels_of_their_enum_take_it() -> None:
    gauge = "{type: gauge, help: x, labels: {state: [up, down]}}"
    model = model_of(metrics(f"a: {gauge}", "link: {type: stateset, help: x, states: {values: [down, up], as: State}}"))
    assert model.metrics[1].states is not None
    assert model.metrics[0].labels[0].values == model.metrics[1].states.values == (Text("down"), Text("up"))
    assert [str(label.enum) for metric in model.metrics for label in metric.enums] == ["State", "State"]


def test_concurrency_and_memory() -> None:
    rest = "concurrency: {interrupts: a/guard.hpp}\nmemory: {ram: 4KiB, page: 0B}\n"
    model = model_of(metrics("a: {type: counter, help: x}") + rest)
    assert model.concurrency == Concurrency(Sharing.INTERRUPTS, Text("a/guard.hpp"))
    assert model.memory == Memory(ram=4096, page=0) and not model.self_metrics
    threads = model_of(metrics("a: {type: counter, help: x}") + "concurrency: threads\nself_metrics: true\n")
    assert threads.concurrency == Concurrency(Sharing.THREADS) and threads.self_metrics


def test_a_registry_that_names_what_is_left_out_stays() -> None:
    text = metrics("a: {type: guage, help: x}", "c: {type: counter, help: x}") + "registries: {r: {path: /r, metrics: [a, c, d]}}\n"
    assert slugs_of(text) == ["unknown-metric-type", "unknown-metric"]
    assert [[str(metric.name) for metric in page.metrics] for page in sound_part(text).registries] == [["c"]]


def test_a_metric_that_does_not_fit_is_left_out_and_others_are_still_checked() -> None:
    text = metrics("x: {type: guage, help: x}", "ok: {type: counter, help: x}", "y: {type: counter, help: ''}")
    assert slugs_of(text) == ["unknown-metric-type", "missing-help"]
    assert [str(metric.name) for metric in sound_part(text).metrics] == ["ok", "y"]


def test_all_errors_come_at_once() -> None:
    text = HEAD.replace("demo", "linux") + "namespaze: x\nmetrics:\n  a: {type: counter, help: &h x}\n  b: {type: gauge}\n"
    assert sorted(slugs_of(text)) == ["anchor", "missing-help", "reserved-name", "unknown-key"]


def test_a_misspelt_key_is_one_problem_not_two() -> None:
    assert slugs_of(metrics("a: {tpye: counter, help: x}")) == ["unknown-key"]
    assert slugs_of("version: 1\naplication: demo\nmetrics: {a: {type: counter, help: x}}\n") == ["unknown-key"]


@pytest.mark.parametrize("value", ["no", "1.0", "0x77", "true", "null", "~", "2024-01-01", "200"])
def test_where_a_text_is_wanted_a_plain_scalar_is_taken_as_written(value: str) -> None:
    text = metrics(f"a: {{type: counter, help: {value}, labels: {{l: [{value}]}}}}") + f"constant_labels: {{c: {value}}}\n"
    model = model_of(text)
    (metric,) = model.metrics
    assert str(metric.help) == str(metric.labels[0].values[0]) == str(model.constant_labels[0].value) == value


def test_what_is_not_needed_may_say_that_it_is_not_used() -> None:
    assert slugs_of(metrics("a: {type: counter, help: x}") + "concurrency: none\nregistries: {default: {path: /m}}\n") == []
