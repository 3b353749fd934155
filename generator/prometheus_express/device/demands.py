"""Reads what a description demands of the settings that are chosen."""

from __future__ import annotations

from collections.abc import Iterator

from ..document.nodes import Mapping, Scalar, Sequence
from ..expression.term import Kind
from ..problems.problem import Problem
from .evaluate import Known
from .flow import fields_of
from .model import Demand, Device
from .typing import Scope


def read_demands(root: Mapping, scope: Scope) -> Iterator[Demand]:
    node = root.get("demands")
    for item in node.items if isinstance(node, Sequence) else ():
        assert isinstance(item, Mapping)
        formula, message = item.get("check"), item.get("message")
        assert isinstance(formula, Scalar) and isinstance(message, Scalar)
        condition = scope.term(formula, Kind.TRUTH)
        fields = fields_of(condition, scope.values)
        if fields:
            text = f"a demand is about settings, and `{sorted(fields)[0]}` is read from the part"
            scope.problem("demand-of-field", text, formula.span, "use settings, tables and values of them")
        yield Demand(condition, message.text)


def check_defaults(device: Device) -> Iterator[Problem]:
    """The defaults fulfil what is demanded."""
    for demand in device.demands:
        if Known(device, {}).never(demand.condition):
            message = f"the defaults of the settings do not fulfil a demand: {demand.message}"
            yield Problem("unfit-default", message, device.name.span, "choose other defaults")
