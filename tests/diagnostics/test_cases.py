"""Every problem has a folder here, <slug>[.<variant>], with its input and the exact text that is shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_express.document import wording
from prometheus_express.problems.shown import render_problems
from prometheus_express.document.shape import language, make_shape
from prometheus_express.pipeline import plan
from harness.source_tree import ROOT

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.txt"))
NAMES = [case.name for case in CASES]
SHOWN = re.compile(r"^[^\s:]+:[0-9]+:[0-9]+: (?:error|warning)\[([a-z0-9-]+)\]: .", re.MULTILINE)


def shown(case: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(case)
    file = next((path for path in (Path("metrics.json"), Path("metrics.yaml")) if path.exists()), Path("metrics.yaml"))
    return render_problems(plan(file).problems)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_case_shows_exactly_its_text(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(case, monkeypatch) == (case / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_case_is_about_its_slug(case: Path) -> None:
    assert case.name.split(".")[0] in SHOWN.findall((case / "expected.txt").read_text(encoding="utf-8"))


def test_every_slug_has_a_case() -> None:
    assert set(written_slugs()) | set(derived_slugs()) == {case.name.split(".")[0] for case in CASES}


def written_slugs() -> Iterator[str]:
    """The first argument of every call that makes a problem."""
    for file in (ROOT / "generator/prometheus_express").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in ("Problem", "problem", "_warning"):
                    yield str(node.args[0].value)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Misfit":  # of an expression
                slug = node.args[2] if len(node.args) > 2 else ast.Constant("wrong-operand")
                assert isinstance(slug, ast.Constant)
                yield str(slug.value)


def derived_slugs() -> Iterator[str]:
    """Those made of the names of definitions in the schema language, and those of missing keys."""
    yield from ("missing-key", *wording.SLUG_OF_MISSING.values())
    for name in language()["$defs"]:
        shape = make_shape({"$ref": f"#/$defs/{name}"})
        if shape.patterns or shape.choices:
            yield ("invalid-" if shape.patterns else "unknown-") + name.replace("_", "-")
