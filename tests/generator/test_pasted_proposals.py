"""What a problem proposes works when it is pasted: the help holds the text, and the schema with it has no such problem."""

from __future__ import annotations

import re

import pytest
from prometheus_express.problems.problem import Problem
from schemas import HEAD, checked

HISTOGRAM = "x: {type: histogram, help: x, "
PEER = "labels: {peer: {max_length: 24}}"

# What is written below `metrics:`, the slug, the part that is replaced, and what it is replaced by.
PROPOSALS = [
    ("x: {type: histogramm, help: x}", "unknown-metric-type", "histogramm", "histogram"),
    (HISTOGRAM + "buckets: [4, 2, 2]}", "buckets-not-ascending", "[4, 2, 2]", "[2, 4]"),
    (HISTOGRAM + "buckets: [0.1, 0.100000001], value: float}", "buckets-not-ascending", "value: float", "value: double"),
    (HISTOGRAM + "buckets: [0.5], value: uint32}", "bound-does-not-fit", "value: uint32", "value: double"),
    (HISTOGRAM + "buckets: [-1], value: uint32}", "bound-does-not-fit", "value: uint32", "value: int32"),
    (HISTOGRAM + "buckets: [5e9], value: uint32}", "bound-does-not-fit", "value: uint32", "value: uint64"),
    (HISTOGRAM + "buckets: [0.25], value: decimal(1)}", "bound-does-not-fit", "value: decimal(1)", "value: decimal(2)"),
    (HISTOGRAM + "buckets: [3e9], value: decimal(0)}", "bound-does-not-fit", "value: decimal(0)", "value: decimal64(0)"),
    (HISTOGRAM + "buckets: [1e39], value: float}", "bound-does-not-fit", "value: float", "value: double"),
    (HISTOGRAM + "value: uint64}", "bound-does-not-fit", "}", ", buckets: [64, 256, 1024]}"),
    (HISTOGRAM + "value: uint64}", "bound-does-not-fit", "value: uint64", "value: double"),
    (HISTOGRAM + "buckets: []}", "empty-collection", "[]", "[64, 256, 1024]"),
    (HISTOGRAM + "labels: {le: [a]}}", "reserved-label", "le: ", "le_class: "),
    ("x: {type: gauge, help: x, labels: {__a: [a]}}", "reserved-label", "__a", "a"),
    ("x: {type: gauge, help: x, labels: {le: [a]}}", "label-of-other-type", "le: ", "le_class: "),
    (f"x: {{type: counter, help: x, {PEER}}}", "missing-max-series", "}}}", "}}, max_series: 8}"),
    ("x: {type: counter, help: x, max_series: 8}", "no-open-label", "max_series: 8", "max_series: 8, " + PEER),
    ("x: {type: stateset, help: x}", "missing-key", "}", ", states: [starting, connected, ready]}"),
    ("x: {type: info, help: x}", "missing-key", "}", ', labels: {version: "1.0"}}'),
    ("x: {type: info, help: x, labels: {a: {max_length: 9}}}", "label-not-a-text", "{max_length: 9}", "{at: boot, max_length: 9}"),
    ("x: {type: info, help: x, labels: {a: [b]}}", "label-not-a-text", "[b]", "b"),
    ("x: {type: gauge, help: x, labels: {a: b}}", "label-not-a-list", "b}}", "[b]}}"),
    ("x: {type: counter, help: x, labels: {a: {at: boot, max_length: 9}}, max_series: 8}", "label-set-at-boot",
     "{at: boot, max_length: 9}", "{max_length: 9}"),
    ("x: {type: gauge, help: x, labels: {state: [a]}}\n  state: {type: stateset, help: x, states: [c, d]}", "label-sets-differ",
     "states: [c, d]", "states: {values: [c, d], as: StateValue}"),
    ("x: {type: gauge, help: x}\nregistries: {a: {path: /a, metrics: [xx]}}", "unknown-metric", "xx", "x"),
    ("x: {type: gauge, help: x}\nregistries: {a: {path: /a}, b: {path: /a}}", "duplicate-page", "b: {path: /a}", "b: {path: /a/b}"),
    ("x: {type: gauge, help: x}\nconcurrency: {interrupts: <b.hpp>}", "invalid-header-file", "<b.hpp>", "b.hpp"),
    ("x: {type: gauge, help: x, unit: milliseconds}", "no-base-unit", "unit: milliseconds", "unit: seconds"),
    ("air_fahrenheit: {type: gauge, help: x}", "no-base-unit", "air_fahrenheit: {", "air: {unit: celsius, "),
    ("air_gauge: {type: gauge, help: x}", "type-in-name", "air_gauge", "air"),
    ("queueDepth: {type: gauge, help: x}", "camel-case", "queueDepth", "queue_depth"),
    ("x_total: {type: gauge, help: x}", "suffix-of-other-type", "x_total", "x"),
    ("x_total: {type: gauge, help: x}", "suffix-of-other-type", "type: gauge", "type: counter"),
    ("build_info: {type: info, help: x, labels: {a: b}}", "suffix-of-other-type", "build_info", "build"),
    ("x_count: {type: gauge, help: x}", "suffix-of-other-type", "x_count", "x"),
]  # fmt: skip


def problems(text: str) -> list[Problem]:
    return list(checked(f"{HEAD}metrics:\n  {text}\n").problems)


@pytest.mark.parametrize(("text", "slug", "old", "new"), PROPOSALS, ids=[f"{row[1]}-{row[3]}" for row in PROPOSALS])
def test_a_proposal_that_is_pasted_works(text: str, slug: str, old: str, new: str) -> None:
    found = [problem for problem in problems(text) if problem.slug == slug]
    assert found, [problem.slug for problem in problems(text)]
    assert any(proposed in new for proposed in re.findall("`(.+?)`", found[0].help)), found[0].help
    before, after = text.rsplit(old, 1) if old == "}" else text.split(old, 1)
    assert problems(before + new + after) == []
