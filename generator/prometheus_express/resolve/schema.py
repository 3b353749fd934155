"""resolve: from nodes to the model. What does not fit the schema language is reported and left out of the model."""

from __future__ import annotations

from dataclasses import replace

from ..device.library import Described
from ..document import structure
from ..document.nodes import Entry, Mapping, Node, Sequence
from ..document.structure import Path
from ..model.application import Model
from ..problems.problem import Outcome
from . import references, type_keys
from .application import read_model
from .bindings import bind_sensors

# What is left out as a whole when anything in it does not fit, so that one mistake is not reported twice.
PARTS = (
    ("constant_labels", "*"),
    ("buses", "*"),
    ("sensors", "*"),
    ("metrics", "*"),
    ("registries", "*", "metrics", "*"),
    ("registries", "*"),
    ("http", "port"),
    ("http", "sizes"),
    ("http", "limits", "*"),
    ("http", "defaults", "*"),
    ("http", "routes", "*"),
)


def resolve(described: Described) -> Outcome[Model]:
    """The model of all that fits, and the problems of the rest."""
    document = described.document
    found = structure.findings(document)
    misfits = {finding.path for finding in found}
    further = (*type_keys.findings(document), *references.findings(document))
    found += [finding for finding in further if finding.path not in misfits]
    problems = tuple(finding.problem for finding in found if finding.problem)
    unsound = {_part(finding.path) for finding in found}
    root = _without(document.root, unsound, ()) if unsound else document.root
    assert isinstance(root, Mapping)
    sound = replace(document, root=root)
    bound = bind_sensors(read_model(sound), replace(described, document=sound), document)
    return Outcome(bound.product, problems + bound.problems)


def _part(path: Path) -> Path:
    for part in PARTS:
        if len(path) >= len(part) and all(step in ("*", at) for step, at in zip(part, path)):
            return path[: len(part)]
    return path[: len(path) if path[:1] == ("http",) else 1]


def _without(node: Node, unsound: set[Path], path: Path) -> Node:
    """The node without what stands at the unsound paths."""
    if len(path) > 3:
        return node
    if isinstance(node, Mapping):
        kept = [entry for entry in node.entries if (*path, entry.key.text) not in unsound]
        entries = (Entry(entry.key, _without(entry.value, unsound, (*path, entry.key.text))) for entry in kept)
        return Mapping(tuple(entries), node.span)
    if isinstance(node, Sequence):
        pairs = [(index, item) for index, item in enumerate(node.items) if (*path, index) not in unsound]
        return Sequence(tuple(_without(item, unsound, (*path, index)) for index, item in pairs), node.span)
    return node
