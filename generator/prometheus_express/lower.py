"""lower: from the model to the rows that the templates show."""

from __future__ import annotations

from .ir import Ir
from .model import Model


def lower(model: Model) -> Ir:
    """The intermediate representation of a model without errors."""
    return Ir(model.application.value)
