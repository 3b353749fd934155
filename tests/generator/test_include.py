"""include: whose metrics come where, and what the files may hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from prometheus_express.pipeline import Options, plan, run_checks
from schemas import DEFINITIONS, EVERYTHING, HEAD


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, *metrics: str, include: str = "[]", head: str = "version: 1\n") -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    listed = "".join(f"  {metric}: {{type: counter, help: x}}\n" for metric in metrics)
    path.write_text(f"{head}include: {include}\nmetrics:\n{listed}", encoding="utf-8")
    return path


def names(schema: Path) -> list[str]:
    checked = run_checks(schema)
    assert checked.problems == () and checked.product is not None
    return [str(metric.name) for metric in checked.product.metrics]


def test_included_metrics_come_first_in_the_order_of_the_files(folder: Path) -> None:
    schema = write("metrics.yaml", "own", include="[one.yaml, parts/two.yaml]", head=HEAD)
    write("one.yaml", "one")
    write("parts/two.yaml", "two", include="[three.yaml]")
    write("parts/three.yaml", "three")
    assert names(schema) == ["one", "three", "two", "own"]


def test_a_file_that_is_included_twice_is_read_once(folder: Path) -> None:
    schema = write("metrics.yaml", "own", include="[one.yaml, two.yaml]", head=HEAD)
    write("one.yaml", "one", include="[base.yaml]")
    write("two.yaml", "two", include="[./base.yaml]")
    write("base.yaml", "base")
    assert names(schema) == ["base", "one", "two", "own"]
    assert run_checks(schema).product.files == ("metrics.yaml", "one.yaml", "base.yaml", "two.yaml")


def test_a_name_is_seen_from_the_file_that_has_it(folder: Path) -> None:
    schema = write("product/metrics.yaml", "own", include="[../parts/one.yaml]", head=HEAD)
    write("parts/one.yaml", "one", include="[two.yaml]")
    write("parts/two.yaml", "two")
    assert names(schema) == ["two", "one", "own"]


def test_problems_of_an_included_file_have_their_place_in_it(folder: Path) -> None:
    schema = write("metrics.yaml", "own", include="[one.yaml]", head=HEAD)
    Path("one.yaml").write_text("version: 1\nmetrics:\n  a: {type: guage, help: x}\n  b: {type: counter}\n", encoding="utf-8")
    shown = [(str(problem.span.start), problem.slug) for problem in run_checks(schema).problems]
    assert shown == [("one.yaml:3:13", "unknown-metric-type"), ("one.yaml:4:3", "missing-help")]


def test_broken_yaml_in_an_included_file_leaves_the_rest_checked(folder: Path) -> None:
    schema = write("metrics.yaml", "own", "_total", include="[one.yaml, two.yaml]", head=HEAD)
    Path("one.yaml").write_text("version: [\n", encoding="utf-8")
    write("two.yaml", "two", "own")
    assert [problem.slug for problem in run_checks(schema).problems][:2] == ["yaml-syntax", "duplicate-metric"]


def test_a_schema_that_uses_everything_is_read_whole() -> None:
    checked = run_checks(EVERYTHING, Options(DEFINITIONS))
    assert checked.problems == ()
    model = checked.product
    assert [str(metric.name) for metric in model.metrics[:4]] == ["cell", "charge", "cycles", "http_requests"]
    assert [str(label.value) for label in model.constant_labels] == ["attic", "r1.2.3", ""]
    by_name = {str(metric.name): metric for metric in model.metrics}
    assert [label.max_length for label in by_name["peer_bytes"].labels] == [None, 24, 5]
    assert by_name["peer_bytes"].series == 16 and by_name["http_requests"].series == 5
    assert str(by_name["build"].info[0].value) == "1.2.3" and by_name["network"].info[0].max_length == 17
    assert [str(registry.namespace) for registry in model.registries] == ["board", "diag"]
    assert [str(metric.name) for metric in model.registries[1].metrics] == ["charge", "build", "free_memory"]
    assert [Path(file).name for file in model.files] == ["metrics.yaml", "battery.yaml", "cells.yaml"]


def test_a_variable_that_is_escaped_stays(folder: Path) -> None:
    path = Path("metrics.yaml")
    path.write_text(HEAD + "constant_labels: {a: '$${B} ${B} $B {B}'}\nmetrics: {x: {type: counter, help: '${C}'}}\n")
    model = run_checks(path, Options({"B": "${B}"})).product
    assert str(model.constant_labels[0].value) == "${B} ${B} $B {B}" and str(model.metrics[0].help) == "${C}"


@pytest.mark.parametrize(("size", "slugs"), [("16B", []), ("15B", ["over-budget"])])
def test_a_budget_is_exact(folder: Path, size: str, slugs: list[str]) -> None:
    path = Path("metrics.yaml")
    counters = "a: {type: counter, help: x}, c: {type: counter, help: x}"
    path.write_text(f"{HEAD}memory: {{ram: {size}}}\nmetrics: {{{counters}}}\n", encoding="utf-8")
    assert [problem.slug for problem in plan(path).problems] == slugs
