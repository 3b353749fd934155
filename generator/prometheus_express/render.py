"""render: from the intermediate representation to the texts of the generated files."""

from __future__ import annotations

from .ir import Ir


def render(ir: Ir) -> dict[str, str]:
    """The generated files' texts by name."""
    return {f"{ir.application}.hpp": "", f"{ir.application}.cpp": ""}
