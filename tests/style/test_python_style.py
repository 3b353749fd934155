"""Types and lint of the Python of this project."""

import sys

from harness.source_tree import Outcome, relative, tracked_files, with_suffix

ALL_PYTHON = [relative(path) for path in with_suffix(tracked_files(), ".py")]


def test_the_generator_is_typed() -> None:
    configuration = ["--strict", "--config-file", "generator/pyproject.toml", "--cache-dir", "build/mypy"]
    Outcome([sys.executable, "-m", "mypy", *configuration, "generator/prometheus_express"]).must_succeed()


def test_all_python_passes_the_lint() -> None:
    Outcome([sys.executable, "-m", "flake8", "--config", "tests/style/flake8.cfg", *ALL_PYTHON]).must_succeed()


def test_templates_hold_no_expression_but_names_and_loops() -> None:
    """Rows come finished: a template neither calculates nor escapes."""
    forbidden = ("{% macro", "{% set", "|e", "| e", "|escape", "|replace", "| replace", "|int", "| int", " is defined")
    found = [
        f"{relative(path)}: {word}"
        for path in with_suffix(tracked_files("generator"), ".j2")
        for word in forbidden
        if word in path.read_text()
    ]
    assert found == []
