"""render: from the intermediate representation to the texts of the generated files."""

from __future__ import annotations

from .diagnostics import Outcome
from .ir import Ir


def render(ir: Ir) -> Outcome[dict[str, str]]:
    """The generated files' texts by name."""
    return Outcome({f"{ir.application}.hpp": "", f"{ir.application}.cpp": ""})
