"""The packages of the generator, from the top down: each may import those that stand below it, unless the list names fewer.

A module beside the packages counts as a package of its own. This list is the one place that says so.
"""

from __future__ import annotations

from typing import Optional

# The package or module, and what of the packages below it may be imported; None: all of them.
PACKAGES: dict[str, Optional[frozenset[str]]] = {
    "__main__": frozenset({"cli"}),
    "cli": None,
    "pipeline": None,
    "project": frozenset({"version"}),
    "cpp": frozenset({"ir", "names"}),
    "markdown": frozenset({"ir"}),
    "output": frozenset(),
    "lower": None,
    "formats": frozenset({"ir"}),
    "ir": frozenset({"expression", "kinds", "names"}),
    "rules": None,
    "resolve": None,
    "model": None,
    "device": None,
    "expression": frozenset({"problems"}),
    "document": None,
    "names": None,
    "kinds": frozenset(),
    "problems": frozenset(),
    "version": frozenset(),
}
# Modules that see more than their package: documents about the languages themselves are made of their schemas.
FURTHER: dict[str, frozenset[str]] = {
    "markdown.reference": frozenset({"document"}),
    "markdown.catalogue": frozenset({"device", "document"}),
}


def allowed(package: str, module: str) -> frozenset[str]:
    """The packages that a module may import, beside its own."""
    order = list(PACKAGES)
    below = frozenset(order[order.index(package) + 1 :])
    chosen = PACKAGES[package]
    return (below if chosen is None else chosen) | FURTHER.get(module, frozenset())
