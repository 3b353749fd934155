"""The generator's imports run down the list of packages, and in no circle; imports for type checkers count, too."""

from __future__ import annotations

import ast

import pytest

from packages import PACKAGES, allowed
from harness.source_tree import ROOT, tracked_files, with_suffix

GENERATOR = ROOT / "generator" / "prometheus_express"
FILES = {
    ".".join(path.relative_to(GENERATOR).with_suffix("").parts): path
    for path in with_suffix(tracked_files("generator/prometheus_express"), ".py")
}


def package_of(module: str) -> str:
    return module.split(".")[0]


def imported(module: str, text: str, known: "set[str]") -> "dict[str, int]":
    """The modules of the generator that a module imports, wherever the import stands, each with its line. A name that is no
    module belongs to the one that it is imported from; `from . import x` of a package leads to x, or to the package's face."""
    found: dict[str, int] = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if alias.name.split(".")[0] == "prometheus_express"]
            assert not names, f"{module}:{node.lineno}: {names[0]} is imported by its full name"
        if not isinstance(node, ast.ImportFrom):
            continue
        assert node.module is None or not node.module.startswith("prometheus_express"), f"{module}:{node.lineno}: a full name"
        if node.level:
            folder = module.split(".")[: -node.level]
            source = ".".join([*folder, *([node.module] if node.module else [])])
            for alias in node.names:
                inside = f"{source}.{alias.name}".lstrip(".")
                target = next((name for name in (inside, f"{inside}.__init__") if name in known), None)
                face = source if source in known else f"{source}.__init__".lstrip(".")
                found.setdefault(target or face, node.lineno)
    return found


IMPORTS = {module: imported(module, path.read_text(encoding="utf-8"), set(FILES)) for module, path in FILES.items()}


def violations(module: str, imports: "dict[str, int]") -> "list[str]":
    package = package_of(module)
    if module == "__init__":
        return [f"__init__.py imports {', '.join(imports)}"] if imports else []
    if package not in PACKAGES:
        return [f"{module} stands in no package of the list"]
    may = allowed(package, module) | {package}
    return [
        f"{module}:{line} imports {target}; {package} may import {', '.join(sorted(may - {package})) or 'nothing'}"
        for target, line in imports.items()
        if package_of(target) not in may
    ]


@pytest.mark.parametrize("module", sorted(FILES))
def test_a_module_imports_only_what_its_package_may(module: str) -> None:
    assert violations(module, IMPORTS[module]) == []


def test_every_package_of_the_list_is_there() -> None:
    assert set(PACKAGES) == {package_of(module) for module in FILES} - {"__init__"}


def circle(imports: "dict[str, dict[str, int]]") -> "list[str]":
    """Modules that import each other, as far as what nobody else needs can be taken away."""
    remaining = {module: set(targets) - {module} for module, targets in imports.items()}
    while remaining:
        free = [module for module, targets in remaining.items() if not targets & remaining.keys()]
        if not free:
            return sorted(remaining)
        for module in free:
            del remaining[module]
    return []


def test_no_modules_import_each_other() -> None:
    assert circle(IMPORTS) == []


@pytest.mark.parametrize(
    ("module", "text", "count"),
    [
        ("markdown.metrics", "from ..ir import Family\n", 0),
        ("markdown.metrics", "from ..names.cpp import member\n", 1),
        ("markdown.metrics", "def f():\n    from ..lower.firmware import lower\n", 1),
        ("model.metric", "from ..lower import metrics\n", 1),
        ("model.metric", "if TYPE_CHECKING:\n    from ..ir import Family\n", 1),
        ("cpp.header", "from ..model.metric import Metric\n", 1),
        ("cpp.header", "from . import text\nfrom .types import identifier\n", 0),
        ("problems.problem", "from .. import cli\n", 1),
        ("made_up.module", "", 1),
    ],
)
def test_a_forbidden_import_is_found(module: str, text: str, count: int) -> None:
    assert len(violations(module, imported(module, text, set(FILES)))) == count


def test_a_circle_is_found() -> None:
    imports = {"a": {"b": 1}, "b": {"c": 1}, "c": {"b": 1}, "d": {}}
    assert circle(imports) == ["a", "b", "c"]
