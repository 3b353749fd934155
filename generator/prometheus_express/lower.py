"""lower: from the model to the rows that the templates show."""

from __future__ import annotations

from .diagnostics import Outcome
from .ir import Ir
from .model import Model


def lower(model: Model) -> Outcome[Ir]:
    """The intermediate representation of a model without errors."""
    return Outcome(Ir(model.application.value))
